//! What the bot says: every text as people will see it, and no text without a place in the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use groundswell::texts::keys::{self, Key};
use groundswell::texts::{Catalogue, Language};
use regex::Regex;

use crate::support::copy_of_messages;

/// Texts that stand ready for features that are still to come: beginnings of keys. Strike a line out when its
/// feature is built; a line that no unused text needs any more fails the test below.
const RESERVED: [&str; 2] = ["common.answer.", "common.error."];

#[test]
fn every_text_reads_as_in_its_snapshot() {
    let catalogue = Catalogue::built_in().expect("sound texts");
    let areas: BTreeSet<_> = keys::all().iter().map(Key::area).collect();
    for area in areas {
        let texts: String =
            keys::all().iter().filter(|key| key.area() == area).map(|key| said(&catalogue, key)).collect();
        insta::assert_snapshot!(format!("texts_{area}"), texts);
    }
}

/// A text with its samples, and with a count of one where it counts.
fn said(catalogue: &Catalogue, key: &Key) -> String {
    let say = |values| catalogue.say(&Language::english(), key.name, values);
    let one =
        if key.takes("count") { format!("  (one) {}\n", say(key.samples().with("count", 1))) } else { String::new() };
    format!("{}\n  {}\n{one}", key.name, say(key.samples()).replace('\n', "\n  "))
}

/// The program's files, without the registry, files of tests, and comments.
fn code() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !not_said_here(&path) {
                let text = fs::read_to_string(&path).expect("a file");
                let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                files.push((path.clone(), lines.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    files
}

fn not_said_here(path: &Path) -> bool {
    path.components().any(|part| ["keys", "tests", "tests.rs"].iter().any(|name| part.as_os_str() == *name))
}

/// Every literal that looks like a key of an area: where, the literal, and the names of the values that follow it.
fn literals() -> Vec<(PathBuf, String, Option<BTreeSet<String>>)> {
    let areas: BTreeSet<_> = keys::all().iter().map(Key::area).collect();
    let literal =
        Regex::new(r#""([a-z_]+(?:\.[a-z0-9_{}:]+)+)"(?:,\s*(?:\w+::)*values!\s*\{([^{}]*)\})?"#).expect("a pattern");
    let name = Regex::new(r"(\w+)\s*=>").expect("a pattern");
    let mut found = Vec::new();
    for (path, text) in code() {
        for captures in literal.captures_iter(&text) {
            let key = captures[1].to_owned();
            if areas.contains(key.split('.').next().expect("a beginning")) {
                let values = captures.get(2).map(|v| name.captures_iter(v.as_str()).map(|n| n[1].to_owned()).collect());
                found.push((path.clone(), key, values));
            }
        }
    }
    found
}

/// Whether a literal stands for a key: as it is, as the beginning of one, or with `{holes}` filled in.
fn means(literal: &str, key: &str) -> bool {
    let (literal, key): (Vec<_>, Vec<_>) = (literal.split('.').collect(), key.split('.').collect());
    literal.len() <= key.len() && literal.iter().zip(&key).all(|(part, name)| part.contains('{') || part == name)
}

#[test]
fn every_key_in_the_code_is_registered() {
    for (path, literal, values) in literals() {
        let meant: Vec<_> = keys::all().iter().filter(|key| means(&literal, key.name)).collect();
        // A name such as `common.toml` is a file's.
        assert!(!meant.is_empty() || literal.matches('.').count() < 2, "{}: no text `{literal}`", path.display());
        if let (Some(values), [key]) = (values, meant.as_slice()) {
            let registered: BTreeSet<_> = key.placeholders.iter().map(|(name, _)| (*name).to_owned()).collect();
            assert_eq!(values, registered, "{}: values of `{literal}`", path.display());
        }
    }
}

#[test]
fn every_registered_key_is_used_or_reserved() {
    let literals = literals();
    let unused = keys::all().iter().filter(|key| !literals.iter().any(|(_, literal, _)| means(literal, key.name)));
    let unused: Vec<_> = unused.map(|key| key.name).collect();
    for key in &unused {
        assert!(RESERVED.iter().any(|begin| key.starts_with(begin)), "nothing says `{key}`");
    }
    for begin in RESERVED {
        assert!(unused.iter().any(|key| key.starts_with(begin)), "`{begin}` need not be reserved any more");
    }
}

#[test]
fn a_folder_of_texts_replaces_those_built_in() {
    let folder = copy_of_messages();
    let file = folder.path().join("en/common.toml");
    let text = fs::read_to_string(&file).expect("a file").replace("yes = \"Yes\"", "yes = \"Yep\"");
    fs::write(&file, text).expect("written");
    fs::write(folder.path().join("de/common.toml"), "[answer]\nyes = \"Ja\"\n").expect("written");

    let catalogue = Catalogue::load(folder.path()).expect("sound texts");
    let yes = |locale| catalogue.say(&Language::from_discord(locale), "common.answer.yes", groundswell::values! {});
    assert_eq!([yes("en-GB"), yes("de"), yes("ja")], ["Yep", "Ja", "Yep"]);
    assert_eq!(catalogue.languages().map(Language::as_str).collect::<Vec<_>>(), ["de", "en"]);
    assert!(catalogue.has("common.answer.no") && !catalogue.has("common.answer.maybe"));
}

#[test]
fn faults_of_a_folder_name_its_files() {
    let folder = copy_of_messages();
    fs::write(folder.path().join("en/pulses/default.toml"), [0xff]).expect("written");
    fs::create_dir(folder.path().join("klingon")).expect("made");
    fs::write(folder.path().join("klingon/common.toml"), "").expect("written");
    let faults = Catalogue::load(folder.path()).expect_err("faults");
    let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
    let root = folder.path().display();
    assert_eq!(
        faults,
        [
            format!("{root}/en/pulses/default.toml: This is not UTF-8. Save it as UTF-8 text."),
            format!(
                "{root}/klingon/common.toml: The folder `klingon` names no language. Name it like `en`, `de` or `pt-BR`."
            ),
        ]
    );
    let nowhere = folder.path().join("nowhere");
    let faults = Catalogue::load(&nowhere).expect_err("faults");
    assert_eq!(faults.len(), 1);
    assert!(faults[0].to_string().starts_with(&nowhere.display().to_string()), "{faults:?}");
}
