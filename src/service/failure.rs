//! What can go wrong: something that the person can mend, told in a sentence of `messages/`, or a fault of ours.

use crate::store::{self, StoreError};
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

impl Failure {
    /// Nothing could be written: the disk is full, broken or read-only.
    pub fn is_disk_trouble(&self) -> bool {
        let Self::Internal(error) = self else { return false };
        error.chain().filter_map(|cause| cause.downcast_ref::<StoreError>()).any(store::is_disk_trouble)
    }
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

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Internal(error.into())
    }
}
