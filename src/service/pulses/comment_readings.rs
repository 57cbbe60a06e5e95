//! Reads comments for the seal: what no reading lies beside yet is read here, before the transaction that counts.
//!
//! Readings live in memory only as long as the seal needs them; what is stored is what may be told of them together.

use std::collections::{BTreeSet, HashMap};

use rand::SeedableRng;
use rand::rngs::SysRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha20Rng;

use super::open_waves::{for_each_response, told, vault};
use super::{Services, Wave};
use crate::domain::comment_tone::CommentReading;
use crate::domain::ids::WaveId;
use crate::domain::pulses::Response;
use crate::domain::snapshot::{CommentResult, Group};
use crate::domain::waves::WaveState;
use crate::privacy::comment_tone;
use crate::privacy::comments::ReleasedComment;
use crate::privacy::thresholds::Thresholds;
use crate::sentiment::{AT_ONCE, Model};
use crate::service::failure::Failure;
use crate::service::readings;
use crate::store::{self, GuildStore};

/// The most comments that one seal reads, at some seven milliseconds each: about ten seconds. Nearly all have been read before
/// (`row_readings`); beyond, comments stand without a reading.
const MOST_READ: usize = 1_500;

/// What was read out of a wave's comments, by their text.
#[derive(Default)]
pub struct Readings(HashMap<String, CommentReading>);

/// Readings of all comments of a wave that no longer takes answers; of any other wave none. A judge that can't be loaded
/// leaves comments without a reading: that must not keep answers from being counted and made anonymous.
pub async fn of_wave(services: &Services, store: &GuildStore, id: WaveId) -> Result<Readings, Failure> {
    let wave: Option<Wave> = store::waves::find_wave(&mut *store.reader().await?, id).await?;
    if wave.is_none_or(|wave| wave.state != WaveState::Closing) {
        return Ok(Readings::default());
    }
    let keys = vault(store)?.wave_keys(id).map_err(told)?;
    let mut responses: Vec<Response> = Vec::new();
    let look = |_, opened: Result<Response, _>| {
        responses.extend(opened.ok().filter(|response| response.comment.is_some()));
    };
    for_each_response(&mut *store.reader().await?, id, &keys, look).await?;
    let judge = services.judge.clone();
    let mut random = ChaCha20Rng::try_from_rng(&mut SysRng).map_err(anyhow::Error::from)?;
    // Many comments take seconds: not on a thread that serves others.
    let read = tokio::task::spawn_blocking(move || {
        let (mut found, mut unread) = (HashMap::new(), BTreeSet::new());
        for response in responses {
            let text = response.comment.unwrap_or_default().trim().to_owned();
            match response.reading.filter(|reading| readings::is_current(&judge, reading)) {
                Some(reading) => drop(found.insert(text, reading)),
                None => drop(unread.insert(text)),
            }
        }
        let mut unread: Vec<&str> =
            unread.iter().map(String::as_str).filter(|text| !found.contains_key(*text)).collect();
        // Where not all are read, any may be the ones: whoever begins with "A" doesn't speak for all.
        unread.shuffle(&mut random);
        for texts in unread[..unread.len().min(MOST_READ)].chunks(AT_ONCE) {
            // The first failure is the last: the engine can't be loaded.
            let Some(read) = readings::read_all(&judge, texts) else { break };
            found.extend(texts.iter().map(|text| (*text).to_owned()).zip(read));
        }
        Readings(found)
    });
    Ok(read.await.unwrap_or_else(|_| {
        tracing::error!("reading a closed pulse's comments broke off; its results stand without how they sound");
        Readings::default()
    }))
}

impl Readings {
    /// What the released comments say together.
    pub fn together(&self, released: &[ReleasedComment], thresholds: Thresholds) -> Vec<CommentResult> {
        // Without the engine nothing was read, and nothing can be told.
        let Ok(model) = Model::get() else { return Vec::new() };
        if self.0.is_empty() {
            return Vec::new();
        }
        let read = |comment: &ReleasedComment| (comment.group.clone(), self.0.get(comment.text.trim()).cloned());
        let read: Vec<(Group, Option<CommentReading>)> = released.iter().map(read).collect();
        comment_tone::results(&read, thresholds, &model.calibration().confusion)
    }
}
