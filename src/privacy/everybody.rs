//! That everybody of a group answered must not show (promises.md P9): the answers of all of them are told as those of all
//! but one, whose shares come nearest to theirs.
//!
//! Everything that is published of a group, and everybody's sums, are made of what comes out here, for each group of the
//! launch by itself. So whatever a group of which all answered leads to, in all figures together, one of which all but one
//! did could have led to as well.

use std::collections::{BTreeMap, BTreeSet};

use super::coarsen::{Partition, Size};
use crate::domain::banding::{participation_step, told_apart};
use crate::domain::labels::FearCode;
use crate::domain::pulses::Response;
use crate::domain::snapshot::{Group, Histogram};

/// The answers that count in one group of a sealed wave.
#[derive(Default)]
pub(super) struct Answers<'a>(BTreeMap<Group, Part<'a>>);

/// Those that count under one group of the launch.
struct Part<'a> {
    size: Size,
    said: Vec<&'a Response>,
}

/// How the people of a group answered the question about fears.
#[derive(Default)]
pub(super) struct FearCounts {
    pub(super) answered: u32,
    pub(super) named: BTreeMap<FearCode, u32>,
}

impl<'a> Answers<'a> {
    /// Takes in what somebody said, whom the launch counted in this group.
    pub(super) fn push(&mut self, launch: &Partition, group: &Group, said: &'a Response) {
        let part = || Part { size: launch.size_of(group), said: Vec::new() };
        self.0.entry(group.clone()).or_insert_with(part).said.push(said);
    }

    /// How many people said something.
    pub(super) fn count(&self) -> u32 {
        self.0.values().map(|part| part.count().min(part.limit())).sum()
    }

    /// By how many more than `Size::surely` says can answer.
    pub(super) fn more_people(&self) -> u32 {
        self.0.values().map(|part| part.size.at_least(part.count()) - part.size.surely).sum()
    }

    /// Whether the number of some part is told without an end (`SizeBand::of_asked`), so that the sum has none either.
    pub(super) fn is_open(&self) -> bool {
        self.0.values().any(|part| part.count() >= participation_step(part.limit()))
    }

    /// How often they gave each point; `point` says which somebody gave, 1 to 5.
    pub(super) fn histogram(&self, point: impl Fn(&Response) -> Option<u8>) -> Histogram {
        let mut sum = Histogram::default();
        for part in self.0.values() {
            let mut histogram = Histogram::default();
            part.said.iter().filter_map(|said| point(said)).for_each(|p| histogram.0[usize::from(p) - 1] += 1);
            let told = histogram_of(histogram, part.limit());
            sum.0.iter_mut().zip(told.0).for_each(|(sum, count)| *sum += count);
        }
        sum
    }

    /// How often they named each fear. One that at least `k` people of a part named is told of as many where all but one could
    /// have named it as often: otherwise it would be hidden because one more answered.
    pub(super) fn fears(&self, k: u32) -> FearCounts {
        let mut sum = FearCounts::default();
        for part in self.0.values() {
            let all: Vec<&BTreeSet<FearCode>> = part.said.iter().filter_map(|said| said.fears.as_ref()).collect();
            let answered = count_of(all.len());
            let told = answered.min(part.limit());
            sum.answered += told;
            for &fear in FearCode::ALL {
                let named = count_of(all.iter().filter(|fears| fears.contains(&fear)).count());
                *sum.named.entry(fear).or_default() += match answered - told {
                    0 => named,
                    1 if is_between(k, told) || !is_between(named, answered) => {
                        told_of(named, answered, told).max(k.min(named))
                    }
                    _ => told_of(named, answered, told),
                };
            }
        }
        sum
    }
}

impl Part<'_> {
    fn count(&self) -> u32 {
        count_of(self.said.len())
    }

    /// So many of its answers are told apart.
    fn limit(&self) -> u32 {
        told_apart(self.size.at_least(self.count()))
    }
}

fn count_of(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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

/// How many of `most` people a count of `n` is told as: what comes nearest. That all but one at most were of one mind, which
/// is told as 80 % or more, or as 20 % or less (P6), is told only where that is so.
fn told_of(count: u32, n: u32, most: u32) -> u32 {
    let nearest = nearest(count, n, most);
    if is_between(count, n) { nearest.clamp(2, most - 2) } else { nearest }
}

/// More than 20 % and less than 80 %: no band may be told of it (P6).
fn is_between(count: u32, n: u32) -> bool {
    5 * count > n && 5 * count < 4 * n
}

/// How many of `most` come nearest to `count` of `n`; halves go down, as news had better not be too good.
fn nearest(count: u32, n: u32, most: u32) -> u32 {
    let [count, n, most] = [count, n.max(1), most].map(u64::from);
    u32::try_from((2 * count * most + n - 1) / (2 * n)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::DepartmentId;
    use crate::domain::snapshot::Side;
    use crate::privacy::coarsen::AskedDepartment;
    use crate::privacy::complement::lopsided;
    use crate::privacy::thresholds::Thresholds;

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
            assert!(!of_one_mind([0, 9, 0, 20, 11]) && !of_one_mind([14, 6, 11, 9, 0]), "{most}");
            for favourable in 0..=40 {
                let told = histogram_of(Histogram([0, 40 - favourable, 0, favourable, 0]), most);
                let truth = 100 * favourable / 40;
                match lopsided(told) {
                    Some(Side::Favourable) => assert!(truth >= 80, "{favourable} of 40: {told:?}"),
                    Some(_) => assert!(truth <= 20, "{favourable} of 40: {told:?}"),
                    None => assert!((100 * told.favourable() / most).abs_diff(truth) <= 20, "{favourable}: {told:?}"),
                }
            }
        }
    }

    #[test]
    fn fewer_are_told_as_they_are() {
        let histogram = Histogram([1, 2, 3, 4, 5]);
        assert_eq!([15, 16, 40].map(|most| histogram_of(histogram, most)), [histogram; 3]);
        assert_eq!(histogram_of(histogram, 5).total(), 5);
    }

    fn fears_of(said: u32, named: u32, eligible: u32, holders: u32) -> FearCounts {
        let id = DepartmentId::new(1).expect("from 1");
        let asked = AskedDepartment { id, name: "Sales".to_owned(), eligible, holders: Some(holders) };
        let launch = Partition::at_launch(&[asked], Thresholds::default());
        let responses: Vec<Response> = (0..said)
            .map(|person| {
                let mut response = Response::new(id);
                response.fears = Some(FearCode::ALL.iter().take(usize::from(person < named)).copied().collect());
                response
            })
            .collect();
        let mut answers = Answers::default();
        responses.iter().for_each(|response| answers.push(&launch, &launch.group_of(id), response));
        answers.fears(5)
    }

    #[test]
    fn a_fear_is_told_where_five_named_it_and_nearly_all_only_where_four_in_five_did() {
        for (people, eligible, holders) in (6..=12).map(|n| (n, n, n)).chain([(25, 30, 0), (25, 30, 7), (40, 6, 40)]) {
            for named in 0..=people {
                let told = fears_of(people, named, eligible, holders);
                let count = told.named[&FearCode::ALL[0]];
                let is_nearly_all = count > 0 && count + 1 >= told.answered;
                assert!(!is_nearly_all || 5 * named >= 4 * people, "{named} of {people}: {count} of {}", told.answered);
                let off = (100 * count / told.answered).abs_diff(100 * named / people);
                assert!(off <= 20, "{named} of {people}: {count} of {}", told.answered);
            }
        }
        let five_of = |people| fears_of(people, 5, people, people).named[&FearCode::ALL[0]];
        assert_eq!((6..=9).map(five_of).collect::<Vec<_>>(), [5, 4, 5, 5], "of seven, five are no four in five");
    }

    #[test]
    fn of_a_headcount_that_was_too_small_the_role_counts() {
        let told = |said| fears_of(said, 0, 6, 40).answered;
        assert_eq!([5, 6].map(told), [5, 5], "all of six, and all but one");
        assert_eq!([7, 39, 40, 60].map(told), [7, 39, 39, 39]);
    }
}
