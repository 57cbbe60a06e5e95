//! What comes after the first answer: `@original` and follow-ups, by the interaction's token.

use serde_json::Value;

use super::access;
use super::errors;
use super::front::Call;
use super::routes::Answer;
use crate::sandbox::rules::limits::message::{self as limits, Door};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::interactions::{Interaction, Outcome};
use crate::sandbox::world::messages::{Draft, LOADING, Message};
use crate::sandbox::world::{Snowflake, State};

/// A new message; right after a deferral it is the deferred answer itself, whose secrecy the deferral has fixed.
pub(crate) fn follow_up(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let interaction = by_token(state, ids)?;
    let id = interaction.id;
    if interaction.is_thinking() {
        access::judge(&limits::check_create(&call.body.json, &call.body.files(), Door::Webhook), &mut call.violations)?;
        return change(state, call, original_of(state, id)?, id);
    }
    access::judge(&limits::check_create(&call.body.json, &call.body.files(), Door::Webhook), &mut call.violations)?;
    let draft = Draft::read(&call.body.json, std::mem::take(&mut call.body.uploads));
    let message = state.compose_answer(id, draft).ok_or_else(errors::unknown_webhook)?;
    if message.is_empty() {
        return Err(errors::empty_message());
    }
    let body = state.message_json(&message);
    let posted = state.post(message);
    state.note_follow_up(id, posted);
    Ok(Answer::ok(body))
}

pub(crate) fn get_original(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let message = original_of(state, by_token(state, ids)?.id)?;
    Ok(Answer::ok(state.message_json(&message)))
}

pub(crate) fn edit_original(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let id = by_token(state, ids)?.id;
    let message = original_of(state, id)?;
    judge_edit(state, call, &message)?;
    change(state, call, message, id)
}

pub(crate) fn delete_original(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let id = by_token(state, ids)?.id;
    let message = original_of(state, id)?;
    state.remove_message(message.channel, message.id);
    state.conclude(id, Outcome::Removed);
    Ok(Answer::nothing())
}

pub(crate) fn get(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (_, message) = own(state, ids)?;
    Ok(Answer::ok(state.message_json(&message)))
}

pub(crate) fn edit(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (id, message) = own(state, ids)?;
    judge_edit(state, call, &message)?;
    change(state, call, message, id)
}

pub(crate) fn delete(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (_, message) = own(state, ids)?;
    state.remove_message(message.channel, message.id);
    Ok(Answer::nothing())
}

fn by_token<'a>(state: &'a State, ids: &[String]) -> Result<&'a Interaction, Refusal> {
    let token = ids.get(1).map(String::as_str).unwrap_or_default();
    if access::id(ids, 0)? != state.app.id {
        return Err(errors::unknown_webhook());
    }
    state.by_token(token).ok_or_else(errors::unknown_webhook)
}

fn original_of(state: &State, id: Snowflake) -> Result<Message, Refusal> {
    state.original(id).cloned().ok_or_else(errors::unknown_message)
}

/// A message that this interaction made, or the one that it came from.
fn own(state: &State, ids: &[String]) -> Result<(Snowflake, Message), Refusal> {
    let interaction = by_token(state, ids)?;
    let wanted = access::id(ids, 2)?;
    let made = interaction.progress.borrow().follow_ups.contains(&wanted);
    let original = state.original(interaction.id).is_some_and(|message| message.id == wanted);
    let message = state.message(interaction.channel, wanted).filter(|_| made || original);
    Ok((interaction.id, message.cloned().ok_or_else(errors::unknown_message)?))
}

fn judge_edit(state: &State, call: &mut Call, message: &Message) -> Result<(), Refusal> {
    let before: Value = state.message_json(message);
    access::judge(&limits::check_edit(&call.body.json, &call.body.files(), &before), &mut call.violations)
}

fn change(state: &mut State, call: &mut Call, mut message: Message, id: Snowflake) -> Result<Answer, Refusal> {
    let draft = Draft::read(&call.body.json, std::mem::take(&mut call.body.uploads));
    state.apply(&mut message, draft);
    if message.is_empty() {
        return Err(errors::empty_message());
    }
    // What was loading has arrived, which is no edit that people see; for whom it is stays as the deferral said.
    let arrives = message.is_loading();
    message.flags &= !LOADING;
    let was_original = state.original(id).is_some_and(|original| original.id == message.id);
    let (channel, place) = (message.channel, message.id);
    state.replace(message, !arrives);
    if was_original {
        state.conclude(id, Outcome::Message(place));
    }
    let message = state.message(channel, place).ok_or_else(errors::unknown_message)?;
    Ok(Answer::ok(state.message_json(message)))
}
