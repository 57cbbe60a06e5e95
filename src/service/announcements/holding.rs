//! Holding an announcement back, and letting it go on.
//!
//! A posting that is under way goes to its end. What repeats goes on with its next run; nothing is caught up on. A
//! single posting whose time passed meanwhile is not sent unasked.

use chrono::{DateTime, Utc};

use super::{Loaded, audit, cascade, lead, load, not_found, overview, stale, state_error, unknown};
use crate::domain::announcements::{AnnouncementState, OccurrenceKind, OccurrenceState, Plan};
use crate::domain::ids::AnnouncementId;
use crate::domain::lifecycle::Step;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::store::{self, StoreConnection};

/// What was held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The announcement.
    pub loaded: Loaded,
    /// When it would have been posted next.
    pub next: DateTime<Utc>,
}

/// What came of resuming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resumed {
    /// It goes on, next at this time, and its managers are briefed so.
    Goes(Loaded, DateTime<Utc>, Briefed),
    /// Its one time passed: a lead decides.
    Asks(Loaded, DateTime<Utc>),
}

/// What becomes of the managers' brief of what goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Briefed {
    /// Managers have it, get it when they were to, or get none.
    AsPlanned,
    /// They get it at this time.
    At(DateTime<Utc>),
    /// It was to go out at this time, and now is too late for it.
    NoTime(DateTime<Utc>),
    /// No department has managers any more who could get it: it is taken out of the announcement.
    Nobody,
}

/// Holds an announcement back that waits for its time.
pub async fn pause(services: &Services, actor: &Actor, number: &str) -> Result<Held, Failure> {
    hold(services, actor, overview::parse(number)?).await
}

/// The same, with a button.
pub async fn hold(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Held, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(not_found)?;
    let from = loaded.announcement.state;
    let to = from.after(Step::Pause);
    let to = to.ok_or_else(|| state_error(services, actor, "announce.error.not_to_pause", from))?;
    // A posting that was missed, or is on its way, is nothing that could be held back.
    let next = store::occurrences::find_planned(&mut tx, id).await?;
    let next = next.ok_or_else(|| UserError::new("announce.error.nothing_to_pause"))?.planned;
    store::announcements::mark_announcement(&mut tx, id, from, to).await?;
    audit(services, &mut tx, actor, "announcement.paused", id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(Held { loaded, next })
}

/// The same from a notice, whose button stays there longer than there is something to hold back: then the announcement,
/// which is paused already, or out.
pub async fn hold_by_notice(
    services: &Services,
    actor: &Actor,
    id: AnnouncementId,
) -> Result<Result<Held, Loaded>, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    if !can_be_held(&mut reader, id).await? {
        let loaded = load(&mut reader, id).await?.ok_or_else(not_found)?;
        if loaded.announcement.state != AnnouncementState::Cancelled {
            return Ok(Err(loaded));
        }
    }
    drop(reader);
    hold(services, actor, id).await.map(Ok)
}

/// Whether there is something to hold back, and nothing of it is out: of what repeats, only the first run is what managers
/// were to hear of first.
pub(in crate::service) async fn can_be_held(
    connection: &mut StoreConnection,
    id: AnnouncementId,
) -> Result<bool, Failure> {
    let state = store::announcements::find_announcement(connection, id).await?.map(|found| found.state);
    let can_be_paused = state.and_then(|state| state.after(Step::Pause)).is_some();
    Ok(can_be_paused
        && store::occurrences::find_planned(connection, id).await?.is_some()
        && store::occurrences::find_first_start(connection, id).await?.is_none())
}

/// Lets it go on; asks where its one time has passed.
pub async fn resume(services: &Services, actor: &Actor, number: &str) -> Result<Resumed, Failure> {
    let (mut tx, loaded) = begin(services, actor, overview::parse(number)?).await?;
    let (id, now) = (loaded.announcement.id, services.clock.now());
    let waiting = store::occurrences::find_planned(&mut tx, id).await?.ok_or_else(stale)?;
    let plan = &loaded.announcement.plan;
    let next = match &plan.rule {
        _ if waiting.planned > now => waiting.planned,
        None => return Ok(Resumed::Asks(loaded, waiting.planned)),
        Some(rule) => {
            let next = rule.next_after(now, plan.zone).ok_or_else(|| UserError::new("announce.error.no_next"))?;
            let (from, to) = (OccurrenceState::Planned, OccurrenceState::Cancelled);
            store::occurrences::mark_occurrence(&mut tx, waiting.id, from, to).await?;
            store::occurrences::put_planned(&mut tx, waiting.schedule, OccurrenceKind::Post, next).await?;
            next
        }
    };
    let briefed = replan_brief(&mut tx, &loaded, next, now).await?;
    end(services, tx, actor, id).await?;
    Ok(Resumed::Goes(loaded, next, briefed))
}

/// Plans the brief anew, if its time passed meanwhile or the post goes out at another one. The brief that managers have
/// follows the post.
async fn replan_brief(
    tx: &mut store::Tx,
    loaded: &Loaded,
    next: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Briefed, Failure> {
    let (id, schedule) = (loaded.announcement.id, loaded.announcement.schedule);
    let is_moved = loaded.cascade.and_then(|cascade| cascade.deadline) != Some(next);
    if is_moved && store::occurrences::find_first_start(tx, id).await?.is_none() {
        store::cascades::mark_restarted(tx, id).await?;
    }
    if is_moved && cascade::change_brief(tx, id, now).await? {
        return Ok(Briefed::AsPlanned);
    }
    let brief = store::cascades::find_waiting_brief(tx, schedule).await?;
    let Some(brief) = brief.filter(|planned| is_moved || *planned <= now) else { return Ok(Briefed::AsPlanned) };
    store::cascades::mark_brief_cancelled(tx, schedule).await?;
    if loaded.briefed().next().is_none() {
        store::cascades::put_cascade(tx, id, None).await?;
        return Ok(Briefed::Nobody);
    }
    match cascade::plan(tx, loaded, next, now).await {
        Ok(Some(planned)) => Ok(Briefed::At(planned)),
        Ok(None) => Ok(Briefed::AsPlanned),
        Err(Failure::User(_)) => Ok(Briefed::NoTime(brief)),
        Err(failure) => Err(failure),
    }
}

/// A lead decides that one whose time has passed goes out now.
pub async fn resume_now(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Loaded, Failure> {
    let (mut tx, loaded) = begin(services, actor, id).await?;
    let (announcement, now) = (&loaded.announcement, services.clock.now());
    let waiting = store::occurrences::find_planned(&mut tx, id).await?.ok_or_else(stale)?;
    if announcement.plan.rule.is_some() || waiting.planned > now {
        return Err(stale());
    }
    let plan = Plan { first: Some(now), ..announcement.plan.clone() };
    store::announcements::update_plan(&mut tx, id, &plan).await?;
    store::occurrences::mark_plan_cancelled(&mut tx, id).await?;
    store::occurrences::put_planned(&mut tx, announcement.schedule, OccurrenceKind::Post, now).await?;
    end(services, tx, actor, id).await?;
    Ok(loaded)
}

/// One that is held back, for whoever decides to leave it so.
pub async fn leave(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Loaded, Failure> {
    let (tx, loaded) = begin(services, actor, id).await?;
    drop(tx);
    Ok(loaded)
}

async fn begin(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<(store::Tx, Loaded), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(not_found)?;
    let state = loaded.announcement.state;
    if state == AnnouncementState::Paused {
        return Ok((tx, loaded));
    }
    Err(state_error(services, actor, "announce.error.not_to_resume", state).into())
}

async fn end(services: &Services, mut tx: store::Tx, actor: &Actor, id: AnnouncementId) -> Result<(), Failure> {
    let from = AnnouncementState::Paused;
    let to = from.after(Step::Resume).ok_or_else(unknown)?;
    store::announcements::mark_announcement(&mut tx, id, from, to).await?;
    audit(services, &mut tx, actor, "announcement.resumed", id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(())
}
