//! From an act to what the person sees.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use super::errors::ActError;
use super::form::Form;
use super::message::Message;
use super::reply::{Reply, Seen};
use crate::sandbox::world::interactions::{Ack, Act, Outcome, Progress};
use crate::sandbox::world::{Snowflake, World};

/// How long a person waits for what was deferred; real time.
const PATIENCE: Duration = Duration::from_secs(20);

/// An act under way.
pub(super) struct Waiting {
    world: World,
    person: Snowflake,
    channel: Snowflake,
    source: Option<Snowflake>,
    interaction: Snowflake,
    progress: watch::Receiver<Progress>,
    first_answer: Duration,
}

impl Waiting {
    /// Sends `act` to the bot.
    pub(super) fn start(world: &World, act: Act) -> Self {
        let (person, channel, source) = (act.user, act.channel, act.source);
        let ((interaction, progress), first_answer) = world.with(|state| (state.interact(act), state.first_answer));
        Self { world: world.clone(), person, channel, source, interaction, progress, first_answer }
    }

    /// Waits for the first answer.
    async fn answered(&mut self) -> Result<Progress, ActError> {
        let answered = timeout(self.first_answer, self.progress.wait_for(|progress| progress.ack.is_some())).await;
        match answered {
            Ok(Ok(progress)) => Ok(progress.clone()),
            // Time is over, or the interaction was forgotten.
            _ => {
                self.world.with(|state| state.note_no_answer(self.interaction));
                Err(ActError::DidNotRespond)
            }
        }
    }

    /// Suggestions as name and value.
    pub(super) async fn choices(mut self) -> Result<Vec<(String, String)>, ActError> {
        let progress = self.answered().await?;
        let Some(Outcome::Choices(choices)) = progress.outcome else { return Ok(Vec::new()) };
        let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Ok(choices.iter().map(|choice| (text(&choice["name"]), text(&choice["value"]))).collect())
    }

    /// Waits until there is something to see.
    pub(super) async fn reply(mut self) -> Result<Reply, ActError> {
        let first = self.answered().await?;
        let there = |progress: &Progress| progress.outcome.is_some() || !progress.follow_ups.is_empty();
        let visible = timeout(PATIENCE, self.progress.wait_for(there)).await;
        let visible = visible.ok().and_then(Result::ok).map(|progress| progress.clone());
        let progress = match visible {
            Some(progress) => progress,
            // A click that was taken note of without anything to show is no fault.
            None if first.ack == Some(Ack::Updating) => first,
            None => return Err(ActError::StillThinking(PATIENCE)),
        };
        let seen = match progress.outcome {
            Some(Outcome::Message(id)) => self.message(id),
            Some(Outcome::Form(data)) => {
                let opened_by =
                    self.world.with(|state| state.interactions.get(&self.interaction).map(|i| i.metadata.clone()));
                Seen::Form(Box::new(Form::new(data, self.channel, self.source, opened_by)))
            }
            Some(Outcome::Removed) => Seen::Removed,
            Some(Outcome::Choices(_)) => Seen::Nothing,
            None => progress.follow_ups.first().map_or(Seen::Nothing, |id| self.message(*id)),
        };
        Ok(Reply::new(self.world, self.person, self.progress, self.channel, seen))
    }

    fn message(&self, id: Snowflake) -> Seen {
        Message::find(&self.world, self.channel, id).map_or(Seen::Removed, |message| Seen::Message(Box::new(message)))
    }
}
