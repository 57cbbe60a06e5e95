//! Before a pulse is closed or called off, leads are asked.

use super::*;
use crate::support::berlin;

#[tokio::test(flavor = "multi_thread")]
async fn closing_asks_first_and_says_how_early_it_is() {
    let stage = launched().await;
    let lead = &stage.company.lead;
    all_answer(&stage.company.sales.people[..7], &post(&stage.company.sales.channel).await, CONTENT).await;
    let asked = lead.runs("pulse close", &[]).await.expect("answered");
    assert!(asked.is_ephemeral());
    assert!(
        asked.text().contains("that is 7 days early") && asked.text().contains("At least **5** of 24"),
        "{}",
        asked.text()
    );
    assert!(asked.rendered().contains("asked again from Monday, 16 November 2026"), "{}", asked.rendered());
    let labels: Vec<_> = asked.buttons().into_iter().map(|button| button.label).collect();
    assert_eq!(labels, ["Close it now", "Leave it open"]);

    let kept = lead.clicks(&asked, "Leave it open").await.expect("answered");
    assert_eq!(kept.text(), "Nothing was changed.");
    let status = lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains("open until"), "asking closes nothing: {status}");

    stage.clock.set(berlin(2026, 11, 9, 16, 0));
    let asked = lead.runs("pulse close", &[]).await.expect("answered");
    assert!(asked.text().contains("less than a day early"), "{}", asked.text());
    lead.clicks(&asked, "Close it now").await.expect("answered");
    stage.company.leads_channel.shows("these results are final").await.expect("told");
    let again = lead.clicks_custom_id(&asked, "v1:wave:close:1").await.expect("answered").text();
    assert!(again.starts_with("That pulse isn't open any more"), "a second press is harmless: {again}");
    let told = stage.company.leads_channel.messages();
    assert_eq!(told.iter().filter(|message| message.all_text().contains("results are final")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_chose_a_department_has_not_answered() {
    let stage = launched().await;
    let (company, lead) = (&stage.company, &stage.company.lead);
    let sales = post(&company.sales.channel).await;
    for person in &company.sales.people[1..7] {
        person.gets(&company.service.role);
        let asked = opens(person, &sales).await;
        person.selects(&asked, "My department", &["Sales"]).await.expect("answered");
    }
    let few = "Of 24 people I can't say yet that five have";
    let status = lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains(few), "{status}");
    let asked = lead.runs("pulse close", &[]).await.expect("answered").text();
    assert!(asked.contains(few), "{asked}");
    all_answer(&company.sales.people[7..12], &sales, CONTENT).await;
    let status = lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains("At least **5** of 24"), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn calling_off_asks_first_and_says_that_answers_are_destroyed() {
    let stage = launched().await;
    let lead = &stage.company.lead;
    let asked = lead.runs("pulse cancel", &[]).await.expect("answered");
    assert!(asked.text().contains("deleted for good, without being counted"), "{}", asked.text());
    let screen = opens(&stage.company.sales.people[1], &post(&stage.company.sales.channel).await).await;
    assert!(screen.text().contains("Each tap is saved"), "asking calls nothing off: {}", screen.text());
    let done = lead.clicks(&asked, "Call it off").await.expect("answered").text();
    assert!(done.contains("is called off"), "{done}");
    let again = lead.clicks_custom_id(&asked, "v1:wave:cancel:1").await.expect("answered").text();
    assert!(again.starts_with("That pulse isn't open any more"), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_leads_can_say_yes_even_with_a_forged_button() {
    let stage = launched().await;
    let person = &stage.company.sales.people[1];
    let page = person.runs("privacy", &[]).await.expect("answered");
    for forged in ["v1:wave:close:1", "v1:wave:cancel:1", "v1:wave:open:1", "v1:series:end:1"] {
        let refused = person.clicks_custom_id(&page, forged).await.expect("answered").text();
        assert!(refused.starts_with("This is for project leads"), "{forged}: {refused}");
    }
    let lead = &stage.company.lead;
    let page = lead.runs("privacy", &[]).await.expect("answered");
    for forged in ["v1:wave:close:9", "v1:wave:cancel:9", "v1:series:end:9", "v1:wave:open:1"] {
        let refused = lead.clicks_custom_id(&page, forged).await.expect("answered").text();
        assert!(refused.contains("Nothing was changed"), "{forged}: {refused}");
    }
    opens(person, &post(&stage.company.sales.channel).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_can_read_who_changed_launched_closed_and_called_off() {
    let stage = launched().await;
    let lead = &stage.company.lead;
    closes(lead).await;
    lead.runs("pulse launch", &[("opens", "in 3 weeks"), ("repeat", "quarterly")]).await.expect("answered");
    cancels(lead).await;
    let series = [("wave", "series-1")];
    let asked = lead.runs("pulse cancel", &series).await.expect("answered");
    lead.clicks(&asked, "End the repetition").await.expect("answered");
    stage
        .company
        .owner
        .runs("setup department edit", &[("department", "Sales"), ("headcount", "14")])
        .await
        .expect("answered");

    let person = &stage.company.legal.people[1];
    let page = person.runs("privacy", &[]).await.expect("answered");
    let mut list = person.clicks(&page, "Who changed or read what").await.expect("answered");
    let mut all = list.rendered();
    while list.buttons().iter().any(|button| button.label == "Older") {
        list = person.clicks(&list, "Older").await.expect("answered");
        all.push_str(&list.rendered());
    }
    for entry in [
        "added the department Sales",
        "changed settings: lead role, champion role",
        "changed the department Sales",
        "launched the pulse",
        "closed the pulse",
        "planned the pulse",
        "called off the pulse",
        "set the pulse “How is the new CRM going for you?” to come again",
        "ended the repetition of the pulse",
    ] {
        assert!(all.contains(entry), "{entry}: {all}");
    }
}
