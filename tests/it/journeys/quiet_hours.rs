//! What the bot would post by itself in quiet hours leaves at their end, once, and the bot wakes up for that.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use groundswell::sandbox::faults::Fault;
use groundswell::sandbox::language::{Channel, Message};

use super::announcements::counts;
use super::announcements_held_up::{comes_back_after, hangs_in_sales, posts_to};
use crate::support::announcing::{TITLE, drafted, either, planned, says, seen};
use crate::support::pulses::{CONTENT, all_answer, launched, post};
use crate::support::{Stage, berlin};

pub(super) async fn quiet(stage: &Stage, weekdays: &str, weekend: &str) {
    let hours = [("weekdays", weekdays), ("weekend", weekend)];
    let saved = stage.company.owner.runs("setup quiet-hours", &hours).await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
}

/// Goes from one moment that the bot sleeps until to the next, until it sleeps until this one. Nothing but the bot's own
/// alarm tells of it.
pub(super) async fn sleeps_until(stage: &Stage, end: DateTime<Utc>) {
    let walk = async {
        let mut changes = stage.clock.changes();
        loop {
            stage.clock.somebody_sleeps().await;
            match stage.clock.awaited() {
                Some(alarm) if alarm == end => return,
                Some(alarm) if alarm < end => stage.clock.set(alarm),
                // It has more to do before it knows.
                _ => drop(changes.changed().await),
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(40), walk).await.expect("the end of quiet hours wakes the bot");
}

fn of_a_kind(channel: &Channel, mark: char) -> usize {
    channel.messages().iter().filter(|message| message.text().starts_with(mark)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_runs_in_quiet_hours_the_newest_leaves_once_when_these_end() {
    let stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    planned(&stage.company.lead, &[("when", "fri 20:00"), ("repeat", "daily")]).await;
    // Friday's, Saturday's and Sunday's runs come together on Monday morning.
    stage.clock.set(berlin(2026, 11, 6, 20, 0) + TimeDelta::seconds(1));
    let monday = berlin(2026, 11, 9, 8, 0);
    sleeps_until(&stage, monday).await;
    assert_eq!(counts(&stage), [0, 0, 0], "nothing leaves in quiet hours");
    stage.clock.set(monday);
    while !says(&stage.company.lead, "show").await.contains("Posted 3 times") {}
    assert_eq!(counts(&stage), [1, 1, 1]);
    let tuesday = berlin(2026, 11, 10, 8, 0);
    sleeps_until(&stage, tuesday).await;
    assert_eq!(counts(&stage), [1, 1, 1], "once, and nothing in the next quiet hours");
    stage.clock.set(tuesday);
    while !says(&stage.company.lead, "show").await.contains("Posted 6 times") {}
    assert_eq!(counts(&stage), [2, 2, 2]);
}

/// The program breaks off now and is there again at this moment.
pub(super) async fn is_down_until(stage: &mut Stage, moment: DateTime<Utc>) {
    stage.crash_bot().await;
    stage.clock.set(moment);
    stage.start_bot().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_late_in_quiet_hours_is_still_sent_when_these_end() {
    for repeat in [None, Some(("repeat", "weekly"))] {
        let mut stage = Stage::set_up().await;
        quiet(&stage, "18:00-8:00", "all day").await;
        let options: Vec<_> = [("when", "today 17:00")].into_iter().chain(repeat).collect();
        planned(&stage.company.lead, &options).await;
        is_down_until(&mut stage, berlin(2026, 11, 2, 19, 0)).await;
        let end = berlin(2026, 11, 3, 8, 0);
        sleeps_until(&stage, end).await;
        assert_eq!(counts(&stage), [0, 0, 0], "nothing leaves in quiet hours");
        let told = stage.company.leads_channel.shows("It waits for their end").await.expect("told when it is held");
        let shown = says(&stage.company.lead, "show").await;
        assert!(shown.contains("waits for the end of your quiet hours"), "{shown}");
        let ends = "3 November 2026 07:00";
        let listed = stage.company.lead.runs("announce list", &[]).await.expect("answered").rendered();
        assert!(shown.contains(ends) && listed.contains(ends), "{shown}\n{listed}");
        assert!(told.rendered().contains(ends) && told.rendered().contains("[Send now]"), "{}", told.rendered());
        stage.clock.set(end);
        for department in stage.company.departments() {
            let post = department.channel.shows(TITLE).await.expect("posted");
            assert!(post.all_text().contains("comes late"), "{}", post.rendered());
        }
        while !says(&stage.company.lead, "show").await.contains("Posted 3 times") {}
        let is_settled = |one: &Message| one.buttons().is_empty();
        stage.company.leads_channel.shows_where("no button any more", is_settled).await.expect("it has left");
        assert_eq!(stage.company.leads_channel.messages().len(), 1, "told once: {}", told.rendered());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_hour_that_a_lead_chose_holds_for_that_hour_only() {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    planned(&stage.company.lead, &[("when", "today 20:00")]).await;
    is_down_until(&mut stage, berlin(2026, 11, 3, 3, 0)).await;
    let end = berlin(2026, 11, 3, 8, 0);
    sleeps_until(&stage, end).await;
    assert_eq!(counts(&stage), [0, 0, 0], "nobody chose three in the morning");
    stage.clock.set(end);
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(post.all_text().contains("comes late"), "{}", post.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_that_is_held_up_into_quiet_hours_waits_for_their_end_however_often_the_program_starts() {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    stage.clock.set(berlin(2026, 11, 2, 17, 0));
    hangs_in_sales(&stage).await;
    comes_back_after(&mut stage, TimeDelta::hours(2)).await;
    let end = berlin(2026, 11, 3, 8, 0);
    for _ in 0..2 {
        sleeps_until(&stage, end).await;
        assert_eq!(counts(&stage), [0, 1, 1], "nothing leaves in quiet hours");
        is_down_until(&mut stage, berlin(2026, 11, 3, 3, 0)).await;
    }
    sleeps_until(&stage, end).await;
    stage.clock.set(end);
    let late = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(late.all_text().contains("comes late"), "{}", late.all_text());
    assert_eq!(counts(&stage), [1, 1, 1]);
    stage.company.leads_channel.shows("It waits there for their end").await.expect("told");
    assert_eq!(stage.company.leads_channel.messages().len(), 1, "{}", stage.company.leads_channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_read_that_a_channel_got_a_post_late_for_the_quiet_hours_where_it_could_have_been_reached() {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    stage.clock.set(berlin(2026, 11, 2, 17, 0));
    hangs_in_sales(&stage).await;
    // It waits behind the one that hangs.
    let lead = stage.company.lead.clone();
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "Second"), ("body", "Something changes."), ("benefit", "It gets easier.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    stage.company.legal.channel.shows("Second").await.expect("posted");
    stage.company.service.channel.shows("Second").await.expect("posted");
    comes_back_after(&mut stage, TimeDelta::hours(2)).await;
    let end = berlin(2026, 11, 3, 8, 0);
    sleeps_until(&stage, end).await;
    let leads = &stage.company.leads_channel;
    let told = leads.shows("I couldn't post **Second**").await.expect("told").text().to_owned();
    assert!(told.contains("and now it is quiet hours"), "{told}");
    leads.shows("I couldn't post **One list of customers**").await.expect("the other one had been tried");
    stage.clock.set(end);
    stage.company.sales.channel.shows("Second").await.expect("posted");
    assert_eq!(leads.messages().len(), 2, "{}", leads.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_sends_what_waits_before_quiet_hours_end_and_it_leaves_once() {
    for repeat in [None, Some(("repeat", "weekly"))] {
        let mut stage = Stage::set_up().await;
        quiet(&stage, "18:00-8:00", "all day").await;
        let options: Vec<_> = [("when", "today 17:00")].into_iter().chain(repeat).collect();
        planned(&stage.company.lead, &options).await;
        is_down_until(&mut stage, berlin(2026, 11, 2, 19, 0)).await;
        let told = stage.company.leads_channel.shows("It waits for their end").await.expect("told");
        let (lead, person) = (&stage.company.lead, &stage.company.sales.people[0]);
        stage.company.leads_channel.overwrite_role(&stage.company.sales.role, 1 << 10, 0);
        let refused = seen(&person.clicks(&told, "Send now").await.expect("answered"));
        assert!(refused.contains("This is for project leads"), "{refused}");
        let (one, two) = tokio::join!(lead.clicks(&told, "Send now"), lead.clicks(&told, "Send now"));
        let said = [seen(&one.expect("answered")), seen(&two.expect("answered"))];
        assert!(said.iter().any(|text| text.contains("goes out now")), "{said:?}");
        for department in stage.company.departments() {
            let post = department.channel.shows(TITLE).await.expect("posted");
            assert!(post.all_text().contains("comes late"), "{}", post.rendered());
        }
        while !says(lead, "show").await.contains("Posted 3 times") {}
        stage.restart_bot().await;
        stage.clock.set(berlin(2026, 11, 3, 8, 1));
        stage.clock.somebody_sleeps().await;
        assert_eq!(counts(&stage), [1, 1, 1]);
        assert_eq!(stage.company.leads_channel.messages().len(), 1, "{}", stage.company.leads_channel.rendered());
        assert!(says(&stage.company.lead, "history").await.contains("sent a late posting"));
    }
}

/// A post that hung in Sales until quiet hours and waits there for their end, and the notice of it.
async fn held_in_sales() -> (Stage, Message) {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    stage.clock.set(berlin(2026, 11, 2, 17, 0));
    hangs_in_sales(&stage).await;
    comes_back_after(&mut stage, TimeDelta::hours(2)).await;
    let told = stage.company.leads_channel.shows("It waits there for their end").await.expect("told");
    (stage, told)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_sends_what_waits_in_one_channel_before_quiet_hours_end() {
    let (stage, told) = held_in_sales().await;
    stage.company.lead.clicks(&told, "Send now").await.expect("answered");
    let late = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(late.all_text().contains("comes late"), "{}", late.all_text());
    while !says(&stage.company.lead, "show").await.contains("Posted 3 times") {}
    assert_eq!(counts(&stage), [1, 1, 1]);
    assert_eq!(stage.company.leads_channel.messages().len(), 1, "{}", stage.company.leads_channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_press_while_the_post_is_on_its_way_sends_nothing_twice() {
    let (mut stage, told) = held_in_sales().await;
    let pressed = told.buttons().remove(0).custom_id;
    let hangs = stage.standin.faults().until_cleared(posts_to(&stage.company.sales.channel), Fault::Hang);
    stage.company.lead.clicks(&told, "Send now").await.expect("answered");
    stage.standin.faults().struck(hangs, 1).await;
    let second = stage.company.second_lead();
    let late = seen(&second.clicks_custom_id(&told, &pressed).await.expect("answered"));
    assert!(late.contains("moved on"), "{late}");
    stage.standin.faults().clear(hangs);
    stage.restart_bot().await;
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    while !says(&stage.company.lead, "show").await.contains("Posted 3 times") {}
    assert_eq!(counts(&stage), [1, 1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_lead_sends_in_quiet_hours_leaves_at_once() {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    planned(&stage.company.lead, &[("when", "today 9:00")]).await;
    is_down_until(&mut stage, berlin(2026, 11, 2, 20, 0)).await;
    let asks = stage.company.leads_channel.shows("too long ago to post it unasked").await.expect("asked");
    stage.company.lead.clicks(&asks, "Send now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_falls_in_quiet_hours_leaves_when_these_end_and_is_not_late() {
    let stage = launched().await;
    quiet(&stage, "8:30-12:00", "none").await;
    // Without quiet hours it would leave on Thursday at nine.
    stage.clock.set(berlin(2026, 11, 5, 9, 0) + TimeDelta::seconds(1));
    let end = berlin(2026, 11, 5, 12, 0);
    sleeps_until(&stage, end).await;
    assert_eq!(of_a_kind(&stage.company.sales.channel, '⏰'), 0, "nothing leaves in quiet hours");
    stage.clock.set(end);
    for department in stage.company.departments() {
        department.channel.shows("is still open").await.expect("reminded");
    }
    sleeps_until(&stage, berlin(2026, 11, 9, 12, 0)).await;
    for department in stage.company.departments() {
        assert_eq!(of_a_kind(&department.channel, '⏰'), 1, "{}", department.channel.rendered());
    }
    assert!(stage.company.leads_channel.messages().is_empty(), "nobody is told of a wait that was agreed on");
}

#[tokio::test(flavor = "multi_thread")]
async fn departments_read_their_results_when_quiet_hours_end_and_leads_at_once() {
    let mut stage = launched().await;
    quiet(&stage, "16:30-19:00", "none").await;
    let people = &stage.company.sales.people;
    all_answer(people, &post(&stage.company.sales.channel).await, CONTENT).await;
    stage.clock.set(berlin(2026, 11, 9, 17, 0));
    stage.company.leads_channel.shows_where("the summary", |_| true).await.expect("leads read it at the close");
    let end = berlin(2026, 11, 9, 19, 0);
    sleeps_until(&stage, end).await;
    assert_eq!(of_a_kind(&stage.company.sales.channel, '📊'), 0, "nothing leaves in quiet hours");
    stage.clock.set(end);
    for department in stage.company.departments() {
        department.channel.shows("has closed and been counted").await.expect("told");
    }
    stage.restart_bot().await;
    stage.clock.advance(TimeDelta::days(1));
    stage.restart_bot().await;
    for department in stage.company.departments() {
        assert_eq!(of_a_kind(&department.channel, '📊'), 1, "{}", department.channel.rendered());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_who_could_not_be_told_of_a_wait_read_afterwards_that_it_came_late() {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    planned(&stage.company.lead, &[("when", "today 17:00")]).await;
    stage.company.leads_channel.hides_from_bot();
    is_down_until(&mut stage, berlin(2026, 11, 2, 19, 0)).await;
    while !says(&stage.company.lead, "show").await.contains("waits for the end of your quiet hours") {}
    stage.clock.set(berlin(2026, 11, 3, 8, 0));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.company.leads_channel.denies_bot(0);
    stage.clock.advance(TimeDelta::minutes(6));
    stage.company.leads_channel.shows("late").await.expect("told");
    let read = stage.company.leads_channel.rendered();
    assert!(!read.contains("It waits for their end"), "{read}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_leaves_or_waits_on_by_quiet_hours_that_are_changed_meanwhile() {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    planned(&stage.company.lead, &[("when", "today 17:00")]).await;
    is_down_until(&mut stage, berlin(2026, 11, 2, 19, 0)).await;
    let ends = |hour: u32| format!("<t:{}:F>", berlin(2026, 11, 3, hour, 0).timestamp());
    let leads = &stage.company.leads_channel;
    let told = leads.shows("It waits for their end").await.expect("told");
    assert!(told.text().contains(&ends(8)), "{}", told.text());
    quiet(&stage, "18:00-10:00", "all day").await;
    leads.shows(&ends(10)).await.expect("told of the new end");
    assert_eq!(counts(&stage), [0, 0, 0]);
    quiet(&stage, "none", "all day").await;
    stage.company.sales.channel.shows(TITLE).await.expect("nothing holds it any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_what_waits_over_the_budget_asks_first() {
    let mut stage = Stage::set_up().await;
    quiet(&stage, "18:00-8:00", "all day").await;
    stage.company.owner.runs("setup contact-budget", &[("messages", "1")]).await.expect("answered");
    planned(&stage.company.lead, &[("when", "today 17:00")]).await;
    is_down_until(&mut stage, berlin(2026, 11, 2, 19, 0)).await;
    let leads = &stage.company.leads_channel;
    let told = leads.shows("It waits for their end").await.expect("told");
    let preview = drafted(&stage.company.lead, &[]).await;
    stage.company.lead.clicks(&preview, either(&preview, "Post now", "Post all the same")).await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let asked = seen(&stage.company.lead.clicks(&told, "Send now").await.expect("answered"));
    assert!(asked.contains("more than you agreed on"), "{asked}");
    assert_eq!(counts(&stage)[0], 1);
    let asks = leads.shows("something was added since").await.expect("asked");
    stage.company.lead.clicks(&asks, "Send now").await.expect("answered");
    let has = |_: &Message| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("the second post", has).await.expect("posted");
}
