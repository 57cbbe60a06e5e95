//! Due work, one tick at a time: goes through every guild of the data folder and runs the jobs there.
//!
//! It knows when to look, never what a use case means: a job calls a service. A sleep is a hint, so each tick
//! compares with the clock anew; whatever must not happen twice is a row of the guild's database.

pub mod jobs;

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::domain::ids::GuildId;
use crate::service::{Services, departures};

/// The longest sleep, in real time (promises.md 2).
const LONGEST_SLEEP: Duration = Duration::from_secs(30);

/// What is due at once but could not be done waits so long, so that a failing guild never makes the loop spin.
const PAUSE: TimeDelta = TimeDelta::seconds(2);

/// Runs due work.
#[derive(Debug, Clone)]
pub struct Scheduler {
    services: Services,
}

impl Scheduler {
    /// A scheduler for all guilds of the services' data folder.
    pub fn new(services: Services) -> Self {
        Self { services }
    }

    /// Ticks until `stop`; a tick that has begun is ended first.
    pub async fn run(&self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let due = self.tick().await;
            let now = self.services.clock.now();
            let until = match due {
                Some(due) if due > now => due,
                Some(_) => now + PAUSE,
                None => DateTime::<Utc>::MAX_UTC,
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.services.clock.sleep(until, LONGEST_SLEEP) => {}
                () = self.services.due_changed.notified() => {}
            }
        }
    }

    /// One step: does what is due in every guild, and says when the next thing is due. Guilds run side by side, and
    /// one that fails never stops the others.
    pub async fn tick(&self) -> Option<DateTime<Utc>> {
        let guilds = match self.services.data.list_guilds() {
            Ok(guilds) => guilds,
            Err(error) => {
                tracing::error!(kind = %error.kind(), "the data folder can't be read");
                return None;
            }
        };
        let mut running = JoinSet::new();
        for guild in guilds {
            running.spawn(tick_guild(self.services.clone(), guild));
        }
        let mut next = None;
        while let Some(ended) = running.join_next().await {
            match ended {
                Ok(due) => next = earlier(next, due),
                Err(_) => tracing::error!("the scheduled work of one guild broke off"),
            }
        }
        next
    }
}

/// All jobs of one guild, one after the other: they share one writer.
async fn tick_guild(services: Services, guild: GuildId) -> Option<DateTime<Utc>> {
    let mut next = None;
    // What can't be told counts as there: the jobs find out.
    let is_gone = departures::is_gone(&services, guild).await.unwrap_or(false);
    for job in jobs::ALL.iter().filter(|job| job.also_when_gone || !is_gone) {
        match (job.run)(&services, guild).await {
            Ok(due) => next = earlier(next, due),
            Err(failure) => {
                if failure.is_disk_trouble() {
                    services.data.note_trouble();
                }
                tracing::error!(job = job.name, cause = failure.cause(), "a job failed; it is tried again");
            }
        }
    }
    next
}

fn earlier(a: Option<DateTime<Utc>>, b: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    a.into_iter().chain(b).min()
}

#[cfg(test)]
mod tests;
