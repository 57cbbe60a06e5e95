//! The lead's part in saying it again: which departments, in what words, and the request to their managers or champions.

use chrono::{DateTime, Utc};

use super::{Sender, approving, post_now};
use crate::domain::announcements::{AnnouncementState, OccurrenceKind, Words};
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, DepartmentId, RoundId};
use crate::domain::rounds::{MOST_ROUNDS, Round, RoundAt, is_too_alike};
use crate::service::actor::Actor;
use crate::service::announcements::drafting::tidy;
use crate::service::announcements::filling;
use crate::service::announcements::overview::parse;
use crate::service::announcements::reach::{self, FAIR_TIME, LAGS_BELOW, Standing};
use crate::service::announcements::responding::names;
use crate::service::announcements::{Loaded, audit, lead, load, stale, unknown};
use crate::service::contact::{self, Forecast};
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, views};
use crate::store::{self, StoreConnection};
use crate::values;

/// A round that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The announcement.
    pub loaded: Loaded,
    /// The draft.
    pub round: Round,
    /// The departments in which somebody can be asked to say it.
    pub possible: Vec<Department>,
    /// What it costs of the contact budget, if it is posted this week.
    pub contact: Forecast,
    /// Why it can't be asked for yet.
    pub problem: Option<UserError>,
    /// Somebody changed it meanwhile: what was pressed or written did nothing.
    pub overtaken: bool,
}

/// What a lead who asked to say something again gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposed {
    /// A draft of the next round.
    Draft(Box<Draft>),
    /// The last round is still to be posted; so long it is too early for another one.
    Waits(Box<Draft>, UserError),
}

/// What became of a draft whose senders were to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// They are asked.
    Senders(Box<Draft>),
    /// A second lead is asked first.
    SecondLead(Box<Draft>),
    /// It was changed meanwhile: nobody was asked.
    Overtaken(Box<Draft>),
}

/// What was called off of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalledOff {
    /// The announcement and the round, as they were.
    pub draft: Draft,
    /// The departments in which nobody posts it any more.
    pub departments: Vec<Department>,
    /// Nobody had posted it anywhere: it is a draft again.
    pub is_draft: bool,
}

/// Finds the departments where reach is low and begins a draft for them, or shows the one that there is.
pub async fn propose(services: &Services, actor: &Actor, number: &str) -> Result<Proposed, Failure> {
    lead(services, actor).await?;
    let id = parse(number)?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let known = reach::known(&mut reader, id).await?;
    if let Some(draft) = known.loaded.rounds.iter().find(|round| round.asked_at.is_none()) {
        refuse_held(known.loaded.announcement.state)?;
        let id = draft.id;
        return Ok(Proposed::Draft(Box::new(draft_of(services, &mut reader, known.loaded, id).await?)));
    }
    drop(reader);
    let (counts, now) = (services.chat.role_member_counts(actor.guild).await.unwrap_or_default(), services.clock.now());
    let standing = reach::put(known, &counts, now);
    let number = match next_round(&standing, now) {
        Ok(number) => number,
        Err(early) => {
            let waits = standing.loaded.rounds.last().filter(|round| round.waiting().next().is_some());
            let Some(waits) = waits.map(|round| round.id) else { return Err(early.into()) };
            let draft = draft_of(services, &mut *store.reader().await?, standing.loaded, waits).await?;
            return Ok(Proposed::Waits(Box::new(draft), early));
        }
    };
    let sender = Sender::of(number);
    let low = low(&standing);
    if low.is_empty() {
        return Err(UserError::with("again.error.all_reached", values! { percent => LAGS_BELOW }).into());
    }
    let loaded = &standing.loaded;
    let ids: Vec<DepartmentId> =
        low.iter().filter(|one| loaded.can_be_told_by(sender, one)).map(|one| one.id).collect();
    if ids.is_empty() {
        return Err(match sender {
            Sender::Manager => UserError::with("again.error.no_managers", values! { departments => names(&low) }),
            Sender::Champion => UserError::new("again.error.no_champions"),
        }
        .into());
    }
    let words = loaded.rounds.last().map_or(&loaded.announcement.words, |round| &round.words);
    let mut tx = store.begin().await?;
    let there = store::rounds::list_rounds(&mut tx, id).await?;
    if there.len() == loaded.rounds.len() {
        let round = store::rounds::insert_round(&mut tx, id, number, words, actor.user, now).await?;
        store::rounds::put_departments(&mut tx, round, &ids).await?;
    }
    let loaded = load(&mut tx, id).await?.ok_or_else(unknown)?;
    let draft = loaded.rounds.last().filter(|round| round.asked_at.is_none()).map(|round| round.id);
    let draft = draft_of(services, &mut tx, loaded, draft.ok_or_else(stale)?).await?;
    tx.commit().await?;
    Ok(Proposed::Draft(Box::new(draft)))
}

/// Which round comes next, if one may.
fn next_round(standing: &Standing, now: DateTime<Utc>) -> Result<u8, UserError> {
    let loaded = &standing.loaded;
    let posted = standing.posted.ok_or_else(|| UserError::new("again.error.not_posted"))?;
    refuse_held(loaded.announcement.state)?;
    let last = loaded.rounds.last();
    let number = last.map_or(2, |round| round.number + 1);
    if number > MOST_ROUNDS {
        return Err(UserError::with("again.error.over", values! { rounds => MOST_ROUNDS }));
    }
    // What was asked for is read once somebody has posted it.
    let signed = last.into_iter().flat_map(|round| &round.departments).filter_map(|part| part.signed.as_ref());
    let since = signed.map(|signed| signed.at).chain(last.and_then(|round| round.asked_at)).max().unwrap_or(posted);
    if now - since < FAIR_TIME {
        let time = views::moment(since + FAIR_TIME);
        return Err(UserError::with("again.error.early", values! { time => time }));
    }
    Ok(number)
}

/// The departments where too few have understood. Small ones are told apart by nothing: all of them, or none.
fn low(standing: &Standing) -> Vec<Department> {
    let mut low: Vec<Department> =
        standing.reached.iter().filter(|one| one.lags).map(|one| one.department.clone()).collect();
    if let Some((understood, headcount)) = standing.others.small_together
        && understood * 100 < headcount * LAGS_BELOW
    {
        low.extend(standing.others.small.iter().cloned());
    }
    low
}

/// A draft, for its form; or how it is now, if it was changed since somebody saw it like this.
pub async fn open(services: &Services, actor: &Actor, at: RoundAt) -> Result<Result<Draft, Draft>, Failure> {
    Ok(begin(services, actor, at).await?.map(|(_, draft)| draft))
}

/// Saves what the form says.
pub async fn write(services: &Services, actor: &Actor, at: RoundAt, words: &Words) -> Result<Draft, Failure> {
    let (mut tx, draft) = match begin(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(overtaken),
    };
    store::rounds::update_words(&mut tx, at.id, &tidy(words)).await?;
    end(services, tx, draft.loaded.announcement.id, at.id).await
}

/// Sets for which departments it is.
pub async fn choose_departments(
    services: &Services,
    actor: &Actor,
    at: RoundAt,
    chosen: &[DepartmentId],
) -> Result<Draft, Failure> {
    let (mut tx, draft) = match begin(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(overtaken),
    };
    let known = draft.possible.iter().map(|one| one.id).filter(|one| chosen.contains(one));
    store::rounds::put_departments(&mut tx, at.id, &known.collect::<Vec<_>>()).await?;
    end(services, tx, draft.loaded.announcement.id, at.id).await
}

/// Throws a draft away; `Some` if it was changed since somebody saw it like this, and so is kept.
pub async fn discard(services: &Services, actor: &Actor, at: RoundAt) -> Result<Option<Draft>, Failure> {
    let (mut tx, _) = match begin(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(Some(overtaken)),
    };
    store::rounds::delete_draft(&mut tx, at.id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(None)
}

/// Asks managers or champions to post it in their name; a second lead first, where two must agree.
pub async fn ask(services: &Services, actor: &Actor, at: RoundAt) -> Result<Asked, Failure> {
    let (mut tx, draft) = match begin(services, actor, at).await? {
        Ok(begun) => begun,
        Err(overtaken) => return Ok(Asked::Overtaken(Box::new(overtaken))),
    };
    let asked = if draft.loaded.company.approval {
        if let Some(problem) = draft.problem {
            return Err(problem.into());
        }
        approving::seek(services, &mut tx, actor, &draft).await?;
        Asked::SecondLead(Box::new(draft))
    } else {
        carry_out(services, &mut tx, actor, &draft).await?;
        Asked::Senders(Box::new(draft))
    };
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(asked)
}

/// Asks its senders, in the caller's transaction.
pub(super) async fn carry_out(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    draft: &Draft,
) -> Result<(), Failure> {
    if let Some(problem) = &draft.problem {
        return Err(problem.clone().into());
    }
    let (id, now) = (draft.round.id, services.clock.now());
    if !store::rounds::mark_asked(tx, id, now).await? {
        return Err(stale());
    }
    post_now(tx, &draft.loaded, OccurrenceKind::Ask, id, None, now).await?;
    audit(services, tx, actor, "announcement.said_again", draft.loaded.announcement.id).await
}

/// Takes a request back where nobody has posted it yet. What is posted stays; where nothing is, the text is a draft again.
pub async fn call_off(services: &Services, actor: &Actor, id: RoundId) -> Result<CalledOff, Failure> {
    let (mut tx, draft) = find(services, actor, id).await?;
    let waiting: Vec<DepartmentId> = draft.round.waiting().collect();
    if waiting.is_empty() {
        return Err(UserError::new("again.error.nothing_to_call_off").into());
    }
    let is_draft = draft.round.departments.iter().all(|part| part.signed.is_none());
    if is_draft {
        store::rounds::mark_unasked(&mut tx, id).await?;
    } else {
        store::rounds::put_departments(&mut tx, id, &[]).await?;
    }
    store::rounds::mark_changed(&mut tx, id).await?;
    audit(services, &mut tx, actor, "announcement.again_called_off", draft.loaded.announcement.id).await?;
    tx.commit().await?;
    let departments = draft.loaded.departments.iter().filter(|one| waiting.contains(&one.id)).cloned().collect();
    Ok(CalledOff { draft, departments, is_draft })
}

/// A draft that may be changed; or how it is now, if it was changed since somebody saw it like this.
pub(super) async fn begin(
    services: &Services,
    actor: &Actor,
    at: RoundAt,
) -> Result<Result<(store::Tx, Draft), Draft>, Failure> {
    let (tx, draft) = find(services, actor, at.id).await?;
    if draft.round.asked_at.is_some() {
        return Err(stale());
    }
    Ok(if draft.round.at() == at { Ok((tx, draft)) } else { Err(Draft { overtaken: true, ..draft }) })
}

/// A round of an announcement that was not called off.
async fn find(services: &Services, actor: &Actor, id: RoundId) -> Result<(store::Tx, Draft), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let announcement = store::rounds::find_announcement(&mut tx, id).await?.ok_or_else(stale)?;
    let loaded = load(&mut tx, announcement).await?.ok_or_else(unknown)?;
    let draft = draft_of(services, &mut tx, loaded, id).await?;
    refuse_held(draft.loaded.announcement.state)?;
    Ok((tx, draft))
}

/// Counts the change, commits, and shows the draft as it is now.
async fn end(
    services: &Services,
    mut tx: store::Tx,
    announcement: AnnouncementId,
    id: RoundId,
) -> Result<Draft, Failure> {
    store::rounds::mark_changed(&mut tx, id).await?;
    let loaded = load(&mut tx, announcement).await?.ok_or_else(unknown)?;
    let draft = draft_of(services, &mut tx, loaded, id).await?;
    tx.commit().await?;
    Ok(draft)
}

pub(super) async fn draft_of(
    services: &Services,
    connection: &mut StoreConnection,
    loaded: Loaded,
    id: RoundId,
) -> Result<Draft, Failure> {
    let round = loaded.rounds.iter().find(|round| round.id == id).cloned();
    let round = round.ok_or_else(|| UserError::new("common.error.stale_control"))?;
    let possible = loaded.chosen().filter(|one| loaded.can_be_told_by(round.sender(), one)).cloned().collect();
    let problem = problem(services, &loaded, &round);
    let contact = contact::of_round(connection, &loaded, &round, services.clock.now()).await?;
    Ok(Draft { loaded, round, possible, contact, problem, overtaken: false })
}

/// A round is written and asked for as long as its announcement is neither held back nor called off.
fn refuse_held(state: AnnouncementState) -> Result<(), UserError> {
    match state {
        AnnouncementState::Scheduled | AnnouncementState::Done => Ok(()),
        AnnouncementState::Paused => Err(UserError::new("again.error.paused")),
        _ => Err(UserError::new("again.error.cancelled")),
    }
}

fn problem(services: &Services, loaded: &Loaded, round: &Round) -> Option<UserError> {
    let words = &round.words;
    let earlier = loaded.rounds.iter().filter(|one| one.number < round.number).map(|one| &one.words);
    let mut earlier = std::iter::once(&loaded.announcement.words).chain(earlier);
    if words.title.is_empty() || words.body.is_empty() || words.benefit.is_empty() {
        Some(UserError::new("again.error.words_missing"))
    } else if earlier.any(|earlier| is_too_alike(&words.body, &earlier.body)) {
        Some(UserError::new("again.error.same_words"))
    } else if loaded.departments_of(round).next().is_none() {
        Some(UserError::new("again.error.no_departments"))
    } else {
        filling::refuse_unfillable(services, &as_posted(loaded, round)).err()
    }
}

/// The announcement as if it had the words of a round from the beginning, for this round's departments.
fn as_posted(loaded: &Loaded, round: &Round) -> Loaded {
    let mut posted = loaded.clone();
    posted.announcement.words = round.words.clone();
    posted.addressees.retain(|part| round.part(part.department).is_some());
    posted.addressees.iter_mut().for_each(|part| part.benefit.clear());
    posted
}
