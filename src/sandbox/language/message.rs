//! A message as people see it: a picture of one moment.

use axum::body::Bytes;
use serde_json::Value;

use super::components::{self, Button, Select};
use super::render;
use crate::sandbox::world::messages::{self, EPHEMERAL};
use crate::sandbox::world::{Snowflake, World};

/// A message at the moment it was looked at; [`Message::refresh`] looks again.
#[derive(Debug, Clone)]
pub struct Message {
    world: World,
    seen: messages::Message,
}

/// A framed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Embed {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub description: String,
    /// Names and values.
    pub fields: Vec<(String, String)>,
    /// Small print.
    pub footer: String,
    /// The address of its picture.
    pub image: Option<String>,
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its text for people who can't see it.
    pub alt: String,
    /// Its content.
    pub bytes: Bytes,
    /// Where it can be fetched, on loopback.
    pub url: String,
}

/// Something that shows a message: the message itself, or a [`super::Reply`].
pub trait Shown {
    /// The message, if there is one.
    fn shown(&self) -> Option<&Message>;
}

impl Shown for Message {
    fn shown(&self) -> Option<&Message> {
        Some(self)
    }
}

impl Message {
    pub(super) fn find(world: &World, channel: Snowflake, id: Snowflake) -> Option<Self> {
        let seen = world.with(|state| state.message(channel, id).cloned())?;
        Some(Self { world: world.clone(), seen })
    }

    pub(super) fn new(world: &World, seen: messages::Message) -> Self {
        Self { world: world.clone(), seen }
    }

    /// Its identifier.
    pub fn id(&self) -> Snowflake {
        self.seen.id
    }

    /// The channel that it stands in.
    pub fn channel_id(&self) -> Snowflake {
        self.seen.channel
    }

    /// Its content.
    pub fn text(&self) -> &str {
        &self.seen.content
    }

    /// Its content and all that its embeds say, one after the other.
    pub fn all_text(&self) -> String {
        let mut parts = vec![self.seen.content.clone()];
        for embed in self.embeds() {
            parts.push(embed.title);
            parts.push(embed.description);
            parts.extend(embed.fields.into_iter().flat_map(|(name, value)| [name, value]));
            parts.push(embed.footer);
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    /// Its framed texts.
    pub fn embeds(&self) -> Vec<Embed> {
        self.seen.embeds.iter().map(Embed::read).collect()
    }

    /// Its buttons, in reading order.
    pub fn buttons(&self) -> Vec<Button> {
        components::buttons(&self.seen.components)
    }

    /// Its selects.
    pub fn selects(&self) -> Vec<Select> {
        components::selects(&self.seen.components)
    }

    /// Its files.
    pub fn attachments(&self) -> Vec<File> {
        let base = self.world.with(|state| state.base.clone());
        let file = |file: &std::sync::Arc<crate::sandbox::world::attachments::Attachment>| File {
            name: file.name.clone(),
            alt: file.description.clone().unwrap_or_default(),
            bytes: file.bytes.clone(),
            url: file.to_json(&base, self.seen.channel)["url"].as_str().unwrap_or_default().to_owned(),
        };
        self.seen.attachments.iter().map(file).collect()
    }

    /// Whether only one person sees it.
    pub fn is_ephemeral(&self) -> bool {
        self.seen.flags & EPHEMERAL != 0
    }

    /// Whether it is "… is thinking".
    pub fn is_loading(&self) -> bool {
        self.seen.is_loading()
    }

    /// Whether it is pinned.
    pub fn is_pinned(&self) -> bool {
        self.seen.pinned
    }

    /// Whether people see that it was edited.
    pub fn is_edited(&self) -> bool {
        self.seen.edited.is_some()
    }

    /// Whether the bot wrote it.
    pub fn is_by_bot(&self) -> bool {
        self.world.with(|state| state.app.bot == self.seen.author)
    }

    /// Whom it pinged: `@Sales`, `@Ana Ruiz`, `@everyone`.
    pub fn pings(&self) -> Vec<String> {
        let mentions = &self.seen.mentions;
        let everyone = mentions.everyone.then(|| "@everyone".to_owned());
        let users = mentions.users.iter().map(|id| format!("<@{id}>"));
        let roles = mentions.roles.iter().map(|id| format!("<@&{id}>"));
        let tags: Vec<String> = users.chain(roles).collect();
        let named = self.world.with(|state| tags.iter().map(|tag| render::plain(state, tag)).collect::<Vec<_>>());
        everyone.into_iter().chain(named).collect()
    }

    /// How it stands now; `None` if it is gone.
    #[must_use]
    pub fn refresh(&self) -> Option<Self> {
        Self::find(&self.world, self.seen.channel, self.seen.id)
    }

    /// As plain text, the way it would look in Discord.
    pub fn rendered(&self) -> String {
        self.rendered_for(None)
    }

    pub(super) fn rendered_for(&self, person: Option<Snowflake>) -> String {
        self.world.with(|state| render::message(state, &self.seen, person))
    }

    /// As Discord would write it.
    pub fn to_json(&self) -> Value {
        self.world.with(|state| state.message_json(&self.seen))
    }

    pub(super) fn seen(&self) -> &messages::Message {
        &self.seen
    }
}

impl Embed {
    pub(super) fn read(embed: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let fields = embed["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
        Self {
            title: text(&embed["title"]),
            description: text(&embed["description"]),
            fields: fields.iter().map(|field| (text(&field["name"]), text(&field["value"]))).collect(),
            footer: text(&embed["footer"]["text"]),
            image: embed["image"]["url"].as_str().map(str::to_owned),
        }
    }
}
