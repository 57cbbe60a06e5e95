//! SIGTERM in every state: exit code 0, answers given, gateway closed, database checkpointed.

use std::fs;
use std::path::Path;
use std::time::Duration;

use groundswell::sandbox::faults::{Fault, Which};
use tempfile::TempDir;

use super::child::Child;
use super::support::stand_in;
use crate::support::TOKEN;

/// Nothing waits in a write-ahead log.
fn assert_checkpointed(data: &Path) {
    for guild in fs::read_dir(data).expect("readable") {
        let log = guild.expect("readable").path().join("groundswell.db-wal");
        assert!(fs::metadata(&log).map_or(0, |about| about.len()) == 0, "{} is not empty", log.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_first_connection() {
    let folder = TempDir::new().expect("a folder");
    let (standin, _, _) = stand_in(|_| {}).await;
    standin.gateway().set_refusing(true);
    for (address, sign) in [("http://127.0.0.1:9", "trying again"), (standin.api_base(), "readiness changed")] {
        let child = Child::run(address, TOKEN, folder.path(), "info");
        child.writes(sign).await;
        child.terminate();
        let (status, written) = child.ended().await;
        assert_eq!(status.code(), Some(0), "{written}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_connected_and_idle() {
    let folder = TempDir::new().expect("a folder");
    let (standin, guild, owner) = stand_in(|_| {}).await;
    let started = tokio::time::Instant::now();
    let child = Child::run(standin.api_base(), TOKEN, folder.path(), "info");
    standin.commands_registered(&guild).await;
    let ready = started.elapsed();
    owner.runs("setup timezone", &[("zone", "Europe/Berlin")]).await.expect("answered");
    let memory = child.resident_kb();
    // For whoever looks: cargo test -- --nocapture.
    let figures = format!("from start to registered: {} ms, resident: {memory:?} kB", ready.as_millis());
    child.terminate();
    let (status, written) = child.ended().await;
    assert_eq!(status.code(), Some(0), "{figures}: {written}");
    assert_eq!(standin.gateway().connected(), 0, "the gateway saw it go");
    assert_checkpointed(folder.path());
    standin.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_middle_of_an_answer() {
    let folder = TempDir::new().expect("a folder");
    let (standin, guild, owner) = stand_in(|_| {}).await;
    let child = Child::run(standin.api_base(), TOKEN, folder.path(), "info");
    standin.commands_registered(&guild).await;
    let slow = Fault::Latency(Duration::from_millis(1500));
    let slow = standin.faults().until_cleared(Which::of("GET", "/guilds/*/roles"), slow);
    let asking = tokio::spawn(async move { owner.runs("setup status", &[]).await });
    standin.faults().struck(slow, 1).await;
    child.terminate();
    asking.await.expect("no panic").expect("the answer came all the same");
    let (status, written) = child.ended().await;
    assert_eq!(status.code(), Some(0), "{written}");
    assert_checkpointed(folder.path());
}
