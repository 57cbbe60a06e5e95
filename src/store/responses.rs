//! Who understood an announcement, by name. What is said without a name stands in `store::questions`.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::to_seconds;
use crate::domain::ids::{AnnouncementId, DepartmentId, UserId};

/// Counts a person as having understood, in this round (from 1); whether that is new.
pub async fn insert_acknowledgement(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    person: UserId,
    department: DepartmentId,
    round: u8,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (announcement, person, department) = (announcement.get(), person.to_db(), department.get());
    let now = to_seconds(now);
    let done = sqlx::query!(
        "INSERT INTO acknowledgements (announcement, person, department, at, round) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        announcement,
        person,
        department,
        now,
        round
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether a person has been counted, and under which department.
pub async fn find_acknowledgement(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    person: UserId,
) -> anyhow::Result<Option<DepartmentId>> {
    let (announcement, person) = (announcement.get(), person.to_db());
    let department = sqlx::query_scalar!(
        "SELECT department FROM acknowledgements WHERE announcement = ? AND person = ?",
        announcement,
        person
    )
    .fetch_optional(connection)
    .await?;
    Ok(department.map(DepartmentId::new).transpose()?)
}

/// How many people of each department understood.
pub async fn count_acknowledgements(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<(DepartmentId, u32)>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        "SELECT department, count(*) AS count FROM acknowledgements WHERE announcement = ? GROUP BY department",
        announcement
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((DepartmentId::new(row.department)?, u32::try_from(row.count)?))).collect()
}

/// How many people of each department understood in each round, from 1.
pub async fn count_by_round(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<(DepartmentId, u8, u32)>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        "SELECT department, round, count(*) AS count FROM acknowledgements WHERE announcement = ?
         GROUP BY department, round",
        announcement
    )
    .fetch_all(connection)
    .await?;
    let read = |department, round, count| {
        anyhow::Ok((DepartmentId::new(department)?, u8::try_from(round)?, u32::try_from(count)?))
    };
    rows.into_iter().map(|row| read(row.department, row.round, row.count)).collect()
}
