//! Registering commands, globally and per guild.

use serde_json::Value;

use super::access;
use super::errors;
use super::front::Call;
use super::routes::Answer;
use crate::sandbox::rules::limits::commands as limits;
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::commands::Scope;
use crate::sandbox::world::{Snowflake, State};

pub(crate) fn list(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (scope, _) = scope(state, ids)?;
    Ok(Answer::ok(written(state, scope)))
}

pub(crate) fn overwrite(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (scope, _) = scope(state, ids)?;
    access::judge(&limits::check_bulk(&call.body.json), &mut call.violations)?;
    let bodies = call.body.json.as_array().cloned().unwrap_or_default();
    state.overwrite_commands(scope, &bodies).map_err(|_| errors::command_creations_used_up())?;
    Ok(Answer::ok(written(state, scope)))
}

pub(crate) fn create(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (scope, _) = scope(state, ids)?;
    let others: Vec<Value> =
        state.commands.of(scope).iter().map(|command| Value::Object(command.definition.clone())).collect();
    access::judge(&limits::check_create(&call.body.json, &others), &mut call.violations)?;
    let upserted = state.upsert_command(scope, &call.body.json);
    let (command, new) = upserted.map_err(|_| errors::command_creations_used_up())?;
    Ok(Answer { status: if new { 201 } else { 200 }, body: state.command_json(scope, &command) })
}

pub(crate) fn get(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (scope, id) = scope(state, ids)?;
    let command = state.commands.of(scope).iter().find(|command| Some(command.id) == id);
    let command = command.ok_or_else(errors::unknown_command)?;
    Ok(Answer::ok(state.command_json(scope, command)))
}

pub(crate) fn edit(state: &mut State, call: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (scope, id) = scope(state, ids)?;
    let known = state.commands.of(scope).iter().find(|command| Some(command.id) == id);
    let known = known.ok_or_else(errors::unknown_command)?;
    let mut merged = known.definition.clone();
    merged.extend(call.body.json.as_object().cloned().unwrap_or_default());
    access::judge(&limits::check_create(&Value::Object(merged), &[]), &mut call.violations)?;
    let command = state.patch_command(scope, known_id(id)?, &call.body.json).ok_or_else(errors::unknown_command)?;
    Ok(Answer::ok(state.command_json(scope, &command)))
}

pub(crate) fn delete(state: &mut State, _: &mut Call, ids: &[String]) -> Result<Answer, Refusal> {
    let (scope, id) = scope(state, ids)?;
    if state.delete_command(scope, known_id(id)?) { Ok(Answer::nothing()) } else { Err(errors::unknown_command()) }
}

/// The scope that a path names, and the command where it names one: `app`, `app, command`, `app, guild`,
/// `app, guild, command`. What tells the second from the third is the world: guilds are no commands.
fn scope(state: &State, ids: &[String]) -> Result<(Scope, Option<Snowflake>), Refusal> {
    if access::id(ids, 0)? != state.app.id {
        return Err(errors::unknown_application());
    }
    let Some(_) = ids.get(1) else { return Ok((None, None)) };
    let second = access::id(ids, 1)?;
    let third = ids.get(2).map(|_| access::id(ids, 2)).transpose()?;
    let is_command = third.is_none() && state.commands.of(None).iter().any(|command| command.id == second);
    if is_command {
        return Ok((None, Some(second)));
    }
    if !state.is_home(second) {
        return Err(errors::missing_access());
    }
    Ok((Some(second), third))
}

fn known_id(id: Option<Snowflake>) -> Result<Snowflake, Refusal> {
    id.ok_or_else(errors::unknown_command)
}

fn written(state: &State, scope: Scope) -> Value {
    state.commands.of(scope).iter().map(|command| state.command_json(scope, command)).collect()
}
