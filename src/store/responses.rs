//! What readers answer to an announcement: "understood" by name; questions and worries without it.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::to_seconds;
use crate::domain::ids::{AnnouncementId, DepartmentId, UserId};
use crate::domain::labels::FearCode;

/// Counts a person as having understood; whether that is new.
pub async fn insert_acknowledgement(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    person: UserId,
    department: DepartmentId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (announcement, person, department) = (announcement.get(), person.to_db(), department.get());
    let now = to_seconds(now);
    let done = sqlx::query!(
        "INSERT INTO acknowledgements (announcement, person, department, at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        announcement,
        person,
        department,
        now
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

/// Keeps a question. `text` is masked already; the row's number is random, so that rows tell no order.
pub async fn insert_question(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    department: DepartmentId,
    text: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (announcement, department, day) = (announcement.get(), department.get(), day(now));
    sqlx::query!(
        "INSERT INTO questions (id, announcement, department, text, day)
         VALUES ((random() & 4611686018427387903) + 1, ?, ?, ?, ?)",
        announcement,
        department,
        text,
        day
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps a worry. `text` is masked already and may be empty.
pub async fn insert_worry(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    department: DepartmentId,
    fear: FearCode,
    text: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (announcement, department, fear, day) = (announcement.get(), department.get(), fear.code(), day(now));
    sqlx::query!(
        "INSERT INTO worries (id, announcement, department, fear, text, day)
         VALUES ((random() & 4611686018427387903) + 1, ?, ?, ?, ?, ?)",
        announcement,
        department,
        fear,
        text,
        day
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The questions about an announcement, in no order.
pub async fn list_questions(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> sqlx::Result<Vec<String>> {
    let announcement = announcement.get();
    sqlx::query_scalar!("SELECT text FROM questions WHERE announcement = ? ORDER BY id", announcement)
        .fetch_all(connection)
        .await
}

/// The worries about an announcement, in no order: fear, and text where there is one.
pub async fn list_worries(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<(FearCode, String)>> {
    let announcement = announcement.get();
    let rows = sqlx::query!("SELECT fear, text FROM worries WHERE announcement = ? ORDER BY id", announcement)
        .fetch_all(connection)
        .await?;
    rows.into_iter().map(|row| Ok((row.fear.parse()?, row.text))).collect()
}

/// Days since 1970: the finest time that is kept of a question or worry.
fn day(now: DateTime<Utc>) -> i64 {
    to_seconds(now).div_euclid(86_400)
}
