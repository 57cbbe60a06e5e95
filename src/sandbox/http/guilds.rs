//! Guilds as the bot reads them: roles, channels, members.

use serde_json::{Value, json};

use super::access;
use super::errors;
use super::front::Call;
use super::routes::Answer;
use crate::sandbox::gateway::sessions::GUILD_MEMBERS;
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::people::Member;
use crate::sandbox::world::places::Role;
use crate::sandbox::world::{Snowflake, State};

/// The most members in one answer (discord-api-docs `resources/guild`, "List Guild Members").
const PAGE: usize = 1000;

pub(crate) fn get(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?;
    let mut body = state.guild_json(guild);
    if call.query.get("with_counts").is_some_and(|value| value == "true") {
        body["approximate_member_count"] = json!(guild.members.len());
        body["approximate_presence_count"] = json!(guild.members.len());
    }
    Ok(Answer::ok(body))
}

pub(crate) fn channels(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let id = access::guild(state, access::id(ids, 0)?)?.id;
    let mine = state.channels.values().filter(|channel| channel.guild == Some(id) && !channel.kind.is_thread());
    Ok(Answer::ok(mine.map(crate::sandbox::world::places::Channel::to_json).collect()))
}

pub(crate) fn roles(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?;
    Ok(Answer::ok(guild.roles.values().map(Role::to_json).collect()))
}

/// How many members hold each role; `@everyone` isn't among them.
pub(crate) fn role_member_counts(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?;
    let mut counts = json!({});
    for role in guild.roles.keys().filter(|role| **role != guild.id) {
        let holders = guild.members.values().filter(|member| member.roles.contains(role)).count();
        counts[role.to_string()] = json!(holders);
    }
    Ok(Answer::ok(counts))
}

pub(crate) fn members(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?;
    if state.app.privileged_intents & GUILD_MEMBERS == 0 {
        return Err(errors::missing_access());
    }
    let limit = page_size(call)?;
    let after = call.query.get("after").and_then(|after| after.parse::<Snowflake>().ok());
    let rest = guild.members.iter().filter(|(id, _)| after.is_none_or(|after| **id > after));
    Ok(Answer::ok(rest.take(limit).filter_map(|(_, member)| written(state, member)).collect()))
}

pub(crate) fn search_members(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?;
    let limit = page_size(call)?;
    let wanted = call.query.get("query").map(|query| query.to_lowercase()).unwrap_or_default();
    let fits = |member: &&Member| {
        let name = state.users.get(&member.user).map(|user| user.name.to_lowercase()).unwrap_or_default();
        let nick = member.nick.as_ref().is_some_and(|nick| nick.to_lowercase().starts_with(&wanted));
        nick || name.starts_with(&wanted)
    };
    let found = guild.members.values().filter(fits).take(limit);
    Ok(Answer::ok(found.filter_map(|member| written(state, member)).collect()))
}

pub(crate) fn member(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let guild = access::guild(state, access::id(ids, 0)?)?;
    let id = match ids.get(1).map(String::as_str) {
        Some("@me") => state.app.bot,
        _ => access::id(ids, 1)?,
    };
    let member = guild.members.get(&id).ok_or_else(errors::unknown_member)?;
    Ok(Answer::ok(written(state, member).unwrap_or_default()))
}

fn written(state: &State, member: &Member) -> Option<Value> {
    Some(member.to_json(state.users.get(&member.user)?))
}

fn page_size(call: &Call) -> Result<usize, Refusal> {
    let limit = call.query.get("limit").map_or(Ok(1), |limit| limit.parse::<usize>());
    limit.ok().filter(|limit| (1..=PAGE).contains(limit)).ok_or_else(|| {
        let error = json!({ "code": "NUMBER_TYPE_MAX", "message": "int value should be less than or equal to 1000." });
        let body = json!({
            "message": "Invalid Form Body", "code": 50035, "errors": { "limit": { "_errors": [error] } },
        });
        Refusal { status: 400, code: 50035, body }
    })
}
