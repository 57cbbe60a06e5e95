//! What cannot be mended ends the bot with its sentence.

use rstest::rstest;

use groundswell::sandbox::faults::{Fault, Which};

use super::support::{QUICK, RunningBot, serving, stand_in};

#[rstest]
#[case(4004, "refused the token")]
#[case(4010, "sharded")]
#[case(4011, "sharded")]
#[case(4012, "for good (code 4012)")]
#[case(4013, "refused the intents")]
#[case(4014, "refused the intents")]
#[tokio::test(flavor = "multi_thread")]
async fn a_close_code_that_forbids_another_try_ends_the_bot(#[case] code: u16, #[case] says: &str) {
    let (standin, _, _, bot) = serving(|_| {}).await;
    standin.gateway().close_with(code);
    let words = bot.last_words().await;
    assert!(words.contains(says), "{words}");
    assert_eq!(standin.journal().counts().identifies, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_refused_at_the_start_or_in_mid_life_ends_the_bot() {
    let (standin, _, _) = stand_in(|_| {}).await;
    standin.reset_token("another");
    let words = RunningBot::start(standin.api_base(), QUICK).last_words().await;
    assert!(words.contains("DISCORD_TOKEN"), "{words}");
    assert_eq!(standin.journal().counts().auth_failures, 1, "asked once");

    let (standin, _, owner, bot) = serving(|_| {}).await;
    standin.reset_token("another");
    // Answers to interactions need no token of the bot's; what it asks for on the way does.
    let asked = owner.runs("setup status", &[]).await;
    let words = bot.last_words().await;
    assert!(words.contains("refused the token"), "{words}");
    assert!(standin.journal().counts().auth_failures <= 2);
    drop(asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_error_at_the_first_request_is_no_reason_to_end() {
    let (standin, guild, _) = stand_in(|_| {}).await;
    standin.faults().times(7, Which::of("GET", "/gateway/bot"), Fault::GarbageBody);
    let bot = RunningBot::start(standin.api_base(), QUICK);
    standin.commands_registered(&guild).await;
    bot.stop().await;
}
