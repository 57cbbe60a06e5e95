//! Sends what a wave says in departments' channels after its first post, each thing once.
//!
//! `claimed` is committed before Discord is called; whoever finds a claimed row looks for the post before making it
//! again. Callers hold the guild's turn ([`super::open_waves::OpenWaves::work_on`]): a doubtful try is a dead one.
//! What is said, and whether, is decided in [`super::reminders`] and [`super::results`].

use crate::domain::controls::{Control, PulseControl};
use crate::domain::follow_ups::{FollowUp, FollowUpState};
use crate::domain::ids::{GuildId, MessageId, WaveId};
use crate::service::failure::Failure;
use crate::service::ports::ChatError;
use crate::service::standing::{self, Standing};
use crate::service::{Services, notices};
use crate::store;
use crate::texts::message::Message;

/// Looks for a follow-up in its channel: a reminder by its own button, a result by its words.
pub(super) async fn look(
    services: &Services,
    guild: GuildId,
    wave: WaveId,
    follow_up: &FollowUp,
    message: &Message,
) -> Standing {
    let found = match follow_up.kind.round() {
        Some(round) => {
            let button = Control::Pulse(wave, PulseControl::Reminded { round });
            services.chat.find_own(follow_up.channel, button, follow_up.planned).await
        }
        None => services.chat.find_same(follow_up.channel, message, follow_up.planned).await,
    };
    standing::judge(services, guild, follow_up.channel, found).await
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
            Standing::There(message) => return sent(services, guild, follow_up, message).await,
            Standing::Unreadable => return settle(services, guild, follow_up, FollowUpState::Unsure, None).await,
            Standing::Later => return Ok(false),
            Standing::NotThere => {}
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
