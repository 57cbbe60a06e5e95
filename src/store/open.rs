//! Opening a guild's database safely: whose file is it, is it sound, a backup before it changes, then migrations.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection, SqlitePool};

/// The schema, built in.
static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// "GSW1": written by the first migration.
const APPLICATION_ID: i64 = 1_196_643_121;

/// Every SQLite file begins with these bytes (sqlite.org/fileformat2.html, 1.3).
const SQLITE_MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// How long a statement waits for a lock that a reader holds.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How many readers run at once; SQLite's readers don't block each other, so a few serve many.
const READERS: u32 = 4;

/// Why a database was refused. It was not changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A file of no bytes where data is expected.
    #[error("{0} is empty; restore it from a backup, or move it away to start anew")]
    Empty(PathBuf),
    /// Not a SQLite file, or another program's.
    #[error("{0} is not a Groundswell database")]
    Foreign(PathBuf),
    /// Written by a later version.
    #[error("{0} was written by a newer version of Groundswell; run that version")]
    Newer(PathBuf),
    /// SQLite's own check found damage.
    #[error("{0} is damaged; restore it from a backup")]
    Damaged(PathBuf),
    /// The file or its folder can't be read or written.
    #[error("{0} can't be opened: {1}")]
    Io(PathBuf, std::io::Error),
    /// Anything else that SQLite says.
    #[error("{0} can't be opened: {1}")]
    Sql(PathBuf, sqlx::Error),
    /// A migration failed; it was rolled back.
    #[error("{0} can't be brought up to date: {1}")]
    Migration(PathBuf, MigrateError),
}

/// Opens `folder/groundswell.db` and gives its writer (one connection) and its readers.
pub(super) async fn open(folder: &Path) -> Result<(SqlitePool, SqlitePool), OpenError> {
    let file = folder.join("groundswell.db");
    let io = |error| OpenError::Io(file.clone(), error);
    let sql = |error| OpenError::Sql(file.clone(), error);

    make_private_folder(folder).map_err(io)?;
    let is_new = !file.try_exists().map_err(io)?;
    if !is_new {
        check_magic(&file)?;
        check_content(&file).await?;
    }

    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options(&file))
        .await
        .map_err(sql)?;
    if !is_new {
        let mut connection = writer.acquire().await.map_err(sql)?;
        if has_pending(&mut connection).await.map_err(sql)? {
            back_up(&mut connection, folder).await.map_err(sql)?;
        }
    }
    // Through the pool: over one connection, the compiler can't prove sqlx's future to be `Send`.
    MIGRATIONS.run(&writer).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => OpenError::Newer(file.clone()),
        other => OpenError::Migration(file.clone(), other),
    })?;
    let readers = SqlitePoolOptions::new().max_connections(READERS).connect_lazy_with(options(&file).read_only(true));
    Ok((writer, readers))
}

/// The settings of promises.md 3.
fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
}

/// People's fears lie here: nobody but the bot's own user may look in.
fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

fn check_magic(file: &Path) -> Result<(), OpenError> {
    let mut head = Vec::new();
    fs::File::open(file)
        .and_then(|open| open.take(16).read_to_end(&mut head))
        .map_err(|error| OpenError::Io(file.to_owned(), error))?;
    match head.as_slice() {
        [] => Err(OpenError::Empty(file.to_owned())),
        bytes if bytes == SQLITE_MAGIC => Ok(()),
        _ => Err(OpenError::Foreign(file.to_owned())),
    }
}

/// Looks without changing a byte: whose it is, whether it is sound, whether we know its schema.
async fn check_content(file: &Path) -> Result<(), OpenError> {
    let damaged = |_| OpenError::Damaged(file.to_owned());
    let plain = SqliteConnectOptions::new().filename(file).busy_timeout(BUSY_TIMEOUT);
    let mut connection = SqliteConnection::connect_with(&plain).await.map_err(damaged)?;
    let id: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut connection).await.map_err(damaged)?;
    if id != APPLICATION_ID {
        return Err(OpenError::Foreign(file.to_owned()));
    }
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check").fetch_one(&mut connection).await.map_err(damaged)?;
    if verdict != "ok" {
        return Err(OpenError::Damaged(file.to_owned()));
    }
    let newest: Option<i64> = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations")
        .fetch_one(&mut connection)
        .await
        .map_err(damaged)?;
    let known = MIGRATIONS.iter().map(|migration| migration.version).max();
    connection.close().await.map_err(damaged)?;
    if newest > known { Err(OpenError::Newer(file.to_owned())) } else { Ok(()) }
}

async fn has_pending(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    let applied: i64 = sqlx::query_scalar("SELECT count(*) FROM _sqlx_migrations").fetch_one(connection).await?;
    Ok(usize::try_from(applied).is_ok_and(|applied| applied < MIGRATIONS.iter().count()))
}

/// sqlx's migration lock does nothing on SQLite (promises.md 3), so the state before is kept.
async fn back_up(connection: &mut SqliteConnection, folder: &Path) -> sqlx::Result<()> {
    let backups = folder.join("backups");
    make_private_folder(&backups).map_err(sqlx::Error::Io)?;
    let applied: i64 =
        sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(&mut *connection).await?;
    let target = backups.join(format!("before-migration-from-{applied}.db"));
    if target.try_exists().map_err(sqlx::Error::Io)? {
        fs::remove_file(&target).map_err(sqlx::Error::Io)?;
    }
    let path = target.to_string_lossy().replace('\'', "''");
    sqlx::query(AssertSqlSafe(format!("VACUUM INTO '{path}'"))).execute(connection).await?;
    Ok(())
}
