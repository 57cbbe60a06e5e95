//! Pulses that repeat.

use chrono::TimeDelta;

use super::*;
use crate::support::berlin;

/// A pulse that opened on Monday, 2 November, 08:00 and comes again every four weeks.
async fn begun() -> Stage {
    let stage = Stage::set_up().await;
    let launched = stage.company.lead.runs("pulse launch", &[("repeat", "every 4 weeks")]).await.expect("answered");
    assert!(launched.text().contains("It comes again every 4 weeks"), "{}", launched.text());
    stage
}

async fn list(stage: &Stage) -> String {
    stage.company.lead.runs("pulse list", &[]).await.expect("answered").rendered()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_run_is_planned_a_week_ahead_and_opens_once_with_what_was_fixed_then() {
    let mut stage = begun().await;
    let lead = stage.company.lead.clone();
    assert!(
        list(&stage).await.contains("🔁 **The pulse of the phase** – every 4 weeks, next"),
        "{}",
        list(&stage).await
    );
    stage.clock.set(berlin(2026, 11, 9, 17, 1));
    stage.company.leads_channel.shows("these results are final").await.expect("told");
    // A department that comes later is asked in the next run; the one that runs stays as it was.
    let finance = stage.company.guild.add_role("Finance");
    let channel = stage.company.guild.add_channel("finance", groundswell::sandbox::language::Visibility::Everyone);
    for number in 0..6 {
        stage.company.guild.add_member(&format!("Finance {number}"), std::slice::from_ref(&finance));
    }
    let options = [("name", "Finance"), ("role", &finance.mention()), ("channel", &channel.mention())];
    stage.company.owner.runs("setup department add", &options).await.expect("answered");

    stage.clock.set(berlin(2026, 11, 23, 7, 59));
    stage.restart_bot().await;
    assert!(!list(&stage).await.contains("planned, opens"), "{}", list(&stage).await);
    stage.clock.set(berlin(2026, 11, 23, 8, 2));
    let told = stage.company.leads_channel.shows("comes again: planned for").await.expect("told").rendered();
    assert!(told.contains("It asks Finance, Legal, Sales, Service"), "{told}");
    // From now on nothing changes it: with a date of go-live another set would be asked.
    stage.company.owner.runs("setup go-live", &[("date", "2026-11-27")]).await.expect("answered");
    stage.restart_bot().await;
    assert_eq!(list(&stage).await.matches("planned, opens").count(), 1, "{}", list(&stage).await);

    stage.clock.set(berlin(2026, 11, 30, 8, 2));
    let post = channel.shows("Open until").await.expect("a post").rendered();
    assert!(post.contains("How is the new CRM going for you?"), "{post}");
    assert!(post.contains("Monday, 7 December 2026 16:00"), "{post}");
    let status = lead.runs("pulse status", &[("wave", "series-1")]).await.expect("answered").rendered();
    assert!(status.contains("28 December 2026"), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ending_it_calls_off_what_is_planned_and_leaves_what_is_open() {
    let stage = begun().await;
    let lead = &stage.company.lead;
    let wave = lead.runs("pulse cancel", &[]).await.expect("answered");
    let labels: Vec<_> = wave.buttons().into_iter().map(|button| button.label).collect();
    assert_eq!(labels, ["Call it off", "End the repetition", "Leave it as it is"]);
    stage.clock.set(berlin(2026, 11, 9, 17, 1));
    stage.company.leads_channel.shows("these results are final").await.expect("told");
    stage.clock.set(berlin(2026, 11, 24, 8, 0));
    stage.company.leads_channel.shows("comes again: planned for").await.expect("told");
    let asked = lead.runs("pulse cancel", &[("wave", "series-1")]).await.expect("answered");
    insta::assert_snapshot!("ending", asked.rendered());
    let ended = lead.clicks(&asked, "End the repetition").await.expect("answered").text();
    assert!(ended.contains("doesn't come again") && ended.contains("is called off"), "{ended}");
    let again = lead.clicks_custom_id(&asked, "v1:series:end:1").await.expect("answered").text();
    assert!(again.starts_with("That pulse doesn't come again any more"), "{again}");
    stage.clock.set(berlin(2026, 11, 30, 8, 2));
    stage.clock.advance(TimeDelta::days(40));
    assert!(!list(&stage).await.contains("🔁"), "{}", list(&stage).await);
    let posts = stage.company.sales.channel.messages();
    assert!(posts.iter().all(|message| !message.text().contains("Open until")), "nothing opened");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_could_not_open_is_over_once_the_next_is_planned() {
    let mut stage = begun().await;
    stage.clock.set(berlin(2026, 11, 24, 8, 0));
    stage.company.leads_channel.shows("comes again: planned for").await.expect("told");
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 12, 7, 10, 0));
    stage.start_bot().await;
    let asked = stage.company.leads_channel.shows("didn't open").await.expect("asked");
    let open = asked.buttons().into_iter().find(|button| button.label == "Open it now").expect("offered");
    assert!(list(&stage).await.contains("couldn't open"), "{}", list(&stage).await);
    stage.clock.set(berlin(2026, 12, 21, 8, 2));
    while !list(&stage).await.contains("planned, opens") {}
    assert!(!list(&stage).await.contains("couldn't open"), "{}", list(&stage).await);
    // Somebody's client may show the button for a moment longer than it stands there.
    let late = stage.company.lead.clicks_custom_id(&asked, &open.custom_id).await.expect("answered").text();
    assert!(late.starts_with("This has moved on"), "{late}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ending_it_calls_off_everything_that_is_to_open() {
    let mut stage = begun().await;
    stage.clock.set(berlin(2026, 11, 24, 8, 0));
    stage.company.leads_channel.shows("comes again: planned for").await.expect("told");
    stage.stop_bot().await;
    // The third run is planned before the second one is found to be too late.
    stage.clock.set(berlin(2026, 12, 22, 8, 0));
    stage.start_bot().await;
    let late = stage.company.leads_channel.shows("didn't open").await.expect("asked");
    let lead = stage.company.lead.clone();
    let refused = lead.clicks(&late, "Open it now").await.expect("answered").text();
    assert!(refused.contains("too long ago"), "{refused}");
    let asked = lead.runs("pulse cancel", &[("wave", "series-1")]).await.expect("answered");
    lead.clicks(&asked, "End the repetition").await.expect("answered");
    let all = list(&stage).await;
    assert!(!all.contains("couldn't open") && !all.contains("planned, opens"), "{all}");
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_that_were_slept_through_are_left_out_and_told_and_the_next_one_comes() {
    let mut stage = begun().await;
    stage.stop_bot().await;
    // The second run was 30 November to 7 December; nobody had planned it.
    stage.clock.set(berlin(2026, 12, 10, 9, 0));
    stage.start_bot().await;
    let told = stage.company.leads_channel.shows("would have come again").await.expect("told").rendered();
    assert!(told.contains("too little of its time is left") && told.contains("28 December 2026"), "{told}");
    assert!(list(&stage).await.contains("next Monday, 28 December 2026"), "{}", list(&stage).await);
    stage.clock.set(berlin(2026, 12, 28, 8, 2));
    stage.company.sales.channel.shows("Open until").await.expect("the third run");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_can_not_be_planned_is_left_out_with_its_reason() {
    let stage = begun().await;
    stage.clock.set(berlin(2026, 11, 9, 17, 1));
    stage.company.leads_channel.shows("these results are final").await.expect("told");
    for department in ["Sales", "Service", "Legal"] {
        stage.company.owner.runs("setup department remove", &[("department", department)]).await.expect("answered");
    }
    stage.clock.set(berlin(2026, 11, 23, 8, 2));
    let told = stage.company.leads_channel.shows("would have come again").await.expect("told").rendered();
    assert!(told.contains("There is no department to ask"), "{told}");
}
