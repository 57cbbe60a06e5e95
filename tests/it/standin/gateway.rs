//! The gateway, with a real client on the other side.

use std::time::Duration;

use groundswell::sandbox::StandIn;
use groundswell::sandbox::language::{Guild, Member, Visibility};

use serenity::all::GatewayIntents;

use super::support::{Bot, TOKEN, clock, refused, stand_in, stand_in_with};

async fn connected() -> (StandIn, Guild, Member, Bot) {
    // Some of these wait for a client to come back, which serenity does after five seconds at the soonest.
    let standin = stand_in_with(&clock(), |options| options.first_answer = Duration::from_secs(60)).await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let ana = guild.add_member("Ana Ruiz", &[]);
    (standin, guild, ana, bot)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_client_connects_and_understands_everything() {
    let (standin, guild, ana, bot) = connected().await;
    let role = guild.add_role("Sales");
    role.set_mentionable(true);
    let room = guild.add_channel("later", Visibility::Roles(std::slice::from_ref(&role)));
    room.rename("sooner");
    room.delete();
    role.delete();
    guild.set_available(false);
    guild.set_available(true);
    // An interaction comes after all of these, so its answer says that they have been read.
    ana.runs("try later", &[]).await.expect("answered");
    for event in [
        "READY",
        "GUILD_CREATE",
        "GUILD_DELETE",
        "GUILD_ROLE_CREATE",
        "GUILD_ROLE_UPDATE",
        "GUILD_ROLE_DELETE",
        "CHANNEL_CREATE",
        "CHANNEL_UPDATE",
        "CHANNEL_DELETE",
        "INTERACTION_CREATE",
    ] {
        bot.sees(event, 1).await;
    }
    let seen = bot.seen.borrow().clone();
    assert!(seen.iter().all(|event| !event.starts_with("unknown")), "{seen:?}");
    assert_eq!(standin.journal().counts().identifies, 1);
    standin.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn after_any_gentle_loss_the_session_is_resumed_and_what_was_missed_comes_after() {
    let (standin, _, ana, bot) = connected().await;
    let losses: [fn(&StandIn); 4] = [
        |standin| standin.gateway().abort(),
        |standin| standin.gateway().close_with(4000),
        |standin| standin.gateway().ask_to_reconnect(),
        |standin| standin.gateway().invalidate(true),
    ];
    for (number, lose) in losses.into_iter().enumerate() {
        lose(&standin);
        // Sent into the gap, or right after it: answered all the same.
        let reply = ana.runs("try later", &[]).await.expect("answered after the resume");
        assert_eq!(reply.text(), "Here it is");
        let times = number as u64 + 1;
        standin.journal().until(|counts| counts.resumes == times).await;
        bot.sees("RESUMED", number + 1).await;
    }
    assert_eq!(standin.journal().counts().identifies, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_gone_is_begun_anew() {
    let (standin, _, ana, _bot) = connected().await;
    standin.gateway().close_with(4009);
    standin.journal().until(|counts| counts.identifies == 2).await;
    ana.runs("try later", &[]).await.expect("answered by the new session");
    assert_eq!(standin.journal().counts().resumes, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_delivered_twice_arrives_twice() {
    let (standin, _, ana, bot) = connected().await;
    ana.runs("try later", &[]).await.expect("answered");
    standin.gateway().repeat_last_event();
    ana.runs("try later", &[]).await.expect("answered");
    bot.sees("INTERACTION_CREATE", 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_and_a_privileged_intent_end_the_client() {
    let standin = stand_in().await;
    standin.add_guild("Nordlicht Logistics");
    let asks = refused(&standin, TOKEN, GatewayIntents::GUILDS | GatewayIntents::MESSAGE_CONTENT).await;
    assert!(asks.contains("intents"), "{asks}");
    standin.gateway().set_refusing(true);
    let connecting = tokio::spawn({
        let standin = standin.clone();
        async move { refused(&standin, TOKEN, GatewayIntents::GUILDS).await }
    });
    // REST knew the token still; the gateway hears of the reset.
    standin.journal().until(|counts| counts.refusals > 0).await;
    standin.reset_token("another");
    standin.gateway().set_refusing(false);
    let wrong = connecting.await.expect("no panic");
    assert!(wrong.contains("authentication"), "{wrong}");
    assert_eq!(standin.journal().counts().auth_failures, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_acknowledgements_the_client_gives_the_connection_up() {
    let standin = stand_in_with(&clock(), |options| options.heartbeat_ms = 500).await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    standin.gateway().set_deaf(true);
    standin.journal().until(|counts| counts.disconnects > 0).await;
    standin.gateway().set_deaf(false);
    standin.journal().until(|counts| counts.identifies == 2).await;
}
