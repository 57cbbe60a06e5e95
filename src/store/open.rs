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

/// A guild's database.
const FILE: &str = "groundswell.db";

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
    #[error("{0} can't be opened")]
    Io(PathBuf, #[source] std::io::Error),
    /// Anything else that SQLite says.
    #[error("{0} can't be opened")]
    Sql(PathBuf, #[source] sqlx::Error),
    /// A migration failed; it was rolled back.
    #[error("{0} can't be brought up to date")]
    Migration(PathBuf, #[source] MigrateError),
}

impl OpenError {
    /// What kind of trouble it is, without the path: a guild's id is in that.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Empty(_) => "the database is empty",
            Self::Foreign(_) => "the database is not ours",
            Self::Newer(_) => "the database is newer",
            Self::Damaged(_) => "the database is damaged",
            Self::Io(..) => "the database can't be read or written",
            Self::Sql(..) => "the database can't be opened",
            Self::Migration(..) => "the database can't be brought up to date",
        }
    }
}

/// What lies in a guild's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// No database yet.
    Nothing,
    /// A sound one that this version knows.
    Current,
    /// A sound one of an earlier version; opening it brings it up to date.
    Earlier,
}

/// Looks at `folder/groundswell.db` without changing a byte of it.
pub(super) async fn inspect(folder: &Path) -> Result<Found, OpenError> {
    let file = folder.join(FILE);
    if !file.try_exists().map_err(|error| OpenError::Io(file.clone(), error))? {
        return Ok(Found::Nothing);
    }
    check_magic(&file)?;
    check_content(&file).await
}

/// Opens `folder/groundswell.db`, which was inspected, and gives its writer (one connection) and its readers.
pub(super) async fn open(folder: &Path, found: Found) -> Result<(SqlitePool, SqlitePool), OpenError> {
    let file = folder.join(FILE);
    let io = |error| OpenError::Io(file.clone(), error);
    let sql = |error| OpenError::Sql(file.clone(), error);

    make_private_folder(folder).map_err(io)?;
    if found == Found::Nothing {
        make(&file).await?;
    }
    let writer = writer(&file).await?;
    if found == Found::Earlier {
        let mut connection = writer.acquire().await.map_err(sql)?;
        back_up(&mut connection, folder).await.map_err(sql)?;
    }
    migrate(&file, &writer).await?;
    let readers = pool(READERS).connect_lazy_with(options(&file).read_only(true));
    Ok((writer, readers))
}

/// Makes a database beside its place and moves it there: a process that dies meanwhile leaves no half of one.
async fn make(file: &Path) -> Result<(), OpenError> {
    let io = |error| OpenError::Io(file.to_owned(), error);
    let beside = file.with_extension("db.new");
    for leftover in ["", "-wal", "-shm"] {
        let mut path = beside.clone().into_os_string();
        path.push(leftover);
        match fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(error)),
            _ => {}
        }
    }
    let pool = writer(&beside).await?;
    migrate(&beside, &pool).await?;
    pool.close().await;
    fs::File::open(&beside).and_then(|made| made.sync_all()).map_err(io)?;
    fs::rename(&beside, file).map_err(io)?;
    let folder = file.parent().expect("the file lies in a folder");
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(io)
}

async fn writer(file: &Path) -> Result<SqlitePool, OpenError> {
    let pool = pool(1).idle_timeout(None).max_lifetime(None);
    pool.connect_with(options(file)).await.map_err(|error| OpenError::Sql(file.to_owned(), error))
}

/// A connection to a file needs no asking whether it is still there before each use.
fn pool(most: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new().max_connections(most).test_before_acquire(false)
}

async fn migrate(file: &Path, writer: &SqlitePool) -> Result<(), OpenError> {
    // Through the pool: over one connection, the compiler can't prove sqlx's future to be `Send`.
    MIGRATIONS.run(writer).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => OpenError::Newer(file.to_owned()),
        other => OpenError::Migration(file.to_owned(), other),
    })
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
async fn check_content(file: &Path) -> Result<Found, OpenError> {
    let trouble = |error| trouble(file, error);
    // Only a write-ahead log that a crash or a running process left makes SQLite's files beside it necessary.
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let is_alone = !Path::new(&log).exists();
    let look =
        SqliteConnectOptions::new().filename(file).read_only(true).immutable(is_alone).busy_timeout(BUSY_TIMEOUT);
    let mut connection = SqliteConnection::connect_with(&look).await.map_err(trouble)?;
    let id: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut connection).await.map_err(trouble)?;
    if id != APPLICATION_ID {
        return Err(OpenError::Foreign(file.to_owned()));
    }
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check").fetch_one(&mut connection).await.map_err(trouble)?;
    if verdict != "ok" {
        return Err(OpenError::Damaged(file.to_owned()));
    }
    let applied: Vec<i64> = sqlx::query_scalar("SELECT version FROM _sqlx_migrations ORDER BY version")
        .fetch_all(&mut connection)
        .await
        .map_err(trouble)?;
    connection.close().await.map_err(trouble)?;
    let known: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
    if applied.iter().any(|version| !known.contains(version)) {
        return Err(OpenError::Newer(file.to_owned()));
    }
    Ok(if applied.len() == known.len() { Found::Current } else { Found::Earlier })
}

/// Damage, or a disk that can't be read: SQLITE_IOERR (10), SQLITE_CANTOPEN (14) and SQLITE_BUSY (5) say nothing about
/// the file's content (sqlite.org/rescode.html).
fn trouble(file: &Path, error: sqlx::Error) -> OpenError {
    let code = match &error {
        sqlx::Error::Database(error) => error.code().and_then(|code| code.parse::<u32>().ok()),
        _ => None,
    };
    match code.map(|code| code & 0xff) {
        Some(5 | 10 | 14) | None => OpenError::Sql(file.to_owned(), error),
        Some(_) => OpenError::Damaged(file.to_owned()),
    }
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
