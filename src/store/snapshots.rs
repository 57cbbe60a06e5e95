//! Results of sealed waves. Every reader here demands the state `sealed`: before it, no result exists (promises.md P1).

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::ids::WaveId;
use crate::domain::snapshot::Snapshot;
use crate::store::from_seconds;

/// A wave whose results are final.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedWave {
    /// Which.
    pub wave: WaveId,
    /// The title of its question set.
    pub set_title: String,
    /// When it stopped taking answers.
    pub closed_at: DateTime<Utc>,
    /// What may be known of it.
    pub snapshot: Snapshot,
}

/// The sealed waves, newest first.
pub async fn list_sealed(connection: &mut SqliteConnection) -> anyhow::Result<Vec<SealedWave>> {
    let rows = sqlx::query!(
        "SELECT waves.id, title, coalesce(closed_at, closes_at) AS closed_at, body
         FROM waves JOIN snapshots ON snapshots.wave = waves.id
         WHERE state = 'sealed' ORDER BY closed_at DESC, waves.id DESC"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(SealedWave {
                wave: WaveId::new(row.id)?,
                set_title: row.title,
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
