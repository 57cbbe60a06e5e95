//! From the cells of a snapshot to scores, changes and shares of fears, rounded for publication.
//!
//! A score is derived from visible cells only; what is hidden must have no influence on it.

use super::summary::{FearShare, Level, Score, TOP_FEARS, Trend};
use crate::domain::banding::{self, SizeBand, share_in_steps, told_apart};
use crate::domain::labels::Measure;
use crate::domain::snapshot::{Cell, Group, GroupResult, Histogram, ItemResult, Named, Side, Snapshot};
use crate::domain::statistics::{Change, Interval, Share, compare};

/// The share that a unanimous cell counts as: the middle of "at least 80 %" (promises.md P6).
const BAND_SHARE: f64 = 0.9;

/// So many people may have got a role since they were counted, or more: nobody counts them (`privacy::everybody`).
const UNCOUNTED: u32 = 5;

/// The fewest answers to a statement that are shown (promises.md P2); a band of one may have no more than these, where its
/// result is older than the number that stands beside it.
const FEWEST: u32 = 5;

/// The same group in the earlier wave, unless its eligible group changed by 1 to k − 1 people: then the difference
/// of the two waves would tell of those few (promises.md P8).
pub(super) fn comparable<'a>(result: &GroupResult, now: &Snapshot, before: &'a Snapshot) -> Option<&'a GroupResult> {
    let k = now.threshold.max(before.threshold);
    let all = std::iter::once(&before.company).chain(&before.groups);
    all.into_iter()
        .find(|earlier| earlier.group == result.group)
        .filter(|earlier| earlier.answered.is_some())
        // Latecomers alone are other people each time.
        .filter(|earlier| earlier.eligible > 0 && result.eligible > 0)
        .filter(|earlier| banding::comparable(earlier.eligible, result.eligible, k))
        .filter(|_| has_same_small_departments(&result.group, now, before))
}

/// Whether a group that small departments count in has the same ones in both waves. One that takes another's place
/// would leave the number of people as it was, and the difference would be those few people's all the same (P8).
fn has_same_small_departments(group: &Group, now: &Snapshot, before: &Snapshot) -> bool {
    let all_in = |some: &Snapshot, other: &Snapshot| {
        some.pooled.iter().all(|name| {
            let stands_alone = || other.groups.iter().any(|g| matches!(&g.group, Group::Department(n) if n == name));
            other.pooled.contains(name) || (*group == Group::Company && stands_alone())
        })
    };
    matches!(group, Group::Department(_)) || (all_in(now, before) && all_in(before, now))
}

/// A measure's score.
///
/// It is the mean of the favourable shares of the measure's visible items: each counts alike, however many took no stand
/// on it. People answer several items of a measure, so their answers are no independent draws: the interval takes the
/// smallest visible item's number of answers as n. A share of exactly none or all is told as a band, as one would be within
/// one item.
pub(super) fn score(result: &GroupResult, before: Option<&GroupResult>, measure: Measure) -> Score {
    let shown: Vec<_> = items(result, measure).filter_map(histogram).collect();
    let bands: Vec<_> = items(result, measure).filter_map(band).collect();
    let level = match (pool(&shown), bands.as_slice()) {
        (None, []) => Level::TooFew,
        (Some(pooled), []) => measured(pooled, result),
        (None, [first, rest @ ..]) if rest.iter().all(|band| band.is_favourable == first.is_favourable) => {
            let from = rest.iter().map(|band| band.from).fold(first.from, u32::min);
            Band { from, ..*first }.level()
        }
        (pooled, bands) => {
            let share = pooled.map(|pooled| told_share(pooled.exact, pooled.share.n, limit(result)));
            Level::About(mixed(share, shown.len(), bands))
        }
    };
    let trend = before.map_or(Trend::NothingToCompare, |before| trend(result, before, measure));
    Score { measure, level, trend }
}

/// The most named fears.
pub(super) fn top_fears(result: &GroupResult, before: Option<&GroupResult>) -> Vec<FearShare> {
    let Some(fears) = result.fears.as_ref().filter(|fears| fears.answered > 0) else { return Vec::new() };
    let earlier = before.and_then(|before| before.fears.as_ref()).filter(|fears| fears.answered > 0);
    let share_of = |&(fear, named): &(_, Named)| {
        let now = share(named, fears.answered);
        let then =
            earlier.and_then(|e| e.named.iter().find(|(f, _)| *f == fear).and_then(|(_, n)| share(*n, e.answered)));
        let trend = now.zip(then).map_or(Trend::NothingToCompare, |(now, then)| in_words(compare(then, now)));
        let told = |now: Share| published(100.0 * told_share(now.percent() / 100.0, now.n, limit(result)));
        FearShare { fear, percent: now.map(told), trend }
    };
    fears.named.iter().take(TOP_FEARS).map(share_of).collect()
}

fn share(named: Named, answered: u32) -> Option<Share> {
    match named {
        Named::Count(count) => Some(Share { favourable: count, n: answered }),
        Named::NearlyAll => None,
    }
}

/// A percentage, 0 to 100, as the nearest step of five.
pub(super) fn nearest_five(percent: f64) -> u8 {
    u8::try_from(share_in_steps(percent)).expect("at most 100")
}

/// A share that is neither none nor all is never rounded to that.
fn published(percent: f64) -> u8 {
    nearest_five(percent).clamp(5, 95)
}

fn items(result: &GroupResult, measure: Measure) -> impl Iterator<Item = &ItemResult> {
    result.items.iter().filter(move |item| item.measure == measure)
}

fn histogram(item: &ItemResult) -> Option<Histogram> {
    match item.cell {
        Cell::Shown(histogram) if histogram.total() > 0 => Some(histogram),
        _ => None,
    }
}

/// What a cell tells of which (nearly) all answers are on one side.
#[derive(Clone, Copy)]
struct Band {
    is_favourable: bool,
    /// At least so many answers, as far as it may be told.
    from: u32,
}

fn band(item: &ItemResult) -> Option<Band> {
    let Cell::Band(side) = item.cell else { return None };
    Some(Band { is_favourable: side == Side::Favourable, from: item.answers.unwrap_or(FEWEST) })
}

impl Band {
    fn level(self) -> Level {
        let from = self.from;
        if self.is_favourable { Level::AtLeast80 { from } } else { Level::AtMost20 { from } }
    }

    fn range(self) -> Interval {
        range_of_band(self.is_favourable, self.from)
    }
}

/// The mean share of some items with the smallest n, and that share as it is.
struct Pooled {
    share: Share,
    exact: f64,
}

fn pool(shown: &[Histogram]) -> Option<Pooled> {
    let n = shown.iter().map(Histogram::total).min()?;
    let share = |h: &Histogram| f64::from(h.favourable()) / f64::from(h.total());
    let exact = shown.iter().map(share).sum::<f64>() / weight(shown.len());
    Some(Pooled { share: nearest_share(exact, n), exact })
}

/// The share that so many can have and that is next to this one, 0 to 1.
fn nearest_share(exact: f64, n: u32) -> Share {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to n")]
    let favourable = (exact * f64::from(n)).round() as u32;
    Share { favourable, n }
}

fn measured(Pooled { share, exact }: Pooled, result: &GroupResult) -> Level {
    let limit = limit(result);
    let n = told(share.n.min(limit), result);
    if exact <= 0.0 || exact >= 1.0 {
        return Band { is_favourable: exact > 0.0, from: n.from }.level();
    }
    let percent = published(100.0 * told_share(exact, share.n, limit));
    let (low, high) = outwards(of_asked(share, exact, limit, result));
    Level::Measured { percent, low: low.min(percent), high: high.max(percent), n }
}

/// The ends in steps of five, so that rounding never makes a result look more certain than it is.
pub(super) fn outwards(interval: Interval) -> (u8, u8) {
    (nearest_five((interval.low / 5.0).floor() * 5.0), nearest_five((interval.high / 5.0).ceil() * 5.0))
}

/// A number of answers of a group as a band, as it is told.
pub(super) fn told(n: u32, result: &GroupResult) -> SizeBand {
    match SizeBand::of(n) {
        band if result.is_outgrown => band,
        band if result.is_open => band.of_asked(result.surely()).open(),
        band => band.of_asked(result.surely()),
    }
}

/// So many answers are told apart: of more, everybody may have answered (P9). A group's newer results hold no more
/// (`privacy::everybody`), older ones may.
fn limit(result: &GroupResult) -> u32 {
    if result.is_outgrown { u32::MAX } else { told_apart(result.surely()) }
}

/// A share, 0 to 1, of so many answers as it is told. That of six people could only be theirs: 35 % is two of six, and no
/// share of five. So where all answered, or all but one, it is the nearest that all but one can have (P9).
fn told_share(exact: f64, n: u32, limit: u32) -> f64 {
    if n <= limit { exact } else { nearest_share(exact, limit).percent() / 100.0 }
}

/// The interval for so many of those asked.
///
/// Where everybody answered there would be none, which would tell just that (P9); and some may have got the role since they
/// were counted, nobody knows how many. So from all but one on it is that of all but one, in a group of [`UNCOUNTED`] more.
fn of_asked(share: Share, exact: f64, limit: u32, result: &GroupResult) -> Interval {
    if result.is_outgrown {
        // Of how many people it is, nobody knows.
        return share.interval(None);
    }
    let population = if share.n < limit { result.at_most() } else { result.at_most().max(limit) + UNCOUNTED };
    nearest_share(exact, share.n.min(limit)).interval(Some(population))
}

/// The mean of the items' shares in per cent, where some items are unanimous and their counts unknown.
fn mixed(share: Option<f64>, shown: usize, bands: &[Band]) -> u8 {
    let of_shown = share.map_or(0.0, |share| share * weight(shown));
    let share_of = |band: &Band| if band.is_favourable { BAND_SHARE } else { 1.0 - BAND_SHARE };
    let of_bands: f64 = bands.iter().map(share_of).sum();
    published(100.0 * (of_shown + of_bands) / weight(shown + bands.len()))
}

fn weight(items: usize) -> f64 {
    f64::from(u32::try_from(items).expect("a pulse has a handful of items"))
}

/// Compares the items that both waves asked and show, bands among them. Items that moved in different ways have no common
/// direction.
fn trend(now: &GroupResult, before: &GroupResult, measure: Measure) -> Trend {
    let (mut then_shown, mut now_shown, mut changes) = (Vec::new(), Vec::new(), Vec::new());
    let mut is_compared = false;
    for now in items(now, measure) {
        let Some(then) = items(before, measure).find(|then| then.item == now.item) else { continue };
        let Some((then_range, now_range)) = range(then).zip(range(now)) else { continue };
        is_compared = true;
        match (histogram(then), histogram(now), band(then), band(now)) {
            (Some(then), Some(now), ..) => {
                then_shown.push(then);
                now_shown.push(now);
            }
            (_, _, Some(then), Some(now)) if then.is_favourable == now.is_favourable => {}
            _ => changes.push(beyond_the_edge(then_range, now_range)),
        }
    }
    if let (Some(then), Some(now)) = (pool(&then_shown), pool(&now_shown)) {
        changes.push(compare(then.share, now.share));
    }
    match changes.as_slice() {
        [] if !is_compared => Trend::NothingToCompare,
        [first, rest @ ..] if rest.iter().all(|change| change == first) => in_words(*first),
        _ => Trend::NoClearChange,
    }
}

/// The change between two items of which at least one is a band: clear only where the one's range ends before the other's
/// begins.
fn beyond_the_edge(then: Interval, now: Interval) -> Change {
    if then.high < now.low {
        Change::Rose
    } else if now.high < then.low {
        Change::Fell
    } else {
        Change::NoClearChange
    }
}

/// Where the favourable share of an item may lie beyond chance, in per cent; `None` where nothing of it is shown.
fn range(item: &ItemResult) -> Option<Interval> {
    let of_histogram = |histogram| Share::from(histogram).interval(None);
    histogram(item).map(of_histogram).or_else(|| band(item).map(Band::range))
}

/// Where the favourable share of a group may lie beyond chance, in per cent, in which all of so many answers, or more, but
/// one at most are on one side: out to the end of the 95 % interval for all but one of them. "At least 80 %" is where the
/// answers lie, and of five says next to nothing about who else there is.
pub(super) fn range_of_band(is_favourable: bool, from: u32) -> Interval {
    let n = from.max(FEWEST);
    if is_favourable {
        Interval { high: 100.0, ..Share { favourable: n - 1, n }.interval(None) }
    } else {
        Interval { low: 0.0, ..Share { favourable: 1, n }.interval(None) }
    }
}

fn in_words(change: Change) -> Trend {
    match change {
        Change::Rose => Trend::Rose,
        Change::Fell => Trend::Fell,
        Change::NoClearChange => Trend::NoClearChange,
    }
}

#[cfg(test)]
mod tests;
