//! A champion reports what colleagues say, and finds answers that helped elsewhere.

use groundswell::sandbox::language::{Member, Reply};

use crate::support::Stage;

const WORKLOAD: [(&str, &str); 3] = [("kind", "doubt"), ("about", "workload"), ("severity", "2")];

const HEARD: &str = "What did you hear?";
const ANSWERED: &str = "What did you answer?";
const OUTCOME: &str = "Did it help?";

async fn files(champion: &Member, heard: &str, answered: &str, outcome: &str) -> Reply {
    let opened = champion.runs("champion report", &WORKLOAD).await.expect("answered");
    let form = opened.form().unwrap_or_else(|| panic!("a form, not {}", opened.rendered()));
    let values = [(HEARD, heard), (ANSWERED, answered), (OUTCOME, outcome)];
    champion.submits(&form, &values).await.expect("answered")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_champion_files_a_signed_report_and_sees_what_was_masked() {
    let mut stage = Stage::set_up().await;
    let champion = stage.company.champion.clone();
    let form = champion.runs("champion report", &WORKLOAD).await.expect("answered").form().expect("a form");
    insta::assert_snapshot!("report_form", form.rendered());

    let heard = "@Ana from accounting says it all comes on top; write to ana@nordlicht.example or 030 1234567.";
    let values = [(HEARD, heard), (ANSWERED, "We dropped the weekly list instead."), (OUTCOME, "")];
    let filed = champion.submits(&form, &values).await.expect("answered");
    assert!(filed.is_ephemeral());
    insta::assert_snapshot!("report_filed", filed.rendered());

    stage.restart_bot().await;
    let helped = champion.clicks(&filed, "It helped").await.expect("answered");
    insta::assert_snapshot!("report_helped", helped.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_changed_and_withdrawn_by_its_author_only() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let filed = files(&company.champion, "Too slow", "It got faster in May", "partly, for him").await;
    assert!(filed.buttons().iter().any(|button| button.label == "✓ Partly"), "{}", filed.rendered());

    let form = company.champion.clicks(&filed, "Change").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields[0].value, "Too slow");
    let changed = company.champion.submits(&form, &[(HEARD, "Too slow on the phone")]).await.expect("answered");
    let text = changed.rendered();
    assert!(text.contains("Too slow on the phone") && text.contains("✓ Partly"), "{text}");

    let change = changed.buttons().into_iter().find(|button| button.label == "Change").expect("there").custom_id;
    let other = &company.sales.people[1];
    other.gets(&company.champion_role());
    let foreign = files(other, "Something else", "", "").await;
    let refused = other.clicks_custom_id(&foreign, &change).await.expect("answered").text();
    assert!(refused.contains("someone else's"), "{refused}");

    let gone = company.champion.clicks(&changed, "Withdraw").await.expect("answered").text();
    assert!(gone.starts_with("Withdrawn"), "{gone}");
    let playbook = company.champion.runs("champion playbook", &[("about", "workload")]).await.expect("answered");
    assert!(playbook.text().starts_with("Nobody has reported"), "{}", playbook.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_playbook_gives_the_answers_that_helped_most_without_names() {
    let mut stage = Stage::set_up().await;
    let company = &stage.company;
    let other = company.service.people[0].clone();
    other.gets(&company.champion_role());
    files(&company.champion, "No time", "Book an hour with me.", "Yes!").await;
    files(&other, "Too much", "book an hour  with me.", "yes, she came").await;
    files(&other, "Too much again", "It gets better.", "Not really").await;
    files(&company.champion, "Still too much", "We dropped the weekly list.", "partly").await;
    stage.restart_bot().await;

    let company = &stage.company;
    let playbook = company.champion.runs("champion playbook", &[("about", "workload")]).await.expect("answered");
    insta::assert_snapshot!("playbook", playbook.rendered());
    let lead = company.lead.runs("champion playbook", &[("about", "tool")]).await.expect("answered").text();
    assert!(lead.contains("yet"), "{lead}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_no_champion_gets_a_sentence() {
    let stage = Stage::set_up().await;
    let employee = &stage.company.sales.people[3];
    let refused = employee.runs("champion report", &WORKLOAD).await.expect("answered").text();
    assert!(refused.starts_with("This is for champions"), "{refused}");
    let refused = employee.runs("champion playbook", &[("about", "tool")]).await.expect("answered").text();
    assert!(refused.starts_with("This is for champions"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_report_comes_back_with_its_words() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let champion = &company.champion;
    let form = champion.runs("champion report", &WORKLOAD).await.expect("answered").form().expect("a form");
    champion.loses(&company.champion_role());
    let values = [(HEARD, "It *all* comes on top"), (ANSWERED, "We dropped the list")];
    let refused = champion.submits(&form, &values).await.expect("answered").rendered();
    assert!(refused.contains("This is for champions") && refused.contains("We dropped the list"), "{refused}");

    champion.gets(&company.champion_role());
    let empty = champion.submits(&form, &[(HEARD, "  "), (ANSWERED, "We dropped the list")]).await.expect("answered");
    let text = empty.rendered();
    assert!(text.contains("Not saved yet") && text.contains("We dropped the list"), "{text}");
    assert!(champion.clicks(&empty, "Open the form").await.expect("answered").form().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_department_is_asked_for_where_there_are_several_and_missed_where_there_is_none() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let champion = &company.champion;
    champion.gets(&company.service.role);
    let asked = champion.runs("champion report", &WORKLOAD).await.expect("answered");
    assert!(asked.text().contains("several departments: Sales, Service"), "{}", asked.text());
    let form = champion.selects(&asked, "Your department for this report", &["Service"]).await.expect("answered");
    let filed = champion.submits(&form.form().expect("a form"), &[(HEARD, "Too slow")]).await.expect("answered");
    assert!(filed.text().contains("for **Service**"), "{}", filed.text());

    champion.loses(&company.service.role);
    champion.loses(&company.sales.role);
    let none = champion.runs("champion report", &WORKLOAD).await.expect("answered").text();
    assert!(none.contains("no department role"), "{none}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_report_sent_twice_is_one() {
    let stage = Stage::set_up().await;
    let champion = &stage.company.champion;
    let form = champion.runs("champion report", &WORKLOAD).await.expect("answered").form().expect("a form");
    let values = [(HEARD, "Too slow"), (ANSWERED, "It got faster"), (OUTCOME, "yes")];
    for _ in 0..2 {
        champion.submits(&form, &values).await.expect("answered");
    }
    let playbook = champion.runs("champion playbook", &[("about", "workload")]).await.expect("answered").rendered();
    assert!(playbook.contains("helped the one time"), "{playbook}");
}
