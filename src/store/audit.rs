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
