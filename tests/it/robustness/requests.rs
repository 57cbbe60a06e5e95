//! What becomes of a request when Discord's HTTP side fails: the outcome is as promised, or in doubt and told so.

use std::time::Duration;

use groundswell::discord::messenger::Messenger;
use groundswell::discord::rest::Rest;
use groundswell::domain::ids::ChannelId;
use groundswell::sandbox::StandIn;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Guild, Visibility};
use groundswell::sandbox::rules::rate::Scope;
use groundswell::service::ports::{Chat, ChatError};
use groundswell::texts::message::Message;
use rstest::rstest;

use super::support::{serving, stand_in};
use crate::support::TOKEN;

fn messenger(standin: &StandIn) -> (Messenger, Rest) {
    let rest = Rest::new(standin.api_base(), &TOKEN.to_owned().into()).expect("a client");
    (Messenger::new(rest.clone()), rest)
}

fn hello() -> Message {
    Message { content: "Hello".to_owned(), ..Message::default() }
}

fn room(guild: &Guild, name: &str) -> ChannelId {
    guild.add_channel(name, Visibility::Everyone).id().to_string().parse().expect("an id")
}

const LIMITED: Fault = Fault::TooMany { scope: Scope::User, retry_after: 0.1 };

#[rstest]
#[case(LIMITED)]
#[case(Fault::TooMany { scope: Scope::Global, retry_after: 0.1 })]
#[case(Fault::TooMany { scope: Scope::Shared, retry_after: 0.1 })]
#[tokio::test(flavor = "multi_thread")]
async fn a_post_that_was_turned_away_is_tried_again(#[case] fault: Fault) {
    let (standin, guild, _) = stand_in(|_| {}).await;
    let channel = guild.channel("general").expect("every guild has it");
    standin.faults().times(2, Which::of("POST", "/channels/*/messages"), fault);
    let (messenger, _) = messenger(&standin);
    let id = channel.id().to_string().parse().expect("an id");
    let posted = messenger.post(id, &hello(), Some("delivery-1")).await.expect("posted in the end");
    assert_eq!(channel.messages().len(), 1);
    assert_eq!(channel.messages()[0].id().to_string(), posted.to_string());
}

/// Whoever posts looks for the message first: that is right on servers that know no nonce, too.
#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_post_in_doubt_is_not_repeated_blindly(
    #[values(
        Fault::Status { code: 503, html: false },
        Fault::Status { code: 502, html: true },
        Fault::HalfBody,
        Fault::GarbageBody,
        Fault::DropAfterApply,
        Fault::DropBeforeApply
    )]
    fault: Fault,
    #[values(None, Some("delivery-1"))] nonce: Option<&str>,
) {
    let (standin, guild, _) = stand_in(|_| {}).await;
    let channel = guild.channel("general").expect("every guild has it");
    let id = channel.id().to_string().parse().expect("an id");
    standin.faults().times(1, Which::of("POST", "/channels/*/messages"), fault);
    let (messenger, _) = messenger(&standin);
    assert_eq!(messenger.post(id, &hello(), nonce).await, Err(ChatError::Unknown));
    assert!(channel.messages().len() <= 1);
    assert!(standin.journal().requests_to("POST", "/messages").len() <= 1, "sent once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_post_is_found_behind_more_than_a_page_of_others_but_not_before_its_time() {
    let (standin, guild, _) = stand_in(|_| {}).await;
    let channel = guild.channel("general").expect("every guild has it");
    let id = channel.id().to_string().parse().expect("an id");
    let (messenger, _) = messenger(&standin);
    let posted = messenger.post(id, &hello(), None).await.expect("posted");
    let person = guild.add_member("Ana", &[]);
    for number in 0..220 {
        person.says(&channel, &format!("Message {number}")).expect("said");
    }
    let since = channel.messages()[0].id().time();
    assert_eq!(messenger.find_same(id, &hello(), since).await, Ok(Some(posted)));
    let long_after = since + chrono::TimeDelta::hours(1);
    assert_eq!(messenger.find_same(id, &hello(), long_after).await, Ok(None));
}

#[tokio::test(flavor = "multi_thread")]
async fn five_tries_are_the_most_and_a_forbidden_target_is_tried_once() {
    let (standin, guild, _) = stand_in(|_| {}).await;
    let id = room(&guild, "target");
    let failing =
        standin.faults().until_cleared(Which::of("GET", "/channels"), Fault::Status { code: 500, html: false });
    let (messenger, rest) = messenger(&standin);
    assert_eq!(messenger.find_same(id, &hello(), chrono::DateTime::UNIX_EPOCH).await, Err(ChatError::Unavailable));
    assert_eq!(standin.faults().strikes(failing), 5);
    standin.faults().clear(failing);
    guild.channel("target").expect("there").denies_bot(1 << 11);
    assert_eq!(messenger.post(id, &hello(), Some("m")).await, Err(ChatError::Forbidden(50013)));
    assert_eq!(rest.invalid_requests(), 1);
}

#[rstest]
#[case(Scope::User)]
#[case(Scope::Global)]
#[case(Scope::Cloudflare)]
#[tokio::test(flavor = "multi_thread")]
async fn a_storm_of_429_meets_a_bot_that_waits_and_loses_nothing(#[case] scope: Scope) {
    let (standin, guild, _) = stand_in(|_| {}).await;
    let storm = standin.faults().until_cleared(Which::all(), Fault::TooMany { scope, retry_after: 0.05 });
    let (messenger, rest) = messenger(&standin);
    let mut posting = tokio::task::JoinSet::new();
    for number in 0..30 {
        let (messenger, id) = (messenger.clone(), room(&guild, &format!("room-{number}")));
        posting.spawn(async move { messenger.post(id, &hello(), Some(&format!("nonce-{number}"))).await });
    }
    // Everybody has been refused; then the storm ends.
    standin.faults().struck(storm, 31).await;
    standin.faults().clear(storm);
    while let Some(posted) = posting.join_next().await {
        posted.expect("no panic").expect("posted in the end");
    }
    assert!(rest.invalid_requests() < 50, "{}", rest.invalid_requests());
    let messages: usize = guild.channels().iter().map(|channel| channel.messages().len()).sum();
    assert_eq!(messages, 30);
}

#[rstest]
#[case(LIMITED)]
#[case(Fault::Status { code: 502, html: true })]
#[case(Fault::HalfBody)]
#[case(Fault::DropAfterApply)]
#[case(Fault::DropBeforeApply)]
#[case(Fault::Hang)]
#[tokio::test(flavor = "multi_thread")]
async fn a_first_answer_gets_through_a_fault(#[case] fault: Fault) {
    let (standin, _, owner, bot) = serving(|_| {}).await;
    standin.faults().times(1, Which::under("/interactions"), fault);
    let reply = owner.runs("setup timezone", &[("zone", "Europe/Berlin")]).await.expect("answered");
    assert!(reply.text().contains("Europe/Berlin"), "{}", reply.text());
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_takes_long_shows_thinking_and_then_the_answer_even_if_its_edit_fails_at_first() {
    let (standin, _, owner, bot) = serving(|_| {}).await;
    let slow = Fault::Latency(Duration::from_millis(1600));
    standin.faults().until_cleared(Which::of("GET", "/guilds/*/roles/member-counts"), slow);
    for fault in [Fault::Status { code: 500, html: false }, LIMITED, Fault::DropAfterApply] {
        standin.faults().times(1, Which::of("PATCH", "/webhooks"), fault);
        let reply = owner.runs("setup status", &[]).await.expect("answered");
        assert!(reply.is_ephemeral() && reply.rendered().contains("Set-up"), "{}", reply.rendered());
    }
    let kinds: Vec<_> = standin
        .journal()
        .requests_to("POST", "/callback")
        .iter()
        .map(|callback| callback.body["type"].clone())
        .collect();
    assert_eq!(kinds, [5, 5, 5], "thinking first");
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_are_registered_through_faults() {
    let (standin, guild, _) = stand_in(|_| {}).await;
    for fault in [Fault::Status { code: 503, html: true }, LIMITED, Fault::GarbageBody, Fault::DropAfterApply] {
        standin.faults().times(1, Which::under("/applications"), fault);
    }
    let bot = super::support::RunningBot::start(standin.api_base(), super::support::QUICK);
    standin.commands_registered(&guild).await;
    standin.assert_clean();
    bot.stop().await;
}
