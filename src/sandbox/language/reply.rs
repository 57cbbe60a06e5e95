//! What a person gets for an act.

use std::time::Duration;

use tokio::sync::watch;

use super::components::{Button, Select};
use super::errors::ActError;
use super::form::Form;
use super::message::{Embed, File, Message, Shown};
use crate::sandbox::world::interactions::Progress;
use crate::sandbox::world::{Snowflake, World};

/// How long a person waits for one more message; real time.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a person got: a message (new or changed), a form, or nothing to see.
#[derive(Debug, Clone)]
pub struct Reply {
    world: World,
    person: Snowflake,
    progress: watch::Receiver<Progress>,
    channel: Snowflake,
    seen: Seen,
}

#[derive(Debug, Clone)]
pub(super) enum Seen {
    Message(Box<Message>),
    Form(Box<Form>),
    /// The message went away.
    Removed,
    /// The bot took note without showing anything.
    Nothing,
}

impl Reply {
    pub(super) fn new(
        world: World,
        person: Snowflake,
        progress: watch::Receiver<Progress>,
        channel: Snowflake,
        seen: Seen,
    ) -> Self {
        Self { world, person, progress, channel, seen }
    }

    /// The message, if it is one.
    pub fn message(&self) -> Option<&Message> {
        match &self.seen {
            Seen::Message(message) => Some(message),
            _ => None,
        }
    }

    /// The form, if it is one.
    pub fn form(&self) -> Option<Form> {
        match &self.seen {
            Seen::Form(form) => Some((**form).clone()),
            _ => None,
        }
    }

    /// The message's content; empty if there is none.
    pub fn text(&self) -> String {
        self.message().map(|message| message.text().to_owned()).unwrap_or_default()
    }

    /// The message's content and all that its embeds say.
    pub fn all_text(&self) -> String {
        self.message().map(Message::all_text).unwrap_or_default()
    }

    /// The message's framed texts.
    pub fn embeds(&self) -> Vec<Embed> {
        self.message().map(Message::embeds).unwrap_or_default()
    }

    /// The message's buttons, in reading order.
    pub fn buttons(&self) -> Vec<Button> {
        self.message().map(Message::buttons).unwrap_or_default()
    }

    /// The message's selects.
    pub fn selects(&self) -> Vec<Select> {
        self.message().map(Message::selects).unwrap_or_default()
    }

    /// The message's files.
    pub fn attachments(&self) -> Vec<File> {
        self.message().map(Message::attachments).unwrap_or_default()
    }

    /// Whether only this person sees the message.
    pub fn is_ephemeral(&self) -> bool {
        self.message().is_some_and(Message::is_ephemeral)
    }

    /// Whether the message went away.
    pub fn is_removed(&self) -> bool {
        matches!(self.seen, Seen::Removed)
    }

    /// The further messages of the same answer, so far.
    pub fn follow_ups(&self) -> Vec<Message> {
        let ids = self.progress.borrow().follow_ups.clone();
        ids.into_iter().filter_map(|id| Message::find(&self.world, self.channel, id)).collect()
    }

    /// Waits for the further message number `place` (from 0).
    ///
    /// # Errors
    /// [`ActError::StillThinking`] when it doesn't come.
    pub async fn follow_up(&self, place: usize) -> Result<Message, ActError> {
        let mut progress = self.progress.clone();
        let waiting = tokio::time::timeout(PATIENCE, progress.wait_for(|progress| progress.follow_ups.len() > place));
        let id = match waiting.await {
            Ok(Ok(progress)) => progress.follow_ups[place],
            _ => return Err(ActError::StillThinking(PATIENCE)),
        };
        Message::find(&self.world, self.channel, id).ok_or(ActError::CannotSee)
    }

    /// How the message or form stands now.
    #[must_use]
    pub fn refresh(&self) -> Self {
        let mut fresh = self.clone();
        if let Seen::Message(message) = &self.seen {
            fresh.seen = message.refresh().map_or(Seen::Removed, |message| Seen::Message(Box::new(message)));
        }
        fresh
    }

    /// As plain text, the way it would look in Discord.
    pub fn rendered(&self) -> String {
        match &self.seen {
            Seen::Message(message) => message.rendered_for(Some(self.person)),
            Seen::Form(form) => form.rendered(),
            Seen::Removed => "(the message is gone)".to_owned(),
            Seen::Nothing => "(nothing to see)".to_owned(),
        }
    }
}

impl Shown for Reply {
    fn shown(&self) -> Option<&Message> {
        self.message()
    }
}
