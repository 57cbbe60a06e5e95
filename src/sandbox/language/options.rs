//! Options of a command as a client fills them: typed values, and what they refer to.

use serde_json::{Value, json};

use super::errors::ActError;
use super::names;
use crate::sandbox::world::people::User;
use crate::sandbox::world::places::Role;
use crate::sandbox::world::{Snowflake, State};

/// Filled options.
pub(super) struct Filled {
    pub(super) options: Vec<Value>,
    /// The people, roles and channels that they mean; `Null` if none.
    pub(super) resolved: Value,
}

/// Fills the options of a command from what was typed.
pub(super) fn fill(
    state: &State,
    guild: Snowflake,
    user: Snowflake,
    command: &str,
    known: &[Value],
    given: &[(&str, &str)],
) -> Result<Filled, ActError> {
    let named = |name: &str| known.iter().find(|option| option["name"] == name);
    if let Some((unknown, _)) = given.iter().find(|(name, _)| named(name).is_none()) {
        let (command, option) = (command.to_owned(), (*unknown).to_owned());
        return Err(ActError::NoSuchOption { command, option });
    }
    let has = |option: &&Value| given.iter().any(|(name, _)| option["name"] == *name);
    let missing = known.iter().filter(|option| option["required"].as_bool() == Some(true)).find(|option| !has(option));
    if let Some(missing) = missing {
        let option = missing["name"].as_str().unwrap_or_default().to_owned();
        return Err(ActError::MissingOption { command: command.to_owned(), option });
    }
    let mut filled = Filled { options: Vec::new(), resolved: Value::Null };
    for (name, typed) in given {
        let Some(option) = named(name) else { continue };
        let value = value(state, guild, user, option, typed, &mut filled.resolved)
            .map_err(|why| ActError::WrongValue { place: (*name).to_owned(), value: (*typed).to_owned(), why })?;
        filled.options.push(json!({ "name": name, "type": option["type"], "value": value }));
    }
    Ok(filled)
}

/// Fills the options of a command that is being typed: what is missing or not fit yet is left out.
pub(super) fn fill_partly(
    state: &State,
    guild: Snowflake,
    user: Snowflake,
    known: &[Value],
    given: &[(&str, &str)],
) -> Filled {
    let mut filled = Filled { options: Vec::new(), resolved: Value::Null };
    for (name, typed) in given {
        let Some(option) = known.iter().find(|option| option["name"] == *name) else { continue };
        if let Ok(value) = value(state, guild, user, option, typed, &mut filled.resolved) {
            filled.options.push(json!({ "name": name, "type": option["type"], "value": value }));
        }
    }
    filled
}

/// The value as the client sends it, or why it takes none.
fn value(
    state: &State,
    guild: Snowflake,
    user: Snowflake,
    option: &Value,
    typed: &str,
    resolved: &mut Value,
) -> Result<Value, String> {
    let choices = option["choices"].as_array().map(Vec::as_slice).unwrap_or_default();
    if !choices.is_empty() {
        let fits = |choice: &&Value| choice["name"] == typed || plain(&choice["value"]) == typed;
        let all = || choices.iter().map(|choice| plain(&choice["name"])).collect::<Vec<_>>().join(", ");
        return choices.iter().find(fits).map(|choice| choice["value"].clone()).ok_or_else(all);
    }
    match option["type"].as_u64() {
        Some(3) => text(option, typed),
        Some(4) => bounded(option, typed.parse::<i64>().map(|number| json!(number)).map_err(|_| "a whole number")?),
        Some(10) => bounded(option, typed.parse::<f64>().map(|number| json!(number)).map_err(|_| "a number")?),
        Some(5) => typed.parse::<bool>().map(|flag| json!(flag)).map_err(|_| "true or false".to_owned()),
        Some(6) => {
            let id = names::person(state, guild, typed).ok_or("a member of the guild")?;
            resolve_person(state, guild, id, resolved);
            Ok(json!(id))
        }
        Some(7) => {
            let id = names::channel(state, guild, typed).filter(|id| state.sees(user, *id));
            let id = id.ok_or("a channel that this person sees")?;
            let kind = state.channels.get(&id).map(|channel| u64::from(channel.kind.code()));
            let kinds = option["channel_types"].as_array().map(Vec::as_slice).unwrap_or_default();
            if !kinds.is_empty() && !kinds.iter().any(|allowed| allowed.as_u64() == kind) {
                return Err("a channel of another type".to_owned());
            }
            resolve_channel(state, guild, user, id, resolved);
            Ok(json!(id))
        }
        Some(8) => {
            let id = names::role(state, guild, typed).ok_or("a role of the guild")?;
            resolve_role(state, guild, id, resolved);
            Ok(json!(id))
        }
        Some(9) => {
            if let Some(id) = names::person(state, guild, typed) {
                resolve_person(state, guild, id, resolved);
                return Ok(json!(id));
            }
            let id = names::role(state, guild, typed).ok_or("a member or role of the guild")?;
            resolve_role(state, guild, id, resolved);
            Ok(json!(id))
        }
        _ => Err("a type that the stand-in doesn't offer".to_owned()),
    }
}

fn text(option: &Value, typed: &str) -> Result<Value, String> {
    let length = typed.chars().count() as u64;
    let (min, max) = (option["min_length"].as_u64().unwrap_or(0), option["max_length"].as_u64().unwrap_or(6000));
    let fits = length >= min.max(1) && length <= max;
    if fits { Ok(json!(typed)) } else { Err(format!("{} to {max} characters", min.max(1))) }
}

fn bounded(option: &Value, number: Value) -> Result<Value, String> {
    let value = number.as_f64().unwrap_or_default();
    let (min, max) = (option["min_value"].as_f64(), option["max_value"].as_f64());
    let fits = min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max);
    if fits { Ok(number) } else { Err(format!("from {min:?} to {max:?}")) }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Adds a person to the resolved data.
pub(super) fn resolve_person(state: &State, guild: Snowflake, id: Snowflake, resolved: &mut Value) {
    resolved["users"][id.to_string()] = state.users.get(&id).map(User::to_json).unwrap_or_default();
    let Some(member) = state.guilds.get(&guild).and_then(|guild| guild.members.get(&id)) else { return };
    let mut body = member.to_partial_json();
    body["permissions"] = json!(state.permissions(guild, id, None).to_string());
    resolved["members"][id.to_string()] = body;
}

/// Adds a role to the resolved data.
pub(super) fn resolve_role(state: &State, guild: Snowflake, id: Snowflake, resolved: &mut Value) {
    let role = state.guilds.get(&guild).and_then(|guild| guild.roles.get(&id));
    resolved["roles"][id.to_string()] = role.map(Role::to_json).unwrap_or_default();
}

/// Adds a channel to the resolved data, with what `user` may do there.
pub(super) fn resolve_channel(state: &State, guild: Snowflake, user: Snowflake, id: Snowflake, resolved: &mut Value) {
    let Some(channel) = state.channels.get(&id) else { return };
    let mut body = channel.to_json();
    body["permissions"] = json!(state.permissions(guild, user, Some(id)).to_string());
    resolved["channels"][id.to_string()] = body;
}
