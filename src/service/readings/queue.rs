//! What people wrote and what waits to be read, behind the answer to them: finished rows of open pulses, and champions'
//! reports.
//!
//! What waits is a row's token or a report's number, never a person. What didn't fit into the queue, and what waited when the
//! program stopped, is looked for once nobody waits; what is still left is read at the seal.

use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::{Mutex, mpsc};
use tokio_util::sync::CancellationToken;

use crate::domain::ids::{GuildId, ReportId, WaveId};
use crate::privacy::tokens::Token;
use crate::service::failure::Failure;
use crate::service::pulses::row_readings;
use crate::service::{Services, champions};

/// More than so many don't wait.
const ROOM: usize = 1_000;

/// Something to be read.
pub enum Unread {
    /// A finished row of an open wave.
    Row(GuildId, WaveId, Token),
    /// A champion's report.
    Report(GuildId, ReportId),
}

/// What waits to be read.
pub struct ReadingQueue {
    sender: mpsc::Sender<Unread>,
    receiver: Mutex<mpsc::Receiver<Unread>>,
    /// Some may be unread without waiting here: so it is at the start, and after the queue was full.
    missed: AtomicBool,
}

impl ReadingQueue {
    /// Takes something to be read, if there is room; never waits.
    pub fn add(&self, unread: Unread) {
        if self.sender.try_send(unread).is_err() {
            self.missed.store(true, Ordering::Relaxed);
        }
    }
}

impl Default for ReadingQueue {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel(ROOM);
        Self { sender, receiver: Mutex::new(receiver), missed: AtomicBool::new(true) }
    }
}

/// Reads one after the other until `stop`.
pub async fn work(services: Services, stop: CancellationToken) {
    loop {
        stop.run_until_cancelled(read_waiting(&services)).await;
        let mut receiver = services.unread.receiver.lock().await;
        let Some(Some(unread)) = stop.run_until_cancelled(receiver.recv()).await else { return };
        read_or_leave(&services, unread).await;
    }
}

/// Reads what waits now, and looks for more where some may be unread.
pub async fn read_waiting(services: &Services) {
    let mut receiver = services.unread.receiver.lock().await;
    loop {
        while let Ok(unread) = receiver.try_recv() {
            read_or_leave(services, unread).await;
        }
        if !services.unread.missed.swap(false, Ordering::Relaxed) {
            return;
        }
        let mut has_failed = false;
        for guild in services.data.list_guilds().unwrap_or_default() {
            if read_missed(services, guild).await.is_err() {
                tracing::warn!("what is unread could not be looked through; it is tried again with what comes next");
                has_failed = true;
            }
        }
        if has_failed {
            services.unread.missed.store(true, Ordering::Relaxed);
            return;
        }
    }
}

async fn read_missed(services: &Services, guild: GuildId) -> Result<(), Failure> {
    let rows = row_readings::read_missed(services, guild).await;
    champions::readings::read_missed(services, &*services.store(guild).await?).await.and(rows)
}

async fn read_or_leave(services: &Services, unread: Unread) {
    let read = match unread {
        Unread::Row(guild, wave, token) => row_readings::read(services, guild, wave, token).await,
        Unread::Report(guild, report) => champions::readings::read(services, guild, report).await,
    };
    if read.is_err() {
        tracing::warn!("something could not be read; the seal will");
    }
}
