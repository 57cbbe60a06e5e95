//! Leads read what is open and answer it: one question or several alike, or all worries of one kind. An answer is a draft
//! until it is posted; until then its questions stay open for every lead.

use super::audience::{People, answer_worries, channels_of, open_worries, visible};
use super::stale;
use crate::domain::controls::ReplyAt;
use crate::domain::ids::{QuestionId, ReplyId};
use crate::domain::labels::FearCode;
use crate::domain::questions::{MAX_ANSWER, MAX_QUESTION, Question, Reply, ReplyState, told};
use crate::domain::similarity::is_similar;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::overview::FEWEST;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::store::{self, StoreConnection};
use crate::values;

/// How many questions stand on a page: each with two hundred characters, escaped, fits an embed's 4,096 (discord.md 4).
pub const ON_PAGE: usize = 8;

/// The most questions answered at once, and similar ones suggested: what a select holds (discord.md 4, "select").
pub const MOST: usize = 25;

/// An open question as leads see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The question.
    pub question: Question,
    /// For how many days it has been open.
    pub age: u32,
    /// The title of its announcement, if it was asked under one.
    pub about: Option<String>,
}

/// A page of open questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenList {
    /// Those on this page, the oldest first.
    pub open: Vec<Open>,
    /// How many there are in all. Those that few people could have asked are not among them, and leads aren't told whether
    /// there are any.
    pub total: usize,
    /// Which page, from 0.
    pub page: u16,
    /// Others follow.
    pub has_more: bool,
}

/// The kinds of which leads are told that there are open worries, with how many at least ([`told`]).
pub type Worries = Vec<(FearCode, u32)>;

/// A draft of an answer with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// The draft.
    pub reply: Reply,
    /// The questions that it answers.
    pub questions: Vec<Question>,
    /// Open questions that ask much the same.
    pub similar: Vec<Question>,
    /// How many worries it answers at least, as far as leads are told; 0: so few that leads aren't told whether there are any.
    pub worries: u32,
    /// Some of its questions come from so few people that their answer goes to the whole company.
    pub widened: bool,
}

/// What was written into the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// How the question reads.
    pub question: String,
    /// The answer, or the reason why there is none.
    pub text: String,
    /// It goes to the whole company.
    pub company_wide: bool,
    /// It says why there is no answer.
    pub declines: bool,
}

/// An answer on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// Into how many channels.
    pub channels: usize,
    /// It says why there is no answer.
    pub declines: bool,
}

/// A page of open questions.
pub async fn list(services: &Services, actor: &Actor, page: u16) -> Result<OpenList, Failure> {
    let people = People::count(services, actor).await?;
    let (now, store) = (services.clock.now(), services.store(actor.guild).await?);
    let mut reader = store.reader().await?;
    let shown = visible(&people, store::questions::list_open(&mut reader).await?);
    let start = usize::from(page) * ON_PAGE;
    let mut open = Vec::new();
    for question in shown.iter().skip(start).take(ON_PAGE) {
        let about = match question.announcement {
            Some(id) => store::announcements::find_announcement(&mut reader, id).await?.map(|one| one.words.title),
            None => None,
        };
        open.push(Open { question: question.clone(), age: question.age(now), about });
    }
    let has_more = shown.len() > start + ON_PAGE;
    Ok(OpenList { open, total: shown.len(), page, has_more })
}

/// Open worries by kind, always in the same order.
pub async fn worries(services: &Services, actor: &Actor) -> Result<Worries, Failure> {
    require_lead(actor, &services.company(actor.guild).await?)?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let mut worries = Worries::new();
    for fear in FearCode::ALL {
        worries.push((*fear, told(open_worries(&mut reader, *fear).await?.into_values())));
    }
    worries.retain(|(_, told)| *told > 0);
    Ok(worries)
}

/// Begins an answer to these questions.
pub async fn pick(services: &Services, actor: &Actor, picked: &[QuestionId]) -> Result<Screen, Failure> {
    let people = People::count(services, actor).await?;
    let (now, store) = (services.clock.now(), services.store(actor.guild).await?);
    let mut tx = store.begin().await?;
    let id = store::replies::insert_reply(&mut tx, None, actor.user, now).await?;
    let taken = take(&people, &mut tx, id, picked).await?;
    let first = taken.first().ok_or_else(|| UserError::new("questions.error.gone"))?;
    let mut reply = store::replies::find_reply(&mut tx, id).await?.ok_or_else(stale)?;
    reply.question = cut(&first.text, MAX_QUESTION);
    store::replies::update_reply(&mut tx, &reply).await?;
    let screen = screen(&people, &mut tx, id).await?;
    tx.commit().await?;
    Ok(screen)
}

/// Begins an answer to all open worries of a kind, whether there are any or not: that isn't told.
pub async fn pick_fear(services: &Services, actor: &Actor, fear: FearCode) -> Result<Screen, Failure> {
    let people = People::count(services, actor).await?;
    let (now, store) = (services.clock.now(), services.store(actor.guild).await?);
    let mut tx = store.begin().await?;
    let id = store::replies::insert_reply(&mut tx, Some(fear), actor.user, now).await?;
    let screen = screen(&people, &mut tx, id).await?;
    tx.commit().await?;
    Ok(screen)
}

/// Takes up similar questions, too.
pub async fn add(services: &Services, actor: &Actor, at: ReplyAt, picked: &[QuestionId]) -> Result<Screen, Failure> {
    let people = People::count(services, actor).await?;
    let (mut tx, reply) = begin(services, actor, at).await?;
    take(&people, &mut tx, at.id, picked).await?;
    store::replies::update_reply(&mut tx, &reply).await?;
    let screen = screen(&people, &mut tx, at.id).await?;
    tx.commit().await?;
    Ok(screen)
}

/// A draft, for its form, which must come at once: nobody is counted for it.
pub async fn open(services: &Services, actor: &Actor, at: ReplyAt) -> Result<Reply, Failure> {
    require_lead(actor, &services.company(actor.guild).await?)?;
    let (tx, reply) = begin(services, actor, at).await?;
    drop(tx);
    Ok(reply)
}

/// Saves what the form says. A form of an older state is taken, too: what was written must not be lost.
pub async fn write(services: &Services, actor: &Actor, at: ReplyAt, written: Written) -> Result<Screen, Failure> {
    let people = People::count(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let reply = store::replies::find_reply(&mut tx, at.id).await?.ok_or_else(stale)?;
    if reply.state != ReplyState::Draft {
        return Err(stale());
    }
    let question = if reply.fear.is_some() { String::new() } else { cut(&written.question, MAX_QUESTION) };
    let text = cut(&written.text, MAX_ANSWER);
    let Written { company_wide, declines, .. } = written;
    let changed = Reply { question, text, company_wide, declines, ..reply };
    store::replies::update_reply(&mut tx, &changed).await?;
    let screen = screen(&people, &mut tx, at.id).await?;
    tx.commit().await?;
    Ok(screen)
}

/// Lets an answer be posted, and closes its questions.
pub async fn post(services: &Services, actor: &Actor, at: ReplyAt) -> Result<Posted, Failure> {
    let people = People::count(services, actor).await?;
    let (mut tx, reply) = begin(services, actor, at).await?;
    let now = services.clock.now();
    if reply.text.is_empty() || (reply.fear.is_none() && reply.question.is_empty()) {
        return Err(UserError::new("questions.error.unfinished").into());
    }
    let channels = match reply.fear {
        Some(fear) => {
            let channels = answer_worries(&people, &mut tx, &reply, fear).await?;
            if channels.is_empty() && !reply.company_wide {
                return Err(UserError::with("questions.error.only_company_wide", values! { fewest => FEWEST }).into());
            }
            channels
        }
        None => {
            let questions = store::questions::list_taken(&mut tx, reply.id).await?;
            if questions.is_empty() {
                return Err(UserError::new("questions.error.gone").into());
            }
            channels_of(&people, reply.company_wide, &questions).0
        }
    };
    if channels.is_empty() {
        return Err(UserError::new("questions.error.nowhere").into());
    }
    let to = if reply.declines { ReplyState::Declined } else { ReplyState::Answered };
    store::replies::mark_reply(&mut tx, reply.id, to).await?;
    for channel in &channels {
        store::replies::insert_post(&mut tx, reply.id, *channel, now).await?;
    }
    let action = match (reply.declines, reply.fear) {
        (true, _) => "question.declined",
        (false, None) => "question.answered",
        (false, Some(_)) => "worry.answered",
    };
    store::audit::insert_audit(&mut tx, now, Some(actor.user), action, "").await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(Posted { channels: channels.len(), declines: reply.declines })
}

/// Throws a draft away; its questions are open as before.
pub async fn discard(services: &Services, actor: &Actor, at: ReplyAt) -> Result<(), Failure> {
    People::count(services, actor).await?;
    let (mut tx, reply) = begin(services, actor, at).await?;
    store::replies::release_questions(&mut tx, reply.id).await?;
    store::replies::mark_reply(&mut tx, reply.id, ReplyState::Discarded).await?;
    tx.commit().await?;
    Ok(())
}

/// The draft must be one, and as it was seen.
async fn begin(services: &Services, actor: &Actor, at: ReplyAt) -> Result<(store::Tx, Reply), Failure> {
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let reply = store::replies::find_reply(&mut tx, at.id).await?.ok_or_else(stale)?;
    if reply.state == ReplyState::Draft && reply.revision == at.revision { Ok((tx, reply)) } else { Err(stale()) }
}

/// Takes questions up that are still open and may be shown.
async fn take(
    people: &People,
    tx: &mut store::Tx,
    reply: ReplyId,
    picked: &[QuestionId],
) -> Result<Vec<Question>, Failure> {
    let open = store::questions::list_open(tx).await?;
    let open: Vec<Question> = open.into_iter().filter(|one| picked.contains(&one.id)).take(MOST).collect();
    let shown = visible(people, open);
    for question in &shown {
        store::questions::take_question(tx, question.id, reply).await?;
    }
    Ok(shown)
}

async fn screen(people: &People, connection: &mut StoreConnection, id: ReplyId) -> Result<Screen, Failure> {
    let reply = store::replies::find_reply(connection, id).await?.ok_or_else(stale)?;
    let questions = store::questions::list_taken(connection, id).await?;
    let open = store::questions::list_open(connection).await?;
    let is_alike = |one: &Question| {
        !questions.iter().any(|taken| taken.id == one.id)
            && questions.iter().any(|taken| is_similar(&taken.text, &one.text))
    };
    let alike: Vec<Question> = open.into_iter().filter(is_alike).collect();
    let mut similar = visible(people, alike);
    similar.truncate(MOST.saturating_sub(questions.len()));
    let worries = match reply.fear {
        Some(fear) => told(open_worries(connection, fear).await?.into_values()),
        None => 0,
    };
    let (_, widened) = channels_of(people, false, &questions);
    Ok(Screen { reply, questions, similar, worries, widened })
}

/// Discord holds to the form's limits; a forged form does not.
fn cut(text: &str, max: u16) -> String {
    text.trim().chars().take(usize::from(max)).collect::<String>().trim_end().to_owned()
}
