//! Every way in which a connection can go wrong, and the bot serves again afterwards.

use std::time::Duration;

use groundswell::health::Readiness;
use groundswell::sandbox::StandIn;
use groundswell::sandbox::faults::{Fault, Which};
use rstest::rstest;

use super::support::{QUICK, RunningBot, serving, stand_in};

/// A command may fall into the gap; its event is then delivered after the resume.
fn patient(options: &mut groundswell::sandbox::StandInOptions) {
    options.first_answer = Duration::from_secs(20);
}

#[rstest]
#[case::abort(|standin: &StandIn| standin.gateway().abort())]
#[case::unknown_error(|standin: &StandIn| standin.gateway().close_with(4000))]
#[case::not_authenticated(|standin: &StandIn| standin.gateway().close_with(4003))]
#[case::going_away(|standin: &StandIn| standin.gateway().close_with(1001))]
#[case::asked_to_reconnect(|standin: &StandIn| standin.gateway().ask_to_reconnect())]
#[case::invalid_but_resumable(|standin: &StandIn| standin.gateway().invalidate(true))]
#[tokio::test(flavor = "multi_thread")]
async fn after_a_gentle_loss_the_session_goes_on(#[case] lose: fn(&StandIn)) {
    let (standin, _, owner, bot) = serving(patient).await;
    for times in 1..=3 {
        lose(&standin);
        standin.journal().until(|counts| counts.resumes == times).await;
        owner.runs("setup status", &[]).await.expect("answered after the loss");
    }
    assert_eq!(standin.journal().counts().identifies, 1);
    standin.assert_clean();
    bot.stop().await;
}

#[rstest]
#[case::invalid_sequence(|standin: &StandIn| standin.gateway().close_with(4007))]
#[case::session_timed_out(|standin: &StandIn| standin.gateway().close_with(4009))]
#[case::invalid_for_good(|standin: &StandIn| standin.gateway().invalidate(false))]
#[case::forgotten_meanwhile(|standin: &StandIn| {
    standin.gateway().forget_sessions();
    standin.gateway().abort();
})]
#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_gone_is_begun_anew_once(#[case] lose: fn(&StandIn)) {
    let (standin, _, owner, bot) = serving(patient).await;
    lose(&standin);
    standin.journal().until(|counts| counts.identifies == 2).await;
    owner.runs("setup status", &[]).await.expect("answered by the new session");
    assert_eq!(standin.journal().counts().identifies, 2);
    standin.assert_clean();
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_losses_lose_nothing_and_cost_one_identify() {
    let (standin, _, owner, bot) = serving(patient).await;
    for times in 1..=100 {
        let asking = tokio::spawn({
            let owner = owner.clone();
            async move { owner.runs("setup status", &[]).await }
        });
        standin.gateway().abort();
        standin.journal().until(|counts| counts.resumes == times).await;
        asking.await.expect("no panic").expect("answered, in the gap or after it");
    }
    assert_eq!(standin.journal().counts().identifies, 1);
    standin.assert_clean();
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_does_not_acknowledge_is_given_up() {
    let (standin, _, owner, bot) = serving(|options| {
        patient(options);
        options.heartbeat_ms = 300;
    })
    .await;
    standin.gateway().set_deaf(true);
    standin.journal().until(|counts| counts.disconnects > 0).await;
    standin.gateway().set_deaf(false);
    owner.runs("setup status", &[]).await.expect("answered once it hears again");
    assert!(standin.journal().counts().identifies <= 2);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_refuses_or_says_nothing_is_tried_again() {
    let (standin, guild, owner) = stand_in(patient).await;
    standin.gateway().set_refusing(true);
    let bot = RunningBot::start(standin.api_base(), QUICK);
    standin.journal().until(|counts| counts.refusals >= 3).await;
    standin.gateway().set_silent(true);
    standin.gateway().set_refusing(false);
    bot.health_says(Readiness::NotReady("silent")).await;
    standin.gateway().set_silent(false);
    standin.commands_registered(&guild).await;
    owner.runs("setup status", &[]).await.expect("answered");
    // The same in mid-life.
    standin.gateway().set_refusing(true);
    standin.gateway().abort();
    let refused = standin.journal().counts().refusals;
    standin.journal().until(|counts| counts.refusals >= refused + 5).await;
    standin.gateway().set_refusing(false);
    owner.runs("setup status", &[]).await.expect("answered again");
    assert_eq!(standin.journal().counts().identifies, 1, "the session outlived it");
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_delivered_twice_is_handled_once() {
    let (standin, guild, owner, bot) = serving(patient).await;
    let role = guild.add_role("Sales").mention();
    let channel = guild.channel("general").expect("every guild has it").mention();
    let options = [("name", "Sales"), ("role", role.as_str()), ("channel", channel.as_str())];
    let reply = owner.runs("setup department add", &options).await.expect("answered");
    assert!(reply.text().starts_with("Saved"), "{}", reply.text());
    standin.gateway().repeat_last_event();
    owner.runs("setup status", &[]).await.expect("answered");
    standin.journal().until_requests("POST", "/callback", 2).await;
    let callbacks = standin.journal().requests_to("POST", "/callback");
    // A first try that the machine was too slow for is repeated and answered with "already acknowledged".
    let taken = callbacks.iter().filter(|callback| callback.status == 204).count();
    let refused = callbacks.iter().filter(|callback| callback.code.is_some_and(|code| code != 40060)).count();
    assert_eq!((taken, refused), (2, 0), "one per interaction");
    standin.assert_clean();
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unreachable_api_is_tried_again_and_stopping_does_not_wait_for_it() {
    let (standin, guild, _) = stand_in(|_| {}).await;
    let gone = standin.faults().until_cleared(Which::all(), Fault::Status { code: 503, html: true });
    let bot = RunningBot::start(standin.api_base(), QUICK);
    bot.health_says(Readiness::NotReady("unreachable")).await;
    standin.faults().clear(gone);
    standin.commands_registered(&guild).await;
    bot.health_says(Readiness::Ready).await;
    bot.stop().await;

    // Nobody listens there at all, or somebody who never answers: stopping comes at once all the same.
    let hung = standin.faults().until_cleared(Which::all(), Fault::Hang);
    for address in ["http://127.0.0.1:9", standin.api_base()] {
        let bot = RunningBot::start(address, QUICK);
        tokio::task::yield_now().await;
        tokio::time::timeout(Duration::from_secs(5), bot.stop()).await.expect("at once");
    }
    assert!(standin.faults().strikes(hung) <= 1);
}
