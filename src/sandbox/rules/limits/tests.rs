//! Each limit with a body that just holds it and one that just breaks it.

use serde_json::{Value, json};

use super::UploadedFile;
use crate::sandbox::rules::refusal::Findings;

mod callbacks;
mod commands;
mod components;
mod messages;
mod modals;

/// A text of so many code points; each of them takes four bytes and two UTF-16 units, so that a wrong count shows.
fn long(count: usize) -> String {
    "\u{1F600}".repeat(count)
}

/// So many clones of a value.
fn many(count: usize, value: &Value) -> Value {
    Value::Array(vec![value.clone(); count])
}

/// `base` with the fields of `more` put in.
fn with(base: &Value, more: &Value) -> Value {
    let mut merged = base.clone();
    for (key, value) in more.as_object().expect("an object") {
        merged[key] = value.clone();
    }
    merged
}

fn file(index: u64, name: &str, bytes: u64) -> UploadedFile {
    UploadedFile { index, name: name.to_owned(), bytes }
}

/// The refused fields as `place CODE`.
fn refused(findings: &Findings) -> Vec<String> {
    findings.form().iter().map(|error| format!("{} {}", error.at, error.code)).collect()
}

/// The code of the refusal, 0 for none.
fn code(findings: &Findings) -> u32 {
    findings.refusal().map_or(0, |refusal| refusal.code)
}

/// The broken promises by name.
fn house(findings: &Findings) -> Vec<&'static str> {
    findings.house().iter().map(|violation| violation.rule).collect()
}

/// Asserts that just this one field is refused, or nothing when `expected` is empty.
fn assert_refused(findings: &Findings, expected: &str) {
    let expected: Vec<&str> = if expected.is_empty() { Vec::new() } else { vec![expected] };
    assert_eq!(refused(findings), expected);
}

/// `allowed_mentions` that ring nobody.
fn nobody() -> Value {
    json!({ "parse": [] })
}
