//! Whatever breaks between the bot and Discord, an announcement stands in its channel once (promises.md 2).

use chrono::TimeDelta;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::Message;
use rstest::rstest;

use crate::support::Stage;

const TITLE: &str = "Once is enough";

/// Posts at once; the first post to Sales meets `fault`, and the bot is cut off right after.
async fn crash_while_posting(fault: Fault, nonces: Option<TimeDelta>, downtime: TimeDelta) -> Stage {
    let mut stage = Stage::set_up().await;
    stage.standin.remember_nonces(nonces);
    let posts = format!("/channels/{}/messages", stage.company.sales.channel.id());
    let struck = stage.standin.faults().times(1, Which::of("POST", &posts), fault);
    let lead = stage.company.lead.clone();
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", TITLE), ("body", "Something changes."), ("benefit", "It gets easier.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    stage.standin.faults().struck(struck, 1).await;
    stage.crash_bot().await;
    stage.clock.advance(downtime);
    stage.start_bot().await;
    stage
}

async fn stands_once(stage: &Stage) {
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    let lead = &stage.company.lead;
    // The bot has come to the end of its work when it says that everything is posted.
    loop {
        let list = lead.runs("announce list", &[]).await.expect("answered").rendered();
        if list.contains("– posted") {
            break;
        }
    }
    for department in stage.company.departments() {
        let posts: Vec<Message> = department.channel.messages();
        let count = posts.iter().filter(|one| one.all_text().contains(TITLE)).count();
        assert_eq!(count, 1, "{}: {}", department.name, department.channel.rendered());
    }
}

#[rstest]
#[case::between_claim_and_send(Fault::Hang)]
#[case::between_send_and_mark(Fault::DropAfterApply)]
#[case::with_half_an_answer(Fault::HalfBody)]
#[tokio::test(flavor = "multi_thread")]
async fn a_crash_posts_nothing_twice_and_loses_nothing(
    #[case] fault: Fault,
    #[values(None, Some(TimeDelta::minutes(2)))] nonces: Option<TimeDelta>,
    #[values(TimeDelta::zero(), TimeDelta::hours(1))] downtime: TimeDelta,
) {
    let stage = crash_while_posting(fault, nonces, downtime).await;
    stands_once(&stage).await;
}

#[rstest]
#[case::and_decides_by_their_own_look(false)]
#[case::and_lets_the_bot_look(true)]
#[tokio::test(flavor = "multi_thread")]
async fn where_the_history_cannot_be_read_a_lead_is_asked_rather_than_posting_twice(#[case] lets_it_look: bool) {
    let mut stage = crash_while_posting(Fault::Latency(std::time::Duration::ZERO), None, TimeDelta::zero()).await;
    stands_once(&stage).await;
    stage.stop_bot().await;
    stage.start_bot().await;
    // Read Message History (discord-api-docs `topics/permissions`).
    stage.company.sales.channel.denies_bot(1 << 16);
    let posts = format!("/channels/{}/messages", stage.company.sales.channel.id());
    let struck = stage.standin.faults().times(1, Which::of("POST", &posts), Fault::DropAfterApply);
    let lead = stage.company.lead.clone();
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "Second"), ("body", "Something changes."), ("benefit", "It gets easier.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    stage.standin.faults().struck(struck, 1).await;
    stage.crash_bot().await;
    stage.clock.advance(TimeDelta::minutes(10));
    stage.start_bot().await;
    let asked = stage.company.leads_channel.shows("I can't tell whether **Second** arrived").await.expect("asked");
    let decision = if lets_it_look { "Send now" } else { "Don't send" };
    if lets_it_look {
        stage.company.sales.channel.denies_bot(0);
    }
    lead.clicks(&asked, decision).await.expect("answered");
    while !lead.runs("announce list", &[]).await.expect("answered").rendered().contains("**Second** – posted") {}
    stage.clock.somebody_sleeps().await;
    let posts = stage.company.sales.channel.messages();
    assert_eq!(posts.iter().filter(|one| one.all_text().contains("Second")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_are_told_once_even_where_no_nonce_is_known() {
    let mut stage = Stage::set_up().await;
    stage.standin.remember_nonces(None);
    let lead = stage.company.lead.clone();
    let announce = async |title: &str| {
        let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
        let words = [("title", title), ("body", "Something changes."), ("benefit", "It gets easier.")];
        let preview = lead.submits(&form, &words).await.expect("answered");
        lead.clicks(&preview, "Post now").await.expect("answered");
    };
    stage.company.sales.channel.hides_from_bot();
    let leads = format!("/channels/{}/messages", stage.company.leads_channel.id());
    let struck = stage.standin.faults().times(1, Which::of("POST", &leads), Fault::DropAfterApply);
    announce("First").await;
    stage.standin.faults().struck(struck, 1).await;
    stage.crash_bot().await;
    stage.start_bot().await;
    // What is told next is told after the first was looked for.
    stage.company.service.channel.hides_from_bot();
    announce("Second").await;
    stage.company.leads_channel.shows("couldn't post **Second** everywhere").await.expect("told");
    let told = stage.company.leads_channel.messages();
    assert_eq!(told.iter().filter(|one| one.all_text().contains("couldn't post **First**")).count(), 1);
}
