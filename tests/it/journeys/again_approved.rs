//! Where two leads must agree, a second one's word covers exactly what that lead has seen of a later round.

use groundswell::sandbox::language::{Member, Reply};

use super::again::{OTHER, SIGN, THIRD, low_in_sales, proposed};
use crate::support::Stage;
use crate::support::announcing::seen;
use crate::support::managers::Both;

/// A company that wants a second lead's word on announcements, with a round that is written; the second lead.
async fn with_approval() -> (Stage, Both, Member, Reply) {
    let (stage, managers) = low_in_sales().await;
    stage.company.owner.runs("setup approval on", &[]).await.expect("answered");
    let draft = proposed(&stage).await;
    let lead = &stage.company.lead;
    let form = lead.clicks(&draft, "Write it in other words").await.expect("answered").form().expect("a form");
    let draft = lead.submits(&form, &[("body", OTHER)]).await.expect("answered");
    let second = stage.company.second_lead();
    (stage, managers, second, draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn where_two_leads_must_agree_a_later_round_waits_for_the_second_and_a_change_makes_the_question_void() {
    let (mut stage, managers, second, draft) = with_approval().await;
    let lead = stage.company.lead.clone();
    let told = lead.clicks(&draft, "Ask the managers").await.expect("answered").text();
    assert!(told.contains("waits for a second lead"), "{told}");
    let first = stage.company.leads_channel.shows("said again, round 2").await.expect("asked");
    assert!(first.all_text().contains(OTHER) && first.text().contains("the managers of Sales"), "{}", first.rendered());
    for cost in [&draft.text(), first.text()] {
        assert!(cost.contains("gets 2 messages at most in a week; you agreed on 3"), "{cost}");
    }
    let twice = seen(&lead.clicks(&proposed(&stage).await, "Ask the managers").await.expect("answered"));
    assert!(twice.contains("A second lead is asked about this already"), "{twice}");

    let form = lead.clicks(&proposed(&stage).await, "Write it in other words").await.expect("answered").form();
    let changed = lead.submits(&form.expect("a form"), &[("body", THIRD)]).await.expect("answered");
    let void = seen(&second.clicks(&first, "Approve").await.expect("answered"));
    assert!(void.contains("the question is void"), "{void}");
    lead.clicks(&changed, "Ask the managers").await.expect("answered");
    let question = stage.company.leads_channel.shows(THIRD).await.expect("asked");
    stage.restart_bot().await;
    let own = seen(&lead.clicks(&question, "Approve").await.expect("answered"));
    assert!(own.contains("another lead has to agree"), "{own}");
    assert!(managers.sales.channel.messages().is_empty(), "nobody is asked before");

    let approved = second.clicks(&question, "Approve").await.expect("answered").text();
    assert!(approved.contains("approved") && approved.contains("the managers of Sales"), "{approved}");
    managers.sales.channel.shows(SIGN).await.expect("asked");
    assert!(question.refresh().expect("there").buttons().is_empty(), "decided once");
    assert_eq!(managers.sales.channel.messages().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_round_that_is_sent_back_stays_a_draft() {
    let (stage, managers, second, draft) = with_approval().await;
    stage.company.lead.clicks(&draft, "Ask the managers").await.expect("answered");
    let question = stage.company.leads_channel.shows("said again, round 2").await.expect("asked");
    let back = second.clicks(&question, "Send back").await.expect("answered").text();
    assert!(back.contains("Nobody was asked"), "{back}");
    let draft = proposed(&stage).await;
    assert!(draft.rendered().contains(OTHER), "{}", draft.rendered());
    assert!(managers.sales.channel.messages().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approval_covers_the_words_that_were_seen_and_no_others_whoever_is_first() {
    let (stage, managers, second, draft) = with_approval().await;
    let third = stage.company.guild.add_member("Lotte Lead", &[stage.company.lead_role()]);
    stage.company.lead.clicks(&draft, "Ask the managers").await.expect("answered");
    let question = stage.company.leads_channel.shows("said again, round 2").await.expect("asked");
    let edits = async || {
        let draft = third.runs("announce again", &[("announcement", "1")]).await.expect("answered");
        third.clicks(&draft, "Write it in other words").await.expect("answered").form().expect("a form")
    };

    // Both at once: either the managers get what was approved, or nobody is asked.
    let form = edits().await;
    let (approved, written) =
        tokio::join!(second.clicks(&question, "Approve"), third.submits(&form, &[("body", THIRD)]));
    let (approved, written) = (seen(&approved.expect("answered")), seen(&written.expect("answered")));
    if approved.contains("the question is void") {
        assert!(written.contains(THIRD), "{written}");
        assert!(managers.sales.channel.messages().is_empty(), "{}", managers.sales.channel.rendered());
        let draft = proposed(&stage).await;
        stage.company.lead.clicks(&draft, "Ask the managers").await.expect("answered");
        let question = stage.company.leads_channel.shows(THIRD).await.expect("asked");
        second.clicks(&question, "Approve").await.expect("answered");
    }
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    let words = if approved.contains("the question is void") { THIRD } else { OTHER };
    assert!(request.all_text().contains(words), "{}", request.rendered());
    assert_eq!(managers.sales.channel.messages().len(), 1);

    // A form that was open all the while changes nothing of what is asked.
    let late = third.submits(&form, &[("body", "Quite another text that nobody has agreed to.")]).await;
    let late = late.expect("answered");
    assert!(late.follow_up(0).await.expect("what they wrote").all_text().contains("Quite another text"));
    assert!(late.text().contains("Nothing was changed"), "{}", late.rendered());
    assert!(request.refresh().expect("there").all_text().contains(words));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_whose_question_the_leads_channel_does_not_have_is_decided_from_its_draft() {
    let (stage, managers, second, draft) = with_approval().await;
    // Send Messages (discord-api-docs `topics/permissions`).
    stage.company.leads_channel.denies_bot(1 << 11);
    stage.company.lead.clicks(&draft, "Ask the managers").await.expect("answered");
    let own = proposed(&stage).await;
    let labels: Vec<_> = own.buttons().iter().map(|one| one.label.clone()).collect();
    assert!(own.text().contains("another lead has to agree") && labels.contains(&"Send back".to_owned()));
    assert!(!labels.contains(&"Approve".to_owned()), "whoever asked can't agree: {labels:?}");
    let shown = second.runs("announce again", &[("announcement", "1")]).await.expect("answered");
    assert!(shown.rendered().contains(OTHER), "{}", shown.rendered());
    second.clicks(&shown, "Approve").await.expect("answered");
    managers.sales.channel.shows(SIGN).await.expect("asked");
}
