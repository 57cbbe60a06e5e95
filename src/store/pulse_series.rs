//! Pulses that repeat. Each run is a wave of its own (`store::waves`), planned shortly before it opens.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::ids::{DepartmentId, SeriesId, UserId};
use crate::domain::rhythm::{Run, Runs};

/// A pulse that repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Its row.
    pub id: SeriesId,
    /// The title of its first run.
    pub title: String,
    /// The question set; `None` for that of the phase.
    pub set: Option<String>,
    /// The departments; `None` for all there are.
    pub departments: Option<Vec<DepartmentId>>,
    /// Its runs.
    pub runs: Runs,
    /// When the run opens that has no wave yet.
    pub next_opens: DateTime<Utc>,
    /// The lead who began it.
    pub started_by: UserId,
    /// A lead has ended it.
    pub is_ended: bool,
}

struct Row {
    id: i64,
    title: String,
    question_set: Option<String>,
    departments: Option<String>,
    rhythm: String,
    zone: String,
    first_opens: i64,
    first_closes: i64,
    next_opens: i64,
    state: String,
    started_by: i64,
}

impl TryFrom<Row> for Series {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        let first = Run { opens: from_seconds(row.first_opens)?, closes: from_seconds(row.first_closes)? };
        Ok(Self {
            id: SeriesId::new(row.id)?,
            title: row.title,
            set: row.question_set,
            departments: row.departments.map(|departments| serde_json::from_str(&departments)).transpose()?,
            runs: Runs {
                first,
                rhythm: row.rhythm.parse()?,
                zone: row.zone.parse().map_err(|_| anyhow::anyhow!("a stored time zone is unknown"))?,
            },
            next_opens: from_seconds(row.next_opens)?,
            started_by: UserId::from_db(row.started_by)?,
            is_ended: row.state == "ended",
        })
    }
}

/// What makes a series.
#[derive(Debug)]
pub struct NewSeries<'a> {
    /// The title of its first run.
    pub title: &'a str,
    /// The question set; `None` for that of the phase.
    pub set: Option<&'a str>,
    /// The departments; `None` for all there are.
    pub departments: Option<&'a [DepartmentId]>,
    /// Its runs.
    pub runs: Runs,
    /// When the second one opens.
    pub next_opens: DateTime<Utc>,
    /// The lead.
    pub started_by: UserId,
}

/// Adds a series.
pub async fn insert_series(connection: &mut SqliteConnection, series: &NewSeries<'_>) -> anyhow::Result<SeriesId> {
    let departments = series.departments.map(serde_json::to_string).transpose()?;
    let (rhythm, zone) = (series.runs.rhythm.to_string(), series.runs.zone.name());
    let (opens, closes) = (to_seconds(series.runs.first.opens), to_seconds(series.runs.first.closes));
    let (next, started_by) = (to_seconds(series.next_opens), series.started_by.to_db());
    let id = sqlx::query_scalar!(
        "INSERT INTO pulse_series (title, question_set, departments, rhythm, zone, first_opens, first_closes,
             next_opens, started_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        series.title,
        series.set,
        departments,
        rhythm,
        zone,
        opens,
        closes,
        next,
        started_by
    )
    .fetch_one(connection)
    .await?;
    Ok(SeriesId::new(id)?)
}

/// A series; `None` if this company has none of this number.
pub async fn find_series(connection: &mut SqliteConnection, id: SeriesId) -> anyhow::Result<Option<Series>> {
    let id = id.get();
    let row = sqlx::query_as!(
        Row,
        "SELECT id, title, question_set, departments, rhythm, zone, first_opens, first_closes, next_opens, state,
             started_by
         FROM pulse_series WHERE id = ?",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Series::try_from).transpose()
}

/// All series that go on, oldest first.
pub async fn list_series(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Series>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, title, question_set, departments, rhythm, zone, first_opens, first_closes, next_opens, state,
             started_by
         FROM pulse_series WHERE state = 'active' ORDER BY id"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Series::try_from).collect()
}

/// A run has its wave, or has none for good: the one after it is next. Says whether it was the next until now.
pub async fn mark_next(
    connection: &mut SqliteConnection,
    id: SeriesId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (id, from, to) = (id.get(), to_seconds(from), to_seconds(to));
    let done = sqlx::query!(
        "UPDATE pulse_series SET next_opens = ? WHERE id = ? AND next_opens = ? AND state = 'active'",
        to,
        id,
        from
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// There are no further runs. Says whether it went on until now.
pub async fn mark_series_ended(connection: &mut SqliteConnection, id: SeriesId) -> sqlx::Result<bool> {
    let id = id.get();
    let done = sqlx::query!("UPDATE pulse_series SET state = 'ended' WHERE id = ? AND state = 'active'", id)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}
