//! What waves post after their first post: reminders, and each department's own result. A row per channel and kind.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::follow_ups::{FollowUp, FollowUpKind, FollowUpState};
use crate::domain::ids::{ChannelId, MessageId, WaveId};

/// Adds a follow-up, unless it is there already.
pub async fn insert_follow_up(
    connection: &mut SqliteConnection,
    wave: WaveId,
    channel: ChannelId,
    kind: FollowUpKind,
    state: FollowUpState,
    planned: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (wave, channel, planned) = (wave.get(), channel.to_db(), to_seconds(planned));
    let (kind, state) = (kind.code(), state.code());
    sqlx::query!(
        "INSERT INTO wave_follow_ups (wave, channel, kind, state, planned) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (wave, channel, kind) DO NOTHING",
        wave,
        channel,
        kind,
        state,
        planned
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A wave's follow-ups, by time.
pub async fn list_follow_ups(connection: &mut SqliteConnection, wave: WaveId) -> anyhow::Result<Vec<FollowUp>> {
    let wave = wave.get();
    let rows = sqlx::query!(
        "SELECT id, channel, kind, planned, state, message, ended FROM wave_follow_ups
         WHERE wave = ? ORDER BY planned, id",
        wave
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(FollowUp {
                id: row.id,
                channel: ChannelId::from_db(row.channel)?,
                kind: row.kind.parse()?,
                planned: from_seconds(row.planned)?,
                state: row.state.parse()?,
                message: row.message.map(MessageId::from_db).transpose()?,
                ended: row.ended != 0,
            })
        })
        .collect()
}

/// It is to be sent, or a try begins. Commit this before the try.
pub async fn mark_follow_up(connection: &mut SqliteConnection, id: i64, state: FollowUpState) -> sqlx::Result<()> {
    let state = state.code();
    sqlx::query!("UPDATE wave_follow_ups SET state = ? WHERE id = ?", state, id).execute(connection).await?;
    Ok(())
}

/// It is planned for another time than before.
pub async fn mark_planned(connection: &mut SqliteConnection, id: i64, planned: DateTime<Utc>) -> sqlx::Result<()> {
    let planned = to_seconds(planned);
    sqlx::query!("UPDATE wave_follow_ups SET planned = ? WHERE id = ?", planned, id).execute(connection).await?;
    Ok(())
}

/// It stands in its channel.
pub async fn mark_sent(
    connection: &mut SqliteConnection,
    id: i64,
    message: MessageId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (message, now) = (message.to_db(), to_seconds(now));
    sqlx::query!(
        "UPDATE wave_follow_ups SET state = 'sent', message = ?, settled_at = ? WHERE id = ?",
        message,
        now,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// It will not stand there, for this reason; with Discord's code where it refused.
pub async fn mark_settled(
    connection: &mut SqliteConnection,
    id: i64,
    state: FollowUpState,
    code: Option<u32>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (state, now) = (state.code(), to_seconds(now));
    sqlx::query!("UPDATE wave_follow_ups SET state = ?, code = ?, settled_at = ? WHERE id = ?", state, code, now, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// A reminder says that the pulse is over, or never will.
pub async fn mark_ended(connection: &mut SqliteConnection, id: i64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE wave_follow_ups SET ended = 1 WHERE id = ?", id).execute(connection).await?;
    Ok(())
}
