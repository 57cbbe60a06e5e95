//! A second lead's word before anything is planned, posted or changed, where the company wants it so.
//!
//! Asked and given for a draft in one state: any change makes it void. Whoever asked can't give it.

use chrono::{DateTime, Utc};

use super::launching::{self, Outcome};
use super::{Loaded, audit, cascade, lead, load, shown_title, stale, unknown};
use crate::domain::announcements::{Announcement, AnnouncementState, DraftAt};
use crate::domain::ids::{AnnouncementId, GuildId};
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, contact, notices, views};
use crate::store::approvals::Approval;
use crate::store::notices::About;
use crate::store::{self, StoreConnection};
use crate::texts::Language;
use crate::texts::message::Message;
use crate::values;

/// What a second lead decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// It is planned, posted or saved.
    Approved(Box<Outcome>),
    /// It goes back to whoever asked; the draft stays.
    Returned(Box<Loaded>),
}

/// All that a second lead agrees to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The draft.
    pub loaded: Loaded,
    /// What it changes, as it is now, for a draft of changes.
    pub before: Option<Loaded>,
    /// It is to be posted at once.
    pub at_once: bool,
    /// When managers get the brief.
    pub brief: Option<DateTime<Utc>>,
    /// Whoever asks wants it out although it is more than was agreed on for a week.
    pub is_over_budget: bool,
    /// Whoever reads it may agree: everyone in the leads' channel, but not whoever asked.
    pub may_approve: bool,
}

/// Asks in the leads' channel about a draft as it is. In the caller's transaction.
pub(super) async fn ask(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    loaded: &Loaded,
    at_once: bool,
) -> Result<(), Failure> {
    if loaded.company.leads_channel.is_none() {
        return Err(UserError::new("announce.error.approval_nowhere").into());
    }
    let announcement = &loaded.announcement;
    let (draft, asked_at) = (announcement.at(), services.clock.now());
    let known = store::approvals::find_approval(tx, announcement.id).await?;
    // One question at a time: its button must not stand for another one's answer.
    if known.is_some_and(|known| known.open && known.draft == draft) {
        return Err(UserError::new("announce.error.approval_asked").into());
    }
    let approval = Approval { draft, at_once, open: true, asked_by: actor.user, asked_at };
    store::approvals::put_approval(tx, &approval).await?;
    let text = sentence(services, &services.language(&loaded.company), announcement, &approval);
    notices::tell_leads(services, tx, &text, Some(About::Draft(announcement.id))).await?;
    audit(services, tx, actor, "announcement.approval_asked", announcement.known_as()).await
}

/// "… would like to plan …".
fn sentence(services: &Services, language: &Language, announcement: &Announcement, approval: &Approval) -> String {
    let values = values! {
        who => format!("<@{}>", approval.asked_by),
        title => shown_title(&announcement.words.title),
    };
    let key = match (announcement.edits, approval.at_once) {
        (Some(_), _) => "announce.approval.asked_to_change",
        (None, true) => "announce.approval.asked_to_post",
        (None, false) => "announce.approval.asked_to_plan",
    };
    services.texts.say(language, key, values)
}

/// The question as it stands in the leads' channel, with the draft as it would be posted; `None` if the draft has been
/// changed or planned since.
pub async fn question(
    services: &Services,
    guild: GuildId,
    draft: AnnouncementId,
    text: &str,
) -> Result<Option<Message>, Failure> {
    let Some((question, _)) = read(services, guild, draft).await? else { return Ok(None) };
    let language = services.language(&question.loaded.company);
    Ok(Some(views::announcements::approval_question(&services.texts, &language, &question, text)))
}

/// The same for one lead by themselves: the leads' channel may never have had it, or may have been cleared since.
pub async fn look(services: &Services, actor: &Actor, at: DraftAt) -> Result<Message, Failure> {
    lead(services, actor).await?;
    let found = read(services, actor.guild, at.id).await?.filter(|(_, approval)| approval.draft == at);
    let (question, approval) = found.ok_or_else(stale)?;
    let question = Question { may_approve: approval.asked_by != actor.user, ..question };
    let text = sentence(services, &actor.language, &question.loaded.announcement, &approval);
    Ok(views::announcements::approval_question(&services.texts, &actor.language, &question, &text))
}

/// Whether a second lead is asked about a draft as it is now.
pub(in crate::service) async fn is_asked(
    connection: &mut StoreConnection,
    draft: AnnouncementId,
) -> Result<bool, Failure> {
    let Some(announcement) = store::announcements::find_announcement(connection, draft).await? else {
        return Ok(false);
    };
    Ok(asked(connection, &announcement).await?.is_some())
}

async fn asked(connection: &mut StoreConnection, announcement: &Announcement) -> Result<Option<Approval>, Failure> {
    let approval = store::approvals::find_approval(connection, announcement.id).await?;
    let is_draft = announcement.state == AnnouncementState::Draft;
    Ok(approval.filter(|approval| is_draft && approval.open && approval.draft == announcement.at()))
}

/// What is asked about a draft as it is now, if anything is.
async fn read(
    services: &Services,
    guild: GuildId,
    draft: AnnouncementId,
) -> Result<Option<(Question, Approval)>, Failure> {
    let store = services.store(guild).await?;
    let mut reader = store.reader().await?;
    let Some(loaded) = load(&mut reader, draft).await? else { return Ok(None) };
    let Some(approval) = asked(&mut reader, &loaded.announcement).await? else { return Ok(None) };
    let before = match loaded.announcement.edits {
        Some(original) => load(&mut reader, original).await?,
        None => None,
    };
    let at_once = approval.at_once;
    let (plan, now) = (&loaded.announcement.plan, services.clock.now());
    let first = if at_once { Some(now) } else { plan.upcoming(now, 1).first().copied() };
    // Managers who have had their brief don't get another one with the changes.
    let is_briefed = match &before {
        Some(before) => {
            let begun = store::occurrences::has_begun(&mut reader, before.announcement.id).await?;
            before.announcement.state.is_to_come() && !begun
        }
        None => true,
    };
    let cascade = loaded.cascade.filter(|_| is_briefed && loaded.briefed().next().is_some());
    let quiet = contact::quiet(&mut reader, &loaded.company).await?;
    let brief = cascade.zip(first).map(|(one, first)| cascade::due(&one.lead_time, &loaded, first, &quiet, now));
    let is_over_budget = store::contact::may_go_over(&mut reader, loaded.announcement.schedule).await?;
    Ok(Some((Question { loaded, before, at_once, brief, is_over_budget, may_approve: true }, approval)))
}

/// A second lead agrees: what was asked for happens. `privately`: on a screen of their own, so that leads are told.
pub async fn approve(services: &Services, actor: &Actor, at: DraftAt, privately: bool) -> Result<Decided, Failure> {
    let (mut tx, loaded, approval) = begin(services, actor, at).await?;
    if approval.asked_by == actor.user {
        return Err(UserError::new("announce.error.approval_own").into());
    }
    let (known_as, language) = (loaded.announcement.known_as(), services.language(&loaded.company));
    store::approvals::mark_decided(&mut tx, at.id, actor.user, true).await?;
    audit(services, &mut tx, actor, "announcement.approved", known_as).await?;
    let outcome = launching::carry_out(services, &mut tx, actor, loaded, approval.at_once).await?;
    let decided = Decided::Approved(Box::new(outcome));
    if privately {
        tell(services, &mut tx, actor, &language, &decided).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(decided)
}

/// A lead sends it back: another one, or whoever asked and thought better of it. `privately`: as [`approve`].
pub async fn send_back(services: &Services, actor: &Actor, at: DraftAt, privately: bool) -> Result<Decided, Failure> {
    let (mut tx, loaded, _) = begin(services, actor, at).await?;
    store::approvals::mark_decided(&mut tx, at.id, actor.user, false).await?;
    // No button of this question can answer the next one.
    store::changes::mark_changed(&mut tx, at.id).await?;
    audit(services, &mut tx, actor, "announcement.returned", loaded.announcement.known_as()).await?;
    let language = services.language(&loaded.company);
    let decided = Decided::Returned(Box::new(loaded));
    if privately {
        tell(services, &mut tx, actor, &language, &decided).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(decided)
}

/// All leads learn what one of them decided by themselves.
async fn tell(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    language: &Language,
    decided: &Decided,
) -> Result<(), Failure> {
    let text = views::announcements::decided(&services.texts, language, actor.user, decided).content;
    notices::tell_leads(services, tx, &text, None).await
}

/// The question must be open, and about the draft as it is.
async fn begin(services: &Services, actor: &Actor, at: DraftAt) -> Result<(store::Tx, Loaded, Approval), Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let loaded = load(&mut tx, at.id).await?.ok_or_else(unknown)?;
    let approval = store::approvals::find_approval(&mut tx, at.id).await?.ok_or_else(unknown)?;
    if loaded.announcement.state != AnnouncementState::Draft || !approval.open {
        return Err(stale());
    }
    if approval.draft != at || loaded.announcement.at() != at {
        return Err(UserError::new("announce.error.approval_void").into());
    }
    Ok((tx, loaded, approval))
}
