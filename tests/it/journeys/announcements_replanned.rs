//! A plan that repeats is changed, its zone is, or its first run is missed: it goes on, at the right times.

use chrono::{DateTime, TimeDelta, Utc};
use groundswell::sandbox::faults::Fault;
use groundswell::sandbox::language::{Message, Visibility};

use super::announcements_held_up::posts_to;
use crate::support::announcing::{TITLE, planned, says, seen};
use crate::support::{Stage, berlin};

/// Waits until so many posts stand in Sales.
async fn stand_in_sales(stage: &Stage, wanted: usize) {
    let has = |_: &_| stage.company.sales.channel.messages().len() == wanted;
    stage.company.sales.channel.shows_where("one more post", has).await.expect("posted");
}

async fn at(stage: &Stage, moment: DateTime<Utc>) {
    stage.clock.set(moment + TimeDelta::seconds(1));
    stage.clock.somebody_sleeps().await;
}

async fn saves(stage: &Stage, options: &[(&str, &str)]) {
    let lead = &stage.company.lead;
    let options = [&[("announcement", "1")], options].concat();
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
}

/// Without a budget, so that nothing but its plan holds it back.
async fn stage() -> Stage {
    let stage = Stage::set_up().await;
    stage.company.owner.runs("setup contact-budget", &[("messages", "0")]).await.expect("answered");
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_goes_on_over_a_run_that_an_earlier_change_called_off() {
    let mut stage = stage().await;
    planned(&stage.company.lead, &[("when", "today 9:00"), ("repeat", "weekly")]).await;
    at(&stage, berlin(2026, 11, 2, 9, 0)).await;
    stand_in_sales(&stage, 1).await;
    // Monday the 9th was to come; the new plan comes by it again.
    at(&stage, berlin(2026, 11, 7, 10, 0)).await;
    saves(&stage, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    for (day, wanted) in [(8, 2), (9, 3), (10, 4)] {
        at(&stage, berlin(2026, 11, day, 9, 0)).await;
        stand_in_sales(&stage, wanted).await;
    }

    // The same where it is the newest of the runs that were missed.
    saves(&stage, &[("when", "2026-11-13 09:00"), ("repeat", "daily")]).await;
    saves(&stage, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 13, 10, 0));
    stage.start_bot().await;
    stand_in_sales(&stage, 5).await;
    let list = async || stage.company.lead.runs("announce list", &[]).await.expect("answered").rendered();
    while !list().await.contains("Saturday, 14 November 2026") {}
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_that_is_changed_keeps_the_clocks_that_its_time_was_written_by() {
    let stage = stage().await;
    planned(&stage.company.lead, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    stage.company.owner.runs("setup timezone", &[("zone", "America/New_York")]).await.expect("answered");
    saves(&stage, &[("repeat", "weekly")]).await;
    at(&stage, berlin(2026, 11, 3, 9, 0)).await;
    stand_in_sales(&stage, 1).await;
    at(&stage, berlin(2026, 11, 10, 8, 59)).await;
    assert_eq!(stage.company.sales.channel.messages().len(), 1, "nine in the morning in Berlin, and not three");
    at(&stage, berlin(2026, 11, 10, 9, 0)).await;
    stand_in_sales(&stage, 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_whose_first_run_was_missed_is_out_with_its_second_and_can_be_said_again() {
    let mut stage = stage().await;
    planned(&stage.company.lead, &[("when", "today 9:00"), ("repeat", "weekly")]).await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 9, 0));
    stage.start_bot().await;
    stage.company.leads_channel.shows("too long ago to post it. Nothing was posted").await.expect("told");
    let early = says(&stage.company.lead, "again").await;
    assert!(early.contains("isn't out"), "{early}");
    at(&stage, berlin(2026, 11, 9, 9, 0)).await;
    stand_in_sales(&stage, 1).await;
    stage.clock.advance(TimeDelta::hours(49));
    let again = says(&stage.company.lead, "again").await;
    assert!(again.contains("their managers should say it next"), "{again}");
    for (command, words) in [("pause", "Let it go on with `/announce resume` first"), ("cancel", "was called off")] {
        says(&stage.company.lead, command).await;
        let refused = says(&stage.company.lead, "again").await;
        assert!(refused.contains(words), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_time_typed_after_a_change_of_clocks_means_the_new_ones() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "2026-11-05 09:00")]).await;
    stage.company.owner.runs("setup timezone", &[("zone", "America/New_York")]).await.expect("answered");
    let options = [("announcement", "1"), ("when", "2026-11-05 09:00")];
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    let nine_there = format!("<t:{}:", berlin(2026, 11, 5, 15, 0).timestamp());
    assert!(preview.text().contains(&nine_there), "{}", preview.text());
    // What isn't typed stays where it is.
    lead.clicks(&preview, "Discard changes").await.expect("answered");
    let preview = lead.runs("announce edit", &[("announcement", "1"), ("repeat", "weekly")]).await.expect("answered");
    let nine_here = format!("<t:{}:", berlin(2026, 11, 5, 9, 0).timestamp());
    assert!(preview.text().contains(&nine_here), "{}", preview.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_time_that_is_saved_once_the_post_is_out_is_refused_and_the_words_are_left() {
    let stage = stage().await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "today 9:00")]).await;
    // A department that is there since, and gets it by the changes only.
    let (role, channel) =
        (stage.company.guild.add_role("IT"), stage.company.guild.add_channel("it", Visibility::Everyone));
    let (role, channel) = (role.mention(), channel.mention());
    let it = [("name", "IT"), ("role", role.as_str()), ("channel", channel.as_str())];
    stage.company.owner.runs("setup department add", &it).await.expect("answered");
    let options = [("announcement", "1"), ("when", "fri 09:00")];
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    let all = ["Sales", "Service", "Legal", "IT"];
    let preview = lead.selects(&preview, "Which departments?", &all).await.expect("answered");
    let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("body", "In other words.")]).await.expect("answered");
    at(&stage, berlin(2026, 11, 2, 9, 0)).await;
    stand_in_sales(&stage, 1).await;
    while !lead.runs("announce list", &[]).await.expect("answered").rendered().contains("– posted") {}
    let refused = seen(&lead.clicks(&preview, "Save changes").await.expect("answered"));
    assert!(refused.contains("went out before you pressed"), "{refused}");
    let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    assert!(preview.rendered().contains("In other words."), "{}", preview.rendered());
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
    stage.company.sales.channel.shows("In other words.").await.expect("changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_second_lead_is_asked_about_changes_that_could_not_be_saved() {
    let stage = stage().await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "fri 9:00")]).await;
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("when", "nxt friday 9")]).await.expect("answered");
    let refused = seen(&lead.clicks(&preview, "Save changes").await.expect("answered"));
    assert!(refused.contains("I can't read"), "{refused}");
    assert!(stage.company.leads_channel.messages().is_empty(), "{}", stage.company.leads_channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_a_channel_refused_is_offered_no_more_once_a_newer_one_is_out() {
    let stage = stage().await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "today 9:00"), ("repeat", "weekly")]).await;
    let sales = &stage.company.sales.channel;
    sales.hides_from_bot();
    at(&stage, berlin(2026, 11, 2, 9, 0)).await;
    let notice = stage.company.leads_channel.shows("couldn't post").await.expect("told");
    let refused = says(lead, "show").await;
    assert!(refused.contains("couldn't be posted everywhere") && refused.contains("Try again"), "{refused}");
    sales.denies_bot(0);
    at(&stage, berlin(2026, 11, 9, 9, 0)).await;
    stand_in_sales(&stage, 1).await;
    let shown = says(lead, "show").await;
    assert!(!shown.contains("Try again") && !shown.contains("couldn't be posted"), "{shown}");
    let is_settled = |one: &Message| one.text() == notice.text() && one.buttons().is_empty();
    stage.company.leads_channel.shows_where("the notice without its button", is_settled).await.expect("settled");
    assert_eq!(sales.messages().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_channel_stays_closed_the_notice_of_it_offers_the_newest_run() {
    let stage = stage().await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "today 9:00"), ("repeat", "weekly")]).await;
    stage.company.sales.channel.hides_from_bot();
    at(&stage, berlin(2026, 11, 2, 9, 0)).await;
    let notice = stage.company.leads_channel.shows("couldn't post").await.expect("told");
    at(&stage, berlin(2026, 11, 9, 9, 0)).await;
    while !says(lead, "show").await.contains("Posted 4 times") {}
    stage.clock.somebody_sleeps().await;
    stage.company.sales.channel.denies_bot(0);
    lead.clicks(&notice, "Try again").await.expect("answered");
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(!post.all_text().contains("comes late"), "that of today: {}", post.rendered());
    assert_eq!(stage.company.leads_channel.messages().len(), 1, "{}", stage.company.leads_channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_read_of_which_announcement_times_were_left_out_although_the_newest_is_on_time() {
    let mut stage = stage().await;
    planned(&stage.company.lead, &[("when", "today 9:00"), ("repeat", "daily")]).await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 5, 9, 1));
    stage.start_bot().await;
    let told = stage.company.leads_channel.shows("were left out").await.expect("told").text().to_owned();
    assert!(told.contains(&format!("3 times of **{TITLE}** were left out")) && told.contains("Next:"), "{told}");
    stand_in_sales(&stage, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_still_on_its_way_somewhere_is_not_what_comes_next() {
    let stage = stage().await;
    planned(&stage.company.lead, &[("when", "today 9:00"), ("repeat", "weekly")]).await;
    let hangs = stage.standin.faults().until_cleared(posts_to(&stage.company.sales.channel), Fault::Hang);
    stage.clock.set(berlin(2026, 11, 2, 9, 0) + TimeDelta::seconds(1));
    stage.standin.faults().struck(hangs, 1).await;
    stage.company.service.channel.shows(TITLE).await.expect("posted");
    let list = stage.company.lead.runs("announce list", &[]).await.expect("answered").rendered();
    assert!(list.contains("next Monday, 9 November 2026"), "{list}");
    stage.standin.faults().clear(hangs);
    stand_in_sales(&stage, 1).await;
}
