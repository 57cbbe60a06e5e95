//! What leads do with pulses, and what they are told.

use groundswell::sandbox::faults::{Fault, Which};

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_launches_a_pulse_and_each_department_gets_one_post() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let launched = lead.runs("pulse launch", &[]).await.expect("answered");
    assert!(launched.is_ephemeral());
    insta::assert_snapshot!("launched", launched.rendered());
    insta::assert_snapshot!("post", post(&stage.company.sales.channel).await.rendered());

    stage.restart_bot().await;
    for department in stage.company.departments() {
        assert_eq!(department.channel.messages().len(), 1, "{}", department.channel.rendered());
    }
    insta::assert_snapshot!("list", lead.runs("pulse list", &[]).await.expect("answered").rendered());
    let again = lead.runs("pulse launch", &[]).await.expect("answered").text();
    assert!(again.contains("is open in Legal already, until"), "{again}");
    assert!(
        again.contains("`/pulse cancel`") && !again.contains("Close it"),
        "closing early would lock them out: {again}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_every_statement_and_stores_nothing() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    insta::assert_snapshot!("preview", lead.runs("pulse preview", &[]).await.expect("answered").rendered());
    let list = lead.runs("pulse list", &[]).await.expect("answered").text();
    assert!(list.starts_with("There has been no pulse yet"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_leads_may_do_it() {
    let stage = launched().await;
    let person = &stage.company.sales.people[1];
    for command in ["launch", "preview", "status", "list", "close", "cancel"] {
        let refused = person.runs(&format!("pulse {command}"), &[]).await.expect("answered").text();
        assert!(refused.starts_with("This is for project leads"), "{command}: {refused}");
    }
    let owner = stage.company.owner.runs("pulse status", &[]).await.expect("answered").text();
    assert!(owner.starts_with("This is for project leads"), "Manage Server sets up, it doesn't read: {owner}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_launched_gets_its_sentence_and_launches_nothing() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    for (option, value, sentence) in [
        ("set", "defalt", "There is no set of statements called “defalt”"),
        ("departments", "Sales, Saless", "There is no department “ Saless”"),
        ("departments", " , ", "There is no department to ask"),
        ("closes", "soon", "I can't read “soon” as a time"),
        ("closes", "2026-02-30 17:00", "isn't in the calendar"),
        ("closes", "2026-01-02 17:00", "is in the past"),
        ("closes", "in 999 weeks", "is more than two years away"),
    ] {
        let refused = lead.runs("pulse launch", &[(option, value)]).await.expect("answered").text();
        assert!(refused.contains(sentence), "{option}: {value}: {refused}");
    }
    assert!(stage.company.sales.channel.messages().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_without_permission_is_named_and_the_others_get_their_post() {
    let stage = Stage::set_up().await;
    stage.company.service.channel.hides_from_bot();
    let launched = stage.company.lead.runs("pulse launch", &[]).await.expect("answered").text();
    assert!(launched.contains("❌ I couldn't post for **Service**"), "{launched}");
    post(&stage.company.sales.channel).await;
    post(&stage.company.legal.channel).await;
    let status = stage.company.lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains("❌ I couldn't post for **Service**"), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn chosen_departments_are_asked_and_others_are_told_so() {
    let stage = Stage::set_up().await;
    let options = [("departments", "sales, Legal"), ("closes", "fri 12:00"), ("over-budget", "Yes")];
    let launched = stage.company.lead.runs("pulse launch", &options).await.expect("answered").text();
    assert!(launched.contains("**Sales**") && !launched.contains("Service"), "{launched}");
    let sales = post(&stage.company.sales.channel).await;
    // A colleague from Service who may read along in the channel.
    let visitor = stage.company.guild.add_member("Vera Visitor", std::slice::from_ref(&stage.company.service.role));
    stage.company.sales.channel.overwrite_role(&stage.company.service.role, 1 << 10, 0);
    let refused = opens(&visitor, &sales).await.text();
    assert!(refused.contains("asks **Sales**, **Legal**, and your department isn't among them"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn status_counts_in_steps_of_five() {
    let stage = launched().await;
    let (company, lead) = (&stage.company, &stage.company.lead);
    let sales = post(&company.sales.channel).await;
    all_answer(&company.sales.people[..4], &sales, CONTENT).await;
    let status = lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains("Of 24 people I can't say yet that five have"), "{status}");
    all_answer(&company.sales.people[4..8], &sales, CONTENT).await;
    let status = lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains("At least **5** of 24 people"), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_date_of_go_live_a_launch_takes_the_statements_of_the_phase_and_says_so() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    company.owner.runs("setup go-live", &[("date", "2026-10-31")]).await.expect("answered");
    let preview = company.lead.runs("pulse preview", &[]).await.expect("answered").rendered();
    assert!(preview.contains("for the phase *Go-live*") && preview.contains("I soon find somebody"), "{preview}");
    let named = company.lead.runs("pulse preview", &[("set", "default")]).await.expect("answered").rendered();
    assert!(!named.contains("for the phase"), "{named}");
    let launched = company.lead.runs("pulse launch", &[]).await.expect("answered").text();
    assert!(launched.contains("The new CRM is here") && launched.contains("for the phase *Go-live*"), "{launched}");
    let post = post(&company.sales.channel).await;
    // Going live is put off: what was launched keeps its statements.
    company.owner.runs("setup go-live", &[("date", "2027-01-15")]).await.expect("answered");
    let first = company.sales.people[0].clicks(&opens(&company.sales.people[0], &post).await, "Begin").await;
    assert!(first.expect("answered").text().contains("I understand why"), "the first of both");
    let preview = company.lead.runs("pulse preview", &[]).await.expect("answered").rendered();
    assert!(preview.contains("for the phase *Before go-live*"), "{preview}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_in_doubt_is_not_made_twice_where_the_history_can_not_be_read() {
    let mut stage = Stage::set_up().await;
    stage.standin.remember_nonces(None);
    // Read Message History (discord-api-docs `topics/permissions`).
    stage.company.sales.channel.denies_bot(1 << 16);
    let address = format!("/channels/{}/messages", stage.company.sales.channel.id());
    let fault = stage.standin.faults().times(1, Which::of("POST", &address), Fault::DropAfterApply);
    stage.company.lead.runs("pulse launch", &[]).await.expect("answered");
    stage.standin.faults().struck(fault, 1).await;
    stage.crash_bot().await;
    stage.clock.advance(chrono::TimeDelta::minutes(10));
    stage.start_bot().await;
    stage.company.leads_channel.shows("I can't tell whether").await.expect("told");
    assert_eq!(stage.company.sales.channel.messages().len(), 1);
    for department in [&stage.company.service, &stage.company.legal] {
        post(&department.channel).await;
    }
}
