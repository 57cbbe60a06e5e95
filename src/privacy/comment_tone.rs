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
            // Never nothing where there is something: that could be subtracted.
            if *so_far < MOST_OF_ONE || group.heard.is_empty() {
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
mod tests {
    use super::*;

    const PERFECT: Confusion = [[99.0, 0.0, 0.0], [0.0, 99.0, 0.0], [0.0, 0.0, 99.0]];

    fn reading(tone: Option<Tone>, themes: &[Theme]) -> Option<CommentReading> {
        Some(CommentReading { engine: "1".to_owned(), tone, confident: true, themes: themes.to_vec() })
    }

    fn department(name: &str) -> Group {
        Group::Department(name.to_owned())
    }

    /// So many comments of a group, in turn −, 0 and +.
    fn mixed(group: &Group, count: usize) -> Vec<(Group, Option<CommentReading>)> {
        (0..count).map(|at| (group.clone(), reading(Some(Tone::ALL[at % 3]), &[]))).collect()
    }

    fn taken(released: &[(Group, Option<CommentReading>)]) -> Vec<CommentResult> {
        results(released, Thresholds::default(), &PERFECT)
    }

    #[test]
    fn everybody_stands_first_and_each_group_in_steps_of_five() {
        let released = [mixed(&department("IT"), 12), mixed(&department("Sales"), 18)].concat();
        let results = taken(&released);
        let told: Vec<_> = results.iter().map(|result| (result.group.clone(), result.comments)).collect();
        assert_eq!(told, [(Group::Company, 30), (department("IT"), 10), (department("Sales"), 15)]);
        let tones: Vec<_> = results.iter().filter_map(|r| r.tone).collect();
        for share in tones.iter().flat_map(|t| [t.negative, t.neutral, t.positive]) {
            assert!([share.percent, share.low, share.high].iter().all(|n| n % 5 == 0), "{share:?}");
            assert!(share.low <= share.percent && share.percent <= share.high, "{share:?}");
        }
        for balance in tones.iter().filter_map(|t| t.balance) {
            assert!([balance.points, balance.low, balance.high].iter().all(|n| n % 5 == 0), "{balance:?}");
            assert!(balance.low <= balance.points && balance.points <= balance.high, "{balance:?}");
        }
    }

    #[test]
    fn p2_a_tone_needs_ten_comments_that_could_be_judged() {
        let unjudged = |count| vec![(department("Sales"), reading(None, &[])); count];
        let results = taken(&[mixed(&department("Sales"), 9), unjudged(3)].concat());
        assert!(results.iter().all(|result| result.tone.is_none() && result.has_unjudged), "{results:?}");
        let results = taken(&[mixed(&department("Sales"), 10), unjudged(2)].concat());
        assert!(results.iter().all(|result| result.tone.is_some() && !result.has_unjudged), "{results:?}");
        assert_eq!(taken(&mixed(&department("Sales"), 9)), []);
    }

    #[test]
    fn what_was_not_read_is_not_told_as_another_language() {
        let causes = |unread, unjudged| {
            let of = |count, reading: Option<CommentReading>| vec![(department("Sales"), reading); count];
            let released =
                [mixed(&department("Sales"), 12), of(unread, None), of(unjudged, reading(None, &[]))].concat();
            taken(&released).iter().map(|told| (told.has_unread, told.has_unjudged)).collect::<Vec<_>>()
        };
        assert_eq!(causes(3, 2), [(true, false); 2]);
        assert_eq!(causes(2, 3), [(false, true); 2]);
        assert_eq!(causes(2, 2), [(false, false); 2]);
    }

    #[test]
    fn p3_few_judged_comments_can_not_be_subtracted() {
        let mut released = mixed(&department("IT"), 9);
        released.extend(vec![(department("IT"), reading(None, &[])); 4]);
        released.extend(mixed(&department("Sales"), 12));
        released.extend(mixed(&department("Service"), 20));
        let shown: Vec<_> = taken(&released).into_iter().filter(|r| r.tone.is_some()).map(|r| r.group).collect();
        // IT's nine and Sales' twelve are left over together.
        assert_eq!(shown, [Group::Company, department("Service")]);
    }

    #[test]
    fn p6_whether_all_were_of_one_mind_or_all_but_one_is_not_told() {
        let weak: Confusion = [[60.0, 30.0, 10.0], [30.0, 40.0, 30.0], [10.0, 30.0, 60.0]];
        for (count, confusion) in [(10, PERFECT), (12, weak), (40, PERFECT), (41, weak)] {
            let all = vec![(department("Sales"), reading(Some(Tone::Negative), &[])); count];
            let told = |released: &[_]| results(released, Thresholds::default(), &confusion);
            for tone in Tone::ALL {
                let mut but_one = all.clone();
                but_one[0].1 = reading(Some(*tone), &[]);
                assert_eq!(told(&all), told(&but_one), "{count} {tone}");
            }
            assert_eq!(told(&all)[0].tone.map(|tone| tone.negative.percent), Some(90));
        }
    }

    #[test]
    fn p3_everybodys_tone_is_that_of_the_groups_shown() {
        let shown = [mixed(&department("Sales"), 12), mixed(&department("Service"), 20)].concat();
        let hidden = mixed(&department("IT"), 11);
        let tones = |few: Option<Tone>| {
            let mut released = shown.clone();
            // Two hidden groups, whose rest could otherwise be worked out.
            released.extend(hidden.iter().map(|(group, read)| {
                let tone = few.or(read.as_ref().and_then(|read| read.tone));
                (group.clone(), reading(tone, &[]))
            }));
            released.extend(hidden[..9].iter().map(|(_, read)| (department("Legal"), read.clone())));
            taken(&released).into_iter().filter_map(|r| r.tone.map(|tone| (r.group, tone))).collect::<Vec<_>>()
        };
        let usual = tones(None);
        assert!(usual.iter().all(|(group, _)| *group != department("IT")), "{usual:?}");
        assert_eq!(tones(Some(Tone::Negative)), usual, "what the hidden ones said shows nowhere");

        // Nor what was said in departments that are too small for a line of their own.
        let beside = |small: Vec<_>| taken(&[shown.clone(), small].concat())[0].tone;
        let bad = vec![(Group::Company, reading(Some(Tone::Negative), &[])); 11];
        assert_eq!(beside(mixed(&Group::Company, 11)), beside(bad));
    }

    #[test]
    fn shares_at_the_ends_are_meant_as_or_more_and_the_others_add_up() {
        let confusion: Confusion = [[536.0, 23.0, 50.0], [23.0, 329.0, 11.0], [53.0, 14.0, 328.0]];
        for n in 10..=40_u32 {
            for bad in 0..=n {
                for good in 0..=n - bad {
                    let called = [(Tone::Negative, bad), (Tone::Neutral, n - bad - good), (Tone::Positive, good)];
                    let each = called.into_iter().flat_map(|(tone, n)| std::iter::repeat_n(tone, n as usize));
                    let voices: Vec<_> = each.map(|tone| (department("Sales"), reading(Some(tone), &[]))).collect();
                    let tone = results(&voices, Thresholds::default(), &confusion)[0].tone.expect("ten or more");
                    let shares = [tone.negative, tone.neutral, tone.positive];
                    let least: u32 =
                        shares.iter().filter(|s| s.percent > CoarseShare::LEAST).map(|s| u32::from(s.percent)).sum();
                    let most: u32 = shares.iter().map(|s| u32::from(s.percent)).sum();
                    assert!(least <= 105 && most >= 95, "{called:?}: {shares:?}");
                    let balance = tone.balance.expect("told");
                    assert!(balance.low <= balance.points && balance.points <= balance.high, "{called:?}: {balance:?}");
                }
            }
        }
    }

    #[test]
    fn a_theme_needs_three_people_and_stands_without_a_number() {
        let mut released = mixed(&department("Sales"), 12);
        for (at, themes) in [(0, vec![Theme::Tool]), (1, vec![Theme::Tool, Theme::Skill]), (2, vec![Theme::Tool])] {
            released[at].1 = reading(Some(Tone::Negative), &themes);
        }
        released[3].1 = reading(Some(Tone::Negative), &[Theme::Skill]);
        assert!(taken(&released).iter().all(|result| result.themes == [Theme::Tool]));
    }

    /// Reports of one group: how many of each champion, in turn −, 0 and +.
    fn filed(group: &Group, of_champions: &[(u64, usize)]) -> Vec<Voice> {
        let each = of_champions.iter().flat_map(|&(author, count)| std::iter::repeat_n(author, count)).enumerate();
        each.map(|(at, author)| Voice {
            group: group.clone(),
            author,
            reading: reading(Some(Tone::ALL[at % 3]), &[Theme::Tool]),
        })
        .collect()
    }

    fn told(voices: &[Voice]) -> Vec<CommentResult> {
        together(voices, Thresholds::default(), &PERFECT)
    }

    #[test]
    fn p2_of_one_champion_three_reports_count_towards_the_ten() {
        let sales = department("Sales");
        let has_tone = |of: &[(u64, usize)]| told(&filed(&sales, of)).iter().any(|result| result.tone.is_some());
        assert!(!has_tone(&[(1, 40)]) && !has_tone(&[(1, 30), (2, 30), (3, 30)]));
        assert!(!has_tone(&[(1, 30), (2, 3), (3, 3)]) && has_tone(&[(1, 30), (2, 3), (3, 3), (4, 1)]));
    }

    #[test]
    fn who_files_thirty_reports_weighs_no_more_than_who_files_three() {
        let sales = department("Sales");
        let of = |author, count, tone| {
            let voice = move || Voice { group: department("Sales"), author, reading: reading(Some(tone), &[]) };
            std::iter::repeat_with(voice).take(count)
        };
        let tone = |many| {
            let others = (2..6).flat_map(|author| of(author, 3, Tone::Positive));
            let voices: Vec<_> = of(1, many, Tone::Negative).chain(others).collect();
            let result = told(&voices).into_iter().find(|result| result.group == sales);
            result.and_then(|result| result.tone).expect("enough")
        };
        assert_eq!(tone(30), tone(3));
    }

    #[test]
    fn p3_reports_of_one_champion_for_two_departments_can_not_be_subtracted() {
        let many = [(1, 4), (2, 4), (3, 4), (4, 4)];
        let mut voices = filed(&department("Sales"), &many);
        voices.extend(filed(&department("IT"), &[(1, 12)]));
        let shown: Vec<_> = told(&voices).into_iter().filter(|r| r.tone.is_some()).map(|r| r.group).collect();
        assert_eq!(shown, [Group::Company], "Sales' would leave those of one");
    }

    #[test]
    fn a_theme_of_reports_needs_three_champions_however_often_two_tell_of_it() {
        let themes = |of: &[(u64, usize)]| told(&filed(&department("Sales"), of))[0].themes.clone();
        assert_eq!(themes(&[(1, 20), (2, 20)]), []);
        assert_eq!(themes(&[(1, 20), (2, 1), (3, 1)]), [Theme::Tool]);
    }

    #[test]
    fn p1_the_same_comments_in_any_order_give_the_same() {
        let mut released = [mixed(&department("IT"), 13), mixed(&department("Sales"), 18)].concat();
        let first = taken(&released);
        released.reverse();
        assert_eq!(taken(&released), first);
    }
}
