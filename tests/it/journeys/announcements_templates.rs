//! Templates to begin with, and placeholders that are filled in or must be written.

use groundswell::texts::{Catalogue, Language};

use crate::support::Stage;
use crate::support::announcing::{TITLE, WORDS, seen};

#[tokio::test(flavor = "multi_thread")]
async fn a_template_fills_the_form_and_nothing_goes_out_while_something_is_still_to_write() {
    let stage = Stage::set_up().await;
    let (lead, owner) = (stage.company.lead.clone(), stage.company.owner.clone());
    owner.runs("setup company", &[("name", "Nordlicht *Logistics*")]).await.expect("answered");
    owner.runs("setup go-live", &[("date", "2026-12-01")]).await.expect("answered");
    let found = lead.autocompletes("announce new", "template", "training").await.expect("answered");
    assert_eq!(found[0].1, "training_dates", "{found:?}");
    let form = lead.runs("announce new", &[("template", "training_dates")]).await.expect("answered").form();
    let form = form.expect("a form");
    assert!(form.fields[1].value.contains("{{ dates }}"), "{}", form.fields[1].value);
    let preview = lead.submits(&form, &[]).await.expect("answered");
    assert!(preview.text().contains("`dates` (the dates to choose from"), "{}", preview.text());
    assert!(preview.text().contains("**Meant for:** The departments that are trained next"), "{}", preview.text());
    let refused = seen(&lead.clicks(&preview, "Post now").await.expect("answered"));
    assert!(refused.contains("Something is still to write") && refused.contains("draft is saved"), "{refused}");

    let edit = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    let body = "{{ company }} trains {{ department }} before {{ go_live }}. {{department}}!";
    let values = [("body", body), ("ask", "Say which date.")];
    let preview = lead.submits(&edit, &values).await.expect("answered");
    assert!(preview.text().contains("Training"), "the template's process: {}", preview.text());
    lead.clicks(&preview, "Post now").await.expect("answered");
    let sales = stage.company.sales.channel.shows("Your training").await.expect("posted").all_text();
    assert!(sales.contains(r"Nordlicht \*Logistics\* trains Sales before <t:"), "{sales}");
    assert!(sales.contains("Sales!") && !sales.contains("{{"), "{sales}");
    let legal = stage.company.legal.channel.shows("Your training").await.expect("posted").all_text();
    assert!(legal.contains("trains Legal before"), "{legal}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_writes_is_never_a_template() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    // A name that looks like a placeholder is inserted once, and not looked through again.
    stage.company.owner.runs("setup company", &[("name", "{{ department }} {% x %}")]).await.expect("answered");
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let values = [("title", TITLE), ("body", "At {{ company }} {% if x %} {{ 7 * 7 }}"), WORDS[2]];
    let preview = lead.submits(&form, &values).await.expect("answered");
    assert!(preview.text().contains("`7 * 7`"), "{}", preview.text());
    let edit = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    let preview = lead.submits(&edit, &[("body", "At {{ company }} {% if x %}")]).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    let post = stage.company.sales.channel.shows(TITLE).await.expect("posted").all_text();
    assert!(post.contains("At {{ department }} {% x %} {% if x %}"), "{post}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_posted_as_it_is_gets_a_sentence() {
    let stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let refused = lead.runs("announce new", &[("template", "no_such")]).await.expect("answered").text();
    assert!(refused.contains("I know no template “no\\_such”") && refused.contains("Nothing was saved"), "{refused}");
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "{{ company }} changes"), WORDS[1], WORDS[2]];
    let preview = lead.submits(&form, &words).await.expect("answered");
    let refused = seen(&lead.clicks(&preview, "Post now").await.expect("answered"));
    assert!(refused.contains("The title can't hold “company”") && refused.contains("draft is saved"), "{refused}");

    // A name full of marks doubles when it is made harmless: eighty times eighty characters are more than 4,096.
    let marks = [("department", "Sales"), ("name", "Sales (*)*(*)*(*)*(*)*(*)*(*)*(*)*(*)")];
    stage.company.owner.runs("setup department edit", &marks).await.expect("answered");
    let edit = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
    let body = "{{ department }} ".repeat(80);
    let preview = lead.submits(&edit, &[("title", TITLE), ("body", &body)]).await.expect("answered");
    let refused = seen(&lead.clicks(&preview, "Post now").await.expect("answered"));
    assert!(refused.contains("gets longer than Discord takes") && refused.contains("draft is saved"), "{refused}");
}

#[test]
fn there_is_a_template_for_each_turn_of_a_roll_out() {
    let texts = Catalogue::built_in().expect("sound texts");
    let templates = texts.announcement_templates(&Language::english());
    let ids: Vec<_> = templates.iter().map(|one| one.id.as_str()).collect();
    for wanted in [
        "why_we_change",
        "what_is_in_it_for_you",
        "training_dates",
        "data_clean_up",
        "go_live_moved",
        "go_live",
        "hiccup",
        "quick_win",
        "three_months_on",
    ] {
        assert!(ids.contains(&wanted), "{ids:?}");
    }
    for process in groundswell::domain::labels::ProcessLabel::ALL {
        assert!(templates.iter().any(|one| one.process == Some(*process)), "no template serves {process}");
    }
}
