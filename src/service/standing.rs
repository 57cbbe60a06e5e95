//! Whether a message of ours stands in its channel already, after a try that a crash or Discord left in doubt.

use super::Services;
use crate::domain::ids::{ChannelId, GuildId, MessageId};
use crate::service::ports::{ChatError, Permission};

/// What is known of it.
pub(super) enum Standing {
    /// It stands there.
    There(MessageId),
    /// It does not.
    NotThere,
    /// The channel's history can't be read: rather no post than two.
    Unreadable,
    /// Discord can't be asked just now.
    Later,
}

/// What a search of the channel's history tells. Discord shows an empty history to a bot that may not read it
/// (discord-api-docs `resources/message`, "Get Channel Messages"), so that nothing found proves nothing there.
pub(super) async fn judge(
    services: &Services,
    guild: GuildId,
    channel: ChannelId,
    found: Result<Option<MessageId>, ChatError>,
) -> Standing {
    match found {
        Ok(Some(message)) => Standing::There(message),
        Ok(None) => match services.chat.missing_permissions(guild, channel).await {
            Ok(missing) if missing.iter().any(|one| is_needed_to_look(*one)) => Standing::Unreadable,
            Ok(_) => Standing::NotThere,
            Err(error) => after(error),
        },
        Err(error) => after(error),
    }
}

fn is_needed_to_look(permission: Permission) -> bool {
    matches!(permission, Permission::ViewChannel | Permission::ReadMessageHistory)
}

fn after(error: ChatError) -> Standing {
    match error {
        ChatError::Forbidden(_) | ChatError::Gone(_) | ChatError::Rejected(_) => Standing::Unreadable,
        ChatError::Unauthorized | ChatError::Unavailable | ChatError::Unknown => Standing::Later,
    }
}
