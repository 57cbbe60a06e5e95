//! Waves: what was frozen at launch, and their state.
//!
//! Nothing in here is an answer, and no function gives a result.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;

use crate::domain::ids::{ChannelId, DepartmentId, RoleId, SeriesId, UserId, WaveId};
use crate::domain::pulses::QuestionSet;
use crate::domain::waves::{AskedDepartment, Wave, WaveState};
use crate::store::{from_seconds, to_seconds};

struct Row {
    id: i64,
    question_set: String,
    partition: String,
    thresholds: String,
    launched_at: i64,
    opens_at: i64,
    closes_at: i64,
    closed_at: Option<i64>,
    state: String,
    series: Option<i64>,
    is_expired: bool,
}

impl<P: DeserializeOwned, T: DeserializeOwned> TryFrom<Row> for Wave<P, T> {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: WaveId::new(row.id)?,
            set: serde_json::from_str(&row.question_set)?,
            partition: serde_json::from_str(&row.partition)?,
            thresholds: serde_json::from_str(&row.thresholds)?,
            launched_at: from_seconds(row.launched_at)?,
            opens_at: from_seconds(row.opens_at)?,
            closes_at: from_seconds(row.closes_at)?,
            closed_at: row.closed_at.map(from_seconds).transpose()?,
            state: row.state.parse()?,
            series: row.series.map(SeriesId::new).transpose()?,
            is_expired: row.is_expired,
        })
    }
}

/// What a launch freezes.
#[derive(Debug)]
pub struct NewWave<'a, P, T> {
    /// The questions.
    pub set: &'a QuestionSet,
    /// How departments are grouped.
    pub partition: &'a P,
    /// The smallest groups that are shown.
    pub thresholds: T,
    /// When: now.
    pub launched_at: DateTime<Utc>,
    /// From when people can answer.
    pub opens_at: DateTime<Utc>,
    /// Until when.
    pub closes_at: DateTime<Utc>,
    /// Open, or planned.
    pub state: WaveState,
    /// The pulse that repeats, whose run it is.
    pub series: Option<SeriesId>,
    /// The lead.
    pub launched_by: UserId,
}

/// Adds a wave, without departments.
pub async fn insert_wave<P: Serialize, T: Serialize>(
    connection: &mut SqliteConnection,
    wave: NewWave<'_, P, T>,
) -> anyhow::Result<WaveId> {
    let set = serde_json::to_string(wave.set)?;
    let (partition, thresholds) = (serde_json::to_string(wave.partition)?, serde_json::to_string(&wave.thresholds)?);
    let (launched_at, opens_at) = (to_seconds(wave.launched_at), to_seconds(wave.opens_at));
    let (closes_at, state) = (to_seconds(wave.closes_at), wave.state.code());
    let (series, launched_by) = (wave.series.map(SeriesId::get), wave.launched_by.to_db());
    let id = sqlx::query_scalar!(
        "INSERT INTO waves (title, question_set, partition, thresholds, launched_at, opens_at, closes_at, state,
             series, launched_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        wave.set.title,
        set,
        partition,
        thresholds,
        launched_at,
        opens_at,
        closes_at,
        state,
        series,
        launched_by
    )
    .fetch_one(connection)
    .await?;
    Ok(WaveId::new(id)?)
}

/// Adds a department to a wave; its post is still to be made.
pub async fn insert_wave_department(
    connection: &mut SqliteConnection,
    wave: WaveId,
    asked: &AskedDepartment,
) -> sqlx::Result<()> {
    let (wave, department) = (wave.get(), asked.id.get());
    let (role, channel) = (asked.role.to_db(), asked.channel.to_db());
    sqlx::query!(
        "INSERT INTO wave_departments (wave, department, name, role, channel, eligible) VALUES (?, ?, ?, ?, ?, ?)",
        wave,
        department,
        asked.name,
        role,
        channel,
        asked.eligible
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A wave; `None` if this company has none of this number.
pub async fn find_wave<P: DeserializeOwned, T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    id: WaveId,
) -> anyhow::Result<Option<Wave<P, T>>> {
    let id = id.get();
    let row = sqlx::query_as!(
        Row,
        r#"SELECT id, question_set, partition, thresholds, launched_at, opens_at, closes_at, closed_at, state, series,
           state = 'sealed' AND id NOT IN (SELECT wave FROM snapshots) AS "is_expired!: bool"
         FROM waves WHERE id = ?"#,
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Wave::try_from).transpose()
}

/// All waves, newest first.
pub async fn list_waves<P: DeserializeOwned, T: DeserializeOwned>(
    connection: &mut SqliteConnection,
) -> anyhow::Result<Vec<Wave<P, T>>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, question_set, partition, thresholds, launched_at, opens_at, closes_at, closed_at, state, series,
           state = 'sealed' AND id NOT IN (SELECT wave FROM snapshots) AS "is_expired!: bool"
         FROM waves ORDER BY id DESC"#
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Wave::try_from).collect()
}

/// The state of a wave, as it is at this moment in this transaction.
pub async fn find_state(connection: &mut SqliteConnection, id: WaveId) -> sqlx::Result<Option<WaveState>> {
    let id = id.get();
    let state = sqlx::query_scalar!("SELECT state FROM waves WHERE id = ?", id).fetch_optional(connection).await?;
    state.map(|state| state.parse()).transpose().map_err(|error| sqlx::Error::Decode(Box::new(error) as _))
}

/// Moves a wave from one state to another. Says whether it was in the first.
pub async fn mark_state(
    connection: &mut SqliteConnection,
    id: WaveId,
    from: WaveState,
    to: WaveState,
) -> sqlx::Result<bool> {
    let (id, from, to) = (id.get(), from.code(), to.code());
    let done =
        sqlx::query!("UPDATE waves SET state = ? WHERE id = ? AND state = ?", to, id, from).execute(connection).await?;
    Ok(done.rows_affected() == 1)
}

/// A wave that was to open opens, from and until then. Says whether it was in this state.
pub async fn mark_open(
    connection: &mut SqliteConnection,
    id: WaveId,
    from: WaveState,
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (id, from, opens_at, closes_at) = (id.get(), from.code(), to_seconds(opens_at), to_seconds(closes_at));
    let done = sqlx::query!(
        "UPDATE waves SET state = 'open', opens_at = ?, closes_at = ? WHERE id = ? AND state = ?",
        opens_at,
        closes_at,
        id,
        from
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A wave that was to open never will; nobody is told in channels. Says whether it was still to open.
pub async fn mark_dropped(connection: &mut SqliteConnection, id: WaveId, at: DateTime<Utc>) -> sqlx::Result<bool> {
    let (id, at) = (id.get(), to_seconds(at));
    let done = sqlx::query!(
        "UPDATE waves SET state = 'dropped', closed_at = ?, told = 'yes'
         WHERE id = ? AND state IN ('planned', 'held')",
        at,
        id
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes when a wave stopped taking answers.
pub async fn mark_closed_at(connection: &mut SqliteConnection, id: WaveId, at: DateTime<Utc>) -> sqlx::Result<()> {
    let (id, at) = (id.get(), to_seconds(at));
    sqlx::query!("UPDATE waves SET closed_at = ? WHERE id = ?", at, id).execute(connection).await?;
    Ok(())
}

/// A department as another wave asked it, and when that wave closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherClose {
    /// Which department.
    pub department: DepartmentId,
    /// Its name at that wave's launch.
    pub name: String,
    /// When the wave closed.
    pub closed_at: DateTime<Utc>,
}

/// Whom the sealed waves beside this one asked that have a result. One that too few answered is the end of nothing: what
/// was told meanwhile stands in no summary of it.
pub async fn list_other_closes(connection: &mut SqliteConnection, wave: WaveId) -> anyhow::Result<Vec<OtherClose>> {
    let wave = wave.get();
    let rows = sqlx::query!(
        r#"SELECT department, name, coalesce(closed_at, closes_at) AS "at!: i64"
           FROM wave_departments JOIN waves ON waves.id = wave
           WHERE state = 'sealed' AND wave != ?
               AND NOT EXISTS (SELECT 1 FROM snapshots
                   WHERE snapshots.wave = waves.id AND body ->> '$.company.answered' IS NULL)"#,
        wave
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let (department, closed_at) = (DepartmentId::new(row.department)?, from_seconds(row.at)?);
            Ok(OtherClose { department, name: row.name, closed_at })
        })
        .collect()
}

/// The departments that a wave asks, in the order of the launch.
pub async fn list_asked(connection: &mut SqliteConnection, wave: WaveId) -> anyhow::Result<Vec<AskedDepartment>> {
    let wave = wave.get();
    let rows = sqlx::query!(
        "SELECT department, name, role, channel, eligible FROM wave_departments WHERE wave = ? ORDER BY id",
        wave
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(AskedDepartment {
                id: DepartmentId::new(row.department)?,
                name: row.name,
                role: RoleId::from_db(row.role)?,
                channel: ChannelId::from_db(row.channel)?,
                eligible: u32::try_from(row.eligible)?,
            })
        })
        .collect()
}

/// How far telling leads of a wave's end has come: `no`, `claimed` or `yes`.
pub async fn get_told(connection: &mut SqliteConnection, wave: WaveId) -> sqlx::Result<String> {
    let wave = wave.get();
    sqlx::query_scalar!("SELECT told FROM waves WHERE id = ?", wave).fetch_one(connection).await
}

/// Notes how far telling leads has come.
pub async fn mark_told(connection: &mut SqliteConnection, wave: WaveId, told: &str) -> sqlx::Result<()> {
    let wave = wave.get();
    sqlx::query!("UPDATE waves SET told = ? WHERE id = ?", told, wave).execute(connection).await?;
    Ok(())
}

/// A closed wave's key can't be used. Says whether that is new.
pub async fn mark_key_lost(connection: &mut SqliteConnection, wave: WaveId) -> sqlx::Result<bool> {
    let wave = wave.get();
    let done =
        sqlx::query!("UPDATE waves SET key_lost = 1 WHERE id = ? AND key_lost = 0", wave).execute(connection).await?;
    Ok(done.rows_affected() == 1)
}

/// Waves with which something is still to be done: not at their end, or the end not yet told to leads or departments;
/// but not those that wait for leads to decide. Oldest first.
pub async fn list_unsettled(connection: &mut SqliteConnection) -> anyhow::Result<Vec<WaveId>> {
    let ids = sqlx::query_scalar!(
        "SELECT id FROM waves
         WHERE state != 'held' AND (state NOT IN ('sealed', 'cancelled', 'dropped') OR told != 'yes')
             OR id IN (SELECT wave FROM wave_follow_ups WHERE state IN ('planned', 'sending', 'claimed'))
         ORDER BY id"
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(WaveId::new).collect::<Result<_, _>>()?)
}
