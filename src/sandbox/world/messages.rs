//! Messages: how they come to be, are edited and go, and how Discord writes them.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::attachments::{Attachment, Upload};
use super::mentions::Mentions;
use super::{Change, Snowflake, State, iso};

/// Seen by one person only (discord-api-docs `resources/message`, "Message Flags").
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// "… is thinking": a deferred response that has no content yet.
pub(crate) const LOADING: u64 = 1 << 7;

/// A message in a channel.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) id: Snowflake,
    pub(crate) channel: Snowflake,
    pub(crate) author: Snowflake,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Arc<Attachment>>,
    pub(crate) flags: u64,
    pub(crate) pinned: bool,
    pub(crate) edited: Option<DateTime<Utc>>,
    /// Whom it pinged.
    pub(crate) mentions: Mentions,
    pub(crate) nonce: Option<Value>,
    pub(crate) replies_to: Option<Snowflake>,
    /// The only person who sees an ephemeral message.
    pub(crate) addressee: Option<Snowflake>,
    /// Put away by its addressee, who doesn't see it any more; the bot may still edit it.
    pub(crate) dismissed: bool,
    /// The interaction that it answers, as Discord writes it.
    pub(crate) interaction: Option<Value>,
}

/// What a body says about a message; a part that it doesn't name stays as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) content: Option<String>,
    pub(crate) embeds: Option<Vec<Value>>,
    pub(crate) components: Option<Vec<Value>>,
    /// The attachments to keep and to add; `None` keeps all and adds all uploads.
    pub(crate) attachments: Option<Vec<Value>>,
    pub(crate) uploads: Vec<Upload>,
    pub(crate) flags: u64,
    pub(crate) allowed_mentions: Option<Value>,
    pub(crate) nonce: Option<Value>,
    pub(crate) replies_to: Option<Snowflake>,
}

impl Draft {
    /// Reads a body that has passed the limits.
    pub(crate) fn read(body: &Value, uploads: Vec<Upload>) -> Self {
        let list = |key: &str| body.get(key).map(|list| list.as_array().cloned().unwrap_or_default());
        Self {
            content: body.get("content").map(|content| content.as_str().unwrap_or_default().to_owned()),
            embeds: list("embeds"),
            components: list("components"),
            attachments: list("attachments"),
            uploads,
            flags: body.get("flags").and_then(Value::as_u64).unwrap_or_default(),
            allowed_mentions: body.get("allowed_mentions").filter(|value| !value.is_null()).cloned(),
            nonce: body.get("nonce").filter(|value| !value.is_null()).cloned(),
            replies_to: body
                .pointer("/message_reference/message_id")
                .and_then(Value::as_str)
                .and_then(|id| id.parse().ok()),
        }
    }
}

impl Message {
    fn blank(id: Snowflake, channel: Snowflake, author: Snowflake) -> Self {
        Self {
            id,
            channel,
            author,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            attachments: Vec::new(),
            flags: 0,
            pinned: false,
            edited: None,
            mentions: Mentions::default(),
            nonce: None,
            replies_to: None,
            addressee: None,
            dismissed: false,
            interaction: None,
        }
    }

    /// Nothing to see: Discord refuses such a message (50006).
    pub(crate) fn is_empty(&self) -> bool {
        self.content.trim().is_empty()
            && self.embeds.is_empty()
            && self.components.is_empty()
            && self.attachments.is_empty()
    }

    /// A deferred response without content yet.
    pub(crate) fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }

    /// Whether `user` sees it, given that they see the channel.
    pub(crate) fn is_shown_to(&self, user: Snowflake) -> bool {
        self.addressee.is_none_or(|addressee| addressee == user && !self.dismissed)
    }
}

impl State {
    /// A message in `channel` that isn't posted yet.
    pub(crate) fn compose(&mut self, channel: Snowflake, author: Snowflake, draft: Draft) -> Message {
        let mut message = Message::blank(self.mint(), channel, author);
        message.nonce = draft.nonce.clone();
        message.replies_to = draft.replies_to;
        message.flags = draft.flags;
        self.apply(&mut message, draft);
        message
    }

    /// Puts what `draft` names into `message`.
    pub(crate) fn apply(&mut self, message: &mut Message, draft: Draft) {
        let Draft { content, embeds, components, attachments, uploads, allowed_mentions, .. } = draft;
        message.attachments = self.attach(message, attachments.as_deref(), uploads);
        if let Some(embeds) = embeds {
            message.embeds = embeds.into_iter().map(|embed| self.finish_embed(message, embed)).collect();
        }
        if let Some(components) = components {
            message.components = components;
            number(&mut message.components, &mut 0);
        }
        if let Some(content) = content {
            message.content = content;
            message.mentions = self.mentions_of(message, allowed_mentions.as_ref());
        }
    }

    /// Shows a message that was composed, and tells the gateway.
    pub(crate) fn post(&mut self, message: Message) -> Snowflake {
        let (id, channel, addressee) = (message.id, message.channel, message.addressee);
        if let Some(channel) = self.channels.get_mut(&channel) {
            channel.messages.insert(id, message);
            if addressee.is_none() {
                channel.last_message = Some(id);
            }
        }
        if addressee.is_none() {
            self.announce_message("MESSAGE_CREATE", channel, id);
        }
        self.changes.push(Change::MessagePosted { channel, message: id });
        id
    }

    /// Replaces a posted message by its changed form, and tells the gateway. `edited`: people see that it was.
    pub(crate) fn replace(&mut self, mut message: Message, edited: bool) {
        let (id, channel, addressee) = (message.id, message.channel, message.addressee);
        if edited {
            message.edited = Some(self.now());
        }
        if let Some(channel) = self.channels.get_mut(&channel) {
            channel.messages.insert(id, message);
        }
        if addressee.is_none() {
            self.announce_message("MESSAGE_UPDATE", channel, id);
        }
        self.changes.push(Change::MessageEdited { channel, message: id });
    }

    /// Removes a message; nothing happens if it is gone already.
    pub(crate) fn remove_message(&mut self, channel: Snowflake, message: Snowflake) {
        let Some(place) = self.channels.get_mut(&channel) else { return };
        let Some(removed) = place.messages.remove(&message) else { return };
        let guild = place.guild;
        if removed.addressee.is_none() {
            let mut payload = json!({ "id": message, "channel_id": channel });
            if let Some(guild) = guild {
                payload["guild_id"] = json!(guild);
            }
            self.dispatch_message("MESSAGE_DELETE", guild, payload);
        }
        self.changes.push(Change::MessageDeleted { channel, message, addressee: removed.addressee });
    }

    /// Puts an ephemeral message away for its addressee. The bot learns nothing of it.
    pub(crate) fn dismiss(&mut self, channel: Snowflake, message: Snowflake) {
        let found = self.channels.get_mut(&channel).and_then(|place| place.messages.get_mut(&message));
        let Some(found) = found.filter(|found| found.addressee.is_some()) else { return };
        found.dismissed = true;
        let addressee = found.addressee;
        self.changes.push(Change::MessageDeleted { channel, message, addressee });
    }

    /// A message of a channel, ephemeral ones included.
    pub(crate) fn message(&self, channel: Snowflake, message: Snowflake) -> Option<&Message> {
        self.channels.get(&channel)?.messages.get(&message)
    }

    /// As Discord writes it in HTTP answers and interactions.
    pub(crate) fn message_json(&self, message: &Message) -> Value {
        let author = self.users.get(&message.author).map(super::people::User::to_json);
        let mut body = json!({
            "id": message.id, "channel_id": message.channel, "author": author, "content": message.content,
            "timestamp": iso(message.id.time()), "edited_timestamp": message.edited.map(iso), "tts": false,
            "mention_everyone": message.mentions.everyone,
            "mentions": message.mentions.users.iter().filter_map(|id| Some(self.users.get(id)?.to_json())).collect::<Value>(),
            "mention_roles": message.mentions.roles,
            "attachments": message.attachments.iter().map(|file| file.to_json(&self.base, message.channel)).collect::<Value>(),
            "embeds": message.embeds, "components": message.components, "pinned": message.pinned,
            "type": if message.interaction.is_some() { 20 } else if message.replies_to.is_some() { 19 } else { 0 },
            "flags": message.flags,
        });
        if let Some(nonce) = &message.nonce {
            body["nonce"] = nonce.clone();
        }
        if let Some(original) = message.replies_to {
            body["message_reference"] = json!({ "type": 0, "message_id": original, "channel_id": message.channel });
        }
        if let Some(interaction) = &message.interaction {
            body["application_id"] = json!(self.app.id);
            body["webhook_id"] = json!(self.app.id);
            body["interaction_metadata"] = interaction.clone();
        }
        body
    }

    fn announce_message(&mut self, event: &'static str, channel: Snowflake, id: Snowflake) {
        let Some(message) = self.message(channel, id) else { return };
        let mut payload = self.message_json(message);
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        if let Some(guild) = guild.and_then(|id| self.guilds.get(&id)) {
            payload["guild_id"] = json!(guild.id);
            if let Some(member) = guild.members.get(&message.author) {
                payload["member"] = member.to_partial_json();
            }
        }
        self.dispatch_message(event, guild, payload);
    }

    fn finish_embed(&self, message: &Message, mut embed: Value) -> Value {
        embed["type"] = json!("rich");
        for part in ["image", "thumbnail"] {
            let named = embed.pointer(&format!("/{part}/url")).and_then(Value::as_str);
            let name = named.and_then(|url| url.strip_prefix("attachment://"));
            let file = name.and_then(|name| message.attachments.iter().find(|file| file.name == name));
            if let Some(file) = file {
                let written = file.to_json(&self.base, message.channel);
                embed[part] = json!({
                    "url": written["url"], "proxy_url": written["proxy_url"],
                    "width": file.size_px.map(|(w, _)| w), "height": file.size_px.map(|(_, h)| h),
                });
            }
        }
        embed
    }
}

/// Gives components the numbers that Discord gives them where the bot gave none.
fn number(components: &mut [Value], last: &mut u64) {
    for component in components {
        let Some(fields) = component.as_object_mut() else { continue };
        *last += 1;
        fields.entry("id").or_insert(json!(*last));
        if let Some(children) = fields.get_mut("components").and_then(Value::as_array_mut) {
            number(children, last);
        }
    }
}
