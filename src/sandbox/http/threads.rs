//! Threads: started on their own or on a message.

use serde_json::{Value, json};

use super::access;
use super::errors;
use super::front::Call;
use super::messages::public;
use super::routes::Answer;
use crate::sandbox::rules::permissions::{CREATE_PRIVATE_THREADS, CREATE_PUBLIC_THREADS};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::places::{Channel, ChannelKind};
use crate::sandbox::world::{Snowflake, State};

pub(crate) fn start(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let channel = access::id(ids, 0)?;
    // Discord's default here is a private thread (resources/channel, "Start Thread without Message").
    let kind = match call.body.json["type"].as_u64() {
        Some(11) => ChannelKind::PublicThread,
        Some(10) => ChannelKind::NewsThread,
        Some(12) | None => ChannelKind::PrivateThread,
        Some(_) => return Err(errors::wrong_channel_type()),
    };
    let needed = if kind == ChannelKind::PrivateThread { CREATE_PRIVATE_THREADS } else { CREATE_PUBLIC_THREADS };
    access::channel(state, channel, needed)?;
    let id = state.mint();
    open(state, call, channel, kind, id)
}

/// A thread on a message carries the message's number.
pub(crate) fn start_on_message(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (channel, message) = (access::id(ids, 0)?, access::id(ids, 1)?);
    let news = access::channel(state, channel, CREATE_PUBLIC_THREADS)?.kind == ChannelKind::News;
    public(state, channel, message)?;
    if state.channels.contains_key(&message) {
        return Err(errors::thread_exists());
    }
    let kind = if news { ChannelKind::NewsThread } else { ChannelKind::PublicThread };
    open(state, call, channel, kind, message)
}

pub(crate) fn active(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?.id;
    let is_active = |channel: &&Channel| channel.guild == Some(guild) && channel.kind.is_thread() && !channel.archived;
    let threads: Value = state.channels.values().filter(is_active).map(Channel::to_json).collect();
    Ok(Answer::ok(json!({ "threads": threads, "members": [], "has_more": false })))
}

fn open(
    state: &mut State,
    call: &Call,
    parent: Snowflake,
    kind: ChannelKind,
    id: Snowflake,
) -> Result<Answer, Refusal> {
    let place = access::channel(state, parent, 0)?;
    let Some(guild) = place.guild.filter(|_| matches!(place.kind, ChannelKind::Text | ChannelKind::News)) else {
        return Err(errors::wrong_channel_type());
    };
    let mut thread = Channel::new(id, kind, Some(guild), call.body.json["name"].as_str().unwrap_or_default());
    thread.parent = Some(parent);
    thread.owner = Some(state.app.bot);
    let body = thread.to_json();
    state.insert_channel(thread);
    Ok(Answer { status: 201, body })
}
