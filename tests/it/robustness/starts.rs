//! Bad starts: one line per fault, a non-zero exit, and not a byte of data changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use groundswell::domain::ids::GuildId;
use groundswell::store::DataFolder;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;

use super::child::Child;
use super::support::stand_in;
use crate::support::TOKEN;

const SOUND: &str = "1000000000000000001";
const NEWER: &str = "1000000000000000002";
const FOREIGN: &str = "1000000000000000003";
const EMPTY: &str = "1000000000000000004";
const TEXT: &str = "1000000000000000005";
const DAMAGED: &str = "1000000000000000006";

fn database(data: &Path, guild: &str) -> PathBuf {
    data.join(guild).join("groundswell.db")
}

async fn run_on(file: &Path, statement: &'static str) {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.expect("opens");
    sqlx::raw_sql(statement).execute(&mut connection).await.expect("runs");
    connection.close().await.expect("closes");
}

/// A data folder with everything that can be wrong.
async fn spoilt() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let root = folder.path();
    let data = DataFolder::open(root).expect("free");
    for guild in [SOUND, NEWER, DAMAGED] {
        data.guild(guild.parse::<GuildId>().expect("an id")).await.expect("made");
    }
    data.close().await;
    drop(data);
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 VALUES (20991231000000, 'later', 1, x'00', 0)";
    run_on(&database(root, NEWER), newer).await;
    for guild in [FOREIGN, EMPTY, TEXT] {
        fs::create_dir(root.join(guild)).expect("made");
    }
    run_on(&database(root, FOREIGN), "CREATE TABLE recipes (name TEXT)").await;
    fs::write(database(root, EMPTY), "").expect("written");
    fs::write(database(root, TEXT), "Dear diary, this is no database.").expect("written");
    let mut bytes = fs::read(database(root, DAMAGED)).expect("read");
    let end = bytes.len();
    bytes[4096..end].fill(0x5a);
    fs::write(database(root, DAMAGED), bytes).expect("written");
    folder
}

fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                left.push(path);
            } else {
                all.insert(path.clone(), fs::read(path).expect("readable"));
            }
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_database_gets_its_line_and_none_is_touched() {
    let (standin, _, _) = stand_in(|_| {}).await;
    let folder = spoilt().await;
    let before = contents(folder.path());
    let (status, written) = Child::run(standin.api_base(), TOKEN, folder.path(), "info").ended().await;
    let data = folder.path().display().to_string();
    let checking = Child::start(&["check"], &[("GROUNDSWELL_DATA_DIR", &data)]);
    let (checked, found) = checking.ended().await;
    for (status, written) in [(status, written), (checked, found)] {
        assert_eq!(status.code(), Some(1), "{written}");
        assert_eq!(written.lines().count(), 5, "{written}");
        for (guild, says) in [
            (NEWER, "newer version"),
            (FOREIGN, "not a Groundswell database"),
            (EMPTY, "is empty"),
            (TEXT, "not a Groundswell database"),
            (DAMAGED, "damaged"),
        ] {
            let line = written.lines().find(|line| line.contains(guild)).unwrap_or_default();
            assert!(line.starts_with("groundswell: ") && line.contains(says), "{guild}: {written}");
        }
    }
    assert!(contents(folder.path()) == before, "something changed");
    assert_eq!(standin.journal().counts().requests, 0, "Discord was asked before the data was looked at");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sound_folder_passes_the_check_untouched_even_while_it_is_in_use() {
    let folder = TempDir::new().expect("a folder");
    let data = DataFolder::open(folder.path()).expect("free");
    data.guild(SOUND.parse().expect("an id")).await.expect("made");
    let root = folder.path().display().to_string();
    let (status, written) = Child::start(&["check"], &[("GROUNDSWELL_DATA_DIR", &root)]).ended().await;
    assert!(status.success() && written.contains("databases in order: 1"), "{written}");
    data.close().await;
    let before = contents(folder.path());
    let (status, _) = Child::start(&["check"], &[("GROUNDSWELL_DATA_DIR", &root)]).ended().await;
    assert!(status.success());
    assert!(contents(folder.path()) == before, "something changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_is_in_use_or_cannot_be_made_is_refused() {
    let (standin, _, _) = stand_in(|_| {}).await;
    let folder = TempDir::new().expect("a folder");
    let held = DataFolder::open(folder.path()).expect("free");
    let (status, written) = Child::run(standin.api_base(), TOKEN, folder.path(), "info").ended().await;
    assert_eq!((status.code(), written.lines().count()), (Some(1), 1), "{written}");
    assert!(written.contains("in use by another groundswell process"), "{written}");
    drop(held);
    // Below a file there can be no folder, whoever asks.
    let below = folder.path().join("groundswell.lock").join("data");
    let (status, written) = Child::run(standin.api_base(), TOKEN, &below, "info").ended().await;
    assert_eq!((status.code(), written.lines().count()), (Some(1), 1), "{written}");
    assert!(written.contains("can't be used"), "{written}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_ends_the_program_with_a_sentence_without_the_token() {
    let (standin, _, _) = stand_in(|_| {}).await;
    let folder = TempDir::new().expect("a folder");
    let (status, written) = Child::run(standin.api_base(), "a-wr0ng-t0ken", folder.path(), "error").ended().await;
    assert_eq!((status.code(), written.lines().count()), (Some(1), 1), "{written}");
    assert!(written.contains("DISCORD_TOKEN") && !written.contains("wr0ng"), "{written}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_half_made_by_a_process_that_died_is_made_anew() {
    let folder = TempDir::new().expect("a folder");
    let guild: GuildId = SOUND.parse().expect("an id");
    fs::create_dir(folder.path().join(SOUND)).expect("made");
    for leftover in ["groundswell.db.new", "groundswell.db.new-wal"] {
        fs::write(folder.path().join(SOUND).join(leftover), "half").expect("written");
    }
    let data = DataFolder::open(folder.path()).expect("free");
    data.open_all().await.expect("opens");
    data.guild(guild).await.expect("there");
    data.close().await;
    let files: Vec<_> = contents(&folder.path().join(SOUND)).into_keys().collect();
    assert_eq!(files, [database(folder.path(), SOUND)]);
}
