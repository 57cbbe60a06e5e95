//! What keeps changes to an announcement from being saved: they were begun while it was planned, and may come when it is
//! out, or its managers are briefed.

use chrono::{DateTime, Utc};

use super::launching::refuse_unfinished;
use super::{Loaded, cascade, load, not_found, planning, state_error, unknown};
use crate::domain::announcements::Plan;
use crate::domain::cascades::LeadTime;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, contact};
use crate::store::{self, StoreConnection};

/// Refuses changes that can't be saved as they are, or that a second lead can't approve.
pub(super) async fn check(
    services: &Services,
    connection: &mut StoreConnection,
    actor: &Actor,
    changes: &Loaded,
) -> Result<(), Failure> {
    let before = load(connection, changes.announcement.edits.ok_or_else(unknown)?).await?.ok_or_else(not_found)?;
    refuse(services, connection, actor, &before, changes).await
}

/// The same, of changes to what an announcement is now.
pub(super) async fn refuse(
    services: &Services,
    connection: &mut StoreConnection,
    actor: &Actor,
    before: &Loaded,
    changes: &Loaded,
) -> Result<(), Failure> {
    let (old, plan, now) = (&before.announcement, &changes.announcement.plan, services.clock.now());
    if !old.state.is_editable() {
        return Err(state_error(services, actor, "announce.error.over_to_save", old.state).into());
    }
    refuse_unfinished(services, changes)?;
    // It went out, or its brief did, since the changes were begun.
    let begun = store::occurrences::has_begun(connection, old.id).await?;
    if begun && lead_time(changes) != lead_time(before) {
        return Err(UserError::new("cascade.error.begun_to_save").into());
    }
    let is_moved = *plan != old.plan;
    if !old.state.is_to_come() && is_replanned(before, changes) {
        return Err(UserError::new("announce.error.out_to_save").into());
    }
    let next = if is_moved {
        Some(next_run(connection, before, plan, now).await?)
    } else {
        store::occurrences::find_planned(connection, old.id).await?.map(|next| next.planned)
    };
    let is_rebriefed = is_moved || lead_time(changes) != lead_time(before);
    let quiet = contact::quiet(connection, &changes.company).await?;
    let briefed = next.filter(|_| is_rebriefed && !begun);
    match briefed.and_then(|next| cascade::problem(changes, next, &quiet, now)) {
        Some(problem) => Err(problem.into()),
        None => Ok(()),
    }
}

/// The next run by a changed plan, if it can have one.
pub(super) async fn next_run(
    connection: &mut StoreConnection,
    before: &Loaded,
    plan: &Plan,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, Failure> {
    let old = &before.announcement;
    if let Some(problem) = planning::problem(plan, now) {
        return Err(problem.into());
    }
    if old.plan.rule.is_none() && store::changes::count_newest_posts(connection, old.id).await? > 0 {
        return Err(UserError::new("announce.error.posted_to_plan").into());
    }
    plan.upcoming(now, 1).first().copied().ok_or_else(|| UserError::new("announce.error.no_time_to_save").into())
}

/// Whether changes give an announcement another plan or audience: what was agreed on for it is to be looked at again.
pub(super) fn is_replanned(before: &Loaded, changes: &Loaded) -> bool {
    let audience = |loaded: &Loaded| loaded.chosen().map(|one| one.id).collect::<Vec<_>>();
    before.announcement.plan != changes.announcement.plan || audience(before) != audience(changes)
}

/// When its managers are briefed.
pub(super) fn lead_time(loaded: &Loaded) -> Option<LeadTime> {
    loaded.cascade.map(|cascade| cascade.lead_time)
}
