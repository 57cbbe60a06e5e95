//! What a client takes as a choice in a select, and what it sends for it.

use serde_json::Value;

use super::components::Select;
use super::errors::ActError;
use super::{names, options};
use crate::sandbox::world::{Snowflake, State};

/// The values that are sent for these choices, by label or value, or by the name or number of people, roles and
/// channels; and what these numbers mean.
pub(super) fn chosen(
    state: &State,
    guild: Snowflake,
    user: Snowflake,
    select: &Select,
    choices: &[&str],
) -> Result<(Vec<String>, Value), ActError> {
    if choices.len() < select.min || choices.len() > select.max {
        let why = format!("{} to {} may be chosen", select.min, select.max);
        return Err(wrong(select, &choices.join(", "), why));
    }
    let mut values = Vec::new();
    let mut resolved = Value::Null;
    for choice in choices {
        let unknown = || {
            let there = select.choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>().join(", ");
            wrong(select, choice, there)
        };
        let person = |resolved: &mut Value| {
            let id = names::person(state, guild, choice)?;
            options::resolve_person(state, guild, id, resolved);
            Some(id)
        };
        let role = |resolved: &mut Value| {
            let id = names::role(state, guild, choice)?;
            options::resolve_role(state, guild, id, resolved);
            Some(id)
        };
        let id = match select.kind {
            3 => {
                values.push(select.choice(choice).ok_or_else(unknown)?.value.clone());
                continue;
            }
            5 => person(&mut resolved),
            6 => role(&mut resolved),
            7 => person(&mut resolved).or_else(|| role(&mut resolved)),
            _ => names::channel(state, guild, choice).filter(|id| state.sees(user, *id)).inspect(|id| {
                options::resolve_channel(state, guild, user, *id, &mut resolved);
            }),
        };
        values.push(id.ok_or_else(unknown)?.to_string());
    }
    if let Some(twice) = (1..values.len()).find(|place| values[..*place].contains(&values[*place])) {
        return Err(wrong(select, &values[twice], "it is chosen already".to_owned()));
    }
    Ok((values, resolved))
}

fn wrong(select: &Select, value: &str, why: String) -> ActError {
    ActError::WrongValue { place: select.placeholder.clone(), value: value.to_owned(), why }
}
