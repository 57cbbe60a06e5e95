//! What waits to be posted, in the order in which it leaves: occurrences by time, deliveries one by one in each channel.
//!
//! The statements name the partial indexes that serve them, so that a thousand or ten thousand plans cost nothing.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::ids::{ChannelId, DeliveryId, OccurrenceId};

/// Occurrences whose time has come, of announcements that are neither paused nor called off; the earliest first. Later
/// rounds belong to announcements that are posted already.
pub async fn list_due_occurrences(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
    limit: u32,
) -> anyhow::Result<Vec<OccurrenceId>> {
    let now = to_seconds(now);
    // The index's own condition is repeated word for word: SQLite doesn't conclude it (sqlite.org/partialindex.html, 3).
    let ids = sqlx::query_scalar!(
        "SELECT occurrences.id FROM occurrences INDEXED BY occurrences_that_wait
         JOIN schedules ON schedules.id = occurrences.schedule
         JOIN announcements ON announcements.id = schedules.announcement
         WHERE occurrences.state IN ('planned', 'sending') AND occurrences.state = 'planned'
             AND planned <= ? AND (not_before IS NULL OR not_before <= ?)
             AND (announcements.state = 'scheduled' OR (announcements.state = 'done' AND kind IN ('ask', 'again')))
         ORDER BY planned, occurrences.id LIMIT ?",
        now,
        now,
        limit
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(OccurrenceId::new).collect::<Result<_, _>>()?)
}

/// When the next occurrence comes due; one that is due already doesn't count.
pub async fn find_next_due(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let now = to_seconds(now);
    let planned = sqlx::query_scalar!(
        "SELECT planned FROM occurrences INDEXED BY occurrences_that_wait
         JOIN schedules ON schedules.id = occurrences.schedule
         JOIN announcements ON announcements.id = schedules.announcement
         WHERE occurrences.state IN ('planned', 'sending') AND occurrences.state = 'planned'
             AND planned > ?
             AND (announcements.state = 'scheduled' OR (announcements.state = 'done' AND kind IN ('ask', 'again')))
         ORDER BY planned LIMIT 1",
        now
    )
    .fetch_optional(&mut *connection)
    .await?;
    let held_back = sqlx::query_scalar!(
        r#"SELECT min(not_before) AS "at?: i64" FROM occurrences INDEXED BY occurrences_that_wait
         WHERE state IN ('planned', 'sending') AND state = 'planned' AND planned <= ? AND not_before > ?"#,
        now,
        now
    )
    .fetch_one(connection)
    .await?;
    planned.into_iter().chain(held_back).min().map(from_seconds).transpose()
}

/// Holds an occurrence that is due back until then.
pub async fn mark_not_before(
    connection: &mut SqliteConnection,
    id: OccurrenceId,
    until: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (id, until) = (id.get(), to_seconds(until));
    sqlx::query!("UPDATE occurrences SET not_before = ? WHERE id = ? AND state = 'planned'", until, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// Lets everything that is held until then be decided anew.
pub async fn release_held(
    connection: &mut SqliteConnection,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (until, now) = (to_seconds(until), to_seconds(now));
    sqlx::query!("UPDATE occurrences SET not_before = NULL WHERE state = 'planned' AND not_before = ?", until)
        .execute(&mut *connection)
        .await?;
    sqlx::query!("UPDATE deliveries SET lease = ? WHERE state IN ('planned', 'claimed') AND lease = ?", now, until)
        .execute(connection)
        .await?;
    Ok(())
}

/// Occurrences that were begun and have nothing left on its way.
pub async fn list_run_dry(connection: &mut SqliteConnection) -> anyhow::Result<Vec<OccurrenceId>> {
    let ids = sqlx::query_scalar!(
        "SELECT id FROM occurrences INDEXED BY occurrences_under_way
         WHERE state = 'sending' AND NOT EXISTS (
             SELECT 1 FROM deliveries WHERE occurrence = occurrences.id AND deliveries.state IN ('planned', 'claimed'))"
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(OccurrenceId::new).collect::<Result<_, _>>()?)
}

/// The channels in which a delivery may be made now. Claims of another start of the program are nobody's.
pub async fn list_due_channels(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
    boot: i64,
) -> anyhow::Result<Vec<ChannelId>> {
    let now = to_seconds(now);
    let channels = sqlx::query_scalar!(
        "SELECT DISTINCT channel FROM deliveries INDEXED BY deliveries_on_their_way
         JOIN occurrences ON occurrences.id = deliveries.occurrence
         WHERE deliveries.state IN ('planned', 'claimed') AND occurrences.state = 'sending'
             AND (lease IS NULL OR lease <= ? OR (boot IS NOT NULL AND boot != ?))",
        now,
        boot
    )
    .fetch_all(connection)
    .await?;
    Ok(channels.into_iter().map(ChannelId::from_db).collect::<Result<_, _>>()?)
}

/// The delivery whose turn it is in a channel.
pub async fn find_due_delivery(
    connection: &mut SqliteConnection,
    channel: ChannelId,
    now: DateTime<Utc>,
    boot: i64,
) -> anyhow::Result<Option<DeliveryId>> {
    let (channel, now) = (channel.to_db(), to_seconds(now));
    let id = sqlx::query_scalar!(
        "SELECT deliveries.id FROM deliveries INDEXED BY deliveries_on_their_way
         JOIN occurrences ON occurrences.id = deliveries.occurrence
         WHERE deliveries.state IN ('planned', 'claimed') AND channel = ? AND occurrences.state = 'sending'
             AND (lease IS NULL OR lease <= ? OR (boot IS NOT NULL AND boot != ?))
         ORDER BY planned, deliveries.id LIMIT 1",
        channel,
        now,
        boot
    )
    .fetch_optional(connection)
    .await?;
    Ok(id.map(DeliveryId::new).transpose()?)
}

/// When the next delivery that waits for another try may be taken up.
pub async fn find_next_lease(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let now = to_seconds(now);
    let lease = sqlx::query_scalar!(
        r#"SELECT min(lease) AS "at?: i64" FROM deliveries INDEXED BY deliveries_on_their_way
         JOIN occurrences ON occurrences.id = deliveries.occurrence
         WHERE deliveries.state IN ('planned', 'claimed') AND occurrences.state = 'sending' AND lease > ?"#,
        now
    )
    .fetch_one(connection)
    .await?;
    lease.map(from_seconds).transpose()
}
