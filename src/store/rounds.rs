//! Rounds after an announcement's first: their words, their departments, who posted them.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::announcements::Words;
use crate::domain::ids::{AnnouncementId, DeliveryId, DepartmentId, RoundId, UserId};
use crate::domain::rounds::{Round, RoundDepartment, Signed};

/// An announcement's rounds, in order.
pub async fn list_rounds(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<Round>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        "SELECT id, round, title, body, benefit, ask, asked_at, revision, sought_by, sought_at
         FROM rounds WHERE announcement = ? ORDER BY round",
        announcement
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut rounds = Vec::new();
    for row in rows {
        let id = RoundId::new(row.id)?;
        rounds.push(Round {
            id,
            number: u8::try_from(row.round)?,
            words: Words { title: row.title, body: row.body, benefit: row.benefit, ask: row.ask },
            asked_at: row.asked_at.map(from_seconds).transpose()?,
            departments: list_departments(connection, id).await?,
            revision: u32::try_from(row.revision)?,
            sought: match row.sought_by.zip(row.sought_at) {
                Some((by, at)) => Some((UserId::from_db(by)?, from_seconds(at)?)),
                None => None,
            },
        });
    }
    Ok(rounds)
}

async fn list_departments(connection: &mut SqliteConnection, id: RoundId) -> anyhow::Result<Vec<RoundDepartment>> {
    let id = id.get();
    let rows = sqlx::query!(
        "SELECT department, body, signed_by, name, signed_at FROM round_departments WHERE round = ?
         ORDER BY department",
        id
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let signed = match (row.signed_by, row.name, row.signed_at) {
                (Some(by), Some(name), Some(at)) => {
                    Some(Signed { by: UserId::from_db(by)?, name, body: row.body, at: from_seconds(at)? })
                }
                _ => None,
            };
            Ok(RoundDepartment { department: DepartmentId::new(row.department)?, signed })
        })
        .collect()
}

/// The announcement that a round belongs to.
pub async fn find_announcement(
    connection: &mut SqliteConnection,
    round: RoundId,
) -> anyhow::Result<Option<AnnouncementId>> {
    let round = round.get();
    let id = sqlx::query_scalar!("SELECT announcement FROM rounds WHERE id = ?", round).fetch_optional(connection);
    Ok(id.await?.map(AnnouncementId::new).transpose()?)
}

/// In which round a delivery was made: 1 for the announcement itself.
pub async fn get_number(connection: &mut SqliteConnection, delivery: DeliveryId) -> anyhow::Result<u8> {
    let delivery = delivery.get();
    let number = sqlx::query_scalar!(
        "SELECT rounds.round FROM deliveries JOIN occurrences ON occurrences.id = occurrence
         JOIN rounds ON rounds.id = occurrences.round WHERE deliveries.id = ?",
        delivery
    )
    .fetch_optional(connection)
    .await?;
    Ok(number.map(u8::try_from).transpose()?.unwrap_or(1))
}

/// The round of which a delivery asks managers or champions to post it.
pub async fn find_asking(connection: &mut SqliteConnection, delivery: DeliveryId) -> anyhow::Result<Option<RoundId>> {
    let delivery = delivery.get();
    let round = sqlx::query_scalar!(
        r#"SELECT round AS "round!: i64" FROM deliveries JOIN occurrences ON occurrences.id = occurrence
         WHERE deliveries.id = ? AND kind = 'ask' AND round IS NOT NULL"#,
        delivery
    )
    .fetch_optional(connection)
    .await?;
    Ok(round.map(RoundId::new).transpose()?)
}

/// Begins a draft.
pub async fn insert_round(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    number: u8,
    words: &Words,
    author: UserId,
    now: DateTime<Utc>,
) -> anyhow::Result<RoundId> {
    let (announcement, author, now) = (announcement.get(), author.to_db(), to_seconds(now));
    let id = sqlx::query_scalar!(
        "INSERT INTO rounds (announcement, round, title, body, benefit, ask, author, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id AS \"id!\"",
        announcement,
        number,
        words.title,
        words.body,
        words.benefit,
        words.ask,
        author,
        now
    )
    .fetch_one(connection)
    .await?;
    Ok(RoundId::new(id)?)
}

/// Writes what a draft says.
pub async fn update_words(connection: &mut SqliteConnection, id: RoundId, words: &Words) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!(
        "UPDATE rounds SET title = ?, body = ?, benefit = ?, ask = ? WHERE id = ? AND asked_at IS NULL",
        words.title,
        words.body,
        words.benefit,
        words.ask,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Counts one more change, which makes a question to a second lead void.
pub async fn mark_changed(connection: &mut SqliteConnection, id: RoundId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE rounds SET revision = revision + 1, sought_by = NULL, sought_at = NULL WHERE id = ?", id)
        .execute(connection)
        .await?;
    Ok(())
}

/// A second lead is asked about a draft as it is.
pub async fn mark_sought(
    connection: &mut SqliteConnection,
    id: RoundId,
    by: UserId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (id, by, now) = (id.get(), by.to_db(), to_seconds(now));
    sqlx::query!("UPDATE rounds SET sought_by = ?, sought_at = ? WHERE id = ? AND asked_at IS NULL", by, now, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// What was asked for is a draft again. The request is called off where it still waits to be posted, or where leads were
/// asked whether it is to be.
pub async fn mark_unasked(connection: &mut SqliteConnection, id: RoundId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE rounds SET asked_at = NULL WHERE id = ?", id).execute(&mut *connection).await?;
    sqlx::query!(
        "UPDATE occurrences SET state = 'cancelled' WHERE round = ? AND kind = 'ask' AND state IN ('planned', 'missed')",
        id
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE deliveries SET state = 'cancelled' WHERE state IN ('failed', 'missed', 'unsure')
             AND occurrence IN (SELECT id FROM occurrences WHERE round = ? AND kind = 'ask')",
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Announcements with a round that was asked for and is still to be posted somewhere.
pub async fn list_waiting(connection: &mut SqliteConnection) -> anyhow::Result<Vec<AnnouncementId>> {
    let ids = sqlx::query_scalar!(
        "SELECT DISTINCT announcements.id FROM announcements JOIN rounds ON rounds.announcement = announcements.id
             JOIN round_departments ON round_departments.round = rounds.id
         WHERE asked_at IS NOT NULL AND signed_by IS NULL AND state IN ('scheduled', 'done') ORDER BY announcements.id"
    )
    .fetch_all(connection)
    .await?;
    ids.into_iter().map(|id| Ok(AnnouncementId::new(id)?)).collect()
}

/// Sets the departments of a draft.
pub async fn put_departments(
    connection: &mut SqliteConnection,
    id: RoundId,
    departments: &[DepartmentId],
) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("DELETE FROM round_departments WHERE round = ? AND signed_by IS NULL", id)
        .execute(&mut *connection)
        .await?;
    for department in departments {
        let department = department.get();
        sqlx::query!("INSERT INTO round_departments (round, department) VALUES (?, ?)", id, department)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Throws a draft away.
pub async fn delete_draft(connection: &mut SqliteConnection, id: RoundId) -> sqlx::Result<()> {
    let id = id.get();
    // A question that stands in the leads' channel stays known until its buttons are taken away. None is deleted: its number is
    // its nonce, which the next notice must not have.
    sqlx::query!(
        "UPDATE notices SET round = NULL, state = iif(state = 'waiting', 'failed', state) WHERE round = ?",
        id
    )
    .execute(&mut *connection)
    .await?;
    // It may have been asked for before, and called off.
    sqlx::query!("UPDATE occurrences SET round = NULL WHERE round = ?", id).execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM round_departments WHERE round = ?", id).execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM rounds WHERE id = ? AND asked_at IS NULL", id).execute(connection).await?;
    Ok(())
}

/// Its senders are asked from now on; whether it was a draft.
pub async fn mark_asked(connection: &mut SqliteConnection, id: RoundId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let (id, now) = (id.get(), to_seconds(now));
    let done = sqlx::query!("UPDATE rounds SET asked_at = ? WHERE id = ? AND asked_at IS NULL", now, id)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// What somebody was to post in their name in a department is not posted: anybody may post it again.
pub async fn clear_signature(
    connection: &mut SqliteConnection,
    id: RoundId,
    department: DepartmentId,
) -> sqlx::Result<()> {
    let (id, department) = (id.get(), department.get());
    sqlx::query!(
        "UPDATE round_departments SET body = '', signed_by = NULL, name = NULL, signed_at = NULL
         WHERE round = ? AND department = ?",
        id,
        department
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Somebody posts it in a department in their name; whether nobody had before.
pub async fn mark_signed(
    connection: &mut SqliteConnection,
    id: RoundId,
    department: DepartmentId,
    signed: &Signed,
) -> sqlx::Result<bool> {
    let (id, department, by, at) = (id.get(), department.get(), signed.by.to_db(), to_seconds(signed.at));
    let done = sqlx::query!(
        "UPDATE round_departments SET body = ?, signed_by = ?, name = ?, signed_at = ?
         WHERE round = ? AND department = ? AND signed_by IS NULL",
        signed.body,
        by,
        signed.name,
        at,
        id,
        department
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}
