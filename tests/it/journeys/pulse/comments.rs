//! Leads read comments, and everyone can see that they do.

use chrono::TimeDelta;
use groundswell::sandbox::language::{Member, Message, Reply};

use super::*;

/// Every person of a department writes a comment of their own; those who are unhappy say so in their scores.
async fn write(people: &[Member], post: &Message, words: &str) {
    for (number, person) in people.iter().enumerate() {
        let comment = format!("{words} *{number}* @everyone");
        let points = if number % 2 == 0 { "Agree" } else { "Disagree" };
        answers(person, post, Says { points, fears: &[], comment: Some(&comment) }).await;
    }
}

/// Twelve comments from Sales, eight from Service, three from Legal.
async fn closed() -> Stage {
    let stage = launched().await;
    let company = &stage.company;
    write(&company.sales.people, &post(&company.sales.channel).await, "Fewer windows, please.").await;
    write(&company.service.people, &post(&company.service.channel).await, "Calls take longer.").await;
    write(&company.legal.people[..3], &post(&company.legal.channel).await, "Contracts are missing.").await;
    closes(&company.lead).await;
    stage
}

async fn summary(stage: &Stage) -> Reply {
    stage.company.lead.runs("sentiment summary", &[]).await.expect("answered")
}

/// All comments of the group that is open, page by page.
async fn read_on(lead: &Member, first: Reply) -> Vec<String> {
    let (mut page, mut all) = (first, Vec::new());
    loop {
        let comments = page.embeds()[0].description.clone();
        all.extend(comments.split("\n\n").map(str::to_owned));
        if page.buttons().iter().all(|button| button.label != "More") {
            return all;
        }
        page = lead.clicks(&page, "More").await.expect("answered");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_reads_the_comments_of_groups_that_are_large_enough_and_everyone_can_see_it() {
    let mut stage = closed().await;
    let lead = stage.company.lead.clone();
    let posted = stage.company.leads_channel.shows("In short").await.expect("told");
    let opened = lead.clicks(&posted, "Read the comments").await.expect("answered");
    assert!(opened.is_ephemeral());
    let ago = regex::Regex::new(r"\(\w+ \w+ ago\)").expect("a pattern");
    let rendered = ago.replace_all(&opened.rendered(), "(AGO)").into_owned();
    let frame: Vec<&str> = rendered.lines().filter(|line| !line.contains('💬') && line.trim() != "┃").collect();
    insta::assert_snapshot!("comments_frame", frame.join("\n"));

    let sales = read_on(&lead, opened.clone()).await;
    assert_eq!(sales.len(), 12);
    assert!(sales.iter().all(|one| one.starts_with("💬 Fewer windows, please. \\*")), "{sales:?}");
    assert!(sales.iter().all(|one| !one.contains("@everyone") && !one.contains("<t:")), "{sales:?}");
    let written: Vec<String> = (0..12).map(|number| format!("\\*{number}\\*")).collect();
    let order: Vec<usize> =
        sales.iter().map(|one| written.iter().position(|w| one.contains(w.as_str())).expect("one of them")).collect();
    assert!(!order.is_sorted(), "in random order: {order:?}");

    // Service and Legal count together, and so do their comments.
    let select = &opened.selects()[0];
    let names: Vec<_> = select.choices.iter().map(|option| option.label.clone()).collect();
    assert_eq!(names, ["Sales", "Other"]);
    let other = lead.selects(&opened, "Comments of another group", &["Other"]).await.expect("answered");
    assert_eq!(read_on(&lead, other).await.len(), 11);

    stage.restart_bot().await;
    let again = lead.clicks(&summary(&stage).await, "Read the comments").await.expect("answered");
    assert_eq!(read_on(&lead, again).await, sales, "the same order for ever");

    let person = &stage.company.sales.people[3];
    let page = person.runs("privacy", &[]).await.expect("answered");
    let list = person.clicks(&page, "Who changed or read what").await.expect("answered");
    assert!(list.is_ephemeral());
    let text = list.rendered();
    assert_eq!(text.matches("read the comments of").count(), 1, "once within the hour: {text}");
    let times = regex::Regex::new(r"2 November 2026 \d\d:\d\d").expect("a pattern");
    insta::assert_snapshot!("changes", times.replace_all(&text, "2 November 2026 TIME"));

    stage.clock.advance(TimeDelta::hours(2));
    lead.clicks(&posted, "Read the comments").await.expect("answered");
    let list = person.clicks(&page, "Who changed or read what").await.expect("answered").rendered();
    assert_eq!(list.matches("read the comments of").count(), 2, "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn others_than_leads_can_not_read_comments_not_even_with_a_forged_button() {
    let stage = closed().await;
    let person = &stage.company.sales.people[1];
    let page = person.runs("privacy", &[]).await.expect("answered");
    for custom_id in ["v1:comments:open:1", "v1:comments:page:1:0:0"] {
        let refused = person.clicks_custom_id(&page, custom_id).await.expect("answered").text();
        assert!(refused.starts_with("This is for project leads"), "{refused}");
    }
    let list = person.clicks(&page, "Who changed or read what").await.expect("answered").rendered();
    assert!(!list.contains("read the comments"), "{list}");
    let lead = &stage.company.lead;
    let page = lead.runs("privacy", &[]).await.expect("answered");
    let none = lead.clicks_custom_id(&page, "v1:comments:open:99").await.expect("answered").text();
    assert!(none.starts_with("There are no results of that pulse"), "{none}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nine_comments_are_too_few_and_an_open_pulse_has_none() {
    let stage = launched().await;
    let (lead, sales) = (&stage.company.lead, post(&stage.company.sales.channel).await);
    write(&stage.company.sales.people[..9], &sales, "Fewer windows, please.").await;
    let page = lead.runs("privacy", &[]).await.expect("answered");
    let early = lead.clicks_custom_id(&page, "v1:comments:open:1").await.expect("answered").text();
    assert!(early.starts_with("There are no results of that pulse"), "{early}");
    closes(&stage.company.lead).await;
    let few = lead.clicks(&summary(&stage).await, "Read the comments").await.expect("answered").text();
    assert!(few.starts_with("There is no comment to read: fewer than 10"), "{few}");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_180_days_comments_are_gone_also_before_the_night_in_which_they_are_deleted() {
    let stage = closed().await;
    let posted = stage.company.leads_channel.shows("In short").await.expect("told");
    stage.clock.advance(TimeDelta::days(180));
    let gone = stage.company.lead.clicks(&posted, "Read the comments").await.expect("answered").text();
    assert!(gone.starts_with("The comments of that pulse are gone"), "{gone}");
    stage.clock.advance(TimeDelta::days(2));
    let gone = stage.company.lead.clicks(&posted, "Read the comments").await.expect("answered").text();
    assert!(gone.starts_with("The comments of that pulse are gone"), "{gone}");
}
