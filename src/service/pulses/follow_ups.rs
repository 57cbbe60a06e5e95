//! Sends what a wave says in departments' channels after its first post, each thing once.
//!
//! `claimed` is committed before Discord is called; whoever finds a claimed row looks for the post before making it
//! again. Callers hold the guild's turn ([`super::open_waves::OpenWaves::work_on`]): a doubtful try is a dead one.
//! What is said, and whether, is decided in [`super::reminders`] and [`super::results`].

use crate::domain::controls::{Control, PulseControl};
use crate::domain::follow_ups::{FollowUp, FollowUpState};
use crate::domain::ids::{GuildId, MessageId, WaveId};
use crate::service::failure::Failure;
use crate::service::ports::{ChatError, Permission};
use crate::service::{Services, notices};
use crate::store;
use crate::texts::message::Message;

/// What is known of a follow-up that was claimed before.
pub(super) enum Found {
    /// It stands there.
    There(MessageId),
    /// It does not.
    NotThere,
    /// The channel's history can't be read: rather no post than two.
    Unreadable,
    /// Discord can't be asked just now.
    Later,
}

/// Looks for a follow-up in its channel: a reminder by its own button, a result by its words.
pub(super) async fn look(
    services: &Services,
    guild: GuildId,
    wave: WaveId,
    follow_up: &FollowUp,
    message: &Message,
) -> Found {
    let found = match follow_up.kind.round() {
        Some(round) => {
            let button = Control::Pulse(wave, PulseControl::Reminded { round });
            services.chat.find_own(follow_up.channel, button, follow_up.planned).await
        }
        None => services.chat.find_same(follow_up.channel, message, follow_up.planned).await,
    };
    match found {
        Ok(Some(message)) => Found::There(message),
        // Without this permission Discord shows an empty history (discord-api-docs `resources/message`).
        Ok(None) => match services.chat.missing_permissions(guild, follow_up.channel).await {
            Ok(missing) if missing.contains(&Permission::ReadMessageHistory) => Found::Unreadable,
            Ok(_) => Found::NotThere,
            Err(error) => after(error),
        },
        Err(error) => after(error),
    }
}

fn after(error: ChatError) -> Found {
    match error {
        ChatError::Forbidden(_) | ChatError::Gone(_) | ChatError::Rejected(_) => Found::Unreadable,
        ChatError::Unauthorized | ChatError::Unavailable | ChatError::Unknown => Found::Later,
    }
}

/// Posts a follow-up that waits, unless it stands there already, or (without `may_post`) its time has passed. Says
/// whether it has come to its end.
pub(super) async fn send(
    services: &Services,
    guild: GuildId,
    wave: WaveId,
    follow_up: &FollowUp,
    message: &Message,
    may_post: bool,
) -> Result<bool, Failure> {
    if follow_up.state == FollowUpState::Claimed {
        match look(services, guild, wave, follow_up, message).await {
            Found::There(message) => return sent(services, guild, follow_up, message).await,
            Found::Unreadable => return settle(services, guild, follow_up, FollowUpState::Unsure, None).await,
            Found::Later => return Ok(false),
            Found::NotThere => {}
        }
    }
    if !may_post {
        return settle(services, guild, follow_up, FollowUpState::Missed, None).await;
    }
    mark(services, guild, follow_up, FollowUpState::Claimed).await?;
    let nonce = notices::nonce(guild, 'f', follow_up.id);
    match services.chat.post(follow_up.channel, message, Some(&nonce)).await {
        Ok(message) => sent(services, guild, follow_up, message).await,
        Err(ChatError::Forbidden(code) | ChatError::Gone(code) | ChatError::Rejected(code)) => {
            tracing::warn!(code, kind = %follow_up.kind, "Discord refused a pulse's further post");
            settle(services, guild, follow_up, FollowUpState::Failed, Some(code)).await
        }
        Err(ChatError::Unavailable | ChatError::Unauthorized) => {
            mark(services, guild, follow_up, FollowUpState::Sending).await?;
            Ok(false)
        }
        Err(ChatError::Unknown) => Ok(false),
    }
}

/// A follow-up has come to an end other than standing in its channel.
pub(super) async fn settle(
    services: &Services,
    guild: GuildId,
    follow_up: &FollowUp,
    state: FollowUpState,
    code: Option<u32>,
) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    store::follow_ups::mark_settled(&mut tx, follow_up.id, state, code, services.clock.now()).await?;
    tx.commit().await?;
    Ok(true)
}

async fn sent(services: &Services, guild: GuildId, follow_up: &FollowUp, message: MessageId) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    store::follow_ups::mark_sent(&mut tx, follow_up.id, message, services.clock.now()).await?;
    tx.commit().await?;
    Ok(true)
}

async fn mark(services: &Services, guild: GuildId, follow_up: &FollowUp, state: FollowUpState) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    store::follow_ups::mark_follow_up(&mut tx, follow_up.id, state).await?;
    tx.commit().await?;
    Ok(())
}
