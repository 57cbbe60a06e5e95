//! That everybody of a group answered must not show (promises.md P9): the answers of all of them are told as those of all
//! but one, whose shares come nearest to theirs.
//!
//! Everything that is published of a group, and everybody's sums, are made of what comes out here. So whatever a group of
//! which all answered leads to, in all figures together, one of which all but one did could have led to as well.

use super::coarsen::WaveGroup;
use crate::domain::banding::participation_step;
use crate::domain::snapshot::Histogram;

/// How many answers of each group of a wave are told apart.
pub(super) struct Limits(Vec<u32>);

impl Limits {
    pub(super) fn of(groups: &[WaveGroup]) -> Self {
        Self(groups.iter().map(WaveGroup::told_apart).collect())
    }

    /// The most that is told of each group.
    pub(super) fn each(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }

    /// How many answered in each group.
    pub(super) fn counts(&self, groups: impl Iterator<Item = usize>) -> Vec<u32> {
        groups.zip(self.each()).map(|(count, most)| u32::try_from(count).unwrap_or(u32::MAX).min(most)).collect()
    }

    /// Whether the number of some group is told without an end (`SizeBand::of_asked`), so that the sum has none either.
    pub(super) fn are_open(&self, counts: &[u32]) -> bool {
        counts.iter().zip(self.each()).any(|(count, most)| *count >= participation_step(most))
    }

    /// The answers to a statement in each group.
    pub(super) fn histograms(&self, groups: impl Iterator<Item = Histogram>) -> Vec<Histogram> {
        groups.zip(self.each()).map(|(histogram, most)| histogram_of(histogram, most)).collect()
    }
}

/// These answers, told as at most so many.
fn histogram_of(histogram: Histogram, most: u32) -> Histogram {
    let n = histogram.total();
    if n <= most {
        return histogram;
    }
    let [a, b, c, d, e] = histogram.0;
    let favourable = told_of(d + e, n, most);
    let unfavourable = nearest(a + b, a + b + c, most - favourable);
    let (first, fourth) = (nearest(a, a + b, unfavourable), nearest(d, d + e, favourable));
    Histogram([first, unfavourable - first, most - favourable - unfavourable, fourth, favourable - fourth])
}

/// How many of `most` people a count of `n` is told as: what comes nearest. All but one, or one, are told only where it was so.
pub(super) fn told_of(count: u32, n: u32, most: u32) -> u32 {
    let nearest = nearest(count, n, most);
    if count <= 1 || count + 1 >= n { nearest } else { nearest.clamp(2, most - 2) }
}

/// How many of `most` come nearest to `count` of `n`; halves go up.
fn nearest(count: u32, n: u32, most: u32) -> u32 {
    let [count, n, most] = [count, n.max(1), most].map(u64::from);
    u32::try_from((2 * count * most + n) / (2 * n)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::complement::lopsided;

    /// All answers of `n` people, up to their order.
    fn all(n: u32) -> impl Iterator<Item = Histogram> {
        let up_to = move |used: u32| 0..=n - used;
        up_to(0).flat_map(move |a| up_to(a).map(move |b| (a, b))).flat_map(move |(a, b)| {
            up_to(a + b).flat_map(move |c| up_to(a + b + c).map(move |d| Histogram([a, b, c, d, n - a - b - c - d])))
        })
    }

    #[test]
    fn p9_what_all_said_is_told_as_all_but_one_could_have_said_it() {
        for n in 6..=12 {
            for histogram in all(n) {
                let told = histogram_of(histogram, n - 1);
                assert_eq!(told.total(), n - 1, "{histogram:?}");
                let share = |h: Histogram| f64::from(h.favourable()) / f64::from(h.total());
                let off = (share(told) - share(histogram)).abs();
                assert!(off < 0.501 / f64::from(n - 1), "{histogram:?} {told:?}");
            }
        }
    }

    #[test]
    fn p6_who_is_of_one_mind_is_told_so_and_who_is_not_is_not() {
        for n in 6..=12 {
            for histogram in all(n) {
                let told = histogram_of(histogram, n - 1);
                assert_eq!(lopsided(told).is_some(), lopsided(histogram).is_some(), "{histogram:?} {told:?}");
            }
        }
        // Many more answered than were counted.
        for most in 5..20 {
            let of_one_mind = |histogram| lopsided(histogram_of(Histogram(histogram), most)).is_some();
            assert!(of_one_mind([0, 1, 0, 20, 19]), "{most}");
            assert!(!of_one_mind([0, 6, 0, 20, 14]) && !of_one_mind([17, 6, 11, 6, 0]), "{most}");
        }
    }

    #[test]
    fn fewer_are_told_as_they_are() {
        let histogram = Histogram([1, 2, 3, 4, 5]);
        assert_eq!([15, 16, 40].map(|most| histogram_of(histogram, most)), [histogram; 3]);
        assert_eq!(histogram_of(histogram, 5), Histogram([0, 1, 1, 1, 2]));
    }
}
