//! A question in the leads' channel that was decided elsewhere, or that time has decided, loses its buttons and keeps its
//! words, whatever it is about.

use chrono::TimeDelta;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Message, Reply};

use super::again::{low_in_sales, proposed};
use super::again_ends::low_in_a_weekly_one;
use crate::support::announcing::{TITLE, drafted, planned, posted, says, seen};
use crate::support::managers::appoint;
use crate::support::{Stage, berlin};

/// The notice with these words, once it has lost its buttons.
async fn settled(stage: &Stage, words: &str) -> Message {
    let is_settled = |one: &Message| one.all_text().contains(words) && one.buttons().is_empty();
    stage.company.leads_channel.shows_where("the words without buttons", is_settled).await.expect("settled")
}

/// An announcement that was missed, and the question about it in the leads' channel.
async fn missed() -> (Stage, Message) {
    let mut stage = Stage::set_up().await;
    planned(&stage.company.lead, &[("when", "today 10:00")]).await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 2, 20, 0));
    stage.start_bot().await;
    let asks = stage.company.leads_channel.shows("too long ago to post it unasked").await.expect("asked");
    assert_eq!(asks.buttons().len(), 2);
    (stage, asks)
}

/// A lead sends what was missed from `/announce show`.
async fn sends_from_show(stage: &Stage) {
    let lead = &stage.company.lead;
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    lead.clicks(&shown, "Send now").await.expect("answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_post_that_is_sent_or_called_off_elsewhere_is_asked_about_no_more() {
    for elsewhere in ["show", "cancel"] {
        let (mut stage, asks) = missed().await;
        // What was posted before a restart is known after it.
        stage.restart_bot().await;
        if elsewhere == "show" {
            sends_from_show(&stage).await;
            let told = stage.company.leads_channel.shows("decided: **One list of customers**, planned for").await;
            assert!(told.expect("told").text().contains(&stage.company.lead.mention()), "and by whom");
        } else {
            let lead = &stage.company.lead;
            lead.runs("announce cancel", &[("announcement", "1")]).await.expect("answered");
        }
        let quiet = settled(&stage, "too long ago to post it unasked").await;
        assert_eq!(quiet.text(), asks.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_on_the_notice_itself_still_answers_there() {
    let (stage, asks) = missed().await;
    stage.company.lead.clicks(&asks, "Don't send").await.expect("answered");
    stage.clock.advance(TimeDelta::minutes(1));
    stage.clock.somebody_sleeps().await;
    let answered = settled(&stage, "won't be sent").await;
    assert!(!answered.text().contains("too long ago"), "{}", answered.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn buttons_that_discord_does_not_take_away_at_once_go_later_and_those_that_it_refuses_to_are_left() {
    let (mut stage, asks) = missed().await;
    let path = format!("/channels/{}/messages/{}", stage.company.leads_channel.id(), asks.id());
    let down = stage.standin.faults().until_cleared(Which::of("PATCH", &path), Fault::Hang);
    sends_from_show(&stage).await;
    stage.standin.faults().struck(down, 1).await;
    stage.crash_bot().await;
    stage.standin.faults().clear(down);
    stage.start_bot().await;
    settled(&stage, "too long ago to post it unasked").await;
    assert_eq!(stage.company.leads_channel.messages().len(), 2, "{}", stage.company.leads_channel.rendered());

    let (mut stage, asks) = missed().await;
    let path = format!("/channels/{}/messages/{}", stage.company.leads_channel.id(), asks.id());
    let refuses = Fault::Status { code: 403, html: false };
    let refused = stage.standin.faults().until_cleared(Which::of("PATCH", &path), refuses);
    sends_from_show(&stage).await;
    stage.standin.faults().struck(refused, 1).await;
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.clock.somebody_sleeps().await;
    stage.restart_bot().await;
    stage.clock.advance(TimeDelta::minutes(10));
    stage.clock.somebody_sleeps().await;
    assert_eq!(stage.standin.faults().strikes(refused), 1, "given up");
    let late = seen(&stage.company.lead.clicks(&asks, "Send now").await.expect("answered"));
    assert!(!late.contains("goes out now"), "{late}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_leads_question_goes_with_its_draft_and_a_new_one_keeps_its_buttons() {
    let stage = Stage::set_up().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    let preview = drafted(&lead, &[("when", "tomorrow 9:00")]).await;
    lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.company.leads_channel.shows("would like to plan").await.expect("asked");
    let open = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let form = lead.clicks(&open, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("benefit", "You find every offer at once.")]).await.expect("answered");
    // The scheduler comes by at least twice a minute.
    stage.clock.advance(TimeDelta::seconds(31));
    let void = settled(&stage, "You find every offer in seconds.").await;
    assert!(void.all_text().contains(TITLE), "what was asked about stays: {}", void.rendered());
    lead.clicks(&preview, "Post now").await.expect("answered");
    let second = stage.company.leads_channel.shows("You find every offer at once.").await.expect("asked again");
    assert_eq!(second.buttons().len(), 2);

    let shown = other.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    let question = other.clicks(&shown, "See the question").await.expect("answered");
    other.clicks(&question, "Approve").await.expect("answered");
    settled(&stage, "You find every offer at once.").await;
}

/// A lead asks to say it again, and a second lead is asked first; the draft.
async fn round_is_sought(stage: &Stage) -> Reply {
    let lead = &stage.company.lead;
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    let draft = proposed(stage).await;
    let form = lead.clicks(&draft, "Write it in other words").await.expect("answered").form().expect("a form");
    let draft = lead.submits(&form, &[("body", super::again::OTHER)]).await.expect("answered");
    lead.clicks(&draft, "Ask the managers").await.expect("answered");
    proposed(stage).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_leads_question_about_a_round_goes_once_it_is_decided_from_the_draft() {
    let (stage, _managers) = low_in_sales().await;
    let second = stage.company.second_lead();
    round_is_sought(&stage).await;
    stage.company.leads_channel.shows("said again, round 2").await.expect("asked");
    let shown = second.runs("announce again", &[("announcement", "1")]).await.expect("answered");
    second.clicks(&shown, "Send back").await.expect("answered");
    settled(&stage, "said again, round 2").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_to_post_again_goes_once_that_was_done_from_the_announcement() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let post = posted(&stage).await;
    while !says(&lead, "show").await.contains("Posted 3 times") {}
    stage.company.sales.channel.deletes(&post);
    stage.restart_bot().await;
    stage.clock.advance(TimeDelta::hours(6) + TimeDelta::seconds(1));
    stage.company.leads_channel.shows("was deleted").await.expect("told");
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    lead.clicks(&shown, "Post again").await.expect("answered");
    stage.company.leads_channel.shows("decided: **One list of customers** is on its way again").await.expect("told");
    settled(&stage, "was deleted").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_offer_to_hold_a_weekly_one_back_goes_once_its_first_run_is_out() {
    let stage = Stage::set_up().await;
    appoint(&stage).await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "2026-11-04 09:00"), ("repeat", "weekly"), ("cascade", "1 day")]).await;
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    stage.clock.set(berlin(2026, 11, 4, 5, 30));
    let offer = stage.company.leads_channel.shows("Nobody has said yet").await.expect("warned");
    let pressed = offer.buttons().remove(0).custom_id;
    stage.clock.set(berlin(2026, 11, 4, 9, 0));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    settled(&stage, "Nobody has said yet").await;
    let late = seen(&lead.clicks_custom_id(&offer, &pressed).await.expect("answered"));
    assert!(late.contains("can't be held back any more"), "{late}");
    assert!(!says(lead, "show").await.contains("held back"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_leads_question_about_a_round_outlasts_a_pause() {
    let (mut stage, managers) = low_in_a_weekly_one().await;
    let (lead, second) = (stage.company.lead.clone(), stage.company.second_lead());
    round_is_sought(&stage).await;
    let question = stage.company.leads_channel.shows("said again, round 2").await.expect("asked");
    says(&lead, "pause").await;
    stage.restart_bot().await;
    stage.clock.somebody_sleeps().await;
    let held = seen(&second.clicks(&question, "Approve").await.expect("answered"));
    assert!(held.contains("is held back"), "{held}");
    says(&lead, "resume").await;
    let question = stage.company.leads_channel.shows("said again, round 2").await.expect("it stands");
    second.clicks(&question, "Approve").await.expect("answered");
    managers.sales.channel.shows(super::again::OTHER).await.expect("asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_leads_question_about_a_round_goes_with_its_draft() {
    let (stage, _managers) = low_in_sales().await;
    let lead = &stage.company.lead;
    let draft = round_is_sought(&stage).await;
    lead.clicks(&draft, "Discard").await.expect("answered");
    settled(&stage, "said again, round 2").await;
}
