//! Which launches are refused because of waves that are open or have closed lately.
//!
//! Two results on the same statements, taken from overlapping groups at about the same time, tell by their difference
//! what the few people said who were in one of them only. Nothing that a single result hides helps against that, so
//! such a launch never comes about.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::Wave;
use crate::domain::ids::DepartmentId;
use crate::domain::pulses::QuestionSet;
use crate::domain::waves::{AskedDepartment, WaveState};
use crate::privacy::escaping::escape;
use crate::service::failure::{Failure, UserError};
use crate::service::views;
use crate::store;
use crate::values;

/// For so long after a close people are taken to think as they did. Shorter than any pause that makes sense between two
/// pulses (brief.md: every four to six weeks); our own judgement.
const SAME_MOOD: TimeDelta = TimeDelta::days(14);

/// Refuses to ask statements of departments that a wave asks just now, or has asked lately together with others.
pub(super) async fn refuse(
    tx: &mut store::Tx,
    set: &QuestionSet,
    asked: &[AskedDepartment],
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let waves: Vec<Wave> = store::waves::list_waves(tx).await?;
    for wave in waves.iter().filter(|wave| ask_the_same(&wave.set, set)) {
        let until = wave.closed_at.unwrap_or(wave.closes_at) + SAME_MOOD;
        let is_fresh = match wave.state {
            WaveState::Open => true,
            WaveState::Closing | WaveState::Sealing | WaveState::Sealed => now < until,
            WaveState::Cancelling | WaveState::Cancelled => false,
        };
        if !is_fresh {
            continue;
        }
        let theirs = store::waves::list_asked(tx, wave.id).await?;
        let Some(both) = asked.iter().find(|ours| theirs.iter().any(|other| other.id == ours.id)) else { continue };
        let department = escape(&both.name);
        if wave.state == WaveState::Open {
            let values = values! { title => &wave.set.title, department => department };
            return Err(UserError::with("pulse.error.already_open", values).into());
        }
        if ids(asked) != ids(&theirs) {
            let names: Vec<_> = theirs.iter().map(|asked| escape(&asked.name)).collect();
            let values =
                values! { department => department, departments => names.join(", "), time => views::moment(until) };
            return Err(UserError::with("pulse.error.asked_lately", values).into());
        }
    }
    Ok(())
}

/// Whether two sets have a statement in common.
fn ask_the_same(one: &QuestionSet, other: &QuestionSet) -> bool {
    one.items.iter().any(|item| other.items.iter().any(|theirs| theirs.id == item.id))
}

fn ids(asked: &[AskedDepartment]) -> BTreeSet<DepartmentId> {
    asked.iter().map(|asked| asked.id).collect()
}
