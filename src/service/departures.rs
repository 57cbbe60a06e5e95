//! Servers that the bot was taken off: noted, cancelled when it comes back, and after thirty days forgotten with all
//! that was kept of them (promises.md P14).
//!
//! An outage is no departure: Discord tells the two apart.

use chrono::{DateTime, TimeDelta, Utc};

use super::Services;
use super::failure::Failure;
use crate::domain::ids::GuildId;
use crate::privacy::keys::KeyVault;
use crate::store;
use crate::store::departure::Departure;

/// How long a server's folder is kept after the bot was taken off it.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// Notes that the bot is not on a server: `told` by Discord, or missing from the list when it connected.
pub async fn left(services: &Services, guild: GuildId, told: bool) -> Result<(), Failure> {
    if !services.data.guild_folder(guild).is_dir() {
        return Ok(());
    }
    let store = services.store(guild).await?;
    let known = store::departure::find_departure(&mut *store.reader().await?).await?;
    if known.is_some_and(|known| known.told || !told) {
        return Ok(());
    }
    let mut tx = store.begin().await?;
    store::departure::insert_departure(&mut tx, Departure { since: services.clock.now(), told }).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    tracing::info!(told, "the bot is not on a server any more; its data is kept for 30 days");
    Ok(())
}

/// The bot is on a server, perhaps again: nothing is forgotten.
pub async fn returned(services: &Services, guild: GuildId) -> Result<(), Failure> {
    if !services.data.guild_folder(guild).is_dir() {
        return Ok(());
    }
    let store = services.store(guild).await?;
    if store::departure::find_departure(&mut *store.reader().await?).await?.is_none() {
        return Ok(());
    }
    let mut tx = store.begin().await?;
    let was_gone = store::departure::delete_departure(&mut tx).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    if was_gone {
        tracing::info!("the bot is back on a server; its data stays");
    }
    Ok(())
}

/// The bot is on these servers and no others.
pub async fn only_in(services: &Services, guilds: &[GuildId]) -> Result<(), Failure> {
    for guild in services.data.list_guilds().map_err(anyhow::Error::from)? {
        if guilds.contains(&guild) {
            returned(services, guild).await?;
        } else {
            left(services, guild, false).await?;
        }
    }
    Ok(())
}

/// Whether Discord said that the bot is not on this server: then nothing is posted there.
pub async fn is_gone(services: &Services, guild: GuildId) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let departure = store::departure::find_departure(&mut *store.reader().await?).await?;
    Ok(departure.is_some_and(|departure| departure.told))
}

/// Forgets a server whose time is over, and says when that will be. For the scheduler; repeatable, and the last thing
/// that it does for a server.
///
/// # Errors
/// What kept the folder from being removed. It is tried again.
pub async fn purge_gone(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let departure = store::departure::find_departure(&mut *store.reader().await?).await?;
    let Some(departure) = departure else { return Ok(None) };
    let due = departure.since + KEPT;
    if services.clock.now() < due {
        return Ok(Some(due));
    }
    // Keys first, so that whatever is left of the rest anywhere is noise.
    let _alone = services.waves.work_on(guild).await;
    KeyVault::open(store.keys_folder()).and_then(|vault| vault.destroy_all()).map_err(anyhow::Error::from)?;
    services.waves.forget_guild(guild);
    drop(store);
    services.data.remove_guild(guild).await.map_err(anyhow::Error::from)?;
    tracing::info!("a server that the bot left 30 days ago was forgotten, with all that was kept of it");
    Ok(None)
}
