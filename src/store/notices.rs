//! What leads are still to be told in their channel.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::to_seconds;
use crate::domain::ids::{AnnouncementId, OccurrenceId, RoundId, WaveId};

/// What a notice asks leads about, or lets them do; each has its own buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An occurrence that they may send or discard.
    Decision(OccurrenceId),
    /// An occurrence that some channels refused: they may try again there.
    Retry(OccurrenceId),
    /// An occurrence whose deleted posts they may have posted again.
    Repost(OccurrenceId),
    /// An announcement that they may pause.
    Pause(AnnouncementId),
    /// A draft that a second lead is asked about.
    Draft(AnnouncementId),
    /// The draft of a later round that a second lead is asked about.
    Round(RoundId),
    /// A wave that they may open or call off.
    Wave(WaveId),
}

/// Something to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its row.
    pub id: i64,
    /// What it says, ready to be posted.
    pub text: String,
    /// What it asks or offers, if it does.
    pub about: Option<About>,
    /// When it was written: it can't have been posted before.
    pub created_at: DateTime<Utc>,
}

/// A notice's columns: at most one of them names something.
#[derive(Default)]
struct Columns {
    occurrence: Option<i64>,
    offers: String,
    reposts: Option<i64>,
    pauses: Option<i64>,
    draft: Option<i64>,
    round: Option<i64>,
    wave: Option<i64>,
}

impl From<Option<About>> for Columns {
    fn from(about: Option<About>) -> Self {
        let none = Self { offers: "decision".to_owned(), ..Self::default() };
        let Some(about) = about else { return none };
        match about {
            About::Decision(id) => Self { occurrence: Some(id.get()), ..none },
            About::Retry(id) => Self { occurrence: Some(id.get()), offers: "retry".to_owned(), ..none },
            About::Repost(id) => Self { reposts: Some(id.get()), ..none },
            About::Pause(id) => Self { pauses: Some(id.get()), ..none },
            About::Draft(id) => Self { draft: Some(id.get()), ..none },
            About::Round(id) => Self { round: Some(id.get()), ..none },
            About::Wave(id) => Self { wave: Some(id.get()), ..none },
        }
    }
}

impl Columns {
    fn about(self) -> anyhow::Result<Option<About>> {
        Ok(Some(match self {
            Self { occurrence: Some(id), offers, .. } if offers == "retry" => About::Retry(OccurrenceId::new(id)?),
            Self { occurrence: Some(id), .. } => About::Decision(OccurrenceId::new(id)?),
            Self { reposts: Some(id), .. } => About::Repost(OccurrenceId::new(id)?),
            Self { pauses: Some(id), .. } => About::Pause(AnnouncementId::new(id)?),
            Self { draft: Some(id), .. } => About::Draft(AnnouncementId::new(id)?),
            Self { round: Some(id), .. } => About::Round(RoundId::new(id)?),
            Self { wave: Some(id), .. } => About::Wave(WaveId::new(id)?),
            _ => return Ok(None),
        }))
    }
}

/// Adds a notice.
pub async fn insert_notice(
    connection: &mut SqliteConnection,
    text: &str,
    about: Option<About>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (columns, now) = (Columns::from(about), to_seconds(now));
    sqlx::query!(
        "INSERT INTO notices (text, occurrence, offers, reposts, pauses, draft, round, wave, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        text,
        columns.occurrence,
        columns.offers,
        columns.reposts,
        columns.pauses,
        columns.draft,
        columns.round,
        columns.wave,
        now
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What waits, the oldest first.
pub async fn list_notices(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Notice>> {
    let rows = sqlx::query!(
        "SELECT id, text, occurrence, offers, reposts, pauses, draft, round, wave, created_at FROM notices
         WHERE state = 'waiting' ORDER BY id"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let columns = Columns {
                occurrence: row.occurrence,
                offers: row.offers,
                reposts: row.reposts,
                pauses: row.pauses,
                draft: row.draft,
                round: row.round,
                wave: row.wave,
            };
            let created_at = super::from_seconds(row.created_at)?;
            Ok(Notice { id: row.id, text: row.text, about: columns.about()?, created_at })
        })
        .collect()
}

/// The newest notice that lets leads pause an announcement, if it was told: what it says, and when it was written.
pub async fn find_pausing(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Option<(String, DateTime<Utc>)>> {
    let announcement = announcement.get();
    let row = sqlx::query!(
        "SELECT text, created_at FROM notices WHERE pauses = ? AND state = 'told' ORDER BY id DESC LIMIT 1",
        announcement
    )
    .fetch_optional(connection)
    .await?;
    row.map(|row| Ok((row.text, super::from_seconds(row.created_at)?))).transpose()
}

/// It was told, or could not be.
pub async fn mark_notice(connection: &mut SqliteConnection, id: i64, told: bool) -> sqlx::Result<()> {
    let state = if told { "told" } else { "failed" };
    sqlx::query!("UPDATE notices SET state = ? WHERE id = ?", state, id).execute(connection).await?;
    Ok(())
}
