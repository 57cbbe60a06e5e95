//! What people wrote and what waits to be read, behind the answer to them: finished rows of open pulses, and champions'
//! reports.
//!
//! What waits is a row's token or a report's number, never a person. What didn't fit into the queue, and what waited when the
//! program stopped, is looked for once nobody waits; what is still left is read at the seal.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::domain::ids::{GuildId, ReportId, WaveId};
use crate::privacy::tokens::Token;
use crate::service::failure::Failure;
use crate::service::pulses::row_readings;
use crate::service::{Services, champions};

/// More than so many don't wait.
const ROOM: usize = 1_000;

/// How long after a look that failed the next one waits: it goes through all guilds, and a disk seldom mends in seconds.
const PAUSE: TimeDelta = TimeDelta::minutes(5);

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
    receiver: tokio::sync::Mutex<mpsc::Receiver<Unread>>,
    /// From when on to look for what may be unread without waiting here, as at the start, and after the queue was full.
    look_from: Mutex<Option<DateTime<Utc>>>,
}

impl ReadingQueue {
    /// Takes something to be read, if there is room; never waits.
    pub fn add(&self, unread: Unread) {
        if self.sender.try_send(unread).is_err() {
            self.look_from().get_or_insert(DateTime::UNIX_EPOCH);
        }
    }

    fn look_from(&self) -> std::sync::MutexGuard<'_, Option<DateTime<Utc>>> {
        self.look_from.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it is time to look, which is then done.
    fn takes_look(&self, now: DateTime<Utc>) -> bool {
        self.look_from().take_if(|from| *from <= now).is_some()
    }
}

impl Default for ReadingQueue {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel(ROOM);
        let look_from = Mutex::new(Some(DateTime::UNIX_EPOCH));
        Self { sender, receiver: receiver.into(), look_from }
    }
}

/// Reads one after the other until `stop`.
pub async fn work(services: Services, stop: CancellationToken) {
    loop {
        stop.run_until_cancelled(read_waiting(&services)).await;
        match stop.run_until_cancelled(next(&services)).await {
            Some(Some(unread)) => read_or_leave(&services, unread).await,
            Some(None) => {}
            None => return,
        }
    }
}

/// What comes next; `None` once it may be time to look for what is unread.
async fn next(services: &Services) -> Option<Unread> {
    let look_from = *services.unread.look_from();
    let mut receiver = services.unread.receiver.lock().await;
    let pause_ends = async {
        match look_from {
            Some(from) => services.clock.sleep(from, PAUSE.to_std().unwrap_or_default()).await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        unread = receiver.recv() => unread,
        () = pause_ends => None,
    }
}

/// Reads what waits now, and looks for more where some may be unread.
pub async fn read_waiting(services: &Services) {
    let mut receiver = services.unread.receiver.lock().await;
    loop {
        while let Ok(unread) = receiver.try_recv() {
            read_or_leave(services, unread).await;
        }
        let now = services.clock.now();
        if !services.unread.takes_look(now) {
            return;
        }
        let mut has_failed = false;
        for guild in services.data.list_guilds().unwrap_or_default() {
            if read_missed(services, guild).await.is_err() {
                tracing::warn!("what is unread could not be looked through; it is tried again in some minutes");
                has_failed = true;
            }
        }
        if has_failed {
            *services.unread.look_from() = Some(now + PAUSE);
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
        tracing::warn!("a comment wasn't read in time; it is read when the pulse is counted");
    }
}
