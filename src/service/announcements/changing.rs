//! Changing what is planned or posted: a draft holds the changes, and the announcement stays as it is, and goes out as
//! it is, until they are saved.
//!
//! Saved words reach the posts of the newest run where they stand, without a ping, marked with the time. Older runs
//! stay as people read them. Whoever pressed "understood" stays counted.

use chrono::{DateTime, Utc};

use super::drafting::RUNS_SHOWN;
use super::savable::{self, is_replanned, lead_time, next_run};
use super::{Loaded, audit, cascade, drafting, lead, load, not_found, overview, planning, state_error, unknown};
use crate::domain::announcements::{Announcement, AnnouncementState, OccurrenceKind, Plan};
use crate::domain::ids::AnnouncementId;
use crate::domain::labels::ProcessLabel;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::contact::{self, Cover, Load};
use crate::service::failure::{Failure, UserError};
use crate::store::{self, StoreConnection};

/// What is typed to take a repetition, or the managers' brief, away.
pub const NO_REPEAT: &str = "none";

/// What was given with the command; `None` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditInput {
    /// The first run.
    pub when: Option<String>,
    /// The repetition; [`NO_REPEAT`] takes it away.
    pub repeat: Option<String>,
    /// The process that it serves.
    pub process: Option<ProcessLabel>,
    /// How long before it managers are briefed; [`NO_REPEAT`] leaves the brief out.
    pub cascade: Option<String>,
}

/// The announcement that a draft of changes is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Original {
    /// Which.
    pub id: AnnouncementId,
    /// Where it is.
    pub state: AnnouncementState,
    /// How many posts of its newest run are out: their text would change.
    pub posts: u32,
    /// How many people have pressed "understood".
    pub understood: u32,
    /// Something of it was posted, the brief or a run: managers aren't briefed anew.
    pub begun: bool,
    /// Managers have a brief that follows what is changed.
    pub briefed: bool,
    /// The changes cost more than was agreed on, for it and for all: a lead is asked.
    pub asks: bool,
}

impl Original {
    /// Whether managers can still be briefed at another time.
    pub fn can_be_briefed(self) -> bool {
        self.state.is_to_come() && !self.begun
    }
}

/// Changes that were saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The announcement as it is now.
    pub loaded: Loaded,
    /// Its next run.
    pub next: Option<DateTime<Utc>>,
    /// How many posts get the new words.
    pub posts: u32,
    /// The brief that managers have does, too.
    pub briefed: bool,
}

/// Opens a draft again; or begins changes to an announcement, or goes on with those begun. What the command gives is
/// refused before anything is written, if it can't be used.
pub async fn begin(
    services: &Services,
    actor: &Actor,
    number: &str,
    input: EditInput,
) -> Result<drafting::Preview, Failure> {
    let now = services.clock.now();
    let (mut tx, original, id) = take_up(services, actor, overview::parse(number)?).await?;
    let zone = store::company::get_company(&mut tx).await?.timezone;
    if input == EditInput::default() {
        tx.commit().await?;
        return drafting::preview(services, actor, id).await;
    }
    if input.when.is_some() || input.repeat.is_some() {
        if !original.state.is_to_come() {
            return Err(UserError::new("announce.error.posted_to_plan").into());
        }
        let old = load(&mut tx, id).await?.ok_or_else(unknown)?.announcement.plan;
        let repeat = input.repeat.unwrap_or_else(|| old.repeat_text.clone());
        let repeat = or_none(repeat);
        // What is typed means the clocks of now.
        let is_kept = input.when.as_ref().is_none_or(|when| *when == old.when_text && zone == old.zone);
        let when = input.when.unwrap_or_else(|| old.when_text.clone());
        let plan = match old.first {
            // A first time that is over still says at what time of day the rule goes on, by the clocks that it was
            // written for.
            Some(first) if is_kept => planning::parse_rule(&repeat, first, old.zone).map(|rule| Plan {
                repeat_text: repeat.trim().to_owned(),
                rule,
                ..old.clone()
            })?,
            _ => planning::parse_plan(&when, &repeat, Some(&old), now, zone)?,
        };
        store::announcements::update_plan(&mut tx, id, &plan).await?;
    }
    if let Some(process) = input.process {
        store::changes::update_process(&mut tx, id, Some(process)).await?;
    }
    if let Some(cascade) = input.cascade {
        if original.state != AnnouncementState::Draft && store::occurrences::has_begun(&mut tx, original.id).await? {
            return Err(UserError::new("cascade.error.begun").into());
        }
        store::cascades::put_cascade(&mut tx, id, cascade::parse(&or_none(cascade), now, zone)?).await?;
    }
    drafting::end_change(services, actor, id, tx).await
}

fn or_none(text: String) -> String {
    if text.trim().eq_ignore_ascii_case(NO_REPEAT) { String::new() } else { text }
}

/// The same without a preview, for a form: it must come at once, and a preview asks Discord.
pub async fn begin_form(services: &Services, actor: &Actor, id: AnnouncementId) -> Result<Loaded, Failure> {
    let (tx, _, draft) = take_up(services, actor, id).await?;
    tx.commit().await?;
    drafting::open_now(services, actor, draft).await
}

/// The draft itself, or the draft of changes to an announcement, begun where there is none.
async fn take_up(
    services: &Services,
    actor: &Actor,
    number: AnnouncementId,
) -> Result<(store::Tx, Announcement, AnnouncementId), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let original = load(&mut tx, number).await?.ok_or_else(not_found)?.announcement;
    if !original.state.is_editable() {
        return Err(state_error(services, actor, "announce.error.over_to_edit", original.state).into());
    }
    let id = match original.state {
        AnnouncementState::Draft => original.id,
        _ => match store::changes::find_changes(&mut tx, original.id).await? {
            Some(begun) => {
                savable::drop_what_is_over(&mut tx, &original, begun).await?;
                begun
            }
            None => store::changes::insert_changes(&mut tx, original.id, actor.user, services.clock.now()).await?,
        },
    };
    Ok((tx, original, id))
}

/// What the changes in a draft are about. `loads`: what they would cost in the weeks of their next runs.
pub(super) async fn original(
    connection: &mut StoreConnection,
    changes: &Loaded,
    loads: &[Load],
    now: DateTime<Utc>,
) -> Result<Option<Original>, Failure> {
    let Some(id) = changes.announcement.edits else { return Ok(None) };
    let before = load(connection, id).await?.ok_or_else(not_found)?;
    let state = before.announcement.state;
    let runs = changes.announcement.plan.upcoming(now, RUNS_SHOWN);
    let costs = state.is_to_come() && !runs.is_empty() && is_replanned(&before, changes);
    let asks =
        costs && contact::cover_of_changes(connection, &before, changes, (&runs, loads), now).await? == Cover::Missing;
    let understood = store::responses::count_acknowledgements(connection, id).await?;
    let posts = store::changes::count_newest_posts(connection, id).await?;
    let understood = understood.into_iter().map(|(_, count)| count).sum();
    let begun = store::occurrences::has_begun(connection, id).await?;
    let briefed = cascade::is_briefed(connection, id).await?;
    Ok(Some(Original { id, state, posts, understood, begun, briefed, asks }))
}

/// Writes the changes in a draft to their announcement. In the caller's transaction, which holds the right and the
/// draft's state.
pub(super) async fn apply(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    changes: &Loaded,
) -> Result<Saved, Failure> {
    let now = services.clock.now();
    let draft = &changes.announcement;
    let id = draft.edits.ok_or_else(unknown)?;
    let before = load(tx, id).await?.ok_or_else(not_found)?;
    let old = &before.announcement;
    savable::refuse(services, tx, actor, &before, changes).await?;
    let posts = if draft.words == old.words { 0 } else { store::changes::count_newest_posts(tx, id).await? };
    store::announcements::update_words(tx, id, &draft.words).await?;
    store::changes::update_process(tx, id, draft.process).await?;
    for part in &changes.addressees {
        store::announcements::put_benefit(tx, id, part.department, &part.benefit).await?;
        if old.state.is_to_come() {
            store::announcements::put_chosen(tx, id, part.department, part.chosen).await?;
        }
    }
    if old.state.is_to_come() {
        if is_replanned(&before, changes) {
            // Going over the budget was agreed on just now, or for the plan as it was.
            let is_agreed = store::contact::may_go_over(tx, draft.schedule).await? || {
                let runs = draft.plan.upcoming(now, RUNS_SHOWN);
                let loads = contact::loads_of(tx, changes, &runs, now).await?;
                contact::cover_of_changes(tx, &before, changes, (&runs, &loads), now).await? == Cover::Agreed
            };
            store::contact::put_over_budget(tx, id, is_agreed).await?;
        }
        replan(services, tx, &before, changes).await?;
    }
    store::changes::mark_changed(tx, id).await?;
    if posts > 0 {
        store::changes::mark_reworded(tx, id, now).await?;
        store::changes::insert_post_changes(tx, id, now).await?;
    }
    let is_told = draft.words != old.words || draft.plan != old.plan || changes.addressees != before.addressees;
    let briefed = is_told && cascade::change_brief(tx, id, now).await?;
    end_draft(tx, draft.id).await?;
    audit(services, tx, actor, "announcement.edited", id).await?;
    let loaded = load(tx, id).await?.ok_or_else(not_found)?;
    let next = store::occurrences::find_planned(tx, id).await?.map(|next| next.planned);
    services.due_changed.notify_one();
    Ok(Saved { loaded, next, posts, briefed })
}

/// Plans the next run anew where its plan was changed, and the brief where that or its own time was. What was missed by
/// the old plan is asked about no more. Managers who have had their brief don't get another one.
async fn replan(services: &Services, tx: &mut store::Tx, before: &Loaded, changes: &Loaded) -> Result<(), Failure> {
    let now = services.clock.now();
    let (old, plan) = (&before.announcement, &changes.announcement.plan);
    let briefs = !store::occurrences::has_begun(tx, old.id).await?;
    if briefs && lead_time(changes) != lead_time(before) {
        store::cascades::put_cascade(tx, old.id, lead_time(changes)).await?;
    } else if *plan == old.plan {
        return Ok(());
    }
    let next = if *plan == old.plan {
        store::occurrences::find_planned(tx, old.id).await?.map(|next| next.planned)
    } else {
        Some(put_next(tx, before, plan, now).await?)
    };
    store::cascades::mark_brief_cancelled(tx, old.schedule).await?;
    if let Some(next) = next.filter(|_| briefs) {
        let loaded = load(tx, old.id).await?.ok_or_else(not_found)?;
        cascade::plan(tx, &loaded, next, now).await?;
    }
    Ok(())
}

/// Writes a new plan and its next run, in place of the one that waits.
async fn put_next(
    tx: &mut store::Tx,
    before: &Loaded,
    plan: &Plan,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, Failure> {
    let old = &before.announcement;
    let next = next_run(tx, before, plan, now).await?;
    store::announcements::update_plan(tx, old.id, plan).await?;
    store::occurrences::mark_plan_cancelled(tx, old.id).await?;
    store::occurrences::put_planned(tx, old.schedule, OccurrenceKind::Post, next).await?;
    if store::occurrences::find_first_start(tx, old.id).await?.is_none() {
        store::cascades::mark_restarted(tx, old.id).await?;
    }
    Ok(next)
}

/// The changes are in, or have nothing to change any more; their draft is over.
pub(super) async fn end_draft(tx: &mut store::Tx, draft: AnnouncementId) -> Result<(), Failure> {
    let (from, to) = (AnnouncementState::Draft, AnnouncementState::Discarded);
    store::announcements::mark_announcement(tx, draft, from, to).await?;
    Ok(())
}

/// Whether a draft still has a plan to write: one of changes to something posted has none.
pub async fn has_plan(services: &Services, actor: &Actor, draft: &Loaded) -> Result<bool, Failure> {
    let store = services.store(actor.guild).await?;
    let Some(id) = draft.announcement.edits else { return Ok(true) };
    let before = store::announcements::find_announcement(&mut *store.reader().await?, id).await?;
    Ok(before.ok_or_else(not_found)?.state.is_to_come())
}
