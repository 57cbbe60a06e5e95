//! What was given with a command. Reading is pure; a value of the wrong kind reads as absent.

use std::str::FromStr;

use crate::discord::incoming::CommandOption;

/// Kinds of options (discord-api-docs `interactions/application-commands`).
const SUB_COMMAND: u8 = 1;
const SUB_COMMAND_GROUP: u8 = 2;

/// The options of the sub-command that was run.
#[derive(Clone, Copy)]
pub struct Options<'a>(&'a [CommandOption]);

impl<'a> Options<'a> {
    /// A text, or a choice.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.find(name)?.value.as_str()
    }

    /// A whole number.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.find(name)?.value.as_i64()
    }

    /// Yes or no.
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.find(name)?.value.as_bool()
    }

    /// A role or channel by its id, or a choice by its code.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name)?.parse().ok()
    }

    /// The option that the person is typing in, and what stands there so far.
    pub fn focused(&self) -> Option<(&'a str, &'a str)> {
        let option = self.0.iter().find(|option| option.focused)?;
        Some((&option.name, option.value.as_str().unwrap_or_default()))
    }

    fn find(&self, name: &str) -> Option<&'a CommandOption> {
        self.0.iter().find(|option| option.name == name)
    }
}

/// Goes down through group and sub-command: their names, then the options.
pub(super) fn descend(options: &[CommandOption]) -> (Vec<&str>, Options<'_>) {
    let mut path = Vec::new();
    let mut level = options;
    while let [only] = level
        && matches!(only.kind, SUB_COMMAND | SUB_COMMAND_GROUP)
    {
        path.push(only.name.as_str());
        level = &only.options;
    }
    (path, Options(level))
}
