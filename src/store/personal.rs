//! Everything that stands under a person's account, for that person: every column that holds one is read here.
//!
//! Answers of open waves are found by token (`store::answers`); questions, worries and sealed waves hold no person.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::from_seconds;
use crate::domain::comment_tone::CommentReading;
use crate::domain::ids::UserId;

/// "Understood", once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The announcement's title.
    pub announcement: String,
    /// The department that it counted for.
    pub department: String,
    /// In which round of saying it.
    pub round: u8,
    /// When.
    pub at: DateTime<Utc>,
}

/// A manager's briefing of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefed {
    /// The announcement's title.
    pub announcement: String,
    /// Which department's team.
    pub department: String,
    /// On which day, as it was written down.
    pub day: String,
    /// How many came.
    pub attendance: u32,
    /// When it was told.
    pub at: DateTime<Utc>,
}

/// A champion's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// When.
    pub at: DateTime<Utc>,
    /// The name that was kept with it.
    pub name: String,
    /// For which department.
    pub department: String,
    /// Codes of kind, fear and severity, in this order.
    pub codes: [String; 3],
    /// What was heard, answered, and came of it, in this order.
    pub texts: [String; 3],
    /// The code of whether the answer helped.
    pub helped: Option<String>,
    /// What was read out of it, if it was read.
    pub reading: Option<CommentReading>,
}

/// Something with a title that the person made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// When.
    pub at: DateTime<Utc>,
    /// What was done, as a code.
    pub action: String,
    /// To what.
    pub detail: String,
}

/// What the person pressed *Understood* on, by time.
pub async fn list_understood(connection: &mut SqliteConnection, person: UserId) -> anyhow::Result<Vec<Understood>> {
    let person = person.to_db();
    let rows = sqlx::query!(
        r#"SELECT title, departments.name, round AS "round: u8", acknowledgements.at
         FROM acknowledgements JOIN announcements ON announcements.id = announcement
             JOIN departments ON departments.id = department
         WHERE person = ? ORDER BY acknowledgements.at"#,
        person
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let at = from_seconds(row.at)?;
            Ok(Understood { announcement: row.title, department: row.name, round: row.round, at })
        })
        .collect()
}

/// What the person told of as a manager, by time.
pub async fn list_briefed(connection: &mut SqliteConnection, person: UserId) -> anyhow::Result<Vec<Briefed>> {
    let person = person.to_db();
    let rows = sqlx::query!(
        r#"SELECT title, departments.name, held_on, attendance AS "attendance: u32", briefings.at
         FROM briefings JOIN announcements ON announcements.id = announcement
             JOIN departments ON departments.id = department
         WHERE manager = ? ORDER BY briefings.at"#,
        person
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let (at, attendance) = (from_seconds(row.at)?, row.attendance);
            Ok(Briefed { announcement: row.title, department: row.name, day: row.held_on, attendance, at })
        })
        .collect()
}

/// The person's reports, by time.
pub async fn list_filed(connection: &mut SqliteConnection, person: UserId) -> anyhow::Result<Vec<Filed>> {
    let person = person.to_db();
    let rows = sqlx::query!(
        "SELECT filed_at, champion_name, departments.name, kind, about, severity, heard, answered, outcome, helped,
             reading
         FROM reports JOIN departments ON departments.id = department WHERE champion = ? ORDER BY filed_at, reports.id",
        person
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Filed {
                at: from_seconds(row.filed_at)?,
                name: row.champion_name,
                department: row.name,
                codes: [row.kind, row.about, row.severity],
                texts: [row.heard, row.answered, row.outcome],
                helped: row.helped,
                reading: row.reading.and_then(|json| serde_json::from_str(&json).ok()),
            })
        })
        .collect()
}

/// What the person changed, wrote or launched: the list of changes, announcements and pulses, by time.
pub async fn list_made(connection: &mut SqliteConnection, person: UserId) -> anyhow::Result<Vec<Made>> {
    let person = person.to_db();
    let rows = sqlx::query!(
        r#"SELECT at AS "at!: i64", action AS "action!: String", detail AS "detail!: String" FROM (
             SELECT at, action, detail FROM audit WHERE actor = ?1
             UNION ALL SELECT created_at, 'announcement.written_again', title FROM rounds WHERE author = ?1
             UNION ALL SELECT signed_at, 'announcement.signed', round_departments.body
                 FROM round_departments WHERE signed_by = ?1
             UNION ALL SELECT sought_at, 'approval.asked', title FROM rounds WHERE sought_by = ?1
             UNION ALL SELECT created_at, iif(edits IS NULL, 'announcement.written', 'announcement.changes_written'), title
                 FROM announcements WHERE author = ?1
             UNION ALL SELECT first_opens, 'pulse.series_started', title FROM pulse_series WHERE started_by = ?1
             UNION ALL SELECT created_at, 'answer.written', question FROM replies WHERE lead = ?1
             UNION ALL SELECT asked_at, 'approval.asked', 'announcement ' || announcement FROM approvals
                 WHERE asked_by = ?1
             UNION ALL SELECT asked_at, 'approval.decided', 'announcement ' || announcement FROM approvals
                 WHERE decided_by = ?1
             UNION ALL SELECT opens_at, 'pulse.opened', title FROM waves WHERE launched_by = ?1
         ) ORDER BY 1"#,
        person
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok(Made { at: from_seconds(row.at)?, action: row.action, detail: row.detail })).collect()
}
