//! A cascade whose public post did not go out in time: leads aren't told that it did, and all is told again for the new
//! time.

use chrono::TimeDelta;

use crate::support::announcing::{TITLE, planned};
use crate::support::managers::appoint;
use crate::support::{Stage, berlin};

const OVERDUE: &str = "goes out to everybody now";

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_post_ends_no_cascade_and_its_new_time_is_watched_like_the_first() {
    let mut stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "2026-11-04 09:00"), ("cascade", "1 day")]).await;
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    let brief = managers.sales.channel.shows(TITLE).await.expect("a brief");
    managers.service.channel.shows(TITLE).await.expect("a brief");
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 16, 0));
    stage.start_bot().await;
    stage.company.leads_channel.shows("too long ago to post it unasked").await.expect("asked");
    stage.clock.somebody_sleeps().await;
    let says = |words: &str| stage.company.leads_channel.messages().iter().any(|one| one.text().contains(words));
    assert!(!says(OVERDUE), "{}", stage.company.leads_channel.rendered());
    let manager = &managers.sales.people[0];
    let form = manager.clicks(&brief, "Briefed my team").await.expect("answered").form().expect("a form");
    let kept = manager.submits(&form, &[("day", "2026-11-04"), ("attendance", "9")]).await.expect("answered").text();
    assert!(!kept.contains("counts as late"), "{kept}");

    let options = [("announcement", "1"), ("when", "2026-11-11 09:00")];
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
    stage.clock.set(berlin(2026, 11, 11, 5, 30));
    let warned =
        stage.company.leads_channel.shows("the teams of Service were briefed").await.expect("warned for the new time");
    assert!(!warned.text().contains("Sales"), "{}", warned.text());
    stage.clock.set(berlin(2026, 11, 11, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.company.leads_channel.shows(OVERDUE).await.expect("told");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_brief_and_post_were_both_missed_leads_are_not_told_that_the_post_goes_out() {
    let mut stage = Stage::set_up().await;
    appoint(&stage).await;
    planned(&stage.company.lead, &[("when", "2026-11-04 09:00"), ("cascade", "1 day")]).await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 16, 0));
    stage.start_bot().await;
    stage.company.leads_channel.shows("too long ago to post it unasked").await.expect("asked");
    let told = stage.company.leads_channel.shows("by now the post itself is due").await.expect("told");
    assert!(!told.text().contains("as planned"), "{}", told.text());
}
