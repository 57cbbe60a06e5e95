//! What can be wrong with the settings, and where. Each fault is one line that says what to do about it.

use std::fmt;
use std::path::PathBuf;

use thiserror::Error;

/// Where a setting was written. Places order as they are listed: the file by line, then the environment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Nowhere: it is missing.
    Start,
    /// A file as a whole.
    File(PathBuf),
    /// A line of a file, counted from 1.
    Line(PathBuf, usize),
    /// A variable of the environment.
    Variable(&'static str),
}

impl Place {
    /// The fault (or warning) that `problem` is at this place.
    pub(super) fn with(self, problem: Problem) -> SettingsFault {
        SettingsFault { place: self, problem }
    }
}

/// One fault: shown as `groundswell.toml:3: …`, on one line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct SettingsFault {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

impl fmt::Display for SettingsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Start => {}
            Place::File(path) => write!(f, "{}: ", path.display())?,
            Place::Line(path, line) => write!(f, "{}:{line}: ", path.display())?,
            Place::Variable(name) => write!(f, "{name}: ")?,
        }
        write!(f, "{}", self.problem)
    }
}

/// What is wrong, for the operator. No variant holds a token or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// No token was given.
    #[error("no bot token: set DISCORD_TOKEN, or discord.token_file in groundswell.toml to a file that holds it")]
    NoToken,
    /// The token has no token's shape; it is not quoted.
    #[error("the bot token {0}; copy it again from the application's Bot page on Discord's developer portal")]
    TokenShape(&'static str),
    /// The token was written into the file itself.
    #[error("the token does not belong in this file: use DISCORD_TOKEN, or discord.token_file with a file of its own")]
    TokenInFile,
    /// The token's file is open to others.
    #[error("{0} can be read by other users of this machine: chmod 600 it")]
    TokenFileOpen(String),
    /// A file that was named can't be read.
    #[error("can't read {0}: {1}")]
    Unreadable(String, String),
    /// The file is no TOML at this place.
    #[error("not valid TOML: {0}")]
    Syntax(String),
    /// A key that means nothing here.
    #[error("unknown key {key:?}{}", .near.map(|near| format!("; did you mean {near:?}?")).unwrap_or_default())]
    UnknownKey {
        /// The key as written, with the tables around it.
        key: String,
        /// The known key nearest to it, if one is near.
        near: Option<&'static str>,
    },
    /// A value of another type than text.
    #[error("{key} must be text in quotes, not {found}")]
    NotText {
        /// The key.
        key: String,
        /// The type found, in TOML's words.
        found: &'static str,
    },
    /// A key that is a table was given a value.
    #[error("{0} is a table: write [{0}] and its keys below")]
    NotTable(String),
    /// A key with nothing in it.
    #[error("{0} is empty: give it a value or remove the line")]
    Empty(&'static str),
    /// Not an address of an API.
    #[error("{0:?} is not an API address: {1}; give scheme, host and port, as in https://discord.com")]
    ApiBase(String, &'static str),
    /// The token would travel unencrypted.
    #[error("{0} is neither encrypted nor on this machine: the token travels readable")]
    TokenInTheClear(String),
    /// A folder was named and something else is there, or nothing.
    #[error("{0:?} is {1}")]
    Folder(String, &'static str),
    /// No log filter.
    #[error("{0:?} is not a log filter: use error, warn, info, debug or trace, or groundswell::scheduler=debug")]
    Log(String),
    /// No log format.
    #[error("{0:?} is not a log format: use text or json")]
    LogFormat(String),
    /// No address and port.
    #[error("{0:?} is not an address with a port: use 127.0.0.1:9100 or [::1]:9100")]
    Address(String),
    /// The health page must stay on this machine.
    #[error("{0} is not on this machine's loopback: the health page is never served to others; use 127.0.0.1")]
    NotLoopback(String),
}
