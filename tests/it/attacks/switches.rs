//! `tools/attacks.txt`, by which `tools/check-attacks` switches rules off, fits the code: every text in which it replaces
//! something stands in its file once, and every attack that it names is there. So it can't rot between two runs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One rule of the table.
#[derive(Debug, Default)]
struct Switch {
    id: String,
    /// Binary and path of each test.
    tests: Vec<(String, String)>,
    /// Rules that are switched off with it.
    also: Vec<String>,
    /// File, and text with the replaced expression marked in it.
    changes: Vec<(String, String)>,
}

fn switches() -> Vec<Switch> {
    let table = std::fs::read_to_string(root().join("tools/attacks.txt")).expect("the table");
    let mut all: Vec<Switch> = Vec::new();
    let (mut file, mut goes_on) = ("", false);
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        if kind == "rule" {
            let (id, title) = rest.split_once(": ").expect("rule <id>: <what it is>");
            assert!(!title.is_empty() && !id.contains(' '), "{line}");
            all.push(Switch { id: id.to_owned(), ..Switch::default() });
        }
        let switch = all.last_mut().expect("a rule comes first");
        match kind {
            "rule" | "+" => {}
            "test" => {
                let (binary, path) = rest.split_once(' ').expect("test <lib or it> <path>");
                switch.tests.push((binary.to_owned(), path.to_owned()));
            }
            "also" => switch.also.extend(rest.split(' ').map(str::to_owned)),
            "file" => file = rest,
            "-" if goes_on => {
                let (_, text) = switch.changes.last_mut().expect("begun");
                text.push('\n');
                text.push_str(rest);
            }
            "-" => switch.changes.push((file.to_owned(), rest.to_owned())),
            _ => panic!("what is this? {line}"),
        }
        goes_on = kind == "-";
    }
    all
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in which a test may stand; unit tests stand in their module's file or beside it.
fn files_of(binary: &str, path: &str) -> Vec<PathBuf> {
    let folder = if binary == "lib" { root().join("src") } else { root().join("tests").join(binary) };
    let (module, _) = path.rsplit_once("::").expect("a test stands in a module");
    let modules = [module, module.strip_suffix("::tests").unwrap_or(module)].map(|module| module.replace("::", "/"));
    modules
        .iter()
        .flat_map(|path| [format!("{path}.rs"), format!("{path}/mod.rs")].map(|file| folder.join(file)))
        .collect()
}

#[test]
fn every_switch_fits_its_file_and_names_an_attack() {
    let mut faults = Vec::new();
    let switches = switches();
    for switch in &switches {
        let id = &switch.id;
        let unknown = switch.also.iter().any(|also| switches.iter().all(|other| other.id != *also));
        if unknown || switch.tests.is_empty() || (switch.changes.is_empty() && switch.also.is_empty()) {
            faults.push(format!("{id} changes nothing, names no attack, or an unknown rule beside it"));
        }
        for (file, text) in &switch.changes {
            if text.matches('«').count() != 1 || text.matches('»').count() != 1 {
                faults.push(format!("{id}: which expression is the rule? {text}"));
            }
            let text = text.replace(['«', '»'], "");
            let found = std::fs::read_to_string(root().join(file)).unwrap_or_default().matches(text.as_str()).count();
            if found != 1 {
                faults.push(format!("{id}: this stands {found} times in {file}:\n{text}"));
            }
        }
        for (binary, path) in &switch.tests {
            let (_, name) = path.rsplit_once("::").expect("checked");
            let has =
                |file: &PathBuf| std::fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("fn {name}(")));
            if !files_of(binary, path).iter().any(has) {
                faults.push(format!("{id}: there is no test {path}"));
            }
        }
    }
    assert!(faults.is_empty(), "tools/attacks.txt no longer fits; mend it with the code:\n{}", faults.join("\n"));
}

#[test]
fn every_rule_from_1_to_17_can_be_switched_off() {
    let ids: Vec<String> = switches().into_iter().map(|switch| switch.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "each by its own name: {ids:?}");
    let missing: Vec<_> = (1..=17).filter(|rule| !ids.iter().any(|id| id.starts_with(&format!("P{rule}-")))).collect();
    assert_eq!(missing, Vec::<u32>::new());
    println!("{} ways to switch a rule off", ids.len());
}
