//! The commands that the bot has registered, globally and per guild.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::{Change, Snowflake, State};

/// Creations per day and guild (discord-api-docs `interactions/application-commands`, "Registering a command").
const CREATES_PER_DAY: usize = 200;

/// Where a set of commands holds: everywhere (`None`) or in one guild.
pub(crate) type Scope = Option<Snowflake>;

/// A registered command.
#[derive(Debug, Clone)]
pub(crate) struct Command {
    pub(crate) id: Snowflake,
    /// Changes when the definition does; clients reload then.
    pub(crate) version: Snowflake,
    /// As the bot sent it, with defaults filled in and nothing null.
    pub(crate) definition: Map<String, Value>,
}

/// All registered commands.
#[derive(Debug, Default)]
pub(crate) struct Commands {
    scopes: HashMap<Scope, Vec<Command>>,
    creations: HashMap<Scope, Vec<DateTime<Utc>>>,
}

/// The day's creations are used up (30034).
#[derive(Debug)]
pub(crate) struct TooManyCreations;

impl Command {
    pub(crate) fn name(&self) -> &str {
        self.definition.get("name").and_then(Value::as_str).unwrap_or_default()
    }

    /// 1 slash command, 2 user, 3 message.
    pub(crate) fn kind(&self) -> u64 {
        self.definition.get("type").and_then(Value::as_u64).unwrap_or(1)
    }

    pub(crate) fn options(&self) -> &[Value] {
        self.definition.get("options").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The permissions that a member needs to see it; `None` for everybody.
    pub(crate) fn default_permissions(&self) -> Option<u64> {
        match self.definition.get("default_member_permissions")? {
            Value::String(bits) => bits.parse().ok(),
            other => other.as_u64(),
        }
    }
}

impl Commands {
    /// The commands of a scope, in the order they were registered.
    pub(crate) fn of(&self, scope: Scope) -> &[Command] {
        self.scopes.get(&scope).map_or(&[], Vec::as_slice)
    }

    /// Drops a guild's commands, as when the bot leaves it.
    pub(crate) fn forget(&mut self, guild: Snowflake) {
        self.scopes.remove(&Some(guild));
    }
}

impl State {
    /// Replaces all commands of a scope; ids, and versions of what didn't change, stay.
    pub(crate) fn overwrite_commands(&mut self, scope: Scope, bodies: &[Value]) -> Result<(), TooManyCreations> {
        let old = self.commands.of(scope).to_vec();
        let definitions: Vec<_> = bodies.iter().map(|body| normalise(body, scope)).collect();
        let is_known = |definition: &Map<String, Value>| old.iter().any(|command| same(command, definition));
        self.count_creations(scope, definitions.iter().filter(|definition| !is_known(definition)).count())?;
        let new = definitions.into_iter().map(|definition| {
            let known = old.iter().find(|command| same(command, &definition));
            self.next_command(known, definition)
        });
        let new = new.collect();
        self.commands.scopes.insert(scope, new);
        self.changes.push(Change::CommandsRegistered { guild: scope });
        Ok(())
    }

    /// Adds a command, or replaces the one of the same name and type. Says whether it is new.
    pub(crate) fn upsert_command(&mut self, scope: Scope, body: &Value) -> Result<(Command, bool), TooManyCreations> {
        let definition = normalise(body, scope);
        let place = self.commands.of(scope).iter().position(|command| same(command, &definition));
        if place.is_none() {
            self.count_creations(scope, 1)?;
        }
        let known = place.and_then(|place| self.commands.of(scope).get(place).cloned());
        let command = self.next_command(known.as_ref(), definition);
        let list = self.commands.scopes.entry(scope).or_default();
        match place {
            Some(place) => list[place] = command.clone(),
            None => list.push(command.clone()),
        }
        self.changes.push(Change::CommandsRegistered { guild: scope });
        Ok((command, place.is_none()))
    }

    /// Changes the named parts of a command.
    pub(crate) fn patch_command(&mut self, scope: Scope, id: Snowflake, body: &Value) -> Option<Command> {
        let old = self.commands.of(scope).iter().find(|command| command.id == id)?.clone();
        let mut merged = old.definition.clone();
        merged.extend(body.as_object().cloned().unwrap_or_default());
        let new = self.next_command(Some(&old), normalise(&Value::Object(merged), scope));
        let list = self.commands.scopes.get_mut(&scope)?;
        *list.iter_mut().find(|command| command.id == id)? = new.clone();
        self.changes.push(Change::CommandsRegistered { guild: scope });
        Some(new)
    }

    /// Removes a command; says whether it was there.
    pub(crate) fn delete_command(&mut self, scope: Scope, id: Snowflake) -> bool {
        let Some(list) = self.commands.scopes.get_mut(&scope) else { return false };
        let before = list.len();
        list.retain(|command| command.id != id);
        let removed = list.len() < before;
        self.changes.push(Change::CommandsRegistered { guild: scope });
        removed
    }

    /// As Discord writes it.
    pub(crate) fn command_json(&self, scope: Scope, command: &Command) -> Value {
        let mut body = command.definition.clone();
        body.insert("id".to_owned(), json!(command.id));
        body.insert("version".to_owned(), json!(command.version));
        body.insert("application_id".to_owned(), json!(self.app.id));
        if let Some(guild) = scope {
            body.insert("guild_id".to_owned(), json!(guild));
        }
        for key in ["default_member_permissions", "name_localizations", "description_localizations"] {
            body.entry(key).or_insert(Value::Null);
        }
        Value::Object(body)
    }

    fn next_command(&mut self, known: Option<&Command>, definition: Map<String, Value>) -> Command {
        match known {
            Some(known) if known.definition == definition => known.clone(),
            Some(known) => Command { id: known.id, version: self.mint(), definition },
            None => Command { id: self.mint(), version: self.mint(), definition },
        }
    }

    fn count_creations(&mut self, scope: Scope, new: usize) -> Result<(), TooManyCreations> {
        let now = self.now();
        let creations = self.commands.creations.entry(scope).or_default();
        creations.retain(|at| now - at < TimeDelta::days(1));
        if creations.len() + new > CREATES_PER_DAY {
            return Err(TooManyCreations);
        }
        creations.extend(std::iter::repeat_n(now, new));
        Ok(())
    }
}

fn same(command: &Command, definition: &Map<String, Value>) -> bool {
    let kind = definition.get("type").and_then(Value::as_u64).unwrap_or(1);
    command.kind() == kind && definition.get("name").and_then(Value::as_str) == Some(command.name())
}

/// Drops what is null or empty and fills in defaults, so that equal definitions compare equal.
fn normalise(body: &Value, scope: Scope) -> Map<String, Value> {
    let mut definition = match tidy(body) {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    for gone in ["id", "version", "application_id", "guild_id"] {
        definition.remove(gone);
    }
    definition.entry("type").or_insert(json!(1));
    definition.entry("description").or_insert(json!(""));
    definition.entry("nsfw").or_insert(json!(false));
    if scope.is_some() {
        // They hold for global commands only (discord.md 4, "contexts / integration_types").
        for global in ["contexts", "integration_types", "dm_permission"] {
            definition.remove(global);
        }
    }
    definition
}

fn tidy(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(list) => Some(Value::Array(list.iter().filter_map(tidy).collect())),
        Value::Object(fields) => {
            let kept = fields.iter().filter_map(|(key, value)| Some((key.clone(), tidy(value)?)));
            let empty = |value: &Value| {
                value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(Map::is_empty)
            };
            Some(Value::Object(kept.filter(|(_, value)| !empty(value)).collect()))
        }
        other => Some(other.clone()),
    }
}
