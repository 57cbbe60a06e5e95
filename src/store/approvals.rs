//! That a second lead was asked about a draft, and what came of it.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::announcements::DraftAt;
use crate::domain::ids::{AnnouncementId, UserId};

/// A question to a second lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approval {
    /// About which draft, in which state.
    pub draft: DraftAt,
    /// It is to be posted at once.
    pub at_once: bool,
    /// Nobody has decided yet.
    pub open: bool,
    /// Who asked.
    pub asked_by: UserId,
    /// When.
    pub asked_at: DateTime<Utc>,
}

/// Asks, in place of an earlier question about the same draft.
pub async fn put_approval(connection: &mut SqliteConnection, approval: &Approval) -> sqlx::Result<()> {
    let (id, revision) = (approval.draft.id.get(), approval.draft.revision);
    let (by, at) = (approval.asked_by.to_db(), to_seconds(approval.asked_at));
    sqlx::query!(
        "INSERT INTO approvals (announcement, revision, at_once, asked_by, asked_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (announcement) DO UPDATE SET revision = excluded.revision, at_once = excluded.at_once,
             state = 'asked', asked_by = excluded.asked_by, asked_at = excluded.asked_at, decided_by = NULL",
        id,
        revision,
        approval.at_once,
        by,
        at
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The latest question about a draft.
pub async fn find_approval(
    connection: &mut SqliteConnection,
    draft: AnnouncementId,
) -> anyhow::Result<Option<Approval>> {
    let id = draft.get();
    let row =
        sqlx::query!("SELECT revision, at_once, state, asked_by, asked_at FROM approvals WHERE announcement = ?", id)
            .fetch_optional(connection)
            .await?;
    row.map(|row| {
        Ok(Approval {
            draft: DraftAt { id: draft, revision: u32::try_from(row.revision)? },
            at_once: row.at_once == 1,
            open: row.state == "asked",
            asked_by: UserId::from_db(row.asked_by)?,
            asked_at: from_seconds(row.asked_at)?,
        })
    })
    .transpose()
}

/// Notes what a second lead decided; whether it was still open.
pub async fn mark_decided(
    connection: &mut SqliteConnection,
    draft: AnnouncementId,
    by: UserId,
    approved: bool,
) -> sqlx::Result<bool> {
    let (id, by, state) = (draft.get(), by.to_db(), if approved { "approved" } else { "returned" });
    let done = sqlx::query!(
        "UPDATE approvals SET state = ?, decided_by = ? WHERE announcement = ? AND state = 'asked'",
        state,
        by,
        id
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}
