//! What leads are told reaches them, once: also where their channel is closed or missing for a while, and where the same
//! words ask about something else.

use chrono::TimeDelta;

use crate::support::announcing::{TITLE, drafted, planned, says};
use crate::support::{Stage, berlin};

/// Send Messages (discord-api-docs `topics/permissions`).
const SEND_MESSAGES: u64 = 1 << 11;

/// One announcement that was missed while the program was down, with the leads' channel closed to the bot.
async fn missed_behind_a_closed_channel() -> Stage {
    let mut stage = Stage::set_up().await;
    planned(&stage.company.lead, &[("when", "today 10:00")]).await;
    stage.company.leads_channel.denies_bot(SEND_MESSAGES);
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 20, 0));
    stage.start_bot().await;
    stage.clock.somebody_sleeps().await;
    assert!(stage.company.leads_channel.messages().is_empty());
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_waits_while_the_leads_channel_is_closed_and_comes_when_it_is_open_again() {
    let mut stage = missed_behind_a_closed_channel().await;
    stage.restart_bot().await;
    stage.company.leads_channel.denies_bot(0);
    stage.clock.advance(TimeDelta::minutes(6));
    let asks = stage.company.leads_channel.shows("too long ago to post it unasked").await.expect("told in the end");
    stage.company.lead.clicks(&asks, "Send now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.restart_bot().await;
    assert_eq!(stage.company.leads_channel.messages().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_comes_at_once_where_leads_get_another_channel() {
    let stage = missed_behind_a_closed_channel().await;
    let open = stage.company.guild.add_channel("leads-new", groundswell::sandbox::language::Visibility::Everyone);
    stage.company.owner.runs("setup channels", &[("leads", &open.mention())]).await.expect("answered");
    open.shows("too long ago to post it unasked").await.expect("told");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_missed_can_be_decided_where_it_is_shown() {
    let stage = missed_behind_a_closed_channel().await;
    let lead = &stage.company.lead;
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    assert!(shown.text().contains("wasn't posted then"), "{}", shown.text());
    lead.clicks(&shown, "Send now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    while says(lead, "show").await.contains("wasn't posted then") {}
    assert!(!says(lead, "show").await.contains("Send now"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_question_to_a_second_lead_stands_there_where_only_the_benefit_has_changed() {
    let stage = Stage::set_up().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    let preview = drafted(&lead, &[]).await;
    lead.clicks(&preview, "Post now").await.expect("answered");
    stage.company.leads_channel.shows("would like to post").await.expect("asked");
    let open = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let form = lead.clicks(&open, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("benefit", "You find every offer at once.")]).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    let question = stage.company.leads_channel.shows("You find every offer at once.").await.expect("asked again");
    other.clicks(&question, "Approve").await.expect("answered");
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert_eq!(stage.company.sales.channel.messages().len(), 1, "{}", post.rendered());
}
