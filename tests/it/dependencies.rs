//! What the program is built from, held to `deny.toml` by cargo's own metadata, so that it is checked wherever the
//! tests run. `tools/check-dependencies` checks more where cargo-deny is installed.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

fn output(program: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(env::var(program.to_uppercase()).unwrap_or_else(|_| program.to_owned()));
    let output = command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn packages() -> Vec<Value> {
    let rustc = output("rustc", &["-vV"]);
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let metadata = output("cargo", &["metadata", "--locked", "--format-version", "1", "--filter-platform", host]);
    let mut metadata: Value = serde_json::from_str(&metadata).expect("JSON");
    serde_json::from_value(metadata["packages"].take()).expect("a list")
}

fn allowed_licences() -> Vec<String> {
    let rules = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml")).expect("readable");
    let rules: toml::Table = toml::from_str(&rules).expect("TOML");
    let allow = rules["licenses"]["allow"].as_array().expect("a list");
    allow.iter().map(|name| name.as_str().expect("text").to_owned()).collect()
}

/// Whether an SPDX expression (or cargo's old form with `/` for OR) can be met with the licences in `allowed`.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (met, rest) = either(&words, allowed);
    met && rest.is_empty()
}

fn either<'w, 't>(words: &'w [&'t str], allowed: &[String]) -> (bool, &'w [&'t str]) {
    let (mut met, mut rest) = both(words, allowed);
    while let ["OR", more @ ..] = rest {
        let (other, after) = both(more, allowed);
        (met, rest) = (met | other, after);
    }
    (met, rest)
}

fn both<'w, 't>(words: &'w [&'t str], allowed: &[String]) -> (bool, &'w [&'t str]) {
    let (mut met, mut rest) = one(words, allowed);
    while let ["AND", more @ ..] = rest {
        let (other, after) = one(more, allowed);
        (met, rest) = (met & other, after);
    }
    (met, rest)
}

fn one<'w, 't>(words: &'w [&'t str], allowed: &[String]) -> (bool, &'w [&'t str]) {
    let is_allowed = |name: String| allowed.contains(&name);
    match words {
        ["(", inner @ ..] => match either(inner, allowed) {
            (met, [")", rest @ ..]) => (met, rest),
            (_, rest) => (false, rest),
        },
        [name, "WITH", exception, rest @ ..] => (is_allowed(format!("{name} WITH {exception}")), rest),
        [name, rest @ ..] => (is_allowed((*name).to_owned()), rest),
        [] => (false, words),
    }
}

#[test]
fn every_crate_has_a_licence_that_is_allowed() {
    let (packages, allowed) = (packages(), allowed_licences());
    assert!(packages.len() > 50, "cargo lists only {} packages", packages.len());
    let refused: Vec<_> = packages
        .iter()
        .filter(|package| !is_met(package["license"].as_str().unwrap_or_default(), &allowed))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(refused.is_empty(), "\n{}\n", refused.join("\n"));
}

#[test]
fn every_crate_comes_from_crates_io() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("readable");
    let sources: Vec<_> = lock.lines().filter_map(|line| line.strip_prefix("source = ")).collect();
    assert!(sources.len() > 50, "the lock file names only {} sources", sources.len());
    let elsewhere: Vec<_> = sources
        .iter()
        .filter(|source| **source != "\"registry+https://github.com/rust-lang/crates.io-index\"")
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}

#[test]
fn licence_expressions_are_read_as_spdx_has_them() {
    let allowed: Vec<_> = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).to_vec();
    for met in
        ["MIT", "GPL-3.0 OR MIT", "GPL-3.0/MIT", "MIT AND ISC", "(GPL-3.0 OR MIT) AND ISC", "ISC OR MIT AND GPL-3.0"]
    {
        assert!(is_met(met, &allowed), "{met}");
    }
    assert!(is_met("Apache-2.0 WITH LLVM-exception OR Apache-2.0", &allowed));
    for refused in ["", "GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0", "(MIT", "MIT ISC", "(GPL-3.0 OR ISC) AND GPL-3.0"] {
        assert!(!is_met(refused, &allowed), "{refused}");
    }
}
