//! What leads get at the close: the summary with its picture, once.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn closing_a_pulse_posts_its_summary_with_the_picture_to_leads_once() {
    let mut stage = launched().await;
    let company = &stage.company;
    let gloomy = Says { points: "Disagree", fears: &["Workload"], comment: Some("Too many clicks.") };
    let sales = post(&company.sales.channel).await;
    all_answer(&company.sales.people[..8], &sales, CONTENT).await;
    all_answer(&company.sales.people[8..], &sales, gloomy).await;
    all_answer(&company.service.people[..6], &post(&company.service.channel).await, gloomy).await;
    all_answer(&company.legal.people, &post(&company.legal.channel).await, CONTENT).await;
    closes(&company.lead).await;

    let posted = company.leads_channel.shows("these results are final").await.expect("a summary");
    let text = posted.rendered();
    assert!(text.contains("Sales") && text.contains("Legal, Service") && !text.contains("Too many clicks"), "{text}");
    assert!(posted.pings().is_empty());
    let files = posted.attachments();
    assert!(files.len() == 1 && files[0].alt.contains("Sales: Attitude 65 %"), "{}", files[0].alt);
    resvg::tiny_skia::Pixmap::decode_png(&files[0].bytes).expect("a sound PNG");

    let private = company.lead.runs("sentiment summary", &[]).await.expect("answered");
    assert_eq!(private.attachments()[0].bytes, files[0].bytes, "the same results for ever");
    stage.restart_bot().await;
    let summaries = stage.company.leads_channel.messages();
    assert_eq!(summaries.iter().filter(|message| message.all_text().contains("results are final")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_pictures_are_not_allowed_leads_still_hear_that_results_are_there() {
    let stage = launched().await;
    // Attach Files (discord-api-docs `topics/permissions`).
    stage.company.leads_channel.denies_bot(1 << 15);
    all_answer(&stage.company.sales.people, &post(&stage.company.sales.channel).await, CONTENT).await;
    closes(&stage.company.lead).await;
    let told = stage.company.leads_channel.shows("the results are final").await.expect("a word");
    assert!(told.attachments().is_empty());
}
