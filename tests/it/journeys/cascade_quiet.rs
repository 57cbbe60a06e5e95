//! Briefs that come late: managers get them while they are of use, also in quiet hours, and not after the post.

use chrono::TimeDelta;
use groundswell::sandbox::faults::Fault;

use super::announcements::counts;
use super::announcements_held_up::{comes_back_after, posts_to};
use super::quiet_hours::{is_down_until, quiet, sleeps_until};
use crate::support::announcing::{TITLE, drafted, planned};
use crate::support::managers::appoint;
use crate::support::{Stage, berlin};

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_that_comes_late_is_sent_while_the_post_itself_waits_for_the_end_of_quiet_hours() {
    let mut stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    quiet(&stage, "18:00-8:00", "all day").await;
    planned(&stage.company.lead, &[("when", "today 17:30"), ("cascade", "1 hour")]).await;
    is_down_until(&mut stage, berlin(2026, 11, 2, 18, 5)).await;
    managers.sales.channel.shows(TITLE).await.expect("briefed");
    managers.service.channel.shows(TITLE).await.expect("briefed");
    let end = berlin(2026, 11, 3, 8, 0);
    sleeps_until(&stage, end).await;
    assert_eq!(counts(&stage), [0, 0, 0], "nothing leaves in quiet hours");
    let leads = &stage.company.leads_channel;
    let warned = leads.shows("the teams of Sales, Service were briefed").await.expect("warned for the new time");
    assert!(warned.text().contains(&format!("<t:{}", end.timestamp())), "{}", warned.text());
    assert!(!leads.rendered().contains("the post itself"), "{}", leads.rendered());
    stage.clock.set(end);
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_that_comes_late_waits_for_no_moment_that_leaves_managers_less_than_an_hour() {
    let mut stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    quiet(&stage, "18:00-8:00", "all day").await;
    planned(&stage.company.lead, &[("when", "2026-11-03 08:10"), ("cascade", "today 17:30")]).await;
    is_down_until(&mut stage, berlin(2026, 11, 2, 19, 0)).await;
    managers.sales.channel.shows(TITLE).await.expect("briefed in the evening");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_whose_channel_is_reached_after_the_post_was_due_is_not_sent() {
    let mut stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    planned(&stage.company.lead, &[("when", "today 17:30"), ("cascade", "1 hour")]).await;
    let hangs = stage.standin.faults().until_cleared(posts_to(&managers.sales.channel), Fault::Hang);
    stage.clock.set(berlin(2026, 11, 2, 16, 30));
    stage.standin.faults().struck(hangs, 1).await;
    managers.service.channel.shows(TITLE).await.expect("briefed");
    comes_back_after(&mut stage, TimeDelta::minutes(90)).await;
    let told = stage.company.leads_channel.shows("before the post itself was due").await.expect("told");
    assert!(told.buttons().is_empty(), "{}", told.rendered());
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(managers.sales.channel.messages().is_empty(), "{}", managers.sales.channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_that_is_on_time_keeps_out_of_quiet_hours_unless_its_hour_was_chosen() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    quiet(&stage, "18:00-8:00", "all day").await;
    let lead = &stage.company.lead;
    let at = |day, hour| format!("<t:{0}:F> (<t:{0}:R>)", berlin(2026, 11, day, hour, 0).timestamp());
    let (sunday, friday) = (at(8, 9), at(6, 17));
    let chosen = drafted(lead, &[("when", "2026-11-09 09:00"), ("cascade", "2026-11-08 09:00")]).await.text();
    assert!(chosen.contains(&format!("goes out {sunday} all the same, in your quiet hours")), "{chosen}");
    let preview = drafted(lead, &[("when", "2026-11-09 09:00"), ("cascade", "1 day")]).await;
    let told = preview.text();
    assert!(told.contains(&format!("get the brief {friday}")), "{told}");
    assert!(told.contains(&format!("{sunday}, but that falls in your quiet hours")), "{told}");
    let launched = lead.clicks(&preview, "Schedule").await.expect("answered").text();
    assert!(launched.contains(&format!("Managers get the brief {friday}")), "{launched}");
    sleeps_until(&stage, berlin(2026, 11, 6, 17, 0)).await;
    assert!(managers.sales.channel.messages().is_empty(), "{}", managers.sales.channel.rendered());
    stage.clock.set(berlin(2026, 11, 6, 17, 0) + TimeDelta::seconds(1));
    managers.sales.channel.shows(TITLE).await.expect("briefed");
}
