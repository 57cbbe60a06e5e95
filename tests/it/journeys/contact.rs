//! The contact budget and quiet hours, from the settings to what departments get.

use chrono::TimeDelta;
use groundswell::sandbox::language::{Member, Message, Reply};

use super::announcements::{TITLE, counts, drafted};
use crate::support::announcing::seen;
use crate::support::{Stage, berlin};

/// A stage with this many messages per department and week.
async fn with_budget(messages: &str) -> Stage {
    let stage = Stage::set_up().await;
    let saved = runs(&stage.company.owner, "setup contact-budget", &[("messages", messages)]).await;
    assert!(saved.contains("Saved"), "{saved}");
    stage
}

async fn runs(who: &Member, command: &str, options: &[(&str, &str)]) -> String {
    who.runs(command, options).await.expect("answered").rendered()
}

async fn presses(stage: &Stage, on: &Reply, label: &str) -> Reply {
    stage.company.lead.clicks(on, label).await.expect("answered")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_agrees_on_budget_and_quiet_hours_and_everyone_can_read_who_did() {
    let mut stage = Stage::set_up().await;
    let owner = stage.company.owner.clone();
    let status = runs(&owner, "setup status", &[]).await;
    assert!(status.contains("Contact budget: 3 messages") && status.contains("Quiet hours: none"), "{status}");
    runs(&owner, "setup contact-budget", &[("messages", "0")]).await;
    let hours = [("weekdays", "18:00 - 8:00"), ("weekend", "all day")];
    let saved = runs(&owner, "setup quiet-hours", &hours).await;
    assert!(saved.contains("Monday to Friday 18:00–08:00, weekend all day"), "{saved}");
    for wrong in ["evenings", "8-18", "8:00-8:00", "25:00-26:00"] {
        let refused = runs(&owner, "setup quiet-hours", &[("weekdays", wrong)]).await;
        assert!(refused.contains("as hours of the day") && refused.contains("Nothing was changed"), "{refused}");
    }
    let refused = runs(&owner, "setup quiet-hours", &[("weekdays", "all day")]).await;
    assert!(refused.contains("I could never post"), "{refused}");
    stage.restart_bot().await;
    let saved = runs(&owner, "setup quiet-hours", &[("weekend", "none")]).await;
    assert!(saved.contains("18:00–08:00, weekend none") && saved.contains("Contact budget: none"), "{saved}");
    let person = &stage.company.sales.people[2];
    let page = person.runs("privacy", &[]).await.expect("answered");
    let list = person.clicks(&page, "Who changed or read what").await.expect("answered").rendered();
    assert!(list.contains("changed settings: quiet hours") && list.contains("contact budget"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cost_is_shown_once_before_scheduling_and_the_button_says_that_it_is_more_than_agreed() {
    let stage = with_budget("1").await;
    let preview = drafted(&stage, &[("when", "tomorrow 9:00")]).await;
    assert!(preview.text().contains("gets 1 message at most in a week; you agreed on 1"), "{}", preview.text());
    presses(&stage, &preview, "Schedule").await;

    let preview = drafted(&stage, &[("when", "fri 09:00")]).await;
    let over = "**Legal, Sales, Service**: 2 messages in the week of";
    assert!(preview.text().contains(over) && preview.text().contains("read less"), "{}", preview.text());
    assert!(preview.buttons().iter().all(|button| button.label != "Schedule"), "{}", preview.rendered());
    let planned = presses(&stage, &preview, "Schedule all the same").await;
    assert!(planned.text().starts_with("Planned"), "{}", planned.text());

    // Next week is another one, and one message fits.
    let preview = drafted(&stage, &[("when", "2026-11-10 09:00")]).await;
    assert!(preview.text().contains("gets 1 message at most"), "{}", preview.text());
    // What it would cost now is another question.
    let asked = presses(&stage, &preview, "Post now").await;
    assert!(asked.text().contains(&over.replace('2', "3")), "{}", asked.text());
    assert!(asked.text().contains("Nothing is scheduled yet"), "{}", asked.text());
    let back = presses(&stage, &asked, "Back to the preview").await;
    assert!(back.rendered().contains(TITLE), "{}", back.rendered());
    // At the planned time nobody is asked again.
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.clock.set(berlin(2026, 11, 6, 9, 0) + TimeDelta::seconds(1));
    let has = |_: &_| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("the second one", has).await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_repeats_is_counted_with_every_run_and_told_in_a_line_for_each_week() {
    let stage = with_budget("4").await;
    let preview = drafted(&stage, &[("when", "thu 9:00"), ("repeat", "daily")]).await;
    let told: Vec<String> =
        preview.text().lines().filter(|line| line.contains("messages in the week")).map(str::to_owned).collect();
    assert_eq!(told.len(), 1, "{}", preview.text());
    assert!(told[0].contains("**Legal, Sales, Service**: 7 messages"), "{told:?}");
    assert!(preview.text().contains("I won't ask again for any of its runs"), "{}", preview.text());
    let planned = presses(&stage, &preview, "Schedule all the same").await;
    assert!(planned.text().starts_with("Planned"), "{}", planned.text());
    let preview = drafted(&stage, &[]).await;
    assert!(preview.text().contains("**Legal, Sales, Service**: 5 messages"), "{}", preview.text());
    assert_eq!(counts(&stage), [0, 0, 0]);
    let posted = presses(&stage, &preview, "Post all the same").await;
    assert!(posted.text().starts_with("On its way"), "{}", posted.text());
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn something_added_since_makes_the_scheduler_ask_before_it_posts() {
    let mut stage = with_budget("1").await;
    let preview = drafted(&stage, &[("when", "wed 09:00")]).await;
    presses(&stage, &preview, "Schedule").await;
    let preview = drafted(&stage, &[]).await;
    presses(&stage, &preview, "Post all the same").await;
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    let asks = stage.company.leads_channel.shows("something was added since").await.expect("asked");
    assert!(asks.text().contains("**Legal, Sales, Service**: 2 messages"), "{}", asks.text());
    assert_eq!(counts(&stage), [1, 1, 1]);
    stage.company.lead.clicks(&asks, "Send now").await.expect("answered");
    for department in stage.company.departments() {
        let has = |_: &_| department.channel.messages().len() == 2;
        department.channel.shows_where("the second post", has).await.expect("posted");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_a_newer_one_has_followed_is_asked_about_no_more() {
    let stage = with_budget("1").await;
    let preview = drafted(&stage, &[("when", "wed 09:00"), ("repeat", "weekly")]).await;
    presses(&stage, &preview, "Schedule").await;
    let preview = drafted(&stage, &[]).await;
    presses(&stage, &preview, "Post all the same").await;
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    let asks = stage.company.leads_channel.shows("something was added since").await.expect("asked");
    stage.clock.set(berlin(2026, 11, 11, 9, 0) + TimeDelta::seconds(1));
    for department in stage.company.departments() {
        let has = |_: &_| department.channel.messages().len() == 2;
        department.channel.shows_where("the next run", has).await.expect("posted");
    }
    let send = asks.buttons().remove(0).custom_id;
    let refused = seen(&stage.company.lead.clicks_custom_id(&asks, &send).await.expect("answered"));
    assert!(refused.contains("moved on"), "{refused}");
    stage
        .company
        .leads_channel
        .shows_where("no button any more", |one| one.buttons().is_empty())
        .await
        .expect("settled");
    assert_eq!(counts(&stage), [2, 2, 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_runs_that_were_not_posted_only_the_newest_is_asked_about() {
    let stage = with_budget("1").await;
    let preview = drafted(&stage, &[("when", "wed 09:00"), ("repeat", "weekly")]).await;
    presses(&stage, &preview, "Schedule").await;
    let leads = &stage.company.leads_channel;
    let mut asked = Vec::new();
    for monday in [2, 9] {
        stage.clock.set(berlin(2026, 11, monday, 10, 0));
        let preview = drafted(&stage, &[]).await;
        presses(&stage, &preview, "Post all the same").await;
        let has = |_: &Message| stage.company.sales.channel.messages().len() == asked.len() + 1;
        stage.company.sales.channel.shows_where("what was added", has).await.expect("posted");
        stage.clock.set(berlin(2026, 11, monday + 2, 9, 0) + TimeDelta::seconds(1));
        let is_new = |one: &Message| !asked.contains(&one.id()) && one.buttons().len() == 2;
        let asks = leads.shows_where("a question", is_new).await.expect("asked").id();
        asked.push(asks);
    }
    let is_settled = |one: &Message| one.id() == asked[0] && one.buttons().is_empty();
    leads.shows_where("the first without its buttons", is_settled).await.expect("settled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_in_quiet_hours_waits_for_their_end_and_a_single_time_that_a_lead_chose_does_not() {
    let mut stage = Stage::set_up().await;
    let hours = [("weekdays", "18:00-8:00"), ("weekend", "all day")];
    runs(&stage.company.owner, "setup quiet-hours", &hours).await;
    let preview = drafted(&stage, &[("when", "today 20:00"), ("repeat", "weekly")]).await;
    assert!(preview.text().contains("It waits until they end"), "{}", preview.text());
    presses(&stage, &preview, "Schedule").await;
    stage.clock.set(berlin(2026, 11, 2, 21, 0));
    let preview = drafted(&stage, &[("when", "in 10 minutes")]).await;
    assert!(preview.text().contains("You chose that time"), "{}", preview.text());
    presses(&stage, &preview, "Schedule").await;
    stage.clock.set(berlin(2026, 11, 2, 21, 11));
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    assert_eq!(counts(&stage)[2], 1, "only the one that a lead chose");
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 8, 0) + TimeDelta::seconds(1));
    for department in stage.company.departments() {
        let has = |_: &_| department.channel.messages().len() == 2;
        let post = department.channel.shows_where("the one that waited", has).await.expect("posted");
        assert!(!post.all_text().contains("comes late"), "{}", post.rendered());
    }
    while !runs(&stage.company.lead, "announce list", &[]).await.contains("next Monday, 9 November 2026") {}
    assert!(stage.company.leads_channel.messages().is_empty(), "nobody is told of a wait that was agreed on");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_marks_the_weeks_over_budget_and_says_what_the_mark_means() {
    let stage = with_budget("1").await;
    let calendar = async || runs(&stage.company.lead, "announce calendar", &[]).await;
    let weeks = |calendar: &str, name: &str| {
        let row = calendar.lines().find(|line| line.trim_start().starts_with(name)).expect("a row");
        row.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let preview = drafted(&stage, &[("when", "wed 09:00")]).await;
    presses(&stage, &preview, "Schedule").await;
    let within = calendar().await;
    assert_eq!(weeks(&within, "Sales"), ["1", "–", "–", "–"], "{within}");
    assert!(!within.contains('!'), "as much as was agreed on is not over it: {within}");

    let preview = drafted(&stage, &[("when", "fri 09:00")]).await;
    let preview = stage.company.lead.selects(&preview, "Which departments?", &["Sales"]).await.expect("answered");
    presses(&stage, &preview, "Schedule all the same").await;
    let over = calendar().await;
    assert_eq!(weeks(&over, "Sales"), ["2!", "–", "–", "–"], "{over}");
    assert_eq!(weeks(&over, "Service"), ["1", "–", "–", "–"], "{over}");
    assert!(over.contains("! marks more than the 1 post a week that you agreed on."), "{over}");
    // Without a budget nothing is too much.
    runs(&stage.company.owner, "setup contact-budget", &[("messages", "0")]).await;
    assert!(!calendar().await.contains('!'), "{}", calendar().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_that_goes_over_the_budget_is_launched_only_once_a_lead_agrees() {
    let stage = with_budget("1").await;
    let (lead, channel) = (&stage.company.lead, &stage.company.sales.channel);
    let asked = runs(lead, "pulse launch", &[]).await;
    assert!(asked.contains("Nothing was launched") && asked.contains("**Legal, Sales, Service**:"), "{asked}");
    assert_eq!(channel.messages().len(), 0);
    let launched = runs(lead, "pulse launch", &[("over-budget", "Yes")]).await;
    assert!(launched.contains("**Launched") && launched.contains("**Legal, Sales, Service**:"), "{launched}");
    assert_eq!(channel.messages().len(), 1);
    // What can't be done is refused before anybody is asked about its cost.
    let refused = runs(lead, "pulse launch", &[]).await;
    assert!(!refused.contains("over-budget") && refused.contains("Nothing was launched"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_to_questions_count_as_messages_where_they_are_posted() {
    let stage = with_budget("2").await;
    let lead = &stage.company.lead;
    for text in ["When does it start?", "Who helps us?"] {
        let form = stage.company.sales.people[1].runs("ask", &[]).await.expect("answered").form().expect("a form");
        stage.company.sales.people[1].submits(&form, &[("text", text)]).await.expect("answered");
        let list = lead.runs("questions", &[]).await.expect("answered");
        let select = "Which do you answer? One, or several alike";
        let screen = lead.selects(&list, select, &[text]).await.expect("answered");
        let form = lead.clicks(&screen, "Answer them where they asked").await.expect("answered").form();
        let screen = lead.submits(&form.expect("a form"), &[("text", "We'll see.")]).await.expect("answered");
        lead.clicks(&screen, "Post it").await.expect("answered");
        stage.company.sales.channel.shows(text).await.expect("posted");
    }
    let calendar = runs(lead, "announce calendar", &[]).await;
    let weeks = calendar.lines().find(|line| line.contains("Sales")).unwrap_or_default();
    assert!(weeks.contains('2'), "{calendar}");
    let preview = drafted(&stage, &[("when", "tomorrow 9:00")]).await;
    assert!(preview.text().contains("**Sales**: 3 messages in the week of"), "{}", preview.text());
}

/// What `/announce edit` shows of the second announcement with these options.
async fn edits_second(stage: &Stage, options: &[(&str, &str)]) -> Reply {
    let options: Vec<_> = [("announcement", "2")].into_iter().chain(options.iter().copied()).collect();
    stage.company.lead.runs("announce edit", &options).await.expect("answered")
}

fn has_button(shown: &Reply, label: &str) -> bool {
    shown.buttons().iter().any(|button| button.label == label)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_takes_a_plan_over_the_budget_asks_and_the_answer_holds() {
    let stage = with_budget("1").await;
    let preview = drafted(&stage, &[("when", "wed 9:00")]).await;
    presses(&stage, &preview, "Schedule").await;
    let preview = drafted(&stage, &[("when", "2026-11-10 9:00")]).await;
    presses(&stage, &preview, "Schedule").await;
    let old = edits_second(&stage, &[]).await;
    assert!(has_button(&old, "Save changes"), "{}", old.rendered());

    let over = edits_second(&stage, &[("when", "fri 9:00")]).await;
    assert!(over.text().contains("2 messages in the week of") && over.text().contains("read less"), "{}", over.text());
    assert!(!has_button(&over, "Save changes"), "{}", over.rendered());
    assert!(over.text().contains("save it all the same"), "{}", over.text());
    let saved = presses(&stage, &over, "Save all the same").await.text();
    assert!(saved.starts_with("Saved"), "{saved}");
    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.clock.set(berlin(2026, 11, 6, 9, 0) + TimeDelta::seconds(1));
    let has = |_: &_| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("the second one", has).await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agreement_on_the_budget_outlives_changes_that_cost_no_more() {
    let stage = with_budget("1").await;
    let preview = drafted(&stage, &[("when", "wed 9:00")]).await;
    presses(&stage, &preview, "Schedule").await;
    let preview = drafted(&stage, &[("when", "fri 9:00")]).await;
    presses(&stage, &preview, "Schedule all the same").await;
    let later = edits_second(&stage, &[("when", "fri 10:00")]).await;
    assert!(later.text().contains("2 messages in the week of"), "{}", later.text());
    presses(&stage, &later, "Save changes").await;
    let fewer = edits_second(&stage, &[]).await;
    let lead = &stage.company.lead;
    let fewer = lead.selects(&fewer, "Which departments?", &["Sales", "Legal"]).await.expect("answered");
    presses(&stage, &fewer, "Save changes").await;
    // More runs are more than was agreed on.
    let more = edits_second(&stage, &[("repeat", "daily")]).await;
    assert!(!has_button(&more, "Save changes") && has_button(&more, "Save all the same"), "{}", more.rendered());
    presses(&stage, &more, "Discard changes").await;
    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    stage.clock.set(berlin(2026, 11, 6, 10, 0) + TimeDelta::seconds(1));
    for department in [&stage.company.sales, &stage.company.legal] {
        let has = |_: &_| department.channel.messages().len() == 2;
        department.channel.shows_where("the second one", has).await.expect("posted");
    }
    assert_eq!(counts(&stage), [2, 1, 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_that_shares_a_channel_costs_nothing_more() {
    let stage = with_budget("1").await;
    let shares = [("department", "Legal"), ("channel", &stage.company.sales.channel.mention())];
    stage.company.owner.runs("setup department edit", &shares).await.expect("answered");
    let preview = drafted(&stage, &[("when", "wed 9:00")]).await;
    presses(&stage, &preview, "Schedule").await;
    let preview = drafted(&stage, &[("when", "fri 9:00")]).await;
    let lead = &stage.company.lead;
    let preview = lead.selects(&preview, "Which departments?", &["Sales"]).await.expect("answered");
    presses(&stage, &preview, "Schedule all the same").await;
    let both = edits_second(&stage, &[]).await;
    let both = lead.selects(&both, "Which departments?", &["Sales", "Legal"]).await.expect("answered");
    assert!(has_button(&both, "Save changes"), "{}", both.rendered());
    // Service has a channel of its own.
    let more = lead.selects(&both, "Which departments?", &["Sales", "Service"]).await.expect("answered");
    assert!(has_button(&more, "Save all the same"), "{}", more.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_posts_what_repeats_now_and_over_the_budget_reads_that_it_is_agreed_to_for_all_its_runs() {
    let stage = with_budget("1").await;
    let first = drafted(&stage, &[]).await;
    presses(&stage, &first, "Post now").await;
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let preview = drafted(&stage, &[("when", "2026-11-10 09:00"), ("repeat", "weekly")]).await;
    assert!(!preview.text().contains("read less"), "{}", preview.text());
    let asked = presses(&stage, &preview, "Post now").await.text();
    // With its run of tomorrow.
    assert!(
        asked.contains("3 messages in the week of") && asked.contains("won't ask again for any of its runs"),
        "{asked}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_results_that_an_open_pulse_will_post_count_in_their_week() {
    let stage = with_budget("1").await;
    let options = [("departments", "Sales"), ("over-budget", "Yes")];
    let launched = runs(&stage.company.lead, "pulse launch", &options).await;
    assert_eq!(launched.matches("**Sales**: 2 messages in the week of").count(), 2, "{launched}");
    // The second week has a reminder, and the results on Monday.
    let preview = drafted(&stage, &[("when", "2026-11-11 09:00")]).await;
    assert!(preview.text().contains("**Sales**: 3 messages in the week of"), "{}", preview.text());
    let preview = drafted(&stage, &[("when", "2026-11-18 09:00")]).await;
    assert!(!preview.text().contains("**Sales**:"), "{}", preview.text());
}
