//! The lead's part in saying it again: which departments, in what words, and the request to their managers or champions.

use chrono::{DateTime, Utc};

use super::{Sender, post_now};
use crate::domain::announcements::{AnnouncementState, OccurrenceKind, Words};
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, DepartmentId, RoundId};
use crate::domain::rounds::{MOST_ROUNDS, Round, is_too_alike};
use crate::service::actor::Actor;
use crate::service::announcements::drafting::tidy;
use crate::service::announcements::overview::parse;
use crate::service::announcements::reach::{self, FAIR_TIME, LAGS_BELOW, Standing};
use crate::service::announcements::responding::names;
use crate::service::announcements::{Loaded, audit, lead, load, stale, unknown};
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, views};
use crate::store;
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
    /// Why it can't be asked for yet.
    pub problem: Option<UserError>,
}

/// Finds the departments where reach is low and begins a draft for them, or shows the one that there is.
pub async fn propose(services: &Services, actor: &Actor, number: &str) -> Result<Draft, Failure> {
    lead(services, actor).await?;
    let id = parse(number)?;
    let store = services.store(actor.guild).await?;
    let known = reach::known(&mut *store.reader().await?, id).await?;
    if let Some(draft) = known.loaded.rounds.iter().find(|round| round.asked_at.is_none()) {
        return Ok(draft_of(known.loaded.clone(), draft.id)?);
    }
    let (counts, now) = (services.chat.role_member_counts(actor.guild).await.unwrap_or_default(), services.clock.now());
    let standing = reach::put(known, &counts, now);
    let number = next_round(&standing, now)?;
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
    tx.commit().await?;
    let draft = loaded.rounds.last().filter(|round| round.asked_at.is_none()).map(|round| round.id);
    Ok(draft_of(loaded, draft.ok_or_else(stale)?)?)
}

/// Which round comes next, if one may.
fn next_round(standing: &Standing, now: DateTime<Utc>) -> Result<u8, UserError> {
    let loaded = &standing.loaded;
    let is_alive = matches!(loaded.announcement.state, AnnouncementState::Scheduled | AnnouncementState::Done);
    let Some(posted) = standing.posted.filter(|_| is_alive) else {
        return Err(UserError::new("again.error.not_posted"));
    };
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

/// A draft, for its form.
pub async fn open(services: &Services, actor: &Actor, id: RoundId) -> Result<Draft, Failure> {
    let (_, draft) = begin(services, actor, id).await?;
    Ok(draft)
}

/// Saves what the form says.
pub async fn write(services: &Services, actor: &Actor, id: RoundId, words: &Words) -> Result<Draft, Failure> {
    let (mut tx, draft) = begin(services, actor, id).await?;
    store::rounds::update_words(&mut tx, id, &tidy(words)).await?;
    end(tx, draft.loaded.announcement.id, id).await
}

/// Sets for which departments it is.
pub async fn choose_departments(
    services: &Services,
    actor: &Actor,
    id: RoundId,
    chosen: &[DepartmentId],
) -> Result<Draft, Failure> {
    let (mut tx, draft) = begin(services, actor, id).await?;
    let known = draft.possible.iter().map(|one| one.id).filter(|one| chosen.contains(one));
    store::rounds::put_departments(&mut tx, id, &known.collect::<Vec<_>>()).await?;
    end(tx, draft.loaded.announcement.id, id).await
}

/// Throws a draft away.
pub async fn discard(services: &Services, actor: &Actor, id: RoundId) -> Result<(), Failure> {
    let (mut tx, _) = begin(services, actor, id).await?;
    store::rounds::delete_draft(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// Asks managers or champions to post it in their name.
pub async fn ask(services: &Services, actor: &Actor, id: RoundId) -> Result<Draft, Failure> {
    let (mut tx, draft) = begin(services, actor, id).await?;
    if let Some(problem) = draft.problem {
        return Err(problem.into());
    }
    let now = services.clock.now();
    if !store::rounds::mark_asked(&mut tx, id, now).await? {
        return Err(stale());
    }
    post_now(&mut tx, &draft.loaded, OccurrenceKind::Ask, id, None, now).await?;
    audit(services, &mut tx, actor, "announcement.said_again", draft.loaded.announcement.id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(draft)
}

async fn begin(services: &Services, actor: &Actor, id: RoundId) -> Result<(store::Tx, Draft), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let announcement = store::rounds::find_announcement(&mut tx, id).await?.ok_or_else(stale)?;
    let loaded = load(&mut tx, announcement).await?.ok_or_else(unknown)?;
    let draft = draft_of(loaded, id)?;
    let is_alive = matches!(draft.loaded.announcement.state, AnnouncementState::Scheduled | AnnouncementState::Done);
    if draft.round.asked_at.is_some() || !is_alive {
        return Err(stale());
    }
    Ok((tx, draft))
}

/// Commits, and shows the draft as it is now.
async fn end(mut tx: store::Tx, announcement: AnnouncementId, id: RoundId) -> Result<Draft, Failure> {
    let loaded = load(&mut tx, announcement).await?.ok_or_else(unknown)?;
    tx.commit().await?;
    Ok(draft_of(loaded, id)?)
}

fn draft_of(loaded: Loaded, id: RoundId) -> Result<Draft, UserError> {
    let round = loaded.rounds.iter().find(|round| round.id == id).cloned();
    let round = round.ok_or_else(|| UserError::new("common.error.stale_control"))?;
    let possible = loaded.chosen().filter(|one| loaded.can_be_told_by(round.sender(), one)).cloned().collect();
    let problem = problem(&loaded, &round);
    Ok(Draft { loaded, round, possible, problem })
}

fn problem(loaded: &Loaded, round: &Round) -> Option<UserError> {
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
        None
    }
}
