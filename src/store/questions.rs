//! Questions and worries without the person: kept with department and day, open until a reply answers them.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use crate::domain::ids::{AnnouncementId, DepartmentId, QuestionId, ReplyId};
use crate::domain::labels::FearCode;
use crate::domain::questions::{Question, from_days, to_days};

struct Row {
    id: i64,
    announcement: Option<i64>,
    department: Option<i64>,
    among: i64,
    text: String,
    day: i64,
}

impl TryFrom<Row> for Question {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: QuestionId::new(row.id)?,
            announcement: row.announcement.map(AnnouncementId::new).transpose()?,
            department: row.department.map(DepartmentId::new).transpose()?,
            among: u32::try_from(row.among)?,
            text: row.text,
            day: from_days(row.day).ok_or_else(|| anyhow::anyhow!("a stored day is out of range"))?,
        })
    }
}

/// Keeps a question. `text` is masked already; the row's number is random, so that rows tell no order. `among`: how many
/// people whoever asked hides among; nothing to questions without an announcement.
pub async fn insert_question(
    connection: &mut SqliteConnection,
    announcement: Option<AnnouncementId>,
    department: Option<DepartmentId>,
    among: u32,
    text: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (announcement, department) = (announcement.map(AnnouncementId::get), department.map(DepartmentId::get));
    let day = to_days(now.date_naive());
    sqlx::query!(
        "INSERT INTO questions (id, announcement, department, among, text, day)
         VALUES ((random() & 4611686018427387903) + 1, ?, ?, ?, ?, ?)",
        announcement,
        department,
        among,
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
    among: u32,
    fear: FearCode,
    text: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (announcement, department, fear) = (announcement.get(), department.get(), fear.code());
    let day = to_days(now.date_naive());
    sqlx::query!(
        "INSERT INTO worries (id, announcement, department, among, fear, text, day)
         VALUES ((random() & 4611686018427387903) + 1, ?, ?, ?, ?, ?, ?)",
        announcement,
        department,
        among,
        fear,
        text,
        day
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Every question that no reply has answered, the oldest day first, within a day in no order.
pub async fn list_open(connection: &mut SqliteConnection) -> anyhow::Result<Vec<Question>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT questions.id, announcement, department, among, questions.text, day
         FROM questions LEFT JOIN replies ON replies.id = reply
         WHERE reply IS NULL OR replies.state = 'draft' ORDER BY day, questions.id"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Question::try_from).collect()
}

/// The questions under one announcement that were asked among at least so many people and that no reply has answered, the
/// oldest day first.
pub async fn list_unanswered(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    fewest: u32,
) -> anyhow::Result<Vec<Question>> {
    let mut open = list_open(connection).await?;
    open.retain(|question| question.announcement == Some(announcement) && question.among >= fewest);
    Ok(open)
}

/// How many questions each department has asked about an announcement among at least so many people, answered or not.
pub async fn count_questions(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    fewest: u32,
) -> anyhow::Result<Vec<(DepartmentId, u32)>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        r#"SELECT department AS "department!: i64", count(*) AS count FROM questions
         WHERE announcement = ? AND among >= ? AND department IS NOT NULL GROUP BY department"#,
        announcement,
        fewest
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((DepartmentId::new(row.department)?, u32::try_from(row.count)?))).collect()
}

/// The questions that a reply answers, or its draft has taken up.
pub async fn list_taken(connection: &mut SqliteConnection, reply: ReplyId) -> anyhow::Result<Vec<Question>> {
    let reply = reply.get();
    let rows = sqlx::query_as!(
        Row,
        "SELECT id, announcement, department, among, text, day FROM questions WHERE reply = ? ORDER BY day, id",
        reply
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Question::try_from).collect()
}

/// Takes a question up in a draft, also from another draft; whether it was still open.
pub async fn take_question(
    connection: &mut SqliteConnection,
    question: QuestionId,
    reply: ReplyId,
) -> sqlx::Result<bool> {
    let (question, reply) = (question.get(), reply.get());
    let done = sqlx::query!(
        "UPDATE questions SET reply = ?1
         WHERE id = ?2 AND (reply IS NULL OR reply IN (SELECT id FROM replies WHERE state = 'draft'))",
        reply,
        question
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A worry that no reply has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenWorry {
    /// What it is about.
    pub fear: FearCode,
    /// Under which announcement it was said.
    pub announcement: AnnouncementId,
    /// Among how many people.
    pub among: u32,
}

/// Every worry that no reply has answered, in no order.
pub async fn list_open_worries(connection: &mut SqliteConnection) -> anyhow::Result<Vec<OpenWorry>> {
    let rows = sqlx::query!(
        "SELECT worries.fear, announcement, among FROM worries LEFT JOIN replies ON replies.id = reply
         WHERE reply IS NULL OR replies.state = 'draft' ORDER BY worries.id"
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OpenWorry {
                fear: row.fear.parse()?,
                announcement: AnnouncementId::new(row.announcement)?,
                among: u32::try_from(row.among)?,
            })
        })
        .collect()
}

/// The departments of the worries about an announcement that were said among at least so many people, answered or not,
/// one for each, in no order.
pub async fn list_worried(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    fewest: u32,
) -> anyhow::Result<Vec<DepartmentId>> {
    let announcement = announcement.get();
    let ids = sqlx::query_scalar!(
        "SELECT department FROM worries WHERE announcement = ? AND among >= ? ORDER BY id",
        announcement,
        fewest
    )
    .fetch_all(connection)
    .await?;
    ids.into_iter().map(|id| Ok(DepartmentId::new(id)?)).collect()
}

/// Counts the open worries of a kind under one announcement as answered by this reply.
pub async fn mark_worries(
    connection: &mut SqliteConnection,
    fear: FearCode,
    announcement: AnnouncementId,
    reply: ReplyId,
) -> sqlx::Result<u64> {
    let (fear, announcement, reply) = (fear.code(), announcement.get(), reply.get());
    let done = sqlx::query!(
        "UPDATE worries SET reply = ? WHERE fear = ? AND announcement = ? AND reply IS NULL",
        reply,
        fear,
        announcement
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

/// The questions about an announcement that were asked among at least so many people, answered or not, in no order.
pub async fn list_questions(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    fewest: u32,
) -> sqlx::Result<Vec<String>> {
    let announcement = announcement.get();
    sqlx::query_scalar!(
        "SELECT text FROM questions WHERE announcement = ? AND among >= ? ORDER BY id",
        announcement,
        fewest
    )
    .fetch_all(connection)
    .await
}

/// How many worries about an announcement were said among at least so many people, and how many of them may be read.
pub async fn count_worries(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    fewest: u32,
) -> anyhow::Result<(u32, u32)> {
    let announcement = announcement.get();
    let row = sqlx::query!(
        r#"SELECT count(*) AS "said!: i64", count(*) FILTER (WHERE readable = 1) AS "readable!: i64"
         FROM worries WHERE announcement = ? AND among >= ?"#,
        announcement,
        fewest
    )
    .fetch_one(connection)
    .await?;
    Ok((u32::try_from(row.said)?, u32::try_from(row.readable)?))
}

/// Lets the worries be read that were said about an announcement among at least so many people.
pub async fn mark_readable(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    fewest: u32,
) -> sqlx::Result<()> {
    let announcement = announcement.get();
    sqlx::query!("UPDATE worries SET readable = 1 WHERE announcement = ? AND among >= ?", announcement, fewest)
        .execute(connection)
        .await?;
    Ok(())
}

/// The worries about an announcement that may be read, in no order: fear, and text where there is one.
pub async fn list_readable(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
) -> anyhow::Result<Vec<(FearCode, String)>> {
    let announcement = announcement.get();
    let rows = sqlx::query!(
        "SELECT fear, text FROM worries WHERE announcement = ? AND readable = 1 ORDER BY id",
        announcement
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((row.fear.parse()?, row.text))).collect()
}

/// How many worries a reply answered under each announcement, as far as they were said among at least so many people.
pub async fn list_answered_worries(
    connection: &mut SqliteConnection,
    reply: ReplyId,
    fewest: u32,
) -> anyhow::Result<Vec<u32>> {
    let reply = reply.get();
    let counts = sqlx::query_scalar!(
        "SELECT count(*) FROM worries WHERE reply = ? AND among >= ? GROUP BY announcement",
        reply,
        fewest
    )
    .fetch_all(connection)
    .await?;
    counts.into_iter().map(|count| Ok(u32::try_from(count)?)).collect()
}
