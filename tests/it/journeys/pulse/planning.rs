//! Pulses that are launched now and open later.

use chrono::TimeDelta;

use super::*;
use crate::support::berlin;

/// A pulse from Tuesday, 10 November, 09:00 to Tuesday, 17 November, 17:00.
async fn planned() -> Stage {
    let stage = Stage::set_up().await;
    let planned = stage.company.lead.runs("pulse launch", &[("opens", "2026-11-10 09:00")]).await.expect("answered");
    assert!(planned.text().starts_with("**Planned"), "{}", planned.text());
    stage
}

async fn list(stage: &Stage) -> String {
    stage.company.lead.runs("pulse list", &[]).await.expect("answered").text()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_planned_pulse_is_fixed_now_and_opens_by_itself() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let options = [("opens", "2026-11-10 09:00"), ("closes", "fri 12:00"), ("over-budget", "Yes")];
    insta::assert_snapshot!("planned", lead.runs("pulse launch", &options).await.expect("answered").rendered());
    insta::assert_snapshot!("status", lead.runs("pulse status", &[]).await.expect("answered").rendered());
    assert!(stage.company.sales.channel.messages().is_empty());
    let early = stage.company.sales.people[1].clone();
    let page = early.runs("privacy", &[]).await.expect("answered");
    let refused = early.clicks_custom_id(&page, "v1:pulse:start:1").await.expect("answered").text();
    assert!(refused.starts_with("This pulse isn't open yet"), "{refused}");

    // What changes meanwhile changes nothing in it: not the phase, not the departments, not their people.
    let owner = stage.company.owner.clone();
    owner.runs("setup go-live", &[("date", "2026-11-09")]).await.expect("answered");
    owner.runs("setup department remove", &[("department", "Service")]).await.expect("answered");
    stage.clock.advance(TimeDelta::minutes(1));
    let newcomer = stage.company.guild.add_member("Nora New", std::slice::from_ref(&stage.company.sales.role));
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 10, 9, 0));
    for department in stage.company.departments() {
        let post = post(&department.channel).await;
        assert!(post.text().contains("How is the new CRM going for you?"), "{}", post.text());
        assert!(post.rendered().contains("Friday, 13 November 2026 11:00"), "{}", post.text());
    }
    let late = opens(&newcomer, &post(&stage.company.sales.channel).await).await.text();
    assert!(late.contains("because you joined after it was fixed who is asked"), "{late}");
    all_answer(&stage.company.service.people, &post(&stage.company.service.channel).await, CONTENT).await;
    stage.restart_bot().await;
    assert_eq!(stage.company.sales.channel.messages().len(), 1);
    stage.clock.set(berlin(2026, 11, 13, 12, 0));
    stage.company.leads_channel.shows("these results are final").await.expect("told");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_that_opens_late_keeps_its_close_and_leads_are_told() {
    let mut stage = planned().await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 12, 10, 0));
    stage.start_bot().await;
    let post = post(&stage.company.sales.channel).await;
    assert!(post.rendered().contains("Tuesday, 17 November 2026 16:00"), "{}", post.text());
    stage.company.leads_channel.shows("opened late: it was planned for").await.expect("told");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_less_than_a_day_is_left_leads_decide_and_it_stays_open_as_long_as_planned() {
    let mut stage = planned().await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 16, 18, 0));
    stage.start_bot().await;
    let lead = stage.company.lead.clone();
    let asked = stage.company.leads_channel.shows("didn't open").await.expect("asked");
    assert!(stage.company.sales.channel.messages().is_empty());
    assert!(list(&stage).await.contains("couldn't open"), "{}", list(&stage).await);
    stage.restart_bot().await;
    assert_eq!(stage.company.leads_channel.messages().len(), 1, "asked once");

    let person = &stage.company.sales.people[1];
    let page = person.runs("privacy", &[]).await.expect("answered");
    let refused = person.clicks_custom_id(&page, "v1:wave:open:1").await.expect("answered").text();
    assert!(refused.starts_with("This is for project leads"), "{refused}");
    let opened = lead.clicks(&asked, "Open it now").await.expect("answered").text();
    assert!(opened.contains("is open now"), "{opened}");
    let post = post(&stage.company.sales.channel).await;
    assert!(post.rendered().contains("Tuesday, 24 November 2026 01:0"), "7 days and 8 hours: {}", post.text());
    let again = lead.clicks_custom_id(&page_of(&lead).await, "v1:wave:open:1").await.expect("answered").text();
    assert!(again.starts_with("This has moved on"), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_about_a_pulse_that_did_not_open_loses_its_buttons_once_that_is_called_off_elsewhere() {
    let mut stage = planned().await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 16, 18, 0));
    stage.start_bot().await;
    stage.company.leads_channel.shows("didn't open").await.expect("asked");
    let lead = &stage.company.lead;
    let screen = lead.runs("pulse cancel", &[]).await.expect("answered");
    lead.clicks(&screen, "Call it off").await.expect("answered");
    let is_settled =
        |one: &groundswell::sandbox::language::Message| one.text().contains("didn't open") && one.buttons().is_empty();
    stage.company.leads_channel.shows_where("the words without buttons", is_settled).await.expect("settled");
}

async fn page_of(lead: &groundswell::sandbox::language::Member) -> groundswell::sandbox::language::Reply {
    lead.runs("privacy", &[]).await.expect("answered")
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_can_call_off_what_could_not_open_and_what_is_planned() {
    let mut stage = planned().await;
    let lead = stage.company.lead.clone();
    let asked = lead.runs("pulse cancel", &[]).await.expect("answered");
    assert!(asked.text().contains("Nobody has been asked yet"), "{}", asked.text());
    let done = lead.clicks(&asked, "Call it off").await.expect("answered").text();
    assert!(done.contains("It never opened"), "{done}");
    assert!(list(&stage).await.contains("called off") && list(&stage).await.contains("before it opened"));
    stage.clock.set(berlin(2026, 11, 10, 9, 1));
    stage.restart_bot().await;
    assert!(stage.company.sales.channel.messages().is_empty());

    lead.runs("pulse launch", &[("opens", "in 2 days"), ("closes", "in 30 hours")]).await.expect("answered");
    stage.stop_bot().await;
    stage.clock.advance(TimeDelta::days(3));
    stage.start_bot().await;
    let asked = stage.company.leads_channel.shows("didn't open").await.expect("asked");
    let done = lead.clicks(&asked, "Call it off").await.expect("answered").text();
    assert!(done.contains("It never opened"), "{done}");
}

#[tokio::test(flavor = "multi_thread")]
async fn pulses_that_would_come_too_close_are_refused_with_the_reason() {
    let stage = planned().await;
    let lead = &stage.company.lead;
    for (options, sentence) in [
        (vec![("opens", "2026-11-12 09:00")], "is planned for Legal in that time already"),
        (vec![("opens", "2026-11-12 09:00"), ("closes", "2026-11-11 09:00")], "before it opens"),
        (vec![("departments", "Sales"), ("closes", "fri 12:00")], "is to be asked soon"),
        (vec![("opens", "2026-11-20 09:00"), ("departments", "Sales")], "was asked lately"),
        (vec![("opens", "yesterday")], "I can't read “yesterday” as a time"),
        (vec![("repeat", "daily")], "That is too often"),
        (vec![("repeat", "every 3 weeks")], "That is too often"),
        (vec![("repeat", "0 9 * * 1")], "I can't read “0 9 \\* \\* 1” as a repetition"),
    ] {
        let refused = lead.runs("pulse launch", &options).await.expect("answered").text();
        assert!(
            refused.contains(sentence) && refused.ends_with("Nothing was launched.") || refused.ends_with("is lost."),
            "{options:?}: {refused}"
        );
        assert!(refused.contains(sentence), "{options:?}: {refused}");
    }
    assert!(stage.company.sales.channel.messages().is_empty());
    // The same departments may be asked before.
    let options = [("closes", "fri 12:00"), ("over-budget", "Yes")];
    let soon = lead.runs("pulse launch", &options).await.expect("answered").text();
    assert!(soon.starts_with("**Launched"), "{soon}");
}
