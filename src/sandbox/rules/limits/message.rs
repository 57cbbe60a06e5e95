//! Messages: created in a channel, sent through a webhook, edited (docs: resources/message, create message).

use serde_json::Value;

use super::fields::{length, text};
use super::files::{self, UploadedFile};
use super::{bits, components, embeds, list, mentions, present};
use crate::sandbox::rules::refusal::{Findings, Refusal, Spot};

/// `EPHEMERAL`, which only answers to interactions may carry.
pub const EPHEMERAL: u64 = 1 << 6;
/// `IS_COMPONENTS_V2`, which turns content, embeds, stickers and polls off.
pub const COMPONENTS_V2: u64 = 1 << 15;

/// The characters of `content`. The description says 4000 for channel messages, which holds for people with Nitro
/// only (docs: resources/message).
pub const CONTENT_CHARACTERS: usize = 2000;

/// The door through which a new message comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// `POST /channels/{id}/messages`.
    Channel,
    /// `POST /webhooks/{id}/{token}`: follow-ups of interactions.
    Webhook,
}

/// Checks a new message.
pub fn check_create(body: &Value, files: &[UploadedFile], door: Door) -> Findings {
    let mut found = Findings::default();
    check_new(&mut found, body, &Spot::root(), files);
    if door == Door::Channel {
        check_nonce(&mut found, body);
        // Discord drops the flag, so that what was meant for one person stands before everybody.
        if bits(body, "flags") & EPHEMERAL != 0 {
            found.note_house("private_text_in_public", &Spot::root().key("flags"));
        }
    }
    found
}

/// Checks an edit; `before` is the message as it stands, in Discord's own form.
pub fn check_edit(body: &Value, files: &[UploadedFile], before: &Value) -> Findings {
    let mut found = Findings::default();
    check_change(&mut found, body, &Spot::root(), files, before);
    found
}

/// The checks of a new message whose fields lie at `spot`.
pub(super) fn check_new(found: &mut Findings, body: &Value, spot: &Spot, files: &[UploadedFile]) {
    check_parts(found, body, spot, files, &[], bits(body, "flags") & COMPONENTS_V2 != 0);
    let says_something = has_text(body) || has_lists(body) || !files.is_empty();
    if !says_something {
        found.refuse_whole(empty());
    }
}

/// The checks of an edit whose fields lie at `spot`: what it leaves out stays as it was.
pub(super) fn check_change(found: &mut Findings, body: &Value, spot: &Spot, files: &[UploadedFile], before: &Value) {
    let kept: Vec<&str> =
        list(before, "attachments").iter().filter_map(|file| file.get("id").and_then(Value::as_str)).collect();
    let v2 = (bits(before, "flags") | bits(body, "flags")) & COMPONENTS_V2 != 0;
    check_parts(found, body, spot, files, &kept, v2);
    let mut after = serde_json::Map::new();
    for key in ["content", "embeds", "components", "attachments", "sticker_items", "poll"] {
        if let Some(value) = body.get(key).or_else(|| before.get(key)) {
            after.insert(key.to_owned(), value.clone());
        }
    }
    let after = Value::Object(after);
    let says_something = has_text(&after) || has_lists(&after) || !files.is_empty();
    if !says_something && before.is_object() {
        found.refuse_whole(empty());
    }
}

fn check_parts(found: &mut Findings, body: &Value, spot: &Spot, files: &[UploadedFile], kept: &[&str], v2: bool) {
    if let Some(content) = body.get("content").and_then(Value::as_str)
        && length(content.trim()) <= CONTENT_CHARACTERS
    {
        // Discord trims before it counts.
    } else {
        text(found, body, spot, "content", 0..=CONTENT_CHARACTERS);
    }
    embeds::check(found, body, spot, files);
    components::check(found, body, spot, v2);
    mentions::check(found, body, spot);
    files::check(found, body, spot, files, kept);
    if list(body, "sticker_ids").len() > 3 {
        found.refuse(&spot.key("sticker_ids"), "BASE_TYPE_MAX_LENGTH", "Must be 3 or fewer in length.");
    }
    if v2 {
        for key in ["content", "embeds", "sticker_ids", "poll"] {
            if present(body, key).is_some_and(|value| *value != "" && *value != Value::Array(vec![])) {
                found.refuse(
                    &spot.key(key),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    format!("The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"),
                );
            }
        }
    }
}

/// docs: resources/message: "Can be used to verify a message was sent (up to 25 characters)", integer or string.
fn check_nonce(found: &mut Findings, body: &Value) {
    let at = Spot::root().key("nonce");
    match present(body, "nonce") {
        Some(Value::String(nonce)) if length(nonce) > 25 => {
            found.refuse(&at, "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer characters long.");
        }
        None | Some(Value::String(_)) => {}
        Some(Value::Number(nonce)) if nonce.is_i64() || nonce.is_u64() => {}
        Some(_) => found.refuse(&at, "NONCE_TYPE_INVALID_TYPE", "This field must be a string or integer."),
    }
}

fn has_text(body: &Value) -> bool {
    body.get("content").and_then(Value::as_str).is_some_and(|content| !content.trim().is_empty())
}

fn has_lists(body: &Value) -> bool {
    const LISTS: [&str; 5] = ["embeds", "components", "sticker_ids", "sticker_items", "attachments"];
    LISTS.iter().any(|key| !list(body, key).is_empty())
        || present(body, "poll").is_some()
        || body.pointer("/message_reference/type").and_then(Value::as_u64) == Some(1)
}

fn empty() -> Refusal {
    Refusal::plain(400, 50006, "Cannot send an empty message")
}
