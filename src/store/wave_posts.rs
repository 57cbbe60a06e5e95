//! A wave's posts in the departments' channels: which stand, which were refused, and which are to be made again.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::ids::{ChannelId, DepartmentId, MessageId, WaveId};
use crate::domain::waves::Post;
use crate::store::{from_seconds, to_seconds};

/// A wave's posts, one per department, in the order of the launch.
pub async fn list_posts(connection: &mut SqliteConnection, wave: WaveId) -> anyhow::Result<Vec<Post>> {
    let wave = wave.get();
    let rows = sqlx::query!(
        "SELECT id, name, channel, attempts, message, failure, ended, looked_at, reposted FROM wave_departments
         WHERE wave = ? ORDER BY id",
        wave
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Post {
                id: row.id,
                department: row.name,
                channel: ChannelId::from_db(row.channel)?,
                attempts: u32::try_from(row.attempts)?,
                message: row.message.map(MessageId::from_db).transpose()?,
                failure: row.failure.map(u32::try_from).transpose()?,
                ended: row.ended != 0,
                looked_at: row.looked_at.map(from_seconds).transpose()?,
                reposted: row.reposted != 0,
            })
        })
        .collect()
}

/// Counts one more try to post. Commit it before the try.
pub async fn mark_attempt(connection: &mut SqliteConnection, post: i64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE wave_departments SET attempts = attempts + 1 WHERE id = ?", post).execute(connection).await?;
    Ok(())
}

/// A try to post certainly failed: it leaves nothing to look for.
pub async fn take_back_attempt(connection: &mut SqliteConnection, post: i64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE wave_departments SET attempts = attempts - 1 WHERE id = ? AND attempts > 0", post)
        .execute(connection)
        .await?;
    Ok(())
}

/// The post stands in its channel.
pub async fn mark_posted(connection: &mut SqliteConnection, post: i64, message: MessageId) -> sqlx::Result<()> {
    let message = message.to_db();
    sqlx::query!("UPDATE wave_departments SET message = ? WHERE id = ?", message, post).execute(connection).await?;
    Ok(())
}

/// The bot has looked whether the post still stands, or is about to make it anew.
pub async fn mark_looked(connection: &mut SqliteConnection, post: i64, at: DateTime<Utc>) -> sqlx::Result<()> {
    let at = to_seconds(at);
    sqlx::query!("UPDATE wave_departments SET looked_at = ? WHERE id = ?", at, post).execute(connection).await?;
    Ok(())
}

/// The post was deleted, and is to be made a second time.
pub async fn mark_lost(connection: &mut SqliteConnection, post: i64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE wave_departments SET message = NULL, reposted = 1 WHERE id = ?", post)
        .execute(connection)
        .await?;
    Ok(())
}

/// Discord refused the post with this code; it is not tried again.
pub async fn mark_failed(connection: &mut SqliteConnection, post: i64, code: u32) -> sqlx::Result<()> {
    sqlx::query!("UPDATE wave_departments SET failure = ? WHERE id = ?", code, post).execute(connection).await?;
    Ok(())
}

/// The post says that the pulse is over, or never will.
pub async fn mark_ended(connection: &mut SqliteConnection, post: i64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE wave_departments SET ended = 1 WHERE id = ?", post).execute(connection).await?;
    Ok(())
}

/// A department's channel was set. Waves that are to open go there. Of an open wave, a post that was refused, or lost with
/// its channel, is to be made there, with the reminders that are planned; one that was deleted twice only in another
/// channel; one of which nobody can tell (failure 1, `UNSURE`) is looked for first in the same channel. Gives the waves whose posts are to be made.
pub async fn move_posts(
    connection: &mut SqliteConnection,
    department: DepartmentId,
    channel: ChannelId,
) -> anyhow::Result<Vec<WaveId>> {
    let (department, channel) = (department.get(), channel.to_db());
    sqlx::query!(
        "UPDATE wave_departments SET channel = ?1
         WHERE department = ?2 AND wave IN (SELECT id FROM waves WHERE state IN ('planned', 'held'))",
        channel,
        department
    )
    .execute(&mut *connection)
    .await?;
    // Others may still stand in the channel before, so its reminders stay.
    sqlx::query!(
        "INSERT OR IGNORE INTO wave_follow_ups (wave, channel, kind, planned)
         SELECT planned.wave, ?1, planned.kind, planned.planned FROM wave_follow_ups planned
         JOIN wave_departments asked ON asked.wave = planned.wave AND asked.channel = planned.channel
         JOIN waves ON waves.id = planned.wave
         WHERE planned.state = 'planned' AND asked.department = ?2 AND asked.failure IS NOT NULL AND waves.state = 'open'",
        channel,
        department
    )
    .execute(&mut *connection)
    .await?;
    let waves = sqlx::query_scalar!(
        "UPDATE wave_departments
         SET channel = ?1, message = NULL, failure = NULL, looked_at = NULL,
             attempts = iif(channel = ?1 AND failure = 1, attempts, 0),
             reposted = iif(channel = ?1 AND failure = 1, reposted, 1)
         WHERE department = ?2 AND failure IS NOT NULL AND (channel != ?1 OR failure != 10008) AND NOT ended
             AND wave IN (SELECT id FROM waves WHERE state = 'open')
         RETURNING wave",
        channel,
        department
    )
    .fetch_all(&mut *connection)
    .await?;
    // In a channel where no department of the wave stands any more nobody is reminded.
    sqlx::query!(
        "DELETE FROM wave_follow_ups
         WHERE state = 'planned' AND kind != 'result' AND wave IN (SELECT wave FROM wave_departments WHERE department = ?1)
             AND NOT EXISTS (SELECT 1 FROM wave_departments asked
                             WHERE asked.wave = wave_follow_ups.wave AND asked.channel = wave_follow_ups.channel)",
        department
    )
    .execute(connection)
    .await?;
    Ok(waves.into_iter().map(WaveId::new).collect::<Result<_, _>>()?)
}
