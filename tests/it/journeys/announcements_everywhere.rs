//! An announcement that does not get everywhere at once: what holds one channel up holds up no other, and leads can
//! post again exactly where it failed.

use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::Reply;

use super::announcements::{TITLE, counts, drafted, schedules};
use crate::support::Stage;

/// Send Messages (discord-api-docs `topics/permissions`).
const SEND_MESSAGES: u64 = 1 << 11;

/// Posted at once, with Service closed to the bot and Legal's channel deleted.
async fn posted_in_one_of_three() -> Stage {
    let stage = Stage::set_up().await;
    stage.company.service.channel.denies_bot(SEND_MESSAGES);
    stage.company.legal.channel.delete();
    let preview = drafted(&stage, &[]).await;
    stage.company.lead.clicks(&preview, "Post now").await.expect("answered");
    stage
}

/// Legal gets a new channel.
pub(super) async fn legal_moves(stage: &Stage) -> groundswell::sandbox::language::Channel {
    let role = stage.company.legal.role.clone();
    let visibility = groundswell::sandbox::language::Visibility::Roles(std::slice::from_ref(&role));
    let channel = stage.company.guild.add_channel("legal-new", visibility);
    let options = [("department", "Legal"), ("channel", &channel.mention())];
    let saved = stage.company.owner.runs("setup department edit", &options).await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
    channel
}

fn said(reply: &Reply) -> String {
    reply.follow_ups().first().map_or_else(|| reply.text(), |one| one.text().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn trying_again_posts_where_it_failed_and_nowhere_else_however_often_it_is_pressed() {
    let mut stage = posted_in_one_of_three().await;
    let lead = stage.company.lead.clone();
    let notice = stage.company.leads_channel.shows("1 of 3 channels have it").await.expect("told");
    stage.restart_bot().await;

    let refused = lead.clicks(&notice, "Try again").await.expect("answered").text();
    assert!(refused.contains("still can't be posted") && refused.contains("(Service)"), "{refused}");

    stage.company.service.channel.denies_bot(0);
    let moved = legal_moves(&stage).await;
    let stale = notice.refresh().expect("there");
    let (one, two) = tokio::join!(lead.clicks(&stale, "Try again"), lead.clicks(&stale, "Try again"));
    let said = [said(&one.expect("answered")), said(&two.expect("answered"))];
    assert!(said.iter().any(|text| text.contains("is on its way again")), "{said:?}");
    moved.shows(TITLE).await.expect("posted");
    stage.company.service.channel.shows(TITLE).await.expect("posted");
    while !lead.runs("announce list", &[]).await.expect("answered").rendered().contains("– posted") {}
    assert_eq!((counts(&stage), moved.messages().len()), ([1, 1, 0], 1));
    let notice = notice.refresh().expect("there");
    assert!(notice.buttons().is_empty(), "{}", notice.rendered());
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    assert!(!shown.rendered().contains("Try again"), "{}", shown.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_announcement_shows_where_it_failed_and_can_be_tried_again_there() {
    let stage = posted_in_one_of_three().await;
    let lead = stage.company.lead.clone();
    stage.company.leads_channel.shows("1 of 3 channels have it").await.expect("told");
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    assert!(shown.text().contains("(Legal): the channel no longer exists"), "{}", shown.text());
    stage.company.service.channel.denies_bot(0);
    let tried = lead.clicks(&shown, "Try again").await.expect("answered").text();
    assert!(tried.contains("is on its way again") && tried.contains("(Legal)"), "{tried}");
    stage.company.service.channel.shows(TITLE).await.expect("posted");
    assert_eq!(counts(&stage)[0], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_repeats_tells_of_a_closed_channel_once() {
    let stage = Stage::set_up().await;
    stage.company.service.channel.denies_bot(SEND_MESSAGES);
    let preview = drafted(&stage, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    schedules(&stage, &preview).await;
    for day in 1..=2 {
        stage.clock.set(crate::support::berlin(2026, 11, 2 + day, 9, 0) + chrono::TimeDelta::seconds(1));
        let wanted = usize::try_from(day).expect("small");
        let has = |_: &_| stage.company.sales.channel.messages().len() == wanted;
        stage.company.sales.channel.shows_where("one more post", has).await.expect("posted");
        stage.company.leads_channel.shows("2 of 3 channels have it").await.expect("told");
    }
    // The next notice comes after whatever the second run wrote.
    let preview = drafted(&stage, &[]).await;
    stage.company.lead.clicks(&preview, "Post all the same").await.expect("answered");
    let has = |_: &_| stage.company.leads_channel.messages().len() == 2;
    stage.company.leads_channel.shows_where("the notice of the single one", has).await.expect("told");
}

/// The first one closed the channel; the second one finds it closed, and leads must hear of both.
#[tokio::test(flavor = "multi_thread")]
async fn each_plan_that_repeats_tells_of_a_channel_that_was_closed_before_it_came_there() {
    let stage = Stage::set_up().await;
    let leads = &stage.company.leads_channel;
    stage.company.service.channel.denies_bot(SEND_MESSAGES);
    for hour in ["9:00", "10:00"] {
        let preview = drafted(&stage, &[("when", &format!("tomorrow {hour}")), ("repeat", "daily")]).await;
        schedules(&stage, &preview).await;
    }
    for (day, hour, posts, notices) in [(3, 9, 1, 1), (3, 10, 2, 2), (4, 9, 3, 2), (4, 10, 4, 2)] {
        stage.clock.set(crate::support::berlin(2026, 11, day, hour, 0) + chrono::TimeDelta::seconds(1));
        let has = |_: &_| stage.company.sales.channel.messages().len() == posts;
        stage.company.sales.channel.shows_where("one more post", has).await.expect("posted");
        let told = |_: &_| leads.messages().len() == notices;
        leads.shows_where("as many notices as plans", told).await.expect("told");
    }
    // The next notice comes after whatever the last runs wrote.
    let preview = drafted(&stage, &[]).await;
    stage.company.lead.clicks(&preview, "Post all the same").await.expect("answered");
    let has = |_: &_| leads.messages().len() == 3;
    leads.shows_where("the notice of the single one", has).await.expect("told");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_that_hangs_holds_up_neither_other_channels_nor_later_announcements() {
    let stage = Stage::set_up().await;
    let posts = format!("/channels/{}/messages", stage.company.sales.channel.id());
    let hangs = stage.standin.faults().until_cleared(Which::of("POST", &posts), Fault::Hang);
    let lead = &stage.company.lead;
    for wanted in 1..=2 {
        let preview = drafted(&stage, &[]).await;
        lead.clicks(&preview, "Post now").await.expect("answered");
        for department in [&stage.company.service, &stage.company.legal] {
            let has = |_: &_| department.channel.messages().len() == wanted;
            department.channel.shows_where("one more post", has).await.expect("posted");
        }
    }
    assert_eq!(counts(&stage)[0], 0);
    stage.standin.faults().clear(hangs);
    let has = |_: &_| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("both posts", has).await.expect("posted");
    assert_eq!(counts(&stage), [2, 2, 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn trying_again_for_a_department_that_has_moved_to_where_the_post_stands_comes_to_an_end() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    stage.company.legal.channel.delete();
    let preview = drafted(&stage, &[]).await;
    lead.clicks(&preview, "Post now").await.expect("answered");
    let notice = stage.company.leads_channel.shows("2 of 3 channels have it").await.expect("told");
    let options = [("department", "Legal"), ("channel", &*stage.company.sales.channel.mention())];
    let saved = stage.company.owner.runs("setup department edit", &options).await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
    let tried = lead.clicks(&notice, "Try again").await.expect("answered");
    assert!(tried.text().contains("has nowhere left to go") && tried.buttons().is_empty(), "{}", tried.rendered());
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered").rendered();
    assert!(!shown.contains("Try again"), "{shown}");
    assert_eq!(counts(&stage), [1, 1, 0]);
}
