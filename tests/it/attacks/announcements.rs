//! Attacks on what people say under announcements without their name.

use chrono::TimeDelta;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Member, Message, Reply};

use crate::support::{Stage, berlin};

const TITLE: &str = "One list";
const FEAR: &str = "Workload";
const WORDS: &str = "Who does my old work meanwhile?";

/// An announcement to these departments only, posted at once; its number.
async fn posted(stage: &Stage, departments: &[&str]) -> String {
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", TITLE), ("body", "One list of customers."), ("benefit", "Less typing."), ("ask", "")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    let preview = lead.selects(&preview, "Which departments?", departments).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    lead.autocompletes("announce show", "announcement", TITLE).await.expect("answered")[0].1.clone()
}

/// Says a worry; what the person is told.
async fn worries(person: &Member, post: &Message) -> String {
    let asked = person.clicks(post, "This worries me").await.expect("answered");
    if asked.selects().is_empty() {
        return asked.rendered();
    }
    let form = person.selects(&asked, "What worries you?", &[FEAR]).await.expect("answered").form();
    person.submits(&form.expect("a form"), &[("text", WORDS)]).await.expect("answered").text()
}

/// What leads are told of voices; above it stands what becomes of the posting. Until all of it is posted, nothing is told.
async fn voices(stage: &Stage, announcement: &str) -> String {
    loop {
        let text = told(stage, "announce show", announcement).await;
        if let Some((_, voices)) = text.split_once("Questions:") {
            break voices.to_owned();
        }
    }
}

async fn told(stage: &Stage, command: &str, announcement: &str) -> String {
    let text = stage.company.lead.runs(command, &[("announcement", announcement)]).await.expect("answered").rendered();
    // Tables are as wide as a phone; what is told runs on.
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn announcing_to_four_people_only_and_reading_what_worries_them() {
    let stage = Stage::set_up().await;
    let announcement = posted(&stage, &["Legal"]).await;
    let post = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    let kept = worries(&stage.company.legal.people[0], &post).await;
    assert!(kept.contains("leads don't see it") && kept.contains("fewer than 5 people"), "{kept}");
    for command in ["announce show", "announce reach"] {
        let text = told(&stage, command, &announcement).await;
        assert!(text.contains("aren't shown") && text.contains("fewer than 5 people"), "{text}");
        assert!(!text.contains(WORDS) && !text.contains(FEAR) && !text.contains("Worries: 1"), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn watching_single_worries_come_in() {
    let stage = Stage::set_up().await;
    let announcement = posted(&stage, &["Sales"]).await;
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let nothing = voices(&stage, &announcement).await;
    let sales = &stage.company.sales.people;
    let mut seen = Vec::new();
    for (number, person) in (1..).zip(&sales[1..12]) {
        let before = voices(&stage, &announcement).await;
        worries(person, &post).await;
        let after = voices(&stage, &announcement).await;
        assert!(number >= 5 || after == nothing, "a worry came in, and it shows: {after}");
        assert!(number >= 10 || !after.contains(WORDS), "{number} say something, and it is quoted: {after}");
        if after != before {
            seen.push(number);
        }
    }
    println!("worries that leads saw coming in, of eleven: {seen:?}; steps of five alone: [5, 10]");
    assert_eq!(seen, [5, 10]);
    let text = told(&stage, "announce show", &announcement).await;
    assert!(text.contains("Worries: 10–14") && text.contains(WORDS), "{text}");
}

/// The screen on which leads see what people worry about.
async fn kinds(lead: &Member) -> Reply {
    let list = lead.runs("questions", &[]).await.expect("answered");
    lead.clicks(&list, "Worries").await.expect("answered")
}

#[tokio::test(flavor = "multi_thread")]
async fn watching_kinds_of_worries_come_in() {
    let stage = Stage::set_up().await;
    posted(&stage, &["Sales"]).await;
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let lead = &stage.company.lead;
    let nothing = kinds(lead).await.rendered();
    let mut seen = Vec::new();
    for (number, person) in (1..).zip(&stage.company.sales.people[1..6]) {
        worries(person, &post).await;
        if kinds(lead).await.rendered() != nothing {
            seen.push(number);
        }
    }
    println!("from how many worries of a kind on leads see that there is any: {:?}", seen.first());
    assert_eq!(seen, [5]);
    // Nor does the answer tell whether anybody has the worry.
    for (fear, button) in [("Losing jobs", "Answer company-wide"), (FEAR, "Answer them where they asked")] {
        let list = kinds(lead).await;
        let screen = lead.selects(&list, "Which worry do you answer?", &[fear]).await.expect("answered");
        let form = lead.clicks(&screen, button).await.expect("answered").form().expect("a form");
        let screen = lead.submits(&form, &[("text", "It stays as it is.")]).await.expect("answered");
        let done = lead.clicks(&screen, "Post it").await.expect("answered").text();
        assert!(done.contains("Thank you for answering"), "{done}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lifting_the_worry_of_another_over_the_threshold_with_ones_own() {
    let stage = Stage::set_up().await;
    let announcement = posted(&stage, &["Sales"]).await;
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let nothing = voices(&stage, &announcement).await;
    let [accomplice, other] = [&stage.company.sales.people[1], &stage.company.sales.people[2]];
    let kept = worries(accomplice, &post).await;
    assert!(kept.starts_with("Thank you"), "{kept}");
    let mut more = 0;
    for _ in 0..8 {
        more += usize::from(worries(accomplice, &post).await.starts_with("Thank you"));
    }
    worries(other, &post).await;
    println!("worries of one person that count under one announcement on one day: {}", more + 1);
    assert_eq!(more, 0);
    assert_eq!(voices(&stage, &announcement).await, nothing);
}

#[tokio::test(flavor = "multi_thread")]
async fn telling_more_people_afterwards_and_reading_what_four_had_said() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", &[("when", "tomorrow 9:00"), ("repeat", "weekly")]).await.expect("answered");
    let words = [("title", TITLE), ("body", "One list of customers."), ("benefit", "Less typing."), ("ask", "")];
    let preview = lead.submits(&form.form().expect("a form"), &words).await.expect("answered");
    let preview = lead.selects(&preview, "Which departments?", &["Legal"]).await.expect("answered");
    lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + TimeDelta::seconds(1));
    let post = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    let form = stage.company.legal.people[0].clicks(&post, "I have a question").await.expect("answered").form();
    stage.company.legal.people[0].submits(&form.expect("a form"), &[("text", WORDS)]).await.expect("answered");
    for person in &stage.company.legal.people {
        worries(person, &post).await;
    }

    let announcement = lead.autocompletes("announce show", "announcement", TITLE).await.expect("answered")[0].1.clone();
    let options = [("announcement", announcement.as_str())];
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    let preview = lead.selects(&preview, "Which departments?", &["Legal", "Sales"]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    stage.clock.set(berlin(2026, 11, 10, 9, 0) + TimeDelta::seconds(1));
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    worries(&stage.company.sales.people[1], &post).await;
    let mut told_of_few = 0;
    for command in ["announce show", "announce reach"] {
        let text = told(&stage, command, &announcement).await;
        told_of_few += usize::from(text.contains(WORDS) || text.contains("5–9") || text.contains("1 question"));
    }
    let list = lead.runs("questions", &[]).await.expect("answered").rendered();
    told_of_few += usize::from(list.contains(WORDS));
    told_of_few += usize::from(kinds(lead).await.rendered().contains("Workload: "));
    println!("screens on which leads read what four people had said: {told_of_few} of 4");
    assert_eq!(told_of_few, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn giving_four_people_a_headcount_of_forty() {
    let stage = Stage::set_up().await;
    let larger = [("department", "Legal"), ("headcount", "40")];
    stage.company.owner.runs("setup department edit", &larger).await.expect("answered");
    let announcement = posted(&stage, &["Legal"]).await;
    let post = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    worries(&stage.company.legal.people[0], &post).await;
    for person in &stage.company.legal.people[..3] {
        person.clicks(&post, "Understood").await.expect("answered");
    }
    let mut told_of_few = 0;
    for discord_tells in [true, false] {
        if !discord_tells {
            let counts = Which::of("GET", "/guilds/*/roles/member-counts");
            stage.standin.faults().until_cleared(counts, Fault::Status { code: 403, html: false });
        }
        let shown = told(&stage, "announce show", &announcement).await;
        told_of_few += usize::from(shown.contains(WORDS) || !shown.contains("aren't shown"));
        told_of_few += usize::from(told(&stage, "announce reach", &announcement).await.contains("3/40"));
    }
    println!("worries and counts of four people told: {told_of_few} of 4 tries");
    assert_eq!(told_of_few, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn learning_from_reach_who_of_four_people_did_not_press_understood() {
    let stage = Stage::set_up().await;
    let announcement = posted(&stage, &["Legal", "Sales"]).await;
    let post = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    for person in &stage.company.legal.people[..3] {
        person.clicks(&post, "Understood").await.expect("answered");
    }
    let text = told(&stage, "announce reach", &announcement).await;
    println!("departments of four whose count is told: {} of 1", usize::from(text.contains("3/4")));
    let legal = text.split("Legal").nth(1).and_then(|rest| rest.split("Sales").next()).expect("a line");
    assert!(!legal.contains('3'), "{text}");
    assert!(text.contains("fewer than 5 people") && text.contains("0/12 0 %"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_from_the_write_ahead_log_who_understood_just_before_a_worry_came_in() {
    let stage = Stage::set_up().await;
    posted(&stage, &["Sales"]).await;
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let person = &stage.company.sales.people[3];
    person.clicks(&post, "Understood").await.expect("answered");
    worries(person, &post).await;
    let log = stage.data.path().join(stage.company.guild.id().to_string()).join("groundswell.db-wal");
    let log = std::fs::read(log).expect("a log");
    println!("bytes of the log that tell the order: {}", log.len());
    assert!(!log.windows(WORDS.len()).any(|window| window == WORDS.as_bytes()), "{} bytes", log.len());
}

/// The department gets another channel through `/setup`.
async fn moves(stage: &Stage, department: &str, channel: &str) {
    let moved = [("department", department), ("channel", channel)];
    let saved = stage.company.owner.runs("setup department edit", &moved).await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_below_a_post_is_heard_after_its_department_has_moved() {
    let stage = Stage::set_up().await;
    let announcement = posted(&stage, &["Sales"]).await;
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    voices(&stage, &announcement).await;
    moves(&stage, "Sales", &stage.company.news_channel.mention()).await;
    for person in &stage.company.sales.people[1..6] {
        let kept = worries(person, &post).await;
        assert!(kept.contains("Project leads read your words"), "{kept}");
    }
    let said = voices(&stage, &announcement).await;
    assert!(said.contains("Worries: 5–9"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn moving_many_people_into_the_channel_where_four_had_read_it() {
    let stage = Stage::set_up().await;
    let announcement = posted(&stage, &["Legal"]).await;
    let post = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    while !told(&stage, "announce show", &announcement).await.contains("Posted in 1 channel") {}
    moves(&stage, "Sales", &stage.company.legal.channel.mention()).await;
    let kept = worries(&stage.company.legal.people[0], &post).await;
    println!("worries among four people that leads come to see: {}", usize::from(!kept.contains("leads don't see it")));
    assert!(kept.contains("leads don't see it"), "{kept}");
    let shown = told(&stage, "announce show", &announcement).await;
    assert!(shown.contains("aren't shown"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn moving_many_people_into_the_channel_where_four_had_read_it_and_having_it_posted_again() {
    let stage = Stage::set_up().await;
    let legal = &stage.company.legal;
    let announcement = posted(&stage, &["Legal"]).await;
    let post = legal.channel.shows(TITLE).await.expect("posted");
    while !told(&stage, "announce show", &announcement).await.contains("Posted in 1 channel") {}
    moves(&stage, "Sales", &legal.channel.mention()).await;
    legal.channel.deletes(&post);
    stage.clock.advance(TimeDelta::hours(6) + TimeDelta::seconds(1));
    let notice = stage.company.leads_channel.shows("was deleted").await.expect("told");
    stage.company.lead.clicks(&notice, "Post again").await.expect("answered");
    let again = legal.channel.shows(TITLE).await.expect("posted again");
    while !told(&stage, "announce show", &announcement).await.contains("Posted in 1 channel") {}
    let kept = worries(&legal.people[0], &again).await;
    println!("worries among four people that leads come to see: {}", usize::from(!kept.contains("leads don't see it")));
    assert!(kept.contains("leads don't see it"), "{kept}");
    let shown = told(&stage, "announce show", &announcement).await;
    assert!(shown.contains("aren't shown"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn moving_many_people_into_the_channel_of_a_post_that_may_stand_there_or_not() {
    let mut stage = Stage::set_up().await;
    stage.standin.remember_nonces(None);
    let legal = stage.company.legal.channel.clone();
    // Read Message History (discord-api-docs `topics/permissions`).
    legal.denies_bot(1 << 16);
    let posts = Which::of("POST", &format!("/channels/{}/messages", legal.id()));
    let dropped = stage.standin.faults().times(1, posts, Fault::DropAfterApply);
    posted(&stage, &["Legal"]).await;
    stage.standin.faults().struck(dropped, 1).await;
    stage.crash_bot().await;
    stage.clock.advance(TimeDelta::minutes(10));
    stage.start_bot().await;
    stage.company.leads_channel.shows("I can't tell whether").await.expect("asked");
    moves(&stage, "Sales", &legal.mention()).await;
    let post = legal.shows(TITLE).await.expect("it stands there");
    let kept = worries(&stage.company.legal.people[0], &post).await;
    println!("worries among four people that leads come to see: {}", usize::from(!kept.contains("leads don't see it")));
    assert!(kept.contains("leads don't see it"), "{kept}");
}
