//! The gateway, with a real client on the other side.

use groundswell::sandbox::language::Visibility;

use super::support::{Bot, stand_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_real_client_connects_and_understands_everything() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    guild.add_channel("sales", Visibility::Everyone);
    let bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let role = guild.add_role("Sales");
    role.set_mentionable(true);
    guild.add_channel("later", Visibility::Roles(&[role.clone()])).delete();
    role.delete();
    // An interaction comes after all of these, so its answer says that they have been read.
    let ana = guild.add_member("Ana Ruiz", &[]);
    ana.runs("try later", &[]).await.expect("answered");
    let seen = bot.seen.lock().expect("no panic").clone();
    assert!(seen.iter().all(|event| !event.starts_with("unknown")), "{seen:?}");
    for event in [
        "READY",
        "GUILD_CREATE",
        "GUILD_ROLE_CREATE",
        "GUILD_ROLE_UPDATE",
        "GUILD_ROLE_DELETE",
        "CHANNEL_CREATE",
        "CHANNEL_DELETE",
        "INTERACTION_CREATE",
    ] {
        assert!(bot.saw(event) > 0, "{event} is missing in {seen:?}");
    }
    assert_eq!(standin.journal().counts().identifies, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_connection_is_resumed_and_what_was_missed_comes_after() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let ana = guild.add_member("Ana Ruiz", &[]);
    standin.gateway().abort();
    // Sent into the gap, or right after it: answered all the same.
    let reply = ana.runs("try later", &[]).await.expect("answered after the resume");
    assert_eq!(reply.text(), "Here it is");
    let counts = standin.journal().counts();
    assert_eq!((counts.identifies, counts.resumes), (1, 1));
    assert_eq!(bot.saw("RESUMED"), 1);
}
