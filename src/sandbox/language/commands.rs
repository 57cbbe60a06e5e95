//! Slash commands as a client offers them: only what is registered, only to whom it is shown.

use serde_json::{Value, json};

use super::errors::ActError;
use super::options::{self, Filled};
use crate::sandbox::rules::permissions::{ADMINISTRATOR, USE_APPLICATION_COMMANDS, VIEW_CHANNEL};
use crate::sandbox::world::commands::{Command, Scope};
use crate::sandbox::world::{Snowflake, State};

/// Option types that hold further options (discord-api-docs `interactions/application-commands`).
const SUBCOMMAND: u64 = 1;
const GROUP: u64 = 2;

/// A command with the way to its options.
struct Found<'a> {
    command: &'a Command,
    /// The group and subcommand, outermost first.
    path: Vec<&'a Value>,
    full_name: String,
}

/// The full names of all slash commands that hold in a guild.
pub(super) fn all(state: &State, guild: Snowflake) -> Vec<String> {
    let mut names = Vec::new();
    for (_, command) in registered(state, guild) {
        leaves(command.name(), command.options(), &mut names);
    }
    names
}

/// The slash commands that are offered to `user`, as Discord writes them.
pub(super) fn offered(state: &State, guild: Snowflake, user: Snowflake) -> Vec<Value> {
    let shown = registered(state, guild).filter(|(_, command)| is_shown(state, guild, user, command));
    shown.map(|(scope, command)| state.command_json(scope, command)).collect()
}

/// Whether `user` may use the guild's commands in `channel`.
pub(super) fn may_use(state: &State, guild: Snowflake, user: Snowflake, channel: Snowflake) -> bool {
    let needed = VIEW_CHANNEL | USE_APPLICATION_COMMANDS;
    let inside = state.channels.get(&channel).is_some_and(|channel| channel.guild == Some(guild));
    inside && state.permissions(guild, user, Some(channel)) & needed == needed
}

/// What the client sends for a command with these options.
pub(super) fn invocation(
    state: &State,
    guild: Snowflake,
    user: Snowflake,
    name: &str,
    given: &[(&str, &str)],
) -> Result<Value, ActError> {
    let found = find(state, guild, user, name)?;
    let filled = options::fill(state, guild, user, &found.full_name, found.options(), given)?;
    Ok(found.data(guild, filled))
}

/// What the client sends while `typed` stands in an option that suggests values, and `others` in other options.
pub(super) fn typing(
    state: &State,
    guild: Snowflake,
    user: Snowflake,
    name: &str,
    (option, typed): (&str, &str),
    others: &[(&str, &str)],
) -> Result<Value, ActError> {
    let found = find(state, guild, user, name)?;
    let known = found.options().iter().find(|known| known["name"] == option);
    let known =
        known.ok_or_else(|| ActError::NoSuchOption { command: found.full_name.clone(), option: option.to_owned() })?;
    if known["autocomplete"].as_bool() != Some(true) {
        let why = "it suggests nothing".to_owned();
        return Err(ActError::WrongValue { place: option.to_owned(), value: typed.to_owned(), why });
    }
    let others: Vec<_> = others.iter().filter(|(name, _)| *name != option).copied().collect();
    let mut filled = options::fill_partly(state, guild, user, found.options(), &others);
    filled.options.push(json!({ "name": option, "type": known["type"], "value": typed, "focused": true }));
    Ok(found.data(guild, filled))
}

impl<'a> Found<'a> {
    fn options(&self) -> &'a [Value] {
        match self.path.last() {
            Some(inner) => children(inner),
            None => self.command.options(),
        }
    }

    fn data(&self, guild: Snowflake, filled: Filled) -> Value {
        let mut options = filled.options;
        for step in self.path.iter().rev() {
            options = vec![json!({ "name": step["name"], "type": step["type"], "options": options })];
        }
        let mut data = json!({
            "id": self.command.id, "name": self.command.name(), "type": 1, "guild_id": guild, "options": options,
        });
        if !filled.resolved.is_null() {
            data["resolved"] = filled.resolved;
        }
        data
    }
}

fn find<'a>(state: &'a State, guild: Snowflake, user: Snowflake, name: &str) -> Result<Found<'a>, ActError> {
    let unknown = || ActError::NoSuchCommand { name: name.to_owned(), there: all(state, guild).join(", ") };
    let mut words = name.trim_start_matches('/').split_whitespace();
    let root = words.next().unwrap_or_default();
    let command = registered(state, guild).map(|(_, command)| command).find(|command| command.name() == root);
    let command = command.ok_or_else(unknown)?;
    let mut path: Vec<&Value> = Vec::new();
    let mut options = command.options();
    for word in words {
        let step = options.iter().find(|option| option["name"] == word && holds_more(option)).ok_or_else(unknown)?;
        options = children(step);
        path.push(step);
    }
    // A group, or a command with subcommands, can't be run by itself.
    if options.iter().any(holds_more) {
        return Err(unknown());
    }
    if !is_shown(state, guild, user, command) {
        return Err(ActError::Hidden(name.to_owned()));
    }
    Ok(Found { command, path, full_name: name.trim_start_matches('/').to_owned() })
}

/// Whether a client shows `command` to `user`, going by the command's default permissions.
fn is_shown(state: &State, guild: Snowflake, user: Snowflake, command: &Command) -> bool {
    let rights = state.permissions(guild, user, None);
    match command.default_permissions() {
        None => true,
        // "0": administrators only.
        Some(0) => rights & ADMINISTRATOR != 0,
        Some(needed) => rights & needed == needed,
    }
}

/// The slash commands that hold in a guild. Its own command hides a global one of the same name.
fn registered(state: &State, guild: Snowflake) -> impl Iterator<Item = (Scope, &Command)> {
    let home = state.is_home(guild);
    let own = state.commands.of(Some(guild));
    let global =
        state.commands.of(None).iter().filter(|command| own.iter().all(|other| other.name() != command.name()));
    let all = own.iter().map(move |command| (Some(guild), command)).chain(global.map(|command| (None, command)));
    all.filter(move |(_, command)| home && command.kind() == 1)
}

fn leaves(name: &str, options: &[Value], names: &mut Vec<String>) {
    let steps: Vec<&Value> = options.iter().filter(|option| holds_more(option)).collect();
    if steps.is_empty() {
        names.push(name.to_owned());
    }
    for step in steps {
        leaves(&format!("{name} {}", step["name"].as_str().unwrap_or_default()), children(step), names);
    }
}

fn holds_more(option: &Value) -> bool {
    matches!(option["type"].as_u64(), Some(SUBCOMMAND | GROUP))
}

fn children(option: &Value) -> &[Value] {
    option["options"].as_array().map(Vec::as_slice).unwrap_or_default()
}
