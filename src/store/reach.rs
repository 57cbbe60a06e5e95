//! Where announcements were posted, and how far they reached each department in a stretch of time, for the summary of a wave.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::announcements::OccurrenceKind;
use crate::domain::ids::{AnnouncementId, ChannelId, DepartmentId, OccurrenceId};

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

/// Which departments each run of an announcement went to, or its brief; `None` for a post of which nobody is known to have
/// read it.
pub async fn list_readers(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    kind: OccurrenceKind,
) -> anyhow::Result<Vec<(OccurrenceId, Option<DepartmentId>)>> {
    let (announcement, kind) = (announcement.get(), kind.code());
    let rows = sqlx::query!(
        r#"SELECT deliveries.occurrence, delivery_departments.department AS "department?: i64" FROM deliveries
         JOIN occurrences ON occurrences.id = deliveries.occurrence
         JOIN schedules ON schedules.id = occurrences.schedule
         LEFT JOIN delivery_departments ON delivery = deliveries.id
         WHERE announcement = ? AND kind = ? AND deliveries.state = 'sent'"#,
        announcement,
        kind
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let department = row.department.map(DepartmentId::new).transpose()?;
            Ok((OccurrenceId::new(row.occurrence)?, department))
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
