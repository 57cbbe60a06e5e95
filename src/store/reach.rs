//! Where announcements were posted, and how far they reached each department in a stretch of time, for the summary of a wave.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::announcements::OccurrenceKind;
use crate::domain::ids::{AnnouncementId, ChannelId, DeliveryId, DepartmentId, OccurrenceId};

/// The channels in which an announcement stands, each once.
pub async fn list_channels(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<ChannelId>> {
    let announcement = announcement.get();
    let channels = sqlx::query_scalar!(
        "SELECT DISTINCT channel FROM deliveries JOIN occurrences ON occurrences.id = occurrence
         JOIN schedules ON schedules.id = schedule
         WHERE announcement = ? AND kind = 'post' AND deliveries.state = 'sent' ORDER BY channel",
        announcement
    )
    .fetch_all(connection)
    .await?;
    Ok(channels.into_iter().map(ChannelId::from_db).collect::<Result<_, _>>()?)
}

/// Notes who is to read it, at its first call. At later ones, and where a post is made again, nobody is added: it may have
/// stand there, or did, for fewer. Whoever has left the channel since doesn't read it.
pub(super) async fn put_readers(connection: &mut SqliteConnection, id: i64) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO delivery_departments (delivery, department)
         SELECT made.id, departments.id FROM deliveries AS made
         JOIN occurrences ON occurrences.id = made.occurrence
         JOIN departments ON made.channel =
             CASE WHEN occurrences.kind = 'brief' THEN departments.managers_channel ELSE departments.channel END
         WHERE made.id = ? AND departments.state != 'removed' AND made.attempt = 1
             AND NOT EXISTS (SELECT 1 FROM delivery_departments WHERE delivery = made.id)
             AND (made.reposted_at IS NULL OR departments.id IN (
                 SELECT department FROM delivery_departments JOIN deliveries AS other ON other.id = delivery
                 WHERE other.occurrence = made.occurrence))",
        id
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM delivery_departments WHERE delivery = ? AND department NOT IN (
             SELECT departments.id FROM deliveries AS made
             JOIN occurrences ON occurrences.id = made.occurrence
             JOIN departments ON made.channel =
                 CASE WHEN occurrences.kind = 'brief' THEN departments.managers_channel ELSE departments.channel END
             WHERE made.id = delivery AND departments.state != 'removed')",
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A department that a posting went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Of which run, or brief.
    pub occurrence: OccurrenceId,
    /// By which post.
    pub delivery: DeliveryId,
    /// Which department; `None` if nobody is known to have read it.
    pub department: Option<DepartmentId>,
    /// The post stands there, or did; otherwise it may.
    pub is_certain: bool,
}

/// Who reads the runs of an announcement, or its brief. `under`: a post that certainly stands, whatever is noted of it.
pub async fn list_readers(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    kind: OccurrenceKind,
    under: Option<DeliveryId>,
) -> anyhow::Result<Vec<Reader>> {
    let (announcement, kind, under) = (announcement.get(), kind.code(), under.map(DeliveryId::get));
    let rows = sqlx::query!(
        r#"SELECT deliveries.occurrence, deliveries.id, delivery_departments.department AS "department?: i64",
               (deliveries.state = 'sent' OR reposted_at IS NOT NULL OR deliveries.id IS ?) AS "is_certain!: bool"
         FROM deliveries
         JOIN occurrences ON occurrences.id = deliveries.occurrence
         JOIN schedules ON schedules.id = occurrences.schedule
         LEFT JOIN delivery_departments ON delivery = deliveries.id
         WHERE announcement = ? AND kind = ? AND (deliveries.state = 'sent' OR deliveries.id IS ?
             OR (delivery_departments.department IS NOT NULL
                 AND (deliveries.state NOT IN ('failed', 'missed') OR reposted_at IS NOT NULL)))"#,
        under,
        announcement,
        kind,
        under
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Reader {
                occurrence: OccurrenceId::new(row.occurrence)?,
                delivery: DeliveryId::new(row.id)?,
                department: row.department.map(DepartmentId::new).transpose()?,
                is_certain: row.is_certain,
            })
        })
        .collect()
}

/// The length of a day in seconds; worries are kept by day (days since 1970).
const DAY: i64 = 86_400;

/// What is known of one department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentReach {
    /// Which department.
    pub department: DepartmentId,
    /// Its name today.
    pub name: String,
    /// Something was announced to it.
    pub was_addressed: bool,
    /// How many people understood at least one of those announcements.
    pub understood: u32,
    /// How many worries it sent in that leads may see.
    pub worries: u32,
}

/// What was announced after `after` and up to `until`, and what each department said to it until then: worries that were
/// said among at least `fewest` people, as leads see no others.
///
/// The time of a worry is kept by day only: one of the day on which `after` falls counts before it, so that no worry
/// counts twice.
pub async fn list_reach(
    connection: &mut SqliteConnection,
    after: Option<DateTime<Utc>>,
    until: DateTime<Utc>,
    fewest: u32,
) -> anyhow::Result<Vec<DepartmentReach>> {
    let after = after.map_or(-1, super::to_seconds);
    let until = super::to_seconds(until);
    let (day_before, last_day) = (after.div_euclid(DAY), until.div_euclid(DAY));
    let rows = sqlx::query!(
        r#"WITH posted AS (
               SELECT DISTINCT schedules.announcement FROM occurrences
               JOIN schedules ON schedules.id = occurrences.schedule
               WHERE started > ? AND started <= ? AND kind IN ('post', 'again')
           )
           SELECT departments.id, departments.name,
               EXISTS (SELECT 1 FROM announcement_departments AS part JOIN posted USING (announcement)
                       WHERE part.department = departments.id AND part.chosen = 1) AS "addressed!: bool",
               (SELECT count(DISTINCT person) FROM acknowledgements AS one JOIN posted USING (announcement)
                WHERE one.department = departments.id AND one.at <= ?) AS "understood!: i64",
               (SELECT count(*) FROM worries
                WHERE worries.department = departments.id AND day > ? AND day <= ? AND among >= ?) AS "worries!: i64"
           FROM departments ORDER BY departments.id"#,
        after,
        until,
        until,
        day_before,
        last_day,
        fewest
    )
    .fetch_all(connection)
    .await?;
    let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    rows.into_iter()
        .map(|row| {
            Ok(DepartmentReach {
                department: DepartmentId::new(row.id)?,
                name: row.name,
                was_addressed: row.addressed,
                understood: count(row.understood),
                worries: count(row.worries),
            })
        })
        .collect()
}
