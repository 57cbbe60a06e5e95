//! Reads a comment when its writer has finished, behind the answer to them, so that the seal need not read them all.
//!
//! A finished row is written again once, whether it has a comment or not, so that the write-ahead log doesn't tell who
//! wrote one. What waits is a row's token, never a person; what doesn't fit into the queue is read at the seal.

use tokio::sync::{Mutex, mpsc};
use tokio_util::sync::CancellationToken;

use super::Services;
use crate::domain::ids::{GuildId, WaveId};
use crate::privacy::answers;
use crate::privacy::tokens::Token;
use crate::service::failure::Failure;
use crate::service::readings;
use crate::store;

/// More than so many finished rows don't wait.
const ROOM: usize = 1_000;

/// Finished rows that wait to be read.
pub struct RowQueue {
    sender: mpsc::Sender<Finished>,
    receiver: Mutex<mpsc::Receiver<Finished>>,
}

struct Finished {
    guild: GuildId,
    wave: WaveId,
    token: Token,
}

impl RowQueue {
    /// Takes a finished row, if there is room; never waits.
    pub(super) fn add(&self, guild: GuildId, wave: WaveId, token: Token) {
        // Full, or nobody reads: the seal does.
        self.sender.try_send(Finished { guild, wave, token }).ok();
    }
}

impl Default for RowQueue {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel(ROOM);
        Self { sender, receiver: Mutex::new(receiver) }
    }
}

/// Reads finished rows one after the other until `stop`.
pub async fn work(services: Services, stop: CancellationToken) {
    let mut receiver = services.finished_rows.receiver.lock().await;
    while let Some(Some(row)) = stop.run_until_cancelled(receiver.recv()).await {
        read_or_leave(&services, &row).await;
    }
}

/// Reads the rows that wait now.
pub async fn read_waiting(services: &Services) {
    let mut receiver = services.finished_rows.receiver.lock().await;
    while let Ok(row) = receiver.try_recv() {
        read_or_leave(services, &row).await;
    }
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
