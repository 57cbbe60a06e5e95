//! Reminders: to channels, twice at most, in the same words for everybody, and not where enough have answered.

use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Channel, Message};
use sqlx::{Connection, SqliteConnection};

use super::*;
use crate::support::berlin;

const ALL_SENT: &str = "sent to **Legal**, **Sales**, **Service**";

/// A pulse from Monday, 2 November, 08:00 to Monday, 9 November, 17:00 is reminded of on Thursday and on its last day.
fn thursday(hour: u32, minute: u32) -> chrono::DateTime<chrono::Utc> {
    berlin(2026, 11, 5, hour, minute)
}

async fn status(stage: &Stage) -> String {
    settled(&stage.company.lead.runs("pulse status", &[]).await.expect("answered").rendered())
}

/// The same once it says this: posts are on their way for a moment.
async fn status_saying(stage: &Stage, wanted: &str) -> String {
    loop {
        let status = status(stage).await;
        if status.contains(wanted) {
            return status;
        }
        tokio::task::yield_now().await;
    }
}

/// A text as people see it, but for how far away things are.
fn settled(text: &str) -> String {
    let distance = regex::Regex::new(r"\((in )?\d+ \w+( ago)?\)").expect("a pattern");
    distance.replace_all(text, "(DISTANCE)").into_owned()
}

fn reminders(channel: &Channel) -> usize {
    channel.messages().iter().filter(|message| message.text().starts_with('⏰')).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_channel_is_reminded_twice_and_the_reminders_end_with_the_pulse() {
    let mut stage = launched().await;
    insta::assert_snapshot!("status_planned", status(&stage).await);
    stage.clock.set(thursday(8, 59));
    stage.restart_bot().await;
    assert_eq!(reminders(&stage.company.sales.channel), 0);
    stage.clock.set(thursday(9, 0));
    let mut words = Vec::new();
    for department in stage.company.departments() {
        words.push(department.channel.shows("is still open").await.expect("reminded").rendered());
    }
    words.dedup();
    assert_eq!(words.len(), 1, "the same words for everybody");
    insta::assert_snapshot!("reminder", settled(&words[0]));

    // Its button opens the same private screens.
    let first = stage.company.sales.channel.shows("is still open").await.expect("reminded");
    assert!(first.pings().is_empty());
    let screen = opens(&stage.company.sales.people[1], &first).await;
    assert!(screen.is_ephemeral() && screen.buttons()[0].label == "Begin", "{}", screen.rendered());
    insta::assert_snapshot!("status_reminded", status_saying(&stage, ALL_SENT).await);

    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 9, 9, 0));
    let second = stage.company.legal.channel.shows("closes soon").await.expect("reminded");
    insta::assert_snapshot!("reminder_second", settled(&second.rendered()));
    stage.company.sales.channel.shows("closes soon").await.expect("reminded");
    stage.clock.set(berlin(2026, 11, 9, 16, 0));
    assert_eq!(reminders(&stage.company.sales.channel), 2);

    stage.clock.set(berlin(2026, 11, 9, 17, 0));
    let over = |message: &Message| message.id() == first.id() && message.buttons().is_empty();
    let over = stage.company.sales.channel.shows_where("a reminder without its button", over).await.expect("ended");
    assert!(over.text().contains("Closed on"), "{}", over.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_in_which_enough_have_answered_is_left_alone() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    // Twenty people: from fifteen on the half-width is under 15 points.
    let more: Vec<_> = (1..=8)
        .map(|number| company.guild.add_member(&format!("Sam {number}"), std::slice::from_ref(&company.sales.role)))
        .collect();
    company.lead.runs("pulse launch", &[]).await.expect("answered");
    let sales = post(&company.sales.channel).await;
    all_answer(&company.sales.people, &sales, CONTENT).await;
    all_answer(&more[..2], &sales, CONTENT).await;
    // Opening the pulse is not answering it.
    let looks = opens(&more[3], &sales).await;
    more[3].clicks(&looks, "Begin").await.expect("answered");
    stage.clock.set(thursday(9, 0));
    company.sales.channel.shows("is still open").await.expect("fourteen are too few");

    all_answer(&more[2..3], &sales, CONTENT).await;
    stage.clock.set(berlin(2026, 11, 9, 9, 0));
    company.service.channel.shows("closes soon").await.expect("reminded");
    company.legal.channel.shows("closes soon").await.expect("reminded");
    let all = status_saying(&stage, "sent to **Legal**, **Service**").await;
    insta::assert_snapshot!("status_not_needed", all);
    assert_eq!(reminders(&company.sales.channel), 1, "{}", company.sales.channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_small_group_a_reminder_tells_nothing_even_if_all_have_answered() {
    let stage = launched().await;
    all_answer(&stage.company.sales.people, &post(&stage.company.sales.channel).await, CONTENT).await;
    stage.clock.set(thursday(9, 0));
    stage.company.sales.channel.shows("is still open").await.expect("reminded all the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_reminder_goes_out_and_is_told_and_one_that_is_too_late_is_only_told() {
    let mut stage = launched().await;
    stage.stop_bot().await;
    stage.clock.set(thursday(11, 0));
    stage.start_bot().await;
    stage.company.sales.channel.shows("is still open").await.expect("reminded late");
    let told = stage.company.leads_channel.shows("went out late").await.expect("told");
    insta::assert_snapshot!("notice_late", settled(&told.rendered()));

    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 9, 13, 30));
    stage.start_bot().await;
    let told = stage.company.leads_channel.shows("wasn't sent").await.expect("told");
    insta::assert_snapshot!("notice_missed", settled(&told.rendered()));
    assert_eq!(reminders(&stage.company.sales.channel), 1);
    assert!(status(&stage).await.contains("couldn't send it in time"), "{}", status(&stage).await);
}

/// Waits until reminders stand written down.
async fn written_down(stage: &Stage) {
    let file = stage.data.path().join(stage.company.guild.id().to_string()).join("groundswell.db");
    let mut disk = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("opens");
    let count = "SELECT count(*) FROM wave_follow_ups WHERE state = 'planned'";
    while sqlx::query_scalar::<_, i64>(count).fetch_one(&mut disk).await.expect("read") == 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_for_which_new_quiet_hours_leave_no_time_is_left_out_and_leads_are_told() {
    let stage = launched().await;
    written_down(&stage).await;
    stage.clock.set(berlin(2026, 11, 4, 10, 0));
    let hours = [("weekdays", "8:00-17:00")];
    stage.company.owner.runs("setup quiet-hours", &hours).await.expect("answered");
    // Monday's is left out, too, with a notice of its own.
    let words = format!("planned for <t:{}", thursday(9, 0).timestamp());
    let told = stage.company.leads_channel.shows(&words).await.expect("told");
    insta::assert_snapshot!("notice_quiet", settled(&told.rendered()));
    stage.clock.set(thursday(9, 0));
    let status = status(&stage).await;
    assert!(status.contains("Either quiet hours left no time for it"), "{status}");
    assert!(!status.contains("too short a time"), "{status}");
    assert_eq!(reminders(&stage.company.sales.channel), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_in_doubt_is_looked_for_and_not_repeated() {
    let mut stage = launched().await;
    let address = format!("/channels/{}/messages", stage.company.sales.channel.id());
    let fault = stage.standin.faults().times(1, Which::of("POST", &address), Fault::HalfBody);
    stage.clock.set(thursday(9, 0));
    stage.standin.faults().struck(fault, 1).await;
    stage.crash_bot().await;
    stage.start_bot().await;
    stage.company.legal.channel.shows("is still open").await.expect("reminded");
    stage.clock.set(thursday(9, 2));
    status_saying(&stage, ALL_SENT).await;
    for department in stage.company.departments() {
        assert_eq!(reminders(&department.channel), 1, "{}", department.channel.rendered());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_of_a_day_has_no_reminder_and_says_so() {
    let stage = Stage::set_up().await;
    stage.company.lead.runs("pulse launch", &[("closes", "today 17:00")]).await.expect("answered");
    assert!(status(&stage).await.contains("No reminders: the pulse is open too short"), "{}", status(&stage).await);
}
