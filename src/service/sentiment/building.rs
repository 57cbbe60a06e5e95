//! Builds a summary: the wave's frozen results, the results before, and what else is known of each group.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::domain::company::Company;
use crate::domain::ids::DepartmentId;
use crate::domain::pulses::ItemId;
use crate::domain::snapshot::{Group, GroupResult, Snapshot};
use crate::domain::waves::AskedDepartment;
use crate::privacy::escaping::escape;
use crate::report::summary::{Extras, GroupExtras, Reach, Row, Summary, summarise};
use crate::service::Services;
use crate::service::failure::{Failure, UserError};
use crate::store::snapshots::SealedWave;
use crate::store::waves::OtherClose;
use crate::store::{self, GuildStore};
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
        groups: groups(services, store, wave).await?,
    };
    let before = before(wave, &sealed[place + 1..]);
    let first = summarise(&wave.snapshot, Some(&before), &extras);
    // Everybody's counts are those of the groups that are shown: from a whole, a hidden group's could be computed.
    extras.groups.insert(Group::Company, together(&first.rows, &extras.groups));
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
/// asked it, everybody and "Other" with the last one that asked the same departments.
fn before(wave: &SealedWave, earlier: &[SealedWave]) -> Snapshot {
    let own = |result: &GroupResult| {
        let Group::Department(name) = &result.group else { return None };
        let last = earlier.iter().find(|earlier| earlier.snapshot.group_of(name).is_some())?;
        let then = what_both_asked(last, wave);
        let result = then.groups.into_iter().find(|then| then.group == result.group)?;
        Some((then.threshold, result))
    };
    let (thresholds, departments): (Vec<_>, Vec<_>) = wave.snapshot.groups.iter().filter_map(own).unzip();
    let same = earlier.iter().find(|earlier| departments_of(&earlier.snapshot) == departments_of(&wave.snapshot));
    let nothing = GroupResult { group: Group::Company, eligible: 0, answered: None, items: Vec::new(), fears: None };
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

/// The time from which a department's reports, announcements and worries count, and until when.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    after: Option<DateTime<Utc>>,
    until: DateTime<Utc>,
}

/// What champions reported, and how far announcements reached, per group. Each department counts since the last wave before
/// that asked it: until this one's close, or until now if no later one asked anybody of its group, so that nothing counts in
/// two, and no group goes on without some of its departments: what is new in it would be of the others alone.
async fn groups(
    services: &Services,
    store: &GuildStore,
    wave: &SealedWave,
) -> Result<BTreeMap<Group, GroupExtras>, Failure> {
    let mut reader = store.reader().await?;
    let asked = store::waves::list_asked(&mut reader, wave.wave).await?;
    let closes = store::waves::list_other_closes(&mut reader, wave.wave).await?;
    let own = |department: &AskedDepartment| {
        let (id, name) = (department.id, department.name.clone());
        // One that was made anew goes on where that of its name ended.
        let is_same = move |close: &&OtherClose| close.department == id || close.name.eq_ignore_ascii_case(&name);
        closes.iter().filter(is_same).map(|close| close.closed_at)
    };
    let is_over = |department: &&AskedDepartment| own(department).any(|closed_at| closed_at > wave.closed_at);
    let over: BTreeSet<Group> =
        asked.iter().filter(is_over).filter_map(|asked| wave.snapshot.group_of(&asked.name)).collect();
    let mut stretches: BTreeMap<Stretch, Vec<&AskedDepartment>> = BTreeMap::new();
    for department in &asked {
        let Some(group) = wave.snapshot.group_of(&department.name) else { continue };
        let after = own(department).filter(|closed_at| *closed_at < wave.closed_at).max();
        let until = if over.contains(&group) { wave.closed_at } else { services.clock.now() };
        stretches.entry(Stretch { after, until }).or_default().push(department);
    }
    let mut groups: BTreeMap<Group, GroupExtras> = BTreeMap::new();
    for (Stretch { after, until }, departments) in stretches {
        // A department that was made anew since counts with the one of its name.
        let of = |id: DepartmentId, name: &str| {
            let with_id = departments.iter().find(|asked| asked.id == id);
            let is_asked = || asked.iter().any(|asked| asked.id == id);
            let of_name =
                || departments.iter().find(|asked| asked.name.eq_ignore_ascii_case(name)).filter(|_| !is_asked());
            let asked = with_id.or_else(of_name)?;
            Some((*asked, wave.snapshot.group_of(&asked.name)?))
        };
        for count in store::reports::list_counts(&mut reader, after, until).await? {
            let Some((_, group)) = of(count.department, &count.name) else { continue };
            let extras = groups.entry(group).or_default();
            extras.champion_reports += count.reports;
            extras.metric_conflicts += count.metric_conflicts;
        }
        for reached in store::reach::list_reach(&mut reader, after, until).await? {
            let Some((asked, group)) = of(reached.department, &reached.name) else { continue };
            let extras = groups.entry(group).or_default();
            extras.worries += reached.worries;
            if reached.was_addressed && asked.id == reached.department {
                let reach = extras.reach.get_or_insert(Reach { understood: 0, headcount: 0 });
                reach.understood += reached.understood;
                reach.headcount += asked.eligible;
            }
        }
    }
    Ok(groups)
}

fn together(rows: &[Row], groups: &BTreeMap<Group, GroupExtras>) -> GroupExtras {
    let shown = || rows.iter().filter_map(|row| groups.get(&row.group));
    let reach = shown().filter_map(|extras| extras.reach).reduce(|all, one| Reach {
        understood: all.understood + one.understood,
        headcount: all.headcount + one.headcount,
    });
    let sum = |part: fn(&GroupExtras) -> u32| shown().map(part).sum();
    GroupExtras {
        reach,
        worries: sum(|extras| extras.worries),
        champion_reports: sum(|extras| extras.champion_reports),
        metric_conflicts: sum(|extras| extras.metric_conflicts),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;
    use crate::domain::ids::WaveId;
    use crate::domain::labels::Measure;
    use crate::domain::pulses::{Favourable, Item, QuestionSet};
    use crate::domain::snapshot::{Cell, Histogram, ItemResult};

    fn group(group: Group, is_shown: bool) -> GroupResult {
        let cell = if is_shown { Cell::Shown(Histogram([1, 2, 2, 3, 4])) } else { Cell::Hidden };
        let item = ItemId::try_from("an_item".to_owned()).expect("a valid id");
        let items = vec![ItemResult { item, measure: Measure::Attitude, cell }];
        GroupResult { group, eligible: 12, answered: is_shown.then_some(10), items, fears: None }
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
        let earlier = [asked(&["Service"], 3), asked(&["Sales"], 4), asked(&["Sales", "Service"], 5)];
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
            reach: Some(Reach { understood: champion_reports, headcount: 12 }),
            metric_conflicts: 0,
        };
        let groups = BTreeMap::from([(department("Sales"), of(3)), (department("IT"), of(7)), (Group::Other, of(1))]);
        let together = together(&summary(groups.clone()).rows, &groups);
        assert_eq!((together.champion_reports, together.worries), (4, 4));
        assert_eq!(together.reach, Some(Reach { understood: 4, headcount: 24 }));
    }

    #[test]
    fn a_hidden_department_is_refused_by_name_and_threshold() {
        let refused = only(summary(BTreeMap::new()), &snapshot(), "it").expect_err("hidden");
        assert_eq!(refused.key, "sentiment.error.hidden");
        let shown = only(summary(BTreeMap::new()), &snapshot(), "Legal").expect("pooled");
        assert_eq!((shown.rows.len(), shown.pooled.len()), (1, 1));
    }
}
