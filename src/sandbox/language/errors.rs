//! Why an act came to nothing, as the person would experience it.

use std::time::Duration;

/// An act that a client wouldn't allow, or that the bot left unanswered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActError {
    /// No answer within three seconds; the person reads this very sentence.
    #[error("The application did not respond")]
    DidNotRespond,
    /// The answer was deferred and nothing followed.
    #[error("the application is still thinking after {0:?}")]
    StillThinking(Duration),
    /// There is no such command, or not with this subcommand.
    #[error("there is no command /{name}; there are: {there}")]
    NoSuchCommand {
        /// What was typed.
        name: String,
        /// The full names of all commands.
        there: String,
    },
    /// The command is hidden from this member by its default permissions.
    #[error("/{0} is hidden from this member")]
    Hidden(String),
    /// The person is not in the guild, or sees no channel in which they may use commands.
    #[error("there is no channel in which this person may use commands")]
    Nowhere,
    /// The command has no such option.
    #[error("/{command} has no option {option}")]
    NoSuchOption {
        /// The full name of the command.
        command: String,
        /// What was given.
        option: String,
    },
    /// A required option was left out.
    #[error("/{command} needs the option {option}")]
    MissingOption {
        /// The full name of the command.
        command: String,
        /// What is missing.
        option: String,
    },
    /// The client would not take this value.
    #[error("{value:?} is no value for {place}: {why}")]
    WrongValue {
        /// The option, select or field.
        place: String,
        /// What was given.
        value: String,
        /// What would do.
        why: String,
    },
    /// The message is gone, or this person can't see it.
    #[error("this person can't see the message")]
    CannotSee,
    /// The message has no such control.
    #[error("there is no {wanted:?}; there are: {there}")]
    NoSuchControl {
        /// What was looked for.
        wanted: String,
        /// The labels of all controls.
        there: String,
    },
    /// The control is greyed out.
    #[error("{0:?} is disabled")]
    Disabled(String),
    /// The answer was no message with controls, or no form.
    #[error("there is nothing to act on")]
    NothingThere,
}
