//! A lead plans announcements, people read and answer them.

use chrono::TimeDelta;
use groundswell::sandbox::language::{Message, Reply};

use crate::support::Stage;

pub(super) const TITLE: &str = "One list of customers";

/// What a lead writes.
const WORDS: [(&str, &str); 4] = [
    ("title", TITLE),
    ("body", "From **1 December** on, all customers stand in one list. [Look](https://evil.example) @everyone"),
    ("benefit", "You find every offer in seconds."),
    ("ask", "Log in once this week."),
];

/// `/announce new` with these options, the form filled and sent: the preview.
pub(super) async fn drafted(stage: &Stage, options: &[(&str, &str)]) -> Reply {
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", options).await.expect("answered").form().expect("a form");
    lead.submits(&form, &WORDS).await.expect("answered")
}

/// Schedules a draft, more often than the company agreed on if need be.
pub(super) async fn schedules(stage: &Stage, preview: &Reply) {
    let lead = &stage.company.lead;
    let planned = lead.clicks(preview, "Schedule all the same").await.expect("more than agreed on").text();
    assert!(planned.starts_with("Planned"), "{planned}");
}

/// A draft posted at once in all departments; the post in Sales.
async fn posted(stage: &Stage) -> Message {
    let preview = drafted(stage, &[]).await;
    let reply = stage.company.lead.clicks(&preview, "Post now").await.expect("answered");
    assert!(reply.text().starts_with("On its way"), "{}", reply.text());
    stage.company.sales.channel.shows(TITLE).await.expect("posted")
}

/// How often the announcement stands in each department's channel.
pub(super) fn counts(stage: &Stage) -> [usize; 3] {
    let count = |messages: Vec<Message>| messages.iter().filter(|one| one.all_text().contains(TITLE)).count();
    stage.company.departments().map(|department| count(department.channel.messages()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_schedules_an_announcement_and_it_is_posted_on_time_in_every_department() {
    let mut stage = Stage::set_up().await;
    let preview = drafted(&stage, &[("when", "tomorrow 9:00"), ("process", "Training")]).await;
    assert!(preview.is_ephemeral());
    let planned = stage.company.lead.clicks(&preview, "Schedule").await.expect("answered");
    assert!(planned.text().starts_with("Planned"), "{}", planned.text());
    stage.restart_bot().await;
    assert_eq!(counts(&stage), [0, 0, 0]);
    stage.clock.advance(TimeDelta::hours(25));
    for department in stage.company.departments() {
        let post = department.channel.shows(TITLE).await.expect("posted");
        assert_eq!(post.pings(), [format!("@{}", department.role.name())]);
    }
    assert_eq!(counts(&stage), [1, 1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_says_whose_role_cannot_be_pinged() {
    let stage = Stage::set_up().await;
    stage.company.service.role.set_mentionable(false);
    let preview = drafted(&stage, &[]).await;
    assert!(preview.rendered().contains("I can't ping @Service:"), "{}", preview.rendered());
    stage.company.lead.clicks(&preview, "Post now").await.expect("answered");
    assert!(stage.company.service.channel.shows(TITLE).await.expect("posted").pings().is_empty());
    assert_eq!(stage.company.sales.channel.shows(TITLE).await.expect("posted").pings(), ["@Sales"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_refused_without_its_benefit_and_kept() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let preview = lead.submits(&form, &WORDS[..2]).await.expect("answered");
    assert!(preview.text().contains("is still empty"), "{}", preview.text());
    let refused = lead.clicks(&preview, "Post now").await.expect("answered");
    let refused = refused.follow_ups().first().map_or_else(|| refused.text(), |one| one.text().to_owned());
    assert!(refused.contains("Your draft is saved; nothing was posted."), "{refused}");

    stage.restart_bot().await;
    let edit = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&edit, &[("benefit", "Less typing.")]).await.expect("answered");
    assert!(preview.rendered().contains("Less typing."), "{}", preview.rendered());
    assert!(preview.rendered().contains(TITLE), "{}", preview.rendered());
    let gone = lead.clicks(&preview, "Discard").await.expect("answered");
    assert!(gone.text().starts_with("The draft is thrown away"), "{}", gone.text());
    assert_eq!(counts(&stage), [0, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_planned_gets_a_sentence_and_nothing_is_lost() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    for (options, wanted) in [
        ([("when", "when pigs fly"), ("repeat", "")], "I can't read “when pigs fly” as a time"),
        ([("when", "2020-01-01 09:00"), ("repeat", "")], "is in the past"),
        ([("when", "mon 09:00"), ("repeat", "*/5 * * * *")], "more often than every 15 minutes"),
        ([("when", ""), ("repeat", "weekly")], "needs a first time"),
    ] {
        let options: Vec<_> = options.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let reply = lead.runs("announce new", &options).await.expect("answered").text();
        assert!(reply.contains(wanted) && reply.contains("Nothing was planned"), "{reply}");
    }
    // In the form, what was written stays.
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let values = [WORDS.as_slice(), &[("when", "2026-02-30 09:00")]].concat();
    let preview = lead.submits(&form, &values).await.expect("answered");
    assert!(preview.text().contains("isn't in the calendar"), "{}", preview.text());
    let edit = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    assert_eq!(edit.fields.last().expect("a field").value, "2026-02-30 09:00");
    assert_eq!(edit.fields[0].value, TITLE);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_leads_announce() {
    let stage = Stage::set_up().await;
    let preview = drafted(&stage, &[]).await;
    let person = &stage.company.sales.people[3];
    let refused = person.runs("announce new", &[]).await.expect("answered").text();
    assert!(refused.contains("This is for project leads"), "{refused}");
    let draft = preview.message().expect("a message").buttons()[0].custom_id.clone();
    let post = posted(&stage).await;
    let forged = person.clicks_custom_id(&post, &draft).await.expect("answered");
    let text = forged.follow_ups().first().map_or_else(|| forged.text(), |one| one.text().to_owned());
    assert!(text.contains("This is for project leads"), "{text}");
    assert!(post.refresh().expect("still there").all_text().contains(TITLE));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_that_has_moved_on_does_nothing() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    let preview = drafted(&stage, &[]).await;
    let message = preview.message().expect("a message").clone();
    let post_now = message.buttons().iter().find(|one| one.label == "Post now").expect("a button").custom_id.clone();
    lead.clicks(&preview, "Post now").await.expect("answered");
    for department in stage.company.departments() {
        department.channel.shows(TITLE).await.expect("posted");
    }
    let again = lead.clicks_custom_id(&message, &post_now).await.expect("answered").rendered();
    let ephemerals = lead.ephemerals().iter().map(Message::rendered).collect::<String>();
    assert!(again.contains("has moved on") || ephemerals.contains("has moved on"), "{again}");
    assert_eq!(counts(&stage), [1, 1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn understood_is_counted_once_and_shows_in_reach() {
    let mut stage = Stage::set_up().await;
    let post = posted(&stage).await;
    let people = stage.company.sales.people.clone();
    let first = people[0].clicks(&post, "Understood").await.expect("answered");
    assert!(first.is_ephemeral() && first.text().contains("under **Sales**"), "{}", first.text());
    let (one, two) = tokio::join!(people[1].clicks(&post, "Understood"), people[1].clicks(&post, "Understood"));
    let answers = [one.expect("answered").text(), two.expect("answered").text()];
    assert_eq!(answers.iter().filter(|text| text.contains("counted already")).count(), 1, "{answers:?}");
    stage.restart_bot().await;
    people[2].clicks(&post, "Understood").await.expect("answered");
    let lead = &stage.company.lead;
    let found = lead.autocompletes("announce reach", "announcement", "one list").await.expect("answered");
    let reach = lead.runs("announce reach", &[("announcement", found[0].1.as_str())]).await.expect("answered");
    assert!(reach.rendered().contains("Sales") && reach.rendered().contains("3/12 25 %"), "{}", reach.rendered());
    assert!(reach.rendered().contains("fewer than 5 people"), "{}", reach.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_get_their_line_and_ask_and_worry_without_their_name() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    let preview = drafted(&stage, &[]).await;
    let lines = lead.clicks(&preview, "What's in it for…").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&lines, &[("Sales", "Your offers, faster.")]).await.expect("answered");
    assert!(preview.text().contains("1 department has a line of its own"), "{}", preview.text());
    lead.clicks(&preview, "Post now").await.expect("answered");
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let person = &stage.company.sales.people[4];
    let own = person.clicks(&post, "What's in it for me?").await.expect("answered").text();
    assert_eq!(own, "**What's in it for Sales:** Your offers, faster.");
    let legal = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    let general = stage.company.legal.people[0].clicks(&legal, "What's in it for me?").await.expect("answered").text();
    assert!(general.contains("You find every offer in seconds."), "{general}");

    let form = person.clicks(&post, "I have a question").await.expect("answered").form().expect("a form");
    let thanks = person.submits(&form, &[("text", "Who helps me? Ask bob@firma.example")]).await.expect("answered");
    assert!(thanks.text().starts_with("Thank you, your question is saved"), "{}", thanks.text());
    let fears = person.clicks(&post, "This worries me").await.expect("answered");
    let form = person.selects(&fears, "What worries you?", &["Learning it"]).await.expect("answered");
    let form = form.form().expect("a form");
    let thanks = person.submits(&form, &[]).await.expect("answered");
    assert!(thanks.text().starts_with("Thank you for saying so"), "{}", thanks.text());
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered").rendered();
    assert!(shown.contains("Who helps me?") && shown.contains("Worries: 0–4"), "{shown}");
    assert!(!shown.contains("Learning it"), "a single worry can't be seen coming in: {shown}");
    assert!(!shown.contains("bob@") && !shown.contains(&person.name()), "{shown}");
    assert!(post.refresh().expect("still there").all_text().contains(TITLE), "the post stays as it is");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_with_two_departments_are_asked_and_people_without_one_are_told_whom_to_ask() {
    let stage = Stage::set_up().await;
    let post = posted(&stage).await;
    let both = &stage.company.sales.people[5];
    both.gets(&stage.company.legal.role);
    let pick = both.clicks(&post, "Understood").await.expect("answered");
    let counted = both.selects(&pick, "Which department?", &["Legal"]).await.expect("answered");
    assert!(counted.text().contains("under **Legal**"), "{}", counted.text());
    let nobody = stage.company.sales.people[6].clone();
    let news = stage.company.guild.add_role("Guest");
    nobody.gets(&news);
    stage.company.sales.channel.overwrite_role(&news, 1 << 10, 0);
    nobody.loses(&stage.company.sales.role);
    let told = nobody.clicks(&post, "Understood").await.expect("answered").text();
    assert!(told.contains("you have no department role"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeating_announcement_goes_on_over_a_restart_and_can_be_called_off() {
    let mut stage = Stage::set_up().await;
    let preview = drafted(&stage, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    assert_eq!(preview.text().matches("\n- ").count(), 5, "{}", preview.text());
    schedules(&stage, &preview).await;
    for day in 1..=2 {
        stage.clock.set(crate::support::berlin(2026, 11, 2 + day, 9, 0) + TimeDelta::seconds(1));
        for department in stage.company.departments() {
            let wanted = usize::try_from(day).expect("small");
            let has = |_: &Message| department.channel.messages().len() == wanted;
            department.channel.shows_where("one more post", has).await.expect("posted");
        }
        stage.restart_bot().await;
    }
    assert_eq!(counts(&stage), [2, 2, 2]);
    let off = stage.company.lead.runs("announce cancel", &[("announcement", "1")]).await.expect("answered").text();
    assert!(off.starts_with("Called off"), "{off}");
    let list = stage.company.lead.runs("announce list", &[]).await.expect("answered").rendered();
    assert!(list.contains("called off"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_closed_channel_does_not_keep_the_others_from_reading_and_leads_are_told_once() {
    let stage = Stage::set_up().await;
    // Send Messages (discord-api-docs `topics/permissions`).
    stage.company.service.channel.denies_bot(1 << 11);
    stage.company.legal.channel.delete();
    let preview = drafted(&stage, &[]).await;
    assert!(preview.text().contains("I lack: Send Messages") && preview.text().contains("no longer exists"));
    stage.company.lead.clicks(&preview, "Post now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let told = stage.company.leads_channel.shows("1 of 3 channels have it").await.expect("told").all_text();
    assert!(told.contains("(Service): Discord doesn't let me") && told.contains("no longer exists"), "{told}");
    assert_eq!(stage.company.leads_channel.messages().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_announcement_a_little_late_says_so_and_one_much_too_late_asks() {
    let mut stage = Stage::set_up().await;
    let preview = drafted(&stage, &[("when", "today 10:00")]).await;
    stage.company.lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.stop_bot().await;
    stage.clock.advance(TimeDelta::hours(5));
    stage.start_bot().await;
    stage.company.sales.channel.shows("comes late").await.expect("posted");
    stage.company.leads_channel.shows("I am posting it now").await.expect("told");

    let preview = drafted(&stage, &[("when", "tomorrow 10:00")]).await;
    stage.company.lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.stop_bot().await;
    stage.clock.advance(TimeDelta::hours(40));
    stage.start_bot().await;
    let asks = stage.company.leads_channel.shows("What shall I do?").await.expect("asked");
    assert_eq!(counts(&stage), [1, 1, 1]);
    stage.company.lead.clicks(&asks, "Send now").await.expect("answered");
    for department in stage.company.departments() {
        let has = |_: &Message| department.channel.messages().len() == 2;
        department.channel.shows_where("the second post", has).await.expect("posted");
    }
    let shown = asks.refresh().expect("there").all_text();
    assert!(shown.contains("goes out now"), "{shown}");
}
