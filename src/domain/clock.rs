//! Time, passed in. Nothing else in the project may ask the operating system what time it is
//! (`clippy.toml` holds that).

use std::collections::BTreeMap;
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
    /// What everybody who sleeps now waits for, each under a number of their own.
    sleepers: Mutex<Sleepers>,
    /// Changes at every move, and whenever somebody falls asleep or wakes.
    changes: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Sleepers {
    until: BTreeMap<u64, DateTime<Utc>>,
    next: u64,
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
        let (moves, changes, sleepers) = (watch::Sender::new(0), watch::Sender::new(0), Mutex::default());
        let inner = Movable { offset: Mutex::new(offset), runs, frozen_at, moves, sleepers, changes };
        Self { inner: Arc::new(inner) }
    }

    /// The earliest moment that somebody sleeps until; `None` while nobody sleeps.
    pub fn awaited(&self) -> Option<DateTime<Utc>> {
        self.inner.sleepers.lock().expect("no panic while held").until.values().min().copied()
    }

    /// Returns once somebody sleeps, and everybody who does sleeps until a moment that has not come yet: after a move,
    /// when all that was due is done.
    pub async fn somebody_sleeps(&self) {
        let mut changes = self.changes();
        // The sender lives in self, so that waiting can't fail.
        drop(changes.wait_for(|_| self.awaited().is_some_and(|until| until > self.now())).await);
    }

    /// Changes at every move, and whenever somebody falls asleep or wakes.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.inner.changes.subscribe()
    }

    /// Moves the clock by `step`, which may be negative, and wakes whoever sleeps on it.
    pub fn advance(&self, step: TimeDelta) {
        *self.inner.offset.lock().expect("no panic while held") += step;
        self.inner.moves.send_modify(|moves| *moves += 1);
        self.inner.changes.send_modify(|changes| *changes += 1);
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
        let _asleep = Asleep::new(&self.inner, until);
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = moves.changed() => {}
        }
    }
}

/// Somebody who sleeps, for as long as the value lives.
struct Asleep<'a> {
    clock: &'a Movable,
    number: u64,
}

impl<'a> Asleep<'a> {
    fn new(clock: &'a Movable, until: DateTime<Utc>) -> Self {
        let mut sleepers = clock.sleepers.lock().expect("no panic while held");
        let number = sleepers.next;
        sleepers.next += 1;
        sleepers.until.insert(number, until);
        drop(sleepers);
        clock.changes.send_modify(|changes| *changes += 1);
        Self { clock, number }
    }
}

impl Drop for Asleep<'_> {
    fn drop(&mut self) {
        self.clock.sleepers.lock().expect("no panic while held").until.remove(&self.number);
        self.clock.changes.send_modify(|changes| *changes += 1);
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

    #[tokio::test]
    async fn the_clock_knows_the_earliest_moment_that_somebody_sleeps_until() {
        let clock = MovableClock::standing_at(DateTime::UNIX_EPOCH);
        let (soon, late) = (clock.now() + TimeDelta::hours(1), clock.now() + TimeDelta::days(1));
        assert_eq!(clock.awaited(), None);
        let sleeps = |until| {
            let clock = clock.clone();
            tokio::spawn(async move { clock.sleep(until, Duration::from_secs(3600)).await })
        };
        let late_sleeper = sleeps(late);
        clock.somebody_sleeps().await;
        assert_eq!(clock.awaited(), Some(late));
        let mut changes = clock.changes();
        let soon_sleeper = sleeps(soon);
        changes.changed().await.expect("told");
        assert_eq!(clock.awaited(), Some(soon));
        soon_sleeper.abort();
        soon_sleeper.await.expect_err("given up");
        assert_eq!(clock.awaited(), Some(late));
        clock.advance(TimeDelta::days(2));
        late_sleeper.await.expect("woken");
        assert_eq!(clock.awaited(), None);
    }
}
