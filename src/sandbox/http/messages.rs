//! Messages in channels.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::access;
use super::errors;
use super::front::Call;
use super::routes::Answer;
use crate::sandbox::rules::limits::message::{self as limits, Door};
use crate::sandbox::rules::permissions::{MANAGE_MESSAGES, READ_MESSAGE_HISTORY, missing_to_post};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::messages::{Draft, EPHEMERAL, Message};
use crate::sandbox::world::{Snowflake, State};

/// The most messages in one answer (discord-api-docs `resources/message`, "Get Channel Messages").
const PAGE: usize = 100;

pub(crate) fn create(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let id = access::id(ids, 0)?;
    may_post(state, call, id)?;
    let files = call.body.files();
    access::judge(&limits::check_create(&call.body.json, &files, Door::Channel), &mut call.violations)?;
    let nonce = nonce_of(&call.body.json);
    let enforced = call.body.json["enforce_nonce"].as_bool() == Some(true);
    if let Some(nonce) = nonce.as_ref().filter(|_| enforced)
        && let Some(known) = recent(state, nonce)
    {
        return Ok(Answer::ok(state.message_json(known)));
    }
    let mut draft = Draft::read(&call.body.json, std::mem::take(&mut call.body.uploads));
    draft.flags &= !EPHEMERAL;
    let author = state.app.bot;
    let message = state.compose(id, author, draft);
    if message.is_empty() {
        return Err(errors::empty_message());
    }
    let posted = state.post(message);
    if let Some(nonce) = nonce {
        let now = state.now();
        state.nonces.insert((author, nonce), (id, posted, now));
    }
    let message = state.message(id, posted).ok_or_else(errors::unknown_message)?;
    Ok(Answer::ok(state.message_json(message)))
}

/// Newest first.
pub(crate) fn list(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let channel = access::channel(state, access::id(ids, 0)?, 0)?;
    let rights = channel.guild.map(|guild| state.permissions(guild, state.app.bot, Some(channel.id)));
    if rights.is_some_and(|rights| rights & READ_MESSAGE_HISTORY == 0) {
        // Without the history there is nothing to read, and no refusal either (topics/permissions).
        return Ok(Answer::ok(json!([])));
    }
    let number = |key: &str| call.query.get(key).and_then(|text| text.parse::<u64>().ok());
    let limit = number("limit").map_or(50, |limit| usize::try_from(limit).unwrap_or(PAGE)).clamp(1, PAGE);
    let (before, after, around) = (number("before"), number("after"), number("around"));
    let mut found: Vec<&Message> = channel.public_messages().collect();
    if let Some(after) = after {
        found.retain(|message| message.id.get() > after);
        found.truncate(limit);
    } else if let Some(around) = around {
        let middle = found.iter().position(|message| message.id.get() >= around).unwrap_or(found.len());
        let start = middle.saturating_sub(limit / 2);
        found = found.into_iter().skip(start).take(limit).collect();
    } else {
        found.retain(|message| before.is_none_or(|before| message.id.get() < before));
    }
    Ok(Answer::ok(found.into_iter().rev().take(limit).map(|message| state.message_json(message)).collect()))
}

pub(crate) fn get(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    access::channel(state, access::id(ids, 0)?, READ_MESSAGE_HISTORY)?;
    let message = public(state, access::id(ids, 0)?, access::id(ids, 1)?)?;
    Ok(Answer::ok(state.message_json(message)))
}

pub(crate) fn edit(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    access::channel(state, access::id(ids, 0)?, 0)?;
    let mut message = public(state, access::id(ids, 0)?, access::id(ids, 1)?)?.clone();
    if message.author != state.app.bot {
        return Err(errors::not_the_author());
    }
    let before = state.message_json(&message);
    access::judge(&limits::check_edit(&call.body.json, &call.body.files(), &before), &mut call.violations)?;
    let draft = Draft::read(&call.body.json, std::mem::take(&mut call.body.uploads));
    state.apply(&mut message, draft);
    if message.is_empty() {
        return Err(errors::empty_message());
    }
    let (channel, id) = (message.channel, message.id);
    state.replace(message, true);
    Ok(Answer::ok(public(state, channel, id).map(|message| state.message_json(message))?))
}

pub(crate) fn delete(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (channel, id) = (access::id(ids, 0)?, access::id(ids, 1)?);
    access::channel(state, channel, 0)?;
    if public(state, channel, id)?.author != state.app.bot {
        access::channel(state, channel, MANAGE_MESSAGES)?;
    }
    state.remove_message(channel, id);
    Ok(Answer::nothing())
}

/// A message that the channel's door shows: ephemeral ones aren't there.
pub(crate) fn public(state: &State, channel: Snowflake, id: Snowflake) -> Result<&Message, Refusal> {
    let message = state.message(channel, id).filter(|message| message.addressee.is_none());
    message.ok_or_else(errors::unknown_message)
}

fn may_post(state: &State, call: &Call, id: Snowflake) -> Result<(), Refusal> {
    let channel = access::channel(state, id, 0)?;
    if !channel.kind.holds_messages() {
        return Err(errors::wrong_channel_type());
    }
    let Some(guild) = channel.guild else { return may_message(state, channel.recipient) };
    let body = &call.body.json;
    let embeds = body["embeds"].as_array().is_some_and(|list| !list.is_empty());
    let rights = state.permissions(guild, state.app.bot, Some(id));
    // Discord drops embeds without EMBED_LINKS only where they come from links; a bot's own are refused.
    if missing_to_post(rights, channel.kind.is_thread(), embeds, !call.body.uploads.is_empty()) != 0 {
        return Err(errors::missing_permissions());
    }
    Ok(())
}

fn may_message(state: &State, recipient: Option<Snowflake>) -> Result<(), Refusal> {
    let recipient = recipient.and_then(|id| state.users.get(&id)).ok_or_else(errors::cannot_message_user)?;
    if recipient.bot || !recipient.takes_direct_messages {
        return Err(errors::cannot_message_user());
    }
    let mutual = state.homes().any(|id| state.guilds[&id].members.contains_key(&recipient.id));
    if mutual { Ok(()) } else { Err(errors::no_mutual_guilds()) }
}

fn nonce_of(body: &Value) -> Option<String> {
    match &body["nonce"] {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The message that the bot made with this nonce a short while ago.
fn recent<'a>(state: &'a State, nonce: &str) -> Option<&'a Message> {
    let memory: TimeDelta = state.nonce_memory?;
    let (channel, message, at) = state.nonces.get(&(state.app.bot, nonce.to_owned()))?;
    let fresh = state.now() - *at < memory;
    state.message(*channel, *message).filter(|_| fresh)
}
