//! Embeds (docs: resources/message, embed limits).

use serde_json::Value;

use super::fields::{address, bounded, length, number, required, required_text, text};
use super::files::{self, UploadedFile};
use super::{list, present};
use crate::sandbox::rules::refusal::{Findings, Spot};

/// The characters that all embeds of a message may hold together.
pub const TOTAL_CHARACTERS: usize = 6000;

/// Checks `embeds` of a message; `files` are those that `attachment://` may name.
pub(super) fn check(found: &mut Findings, body: &Value, spot: &Spot, files: &[UploadedFile]) {
    let at = spot.key("embeds");
    let embeds = list(body, "embeds");
    bounded(found, &at, embeds.len(), &(0..=10));
    for (position, embed) in embeds.iter().enumerate() {
        check_one(found, body, embed, &at.index(position), files);
    }
    if embeds.iter().map(characters).sum::<usize>() > TOTAL_CHARACTERS {
        found.refuse(&at, "MAX_EMBED_SIZE_EXCEEDED", format!("Embed size exceeds maximum size of {TOTAL_CHARACTERS}"));
    }
}

fn check_one(found: &mut Findings, body: &Value, embed: &Value, at: &Spot, files: &[UploadedFile]) {
    const SHOWN: [&str; 8] = ["title", "description", "fields", "footer", "author", "image", "thumbnail", "video"];
    if !SHOWN.iter().any(|key| present(embed, key).is_some_and(|value| *value != "" && *value != Value::Array(vec![])))
    {
        required(found, &at.key("description"));
    }
    text(found, embed, at, "title", 0..=256);
    text(found, embed, at, "description", 0..=4096);
    address(found, embed, at, "url", &["http", "https"]);
    number(found, embed, at, "color", 0..=0xFF_FFFF);
    if let Some(time) = present(embed, "timestamp").and_then(Value::as_str)
        && chrono::DateTime::parse_from_rfc3339(time).is_err()
    {
        let message = format!("Could not parse {time}. Should be ISO8601.");
        found.refuse(&at.key("timestamp"), "DATE_TIME_TYPE_PARSE", message);
    }
    let fields = list(embed, "fields");
    bounded(found, &at.key("fields"), fields.len(), &(0..=25));
    for (position, field) in fields.iter().enumerate() {
        let here = at.key("fields").index(position);
        for (key, most) in [("name", 256), ("value", 1024)] {
            match field.get(key).and_then(Value::as_str).map(str::trim) {
                // Discord trims first, so that blanks count as missing.
                Some("") => required(found, &here.key(key)),
                _ => drop(required_text(found, field, &here, key, 0..=most)),
            }
        }
    }
    if let Some(footer) = present(embed, "footer") {
        required_text(found, footer, &at.key("footer"), "text", 0..=2048);
    }
    if let Some(author) = present(embed, "author") {
        required_text(found, author, &at.key("author"), "name", 0..=256);
        address(found, author, &at.key("author"), "url", &["http", "https"]);
    }
    for key in ["image", "thumbnail"] {
        let Some(picture) = present(embed, key) else { continue };
        let here = at.key(key);
        address(found, picture, &here, "url", &["http", "https", "attachment"]);
        let named = picture.get("url").and_then(Value::as_str).and_then(|url| url.strip_prefix("attachment://"));
        // Discord takes it and shows no picture.
        if named.is_some_and(|name| !files::is_sent(body, files, name)) {
            found.note_house("picture_not_sent", &here);
        }
    }
}

/// What one embed counts towards [`TOTAL_CHARACTERS`]: title, description, names and values of fields, footer, author.
fn characters(embed: &Value) -> usize {
    let count = |object: &Value, key: &str| object.get(key).and_then(Value::as_str).map_or(0, length);
    let fields = list(embed, "fields").iter().map(|field| count(field, "name") + count(field, "value"));
    count(embed, "title")
        + count(embed, "description")
        + fields.sum::<usize>()
        + embed.get("footer").map_or(0, |footer| count(footer, "text"))
        + embed.get("author").map_or(0, |author| count(author, "name"))
}
