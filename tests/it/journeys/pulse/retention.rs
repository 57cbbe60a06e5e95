//! What is left of closed pulses 180 days, 12 months and 24 months later.

use chrono::{DateTime, TimeDelta, Utc};
use groundswell::scheduler::Scheduler;
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

use super::*;
use crate::support::berlin;

/// Launches a pulse, lets all of Sales answer with a comment, and closes it.
async fn sealed(stage: &Stage) {
    let company = &stage.company;
    let told = company.leads_channel.messages().len();
    company.lead.runs("pulse launch", &[]).await.expect("answered");
    let says = Says { comment: Some("The new screens need fewer windows."), ..CONTENT };
    all_answer(&company.sales.people, &post(&company.sales.channel).await, says).await;
    let closed = closes(&company.lead).await.text();
    assert!(closed.contains("the results are final"), "{closed}");
    assert_eq!(company.leads_channel.messages().len(), told + 1);
}

/// One tick of the stopped bot's scheduler at a moment; says when it wants to look again.
async fn tick(stage: &Stage, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    stage.clock.set(at);
    let services = services(stage);
    let next = Scheduler::new(services.clone()).tick().await;
    services.data.close().await;
    next
}

/// What lies in the database and beside it: waves with comments, waves with results, key files.
async fn left(stage: &Stage) -> (Vec<i64>, Vec<i64>, Vec<String>) {
    let folder = stage.data.path().join(guild(stage).to_string());
    let mut database = database(stage).await;
    let mut waves = async |table: &str| {
        let sql = AssertSqlSafe(format!("SELECT DISTINCT wave FROM {table} ORDER BY wave"));
        sqlx::query_scalar::<_, i64>(sql).fetch_all(&mut database).await.expect("a list")
    };
    let (comments, results) = (waves("comments").await, waves("snapshots").await);
    let keys = std::fs::read_dir(folder.join("keys")).expect("keys");
    let mut keys: Vec<String> =
        keys.map(|entry| entry.expect("one").file_name().into_string().expect("ascii")).collect();
    keys.sort();
    (comments, results, keys)
}

async fn database(stage: &Stage) -> SqliteConnection {
    let file = stage.data.path().join(guild(stage).to_string()).join("groundswell.db");
    SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("a database")
}

async fn changes(stage: &Stage) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM audit").fetch_one(&mut database(stage).await).await.expect("a count")
}

fn keys(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn p14_comments_go_after_180_days_results_after_24_months_and_a_fresh_pulse_is_untouched() {
    let mut stage = Stage::set_up().await;
    sealed(&stage).await; // 2 November 2026
    stage.clock.advance(TimeDelta::days(170)); // 21 April 2027
    sealed(&stage).await;
    stage.stop_bot().await;

    let midnight = |text: &str| format!("{text}T00:00:00Z").parse::<DateTime<Utc>>().expect("a moment");
    let due = midnight("2027-05-02");
    let next = tick(&stage, due - TimeDelta::minutes(1)).await;
    assert_eq!(next, Some(due), "the day after 180 days");
    assert_eq!(left(&stage).await, (vec![1, 2], vec![1, 2], keys(&["comments-1.key", "comments-2.key"])));

    let next = tick(&stage, due).await;
    assert_eq!(left(&stage).await, (vec![2], vec![1, 2], keys(&["comments-2.key"])));
    assert_eq!(next, Some(midnight("2027-10-19")), "the comments of the second");

    // A stop between key and rows: the rows go with the next run.
    let guild_folder = stage.data.path().join(guild(&stage).to_string());
    std::fs::remove_file(guild_folder.join("keys/comments-2.key")).expect("destroyed");
    assert_eq!(tick(&stage, midnight("2027-10-19")).await, Some(midnight("2027-11-03")), "the first settings");
    assert_eq!(left(&stage).await, (vec![], vec![1, 2], keys(&[])));

    stage.clock.set(berlin(2028, 11, 2, 12, 0));
    stage.start_bot().await;
    let lead = stage.company.lead.clone();
    let kept = lead.runs("sentiment summary", &[("wave", "1")]).await.expect("answered").rendered();
    assert!(kept.contains("Closed 2026-11-02"), "{kept}");
    stage.stop_bot().await;

    tick(&stage, midnight("2028-11-03")).await;
    assert_eq!(left(&stage).await, (vec![], vec![2], keys(&[])));
    stage.start_bot().await;
    let gone = lead.runs("sentiment summary", &[("wave", "1")]).await.expect("answered").rendered();
    assert!(gone.contains("no results of that pulse any more. It closed Monday, 2 November 2026"), "{gone}");
    let fresh = lead.runs("sentiment summary", &[]).await.expect("answered").rendered();
    assert!(fresh.contains("Closed 2027-04-21"), "{fresh}");
    stage.stop_bot().await;

    assert_eq!(tick(&stage, midnight("2029-04-22")).await, None, "nothing is left to delete");
    stage.start_bot().await;
    let none = lead.runs("sentiment summary", &[]).await.expect("answered").text();
    assert!(none.starts_with("There are no results any more"), "{none}");
    let list = lead.runs("pulse list", &[]).await.expect("answered").rendered();
    assert_eq!(list.matches("its results were deleted").count(), 2, "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn p14_the_list_of_changed_settings_goes_back_twelve_months_even_over_a_leap_day() {
    let mut stage = Stage::set_up().await;
    stage.clock.set(berlin(2028, 2, 29, 12, 0));
    stage.company.owner.runs("setup timezone", &[("zone", "Europe/Vienna")]).await.expect("answered");
    stage.stop_bot().await;
    let moment = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
    tick(&stage, moment("2028-02-29T13:00:00Z")).await;
    assert_eq!(changes(&stage).await, 1, "those of 2026 are gone");
    let next = tick(&stage, moment("2029-02-28T12:00:00Z")).await;
    assert_eq!((changes(&stage).await, next), (1, Some(moment("2029-03-01T00:00:00Z"))));
    assert_eq!(tick(&stage, moment("2029-03-01T00:00:00Z")).await, None);
    assert_eq!(changes(&stage).await, 0);
}
