//! Discord as the services see it. `discord::messenger` implements it; tests of services may too.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::domain::controls::Control;
use crate::domain::ids::{ChannelId, GuildId, MessageId, RoleId};
use crate::texts::message::Message;

/// What services and the scheduler do in the chat on the bot's own account.
#[async_trait]
pub trait Chat: Send + Sync {
    /// Posts a message. With a `nonce` (at most 25 characters) Discord returns the message that a first attempt
    /// made, for a few minutes (discord.md 4, "nonce").
    async fn post(&self, channel: ChannelId, message: &Message, nonce: Option<&str>) -> Result<MessageId, ChatError>;

    /// Replaces a message of ours.
    async fn edit(&self, channel: ChannelId, id: MessageId, message: &Message) -> Result<(), ChatError>;

    /// Takes buttons and selects off a message of ours; its words and frames stay as they are.
    async fn take_controls(&self, channel: ChannelId, id: MessageId) -> Result<(), ChatError>;

    /// Looks through what was posted in the channel since then for one of our messages that carries this control.
    async fn find_own(
        &self,
        channel: ChannelId,
        control: Control,
        since: DateTime<Utc>,
    ) -> Result<Option<MessageId>, ChatError>;

    /// Looks through what was posted in the channel since then for one of our messages that says exactly this.
    async fn find_same(
        &self,
        channel: ChannelId,
        message: &Message,
        since: DateTime<Utc>,
    ) -> Result<Option<MessageId>, ChatError>;

    /// Whether a message of ours still stands in its channel; [`ChatError::Gone`] where the channel is gone, too.
    async fn stands(&self, channel: ChannelId, id: MessageId) -> Result<bool, ChatError>;

    /// The roles that there are, and whether anybody may mention each.
    async fn roles(&self, guild: GuildId) -> Result<HashMap<RoleId, bool>, ChatError>;

    /// How many members hold each role. Needs no privileged intent.
    async fn role_member_counts(&self, guild: GuildId) -> Result<HashMap<RoleId, u32>, ChatError>;

    /// The permissions that the bot lacks in a channel for posting texts, embeds and pictures there.
    async fn missing_permissions(&self, guild: GuildId, channel: ChannelId) -> Result<Vec<Permission>, ChatError>;

    /// Whether the bot may mention roles in a channel that not everybody may.
    async fn may_mention_all(&self, guild: GuildId, channel: ChannelId) -> Result<bool, ChatError>;

    /// Which of these channels anybody on the server may read, whatever their roles.
    async fn open_to_all(&self, guild: GuildId, channels: &[ChannelId]) -> Result<Vec<ChannelId>, ChatError>;
}

/// A permission that the bot needs in a channel (discord.md 4, "announce").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// See the channel.
    ViewChannel,
    /// Post in it.
    SendMessages,
    /// Frame texts.
    EmbedLinks,
    /// Attach pictures.
    AttachFiles,
    /// Find its own posts again.
    ReadMessageHistory,
}

impl Permission {
    /// All that the bot needs in a channel.
    pub const ALL: [Self; 5] =
        [Self::ViewChannel, Self::SendMessages, Self::EmbedLinks, Self::AttachFiles, Self::ReadMessageHistory];

    /// Its bit (discord-api-docs `topics/permissions`).
    pub fn bit(self) -> u64 {
        match self {
            Self::ViewChannel => 1 << 10,
            Self::SendMessages => 1 << 11,
            Self::EmbedLinks => 1 << 14,
            Self::AttachFiles => 1 << 15,
            Self::ReadMessageHistory => 1 << 16,
        }
    }

    /// Whether a framed text can't be posted without it. Files and reading back are extras.
    pub fn is_needed_for_text(self) -> bool {
        matches!(self, Self::ViewChannel | Self::SendMessages | Self::EmbedLinks)
    }

    /// Its key below `common.permission.` in `messages/`.
    pub fn code(self) -> &'static str {
        match self {
            Self::ViewChannel => "view_channel",
            Self::SendMessages => "send_messages",
            Self::EmbedLinks => "embed_links",
            Self::AttachFiles => "attach_files",
            Self::ReadMessageHistory => "read_message_history",
        }
    }
}

/// Why Discord did not do it: each a state, none with a text or an id in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChatError {
    /// 401: the token is no longer good; the bot stops.
    #[error("Discord refused the token")]
    Unauthorized,
    /// 403, such as 50001 (no access) and 50013 (missing permission): the target is disabled until a lead acts.
    #[error("Discord forbids it (code {0})")]
    Forbidden(u32),
    /// 404, such as 10003 (unknown channel) and 10008 (unknown message).
    #[error("it no longer exists on Discord (code {0})")]
    Gone(u32),
    /// 400: what we sent is not acceptable; trying again is no use.
    #[error("Discord rejected the request (code {0})")]
    Rejected(u32),
    /// Certainly not done: refused, limited or unreachable until the tries ran out.
    #[error("Discord can't be reached or is overloaded")]
    Unavailable,
    /// Perhaps done: the connection broke after the request left.
    #[error("the outcome is unknown")]
    Unknown,
}
