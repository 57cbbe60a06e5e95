//! The program as an operator starts it: exit codes, faults on standard error, data untouched.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn groundswell(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_groundswell"));
    command.current_dir(folder).env_clear();
    command
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_bad_start_lists_every_fault_and_touches_nothing() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("groundswell.toml"), "datadir = 'x'\nlog = 7\n").expect("written");
    let output = groundswell(folder.path())
        .env("DISCORD_TOKEN", "s3cr3t s3cr3t")
        .env("GROUNDSWELL_HEALTH_LISTEN", "0.0.0.0:80")
        .output()
        .expect("started");
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    let places = ["groundswell.toml:1:", "groundswell.toml:2:", "DISCORD_TOKEN:", "GROUNDSWELL_HEALTH_LISTEN:"];
    assert_eq!(told.lines().count(), places.len(), "{told}");
    for (line, place) in told.lines().zip(places) {
        assert!(line.starts_with(&format!("groundswell: {place} ")), "{line}");
    }
    assert!(!told.contains("s3cr3t"));
    assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 1);
}

#[test]
fn without_settings_the_bot_says_that_it_needs_a_token() {
    let folder = TempDir::new().expect("a folder");
    for arguments in [&[][..], &["run"]] {
        let output = groundswell(folder.path()).args(arguments).output().expect("started");
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("DISCORD_TOKEN"), "{}", stderr(&output));
    }
}

#[test]
fn wrong_usage_is_told_from_failure_by_the_exit_code() {
    let folder = TempDir::new().expect("a folder");
    for arguments in [["run", "--colour"], ["dance", ""], ["check", "--story"]] {
        let output = groundswell(folder.path()).args(arguments).output().expect("started");
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    }
}

#[test]
fn check_needs_no_token_and_is_content_with_the_texts_built_in() {
    let folder = TempDir::new().expect("a folder");
    let output = groundswell(folder.path()).arg("check").output().expect("started");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("en"));
}

#[test]
fn check_reads_a_token_that_is_set() {
    let folder = TempDir::new().expect("a folder");
    let missing = folder.path().join("no-such-file");
    let output = groundswell(folder.path()).arg("check").env("DISCORD_TOKEN_FILE", &missing).output().expect("started");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no-such-file"), "{}", stderr(&output));
}

#[test]
fn check_names_file_and_line_of_a_faulty_text() {
    let folder = TempDir::new().expect("a folder");
    let english = folder.path().join("texts").join("en");
    fs::create_dir_all(&english).expect("created");
    fs::write(english.join("announce.toml"), "[preview]\ntitle = 'no end\n").expect("written");
    let output = groundswell(folder.path())
        .arg("check")
        .env("GROUNDSWELL_MESSAGES_DIR", folder.path().join("texts"))
        .output()
        .expect("started");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("announce.toml:2"), "{}", stderr(&output));
}
