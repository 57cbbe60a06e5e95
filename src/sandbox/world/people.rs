//! Users, and their membership in guilds.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{Snowflake, iso};

/// A Discord account.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: Snowflake,
    /// As people see it.
    pub(crate) name: String,
    pub(crate) bot: bool,
    /// The language of their client.
    pub(crate) locale: String,
    /// Whether they take direct messages from members of their guilds.
    pub(crate) takes_direct_messages: bool,
}

impl User {
    /// As Discord writes it.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "id": self.id, "username": handle(&self.name), "discriminator": "0", "global_name": self.name,
            "avatar": null, "bot": self.bot, "system": false, "banner": null, "accent_color": null,
            "public_flags": 0, "avatar_decoration_data": null,
        })
    }
}

/// An account's place in a guild.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) user: Snowflake,
    pub(crate) nick: Option<String>,
    pub(crate) roles: Vec<Snowflake>,
    pub(crate) joined: DateTime<Utc>,
}

impl Member {
    /// As Discord writes it inside messages and resolved data: without the user.
    pub(crate) fn to_partial_json(&self) -> Value {
        json!({
            "nick": self.nick, "avatar": null, "banner": null, "roles": self.roles, "joined_at": iso(self.joined),
            "premium_since": null, "deaf": false, "mute": false, "flags": 0, "pending": false,
            "communication_disabled_until": null,
        })
    }

    /// As Discord writes it.
    pub(crate) fn to_json(&self, user: &User) -> Value {
        let mut member = self.to_partial_json();
        member["user"] = user.to_json();
        member
    }
}

/// A user name as Discord demands it: lower case, without spaces.
fn handle(name: &str) -> String {
    name.chars().filter_map(|c| if c == ' ' { Some('.') } else { c.to_lowercase().next() }).collect()
}
