//! A server that the bot is taken off is forgotten after thirty days, unless the bot comes back.

use std::path::PathBuf;

use chrono::TimeDelta;
use groundswell::domain::clock::Clock;
use sqlx::{Connection, SqliteConnection};

use crate::support::Stage;
use crate::support::pulses::{CONTENT, all_answer, launched, post};

fn folder(stage: &Stage) -> PathBuf {
    stage.data.path().join(stage.company.guild.id().to_string())
}

/// Whether the bot has noted that it is gone.
async fn is_noted(stage: &Stage) -> bool {
    let file = folder(stage).join("groundswell.db");
    let mut database = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("a database");
    let rows: i64 =
        sqlx::query_scalar("SELECT count(*) FROM departure").fetch_one(&mut database).await.expect("a count");
    database.close().await.expect("closed");
    rows > 0
}

/// Waits for what must come; never longer than a minute.
async fn in_time(what: &str, coming: impl Future<Output = ()>) {
    let minute = std::time::Duration::from_secs(60);
    tokio::time::timeout(minute, coming).await.unwrap_or_else(|_| panic!("{what} never came"));
}

async fn until_noted(stage: &Stage, wanted: bool) {
    let noted = async {
        while is_noted(stage).await != wanted {
            tokio::task::yield_now().await;
        }
    };
    in_time("a note", noted).await;
}

async fn until_gone(path: PathBuf) {
    let gone = async {
        while path.exists() {
            tokio::task::yield_now().await;
        }
    };
    in_time("its end", gone).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_days_after_the_bot_was_taken_off_nothing_is_left_also_over_a_restart() {
    let mut stage = launched().await;
    all_answer(&stage.company.sales.people, &post(&stage.company.sales.channel).await, CONTENT).await;
    let left = stage.clock.now();
    stage.company.guild.removes_bot();
    until_noted(&stage, true).await;
    stage.stop_bot().await;
    stage.clock.set(left + TimeDelta::days(29));
    stage.connect_bot().await;
    // The pulse's time is over: its answers are anonymous on time, although nobody can be told.
    until_gone(folder(&stage).join("keys/wave-1.key")).await;
    assert!(is_noted(&stage).await);
    stage.clock.set(left + TimeDelta::days(30) + TimeDelta::minutes(1));
    until_gone(folder(&stage)).await;
    // Set aside under this name while it is removed.
    until_gone(stage.data.path().join(format!("{}.removed", stage.company.guild.id()))).await;
    let left: Vec<_> =
        std::fs::read_dir(stage.data.path()).expect("a folder").map(|e| e.expect("one").path()).collect();
    assert_eq!(left, [stage.data.path().join("groundswell.lock")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn coming_back_in_time_keeps_everything() {
    let stage = launched().await;
    stage.company.guild.removes_bot();
    until_noted(&stage, true).await;
    stage.clock.advance(TimeDelta::days(2));
    stage.company.guild.invites_bot();
    until_noted(&stage, false).await;
    stage.standin.commands_registered(&stage.company.guild).await;
    stage.clock.advance(TimeDelta::days(40));
    let list = stage.company.lead.runs("pulse list", &[]).await.expect("answered").text();
    assert!(list.contains("How is the new CRM going for you?"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outage_of_the_server_is_no_departure() {
    let stage = Stage::set_up().await;
    stage.company.guild.set_available(false);
    stage.clock.advance(TimeDelta::days(40));
    stage.company.guild.set_available(true);
    stage.clock.advance(TimeDelta::minutes(1));
    let status = stage.company.owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(status.contains("Sales"), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn being_taken_off_while_the_bot_was_down_is_noticed_when_it_connects() {
    let mut stage = Stage::set_up().await;
    stage.stop_bot().await;
    stage.company.guild.removes_bot();
    stage.connect_bot().await;
    until_noted(&stage, true).await;
    stage.clock.advance(TimeDelta::days(31));
    until_gone(folder(&stage)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_planned_pulse_waits_for_the_bot_to_come_back() {
    let stage = Stage::set_up().await;
    let options = [("opens", "in 2 days"), ("closes", "in 6 days")];
    stage.company.lead.runs("pulse launch", &options).await.expect("answered");
    stage.company.guild.removes_bot();
    until_noted(&stage, true).await;
    stage.clock.advance(TimeDelta::days(3));
    stage.clock.somebody_sleeps().await;
    let file = folder(&stage).join("groundswell.db").display().to_string();
    let mut disk = SqliteConnection::connect(&format!("sqlite://{file}")).await.expect("opens");
    let state: String = sqlx::query_scalar("SELECT state FROM waves").fetch_one(&mut disk).await.expect("a wave");
    assert_eq!(state, "planned", "nothing opens where nobody can answer");
    disk.close().await.expect("closed");
    stage.company.guild.invites_bot();
    until_noted(&stage, false).await;
    stage.standin.commands_registered(&stage.company.guild).await;
    stage.clock.advance(TimeDelta::minutes(1));
    let lead = &stage.company.lead;
    while !lead.runs("pulse list", &[]).await.expect("answered").text().contains("open until") {}
}
