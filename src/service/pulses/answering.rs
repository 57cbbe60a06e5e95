//! One person's answers while a wave is open. Every tap looks at the state, reads the row, changes it and writes it in
//! place, in one IMMEDIATE transaction, which it may share with others' taps (`store::answer_batches`). Two clients at
//! once are harmless: the last tap wins.
//!
//! A row comes about with the first answer, or with the choice of a department. Nothing else about the person is kept.

use std::sync::Arc;

use super::Services;
use super::belonging::{Belongs, belongs};
use super::open_waves::{self, OpenWave, over};
use crate::domain::ids::{DepartmentId, WaveId};
use crate::domain::labels::FearCode;
use crate::domain::pulses::{Choice, MAX_COMMENT, MAX_FEARS, Point, Response};
use crate::domain::snapshot::Group;
use crate::domain::waves::AskedDepartment;
use crate::privacy::tokens::Token;
use crate::privacy::{answers, masking};
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::readings::queue::Unread;
use crate::store::{self, GuildStore, Unwritten};
use crate::values;

/// A person's way through a wave.
#[derive(Debug)]
pub struct Session {
    /// What was frozen.
    pub open: Arc<OpenWave>,
    /// What the person has said so far.
    pub response: Response,
    /// Nothing is stored of this person yet.
    pub is_new: bool,
}

/// What opening a pulse leads to.
#[derive(Debug)]
pub enum Opened {
    /// The person's screens.
    Session(Session),
    /// They hold several of the departments' roles: which one is it?
    Several(Arc<OpenWave>, Vec<AskedDepartment>),
}

impl Session {
    /// The group that the answers count under.
    pub fn group(&self) -> Group {
        self.open.wave.partition.group_of(self.response.department)
    }

    /// The department's name at launch; `None` for latecomers.
    pub fn department(&self) -> Option<&str> {
        let asked = self.open.asked.iter().find(|asked| asked.id == self.response.department);
        asked.map(|asked| asked.name.as_str())
    }

    /// How many statements there are; the screens after them are fears, comment and end.
    pub fn items(&self) -> usize {
        self.open.wave.set.items.len()
    }

    /// The first screen that is still open.
    pub fn first_open(&self) -> usize {
        let items = &self.open.wave.set.items;
        let unanswered = items.iter().position(|item| !self.response.choices.contains_key(&item.id));
        match unanswered {
            _ if self.response.finished => items.len() + 2,
            Some(item) => item,
            None if self.response.fears.is_none() => items.len(),
            None => items.len() + 1,
        }
    }

    /// How many statements have no answer.
    pub fn unanswered(&self) -> usize {
        let items = self.open.wave.set.items.iter();
        items.filter(|item| !self.response.choices.contains_key(&item.id)).count()
    }
}

/// Opens a wave's screens, or resumes them.
pub async fn open(services: &Services, actor: &Actor, wave: WaveId) -> Result<Opened, Failure> {
    let store = services.store(actor.guild).await?;
    let open = get(services, &store, actor, wave).await?;
    let token = Token::of(&open.keys, wave, actor.user);
    let row = store::answers::find_answer(&mut *store.reader().await?, token.as_bytes()).await?;
    if let Some(row) = row {
        let response = answers::decrypt(&open.keys, wave, &token, &row).map_err(anyhow::Error::from)?;
        return Ok(Opened::Session(Session { open, response, is_new: false }));
    }
    match belongs(services, actor, &open).await? {
        Belongs::One(department) => {
            Ok(Opened::Session(Session { open, response: Response::new(department), is_new: true }))
        }
        Belongs::Several(departments) => Ok(Opened::Several(open, departments)),
    }
}

/// The person's screens, for showing one.
pub async fn resume(services: &Services, actor: &Actor, wave: WaveId) -> Result<Session, Failure> {
    match open(services, actor, wave).await? {
        Opened::Session(session) => Ok(session),
        Opened::Several(..) => Err(UserError::new("pulse.error.department_first").into()),
    }
}

/// Says under which of their departments a person counts. It holds from now on.
pub async fn choose_department(
    services: &Services,
    actor: &Actor,
    wave: WaveId,
    chosen: &str,
) -> Result<Session, Failure> {
    let opened = open(services, actor, wave).await?;
    let departments = match opened {
        // A second click: what was chosen first holds.
        Opened::Session(session) if !session.is_new => return Ok(session),
        Opened::Session(session) => vec![session.response.department],
        Opened::Several(_, departments) => departments.into_iter().map(|department| department.id).collect(),
    };
    let chosen = chosen.parse().ok().filter(|id| departments.contains(id));
    let chosen = chosen.ok_or_else(|| UserError::new("common.error.stale_control"))?;
    change(services, actor, wave, Some(chosen), |_, _| Ok(())).await
}

/// Answers a statement; `None` is "can't say".
pub async fn answer(
    services: &Services,
    actor: &Actor,
    wave: WaveId,
    item: u8,
    point: Option<u8>,
) -> Result<Session, Failure> {
    change(services, actor, wave, None, move |open, response| {
        let stale = || UserError::new("common.error.stale_control");
        let item = open.wave.set.items.get(usize::from(item)).ok_or_else(stale)?;
        let choice = match point {
            Some(point) => Choice::Point(Point::try_from(point).map_err(|_| stale())?),
            None => Choice::CantSay,
        };
        response.choices.insert(item.id.clone(), choice);
        Ok(())
    })
    .await
}

/// Names up to three fears; none is an answer too.
pub async fn name_fears(
    services: &Services,
    actor: &Actor,
    wave: WaveId,
    codes: &[String],
) -> Result<Session, Failure> {
    let fears = codes.iter().map(|code| code.parse::<FearCode>()).collect::<Result<_, _>>();
    let fears = fears.ok().filter(|_| codes.len() <= MAX_FEARS);
    change(services, actor, wave, None, move |_, response| {
        response.fears = Some(fears.ok_or_else(|| UserError::new("common.error.stale_control"))?);
        Ok(())
    })
    .await
}

/// Writes, changes or (with an empty text) removes the comment. Only the masked text is kept. Says how much was masked.
pub async fn comment(services: &Services, actor: &Actor, wave: WaveId, text: &str) -> Result<(Session, u32), Failure> {
    if text.trim().chars().count() > MAX_COMMENT {
        return Err(UserError::with("pulse.error.comment_long", values! { max => MAX_COMMENT }).into());
    }
    let masked = masking::mask(text.trim());
    let found = masked.found.values().sum();
    let text = Some(masked.text).filter(|text| !text.trim().is_empty());
    let session = change(services, actor, wave, None, move |_, response| {
        if response.comment != text {
            response.reading = None;
        }
        response.comment = text;
        Ok(())
    })
    .await?;
    Ok((session, found))
}

/// The person is done. Answers can still be changed until the wave closes.
pub async fn complete(services: &Services, actor: &Actor, wave: WaveId) -> Result<Session, Failure> {
    let session = change(services, actor, wave, None, |_, response| {
        response.finished = true;
        Ok(())
    })
    .await?;
    let token = Token::of(&session.open.keys, wave, actor.user);
    services.unread.add(Unread::Row(actor.guild, wave, token));
    Ok(session)
}

/// What taking back came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Withdrawn {
    /// From how many pulses answers were removed.
    pub removed: usize,
    /// In how many nobody can tell whose answers are whose, because their key can't be used.
    pub unreadable: usize,
}

/// Removes what a person has said in all waves that are open, or closed and not yet counted. The count is one transaction,
/// so that an answer is gone before it or counts in it.
pub async fn withdraw(services: &Services, actor: &Actor) -> Result<Withdrawn, Failure> {
    let store = services.store(actor.guild).await?;
    let waves: Vec<super::Wave> = store::waves::list_waves(&mut *store.reader().await?).await?;
    let mut withdrawn = Withdrawn::default();
    for wave in waves.iter().filter(|wave| wave.state.has_answers()) {
        let open = match services.waves.find(&store, actor.guild, wave).await {
            Ok(open) => open,
            Err(Failure::User(_)) => {
                withdrawn.unreadable += 1;
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let token = Token::of(&open.keys, wave.id, actor.user);
        let mut tx = store.begin().await?;
        let is_removed = store::answers::delete_answer(&mut tx, token.as_bytes()).await?;
        tx.commit().await?;
        if is_removed {
            withdrawn.removed += 1;
        } else if !open_waves::has_right_key(&mut *store.reader().await?, &open).await? {
            withdrawn.unreadable += 1;
        }
    }
    Ok(withdrawn)
}

/// One tap.
async fn change(
    services: &Services,
    actor: &Actor,
    wave: WaveId,
    department: Option<DepartmentId>,
    edit: impl FnOnce(&OpenWave, &mut Response) -> Result<(), UserError> + Send + 'static,
) -> Result<Session, Failure> {
    let store = services.store(actor.guild).await?;
    let open = get(services, &store, actor, wave).await?;
    let token = Token::of(&open.keys, wave, actor.user);
    services.waves.count_tap(&token, services.clock.now())?;
    // Looked up before the transaction, as it may ask for the company's departments.
    let new = match department {
        Some(department) => Ok(Belongs::One(department)),
        None => belongs(services, actor, &open).await,
    };
    let frozen = Arc::clone(&open);
    let tap = move |row: Option<&[u8]>| {
        let mut response = match row {
            Some(row) => answers::decrypt(&frozen.keys, wave, &token, row).map_err(anyhow::Error::from)?,
            None => match new? {
                Belongs::One(department) => Response::new(department),
                Belongs::Several(_) => return Err(Failure::from(UserError::new("pulse.error.department_first"))),
            },
        };
        edit(&frozen, &mut response)?;
        let sealed = answers::encrypt(&frozen.keys, wave, &token, &response).map_err(anyhow::Error::from)?;
        Ok((sealed, response))
    };
    match store.change_answer(wave, *token.as_bytes(), tap).await {
        Ok(tapped) => Ok(Session { open, response: tapped?, is_new: false }),
        Err(Unwritten::NotOpen) => {
            services.waves.forget(actor.guild, wave);
            let state = store::waves::find_state(&mut *store.reader().await?, wave).await?;
            Err(over(state).into())
        }
        Err(unwritten) => Err(anyhow::Error::from(unwritten).into()),
    }
}

/// The open wave, if its time is not over.
async fn get(services: &Services, store: &GuildStore, actor: &Actor, wave: WaveId) -> Result<Arc<OpenWave>, Failure> {
    let open = services.waves.get(store, actor.guild, wave).await?;
    if services.clock.now() >= open.wave.closes_at {
        return Err(UserError::new("pulse.error.closed").into());
    }
    Ok(open)
}
