//! Who changed which setting, and when. All members may read it; no answer and no reader's name goes in.

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
