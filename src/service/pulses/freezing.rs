//! What a launch fixes: whom a wave asks, how they are grouped, what it asks, until when (promises.md P11).
//!
//! A wave that is planned is fixed in the same way as one that opens at once. Its keys are made when it opens.

use std::collections::HashMap;

use chrono::{DateTime, SubsecRound, Utc};

use super::open_waves::vault;
use super::{Services, Wave, overlap};
use crate::domain::departments::Department;
use crate::domain::ids::{GuildId, RoleId, SeriesId, UserId, WaveId};
use crate::domain::pulses::QuestionSet;
use crate::domain::rhythm::Run;
use crate::domain::waves::{AskedDepartment, WaveState};
use crate::privacy::coarsen::{self, Partition};
use crate::privacy::escaping::escape;
use crate::privacy::thresholds::Thresholds;
use crate::service::failure::{Failure, UserError};
use crate::service::setup;
use crate::store::waves::NewWave;
use crate::store::{self, GuildStore};
use crate::values;

/// The moment, in whole seconds as waves are stored.
pub(super) fn now(services: &Services) -> DateTime<Utc> {
    services.clock.now().trunc_subsecs(0)
}

/// The departments named, or all that are not frozen.
pub(super) fn chosen(all: &[Department], names: Option<&str>) -> Result<Vec<Department>, UserError> {
    let Some(names) = names else {
        let active: Vec<_> = all.iter().filter(|department| !department.frozen).cloned().collect();
        return if active.is_empty() { Err(UserError::new("pulse.error.no_departments")) } else { Ok(active) };
    };
    let mut chosen: Vec<Department> = Vec::new();
    for name in names.split(',').filter(|name| !name.trim().is_empty()) {
        let department = setup::find(all, name)?;
        if department.frozen {
            let name = escape(department.name.as_str());
            return Err(UserError::with("pulse.error.department_frozen", values! { department => name }));
        }
        if chosen.iter().all(|known| known.id != department.id) {
            chosen.push(department.clone());
        }
    }
    if chosen.is_empty() { Err(UserError::new("pulse.error.no_departments")) } else { Ok(chosen) }
}

/// The departments with their headcounts, given by hand or the role's members; and how many hold each role. A headcount
/// given by hand is no substitute: by that alone, what must not tell that everybody answered could (P9).
pub(super) async fn count_people(
    services: &Services,
    guild: GuildId,
    departments: &[Department],
) -> Result<(Vec<AskedDepartment>, Holders), Failure> {
    let counts = services.chat.role_member_counts(guild).await;
    let counts = counts.map_err(|_| UserError::new(NO_HEADCOUNT))?;
    let asked = |department: &Department| {
        let eligible = department.headcount.or_else(|| counts.get(&department.role).copied());
        AskedDepartment {
            id: department.id,
            name: department.name.to_string(),
            role: department.role,
            channel: department.channel,
            eligible: eligible.unwrap_or(0),
        }
    };
    let asked: Vec<_> = departments.iter().map(asked).collect();
    if asked.iter().all(|department| department.eligible == 0) {
        return Err(UserError::new("pulse.error.nobody").into());
    }
    Ok((asked, counts))
}

/// How many people hold each role.
pub(super) type Holders = HashMap<RoleId, u32>;

/// People could not be counted just now; it may work later.
pub(super) const NO_HEADCOUNT: &str = "pulse.error.no_headcount";

/// What is to be fixed.
pub(super) struct Plan<'a> {
    pub(super) set: &'a QuestionSet,
    pub(super) asked: &'a [AskedDepartment],
    pub(super) holders: &'a Holders,
    pub(super) run: Run,
    /// Open, or planned.
    pub(super) state: WaveState,
    pub(super) series: Option<SeriesId>,
    pub(super) by: UserId,
}

/// Stores a wave; if it opens at once, with its keys. Both are there after the commit, or neither matters.
pub(super) async fn freeze(
    services: &Services,
    store: &GuildStore,
    tx: &mut store::Tx,
    plan: Plan<'_>,
) -> Result<Wave, Failure> {
    let thresholds = Thresholds::default();
    let people = |asked: &AskedDepartment| coarsen::AskedDepartment {
        id: asked.id,
        name: asked.name.clone(),
        eligible: asked.eligible,
        holders: Some(plan.holders.get(&asked.role).copied().unwrap_or(0)),
    };
    let partition = Partition::at_launch(&plan.asked.iter().map(people).collect::<Vec<_>>(), thresholds);
    overlap::refuse(tx, plan.asked, plan.run, None).await?;
    let wave = NewWave {
        set: plan.set,
        partition: &partition,
        thresholds,
        launched_at: now(services),
        opens_at: plan.run.opens,
        closes_at: plan.run.closes,
        state: plan.state,
        series: plan.series,
        launched_by: plan.by,
    };
    let id = store::waves::insert_wave(tx, wave).await?;
    for department in plan.asked {
        store::waves::insert_wave_department(tx, id, department).await?;
    }
    if plan.state == WaveState::Open {
        make_keys(store, id)?;
    }
    let wave = store::waves::find_wave(tx, id).await?;
    Ok(wave.expect("inserted just now"))
}

/// Makes the keys of a wave that opens.
pub(super) fn make_keys(store: &GuildStore, id: WaveId) -> Result<(), Failure> {
    // A try that broke off before its commit may have left a key file for a wave that never was.
    let vault = vault(store)?;
    vault.destroy_wave_keys(id).map_err(anyhow::Error::from)?;
    vault.create_wave_keys(id).map_err(anyhow::Error::from)?;
    Ok(())
}
