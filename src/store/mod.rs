//! The only SQL. One folder and one SQLite file per guild; a request opens its own guild's store and no other.
//!
//! It never decides: rights, rules and words are the services' business. Row structs stay private to their file.
//! Functions are named `find_` (may be missing), `get_` (must exist), `list_`, `insert_`, `mark_`.

pub mod announcements;
mod answer_batches;
pub mod answers;
pub mod approvals;
pub mod audit;
pub mod cascades;
pub mod changes;
pub mod company;
pub mod contact;
pub mod deliveries;
pub mod departments;
pub mod departure;
mod folder;
pub mod follow_ups;
mod guild;
pub mod notices;
pub mod occurrences;
mod open;
pub mod outbox;
pub mod personal;
pub mod posts;
pub mod pulse_series;
pub mod questions;
pub mod reach;
pub mod replies;
pub mod reports;
pub mod responses;
pub mod rounds;
pub mod snapshots;
pub mod wave_posts;
pub mod waves;

pub use answer_batches::Unwritten;
pub use folder::{DataFolder, FolderError, inspect};
pub use guild::{GuildStore, Tx};
pub use open::{Found, OpenError};

use chrono::{DateTime, Utc};
/// What SQLite or its driver says when a statement fails.
pub use sqlx::Error as StoreError;
/// What every function here takes: a reader, or a transaction.
pub use sqlx::SqliteConnection as StoreConnection;

/// Whether nothing could be written because the disk is full, broken or read-only: SQLITE_FULL (13), SQLITE_IOERR
/// (10), SQLITE_READONLY (8); extended codes keep the primary one in their lowest byte (sqlite.org/rescode.html).
pub fn is_disk_trouble(error: &StoreError) -> bool {
    let StoreError::Database(error) = error else { return false };
    let code = error.code().and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 8 | 10 | 13))
}

/// What kind of trouble it is, in words fixed in the code: SQLite's own sentences may quote values.
pub fn describe(error: &StoreError) -> String {
    match error {
        StoreError::Database(error) => format!("SQLite says {}", error.code().unwrap_or_default()),
        StoreError::RowNotFound => "a row is missing".to_owned(),
        StoreError::Io(error) => format!("the disk says {}", error.kind()),
        StoreError::PoolTimedOut => "no connection was free in time".to_owned(),
        StoreError::PoolClosed => "the store is closed".to_owned(),
        StoreError::ColumnDecode { .. } | StoreError::Decode(_) => "a stored value can't be read".to_owned(),
        _ => "the store failed".to_owned(),
    }
}

/// A moment as the tables hold it: whole seconds since 1970, UTC.
pub(crate) fn to_seconds(at: DateTime<Utc>) -> i64 {
    at.timestamp()
}

/// Reads what [`to_seconds`] wrote.
pub(crate) fn from_seconds(seconds: i64) -> anyhow::Result<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0).ok_or_else(|| anyhow::anyhow!("a stored time is out of range"))
}
