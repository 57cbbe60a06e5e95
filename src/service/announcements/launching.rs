//! From a draft to a planned announcement, and the end of one. Nothing is posted here: the scheduler does that.

use chrono::{DateTime, Utc};

use super::changing::{self, Saved};
use super::drafting::{self, Preview};
use super::{Loaded, approving, audit, cascade, filling, lead, load, not_found, planning, savable, stale};
use crate::domain::announcements::{DraftAt, OccurrenceKind, OccurrenceState, Plan};
use crate::domain::ids::AnnouncementId;
use crate::domain::lifecycle::Step;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, contact};
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
