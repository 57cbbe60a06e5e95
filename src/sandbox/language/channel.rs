//! A channel, as everybody in it sees it.

use std::time::Duration;

use super::guild::Role;
use super::message::Message;
use super::render;
use crate::sandbox::rules::permissions::VIEW_CHANNEL;
use crate::sandbox::world::places::Overwrite;
use crate::sandbox::world::{Snowflake, State, World};

/// How long one waits for a message; real time, generous for slow machines.
const PATIENCE: Duration = Duration::from_secs(20);

/// A channel; clones mean the same one.
#[derive(Debug, Clone)]
pub struct Channel {
    world: World,
    id: Snowflake,
}

/// A text that didn't appear. Printed, it shows the channel instead.
#[derive(Debug, Clone, thiserror::Error)]
#[error("#{channel} doesn't show {wanted:?}; it shows:\n{shows}")]
pub struct NotShown {
    /// The channel's name.
    pub channel: String,
    /// What was waited for.
    pub wanted: String,
    /// All of its messages, rendered.
    pub shows: String,
}

impl Channel {
    pub(super) fn new(world: &World, id: Snowflake) -> Self {
        Self { world: world.clone(), id }
    }

    /// Its identifier.
    pub fn id(&self) -> Snowflake {
        self.id
    }

    /// Its name; empty if it is deleted or for direct messages.
    pub fn name(&self) -> String {
        self.world.with(|state| state.channels.get(&self.id).map(|channel| channel.name.clone())).unwrap_or_default()
    }

    /// `<#…>`
    pub fn mention(&self) -> String {
        format!("<#{}>", self.id)
    }

    /// All messages but ephemeral ones, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        self.world.with(|state| {
            let public = state.channels.get(&self.id).into_iter().flat_map(|channel| channel.public_messages());
            public.map(|message| Message::new(&self.world, message.clone())).collect()
        })
    }

    /// A message by identifier, ephemeral ones included.
    pub fn message(&self, id: Snowflake) -> Option<Message> {
        Message::find(&self.world, self.id, id)
    }

    /// The bot's newest message with a button of this label that can be pressed.
    pub fn newest_with_button(&self, label: &str) -> Option<Message> {
        let has = |message: &Message| {
            message.is_by_bot() && message.buttons().iter().any(|button| button.label == label && !button.disabled)
        };
        self.messages().into_iter().rev().find(has)
    }

    /// The newest message.
    pub fn latest(&self) -> Option<Message> {
        self.messages().pop()
    }

    /// Waits for a message that contains `text`, in its content or an embed, as written or as people read it.
    ///
    /// # Errors
    /// [`NotShown`] after twenty seconds.
    pub async fn shows(&self, text: &str) -> Result<Message, NotShown> {
        let wanted = text.to_owned();
        self.shows_where(&wanted, |message| message.all_text().contains(text) || message.rendered().contains(text))
            .await
    }

    /// Waits for a message that `fits`; `wanted` says what it is, for the error.
    ///
    /// # Errors
    /// [`NotShown`] after twenty seconds.
    pub async fn shows_where(&self, wanted: &str, fits: impl Fn(&Message) -> bool) -> Result<Message, NotShown> {
        let mut changes = self.world.versions();
        let look = async {
            loop {
                changes.mark_unchanged();
                if let Some(found) = self.messages().into_iter().rev().find(|message| fits(message)) {
                    return found;
                }
                changes.changed().await.expect("the world lives in self");
            }
        };
        tokio::time::timeout(PATIENCE, look).await.map_err(|_| NotShown {
            channel: self.name(),
            wanted: wanted.to_owned(),
            shows: self.rendered(),
        })
    }

    /// All messages as plain text, the way they would look in Discord.
    pub fn rendered(&self) -> String {
        let public = |state: &mut State| {
            let messages = state.channels.get(&self.id).into_iter().flat_map(|channel| channel.public_messages());
            messages.map(|message| render::message(state, message, None)).collect::<Vec<_>>()
        };
        self.world.with(public).join("\n\n")
    }

    /// Allows and denies permission bits to a role, in place of what held before.
    pub fn overwrite_role(&self, role: &Role, allow: u64, deny: u64) {
        self.overwrite(Overwrite { target: role.id(), is_member: false, allow, deny });
    }

    /// Denies the bot these permission bits here; 0 lifts it.
    pub fn denies_bot(&self, deny: u64) {
        let bot = self.world.with(|state| state.app.bot);
        self.overwrite(Overwrite { target: bot, is_member: true, allow: 0, deny });
    }

    /// Hides the channel from the bot.
    pub fn hides_from_bot(&self) {
        self.denies_bot(VIEW_CHANNEL);
    }

    /// Renames it.
    pub fn rename(&self, name: &str) {
        self.world.with(|state| state.change_channel(self.id, |channel| name.clone_into(&mut channel.name)));
    }

    /// Deletes it.
    pub fn delete(&self) {
        self.world.with(|state| state.remove_channel(self.id));
    }

    /// Deletes one of its messages.
    pub fn deletes(&self, message: &Message) {
        self.world.with(|state| state.remove_message(self.id, message.id()));
    }

    fn overwrite(&self, overwrite: Overwrite) {
        self.world.with(|state| {
            state.change_channel(self.id, |channel| {
                channel.overwrites.retain(|known| known.target != overwrite.target);
                channel.overwrites.push(overwrite);
            });
        });
    }
}
