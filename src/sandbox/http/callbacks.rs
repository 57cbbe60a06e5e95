//! First answers to interactions (discord-api-docs `interactions/receiving-and-responding`).

use serde_json::{Value, json};

use super::access;
use super::errors;
use super::front::Call;
use super::routes::Answer;
use crate::sandbox::rules::limits::callback::{self as limits, Question};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::interactions::{Ack, Interaction, Kind, Outcome};
use crate::sandbox::world::messages::{Draft, EPHEMERAL};
use crate::sandbox::world::{Snowflake, State};

pub(crate) fn callback(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let id = access::id(ids, 0)?;
    let interaction = open(state, id, ids.get(1))?;
    let (channel, source) = (interaction.channel, interaction.source);
    let before = source.and_then(|source| state.message(channel, source)).map(|before| state.message_json(before));
    let question = question(interaction);
    let checked = limits::check(&call.body.json, &call.body.files(), question, &before.unwrap_or_default());
    access::judge(&checked, &mut call.violations)?;
    let kind = call.body.json["type"].as_u64().unwrap_or_default();
    let data = call.body.json.get("data").cloned().unwrap_or_default();
    let draft = Draft::read(&data, std::mem::take(&mut call.body.uploads));
    match kind {
        4 => {
            let message = state.compose_answer(id, draft).ok_or_else(errors::unknown_interaction)?;
            if message.is_empty() {
                return Err(errors::empty_message());
            }
            let posted = state.post(message);
            state.acknowledge(id, Ack::Message, Some(posted), Some(Outcome::Message(posted)));
        }
        5 => {
            let posted = state.post_loading(id, draft.flags & EPHEMERAL != 0);
            state.acknowledge(id, Ack::Thinking, posted, None);
        }
        6 => state.acknowledge(id, Ack::Updating, source, None),
        7 => {
            let source = source.ok_or_else(errors::unknown_message)?;
            let mut message = state.message(channel, source).ok_or_else(errors::unknown_message)?.clone();
            state.apply(&mut message, draft);
            if message.is_empty() {
                return Err(errors::empty_message());
            }
            state.replace(message, true);
            state.acknowledge(id, Ack::Update, Some(source), Some(Outcome::Message(source)));
        }
        8 => {
            let choices = data["choices"].as_array().cloned().unwrap_or_default();
            state.acknowledge(id, Ack::Choices, None, Some(Outcome::Choices(choices)));
        }
        9 => state.acknowledge(id, Ack::Form, None, Some(Outcome::Form(data))),
        _ => return Err(errors::not_found()),
    }
    let wants_answer = call.query.get("with_response").is_some_and(|wanted| wanted == "true");
    if wants_answer { Ok(Answer::ok(written(state, id, kind))) } else { Ok(Answer::nothing()) }
}

/// The interaction, if it still waits for its first answer.
fn open<'a>(state: &'a State, id: Snowflake, token: Option<&String>) -> Result<&'a Interaction, Refusal> {
    let interaction = state.interactions.get(&id).filter(|found| Some(&found.token) == token);
    let interaction = interaction.ok_or_else(errors::unknown_interaction)?;
    if interaction.ack().is_some() {
        return Err(errors::already_acknowledged());
    }
    if interaction.is_late() { Err(errors::unknown_interaction()) } else { Ok(interaction) }
}

fn question(interaction: &Interaction) -> Question {
    match interaction.kind {
        Kind::Command => Question::Command,
        Kind::Component => Question::Component,
        Kind::Autocomplete => Question::Autocomplete,
        Kind::Form => Question::Modal { on_message: interaction.source.is_some() },
    }
}

fn written(state: &State, id: Snowflake, kind: u64) -> Value {
    let Some(interaction) = state.interactions.get(&id) else { return Value::Null };
    let original = state.original(id);
    let mut body = json!({ "interaction": {
        "id": id, "type": interaction.kind.code(), "response_message_loading": kind == 5,
        "response_message_ephemeral": original.is_some_and(|message| message.flags & EPHEMERAL != 0),
    } });
    if let Some(original) = original {
        body["interaction"]["response_message_id"] = json!(original.id);
        body["resource"] = json!({ "type": kind, "message": state.message_json(original) });
    }
    body
}
