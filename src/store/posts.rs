//! Posts of announcements after they were made: when each was looked for, which were deleted, which a lead had posted again.
//!
//! A post that was deleted stays `sent`: people have read it and pressed its buttons.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::announcements::Lost;
use crate::domain::ids::{AnnouncementId, ChannelId, DeliveryId, OccurrenceId};

/// Occurrences whose posts stand, as far as known, with the time since which one of them was not looked for; of those begun
/// since a moment the newest of each kind, of announcements that were not called off. Briefs count until the public post.
pub async fn list_standing(
    connection: &mut SqliteConnection,
    since: DateTime<Utc>,
) -> anyhow::Result<Vec<(OccurrenceId, DateTime<Utc>)>> {
    let since = to_seconds(since);
    let rows = sqlx::query!(
        r#"SELECT occurrences.id AS "id!", min(coalesce(looked_at, reposted_at, started)) AS "looked!: i64"
           FROM occurrences JOIN deliveries ON occurrence = occurrences.id
               JOIN schedules ON schedules.id = schedule JOIN announcements ON announcements.id = announcement
           WHERE started > ? AND occurrences.state = 'done' AND deliveries.state = 'sent' AND lost_at IS NULL
               AND announcements.state IN ('scheduled', 'paused', 'done')
               AND (kind IN ('post', 'again') OR (kind = 'brief' AND NOT EXISTS (
                   SELECT 1 FROM cascades WHERE cascades.announcement = announcements.id AND ended = 1)))
               AND NOT EXISTS (
                   SELECT 1 FROM occurrences AS newer
                   WHERE newer.schedule = occurrences.schedule AND newer.kind = occurrences.kind
                       AND newer.round IS occurrences.round AND newer.department IS occurrences.department
                       AND newer.started > occurrences.started)
           GROUP BY occurrences.id ORDER BY occurrences.id"#,
        since
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((OccurrenceId::new(row.id)?, from_seconds(row.looked)?))).collect()
}

/// A post was looked for.
pub async fn mark_looked(connection: &mut SqliteConnection, id: DeliveryId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let (id, now) = (id.get(), to_seconds(now));
    sqlx::query!("UPDATE deliveries SET looked_at = ? WHERE id = ?", now, id).execute(connection).await?;
    Ok(())
}

/// A post was found deleted; whether that is new.
pub async fn mark_lost(connection: &mut SqliteConnection, id: DeliveryId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let (id, now) = (id.get(), to_seconds(now));
    let done =
        sqlx::query!("UPDATE deliveries SET lost_at = ? WHERE id = ? AND state = 'sent' AND lost_at IS NULL", now, id)
            .execute(connection)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// A post that was deleted is to be made once more; whether it may, which is once.
pub async fn mark_reposted(
    connection: &mut SqliteConnection,
    id: DeliveryId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (id, now) = (id.get(), to_seconds(now));
    let done = sqlx::query!(
        "UPDATE deliveries SET state = 'planned', message = NULL, attempt = 0, first_claim = NULL, lease = NULL,
             boot = NULL, looked_at = NULL, lost_at = NULL, reposted_at = ?
         WHERE id = ? AND state = 'sent' AND lost_at IS NOT NULL AND reposted_at IS NULL",
        now,
        id
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A post that was deleted is made good by one in another channel.
pub async fn mark_made_good(connection: &mut SqliteConnection, id: DeliveryId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let (id, now) = (id.get(), to_seconds(now));
    sqlx::query!("UPDATE deliveries SET reposted_at = ? WHERE id = ?", now, id).execute(connection).await?;
    Ok(())
}

/// The newest run that has taken the place of an occurrence; of a brief, the public post has. Of what was missed, and so
/// never begun, a run that was planned later and is begun has; one of the same kind also if it was missed as well.
pub async fn find_newer(connection: &mut SqliteConnection, id: OccurrenceId) -> anyhow::Result<Option<OccurrenceId>> {
    let id = id.get();
    let newest = sqlx::query_scalar!(
        r#"SELECT newer.id AS "id!" FROM occurrences JOIN occurrences AS newer ON newer.schedule = occurrences.schedule
           WHERE occurrences.id = ?
               AND (newer.started > coalesce(occurrences.started, occurrences.planned)
                   OR (occurrences.started IS NULL AND newer.state = 'missed' AND newer.kind = occurrences.kind))
               AND (occurrences.started IS NOT NULL OR newer.planned > occurrences.planned)
               AND (newer.kind = occurrences.kind OR (occurrences.kind = 'brief' AND newer.kind = 'post'))
               AND newer.round IS occurrences.round AND newer.department IS occurrences.department
           ORDER BY newer.started DESC LIMIT 1"#,
        id
    )
    .fetch_optional(connection)
    .await?;
    newest.map(|id| Ok(OccurrenceId::new(id)?)).transpose()
}

/// An announcement's posts that were deleted, of the newest run and of later rounds.
pub async fn list_lost(connection: &mut SqliteConnection, announcement: AnnouncementId) -> anyhow::Result<Vec<Lost>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        r#"SELECT occurrences.id, channel, lost_at AS "lost_at!: i64", reposted_at
           FROM deliveries JOIN occurrences ON occurrences.id = occurrence JOIN schedules ON schedules.id = schedule
           WHERE announcement = ? AND kind IN ('post', 'again') AND lost_at IS NOT NULL
               AND NOT EXISTS (
                   SELECT 1 FROM occurrences AS newer
                   WHERE newer.schedule = occurrences.schedule AND newer.kind = occurrences.kind
                       AND newer.round IS occurrences.round AND newer.department IS occurrences.department
                       AND newer.started > occurrences.started)
           ORDER BY occurrences.id, deliveries.id"#,
        announcement
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Lost {
                occurrence: OccurrenceId::new(row.id)?,
                channel: ChannelId::from_db(row.channel)?,
                at: from_seconds(row.lost_at)?,
                again: row.reposted_at.is_some(),
            })
        })
        .collect()
}
