//! Deliveries: one posting to one channel, and the channels in which Discord refused one.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::announcements::{Delivery, DeliveryState};
use crate::domain::ids::{AnnouncementId, ChannelId, DeliveryId, MessageId, OccurrenceId};

struct Row {
    id: i64,
    occurrence: i64,
    channel: i64,
    state: String,
    attempt: i64,
    first_claim: Option<i64>,
    lease: Option<i64>,
    boot: Option<i64>,
    message: Option<i64>,
    code: Option<i64>,
    lost_at: Option<i64>,
    reposted_at: Option<i64>,
    restarted_at: Option<i64>,
}

impl TryFrom<Row> for Delivery {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: DeliveryId::new(row.id)?,
            occurrence: OccurrenceId::new(row.occurrence)?,
            channel: ChannelId::from_db(row.channel)?,
            state: row.state.parse()?,
            attempt: u32::try_from(row.attempt)?,
            first_claim: row.first_claim.map(from_seconds).transpose()?,
            lease: row.lease.map(from_seconds).transpose()?,
            boot: row.boot,
            message: row.message.map(MessageId::from_db).transpose()?,
            code: row.code.map(u32::try_from).transpose()?,
            lost_at: row.lost_at.map(from_seconds).transpose()?,
            reposted_at: row.reposted_at.map(from_seconds).transpose()?,
            restarted_at: row.restarted_at.map(from_seconds).transpose()?,
        })
    }
}

/// Plans a delivery; there is one per occurrence and channel.
pub async fn insert_delivery(
    connection: &mut SqliteConnection,
    occurrence: OccurrenceId,
    channel: ChannelId,
) -> sqlx::Result<()> {
    let (occurrence, channel) = (occurrence.get(), channel.to_db());
    sqlx::query!(
        "INSERT INTO deliveries (occurrence, channel) VALUES (?, ?) ON CONFLICT DO NOTHING",
        occurrence,
        channel
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// One delivery.
pub async fn find_delivery(connection: &mut SqliteConnection, id: DeliveryId) -> anyhow::Result<Option<Delivery>> {
    let id = id.get();
    let row = sqlx::query_as!(
        Row,
        "SELECT id, occurrence, channel, state, attempt, first_claim, lease, boot, message, code, lost_at, reposted_at,
             restarted_at
         FROM deliveries WHERE id = ?",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Delivery::try_from).transpose()
}

/// The deliveries of one occurrence.
pub async fn list_deliveries(
    connection: &mut SqliteConnection,
    occurrence: OccurrenceId,
) -> anyhow::Result<Vec<Delivery>> {
    let occurrence = occurrence.get();
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, occurrence, channel, state, attempt, first_claim, lease, boot, message, code, lost_at, reposted_at,
             restarted_at
         FROM deliveries WHERE occurrence = ? ORDER BY id",
        occurrence
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Delivery::try_from).collect()
}

/// How many deliveries of an announcement to its readers are in each state; posts that were deleted, and what managers and
/// champions get, don't count.
pub async fn count_deliveries(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<(DeliveryState, u32)>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        "SELECT deliveries.state AS state, count(*) AS count FROM deliveries
         JOIN occurrences ON occurrences.id = deliveries.occurrence
         JOIN schedules ON schedules.id = occurrences.schedule
         WHERE announcement = ? AND kind IN ('post', 'again') AND lost_at IS NULL GROUP BY deliveries.state",
        announcement
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((row.state.parse()?, u32::try_from(row.count)?))).collect()
}

/// The newest occurrence of an announcement in which Discord refused a delivery, and that no newer one has taken the place
/// of: see [`super::posts::find_newer`].
pub async fn find_newest_failed(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Option<OccurrenceId>> {
    let announcement = announcement.get();
    let id = sqlx::query_scalar!(
        "SELECT occurrences.id FROM occurrences
         JOIN schedules ON schedules.id = occurrences.schedule
         JOIN deliveries ON deliveries.occurrence = occurrences.id
         WHERE announcement = ? AND deliveries.state = 'failed'
             AND NOT EXISTS (
                 SELECT 1 FROM occurrences AS newer
                 WHERE newer.schedule = occurrences.schedule AND newer.started > occurrences.started
                     AND (newer.kind = occurrences.kind OR (occurrences.kind = 'brief' AND newer.kind = 'post'))
                     AND newer.round IS occurrences.round AND newer.department IS occurrences.department)
         ORDER BY planned DESC LIMIT 1",
        announcement
    )
    .fetch_optional(connection)
    .await?;
    Ok(id.map(OccurrenceId::new).transpose()?)
}

/// Writes that Discord is about to be called, for the departments that read in the channel now. `fresh`: the channel is known not to hold the post, so that Discord's
/// memory of the nonce counts from now.
pub async fn mark_claimed(
    connection: &mut SqliteConnection,
    id: DeliveryId,
    now: DateTime<Utc>,
    lease: DateTime<Utc>,
    boot: i64,
    fresh: bool,
) -> sqlx::Result<()> {
    let (id, now, lease) = (id.get(), to_seconds(now), to_seconds(lease));
    sqlx::query!(
        "UPDATE deliveries SET state = 'claimed', attempt = attempt + 1, lease = ?, boot = ?,
             first_claim = CASE WHEN ? THEN ? ELSE coalesce(first_claim, ?) END
         WHERE id = ? AND state IN ('planned', 'claimed')",
        lease,
        boot,
        fresh,
        now,
        now,
        id
    )
    .execute(&mut *connection)
    .await?;
    super::reach::put_readers(connection, id).await
}

/// Sets from when on a delivery that has no end yet may be taken up again, by this start of the program.
pub async fn mark_lease(
    connection: &mut SqliteConnection,
    id: DeliveryId,
    lease: DateTime<Utc>,
    boot: i64,
) -> sqlx::Result<()> {
    let (id, lease) = (id.get(), to_seconds(lease));
    sqlx::query!(
        "UPDATE deliveries SET lease = ?, boot = ? WHERE id = ? AND state IN ('planned', 'claimed')",
        lease,
        boot,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// It is in the channel.
pub async fn mark_sent(connection: &mut SqliteConnection, id: DeliveryId, message: MessageId) -> sqlx::Result<()> {
    let (id, message) = (id.get(), message.to_db());
    sqlx::query!("UPDATE deliveries SET state = 'sent', message = ? WHERE id = ?", message, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// Discord refuses it for good, with this code.
pub async fn mark_failed(connection: &mut SqliteConnection, id: DeliveryId, code: u32) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE deliveries SET state = 'failed', code = ? WHERE id = ?", code, id).execute(connection).await?;
    Ok(())
}

/// Moves a delivery that is not sent to another state.
pub async fn mark_delivery(connection: &mut SqliteConnection, id: DeliveryId, to: DeliveryState) -> sqlx::Result<()> {
    let (id, to) = (id.get(), to.code());
    sqlx::query!("UPDATE deliveries SET state = ? WHERE id = ? AND state != 'sent'", to, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// Starts the deliveries of an occurrence that a lead was asked about anew. What is in doubt is looked for before it is posted.
pub async fn mark_unsure_planned(
    connection: &mut SqliteConnection,
    occurrence: OccurrenceId,
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let (occurrence, now) = (occurrence.get(), to_seconds(now));
    let done = sqlx::query!(
        "UPDATE deliveries SET state = iif(state = 'unsure', 'claimed', 'planned'),
             first_claim = iif(state = 'unsure', first_claim, NULL), attempt = iif(state = 'unsure', 1, 0),
             lease = iif(state = 'unsure', ?, NULL), boot = iif(state = 'unsure', boot, NULL), restarted_at = ?
         WHERE occurrence = ? AND state IN ('unsure', 'missed')",
        now,
        now,
        occurrence
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

/// The newest public posting of an announcement that nobody knows to be in some channel, or that did not get there in
/// time; and these channels.
pub async fn find_open(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Option<(OccurrenceId, Vec<ChannelId>)>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        "SELECT occurrence, channel FROM deliveries JOIN occurrences ON occurrences.id = occurrence
             JOIN schedules ON schedules.id = schedule
         WHERE announcement = ? AND kind = 'post' AND deliveries.state IN ('unsure', 'missed')
         ORDER BY planned DESC, deliveries.id",
        announcement
    )
    .fetch_all(connection)
    .await?;
    let Some(newest) = rows.first().map(|row| row.occurrence) else { return Ok(None) };
    let channels = rows.iter().filter(|row| row.occurrence == newest).map(|row| ChannelId::from_db(row.channel));
    Ok(Some((OccurrenceId::new(newest)?, channels.collect::<Result<_, _>>()?)))
}

/// Lets deliveries that are held until the end of quiet hours leave now; says how many.
pub async fn mark_waiting_due(
    connection: &mut SqliteConnection,
    occurrence: OccurrenceId,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let (occurrence, until, now) = (occurrence.get(), to_seconds(until), to_seconds(now));
    let done = sqlx::query!(
        "UPDATE deliveries SET lease = ?, restarted_at = ?
         WHERE occurrence = ? AND state IN ('planned', 'claimed') AND lease = ?",
        now,
        now,
        occurrence,
        until
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

/// Starts a delivery that Discord refused anew; whether it was such a one.
pub async fn mark_failed_planned(
    connection: &mut SqliteConnection,
    id: DeliveryId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (id, now) = (id.get(), to_seconds(now));
    let done = sqlx::query!(
        "UPDATE deliveries SET state = 'planned', code = NULL, attempt = 0, first_claim = NULL, lease = NULL, boot = NULL,
             restarted_at = ?
         WHERE id = ? AND state = 'failed'",
        now,
        id
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A delivery that others of its occurrence came before is on its way from now on.
pub async fn mark_restarted(connection: &mut SqliteConnection, id: DeliveryId, now: DateTime<Utc>) -> sqlx::Result<()> {
    let (id, now) = (id.get(), to_seconds(now));
    sqlx::query!("UPDATE deliveries SET restarted_at = ? WHERE id = ?", now, id).execute(connection).await?;
    Ok(())
}

/// Gives up the deliveries of an occurrence that a lead was asked about.
pub async fn mark_unsure_cancelled(connection: &mut SqliteConnection, occurrence: OccurrenceId) -> sqlx::Result<u64> {
    let occurrence = occurrence.get();
    let done = sqlx::query!(
        "UPDATE deliveries SET state = 'cancelled' WHERE occurrence = ? AND state IN ('unsure', 'missed')",
        occurrence
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

/// Discord refused a post there; whether that is new.
pub async fn disable_channel(
    connection: &mut SqliteConnection,
    channel: ChannelId,
    code: u32,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (channel, now) = (channel.to_db(), to_seconds(now));
    let done = sqlx::query!(
        "INSERT INTO disabled_channels (channel, code, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        channel,
        code,
        now
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Since when Discord has refused posts there.
pub async fn find_disabled_since(
    connection: &mut SqliteConnection,
    channel: ChannelId,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let channel = channel.to_db();
    let since = sqlx::query_scalar!("SELECT since FROM disabled_channels WHERE channel = ?", channel)
        .fetch_optional(connection)
        .await?;
    since.map(from_seconds).transpose()
}

/// The bot may post there again.
pub async fn enable_channel(connection: &mut SqliteConnection, channel: ChannelId) -> sqlx::Result<()> {
    let channel = channel.to_db();
    sqlx::query!("DELETE FROM disabled_channels WHERE channel = ?", channel).execute(connection).await?;
    Ok(())
}

/// The code with which Discord refused a post there.
pub async fn find_disabled(connection: &mut SqliteConnection, channel: ChannelId) -> anyhow::Result<Option<u32>> {
    let channel = channel.to_db();
    let code = sqlx::query_scalar!("SELECT code FROM disabled_channels WHERE channel = ?", channel)
        .fetch_optional(connection)
        .await?;
    Ok(code.map(u32::try_from).transpose()?)
}
