//! Attacks on what people say under announcements without their name.

use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Member, Message};

use crate::support::Stage;

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

async fn worries(person: &Member, post: &Message) {
    let asked = person.clicks(post, "This worries me").await.expect("answered");
    let form = person.selects(&asked, "What worries you?", &[FEAR]).await.expect("answered").form();
    let kept = person.submits(&form.expect("a form"), &[("text", WORDS)]).await.expect("answered");
    assert!(kept.text().contains("fewer than 5 people"), "{}", kept.text());
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
    worries(&stage.company.legal.people[0], &post).await;
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
    // Above it stands what becomes of the posting.
    let voices = |text: String| text.split_once("Questions:").map(|(_, voices)| voices.to_owned());
    // Until all of it is posted, nothing is told of voices.
    let nothing = loop {
        if let Some(voices) = voices(told(&stage, "announce show", &announcement).await) {
            break voices;
        }
    };
    for person in &stage.company.sales.people[1..5] {
        worries(person, &post).await;
        let text = voices(told(&stage, "announce show", &announcement).await);
        assert_eq!(text.as_ref(), Some(&nothing), "a worry came in, and it shows");
    }
    worries(&stage.company.sales.people[5], &post).await;
    let text = told(&stage, "announce show", &announcement).await;
    assert!(text.contains("Worries: 5–9") && text.contains(WORDS), "{text}");
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
