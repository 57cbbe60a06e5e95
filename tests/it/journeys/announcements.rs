//! A lead plans announcements, people read and answer them.

use chrono::TimeDelta;
use groundswell::sandbox::language::{Message, Reply};

use crate::support::Stage;

const TITLE: &str = "One list of customers";

/// What a lead writes.
const WORDS: [(&str, &str); 4] = [
    ("title", TITLE),
    ("body", "From **1 December** on, all customers stand in one list. [Look](https://evil.example) @everyone"),
    ("benefit", "You find every offer in seconds."),
    ("ask", "Log in once this week."),
];

/// `/announce new` with these options, the form filled and sent: the preview.
async fn drafted(stage: &Stage, options: &[(&str, &str)]) -> Reply {
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", options).await.expect("answered").form().expect("a form");
    lead.submits(&form, &WORDS).await.expect("answered")
}

/// How often the announcement stands in each department's channel.
fn counts(stage: &Stage) -> [usize; 3] {
    let count = |messages: Vec<Message>| messages.iter().filter(|one| one.all_text().contains(TITLE)).count();
    stage.company.departments().map(|department| count(department.channel.messages()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_schedules_an_announcement_and_it_is_posted_on_time_in_every_department() {
    let mut stage = Stage::set_up().await;
    let preview = drafted(&stage, &[("when", "tomorrow 9:00"), ("process", "Training")]).await;
    assert!(preview.is_ephemeral());
    println!("{}", preview.rendered());
    let planned = stage.company.lead.clicks(&preview, "Schedule").await.expect("answered");
    println!("{}", planned.rendered());
    assert!(planned.text().starts_with("Planned"), "{}", planned.text());
    stage.restart_bot().await;
    assert_eq!(counts(&stage), [0, 0, 0]);
    stage.clock.advance(TimeDelta::hours(25));
    for department in stage.company.departments() {
        let post = department.channel.shows(TITLE).await.expect("posted");
        assert_eq!(post.pings(), [format!("@{}", department.role.name())]);
    }
    println!("{}", stage.company.sales.channel.rendered());
    assert_eq!(counts(&stage), [1, 1, 1]);
}
