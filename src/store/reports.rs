//! Champions' reports.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::comment_tone::CommentReading;
use crate::domain::ids::{DepartmentId, ReportId, UserId};
use crate::domain::labels::{FearCode, Helped};
use crate::domain::reports::{Account, Report, Subject};

struct Row {
    id: i64,
    filed_at: i64,
    champion: i64,
    champion_name: String,
    department: i64,
    kind: String,
    about: String,
    severity: String,
    heard: String,
    answered: String,
    outcome: String,
    helped: Option<String>,
}

impl TryFrom<Row> for Report {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: ReportId::new(row.id)?,
            filed_at: super::from_seconds(row.filed_at)?,
            champion: UserId::from_db(row.champion)?,
            champion_name: row.champion_name,
            department: DepartmentId::new(row.department)?,
            subject: Subject { kind: row.kind.parse()?, about: row.about.parse()?, severity: row.severity.parse()? },
            account: Account { heard: row.heard, answered: row.answered, outcome: row.outcome },
            helped: row.helped.map(|code| code.parse()).transpose()?,
        })
    }
}

/// What a new report consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// When it is filed.
    pub filed_at: DateTime<Utc>,
    /// Who files it.
    pub champion: UserId,
    /// The name that colleagues see.
    pub champion_name: String,
    /// The champion's department.
    pub department: DepartmentId,
    /// What it is about.
    pub subject: Subject,
    /// Its texts, masked.
    pub account: Account,
    /// Whether the answer helped, where that is known.
    pub helped: Option<Helped>,
}

/// Files a report.
pub async fn insert_report(connection: &mut SqliteConnection, new: &NewReport) -> anyhow::Result<ReportId> {
    let (filed_at, champion) = (super::to_seconds(new.filed_at), new.champion.to_db());
    let department = new.department.get();
    let Subject { kind, about, severity } = new.subject;
    let (kind, about, severity) = (kind.code(), about.code(), severity.code());
    let Account { heard, answered, outcome } = &new.account;
    let helped = new.helped.map(Helped::code);
    let id = sqlx::query_scalar!(
        "INSERT INTO reports (filed_at, champion, champion_name, department, kind, about, severity, heard, answered,
             outcome, helped)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id AS \"id!\"",
        filed_at,
        champion,
        new.champion_name,
        department,
        kind,
        about,
        severity,
        heard,
        answered,
        outcome,
        helped
    )
    .fetch_one(connection)
    .await?;
    Ok(ReportId::new(id)?)
}

/// A report by its id.
pub async fn find_report(connection: &mut SqliteConnection, id: ReportId) -> anyhow::Result<Option<Report>> {
    let id = id.get();
    let row = sqlx::query_as!(
        Row,
        "SELECT id, filed_at, champion, champion_name, department, kind, about, severity, heard, answered, outcome,
             helped
         FROM reports WHERE id = ?",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Report::try_from).transpose()
}

/// The champion's latest report, if it was filed at `since` or later.
pub async fn find_latest_of(
    connection: &mut SqliteConnection,
    champion: UserId,
    since: DateTime<Utc>,
) -> anyhow::Result<Option<Report>> {
    let (champion, since) = (champion.to_db(), super::to_seconds(since));
    let row = sqlx::query_as!(
        Row,
        "SELECT id, filed_at, champion, champion_name, department, kind, about, severity, heard, answered, outcome,
             helped
         FROM reports WHERE champion = ? AND filed_at >= ? ORDER BY id DESC LIMIT 1",
        champion,
        since
    )
    .fetch_optional(connection)
    .await?;
    row.map(Report::try_from).transpose()
}

/// Replaces a report's texts; what was read out of the old ones goes with them.
pub async fn update_account(
    connection: &mut SqliteConnection,
    id: ReportId,
    account: &Account,
    helped: Option<Helped>,
) -> sqlx::Result<()> {
    let id = id.get();
    let Account { heard, answered, outcome } = account;
    let helped = helped.map(Helped::code);
    sqlx::query!(
        "UPDATE reports SET heard = ?, answered = ?, outcome = ?, helped = ?, reading = NULL WHERE id = ?",
        heard,
        answered,
        outcome,
        helped,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes whether the answer helped.
pub async fn mark_helped(connection: &mut SqliteConnection, id: ReportId, helped: Helped) -> sqlx::Result<()> {
    let (id, helped) = (id.get(), helped.code());
    sqlx::query!("UPDATE reports SET helped = ? WHERE id = ?", helped, id).execute(connection).await?;
    Ok(())
}

/// Takes a report back for good.
pub async fn delete_report(connection: &mut SqliteConnection, id: ReportId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("DELETE FROM reports WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// The answers that champions of all departments gave to a fear, oldest first: their words, and whether they helped.
/// No names.
pub async fn list_answers(
    connection: &mut SqliteConnection,
    about: FearCode,
) -> anyhow::Result<Vec<(String, Option<Helped>)>> {
    let about = about.code();
    let rows =
        sqlx::query!("SELECT answered, helped FROM reports WHERE about = ? AND answered != '' ORDER BY id", about)
            .fetch_all(connection)
            .await?;
    rows.into_iter().map(|row| Ok((row.answered, row.helped.map(|code| code.parse()).transpose()?))).collect()
}

/// What a champion heard, and what was read out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Which report.
    pub id: ReportId,
    /// When it was filed.
    pub filed_at: DateTime<Utc>,
    /// Who filed it.
    pub champion: UserId,
    /// For which department.
    pub department: DepartmentId,
    /// The words.
    pub heard: String,
    /// What was read out of them, if they were read.
    pub reading: Option<CommentReading>,
}

struct HeardRow {
    id: i64,
    filed_at: i64,
    champion: i64,
    department: i64,
    heard: String,
    reading: Option<String>,
}

impl TryFrom<HeardRow> for Heard {
    type Error = anyhow::Error;

    fn try_from(row: HeardRow) -> anyhow::Result<Self> {
        Ok(Self {
            id: ReportId::new(row.id)?,
            filed_at: super::from_seconds(row.filed_at)?,
            champion: UserId::from_db(row.champion)?,
            department: DepartmentId::new(row.department)?,
            heard: row.heard,
            // One that can't be understood is none: it must not keep a pulse from being sealed.
            reading: row.reading.and_then(|json| serde_json::from_str(&json).ok()),
        })
    }
}

/// What a champion heard, by the report's id.
pub async fn find_heard(connection: &mut SqliteConnection, id: ReportId) -> anyhow::Result<Option<Heard>> {
    let id = id.get();
    let row = sqlx::query_as!(
        HeardRow,
        "SELECT id, filed_at, champion, department, heard, reading FROM reports WHERE id = ?",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Heard::try_from).transpose()
}

/// What champions heard that no pulse's frozen figures hold yet, oldest first.
pub async fn list_uncounted(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Heard>> {
    let rows = sqlx::query_as!(
        HeardRow,
        "SELECT id, filed_at, champion, department, heard, reading FROM reports WHERE counted = 0 ORDER BY id"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Heard::try_from).collect()
}

/// Stores what was read out of a report, if its words are still these.
pub async fn mark_read(
    connection: &mut SqliteConnection,
    id: ReportId,
    heard: &str,
    reading: &CommentReading,
) -> anyhow::Result<()> {
    let (id, reading) = (id.get(), serde_json::to_string(reading)?);
    sqlx::query!("UPDATE reports SET reading = ? WHERE id = ? AND heard = ?", reading, id, heard)
        .execute(connection)
        .await?;
    Ok(())
}

/// Notes that a report's pulse is over: its frozen figures hold it, or they don't show its department.
pub async fn mark_counted(connection: &mut SqliteConnection, id: ReportId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE reports SET counted = 1 WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// How many reports a department's champions filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportCount {
    /// Which department.
    pub department: DepartmentId,
    /// Its name today.
    pub name: String,
    /// How many reports.
    pub reports: u32,
    /// How many of them tell of a metric that works against the change.
    pub metric_conflicts: u32,
}

/// The reports filed after `after` and up to `until`, counted by department.
pub async fn list_counts(
    connection: &mut SqliteConnection,
    after: Option<DateTime<Utc>>,
    until: DateTime<Utc>,
) -> anyhow::Result<Vec<ReportCount>> {
    let after = after.map_or(i64::MIN, super::to_seconds);
    let until = super::to_seconds(until);
    let rows = sqlx::query!(
        r#"SELECT department, name, count(*) AS "reports!: i64",
               count(*) FILTER (WHERE kind = 'conflicting_metric') AS "conflicts!: i64"
           FROM reports JOIN departments ON departments.id = department
           WHERE filed_at > ? AND filed_at <= ? GROUP BY department ORDER BY department"#,
        after,
        until
    )
    .fetch_all(connection)
    .await?;
    let count = |row: i64| u32::try_from(row).unwrap_or(u32::MAX);
    rows.into_iter()
        .map(|row| {
            let department = DepartmentId::new(row.department)?;
            let (reports, metric_conflicts) = (count(row.reports), count(row.conflicts));
            Ok(ReportCount { department, name: row.name, reports, metric_conflicts })
        })
        .collect()
}
