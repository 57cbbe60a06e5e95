//! The house rules that no compiler knows: which room may use which, and what a file looks like.
//!
//! Each rule is a function from one file to its faults; below, each is tried on a file that breaks it and then on
//! the whole tree. When a rule is in the way, change it here and in the documentation in the same commit.

mod arrows;
mod source;

use source::Source;

/// What has no business in a file, and why.
const MOST_LINES: usize = 400;

/// Things that look like the debug form of an error inside a log line: serenity's holds interaction tokens.
const DEBUG_OF_ERRORS: [&str; 7] = ["?error", "?err,", "?err)", "?err}", "?e,", "?e)", "?source"];

fn length(file: &Source) -> Vec<String> {
    let lines = file.text.lines().count();
    if lines > MOST_LINES { vec![format!("has {lines} lines; split it before {MOST_LINES}")] } else { Vec::new() }
}

/// Unit tests that fill a file of their own are explained by the module that they test.
fn opening(file: &Source) -> Vec<String> {
    let fault = "does not open by saying what it owns (//!)".to_owned();
    if file.text.starts_with("//!") || file.is_of_unit_tests() { Vec::new() } else { vec![fault] }
}

fn unfinished(file: &Source) -> Vec<String> {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    file.lines_with(&file.text, &marks, "is a note to oneself: do it, or file it")
}

fn inclusion(file: &Source) -> Vec<String> {
    file.lines_with(&file.code, &[concat!("include", "!(")], "hides code from this test")
}

fn libraries(file: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    if file.room() != "discord" {
        faults.extend(file.lines_with(&file.shipped, &["serenity::", "poise::"], "belongs in src/discord"));
    }
    if file.room() != "store" {
        faults.extend(file.lines_with(&file.shipped, &["sqlx::"], "belongs in src/store"));
    }
    faults
}

fn logged_errors(file: &Source) -> Vec<String> {
    file.log_lines()
        .filter(|(_, call)| DEBUG_OF_ERRORS.iter().any(|debug| call.contains(debug)) || call.contains(":?}"))
        .map(|(line, _)| format!("line {line} logs a debug form: log status and code, or a Display (promises.md P12)"))
        .collect()
}

fn check(files: &[Source], rule: impl Fn(&Source) -> Vec<String>) {
    assert!(files.len() > 1, "no files found");
    let faults: Vec<String> = files
        .iter()
        .flat_map(|file| rule(file).into_iter().map(|fault| format!("{}: {fault}", file.path)).collect::<Vec<_>>())
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    check(&source::program(), arrows::faults);
}

#[test]
fn serenity_stays_in_discord_and_sql_in_the_store() {
    check(&source::program(), libraries);
}

#[test]
fn files_are_short_open_with_their_purpose_and_are_finished() {
    let files = source::program_and_tests();
    check(&files, length);
    check(&files, opening);
    check(&files, unfinished);
    check(&files, inclusion);
}

#[test]
fn no_log_line_prints_the_debug_form_of_an_error() {
    check(&source::program(), logged_errors);
}

#[test]
fn each_rule_finds_its_fault() {
    let broken = |path: &str, text: &str| Source::new(path, text);
    assert_eq!(length(&broken("src/domain/a.rs", &"\n".repeat(MOST_LINES + 1))).len(), 1);
    assert_eq!(length(&broken("src/domain/a.rs", &"\n".repeat(MOST_LINES))).len(), 0);
    assert_eq!(opening(&broken("src/domain/a.rs", "use std::fmt;")).len(), 1);
    assert_eq!(opening(&broken("src/domain/tests/a.rs", "use std::fmt;")).len(), 0);
    assert_eq!(unfinished(&broken("src/domain/a.rs", concat!("// TO", "DO: later"))).len(), 1);
    assert_eq!(inclusion(&broken("src/domain/a.rs", concat!("include", "!(\"b.rs\");"))).len(), 1);
    assert_eq!(libraries(&broken("src/service/a.rs", "use serenity::all::Http;\nuse sqlx::Row;")).len(), 2);
    assert_eq!(libraries(&broken("src/store/a.rs", "use sqlx::Row;")).len(), 0);
    assert_eq!(libraries(&broken("src/sandbox/a.rs", "#[cfg(test)]\nmod tests { use serenity::all::Http; }")).len(), 0);
    assert_eq!(libraries(&broken("src/sandbox/a.rs", "// what serenity::all::Http sends")).len(), 0);
    for call in ["warn!(?error, \"x\")", "tracing::error!(\n    error = ?err,\n \"x\")", "info!(\"{error:?}\")"] {
        assert_eq!(logged_errors(&broken("src/discord/a.rs", call)).len(), 1, "{call}");
    }
    assert_eq!(logged_errors(&broken("src/discord/a.rs", "tracing::warn!(code, %error, \"x\");")).len(), 0);
}
