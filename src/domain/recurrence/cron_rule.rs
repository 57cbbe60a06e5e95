//! Five-field cron expressions as cron(8) has them, read strictly by us and evaluated by the `cron` crate.
//!
//! Each field is read into the numbers that it means, and the crate gets those numbers written out: its own syntax
//! differs from cron(8) (it counts 1 as Sunday and joins day of the month and weekday with "and").

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::RecurrenceError;
use crate::domain::quote::Quote;

/// Runs are at least this far apart (promises.md 2).
const APART: TimeDelta = TimeDelta::minutes(15);

/// There is a run within so many days: five years (promises.md 2).
const HORIZON: Days = Days::new(5 * 365 + 1);

/// A checked cron expression.
#[derive(Debug, Clone)]
pub struct CronRule {
    /// As typed, in lower case with single spaces.
    text: String,
    /// Minutes of the day at which it runs.
    times: BTreeSet<u32>,
    schedule: Box<cron::Schedule>,
}

impl PartialEq for CronRule {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for CronRule {}

/// What a field may hold.
struct Field {
    min: u32,
    max: u32,
    names: &'static [&'static str],
    wrong: fn(Quote) -> RecurrenceError,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const FIELDS: [Field; 5] = [
    Field { min: 0, max: 59, names: &[], wrong: RecurrenceError::Minute },
    Field { min: 0, max: 23, names: &[], wrong: RecurrenceError::Hour },
    Field { min: 1, max: 31, names: &[], wrong: RecurrenceError::Day },
    Field { min: 1, max: 12, names: &MONTHS, wrong: RecurrenceError::Month },
    // Sunday is 0 and 7.
    Field { min: 0, max: 7, names: &WEEKDAYS, wrong: RecurrenceError::Weekday },
];

impl CronRule {
    /// Reads five fields. Whether and how often it runs is for [`CronRule::check`].
    pub(super) fn parse(text: &str) -> Result<Self, RecurrenceError> {
        if text.len() > super::MAX_BYTES {
            return Err(RecurrenceError::TooLong);
        }
        let text = text.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        if !words.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit() || c == '*')) {
            return Err(RecurrenceError::Unreadable(Quote::new(&text)));
        }
        let Ok([minute, hour, day, month, weekday]) = <[&str; 5]>::try_from(words.as_slice()) else {
            return Err(RecurrenceError::Fields(words.len()));
        };
        let read = |word, field: usize| FIELDS[field].read(word).ok_or_else(|| (FIELDS[field].wrong)(Quote::new(word)));
        let (minutes, hours, days, months) = (read(minute, 0)?, read(hour, 1)?, read(day, 2)?, read(month, 3)?);
        let weekdays: BTreeSet<u32> = read(weekday, 4)?.into_iter().map(|day| day % 7).collect();
        if day != "*" && weekday != "*" {
            return Err(RecurrenceError::TwoDays);
        }
        let list = |numbers: &BTreeSet<u32>| numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
        let crates_weekdays: BTreeSet<u32> = weekdays.iter().map(|day| day + 1).collect();
        let expression = format!(
            "0 {} {} {} {} {}",
            list(&minutes),
            list(&hours),
            list(&days),
            list(&months),
            list(&crates_weekdays)
        );
        let schedule =
            cron::Schedule::from_str(&expression).map_err(|_| RecurrenceError::Unreadable(Quote::new(&text)))?;
        let times = hours.iter().flat_map(|hour| minutes.iter().map(move |minute| hour * 60 + minute)).collect();
        Ok(Self { text: words.join(" "), times, schedule: Box::new(schedule) })
    }

    /// Checks that it runs within five years of `from`, and not too often.
    pub(super) fn check(&self, from: NaiveDate) -> Result<(), RecurrenceError> {
        let quote = || Quote::new(&self.text);
        let last = from.checked_add_days(HORIZON).unwrap_or(NaiveDate::MAX);
        let mut days = self.days_from(from).take_while(|&day| day <= last);
        let first_day = days.next().ok_or_else(|| RecurrenceError::Never(quote()))?;

        let minutes = |from: u32, to: u32| TimeDelta::minutes(i64::from(to) - i64::from(from));
        let within_a_day = self.times.iter().zip(self.times.iter().skip(1)).any(|(a, b)| minutes(*a, *b) < APART);
        // From the last run of one day to the first of the next, if two such days ever follow each other.
        let (first, end) = (self.times.first().expect("not empty"), self.times.last().expect("not empty"));
        let over_midnight = minutes(*end, first + 24 * 60) < APART && {
            let mut before = first_day;
            days.any(|day| {
                let follows = before.succ_opt() == Some(day);
                before = day;
                follows
            })
        };
        if within_a_day || over_midnight { Err(RecurrenceError::TooOften(quote())) } else { Ok(()) }
    }

    /// The first time on the wall clock later than `after`.
    pub(super) fn next_on_wall_clock(&self, after: NaiveDateTime) -> Option<NaiveDateTime> {
        // The wall clock is handed over as UTC, which has neither gaps nor overlaps.
        self.schedule.after(&after.and_utc()).next().map(|time| time.naive_utc())
    }

    /// The days on which it runs, from `from` on.
    fn days_from(&self, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let end_of = |day: NaiveDate| day.and_hms_opt(23, 59, 59).expect("every day has such a time");
        let first = from.pred_opt().and_then(|day| self.next_on_wall_clock(end_of(day)));
        let days = std::iter::successors(first, move |run| self.next_on_wall_clock(end_of(run.date())));
        days.map(|run| run.date())
    }
}

impl fmt::Display for CronRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Field {
    /// The numbers that a field means: `*`, `*/n`, `a`, `a-b`, `a-b/n`, and lists of these.
    fn read(&self, text: &str) -> Option<BTreeSet<u32>> {
        let mut numbers = BTreeSet::new();
        for part in text.split(',') {
            let (range, step) = match part.split_once('/') {
                Some((range, step)) => (range, self.step(step)?),
                None => (part, 1),
            };
            let (from, to) = match range.split_once('-') {
                _ if range == "*" => (self.min, if self.is_weekday() { 6 } else { self.max }),
                Some((from, to)) => (self.number(from)?, self.end(to)?),
                // `5/10` means different things to different crons.
                None if part.contains('/') => return None,
                None => (self.number(range)?, self.number(range)?),
            };
            if from > to {
                return None;
            }
            numbers.extend((from..=to).step_by(step));
        }
        Some(numbers)
    }

    fn is_weekday(&self) -> bool {
        self.names.len() == 7
    }

    fn step(&self, text: &str) -> Option<usize> {
        let step = plain_number(text)?;
        (1..=self.max).contains(&step).then(|| usize::try_from(step).expect("two digits"))
    }

    fn number(&self, text: &str) -> Option<u32> {
        let named = self.names.iter().position(|name| *name == text);
        let number = match named {
            Some(position) => self.min + u32::try_from(position).expect("at most twelve names"),
            None => plain_number(text)?,
        };
        (self.min..=self.max).contains(&number).then_some(number)
    }

    /// The end of a range. A week that ends on `sun` ends on day 7, not on day 0.
    fn end(&self, text: &str) -> Option<u32> {
        let number = self.number(text)?;
        Some(if self.is_weekday() && text == "sun" { 7 } else { number })
    }
}

/// One or two ASCII digits.
fn plain_number(text: &str) -> Option<u32> {
    let plain = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}
