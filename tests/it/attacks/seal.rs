//! **Disturb the seal.** The attacker holds the database open while the pulse closes, and looks for results meanwhile, or
//! keeps the old state for later. Wanted: a result beside rows that can still be opened.
//!
//! Kills at each step stand in `journeys/pulse/sealing.rs` (step by step) and `robustness/kill/sealing.rs` (the whole
//! program, `kill -9`).

use groundswell::privacy::keys::{KeyError, KeyVault};
use sqlx::Connection;

use super::crowd::{self, first};
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
    assert!(closed.contains("takes a little longer"), "{closed}");
    let mut results = 0;
    for options in [vec![], vec![("wave", "1")], vec![("department", "Sales")]] {
        let reply = company.lead.runs("sentiment summary", &options).await.expect("answered");
        results += usize::from(!reply.attachments().is_empty() || reply.rendered().contains('%'));
    }
    results += company.leads_channel.messages().len();
    println!("results while the old state is held open: {results}");
    assert_eq!(results, 0);

    // What the reader holds is worth nothing: the keys went before.
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM answers").fetch_one(&mut reader).await.expect("rows");
    let key = KeyVault::open(folder.join("keys")).expect("a folder").wave_keys(first());
    assert!(kept == 12 && matches!(key, Err(KeyError::Missing)), "{kept} rows, {key:?}");
    reader.close().await.expect("gone");
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    company.leads_channel.shows("results are final").await.expect("told once nobody reads");
}
