//! Judges a body as Discord does, which takes numeric strings where the description says integer
//! (discord-api-spec, README; `default_member_permissions` is the case that every library needs).

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use serde_json::Value;

/// What is wrong with `body`, as JSON pointer and sentence each, after numeric strings were taken as the integers
/// that are wanted where they stand.
pub fn errors(validator: &Validator, body: &Value) -> Vec<(String, String)> {
    let mut body = body.clone();
    // Each round turns at least one text into a number, and a number is never turned again.
    loop {
        let mut numbers = Vec::new();
        let mut found = Vec::new();
        for error in validator.iter_errors(&body) {
            let at = error.instance_path().as_str().to_owned();
            match wanted_number(&error) {
                Some(number) => numbers.push((at, number)),
                None => found.push((at, error.to_string())),
            }
        }
        if numbers.is_empty() {
            return found;
        }
        for (at, number) in numbers {
            if let Some(place) = body.pointer_mut(&at) {
                *place = Value::from(number);
            }
        }
    }
}

/// The number that stands as text where an integer is wanted.
fn wanted_number(error: &ValidationError<'_>) -> Option<i64> {
    let number = error.instance().as_str()?.parse().ok()?;
    let wanted = match error.kind() {
        ValidationErrorKind::Type { kind: TypeKind::Single(kind) } => *kind == JsonType::Integer,
        ValidationErrorKind::Type { kind: TypeKind::Multiple(kinds) } => kinds.contains(JsonType::Integer),
        ValidationErrorKind::Enum { options } => {
            options.as_array().is_some_and(|options| options.iter().all(Value::is_i64))
        }
        _ => false,
    };
    wanted.then_some(number)
}
