//! Registers the commands in a guild, and only when they changed: Discord allows 200 new ones a day and guild
//! (discord.md 4, "commands").

use reqwest::Method;
use serde_json::Value;

use crate::discord::rest::{Request, Rest, RestError};
use crate::domain::ids::GuildId;

/// Makes the guild's commands those of `definitions`. Says whether anything had to change.
pub async fn register(rest: &Rest, application: u64, guild: GuildId, definitions: &[Value]) -> Result<bool, RestError> {
    let path = format!("/applications/{application}/guilds/{guild}/commands");
    let ask = format!("{path}?with_localizations=true");
    match rest.send(&Request::new(Method::GET, ask, format!("GET commands {guild}"))).await {
        Ok(theirs) if is_same(definitions, &theirs) => return Ok(false),
        // A server that can't list commands may take them all the same.
        Ok(_) | Err(RestError::Refused { status: 400 | 404 | 405 | 501, .. }) => {}
        Err(error) => return Err(error),
    }
    let body = Value::Array(definitions.to_vec());
    rest.send(&Request::new(Method::PUT, path, format!("PUT commands {guild}")).body(&body)).await?;
    Ok(true)
}

fn is_same(ours: &[Value], theirs: &Value) -> bool {
    let Some(theirs) = theirs.as_array() else { return false };
    ours.len() == theirs.len()
        && ours.iter().all(|one| theirs.iter().any(|other| one["name"] == other["name"] && says_the_same(one, other)))
}

/// Whether Discord's object says what ours says. It adds fields (ids, versions) and leaves out defaults.
fn says_the_same(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), theirs) => ours.iter().all(|(key, value)| says_the_same(value, &theirs[key])),
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, other)| says_the_same(one, other))
        }
        (Value::Bool(false), Value::Null) => true,
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_registered_command_is_known_again_and_a_changed_one_is_not() {
        let ours = [json!({ "name": "setup", "type": 1, "description": "Set up", "options": [
            { "name": "status", "type": 1, "description": "What is missing", "required": false }] })];
        let mut theirs = json!([{ "id": "5", "version": "6", "name": "setup", "type": 1, "description": "Set up",
            "nsfw": false, "options": [{ "name": "status", "type": 1, "description": "What is missing" }] }]);
        assert!(is_same(&ours, &theirs));
        theirs[0]["options"][0]["description"] = json!("Old words");
        assert!(!is_same(&ours, &theirs));
        assert!(!is_same(&ours, &json!([])));
        assert!(!is_same(&[], &theirs));
    }
}
