//! **Ask as a lead.** The attacker is a lead, or manages the server, and uses what there is: every command with every
//! option. Wanted: a person's line, a second breakdown, a comment beside a score, a way round the rules.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, closes, launched, post};

const ABOUT_PEOPLE: &str = "Ask @Bob Boss, bob@nordlicht.example, 030 1234567 or 175928847299117063.";

const COMMENT: &str = "The new screens need fewer windows.";

/// The commands as Discord has them: full names with their options.
fn commands(stage: &Stage) -> BTreeMap<String, Vec<String>> {
    fn walk(path: &str, part: &Value, all: &mut BTreeMap<String, Vec<String>>) {
        let options = part["options"].as_array().cloned().unwrap_or_default();
        let name = |option: &Value| option["name"].as_str().unwrap_or_default().to_owned();
        // 1 and 2: sub-command and group (discord-api-docs `interactions/application-commands`).
        let (parts, options): (Vec<_>, Vec<_>) =
            options.iter().partition(|option| matches!(option["type"].as_u64(), Some(1 | 2)));
        if parts.is_empty() {
            all.insert(path.to_owned(), options.into_iter().map(name).collect());
        }
        for part in parts {
            walk(&format!("{path} {}", name(part)), part, all);
        }
    }
    let registered = stage.standin.journal().requests_to("PUT", "/commands");
    let mut all = BTreeMap::new();
    for command in registered.last().expect("registered").body.as_array().expect("a list") {
        walk(command["name"].as_str().expect("a name"), command, &mut all);
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn p4_results_are_asked_for_by_wave_and_department_and_by_nothing_else() {
    let stage = Stage::set_up().await;
    let commands = commands(&stage);
    let results: Vec<_> = commands.iter().filter(|(name, _)| name.starts_with("sentiment ")).collect();
    assert!(!results.is_empty(), "{commands:?}");
    for (name, options) in results {
        let filters: Vec<_> = options.iter().filter(|o| !["wave", "department"].contains(&o.as_str())).collect();
        println!("{name}: ways to cut results further: {}", filters.len());
        assert!(filters.is_empty(), "{name} takes {filters:?}: a second breakdown tells small groups apart (P4)");
    }
    let exports = ["export", "dump", "csv", "debug", "log", "raw", "who"];
    // What stands under one's own account is one's own.
    for name in commands.keys().filter(|name| *name != "mydata export") {
        let is_export = name.split(' ').any(|word| exports.contains(&word));
        assert!(!is_export, "/{name}: is it a way round P1 to P8 (P17)?");
    }
}

/// What everybody's commands, without options, say to a person.
async fn all_that_is_said(stage: &Stage, person: &groundswell::sandbox::language::Member) -> String {
    let mut said = String::new();
    for command in commands(stage).keys() {
        // Commands that destroy would end the attack; those that need options, or are not for this person, are refused
        // by the client.
        // What people take along of their own says what they said, to them alone.
        if ["pulse close", "pulse cancel", "pulse launch", "mydata erase", "mydata export"].contains(&command.as_str())
        {
            continue;
        }
        let Ok(reply) = person.runs(command, &[]).await else { continue };
        said.push_str(&super::read(&reply).await);
    }
    let page = person.runs("privacy", &[]).await.expect("answered");
    let list = person.clicks(&page, "Who changed or read what").await.expect("answered");
    said.push_str(&list.rendered());
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn p17_no_command_names_a_person_or_quotes_an_answer_to_a_lead_while_open() {
    let stage = launched().await;
    let company = &stage.company;
    let says = Says { comment: Some(COMMENT), fears: &["Losing jobs"], ..CONTENT };
    all_answer(&company.sales.people, &post(&company.sales.channel).await, says).await;
    let mut hits = 0;
    for person in [&company.lead, &company.owner, &company.champion] {
        let said = all_that_is_said(&stage, person).await;
        assert!(said.len() > 500, "the commands do answer: {said}");
        hits += usize::from(said.contains("fewer windows"));
        for answerer in &company.sales.people[1..] {
            let name = regex::Regex::new(&format!(r"\b{}\b", answerer.name())).expect("a pattern");
            hits += usize::from(name.is_match(&said) || said.contains(&answerer.id().to_string()));
        }
    }
    println!("names, ids and texts of people who answered, in all that commands say: {hits}");
    assert_eq!(hits, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn p17_only_leads_read_results_and_whoever_manages_the_server_does_not() {
    let stage = launched().await;
    let company = &stage.company;
    all_answer(&company.sales.people, &post(&company.sales.channel).await, CONTENT).await;
    closes(&company.lead).await;
    company.leads_channel.shows("results are final").await.expect("told");
    let mut read = 0;
    for person in [&company.owner, &company.champion, &company.sales.people[1]] {
        for command in ["sentiment summary", "pulse status", "pulse list"] {
            let told = person.runs(command, &[]).await.expect("answered");
            read += usize::from(!told.text().starts_with("This is for project leads"));
        }
    }
    println!("results read by others than leads: {read} of 9 tries");
    assert_eq!(read, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn p16_no_report_of_a_champion_and_no_comment_stands_beside_a_score() {
    let stage = launched().await;
    let company = &stage.company;
    let asked = [("kind", "doubt"), ("about", "workload"), ("severity", "2")];
    let form = company.champion.runs("champion report", &asked).await.expect("answered").form().expect("a form");
    let words = [("What did you hear?", "The lorry list is slow."), ("What did you answer?", "The lorry list goes.")];
    let filed = company.champion.submits(&form, &words).await;
    assert!(filed.expect("answered").rendered().contains("Sales 1"), "a report is signed, and says so");
    let says = Says { comment: Some(COMMENT), ..CONTENT };
    all_answer(&company.sales.people, &post(&company.sales.channel).await, says).await;
    closes(&company.lead).await;
    company.leads_channel.shows("results are final").await.expect("told");
    let mut hits = 0;
    for options in [vec![], vec![("department", "Sales")]] {
        let summary = company.lead.runs("sentiment summary", &options).await.expect("answered");
        let all = super::read(&summary).await;
        hits += ["lorry", "Sales 1 ", "fewer windows"].iter().filter(|marker| all.contains(**marker)).count();
    }
    println!("reports, champions' names and comments beside scores: {hits}");
    assert_eq!(hits, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn p11_what_was_fixed_at_the_launch_is_told_to_people_and_stays() {
    let stage = launched().await;
    let company = &stage.company;
    let before = post(&company.sales.channel).await;
    let person = &company.sales.people[2];
    let told = crate::support::pulses::opens(person, &before).await.text();
    for fixed in ["totals from 5 answers on", "where 10 or more", "**Sales**", "Open until"] {
        assert!(told.contains(fixed), "{fixed}: {told}");
    }
    let edit = [("department", "Sales"), ("headcount", "400")];
    company.owner.runs("setup department edit", &edit).await.expect("answered");
    for number in 1..=3 {
        company.guild.add_member(&format!("Late {number}"), std::slice::from_ref(&company.sales.role));
    }
    let after = crate::support::pulses::opens(person, &post(&company.sales.channel).await).await.text();
    let status = company.lead.runs("pulse status", &[]).await.expect("answered").text();
    println!("what changed for people after the settings did: {}", usize::from(after != told));
    assert_eq!(after, told);
    assert!(status.contains("Of 24 people"), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn p10_no_comment_that_leads_read_holds_an_address_a_number_or_a_mention() {
    let stage = launched().await;
    let company = &stage.company;
    let says = Says { comment: Some(ABOUT_PEOPLE), ..CONTENT };
    all_answer(&company.sales.people, &post(&company.sales.channel).await, says).await;
    closes(&company.lead).await;
    let told = company.leads_channel.shows("In short").await.expect("told");
    let read = company.lead.clicks(&told, "Read the comments").await.expect("answered").rendered();
    assert!(read.contains("Ask"), "{read}");
    let marks = ["Bob", "nordlicht.example", "1234567", "175928847299117063"];
    let hits = marks.iter().filter(|mark| read.contains(**mark)).count();
    println!("ways to a colleague left in comments: {hits} of {}", marks.len());
    assert_eq!(hits, 0, "{read}");
}
