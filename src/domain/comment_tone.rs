//! How comments sound and what they are about: one by one while they are read, and taken together.
//!
//! A reading is often wrong about one comment, and known how often. So it is never shown of one; of many, the shares are
//! corrected for what is known.

use serde::{Deserialize, Serialize};

use super::labels::{Theme, Tone};

/// What was read out of one comment. It is stored with the comment, under the same protection; `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentReading {
    /// Which training of the engine read it. Another one reads it anew.
    #[serde(rename = "e")]
    pub engine: String,
    /// The likeliest tone; `None` where it can't be judged, as in another language.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// Whether the tone may be told without reservation.
    #[serde(rename = "c", default, skip_serializing_if = "std::ops::Not::not")]
    pub confident: bool,
    /// What it is about.
    #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
}

impl std::fmt::Debug for CommentReading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CommentReading(..)")
    }
}

/// How often a comment of the row's tone was called the column's, on comments that the engine had not learnt from; both in
/// the order −, 0, +.
pub type Confusion = [[f64; 3]; 3];

/// What is behind the tones called in a group of comments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adjusted {
    /// The shares of −, 0 and +, proportions from 0 to 1.
    pub shares: [Estimate; 3],
    /// The share of + less that of −, −1 to 1.
    pub balance: Estimate,
}

/// An estimate with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The likeliest value.
    pub value: f64,
    /// The low end of its 95 % interval.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// The 97.5 % quantile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// How far the engine's mistakes in one company's comments differ from those that were measured, as standard deviations
/// of a share and of the balance: over the batches of the corpus that were held out (docs/sentiment.md, "Between companies").
const SHARE_BETWEEN: f64 = 0.05;
const BALANCE_BETWEEN: f64 = 0.08;

/// The true shares of −, 0 and + behind what was called.
///
/// The adjusted count (A. Forman, *Quantifying counts and costs via classification*, Data Mining and Knowledge Discovery 17,
/// 2008), for three classes: the shares π solve Σ π(truth) · P(called | truth) = share called. They are cut to 0..1 and made
/// to add up to 1. The interval is the normal approximation with all sources of chance: the comments drawn (with half
/// a comment added to each class, so that a class of none has a width), the measured confusion, and that another company's
/// comments are mistaken a little differently. Where the confusion can't be inverted, the shares called are taken as
/// they are.
pub fn adjusted(called: [u32; 3], confusion: &Confusion) -> Adjusted {
    let n: f64 = called.iter().copied().map(f64::from).sum();
    if n == 0.0 {
        let (share, balance) =
            (Estimate { value: 0.0, low: 0.0, high: 1.0 }, Estimate { value: 0.0, low: -1.0, high: 1.0 });
        return Adjusted { shares: [share; 3], balance };
    }
    let seen = called.map(|count| f64::from(count) / n);
    let measured = confusion.map(|row| row.iter().sum::<f64>());
    let rates: Confusion = std::array::from_fn(|t| confusion[t].map(|count| count / measured[t].max(1.0)));
    let inverse = inverse_of_transposed(&rates).unwrap_or([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);
    let raw: [f64; 3] = std::array::from_fn(|t| (0..3).map(|c| inverse[t][c] * seen[c]).sum::<f64>().clamp(0.0, 1.0));
    let sum: f64 = raw.iter().sum();
    let shares = if sum > 0.0 { raw.map(|share| share / sum) } else { seen };

    let smooth = called.map(|count| (f64::from(count) + 0.5) / (n + 1.5));
    let estimate = |value: f64, weights: [f64; 3], between: f64, least: f64| {
        let mut variance = multinomial(&weights, &smooth) / n + between.powi(2);
        for truth in 0..3 {
            variance += shares[truth].powi(2) * multinomial(&weights, &rates[truth]) / measured[truth].max(1.0);
        }
        let half = Z * variance.max(0.0).sqrt();
        Estimate { value, low: (value - half).clamp(least, value), high: (value + half).clamp(value, 1.0) }
    };
    let [negative, _, positive] = shares;
    let difference = std::array::from_fn(|c| inverse[2][c] - inverse[0][c]);
    Adjusted {
        shares: std::array::from_fn(|t| estimate(shares[t], inverse[t], SHARE_BETWEEN, 0.0)),
        balance: estimate(positive - negative, difference, BALANCE_BETWEEN, -1.0),
    }
}

/// The variance of Σ w·x for one draw x from these probabilities.
fn multinomial(weights: &[f64; 3], probabilities: &[f64; 3]) -> f64 {
    let mean: f64 = weights.iter().zip(probabilities).map(|(w, p)| w * p).sum();
    weights.iter().zip(probabilities).map(|(w, p)| w * w * p).sum::<f64>() - mean * mean
}

/// The inverse of a matrix's transpose, by cofactors; `None` if it is next to singular.
fn inverse_of_transposed(m: &Confusion) -> Option<Confusion> {
    let cofactor = |r: usize, c: usize| {
        let (r1, r2, c1, c2) = ((r + 1) % 3, (r + 2) % 3, (c + 1) % 3, (c + 2) % 3);
        m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
    };
    let determinant: f64 = (0..3).map(|c| m[0][c] * cofactor(0, c)).sum();
    // The inverse of m is its cofactors transposed over the determinant; so the inverse of the transpose is the cofactors.
    (determinant.abs() > 0.05).then(|| std::array::from_fn(|r| std::array::from_fn(|c| cofactor(r, c) / determinant)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PERFECT: Confusion = [[50.0, 0.0, 0.0], [0.0, 50.0, 0.0], [0.0, 0.0, 50.0]];
    const USUAL: Confusion = [[80.0, 15.0, 5.0], [20.0, 60.0, 20.0], [5.0, 15.0, 80.0]];

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn a_perfect_engine_needs_no_correction() {
        let shares = adjusted([10, 5, 5], &PERFECT).shares.map(|share| share.value);
        assert!(close(shares[0], 0.5) && close(shares[1], 0.25) && close(shares[2], 0.25), "{shares:?}");
    }

    #[test]
    fn known_mistakes_are_taken_back() {
        // 100 comments of −, none else: called 80, 15, 5.
        let Adjusted { shares, balance } = adjusted([80, 15, 5], &USUAL);
        assert!(close(shares[0].value, 1.0) && close(shares[1].value, 0.0), "{shares:?}");
        assert!(close(balance.value, -1.0) && close(balance.low, -1.0), "{balance:?}");
        // Half −, half +: called 42.5, 15, 42.5 of 100.
        let Adjusted { shares, balance } = adjusted([85, 30, 85], &USUAL);
        assert!(close(shares[0].value, 0.5) && close(shares[2].value, 0.5), "{shares:?}");
        assert!(shares[0].low > 0.3 && shares[0].high < 0.7, "{shares:?}");
        assert!(close(balance.value, 0.0) && close(balance.low, -balance.high), "{balance:?}");
    }

    #[test]
    fn few_comments_and_a_poor_engine_give_wide_intervals() {
        let width = |called, confusion| {
            let share = adjusted(called, confusion).shares[0];
            share.high - share.low
        };
        assert!(width([5, 3, 2], &USUAL) > width([50, 30, 20], &USUAL));
        assert!(width([50, 30, 20], &USUAL) > width([50, 30, 20], &PERFECT));
        assert!(width([10, 0, 0], &PERFECT) > 0.05);
        // However many: another company's comments are mistaken differently.
        assert!(width([50_000, 30_000, 20_000], &USUAL) > 3.8 * SHARE_BETWEEN);
    }

    #[test]
    fn without_comments_or_without_a_usable_confusion_nothing_breaks() {
        assert_eq!(adjusted([0, 0, 0], &USUAL).shares[1], Estimate { value: 0.0, low: 0.0, high: 1.0 });
        let shares = adjusted([6, 2, 2], &[[1.0; 3]; 3]).shares.map(|share| share.value);
        assert!(close(shares[0], 0.6) && close(shares[1], 0.2));
        adjusted([6, 2, 2], &[[0.0; 3]; 3]);
    }

    proptest! {
        #[test]
        fn shares_add_up_and_lie_in_their_intervals(called in prop::array::uniform3(0u32..200), diagonal in 30u32..90) {
            let off = f64::from(100 - diagonal) / 2.0;
            let confusion = std::array::from_fn(|r| std::array::from_fn(|c| if r == c { f64::from(diagonal) } else { off }));
            let Adjusted { shares, balance } = adjusted(called, &confusion);
            for share in shares {
                prop_assert!(0.0 <= share.low && share.low <= share.value && share.value <= share.high);
                prop_assert!(share.high <= 1.0);
            }
            prop_assert!(-1.0 <= balance.low && balance.low <= balance.value && balance.value <= balance.high);
            prop_assert!(balance.high <= 1.0);
            let sum: f64 = shares.iter().map(|share| share.value).sum();
            prop_assert!(called.iter().sum::<u32>() == 0 || (sum - 1.0).abs() < 1e-9);
        }
    }
}
