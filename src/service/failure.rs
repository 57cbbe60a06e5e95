//! What can go wrong: something that the person can mend, told in a sentence of `messages/`, or a fault of ours.

use crate::texts::Values;

/// The end of a use case that did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The person can mend it, or must know it.
    #[error("{}", .0.key)]
    User(UserError),
    /// A fault of ours or of the machine: told as an incident, logged without ids and texts.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

/// A sentence for the person: a key into `messages/` with its values. What was wrong, what to do, what was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserError {
    /// The key, such as `setup.error.name_taken`.
    pub key: &'static str,
    /// Its values, escaped already where people wrote them.
    pub values: Values,
}

impl UserError {
    /// A sentence without values.
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Values::default() }
    }

    /// A sentence with values.
    pub fn with(key: &'static str, values: Values) -> Self {
        Self { key, values }
    }
}

impl From<UserError> for Failure {
    fn from(error: UserError) -> Self {
        Self::User(error)
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Internal(error.into())
    }
}
