//! Changes to announcements: the draft that holds them, the count of changes, and posts whose text is to follow.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::ids::{AnnouncementId, DeliveryId, OccurrenceId, UserId};
use crate::domain::labels::ProcessLabel;

/// The draft that holds changes to an announcement.
pub async fn find_changes(
    connection: &mut SqliteConnection,
    original: AnnouncementId,
) -> anyhow::Result<Option<AnnouncementId>> {
    let original = original.get();
    let id = sqlx::query_scalar!("SELECT id FROM announcements WHERE edits = ? AND state = 'draft'", original)
        .fetch_optional(connection)
        .await?;
    Ok(id.map(AnnouncementId::new).transpose()?)
}

/// Begins a draft of changes: a copy of an announcement with its plan, its audience, and when managers are briefed.
pub async fn insert_changes(
    connection: &mut SqliteConnection,
    original: AnnouncementId,
    author: UserId,
    now: DateTime<Utc>,
) -> anyhow::Result<AnnouncementId> {
    let (original, author, now) = (original.get(), author.to_db(), to_seconds(now));
    let id = sqlx::query_scalar!(
        "INSERT INTO announcements (title, body, benefit, ask, process, template, author, created_at, edits)
         SELECT title, body, benefit, ask, process, template, ?, ?, id FROM announcements WHERE id = ?
         RETURNING id AS \"id!\"",
        author,
        now,
        original
    )
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO schedules (announcement, when_text, repeat_text, first, rule, zone)
         SELECT ?, when_text, repeat_text, first, rule, zone FROM schedules WHERE announcement = ?",
        id,
        original
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO announcement_departments (announcement, department, chosen, benefit)
         SELECT ?, department, chosen, benefit FROM announcement_departments WHERE announcement = ?",
        id,
        original
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO cascades (announcement, lead_time) SELECT ?, lead_time FROM cascades WHERE announcement = ?",
        id,
        original
    )
    .execute(connection)
    .await?;
    Ok(AnnouncementId::new(id)?)
}

/// Counts one more change.
pub async fn mark_changed(connection: &mut SqliteConnection, id: AnnouncementId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE announcements SET revision = revision + 1 WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// Its text was changed after posts had gone out.
pub async fn mark_reworded(
    connection: &mut SqliteConnection,
    id: AnnouncementId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (id, now) = (id.get(), to_seconds(now));
    sqlx::query!("UPDATE announcements SET changed_at = ? WHERE id = ?", now, id).execute(connection).await?;
    Ok(())
}

/// Writes which process it serves.
pub async fn update_process(
    connection: &mut SqliteConnection,
    id: AnnouncementId,
    process: Option<ProcessLabel>,
) -> sqlx::Result<()> {
    let (id, process) = (id.get(), process.map(ProcessLabel::code));
    sqlx::query!("UPDATE announcements SET process = ? WHERE id = ?", process, id).execute(connection).await?;
    Ok(())
}

/// How many posts of an announcement's newest run are out, or on their way.
pub async fn count_newest_posts(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<u32> {
    let announcement = announcement.get();
    let count = sqlx::query_scalar!(
        "SELECT count(*) FROM deliveries WHERE state IN ('planned', 'claimed', 'sent') AND lost_at IS NULL AND occurrence =
             (SELECT occurrences.id FROM occurrences JOIN schedules ON schedules.id = schedule
              WHERE announcement = ? AND kind = 'post' AND started IS NOT NULL ORDER BY started DESC, occurrences.id DESC LIMIT 1)",
        announcement
    )
    .fetch_one(connection)
    .await?;
    Ok(u32::try_from(count)?)
}

/// Lets the posts of an announcement's newest run follow its text. Older runs stay as they were read.
pub async fn insert_post_changes(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (announcement, now) = (announcement.get(), to_seconds(now));
    sqlx::query!(
        "INSERT INTO post_changes (delivery, since)
         SELECT id, ? FROM deliveries WHERE state IN ('planned', 'claimed', 'sent') AND lost_at IS NULL AND occurrence =
             (SELECT occurrences.id FROM occurrences JOIN schedules ON schedules.id = schedule
              WHERE announcement = ? AND kind = 'post' AND started IS NOT NULL ORDER BY started DESC, occurrences.id DESC LIMIT 1)
         ON CONFLICT (delivery) DO UPDATE SET since = excluded.since",
        now,
        announcement
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Lets the briefs that managers have, or are about to get, follow what becomes of their announcement; how many there are.
pub async fn insert_brief_changes(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let (announcement, now) = (announcement.get(), to_seconds(now));
    let done = sqlx::query!(
        "INSERT INTO post_changes (delivery, since)
         SELECT deliveries.id, ? FROM deliveries JOIN occurrences ON occurrences.id = occurrence
             JOIN schedules ON schedules.id = schedule
         WHERE announcement = ? AND kind = 'brief' AND deliveries.state IN ('planned', 'claimed', 'sent')
             AND lost_at IS NULL
         ON CONFLICT (delivery) DO UPDATE SET since = excluded.since",
        now,
        announcement
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

/// Whether managers have the brief of an announcement, or are about to get it.
pub async fn has_brief(connection: &mut SqliteConnection, announcement: AnnouncementId) -> sqlx::Result<bool> {
    let announcement = announcement.get();
    let count = sqlx::query_scalar!(
        "SELECT count(*) FROM deliveries JOIN occurrences ON occurrences.id = occurrence
             JOIN schedules ON schedules.id = schedule
         WHERE announcement = ? AND kind = 'brief' AND deliveries.state IN ('planned', 'claimed', 'sent')
             AND lost_at IS NULL",
        announcement
    )
    .fetch_one(connection)
    .await?;
    Ok(count > 0)
}

/// A post whose text is to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PostChange {
    /// Which.
    pub delivery: DeliveryId,
    /// Of which occurrence.
    pub occurrence: OccurrenceId,
    /// When the text was changed.
    pub since: DateTime<Utc>,
}

/// Posts whose text is to follow.
pub async fn list_post_changes(connection: &mut SqliteConnection) -> anyhow::Result<Vec<PostChange>> {
    let rows = sqlx::query!(
        "SELECT delivery, occurrence, since FROM post_changes JOIN deliveries ON deliveries.id = delivery
         ORDER BY delivery"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PostChange {
                delivery: DeliveryId::new(row.delivery)?,
                occurrence: OccurrenceId::new(row.occurrence)?,
                since: from_seconds(row.since)?,
            })
        })
        .collect()
}

/// Whether a post is to follow a change that was made while it was on its way.
pub async fn has_post_change(connection: &mut SqliteConnection, delivery: DeliveryId) -> sqlx::Result<bool> {
    let delivery = delivery.get();
    sqlx::query_scalar!(r#"SELECT EXISTS (SELECT 1 FROM post_changes WHERE delivery = ?) AS "yes!: bool""#, delivery)
        .fetch_one(connection)
        .await
}

/// A post shows the text, or never will.
pub async fn delete_post_change(connection: &mut SqliteConnection, delivery: DeliveryId) -> sqlx::Result<()> {
    let delivery = delivery.get();
    sqlx::query!("DELETE FROM post_changes WHERE delivery = ?", delivery).execute(connection).await?;
    Ok(())
}
