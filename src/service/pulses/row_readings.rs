//! Reads a comment when its writer has finished, behind the answer to them, so that the seal need not read them all.
//!
//! A finished row is written again once, whether it has a comment or not, so that the write-ahead log doesn't tell who
//! wrote one. What waits is a row's token, never a person. What didn't fit into the queue, and what waited when the program
//! stopped, is looked for once nobody waits; what is still left is read at the seal.

use std::sync::atomic::{AtomicBool, Ordering};

use futures::stream::{self, StreamExt, TryStreamExt};
use tokio::sync::{Mutex, mpsc};
use tokio_util::sync::CancellationToken;

use super::{Services, Wave};
use crate::domain::ids::{GuildId, WaveId};
use crate::domain::waves::WaveState;
use crate::privacy::answers;
use crate::privacy::tokens::Token;
use crate::service::failure::Failure;
use crate::service::readings;
use crate::store;

/// More than so many finished rows don't wait.
const ROOM: usize = 1_000;

/// So many rows are looked through at the same time after a start.
const AT_ONCE: usize = 4;

/// Finished rows that wait to be read.
pub struct RowQueue {
    sender: mpsc::Sender<Finished>,
    receiver: Mutex<mpsc::Receiver<Finished>>,
    /// Some may be unread without waiting here: so it is at the start, and after the queue was full.
    missed: AtomicBool,
}

struct Finished {
    guild: GuildId,
    wave: WaveId,
    token: Token,
}

impl RowQueue {
    /// Takes a finished row, if there is room; never waits.
    pub(super) fn add(&self, guild: GuildId, wave: WaveId, token: Token) {
        if self.sender.try_send(Finished { guild, wave, token }).is_err() {
            self.missed.store(true, Ordering::Relaxed);
        }
    }
}

impl Default for RowQueue {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel(ROOM);
        Self { sender, receiver: Mutex::new(receiver), missed: AtomicBool::new(true) }
    }
}

/// Reads finished rows one after the other until `stop`.
pub async fn work(services: Services, stop: CancellationToken) {
    loop {
        stop.run_until_cancelled(read_waiting(&services)).await;
        let mut receiver = services.finished_rows.receiver.lock().await;
        let Some(Some(row)) = stop.run_until_cancelled(receiver.recv()).await else { return };
        read_or_leave(&services, &row).await;
    }
}

/// Reads the rows that wait now, and looks for others where some may be unread.
pub async fn read_waiting(services: &Services) {
    let mut receiver = services.finished_rows.receiver.lock().await;
    loop {
        while let Ok(row) = receiver.try_recv() {
            read_or_leave(services, &row).await;
        }
        if !services.finished_rows.missed.swap(false, Ordering::Relaxed) {
            return;
        }
        for guild in services.data.list_guilds().unwrap_or_default() {
            if read_missed(services, guild).await.is_err() {
                tracing::warn!("finished rows could not be looked through; the seal will");
            }
        }
    }
}

/// Reads what is unread in a guild's open waves. Where anything is, all finished rows are written again, so that these
/// don't stand out.
async fn read_missed(services: &Services, guild: GuildId) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let waves: Vec<Wave> = store::waves::list_waves(&mut *store.reader().await?).await?;
    for wave in waves.into_iter().filter(|wave| wave.state == WaveState::Open) {
        // Without its key nothing of a wave can be read; people are told elsewhere.
        let Ok(open) = services.waves.get(&store, guild, wave.id).await else { continue };
        let (mut finished, mut is_any_unread) = (Vec::new(), false);
        let look = |token, sealed: &[u8]| {
            let token = Token::from_bytes(token);
            // One that doesn't open is left alone, as at the seal.
            let Ok(response) = answers::decrypt(&open.keys, wave.id, &token, sealed) else { return };
            if response.finished {
                is_any_unread |=
                    response.comment.is_some() && !response.reading.as_ref().is_some_and(readings::is_current);
                finished.push(token);
            }
        };
        store::answers::for_each_answer(&mut *store.reader().await?, wave.id, look).await?;
        if is_any_unread {
            let rows = finished.into_iter().map(|token| Finished { guild, wave: wave.id, token });
            // Some at a time, so that they share transactions; what fails, as where the wave closes meanwhile, ends it.
            let each = |row| async move { read(services, &row).await };
            stream::iter(rows).map(each).buffer_unordered(AT_ONCE).try_for_each(|()| async { Ok(()) }).await?;
        }
    }
    Ok(())
}

async fn read_or_leave(services: &Services, row: &Finished) {
    if read(services, row).await.is_err() {
        tracing::warn!("a finished row could not be read; the seal will");
    }
}

/// Reads one row and writes it again, unless it has changed meanwhile: then its writer finishes again, or the seal reads it.
async fn read(services: &Services, row: &Finished) -> Result<(), Failure> {
    let store = services.store(row.guild).await?;
    let open = services.waves.get(&store, row.guild, row.wave).await?;
    let token = *row.token.as_bytes();
    let Some(before) = store::answers::find_answer(&mut *store.reader().await?, &token).await? else { return Ok(()) };
    let mut response = answers::decrypt(&open.keys, row.wave, &row.token, &before).map_err(anyhow::Error::from)?;
    let judge = services.judge.clone();
    // A comment takes some ten milliseconds: not on a thread that serves others.
    let response = tokio::task::spawn_blocking(move || {
        let known = response.reading.take().filter(readings::is_current);
        response.reading = known.or_else(|| readings::read(&judge, response.comment.as_deref()?));
        response
    });
    let response = response.await.map_err(anyhow::Error::from)?;
    let sealed = answers::encrypt(&open.keys, row.wave, &row.token, &response).map_err(anyhow::Error::from)?;
    let unless_changed = move |now: Option<&[u8]>| match now {
        Some(now) if now == before => Ok((sealed, ())),
        _ => Err(()),
    };
    // Changed, withdrawn, or closed meanwhile: what was read is dropped.
    store.change_answer(row.wave, token, unless_changed).await.ok();
    Ok(())
}
