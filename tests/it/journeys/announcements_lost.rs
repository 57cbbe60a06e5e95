//! What an announcement stands on is deleted on Discord: a department's role, a post. Nothing is lost, and leads read
//! what to do.

use chrono::TimeDelta;
use groundswell::sandbox::faults::Fault;

use super::announcements::counts;
use super::announcements_everywhere::legal_moves;
use super::announcements_held_up::{comes_back_after, posts_to};
use crate::support::Stage;
use crate::support::announcing::{TITLE, drafted, posted, says, seen};

/// What leads read of a role that is gone.
const ROLE_GONE: &str = "The role of **Service** no longer exists";

#[tokio::test(flavor = "multi_thread")]
async fn a_department_whose_role_was_deleted_still_reads_announcements_without_a_ping() {
    let stage = Stage::set_up().await;
    let (lead, service) = (stage.company.lead.clone(), &stage.company.service);
    let reader = &service.people[0];
    let guest = stage.company.guild.add_role("Guest");
    service.channel.overwrite_role(&guest, 1 << 10, 0);
    reader.gets(&guest);
    service.role.delete();
    stage.company.leads_channel.shows(ROLE_GONE).await.expect("told at once");
    let preview = drafted(&lead, &[]).await;
    assert!(preview.text().contains("The role of Service no longer exists"), "{}", preview.text());
    assert!(preview.text().contains("**Goes to** Legal, Sales, Service"), "{}", preview.text());
    lead.clicks(&preview, "Post now").await.expect("answered");
    let post = service.channel.shows(TITLE).await.expect("posted");
    assert!(post.pings().is_empty() && !post.text().contains("<@&"), "{}", post.rendered());
    let sales = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert_eq!(sales.pings(), ["@Sales"]);

    // Its headcount is corrected: that gives it no role.
    let options = [("department", "Service"), ("headcount", "9")];
    stage.company.owner.runs("setup department edit", &options).await.expect("answered");

    // Who belongs there can't be told, which their people read; what's in it for them they read, too.
    let refused = seen(&reader.clicks(&post, "Understood").await.expect("answered"));
    assert!(refused.contains("The role of **Service** no longer exists on Discord"), "{refused}");
    let benefit = seen(&reader.clicks(&post, "What's in it for me?").await.expect("answered"));
    assert!(benefit.contains("You find every offer in seconds."), "{benefit}");

    let role = stage.company.guild.add_role("Service again");
    reader.gets(&role);
    let options = [("department", "Service"), ("role", &role.mention())];
    stage.company.owner.runs("setup department edit", &options).await.expect("answered");
    let counted = seen(&reader.clicks(&post, "Understood").await.expect("answered"));
    assert!(counted.contains("under **Service**"), "{counted}");
    let told = stage.company.leads_channel.messages().iter().filter(|one| one.text().contains(ROLE_GONE)).count();
    assert_eq!(told, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_was_deleted_while_the_bot_was_away_is_noticed_when_it_comes_back() {
    let mut stage = Stage::set_up().await;
    stage.stop_bot().await;
    stage.company.service.role.delete();
    stage.start_bot().await;
    stage.company.leads_channel.shows(ROLE_GONE).await.expect("told");
    stage.restart_bot().await;
    posted(&stage).await;
    let post = stage.company.service.channel.shows(TITLE).await.expect("posted");
    assert!(post.pings().is_empty(), "{}", post.rendered());
    let told = stage.company.leads_channel.messages().iter().filter(|one| one.text().contains(ROLE_GONE)).count();
    assert_eq!(told, 1, "leads hear of it once, over restarts");
    assert!(says(&stage.company.lead, "show").await.contains("Service"));
}

/// The notice about posts that were deleted, once it stands in the leads' channel.
async fn notice(stage: &Stage, words: &str) -> groundswell::sandbox::language::Message {
    stage.clock.advance(TimeDelta::hours(6) + TimeDelta::seconds(1));
    stage.company.leads_channel.shows(words).await.expect("told")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_that_was_deleted_is_told_to_leads_who_can_have_it_posted_again_once() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let post = posted(&stage).await;
    stage.company.sales.people[1].clicks(&post, "Understood").await.expect("answered");
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    stage.company.service.channel.shows(TITLE).await.expect("posted");
    while !says(&lead, "show").await.contains("Posted 3 times") {}
    stage.company.sales.channel.deletes(&post);
    stage.restart_bot().await;

    let told = notice(&stage, "A post of **One list of customers** was deleted").await;
    assert!(told.text().contains("(Sales): deleted, noticed <t:"), "{}", told.text());
    assert!(!told.text().contains("(Service)"), "{}", told.text());
    assert_eq!(counts(&stage), [0, 1, 1], "nothing is posted before a lead decides");
    let reach = says(&lead, "reach").await.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(reach.contains("Sales 1/12") && reach.contains("deleted in the channel of Sales"), "{reach}");
    let shown = says(&lead, "show").await;
    assert!(shown.contains("Posted 2 times") && shown.contains("Post again"), "{shown}");

    let (one, two) = tokio::join!(lead.clicks(&told, "Post again"), lead.clicks(&told, "Post again"));
    let said = [seen(&one.expect("answered")), seen(&two.expect("answered"))];
    assert!(said.iter().any(|text| text.contains("is on its way again")), "{said:?}");
    let again = stage.company.sales.channel.shows(TITLE).await.expect("posted again");
    assert_eq!(again.pings(), ["@Sales"]);
    assert!(!again.all_text().contains("comes late"), "{}", again.all_text());
    let counted = seen(&stage.company.sales.people[1].clicks(&again, "Understood").await.expect("answered"));
    assert!(counted.contains("You are counted already"), "{counted}");
    while !says(&lead, "show").await.contains("Posted 3 times") {}
    assert_eq!(counts(&stage), [1, 1, 1]);
    let history = says(&lead, "history").await;
    assert!(
        history.contains("a post was found deleted") && history.contains("posted again what was deleted"),
        "{history}"
    );

    stage.company.sales.channel.deletes(&again);
    let last = notice(&stage, "deleted again").await;
    assert!(last.buttons().is_empty(), "{}", last.rendered());
    assert!(!says(&lead, "show").await.contains("Post again"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_whose_channel_is_gone_is_made_again_in_the_departments_new_channel() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    posted(&stage).await;
    while !says(&lead, "show").await.contains("Posted 3 times") {}
    stage.company.legal.channel.delete();
    stage.restart_bot().await;
    let told = notice(&stage, "(Legal): deleted, noticed").await;
    let refused = lead.clicks(&told, "Post again").await.expect("answered").text();
    assert!(refused.contains("still can't be posted") && refused.contains("the channel no longer exists"), "{refused}");
    let moved = legal_moves(&stage).await;
    lead.clicks(&told.refresh().expect("there"), "Post again").await.expect("answered");
    moved.shows(TITLE).await.expect("posted");
    while says(&lead, "show").await.contains("deleted, noticed") {}
    assert_eq!((counts(&stage), moved.messages().len()), ([1, 1, 0], 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_that_took_hours_to_be_made_again_still_is_once_a_lead_says_so() {
    let mut stage = Stage::set_up().await;
    let lead = stage.company.lead.clone();
    let post = posted(&stage).await;
    while !says(&lead, "show").await.contains("Posted 3 times") {}
    stage.company.sales.channel.deletes(&post);
    stage.restart_bot().await;
    let told = notice(&stage, "(Sales): deleted, noticed").await;
    let hangs = stage.standin.faults().until_cleared(posts_to(&stage.company.sales.channel), Fault::Hang);
    lead.clicks(&told, "Post again").await.expect("answered");
    stage.standin.faults().struck(hangs, 1).await;
    comes_back_after(&mut stage, TimeDelta::hours(7)).await;
    let asks = stage.company.leads_channel.shows("For hours I couldn't get").await.expect("asked");
    lead.clicks(&asks, "Send now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("posted again");
}
