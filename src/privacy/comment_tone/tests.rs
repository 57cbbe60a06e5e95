//! What is told of comments together, and what never is.

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
        let released = [mixed(&department("Sales"), 12), of(unread, None), of(unjudged, reading(None, &[]))].concat();
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
