//! Builds a summary: the wave's frozen results, the results before, and what else is known of each group.

use std::collections::BTreeMap;

use crate::domain::company::Company;
use crate::domain::ids::DepartmentId;
use crate::domain::pulses::ItemId;
use crate::domain::snapshot::{Group, Snapshot};
use crate::privacy::escaping::escape;
use crate::report::summary::{Extras, GroupExtras, Reach, Row, Summary, summarise};
use crate::service::Services;
use crate::service::failure::{Failure, UserError};
use crate::store::snapshots::SealedWave;
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
    let (wave, previous) = (&sealed[place], sealed.get(place + 1));
    let mut extras = Extras {
        title: services.texts.say(language, "sentiment.summary.title", values! {}),
        set: wave.set.title.clone(),
        closed_at: wave.closed_at,
        zone: company.timezone,
        groups: groups(services, store, wave, previous, place == 0).await?,
    };
    let before = previous.map(|previous| what_both_asked(previous, wave));
    let first = summarise(&wave.snapshot, before.as_ref(), &extras);
    // Everybody's counts are those of the groups that are shown: from a whole, a hidden group's could be computed.
    extras.groups.insert(Group::Company, together(&first.rows, &extras.groups));
    Ok(summarise(&wave.snapshot, before.as_ref(), &extras))
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

/// What champions reported, and how far announcements reached, since the wave before closed, per group: until now for
/// the newest wave, until its close for an older one, so that nothing counts in two.
async fn groups(
    services: &Services,
    store: &GuildStore,
    wave: &SealedWave,
    previous: Option<&SealedWave>,
    is_newest: bool,
) -> Result<BTreeMap<Group, GroupExtras>, Failure> {
    let until = if is_newest { services.clock.now() } else { wave.closed_at };
    let mut reader = store.reader().await?;
    let after = match previous {
        Some(previous) => Some(previous.closed_at),
        // Its results may have been deleted after their time: what came before it stays out all the same.
        None => store::waves::find_close_before(&mut reader, wave.closed_at).await?,
    };
    let asked = store::waves::list_asked(&mut reader, wave.wave).await?;
    let at_launch: BTreeMap<DepartmentId, (String, u32)> =
        asked.into_iter().map(|asked| (asked.id, (asked.name, asked.eligible))).collect();
    let group = |department: DepartmentId, name: String| {
        let name = at_launch.get(&department).map_or(name, |(name, _)| name.clone());
        wave.snapshot.group_of(&name)
    };
    let mut groups: BTreeMap<Group, GroupExtras> = BTreeMap::new();
    for count in store::reports::list_counts(&mut reader, after, until).await? {
        let Some(group) = group(count.department, count.name) else { continue };
        let extras = groups.entry(group).or_default();
        extras.champion_reports += count.reports;
        extras.metric_conflicts += count.metric_conflicts;
    }
    for reached in store::reach::list_reach(&mut reader, after, until).await? {
        let Some(group) = group(reached.department, reached.name) else { continue };
        let extras = groups.entry(group).or_default();
        extras.worries += reached.worries;
        let headcount = at_launch.get(&reached.department).map(|(_, eligible)| *eligible);
        if let Some(headcount) = headcount.filter(|_| reached.was_addressed) {
            let reach = extras.reach.get_or_insert(Reach { understood: 0, headcount: 0 });
            reach.understood += reached.understood;
            reach.headcount += headcount;
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
    use chrono::{TimeZone, Utc};

    use super::*;
    use crate::domain::ids::WaveId;
    use crate::domain::labels::Measure;
    use crate::domain::pulses::{Favourable, Item, QuestionSet};
    use crate::domain::snapshot::{Cell, GroupResult, Histogram, ItemResult};

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
