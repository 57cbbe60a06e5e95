//! Announcements, their plans and their audiences.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::announcements::{Addressee, Announcement, AnnouncementState, Plan, Words};
use crate::domain::ids::{AnnouncementId, DeliveryId, DepartmentId, ScheduleId, UserId};
use crate::domain::labels::ProcessLabel;

struct Row {
    id: i64,
    state: String,
    title: String,
    body: String,
    benefit: String,
    ask: String,
    process: Option<String>,
    author: i64,
    schedule: i64,
    when_text: String,
    repeat_text: String,
    first: Option<i64>,
    rule: Option<String>,
    zone: String,
    revision: i64,
    edits: Option<i64>,
    changed_at: Option<i64>,
    template: Option<String>,
    created_at: i64,
}

impl TryFrom<Row> for Announcement {
    type Error = anyhow::Error;

    fn try_from(row: Row) -> anyhow::Result<Self> {
        Ok(Self {
            id: AnnouncementId::new(row.id)?,
            state: row.state.parse()?,
            words: Words { title: row.title, body: row.body, benefit: row.benefit, ask: row.ask },
            process: row.process.as_deref().map(str::parse).transpose()?,
            author: UserId::from_db(row.author)?,
            schedule: ScheduleId::new(row.schedule)?,
            plan: Plan {
                when_text: row.when_text,
                repeat_text: row.repeat_text,
                first: row.first.map(from_seconds).transpose()?,
                rule: row.rule.as_deref().map(str::parse).transpose()?,
                zone: row.zone.parse::<Tz>().map_err(|_| anyhow::anyhow!("a stored time zone is unknown"))?,
            },
            revision: u32::try_from(row.revision)?,
            edits: row.edits.map(AnnouncementId::new).transpose()?,
            changed_at: row.changed_at.map(from_seconds).transpose()?,
            template: row.template,
            created_at: from_seconds(row.created_at)?,
        })
    }
}

/// Begins a draft without words, with its plan.
pub async fn insert_draft(
    connection: &mut SqliteConnection,
    author: UserId,
    process: Option<ProcessLabel>,
    template: Option<&str>,
    plan: &Plan,
    now: DateTime<Utc>,
) -> anyhow::Result<AnnouncementId> {
    let (author, process, now) = (author.to_db(), process.map(ProcessLabel::code), to_seconds(now));
    let id = sqlx::query_scalar!(
        "INSERT INTO announcements (author, process, template, created_at) VALUES (?, ?, ?, ?) RETURNING id",
        author,
        process,
        template,
        now
    )
    .fetch_one(&mut *connection)
    .await?;
    let zone = plan.zone.name();
    sqlx::query!("INSERT INTO schedules (announcement, zone) VALUES (?, ?)", id, zone)
        .execute(&mut *connection)
        .await?;
    let id = AnnouncementId::new(id)?;
    update_plan(connection, id, plan).await?;
    Ok(id)
}

/// An announcement with its plan.
pub async fn find_announcement(
    connection: &mut SqliteConnection,
    id: AnnouncementId,
) -> anyhow::Result<Option<Announcement>> {
    let id = id.get();
    let row = sqlx::query_as!(
        Row,
        "SELECT announcements.id, state, title, body, benefit, ask, process, author, schedules.id AS schedule,
             when_text, repeat_text, first, rule, zone, revision, edits, changed_at, template, created_at
         FROM announcements JOIN schedules ON schedules.announcement = announcements.id
         WHERE announcements.id = ?",
        id
    )
    .fetch_optional(connection)
    .await?;
    row.map(Announcement::try_from).transpose()
}

/// The newest announcements first, at most `limit`, without those thrown away and without drafts of changes.
pub async fn list_announcements(connection: &mut SqliteConnection, limit: u32) -> anyhow::Result<Vec<Announcement>> {
    let rows = sqlx::query_as!(
        Row,
        "SELECT announcements.id, state, title, body, benefit, ask, process, author, schedules.id AS schedule,
             when_text, repeat_text, first, rule, zone, revision, edits, changed_at, template, created_at
         FROM announcements JOIN schedules ON schedules.announcement = announcements.id
         WHERE state != 'discarded' AND title != '' AND edits IS NULL ORDER BY announcements.id DESC LIMIT ?",
        limit
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(Announcement::try_from).collect()
}

/// The announcement that a delivery belongs to.
pub async fn find_by_delivery(
    connection: &mut SqliteConnection,
    delivery: DeliveryId,
) -> anyhow::Result<Option<AnnouncementId>> {
    let delivery = delivery.get();
    let id = sqlx::query_scalar!(
        "SELECT schedules.announcement FROM deliveries
         JOIN occurrences ON occurrences.id = deliveries.occurrence
         JOIN schedules ON schedules.id = occurrences.schedule
         WHERE deliveries.id = ?",
        delivery
    )
    .fetch_optional(connection)
    .await?;
    Ok(id.map(AnnouncementId::new).transpose()?)
}

/// Writes what it says.
pub async fn update_words(connection: &mut SqliteConnection, id: AnnouncementId, words: &Words) -> sqlx::Result<()> {
    let id = id.get();
    sqlx::query!(
        "UPDATE announcements SET title = ?, body = ?, benefit = ?, ask = ? WHERE id = ?",
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

/// Writes when it is posted.
pub async fn update_plan(connection: &mut SqliteConnection, id: AnnouncementId, plan: &Plan) -> sqlx::Result<()> {
    let id = id.get();
    let (first, rule, zone) =
        (plan.first.map(to_seconds), plan.rule.as_ref().map(ToString::to_string), plan.zone.name());
    sqlx::query!(
        "UPDATE schedules SET when_text = ?, repeat_text = ?, first = ?, rule = ?, zone = ? WHERE announcement = ?",
        plan.when_text,
        plan.repeat_text,
        first,
        rule,
        zone,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves it from one state to the next; whether it was in the first one.
pub async fn mark_announcement(
    connection: &mut SqliteConnection,
    id: AnnouncementId,
    from: AnnouncementState,
    to: AnnouncementState,
) -> sqlx::Result<bool> {
    let (id, from, to) = (id.get(), from.code(), to.code());
    let done = sqlx::query!("UPDATE announcements SET state = ? WHERE id = ? AND state = ?", to, id, from)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Its audience.
pub async fn list_addressees(connection: &mut SqliteConnection, id: AnnouncementId) -> anyhow::Result<Vec<Addressee>> {
    let id = id.get();
    let rows = sqlx::query!(
        "SELECT department, chosen, benefit FROM announcement_departments WHERE announcement = ? ORDER BY department",
        id
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let department = DepartmentId::new(row.department)?;
            Ok(Addressee { department, chosen: row.chosen == 1, benefit: row.benefit })
        })
        .collect()
}

/// Sends it to this department, or no longer.
pub async fn put_chosen(
    connection: &mut SqliteConnection,
    id: AnnouncementId,
    department: DepartmentId,
    chosen: bool,
) -> sqlx::Result<()> {
    let (id, department) = (id.get(), department.get());
    sqlx::query!(
        "INSERT INTO announcement_departments (announcement, department, chosen) VALUES (?, ?, ?)
         ON CONFLICT (announcement, department) DO UPDATE SET chosen = excluded.chosen",
        id,
        department,
        chosen
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes what's in it for one department.
pub async fn put_benefit(
    connection: &mut SqliteConnection,
    id: AnnouncementId,
    department: DepartmentId,
    benefit: &str,
) -> sqlx::Result<()> {
    let (id, department) = (id.get(), department.get());
    sqlx::query!(
        "INSERT INTO announcement_departments (announcement, department, benefit, chosen) VALUES (?, ?, ?, 0)
         ON CONFLICT (announcement, department) DO UPDATE SET benefit = excluded.benefit",
        id,
        department,
        benefit
    )
    .execute(connection)
    .await?;
    Ok(())
}
