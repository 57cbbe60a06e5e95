//! What leads answer to questions and worries, and the posts of these answers. Whoever asked stands nowhere.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::ids::{ChannelId, ReplyId, UserId};
use crate::domain::labels::FearCode;
use crate::domain::questions::{Reply, ReplyState};

/// Begins an answer.
pub async fn insert_reply(
    connection: &mut SqliteConnection,
    fear: Option<FearCode>,
    lead: UserId,
    now: DateTime<Utc>,
) -> anyhow::Result<ReplyId> {
    let (fear, lead, now) = (fear.map(FearCode::code), lead.to_db(), to_seconds(now));
    let id = sqlx::query_scalar!(
        "INSERT INTO replies (fear, lead, created_at) VALUES (?, ?, ?) RETURNING id",
        fear,
        lead,
        now
    )
    .fetch_one(connection)
    .await?;
    Ok(ReplyId::new(id)?)
}

/// One answer.
pub async fn find_reply(connection: &mut SqliteConnection, id: ReplyId) -> anyhow::Result<Option<Reply>> {
    let row_id = id.get();
    let row = sqlx::query!(
        "SELECT state, fear, declines, company_wide, question, text, revision FROM replies WHERE id = ?",
        row_id
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Reply {
            id,
            state: row.state.parse()?,
            fear: row.fear.as_deref().map(str::parse).transpose()?,
            declines: row.declines == 1,
            company_wide: row.company_wide == 1,
            question: row.question,
            text: row.text,
            revision: u32::try_from(row.revision)?,
        })
    })
    .transpose()
}

/// Writes what a draft says, to whom it goes and that it was changed.
pub async fn update_reply(connection: &mut SqliteConnection, reply: &Reply) -> sqlx::Result<()> {
    let id = reply.id.get();
    sqlx::query!(
        "UPDATE replies SET declines = ?, company_wide = ?, question = ?, text = ?, revision = revision + 1
         WHERE id = ? AND state = 'draft'",
        reply.declines,
        reply.company_wide,
        reply.question,
        reply.text,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves a draft to its end; whether it still was one.
pub async fn mark_reply(connection: &mut SqliteConnection, id: ReplyId, to: ReplyState) -> sqlx::Result<bool> {
    let (id, to) = (id.get(), to.code());
    let done = sqlx::query!("UPDATE replies SET state = ? WHERE id = ? AND state = 'draft'", to, id)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Opens the questions again that a draft has taken up.
pub async fn release_questions(connection: &mut SqliteConnection, id: ReplyId) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!("UPDATE questions SET reply = NULL WHERE reply = ?", id).execute(connection).await?;
    Ok(())
}

/// Lets an answer be posted in a channel, once.
pub async fn insert_post(
    connection: &mut SqliteConnection,
    reply: ReplyId,
    channel: ChannelId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (reply, channel, now) = (reply.get(), channel.to_db(), to_seconds(now));
    sqlx::query!(
        "INSERT INTO reply_posts (reply, channel, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        reply,
        channel,
        now
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A post of an answer that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplyPost {
    /// Its row.
    pub id: i64,
    /// Of which answer.
    pub reply: ReplyId,
    /// Where to.
    pub channel: ChannelId,
    /// Since when: it can't have been posted before.
    pub created_at: DateTime<Utc>,
}

/// What waits to be posted, the oldest first.
pub async fn list_waiting_posts(connection: &mut SqliteConnection) -> anyhow::Result<Vec<ReplyPost>> {
    let rows =
        sqlx::query!("SELECT id, reply, channel, created_at FROM reply_posts WHERE state = 'waiting' ORDER BY id")
            .fetch_all(connection)
            .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ReplyPost {
                id: row.id,
                reply: ReplyId::new(row.reply)?,
                channel: ChannelId::from_db(row.channel)?,
                created_at: from_seconds(row.created_at)?,
            })
        })
        .collect()
}

/// Where answers were posted from a moment on, or are on their way, and when.
pub async fn list_posted(
    connection: &mut SqliteConnection,
    since: DateTime<Utc>,
) -> anyhow::Result<Vec<(ChannelId, DateTime<Utc>)>> {
    let since = to_seconds(since);
    let rows = sqlx::query!(
        "SELECT channel, created_at FROM reply_posts WHERE state IN ('waiting', 'sent') AND created_at >= ? ORDER BY id",
        since
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((ChannelId::from_db(row.channel)?, from_seconds(row.created_at)?))).collect()
}

/// It stands in its channel, or never will.
pub async fn mark_post(connection: &mut SqliteConnection, id: i64, sent: bool) -> sqlx::Result<()> {
    let state = if sent { "sent" } else { "failed" };
    sqlx::query!("UPDATE reply_posts SET state = ? WHERE id = ?", state, id).execute(connection).await?;
    Ok(())
}
