//! The bot's own user and application, and where the gateway is.

use serde_json::{Value, json};

use super::access;
use super::errors;
use super::front::Call;
use super::routes::Answer;
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::State;

pub(crate) fn gateway(state: &mut State, _: &mut Call, _: &[String]) -> Result<Answer, Refusal> {
    Ok(Answer::ok(json!({ "url": state.gateway_url() })))
}

pub(crate) fn gateway_bot(state: &mut State, _: &mut Call, _: &[String]) -> Result<Answer, Refusal> {
    let used = state.journal.counts().identifies;
    let limit = json!({
        "total": 1000, "remaining": 1000_u64.saturating_sub(used), "reset_after": 86_400_000, "max_concurrency": 1,
    });
    Ok(Answer::ok(json!({ "url": state.gateway_url(), "shards": 1, "session_start_limit": limit })))
}

pub(crate) fn me(state: &mut State, _: &mut Call, _: &[String]) -> Result<Answer, Refusal> {
    Ok(Answer::ok(state.bot_json()))
}

pub(crate) fn my_guilds(state: &mut State, call: &mut Call, _: &[String]) -> Result<Answer, Refusal> {
    let counts = call.query.get("with_counts").is_some_and(|value| value == "true");
    let guilds = state.homes().filter_map(|id| {
        let guild = state.guilds.get(&id)?;
        let mut body = json!({
            "id": id, "name": guild.name, "icon": null, "banner": null, "owner": guild.owner == state.app.bot,
            "permissions": state.permissions(id, state.app.bot, None).to_string(), "features": [],
        });
        if counts {
            body["approximate_member_count"] = json!(guild.members.len());
            body["approximate_presence_count"] = json!(guild.members.len());
        }
        Some(body)
    });
    Ok(Answer::ok(guilds.collect()))
}

pub(crate) fn user(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let user = state.users.get(&access::id(ids, 0)?).ok_or_else(errors::unknown_user)?;
    Ok(Answer::ok(user.to_json()))
}

pub(crate) fn application(state: &mut State, _: &mut Call, _: &[String]) -> Result<Answer, Refusal> {
    let owner = state.guilds.values().next().and_then(|guild| state.users.get(&guild.owner));
    let owner = owner.map_or_else(|| state.bot_json(), crate::sandbox::world::people::User::to_json);
    Ok(Answer::ok(json!({
        "id": state.app.id, "name": state.app.name, "icon": null, "description": "", "rpc_origins": [],
        "bot_public": false, "bot_require_code_grant": false, "verify_key": "0".repeat(64), "flags": 0,
        "bot": state.bot_json(), "owner": owner, "team": null, "summary": "", "hook": true,
        "approximate_guild_count": state.homes().count(), "approximate_user_install_count": 0,
        "integration_types_config": { "0": {} }, "redirect_uris": [], "interactions_endpoint_url": Value::Null,
    })))
}
