//! What the company agreed on for contact with its departments, and what their channels got and will get.
//!
//! Whatever the bot posts to departments must be counted here: a new kind of post is a new line in both lists.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};
use crate::domain::contact::{Contact, QuietHours, Span};
use crate::domain::ids::{AnnouncementId, ChannelId, ScheduleId};
use crate::domain::recurrence::Recurrence;

/// What was agreed on, or the defaults where nobody has said anything.
pub async fn get_contact(connection: &mut SqliteConnection) -> anyhow::Result<Contact> {
    let row = sqlx::query!(
        "SELECT budget, weekdays_from, weekdays_until, weekend_from, weekend_until FROM contact WHERE id = 1"
    )
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(Contact::default()) };
    let span = |from: Option<i64>, until: Option<i64>| -> anyhow::Result<Option<Span>> {
        let Some((from, until)) = from.zip(until) else { return Ok(None) };
        let span = Span::from_minutes(u32::try_from(from)?, u32::try_from(until)?);
        span.map(Some).ok_or_else(|| anyhow::anyhow!("stored quiet hours can't be read"))
    };
    Ok(Contact {
        budget: row.budget.map(u8::try_from).transpose()?,
        quiet: QuietHours {
            weekdays: span(row.weekdays_from, row.weekdays_until)?,
            weekend: span(row.weekend_from, row.weekend_until)?,
        },
    })
}

/// Writes what was agreed on.
pub async fn put_contact(connection: &mut SqliteConnection, contact: &Contact) -> sqlx::Result<()> {
    let budget = contact.budget.map(i64::from);
    let (weekdays_from, weekdays_until) = contact.quiet.weekdays.map(Span::minutes).unzip();
    let (weekend_from, weekend_until) = contact.quiet.weekend.map(Span::minutes).unzip();
    sqlx::query!(
        "INSERT INTO contact (id, budget, weekdays_from, weekdays_until, weekend_from, weekend_until)
         VALUES (1, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
             budget = excluded.budget,
             weekdays_from = excluded.weekdays_from, weekdays_until = excluded.weekdays_until,
             weekend_from = excluded.weekend_from, weekend_until = excluded.weekend_until",
        budget,
        weekdays_from,
        weekdays_until,
        weekend_from,
        weekend_until
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a lead has said that this announcement goes out although it is more than was agreed on. It holds for the plan
/// and the departments that it was said about.
pub async fn put_over_budget(
    connection: &mut SqliteConnection,
    announcement: AnnouncementId,
    yes: bool,
) -> sqlx::Result<()> {
    let announcement = announcement.get();
    sqlx::query!("UPDATE schedules SET over_budget = ? WHERE announcement = ?", yes, announcement)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether a lead has said so.
pub async fn may_go_over(connection: &mut SqliteConnection, schedule: ScheduleId) -> sqlx::Result<bool> {
    let schedule = schedule.get();
    sqlx::query_scalar!(r#"SELECT over_budget AS "yes: bool" FROM schedules WHERE id = ?"#, schedule)
        .fetch_one(connection)
        .await
}

/// What each channel got from a moment on and before another: posted, or on its way, there also what was begun earlier.
pub async fn list_got(
    connection: &mut SqliteConnection,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> anyhow::Result<Vec<(ChannelId, u32)>> {
    let (from, until) = (to_seconds(from), to_seconds(until));
    let rows = sqlx::query!(
        r#"SELECT channel AS "channel!: i64", count(*) AS "count!: i64" FROM (
               SELECT channel FROM deliveries JOIN occurrences ON occurrences.id = occurrence
               WHERE started >= ? AND started < ? AND deliveries.state IN ('planned', 'claimed', 'sent', 'unsure')
               UNION ALL
               SELECT channel FROM deliveries JOIN occurrences ON occurrences.id = occurrence
               WHERE restarted_at >= ? AND restarted_at < ? AND started < ?
                   AND deliveries.state IN ('planned', 'claimed', 'sent', 'unsure')
               UNION ALL
               SELECT channel FROM (
                   SELECT DISTINCT wave, channel FROM wave_departments JOIN waves ON waves.id = wave
                   WHERE opens_at >= ? AND opens_at < ? AND message IS NOT NULL)
               UNION ALL
               SELECT channel FROM wave_follow_ups
               WHERE state IN ('sent', 'unsure') AND settled_at >= ? AND settled_at < ?
               UNION ALL
               SELECT channel FROM reply_posts
               WHERE state IN ('waiting', 'sent') AND created_at >= ? AND created_at < ?
           ) GROUP BY channel"#,
        from,
        until,
        from,
        until,
        from,
        from,
        until,
        from,
        until,
        from,
        until
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((ChannelId::from_db(row.channel)?, u32::try_from(row.count)?))).collect()
}

/// Something that a channel will get, and again by a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Where.
    pub channel: ChannelId,
    /// Of which announcement; `None` for what belongs to a pulse.
    pub announcement: Option<AnnouncementId>,
    /// The next time.
    pub planned: DateTime<Utc>,
    /// How it goes on, on which clocks.
    pub rule: Option<(Recurrence, Tz)>,
}

/// What is planned before a moment.
pub async fn list_coming(connection: &mut SqliteConnection, until: DateTime<Utc>) -> anyhow::Result<Vec<Coming>> {
    let until = to_seconds(until);
    let announced = sqlx::query!(
        "SELECT DISTINCT departments.channel, schedules.announcement, planned, rule, zone
         FROM occurrences INDEXED BY occurrences_that_wait
         JOIN schedules ON schedules.id = occurrences.schedule
         JOIN announcements ON announcements.id = schedules.announcement
         JOIN announcement_departments ON announcement_departments.announcement = announcements.id
         JOIN departments ON departments.id = announcement_departments.department
         WHERE occurrences.state IN ('planned', 'sending') AND occurrences.state = 'planned' AND planned < ?
             AND occurrences.kind = 'post' AND announcements.state = 'scheduled' AND chosen = 1 AND departments.state != 'removed'",
        until
    )
    .fetch_all(&mut *connection)
    .await?;
    let pulses = sqlx::query!(
        r#"SELECT channel AS "channel!: i64", planned AS "planned!: i64" FROM wave_follow_ups
           WHERE state IN ('planned', 'sending', 'claimed') AND planned < ?
           UNION ALL
           SELECT DISTINCT channel, opens_at FROM wave_departments JOIN waves ON waves.id = wave
           WHERE waves.state = 'planned' AND opens_at < ?
           UNION ALL
           SELECT DISTINCT channel, closes_at FROM wave_departments JOIN waves ON waves.id = wave
           WHERE waves.state IN ('planned', 'open') AND closes_at < ?"#,
        until,
        until,
        until
    )
    .fetch_all(connection)
    .await?;
    let announced = announced.into_iter().map(|row| {
        let zone = row.zone.parse::<Tz>().map_err(|_| anyhow::anyhow!("a stored time zone is unknown"))?;
        let rule = row.rule.as_deref().map(str::parse::<Recurrence>).transpose()?;
        Ok(Coming {
            channel: ChannelId::from_db(row.channel)?,
            announcement: Some(AnnouncementId::new(row.announcement)?),
            planned: from_seconds(row.planned)?,
            rule: rule.map(|rule| (rule, zone)),
        })
    });
    let pulses = pulses.into_iter().map(|row| {
        let (channel, planned) = (ChannelId::from_db(row.channel)?, from_seconds(row.planned)?);
        Ok(Coming { channel, announcement: None, planned, rule: None })
    });
    announced.chain(pulses).collect()
}
