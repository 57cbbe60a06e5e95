//! Guilds with their roles and members, and the channels that messages stand in.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::messages::Message;
use super::people::Member;
use super::{Snowflake, iso};

/// A guild: one company.
#[derive(Debug)]
pub(crate) struct Guild {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    pub(crate) owner: Snowflake,
    pub(crate) locale: String,
    /// `@everyone` among them, under the guild's own id.
    pub(crate) roles: BTreeMap<Snowflake, Role>,
    pub(crate) members: BTreeMap<Snowflake, Member>,
}

/// A role of a guild.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    pub(crate) permissions: u64,
    pub(crate) position: u16,
    pub(crate) mentionable: bool,
    pub(crate) colour: u32,
    /// Set on the role that a bot brings along.
    pub(crate) bot: Option<Snowflake>,
}

impl Role {
    /// As Discord writes it.
    pub(crate) fn to_json(&self) -> Value {
        let mut role = json!({
            "id": self.id, "name": self.name, "permissions": self.permissions.to_string(), "position": self.position,
            "color": self.colour,
            "colors": { "primary_color": self.colour, "secondary_color": null, "tertiary_color": null },
            "hoist": false, "icon": null, "unicode_emoji": null, "managed": self.bot.is_some(),
            "mentionable": self.mentionable, "flags": 0,
        });
        if let Some(bot) = self.bot {
            role["tags"] = json!({ "bot_id": bot });
        }
        role
    }
}

/// The kinds of channel that the stand-in has (discord-api-docs `resources/channel`, "Channel Types").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChannelKind {
    Text,
    Direct,
    Category,
    News,
    NewsThread,
    PublicThread,
    PrivateThread,
}

impl ChannelKind {
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Text => 0,
            Self::Direct => 1,
            Self::Category => 4,
            Self::News => 5,
            Self::NewsThread => 10,
            Self::PublicThread => 11,
            Self::PrivateThread => 12,
        }
    }

    pub(crate) fn from_code(code: u64) -> Option<Self> {
        [
            Self::Text,
            Self::Direct,
            Self::Category,
            Self::News,
            Self::NewsThread,
            Self::PublicThread,
            Self::PrivateThread,
        ]
        .into_iter()
        .find(|kind| u64::from(kind.code()) == code)
    }

    pub(crate) fn is_thread(self) -> bool {
        matches!(self, Self::NewsThread | Self::PublicThread | Self::PrivateThread)
    }

    pub(crate) fn holds_messages(self) -> bool {
        self != Self::Category
    }
}

/// Where messages stand.
#[derive(Debug)]
pub(crate) struct Channel {
    pub(crate) id: Snowflake,
    pub(crate) kind: ChannelKind,
    /// `None` for direct messages.
    pub(crate) guild: Option<Snowflake>,
    pub(crate) name: String,
    pub(crate) topic: Option<String>,
    /// The category of a channel, the channel of a thread.
    pub(crate) parent: Option<Snowflake>,
    pub(crate) position: u16,
    pub(crate) overwrites: Vec<Overwrite>,
    /// The other side of direct messages.
    pub(crate) recipient: Option<Snowflake>,
    /// Who started a thread.
    pub(crate) owner: Option<Snowflake>,
    pub(crate) archived: bool,
    pub(crate) last_pin: Option<DateTime<Utc>>,
    /// The newest message that everyone sees; it may be deleted by now.
    pub(crate) last_message: Option<Snowflake>,
    /// Ephemeral ones among them; see [`Message::addressee`].
    pub(crate) messages: BTreeMap<Snowflake, Message>,
}

/// What a channel allows or denies to one role or member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Overwrite {
    pub(crate) target: Snowflake,
    pub(crate) is_member: bool,
    pub(crate) allow: u64,
    pub(crate) deny: u64,
}

impl Channel {
    pub(crate) fn new(id: Snowflake, kind: ChannelKind, guild: Option<Snowflake>, name: &str) -> Self {
        Self {
            id,
            kind,
            guild,
            name: name.to_owned(),
            topic: None,
            parent: None,
            position: 0,
            overwrites: Vec::new(),
            recipient: None,
            owner: None,
            archived: false,
            last_pin: None,
            last_message: None,
            messages: BTreeMap::new(),
        }
    }

    /// The messages that everyone in the channel sees.
    pub(crate) fn public_messages(&self) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages.values().filter(|message| message.addressee.is_none())
    }

    /// As Discord writes it; direct messages are written by the state, which knows their recipient.
    pub(crate) fn to_json(&self) -> Value {
        let mut channel = json!({
            "id": self.id, "type": self.kind.code(), "last_message_id": self.last_message, "flags": 0,
            "last_pin_timestamp": self.last_pin.map(iso),
        });
        if self.kind == ChannelKind::Direct {
            return channel;
        }
        channel["guild_id"] = json!(self.guild);
        channel["name"] = json!(self.name);
        channel["parent_id"] = json!(self.parent);
        channel["rate_limit_per_user"] = json!(0);
        if self.kind.is_thread() {
            let count = self.public_messages().count();
            channel["owner_id"] = json!(self.owner);
            channel["message_count"] = json!(count);
            channel["total_message_sent"] = json!(count);
            channel["member_count"] = json!(1);
            channel["thread_metadata"] = json!({
                "archived": self.archived, "auto_archive_duration": 1440, "archive_timestamp": iso(self.id.time()),
                "locked": false, "create_timestamp": iso(self.id.time()),
            });
        } else {
            channel["topic"] = json!(self.topic);
            channel["position"] = json!(self.position);
            channel["nsfw"] = json!(false);
            channel["permission_overwrites"] = self.overwrites.iter().copied().map(Overwrite::to_json).collect();
        }
        channel
    }
}

impl Overwrite {
    fn to_json(self) -> Value {
        json!({
            "id": self.target, "type": u8::from(self.is_member),
            "allow": self.allow.to_string(), "deny": self.deny.to_string(),
        })
    }
}
