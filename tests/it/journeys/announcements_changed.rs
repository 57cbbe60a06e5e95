//! What becomes of an announcement after it was planned: changed, held back, resumed, called off, and who did it.

use chrono::TimeDelta;
use groundswell::sandbox::language::Message;

use crate::support::announcing::{TITLE, WORDS, drafted, planned, posted, says, seen};
use crate::support::{Stage, berlin};

/// How many posts stand in Sales.
fn in_sales(stage: &Stage) -> usize {
    stage.company.sales.channel.messages().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_to_a_planned_text_wait_until_they_are_saved_and_survive_a_restart() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "tomorrow 9:00")]).await;
    let options = [("announcement", "1"), ("when", "tomorrow 11:00"), ("process", "Training")];
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    assert!(preview.text().contains("Changes to announcement `1`"), "{}", preview.text());
    let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields[4].value, "2026-11-03 11:00");
    let preview = lead.submits(&form, &[("body", "Better words.")]).await.expect("answered");
    assert!(says(&lead, "show").await.contains("has begun changes that aren't saved"));
    stage.restart_bot().await;

    // Not saved yet: what is planned is what was planned.
    assert!(!says(&lead, "show").await.contains("Better words."));
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.starts_with("Saved") && saved.contains("<t:"), "{saved}");
    stage.clock.set(berlin(2026, 11, 3, 10, 0));
    stage.restart_bot().await;
    assert_eq!(in_sales(&stage), 0, "the old time has passed without a post");
    stage.clock.set(berlin(2026, 11, 3, 11, 0) + TimeDelta::seconds(1));
    let post = stage.company.sales.channel.shows("Better words.").await.expect("posted");
    assert!(!post.all_text().contains("Changed"), "it was changed before it went out: {}", post.all_text());
    assert_eq!(in_sales(&stage), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn posted_words_are_changed_where_they_stand_without_a_ping_and_leads_are_told_before() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let post = posted(&stage).await;
    stage.company.sales.people[1].clicks(&post, "Understood").await.expect("answered");
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    // One channel's post is gone meanwhile: the others follow all the same, and leads are told.
    let gone = stage.company.service.channel.shows(TITLE).await.expect("posted");
    stage.company.service.channel.deletes(&gone);
    stage.clock.advance(TimeDelta::minutes(1));

    let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let told = preview.text();
    assert!(told.contains("3 posts are out already") && told.contains("One person has pressed *Understood*"), "{told}");
    let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    assert!(form.fields.iter().all(|field| field.custom_id != "when"), "what is posted has no time to plan");
    let preview = lead.submits(&form, &[("body", "From January on.")]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    for department in [&stage.company.sales, &stage.company.legal] {
        let changed = department.channel.shows("From January on.").await.expect("changed");
        assert!(changed.all_text().contains("Changed") && changed.is_edited(), "{}", changed.all_text());
        assert_eq!(department.channel.messages().len(), 1);
    }
    let told = stage.company.leads_channel.shows("was deleted in its channel").await.expect("told");
    assert!(told.text().contains("(Service): deleted"), "{}", told.text());
    let reach = says(&lead, "reach").await.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(reach.contains("Sales 1/12"), "{reach}");

    let refused = lead.runs("announce edit", &[("announcement", "1"), ("when", "mon 9:00")]).await.expect("answered");
    assert!(refused.text().contains("its time can't be changed any more"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_leads_at_once_do_not_overwrite_each_other_and_nothing_written_is_lost() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let other = stage.company.second_lead();
    let first = drafted(&lead, &[("when", "tomorrow 9:00")]).await;
    let second = other.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let late_form = lead.clicks(&first, "Edit").await.expect("answered").form().expect("a form");
    let form = other.clicks(&second, "Edit").await.expect("answered").form().expect("a form");
    other.submits(&form, &[("body", "The other lead's words.")]).await.expect("answered");

    // A form of the older state: refused, and given back.
    let answer = lead.submits(&late_form, &[("body", "Mine, written at length.")]).await.expect("answered");
    assert!(answer.text().contains("Another lead has changed this meanwhile"), "{}", answer.text());
    assert!(answer.rendered().contains("The other lead's words."), "{}", answer.rendered());
    let given_back = answer.follow_up(0).await.expect("given back");
    assert!(given_back.all_text().contains("Mine, written at length."), "{}", given_back.all_text());

    // A button of the older state plans nothing, and shows what there is.
    let answer = lead.clicks(&first, "Schedule").await.expect("answered");
    assert!(answer.text().contains("Another lead has changed this meanwhile"), "{}", answer.text());
    assert!(says(&lead, "show").await.contains("draft"));
    let planned = lead.clicks(&answer, "Schedule").await.expect("answered").text();
    assert!(planned.starts_with("Planned"), "{planned}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_repeats_is_held_back_and_goes_on_with_its_next_run() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    let held = says(&lead, "pause").await;
    assert!(held.contains("Held back"), "{held}");
    let again = says(&lead, "pause").await;
    assert!(again.contains("This announcement is held back, so there is nothing to hold back"), "{again}");
    stage.clock.set(berlin(2026, 11, 4, 12, 0));
    stage.restart_bot().await;
    let resumed = says(&lead, "resume").await;
    assert!(resumed.contains("goes on, next Thursday, 5 November 2026 08:00"), "{resumed}");
    assert_eq!(in_sales(&stage), 0, "nothing is caught up on");
    stage.clock.set(berlin(2026, 11, 5, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert_eq!(in_sales(&stage), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_whose_time_passed_while_it_was_held_back_asks() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "today 10:00")]).await;
    says(&lead, "pause").await;
    stage.clock.set(berlin(2026, 11, 2, 10, 30));
    let asks = lead.runs("announce resume", &[("announcement", "1")]).await.expect("answered");
    assert!(asks.text().contains("has passed while it was held back"), "{}", asks.text());
    let form = lead.clicks(&asks, "Give it another time").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("when", "today 12:00")]).await.expect("answered");
    assert!(preview.text().contains("It is held back, and stays so"), "{}", preview.text());
    lead.clicks(&preview, "Discard changes").await.expect("answered");
    assert_eq!(in_sales(&stage), 0);
    lead.clicks(&asks, "Post now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let refused = says(&lead, "resume").await;
    assert!(refused.contains("not held back"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_changed_taken_away_and_refused_before_anything_is_written() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    let edit = async |options: &[(&str, &str)]| {
        let options = [&[("announcement", "1")], options].concat();
        lead.runs("announce edit", &options).await.expect("answered")
    };
    let refused = edit(&[("repeat", "*/5 * * * *")]).await.text();
    assert!(refused.contains("more often than every 15 minutes"), "{refused}");
    assert!(!says(&lead, "show").await.contains("has begun changes"));
    let once = edit(&[("repeat", "none")]).await;
    assert_eq!(once.text().matches("\n- ").count(), 0, "{}", once.text());
    lead.clicks(&once, "Save changes").await.expect("answered");
    assert!(!says(&lead, "show").await.contains("Repeats"));
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    says(&lead, "cancel").await;
    let over = edit(&[]).await;
    assert!(over.text().contains("Changes to announcement") || over.text().contains("nothing to change any more"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_says_who_did_what_and_only_leads_read_it() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "today 10:00"), ("repeat", "daily")]).await;
    says(&lead, "pause").await;
    says(&lead, "resume").await;
    stage.clock.set(berlin(2026, 11, 2, 10, 0) + TimeDelta::seconds(1));
    for department in stage.company.departments() {
        department.channel.shows(TITLE).await.expect("posted");
    }
    says(&lead, "cancel").await;
    let history = says(&lead, "history").await;
    let wanted = ["began it", "planned it", "held it back", "let it go on", "Posted in", "called it off"];
    let places: Vec<_> = wanted.iter().map(|what| history.find(what)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{history}");
    assert!(history.contains(&lead.name()), "{history}");
    let person = &stage.company.sales.people[2];
    assert!(says(person, "history").await.contains("This is for project leads"));
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_offer_only_what_fits_them() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    planned(&lead, &[("when", "tomorrow 9:00")]).await;
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [[("title", "Second")].as_slice(), &WORDS[1..]].concat();
    lead.submits(&form, &words).await.expect("answered");
    let offered = async |command: &str| {
        let command = format!("announce {command}");
        let found = lead.autocompletes(&command, "announcement", "").await.expect("answered");
        found.into_iter().map(|(title, _)| title).collect::<Vec<_>>()
    };
    assert_eq!(offered("pause").await, [TITLE]);
    assert!(offered("resume").await.is_empty());
    assert_eq!(offered("edit").await, ["Second", TITLE]);
    assert_eq!(offered("reach").await, [TITLE]);
    says(&lead, "pause").await;
    assert_eq!(offered("resume").await, [TITLE]);
    assert!(offered("pause").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_says_which_process_has_been_silent_and_the_calendar_what_comes() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let preview = drafted(&lead, &[("process", "Training")]).await;
    lead.clicks(&preview, "Post now").await.expect("answered");
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    let list = async || lead.runs("announce list", &[]).await.expect("answered").rendered();
    // The bot notes a post after it stands there.
    while !list().await.contains("✅ **Training**: last heard") {}
    assert!(list().await.contains("⚠️ **Leadership**: silent, nothing so far."), "{}", list().await);
    stage.clock.advance(TimeDelta::days(29));
    assert!(list().await.contains("⚠️ **Training**: silent since"), "{}", list().await);

    let preview = drafted(&lead, &[("when", "tomorrow 9:00"), ("repeat", "weekly")]).await;
    let preview = lead.selects(&preview, "Which departments?", &["Sales"]).await.expect("answered");
    lead.clicks(&preview, "Schedule").await.expect("answered");
    let calendar = lead.runs("announce calendar", &[]).await.expect("answered").rendered();
    let sales = calendar.lines().find(|line| line.trim_start().starts_with("Sales")).expect("a row").to_owned();
    assert_eq!(sales.split_whitespace().collect::<Vec<_>>()[1..], ["1", "1", "1", "1"], "{calendar}");
    assert_eq!(calendar.matches("📢").count(), 4, "{calendar}");
    let service = calendar.lines().find(|line| line.trim_start().starts_with("Service")).expect("a row");
    assert!(!service.contains('1'), "{calendar}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_lead_must_agree_where_the_company_wants_it() {
    let mut stage = Stage::set_up().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    let preview = drafted(&lead, &[]).await;
    let asked = lead.clicks(&preview, "Post now").await.expect("answered").text();
    assert!(asked.contains("waits for a second lead"), "{asked}");
    stage.restart_bot().await;
    let question = stage.company.leads_channel.shows("would like to post").await.expect("asked");
    assert!(question.all_text().contains(WORDS[1].1), "the whole text stands there: {}", question.all_text());

    let own = seen(&lead.clicks(&question, "Approve").await.expect("answered"));
    assert!(own.contains("another lead has to agree"), "{own}");
    assert_eq!(in_sales(&stage), 0);
    // Changed after the question: void.
    let open = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let form = lead.clicks(&open, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("body", "Changed since.")]).await.expect("answered");
    let void = seen(&other.clicks(&question, "Approve").await.expect("answered"));
    assert!(void.contains("changed after the question was asked"), "{void}");

    lead.clicks(&preview, "Post now").await.expect("answered");
    let has_new = |one: &Message| one.all_text().contains("Changed since.");
    let question = stage.company.leads_channel.shows_where("the new question", has_new).await.expect("asked");
    other.clicks(&question, "Approve").await.expect("answered");
    stage.company.sales.channel.shows("Changed since.").await.expect("posted");
    let decided = question.refresh().expect("there").all_text();
    assert!(decided.contains("approved") && decided.contains("On its way"), "{decided}");
    let history = says(&lead, "history").await;
    assert!(history.contains("asked a second lead") && history.contains("approved it"), "{history}");

    // Changes to what is posted need it, too; sent back, nothing changes.
    let open = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
    let form = lead.clicks(&open, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &[("body", "A third version.")]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    let question = stage.company.leads_channel.shows("would like to change").await.expect("asked");
    other.clicks(&question, "Send back").await.expect("answered");
    assert!(!says(&lead, "show").await.contains("A third version."));
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_that_somebody_left_lying_can_be_gone_on_with_or_discarded_where_they_are_shown() {
    let stage = Stage::set_up().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    planned(&lead, &[("when", "tomorrow 9:00")]).await;
    lead.runs("announce edit", &[("announcement", "1"), ("when", "tomorrow 11:00")]).await.expect("answered");
    let show = || other.runs("announce show", &[("announcement", "1")]);
    let shown = show().await.expect("answered");
    assert!(shown.text().contains("has begun changes that aren't saved"), "{}", shown.text());
    let preview = other.clicks(&shown, "Go on with the changes").await.expect("answered");
    assert!(preview.text().contains("Changes to announcement `1`"), "{}", preview.text());
    let shown = show().await.expect("answered");
    other.clicks(&shown, "Discard changes").await.expect("answered");
    let shown = show().await.expect("answered").rendered();
    assert!(!shown.contains("aren't saved") && !shown.contains("Discard changes"), "{shown}");
    assert!(says(&lead, "show").await.contains("3 November 2026"), "{shown}");

    lead.runs("announce edit", &[("announcement", "1"), ("when", "tomorrow 11:00")]).await.expect("answered");
    lead.runs("announce cancel", &[("announcement", "1")]).await.expect("answered");
    assert!(!says(&lead, "show").await.contains("aren't saved"), "there is nothing left to change");
}
