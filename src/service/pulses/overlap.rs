//! Which launches are refused because of waves that are open, are to open, or have closed lately.
//!
//! Two results taken from overlapping groups at about the same time tell by their difference what the few people said who
//! were in one of them only. Nothing that a single result hides helps against that, so such a launch never comes about.
//! Which statements they ask makes no difference: every wave asks what worries people, in the same codes.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::Wave;
use crate::domain::ids::{RoleId, WaveId};
use crate::domain::rhythm::Run;
use crate::domain::waves::{AskedDepartment, WaveState};
use crate::privacy::escaping::escape;
use crate::service::failure::{Failure, UserError};
use crate::service::views;
use crate::store;
use crate::values;

/// For so long after a close people are taken to think as they did. Shorter than any pause that makes sense between two
/// pulses (brief.md: every four to six weeks); our own judgement.
pub(super) const SAME_MOOD: TimeDelta = TimeDelta::days(14);

/// Who opens for less, or closes early, can stop as soon as five have answered. Whoever doesn't answer within two days
/// mostly doesn't answer; our own judgement.
const WHOLE: TimeDelta = TimeDelta::hours(48);

/// Between two whole pulses of the same people at least so much must pass: within hours nobody thinks anew, and who answers
/// one of them only could be worked out. Our own judgement.
const PAUSE: TimeDelta = TimeDelta::days(3);

/// Refuses to ask departments that another wave asks at the same time, or shortly before or after together with others; or
/// at all, where leads closed the one before early, one of them is open for a short time, or too little time lies between
/// them. `ours` is the wave itself, where it exists already.
pub(super) async fn refuse(
    tx: &mut store::Tx,
    asked: &[AskedDepartment],
    run: Run,
    ours: Option<WaveId>,
) -> Result<(), Failure> {
    let waves: Vec<Wave> = store::waves::list_waves(tx).await?;
    let empty = without_result(tx).await?;
    for wave in waves.iter().filter(|wave| Some(wave.id) != ours && !empty.contains(&wave.id)) {
        // Nobody answers after the planned close, whenever the bot gets to it.
        let end = wave.closed_at.map_or(wave.closes_at, |closed| closed.min(wave.closes_at));
        let is_same_time = match wave.state {
            WaveState::Open | WaveState::Planned => wave.opens_at < run.closes && run.opens < end,
            WaveState::Closing | WaveState::Sealing | WaveState::Sealed => false,
            WaveState::Held | WaveState::Dropped | WaveState::Cancelling | WaveState::Cancelled => continue,
        };
        if run.opens >= end + SAME_MOOD || wave.opens_at >= run.closes + SAME_MOOD {
            continue;
        }
        let theirs = store::waves::list_asked(tx, wave.id).await?;
        let Some(both) = asked.iter().find(|ours| theirs.iter().any(|other| may_share(ours, other))) else { continue };
        let department = escape(&both.name);
        if is_same_time {
            let values = values! { title => &wave.set.title, department => department };
            return Err(match wave.state {
                // Whoever closes it early instead can't ask these people again for some time.
                WaveState::Open => UserError::with("pulse.error.already_open", values.with("time", views::moment(end))),
                _ => {
                    let values = values.with("time", views::moment(wave.opens_at));
                    UserError::with("pulse.error.already_planned", values)
                }
            }
            .into());
        }
        // Who closes as soon as five have answered, and asks again, learns what the sixth said.
        let was_early = wave.closed_at.is_some_and(|closed| closed < wave.closes_at);
        if was_early || (wave.opens_at < run.opens && !is_whole(wave.opens_at, end)) {
            let values = values! { title => &wave.set.title, time => views::moment(end + SAME_MOOD),
            hours => WHOLE.num_hours() };
            return Err(UserError::with("pulse.error.closed_early", values).into());
        }
        if roles(asked) != roles(&theirs) {
            let names: Vec<_> = theirs.iter().map(|asked| escape(&asked.name)).collect();
            let values = values! { department => department, departments => names.join(", ") };
            return Err(if wave.opens_at < run.opens {
                let values = values.with("time", views::moment(end + SAME_MOOD));
                UserError::with("pulse.error.asked_lately", values)
            } else {
                let values = values.with("title", wave.set.title.as_str()).with("time", views::moment(wave.opens_at));
                UserError::with("pulse.error.asked_soon", values)
            }
            .into());
        }
        refuse_too_soon(wave, end, run)?;
    }
    Ok(())
}

/// The sealed waves that too few answered: nothing can be subtracted from a result that doesn't exist.
async fn without_result(tx: &mut store::Tx) -> anyhow::Result<BTreeSet<WaveId>> {
    let sealed = store::snapshots::list_sealed(tx).await?;
    let empty = sealed.iter().filter(|wave| wave.snapshot.company.answered.is_none());
    Ok(empty.map(|wave| wave.wave).collect())
}

/// Whether a wave is open long enough. It may open a little late, and clocks change.
fn is_whole(opens: DateTime<Utc>, closes: DateTime<Utc>) -> bool {
    closes - opens >= WHOLE - TimeDelta::hours(3)
}

/// The same people, asked by two waves of which neither was closed early: these must be whole, or lie apart.
fn refuse_too_soon(wave: &Wave, end: DateTime<Utc>, run: Run) -> Result<(), UserError> {
    let values =
        values! { title => &wave.set.title, opens => views::moment(wave.opens_at), closes => views::moment(end) };
    if !is_whole(run.opens, run.closes) || !is_whole(wave.opens_at, end) {
        let values = values.with("hours", WHOLE.num_hours()).with("days", SAME_MOOD.num_days());
        return Err(UserError::with("pulse.error.too_short", values));
    }
    if run.opens < end + PAUSE && wave.opens_at < run.closes + PAUSE {
        return Err(UserError::with("pulse.error.too_soon", values.with("days", PAUSE.num_days())));
    }
    Ok(())
}

/// Whether two departments have people in common: the same one, perhaps with another role since, or the same role,
/// perhaps under a department that was removed and added again.
fn may_share(one: &AskedDepartment, other: &AskedDepartment) -> bool {
    one.id == other.id || one.role == other.role
}

/// Whom a wave asks: roles, as a department can change its own.
fn roles(asked: &[AskedDepartment]) -> BTreeSet<RoleId> {
    asked.iter().map(|asked| asked.role).collect()
}
