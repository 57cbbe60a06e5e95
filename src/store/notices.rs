//! What leads are still to be told in their channel.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::to_seconds;
use crate::domain::ids::{AnnouncementId, OccurrenceId, RoundId, WaveId};

/// Something to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its row.
    pub id: i64,
    /// What it says, ready to be posted.
    pub text: String,
    /// The occurrence that leads may send or discard, if it asks.
    pub occurrence: Option<OccurrenceId>,
    /// The occurrence whose deleted posts leads may have posted again.
    pub reposts: Option<OccurrenceId>,
    /// The announcement that leads may pause.
    pub pauses: Option<AnnouncementId>,
    /// The wave that leads may open or call off, if it asks.
    pub wave: Option<WaveId>,
    /// What its occurrence offers is to try again, rather than to decide whether it is sent.
    pub is_retry: bool,
    /// The draft that a second lead is asked about, if it asks.
    pub draft: Option<AnnouncementId>,
    /// The draft of a later round that a second lead is asked about, if it asks.
    pub round: Option<RoundId>,
    /// When it was written: it can't have been posted before.
    pub created_at: DateTime<Utc>,
}

/// Adds a notice; with an occurrence it asks, or (`is_retry`) offers to try again.
pub async fn insert_notice(
    connection: &mut SqliteConnection,
    text: &str,
    occurrence: Option<OccurrenceId>,
    is_retry: bool,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (occurrence, now) = (occurrence.map(OccurrenceId::get), to_seconds(now));
    let offers = if is_retry { "retry" } else { "decision" };
    sqlx::query!(
        "INSERT INTO notices (text, occurrence, offers, created_at) VALUES (?, ?, ?, ?)",
        text,
        occurrence,
        offers,
        now
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Adds a notice with which leads may have deleted posts posted again.
pub async fn insert_reposting(
    connection: &mut SqliteConnection,
    text: &str,
    occurrence: OccurrenceId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (occurrence, now) = (occurrence.get(), to_seconds(now));
    sqlx::query!("INSERT INTO notices (text, reposts, created_at) VALUES (?, ?, ?)", text, occurrence, now)
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds a notice with which leads may pause an announcement.
pub async fn insert_pausing(
    connection: &mut SqliteConnection,
    text: &str,
    announcement: AnnouncementId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (announcement, now) = (announcement.get(), to_seconds(now));
    sqlx::query!("INSERT INTO notices (text, pauses, created_at) VALUES (?, ?, ?)", text, announcement, now)
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds a notice that asks whether a wave is still to open.
pub async fn insert_wave_notice(
    connection: &mut SqliteConnection,
    text: &str,
    wave: WaveId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (wave, now) = (wave.get(), to_seconds(now));
    sqlx::query!("INSERT INTO notices (text, wave, created_at) VALUES (?, ?, ?)", text, wave, now)
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds a notice that asks about a draft.
pub async fn insert_question(
    connection: &mut SqliteConnection,
    text: &str,
    draft: AnnouncementId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (draft, now) = (draft.get(), to_seconds(now));
    sqlx::query!("INSERT INTO notices (text, draft, created_at) VALUES (?, ?, ?)", text, draft, now)
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds a notice that asks about the draft of a later round.
pub async fn insert_round_question(
    connection: &mut SqliteConnection,
    text: &str,
    round: RoundId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (round, now) = (round.get(), to_seconds(now));
    sqlx::query!("INSERT INTO notices (text, round, created_at) VALUES (?, ?, ?)", text, round, now)
        .execute(connection)
        .await?;
    Ok(())
}

/// What waits, the oldest first.
pub async fn list_notices(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Notice>> {
    let rows = sqlx::query!(
        "SELECT id, text, occurrence, offers, reposts, pauses, wave, draft, round, created_at FROM notices
         WHERE state = 'waiting' ORDER BY id"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let occurrence = row.occurrence.map(OccurrenceId::new).transpose()?;
            let reposts = row.reposts.map(OccurrenceId::new).transpose()?;
            let pauses = row.pauses.map(AnnouncementId::new).transpose()?;
            let draft = row.draft.map(AnnouncementId::new).transpose()?;
            let round = row.round.map(RoundId::new).transpose()?;
            let created_at = super::from_seconds(row.created_at)?;
            let wave = row.wave.map(WaveId::new).transpose()?;
            let is_retry = row.offers == "retry";
            let (id, text) = (row.id, row.text);
            Ok(Notice { id, text, occurrence, is_retry, reposts, pauses, wave, draft, round, created_at })
        })
        .collect()
}

/// It was told, or could not be.
pub async fn mark_notice(connection: &mut SqliteConnection, id: i64, told: bool) -> sqlx::Result<()> {
    let state = if told { "told" } else { "failed" };
    sqlx::query!("UPDATE notices SET state = ? WHERE id = ?", state, id).execute(connection).await?;
    Ok(())
}
