//! Times, repetitions and audiences that can't be used: each gets a sentence of its own, and nothing is lost.

use chrono::TimeDelta;

use super::announcements::drafted;
use crate::support::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_of_a_time_or_a_repetition_has_its_own_sentence_that_quotes_it_in_short() {
    let stage = Stage::set_up().await;
    let long = format!("{}x 9 * * *", "0,".repeat(40));
    for (when, repeat, wanted) in [
        ("when pigs fly", "", "I can't read “when pigs fly” as a time"),
        ("2026-02-30 09:00", "", "isn't in the calendar or on the clock"),
        ("mon 25:00", "", "isn't in the calendar or on the clock"),
        ("2020-01-01 09:00", "", "is in the past"),
        ("2050-01-01 09:00", "", "more than two years away"),
        ("", "weekly", "needs a first time"),
        ("mon 09:00", "now and then", "I can't read “now and then” as a repetition"),
        ("", "@daily", "as a repetition"),
        ("", "0 9 * *", "this has 4"),
        ("", "0 0 9 * * 1", "this has 6"),
        ("", "60 9 * * *", "“60” doesn't work as the minute"),
        ("", "*/0 9 * * *", "doesn't work as the minute"),
        ("", "0 24 * * *", "“24” doesn't work as the hour"),
        ("", "0 9 32 * *", "“32” doesn't work as the day of the month"),
        ("", "0 9 l * *", "“l” doesn't work as the day of the month"),
        ("", "0 9 * 13 *", "“13” doesn't work as the month"),
        ("", "0 9 * * 8", "“8” doesn't work as the weekday"),
        ("", "0 9 * * 1#2", "“1\\#2” doesn't work as the weekday"),
        ("", "0 9 1 * 1", "not both"),
        ("", "0 9 30 2 *", "no date within the next five years"),
        ("", "*/5 * * * *", "Choose a rarer one, such as `daily`"),
        ("", "5,55 0,23 * * *", "more often than every 15 minutes"),
        ("", &long, "…” doesn't work as the minute"),
    ] {
        let options = [("when", when), ("repeat", repeat)];
        let options: Vec<_> = options.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let reply = stage.company.lead.runs("announce new", &options).await.expect("answered").text();
        assert!(reply.contains(wanted) && reply.contains("Nothing was planned"), "{when} {repeat}: {reply}");
        assert!(!reply.contains(&"0,".repeat(25)), "{reply}");
    }
    let list = stage.company.lead.runs("announce list", &[]).await.expect("answered").text();
    assert!(list.contains("no announcements yet"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_announcement_whose_departments_are_gone_by_its_time_goes_nowhere_and_leads_are_told() {
    let stage = Stage::set_up().await;
    let preview = drafted(&stage, &[("when", "tomorrow 9:00")]).await;
    stage.company.lead.clicks(&preview, "Schedule").await.expect("answered");
    for department in stage.company.departments() {
        let options = [("department", department.name)];
        stage.company.owner.runs("setup department remove", &options).await.expect("answered");
    }
    stage.clock.advance(TimeDelta::hours(25));
    stage.company.leads_channel.shows("went nowhere").await.expect("told");
    while !stage.company.lead.runs("announce list", &[]).await.expect("answered").rendered().contains("– posted") {}
    for department in stage.company.departments() {
        assert!(department.channel.messages().is_empty());
    }
}
