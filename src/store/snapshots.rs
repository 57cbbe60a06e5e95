//! Results of sealed waves. Every reader here demands the state `sealed`: before it, no result exists (promises.md P1).
//! What deletes them after their time demands nothing but that, and reads none.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::ids::WaveId;
use crate::domain::pulses::QuestionSet;
use crate::domain::snapshot::Snapshot;
use crate::store::{from_seconds, to_seconds};

/// A wave whose results are final.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedWave {
    /// Which.
    pub wave: WaveId,
    /// What it asked, in the words of its launch.
    pub set: QuestionSet,
    /// When it stopped taking answers.
    pub closed_at: DateTime<Utc>,
    /// What may be known of it.
    pub snapshot: Snapshot,
}

/// The sealed waves, newest first.
pub async fn list_sealed(connection: &mut SqliteConnection) -> anyhow::Result<Vec<SealedWave>> {
    let rows = sqlx::query!(
        "SELECT waves.id, question_set, coalesce(closed_at, closes_at) AS closed_at, body
         FROM waves JOIN snapshots ON snapshots.wave = waves.id
         WHERE state = 'sealed' ORDER BY closed_at DESC, waves.id DESC"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(SealedWave {
                wave: WaveId::new(row.id)?,
                set: serde_json::from_str(&row.question_set)?,
                closed_at: from_seconds(row.closed_at)?,
                snapshot: serde_json::from_str(&row.body)?,
            })
        })
        .collect()
}

/// Stores a wave's results, once.
pub async fn insert_snapshot(
    connection: &mut SqliteConnection,
    wave: WaveId,
    snapshot: &Snapshot,
) -> anyhow::Result<()> {
    let (wave, body) = (wave.get(), serde_json::to_string(snapshot)?);
    sqlx::query!("INSERT INTO snapshots (wave, body) VALUES (?, ?)", wave, body).execute(connection).await?;
    Ok(())
}

/// Stores a released comment under its random number.
pub async fn insert_comment(
    connection: &mut SqliteConnection,
    wave: WaveId,
    id: &[u8; 16],
    sealed: &[u8],
) -> sqlx::Result<()> {
    let (wave, id) = (wave.get(), id.as_slice());
    sqlx::query!("INSERT INTO comments (id, wave, sealed) VALUES (?, ?, ?)", id, wave, sealed)
        .execute(connection)
        .await?;
    Ok(())
}

/// A sealed wave's comments, still encrypted, in the order of their random numbers.
pub async fn list_sealed_comments(
    connection: &mut SqliteConnection,
    wave: WaveId,
) -> anyhow::Result<Vec<([u8; 16], Vec<u8>)>> {
    let wave = wave.get();
    let rows = sqlx::query!(
        "SELECT comments.id, sealed FROM comments JOIN waves ON waves.id = comments.wave
         WHERE wave = ? AND state = 'sealed' ORDER BY comments.id",
        wave
    )
    .fetch_all(connection)
    .await?;
    let id = |id: Vec<u8>| id.try_into().map_err(|_| anyhow::anyhow!("a stored number has a wrong length"));
    rows.into_iter().map(|row| Ok((id(row.id)?, row.sealed))).collect()
}

/// Waves that closed before a moment and have comments.
pub async fn list_waves_with_comments(
    connection: &mut SqliteConnection,
    closed_before: DateTime<Utc>,
) -> anyhow::Result<Vec<WaveId>> {
    let before = to_seconds(closed_before);
    let waves = sqlx::query_scalar!(
        "SELECT id FROM waves WHERE coalesce(closed_at, closes_at) < ? AND id IN (SELECT wave FROM comments)",
        before
    )
    .fetch_all(connection)
    .await?;
    Ok(waves.into_iter().map(WaveId::new).collect::<Result<_, _>>()?)
}

/// When the first of the waves that have comments closed.
pub async fn find_oldest_with_comments(connection: &mut SqliteConnection) -> anyhow::Result<Option<DateTime<Utc>>> {
    let closed = sqlx::query_scalar!(
        r#"SELECT min(coalesce(closed_at, closes_at)) AS "at?: i64" FROM waves WHERE id IN (SELECT wave FROM comments)"#
    )
    .fetch_one(connection)
    .await?;
    closed.map(from_seconds).transpose()
}

/// Deletes a wave's comments, and says how many there were. Their key must have been destroyed before.
pub async fn delete_comments(connection: &mut SqliteConnection, wave: WaveId) -> sqlx::Result<u64> {
    let wave = wave.get();
    Ok(sqlx::query!("DELETE FROM comments WHERE wave = ?", wave).execute(connection).await?.rows_affected())
}

/// When the first of the waves that have results closed.
pub async fn find_oldest(connection: &mut SqliteConnection) -> anyhow::Result<Option<DateTime<Utc>>> {
    let closed = sqlx::query_scalar!(
        r#"SELECT min(coalesce(closed_at, closes_at)) AS "at?: i64"
           FROM waves WHERE id IN (SELECT wave FROM snapshots)"#
    )
    .fetch_one(connection)
    .await?;
    closed.map(from_seconds).transpose()
}

/// Deletes the results of waves that closed before a moment, and says how many there were.
pub async fn delete_snapshots(connection: &mut SqliteConnection, closed_before: DateTime<Utc>) -> sqlx::Result<u64> {
    let before = to_seconds(closed_before);
    let deleted = sqlx::query!(
        "DELETE FROM snapshots WHERE wave IN (SELECT id FROM waves WHERE coalesce(closed_at, closes_at) < ?)",
        before
    )
    .execute(connection)
    .await?;
    Ok(deleted.rows_affected())
}
