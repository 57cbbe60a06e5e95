//! What leads are still to be told in their channel.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::to_seconds;
use crate::domain::ids::{AnnouncementId, ChannelId, MessageId, OccurrenceId, RoundId, ScheduleId, WaveId};

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
    /// An occurrence that waits for the end of quiet hours: they may send it before.
    Wait(OccurrenceId),
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
    /// A later one asks a second lead about the same draft, as it is since.
    pub is_replaced: bool,
    /// Where it stands with its buttons.
    pub stands: Option<(ChannelId, MessageId)>,
}

/// A notice as it is stored.
struct Row {
    id: i64,
    text: String,
    occurrence: Option<i64>,
    offers: String,
    reposts: Option<i64>,
    pauses: Option<i64>,
    draft: Option<i64>,
    round: Option<i64>,
    wave: Option<i64>,
    waits: Option<i64>,
    created_at: i64,
    is_replaced: bool,
    channel: Option<i64>,
    message: Option<i64>,
}

impl TryFrom<Row> for Notice {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        let Row { occurrence, offers, reposts, pauses, draft, round, wave, waits, .. } = row;
        let stands = match row.channel.zip(row.message) {
            Some((channel, message)) => Some((ChannelId::from_db(channel)?, MessageId::from_db(message)?)),
            None => None,
        };
        Ok(Self {
            id: row.id,
            text: row.text,
            about: Columns { occurrence, offers, reposts, pauses, draft, round, wave, waits }.about()?,
            created_at: super::from_seconds(row.created_at)?,
            is_replaced: row.is_replaced,
            stands,
        })
    }
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
    waits: Option<i64>,
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
            About::Wait(id) => Self { waits: Some(id.get()), ..none },
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
            Self { waits: Some(id), .. } => About::Wait(OccurrenceId::new(id)?),
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
        "INSERT INTO notices (text, occurrence, offers, reposts, pauses, draft, round, wave, waits, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        text,
        columns.occurrence,
        columns.offers,
        columns.reposts,
        columns.pauses,
        columns.draft,
        columns.round,
        columns.wave,
        columns.waits,
        now
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What waits, the oldest first.
pub async fn list_notices(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Notice>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, text, occurrence, offers, reposts, pauses, draft, round, wave, waits, created_at, channel, message,
             EXISTS (SELECT 1 FROM notices later WHERE later.id > notices.id
                 AND (later.draft = notices.draft OR later.round = notices.round)) AS "is_replaced!: bool"
         FROM notices WHERE state = 'waiting' ORDER BY id"#
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Notice::try_from).collect()
}

/// What stands in a channel with its buttons, the oldest first.
pub async fn list_standing(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Notice>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, text, occurrence, offers, reposts, pauses, draft, round, wave, waits, created_at, channel, message,
             EXISTS (SELECT 1 FROM notices later WHERE later.id > notices.id
                 AND (later.draft = notices.draft OR later.round = notices.round)) AS "is_replaced!: bool"
         FROM notices INDEXED BY notices_with_buttons WHERE message IS NOT NULL ORDER BY id"#
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Notice::try_from).collect()
}

/// Whether leads are told, at this moment or since, that an occurrence waits for the end of quiet hours: the notice is
/// written, and may still be on its way.
pub async fn has_wait(
    connection: &mut SqliteConnection,
    occurrence: OccurrenceId,
    since: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (occurrence, since) = (occurrence.get(), to_seconds(since));
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM notices WHERE waits = ? AND created_at >= ?) AS "yes!: bool""#,
        occurrence,
        since
    )
    .fetch_one(connection)
    .await
}

/// Whether they have read so: the notice stands in their channel.
pub async fn has_told_wait(
    connection: &mut SqliteConnection,
    occurrence: OccurrenceId,
    since: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let (occurrence, since) = (occurrence.get(), to_seconds(since));
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM notices WHERE waits = ? AND created_at >= ? AND state = 'told') AS "yes!: bool""#,
        occurrence,
        since
    )
    .fetch_one(connection)
    .await
}

/// Whether leads are told, or are to be, that some run of a schedule did not get everywhere, and can still try again there.
pub async fn has_retry(connection: &mut SqliteConnection, schedule: ScheduleId) -> sqlx::Result<bool> {
    let schedule = schedule.get();
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM notices JOIN occurrences ON occurrences.id = notices.occurrence
           WHERE occurrences.schedule = ? AND offers = 'retry' AND (notices.state = 'waiting' OR message IS NOT NULL))
             AS "yes!: bool""#,
        schedule
    )
    .fetch_one(connection)
    .await
}

/// Quiet hours end at another time than notices of a wait say: these lose their buttons, or aren't told at all, and leads are
/// told anew.
pub async fn forget_waits(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    // One that is on its way all the same is known to stand there once it does.
    sqlx::query!(
        "UPDATE notices SET waits = NULL, state = iif(state = 'waiting', 'failed', state) WHERE waits IS NOT NULL"
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// It was told. `stands`: where, if it has buttons to be taken away later.
pub async fn mark_told(
    connection: &mut SqliteConnection,
    id: i64,
    stands: Option<(ChannelId, MessageId)>,
) -> sqlx::Result<()> {
    let (channel, message) = (stands.map(|(channel, _)| channel.to_db()), stands.map(|(_, message)| message.to_db()));
    sqlx::query!("UPDATE notices SET state = 'told', channel = ?, message = ? WHERE id = ?", channel, message, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// It could not be told.
pub async fn mark_failed(connection: &mut SqliteConnection, id: i64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE notices SET state = 'failed' WHERE id = ?", id).execute(connection).await?;
    Ok(())
}

/// Its buttons are gone, or can't be taken away.
pub async fn mark_settled(connection: &mut SqliteConnection, id: i64) -> sqlx::Result<()> {
    sqlx::query!("UPDATE notices SET channel = NULL, message = NULL WHERE id = ?", id).execute(connection).await?;
    Ok(())
}
