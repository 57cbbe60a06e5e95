//! A second lead's word: what they see is what they agree to, and nothing else.

use groundswell::sandbox::language::{Message, Reply};

use crate::support::announcing::{TITLE, drafted, seen};
use crate::support::managers::appoint;
use crate::support::{Stage, berlin};

async fn stage() -> Stage {
    let stage = Stage::set_up().await;
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn agreeing_to_a_plan_never_posts_at_once() {
    let stage = stage().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    let preview = drafted(&lead, &[("when", "tomorrow 9:00")]).await;
    lead.clicks(&preview, "Schedule").await.expect("answered");
    let plans = stage.company.leads_channel.shows("would like to plan").await.expect("asked");
    // The same draft, as another lead sees it.
    let again = other.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let refused = seen(&other.clicks(&again, "Post now").await.expect("answered"));
    assert!(refused.contains("press *Send back* below the question first"), "{refused}");

    // Sent back, its buttons answer no later question, not even if Discord had kept them.
    lead.clicks(&plans, "Send back").await.expect("answered");
    let again = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let asked = lead.clicks(&again, "Post now").await.expect("answered").text();
    assert!(asked.contains("waits for a second lead"), "{asked}");
    let posts = stage.company.leads_channel.shows("would like to post").await.expect("asked");
    let approve = |message: &Message| message.buttons().first().expect("Approve").custom_id.clone();
    let void = seen(&other.clicks_custom_id(&posts, &approve(&plans)).await.expect("answered"));
    assert!(void.contains("the question is void"), "{void}");
    assert!(stage.company.sales.channel.messages().is_empty());
    other.clicks(&posts, "Approve").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_shows_departments_own_lines_the_managers_brief_and_what_goes_over_the_budget() {
    let stage = stage().await;
    appoint(&stage).await;
    stage.company.owner.runs("setup contact-budget", &[("messages", "1")]).await.expect("answered");
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    let options = [("when", "fri 9:00"), ("repeat", "daily"), ("cascade", "1 day")];
    let preview = drafted(&lead, &options).await;
    let form = lead.clicks(&preview, "What's in it for…").await.expect("answered").form().expect("a form");
    let sales = form.fields.iter().find(|field| field.label.contains("Sales")).expect("a field").custom_id.clone();
    let preview = lead.submits(&form, &[(&sales, "Your bonus counts *what* is entered.")]).await.expect("answered");
    lead.clicks(&preview, "Schedule all the same").await.expect("answered");
    let question = stage.company.leads_channel.shows("would like to plan").await.expect("asked").all_text();
    let own = ["What departments read in place of the general", "Sales", "Your bonus counts \\*what\\* is entered."];
    for part in own.into_iter().chain(["Managers get their brief <t:", "more than you agreed on", "**Repeats:** daily"])
    {
        assert!(question.contains(part), "{part}: {question}");
    }

    // Of changes, it shows what they take the place of.
    let question = stage.company.leads_channel.shows("would like to plan").await.expect("asked");
    other.clicks(&question, "Approve").await.expect("answered");
    let preview = lead.runs("announce edit", &[("announcement", "1"), ("repeat", "weekly")]).await.expect("answered");
    let preview = lead.selects(&preview, "Which departments?", &["Sales"]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    let question = stage.company.leads_channel.shows("would like to change").await.expect("asked").all_text();
    for part in ["So far it goes to Legal, Sales, Service", "So far: **When:**", "**Repeats:** daily"] {
        assert!(question.contains(part), "{part}: {question}");
    }
    assert!(question.contains("**Repeats:** weekly") && question.contains("**Goes to** Sales\n"), "{question}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_who_is_asked_about_the_budget_of_an_old_preview_agrees_to_nothing() {
    let stage = Stage::set_up().await;
    stage.company.owner.runs("setup contact-budget", &[("messages", "1")]).await.expect("answered");
    let lead = stage.company.lead.clone();
    let old = drafted(&lead, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    let preview = lead.runs("announce edit", &[("announcement", "1"), ("repeat", "none")]).await.expect("answered");
    assert!(preview.buttons().iter().any(|button| button.label == "Schedule"), "{}", preview.rendered());
    let shown = lead.clicks(&old, "Schedule all the same").await.expect("answered").text();
    assert!(shown.contains("Another lead has changed this meanwhile"), "{shown}");
    lead.clicks(&preview, "Schedule").await.expect("answered");

    // A second message in that week, agreed on; the first one's agreement would have covered itself alone.
    let second = drafted(&lead, &[]).await;
    lead.clicks(&second, "Post all the same").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + chrono::TimeDelta::seconds(1));
    stage.company.leads_channel.shows("something was added since").await.expect("asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn agreeing_to_go_over_the_budget_ends_with_the_plan_that_it_was_about() {
    let stage = Stage::set_up().await;
    stage.company.owner.runs("setup contact-budget", &[("messages", "2")]).await.expect("answered");
    let lead = stage.company.lead.clone();
    let preview = drafted(&lead, &[("when", "fri 9:00"), ("repeat", "daily")]).await;
    lead.clicks(&preview, "Schedule all the same").await.expect("answered");
    // Its own runs, as they were planned, don't count beside the changed ones.
    let edit = [("announcement", "1"), ("when", "2026-11-10 9:00"), ("repeat", "none")];
    let preview = lead.runs("announce edit", &edit).await.expect("answered");
    assert!(preview.text().contains("gets 1 message at most in a week"), "{}", preview.text());
    lead.clicks(&preview, "Save changes").await.expect("answered");
    for _ in 0..2 {
        let more = drafted(&lead, &[("when", "2026-11-09 9:00")]).await;
        let label =
            more.buttons().iter().find(|button| button.label.starts_with("Schedule")).expect("one").label.clone();
        lead.clicks(&more, &label).await.expect("answered");
    }
    stage.clock.set(berlin(2026, 11, 9, 9, 0) + chrono::TimeDelta::seconds(1));
    let has = |_: &_| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("both", has).await.expect("posted");
    stage.clock.set(berlin(2026, 11, 10, 9, 0) + chrono::TimeDelta::seconds(1));
    stage.company.leads_channel.shows("something was added since").await.expect("asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_about_changes_names_no_brief_that_managers_had_already() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    stage.company.owner.runs("setup contact-budget", &[("messages", "0")]).await.expect("answered");
    let lead = stage.company.lead.clone();
    let preview = drafted(&lead, &[("when", "tomorrow 9:00"), ("repeat", "daily"), ("cascade", "2 hours")]).await;
    lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.clock.set(berlin(2026, 11, 3, 7, 0) + chrono::TimeDelta::seconds(1));
    managers.sales.channel.shows(TITLE).await.expect("briefed");
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    let preview = lead.runs("announce edit", &[("announcement", "1"), ("repeat", "weekly")]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    let question = stage.company.leads_channel.shows("would like to change").await.expect("asked").all_text();
    assert!(!question.contains("Managers get their brief"), "{question}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_the_leads_channel_does_not_have_is_decided_from_the_announcement() {
    let stage = stage().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    // Send Messages (discord-api-docs `topics/permissions`).
    stage.company.leads_channel.denies_bot(1 << 11);
    let preview = drafted(&lead, &[("when", "tomorrow 9:00")]).await;
    lead.clicks(&preview, "Schedule").await.expect("answered");
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    let own = lead.clicks(&shown, "See the question").await.expect("answered");
    let labels = |reply: &Reply| reply.buttons().iter().map(|one| one.label.clone()).collect::<Vec<_>>();
    assert_eq!(labels(&own), ["Send back"], "whoever asked can't agree");
    let shown = other.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    let question = other.clicks(&shown, "See the question").await.expect("answered");
    assert!(question.rendered().contains("would like to plan") && question.rendered().contains(TITLE));
    assert_eq!(labels(&question), ["Approve", "Send back"]);
    other.clicks(&question, "Approve").await.expect("answered");
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + chrono::TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let over = seen(&other.clicks(&shown, "See the question").await.expect("answered"));
    assert!(!over.contains("would like to plan"), "{over}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_second_lead_decides_by_themselves_is_told_to_all_leads() {
    for (button, told) in [("Approve", "approved."), ("Send back", "back. Nothing was posted or changed")] {
        let stage = stage().await;
        let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
        let preview = drafted(&lead, &[("when", "tomorrow 9:00")]).await;
        lead.clicks(&preview, "Schedule").await.expect("answered");
        stage.company.leads_channel.shows("would like to plan").await.expect("asked");
        let shown = other.runs("announce show", &[("announcement", "1")]).await.expect("answered");
        let question = other.clicks(&shown, "See the question").await.expect("answered");
        other.clicks(&question, button).await.expect("answered");
        let told = stage.company.leads_channel.shows(told).await.expect("told");
        assert!(told.text().contains(&other.mention()), "{}", told.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_second_lead_decides_in_the_leads_channel_is_told_there_once() {
    let stage = stage().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    let preview = drafted(&lead, &[("when", "tomorrow 9:00")]).await;
    lead.clicks(&preview, "Schedule").await.expect("answered");
    let question = stage.company.leads_channel.shows("would like to plan").await.expect("asked");
    other.clicks(&question, "Send back").await.expect("answered");
    stage.clock.somebody_sleeps().await;
    assert_eq!(stage.company.leads_channel.messages().len(), 1, "{}", stage.company.leads_channel.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_while_a_second_lead_approves_is_given_back() {
    let stage = stage().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    let preview = drafted(&lead, &[("when", "tomorrow 9:00")]).await;
    lead.clicks(&preview, "Schedule").await.expect("answered");
    let question = stage.company.leads_channel.shows("would like to plan").await.expect("asked");
    let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    other.clicks(&question, "Approve").await.expect("answered");
    let late = lead.submits(&form, &[("body", "Polished at length.")]).await.expect("answered");
    assert!(late.rendered().contains("has moved on"), "{}", late.rendered());
    let returned = late.follow_up(0).await.expect("what they wrote").all_text();
    assert!(returned.contains("What you wrote, not saved") && returned.contains("Polished at length."), "{returned}");
}
