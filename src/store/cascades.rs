//! Cascades: which announcements managers hear first, and which teams they have briefed.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::cascades::{Briefing, Cascade, LeadTime};
use crate::domain::ids::{AnnouncementId, DepartmentId, OccurrenceId, ScheduleId, UserId};

/// An announcement's cascade. The deadline is the first public post that was not called off; a missed one only while
/// there is no other.
pub async fn find_cascade(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Option<Cascade>> {
    let announcement = announcement.get();
    let row = sqlx::query!(
        r#"SELECT lead_time, warned, ended,
             (SELECT planned FROM occurrences JOIN schedules ON schedules.id = schedule
              WHERE schedules.announcement = cascades.announcement AND kind = 'post' AND occurrences.state != 'cancelled'
              ORDER BY occurrences.state = 'missed', planned LIMIT 1)
             AS "deadline: i64"
         FROM cascades WHERE announcement = ?"#,
        announcement
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Cascade {
            lead_time: row.lead_time.parse()?,
            warned: row.warned == 1,
            ended: row.ended == 1,
            deadline: row.deadline.map(from_seconds).transpose()?,
        })
    })
    .transpose()
}

/// Sets when managers get the brief; `None`: they get none.
pub async fn put_cascade(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    lead_time: Option<LeadTime>,
) -> sqlx::Result<()> {
    let announcement = announcement.get();
    match lead_time.map(|lead_time| lead_time.to_string()) {
        Some(lead_time) => {
            sqlx::query!(
                "INSERT INTO cascades (announcement, lead_time) VALUES (?, ?)
                 ON CONFLICT (announcement) DO UPDATE SET lead_time = excluded.lead_time",
                announcement,
                lead_time
            )
            .execute(connection)
            .await?
        }
        None => sqlx::query!("DELETE FROM cascades WHERE announcement = ?", announcement).execute(connection).await?,
    };
    Ok(())
}

/// Announcements whose managers were, or are to be, briefed and whose deadline has not been dealt with.
pub async fn list_running(connection: &mut SqliteConnection) -> anyhow::Result<Vec<AnnouncementId>> {
    let ids = sqlx::query_scalar!(
        "SELECT announcement FROM cascades JOIN announcements ON announcements.id = announcement
         WHERE ended = 0 AND state IN ('scheduled', 'done') ORDER BY announcement"
    )
    .fetch_all(connection)
    .await?;
    ids.into_iter().map(|id| Ok(AnnouncementId::new(id)?)).collect()
}

/// Leads were told who is still to be briefed.
pub async fn mark_warned(connection: &mut SqliteConnection, announcement: AnnouncementId) -> sqlx::Result<()> {
    let announcement = announcement.get();
    sqlx::query!("UPDATE cascades SET warned = 1 WHERE announcement = ?", announcement).execute(connection).await?;
    Ok(())
}

/// The deadline has come, and leads were told who had not been briefed.
pub async fn mark_ended(connection: &mut SqliteConnection, announcement: AnnouncementId) -> sqlx::Result<()> {
    let announcement = announcement.get();
    sqlx::query!("UPDATE cascades SET ended = 1 WHERE announcement = ?", announcement).execute(connection).await?;
    Ok(())
}

/// The public post has another time: leads are to be told again who is still to be briefed.
pub async fn mark_restarted(connection: &mut SqliteConnection, announcement: AnnouncementId) -> sqlx::Result<()> {
    let announcement = announcement.get();
    sqlx::query!("UPDATE cascades SET warned = 0, ended = 0 WHERE announcement = ?", announcement)
        .execute(connection)
        .await?;
    Ok(())
}

/// Calls off a brief that still waits.
pub async fn mark_brief_cancelled(connection: &mut SqliteConnection, schedule: ScheduleId) -> sqlx::Result<()> {
    let schedule = schedule.get();
    sqlx::query!(
        "UPDATE occurrences SET state = 'cancelled' WHERE schedule = ? AND kind = 'brief' AND state = 'planned'",
        schedule
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// When the brief of a plan that still waits is due.
pub async fn find_waiting_brief(
    connection: &mut SqliteConnection,
    schedule: ScheduleId,
) -> anyhow::Result<Option<DateTime<Utc>>> {
    let schedule = schedule.get();
    let planned = sqlx::query_scalar!(
        "SELECT planned FROM occurrences
         WHERE schedule = ? AND kind = 'brief' AND state = 'planned' ORDER BY planned LIMIT 1",
        schedule
    )
    .fetch_optional(connection)
    .await?;
    planned.map(from_seconds).transpose()
}

/// The newest brief of a plan that was not called off: its row and when it is, or was, due.
pub async fn find_brief(
    connection: &mut SqliteConnection,
    schedule: ScheduleId,
) -> anyhow::Result<Option<(OccurrenceId, DateTime<Utc>)>> {
    let schedule = schedule.get();
    let row = sqlx::query!(
        "SELECT id, planned FROM occurrences
         WHERE schedule = ? AND kind = 'brief' AND state != 'cancelled' ORDER BY planned DESC LIMIT 1",
        schedule
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| Ok((OccurrenceId::new(row.id)?, from_seconds(row.planned)?))).transpose()
}

/// What managers said, by department and time.
pub async fn list_briefings(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<Briefing>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        "SELECT department, manager, held_on, attendance, at FROM briefings
         WHERE announcement = ? ORDER BY department, at, manager",
        announcement
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Briefing {
                department: DepartmentId::new(row.department)?,
                manager: UserId::from_db(row.manager)?,
                held_on: row.held_on.parse()?,
                attendance: u32::try_from(row.attendance)?,
                at: from_seconds(row.at)?,
            })
        })
        .collect()
}

/// Keeps what a manager said, in place of what they said before. The time of the first word stays: it tells whether
/// that came in time.
pub async fn put_briefing(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    briefing: &Briefing,
) -> sqlx::Result<()> {
    let (announcement, department) = (announcement.get(), briefing.department.get());
    let (manager, held_on, at) = (briefing.manager.to_db(), briefing.held_on.to_string(), to_seconds(briefing.at));
    sqlx::query!(
        "INSERT INTO briefings (announcement, department, manager, held_on, attendance, at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET held_on = excluded.held_on, attendance = excluded.attendance",
        announcement,
        department,
        manager,
        held_on,
        briefing.attendance,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}
