//! **Disturb the seal.** The attacker holds the database open while the pulse closes, and looks for results meanwhile, or
//! keeps the old state for later. Wanted: a result beside rows that can still be opened.
//!
//! Kills at each step stand in `journeys/pulse/sealing.rs` (step by step) and `robustness/kill/sealing.rs` (the whole
//! program, `kill -9`).

use chrono::TimeDelta;
use groundswell::privacy::keys::{KeyError, KeyVault};
use groundswell::service::pulses::{answering, sealing};
use sqlx::Connection;

use super::crowd::{self, Crowd, first};
use crate::support::pulses::{CONTENT, all_answer, closes, launched, post};

#[tokio::test(flavor = "multi_thread")]
async fn p1_while_somebody_holds_the_old_state_open_there_is_no_result() {
    let stage = launched().await;
    let company = &stage.company;
    all_answer(&company.sales.people, &post(&company.sales.channel).await, CONTENT).await;
    let folder = stage.data.path().join(company.guild.id().to_string());
    let mut reader = crowd::open(&folder).await;
    sqlx::raw_sql("BEGIN; SELECT count(*) FROM answers").execute(&mut reader).await.expect("an older state");

    let closed = closes(&company.lead).await.text();
    let mut results = 0;
    for options in [vec![], vec![("wave", "1")], vec![("department", "Sales")]] {
        let reply = company.lead.runs("sentiment summary", &options).await.expect("answered");
        results += usize::from(!reply.attachments().is_empty() || reply.rendered().contains('%'));
    }
    results += company.leads_channel.messages().len();
    println!("results while the old state is held open: {results}");
    assert_eq!(results, 0);
    assert!(closed.contains("takes a little longer"), "{closed}");

    // What the reader holds is worth nothing: the keys went before.
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM answers").fetch_one(&mut reader).await.expect("rows");
    let key = KeyVault::open(folder.join("keys")).expect("a folder").wave_keys(first());
    assert!(kept == 12 && matches!(key, Err(KeyError::Missing)), "{kept} rows, {key:?}");
    reader.close().await.expect("gone");
    stage.clock.advance(TimeDelta::minutes(1));
    company.leads_channel.shows("results are final").await.expect("told once nobody reads");
}

/// Nothing has closed the pulse yet: the machine slept over the hour, or its clock jumped.
#[tokio::test(flavor = "multi_thread")]
async fn p11_a_tap_after_the_time_that_people_were_told_counts_nowhere() {
    let crowd = Crowd::gathered().await;
    crowd.answers(0).await;
    crowd.stage.clock.advance(TimeDelta::days(10));
    let late = answering::answer(&crowd.services, &crowd.people[1].actor, first(), 0, Some(5)).await;
    println!("answers taken after the close: {} of 1", u8::from(late.is_ok()));
    assert!(late.is_err());
    assert_eq!(crowd::rows(&crowd.folder()).await.len(), 1);
}

/// The pulse is closed already, and its keys are in memory still.
#[tokio::test(flavor = "multi_thread")]
async fn p1_a_tap_in_the_middle_of_the_seal_counts_nowhere() {
    let crowd = Crowd::gathered().await;
    crowd.answers(0).await;
    sealing::stop_intake(&crowd.services, crowd.guild, first()).await.expect("closed");
    let late = answering::answer(&crowd.services, &crowd.people[1].actor, first(), 0, Some(5)).await;
    println!("answers taken during the seal: {} of 1", u8::from(late.is_ok()));
    assert!(late.is_err());
    assert_eq!(crowd::rows(&crowd.folder()).await.len(), 1);
}
