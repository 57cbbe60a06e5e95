//! What champions reported, beside the results: since which pulse it counts, and with which reading.

use std::sync::Arc;

use chrono::TimeDelta;
use groundswell::domain::ids::WaveId;
use groundswell::sandbox::language::{Member, Message};
use groundswell::service::Services;
use groundswell::service::pulses::sealing;
use groundswell::service::readings::queue;
use groundswell::store::{self, GuildStore, snapshots};
use sqlx::{Connection, SqliteConnection};
use tokio_util::sync::CancellationToken;

use super::*;
use crate::support::company::{Company, Department};

const HEARD: [&str; 3] = [
    "The new system is far too slow, and nobody helps us.",
    "The new system is terrible, and everybody hates it.",
    "Everything is worse than before, and nobody listens to us.",
];

/// Four champions of a department file three reports each.
async fn twelve_reports(company: &Company, department: &Department) {
    for champion in &department.people[..4] {
        for heard in HEARD {
            reports(company, champion, heard).await;
        }
    }
}

async fn reports(company: &Company, champion: &Member, heard: &str) {
    champion.gets(&company.champion_role());
    let doubt = [("kind", "doubt"), ("about", "tool"), ("severity", "2")];
    let form = champion.runs("champion report", &doubt).await.expect("answered").form().expect("a form");
    champion.submits(&form, &[("What did you hear?", heard)]).await.expect("answered");
}

/// A pulse in one department, from launch to results: every fourth person thinks otherwise than most. So many pulses have
/// results then.
async fn asks(stage: &Stage, department: &Department, points: [&str; 2], pulses: usize) {
    stage.clock.advance(TimeDelta::days(20));
    let lead = &stage.company.lead;
    let launched = lead.runs("pulse launch", &[("departments", department.name)]).await.expect("answered");
    assert!(launched.text().starts_with("**Launched"), "{}", launched.text());
    let (few, most) = department.people.split_at(department.people.len() / 4);
    let post = department.channel.newest_with_button("Answer privately").expect("a post");
    all_answer(most, &post, Says { points: points[0], ..CONTENT }).await;
    all_answer(few, &post, Says { points: points[1], ..CONTENT }).await;
    closes(lead).await;
    let channel = &stage.company.leads_channel;
    let told = || channel.messages().iter().filter(|message| message.all_text().contains("results are final")).count();
    channel.shows_where("one more summary", |_: &Message| told() >= pulses).await.expect("told");
}

/// All pages of the newest summary, of which the last tells of reports.
async fn pages(lead: &Member) -> String {
    let summary = lead.runs("sentiment summary", &[]).await.expect("answered");
    let mut pages = vec![summary.rendered()];
    while !pages.iter().any(|page| page.contains("Champion reports")) {
        pages.push(summary.follow_up(pages.len() - 1).await.expect("a page with reports").rendered());
    }
    pages.concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_counts_since_the_last_pulse_that_asked_it_whatever_others_were_asked_meanwhile() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    twelve_reports(company, &company.service).await;
    asks(&stage, &company.sales, ["Disagree", "Agree"], 1).await;
    asks(&stage, &company.service, ["Agree", "Disagree"], 2).await;
    let service = pages(&company.lead).await;
    for part in ["Service: 12", "Until the pulse closed 10–14:"] {
        assert!(service.contains(part), "{part}: {service}");
    }

    asks(&stage, &company.sales, ["Agree", "Disagree"], 3).await;
    let sales = company.lead.runs("sentiment summary", &[]).await.expect("answered");
    let details = sales.follow_up(0).await.expect("a second page").rendered();
    assert!(details.contains("rose"), "Sales has been asked before: {details}");
}

/// A trial of twenty minutes, which two answer: its summary shows nothing, so nothing counts in it.
#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_without_a_result_takes_no_reports_from_the_next() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    twelve_reports(company, &company.service).await;
    stage.clock.advance(TimeDelta::days(2));
    company.lead.runs("pulse launch", &[("departments", "Service")]).await.expect("answered");
    all_answer(&company.service.people[..2], &post(&company.service.channel).await, CONTENT).await;
    stage.clock.advance(TimeDelta::minutes(20));
    closes(&company.lead).await;
    company.leads_channel.shows("results are final").await.expect("told");
    asks(&stage, &company.service, ["Agree", "Disagree"], 2).await;
    let service = pages(&company.lead).await;
    for part in ["Service: 12", "Until the pulse closed 10–14:"] {
        assert!(service.contains(part), "{part}: {service}");
    }
}

/// How many reports the oldest pulse's page tells of.
async fn told_of_oldest(lead: &Member) -> Vec<String> {
    let waves = lead.autocompletes("sentiment summary", "wave", "").await.expect("answered");
    let oldest = [("wave", waves.last().expect("a pulse").1.as_str())];
    let summary = lead.runs("sentiment summary", &oldest).await.expect("answered");
    let pages = [summary.rendered(), summary.follow_up(0).await.expect("details").rendered()];
    let mut page = pages.concat();
    if let Ok(more) = summary.follow_up(1).await {
        page += &more.rendered();
    }
    let counts = page.lines().skip_while(|line| !line.contains("Champion reports"));
    counts.filter(|line| line.contains(": ")).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_page_counts_no_further_for_a_group_of_which_a_part_was_asked_again() {
    let stage = launched().await;
    let company = &stage.company;
    for department in company.departments() {
        all_answer(&department.people, &post(&department.channel).await, CONTENT).await;
    }
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let of_legal = &company.legal.people[0];
    let before = told_of_oldest(&company.lead).await;
    reports(company, of_legal, HEARD[0]).await;
    assert_ne!(told_of_oldest(&company.lead).await, before, "while it is the newest, it goes on");

    asks(&stage, &company.service, ["Disagree", "Agree"], 2).await;
    let then = told_of_oldest(&company.lead).await;
    reports(company, of_legal, HEARD[1]).await;
    assert_eq!(told_of_oldest(&company.lead).await, then, "what is new would be of Legal alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_that_was_made_anew_goes_on_where_it_ended() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    twelve_reports(company, &company.service).await;
    asks(&stage, &company.service, ["Agree", "Disagree"], 1).await;
    assert!(pages(&company.lead).await.contains("Service: 12"));
    let (role, channel) = (company.service.role.mention(), company.service.channel.mention());
    company.owner.runs("setup department remove", &[("department", "Service")]).await.expect("answered");
    let options = [("name", "Service"), ("role", &role), ("channel", &channel)];
    company.owner.runs("setup department add", &options).await.expect("answered");
    // What is filed in the second of the close counts before it.
    stage.clock.advance(TimeDelta::minutes(1));
    reports(company, &company.service.people[0], HEARD[0]).await;
    asks(&stage, &company.service, ["Agree", "Disagree"], 2).await;
    let anew = pages(&company.lead).await;
    assert!(anew.contains("Service: 1") && !anew.contains("Service: 13"), "{anew}");
}

/// An open pulse that all of Sales have answered, with twelve reports that were read, over the stopped bot's own data.
async fn reported() -> (Stage, Services, Arc<GuildStore>, SqliteConnection) {
    let mut stage = launched().await;
    twelve_reports(&stage.company, &stage.company.sales).await;
    all_answer(&stage.company.sales.people, &post(&stage.company.sales.channel).await, CONTENT).await;
    stage.stop_bot().await;
    let services = services(&stage);
    let store = services.store(guild(&stage)).await.expect("opens");
    queue::read_waiting(&services).await;
    let file = stage.data.path().join(guild(&stage).to_string()).join("groundswell.db");
    let database = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("a database");
    (stage, services, store, database)
}

/// Changes the rows as nothing in the program does.
async fn changes(database: &mut SqliteConnection, statement: &'static str) {
    sqlx::raw_sql(statement).execute(database).await.expect(statement);
}

const OTHER_ENGINE: &str = "UPDATE reports SET reading = json_set(reading, '$.e', 'another engine')";

const NO_WRITING: &str = "CREATE TRIGGER no_writing BEFORE UPDATE OF reading ON reports
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";

async fn with_reading(database: &mut SqliteConnection, engine_like: &str) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM reports WHERE reading LIKE ?")
        .bind(engine_like)
        .fetch_one(database)
        .await
        .expect("counted")
}

async fn seals(stage: &Stage, services: &Services) {
    let first = WaveId::new(1).expect("from 1");
    assert!(sealing::stop_intake(services, guild(stage), first).await.expect("stopped"));
    assert!(sealing::finish(services, guild(stage), first).await.expect("sealed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_engine_read_is_neither_told_nor_over_with_the_pulse() {
    let (stage, services, store, mut database) = reported().await;
    changes(&mut database, OTHER_ENGINE).await;
    changes(&mut database, NO_WRITING).await;
    database.close().await.expect("closed");
    seals(&stage, &services).await;
    let mut reader = store.reader().await.expect("a reader");
    let sealed = snapshots::list_sealed(&mut reader).await.expect("readable").remove(0).snapshot;
    assert!(sealed.reports.iter().all(|told| told.tone.is_none()), "{:?}", sealed.reports);
    let waiting = store::reports::list_uncounted(&mut reader).await.expect("listed").len();
    assert_eq!(waiting, 12, "they count in the next pulse");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_seal_reads_what_it_counts_and_no_report_that_has_counted() {
    let (stage, services, store, mut database) = reported().await;
    changes(&mut database, OTHER_ENGINE).await;
    changes(&mut database, "UPDATE reports SET counted = 1 WHERE id <= 2").await;
    seals(&stage, &services).await;
    assert_eq!(with_reading(&mut database, "%another engine%").await, 2);
    database.close().await.expect("closed");
    let mut reader = store.reader().await.expect("a reader");
    let sealed = snapshots::list_sealed(&mut reader).await.expect("readable").remove(0).snapshot;
    assert!(sealed.reports.iter().any(|told| told.tone.is_some()), "ten are left: {:?}", sealed.reports);
    assert_eq!(store::reports::list_uncounted(&mut reader).await.expect("listed"), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_looked_through_is_looked_through_again_after_a_pause() {
    let (stage, services, _store, mut database) = reported().await;
    changes(&mut database, "UPDATE reports SET reading = NULL").await;
    changes(&mut database, NO_WRITING).await;
    let after_a_start = Services { unread: Arc::default(), ..services };
    queue::read_waiting(&after_a_start).await;
    assert_eq!(with_reading(&mut database, "%").await, 0);
    changes(&mut database, "DROP TRIGGER no_writing").await;
    queue::read_waiting(&after_a_start).await;
    assert_eq!(with_reading(&mut database, "%").await, 0, "all guilds are not looked through with every answer");
    stage.clock.advance(TimeDelta::minutes(5));
    queue::read_waiting(&after_a_start).await;
    assert_eq!(with_reading(&mut database, "%").await, 12);
    database.close().await.expect("closed");
}

/// Nobody answers any more before the close.
#[tokio::test(flavor = "multi_thread")]
async fn after_the_pause_it_is_looked_through_again_though_nothing_new_comes() {
    let (stage, services, _store, mut database) = reported().await;
    changes(&mut database, "UPDATE reports SET reading = NULL").await;
    changes(&mut database, NO_WRITING).await;
    let (stop, after_a_start) = (CancellationToken::new(), Services { unread: Arc::default(), ..services });
    let worker = tokio::spawn(queue::work(after_a_start, stop.clone()));
    let sleeps = tokio::time::timeout(std::time::Duration::from_secs(20), stage.clock.somebody_sleeps());
    sleeps.await.expect("the worker waits for the end of the pause");
    assert_eq!(with_reading(&mut database, "%").await, 0);
    changes(&mut database, "DROP TRIGGER no_writing").await;
    stage.clock.advance(TimeDelta::minutes(5));
    while with_reading(&mut database, "%").await < 12 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    stop.cancel();
    worker.await.expect("stopped");
    database.close().await.expect("closed");
}
