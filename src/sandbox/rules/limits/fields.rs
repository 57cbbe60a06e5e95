//! Checks of single fields, with Discord's codes and sentences.

use std::ops::RangeInclusive;

use serde_json::Value;

use super::present;
use crate::sandbox::rules::refusal::{Findings, Spot};

/// The length in code points.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// Says that a field is missing.
pub fn required(found: &mut Findings, at: &Spot) {
    found.refuse(at, "BASE_TYPE_REQUIRED", "This field is required");
}

/// Checks a length, of text in code points or of a list in entries.
pub fn bounded(found: &mut Findings, at: &Spot, length: usize, bounds: &RangeInclusive<usize>) {
    let (least, most) = (*bounds.start(), *bounds.end());
    if bounds.contains(&length) {
        return;
    }
    if least == 0 {
        found.refuse(at, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
    } else {
        found.refuse(at, "BASE_TYPE_BAD_LENGTH", format!("Must be between {least} and {most} in length."));
    }
}

/// Checks the text at `key` when it is there, and hands it out when it is text.
pub fn text<'a>(
    found: &mut Findings,
    object: &'a Value,
    spot: &Spot,
    key: &str,
    bounds: RangeInclusive<usize>,
) -> Option<&'a str> {
    let value = present(object, key)?;
    let at = spot.key(key);
    let Some(text) = value.as_str() else {
        found.refuse(&at, "STRING_TYPE_CONVERT", format!("Could not interpret \"{value}\" as string."));
        return None;
    };
    bounded(found, &at, length(text), &bounds);
    Some(text)
}

/// As [`text`], and says so when it is missing.
pub fn required_text<'a>(
    found: &mut Findings,
    object: &'a Value,
    spot: &Spot,
    key: &str,
    bounds: RangeInclusive<usize>,
) -> Option<&'a str> {
    if present(object, key).is_none() {
        required(found, &spot.key(key));
        return None;
    }
    text(found, object, spot, key, bounds)
}

/// Checks the whole number at `key` when it is there, and hands it out when it is within bounds; numeric strings
/// count, as Discord's description promises.
pub fn number(
    found: &mut Findings,
    object: &Value,
    spot: &Spot,
    key: &str,
    bounds: RangeInclusive<i64>,
) -> Option<i64> {
    let value = present(object, key)?;
    let at = spot.key(key);
    let number = value.as_i64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
    let Some(number) = number else {
        found.refuse(&at, "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not int."));
        return None;
    };
    if number < *bounds.start() {
        let least = bounds.start();
        found.refuse(&at, "NUMBER_TYPE_MIN", format!("int value should be greater than or equal to {least}."));
    } else if number > *bounds.end() {
        let most = bounds.end();
        found.refuse(&at, "NUMBER_TYPE_MAX", format!("int value should be less than or equal to {most}."));
    }
    bounds.contains(&number).then_some(number)
}

/// Checks that the web address at `key`, when it is there, has one of `schemes`.
pub fn address(found: &mut Findings, object: &Value, spot: &Spot, key: &str, schemes: &[&str]) {
    let Some(address) = text(found, object, spot, key, 0..=2048) else { return };
    let at = spot.key(key);
    match address.split_once("://") {
        Some((scheme, rest)) if !rest.is_empty() && schemes.contains(&scheme.to_ascii_lowercase().as_str()) => {}
        Some((scheme, rest)) if !rest.is_empty() => {
            let wanted = schemes.iter().map(|scheme| format!("'{scheme}'")).collect::<Vec<_>>().join(", ");
            found.refuse(&at, "URL_TYPE_INVALID_SCHEME", format!("Scheme \"{scheme}\" must be one of ({wanted})."));
        }
        _ => found.refuse(&at, "URL_TYPE_INVALID_URL", "Not a well formed URL."),
    }
}
