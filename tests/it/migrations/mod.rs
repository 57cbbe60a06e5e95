//! Migrations on tables with data: what lay in the database before a migration is there after it.
//!
//! `data/<version>.sql` fills the tables that a migration made, once it has run; every later migration then meets
//! rows. A migration that makes tables and brings no such file fails here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

fn folder(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

async fn empty() -> SqliteConnection {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await.expect("memory");
    sqlx::query("PRAGMA foreign_keys = ON").execute(&mut connection).await.expect("a pragma");
    connection
}

async fn run(connection: &mut SqliteConnection, sql: &str) {
    // In one transaction, as sqlx does it.
    let sql = format!("BEGIN; {sql}\n; COMMIT;");
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await.expect("sound SQL");
}

async fn tables(connection: &mut SqliteConnection) -> BTreeMap<String, bool> {
    let rows = sqlx::query("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        .fetch_all(connection)
        .await
        .expect("a list");
    let named = rows.iter().map(|row| (row.get::<String, _>(0), row.get::<bool, _>(1)));
    named.filter(|(name, _)| !name.starts_with("sqlite_") && !name.starts_with("_sqlx")).collect()
}

async fn count(connection: &mut SqliteConnection, table: &str) -> i64 {
    let sql = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
    sqlx::query_scalar(sql).fetch_one(connection).await.expect("a count")
}

#[tokio::test]
async fn rows_survive_every_later_migration() {
    let mut connection = empty().await;
    let mut filled: BTreeSet<String> = BTreeSet::new();
    for migration in MIGRATIONS.iter() {
        let before = tables(&mut connection).await;
        run(&mut connection, migration.sql.as_str()).await;
        for table in &filled {
            assert!(count(&mut connection, table).await > 0, "{} emptied {table}", migration.version);
        }
        let new: Vec<String> =
            tables(&mut connection).await.into_keys().filter(|name| !before.contains_key(name)).collect();
        if !new.is_empty() {
            let file = folder("tests/it/migrations/data").join(format!("{}.sql", migration.version));
            let sql = std::fs::read_to_string(&file)
                .unwrap_or_else(|_| panic!("{} makes tables: {} must fill them", migration.version, file.display()));
            run(&mut connection, &sql).await;
        }
        for table in new {
            assert!(count(&mut connection, &table).await > 0, "{}.sql leaves {table} empty", migration.version);
            filled.insert(table);
        }
    }
    let broken: Vec<String> = sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check")
        .fetch_all(&mut connection)
        .await
        .expect("a check");
    assert!(broken.is_empty(), "rows without what they point to: {broken:?}");
    // What was said before it was kept among how many people, stays hidden from leads.
    let opened: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM questions WHERE among > 0)
             + (SELECT count(*) FROM worries WHERE among > 0 OR readable = 1)",
    )
    .fetch_one(&mut connection)
    .await
    .expect("a count");
    assert_eq!(opened, 0);
}

#[tokio::test]
async fn every_table_is_strict_and_says_what_it_holds() {
    let mut connection = empty().await;
    let mut comments = String::new();
    for migration in MIGRATIONS.iter() {
        run(&mut connection, migration.sql.as_str()).await;
        comments.push_str(migration.sql.as_str());
    }
    let lines: Vec<&str> = comments.lines().collect();
    for (table, strict) in tables(&mut connection).await {
        assert!(strict, "{table} is not STRICT");
        let made = format!("CREATE TABLE {table} ");
        let place = lines.iter().position(|line| line.starts_with(&made)).expect("made by a migration");
        assert!(lines[place - 1].starts_with("--"), "{table} has no comment above it");
    }
}

#[tokio::test]
async fn no_table_holds_the_guild() {
    let mut connection = empty().await;
    for migration in MIGRATIONS.iter() {
        run(&mut connection, migration.sql.as_str()).await;
    }
    for table in tables(&mut connection).await.into_keys() {
        let sql = AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{table}')"));
        let columns: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut connection).await.expect("columns");
        assert!(columns.iter().all(|column| !column.contains("guild")), "{table}: one database is one guild");
    }
}
