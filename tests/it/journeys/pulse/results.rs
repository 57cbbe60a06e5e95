//! What departments read of their own result at the close.

use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::Channel;

use super::*;

/// Sales is large enough to be shown, Service and Legal count together.
async fn answered() -> Stage {
    let stage = launched().await;
    let company = &stage.company;
    let gloomy = Says { points: "Disagree", fears: &["Workload", "Learning it"], comment: Some("Too many clicks.") };
    let sales = post(&company.sales.channel).await;
    all_answer(&company.sales.people[..6], &sales, CONTENT).await;
    all_answer(&company.sales.people[6..11], &sales, gloomy).await;
    all_answer(&company.service.people[..6], &post(&company.service.channel).await, gloomy).await;
    all_answer(&company.legal.people, &post(&company.legal.channel).await, CONTENT).await;
    stage
}

fn results(channel: &Channel) -> usize {
    channel.messages().iter().filter(|message| message.text().starts_with('📊')).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_department_reads_its_own_result_once_and_small_ones_a_fair_sentence() {
    let mut stage = answered().await;
    closes(&stage.company.lead).await;
    let own = stage.company.sales.channel.shows("has closed and been counted").await.expect("told");
    assert!(own.pings().is_empty());
    insta::assert_snapshot!("result", own.rendered());
    let pooled = stage.company.legal.channel.shows("has closed and been counted").await.expect("told").rendered();
    insta::assert_snapshot!("result_pooled", pooled);
    for said in [own.rendered(), pooled] {
        assert!(!said.contains("clicks") && !said.contains(" of 24") && !said.contains("Other"), "{said}");
    }
    stage.restart_bot().await;
    stage.clock.advance(chrono::TimeDelta::days(1));
    stage.restart_bot().await;
    for department in stage.company.departments() {
        assert_eq!(results(&department.channel), 1, "{}", department.channel.rendered());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_too_few_answers_in_all_every_department_is_told_so() {
    let stage = launched().await;
    all_answer(&stage.company.sales.people[..4], &post(&stage.company.sales.channel).await, CONTENT).await;
    closes(&stage.company.lead).await;
    let told = stage.company.sales.channel.shows("has closed and been counted").await.expect("told").rendered();
    insta::assert_snapshot!("result_too_few", told);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_called_off_tells_departments_no_result() {
    let stage = answered().await;
    cancels(&stage.company.lead).await;
    stage.company.sales.channel.shows("Called off on").await.expect("changed");
    assert_eq!(results(&stage.company.sales.channel), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_that_a_crash_left_in_doubt_is_looked_for_and_not_repeated() {
    let mut stage = answered().await;
    let address = format!("/channels/{}/messages", stage.company.service.channel.id());
    let fault = stage.standin.faults().times(1, Which::of("POST", &address), Fault::HalfBody);
    let lead = stage.company.lead.clone();
    let asked = lead.runs("pulse close", &[]).await.expect("answered");
    let closing = tokio::spawn(async move { lead.clicks(&asked, "Close it now").await.is_ok() });
    stage.standin.faults().struck(fault, 1).await;
    stage.crash_bot().await;
    closing.abort();
    stage.start_bot().await;
    for department in stage.company.departments() {
        department.channel.shows("has closed and been counted").await.expect("told");
    }
    stage.restart_bot().await;
    for department in stage.company.departments() {
        assert_eq!(results(&department.channel), 1, "{}", department.channel.rendered());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn departments_that_share_a_channel_read_one_post() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let sales = company.sales.channel.mention();
    let options = [("department", "Service"), ("channel", sales.as_str())];
    company.owner.runs("setup department edit", &options).await.expect("answered");
    company.lead.runs("pulse launch", &[]).await.expect("answered");
    let shared = post(&company.sales.channel).await;
    all_answer(&company.sales.people, &shared, CONTENT).await;
    closes(&company.lead).await;
    let told = company.sales.channel.shows("has closed and been counted").await.expect("told").rendered();
    assert!(told.contains("**Sales**") && told.contains("**Service**"), "{told}");
    assert_eq!(results(&company.sales.channel), 1);
}
