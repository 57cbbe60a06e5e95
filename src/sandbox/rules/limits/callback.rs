//! Answers to interactions: which kind may answer what, and what it may hold
//! (docs: interactions/receiving-and-responding).

use serde_json::Value;

use super::commands::{CHOICE_NAME_EXISTS, check_each_choice};
use super::fields::{bounded, required};
use super::files::UploadedFile;
use super::{bits, list, message, modal, present};
use crate::sandbox::rules::refusal::{Findings, Spot};

/// What is being answered. The numbers are Discord's interaction types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Discord asks whether anybody is there (1).
    Ping,
    /// A slash, user or message command (2).
    Command,
    /// A button or a select on a message (3).
    Component,
    /// Suggestions for an option that is being typed (4).
    Autocomplete,
    /// A submitted modal (5); `on_message` when a component had opened it.
    Modal {
        /// Whether it was opened from a message's component, so that the message can be updated.
        on_message: bool,
    },
}

impl Question {
    /// The callback types that may answer it, and the sentence's list of them.
    fn answers(self) -> &'static [u64] {
        match self {
            Self::Ping => &[1],
            Self::Command => &[4, 5, 9, 12],
            Self::Component => &[4, 5, 6, 7, 9, 12],
            Self::Autocomplete => &[8],
            Self::Modal { on_message: false } => &[4, 5, 12],
            Self::Modal { on_message: true } => &[4, 5, 6, 7, 12],
        }
    }
}

/// Checks the body of `POST /interactions/{id}/{token}/callback`; `before` is the message that a component or its
/// modal stands on, `Value::Null` where there is none.
pub fn check(body: &Value, files: &[UploadedFile], question: Question, before: &Value) -> Findings {
    let mut found = Findings::default();
    let Some(kind) = present(body, "type") else {
        required(&mut found, &Spot::root().key("type"));
        return found;
    };
    let kind = kind.as_u64().unwrap_or(0);
    let allowed = question.answers();
    if !allowed.contains(&kind) {
        let allowed = allowed.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
        let message = format!("Value must be one of {{{allowed}}}.");
        found.refuse(&Spot::root().key("type"), "BASE_TYPE_CHOICES", message);
        return found;
    }
    let at = Spot::root().key("data");
    let data = present(body, "data");
    if data.is_none() && matches!(kind, 4 | 7 | 8 | 9) {
        required(&mut found, &at);
        return found;
    }
    let data = data.unwrap_or(&Value::Null);
    match kind {
        4 => message::check_new(&mut found, data, &at, files),
        7 => message::check_change(&mut found, data, &at, files, before),
        8 => check_choices(&mut found, data, &at),
        9 => modal::check(&mut found, data, &at),
        // Discord takes other flags on a deferral and forgets them.
        5 if bits(data, "flags") & !message::EPHEMERAL != 0 => found.note_house("flag_lost", &at.key("flags")),
        _ => {}
    }
    found
}

fn check_choices(found: &mut Findings, data: &Value, spot: &Spot) {
    let at = spot.key("choices");
    let choices = list(data, "choices");
    if present(data, "choices").is_none() {
        required(found, &at);
    }
    bounded(found, &at, choices.len(), &(0..=25));
    for at_choice in check_each_choice(found, choices, &at) {
        found.refuse(&at_choice.key("name"), CHOICE_NAME_EXISTS.0, CHOICE_NAME_EXISTS.1);
    }
}
