//! Time, passed in. Nothing else in the project may ask the operating system what time it is
//! (`clippy.toml` holds that).

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

/// What time it is, and a way to wait for a later one.
#[async_trait]
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// The current wall-clock time.
    fn now(&self) -> DateTime<Utc>;

    /// Returns once `until` has come, after `at_most` of real time, or when the clock was moved,
    /// whichever is first. The caller looks at [`Clock::now`] again: a sleep is a hint, never a fact.
    async fn sleep(&self, until: DateTime<Utc>, at_most: Duration);
}

/// The operating system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[async_trait]
impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
        Utc::now()
    }

    async fn sleep(&self, until: DateTime<Utc>, at_most: Duration) {
        let left = (until - self.now()).to_std().unwrap_or_default();
        tokio::time::sleep(left.min(at_most)).await;
    }
}

/// A clock that runs on from a chosen moment and can be moved: for the sandbox and for tests.
///
/// Clones share one time.
#[derive(Debug, Clone)]
pub struct MovableClock {
    inner: Arc<Movable>,
}

#[derive(Debug)]
struct Movable {
    offset: Mutex<TimeDelta>,
    runs: bool,
    frozen_at: DateTime<Utc>,
    moves: watch::Sender<u64>,
}

impl MovableClock {
    /// A clock that shows `start` now and goes on at the pace of real time.
    pub fn running_from(start: DateTime<Utc>) -> Self {
        Self::new(start - SystemClock.now(), true, start)
    }

    /// A clock that shows `start` until it is moved.
    pub fn standing_at(start: DateTime<Utc>) -> Self {
        Self::new(TimeDelta::zero(), false, start)
    }

    fn new(offset: TimeDelta, runs: bool, frozen_at: DateTime<Utc>) -> Self {
        let inner = Movable { offset: Mutex::new(offset), runs, frozen_at, moves: watch::Sender::new(0) };
        Self { inner: Arc::new(inner) }
    }

    /// Moves the clock by `step`, which may be negative, and wakes whoever sleeps on it.
    pub fn advance(&self, step: TimeDelta) {
        *self.inner.offset.lock().expect("no panic while held") += step;
        self.inner.moves.send_modify(|moves| *moves += 1);
    }

    /// Moves the clock to `target`.
    pub fn set(&self, target: DateTime<Utc>) {
        self.advance(target - self.now());
    }
}

#[async_trait]
impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        let base = if self.inner.runs { SystemClock.now() } else { self.inner.frozen_at };
        base + *self.inner.offset.lock().expect("no panic while held")
    }

    async fn sleep(&self, until: DateTime<Utc>, at_most: Duration) {
        let mut moves = self.inner.moves.subscribe();
        moves.mark_unchanged();
        let left = (until - self.now()).to_std().unwrap_or_default();
        let wait = if self.inner.runs || left.is_zero() { left.min(at_most) } else { at_most };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = moves.changed() => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn moving_the_clock_wakes_sleepers() {
        let clock = MovableClock::standing_at(DateTime::UNIX_EPOCH);
        let target = clock.now() + TimeDelta::days(30);
        let sleeper = clock.clone();
        let sleeping = tokio::spawn(async move {
            while sleeper.now() < target {
                sleeper.sleep(target, Duration::from_secs(3600)).await;
            }
        });
        tokio::task::yield_now().await;
        clock.set(target);
        sleeping.await.expect("woken");
        assert_eq!(clock.now(), target);
    }
}
