//! When something repeats: `daily`, `weekdays`, `weekly`, `monthly` or a five-field cron expression.
//!
//! Rules are evaluated on the wall clock and then mapped to moments ([`wall_clock`]), never on moments directly:
//! with a zone the `cron` crate skips spring gaps, fires twice in autumn and can go back in time (promises.md 2).

mod cron_rule;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};
use chrono_tz::Tz;

pub use cron_rule::CronRule;

use super::quote::Quote;
use super::wall_clock;

/// The longest text that is read as a repetition, in bytes (promises.md 2).
pub const MAX_BYTES: usize = 100;

/// A rule by which something repeats. It tells the runs after a given moment; the first run is whatever moment the
/// person chose, whether or not the rule meets it.
///
/// The four plain rules repeat the local weekday, day and time of the first run: *weekly* its weekday, *monthly* its
/// day, *weekdays* Monday to Friday, each at its time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recurrence {
    /// Every day.
    Daily {
        /// At this time of day.
        at: NaiveTime,
    },
    /// Monday to Friday.
    Weekdays {
        /// At this time of day.
        at: NaiveTime,
    },
    /// Every week.
    Weekly {
        /// On this day.
        on: Weekday,
        /// At this time of day.
        at: NaiveTime,
    },
    /// Every month.
    Monthly {
        /// On this day, 1 to 31; in a shorter month on its last day, so that no month is left out.
        day: u32,
        /// At this time of day.
        at: NaiveTime,
    },
    /// By a cron expression.
    Cron(CronRule),
}

/// Why a text can't be used as a repetition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecurrenceError {
    /// Neither one of the four words nor a cron expression.
    #[error("unreadable repetition `{0}`")]
    Unreadable(Quote),
    /// Longer than [`MAX_BYTES`].
    #[error("the repetition is longer than {MAX_BYTES} bytes")]
    TooLong,
    /// A cron expression with another number of fields than five.
    #[error("a cron expression has five fields, not {0}")]
    Fields(usize),
    /// The first field is no list of minutes.
    #[error("no minute: `{0}`")]
    Minute(Quote),
    /// The second field is no list of hours.
    #[error("no hour: `{0}`")]
    Hour(Quote),
    /// The third field is no list of days.
    #[error("no day of the month: `{0}`")]
    Day(Quote),
    /// The fourth field is no list of months.
    #[error("no month: `{0}`")]
    Month(Quote),
    /// The fifth field is no list of weekdays.
    #[error("no weekday: `{0}`")]
    Weekday(Quote),
    /// Day of the month and weekday are both limited: cron(8) means "or", people mean "and".
    #[error("day of the month and weekday are both limited")]
    TwoDays,
    /// It has no run within five years.
    #[error("`{0}` has no run within five years")]
    Never(Quote),
    /// Two runs are less than 15 minutes apart.
    #[error("`{0}` runs more often than every 15 minutes")]
    TooOften(Quote),
}

impl Recurrence {
    /// Reads what a person typed. The plain rules take weekday, day and time from `first`, the first run, as clocks
    /// in `zone` show it; a cron expression must have a run within five years of it.
    ///
    /// # Errors
    /// See [`RecurrenceError`]; at most 40 characters of the text are quoted.
    pub fn parse(text: &str, first: DateTime<Utc>, zone: Tz) -> Result<Self, RecurrenceError> {
        let first = first.with_timezone(&zone).naive_local();
        let at = first.time().with_nanosecond(0).expect("zero is a nanosecond");
        if text.len() > MAX_BYTES {
            return Err(RecurrenceError::TooLong);
        }
        match text.trim().to_lowercase().as_str() {
            "daily" => Ok(Self::Daily { at }),
            "weekdays" => Ok(Self::Weekdays { at }),
            "weekly" => Ok(Self::Weekly { on: first.weekday(), at }),
            "monthly" => Ok(Self::Monthly { day: first.day(), at }),
            other => {
                let rule = CronRule::parse(other)?;
                rule.check(first.date())?;
                Ok(Self::Cron(rule))
            }
        }
    }

    /// The first run later than `after`; `None` if there is none within the calendar of the `cron` crate (2100).
    pub fn next_after(&self, after: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let mut local = after.with_timezone(&zone).naive_local();
        loop {
            local = self.next_on_wall_clock(local)?;
            // In the second pass of an overlap, wall-clock times still ahead may mean moments that are over; and
            // several times in one gap mean the same moment.
            let next = wall_clock::moment(local, zone);
            if next > after {
                return Some(next);
            }
        }
    }

    /// The first `n` runs later than `after`.
    pub fn next_n(&self, after: DateTime<Utc>, zone: Tz, n: usize) -> Vec<DateTime<Utc>> {
        std::iter::successors(self.next_after(after, zone), |&run| self.next_after(run, zone)).take(n).collect()
    }

    fn next_on_wall_clock(&self, after: NaiveDateTime) -> Option<NaiveDateTime> {
        let (at, on_day): (_, &dyn Fn(NaiveDate) -> bool) = match self {
            Self::Daily { at } => (at, &|_| true),
            Self::Weekdays { at } => (at, &|date| date.weekday().num_days_from_monday() < 5),
            Self::Weekly { on, at } => (at, &|date| date.weekday() == *on),
            Self::Monthly { day, at } => (at, &|date| date.day() == (*day).min(u32::from(date.num_days_in_month()))),
            Self::Cron(rule) => return rule.next_on_wall_clock(after),
        };
        let today = after.date();
        // The longest wait, from one month's day to the next one's, is 31 days.
        let mut days = (0..=32).filter_map(|days| today.checked_add_days(Days::new(days)));
        days.find(|&date| on_day(date) && date.and_time(*at) > after).map(|date| date.and_time(*at))
    }
}

/// The form in which it is stored, such as `weekly mon 09:00`; [`FromStr`] reads it back.
impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = |at: &NaiveTime| at.format(if at.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string();
        match self {
            Self::Daily { at } => write!(f, "daily {}", time(at)),
            Self::Weekdays { at } => write!(f, "weekdays {}", time(at)),
            Self::Weekly { on, at } => write!(f, "weekly {} {}", on.to_string().to_lowercase(), time(at)),
            Self::Monthly { day, at } => write!(f, "monthly {day} {}", time(at)),
            Self::Cron(rule) => write!(f, "cron {rule}"),
        }
    }
}

/// Reads the stored form.
impl FromStr for Recurrence {
    type Err = RecurrenceError;

    fn from_str(stored: &str) -> Result<Self, RecurrenceError> {
        let unreadable = || RecurrenceError::Unreadable(Quote::new(stored));
        let time = |text: &str| {
            let parsed =
                NaiveTime::parse_from_str(text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"));
            parsed.map_err(|_| unreadable())
        };
        if let Some(expression) = stored.strip_prefix("cron ") {
            return CronRule::parse(expression).map(Self::Cron);
        }
        match stored.split(' ').collect::<Vec<_>>().as_slice() {
            ["daily", at] => Ok(Self::Daily { at: time(at)? }),
            ["weekdays", at] => Ok(Self::Weekdays { at: time(at)? }),
            ["weekly", on, at] => Ok(Self::Weekly { on: on.parse().map_err(|_| unreadable())?, at: time(at)? }),
            ["monthly", day, at] => {
                let day = day.parse().ok().filter(|day| (1..=31).contains(day)).ok_or_else(unreadable)?;
                Ok(Self::Monthly { day, at: time(at)? })
            }
            _ => Err(unreadable()),
        }
    }
}

#[cfg(test)]
mod tests;
