//! What champions reported, and how far announcements reached, beside a wave's frozen results.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::domain::ids::DepartmentId;
use crate::domain::snapshot::Group;
use crate::domain::waves::AskedDepartment;
use crate::report::summary::{GroupExtras, Reach, Row};
use crate::service::Services;
use crate::service::announcements::overview::FEWEST;
use crate::service::failure::Failure;
use crate::service::pulses::Wave;
use crate::store::snapshots::SealedWave;
use crate::store::waves::OtherClose;
use crate::store::{self, GuildStore};

/// The time from which a department's reports, announcements and worries count, and until when.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    after: Option<DateTime<Utc>>,
    until: DateTime<Utc>,
}

/// What champions reported, and how far announcements reached, per group. Each department counts since the last wave before
/// that asked it: until this one's close, or until now if no later one asked anybody of its group, so that nothing counts in
/// two, and no group goes on without some of its departments: what is new in it would be of the others alone. Departments of
/// fewer than [`FEWEST`] people have no reach.
pub(super) async fn groups(
    services: &Services,
    store: &GuildStore,
    wave: &SealedWave,
) -> Result<BTreeMap<Group, GroupExtras>, Failure> {
    let mut reader = store.reader().await?;
    let partition = store::waves::find_wave(&mut reader, wave.wave).await?.map(|wave: Wave| wave.partition);
    let partition = partition.ok_or_else(|| anyhow::anyhow!("the results of {} lack their wave", wave.wave))?;
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
        for reached in store::reach::list_reach(&mut reader, after, until, FEWEST).await? {
            let Some((asked, group)) = of(reached.department, &reached.name) else { continue };
            let extras = groups.entry(group).or_default();
            extras.worries += reached.worries;
            // In "Other", a few people's count would be what is left of it without its larger departments, of which
            // `/announce reach` tells it.
            if reached.was_addressed && asked.id == reached.department {
                let reach = extras.reach.get_or_insert_default();
                if partition.people_of(asked.id) < FEWEST {
                    reach.is_partial = true;
                } else {
                    reach.understood += reached.understood;
                    reach.headcount += asked.eligible;
                }
            }
        }
    }
    Ok(groups)
}

/// The sums of the groups that are shown.
pub(super) fn together(rows: &[Row], groups: &BTreeMap<Group, GroupExtras>) -> GroupExtras {
    let shown = || rows.iter().filter_map(|row| groups.get(&row.group));
    let reach = shown().filter_map(|extras| extras.reach).reduce(|all, one| Reach {
        understood: all.understood + one.understood,
        headcount: all.headcount + one.headcount,
        is_partial: all.is_partial || one.is_partial,
    });
    let sum = |part: fn(&GroupExtras) -> u32| shown().map(part).sum();
    GroupExtras {
        reach,
        worries: sum(|extras| extras.worries),
        champion_reports: sum(|extras| extras.champion_reports),
        metric_conflicts: sum(|extras| extras.metric_conflicts),
    }
}
