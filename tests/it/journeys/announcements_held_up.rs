//! What is held up on its way: it goes out late and says so, or not at all once nobody wants it or it is too late.

use chrono::TimeDelta;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Channel, Message};

use super::announcements::counts;
use crate::support::announcing::{TITLE, drafted, planned, says, seen};
use crate::support::{Stage, berlin};

pub(super) fn posts_to(channel: &Channel) -> Which {
    Which::of("POST", &format!("/channels/{}/messages", channel.id()))
}

/// Posted at once under this title, with Sales hanging: its delivery there is claimed and never ends.
pub(super) async fn hangs_in_sales(stage: &Stage) {
    let struck = stage.standin.faults().until_cleared(posts_to(&stage.company.sales.channel), Fault::Hang);
    let preview = drafted(&stage.company.lead, &[]).await;
    stage.company.lead.clicks(&preview, "Post now").await.expect("answered");
    stage.standin.faults().struck(struck, 1).await;
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    stage.company.service.channel.shows(TITLE).await.expect("posted");
}

/// The program breaks off, and comes back so much later on a server that is well again.
pub(super) async fn comes_back_after(stage: &mut Stage, downtime: TimeDelta) {
    stage.crash_bot().await;
    stage.standin.faults().clear_all();
    stage.clock.advance(downtime);
    stage.start_bot().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_called_off_on_its_way_is_not_posted_once_discord_is_back() {
    let mut stage = Stage::set_up().await;
    hangs_in_sales(&stage).await;
    let off = says(&stage.company.lead, "cancel").await;
    assert!(off.contains("Called off"), "{off}");
    comes_back_after(&mut stage, TimeDelta::minutes(10)).await;
    stage.clock.somebody_sleeps().await;
    assert_eq!(counts(&stage), [0, 1, 1]);
    assert!(stage.company.leads_channel.messages().is_empty(), "{}", stage.company.leads_channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_that_was_reached_an_hour_late_says_so_and_leads_are_told_once() {
    let mut stage = Stage::set_up().await;
    hangs_in_sales(&stage).await;
    comes_back_after(&mut stage, TimeDelta::hours(1)).await;
    let late = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(late.all_text().contains("comes late"), "{}", late.all_text());
    let told = stage.company.leads_channel.shows("couldn't be reached until now").await.expect("told");
    assert!(told.text().contains(TITLE) && told.buttons().is_empty(), "{}", told.rendered());
    stage.restart_bot().await;
    stage.clock.somebody_sleeps().await;
    assert_eq!((counts(&stage), stage.company.leads_channel.messages().len()), ([1, 1, 1], 1));

    // Other words later say the same of it as the first ones.
    let lead = stage.company.lead.clone();
    let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("body", "In other words.")]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    let late = stage.company.sales.channel.shows("In other words.").await.expect("changed");
    let punctual = stage.company.legal.channel.shows("In other words.").await.expect("changed");
    assert!(late.all_text().contains("comes late"), "{}", late.all_text());
    assert!(!punctual.all_text().contains("comes late"), "{}", punctual.all_text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_even_tried_days_ago_is_put_to_leads_rather_than_posted() {
    let mut stage = Stage::set_up().await;
    hangs_in_sales(&stage).await;
    // It waits behind the one that hangs.
    let lead = stage.company.lead.clone();
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "Second"), ("body", "Something changes."), ("benefit", "It gets easier.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    stage.company.legal.channel.shows("Second").await.expect("posted");
    stage.company.service.channel.shows("Second").await.expect("posted");
    comes_back_after(&mut stage, TimeDelta::days(3)).await;
    let asks = stage.company.leads_channel.shows("couldn't get **Second** into").await.expect("asked");
    stage.clock.somebody_sleeps().await;
    assert_eq!(counts(&stage)[0], 0, "{}", stage.company.sales.channel.rendered());
    lead.clicks(&asks, "Send now").await.expect("answered");
    let post = stage.company.sales.channel.shows("Second").await.expect("posted");
    assert!(post.all_text().contains("comes late"), "{}", post.all_text());
}

/// Nobody can tell whether a post stands in Sales, which a lead is asked; in Service it is still on its way.
async fn in_doubt_beside_one_on_its_way() -> (Stage, Message) {
    let mut stage = Stage::set_up().await;
    stage.standin.remember_nonces(None);
    // Read Message History (discord-api-docs `topics/permissions`).
    stage.company.sales.channel.denies_bot(1 << 16);
    let faults = stage.standin.faults().clone();
    let drops = faults.times(1, posts_to(&stage.company.sales.channel), Fault::DropAfterApply);
    let hangs = faults.until_cleared(posts_to(&stage.company.service.channel), Fault::Hang);
    let lead = stage.company.lead.clone();
    let preview = drafted(&lead, &[]).await;
    lead.clicks(&preview, "Post now").await.expect("answered");
    faults.struck(drops, 1).await;
    faults.struck(hangs, 1).await;
    stage.crash_bot().await;
    stage.clock.advance(TimeDelta::minutes(10));
    stage.start_bot().await;
    let asks = stage.company.leads_channel.shows("I can't tell whether").await.expect("asked");
    faults.struck(hangs, 2).await;
    (stage, asks)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doubt_in_one_channel_is_decided_while_another_one_is_still_on_its_way() {
    let (mut stage, asks) = in_doubt_beside_one_on_its_way().await;
    let lead = stage.company.lead.clone();
    let shown = says(&lead, "show").await;
    assert!(shown.contains("whether it arrived in #sales") && shown.contains("Send now"), "{shown}");
    let decided = seen(&lead.clicks(&asks, "Don't send").await.expect("answered"));
    assert!(!says(&lead, "show").await.contains("whether it arrived"), "decided");
    assert!(decided.contains("won't be sent"), "{decided}");
    comes_back_after(&mut stage, TimeDelta::zero()).await;
    stage.company.service.channel.shows(TITLE).await.expect("posted");
    assert_eq!(counts(&stage)[0], 1, "what arrived in the first try stays alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn quiet_hours_go_by_the_companys_clocks_also_for_what_was_planned_by_others() {
    let stage = Stage::set_up().await;
    let hours = [("weekdays", "18:00-8:00"), ("weekend", "all day")];
    stage.company.owner.runs("setup quiet-hours", &hours).await.expect("answered");
    // In Berlin it is eight in the evening then, in New York two in the afternoon.
    planned(&stage.company.lead, &[("when", "today 20:00"), ("repeat", "weekly")]).await;
    stage.company.owner.runs("setup timezone", &[("zone", "America/New_York")]).await.expect("answered");
    stage.clock.set(berlin(2026, 11, 2, 20, 0));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn deciding_on_a_doubt_in_one_channel_gives_another_one_no_more_time() {
    let (mut stage, asks) = in_doubt_beside_one_on_its_way().await;
    let lead = stage.company.lead.clone();
    lead.clicks(&asks, "Send now").await.expect("answered");
    let has = |_: &_| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("the one sent anew", has).await.expect("posted");
    // Six hours and five minutes after it was begun.
    comes_back_after(&mut stage, TimeDelta::minutes(355)).await;
    stage.company.leads_channel.shows("For hours I couldn't get").await.expect("asked");
    assert_eq!(counts(&stage)[1], 0, "{}", stage.company.service.channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_to_one_channel_a_week_later_makes_no_new_message_of_what_the_others_have() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    stage.standin.remember_nonces(None);
    // Read Message History (discord-api-docs `topics/permissions`).
    stage.company.sales.channel.denies_bot(1 << 16);
    let drops = stage.standin.faults().times(1, posts_to(&stage.company.sales.channel), Fault::DropAfterApply);
    let preview = drafted(&lead, &[]).await;
    lead.clicks(&preview, "Post now").await.expect("answered");
    stage.standin.faults().struck(drops, 1).await;
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    stage.company.service.channel.shows(TITLE).await.expect("posted");
    comes_back_after(&mut stage, TimeDelta::minutes(10)).await;
    let asks = stage.company.leads_channel.shows("I can't tell whether").await.expect("asked");
    while !says(&lead, "show").await.contains("Posted 2 times") {}
    stage.clock.set(berlin(2026, 11, 9, 9, 0));
    lead.clicks(&asks, "Send now").await.expect("answered");
    let has = |_: &_| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("the one sent anew", has).await.expect("posted");
    let preview = drafted(&lead, &[("when", "2026-11-12 10:00")]).await;
    for (department, gets) in [("Legal", "gets 1 message at most"), ("Sales", "gets 2 messages at most")] {
        let preview = lead.selects(&preview, "Which departments?", &[department]).await.expect("answered").text();
        assert!(preview.contains(gets), "{department}: {preview}");
    }
}
