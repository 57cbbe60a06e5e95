//! Interactions as Discord sends them, read leniently: only what the bot needs, unknown fields and kinds ignored.
//!
//! Everything in here is input from outside. `Debug` is withheld: tokens, ids and texts are in it.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::domain::ids::{ChannelId, GuildId, RoleId, UserId};

/// One interaction.
#[derive(Deserialize)]
pub struct Interaction {
    /// Its id, for the callback's address.
    #[serde(deserialize_with = "number")]
    pub id: u64,
    /// The bot's application.
    #[serde(deserialize_with = "number")]
    pub application_id: u64,
    /// What kind it is (discord-api-docs `interactions/receiving-and-responding`).
    #[serde(rename = "type")]
    pub kind: u8,
    /// A bearer secret for 15 minutes.
    pub token: String,
    /// The guild; absent in private conversations.
    #[serde(default, deserialize_with = "optional")]
    pub guild_id: Option<GuildId>,
    /// The channel.
    #[serde(default, deserialize_with = "optional")]
    pub channel_id: Option<ChannelId>,
    /// Who, in the guild.
    pub member: Option<Member>,
    /// The language of the person's Discord.
    #[serde(default, deserialize_with = "or_default")]
    pub locale: String,
    /// What was asked.
    #[serde(default, deserialize_with = "or_default")]
    pub data: Data,
    /// The message whose control was used.
    pub message: Option<Used>,
}

/// A message whose control was used.
#[derive(Deserialize)]
pub struct Used {
    /// Bits that say how it is shown (discord-api-docs `resources/message`, "Message Flags").
    #[serde(default)]
    pub flags: u64,
    /// What it says. Discord shows a bot the text of its own messages without an intent for it.
    #[serde(default, deserialize_with = "or_default")]
    pub content: String,
}

/// A person in a guild.
#[derive(Deserialize)]
pub struct Member {
    /// The account.
    pub user: User,
    /// The name in this guild.
    pub nick: Option<String>,
    /// The roles held.
    #[serde(default, deserialize_with = "list")]
    pub roles: Vec<RoleId>,
    /// What the person may do in this channel, as a bit set.
    #[serde(default, deserialize_with = "number")]
    pub permissions: u64,
    /// Since when they have been in the guild.
    #[serde(default, deserialize_with = "optional")]
    pub joined_at: Option<DateTime<Utc>>,
}

/// An account.
#[derive(Deserialize)]
pub struct User {
    /// Its id.
    #[serde(deserialize_with = "parsed")]
    pub id: UserId,
    /// Its unique name.
    pub username: String,
    /// Its display name.
    pub global_name: Option<String>,
}

/// What was asked, for every kind of interaction.
#[derive(Deserialize, Default)]
pub struct Data {
    /// Command: its name.
    #[serde(default)]
    pub name: String,
    /// Command: options, groups and sub-commands.
    #[serde(default, deserialize_with = "or_default")]
    pub options: Vec<CommandOption>,
    /// Component or form: its custom id.
    #[serde(default)]
    pub custom_id: String,
    /// Select: what was chosen.
    #[serde(default)]
    pub values: Vec<String>,
    /// Form: its rows.
    #[serde(default)]
    components: Vec<FormPart>,
}

/// A command's option, or a (group of) sub-commands.
#[derive(Deserialize)]
pub struct CommandOption {
    /// Its name.
    pub name: String,
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: u8,
    /// Its value.
    #[serde(default)]
    pub value: Value,
    /// What is below it.
    #[serde(default, deserialize_with = "or_default")]
    pub options: Vec<CommandOption>,
    /// Autocomplete: the person is typing here.
    #[serde(default)]
    pub focused: bool,
}

/// A row or label of a form, or a field in it.
#[derive(Deserialize)]
struct FormPart {
    #[serde(default)]
    custom_id: String,
    #[serde(default)]
    value: Value,
    #[serde(default)]
    components: Vec<FormPart>,
    component: Option<Box<FormPart>>,
}

impl Data {
    /// A form's fields by their names.
    pub fn fields(&self) -> HashMap<String, String> {
        let mut fields = HashMap::new();
        let mut left: Vec<&FormPart> = self.components.iter().collect();
        while let Some(part) = left.pop() {
            if let Value::String(value) = &part.value {
                fields.insert(part.custom_id.clone(), value.clone());
            }
            left.extend(part.components.iter().chain(part.component.as_deref()));
        }
        fields
    }
}

/// `null` counts as left out.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

fn parsed<'de, D: Deserializer<'de>, T: FromStr>(deserializer: D) -> Result<T, D::Error> {
    from_value(&Value::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("not an id"))
}

fn optional<'de, D: Deserializer<'de>, T: FromStr>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(from_value(&Value::deserialize(deserializer)?))
}

fn list<'de, D: Deserializer<'de>, T: FromStr>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(Vec::<Value>::deserialize(deserializer)?.iter().filter_map(from_value).collect())
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    parsed(deserializer)
}

/// Ids and bit sets are strings in Discord's JSON; some servers that speak its protocol send numbers.
pub(super) fn from_value<T: FromStr>(value: &Value) -> Option<T> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.to_string().parse().ok(),
        _ => None,
    }
}
