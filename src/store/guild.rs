//! One guild's database: one writer that always begins IMMEDIATE, and a small pool of readers.

use std::path::{Path, PathBuf};

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};

use super::open::{self, Found, OpenError};

/// A write transaction. Dropped without `commit`, it leaves no trace.
pub type Tx = Transaction<'static, Sqlite>;

/// One guild's store.
#[derive(Debug)]
pub struct GuildStore {
    folder: PathBuf,
    writer: SqlitePool,
    readers: SqlitePool,
}

impl GuildStore {
    /// Opens, checks and migrates the database in `folder`; makes it where there is none.
    pub async fn open(folder: &Path) -> Result<Self, OpenError> {
        Self::open_found(folder, open::inspect(folder).await?).await
    }

    /// The same for a folder that was inspected just now.
    pub(super) async fn open_found(folder: &Path, found: Found) -> Result<Self, OpenError> {
        let (writer, readers) = open::open(folder, found).await?;
        Ok(Self { folder: folder.to_owned(), writer, readers })
    }

    /// Begins a write transaction at once (IMMEDIATE). There is one writer: a second one waits here.
    ///
    /// Nothing may call the network while it is open.
    pub async fn begin(&self) -> sqlx::Result<Tx> {
        self.writer.begin_with("BEGIN IMMEDIATE").await
    }

    /// A connection that can only read.
    pub async fn reader(&self) -> sqlx::Result<PoolConnection<Sqlite>> {
        self.readers.acquire().await
    }

    /// The writer outside a transaction, for the two statements of the seal that can't run in one
    /// (`VACUUM`, `wal_checkpoint`).
    pub async fn maintenance(&self) -> sqlx::Result<PoolConnection<Sqlite>> {
        self.writer.acquire().await
    }

    /// The guild's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of its key files.
    pub fn keys_folder(&self) -> PathBuf {
        self.folder.join("keys")
    }

    /// Closes both pools; the last connection empties the write-ahead log.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}
