//! Buttons and selects of messages (docs: components/reference).
//!
//! Rows of buttons and selects are checked closely; the newer layout parts (`IS_COMPONENTS_V2`) for their number,
//! their nesting and the custom ids inside them, the rest being the OpenAPI description's business.

use std::collections::HashSet;

use serde_json::Value;

use super::fields::{address, bounded, number, required, required_text, text};
use super::{list, present};
use crate::sandbox::rules::refusal::{Findings, Spot};

const ACTION_ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
/// The parts that only messages with `IS_COMPONENTS_V2` may hold at the top, beside rows.
const LAYOUT: [u64; 6] = [9, 10, 12, 13, 14, 17];

/// The components of a message with `IS_COMPONENTS_V2`, nested ones included.
pub const TOTAL_COMPONENTS: usize = 40;

/// Checks `components` of a message; `v2` says whether the message carries `IS_COMPONENTS_V2`.
pub(super) fn check(found: &mut Findings, body: &Value, spot: &Spot, v2: bool) {
    let at = spot.key("components");
    let parts = list(body, "components");
    let mut seen = HashSet::new();
    if v2 {
        if parts.iter().map(count).sum::<usize>() > TOTAL_COMPONENTS {
            found.refuse(
                &at,
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                format!("The maximum number of components was exceeded ({TOTAL_COMPONENTS})"),
            );
        }
    } else {
        bounded(found, &at, parts.len(), &(0..=5));
    }
    for (position, part) in parts.iter().enumerate() {
        let here = at.index(position);
        match kind(part) {
            Some(ACTION_ROW) => check_row(found, part, &here, &mut seen),
            Some(kind) if v2 && LAYOUT.contains(&kind) => check_nested(found, part, &here, &mut seen),
            _ => wrong_kind(found, &here, if v2 { "(1, 9, 10, 12, 13, 14, 17)" } else { "(1,)" }),
        }
    }
}

/// The `type` of a component.
pub(super) fn kind(part: &Value) -> Option<u64> {
    part.get("type").and_then(Value::as_u64)
}

/// Says that this kind of component can't stand here.
pub(super) fn wrong_kind(found: &mut Findings, at: &Spot, allowed: &str) {
    let message = format!("Value of field \"type\" must be one of {allowed}.");
    found.refuse(at, "UNION_TYPE_CHOICES", message);
}

/// Checks that a custom id is 1–100 characters long and was not `seen` in the same message or modal.
pub(super) fn check_custom_id(found: &mut Findings, part: &Value, at: &Spot, seen: &mut HashSet<String>) {
    if let Some(id) = required_text(found, part, at, "custom_id", 1..=100)
        && !seen.insert(id.to_owned())
    {
        let message = "Component custom id cannot be duplicated";
        found.refuse(&at.key("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
    }
}

fn count(part: &Value) -> usize {
    let below = list(part, "components").iter().chain(present(part, "accessory"));
    1 + below.map(count).sum::<usize>()
}

fn check_nested(found: &mut Findings, part: &Value, at: &Spot, seen: &mut HashSet<String>) {
    for (position, child) in list(part, "components").iter().enumerate() {
        let here = at.key("components").index(position);
        if kind(child) == Some(ACTION_ROW) {
            check_row(found, child, &here, seen);
        } else {
            check_nested(found, child, &here, seen);
        }
    }
    if let Some(accessory) = present(part, "accessory")
        && kind(accessory) == Some(BUTTON)
    {
        check_button(found, accessory, &at.key("accessory"), seen);
    }
}

/// A row holds five buttons or one select: a select takes the whole width.
fn check_row(found: &mut Findings, row: &Value, at: &Spot, seen: &mut HashSet<String>) {
    let at = at.key("components");
    let parts = list(row, "components");
    bounded(found, &at, parts.len(), &(1..=5));
    let mut width = 0;
    for (position, part) in parts.iter().enumerate() {
        let here = at.index(position);
        width += match kind(part) {
            Some(BUTTON) => {
                check_button(found, part, &here, seen);
                1
            }
            Some(STRING_SELECT | 5..=8) => {
                check_select(found, part, &here, seen);
                5
            }
            _ => {
                wrong_kind(found, &here, "(2, 3, 5, 6, 7, 8)");
                0
            }
        };
        // Six buttons are already refused by their number.
        if width > 5 && parts.len() <= 5 {
            let message = "The specified component exceeds the maximum width";
            found.refuse(&here, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
    }
}

fn check_button(found: &mut Findings, button: &Value, at: &Spot, seen: &mut HashSet<String>) {
    const LINK: i64 = 5;
    const PREMIUM: i64 = 6;
    let Some(style) = number(found, button, at, "style", 1..=6) else {
        if present(button, "style").is_none() {
            required(found, &at.key("style"));
        }
        return;
    };
    text(found, button, at, "label", 0..=80);
    let has = |key: &str| present(button, key).is_some_and(|value| *value != "");
    if style != PREMIUM && !has("label") && !has("emoji") {
        let message = "A label or an emoji is required";
        found.refuse(at, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", message);
    }
    if style != LINK && style != PREMIUM {
        if has("custom_id") || present(button, "custom_id").is_some() {
            check_custom_id(found, button, at, seen);
        } else {
            found.refuse(&at.key("custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
        }
    } else if present(button, "custom_id").is_some() {
        let message = "A custom id and url cannot both be specified";
        found.refuse(&at.key("custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
    }
    if style == LINK {
        if has("url") {
            text(found, button, at, "url", 1..=512);
            address(found, button, at, "url", &["http", "https", "discord"]);
        } else {
            found.refuse(&at.key("url"), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required");
        }
    } else if has("url") {
        let message = "A custom id and url cannot both be specified";
        found.refuse(&at.key("url"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
    }
    if style == PREMIUM && !has("sku_id") {
        required(found, &at.key("sku_id"));
    }
}

fn check_select(found: &mut Findings, select: &Value, at: &Spot, seen: &mut HashSet<String>) {
    check_custom_id(found, select, at, seen);
    text(found, select, at, "placeholder", 0..=150);
    let least = number(found, select, at, "min_values", 0..=25).unwrap_or(1);
    let most = number(found, select, at, "max_values", 1..=25).unwrap_or(1);
    if least > most {
        let message = format!("int value should be less than or equal to {most}.");
        found.refuse(&at.key("min_values"), "NUMBER_TYPE_MAX", message);
    }
    if kind(select) != Some(STRING_SELECT) {
        return;
    }
    let options = list(select, "options");
    let at_options = at.key("options");
    bounded(found, &at_options, options.len(), &(1..=25));
    // Discord asks for at least as many options as may be chosen.
    let wanted = usize::try_from(most).unwrap_or(1).min(25);
    if (1..=25).contains(&options.len()) && options.len() < wanted {
        bounded(found, &at_options, options.len(), &(wanted..=25));
    }
    let mut values = HashSet::new();
    for (position, option) in options.iter().enumerate() {
        let here = at_options.index(position);
        required_text(found, option, &here, "label", 1..=100);
        text(found, option, &here, "description", 0..=100);
        if let Some(value) = required_text(found, option, &here, "value", 1..=100)
            && !values.insert(value)
        {
            let message = "The specified option value is already used";
            found.refuse(&here.key("value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
    let chosen = options.iter().filter(|option| option.get("default").and_then(Value::as_bool) == Some(true)).count();
    if i64::try_from(chosen).is_ok_and(|chosen| chosen > most) {
        let message = "Too many default values are specified";
        found.refuse(&at_options, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", message);
    }
}
