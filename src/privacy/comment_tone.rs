//! Readings of comments to what may be told of them together (promises.md P2–P7).
//!
//! It works on comments as the seal releases them: groups of ten or more, the others' together. A lead can read these
//! comments, and anybody can run the engine over them, so that the figures here tell nothing that reading doesn't. They
//! are kept longer, though, and so they are coarse, never tell one comment's tone, and can't be subtracted. Champions'
//! reports go by the same rules, with one more: a champion may file many, and knows them.

use std::collections::{BTreeMap, BTreeSet};

use super::complement::hide_smallest_until_safe;
use super::thresholds::Thresholds;
use crate::domain::banding::{participation_step, share_in_steps};
use crate::domain::comment_tone::{Adjusted, CommentReading, Confusion, Estimate, adjusted};
use crate::domain::labels::{Theme, Tone};
use crate::domain::snapshot::{Balance, CoarseShare, CommentResult, CommentTone, Group};

/// The fewest people who must have written about a theme.
pub const THEME_FLOOR: u32 = 3;

/// So many of one author's texts count in a tone and towards its floor at most, the first ones. So no floor is reached by
/// fewer than four authors, whoever takes their own texts away is left with seven or more of three others, and nobody who
/// writes much drowns out the others.
const MOST_OF_ONE: u32 = 3;

/// A text that may be told of together with others.
pub struct Voice {
    /// The group under which it counts.
    pub group: Group,
    /// Who wrote it: any number, the same for texts of the same person.
    pub author: u64,
    /// What was read out of it, if it was read.
    pub reading: Option<CommentReading>,
}

/// What the comments of each group say together; everybody's first. `released` are all comments of a wave that may be
/// read, with the group under which they may be and what was read out of them, if they were read. Each person writes one.
pub fn results(
    released: &[(Group, Option<CommentReading>)],
    thresholds: Thresholds,
    confusion: &Confusion,
) -> Vec<CommentResult> {
    let voice = |(author, (group, reading)): (u64, &(Group, Option<CommentReading>))| Voice {
        group: group.clone(),
        author,
        reading: reading.clone(),
    };
    together(&(0..).zip(released).map(voice).collect::<Vec<_>>(), thresholds, confusion)
}

/// The same of texts of which one author may have written several. The order counts where an author wrote for several groups.
pub fn together(voices: &[Voice], thresholds: Thresholds, confusion: &Confusion) -> Vec<CommentResult> {
    let mut groups: BTreeMap<&Group, Voices> = BTreeMap::new();
    let mut of_author: BTreeMap<u64, u32> = BTreeMap::new();
    for voice in voices {
        let group = groups.entry(&voice.group).or_default();
        group.all.push(voice);
        if voice.reading.as_ref().is_some_and(|reading| reading.tone.is_some()) {
            let so_far = of_author.entry(voice.author).or_default();
            let is_among_first = *so_far < MOST_OF_ONE;
            // Never nothing where there is something: that could be subtracted.
            if is_among_first || group.heard.is_empty() {
                group.heard.push(voice);
            }
            *so_far += 1;
        }
    }
    let k = thresholds.comment();
    let judged: Vec<u32> = groups.values().map(|group| count(&group.heard)).collect();
    let mut visible: Vec<_> = judged.iter().map(|&n: &u32| n >= k).collect();
    hide_smallest_until_safe(&judged, &mut visible, k);

    let everybody: Vec<_> = voices.iter().collect();
    let has_enough = judged.iter().sum::<u32>() >= k;
    // Where a group's tone is shown, everybody's is that of the groups shown: whatever is taken from it, nothing of a
    // hidden one is left over.
    let has_line = |(group, visible): &(&&Group, &bool)| **visible && ***group != Group::Company;
    let shown: BTreeSet<&Group> = groups.keys().zip(&visible).filter(has_line).map(|(group, _)| *group).collect();
    let told = groups.iter().filter(|(group, _)| shown.is_empty() || shown.contains(*group));
    let heard: Vec<_> = told.flat_map(|(_, group)| group.heard.iter().copied()).collect();
    let mut results: Vec<_> = (count(&everybody) >= k)
        .then(|| result(Group::Company, &everybody, has_enough.then_some(&heard[..]), confusion))
        .into_iter()
        .collect();
    // Comments of groups with too few stand under everybody's name; they have no line of their own.
    let own = groups.iter().zip(visible).filter(|((group, _), _)| ***group != Group::Company);
    results.extend(own.filter(|((_, voices), _)| count(&voices.all) >= k).map(|((group, voices), visible)| {
        result((*group).clone(), &voices.all, visible.then_some(&voices.heard[..]), confusion)
    }));
    results
}

/// The texts of one group.
#[derive(Default)]
struct Voices<'a> {
    all: Vec<&'a Voice>,
    /// Those that its tone is made of: judged, and of each author [`MOST_OF_ONE`].
    heard: Vec<&'a Voice>,
}

/// What a group's comments say together; how they sound only by those that may be told of.
fn result(group: Group, voices: &[&Voice], heard: Option<&[&Voice]>, confusion: &Confusion) -> CommentResult {
    let judged: u32 = calls(voices).iter().sum();
    let read = u32::try_from(voices.iter().filter(|voice| voice.reading.is_some()).count()).unwrap_or(u32::MAX);
    CommentResult {
        group,
        comments: participation_step(count(voices)),
        tone: heard.map(|heard| tone(heard, confusion)),
        themes: themes(voices),
        has_unjudged: read - judged >= THEME_FLOOR,
        has_unread: count(voices) - read >= THEME_FLOOR,
    }
}

fn count(voices: &[&Voice]) -> u32 {
    u32::try_from(voices.len()).unwrap_or(u32::MAX)
}

/// How often −, 0 and + were called.
fn calls(voices: &[&Voice]) -> [u32; 3] {
    let mut calls = [0; 3];
    for tone in voices.iter().filter_map(|voice| voice.reading.as_ref()?.tone) {
        calls[match tone {
            Tone::Negative => 0,
            Tone::Neutral => 1,
            Tone::Positive => 2,
        }] += 1;
    }
    calls
}

/// The themes of enough people, named most first, without their numbers.
fn themes(voices: &[&Voice]) -> Vec<Theme> {
    let mut authors: BTreeMap<Theme, BTreeSet<u64>> = BTreeMap::new();
    for voice in voices {
        for theme in voice.reading.iter().flat_map(|reading| &reading.themes) {
            authors.entry(*theme).or_default().insert(voice.author);
        }
    }
    let counts = authors.into_iter().map(|(theme, authors)| (theme, u32::try_from(authors.len()).unwrap_or(u32::MAX)));
    let mut named: Vec<_> = counts.filter(|(_, count)| *count >= THEME_FLOOR).collect();
    named.sort_by_key(|(theme, count)| (u32::MAX - count, *theme));
    named.into_iter().map(|(theme, _)| theme).collect()
}

/// What is told where all comments are of one mind, or all but one (P6): a range that holds what so many can tell, by the
/// exact binomial interval (Clopper and Pearson, 1934) of all but one of the fewest, and the engine's mistakes.
const ONE_MIND: [(u32, u8); 3] = [(30, 75), (15, 65), (0, 55)];

/// How −, 0 and + share the comments. All of one mind, or all but one, are told alike: a difference would let the one
/// read all the others (as in `complement::lopsided`).
fn tone(voices: &[&Voice], confusion: &Confusion) -> CommentTone {
    let calls = calls(voices);
    let judged: u32 = calls.iter().sum();
    let readings = voices.iter().filter_map(|voice| voice.reading.as_ref());
    let unsure = readings.filter(|reading| reading.tone.is_some() && !reading.confident).count();
    let is_unsure = u32::try_from(unsure * 2).is_ok_and(|twice| twice >= judged);
    if let Some(one) = calls.iter().position(|&count| count + 1 >= judged) {
        let (_, low) = ONE_MIND.into_iter().find(|(from, _)| judged >= *from).unwrap_or(ONE_MIND[2]);
        let all = CoarseShare { percent: CoarseShare::MOST, low, high: 100 };
        let none = CoarseShare { percent: CoarseShare::LEAST, low: 0, high: 100 - low };
        let [negative, neutral, positive] = std::array::from_fn(|at| if at == one { all } else { none });
        let far = 100 - 2 * (100 - low as i8);
        let balance = match one {
            0 => Balance { points: -Balance::MOST, low: -100, high: -far },
            1 => Balance { points: 0, low: low as i8 - 100, high: 100 - low as i8 },
            _ => Balance { points: Balance::MOST, low: far, high: 100 },
        };
        return CommentTone { negative, neutral, positive, balance: Some(balance), is_unsure };
    }
    let Adjusted { shares, balance } = adjusted(calls, confusion);
    let [negative, neutral, positive] = shares.map(coarse);
    CommentTone { negative, neutral, positive, balance: Some(coarse_balance(balance)), is_unsure }
}

/// Half a step of five per cent: rounded by so much outwards, a range never looks narrower than it is.
const HALF_STEP: f64 = 0.025;

fn coarse(share: Estimate) -> CoarseShare {
    let step = |share: f64| u8::try_from(share_in_steps(100.0 * share)).unwrap_or(100);
    let percent = step(share.value).clamp(CoarseShare::LEAST, CoarseShare::MOST);
    let (low, high) = (step(share.low - HALF_STEP), step(share.high + HALF_STEP));
    CoarseShare { percent, low: low.min(percent), high: high.max(percent) }
}

fn coarse_balance(balance: Estimate) -> Balance {
    let step = |value: f64| {
        let size = u8::try_from(share_in_steps(100.0 * value.abs())).unwrap_or(100).cast_signed();
        if value < 0.0 { -size } else { size }
    };
    let points = step(balance.value).clamp(-Balance::MOST, Balance::MOST);
    let (low, high) = (step(balance.low - HALF_STEP), step(balance.high + HALF_STEP));
    Balance { points, low: low.min(points), high: high.max(points) }
}

#[cfg(test)]
mod tests;
