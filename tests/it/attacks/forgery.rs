//! **Vote for others, or often.** The attacker sends clicks that no client would send: another company's wave, the same
//! click from two clients, a thousand at once. Wanted: a row too many, or somebody else's row changed.

use std::collections::BTreeMap;
use std::path::Path;

use futures::StreamExt;
use groundswell::domain::pulses::{Choice, Point, Response};
use groundswell::privacy::answers;
use groundswell::privacy::tokens::Token;
use groundswell::service::pulses::answering;

use super::crowd::{self, Crowd, first};
use crate::support::Company;
use crate::support::pulses::{CONTENT, all_answer, cancels, launched, opens, post};

/// What each row of a company's first wave says. The bot writes finished rows again with what it makes of comments, so
/// their bytes tell nothing.
async fn said(folder: &Path) -> BTreeMap<[u8; 32], Response> {
    let keys = crowd::keys(folder);
    let open = |(token, sealed): ([u8; 32], Vec<u8>)| {
        (token, answers::decrypt(&keys, first(), &Token::from_bytes(token), &sealed).expect("opens"))
    };
    crowd::rows(folder).await.into_iter().map(open).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_of_another_company_opens_and_changes_nothing_there() {
    let stage = launched().await;
    let ours = &stage.company;
    all_answer(&ours.sales.people[..6], &post(&ours.sales.channel).await, CONTENT).await;
    let folder = stage.data.path().join(ours.guild.id().to_string());
    let before = said(&folder).await;

    // The other company launches twice, so that its second wave has a number that ours has not, and ours one of theirs.
    let theirs = Company::found(&stage.standin);
    stage.standin.commands_registered(&theirs.guild).await;
    theirs.set_up().await;
    theirs.lead.runs("pulse launch", &[]).await.expect("answered");
    cancels(&theirs.lead).await;
    theirs.lead.runs("pulse launch", &[]).await.expect("answered");
    let their_post = theirs.sales.channel.shows("Open until").await.expect("a post");
    let attacker = &theirs.sales.people[1];
    let screen = opens(attacker, &their_post).await;
    let mut opened = 0;
    for forged in
        ["v1:pulse:start:1", "v1:pulse:answer:1:0:5", "v1:pulse:answer:1:0:1", "v1:pulse:finish:1", "v1:pulse:show:1:0"]
    {
        let told = attacker.clicks_custom_id(&screen, forged).await.expect("answered").text();
        // Their own first wave has this number too, and is called off.
        opened += usize::from(!told.starts_with("This pulse was called off"));
    }
    let ours_seen = opens(&ours.sales.people[8], &post(&ours.sales.channel).await).await;
    let forged = ours.sales.people[8].clicks_custom_id(&ours_seen, "v1:pulse:answer:2:0:5").await.expect("answered");
    opened += usize::from(!forged.text().starts_with("This button isn't one that I know"));
    let after = said(&folder).await;
    println!("foreign buttons that did something: {opened} of 6; rows changed: {}", usize::from(before != after));
    assert_eq!(opened, 0);
    assert!(before == after, "another company's clicks changed rows");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_in_two_companies_has_rows_that_do_not_belong_together() {
    let crowd = Crowd::gathered().await;
    let other = Crowd::gathered().await;
    for number in 0..20 {
        crowd.answers(number).await;
        other.answers(number).await;
    }
    let (one, two) = (crowd::rows(&crowd.folder()).await, crowd::rows(&other.folder()).await);
    let same = (0..20).filter(|&n| crowd.people[n].actor.user == other.people[n].actor.user).count();
    let shared = one.iter().filter(|(token, _)| two.iter().any(|(known, _)| known == token)).count();
    println!("of {same} people in both companies, found again by their rows: {shared}");
    assert_eq!((same, shared), (20, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_clicks_of_fifty_people_at_once_are_fifty_rows_with_the_last_value() {
    let crowd = Crowd::gathered().await;
    let voters = &crowd.people[..50];
    let clicks = (0..950_usize).map(|click| {
        let actor = &voters[click % voters.len()].actor;
        let point = u8::try_from(click / voters.len() % 5 + 1).expect("a point");
        answering::answer(&crowd.services, actor, first(), 0, Some(point))
    });
    // Everybody four times over at any moment.
    let done: Vec<_> = futures::stream::iter(clicks).buffer_unordered(200).collect().await;
    assert!(done.into_iter().all(|done| done.is_ok()));
    let last = |number: usize| u8::try_from(number % 5 + 1).expect("a point");
    let clicks = voters
        .iter()
        .enumerate()
        .map(|(number, voter)| answering::answer(&crowd.services, &voter.actor, first(), 0, Some(last(number))));
    for done in futures::future::join_all(clicks).await {
        done.expect("saved");
    }
    let keys = crowd.keys();
    let rows = crowd::rows(&crowd.folder()).await;
    let right = voters.iter().enumerate().filter(|(number, voter)| {
        let token = Token::of(&keys, first(), voter.actor.user);
        let Some((_, sealed)) = rows.iter().find(|(known, _)| known == token.as_bytes()) else { return false };
        let response = answers::decrypt(&keys, first(), &token, sealed).expect("opens");
        let last = Choice::Point(Point::try_from(last(*number)).expect("a point"));
        response.choices.len() == 1 && response.choices.values().next() == Some(&last)
    });
    println!("votes too many: {}; last values kept: {} of 50", rows.len() - 50, right.clone().count());
    assert_eq!((rows.len(), right.count()), (50, 50));
}
