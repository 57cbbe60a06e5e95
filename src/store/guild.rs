//! One guild's database: one writer that always begins IMMEDIATE, and a small pool of readers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};

use super::answer_batches::Batches;
use super::open::{self, Found, OpenError};

/// A write transaction. Dropped without `commit`, it leaves no trace.
pub type Tx = Transaction<'static, Sqlite>;

/// One guild's store.
#[derive(Debug)]
pub struct GuildStore {
    folder: PathBuf,
    writer: SqlitePool,
    readers: SqlitePool,
    batches: Arc<Batches>,
}

impl GuildStore {
    /// Opens, checks and migrates the database in `folder`; makes it where there is none.
    pub async fn open(folder: &Path) -> Result<Self, OpenError> {
        Self::open_found(folder, open::inspect(folder).await?).await
    }

    /// The same for a folder that was inspected just now.
    pub(super) async fn open_found(folder: &Path, found: Found) -> Result<Self, OpenError> {
        let (writer, readers) = open::open(folder, found).await?;
        Ok(Self { folder: folder.to_owned(), writer, readers, batches: Arc::default() })
    }

    /// Begins a write transaction at once (IMMEDIATE). There is one writer: a second one waits here.
    ///
    /// Nothing may call the network while it is open.
    pub async fn begin(&self) -> sqlx::Result<Tx> {
        begin(&self.writer).await
    }

    /// A connection that can only read.
    pub async fn reader(&self) -> sqlx::Result<PoolConnection<Sqlite>> {
        self.readers.acquire().await
    }

    pub(super) fn writer(&self) -> &SqlitePool {
        &self.writer
    }

    pub(super) fn batches(&self) -> &Arc<Batches> {
        &self.batches
    }

    /// Writes the database anew, without free pages (`VACUUM`): the fourth step of a seal.
    pub async fn rewrite(&self) -> sqlx::Result<()> {
        let mut writer = self.writer.acquire().await?;
        sqlx::query("VACUUM").execute(&mut *writer).await?;
        Ok(())
    }

    /// Moves the whole write-ahead log into the database and empties it. Says whether that worked: a reader that is
    /// still at an older state stands in the way (sqlite.org/pragma.html, "wal_checkpoint").
    pub async fn empty_log(&self) -> sqlx::Result<bool> {
        let mut writer = self.writer.acquire().await?;
        // Others wait for the writer meanwhile, so a reader in the way is given little time.
        sqlx::query("PRAGMA busy_timeout = 300").execute(&mut *writer).await?;
        let emptied = Self::truncate_log(&mut writer).await;
        sqlx::query("PRAGMA busy_timeout = 5000").execute(&mut *writer).await?;
        let left = std::fs::metadata(self.folder.join("groundswell.db-wal")).map_or(0, |log| log.len());
        Ok(emptied? && left == 0)
    }

    async fn truncate_log(writer: &mut PoolConnection<Sqlite>) -> sqlx::Result<bool> {
        let (busy, _, _): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut **writer).await?;
        Ok(busy == 0)
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

/// Begins a write transaction at once.
///
/// On a full disk SQLite may end a transaction by itself (sqlite.org/lang_transaction.html, "Response To Errors Within A
/// Transaction"). sqlx counts on, and refuses every later one on that connection: it is closed, and another one begins.
pub(super) async fn begin(writer: &SqlitePool) -> sqlx::Result<Tx> {
    match writer.begin_with("BEGIN IMMEDIATE").await {
        Err(sqlx::Error::InvalidSavePointStatement) => {
            writer.acquire().await?.close().await.ok();
            writer.begin_with("BEGIN IMMEDIATE").await
        }
        begun => begun,
    }
}
