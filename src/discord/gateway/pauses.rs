//! How long to wait before the next try, so that trouble never becomes a storm.

use std::time::Duration;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use tokio::time::Instant;

use super::Timing;

/// Remembers how the last connections went.
#[derive(Debug)]
pub(super) struct Pauses {
    timing: Timing,
    failures: u32,
    connected: Option<Instant>,
    resumed: bool,
    last_identify: Option<Instant>,
    jitter: ChaCha8Rng,
}

impl Pauses {
    pub(super) fn new(timing: Timing) -> Self {
        Self { timing, failures: 0, connected: None, resumed: false, last_identify: None, jitter: rand::make_rng() }
    }

    /// READY or RESUMED came.
    pub(super) fn connected(&mut self, now: Instant, resumed: bool) {
        self.connected = Some(now);
        self.resumed = resumed;
    }

    /// How often in a row a connection failed or lasted only a moment.
    pub(super) fn failures(&self) -> u32 {
        self.failures
    }

    /// The pause after the connection that has just ended.
    ///
    /// None after one that was steady. A resume costs nothing of Discord's quota, so a short life after one counts
    /// as a first failure only.
    pub(super) fn next(&mut self, now: Instant) -> Duration {
        match self.connected.take() {
            Some(since) if now.duration_since(since) >= self.timing.steady => self.failures = 0,
            Some(_) if self.resumed => self.failures = 1,
            _ => self.failures = self.failures.saturating_add(1),
        }
        let Some(doublings) = self.failures.checked_sub(1) else { return Duration::ZERO };
        let pause = self.timing.first_pause.saturating_mul(1 << doublings.min(16)).min(self.timing.longest_pause);
        // Not all bots of a server that comes back at the same moment; never under three quarters.
        pause.mul_f64(1.0 - self.jitter.random_range(0.0..0.25))
    }

    /// A random part of a heartbeat's interval, before the first one (discord.md 4, "heartbeat").
    pub(super) fn share_of(&mut self, interval: Duration) -> Duration {
        interval.mul_f64(self.jitter.random_range(0.0..1.0))
    }

    /// When the next IDENTIFY may be sent; it is taken for sent.
    pub(super) fn identify_at(&mut self, now: Instant) -> Instant {
        let at = self.last_identify.map_or(now, |last| now.max(last + self.timing.identify_gap));
        self.last_identify = Some(at);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_with_failures_and_a_day_has_fewer_than_a_thousand() {
        let mut pauses = Pauses::new(Timing::default());
        let start = Instant::now();
        let mut now = start;
        let mut tries = 0;
        while now < start + Duration::from_secs(24 * 3600) {
            // Each try is identified and lost at once.
            pauses.connected(now, false);
            now += pauses.next(now);
            tries += 1;
        }
        assert!(tries < 1000, "{tries}");
    }

    #[test]
    fn after_a_steady_connection_there_is_no_pause() {
        let mut pauses = Pauses::new(Timing::default());
        let now = Instant::now();
        assert!(pauses.next(now) >= Duration::from_millis(750));
        assert!(pauses.next(now) >= Duration::from_millis(1500));
        pauses.connected(now, false);
        let later = now + Duration::from_secs(30);
        assert_eq!(pauses.next(later), Duration::ZERO);
        for _ in 0..5 {
            pauses.connected(later, true);
            assert!(pauses.next(later) <= Duration::from_secs(1), "flapping resumes stay at the first pause");
        }
    }

    #[test]
    fn two_identifies_are_five_seconds_apart() {
        let mut pauses = Pauses::new(Timing::default());
        let now = Instant::now();
        assert_eq!(pauses.identify_at(now), now);
        assert_eq!(pauses.identify_at(now), now + Duration::from_secs(5));
        let later = now + Duration::from_secs(60);
        assert_eq!(pauses.identify_at(later), later);
    }
}
