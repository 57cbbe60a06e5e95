//! What keeps changes to an announcement from being saved, and how they become so again: they were begun while it was
//! planned, and may come when it is out, or its managers are briefed.

use chrono::{DateTime, Utc};

use super::launching::refuse_unfinished;
use super::{Loaded, cascade, load, not_found, planning, state_error, unknown};
use crate::domain::announcements::{Announcement, Plan};
use crate::domain::cascades::LeadTime;
use crate::domain::ids::AnnouncementId;
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

/// What changes say of time, audience and brief is over once their announcement is out, and of the brief alone once
/// managers have it: the words are left.
pub(super) async fn drop_what_is_over(
    tx: &mut store::Tx,
    original: &Announcement,
    draft: AnnouncementId,
) -> Result<(), Failure> {
    let (before, changes) =
        (load(tx, original.id).await?.ok_or_else(not_found)?, load(tx, draft).await?.ok_or_else(unknown)?);
    let is_out = !original.state.is_to_come();
    let drops_plan = is_out && is_replanned(&before, &changes);
    let drops_brief =
        lead_time(&before) != lead_time(&changes) && (is_out || store::occurrences::has_begun(tx, original.id).await?);
    if drops_brief {
        store::cascades::put_cascade(tx, draft, lead_time(&before)).await?;
    }
    if drops_plan {
        store::announcements::update_plan(tx, draft, &before.announcement.plan).await?;
        for part in &changes.addressees {
            let chosen = before.addressees.iter().any(|one| one.department == part.department && one.chosen);
            store::announcements::put_chosen(tx, draft, part.department, chosen).await?;
        }
    }
    if drops_plan || drops_brief {
        store::changes::mark_changed(tx, draft).await?;
    }
    Ok(())
}
