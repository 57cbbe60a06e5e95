//! Open waves in memory: their keys and what was frozen for them, so that no tap reads a key file.
//!
//! It must never outlive the key file: whoever destroys that calls [`OpenWaves::forget`]. Keys are wiped when dropped.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use tokio::sync::OwnedMutexGuard;

use super::taps::{self, Taps};
use super::{Services, Wave};
use crate::domain::ids::{GuildId, WaveId};
use crate::domain::pulses::Response;
use crate::domain::snapshot::Group;
use crate::domain::waves::{AskedDepartment, WaveState};
use crate::privacy::answers::{self, CipherError};
use crate::privacy::keys::{KeyError, KeyVault, WaveKeys};
use crate::privacy::tokens::Token;
use crate::service::failure::{Failure, UserError};
use crate::store::{self, GuildStore, StoreConnection, StoreError};
use crate::values;

/// All open waves that were used since the start.
#[derive(Debug, Default)]
pub struct OpenWaves {
    open: Mutex<HashMap<(GuildId, WaveId), Arc<OpenWave>>>,
    taps: Taps,
    work: Mutex<HashMap<GuildId, Arc<tokio::sync::Mutex<()>>>>,
}

/// One open wave.
#[derive(Debug)]
pub struct OpenWave {
    /// What was frozen at launch.
    pub wave: Wave,
    /// Whom it asks.
    pub asked: Vec<AskedDepartment>,
    /// Its keys.
    pub keys: WaveKeys,
}

impl OpenWaves {
    /// A wave with its keys, from memory or from the guild's folder.
    ///
    /// # Errors
    /// A sentence where the wave is unknown to this guild, no longer open, or its keys can't be had.
    pub async fn get(&self, store: &GuildStore, guild: GuildId, id: WaveId) -> Result<Arc<OpenWave>, Failure> {
        let known = self.open.lock().expect("no panic while held").get(&(guild, id)).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let (wave, asked) = {
            let mut reader = store.reader().await?;
            let wave: Option<Wave> = store::waves::find_wave(&mut reader, id).await?;
            let wave = wave.ok_or_else(|| UserError::new("common.error.unknown_control"))?;
            (wave, store::waves::list_asked(&mut reader, id).await?)
        };
        if wave.state.is_to_open() {
            return Err(UserError::new("pulse.error.not_yet").into());
        }
        if wave.state != WaveState::Open {
            return Err(over(Some(wave.state)).into());
        }
        let vault = vault(store)?;
        // Read and kept in one go: keys whose file is destroyed in between would stay here for ever.
        let mut held = self.open.lock().expect("no panic while held");
        let keys = vault.wave_keys(id).map_err(told)?;
        let open = Arc::new(OpenWave { wave, asked, keys });
        held.insert((guild, id), Arc::clone(&open));
        Ok(open)
    }

    /// The same, or one that is closed and not yet counted: its answers can still be found, by whoever gave them.
    pub async fn find(&self, store: &GuildStore, guild: GuildId, wave: &Wave) -> Result<Arc<OpenWave>, Failure> {
        if wave.state != WaveState::Closing {
            return self.get(store, guild, wave.id).await;
        }
        // Not kept: nobody answers any more, and its keys are about to be destroyed.
        let keys = vault(store)?.wave_keys(wave.id).map_err(told)?;
        Ok(Arc::new(OpenWave { wave: wave.clone(), asked: Vec::new(), keys }))
    }

    /// Counts a tap on an open wave.
    ///
    /// # Errors
    /// A sentence where it is one too many within a minute.
    pub fn count_tap(&self, token: &Token, now: DateTime<Utc>) -> Result<(), UserError> {
        let too_fast = || UserError::with("pulse.error.too_fast", values! { max => taps::MOST });
        if self.taps.count(token, now) { Ok(()) } else { Err(too_fast()) }
    }

    /// Forgets how many taps there were in a minute that is over.
    pub fn forget_taps(&self, now: DateTime<Utc>) {
        self.taps.forget(now);
    }

    /// Drops a wave's keys from memory; after their file was destroyed, so that nobody can bring them back.
    pub fn forget(&self, guild: GuildId, id: WaveId) {
        self.open.lock().expect("no panic while held").remove(&(guild, id));
    }

    /// Drops all keys of a guild from memory; after their files were destroyed.
    pub fn forget_guild(&self, guild: GuildId) {
        self.open.lock().expect("no panic while held").retain(|(known, _), _| *known != guild);
    }

    /// Waits until nobody else posts, seals or tells for this guild. Answering doesn't need it.
    pub async fn work_on(&self, guild: GuildId) -> OwnedMutexGuard<()> {
        let turn = Arc::clone(self.work.lock().expect("no panic while held").entry(guild).or_default());
        turn.lock_owned().await
    }
}

/// Why a wave takes no answers any more.
pub(super) fn over(state: Option<WaveState>) -> UserError {
    UserError::new(match state {
        Some(WaveState::Cancelling | WaveState::Cancelled | WaveState::Dropped) => "pulse.error.cancelled",
        _ => "pulse.error.closed",
    })
}

/// A guild's key files.
pub(super) fn vault(store: &GuildStore) -> Result<KeyVault, Failure> {
    Ok(KeyVault::open(store.keys_folder()).map_err(anyhow::Error::from)?)
}

/// A lost or spoilt key is a state that people are told; nothing under it is touched.
pub(super) fn told(error: KeyError) -> Failure {
    match error {
        KeyError::Missing | KeyError::WrongSize { .. } => {
            tracing::error!(cause = %error, "the keys of an open wave can't be used; its rows are kept");
            UserError::new("pulse.error.no_key").into()
        }
        other => Failure::Internal(other.into()),
    }
}

/// So many rows, or one in a hundred, may be spoilt and are left out without anybody being asked; our own judgement.
const FEW: usize = 3;

/// Where one row in so many doesn't open, or more, the key counts as a wrong one; where fewer don't, leads decide. Our own
/// judgement: a wrong key opens nothing but what was answered since it was put there.
const ONE_IN: usize = 3;

/// Whether so few rows don't open that they may be spoilt.
pub(super) fn are_few(good: usize, spoilt: usize) -> bool {
    spoilt <= (good / 100).max(FEW) && good > 0
}

/// Whether so many rows don't open that the key is not theirs.
pub(super) fn is_wrong_key(good: usize, spoilt: usize) -> bool {
    spoilt > 0 && !are_few(good, spoilt) && spoilt * ONE_IN >= good + spoilt
}

/// Whether the keys at hand are those of a wave's answers: where they aren't, nobody's can be found.
pub(in crate::service) async fn has_right_key(
    connection: &mut StoreConnection,
    open: &OpenWave,
) -> Result<bool, StoreError> {
    let (mut good, mut spoilt) = (0, 0);
    let count = |_, opened: Result<Response, _>| match opened {
        Ok(_) => good += 1,
        Err(_) => spoilt += 1,
    };
    for_each_response(connection, open.wave.id, &open.keys, count).await?;
    Ok(!is_wrong_key(good, spoilt))
}

/// Calls `look` with every row of a wave as it opens under `keys`, or why it doesn't.
///
/// One that doesn't open, such as one spoilt on the disk, is no answer, at the seal and before: it must not keep
/// everybody else's from being counted.
pub(super) async fn for_each_response(
    connection: &mut StoreConnection,
    wave: WaveId,
    keys: &WaveKeys,
    mut look: impl FnMut(Token, Result<Response, CipherError>),
) -> Result<(), StoreError> {
    let open = |token, sealed: &[u8]| {
        let token = Token::from_bytes(token);
        let opened = answers::decrypt(keys, wave, &token, sealed);
        look(token, opened);
    };
    store::answers::for_each_answer(connection, wave, open).await
}

/// How many people of each group of an open wave have answered anything that would count now. Answers are read for this
/// and forgotten at once.
pub(super) async fn answered(
    services: &Services,
    guild: GuildId,
    store: &GuildStore,
    wave: &Wave,
) -> Result<BTreeMap<Group, u32>, Failure> {
    let open = services.waves.get(store, guild, wave.id).await?;
    let mut answered: BTreeMap<Group, u32> = BTreeMap::new();
    let count = |_, opened| {
        let Ok::<Response, _>(response) = opened else { return };
        for (group, count) in wave.partition.answered([&response]) {
            *answered.entry(group).or_default() += count;
        }
    };
    for_each_response(&mut *store.reader().await?, wave.id, &open.keys, count).await?;
    Ok(wave.partition.counted(answered, wave.thresholds))
}
