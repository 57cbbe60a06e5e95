//! What can go wrong: something that the person can mend, told in a sentence of `messages/`, or a fault of ours.

use super::ports::ChatError;
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
    /// What went wrong, for the log: kinds, codes and sentences fixed in the code; never a value, which could be an id
    /// or a text (promises.md P12).
    pub fn cause(&self) -> String {
        let Self::Internal(error) = self else { return self.to_string() };
        let fixed = error.downcast_ref::<&'static str>().map(|message| (*message).to_owned());
        let known = error.chain().filter_map(|cause| {
            if let Some(error) = cause.downcast_ref::<StoreError>() {
                Some(store::describe(error))
            } else if let Some(unwritten) = cause.downcast_ref::<store::Unwritten>() {
                Some(unwritten.to_string())
            } else if let Some(error) = cause.downcast_ref::<store::OpenError>() {
                Some(error.kind().to_owned())
            } else if let Some(error) = cause.downcast_ref::<ChatError>() {
                Some(error.to_string())
            } else if let Some(error) = cause.downcast_ref::<std::io::Error>() {
                Some(format!("the system says {}", error.kind()))
            } else {
                cause.downcast_ref::<serde_json::Error>().map(|_| "stored JSON can't be read".to_owned())
            }
        });
        let parts: Vec<String> = fixed.into_iter().chain(known).collect();
        if parts.is_empty() { "(withheld)".to_owned() } else { parts.join(": ") }
    }

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

#[cfg(test)]
mod tests {
    use anyhow::{Context, anyhow};

    use super::*;

    fn cause(error: anyhow::Error) -> String {
        Failure::from(error).cause()
    }

    #[test]
    fn a_cause_is_told_by_kind_and_never_by_value() {
        let marker = "what somebody wrote";
        assert_eq!(cause(anyhow!("a sentence of ours")), "a sentence of ours");
        assert_eq!(cause(anyhow!("read {marker}")), "(withheld)");
        let path = std::path::PathBuf::from("data/175928847299117063/groundswell.db");
        assert_eq!(cause(store::OpenError::Damaged(path).into()), "the database is damaged");
        let nested = Err::<(), _>(StoreError::RowNotFound).context("the settings").expect_err("failed");
        assert_eq!(cause(nested), "the settings: a row is missing");
        let decoded = StoreError::Decode(marker.into());
        assert_eq!(cause(decoded.into()), "a stored value can't be read");
    }
}
