//! Application commands as registered (docs: interactions/application-commands).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::fields::{bounded, length, number, required, required_text, text};
use super::{list, present};
use crate::sandbox::rules::refusal::{Findings, Refusal, Spot};

/// The characters that names, descriptions and values of one command may hold together.
pub const TOTAL_CHARACTERS: usize = 8000;

const CHAT_INPUT: i64 = 1;
const SUBCOMMAND: u64 = 1;
const GROUP: u64 = 2;

/// The locales of the documentation's table (docs: reference, locales).
const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
];

static NAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$").expect("a pattern that stands in code")
});

/// Checks a bulk overwrite: `commands` becomes all there is in its scope, of every type.
pub fn check_bulk(commands: &Value) -> Findings {
    let mut found = Findings::default();
    let Some(commands) = commands.as_array() else {
        found.refuse(&Spot::root(), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        return found;
    };
    for (position, command) in commands.iter().enumerate() {
        check_one(&mut found, command, &Spot::root().index(position));
    }
    check_scope(&mut found, commands.iter(), |position| Spot::root().index(position));
    found
}

/// Checks one command that is created or replaced beside the `others` of its scope.
pub fn check_create(command: &Value, others: &[Value]) -> Findings {
    let mut found = Findings::default();
    check_one(&mut found, command, &Spot::root());
    // The same name and type replaces, so that only the number is left to check.
    let key = (kind(command), name(command));
    let rest = others.iter().filter(|other| (kind(other), name(other)) != key);
    check_scope(&mut found, rest.chain([command]), |_| Spot::root());
    found
}

/// 100 slash commands, 15 user and 15 message commands per scope, each name once per type.
fn check_scope<'a>(found: &mut Findings, commands: impl Iterator<Item = &'a Value>, spot: impl Fn(usize) -> Spot) {
    let mut seen = HashSet::new();
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for (position, command) in commands.enumerate() {
        let kind = kind(command);
        *counts.entry(kind).or_default() += 1;
        if !seen.insert((kind, name(command))) {
            let message = "Application command names must be unique";
            found.refuse(&spot(position), "APPLICATION_COMMANDS_DUPLICATE_NAME", message);
        }
    }
    for (kind, count) in counts {
        let most = if kind == CHAT_INPUT { 100 } else { 15 };
        if count > most {
            let message = format!("Maximum number of application commands reached ({most})");
            found.refuse_whole(Refusal::plain(400, 30032, &message));
        }
    }
}

fn kind(command: &Value) -> i64 {
    present(command, "type").and_then(Value::as_i64).unwrap_or(CHAT_INPUT)
}

fn name(command: &Value) -> &str {
    command.get("name").and_then(Value::as_str).unwrap_or_default()
}

fn check_one(found: &mut Findings, command: &Value, at: &Spot) {
    if kind(command) == CHAT_INPUT {
        check_name(found, command, at);
        check_described(found, command, at);
        check_options(found, command, at, 0);
    } else {
        required_text(found, command, at, "name", 1..=32);
        text(found, command, at, "description", 0..=0);
    }
    check_localisations(found, command, at);
    match present(command, "default_member_permissions") {
        None => {}
        // The description says integer, the documentation and every library a string.
        Some(Value::String(bits)) if bits.parse::<u64>().is_ok() => {}
        Some(bits) if bits.is_u64() => {}
        Some(_) => found.refuse(
            &at.key("default_member_permissions"),
            "NUMBER_TYPE_COERCE",
            "Value is not a permission bit set in a string.",
        ),
    }
    for key in ["contexts", "integration_types"] {
        let values = list(command, key);
        let distinct: HashSet<String> = values.iter().map(Value::to_string).collect();
        if distinct.len() < values.len() {
            found.refuse(&at.key(key), "SET_TYPE_CONTAINS_DUPLICATES", "Must contain each value once.");
        }
    }
    if size(command) > TOTAL_CHARACTERS {
        let message = format!("Command exceeds maximum size ({TOTAL_CHARACTERS})");
        found.refuse(at, "APPLICATION_COMMAND_TOO_LARGE", message);
    }
}

fn check_name(found: &mut Findings, object: &Value, at: &Spot) {
    let Some(name) = required_text(found, object, at, "name", 1..=32) else { return };
    if !valid_name(name) {
        found.refuse(&at.key("name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
}

/// Of letters that have a lowercase form, that form must be used.
fn valid_name(name: &str) -> bool {
    NAME.is_match(name) && name.to_lowercase() == name
}

fn check_described(found: &mut Findings, object: &Value, at: &Spot) {
    if present(object, "description").is_some_and(|text| *text == "") {
        required(found, &at.key("description"));
    } else {
        required_text(found, object, at, "description", 1..=100);
    }
}

fn check_localisations(found: &mut Findings, object: &Value, at: &Spot) {
    let entries = |key: &str| object.get(key).and_then(Value::as_object).into_iter().flatten();
    for (key, most) in [("name_localizations", 32), ("description_localizations", 100)] {
        let here = at.key(key);
        for (locale, words) in entries(key) {
            let spot = here.key(locale);
            if !LOCALES.contains(&locale.as_str()) {
                found.refuse(&spot, "DICT_TYPE_KEY_CHOICES", "Key must be one of Discord's locales.");
            }
            let Some(words) = words.as_str() else {
                found.refuse(&spot, "STRING_TYPE_CONVERT", "Could not interpret the value as string.");
                continue;
            };
            bounded(found, &spot, length(words), &(1..=most));
            if key == "name_localizations" && kind(object) == CHAT_INPUT && !valid_name(words) {
                found.refuse(&spot, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
            }
        }
    }
}

/// `depth` 0 is the command, 1 a subcommand or group of it, 2 a subcommand of a group.
fn check_options(found: &mut Findings, object: &Value, at: &Spot, depth: usize) {
    let at = at.key("options");
    let options = list(object, "options");
    bounded(found, &at, options.len(), &(0..=25));
    let mut seen = HashSet::new();
    let mut optional_before = false;
    let nested = options.iter().filter(|option| is_nested(option)).count();
    if nested > 0 && nested < options.len() {
        let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        found.refuse(&at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }
    for (position, option) in options.iter().enumerate() {
        let here = at.index(position);
        check_name(found, option, &here);
        check_described(found, option, &here);
        check_localised_option(found, option, &here);
        if !seen.insert(name(option)) {
            found.refuse(&here, "APPLICATION_COMMAND_OPTIONS_NAME_EXISTS", "Option name already exists");
        }
        let needed = option.get("required").and_then(Value::as_bool).unwrap_or(false);
        if needed && optional_before {
            let message = "Required options must be placed before non-required options";
            found.refuse(&here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
        }
        optional_before |= !needed && !is_nested(option);
        match option.get("type").and_then(Value::as_u64) {
            Some(GROUP) if depth == 0 => check_options(found, option, &here, 1),
            Some(SUBCOMMAND) if depth <= 1 => check_options(found, option, &here, 2),
            Some(3..=11) => check_value_option(found, option, &here),
            Some(SUBCOMMAND | GROUP) => {
                let message = "Sub-commands can be nested in one group only";
                found.refuse(&here.key("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
            }
            _ => found.refuse(
                &here.key("type"),
                "BASE_TYPE_CHOICES",
                "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.",
            ),
        }
    }
}

fn is_nested(option: &Value) -> bool {
    matches!(option.get("type").and_then(Value::as_u64), Some(SUBCOMMAND | GROUP))
}

fn check_localised_option(found: &mut Findings, option: &Value, at: &Spot) {
    // An option's type is no command's type: its names always follow the rule of slash commands.
    let mut plain = option.clone();
    if let Some(fields) = plain.as_object_mut() {
        fields.remove("type");
    }
    check_localisations(found, &plain, at);
}

fn check_value_option(found: &mut Findings, option: &Value, at: &Spot) {
    number(found, option, at, "min_length", 0..=6000);
    number(found, option, at, "max_length", 1..=6000);
    let choices = list(option, "choices");
    let at_choices = at.key("choices");
    bounded(found, &at_choices, choices.len(), &(0..=25));
    if !choices.is_empty() && option.get("autocomplete").and_then(Value::as_bool) == Some(true) {
        let message = "Choices and autocomplete cannot both be specified";
        found.refuse(at, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE", message);
    }
    for at_choice in check_each_choice(found, choices, &at_choices) {
        found.refuse(&at_choice, CHOICE_NAME_EXISTS.0, CHOICE_NAME_EXISTS.1);
    }
}

/// Discord's code and words for a choice that is called like one before it.
pub(super) const CHOICE_NAME_EXISTS: (&str, &str) =
    ("APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Option choice name already exists");

/// Checks choices one by one, a command's or suggested ones alike, and says which are called like one before them.
pub(super) fn check_each_choice(found: &mut Findings, choices: &[Value], at: &Spot) -> Vec<Spot> {
    let mut seen = HashSet::new();
    let mut repeated = Vec::new();
    for (position, choice) in choices.iter().enumerate() {
        let here = at.index(position);
        let name = required_text(found, choice, &here, "name", 1..=100);
        match present(choice, "value") {
            None => required(found, &here.key("value")),
            Some(Value::String(_)) => drop(required_text(found, choice, &here, "value", 0..=100)),
            Some(_) => {}
        }
        if name.is_some_and(|name| !seen.insert(name)) {
            repeated.push(here);
        }
    }
    repeated
}

/// What a command counts towards [`TOTAL_CHARACTERS`]; of a localised field the longest version.
fn size(object: &Value) -> usize {
    let longest = |key: &str| {
        let own = object.get(key).and_then(Value::as_str).map_or(0, length);
        let others = object.get(format!("{key}_localizations")).and_then(Value::as_object);
        others.into_iter().flatten().filter_map(|(_, words)| words.as_str()).map(length).fold(own, usize::max)
    };
    let value = object.get("value").and_then(Value::as_str).map_or(0, length);
    let below = list(object, "options").iter().chain(list(object, "choices"));
    longest("name") + longest("description") + value + below.map(size).sum::<usize>()
}
