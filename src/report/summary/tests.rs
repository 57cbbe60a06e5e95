//! Who stands where in a summary, who is marked, and what a hidden group leaves.

use super::*;
use crate::domain::snapshot::{Cell, Side};
use crate::report::samples;

fn names(summary: &Summary) -> Vec<String> {
    summary.rows.iter().map(|row| format!("{:?}", row.group)).collect()
}

#[test]
fn the_best_stands_first_and_the_most_worrying_is_marked() {
    let summary = samples::seven();
    let marks: Vec<_> = summary.rows.iter().map(|row| (row.group.clone(), row.mark)).collect();
    assert_eq!(marks.first(), Some(&(samples::department("Marketing"), Some(Mark::Best))));
    assert_eq!(marks.last(), Some(&(samples::department("Field Service"), Some(Mark::Worrying))));
    assert_eq!(marks.iter().filter(|(_, mark)| mark.is_some()).count(), 2);
}

/// Departments of so many people, by their shares of attitude and conditions.
fn marks(departments: &[(&str, u32, [u32; 2])]) -> Vec<(String, Option<Mark>)> {
    let mut snapshot = samples::seven_snapshot();
    let group = |(name, people, [attitude, conditions]): &(&str, u32, [u32; 2])| {
        let fears = [FearCode::Tool, FearCode::Skill];
        samples::plain(name, 2 * people, *people, [*attitude, *conditions, 50, 50], fears)
    };
    snapshot.groups = departments.iter().map(group).collect();
    let summary = summarise(&snapshot, None, &samples::extras());
    let name = |row: &Row| match &row.group {
        Group::Department(name) => name.clone(),
        Group::Other | Group::Company => String::new(),
    };
    summary.rows.iter().map(|row| (name(row), row.mark)).collect()
}

#[test]
fn departments_with_the_same_figures_get_the_same_mark() {
    let told = marks(&[("A", 40, [80, 80]), ("B", 40, [80, 80]), ("C", 40, [30, 30]), ("D", 40, [30, 30])]);
    let (best, worrying) = (Some(Mark::Best), Some(Mark::Worrying));
    assert_eq!(told.iter().map(|(_, mark)| *mark).collect::<Vec<_>>(), [best, best, worrying, worrying]);
}

#[test]
fn nobody_is_marked_by_chance() {
    let told = marks(&[("A", 6, [65, 65]), ("B", 6, [50, 50])]);
    assert!(told.iter().all(|(_, mark)| mark.is_none()), "{told:?}");
}

#[test]
fn a_department_of_which_only_half_is_known_is_not_marked() {
    let mut snapshot = samples::named_snapshot(&["A", "B", "C"]);
    snapshot.groups = vec![
        samples::plain("A", 80, 40, [90, 90, 50, 50], [FearCode::Tool, FearCode::Skill]),
        samples::plain("B", 80, 40, [80, 80, 50, 50], [FearCode::Tool, FearCode::Skill]),
        samples::plain("C", 80, 40, [20, 20, 50, 50], [FearCode::Tool, FearCode::Skill]),
    ];
    snapshot.groups[0].items[1].cell = Cell::Hidden;
    let summary = summarise(&snapshot, None, &samples::extras());
    let marks: Vec<_> = summary.rows.iter().map(|row| row.mark).collect();
    assert_eq!(marks, [None, Some(Mark::Best), Some(Mark::Worrying)]);
}

#[test]
fn a_hidden_group_leaves_its_name_only() {
    let summary = samples::seven();
    assert_eq!(summary.hidden, vec![samples::department("Legal")]);
    assert!(summary.rows.iter().all(|row| row.group != samples::department("Legal")));
}

#[test]
fn hidden_groups_stand_by_name_whatever_they_answered() {
    let (mut snapshot, extras) = (samples::seven_snapshot(), samples::extras());
    for result in &mut snapshot.groups {
        samples::hide(result);
    }
    let forward = summarise(&snapshot, None, &extras).hidden;
    snapshot.groups.reverse();
    let summary = summarise(&snapshot, None, &extras);
    assert_eq!(summary.hidden, forward);
    assert!(summary.rows.is_empty());
}

#[test]
fn other_stands_last_and_is_never_marked() {
    let mut snapshot = samples::seven_snapshot();
    snapshot.groups[0].group = Group::Other;
    let summary = summarise(&snapshot, None, &samples::extras());
    let other = summary.rows.last().expect("rows");
    assert_eq!((&other.group, other.mark), (&Group::Other, None));
    assert!(names(&summary).len() == 6, "{:?}", names(&summary));
}

#[test]
fn without_an_earlier_wave_there_is_nothing_to_compare() {
    let summary = summarise(&samples::seven_snapshot(), None, &samples::extras());
    let trends = summary.rows.iter().flat_map(|row| &row.scores).map(|score| score.trend);
    assert!(trends.into_iter().all(|trend| trend == Trend::NothingToCompare));
}

#[test]
fn the_day_of_closing_is_the_guilds() {
    let mut extras = samples::extras();
    extras.zone = chrono_tz::Asia::Tokyo;
    let summary = summarise(&samples::seven_snapshot(), None, &extras);
    assert_eq!(summary.closed_on.to_string(), "2026-11-21");
}

#[test]
fn a_band_is_marked_best_only_beside_who_can_not_be_as_good_by_chance() {
    let department = |name: &str, cell| {
        let items = HEADLINE.iter().enumerate().map(|(i, measure)| samples::item(i, *measure, cell)).collect();
        samples::result(name, 50, 25, items)
    };
    let marks = |from, favourable| {
        let mut band = department("Sales", Cell::Band(Side::Favourable));
        band.items.iter_mut().for_each(|item| item.answers = Some(from));
        let other = department("Service", samples::shown(favourable, 24));
        let all = Snapshot { groups: vec![band, other], ..samples::seven_snapshot() };
        let summary = summarise(&all, None, &samples::extras());
        summary.rows.iter().map(|row| row.mark).collect::<Vec<_>>()
    };
    assert_eq!(marks(5, 12), [None, None], "only five took a stand, and 4 of 5 may be 40 %");
    assert_eq!(marks(5, 3)[0], Some(Mark::Best));
    assert_eq!(marks(20, 12)[0], Some(Mark::Best));
}

#[test]
fn a_tone_of_a_few_departments_is_not_told_as_everybodys() {
    let tone = |own: u32| {
        let mut snapshot = samples::seven_snapshot();
        snapshot.comments[1].comments = own;
        let company = summarise(&snapshot, None, &samples::extras()).company.expect("shown");
        (company.comments.clone().map(|all| all.comments), company.tone().is_some())
    };
    assert_eq!([tone(25), tone(20)], [(Some(35), true), (Some(35), false)]);
    let mut of_all = samples::seven_snapshot();
    of_all.comments.truncate(1);
    assert!(
        summarise(&of_all, None, &samples::extras()).company.expect("shown").tone().is_some(),
        "no group has its own"
    );
}
