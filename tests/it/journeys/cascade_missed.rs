//! A cascade whose public post did not go out in time, or is moved, reworded or called off after the brief: leads and managers
//! are told what is so.

use chrono::TimeDelta;
use groundswell::sandbox::language::{Member, Message, Reply};

use crate::support::announcing::{TITLE, either, planned, says, seen};
use crate::support::managers::{Both, appoint};
use crate::support::{Stage, berlin};

const OVERDUE: &str = "goes out to everybody now";

/// Planned for Wednesday at 9; on Tuesday managers get their brief: that of Sales.
async fn briefed() -> (Stage, Both, Message) {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    planned(&stage.company.lead, &[("when", "2026-11-04 09:00"), ("cascade", "1 day")]).await;
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    let brief = managers.sales.channel.shows(TITLE).await.expect("a brief");
    managers.service.channel.shows(TITLE).await.expect("a brief");
    (stage, managers, brief)
}

/// Changes to the first announcement, with other words.
async fn reworded(lead: &Member, options: &[(&str, &str)]) -> Reply {
    let options: Vec<_> = [("announcement", "1")].into_iter().chain(options.iter().copied()).collect();
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    lead.submits(&form, &[("body", "In other words.")]).await.expect("answered")
}

/// The same, saved; what the lead reads then.
async fn rewords(lead: &Member, options: &[(&str, &str)]) -> String {
    let preview = reworded(lead, options).await;
    lead.clicks(&preview, "Save changes").await.expect("answered").text()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_post_ends_no_cascade_and_its_new_time_is_watched_like_the_first() {
    let (mut stage, managers, brief) = briefed().await;
    let lead = stage.company.lead.clone();
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

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_that_managers_have_follows_a_new_time_and_new_words_without_a_ping() {
    let (stage, managers, _) = briefed().await;
    let lead = stage.company.lead.clone();
    let preview = reworded(&lead, &[("when", "2026-11-06 09:00")]).await;
    assert!(preview.text().contains("Its managers have their brief"), "{}", preview.text());
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.contains("The managers' brief says so, too"), "{saved}");
    let changed = managers.sales.channel.shows("In other words.").await.expect("changed");
    let text = changed.all_text();
    assert!(text.contains(&format!("<t:{}:F>", berlin(2026, 11, 6, 9, 0).timestamp())), "{text}");
    assert!(text.contains("✏️ *Changed"), "{text}");
    assert_eq!(changed.buttons().len(), 1);
    assert_eq!(managers.sales.channel.messages().len(), 1);

    // A department that it goes to no more.
    let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let preview = lead.selects(&preview, "Which departments?", &["Service", "Legal"]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    let off = managers.sales.channel.shows("won't be posted to your team").await.expect("changed");
    assert!(off.buttons().is_empty() && off.text().contains("For the managers of Sales"), "{}", off.rendered());
    managers.service.channel.shows("In other words.").await.expect("it stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_calls_nothing_off_where_its_managers_have_lost_their_role() {
    let (stage, managers, _) = briefed().await;
    managers.sales.role.delete();
    let gone = "The managers' role of **Sales** no longer exists";
    stage.company.leads_channel.shows(gone).await.expect("told");
    let lead = &stage.company.lead;
    managers.sales.channel.overwrite_role(&stage.company.sales.role, 1 << 10, 0);
    rewords(lead, &[]).await;
    let changed = managers.sales.channel.shows("✏️ *Changed").await.expect("changed");
    assert!(changed.all_text().contains("In other words."), "{}", changed.all_text());
    assert_eq!(changed.buttons().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_that_managers_have_says_so_when_its_announcement_is_called_off() {
    let (stage, managers, brief) = briefed().await;
    let off = says(&stage.company.lead, "cancel").await;
    assert!(off.contains("The managers' brief says now that it is called off"), "{off}");
    let told = managers.sales.channel.shows("won't be posted to your team").await.expect("changed");
    assert!(told.buttons().is_empty() && told.text().contains(TITLE), "{}", told.rendered());
    managers.service.channel.shows("won't be posted to your team").await.expect("changed");
    // Somebody pressed before.
    let pressed = brief.buttons().remove(0).custom_id;
    let refused = seen(&managers.sales.people[0].clicks_custom_id(&told, &pressed).await.expect("answered"));
    assert!(refused.contains("nothing to tell your team any more"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_whose_time_passes_while_it_is_held_back_is_planned_anew_or_leads_learn_that_there_is_none() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "2026-11-06 09:00"), ("cascade", "1 day")]).await;
    says(lead, "pause").await;
    stage.clock.set(berlin(2026, 11, 5, 16, 0));
    let goes_on = says(lead, "resume").await;
    assert!(goes_on.contains("goes on") && goes_on.contains("Managers get the brief"), "{goes_on}");
    let brief = managers.sales.channel.shows(TITLE).await.expect("briefed");
    assert!(!brief.text().contains("comes late"), "{}", brief.text());

    let form = lead.runs("announce new", &[("when", "2026-11-06 09:00"), ("cascade", "2 hours")]).await;
    let form = form.expect("answered").form().expect("a form");
    let words = [("title", "Second"), ("body", "Something changes."), ("benefit", "It gets easier.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, either(&preview, "Schedule", "Schedule all the same")).await.expect("answered");
    let second = [("announcement", "2")];
    lead.runs("announce pause", &second).await.expect("answered");
    stage.clock.set(berlin(2026, 11, 6, 8, 30));
    let goes_on = lead.runs("announce resume", &second).await.expect("answered").text();
    assert!(goes_on.contains("So managers get none"), "{goes_on}");
    stage.clock.set(berlin(2026, 11, 6, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows("Second").await.expect("posted");
    assert!(managers.sales.channel.messages().iter().all(|one| !one.all_text().contains("Second")));
    stage.clock.somebody_sleeps().await;
    let told = stage.company.leads_channel.rendered();
    assert!(!told.contains("wasn't running") && !told.contains("**Second** goes out to everybody"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_that_a_lead_does_not_send_calls_nothing_off_whose_post_still_waits_for_them() {
    let mut stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "2026-11-04 09:00"), ("cascade", "1 day")]).await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 16, 0));
    stage.start_bot().await;
    let about_brief = stage.company.leads_channel.shows("the managers' brief of").await.expect("asked");
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 16, 0));
    stage.start_bot().await;
    let is_other =
        |one: &Message| one.id() != about_brief.id() && one.text().contains("too long ago to post it unasked");
    let about_post = stage.company.leads_channel.shows_where("the post's own notice", is_other).await.expect("asked");
    let decided = lead.clicks(&about_brief, "Don't send").await.expect("answered").text();
    let day = format!("planned for <t:{}:F>", berlin(2026, 11, 3, 9, 0).timestamp());
    assert!(decided.contains("the managers' brief of") && decided.contains(&day), "{decided}");
    let sent = lead.clicks(&about_post, "Send now").await.expect("answered").text();
    assert!(sent.contains("goes out now"), "{sent}");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(managers.sales.channel.messages().is_empty(), "{}", managers.sales.channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_missed_first_run_a_changed_brief_names_the_next_one() {
    let mut stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "2026-11-04 09:00"), ("repeat", "weekly"), ("cascade", "1 day")]).await;
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    managers.sales.channel.shows(TITLE).await.expect("a brief");
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 5, 9, 0));
    stage.start_bot().await;
    stage.company.leads_channel.shows("too long ago to post it. Nothing was posted").await.expect("told");
    rewords(&lead, &[]).await;
    let changed = managers.sales.channel.shows("In other words.").await.expect("changed");
    let next = format!("<t:{}:F>", berlin(2026, 11, 11, 9, 0).timestamp());
    assert!(changed.text().contains(&next), "{}", changed.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn words_can_be_saved_once_managers_have_their_brief_although_its_time_was_changed_with_them() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "2026-11-04 09:00"), ("repeat", "weekly"), ("cascade", "1 day")]).await;
    let preview = reworded(lead, &[("cascade", "4 hours")]).await;
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    managers.sales.channel.shows(TITLE).await.expect("a brief");
    let refused = seen(&lead.clicks(&preview, "Save changes").await.expect("answered"));
    assert!(refused.contains("your words are kept"), "{refused}");
    let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.contains("The managers' brief says so, too"), "{saved}");
    managers.sales.channel.shows("In other words.").await.expect("changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_learn_that_no_managers_are_left_to_be_briefed_and_can_have_a_brief_again() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = &stage.company.lead;
    planned(lead, &[("when", "2026-11-09 09:00"), ("cascade", "2026-11-05 09:00")]).await;
    says(lead, "pause").await;
    for (both, name) in [(&managers.sales, "Sales"), (&managers.service, "Service")] {
        both.role.delete();
        let gone = format!("The managers' role of **{name}** no longer exists");
        stage.company.leads_channel.shows(&gone).await.expect("told");
    }
    stage.clock.set(berlin(2026, 11, 6, 9, 0));
    let goes_on = says(lead, "resume").await;
    assert!(goes_on.contains("so the brief is taken out"), "{goes_on}");
    let role = stage.company.guild.add_role("Sales managers");
    let mention = role.mention();
    let options = [("department", "Sales"), ("managers-role", mention.as_str())];
    stage.company.owner.runs("setup department edit", &options).await.expect("answered");
    let saved = rewords(lead, &[("cascade", "1 day")]).await;
    assert!(saved.starts_with("Saved"), "{saved}");
    stage.clock.set(berlin(2026, 11, 8, 9, 1));
    managers.sales.channel.shows("In other words.").await.expect("a brief");
}
