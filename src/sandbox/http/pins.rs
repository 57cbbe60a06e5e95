//! Pinned messages, by the old paths and the new.

use serde_json::{Value, json};

use super::access;
use super::errors;
use super::front::Call;
use super::messages::public;
use super::routes::Answer;
use crate::sandbox::rules::permissions::{PIN_MESSAGES, READ_MESSAGE_HISTORY};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::{State, iso};

/// The most pins of a channel (discord-api-docs `topics/opcodes-and-status-codes`, 30003).
const MOST: usize = 250;

pub(crate) fn list_old(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let channel = access::channel(state, access::id(ids, 0)?, READ_MESSAGE_HISTORY)?;
    let pins = channel.public_messages().rev().filter(|message| message.pinned);
    Ok(Answer::ok(pins.map(|message| state.message_json(message)).collect()))
}

pub(crate) fn list(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let channel = access::channel(state, access::id(ids, 0)?, READ_MESSAGE_HISTORY)?;
    let at = channel.last_pin.map(iso);
    let pins = channel.public_messages().rev().filter(|message| message.pinned);
    let items: Value = pins.map(|message| json!({ "pinned_at": at, "message": state.message_json(message) })).collect();
    Ok(Answer::ok(json!({ "items": items, "has_more": false })))
}

pub(crate) fn pin(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    set(state, ids, true)
}

pub(crate) fn unpin(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    set(state, ids, false)
}

fn set(state: &mut State, ids: &[String], pinned: bool) -> Result<Answer, Refusal> {
    let (channel, id) = (access::id(ids, 0)?, access::id(ids, 1)?);
    let place = access::channel(state, channel, PIN_MESSAGES)?;
    if pinned && place.public_messages().filter(|message| message.pinned).count() >= MOST {
        return Err(errors::too_many_pins());
    }
    let mut message = public(state, channel, id)?.clone();
    message.pinned = pinned;
    state.replace(message, false);
    let now = state.now();
    if let Some(place) = state.channels.get_mut(&channel) {
        place.last_pin = Some(now);
    }
    Ok(Answer::nothing())
}
