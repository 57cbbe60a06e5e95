//! The bot's own posts: `service::ports::Chat` over Discord's HTTP API.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::Method;
use serde_json::{Value, json};

use super::rest::{Patience, Request, Rest, RestError};
use super::{custom_id, permissions, render};
use crate::domain::controls::Control;
use crate::domain::ids::{ChannelId, GuildId, MessageId, RoleId};
use crate::service::ports::{Chat, ChatError, Permission};
use crate::texts::message::Message;

/// Messages on a page of the history (discord.md 4: at most 100).
const PAGE: usize = 100;

/// "Unknown message" (discord-api-docs `topics/opcodes-and-status-codes`).
const UNKNOWN_MESSAGE: u32 = 10008;

/// So much may Discord's clock be behind ours: what is looked for may seem that much older.
const SKEW: TimeDelta = TimeDelta::minutes(10);

/// Posts as the bot.
#[derive(Debug, Clone)]
pub struct Messenger {
    rest: Rest,
}

impl Messenger {
    /// Posts through `rest`.
    pub fn new(rest: Rest) -> Self {
        Self { rest }
    }

    async fn get(&self, path: String, bucket: String) -> Result<Value, ChatError> {
        Ok(self.rest.send(&Request::new(Method::GET, path, bucket)).await?)
    }

    async fn find(
        &self,
        channel: ChannelId,
        since: DateTime<Utc>,
        is_it: impl Fn(&Value) -> bool + Send,
    ) -> Result<Option<MessageId>, ChatError> {
        let since = since - SKEW;
        let mut before: Option<MessageId> = None;
        loop {
            let from = before.map_or_else(String::new, |oldest| format!("&before={oldest}"));
            let path = format!("/channels/{channel}/messages?limit={PAGE}{from}");
            let page = self.get(path, format!("GET messages {channel}")).await?;
            let page = page.as_array().ok_or(ChatError::Unknown)?;
            let is_new = |message: &Value| posted_at(message).is_none_or(|at| at >= since);
            if let Some(found) = page.iter().find(|message| is_new(message) && is_it(message)) {
                return Ok(read_id(found));
            }
            let oldest =
                page.last().filter(|oldest| page.len() == PAGE && posted_at(oldest).is_some() && is_new(oldest));
            let oldest = oldest.and_then(read_id);
            // A server that gives the same page again must not be asked for ever.
            if oldest.is_none() || before.is_some_and(|before| oldest >= Some(before)) {
                return Ok(None);
            }
            before = oldest;
        }
    }
}

#[async_trait]
impl Chat for Messenger {
    async fn post(&self, channel: ChannelId, message: &Message, nonce: Option<&str>) -> Result<MessageId, ChatError> {
        let mut body = render::message(message);
        if let Some(nonce) = nonce {
            body["nonce"] = json!(nonce);
            body["enforce_nonce"] = json!(true);
        }
        let path = format!("/channels/{channel}/messages");
        // Even with a nonce it is not repeated blindly once it may have arrived: whoever posts looks first, and so is
        // right on servers that know no nonce, too.
        let request = Request::new(Method::POST, path, format!("POST messages {channel}"))
            .body(&body)
            .files(&message.files)
            .patience(Patience::Post);
        let answer = self.rest.send(&request).await?;
        read_id(&answer).ok_or(ChatError::Unknown)
    }

    async fn edit(&self, channel: ChannelId, id: MessageId, message: &Message) -> Result<(), ChatError> {
        let body = render::message(message);
        let path = format!("/channels/{channel}/messages/{id}");
        let request = Request::new(Method::PATCH, path, format!("PATCH messages {channel}"))
            .body(&body)
            .files(&message.files)
            .patience(Patience::Post);
        self.rest.send(&request).await?;
        Ok(())
    }

    async fn take_controls(&self, channel: ChannelId, id: MessageId) -> Result<(), ChatError> {
        // What an edit leaves out stays (discord-api-docs `resources/message`, "Edit Message").
        let body = json!({ "components": [], "allowed_mentions": { "parse": [] } });
        let path = format!("/channels/{channel}/messages/{id}");
        let request =
            Request::new(Method::PATCH, path, format!("PATCH messages {channel}")).body(&body).patience(Patience::Post);
        self.rest.send(&request).await?;
        Ok(())
    }

    async fn find_own(
        &self,
        channel: ChannelId,
        control: Control,
        since: DateTime<Utc>,
    ) -> Result<Option<MessageId>, ChatError> {
        let wanted = custom_id::encode(control);
        self.find(channel, since, |message| carries(&message["components"], &wanted)).await
    }

    async fn find_same(
        &self,
        channel: ChannelId,
        message: &Message,
        since: DateTime<Utc>,
    ) -> Result<Option<MessageId>, ChatError> {
        let wanted = words(&render::message(message));
        self.find(channel, since, |message| message["author"]["bot"] == true && words(message) == wanted).await
    }

    async fn stands(&self, channel: ChannelId, id: MessageId) -> Result<bool, ChatError> {
        let path = format!("/channels/{channel}/messages/{id}");
        match self.get(path, format!("GET message {channel}")).await {
            Ok(_) => Ok(true),
            Err(ChatError::Gone(UNKNOWN_MESSAGE)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn roles(&self, guild: GuildId) -> Result<HashMap<RoleId, bool>, ChatError> {
        let roles = self.get(format!("/guilds/{guild}/roles"), format!("GET roles {guild}")).await?;
        let roles = roles.as_array().ok_or(ChatError::Unknown)?;
        let read = |role: &Value| Some((role["id"].as_str()?.parse().ok()?, role["mentionable"].as_bool()?));
        Ok(roles.iter().filter_map(read).collect())
    }

    async fn role_member_counts(&self, guild: GuildId) -> Result<HashMap<RoleId, u32>, ChatError> {
        let path = format!("/guilds/{guild}/roles/member-counts");
        let counts = self.get(path, format!("GET member-counts {guild}")).await?;
        let counts = counts.as_object().ok_or(ChatError::Unknown)?;
        let read = |(role, count): (&String, &Value)| Some((role.parse().ok()?, u32::try_from(count.as_u64()?).ok()?));
        Ok(counts.iter().filter_map(read).collect())
    }

    async fn missing_permissions(&self, guild: GuildId, channel: ChannelId) -> Result<Vec<Permission>, ChatError> {
        let granted = self.granted(guild, channel).await?;
        Ok(Permission::ALL.into_iter().filter(|permission| granted & permission.bit() == 0).collect())
    }

    async fn may_mention_all(&self, guild: GuildId, channel: ChannelId) -> Result<bool, ChatError> {
        Ok(self.granted(guild, channel).await? & permissions::MENTION_EVERYONE != 0)
    }

    async fn open_to_all(&self, guild: GuildId, channels: &[ChannelId]) -> Result<Vec<ChannelId>, ChatError> {
        let server = self.get(format!("/guilds/{guild}"), format!("GET guild {guild}")).await?;
        let somebody = serde_json::json!({ "roles": [] });
        let mut open = Vec::new();
        for channel in channels {
            match self.get(format!("/channels/{channel}"), format!("GET channel {channel}")).await {
                Ok(room)
                    if permissions::granted(&server, &somebody, &room, "") & Permission::ViewChannel.bit() == 0 => {}
                Ok(_) => open.push(*channel),
                // It is gone, or not for the bot either.
                Err(ChatError::Forbidden(_) | ChatError::Gone(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(open)
    }
}

impl Messenger {
    /// The bot's permission bits in a channel; none where it doesn't see it.
    async fn granted(&self, guild: GuildId, channel: ChannelId) -> Result<u64, ChatError> {
        let me = self.get("/users/@me".to_owned(), "GET users".to_owned()).await?;
        let me = me["id"].as_str().ok_or(ChatError::Unknown)?.to_owned();
        let member = self.get(format!("/guilds/{guild}/members/{me}"), format!("GET member {guild}")).await?;
        let server = self.get(format!("/guilds/{guild}"), format!("GET guild {guild}")).await?;
        match self.get(format!("/channels/{channel}"), format!("GET channel {channel}")).await {
            Ok(room) => Ok(permissions::granted(&server, &member, &room, &me)),
            Err(ChatError::Forbidden(_)) => Ok(0),
            Err(error) => Err(error),
        }
    }
}

impl From<RestError> for ChatError {
    fn from(error: RestError) -> Self {
        match error {
            RestError::Refused { status: 401, .. } => Self::Unauthorized,
            RestError::Refused { status: 403, code } => Self::Forbidden(code),
            RestError::Refused { status: 404, code } => Self::Gone(code),
            RestError::Refused { code, .. } => Self::Rejected(code),
            RestError::Limited | RestError::Unreachable => Self::Unavailable,
            RestError::NoAnswer => Self::Unknown,
        }
    }
}

fn read_id(message: &Value) -> Option<MessageId> {
    message["id"].as_str()?.parse().ok()
}

/// When a message was posted; unknown on a server that doesn't say.
fn posted_at(message: &Value) -> Option<DateTime<Utc>> {
    message["timestamp"].as_str()?.parse().ok()
}

/// What tells a message from others: its text, its frames' descriptions, both of which Discord trims, and what its
/// controls are about. The same words may ask about another draft, or about a later state of it.
fn words(message: &Value) -> Vec<String> {
    let embeds = message["embeds"].as_array().into_iter().flatten().map(|embed| &embed["description"]);
    let parts = std::iter::once(&message["content"]).chain(embeds);
    let mut words: Vec<String> = parts.map(|part| part.as_str().unwrap_or_default().trim().to_owned()).collect();
    put_custom_ids(&message["components"], &mut words);
    words
}

fn put_custom_ids(components: &Value, words: &mut Vec<String>) {
    for part in components.as_array().into_iter().flatten() {
        words.extend(part["custom_id"].as_str().map(str::to_owned));
        put_custom_ids(&part["components"], words);
    }
}

/// Whether a component tree holds this custom id. Others' components are hidden from the bot, so it is its own.
fn carries(components: &Value, custom_id: &str) -> bool {
    components.as_array().is_some_and(|parts| {
        parts.iter().any(|part| part["custom_id"] == custom_id || carries(&part["components"], custom_id))
    })
}
