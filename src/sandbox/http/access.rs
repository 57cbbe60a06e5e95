//! What the bot can reach, and with which refusal it is turned away.

use serde_json::json;

use super::errors;
use crate::sandbox::rules::permissions::VIEW_CHANNEL;
use crate::sandbox::rules::refusal::{Findings, Refusal};
use crate::sandbox::world::places::{Channel, Guild};
use crate::sandbox::world::{Snowflake, State};

/// A variable part of a path as an identifier.
pub(crate) fn id(ids: &[String], place: usize) -> Result<Snowflake, Refusal> {
    let text = ids.get(place).map(String::as_str).unwrap_or_default();
    text.parse().map_err(|_| {
        let error = json!({ "code": "NUMBER_TYPE_COERCE", "message": format!("Value \"{text}\" is not snowflake.") });
        let body = json!({
            "message": "Invalid Form Body", "code": 50035, "errors": { "id": { "_errors": [error] } },
        });
        Refusal { status: 400, code: 50035, body }
    })
}

/// A guild that the bot is in.
pub(crate) fn guild(state: &State, id: Snowflake) -> Result<&Guild, Refusal> {
    state.guilds.get(&id).filter(|_| state.is_home(id)).ok_or_else(errors::unknown_guild)
}

/// A channel in which the bot has all of `needed`.
pub(crate) fn channel(state: &State, id: Snowflake, needed: u64) -> Result<&Channel, Refusal> {
    let channel = state.channels.get(&id).ok_or_else(errors::unknown_channel)?;
    let Some(guild) = channel.guild else { return Ok(channel) };
    let rights = state.permissions(guild, state.app.bot, Some(id));
    if rights & VIEW_CHANNEL == 0 {
        return Err(errors::missing_access());
    }
    if needed & !rights != 0 {
        return Err(errors::missing_permissions());
    }
    Ok(channel)
}

/// Turns findings into a refusal; broken promises are noted, not refused.
pub(crate) fn judge(findings: &Findings, violations: &mut Vec<String>) -> Result<(), Refusal> {
    violations.extend(findings.house().iter().map(|found| format!("{}: {}", found.at, found.rule)));
    match findings.refusal() {
        Some(refusal) => {
            violations.push(format!("refused by the limits: {}", refusal.body));
            Err(refusal)
        }
        None => Ok(()),
    }
}
