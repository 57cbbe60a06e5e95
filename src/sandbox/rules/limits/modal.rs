//! Modals and their text inputs (docs: interactions/receiving-and-responding, modal; components/reference).

use std::collections::HashSet;

use serde_json::Value;

use super::components::{check_custom_id, kind, wrong_kind};
use super::fields::{bounded, length, number, required, required_text, text};
use super::{list, present};
use crate::sandbox::rules::refusal::{Findings, Spot};

const ACTION_ROW: u64 = 1;
const TEXT_INPUT: u64 = 4;
const TEXT_DISPLAY: u64 = 10;
const LABEL: u64 = 18;

/// Checks a modal whose fields lie at `spot`, normally `data` of a callback.
pub(super) fn check(found: &mut Findings, modal: &Value, spot: &Spot) {
    required_text(found, modal, spot, "custom_id", 1..=100);
    required_text(found, modal, spot, "title", 1..=45);
    let at = spot.key("components");
    let parts = list(modal, "components");
    // The description says 40, the documentation 1–5; Discord holds the documentation's.
    bounded(found, &at, parts.len(), &(1..=5));
    let mut seen = HashSet::new();
    for (position, part) in parts.iter().enumerate() {
        let here = at.index(position);
        match kind(part) {
            Some(ACTION_ROW) => check_row(found, part, &here, &mut seen),
            Some(LABEL) => check_label(found, part, &here, &mut seen),
            Some(TEXT_DISPLAY) => drop(required_text(found, part, &here, "content", 1..=4000)),
            _ => wrong_kind(found, &here, "(1, 10, 18)"),
        }
    }
}

/// A row of a modal holds one text input, and that carries its own label.
fn check_row(found: &mut Findings, row: &Value, at: &Spot, seen: &mut HashSet<String>) {
    let at = at.key("components");
    let parts = list(row, "components");
    if parts.is_empty() {
        bounded(found, &at, 0, &(1..=5));
    }
    for (position, part) in parts.iter().enumerate() {
        let here = at.index(position);
        if position > 0 {
            let message = "The specified component exceeds the maximum width";
            found.refuse(&here, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
        if kind(part) != Some(TEXT_INPUT) {
            wrong_kind(found, &here, "(4,)");
            continue;
        }
        required_text(found, part, &here, "label", 1..=45);
        check_input(found, part, &here, seen);
    }
}

fn check_label(found: &mut Findings, label: &Value, at: &Spot, seen: &mut HashSet<String>) {
    required_text(found, label, at, "label", 1..=45);
    text(found, label, at, "description", 0..=100);
    let here = at.key("component");
    match present(label, "component") {
        None => required(found, &here),
        Some(input) if kind(input) == Some(TEXT_INPUT) => {
            if present(input, "label").is_some() {
                let message = "A text input inside a label cannot carry one of its own";
                found.refuse(&here.key("label"), "TEXT_INPUT_COMPONENT_LABEL_NOT_ALLOWED", message);
            }
            check_input(found, input, &here, seen);
        }
        Some(other) if matches!(kind(other), Some(3 | 5..=8 | 19 | 21..=23)) => {
            check_custom_id(found, other, &here, seen);
        }
        Some(_) => wrong_kind(found, &here, "(3, 4, 5, 6, 7, 8, 19, 21, 22, 23)"),
    }
}

fn check_input(found: &mut Findings, input: &Value, at: &Spot, seen: &mut HashSet<String>) {
    check_custom_id(found, input, at, seen);
    if present(input, "style").is_none() {
        required(found, &at.key("style"));
    }
    number(found, input, at, "style", 1..=2);
    text(found, input, at, "placeholder", 0..=100);
    let least = number(found, input, at, "min_length", 0..=4000).unwrap_or(0);
    let most = number(found, input, at, "max_length", 1..=4000).unwrap_or(4000);
    if least > most {
        let message = format!("int value should be less than or equal to {most}.");
        found.refuse(&at.key("min_length"), "NUMBER_TYPE_MAX", message);
    }
    // What is filled in beforehand must be something that could have been typed. An empty text is no text.
    if let Some(value) = present(input, "value").and_then(Value::as_str).filter(|value| !value.is_empty()) {
        let bound = |limit: i64| usize::try_from(limit).unwrap_or(0).min(4000);
        bounded(found, &at.key("value"), length(value), &(bound(least)..=bound(most)));
    }
}
