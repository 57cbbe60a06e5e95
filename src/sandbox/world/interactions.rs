//! Interactions: a person did something, the bot must answer. Deadlines, tokens and what became of each.
//!
//! The three seconds for the first answer are real time, because a real program is on the other side; the fifteen
//! minutes of the token are the world's (discord-api-docs `interactions/receiving-and-responding`).

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::Instant;

use super::messages::{Draft, EPHEMERAL, LOADING, Message};
use super::{Change, Snowflake, State};

/// The time for the first answer, unless a test shortens it.
pub(crate) const FIRST_ANSWER: Duration = Duration::from_secs(3);
/// How long a token serves.
const TOKEN_LIFE: TimeDelta = TimeDelta::minutes(15);
/// Above this many, interactions that can't be answered any more are forgotten from time to time.
pub(crate) const KEPT: usize = 4096;

/// What a person did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Command,
    Component,
    Autocomplete,
    Form,
}

impl Kind {
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Command => 2,
            Self::Component => 3,
            Self::Autocomplete => 4,
            Self::Form => 5,
        }
    }
}

/// The first answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ack {
    Message,
    /// "… is thinking": the content comes later.
    Thinking,
    /// Nothing to see yet; the message with the control may change later.
    Updating,
    Update,
    Choices,
    Form,
}

/// What the person saw in the end.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// A new message, or a changed one.
    Message(Snowflake),
    /// A form, as the bot described it.
    Form(Value),
    /// Suggestions while typing.
    Choices(Vec<Value>),
    /// The message went away.
    Removed,
}

/// How far an interaction has come; people wait on this.
#[derive(Debug, Clone, Default)]
pub(crate) struct Progress {
    pub(crate) ack: Option<Ack>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) follow_ups: Vec<Snowflake>,
}

/// What a person did, and what came of it.
#[derive(Debug)]
pub(crate) struct Interaction {
    pub(crate) id: Snowflake,
    pub(crate) token: String,
    pub(crate) kind: Kind,
    pub(crate) user: Snowflake,
    pub(crate) channel: Snowflake,
    /// The message whose control was used, also behind a form.
    pub(crate) source: Option<Snowflake>,
    /// As messages that answer it carry it.
    pub(crate) metadata: Value,
    pub(crate) progress: watch::Sender<Progress>,
    /// The message that `@original` means.
    original: Option<Snowflake>,
    deadline: Instant,
    expires: DateTime<Utc>,
}

impl Interaction {
    /// The time for the first answer is over.
    pub(crate) fn is_late(&self) -> bool {
        Instant::now() > self.deadline
    }

    pub(crate) fn ack(&self) -> Option<Ack> {
        self.progress.borrow().ack
    }

    /// Deferred, and the content is still missing.
    pub(crate) fn is_thinking(&self) -> bool {
        let progress = self.progress.borrow();
        progress.ack == Some(Ack::Thinking) && progress.outcome.is_none()
    }
}

/// An act before it becomes an interaction.
#[derive(Debug)]
pub(crate) struct Act {
    pub(crate) kind: Kind,
    pub(crate) user: Snowflake,
    pub(crate) channel: Snowflake,
    pub(crate) source: Option<Snowflake>,
    pub(crate) data: Value,
    /// The metadata of the interaction that opened the form.
    pub(crate) opened_by: Option<Value>,
}

impl State {
    /// Sends an act to the bot. The receiver tells how it is answered.
    pub(crate) fn interact(&mut self, act: Act) -> (Snowflake, watch::Receiver<Progress>) {
        self.forget_old_interactions();
        let id = self.mint();
        let token = self.secret("interaction");
        let metadata = self.metadata(id, &act);
        let payload = self.interaction_json(id, &token, &act);
        let (progress, receiver) = watch::channel(Progress::default());
        let interaction = Interaction {
            id,
            token: token.clone(),
            kind: act.kind,
            user: act.user,
            channel: act.channel,
            source: act.source,
            metadata,
            progress,
            original: None,
            deadline: Instant::now() + self.first_answer,
            expires: self.now() + TOKEN_LIFE,
        };
        self.interactions.insert(id, interaction);
        self.tokens.insert(token, id);
        let guild = self.channels.get(&act.channel).and_then(|channel| channel.guild);
        self.dispatch("INTERACTION_CREATE", guild, 0, &payload);
        (id, receiver)
    }

    /// The interaction that a webhook token stands for, once it is acknowledged and while the token lives.
    pub(crate) fn by_token(&self, token: &str) -> Option<&Interaction> {
        let interaction = self.interactions.get(self.tokens.get(token)?)?;
        let usable = interaction.ack().is_some() && self.now() < interaction.expires;
        usable.then_some(interaction)
    }

    /// `@original` of an interaction.
    pub(crate) fn original(&self, id: Snowflake) -> Option<&Message> {
        let interaction = self.interactions.get(&id)?;
        self.message(interaction.channel, interaction.original?)
    }

    /// The number of the message that `@original` means, also where it is gone by now.
    pub(crate) fn original_id(&self, id: Snowflake) -> Option<Snowflake> {
        self.interactions.get(&id)?.original
    }

    /// Notes the first answer.
    pub(crate) fn acknowledge(
        &mut self,
        id: Snowflake,
        ack: Ack,
        original: Option<Snowflake>,
        outcome: Option<Outcome>,
    ) {
        let Some(interaction) = self.interactions.get_mut(&id) else { return };
        interaction.original = original;
        interaction.progress.send_modify(|progress| {
            progress.ack = Some(ack);
            progress.outcome = outcome;
        });
    }

    /// Notes what the person sees now.
    pub(crate) fn conclude(&mut self, id: Snowflake, outcome: Outcome) {
        let Some(interaction) = self.interactions.get_mut(&id) else { return };
        interaction.progress.send_modify(|progress| progress.outcome = Some(outcome));
    }

    /// Notes one more message to the person.
    pub(crate) fn note_follow_up(&mut self, id: Snowflake, message: Snowflake) {
        let Some(interaction) = self.interactions.get_mut(&id) else { return };
        interaction.progress.send_modify(|progress| progress.follow_ups.push(message));
    }

    /// A message that answers interaction `id`; the caller posts it.
    pub(crate) fn compose_answer(&mut self, id: Snowflake, mut draft: Draft) -> Option<Message> {
        let interaction = self.interactions.get(&id)?;
        let (channel, user, metadata) = (interaction.channel, interaction.user, interaction.metadata.clone());
        let ephemeral = draft.flags & EPHEMERAL != 0;
        let content = draft.content.take();
        let allowed = draft.allowed_mentions.take();
        let mut message = self.compose(channel, self.app.bot, draft);
        message.interaction = Some(metadata);
        message.addressee = ephemeral.then_some(user);
        self.apply(&mut message, Draft { content, allowed_mentions: allowed, ..Draft::default() });
        Some(message)
    }

    /// "… is thinking".
    pub(crate) fn post_loading(&mut self, id: Snowflake, ephemeral: bool) -> Option<Snowflake> {
        let flags = LOADING | if ephemeral { EPHEMERAL } else { 0 };
        let message = self.compose_answer(id, Draft { flags, ..Draft::default() })?;
        Some(self.post(message))
    }

    fn metadata(&self, id: Snowflake, act: &Act) -> Value {
        let guild = self.channels.get(&act.channel).and_then(|channel| channel.guild);
        let user = self.users.get(&act.user).map(super::people::User::to_json);
        let mut metadata = json!({
            "id": id, "type": act.kind.code(), "user": user, "authorizing_integration_owners": owners(guild),
        });
        match act.kind {
            Kind::Component => metadata["interacted_message_id"] = json!(act.source),
            Kind::Form => metadata["triggering_interaction_metadata"] = act.opened_by.clone().unwrap_or_default(),
            Kind::Command | Kind::Autocomplete => {
                metadata["name"] = json!(full_name(&act.data));
                metadata["command_type"] = json!(1);
            }
        }
        metadata
    }

    fn interaction_json(&self, id: Snowflake, token: &str, act: &Act) -> Value {
        let user = self.users.get(&act.user);
        let channel = self.channels.get(&act.channel);
        let guild = channel.and_then(|channel| channel.guild).and_then(|guild| self.guilds.get(&guild));
        let mut payload = json!({
            "id": id, "application_id": self.app.id, "type": act.kind.code(), "token": token, "version": 1,
            "data": act.data, "channel_id": act.channel, "locale": user.map(|user| &user.locale),
            "entitlements": [], "authorizing_integration_owners": owners(guild.map(|guild| guild.id)),
            "attachment_size_limit": 10 * 1024 * 1024,
        });
        if let Some(channel) = channel {
            payload["channel"] = channel.to_json();
        }
        if let Some(source) = act.source.and_then(|source| self.message(act.channel, source)) {
            payload["message"] = self.message_json(source);
        }
        let Some(guild) = guild else {
            payload["user"] = user.map(super::people::User::to_json).unwrap_or_default();
            payload["context"] = json!(1);
            payload["app_permissions"] = json!("2248473465835073");
            return payload;
        };
        let rights = |user| self.permissions(guild.id, user, Some(act.channel)).to_string();
        payload["context"] = json!(0);
        payload["guild_id"] = json!(guild.id);
        payload["guild_locale"] = json!(guild.locale);
        payload["guild"] = json!({ "id": guild.id, "locale": guild.locale, "features": [] });
        payload["app_permissions"] = json!(rights(self.app.bot));
        payload["channel"]["permissions"] = json!(rights(act.user));
        if let (Some(member), Some(user)) = (guild.members.get(&act.user), user) {
            payload["member"] = member.to_json(user);
            payload["member"]["permissions"] = json!(rights(act.user));
        }
        payload
    }

    fn forget_old_interactions(&mut self) {
        if self.interactions.len() < self.interactions_kept {
            return;
        }
        let now = self.now();
        self.interactions.retain(|_, interaction| now < interaction.expires || !interaction.is_late());
        self.tokens.retain(|_, id| self.interactions.contains_key(id));
        // So that looking through all of them stays rare also where all are still alive.
        self.interactions_kept = KEPT.max(self.interactions.len() * 2);
    }

    /// Notes that nobody answered in time: the person sees "The application did not respond".
    pub(crate) fn note_no_answer(&mut self, id: Snowflake) {
        if let Some(interaction) = self.interactions.get(&id) {
            let (channel, user) = (interaction.channel, interaction.user);
            self.changes.push(Change::NotAnswered { channel, user });
        }
    }
}

/// A command's name with its group and subcommand, as people read it above the answer.
fn full_name(data: &Value) -> String {
    let mut names = Vec::new();
    let mut level = Some(data);
    while let Some(part) = level {
        names.extend(part["name"].as_str());
        // Types 1 and 2 are subcommands and their groups.
        level = part["options"]
            .as_array()
            .and_then(|options| options.iter().find(|option| matches!(option["type"].as_u64(), Some(1 | 2))));
    }
    names.join(" ")
}

fn owners(guild: Option<Snowflake>) -> Value {
    guild.map_or_else(|| json!({}), |guild| json!({ "0": guild }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commands_full_name_ends_before_its_options() {
        let month = json!({ "type": 3, "name": "month", "value": "5" });
        let launch = json!({ "type": 1, "name": "launch", "options": [month] });
        let group = json!({ "type": 2, "name": "wave", "options": [launch] });
        assert_eq!(full_name(&json!({ "name": "pulse", "options": [group] })), "pulse wave launch");
        assert_eq!(full_name(&json!({ "name": "privacy" })), "privacy");
    }
}
