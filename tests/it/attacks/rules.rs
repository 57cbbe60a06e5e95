//! Every rule of the privacy page has a test named after it, wherever that stands.

use std::collections::BTreeMap;
use std::path::Path;

fn named(folder: &Path, found: &mut BTreeMap<u32, usize>) {
    let name = regex::Regex::new(r"fn p(\d+)_\w+").expect("a pattern");
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            named(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = std::fs::read_to_string(&path).expect("a file");
            for rule in name.captures_iter(&text) {
                *found.entry(rule[1].parse().expect("digits")).or_default() += 1;
            }
        }
    }
}

#[test]
fn every_rule_from_1_to_17_has_a_test_named_after_it() {
    let mut found = BTreeMap::new();
    for folder in ["src", "tests"] {
        named(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    println!("tests by rule: {found:?}");
    let missing: Vec<_> = (1..=17).filter(|rule| !found.contains_key(rule)).collect();
    assert_eq!(missing, Vec::<u32>::new());
}
