//! From the last answer to final results (the seal), or to nothing (calling off).
//!
//! The seal is a row of steps, each repeatable: whoever finds a wave between two of them goes on from there.
//!
//! 1. [`stop_intake`]: `open → closing`. Answers are written in IMMEDIATE transactions that look at the state, so once
//!    this has committed none can follow.
//! 2. [`count`]: comments are read, then one transaction: decrypt, coarsen, snapshot, comments; rows deleted; `closing → sealing`.
//! 3. [`destroy_keys`]: on the disk when it returns.
//! 4. [`rewrite`]: the database without free pages.
//! 5. [`empty_log`]: the write-ahead log is emptied. A long reader stops this; it is tried again.
//! 6. [`mark_final`]: `sealing → sealed`. Only now a result can be read.

use rand::SeedableRng;
use rand::rngs::SysRng;
use rand_chacha::ChaCha20Rng;

use super::open_waves::{self, for_each_response, told, vault};
use super::{Services, Wave, comment_readings};
use crate::domain::banding::participation_step;
use crate::domain::ids::{GuildId, WaveId};
use crate::domain::pulses::Response;
use crate::domain::snapshot::Group;
use crate::domain::waves::WaveState;
use crate::privacy::keys::WaveKeys;
use crate::privacy::{answers, comments, suppression};
use crate::service::champions::readings as reports;
use crate::service::failure::{Failure, UserError};
use crate::store::{self, GuildStore, Tx};
use crate::values;

/// The key of the sentence that some rows don't open, though the key is the right one.
pub(super) const SPOILT: &str = "pulse.error.spoilt";

/// Which rows that don't open are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LeaveOut {
    Few,
    /// As many as may be spoilt under the right key: a lead said so.
    Spoilt,
}

/// How often emptying the log is tried at once before it is left for later.
const TRIES: u32 = 3;

/// Takes a wave that no longer takes answers to its end, from whatever step it is at. Says whether it got there; if
/// not, a reader stood in the way and it must be tried again.
pub async fn finish(services: &Services, guild: GuildId, wave: WaveId) -> Result<bool, Failure> {
    finish_but(services, guild, wave, LeaveOut::Few).await
}

/// The same, without the rows that don't open, however many these are under the right key.
pub(super) async fn finish_without_spoilt(services: &Services, guild: GuildId, wave: WaveId) -> Result<bool, Failure> {
    finish_but(services, guild, wave, LeaveOut::Spoilt).await
}

async fn finish_but(services: &Services, guild: GuildId, wave: WaveId, left_out: LeaveOut) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    count_but(services, &store, wave, left_out).await?;
    let state = super::get_wave(&store, wave).await?.state;
    if state.is_final() {
        return Ok(true);
    }
    destroy_keys(services, &store, guild, wave)?;
    rewrite(&store).await?;
    for _ in 0..TRIES {
        if empty_log(&store).await? {
            mark_final(&store, wave).await?;
            return Ok(true);
        }
    }
    tracing::warn!("a reader keeps the write-ahead log from being emptied; results wait for it");
    Ok(false)
}

/// Step 1. Says whether the wave was open.
pub async fn stop_intake(services: &Services, guild: GuildId, wave: WaveId) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    let was_open = stop(services, &mut tx, wave).await?;
    tx.commit().await?;
    Ok(was_open)
}

/// The same as part of a transaction.
pub(super) async fn stop(services: &Services, tx: &mut Tx, wave: WaveId) -> Result<bool, Failure> {
    let was_open = store::waves::mark_state(tx, wave, WaveState::Open, WaveState::Closing).await?;
    if was_open {
        store::waves::mark_closed_at(tx, wave, services.clock.now()).await?;
    }
    Ok(was_open)
}

/// Step 2. Does nothing unless the wave is `closing`.
pub async fn count(services: &Services, store: &GuildStore, id: WaveId) -> Result<(), Failure> {
    count_but(services, store, id, LeaveOut::Few).await
}

async fn count_but(services: &Services, store: &GuildStore, id: WaveId, left_out: LeaveOut) -> Result<(), Failure> {
    // Before the transaction, as it may take a while; no answer changes any more.
    let readings = comment_readings::of_wave(services, store, id).await?;
    if reports::read_due(services, store, id).await.is_err() {
        tracing::error!("champions' reports could not be read for the seal; what was read of them before counts");
    }
    let mut tx = store.begin().await?;
    let wave: Option<Wave> = store::waves::find_wave(&mut tx, id).await?;
    let Some(wave) = wave.filter(|wave| wave.state == WaveState::Closing) else { return Ok(()) };
    let vault = vault(store)?;
    let keys = vault.wave_keys(id).map_err(told)?;
    let responses = read_all(&mut tx, &wave, &keys, left_out).await?;

    let mut snapshot = suppression::snapshot(&wave.partition, &wave.set.items, &responses, wave.thresholds);

    // A try that broke off before its commit may have left a retention key, under which nothing lies.
    vault.destroy_retention_key(id).map_err(anyhow::Error::from)?;
    let mut random = ChaCha20Rng::try_from_rng(&mut SysRng).map_err(anyhow::Error::from)?;
    let released = comments::release(&wave.partition, &responses, wave.thresholds, &mut random);
    snapshot.comments = readings.together(&released, wave.thresholds);
    snapshot.reports = reports::together(services, &mut tx, &wave, &snapshot).await?;
    store::snapshots::insert_snapshot(&mut tx, id, &snapshot).await?;
    if !released.is_empty() {
        let retention = vault.create_retention_key(id).map_err(anyhow::Error::from)?;
        for comment in &released {
            let json = super::comments::to_stored(comment)?;
            let sealed = answers::encrypt_comment(&retention, id, comment.id, &json).map_err(anyhow::Error::from)?;
            store::snapshots::insert_comment(&mut tx, id, comment.id.as_bytes(), &sealed).await?;
        }
    }
    store::answers::delete_answers(&mut tx, id).await?;
    store::waves::mark_state(&mut tx, id, WaveState::Closing, WaveState::Sealing).await?;
    tx.commit().await?;
    Ok(())
}

/// Every row's response with the group that it counts under.
///
/// A few rows that don't open, such as ones spoilt on the disk, are left out: one of them must not keep everybody's answers
/// from being counted and made anonymous. Of more, leads decide. Where a third or more don't open, the key is a wrong one,
/// and all rows stay: another file was put in its place, and what was answered since opens under that.
async fn read_all(
    tx: &mut Tx,
    wave: &Wave,
    keys: &WaveKeys,
    left_out: LeaveOut,
) -> Result<Vec<(Group, Response)>, Failure> {
    let mut responses = Vec::new();
    let mut failed = None;
    let mut unreadable = 0_usize;
    let look = |_, opened| match opened {
        Ok(response @ Response { department, .. }) => responses.push((wave.partition.group_of(department), response)),
        Err(error) => (failed, unreadable) = (Some(error), unreadable + 1),
    };
    for_each_response(tx, wave.id, keys, look).await?;
    let Some(error) = failed else { return Ok(responses) };
    let is_few = open_waves::are_few(responses.len(), unreadable);
    // Leads who count the others were offered that with a right key; since then, good rows may have been taken back.
    let is_judged = left_out == LeaveOut::Few || responses.is_empty();
    let is_wrong_key = is_judged && open_waves::is_wrong_key(responses.len(), unreadable);
    if is_wrong_key {
        tracing::error!(cause = %error, "too many answers don't open under the key of their pulse; all are kept");
        return Err(UserError::new("pulse.error.no_key").into());
    }
    if !is_few && left_out == LeaveOut::Few {
        let count = participation_step(u32::try_from(unreadable).unwrap_or(u32::MAX));
        let values = values! { title => &wave.set.title, count => count.max(1) };
        return Err(UserError::with(SPOILT, values).into());
    }
    tracing::error!(unreadable, "answers that no longer open were left out of a pulse's results");
    Ok(responses)
}

/// Step 3.
pub fn destroy_keys(services: &Services, store: &GuildStore, guild: GuildId, wave: WaveId) -> Result<(), Failure> {
    let destroyed = vault(store)?.destroy_wave_keys(wave);
    services.waves.forget(guild, wave);
    Ok(destroyed.map_err(anyhow::Error::from)?)
}

/// Step 4.
pub async fn rewrite(store: &GuildStore) -> Result<(), Failure> {
    Ok(store.rewrite().await?)
}

/// Step 5. Says whether the log is empty.
pub async fn empty_log(store: &GuildStore) -> Result<bool, Failure> {
    Ok(store.empty_log().await?)
}

/// Step 6.
pub async fn mark_final(store: &GuildStore, wave: WaveId) -> Result<(), Failure> {
    let mut tx = store.begin().await?;
    store::waves::mark_state(&mut tx, wave, WaveState::Sealing, WaveState::Sealed).await?;
    store::waves::mark_state(&mut tx, wave, WaveState::Cancelling, WaveState::Cancelled).await?;
    tx.commit().await?;
    Ok(())
}
