//! A second lead's word on a later round, where the company wants it for announcements: asked and given for the draft in one
//! state. Any change makes it void, and whoever asked can't give it.

use super::writing::{self, Draft};
use crate::domain::announcements::AnnouncementState;
use crate::domain::controls::ApprovalControl;
use crate::domain::ids::{GuildId, RoundId, UserId};
use crate::domain::rounds::{Round, RoundAt};
use crate::service::actor::Actor;
use crate::service::announcements::{audit, load, shown_title, stale};
use crate::service::failure::{Failure, UserError};
use crate::service::{Services, notices, views};
use crate::store::notices::About;
use crate::store::{self, StoreConnection};
use crate::texts::message::Message;
use crate::values;

/// What a second lead decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The round.
    pub draft: Draft,
    /// Its senders are asked; otherwise it goes back to whoever wrote it.
    pub approved: bool,
}

/// Asks in the leads' channel about a draft as it is. In the caller's transaction.
pub(super) async fn seek(services: &Services, tx: &mut store::Tx, actor: &Actor, draft: &Draft) -> Result<(), Failure> {
    if draft.loaded.company.leads_channel.is_none() {
        return Err(UserError::new("announce.error.approval_nowhere").into());
    }
    if draft.round.sought.is_some() {
        return Err(UserError::new("again.error.approval_asked").into());
    }
    store::rounds::mark_sought(tx, draft.round.id, actor.user, services.clock.now()).await?;
    let values = values! {
        who => format!("<@{}>", actor.user),
        title => shown_title(&draft.loaded.announcement.words.title),
        round => draft.round.number,
    };
    let language = services.language(&draft.loaded.company);
    let text = services.texts.say(&language, "again.approval.asked", values);
    notices::tell_leads(services, tx, &text, Some(About::Round(draft.round.id))).await?;
    audit(services, tx, actor, "announcement.approval_asked", draft.loaded.announcement.id).await
}

/// The question as it stands in the leads' channel, with the text as it is; `None` if there is no such round any more.
pub async fn question(
    services: &Services,
    guild: GuildId,
    id: RoundId,
    text: &str,
) -> Result<Option<Message>, Failure> {
    let store = services.store(guild).await?;
    let mut reader = store.reader().await?;
    let Some(announcement) = store::rounds::find_announcement(&mut reader, id).await? else { return Ok(None) };
    let Some(loaded) = load(&mut reader, announcement).await? else { return Ok(None) };
    if loaded.rounds.iter().all(|round| round.id != id) {
        return Ok(None);
    }
    let draft = writing::draft_of(services, &mut reader, loaded, id).await?;
    let language = services.language(&draft.loaded.company);
    Ok(Some(views::again::question(&services.texts, &language, &draft, text)))
}

/// Whether a second lead is asked about it as it is now.
pub(in crate::service) async fn is_asked(connection: &mut StoreConnection, id: RoundId) -> Result<bool, Failure> {
    let Some(announcement) = store::rounds::find_announcement(connection, id).await? else { return Ok(false) };
    let state = store::announcements::find_announcement(connection, announcement).await?.map(|found| found.state);
    // Held back, it can go on: the question stands, and a press says that it waits.
    let is_alive =
        matches!(state, Some(AnnouncementState::Scheduled | AnnouncementState::Paused | AnnouncementState::Done));
    let rounds = store::rounds::list_rounds(connection, announcement).await?;
    let is_asked = |round: &Round| round.id == id && round.sought.is_some() && round.asked_at.is_none();
    Ok(is_alive && rounds.iter().any(is_asked))
}

/// A second lead agrees, and its senders are asked; or a lead sends it back. `privately`: on a screen of their own, so
/// that leads are told.
pub async fn decide(
    services: &Services,
    actor: &Actor,
    at: RoundAt,
    what: ApprovalControl,
    privately: bool,
) -> Result<Decided, Failure> {
    let begun = writing::begin(services, actor, at).await?;
    let (mut tx, draft) = begun.map_err(|_| UserError::new("announce.error.approval_void"))?;
    let asked_by: UserId = draft.round.sought.ok_or_else(stale)?.0;
    let announcement = draft.loaded.announcement.id;
    let approved = what == ApprovalControl::Approve;
    if approved {
        if asked_by == actor.user {
            return Err(UserError::new("announce.error.approval_own").into());
        }
        audit(services, &mut tx, actor, "announcement.approved", announcement).await?;
        writing::carry_out(services, &mut tx, actor, &draft).await?;
    } else {
        store::rounds::mark_changed(&mut tx, at.id).await?;
        audit(services, &mut tx, actor, "announcement.returned", announcement).await?;
    }
    let decided = Decided { draft, approved };
    if privately {
        let language = services.language(&decided.draft.loaded.company);
        let text = views::again::decided(&services.texts, &language, actor.user, &decided).content;
        notices::tell_leads(services, &mut tx, &text, None).await?;
    }
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(decided)
}
