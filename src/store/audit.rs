//! Who changed which setting, and when, and which lead read comments. All members may read it; no answer goes in.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::ids::UserId;

/// Notes a change. `action` is a code such as `department.added`; `detail` is what changed, without prose.
pub async fn insert_audit(
    connection: &mut SqliteConnection,
    at: DateTime<Utc>,
    actor: Option<UserId>,
    action: &str,
    detail: &str,
) -> sqlx::Result<()> {
    let at = super::to_seconds(at);
    let actor = actor.map(UserId::to_db);
    sqlx::query!("INSERT INTO audit (at, actor, action, detail) VALUES (?, ?, ?, ?)", at, actor, action, detail)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether this person has noted just this since a moment.
pub async fn has_since(
    connection: &mut SqliteConnection,
    actor: UserId,
    action: &str,
    detail: &str,
    since: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (actor, since) = (actor.to_db(), super::to_seconds(since));
    let found = sqlx::query_scalar!(
        r#"SELECT 1 AS "found: i64" FROM audit WHERE actor = ? AND action = ? AND detail = ? AND at > ? LIMIT 1"#,
        actor,
        action,
        detail,
        since
    )
    .fetch_optional(connection)
    .await?;
    Ok(found.is_some())
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for what the bot did by itself.
    pub actor: Option<UserId>,
    /// What, as a code.
    pub action: String,
    /// To what.
    pub detail: String,
}

/// `limit` entries from the `offset`th on, newest first.
pub async fn list_audit(connection: &mut SqliteConnection, limit: u32, offset: u32) -> anyhow::Result<Vec<Entry>> {
    let rows =
        sqlx::query!("SELECT at, actor, action, detail FROM audit ORDER BY id DESC LIMIT ? OFFSET ?", limit, offset)
            .fetch_all(connection)
            .await?;
    rows.into_iter()
        .map(|row| {
            let actor = row.actor.map(UserId::from_db).transpose()?;
            Ok(Entry { at: super::from_seconds(row.at)?, actor, action: row.action, detail: row.detail })
        })
        .collect()
}

/// What was noted of one announcement, by time. `subject` is the detail that its entries carry.
pub async fn list_of_announcement(connection: &mut SqliteConnection, subject: &str) -> anyhow::Result<Vec<Entry>> {
    let rows = sqlx::query!(
        "SELECT at, actor, action, detail FROM audit
         WHERE action LIKE 'announcement.%' AND detail = ? ORDER BY at, id",
        subject
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let actor = row.actor.map(UserId::from_db).transpose()?;
            Ok(Entry { at: super::from_seconds(row.at)?, actor, action: row.action, detail: row.detail })
        })
        .collect()
}

/// When the oldest change that is still listed was made.
pub async fn find_oldest(connection: &mut SqliteConnection) -> anyhow::Result<Option<DateTime<Utc>>> {
    let at = sqlx::query_scalar!(r#"SELECT min(at) AS "at?: i64" FROM audit"#).fetch_one(connection).await?;
    at.map(super::from_seconds).transpose()
}

/// Deletes the changes before a moment, and says how many there were.
pub async fn delete_audit(connection: &mut SqliteConnection, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let before = super::to_seconds(before);
    Ok(sqlx::query!("DELETE FROM audit WHERE at < ?", before).execute(connection).await?.rows_affected())
}
