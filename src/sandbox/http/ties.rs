//! Which message and interaction a request had to do with, for the inspector. Tokens are looked up, never kept.

use serde_json::Value;

use crate::sandbox::world::journal::Ties;
use crate::sandbox::world::{State, snowflake_in};

/// What a request had to do with, once it was answered.
pub(super) fn ties(state: &State, path: &str, answer: &Value) -> Ties {
    let parts: Vec<&str> = path.split('/').collect();
    let answered = || snowflake_in(&answer["id"]).filter(|_| !answer["channel_id"].is_null());
    match parts.get(1).copied() {
        Some("interactions") => {
            let id = parts.get(2).and_then(|id| id.parse().ok());
            Ties { message: id.and_then(|id| state.original_id(id)), interaction: id }
        }
        Some("webhooks") => {
            let id = parts.get(3).and_then(|token| state.tokens.get(*token)).copied();
            let message = match parts.get(5) {
                Some(&"@original") => id.and_then(|id| state.original_id(id)).or_else(answered),
                Some(message) => message.parse().ok(),
                None => answered(),
            };
            Ties { message, interaction: id }
        }
        Some("channels") => {
            let named = parts.iter().skip_while(|part| !matches!(**part, "messages" | "pins")).nth(1);
            Ties { message: named.and_then(|id| id.parse().ok()).or_else(answered), interaction: None }
        }
        _ => Ties::default(),
    }
}
