//! What everyone can read about privacy, take with them and take back.

use groundswell::service::readings::queue;
use serde_json::Value;

use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, answers, closes, launched, opens, post, services};

/// The file of an export.
fn file(reply: &groundswell::sandbox::language::Reply) -> Value {
    let files = reply.attachments();
    assert_eq!((files.len(), files[0].name.as_str()), (1, "my-data.json"));
    serde_json::from_slice(&files[0].bytes).expect("sound JSON")
}

/// A person who understood an announcement, filed a report and answered a pulse.
async fn busy() -> Stage {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let form = company.lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "One list"), ("body", "One list of customers."), ("benefit", "Less typing."), ("ask", "")];
    let preview = company.lead.submits(&form, &words).await.expect("answered");
    company.lead.clicks(&preview, "Post now").await.expect("answered");
    let announced = company.sales.channel.shows("One list").await.expect("posted");
    company.champion.clicks(&announced, "Understood").await.expect("answered");
    let report = [("kind", "doubt"), ("about", "workload"), ("severity", "2")];
    let form = company.champion.runs("champion report", &report).await.expect("answered").form().expect("a form");
    company.champion.submits(&form, &[("What did you hear?", "It takes too long")]).await.expect("answered");
    company.lead.runs("pulse launch", &[]).await.expect("answered");
    let says = Says { points: "Disagree", fears: &["Workload"], comment: Some("More time, please.") };
    answers(&company.champion, &post(&company.sales.channel).await, says).await;
    answers(&company.sales.people[5], &post(&company.sales.channel).await, CONTENT).await;
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_can_take_along_what_is_stored_about_them_and_nobody_else() {
    let stage = busy().await;
    let champion = stage.company.champion.clone();
    let reply = champion.runs("mydata export", &[]).await.expect("answered");
    assert!(reply.is_ephemeral());
    insta::assert_snapshot!("export", reply.rendered());
    let mut own = file(&reply);
    assert_eq!(own["understood"][0]["announcement"], "One list");
    assert_eq!(own["understood"][0]["round"], 1);
    assert_eq!(own["champion_reports"][0]["heard"], "It takes too long");
    let answer = &own["answers_to_open_pulses"][0];
    assert_eq!((&answer["comment"], &answer["fears"][0]), (&"More time, please.".into(), &"workload".into()));
    assert_eq!(answer["statements"][0]["answer"], "Disagree");
    own["made_at"] = Value::Null;

    // Others have none of it.
    let other = file(&stage.company.service.people[0].runs("mydata export", &[]).await.expect("answered"));
    assert!(other["understood"].as_array().expect("a list").is_empty(), "{other}");
    assert!(other["champion_reports"].as_array().expect("a list").is_empty(), "{other}");
    assert!(other["answers_to_open_pulses"].as_array().expect("a list").is_empty(), "{other}");
    let lead = file(&stage.company.lead.runs("mydata export", &[]).await.expect("answered"));
    let actions: Vec<_> = lead["changes"].as_array().expect("a list").iter().map(|one| one["action"].clone()).collect();
    assert!(actions.contains(&"pulse.launched".into()) && actions.contains(&"announcement.written".into()), "{lead}");

    // After the seal nobody finds the answers any more.
    closes(&stage.company.lead).await;
    let sealed = file(&champion.runs("mydata export", &[]).await.expect("answered"));
    assert!(sealed["answers_to_open_pulses"].as_array().expect("a list").is_empty(), "{sealed}");
    let report = |file: &Value| {
        let mut report = file["champion_reports"][0].clone();
        report["read_by_the_program"].take();
        report
    };
    assert_eq!(report(&sealed), report(&own));
    // By now it has been read, at the latest for the seal; it is told to whoever filed it.
    assert!(sealed["champion_reports"][0]["read_by_the_program"]["about"].is_array(), "{sealed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_program_made_of_ones_own_comment_is_in_the_file_while_it_can_be_found() {
    let mut stage = busy().await;
    stage.stop_bot().await;
    let services = services(&stage);
    queue::read_waiting(&services).await;
    services.data.close().await;
    drop(services);
    stage.start_bot().await;
    let own = file(&stage.company.champion.runs("mydata export", &[]).await.expect("answered"));
    let answer = &own["answers_to_open_pulses"][0];
    assert_eq!(answer["comment"], "More time, please.");
    assert!(answer["read_by_the_program"]["sounds"].is_string(), "{answer}");
    let other = file(&stage.company.sales.people[5].runs("mydata export", &[]).await.expect("answered"));
    assert_eq!(other["answers_to_open_pulses"][0]["read_by_the_program"], Value::Null, "no comment");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_told_before_they_write_that_a_program_reads_it() {
    let stage = busy().await;
    let company = &stage.company;
    let page = company.service.people[1].runs("privacy", &[]).await.expect("answered").rendered();
    let sales = post(&company.sales.channel).await;
    let mut screen = opens(&company.sales.people[7], &sales).await;
    screen = company.sales.people[7].clicks(&screen, "Begin").await.expect("answered");
    while screen.text().contains(" of 7**") {
        screen = company.sales.people[7].clicks(&screen, "Agree").await.expect("answered");
    }
    let screen = company.sales.people[7].clicks(&screen, "Nothing worries me").await.expect("answered").rendered();
    let on_the_page = ["A program on my computer reads comments and champions' reports", "together sound", "24 months"];
    let before_writing = ["A program on the computer that I run on reads comments", "how they sound", "24 months"];
    for (text, parts) in [(&page, on_the_page), (&screen, before_writing)] {
        for part in parts {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
    let report = [("kind", "doubt"), ("about", "workload"), ("severity", "2")];
    let form = company.champion.runs("champion report", &report).await.expect("answered").form().expect("a form");
    assert!(form.rendered().contains("a program reads them (see /privacy)"), "{}", form.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_back_asks_first_and_says_what_stays() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let person = &stage.company.sales.people[1];
    let nothing = person.runs("mydata erase", &[]).await.expect("answered").text();
    assert!(nothing.starts_with("There is nothing to take back"), "{nothing}");
    answers(person, &sales, CONTENT).await;
    answers(&stage.company.sales.people[2], &sales, CONTENT).await;
    let asked = person.runs("mydata erase", &[]).await.expect("answered");
    insta::assert_snapshot!("erase", asked.rendered());
    let kept = person.clicks(&asked, "Keep them").await.expect("answered");
    assert!(kept.text().starts_with("Nothing was deleted") && kept.buttons().is_empty(), "{}", kept.rendered());
    assert!(opens(person, &sales).await.text().contains("your answers are saved"));

    let asked = person.runs("mydata erase", &[]).await.expect("answered");
    let erased = person.clicks(&asked, "Delete my answers").await.expect("answered");
    assert!(erased.text().starts_with("Done: your answers"), "{}", erased.text());
    assert_eq!(opens(person, &sales).await.buttons()[0].label, "Begin");
    let other = opens(&stage.company.sales.people[2], &sales).await.text();
    assert!(other.contains("your answers are saved"), "{other}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_key_is_named_and_keeps_nothing_else_from_being_given_or_taken_back() {
    let mut stage = busy().await;
    stage.stop_bot().await;
    let folder = stage.data.path().join(stage.company.guild.id().to_string());
    std::fs::remove_file(folder.join("keys/wave-1.key")).expect("removed");
    stage.start_bot().await;
    let champion = stage.company.champion.clone();
    let reply = champion.runs("mydata export", &[]).await.expect("answered");
    assert!(reply.rendered().contains("whose key can't be read"), "{}", reply.rendered());
    assert_eq!(file(&reply)["champion_reports"][0]["heard"], "It takes too long");
    let told = champion.runs("mydata erase", &[]).await.expect("answered").text();
    assert!(told.contains("I can't tell which answers are yours"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_about_privacy_reads_as_in_its_snapshot() {
    let stage = Stage::set_up().await;
    let page = stage.company.sales.people[1].runs("privacy", &[]).await.expect("answered");
    assert!(page.is_ephemeral());
    insta::assert_snapshot!("privacy", page.rendered());
}
