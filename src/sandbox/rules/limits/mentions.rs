//! `allowed_mentions`: which words of a message may ring somebody (docs: resources/message, allowed mentions object).

use serde_json::Value;

use super::fields::bounded;
use super::{list, present};
use crate::sandbox::rules::refusal::{Findings, Spot};

/// Checks the object, and notes as house violations that it is absent or open: our promise is that every message and
/// edit says whom it may ring, by id.
pub(super) fn check(found: &mut Findings, body: &Value, spot: &Spot) {
    let at = spot.key("allowed_mentions");
    let Some(mentions) = present(body, "allowed_mentions") else {
        found.note_house("allowed_mentions_missing", &at);
        return;
    };
    if !mentions.is_object() {
        found.refuse(&at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return;
    }
    for (position, kind) in list(mentions, "parse").iter().enumerate() {
        match kind.as_str() {
            Some("users" | "roles" | "everyone") => found.note_house("allowed_mentions_open", &at),
            _ => found.refuse(
                &at.key("parse").index(position),
                "BASE_TYPE_CHOICES",
                "Value must be one of {'everyone', 'users', 'roles'}.",
            ),
        }
    }
    for kind in ["users", "roles"] {
        let ids = list(mentions, kind);
        let here = at.key(kind);
        bounded(found, &here, ids.len(), &(0..=100));
        for (position, id) in ids.iter().enumerate() {
            if id.as_str().is_none_or(|id| id.parse::<u64>().is_err()) {
                found.refuse(
                    &here.index(position),
                    "NUMBER_TYPE_COERCE",
                    format!("Value \"{}\" is not snowflake.", id.as_str().unwrap_or("?")),
                );
            }
        }
        if !ids.is_empty() && list(mentions, "parse").iter().any(|parsed| parsed.as_str() == Some(kind)) {
            let message = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            found.refuse(&at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
        }
    }
}
