//! What one request may hold: the limits of Discord's documentation, by object.
//!
//! The published OpenAPI description lets much through that Discord refuses (six action rows, a button without a
//! custom_id, an empty message); this module closes the gap and stands alone where no description is at hand.
//! Limits name their page of Discord's documentation. The names of nested codes are Discord's where its answers are
//! publicly known, and built in the same manner elsewhere: a bot must not branch on them.
//!
//! Lengths are counted in Unicode code points, as the description's `maxLength` does by JSON Schema's definition.

pub mod callback;
pub mod commands;
pub mod components;
pub mod embeds;
pub mod files;
pub mod mentions;
pub mod message;
pub mod modal;

mod fields;

pub use files::UploadedFile;

use serde_json::Value;

/// Whether a field is there: absent and `null` mean the same to Discord on creation.
fn present<'a>(object: &'a Value, key: &str) -> Option<&'a Value> {
    object.get(key).filter(|value| !value.is_null())
}

/// The array at `key`, empty when it is absent or something else.
fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The bits of a `flags` field, which may also come as a numeric string.
fn bits(object: &Value, key: &str) -> u64 {
    match object.get(key) {
        Some(Value::String(text)) => text.parse().unwrap_or(0),
        Some(value) => value.as_u64().unwrap_or(0),
        None => 0,
    }
}

#[cfg(test)]
mod tests;
