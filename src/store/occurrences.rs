//! Occurrences: planned postings of announcements. Only the next run of a plan has a row that waits.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::announcements::{Occurrence, OccurrenceKind, OccurrenceState};
use crate::domain::ids::{AnnouncementId, ChannelId, DepartmentId, OccurrenceId, RoundId, ScheduleId};
use crate::domain::labels::ProcessLabel;

struct Row {
    id: i64,
    schedule: i64,
    announcement: i64,
    kind: String,
    round: Option<i64>,
    department: Option<i64>,
    planned: i64,
    state: String,
    late: i64,
    started: Option<i64>,
}

impl TryFrom<Row> for Occurrence {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: OccurrenceId::new(row.id)?,
            schedule: ScheduleId::new(row.schedule)?,
            announcement: AnnouncementId::new(row.announcement)?,
            kind: row.kind.parse()?,
            round: row.round.map(RoundId::new).transpose()?,
            department: row.department.map(DepartmentId::new).transpose()?,
            planned: from_seconds(row.planned)?,
            state: row.state.parse()?,
            late: row.late == 1,
            started: row.started.map(from_seconds).transpose()?,
        })
    }
}

/// Plans a posting; `None` if this plan has had one for this very moment, whatever became of it.
pub async fn insert_occurrence(
    connection: &mut SqliteConnection,
    schedule: ScheduleId,
    kind: OccurrenceKind,
    planned: DateTime<Utc>,
) -> anyhow::Result<Option<OccurrenceId>> {
    let (schedule, kind, planned) = (schedule.get(), kind.code(), to_seconds(planned));
    let id = sqlx::query_scalar!(
        "INSERT INTO occurrences (schedule, kind, planned) VALUES (?, ?, ?)
         ON CONFLICT DO NOTHING RETURNING id AS \"id!\"",
        schedule,
        kind,
        planned
    )
    .fetch_optional(connection)
    .await?;
    Ok(id.map(OccurrenceId::new).transpose()?)
}

/// Says of which round an occurrence is, and for which department it is posted.
pub async fn set_round(
    connection: &mut SqliteConnection,
    id: OccurrenceId,
    round: RoundId,
    department: Option<DepartmentId>,
) -> sqlx::Result<()> {
    let (id, round, department) = (id.get(), round.get(), department.map(DepartmentId::get));
    sqlx::query!("UPDATE occurrences SET round = ?, department = ? WHERE id = ?", round, department, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// One occurrence.
pub async fn find_occurrence(
    connection: &mut SqliteConnection,
    id: OccurrenceId,
) -> anyhow::Result<Option<Occurrence>> {
    let id = id.get();
    let row = sqlx::query_as!(
        Row,
        "SELECT occurrences.id, schedule, announcement, kind, round, department, planned, state, late, started
         FROM occurrences JOIN schedules ON schedules.id = occurrences.schedule WHERE occurrences.id = ?",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Occurrence::try_from).transpose()
}

/// When the first public posting of an announcement was begun.
pub async fn find_first_start(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let announcement = announcement.get();
    let started = sqlx::query_scalar!(
        r#"SELECT min(started) AS "at?: i64" FROM occurrences JOIN schedules ON schedules.id = schedule
         WHERE announcement = ? AND kind = 'post'"#,
        announcement
    )
    .fetch_one(connection)
    .await?;
    started.map(from_seconds).transpose()
}

/// The newest public posting of an announcement that was missed and nobody has decided on.
pub async fn find_missed(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Option<Occurrence>> {
    let announcement = announcement.get();
    let row = sqlx::query_as!(
        Row,
        "SELECT occurrences.id, schedule, announcement, kind, round, department, planned, state, late, started
         FROM occurrences JOIN schedules ON schedules.id = occurrences.schedule
         WHERE announcement = ? AND kind = 'post' AND state = 'missed' ORDER BY planned DESC LIMIT 1",
        announcement
    )
    .fetch_optional(connection)
    .await?;
    row.map(Occurrence::try_from).transpose()
}

/// What waits or is on its way, of announcements that are neither paused nor called off; the earliest first.
pub async fn list_waiting(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Occurrence>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT occurrences.id, schedule, announcement, kind, round, department, planned, occurrences.state, late, started
         FROM occurrences JOIN schedules ON schedules.id = occurrences.schedule
         JOIN announcements ON announcements.id = schedules.announcement
         WHERE occurrences.state = 'sending' OR (occurrences.state = 'planned' AND (announcements.state = 'scheduled'
             OR (announcements.state = 'done' AND kind IN ('ask', 'again'))))
         ORDER BY planned, occurrences.id"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Occurrence::try_from).collect()
}

/// Whether something of this announcement still waits or is on its way; or its one post was missed, and waits for a lead.
pub async fn has_waiting(connection: &mut SqliteConnection, announcement: AnnouncementId) -> sqlx::Result<bool> {
    let announcement = announcement.get();
    let count = sqlx::query_scalar!(
        "SELECT count(*) FROM occurrences JOIN schedules ON schedules.id = occurrences.schedule
         WHERE announcement = ? AND (state IN ('planned', 'sending')
             OR (state = 'missed' AND kind = 'post' AND rule IS NULL))",
        announcement
    )
    .fetch_one(connection)
    .await?;
    Ok(count > 0)
}

/// Moves an occurrence to another state; whether it was in the first one.
pub async fn mark_occurrence(
    connection: &mut SqliteConnection,
    id: OccurrenceId,
    from: OccurrenceState,
    to: OccurrenceState,
) -> sqlx::Result<bool> {
    let (id, from, to) = (id.get(), from.code(), to.code());
    let done = sqlx::query!("UPDATE occurrences SET state = ? WHERE id = ? AND state = ?", to, id, from)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Begins the deliveries of an occurrence. `late`: it goes out later than planned.
pub async fn mark_sending(
    connection: &mut SqliteConnection,
    id: OccurrenceId,
    late: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (id, now) = (id.get(), to_seconds(now));
    sqlx::query!("UPDATE occurrences SET state = 'sending', late = ?, started = ? WHERE id = ?", late, now, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// It gets to a channel much later than it was begun; whether that is new.
pub async fn mark_late(connection: &mut SqliteConnection, id: OccurrenceId) -> sqlx::Result<bool> {
    let id = id.get();
    let done =
        sqlx::query!("UPDATE occurrences SET late = 1 WHERE id = ? AND late = 0", id).execute(connection).await?;
    Ok(done.rows_affected() == 1)
}

/// Makes deliveries of an occurrence that was done; it counts as begun when it was.
pub async fn mark_sending_on(connection: &mut SqliteConnection, id: OccurrenceId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE occurrences SET state = 'sending' WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// Calls off what still waits of an announcement, or what was missed, so that nobody is asked about it any more.
pub async fn mark_cancelled(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    from: OccurrenceState,
) -> sqlx::Result<()> {
    let (announcement, from) = (announcement.get(), from.code());
    sqlx::query!(
        "UPDATE occurrences SET state = 'cancelled'
         WHERE state = ? AND schedule IN (SELECT id FROM schedules WHERE announcement = ?)",
        from,
        announcement
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Calls off what a plan has waiting or missed, its posts and its brief, but nothing that people have asked for beside it.
pub async fn mark_plan_cancelled(connection: &mut SqliteConnection, announcement: AnnouncementId) -> sqlx::Result<()> {
    let announcement = announcement.get();
    sqlx::query!(
        "UPDATE occurrences SET state = 'cancelled'
         WHERE state IN ('planned', 'missed') AND kind IN ('post', 'brief')
             AND schedule IN (SELECT id FROM schedules WHERE announcement = ?)",
        announcement
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The posting of an announcement that still waits, whether or not it is held back.
pub async fn find_planned(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Option<Occurrence>> {
    let announcement = announcement.get();
    let row = sqlx::query_as!(
        Row,
        "SELECT occurrences.id, schedule, announcement, kind, round, department, planned, state, late, started
         FROM occurrences JOIN schedules ON schedules.id = occurrences.schedule
         WHERE announcement = ? AND kind = 'post' AND state = 'planned' ORDER BY planned LIMIT 1",
        announcement
    )
    .fetch_optional(connection)
    .await?;
    row.map(Occurrence::try_from).transpose()
}

/// Plans a posting, also for a moment whose posting was called off. `None` if this plan has had one for this very moment,
/// or has one that waits.
pub async fn put_planned(
    connection: &mut SqliteConnection,
    schedule: ScheduleId,
    kind: OccurrenceKind,
    planned: DateTime<Utc>,
) -> anyhow::Result<Option<OccurrenceId>> {
    let (schedule, kind, planned) = (schedule.get(), kind.code(), to_seconds(planned));
    let id = sqlx::query_scalar!(
        "INSERT INTO occurrences (schedule, kind, planned) VALUES (?, ?, ?)
         ON CONFLICT (schedule, planned) DO UPDATE SET state = 'planned', kind = excluded.kind, not_before = NULL
             WHERE state = 'cancelled' RETURNING id AS \"id!\"",
        schedule,
        kind,
        planned
    )
    .fetch_optional(connection)
    .await?;
    Ok(id.map(OccurrenceId::new).transpose()?)
}

/// Every posting of an announcement that was begun: when, how late, and in how many channels it stands. By time.
pub async fn list_posted(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<Posted>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        r#"SELECT started AS "started!: i64", late,
               (SELECT count(*) FROM deliveries WHERE occurrence = occurrences.id AND deliveries.state = 'sent')
                   AS "sent!: i64"
           FROM occurrences JOIN schedules ON schedules.id = schedule
           WHERE announcement = ? AND kind = 'post' AND started IS NOT NULL ORDER BY started"#,
        announcement
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Posted { at: from_seconds(row.started)?, late: row.late == 1, channels: u32::try_from(row.sent)? })
        })
        .collect()
}

/// A posting that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// When.
    pub at: DateTime<Utc>,
    /// Later than planned.
    pub late: bool,
    /// In how many channels it stands.
    pub channels: u32,
}

/// When each process was last heard of: the newest posting of an announcement with its label that stands in a channel.
pub async fn list_heard(connection: &mut SqliteConnection) -> anyhow::Result<Vec<(ProcessLabel, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        r#"SELECT process AS "process!: String", max(started) AS "last!: i64"
           FROM occurrences JOIN schedules ON schedules.id = schedule
               JOIN announcements ON announcements.id = announcement
           WHERE process IS NOT NULL AND kind = 'post' AND started IS NOT NULL
               AND EXISTS (SELECT 1 FROM deliveries WHERE occurrence = occurrences.id AND deliveries.state = 'sent')
           GROUP BY process"#
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((row.process.parse()?, from_seconds(row.last)?))).collect()
}

/// Posts that were begun since a moment, by channel: one moment for each.
pub async fn list_begun(
    connection: &mut SqliteConnection,
    since: DateTime<Utc>,
) -> anyhow::Result<Vec<(ChannelId, DateTime<Utc>)>> {
    let since = to_seconds(since);
    let rows = sqlx::query!(
        r#"SELECT channel, started AS "started!: i64" FROM deliveries JOIN occurrences ON occurrences.id = occurrence
           WHERE started >= ? AND deliveries.state IN ('planned', 'claimed', 'sent', 'unsure') ORDER BY started"#,
        since
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((ChannelId::from_db(row.channel)?, from_seconds(row.started)?))).collect()
}

/// Whether anything of an announcement was posted, or is on its way: its brief, or a run.
pub async fn has_begun(connection: &mut SqliteConnection, announcement: AnnouncementId) -> sqlx::Result<bool> {
    let announcement = announcement.get();
    let count = sqlx::query_scalar!(
        "SELECT count(*) FROM occurrences JOIN schedules ON schedules.id = schedule
         WHERE announcement = ? AND started IS NOT NULL",
        announcement
    )
    .fetch_one(connection)
    .await?;
    Ok(count > 0)
}
