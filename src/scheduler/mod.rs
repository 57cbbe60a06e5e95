//! Due work: goes through every guild of the data folder and runs the jobs there, side by side.
//!
//! It knows when to look, never what a use case means: a job calls a service. A sleep is a hint, so each wake
//! compares with the clock anew; whatever must not happen twice is a row of the guild's database.

pub mod jobs;
mod lanes;

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::service::Services;
use lanes::Lanes;

/// The longest sleep, in real time (promises.md 2).
const LONGEST_SLEEP: Duration = Duration::from_secs(30);

/// While something is on its way, the clock is compared so often: well within the 2 s of lateness that promises.md 6
/// allows.
const GLANCE: Duration = Duration::from_millis(200);

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

    /// Does what comes due until `stop`; what is on its way then is ended first.
    pub async fn run(&self, stop: CancellationToken) {
        let mut lanes = Lanes::new(self.services.clone());
        let mut looked = Instant::now();
        lanes.want_all();
        while !stop.is_cancelled() {
            lanes.want_due(self.services.clock.now());
            lanes.start();
            let (next, is_busy) = (lanes.next(), lanes.are_busy());
            let is_woken = tokio::select! {
                () = stop.cancelled() => false,
                _ = lanes.one_ends(), if is_busy => looked.elapsed() >= LONGEST_SLEEP,
                () = self.wait(next, is_busy) => !is_busy || looked.elapsed() >= LONGEST_SLEEP,
                () = self.services.due_changed.notified() => true,
            };
            if is_woken {
                lanes.want_all();
                looked = Instant::now();
            }
        }
        while lanes.one_ends().await {}
    }

    /// One step: does what is due in every guild, waits for all of it, and says when the next thing is due. Guilds
    /// run side by side, and one that fails never stops the others.
    pub async fn tick(&self) -> Option<DateTime<Utc>> {
        let mut lanes = Lanes::new(self.services.clone());
        lanes.want_all();
        lanes.start();
        while lanes.one_ends().await {
            lanes.start();
        }
        lanes.next()
    }

    async fn wait(&self, next: Option<DateTime<Utc>>, is_busy: bool) {
        if is_busy {
            return tokio::time::sleep(GLANCE).await;
        }
        self.services.clock.sleep(next.unwrap_or(DateTime::<Utc>::MAX_UTC), LONGEST_SLEEP).await;
    }
}
