//! Later rounds that don't go as planned: called off on their way, held back, not sent in the end. Nobody is asked twice,
//! and nobody's word is taken for said that wasn't.

use chrono::TimeDelta;
use groundswell::sandbox::faults::{Fault, FaultId, Which};
use groundswell::sandbox::language::{Channel, Message};
use sqlx::{Connection, SqliteConnection};

use super::again::{OTHER, SIGN, asked, low_in_sales, posts, proposed, signs};
use crate::support::Stage;
use crate::support::announcing::{TITLE, drafted, either, says, seen};
use crate::support::managers::{Both, appoint};

/// Whatever is posted there hangs from now on.
fn hangs(stage: &Stage, channel: &Channel) -> FaultId {
    let posts = Which::of("POST", &format!("/channels/{}/messages", channel.id()));
    stage.standin.faults().until_cleared(posts, Fault::Hang)
}

/// The program breaks off, and comes back so much later on a server that is well again.
async fn comes_back_after(stage: &mut Stage, downtime: TimeDelta) {
    stage.crash_bot().await;
    stage.standin.faults().clear_all();
    stage.clock.advance(downtime);
    stage.start_bot().await;
    stage.clock.somebody_sleeps().await;
}

fn requests(managers: &Both) -> Vec<Message> {
    let mut all = managers.sales.channel.messages();
    all.retain(|one| one.buttons().iter().any(|button| button.label == SIGN));
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_never_arrived_and_was_called_off_is_not_sent_by_its_old_notice() {
    let (mut stage, managers) = low_in_sales().await;
    let lead = stage.company.lead.clone();
    let hanging = hangs(&stage, &managers.sales.channel);
    asked(&stage, OTHER, "Ask the managers").await;
    stage.standin.faults().struck(hanging, 1).await;
    comes_back_after(&mut stage, TimeDelta::hours(7)).await;
    let old = stage.company.leads_channel.shows("For hours I couldn't get").await.expect("asked");
    // Its buttons go; somebody may have pressed before.
    let send_now = old.buttons().into_iter().find(|button| button.label == "Send now").expect("a button").custom_id;
    let waits = proposed(&stage).await;
    lead.clicks(&waits, "Call this round off").await.expect("answered");
    lead.clicks(&proposed(&stage).await, "Ask the managers").await.expect("answered");
    managers.sales.channel.shows(SIGN).await.expect("asked");
    let stale = seen(&lead.clicks_custom_id(&old, &send_now).await.expect("answered"));
    assert!(stale.contains("moved on"), "{stale}");
    stage.restart_bot().await;
    stage.clock.somebody_sleeps().await;
    assert_eq!(requests(&managers).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_was_called_off_and_thrown_away_on_its_way_never_arrives() {
    let (mut stage, managers) = low_in_sales().await;
    let lead = stage.company.lead.clone();
    let hanging = hangs(&stage, &managers.sales.channel);
    asked(&stage, OTHER, "Ask the managers").await;
    stage.standin.faults().struck(hanging, 1).await;
    lead.clicks(&proposed(&stage).await, "Call this round off").await.expect("answered");
    lead.clicks(&proposed(&stage).await, "Discard").await.expect("answered");
    comes_back_after(&mut stage, TimeDelta::minutes(10)).await;
    assert!(managers.sales.channel.messages().is_empty(), "{}", managers.sales.channel.rendered());
    assert!(stage.company.leads_channel.messages().is_empty(), "{}", stage.company.leads_channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_manager_signed_and_leads_did_not_send_can_be_posted_by_anybody_again() {
    let (mut stage, managers) = low_in_sales().await;
    asked(&stage, OTHER, "Ask the managers").await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    let hanging = hangs(&stage, &stage.company.sales.channel);
    let signed = signs(&managers.sales.people[0], &request, None).await;
    assert!(signed.contains("signed with your name"), "{signed}");
    stage.standin.faults().struck(hanging, 1).await;
    comes_back_after(&mut stage, TimeDelta::hours(7)).await;
    let asks = stage.company.leads_channel.shows("For hours I couldn't get").await.expect("asked");
    stage.company.lead.clicks(&asks, "Don't send").await.expect("answered");
    let reach = says(&stage.company.lead, "reach").await.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(reach.contains("said in 0 of 1 departments"), "{reach}");
    let signed = signs(&managers.sales.people[1], &request, Some("My own words.")).await;
    assert!(signed.contains("signed with your name"), "{signed}");
    stage.company.sales.channel.shows("My own words.").await.expect("posted");
    assert_eq!(posts(&stage.company.sales.channel), 2);
}

/// A company with managers, and an announcement that repeats every week and that few in Sales have understood.
pub(super) async fn low_in_a_weekly_one() -> (Stage, Both) {
    let stage = Stage::set_up().await;
    stage.company.owner.runs("setup contact-budget", &[("messages", "0")]).await.expect("answered");
    let managers = appoint(&stage).await;
    let lead = stage.company.lead.clone();
    let preview = drafted(&lead, &[("when", "today 9:00"), ("repeat", "weekly")]).await;
    lead.clicks(&preview, either(&preview, "Schedule", "Schedule all the same")).await.expect("answered");
    stage.clock.advance(TimeDelta::minutes(61));
    for department in [&stage.company.service, &stage.company.legal] {
        let post = department.channel.shows(TITLE).await.expect("posted");
        for person in &department.people {
            person.clicks(&post, "Understood").await.expect("answered");
        }
    }
    stage.clock.advance(TimeDelta::hours(49));
    (stage, managers)
}

/// The same, and the request to say it again.
async fn asked_of_a_weekly_one() -> (Stage, Both, Message) {
    let (stage, managers) = low_in_a_weekly_one().await;
    asked(&stage, OTHER, "Ask the managers").await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    (stage, managers, request)
}

#[tokio::test(flavor = "multi_thread")]
async fn while_an_announcement_is_held_back_nobody_signs_it_and_their_words_come_back() {
    let (stage, managers, request) = asked_of_a_weekly_one().await;
    let manager = &managers.sales.people[0];
    let form = manager.clicks(&request, SIGN).await.expect("answered").form().expect("a form");
    says(&stage.company.lead, "pause").await;
    let refused = manager.submits(&form, &[("body", "Written at length.")]).await.expect("answered").text();
    assert!(refused.contains("holding this announcement back") && refused.contains("Written at length."), "{refused}");
    says(&stage.company.lead, "resume").await;
    signs(manager, &request, Some("Written at length.")).await;
    stage.company.sales.channel.shows("Written at length.").await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_plan_calls_nothing_off_that_a_manager_has_signed() {
    let (mut stage, managers, request) = asked_of_a_weekly_one().await;
    let lead = stage.company.lead.clone();
    let hanging = hangs(&stage, &stage.company.sales.channel);
    signs(&managers.sales.people[0], &request, Some("Written at length.")).await;
    stage.standin.faults().struck(hanging, 1).await;
    stage.crash_bot().await;
    // As if the program had broken off right after it was signed.
    let file = stage.data.path().join(stage.company.guild.id().to_string()).join("groundswell.db");
    let mut disk = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("opens");
    let unbegun = "CREATE TEMP TABLE made AS SELECT deliveries.id FROM deliveries
            JOIN occurrences ON occurrences.id = occurrence WHERE kind = 'again';
        DELETE FROM delivery_departments WHERE delivery IN (SELECT id FROM made);
        DELETE FROM deliveries WHERE id IN (SELECT id FROM made);
        UPDATE occurrences SET state = 'planned', started = NULL WHERE kind = 'again'";
    sqlx::raw_sql(unbegun).execute(&mut disk).await.expect("written");
    disk.close().await.expect("closed");
    stage.standin.faults().clear_all();
    stage.clock.advance(TimeDelta::hours(7));
    stage.start_bot().await;
    let asks = stage.company.leads_channel.shows("too long ago to post it unasked").await.expect("asked");

    let options = [("announcement", "1"), ("when", "fri 10:00")];
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
    lead.clicks(&asks, "Send now").await.expect("answered");
    stage.company.sales.channel.shows("Written at length.").await.expect("posted");
}

/// A round whose request hangs, was called off, and was asked for again a minute later.
async fn asked_for_again_on_its_way() -> (Stage, Both) {
    let (stage, managers) = low_in_sales().await;
    let lead = stage.company.lead.clone();
    let hanging = hangs(&stage, &managers.sales.channel);
    asked(&stage, OTHER, "Ask the managers").await;
    stage.standin.faults().struck(hanging, 1).await;
    lead.clicks(&proposed(&stage).await, "Call this round off").await.expect("answered");
    stage.clock.advance(TimeDelta::minutes(1));
    lead.clicks(&proposed(&stage).await, "Ask the managers").await.expect("answered");
    (stage, managers)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_was_called_off_and_asked_for_again_on_its_way_is_asked_for_once() {
    let (mut stage, managers) = asked_for_again_on_its_way().await;
    comes_back_after(&mut stage, TimeDelta::minutes(10)).await;
    managers.sales.channel.shows(SIGN).await.expect("asked");
    stage.restart_bot().await;
    stage.clock.somebody_sleeps().await;
    assert_eq!(requests(&managers).len(), 1, "{}", managers.sales.channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_still_waited_when_another_took_its_place_is_told_to_nobody() {
    let (mut stage, managers) = asked_for_again_on_its_way().await;
    stage.crash_bot().await;
    // As if the first one had waited for the end of quiet hours.
    let file = stage.data.path().join(stage.company.guild.id().to_string()).join("groundswell.db");
    let mut disk = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("opens");
    let unbegun = "CREATE TEMP TABLE first AS SELECT id FROM occurrences WHERE kind = 'ask' ORDER BY planned LIMIT 1;
        DELETE FROM delivery_departments WHERE delivery IN (SELECT id FROM deliveries WHERE occurrence IN first);
        DELETE FROM deliveries WHERE occurrence IN first;
        UPDATE occurrences SET state = 'planned', started = NULL WHERE id IN first";
    sqlx::raw_sql(unbegun).execute(&mut disk).await.expect("written");
    disk.close().await.expect("closed");
    stage.standin.faults().clear_all();
    stage.clock.advance(TimeDelta::hours(1));
    stage.start_bot().await;
    managers.sales.channel.shows(SIGN).await.expect("asked");
    stage.clock.somebody_sleeps().await;
    assert_eq!(requests(&managers).len(), 1, "{}", managers.sales.channel.rendered());
    let told = stage.company.leads_channel.rendered();
    assert!(!told.contains("was planned for Wednesday, 4 November 2026 08:00"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_stand_in_its_channel_is_not_posted_a_second_time_after_dont_send() {
    let (mut stage, managers) = low_in_sales().await;
    asked(&stage, OTHER, "Ask the managers").await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    stage.standin.remember_nonces(None);
    // Read Message History (discord-api-docs `topics/permissions`).
    stage.company.sales.channel.denies_bot(1 << 16);
    let sales = Which::of("POST", &format!("/channels/{}/messages", stage.company.sales.channel.id()));
    let faults = stage.standin.faults().clone();
    let drops = faults.times(1, sales, Fault::DropAfterApply);
    signs(&managers.sales.people[0], &request, None).await;
    faults.struck(drops, 1).await;
    comes_back_after(&mut stage, TimeDelta::minutes(10)).await;
    let asks = stage.company.leads_channel.shows("I can't tell whether").await.expect("asked");
    stage.company.lead.clicks(&asks, "Don't send").await.expect("answered");
    let second = managers.sales.people[1].clicks(&request, SIGN).await.expect("answered");
    assert!(second.rendered().contains("has already posted it in Sales"), "{}", second.rendered());
    assert_eq!(posts(&stage.company.sales.channel), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_are_told_of_a_late_request_only_what_it_says() {
    let (mut stage, managers) = low_in_sales().await;
    let hanging = hangs(&stage, &managers.sales.channel);
    asked(&stage, OTHER, "Ask the managers").await;
    stage.standin.faults().struck(hanging, 1).await;
    comes_back_after(&mut stage, TimeDelta::hours(1)).await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    let told = stage.company.leads_channel.shows("couldn't be reached until now").await.expect("told");
    assert!(!request.all_text().contains("late"), "{}", request.all_text());
    assert!(!told.text().contains("says that it comes late"), "{}", told.text());
}
