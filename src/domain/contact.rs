//! How often and when the bot may write to a department: the contact budget and quiet hours (brief.md 13).
//!
//! A message is whatever stands in a department's channel: an announcement, a pulse's post, a reminder, a result. Weeks
//! are ISO weeks, Monday to Sunday, on the company's wall clocks.

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;

use super::wall_clock;

/// Messages per department and week, unless the company agreed on another number. Our own: an announcement, a pulse and
/// one more leave most days of a week free.
pub const DEFAULT_BUDGET: u8 = 3;

/// The largest budget; whoever wants more switches it off.
pub const MAX_BUDGET: u8 = 50;

/// What the company agreed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// The most messages per department and week; `None`: as many as leads like.
    pub budget: Option<u8>,
    /// When nothing is posted by itself.
    pub quiet: QuietHours,
}

impl Default for Contact {
    fn default() -> Self {
        Self { budget: Some(DEFAULT_BUDGET), quiet: QuietHours::default() }
    }
}

impl Contact {
    /// Whether so many messages in a week are more than was agreed on.
    pub fn is_over(&self, messages: u32) -> bool {
        self.budget.is_some_and(|budget| messages > u32::from(budget))
    }
}

/// A span of the local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// All of it.
    WholeDay,
    /// From the first time to the second; if that is the earlier one, before it and after the first.
    Between(NaiveTime, NaiveTime),
}

impl Span {
    /// Whether a time of day lies in it. The end does not.
    fn holds(self, time: NaiveTime) -> bool {
        match self {
            Self::WholeDay => true,
            Self::Between(from, until) if from < until => (from..until).contains(&time),
            Self::Between(from, until) => time >= from || time < until,
        }
    }

    /// Where it next ends on the wall clock, seen from a time within it: on the same day, or at midnight.
    fn end(self, local: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Between(_, until) if local.time() < until => local.date().and_time(until),
            _ => (local.date() + Days::new(1)).and_time(NaiveTime::MIN),
        }
    }

    /// As minutes of the day, from and until; both 0 for the whole day.
    pub fn minutes(self) -> (u32, u32) {
        let minute = |time: NaiveTime| time.hour() * 60 + time.minute();
        match self {
            Self::WholeDay => (0, 0),
            Self::Between(from, until) => (minute(from), minute(until)),
        }
    }

    /// Reads [`Span::minutes`]; `None` for what that never gives.
    pub fn from_minutes(from: u32, until: u32) -> Option<Self> {
        let time = |minute: u32| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0);
        match (from, until) {
            (0, 0) => Some(Self::WholeDay),
            (from, until) if from == until => None,
            (from, until) => Some(Self::Between(time(from)?, time(until)?)),
        }
    }

    /// Reads `18:00-8:00`, `all day` or `0:00-24:00`. Case and space don't matter.
    ///
    /// # Errors
    /// [`UnreadableSpan`] for anything else, also for a span without length.
    pub fn parse(text: &str) -> Result<Self, UnreadableSpan> {
        let text = text.trim().to_lowercase();
        if matches!(text.as_str(), "all" | "all day") {
            return Ok(Self::WholeDay);
        }
        let (from, until) = text.split_once(['-', '–']).ok_or(UnreadableSpan)?;
        let minute = |text: &str| {
            let (hour, minute) = text.trim().split_once(':')?;
            let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
            let (hour, minute) = (number(hour)?, number(minute).filter(|m| *m < 60 && minute.len() == 2)?);
            (hour < 24 || (hour, minute) == (24, 0)).then_some(hour * 60 + minute)
        };
        let (from, until) = (minute(from).ok_or(UnreadableSpan)?, minute(until).ok_or(UnreadableSpan)?);
        if (from, until) == (0, 24 * 60) {
            return Ok(Self::WholeDay);
        }
        // A span without length would read as the whole day where it is midnight.
        if from == until || from % (24 * 60) == until % (24 * 60) {
            return Err(UnreadableSpan);
        }
        Self::from_minutes(from % (24 * 60), until % (24 * 60)).ok_or(UnreadableSpan)
    }
}

/// As people read and write it: `18:00–08:00`. The whole day is a word of `messages/`.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WholeDay => f.write_str("00:00–24:00"),
            Self::Between(from, until) => write!(f, "{}–{}", from.format("%H:%M"), until.format("%H:%M")),
        }
    }
}

/// A text that is no span of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a span of the day")]
pub struct UnreadableSpan;

/// When nothing is posted by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QuietHours {
    /// On Monday to Friday.
    pub weekdays: Option<Span>,
    /// On Saturday and Sunday.
    pub weekend: Option<Span>,
}

impl QuietHours {
    /// Whether there is no moment left to post at.
    pub fn never_end(&self) -> bool {
        self.weekdays == Some(Span::WholeDay) && self.weekend == Some(Span::WholeDay)
    }

    /// From when on something planned for `at` may be posted by itself: `at`, or the end of the quiet hours that it
    /// falls in. Never earlier than `at`.
    pub fn allowed_from(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let mut local = at.with_timezone(&zone).naive_local();
        if self.span(local).is_none() || self.never_end() {
            return at;
        }
        loop {
            // A day of quiet ends at midnight, where the next one may begin: at most a weekend and a day in a row.
            while let Some(span) = self.span(local) {
                local = span.end(local);
            }
            let allowed = wall_clock::moment(local, zone).max(at);
            let landed = allowed.with_timezone(&zone).naive_local();
            // Where clocks skip the end, it lies later, perhaps in the next span.
            if landed <= local || self.span(landed).is_none() {
                return allowed;
            }
            local = landed;
        }
    }

    /// The span that holds this time on the wall clock.
    fn span(&self, local: NaiveDateTime) -> Option<Span> {
        let is_weekend = matches!(local.weekday(), Weekday::Sat | Weekday::Sun);
        let span = if is_weekend { self.weekend } else { self.weekdays };
        span.filter(|span| span.holds(local.time()))
    }
}

/// More lateness than this makes no difference to anything.
const LATEST: TimeDelta = TimeDelta::days(1);

/// Quiet hours by a company's wall clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// When nothing is posted by itself.
    pub hours: QuietHours,
    /// Whose clocks say so.
    pub zone: Tz,
}

impl Quiet {
    /// As [`QuietHours::allowed_from`].
    pub fn allowed_from(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.hours.allowed_from(at, self.zone)
    }

    /// Whether a moment lies in them.
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        self.allowed_from(at) > at
    }

    /// How late something is that was due: quiet time doesn't count, as nothing may be posted in it. Counted up to a day;
    /// negative before its time.
    pub fn lateness(&self, due: DateTime<Utc>, now: DateTime<Utc>) -> TimeDelta {
        if self.hours == QuietHours::default() || now <= due {
            return now - due;
        }
        let (mut at, mut late) = (due, TimeDelta::zero());
        while at < now && late < LATEST {
            let allowed = self.allowed_from(at);
            if allowed > at {
                at = allowed;
                continue;
            }
            // Quiet hours begin on full minutes.
            let minute = TimeDelta::seconds(60 - at.timestamp().rem_euclid(60));
            let next = now.min(at + minute);
            late += next - at;
            at = next;
        }
        late
    }
}

/// An ISO week on a company's wall clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    /// Its first moment: Monday, midnight.
    pub begins: DateTime<Utc>,
    /// The first moment of the next one.
    pub ends: DateTime<Utc>,
}

impl Week {
    /// The week in which a moment lies.
    pub fn of(at: DateTime<Utc>, zone: Tz) -> Self {
        let day = at.with_timezone(&zone).date_naive();
        let monday = day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
        let midnight = |day: NaiveDate| wall_clock::moment(day.and_time(NaiveTime::MIN), zone);
        Self { begins: midnight(monday), ends: midnight(monday + Days::new(7)) }
    }

    /// Whether a moment lies in it.
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        (self.begins..self.ends).contains(&at)
    }
}

#[cfg(test)]
mod tests;
