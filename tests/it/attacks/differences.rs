//! **Before and after one answer.** The attacker is a lead who looks at everything a lead can see, waits for one person
//! to answer, change or take back something, and looks again. Wanted: what that person said.

use groundswell::sandbox::language::{File, Message, Reply};
use sha2::{Digest, Sha256};

use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, answers, closes, launched, opens, post};

/// Text and pictures, but for how long ago or ahead things are.
fn seen(message: &Message) -> String {
    let away = regex::Regex::new(r"\((?:in )?\w+ \w+(?: ago)?\)").expect("a pattern");
    let picture = |file: File| (file.name, file.alt, Sha256::digest(&file.bytes).to_vec());
    let files: Vec<_> = message.attachments().into_iter().map(picture).collect();
    format!("{}\n{files:?}", away.replace_all(&message.rendered(), "(AWAY)"))
}

async fn look(reply: &Reply) -> Vec<String> {
    super::pages(reply).await.iter().map(seen).collect()
}

/// All that a lead can look at: commands without and with their options, suggestions, the channels.
async fn everything(stage: &Stage) -> Vec<String> {
    let lead = &stage.company.lead;
    let mut all = Vec::new();
    for command in ["pulse status", "pulse list", "pulse preview", "privacy"] {
        all.extend(look(&lead.runs(command, &[]).await.expect("answered")).await);
    }
    for options in [vec![], vec![("department", "Sales")], vec![("department", "Legal")], vec![("wave", "1")]] {
        all.extend(look(&lead.runs("sentiment summary", &options).await.expect("answered")).await);
    }
    for option in ["department", "wave"] {
        all.push(format!("{:?}", lead.autocompletes("sentiment summary", option, "").await.expect("answered")));
    }
    all.push(format!("{:?}", lead.autocompletes("pulse status", "wave", "").await.expect("answered")));
    for channel in stage.company.guild.channels().iter().filter(|channel| lead.sees(channel)) {
        all.extend(channel.messages().iter().map(seen));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn p1_a_lead_sees_the_same_whatever_one_person_answers() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let gloomy = Says { points: "Disagree", fears: &["Workload"], comment: Some("Too many clicks.") };
    let (mut told_apart, mut noticed) = (0, 0);
    let targets = &stage.company.sales.people[..7];
    for target in targets {
        let before = everything(&stage).await;
        answers(target, &sales, CONTENT).await;
        let content = everything(&stage).await;
        let screen = target.clicks(&opens(target, &sales).await, "Change my answers").await.expect("answered");
        let mut screen = screen;
        while screen.text().contains(" of 7**") {
            screen = target.clicks(&screen, gloomy.points).await.expect("answered");
        }
        let gloomy = everything(&stage).await;
        told_apart += usize::from(content != gloomy);
        noticed += usize::from(before != content);
    }
    println!("answers told apart: {told_apart} of {}; answering noticed: {noticed} (a step of five)", targets.len());
    assert_eq!(told_apart, 0);
    assert_eq!(noticed, 1, "seven answers cross one step of five");
}

#[tokio::test(flavor = "multi_thread")]
async fn p9_no_single_person_shows_in_how_many_have_answered() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let mut noticed = 0;
    for person in &stage.company.sales.people[..9] {
        let status = async || stage.company.lead.runs("pulse status", &[]).await.expect("answered").text();
        let before = status().await;
        answers(person, &sales, CONTENT).await;
        noticed += usize::from(status().await != before);
    }
    println!("single answers noticed in the count: {noticed} of 9, the steps of five alone being 1");
    assert_eq!(noticed, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn p1_what_is_final_stays_the_same_whoever_erases_leaves_or_moves_afterwards() {
    let mut stage = launched().await;
    let company = &stage.company;
    let gloomy = Says { points: "Disagree", fears: &["Workload"], comment: Some("Too many clicks.") };
    all_answer(&company.sales.people, &post(&company.sales.channel).await, CONTENT).await;
    all_answer(&company.service.people[..6], &post(&company.service.channel).await, gloomy).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let results =
        async |stage: &Stage| look(&stage.company.lead.runs("sentiment summary", &[]).await.expect("answered")).await;
    let first = results(&stage).await;
    assert!(first[0].contains("Sales"), "{}", first[0]);

    let writer = &company.service.people[0];
    let erased = writer.runs("mydata erase", &[]).await.expect("answered").text();
    assert!(erased.starts_with("There is nothing to take back"), "{erased}");
    assert_eq!(results(&stage).await, first, "after erasing");
    company.service.people[1].leaves();
    writer.loses(&company.service.role);
    writer.gets(&company.sales.role);
    assert_eq!(results(&stage).await, first, "after leaving and moving");
    let ended = &company.sales.channel.messages()[0];
    let late = company.sales.people[3].clicks_custom_id(ended, "v1:pulse:answer:1:0:1").await.expect("answered").text();
    assert!(late.starts_with("This pulse has closed"), "{late}");
    company.owner.runs("setup department remove", &[("department", "Service")]).await.expect("answered");
    assert_eq!(results(&stage).await, first, "after removing a department");
    stage.restart_bot().await;
    assert_eq!(results(&stage).await, first, "after a restart");
}
