//! From a draft to a planned announcement, and the end of one. Nothing is posted here: the scheduler does that.

use chrono::{DateTime, Utc};

use super::changing::{self, Saved};
use super::drafting::{self, Preview};
use super::{Loaded, approving, audit, cascade, filling, lead, load, not_found, planning, savable, stale, unknown};
use crate::domain::announcements::{
    AnnouncementState, Delivery, DeliveryState, DraftAt, Occurrence, OccurrenceKind, OccurrenceState, Plan,
};
use crate::domain::ids::{AnnouncementId, OccurrenceId};
use crate::domain::lifecycle::Step;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, contact, notices, views};
use crate::store::{self, StoreConnection};

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
    /// It goes out now, rather than at its time.
    pub at_once: bool,
}

/// What became of a draft that somebody wanted to plan, post or save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is planned, or on its way.
    Launched(Launched),
    /// Its changes are saved.
    Saved(Saved),
    /// A second lead is asked first.
    Asked(Loaded),
    /// It was changed meanwhile: nothing happened, and this is how it is now.
    Overtaken(Box<Preview>),
}

/// Plans a draft for the time that it has; of a draft of changes, saves them. `all_the_same`: although it is more than
/// was agreed on for a week.
pub async fn schedule(services: &Services, actor: &Actor, at: DraftAt, all_the_same: bool) -> Result<Outcome, Failure> {
    launch(services, actor, at, false, all_the_same).await
}

/// Posts a draft at once. One that repeats goes on by its rule.
pub async fn post_now(services: &Services, actor: &Actor, at: DraftAt, all_the_same: bool) -> Result<Outcome, Failure> {
    launch(services, actor, at, true, all_the_same).await
}

async fn launch(
    services: &Services,
    actor: &Actor,
    at: DraftAt,
    at_once: bool,
    all_the_same: bool,
) -> Result<Outcome, Failure> {
    let (mut tx, loaded) = match drafting::begin_change(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(Outcome::Overtaken(Box::new(overtaken))),
    };
    store::contact::put_over_budget(&mut tx, at.id, all_the_same).await?;
    if all_the_same {
        audit(services, &mut tx, actor, "announcement.over_budget", loaded.announcement.known_as()).await?;
    }
    let outcome = if loaded.company.approval {
        check(services, &mut tx, actor, &loaded, at_once).await?;
        approving::ask(services, &mut tx, actor, &loaded, at_once).await?;
        Outcome::Asked(loaded)
    } else {
        carry_out(services, &mut tx, actor, loaded, at_once).await?
    };
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(outcome)
}

/// Nobody is asked about what could not be planned or saved.
async fn check(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    loaded: &Loaded,
    at_once: bool,
) -> Result<(), Failure> {
    if is_change(loaded) {
        return savable::check(services, tx, actor, loaded).await;
    }
    refuse_unfinished(services, loaded)?;
    let first = first_run(services, loaded, at_once)?;
    let quiet = contact::quiet(tx, &loaded.company).await?;
    match cascade::problem(loaded, first, &quiet, services.clock.now()) {
        Some(problem) => Err(problem.into()),
        None => Ok(()),
    }
}

/// Plans a draft or saves its changes, in the caller's transaction.
pub(super) async fn carry_out(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    loaded: Loaded,
    at_once: bool,
) -> Result<Outcome, Failure> {
    if is_change(&loaded) {
        return Ok(Outcome::Saved(changing::apply(services, tx, actor, &loaded).await?));
    }
    refuse_unfinished(services, &loaded)?;
    let announcement = &loaded.announcement;
    let first = first_run(services, &loaded, at_once)?;
    let brief = cascade::plan(tx, &loaded, first, services.clock.now()).await?;
    let plan = Plan { first: Some(first), ..announcement.plan.clone() };
    store::announcements::update_plan(tx, announcement.id, &plan).await?;
    let to = announcement.state.after(Step::Schedule).ok_or_else(stale)?;
    store::announcements::mark_announcement(tx, announcement.id, announcement.state, to).await?;
    store::occurrences::insert_occurrence(tx, announcement.schedule, OccurrenceKind::Post, first).await?;
    audit(services, tx, actor, "announcement.scheduled", announcement.id).await?;
    let next = plan.rule.as_ref().and_then(|rule| rule.next_after(first, plan.zone));
    Ok(Outcome::Launched(Launched { loaded, first, brief, next, at_once }))
}

fn is_change(loaded: &Loaded) -> bool {
    loaded.announcement.edits.is_some()
}

/// When a draft is posted first.
fn first_run(services: &Services, loaded: &Loaded, at_once: bool) -> Result<DateTime<Utc>, UserError> {
    let (plan, now) = (&loaded.announcement.plan, services.clock.now());
    if at_once {
        return Ok(now);
    }
    if let Some(problem) = planning::problem(plan, now) {
        return Err(problem);
    }
    plan.upcoming(now, 1).first().copied().ok_or_else(|| UserError::new("announce.error.no_time"))
}

/// Nothing is planned, asked about or saved that could not be posted as it is.
pub(super) fn refuse_unfinished(services: &Services, loaded: &Loaded) -> Result<(), UserError> {
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
    filling::refuse_unfillable(services, loaded)
}

/// What was called off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelled {
    /// The announcement, as it was.
    pub loaded: Loaded,
    /// Managers have their brief, which says so.
    pub is_briefed: bool,
}

/// Calls an announcement off. What is posted stays.
pub async fn cancel(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Cancelled, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, id).await?.ok_or_else(not_found)?;
    let from = loaded.announcement.state;
    let to = from.after(Step::Cancel).ok_or_else(|| UserError::new("announce.error.nothing_to_cancel"))?;
    store::announcements::mark_announcement(&mut tx, id, from, to).await?;
    store::occurrences::mark_cancelled(&mut tx, id, OccurrenceState::Planned).await?;
    store::occurrences::mark_cancelled(&mut tx, id, OccurrenceState::Missed).await?;
    if let Some(changes) = store::changes::find_changes(&mut tx, id).await? {
        changing::end_draft(&mut tx, changes).await?;
    }
    let is_briefed = cascade::change_brief(&mut tx, id, services.clock.now()).await?;
    audit(services, &mut tx, actor, "announcement.cancelled", id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(Cancelled { loaded, is_briefed })
}

/// What a lead decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The announcement.
    pub loaded: Loaded,
    /// Which posting, as it was.
    pub occurrence: Occurrence,
    /// When the announcement's next post is planned.
    pub next: Option<DateTime<Utc>>,
}

/// A lead decides that a posting which was missed, or may or may not be in its channel, goes out now. `privately`:
/// on a screen of their own, so that leads are told.
pub async fn send_now(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
    privately: bool,
) -> Result<Decided, Failure> {
    let (mut tx, loaded, occurrence) = begin_decision(services, actor, id).await?;
    let now = services.clock.now();
    let restarted = store::deliveries::mark_unsure_planned(&mut tx, id, now).await?;
    if occurrence.state == OccurrenceState::Missed {
        for channel in loaded.targets(&occurrence) {
            store::deliveries::insert_delivery(&mut tx, id, channel).await?;
        }
    } else if restarted == 0 {
        return Err(stale());
    }
    if occurrence.state == OccurrenceState::Missed {
        store::occurrences::mark_sending(&mut tx, id, true, now).await?;
    } else {
        // Elsewhere it is there, or on its way, since it was begun.
        store::occurrences::mark_sending_on(&mut tx, id).await?;
        store::occurrences::mark_late(&mut tx, id).await?;
    }
    audit(services, &mut tx, actor, "announcement.sent_late", loaded.announcement.id).await?;
    let next = store::occurrences::find_planned(&mut tx, loaded.announcement.id).await?.map(|next| next.planned);
    let decided = Decided { loaded, occurrence, next };
    if privately {
        tell_decided(services, &mut tx, actor, &decided, true).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(decided)
}

/// A lead decides that it does not go out. `privately`: as [`send_now`].
pub async fn discard_occurrence(
    services: &Services,
    actor: &Actor,
    id: OccurrenceId,
    privately: bool,
) -> Result<Decided, Failure> {
    let (mut tx, loaded, occurrence) = begin_decision(services, actor, id).await?;
    let state = occurrence.state;
    let announcement = &loaded.announcement;
    let deliveries = store::deliveries::list_deliveries(&mut tx, id).await?;
    let given_up = store::deliveries::mark_unsure_cancelled(&mut tx, id).await?;
    if state == OccurrenceState::Missed {
        let to = OccurrenceState::Cancelled;
        store::occurrences::mark_occurrence(&mut tx, id, state, to).await?;
        if !store::occurrences::has_waiting(&mut tx, announcement.id).await? {
            let (from, to) = (AnnouncementState::Scheduled, AnnouncementState::Cancelled);
            store::announcements::mark_announcement(&mut tx, announcement.id, from, to).await?;
            cascade::change_brief(&mut tx, announcement.id, services.clock.now()).await?;
        }
    } else if given_up == 0 {
        return Err(stale());
    }
    // What may stand in the channel was said there: nobody posts it a second time.
    if occurrence.kind == OccurrenceKind::Again
        && !deliveries.iter().any(Delivery::may_stand)
        && let Some((round, department)) = occurrence.round.zip(occurrence.department)
    {
        store::rounds::clear_signature(&mut tx, round, department).await?;
    }
    audit(services, &mut tx, actor, "announcement.not_sent", announcement.id).await?;
    let next = store::occurrences::find_planned(&mut tx, announcement.id).await?.map(|next| next.planned);
    let decided = Decided { loaded, occurrence, next };
    if privately {
        tell_decided(services, &mut tx, actor, &decided, false).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(decided)
}

async fn tell_decided(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    decided: &Decided,
    sent: bool,
) -> Result<(), Failure> {
    let language = services.language(&decided.loaded.company);
    let what = views::announcements::notice_decided(services, &language, decided, sent).content;
    notices::tell_decided(services, tx, actor, &language, &what).await
}

/// Whether a posting still waits for a lead to send or discard it: it was missed, or is in doubt or missing in a channel,
/// where it may still be on its way to others; and no newer one has taken its place.
pub(in crate::service) async fn is_undecided(
    connection: &mut StoreConnection,
    id: OccurrenceId,
) -> Result<bool, Failure> {
    let Some(occurrence) = store::occurrences::find_occurrence(connection, id).await? else { return Ok(false) };
    let announcement = store::announcements::find_announcement(connection, occurrence.announcement).await?;
    if announcement.is_none_or(|announcement| announcement.state == AnnouncementState::Cancelled)
        || store::posts::find_newer(connection, id).await?.is_some()
    {
        return Ok(false);
    }
    let is_open = |delivery: &Delivery| matches!(delivery.state, DeliveryState::Unsure | DeliveryState::Missed);
    Ok(match occurrence.state {
        OccurrenceState::Missed => true,
        OccurrenceState::Done | OccurrenceState::Sending => {
            store::deliveries::list_deliveries(connection, id).await?.iter().any(is_open)
        }
        OccurrenceState::Planned | OccurrenceState::Cancelled => false,
    })
}

/// Only what was missed, or ended with a doubt, is a lead's to decide, until a newer run takes its place.
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
    if loaded.announcement.state == AnnouncementState::Paused {
        return Err(UserError::new("announce.error.held_back").into());
    }
    if store::posts::find_newer(&mut tx, id).await?.is_some() {
        return Err(stale());
    }
    match occurrence.state {
        OccurrenceState::Missed | OccurrenceState::Done | OccurrenceState::Sending
            if loaded.announcement.state != AnnouncementState::Cancelled =>
        {
            Ok((tx, loaded, occurrence))
        }
        _ => Err(stale()),
    }
}
