//! Channels as the bot reads, makes and changes them.

use serde_json::Value;

use super::access;
use super::errors;
use super::front::Call;
use super::routes::Answer;
use crate::sandbox::rules::permissions::{MANAGE_CHANNELS, MANAGE_THREADS, SEND_MESSAGES};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::places::{ChannelKind, Overwrite};
use crate::sandbox::world::{State, snowflake_in};

pub(crate) fn get(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let channel = access::channel(state, access::id(ids, 0)?, 0)?;
    Ok(Answer::ok(state.channel_json(channel)))
}

pub(crate) fn create(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?.id;
    if state.permissions(guild, state.app.bot, None) & MANAGE_CHANNELS == 0 {
        return Err(errors::missing_permissions());
    }
    let body = &call.body.json;
    let kind =
        ChannelKind::from_code(body["type"].as_u64().unwrap_or_default()).ok_or_else(errors::wrong_channel_type)?;
    let name = body["name"].as_str().unwrap_or_default();
    let overwrites = overwrites(body).unwrap_or_default();
    let topic = body["topic"].as_str().map(str::to_owned);
    let id = state.add_channel(guild, kind, name, snowflake_in(&body["parent_id"]), overwrites);
    if let Some(channel) = state.channels.get_mut(&id) {
        channel.topic = topic;
    }
    let made = access::channel(state, id, 0).map(|channel| state.channel_json(channel)).unwrap_or_default();
    Ok(Answer { status: 201, body: made })
}

pub(crate) fn edit(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let id = access::id(ids, 0)?;
    let thread = access::channel(state, id, 0)?.kind.is_thread();
    let own = access::channel(state, id, 0)?.owner == Some(state.app.bot);
    if !own {
        access::channel(state, id, if thread { MANAGE_THREADS } else { MANAGE_CHANNELS })?;
    }
    let body = call.body.json.clone();
    state.change_channel(id, |channel| {
        if let Some(name) = body["name"].as_str() {
            name.clone_into(&mut channel.name);
        }
        if let Some(topic) = body.get("topic") {
            channel.topic = topic.as_str().map(str::to_owned);
        }
        if let Some(overwrites) = overwrites(&body) {
            channel.overwrites = overwrites;
        }
        if let Some(parent) = body.get("parent_id").filter(|_| !thread) {
            channel.parent = snowflake_in(parent);
        }
        if let Some(archived) = body["archived"].as_bool() {
            channel.archived = archived;
        }
    });
    get(state, call, ids)
}

pub(crate) fn delete(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let id = access::id(ids, 0)?;
    let thread = access::channel(state, id, 0)?.kind.is_thread();
    let channel = access::channel(state, id, if thread { MANAGE_THREADS } else { MANAGE_CHANNELS })?;
    let body = state.channel_json(channel);
    state.remove_channel(id);
    Ok(Answer::ok(body))
}

pub(crate) fn typing(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    access::channel(state, access::id(ids, 0)?, SEND_MESSAGES)?;
    Ok(Answer::nothing())
}

/// Opens direct messages; that always works, writing may not.
pub(crate) fn open_direct(state: &mut State, call: &mut Call, _: &[String]) -> Result<Answer, Refusal> {
    let user = snowflake_in(&call.body.json["recipient_id"]).ok_or_else(errors::unknown_user)?;
    if !state.users.contains_key(&user) {
        return Err(errors::unknown_user());
    }
    if user == state.app.bot {
        return Err(errors::cannot_message_user());
    }
    let id = state.direct_channel(user);
    let channel = state.channels.get(&id).ok_or_else(errors::unknown_channel)?;
    Ok(Answer::ok(state.channel_json(channel)))
}

fn overwrites(body: &Value) -> Option<Vec<Overwrite>> {
    let bits = |value: &Value| snowflake_in(value).map_or(0, |bits| bits.get());
    let list = body.get("permission_overwrites")?.as_array()?;
    let read = |entry: &Value| {
        let is_member = entry["type"].as_u64() == Some(1);
        Some(Overwrite {
            target: snowflake_in(&entry["id"])?,
            is_member,
            allow: bits(&entry["allow"]),
            deny: bits(&entry["deny"]),
        })
    };
    Some(list.iter().filter_map(read).collect())
}
