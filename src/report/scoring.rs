//! From the cells of a snapshot to scores, changes and shares of fears, rounded for publication.
//!
//! A score is derived from visible cells only; what is hidden must have no influence on it.

use super::summary::{FearShare, Level, Score, TOP_FEARS, Trend};
use crate::domain::banding::{self, SizeBand, share_in_steps};
use crate::domain::labels::Measure;
use crate::domain::pulses::ItemId;
use crate::domain::snapshot::{Cell, Group, GroupResult, Histogram, Named, Side, Snapshot};
use crate::domain::statistics::{Change, Interval, Share, compare};

/// The share that a unanimous cell counts as: the middle of "at least 80 %" (promises.md P6).
const BAND_SHARE: f64 = 0.9;

/// So many people may have got a role since they were counted without leads being told (`privacy::suppression`).
const UNCOUNTED: u32 = 5;

/// The fewest answers to a statement that are shown (promises.md P2); a band of one may have no more than these.
const FEWEST: u32 = 5;

/// The same group in the earlier wave, unless its eligible group changed by 1 to k − 1 people: then the difference
/// of the two waves would tell of those few (promises.md P8).
pub(super) fn comparable<'a>(result: &GroupResult, now: &Snapshot, before: &'a Snapshot) -> Option<&'a GroupResult> {
    let k = now.threshold.max(before.threshold);
    let all = std::iter::once(&before.company).chain(&before.groups);
    all.into_iter()
        .find(|earlier| earlier.group == result.group)
        .filter(|earlier| earlier.answered.is_some())
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
/// The favourable share is pooled over the measure's visible items. People answer several items of a measure, so
/// their answers are no independent draws: the interval takes the smallest visible item's number of answers as n.
/// A share of exactly none or all is told as a band, as one would be within one item.
pub(super) fn score(result: &GroupResult, before: Option<&GroupResult>, measure: Measure) -> Score {
    let shown = histograms(result, measure);
    let bands: Vec<_> = cells(result, measure).filter_map(|(_, cell)| band(cell)).collect();
    let level = match (pool(shown.iter().map(|(_, h)| h)), bands.as_slice()) {
        (None, []) => Level::TooFew,
        (Some(pooled), []) => measured(pooled, result),
        (None, [first, rest @ ..]) if rest.iter().all(|side| side == first) => unanimous(*first),
        (pooled, bands) => {
            let share = pooled.map(|pooled| told_share(pooled.exact, pooled.share.n, result));
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
        let told = |now: Share| published(100.0 * told_share(now.percent() / 100.0, now.n, result));
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

fn cells(result: &GroupResult, measure: Measure) -> impl Iterator<Item = (&ItemId, Cell)> {
    result.items.iter().filter(move |item| item.measure == measure).map(|item| (&item.item, item.cell))
}

fn histograms(result: &GroupResult, measure: Measure) -> Vec<(&ItemId, Histogram)> {
    let shown = |(item, cell)| match cell {
        Cell::Shown(histogram) if histogram.total() > 0 => Some((item, histogram)),
        _ => None,
    };
    cells(result, measure).filter_map(shown).collect()
}

fn band(cell: Cell) -> Option<bool> {
    match cell {
        Cell::Band(side) => Some(side == Side::Favourable),
        _ => None,
    }
}

fn unanimous(favourable: bool) -> Level {
    if favourable { Level::AtLeast80 } else { Level::AtMost20 }
}

/// The pooled share with the smallest n, and whether it is exactly none or all.
struct Pooled {
    share: Share,
    exact: f64,
}

fn pool<'a>(histograms: impl Iterator<Item = &'a Histogram> + Clone) -> Option<Pooled> {
    let n = histograms.clone().map(Histogram::total).min()?;
    let (favourable, total) = histograms.fold((0, 0), |(f, t): (u32, u32), h| (f + h.favourable(), t + h.total()));
    let exact = f64::from(favourable) / f64::from(total);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to n")]
    let favourable = (exact * f64::from(n)).round() as u32;
    Some(Pooled { share: Share { favourable, n }, exact })
}

fn measured(pooled: Pooled, result: &GroupResult) -> Level {
    if pooled.exact <= 0.0 {
        return Level::AtMost20;
    }
    if pooled.exact >= 1.0 {
        return Level::AtLeast80;
    }
    let percent = published(100.0 * told_share(pooled.exact, pooled.share.n, result));
    let interval = if result.is_outgrown {
        // Of how many people it is, nobody knows.
        pooled.share.interval(None)
    } else {
        of_asked(pooled.share, pooled.exact, result)
    };
    let (low, high) = outwards(interval);
    Level::Measured { percent, low: low.min(percent), high: high.max(percent), n: told(pooled.share.n, result) }
}

/// The ends in steps of five, so that rounding never makes a result look more certain than it is.
pub(super) fn outwards(interval: Interval) -> (u8, u8) {
    (nearest_five((interval.low / 5.0).floor() * 5.0), nearest_five((interval.high / 5.0).ceil() * 5.0))
}

/// A number of answers of a group as a band, as it is told.
pub(super) fn told(n: u32, result: &GroupResult) -> SizeBand {
    let band = SizeBand::of(n);
    if result.is_outgrown { band } else { band.of_asked(result.surely()) }
}

/// So many answers are told apart: of more, everybody may have answered.
fn most(result: &GroupResult) -> u32 {
    result.surely().saturating_sub(1).max(UNCOUNTED)
}

/// A share, 0 to 1, of so many answers as it is told. That of six people could only be theirs: 35 % is two of six, and no
/// share of five. So where all answered, or all but one, it is the nearest that all but one can have (P9).
fn told_share(exact: f64, n: u32, result: &GroupResult) -> f64 {
    let most = most(result);
    if result.is_outgrown || n < most {
        return exact;
    }
    (exact * f64::from(most)).round() / f64::from(most)
}

/// The interval for so many of those asked.
///
/// Where everybody answered there would be none, which would tell just that (P9); and some may have got the role since they
/// were counted, nobody knows how many. So from all but one on it is that of all but one, in a group of [`UNCOUNTED`] more.
fn of_asked(share: Share, exact: f64, result: &GroupResult) -> Interval {
    let most = most(result);
    let population = if share.n < most { result.at_most() } else { result.at_most().max(most) + UNCOUNTED };
    let n = share.n.min(most);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to n")]
    let favourable = (exact * f64::from(n)).round() as u32;
    Share { favourable, n }.interval(Some(population))
}

/// The mean of the items' shares in per cent, where some items are unanimous and their counts unknown.
fn mixed(share: Option<f64>, shown: usize, bands: &[bool]) -> u8 {
    let weight = |count: usize| f64::from(u32::try_from(count).expect("a pulse has a handful of items"));
    let of_shown = share.map_or(0.0, |share| share * weight(shown));
    let of_bands: f64 = bands.iter().map(|favourable| if *favourable { BAND_SHARE } else { 1.0 - BAND_SHARE }).sum();
    published(100.0 * (of_shown + of_bands) / weight(shown + bands.len()))
}

/// Compares the items that both waves asked and show, bands among them. Items that moved in different ways have no common
/// direction, and where one of them can't be compared, nobody knows it.
fn trend(now: &GroupResult, before: &GroupResult, measure: Measure) -> Trend {
    let (mut then_shown, mut now_shown, mut changes) = (Vec::new(), Vec::new(), Vec::new());
    let mut is_compared = false;
    for (item, now) in cells(now, measure).filter(|(_, cell)| is_visible(*cell)) {
        let Some((_, then)) = cells(before, measure).find(|(then, cell)| *then == item && is_visible(*cell)) else {
            continue;
        };
        is_compared = true;
        match (then, now) {
            (Cell::Shown(then), Cell::Shown(now)) => {
                then_shown.push(then);
                now_shown.push(now);
            }
            (then, now) if band(then).is_some() && band(then) == band(now) => {}
            (then, now) => match beyond_the_edge(then, now) {
                Some(change) => changes.push(change),
                None => return Trend::NothingToCompare,
            },
        }
    }
    if let (Some(then), Some(now)) = (pool(then_shown.iter()), pool(now_shown.iter())) {
        changes.push(compare(then.share, now.share));
    }
    match changes.as_slice() {
        [] if !is_compared => Trend::NothingToCompare,
        [first, rest @ ..] if rest.iter().all(|change| change == first) => in_words(*first),
        _ => Trend::NoClearChange,
    }
}

fn is_visible(cell: Cell) -> bool {
    match cell {
        Cell::Shown(histogram) => histogram.total() > 0,
        Cell::Band(_) => true,
        Cell::Hidden => false,
    }
}

/// The change between two cells of which at least one is a band: clear only where the one's range ends before the other's
/// begins.
fn beyond_the_edge(then: Cell, now: Cell) -> Option<Change> {
    let (then, now) = (range(then)?, range(now)?);
    if then.high < now.low {
        Some(Change::Rose)
    } else if now.high < then.low {
        Some(Change::Fell)
    } else {
        None
    }
}

/// Where the favourable share of a cell may lie beyond chance, in per cent.
fn range(cell: Cell) -> Option<Interval> {
    match cell {
        Cell::Shown(histogram) => Some(Share::from(histogram).interval(None)),
        Cell::Band(side) => Some(range_of_band(side == Side::Favourable)),
        Cell::Hidden => None,
    }
}

/// Where the favourable share of a group may lie beyond chance, in per cent, in which all answers but one at most are on
/// one side: out to the end of the 95 % interval for all but one of [`FEWEST`] answers. How many took a stand on its
/// statement isn't told of a band, and may be far fewer than answered the pulse. "At least 80 %" is where the answers lie,
/// and of five says next to nothing about who else there is.
pub(super) fn range_of_band(is_favourable: bool) -> Interval {
    if is_favourable {
        Interval { high: 100.0, ..Share { favourable: FEWEST - 1, n: FEWEST }.interval(None) }
    } else {
        Interval { low: 0.0, ..Share { favourable: 1, n: FEWEST }.interval(None) }
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
