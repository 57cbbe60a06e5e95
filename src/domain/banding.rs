//! Coarse figures for showing: shares in steps of five, sizes as bands (promises.md P7–P9).
//!
//! A snapshot holds exact counts of publishable cells; whoever shows one goes through here.

use std::fmt;

/// The step of shares, sizes and participation (promises.md P7, P9).
pub(super) const STEP: u32 = 5;

/// A share rounded to the nearest 5 %, 0 to 100 (P7). Halves go up.
pub fn share_in_steps(percent: f64) -> u32 {
    let steps = (percent.clamp(0.0, 100.0) / f64::from(STEP)).round();
    (0..=20).find(|&step| f64::from(step) >= steps).unwrap_or(20) * STEP
}

/// How many answered, rounded down to a step of five (P9).
pub fn participation_step(answered: u32) -> u32 {
    answered / STEP * STEP
}

/// So many answers of a group in which at least `people` can answer are told apart: all but one, as one more would tell that
/// everybody answered (P9). Where just five can answer, that they are shown at all tells it.
pub fn told_apart(people: u32) -> u32 {
    people.saturating_sub(1).max(STEP)
}

/// How many of those asked have answered, as far as leads may know while a wave is open (P9): steps of five, and never
/// that all have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Participation {
    /// So few were asked that any step would tell that all of them have answered, or that not all have.
    Untold,
    /// Fewer than five.
    UnderFive,
    /// At least so many: a step of five, fewer than were asked.
    AtLeast(u32),
}

impl Participation {
    /// Of at least `eligible` people who can answer, `answered` have. Latecomers may make it more.
    pub fn of(answered: u32, eligible: u32) -> Self {
        match participation_step(answered.min(eligible.saturating_sub(1))) {
            _ if eligible <= STEP => Self::Untold,
            0 => Self::UnderFive,
            step => Self::AtLeast(step),
        }
    }
}

/// Whether two waves of one group may be compared: hidden when the number of people asked changed by 1 to
/// `threshold` − 1, as the difference would be those few people's (P8).
pub fn comparable(eligible_before: u32, eligible_after: u32, threshold: u32) -> bool {
    let moved = eligible_before.abs_diff(eligible_after);
    moved == 0 || moved >= threshold
}

/// A number of answers as a band of five: 5–9, 10–14, … (P7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SizeBand {
    /// The smallest number in it.
    pub from: u32,
    /// The largest number in it; [`Self::OPEN`] where it has no end.
    pub to: u32,
}

impl SizeBand {
    /// The end of a band that has none.
    pub const OPEN: u32 = u32::MAX;

    /// The band that holds `n`.
    pub fn of(n: u32) -> Self {
        let from = participation_step(n);
        Self { from, to: from.saturating_add(STEP - 1) }
    }
}

impl SizeBand {
    /// The band as it is told of a group in which at least `people` can answer: the band that holds all that are told
    /// apart ([`told_apart`]) is the last and has no end, so that none is wrong where some came later.
    #[must_use]
    pub fn of_asked(self, people: u32) -> Self {
        let last = participation_step(told_apart(people));
        if self.from < last { self } else { Self { from: last, ..self.open() } }
    }

    /// The band without its end.
    #[must_use]
    pub fn open(self) -> Self {
        Self { to: Self::OPEN, ..self }
    }
}

impl fmt::Display for SizeBand {
    /// As in `10–14`, or `10+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.to == Self::OPEN { write!(f, "{}+", self.from) } else { write!(f, "{}–{}", self.from, self.to) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p7_shares_go_in_steps_of_five() {
        let shown: Vec<_> = [0.0, 2.4, 2.5, 57.1, 62.5, 97.4, 100.0, 300.0].map(share_in_steps).into();
        assert_eq!(shown, [0, 0, 5, 55, 65, 95, 100, 100]);
    }

    #[test]
    fn p7_sizes_are_bands_of_five() {
        assert_eq!(SizeBand::of(5).to_string(), "5–9");
        assert_eq!(SizeBand::of(14).to_string(), "10–14");
        assert_eq!(SizeBand::of(u32::MAX).to, u32::MAX);
    }

    #[test]
    fn p9_no_band_tells_that_everybody_answered() {
        for asked in 6..60 {
            let told = |n| SizeBand::of(n).of_asked(asked);
            assert_eq!(told(asked), told(asked - 1), "{asked}");
            for n in 5..asked + 20 {
                let band = told(n);
                assert!(band.from <= n && n <= band.to && band.from < asked, "{n} of {asked}");
                assert!(n < asked || band == told(asked), "{n} of {asked}");
            }
        }
        assert_eq!(SizeBand::of(10).of_asked(10).to_string(), "5+");
        assert_eq!(SizeBand::of(15).of_asked(17).to_string(), "15+");
        assert_eq!(SizeBand::of(12).of_asked(30).to_string(), "10–14");
        assert_eq!(SizeBand::of(5).of_asked(0).to_string(), "5+");
    }

    #[test]
    fn p8_a_trend_is_hidden_when_one_to_four_people_came_or_went() {
        let kept: Vec<_> = (6..=16).filter(|&after| comparable(11, after, 5)).collect();
        assert_eq!(kept, [6, 11, 16]);
    }

    #[test]
    fn p9_no_step_tells_that_everybody_has_answered() {
        use Participation::{AtLeast, UnderFive, Untold};
        let of_ten: Vec<_> = [4, 5, 9, 10, 12].map(|answered| Participation::of(answered, 10)).into();
        assert_eq!(of_ten, [UnderFive, AtLeast(5), AtLeast(5), AtLeast(5), AtLeast(5)]);
        assert_eq!([0, 5].map(|answered| Participation::of(answered, 5)), [Untold, Untold]);
        assert_eq!([4, 6].map(|answered| Participation::of(answered, 6)), [UnderFive, AtLeast(5)]);
        assert_eq!(Participation::of(24, 24), AtLeast(20));
    }

    #[test]
    fn p9_participation_goes_in_steps_of_five() {
        let shown: Vec<_> = [0, 4, 5, 9, 10, 123].map(participation_step).into();
        assert_eq!(shown, [0, 0, 5, 5, 10, 120]);
    }
}
