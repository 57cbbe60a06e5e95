//! Attacks on pulses through what leads can do.

use chrono::TimeDelta;

use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, cancels, closes, launched, post};

/// A lead launches and says how it went.
async fn launches(stage: &Stage, departments: Option<&str>) -> String {
    let options: Vec<_> = departments.into_iter().map(|names| ("departments", names)).collect();
    stage.company.lead.runs("pulse launch", &options).await.expect("answered").text()
}

/// Everybody is asked and answers; the pulse is closed.
async fn closed() -> Stage {
    let stage = launched().await;
    let company = &stage.company;
    all_answer(&company.sales.people, &post(&company.sales.channel).await, CONTENT).await;
    all_answer(&company.service.people, &post(&company.service.channel).await, CONTENT).await;
    let gloomy = Says { points: "Disagree", ..CONTENT };
    all_answer(&company.legal.people, &post(&company.legal.channel).await, gloomy).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_again_without_the_small_department_and_subtracting() {
    let stage = closed().await;
    for others in ["Sales, Service", "Service", "Service, Legal"] {
        let refused = launches(&stage, Some(others)).await;
        assert!(refused.contains("by the difference"), "{others}: {refused}");
        assert!(refused.contains("Legal, Sales, Service"), "{refused}");
    }
    let posts = stage.company.service.channel.messages();
    assert!(posts.iter().all(|post| !post.all_text().contains("Open until")), "nothing was launched");
    let same = launches(&stage, None).await;
    assert!(same.starts_with("**Launched"), "the same people may be asked again: {same}");
    // Called off, it has no result that could be subtracted.
    cancels(&stage.company.lead).await;
    stage.clock.advance(TimeDelta::days(14) + TimeDelta::seconds(1));
    let later = launches(&stage, Some("Sales, Service")).await;
    assert!(later.starts_with("**Launched"), "people think anew: {later}");
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_as_soon_as_four_have_answered() {
    let stage = launched().await;
    let company = &stage.company;
    all_answer(&company.legal.people, &post(&company.legal.channel).await, CONTENT).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let all = company.lead.runs("sentiment summary", &[]).await.expect("answered");
    assert!(all.rendered().contains("Fewer than 5 people answered"), "{}", all.rendered());
    for department in ["Legal", "Sales", "Service"] {
        let one = company.lead.runs("sentiment summary", &[("department", department)]).await.expect("answered").text();
        assert!(one.contains("can't be shown by itself"), "{one}");
    }
}
