//! Survey statistics: shares with their 95 % intervals, and whether two waves differ.
//!
//! Pure arithmetic on counts. It must never decide what may be shown: that is `privacy::suppression`'s work.
//!
//! All intervals treat those who answered as a random draw from those who were asked. People who stay silent may think
//! otherwise; no interval tells that.

use serde::{Deserialize, Serialize};

use super::snapshot::Histogram;

/// The 97.5 % quantile of the standard normal distribution, for two-sided 95 % intervals.
const Z: f64 = 1.959_963_984_540_054;

/// A result is precise enough to decide at this half-width, in percentage points (product.md, Pulses: reminders).
pub const PRECISE_ENOUGH: f64 = 15.0;

/// How many of `n` answers are favourable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Favourable answers; at most `n`.
    pub favourable: u32,
    /// All answers.
    pub n: u32,
}

/// A range of percentages, or of percentage points for a difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// What can be said about two waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The whole 95 % interval of the difference is above 0.
    Rose,
    /// The whole 95 % interval of the difference is below 0.
    Fell,
    /// The interval holds 0: the waves can't be told apart.
    NoClearChange,
}

impl Share {
    /// The share in percent, 0 to 100; 0 without answers.
    pub fn percent(self) -> f64 {
        100.0 * self.proportion()
    }

    /// The Wilson score interval at 95 %, in percent, within 0 to 100; 0 to 100 without answers.
    ///
    /// E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, JASA 22 (1927); advised for
    /// small samples by Brown, Cai and DasGupta, *Interval estimation for a binomial proportion*, Statistical Science
    /// 16 (2001).
    ///
    /// `population` is how many were asked. The finite-population correction (Cochran, *Sampling Techniques*, 3rd ed.
    /// 1977, section 2.6) scales the variance by (N − n)/(N − 1); here that is the effective sample size
    /// n · (N − 1)/(N − n) put into Wilson's formula. Where everybody answered, the interval is the share itself. A
    /// population smaller than `n` counts as `n`.
    pub fn interval(self, population: Option<u32>) -> Interval {
        let (low, high) = wilson(self.proportion(), effective_size(self.n, population));
        Interval { low: 100.0 * low, high: 100.0 * high }
    }

    fn proportion(self) -> f64 {
        if self.n == 0 { 0.0 } else { f64::from(self.favourable.min(self.n)) / f64::from(self.n) }
    }
}

impl From<Histogram> for Share {
    fn from(histogram: Histogram) -> Self {
        Self { favourable: histogram.favourable(), n: histogram.total() }
    }
}

impl Interval {
    /// Half its width, in percentage points.
    pub fn half_width(self) -> f64 {
        (self.high - self.low) / 2.0
    }
}

/// Whether a share rose or fell between two waves, by [`difference`].
pub fn compare(before: Share, after: Share) -> Change {
    let Interval { low, high } = difference(before, after);
    if low > 0.0 {
        Change::Rose
    } else if high < 0.0 {
        Change::Fell
    } else {
        Change::NoClearChange
    }
}

/// The 95 % interval of `after` minus `before`, in percentage points, within −100 to 100.
///
/// Hybrid score interval without continuity correction: R. G. Newcombe, *Interval estimation for the difference between
/// independent proportions*, Statistics in Medicine 17 (1998), method 10. Two waves ask much the same people, so that
/// they are not independent; as the same people tend to answer alike, the interval is rather too wide than too narrow.
pub fn difference(before: Share, after: Share) -> Interval {
    if before.n == 0 || after.n == 0 {
        return Interval { low: -100.0, high: 100.0 };
    }
    let (p1, p2) = (before.percent(), after.percent());
    let (i1, i2) = (before.interval(None), after.interval(None));
    let d = p2 - p1;
    Interval { low: d - (p2 - i2.low).hypot(i1.high - p1), high: d + (i2.high - p2).hypot(p1 - i1.low) }
}

/// The half-width, in percentage points, that `answered` of `eligible` answers give at worst, that is at a share of 50 %.
///
/// It needs no answers, only their number, so that it may be asked while a wave is open (promises.md P1).
pub fn planned_half_width(answered: u32, eligible: u32) -> f64 {
    let (low, high) = wilson(0.5, effective_size(answered, Some(eligible)));
    50.0 * (high - low)
}

/// Whether `answered` of `eligible` answers are precise enough to decide, whatever they say ([`PRECISE_ENOUGH`]).
pub fn precise_enough(answered: u32, eligible: u32) -> bool {
    planned_half_width(answered, eligible) <= PRECISE_ENOUGH
}

/// Wilson's interval as proportions; `n` may be fractional or infinite.
fn wilson(p: f64, n: f64) -> (f64, f64) {
    if n <= 0.0 {
        return (0.0, 1.0);
    }
    let z2 = Z * Z / n;
    let centre = (p + z2 / 2.0) / (1.0 + z2);
    let half = (Z / (1.0 + z2)) * (p * (1.0 - p) / n + z2 / (4.0 * n)).sqrt();
    ((centre - half).clamp(0.0, p), (centre + half).clamp(p, 1.0))
}

/// The sample size that an endless population would need for the same precision.
fn effective_size(n: u32, population: Option<u32>) -> f64 {
    match population {
        _ if n == 0 => 0.0,
        Some(all) if all <= n => f64::INFINITY,
        Some(all) => f64::from(n) * (f64::from(all) - 1.0) / f64::from(all - n),
        None => f64::from(n),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;
    use statrs::distribution::{ContinuousCDF, Normal};

    use super::*;

    fn share(favourable: u32, n: u32) -> Share {
        Share { favourable, n }
    }

    fn close(a: f64, b: f64, by: f64) -> bool {
        (a - b).abs() <= by
    }

    #[test]
    fn the_quantile_is_the_normal_distributions() {
        let z = Normal::new(0.0, 1.0).expect("standard").inverse_cdf(0.975);
        assert!(close(z, Z, 1e-9));
    }

    // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
    // method 3 (score without continuity correction).
    #[rstest]
    #[case(81, 263, 25.53, 36.62)]
    #[case(15, 148, 6.24, 16.05)]
    #[case(0, 20, 0.0, 16.11)]
    #[case(1, 29, 0.61, 17.18)]
    fn wilson_agrees_with_newcombes_table(#[case] k: u32, #[case] n: u32, #[case] low: f64, #[case] high: f64) {
        let interval = share(k, n).interval(None);
        assert!(close(interval.low, low, 0.01) && close(interval.high, high, 0.01), "{interval:?}");
    }

    // Newcombe, Interval estimation for the difference between independent proportions (1998), table II, method 10.
    #[rstest]
    #[case((56, 70), (48, 80), 5.24, 33.39)]
    #[case((9, 10), (3, 10), 17.05, 80.90)]
    #[case((10, 10), (0, 10), 60.75, 100.0)]
    fn differences_agree_with_newcombes_table(
        #[case] after: (u32, u32),
        #[case] before: (u32, u32),
        #[case] low: f64,
        #[case] high: f64,
    ) {
        let interval = difference(share(before.0, before.1), share(after.0, after.1));
        assert!(close(interval.low, low, 0.01) && close(interval.high, high, 0.01), "{interval:?}");
    }

    // brief.md, "The default pulse": these three come from Wilson's interval (32.6, 19.7, 13.1).
    #[rstest]
    #[case(3, 5, 33.0)]
    #[case(12, 20, 20.0)]
    #[case(30, 50, 13.0)]
    fn the_briefs_half_widths_are_wilsons(#[case] k: u32, #[case] n: u32, #[case] half_width: f64) {
        assert!(close(share(k, n).interval(None).half_width(), half_width, 0.5));
    }

    // brief.md's ±25 between two waves at n = 30 is the plain (Wald) interval of a difference, 1.96 · √(2·0.6·0.4/30)
    // = 24.8. Newcombe's, which we show, is a little narrower: 23.5.
    #[test]
    fn the_briefs_half_width_between_waves_is_walds() {
        let wald = 100.0 * Z * (2.0 * 0.6 * 0.4 / 30.0_f64).sqrt();
        assert!(close(wald, 25.0, 0.5));
        let newcombe = difference(share(18, 30), share(18, 30)).half_width();
        assert!(close(newcombe, 23.5, 0.1) && close(newcombe, wald, 1.5), "{newcombe}");
    }

    #[test]
    fn a_finite_population_narrows_the_interval_and_a_full_one_closes_it() {
        let endless = share(12, 20).interval(None).half_width();
        let finite = share(12, 20).interval(Some(40)).half_width();
        assert!(finite < endless);
        // n_eff = 20 · 39/20 = 39 at p = 0.6: Wilson's half-width is 14.70.
        assert!(close(finite, 14.70, 0.05), "{finite}");
        let full = share(12, 20).interval(Some(20));
        assert!(close(full.low, 60.0, 1e-9) && close(full.high, 60.0, 1e-9));
    }

    #[test]
    fn no_answers_tell_nothing() {
        assert_eq!(share(0, 0).interval(None), Interval { low: 0.0, high: 100.0 });
        assert_eq!(share(0, 0).interval(Some(0)), Interval { low: 0.0, high: 100.0 });
        assert_eq!(compare(share(0, 0), share(30, 30)), Change::NoClearChange);
        assert!(!precise_enough(0, 0) && !precise_enough(0, 100));
    }

    #[test]
    fn a_change_is_clear_only_beyond_the_interval() {
        assert_eq!(compare(share(18, 30), share(24, 30)), Change::NoClearChange);
        assert_eq!(compare(share(12, 30), share(24, 30)), Change::Rose);
        assert_eq!(compare(share(24, 30), share(12, 30)), Change::Fell);
        assert_eq!(compare(share(3, 5), share(5, 5)), Change::NoClearChange);
    }

    #[test]
    fn reminders_end_once_the_worst_case_is_within_fifteen_points() {
        assert!(!precise_enough(20, 140));
        assert!(precise_enough(40, 140));
        assert!(precise_enough(8, 8));
        assert!(!precise_enough(5, 20));
    }

    proptest! {
        #[test]
        fn every_interval_holds_its_share(n in 1u32..500, k in 0u32..500, extra in 0u32..500) {
            let share = share(k.min(n), n);
            for population in [None, Some(n + extra), Some(extra)] {
                let i = share.interval(population);
                prop_assert!(i.low >= 0.0 && i.high <= 100.0 + 1e-9);
                prop_assert!(i.low <= share.percent() + 1e-9 && share.percent() <= i.high + 1e-9);
            }
        }

        #[test]
        fn swapping_the_waves_turns_the_verdict(a in 0u32..60, b in 0u32..60, n in 60u32..80, m in 60u32..80) {
            let turned = match compare(share(a, n), share(b, m)) {
                Change::Rose => Change::Fell,
                Change::Fell => Change::Rose,
                Change::NoClearChange => Change::NoClearChange,
            };
            prop_assert_eq!(compare(share(b, m), share(a, n)), turned);
        }
    }
}
