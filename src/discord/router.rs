//! Finds who handles an interaction, and makes sure that the person gets an answer whatever happens.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use futures::future::BoxFuture;

use super::commands::{self, Invocation};
use super::components::{self, Press};
use super::incoming::Interaction;
use super::reply::{Answer, Responder, Waiting};
use super::rest::{Rest, RestError};
use super::turns::{Turn, Turns};
use super::{custom_id, errors};
use crate::domain::controls::Control;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::texts::Language;
use crate::texts::message::Message;
use crate::values;

/// Kinds of interactions (discord-api-docs `interactions/receiving-and-responding`).
const COMMAND: u8 = 2;
const COMPONENT: u8 = 3;
const AUTOCOMPLETE: u8 = 4;
const FORM: u8 = 5;

/// Manage Server and Administrator (discord-api-docs `topics/permissions`).
const MANAGE_SERVER: u64 = 1 << 5 | 1 << 3;

/// Answers interactions.
#[derive(Clone)]
pub struct Router {
    services: Services,
    rest: Rest,
    turns: Turns,
}

impl Router {
    /// A router over these services, answering through `rest`.
    pub fn new(services: Services, rest: Rest) -> Self {
        Self { services, rest, turns: Turns::default() }
    }

    /// The place of a click or a form among those of its person. To be called in the order in which they came.
    pub(super) fn turn(&self, interaction: &Interaction) -> Option<Turn> {
        let member = interaction.member.as_ref().filter(|_| matches!(interaction.kind, COMPONENT | FORM))?;
        Some(self.turns.take(member.user.id))
    }

    /// Handles one interaction to its end. Never fails: what goes wrong is told to the person, or logged by status.
    pub(super) async fn handle(&self, interaction: Interaction, turn: Option<Turn>) {
        let language = Language::from_discord(&interaction.locale);
        let content = self.services.texts.say(&language, "common.error.form_too_late", values! {});
        let form_too_late = Message { content, ..Message::default() };
        let responder = Responder::new(&self.rest, &interaction, form_too_late);
        let result = match actor(&interaction) {
            Some(actor) => self.dispatch(&responder, &interaction, actor, turn).await,
            None => {
                let content = self.services.texts.say(&language, "common.error.not_in_server", values! {});
                let answer = Answer::Private(Message { content, ..Message::default() });
                responder.deliver(Waiting::Private, Box::pin(async { answer })).await
            }
        };
        match result {
            Ok(()) => {}
            // The person already read "did not respond"; what was saved is saved (discord.md 4, 10062 and 10015).
            Err(RestError::Refused { code: 10062 | 10015, .. }) => {
                tracing::warn!(kind = interaction.kind, "an answer came after Discord had stopped waiting");
            }
            Err(error) => tracing::warn!(kind = interaction.kind, %error, "an answer could not be delivered"),
        }
    }

    async fn dispatch(
        &self,
        responder: &Responder<'_>,
        interaction: &Interaction,
        actor: Actor,
        turn: Option<Turn>,
    ) -> Result<(), RestError> {
        let services = &self.services;
        match interaction.kind {
            COMMAND => {
                let work = self.run_command(actor, interaction);
                responder.deliver(Waiting::Private, work).await
            }
            AUTOCOMPLETE => {
                let work = self.complete(actor, interaction);
                responder.deliver(Waiting::Never, work).await
            }
            COMPONENT | FORM => match custom_id::parse(&interaction.data.custom_id) {
                Ok(control) => {
                    let work = self.use_control(actor, control, interaction, turn);
                    responder.deliver(components::waiting(control), work).await
                }
                Err(_) => {
                    let unknown = Failure::User(UserError::new("common.error.unknown_control"));
                    let answer = tell(services, &actor, &unknown);
                    responder.deliver(Waiting::Private, Box::pin(async { answer })).await
                }
            },
            _ => Ok(()),
        }
    }

    fn run_command<'a>(&'a self, actor: Actor, interaction: &'a Interaction) -> BoxFuture<'a, Answer> {
        Box::pin(async move {
            let invocation = Invocation::new(&self.services, actor, interaction);
            let result = unharmed(commands::run(&invocation)).await;
            result.unwrap_or_else(|failure| tell(&self.services, &invocation.actor, &failure))
        })
    }

    fn complete<'a>(&'a self, actor: Actor, interaction: &'a Interaction) -> BoxFuture<'a, Answer> {
        Box::pin(async move {
            let invocation = Invocation::new(&self.services, actor, interaction);
            // Suggestions are a convenience: where they fail, the person types on.
            Answer::Choices(unharmed(commands::complete(&invocation)).await.unwrap_or_default())
        })
    }

    fn use_control<'a>(
        &'a self,
        actor: Actor,
        control: Control,
        interaction: &'a Interaction,
        turn: Option<Turn>,
    ) -> BoxFuture<'a, Answer> {
        Box::pin(async move {
            // Held until the work is done, not until its answer has arrived.
            let _held = match turn {
                Some(turn) => Some(turn.come().await),
                None => None,
            };
            let press = Press::new(&self.services, actor, control, interaction);
            let result = match interaction.kind {
                FORM => unharmed(components::submit(&press)).await,
                _ => unharmed(components::press(&press)).await,
            };
            result.unwrap_or_else(|failure| tell(&self.services, &press.actor, &failure))
        })
    }
}

/// A panic is a fault of ours like any other: the person gets a sentence. Its place is logged by the panic hook.
async fn unharmed<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let caught = AssertUnwindSafe(work).catch_unwind().await;
    caught.unwrap_or_else(|_| Err(anyhow::anyhow!("a task panicked").into()))
}

fn tell(services: &Services, actor: &Actor, failure: &Failure) -> Answer {
    Answer::Private(errors::tell(services, actor, failure))
}

/// Who asks, from the interaction's own member and guild.
fn actor(interaction: &Interaction) -> Option<Actor> {
    let member = interaction.member.as_ref()?;
    let user = &member.user;
    Some(Actor {
        guild: interaction.guild_id?,
        user: user.id,
        name: member.nick.as_ref().or(user.global_name.as_ref()).unwrap_or(&user.username).clone(),
        roles: member.roles.clone(),
        joined_at: member.joined_at,
        manages_server: member.permissions & MANAGE_SERVER != 0,
        language: Language::from_discord(&interaction.locale),
    })
}
