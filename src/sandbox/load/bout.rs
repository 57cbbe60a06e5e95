//! What came of a bout: how many were answered, and how long each waited.

use std::time::Duration;

/// One bout.
#[derive(Debug, Clone, Default)]
pub struct Bout {
    /// How long each answered tap took, shortest first.
    waits: Vec<Duration>,
    /// Taps that got no answer, or another one than expected.
    failed: usize,
    took: Duration,
}

impl Bout {
    pub(super) fn new(mut waits: Vec<Duration>, failed: usize, took: Duration) -> Self {
        waits.sort_unstable();
        Self { waits, failed, took }
    }

    /// How many were answered.
    pub fn answered(&self) -> usize {
        self.waits.len()
    }

    /// How many were not.
    pub fn failed(&self) -> usize {
        self.failed
    }

    /// Answers a second.
    pub fn rate(&self) -> f64 {
        let seconds = self.took.as_secs_f64();
        if seconds > 0.0 { count(self.waits.len()) / seconds } else { 0.0 }
    }

    /// The wait that `percent` of the answered stayed within (the nearest rank: the smallest with at least so many at or
    /// below it); zero if nobody was answered.
    pub fn percentile(&self, percent: u8) -> Duration {
        let rank = (self.waits.len() * usize::from(percent.min(100))).div_ceil(100);
        self.waits.get(rank.saturating_sub(1)).copied().unwrap_or_default()
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let waits = [self.waits, other.waits].concat();
        Self::new(waits, self.failed + other.failed, self.took + other.took)
    }
}

#[expect(clippy::cast_precision_loss, reason = "nobody taps 2^52 times")]
fn count(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_waits_that_somebody_had() {
        let waits = (1..=200).rev().map(Duration::from_millis).collect();
        let bout = Bout::new(waits, 3, Duration::from_secs(2));
        let millis = |percent| bout.percentile(percent).as_millis();
        assert_eq!([millis(0), millis(50), millis(90), millis(99), millis(100)], [1, 100, 180, 198, 200]);
        assert_eq!((bout.answered(), bout.failed()), (200, 3));
        assert!((bout.rate() - 100.0).abs() < 1e-9);
        let both = bout.clone().and(bout);
        assert_eq!((both.answered(), both.failed(), both.percentile(50).as_millis()), (400, 6, 100));
    }

    #[test]
    fn a_bout_without_an_answer_has_no_rate() {
        let none = Bout::default();
        assert!(none.rate().abs() < f64::EPSILON);
        assert_eq!((none.percentile(99), none.answered()), (Duration::ZERO, 0));
    }
}
