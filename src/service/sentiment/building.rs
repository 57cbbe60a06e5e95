//! Builds a summary: the wave's frozen results, the results before, and what else is known of each group.

use std::collections::BTreeSet;

use super::beside;
use crate::domain::company::Company;
use crate::domain::pulses::ItemId;
use crate::domain::snapshot::{Group, GroupResult, Snapshot};
use crate::privacy::escaping::escape;
use crate::report::summary::{Extras, Summary, summarise};
use crate::service::Services;
use crate::service::failure::{Failure, UserError};
use crate::store::GuildStore;
use crate::store::snapshots::SealedWave;
use crate::texts::Language;
use crate::values;

/// The summary of the wave at this place among the sealed ones, newest first.
pub(super) async fn build(
    services: &Services,
    store: &GuildStore,
    company: &Company,
    language: &Language,
    sealed: &[SealedWave],
    place: usize,
) -> Result<Summary, Failure> {
    let wave = &sealed[place];
    let mut extras = Extras {
        title: services.texts.say(language, "sentiment.summary.title", values! {}),
        set: wave.set.title.clone(),
        closed_at: wave.closed_at,
        zone: company.timezone,
        groups: beside::groups(services, store, wave).await?,
    };
    let before = before(wave, &sealed[place + 1..]);
    let first = summarise(&wave.snapshot, Some(&before), &extras);
    // Everybody's counts are those of the groups that are shown: from a whole, a hidden group's could be computed.
    extras.groups.insert(Group::Company, beside::together(&first.rows, &extras.groups));
    Ok(summarise(&wave.snapshot, Some(&before), &extras))
}

/// Leaves one department's row (or the one that it is pooled in), and everybody for comparison.
pub(super) fn only(summary: Summary, snapshot: &Snapshot, department: &str) -> Result<Summary, UserError> {
    let shown: String = department.chars().take(40).collect();
    let shown = escape(shown.trim());
    let Some(group) = snapshot.group_of(department) else {
        return Err(UserError::with("sentiment.error.not_asked", values! { department => shown }));
    };
    let Some(row) = summary.rows.iter().find(|row| row.group == group).cloned() else {
        let values = values! { department => shown, count => summary.threshold };
        return Err(UserError::with("sentiment.error.hidden", values));
    };
    let pooled = if group == Group::Other { summary.pooled.clone() } else { Vec::new() };
    Ok(Summary { rows: vec![row], hidden: Vec::new(), pooled, ..summary })
}

/// What a wave's results are compared with, out of earlier ones, newest first: each department with the last wave that
/// asked it, everybody and "Other" with the last one that asked the same departments. One without a result, such as a
/// trial, stands in nobody's way.
fn before(wave: &SealedWave, earlier: &[SealedWave]) -> Snapshot {
    let earlier: Vec<_> = earlier.iter().filter(|earlier| earlier.snapshot.company.answered.is_some()).collect();
    let own = |result: &GroupResult| {
        let Group::Department(name) = &result.group else { return None };
        let last = earlier.iter().find(|earlier| earlier.snapshot.group_of(name).is_some())?;
        let then = what_both_asked(last, wave);
        let result = then.groups.into_iter().find(|then| then.group == result.group)?;
        Some((then.threshold, result))
    };
    let (thresholds, departments): (Vec<_>, Vec<_>) = wave.snapshot.groups.iter().filter_map(own).unzip();
    let same = earlier.iter().find(|earlier| departments_of(&earlier.snapshot) == departments_of(&wave.snapshot));
    let nothing = GroupResult {
        group: Group::Company,
        eligible: 0,
        present: None,
        most: None,
        is_outgrown: false,
        answered: None,
        is_open: false,
        items: Vec::new(),
        fears: None,
    };
    let whole = same.map(|same| what_both_asked(same, wave)).unwrap_or(Snapshot {
        threshold: wave.snapshot.threshold,
        company: nothing,
        groups: Vec::new(),
        pooled: Vec::new(),
        comments: Vec::new(),
        reports: Vec::new(),
    });
    let other = whole.groups.into_iter().filter(|result| result.group == Group::Other);
    Snapshot {
        threshold: thresholds.into_iter().fold(whole.threshold, u32::max),
        groups: departments.into_iter().chain(other).collect(),
        ..whole
    }
}

/// The names of the departments that a wave asked, shown or pooled.
fn departments_of(snapshot: &Snapshot) -> BTreeSet<String> {
    let own = snapshot.groups.iter().filter_map(|result| match &result.group {
        Group::Department(name) => Some(name),
        Group::Other | Group::Company => None,
    });
    own.chain(&snapshot.pooled).map(|name| name.to_lowercase()).collect()
}

/// The earlier results, of the items alone that both waves asked in the same words.
fn what_both_asked(earlier: &SealedWave, wave: &SealedWave) -> Snapshot {
    let is_same = |id: &ItemId| {
        let then = earlier.set.items.iter().find(|item| item.id == *id);
        let now = wave.set.items.iter().find(|item| item.id == *id);
        then.zip(now).is_some_and(|(then, now)| then.has_words_of(&now.text))
    };
    let mut snapshot = earlier.snapshot.clone();
    for result in snapshot.groups.iter_mut().chain([&mut snapshot.company]) {
        result.items.retain(|result| is_same(&result.item));
    }
    snapshot
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::{TimeZone, Utc};

    use super::*;
    use crate::domain::ids::WaveId;
    use crate::domain::labels::Measure;
    use crate::domain::pulses::{Favourable, Item, QuestionSet};
    use crate::domain::snapshot::{Cell, Histogram, ItemResult};
    use crate::report::summary::{GroupExtras, Reach};

    fn group(group: Group, is_shown: bool) -> GroupResult {
        let cell = if is_shown { Cell::Shown(Histogram([1, 2, 2, 3, 4])) } else { Cell::Hidden };
        let item = ItemId::try_from("an_item".to_owned()).expect("a valid id");
        let items = vec![ItemResult { item, measure: Measure::Attitude, cell, answers: None }];
        GroupResult {
            group,
            eligible: 12,
            present: None,
            most: None,
            is_outgrown: false,
            answered: is_shown.then_some(10),
            is_open: false,
            items,
            fears: None,
        }
    }

    fn department(name: &str) -> Group {
        Group::Department(name.to_owned())
    }

    fn snapshot() -> Snapshot {
        let groups = vec![group(department("Sales"), true), group(department("IT"), false), group(Group::Other, true)];
        Snapshot {
            threshold: 5,
            company: group(Group::Company, true),
            groups,
            pooled: vec!["Legal".to_owned()],
            comments: Vec::new(),
            reports: Vec::new(),
        }
    }

    fn summary(groups: BTreeMap<Group, GroupExtras>) -> Summary {
        let closed_at = Utc.timestamp_opt(1_790_000_000, 0).single().expect("a moment");
        let (title, set) = (String::new(), String::new());
        summarise(&snapshot(), None, &Extras { title, set, closed_at, zone: chrono_tz::UTC, groups })
    }

    fn sealed(text: &str) -> SealedWave {
        let id = ItemId::try_from("an_item".to_owned()).expect("a valid id");
        let items = vec![Item { id, measure: Measure::Attitude, text: text.to_owned(), favourable: Favourable::Agree }];
        let empty = String::new;
        let (title, fears_prompt, comment_prompt) = (empty(), empty(), empty());
        let set = QuestionSet { id: empty(), title, phase: None, items, fears_prompt, comment_prompt };
        let closed_at = Utc.timestamp_opt(1_790_000_000, 0).single().expect("a moment");
        SealedWave { wave: WaveId::new(1).expect("positive"), set, closed_at, snapshot: snapshot() }
    }

    #[test]
    fn a_statement_in_other_words_is_not_compared_with_what_people_said_before() {
        let compared = what_both_asked(&sealed("I know why."), &sealed("I know why"));
        assert_eq!(compared, snapshot());
        let other = what_both_asked(&sealed("I know why."), &sealed("I know what for."));
        assert!(other.groups.iter().chain([&other.company]).all(|result| result.items.is_empty()));
    }

    /// A wave that asked these departments, and had so many favourable answers of ten in each.
    fn asked(names: &[&str], favourable: u32) -> SealedWave {
        let mut wave = sealed("I know why.");
        let mut result = group(Group::Company, true);
        result.items[0].cell = Cell::Shown(Histogram([10 - favourable, 0, 0, 0, favourable]));
        wave.snapshot.groups =
            names.iter().map(|name| GroupResult { group: department(name), ..result.clone() }).collect();
        wave.snapshot.company = result;
        wave.snapshot.pooled = Vec::new();
        wave
    }

    #[test]
    fn each_department_is_compared_with_the_last_wave_that_asked_it() {
        let mut trial = asked(&["Sales", "Service"], 2);
        (trial.snapshot.company.answered, trial.snapshot.groups) = (None, Vec::new());
        trial.snapshot.pooled = vec!["Sales".to_owned(), "Service".to_owned()];
        let earlier = [trial, asked(&["Service"], 3), asked(&["Sales"], 4), asked(&["Sales", "Service"], 5)];
        let cells = |names: &[&str]| {
            let before = before(&asked(names, 9), &earlier);
            let groups = before.groups.iter().map(|g| (g.group.clone(), g.items[0].cell)).collect::<Vec<_>>();
            (groups, before.company.answered.map(|_| before.company.items[0].cell))
        };
        let cell = |favourable| Cell::Shown(Histogram([10 - favourable, 0, 0, 0, favourable]));
        let (sales, service) = ((department("Sales"), cell(4)), (department("Service"), cell(3)));
        assert_eq!(cells(&["Sales"]), (vec![sales.clone()], Some(cell(4))));
        // Everybody are other people than last time, and the same as the time before.
        assert_eq!(cells(&["Sales", "Service"]), (vec![sales.clone(), service], Some(cell(5))));
        assert_eq!(cells(&["Sales", "Legal"]), (vec![sales], None));
    }

    #[test]
    fn a_department_counts_under_its_own_name_or_where_it_was_pooled() {
        let snapshot = snapshot();
        assert_eq!(snapshot.group_of(" sales"), Some(department("Sales")));
        assert_eq!(snapshot.group_of("LEGAL"), Some(Group::Other));
        assert_eq!(snapshot.group_of("Marketing"), None);
    }

    #[test]
    fn what_a_hidden_group_reported_is_in_no_sum() {
        let of = |champion_reports| GroupExtras {
            champion_reports,
            worries: champion_reports,
            reach: Some(Reach { understood: champion_reports, headcount: 12, is_partial: false }),
            metric_conflicts: 0,
        };
        let groups = BTreeMap::from([(department("Sales"), of(3)), (department("IT"), of(7)), (Group::Other, of(1))]);
        let together = beside::together(&summary(groups.clone()).rows, &groups);
        assert_eq!((together.champion_reports, together.worries), (4, 4));
        assert_eq!(together.reach, Some(Reach { understood: 4, headcount: 24, is_partial: false }));
    }

    #[test]
    fn a_hidden_department_is_refused_by_name_and_threshold() {
        let refused = only(summary(BTreeMap::new()), &snapshot(), "it").expect_err("hidden");
        assert_eq!(refused.key, "sentiment.error.hidden");
        let shown = only(summary(BTreeMap::new()), &snapshot(), "Legal").expect("pooled");
        assert_eq!((shown.rows.len(), shown.pooled.len()), (1, 1));
    }
}
