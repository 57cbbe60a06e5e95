//! From a draft to a planned announcement, and the end of one. Nothing is posted here: the scheduler does that.

use chrono::{DateTime, Utc};

use super::{Loaded, audit, cascade, lead, load, not_found, planning, stale, unknown};
use crate::domain::announcements::{AnnouncementState, Occurrence, OccurrenceKind, OccurrenceState, Plan};
use crate::domain::ids::{AnnouncementId, OccurrenceId};
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::store;

/// What was launched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launched {
    /// The announcement.
    pub loaded: Loaded,
    /// Its first run.
    pub first: DateTime<Utc>,
    /// When managers get the brief.
    pub brief: Option<DateTime<Utc>>,
    /// Its run after that.
    pub next: Option<DateTime<Utc>>,
}

/// Plans a draft for the time that it has.
pub async fn schedule(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Launched, Failure> {
    launch(services, actor, id, |plan, now| {
        if let Some(problem) = planning::problem(plan, now) {
            return Err(problem);
        }
        plan.upcoming(now, 1).first().copied().ok_or_else(|| UserError::new("announce.error.no_time"))
    })
    .await
}

/// Posts a draft at once. One that repeats goes on by its rule.
pub async fn post_now(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Launched, Failure> {
    launch(services, actor, id, |_, now| Ok(now)).await
}

async fn launch(
    services: &Services,
    actor: &Actor,
    id: AnnouncementId,
    first: impl Fn(&Plan, DateTime<Utc>) -> Result<DateTime<Utc>, UserError>,
) -> Result<Launched, Failure> {
    lead(services, actor).await?;
    let now = services.clock.now();
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(unknown)?;
    let announcement = &loaded.announcement;
    if announcement.state != AnnouncementState::Draft {
        return Err(stale());
    }
    refuse_unfinished(&loaded)?;
    let first = first(&announcement.plan, now)?;
    let brief = cascade::plan(&mut tx, &loaded, first, now).await?;
    let plan = Plan { first: Some(first), ..announcement.plan.clone() };
    store::announcements::update_plan(&mut tx, id, &plan).await?;
    let (from, to) = (AnnouncementState::Draft, AnnouncementState::Scheduled);
    store::announcements::mark_announcement(&mut tx, id, from, to).await?;
    store::occurrences::insert_occurrence(&mut tx, announcement.schedule, OccurrenceKind::Post, first).await?;
    audit(services, &mut tx, actor, "announcement.scheduled", id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    let next = plan.rule.as_ref().and_then(|rule| rule.next_after(first, plan.zone));
    Ok(Launched { loaded, first, brief, next })
}

fn refuse_unfinished(loaded: &Loaded) -> Result<(), UserError> {
    let words = &loaded.announcement.words;
    if words.title.is_empty() || words.body.is_empty() {
        return Err(UserError::new("announce.error.words_missing"));
    }
    if words.benefit.is_empty() {
        return Err(UserError::new("announce.error.benefit_missing"));
    }
    if loaded.chosen().next().is_none() {
        return Err(UserError::new("announce.error.no_departments"));
    }
    Ok(())
}

/// Calls an announcement off. What is posted stays.
pub async fn cancel(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Loaded, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(not_found)?;
    let from = loaded.announcement.state;
    let to = match from {
        AnnouncementState::Draft => AnnouncementState::Discarded,
        AnnouncementState::Scheduled | AnnouncementState::Paused => AnnouncementState::Cancelled,
        AnnouncementState::Done | AnnouncementState::Cancelled | AnnouncementState::Discarded => {
            return Err(UserError::new("announce.error.nothing_to_cancel").into());
        }
    };
    store::announcements::mark_announcement(&mut tx, id, from, to).await?;
    store::occurrences::mark_waiting_cancelled(&mut tx, id).await?;
    audit(services, &mut tx, actor, "announcement.cancelled", id).await?;
    tx.commit().await?;
    Ok(loaded)
}

/// A lead decides that a posting which was missed, or may or may not be in its channel, goes out now.
pub async fn send_now(services: &Services, actor: &Actor, id: OccurrenceId) -> Result<Loaded, Failure> {
    let (mut tx, loaded, occurrence) = begin_decision(services, actor, id).await?;
    let now = services.clock.now();
    let restarted = store::deliveries::mark_unsure_planned(&mut tx, id).await?;
    if occurrence.state == OccurrenceState::Missed {
        for channel in loaded.targets(&occurrence) {
            store::deliveries::insert_delivery(&mut tx, id, channel).await?;
        }
    } else if restarted == 0 {
        return Err(stale());
    }
    store::occurrences::mark_sending(&mut tx, id, true, now).await?;
    audit(services, &mut tx, actor, "announcement.sent_late", loaded.announcement.id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(loaded)
}

/// A lead decides that it does not go out.
pub async fn discard_occurrence(services: &Services, actor: &Actor, id: OccurrenceId) -> Result<Loaded, Failure> {
    let (mut tx, loaded, occurrence) = begin_decision(services, actor, id).await?;
    let state = occurrence.state;
    let announcement = &loaded.announcement;
    let given_up = store::deliveries::mark_unsure_cancelled(&mut tx, id).await?;
    if state == OccurrenceState::Missed {
        let to = OccurrenceState::Cancelled;
        store::occurrences::mark_occurrence(&mut tx, id, state, to).await?;
        if !store::occurrences::has_waiting(&mut tx, announcement.id).await? {
            let (from, to) = (AnnouncementState::Scheduled, AnnouncementState::Cancelled);
            store::announcements::mark_announcement(&mut tx, announcement.id, from, to).await?;
        }
    } else if given_up == 0 {
        return Err(stale());
    }
    audit(services, &mut tx, actor, "announcement.not_sent", announcement.id).await?;
    tx.commit().await?;
    Ok(loaded)
}

/// Only what was missed, or ended with a doubt, is a lead's to decide.
async fn begin_decision(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
) -> Result<(store::Tx, Loaded, Occurrence), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let occurrence = store::occurrences::find_occurrence(&mut tx, id).await?.ok_or_else(unknown)?;
    let loaded = load(&mut tx, occurrence.announcement).await?.ok_or_else(unknown)?;
    match occurrence.state {
        OccurrenceState::Missed | OccurrenceState::Done => Ok((tx, loaded, occurrence)),
        _ => Err(stale()),
    }
}
