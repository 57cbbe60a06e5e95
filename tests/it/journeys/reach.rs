//! How far an announcement reached, as leads read it.

use chrono::TimeDelta;
use groundswell::sandbox::language::{Member, Message};

use crate::support::Stage;
use crate::support::managers::appoint;

const TITLE: &str = "One list of customers";

async fn reach(stage: &Stage) -> String {
    let text = stage.company.lead.runs("announce reach", &[("announcement", "1")]).await.expect("answered").text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn worries(person: &Member, post: &Message) {
    let fears = person.clicks(post, "This worries me").await.expect("answered");
    let form = person.selects(&fears, "What worries you?", &["Workload"]).await.expect("answered").form();
    person.submits(&form.expect("a form"), &[]).await.expect("answered");
}

async fn asks(person: &Member, post: &Message) {
    let form = person.clicks(post, "I have a question").await.expect("answered").form().expect("a form");
    person.submits(&form, &[("text", "Who helps me?")]).await.expect("answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_see_who_lags_what_waits_for_an_answer_and_worries_only_in_bands() {
    let mut stage = Stage::set_up().await;
    appoint(&stage).await;
    let lead = stage.company.lead.clone();
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", TITLE), ("body", "One list for all."), ("benefit", "Less typing.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    let sales = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let service = stage.company.service.channel.shows(TITLE).await.expect("posted");
    for person in &stage.company.sales.people[..10] {
        person.clicks(&sales, "Understood").await.expect("answered");
    }
    for person in &stage.company.service.people[..2] {
        person.clicks(&service, "Understood").await.expect("answered");
    }
    asks(&stage.company.sales.people[3], &sales).await;
    let none = reach(&stage).await;
    for person in &stage.company.sales.people[..4] {
        worries(person, &sales).await;
    }
    // Four worries more look as none did.
    assert_eq!(reach(&stage).await, none);
    assert!(
        none.contains("Sales 10/12 83 %") && none.contains("questions 0–40, worries 0–40 per 100 reached"),
        "{none}"
    );
    assert!(none.contains("Service 2/8 25 %") && none.contains("Who lags behind shows two days after"), "{none}");
    assert!(none.contains("1 question, 1 without an answer.") && none.contains("Worries: 0–4."), "{none}");
    worries(&stage.company.sales.people[4], &sales).await;
    assert!(reach(&stage).await.contains("worries 50–90 per 100 reached"), "{}", reach(&stage).await);

    stage.restart_bot().await;
    stage.clock.advance(TimeDelta::hours(72));
    let told = reach(&stage).await;
    assert!(told.contains("! Service 2/8 25 %") && !told.contains("! Sales"), "{told}");
    assert!(told.contains("/announce again says it in other words"), "{told}");
    assert!(told.contains("The oldest waits for 3 days."), "{told}");
    assert!(told.contains("Legal") && told.contains("fewer than 5 people"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_long_questions_of_a_department_wait_is_told_of_five_or_more_and_never_of_one() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", TITLE), ("body", "One list for all."), ("benefit", "Less typing.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let people = &stage.company.sales.people;
    asks(&people[0], &post).await;
    stage.clock.advance(TimeDelta::days(2));
    for person in &people[1..4] {
        asks(person, &post).await;
    }
    // `/questions` shows each question with its age: beside one department's oldest it would tell where that one is from.
    let four = reach(&stage).await;
    assert!(four.contains("4 questions, 4 without an answer. The oldest waits for 2 days."), "{four}");
    let told = usize::from(four.contains("open for") || four.contains("are open"));
    println!("departments of which leads read how long their single questions wait: {told}");
    assert_eq!(told, 0, "{four}");
    asks(&people[4], &post).await;
    assert!(reach(&stage).await.contains("5 questions or more are open"), "{}", reach(&stage).await);
    stage.clock.advance(TimeDelta::days(8));
    let five = reach(&stage).await;
    // In whole weeks: the age of the fifth would tell where that one is from.
    assert!(five.contains("5 questions or more open for 7 days") && five.contains("waits for 10 days."), "{five}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_small_departments_are_counted_together_or_not_at_all() {
    let stage = Stage::set_up().await;
    let role = stage.company.guild.add_role("Board");
    let channel = stage.company.sales.channel.clone();
    for number in 1..=2 {
        stage.company.guild.add_member(&format!("Board {number}"), std::slice::from_ref(&role));
    }
    let options = [("name", "Board".to_owned()), ("role", role.mention()), ("channel", channel.mention())];
    let options = options.each_ref().map(|(name, value)| (*name, value.as_str()));
    stage.company.owner.runs("setup department add", &options).await.expect("answered");
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", TITLE), ("body", "One list for all."), ("benefit", "Less typing.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    let legal = stage.company.legal.channel.shows(TITLE).await.expect("posted");
    stage.company.legal.people[0].clicks(&legal, "Understood").await.expect("answered");
    let told = reach(&stage).await;
    assert!(told.contains("Board, Legal 1/6 16 %"), "{told}");
}
