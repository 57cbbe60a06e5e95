//! The only SQL. One folder and one SQLite file per guild; a request opens its own guild's store and no other.
//!
//! It never decides: rights, rules and words are the services' business. Row structs stay private to their file.
//! Functions are named `find_` (may be missing), `get_` (must exist), `list_`, `insert_`, `mark_`.

pub mod audit;
pub mod company;
pub mod departments;
mod folder;
mod guild;
mod open;

pub use folder::{DataFolder, FolderError};
pub use guild::{GuildStore, Tx};
pub use open::OpenError;

use chrono::{DateTime, Utc};

/// A moment as the tables hold it: whole seconds since 1970, UTC.
pub(crate) fn to_seconds(at: DateTime<Utc>) -> i64 {
    at.timestamp()
}

/// Reads what [`to_seconds`] wrote.
pub(crate) fn from_seconds(seconds: i64) -> anyhow::Result<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0).ok_or_else(|| anyhow::anyhow!("a stored time is out of range"))
}
