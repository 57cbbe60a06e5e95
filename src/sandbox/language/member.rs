//! A person in a guild, and what they do.

use serde_json::{Value, json};

use super::awaiting::Waiting;
use super::channel::Channel;
use super::choosing;
use super::commands;
use super::components::{Button, Select};
use super::errors::ActError;
use super::form::Form;
use super::guild::Role;
use super::message::{Message, Shown};
use super::reply::Reply;
use crate::sandbox::world::interactions::{Act, Kind};
use crate::sandbox::world::messages::Draft;
use crate::sandbox::world::{Snowflake, State, World};

/// A person in a guild; clones mean the same one.
#[derive(Debug, Clone)]
pub struct Member {
    world: World,
    guild: Snowflake,
    user: Snowflake,
    at: Option<Snowflake>,
}

impl Member {
    pub(super) fn new(world: &World, guild: Snowflake, user: Snowflake) -> Self {
        Self { world: world.clone(), guild, user, at: None }
    }

    /// Their identifier.
    pub fn id(&self) -> Snowflake {
        self.user
    }

    /// Their name.
    pub fn name(&self) -> String {
        self.world.with(|state| state.users.get(&self.user).map(|user| user.name.clone())).unwrap_or_default()
    }

    /// `<@…>`
    pub fn mention(&self) -> String {
        format!("<@{}>", self.user)
    }

    /// Gets another name.
    pub fn rename(&self, name: &str) {
        self.world.with(|state| {
            if let Some(user) = state.users.get_mut(&self.user) {
                name.clone_into(&mut user.name);
            }
        });
    }

    /// The same person with their client set to another language, such as `de`.
    #[must_use]
    pub fn locale(self, locale: &str) -> Self {
        self.world.with(|state| {
            if let Some(user) = state.users.get_mut(&self.user) {
                locale.clone_into(&mut user.locale);
            }
        });
        self
    }

    /// The same person, looking at `channel`: commands run there.
    #[must_use]
    pub fn at(&self, channel: &Channel) -> Self {
        Self { at: Some(channel.id()), ..self.clone() }
    }

    /// Gets one more role.
    pub fn gets(&self, role: &Role) {
        self.change_roles(|roles| roles.push(role.id()));
    }

    /// Loses a role.
    pub fn loses(&self, role: &Role) {
        self.change_roles(|roles| roles.retain(|id| *id != role.id()));
    }

    /// Leaves the guild.
    pub fn leaves(&self) {
        self.world.with(|state| state.remove_member(self.guild, self.user));
    }

    /// Takes direct messages, or refuses them (50007).
    pub fn takes_direct_messages(&self, takes: bool) {
        self.world.with(|state| {
            if let Some(user) = state.users.get_mut(&self.user) {
                user.takes_direct_messages = takes;
            }
        });
    }

    /// Whether they see `channel`.
    pub fn sees(&self, channel: &Channel) -> bool {
        self.world.with(|state| state.sees(self.user, channel.id()))
    }

    /// A channel by identifier, if they see it.
    pub fn channel(&self, id: Snowflake) -> Option<Channel> {
        self.world.with(|state| state.sees(self.user, id)).then(|| Channel::new(&self.world, id))
    }

    /// Their direct messages with the bot.
    pub fn direct_messages(&self) -> Channel {
        let id = self.world.with(|state| state.direct_channel(self.user));
        Channel::new(&self.world, id)
    }

    /// What stands in `channel` for them, oldest first: what everybody sees there, and what only they do. Nothing
    /// where they don't see the channel.
    pub fn reads(&self, channel: &Channel) -> Vec<Message> {
        self.world.with(|state| {
            let place = state.channels.get(&channel.id()).filter(|_| state.sees(self.user, channel.id()));
            let all = place.into_iter().flat_map(|place| place.messages.values());
            let shown = all.filter(|message| message.is_shown_to(self.user));
            shown.map(|message| Message::new(&self.world, message.clone())).collect()
        })
    }

    /// The ephemeral messages to them, oldest first.
    pub fn ephemerals(&self) -> Vec<Message> {
        self.world.with(|state| {
            let all = state.channels.values().flat_map(|channel| channel.messages.values());
            let mut mine: Vec<_> = all.filter(|message| message.addressee == Some(self.user)).cloned().collect();
            mine.sort_by_key(|message| message.id);
            mine.into_iter().map(|message| Message::new(&self.world, message)).collect()
        })
    }

    /// Writes into a channel.
    ///
    /// # Errors
    /// When they may not.
    pub fn says(&self, channel: &Channel, text: &str) -> Result<Message, ActError> {
        let draft = Draft { content: Some(text.to_owned()), ..Draft::default() };
        self.world.with(|state| {
            if !state.may_write(self.user, channel.id()) {
                return Err(ActError::CannotSee);
            }
            let message = state.compose(channel.id(), self.user, draft);
            let shown = Message::new(&self.world, message.clone());
            state.post(message);
            Ok(shown)
        })
    }

    /// Dismisses an ephemeral message: this person doesn't see it any more.
    ///
    /// # Errors
    /// When it isn't one that they see.
    pub fn dismisses(&self, on: &impl Shown) -> Result<(), ActError> {
        let message = self.look_at(on)?;
        if !message.is_ephemeral() {
            return Err(ActError::NothingThere);
        }
        self.world.with(|state| state.dismiss(message.channel_id(), message.id()));
        Ok(())
    }

    /// The commands that are offered to them, as Discord writes them.
    pub fn commands(&self) -> Vec<Value> {
        self.world.with(|state| commands::offered(state, self.guild, self.user))
    }

    /// Runs a slash command by its full name (`setup department add`). Roles, channels and people are given by name
    /// or mention.
    ///
    /// # Errors
    /// What the client would not allow, or the bot left unanswered.
    pub async fn runs(&self, command: &str, options: &[(&str, &str)]) -> Result<Reply, ActError> {
        let act = self.world.with(|state| {
            let channel = self.place(state)?;
            let data = commands::invocation(state, self.guild, self.user, command, options)?;
            Ok(self.act(Kind::Command, channel, None, data))
        })?;
        Waiting::start(&self.world, act).reply().await
    }

    /// What is suggested while they type `typed` into an option: names and values.
    ///
    /// # Errors
    /// As [`Member::runs`].
    pub async fn autocompletes(
        &self,
        command: &str,
        option: &str,
        typed: &str,
    ) -> Result<Vec<(String, String)>, ActError> {
        self.autocompletes_beside(command, option, typed, &[]).await
    }

    /// The same while `others` stand in other options; what the client would not take of these is left out.
    ///
    /// # Errors
    /// As [`Member::runs`].
    pub async fn autocompletes_beside(
        &self,
        command: &str,
        option: &str,
        typed: &str,
        others: &[(&str, &str)],
    ) -> Result<Vec<(String, String)>, ActError> {
        let act = self.world.with(|state| {
            let channel = self.place(state)?;
            let data = commands::typing(state, self.guild, self.user, command, (option, typed), others)?;
            Ok(self.act(Kind::Autocomplete, channel, None, data))
        })?;
        Waiting::start(&self.world, act).choices().await
    }

    /// Clicks the button with this label or `custom_id`.
    ///
    /// # Errors
    /// When it isn't there, is disabled or out of sight, or the bot leaves it unanswered.
    pub async fn clicks(&self, on: &impl Shown, label: &str) -> Result<Reply, ActError> {
        let message = self.look_at(on)?;
        let buttons = message.buttons();
        let called =
            |button: &&Button| (button.label == label || button.custom_id == label) && !button.custom_id.is_empty();
        let Some(button) = buttons.iter().find(called) else {
            let there = buttons.iter().map(|button| button.label.clone()).collect::<Vec<_>>().join(", ");
            return Err(ActError::NoSuchControl { wanted: label.to_owned(), there });
        };
        if button.disabled {
            return Err(ActError::Disabled(label.to_owned()));
        }
        self.clicks_custom_id(&message, &button.custom_id).await
    }

    /// Sends a click with any `custom_id`, as a tampered client could.
    ///
    /// # Errors
    /// When the message is out of sight, or the bot leaves it unanswered.
    pub async fn clicks_custom_id(&self, on: &impl Shown, custom_id: &str) -> Result<Reply, ActError> {
        let message = self.look_at(on)?;
        let data = json!({ "custom_id": custom_id, "component_type": 2, "id": 1 });
        self.uses(&message, data).await
    }

    /// Chooses in the select with this placeholder or `custom_id`, by label or value; people, roles and channels by
    /// name.
    ///
    /// # Errors
    /// As [`Member::clicks`], and when the client would not take the choice.
    pub async fn selects(&self, on: &impl Shown, select: &str, choices: &[&str]) -> Result<Reply, ActError> {
        let message = self.look_at(on)?;
        let selects = message.selects();
        let called = |found: &&Select| found.placeholder == select || found.custom_id == select;
        let Some(found) = selects.iter().find(called) else {
            let there = selects.iter().map(|select| select.placeholder.clone()).collect::<Vec<_>>().join(", ");
            return Err(ActError::NoSuchControl { wanted: select.to_owned(), there });
        };
        if found.disabled {
            return Err(ActError::Disabled(select.to_owned()));
        }
        let (values, resolved) =
            self.world.with(|state| choosing::chosen(state, self.guild, self.user, found, choices))?;
        let mut data = json!({ "custom_id": found.custom_id, "component_type": found.kind, "values": values, "id": 1 });
        if !resolved.is_null() {
            data["resolved"] = resolved;
        }
        self.uses(&message, data).await
    }

    /// Sends a choice with any `custom_id` and values, as a tampered client could.
    ///
    /// # Errors
    /// When the message is out of sight, or the bot leaves it unanswered.
    pub async fn selects_custom_id(
        &self,
        on: &impl Shown,
        custom_id: &str,
        values: &[&str],
    ) -> Result<Reply, ActError> {
        let message = self.look_at(on)?;
        self.uses(&message, json!({ "custom_id": custom_id, "component_type": 3, "values": values, "id": 1 })).await
    }

    /// Fills a form, by label or field name, and sends it. Fields that aren't named keep what stands in them.
    ///
    /// # Errors
    /// When a field isn't there or the client would not take it, or the bot leaves it unanswered.
    pub async fn submits(&self, form: &Form, values: &[(&str, &str)]) -> Result<Reply, ActError> {
        let data = form.submission(values)?;
        let mut act = self.act(Kind::Form, form.channel, form.source, data);
        act.opened_by.clone_from(&form.opened_by);
        Waiting::start(&self.world, act).reply().await
    }

    async fn uses(&self, message: &Message, data: Value) -> Result<Reply, ActError> {
        let act = self.act(Kind::Component, message.channel_id(), Some(message.id()), data);
        Waiting::start(&self.world, act).reply().await
    }

    fn act(&self, kind: Kind, channel: Snowflake, source: Option<Snowflake>, data: Value) -> Act {
        Act { kind, user: self.user, channel, source, data, opened_by: None }
    }

    /// The message as it stands now, if this person sees it.
    fn look_at(&self, on: &impl Shown) -> Result<Message, ActError> {
        let message = on.shown().ok_or(ActError::NothingThere)?;
        let message = message.refresh().ok_or(ActError::CannotSee)?;
        let sees = self.world.with(|state| state.sees(self.user, message.channel_id()));
        if sees && message.seen().is_shown_to(self.user) { Ok(message) } else { Err(ActError::CannotSee) }
    }

    /// Where commands run: the channel they look at, or the first in which they may.
    fn place(&self, state: &State) -> Result<Snowflake, ActError> {
        let may = |channel: Snowflake| commands::may_use(state, self.guild, self.user, channel);
        if let Some(at) = self.at {
            return if may(at) { Ok(at) } else { Err(ActError::Nowhere) };
        }
        let mut all = state.channels.values().filter(|channel| channel.guild == Some(self.guild));
        let found = all.find(|channel| channel.kind.holds_messages() && !channel.kind.is_thread() && may(channel.id));
        found.map(|channel| channel.id).ok_or(ActError::Nowhere)
    }

    fn change_roles(&self, change: impl FnOnce(&mut Vec<Snowflake>)) {
        self.world.with(|state| {
            let member = state.guilds.get(&self.guild).and_then(|guild| guild.members.get(&self.user));
            let Some(mut roles) = member.map(|member| member.roles.clone()) else { return };
            change(&mut roles);
            state.set_roles(self.guild, self.user, roles);
        });
    }
}
