//! When a pulse repeats: every so many weeks or months, each run as long as the first.
//!
//! Runs are counted from the first one on the wall clock of its zone, so that none drifts: *monthly* from 31 January
//! means the last day of February and again 31 March.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDateTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;

use super::quote::Quote;
use super::wall_clock;

/// The longest pause that a rhythm may have; ours: two years, as for anything planned (`domain::when`).
const MOST_WEEKS: u32 = 104;
const MOST_MONTHS: u32 = 24;

/// So many runs are looked at to find the shortest pause: enough for every length of month.
const RUNS_LOOKED_AT: u32 = 60;

/// How often a pulse repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Every so many weeks.
    Weeks(u32),
    /// Every so many months.
    Months(u32),
}

/// Why a text can't be used as a rhythm.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RhythmError {
    /// It has none of the known forms.
    #[error("unreadable rhythm `{0}`")]
    Unreadable(Quote),
    /// Days are no rhythm for a pulse.
    #[error("a pulse can't repeat within days")]
    TooOften,
}

impl Rhythm {
    /// Reads `monthly`, `quarterly`, `weekly`, `every 4 weeks`, `every 2 months`.
    ///
    /// # Errors
    /// See [`RhythmError`]; at most 40 characters of the text are quoted.
    pub fn parse(text: &str) -> Result<Self, RhythmError> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let unreadable = || RhythmError::Unreadable(Quote::new(text));
        let amount = |word: &str, most: u32| {
            let plain = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
            word.parse().ok().filter(|amount| plain && (1..=most).contains(amount)).ok_or_else(unreadable)
        };
        match words.as_slice() {
            ["daily" | "weekdays"] | ["every", "day"] | ["every", _, "days"] => Err(RhythmError::TooOften),
            ["weekly"] | ["every", "week"] => Ok(Self::Weeks(1)),
            ["monthly"] | ["every", "month"] => Ok(Self::Months(1)),
            ["quarterly"] | ["every", "quarter"] => Ok(Self::Months(3)),
            ["every", number, "week" | "weeks"] => Ok(Self::Weeks(amount(number, MOST_WEEKS)?)),
            ["every", number, "month" | "months"] => Ok(Self::Months(amount(number, MOST_MONTHS)?)),
            _ => Err(unreadable()),
        }
    }
}

/// The form in which it is stored, such as `weeks 4`; [`FromStr`] reads it back.
impl fmt::Display for Rhythm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weeks(weeks) => write!(f, "weeks {weeks}"),
            Self::Months(months) => write!(f, "months {months}"),
        }
    }
}

/// Reads the stored form.
impl FromStr for Rhythm {
    type Err = RhythmError;

    fn from_str(stored: &str) -> Result<Self, RhythmError> {
        let unreadable = || RhythmError::Unreadable(Quote::new(stored));
        let (unit, number) = stored.split_once(' ').ok_or_else(unreadable)?;
        let number = number.parse().ok().filter(|number| *number > 0).ok_or_else(unreadable)?;
        match unit {
            "weeks" => Ok(Self::Weeks(number)),
            "months" => Ok(Self::Months(number)),
            _ => Err(unreadable()),
        }
    }
}

/// One run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// From when people can answer.
    pub opens: DateTime<Utc>,
    /// Until when.
    pub closes: DateTime<Utc>,
}

/// All runs of a pulse that repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Runs {
    /// The first one.
    pub first: Run,
    /// How often.
    pub rhythm: Rhythm,
    /// Whose wall clock counts.
    pub zone: Tz,
}

impl Runs {
    /// The first run that opens later than `after`; `None` beyond the calendar.
    pub fn next_after(&self, after: DateTime<Utc>) -> Option<Run> {
        (0..).map_while(|number| self.run(number)).find(|run| run.opens > after)
    }

    /// The shortest pause between the close of one run and the opening of the next; negative where they overlap.
    pub fn shortest_pause(&self) -> TimeDelta {
        let runs: Vec<_> = (0..RUNS_LOOKED_AT).map_while(|number| self.run(number)).collect();
        runs.windows(2).map(|two| two[1].opens - two[0].closes).min().unwrap_or(TimeDelta::MAX)
    }

    /// Run number `number`, from 0. Months differ in their weekdays: what would open on a weekend opens on the Monday
    /// after, unless the first run was on a weekend itself.
    fn run(&self, number: u32) -> Option<Run> {
        let local = |at: DateTime<Utc>| at.with_timezone(&self.zone).naive_local();
        let (opened, closed) = (local(self.first.opens), local(self.first.closes));
        let opens: NaiveDateTime = match self.rhythm {
            Rhythm::Weeks(weeks) => opened.checked_add_days(Days::new(7 * u64::from(weeks) * u64::from(number)))?,
            Rhythm::Months(months) => opened.checked_add_months(Months::new(months.checked_mul(number)?))?,
        };
        let later = match (is_weekend(opened.weekday()), opens.weekday()) {
            (false, Weekday::Sat) => 2,
            (false, Weekday::Sun) => 1,
            _ => 0,
        };
        let opens = opens.checked_add_days(Days::new(later))?;
        let closes = opens.checked_add_signed(closed - opened)?;
        Some(Run { opens: wall_clock::moment(opens, self.zone), closes: wall_clock::moment(closes, self.zone) })
    }
}

fn is_weekend(day: Weekday) -> bool {
    matches!(day, Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;
    use rstest::rstest;

    use super::*;

    fn at(local: &str) -> DateTime<Utc> {
        wall_clock::moment(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a time"), Berlin)
    }

    fn runs(opens: &str, closes: &str, rhythm: Rhythm) -> Runs {
        Runs { first: Run { opens: at(opens), closes: at(closes) }, rhythm, zone: Berlin }
    }

    #[rstest]
    #[case("monthly", Rhythm::Months(1))]
    #[case(" Quarterly ", Rhythm::Months(3))]
    #[case("weekly", Rhythm::Weeks(1))]
    #[case("every 4 weeks", Rhythm::Weeks(4))]
    #[case("Every  2  months", Rhythm::Months(2))]
    fn every_form_is_read_and_comes_back_as_stored(#[case] text: &str, #[case] rhythm: Rhythm) {
        assert_eq!(Rhythm::parse(text), Ok(rhythm));
        assert_eq!(rhythm.to_string().parse(), Ok(rhythm));
    }

    #[rstest]
    #[case("")]
    #[case("every 0 weeks")]
    #[case("every 105 weeks")]
    #[case("every +4 weeks")]
    #[case("0 9 * * 1")]
    #[case("now and then")]
    fn other_forms_are_unreadable(#[case] text: &str) {
        assert_eq!(Rhythm::parse(text), Err(RhythmError::Unreadable(Quote::new(text))));
        assert_eq!(Rhythm::parse("daily"), Err(RhythmError::TooOften));
    }

    #[test]
    fn runs_keep_their_time_of_day_and_length_over_the_change_of_clocks() {
        let series = runs("2026-10-05 08:00", "2026-10-12 17:00", Rhythm::Weeks(4));
        let second = series.next_after(series.first.opens).expect("a run");
        assert_eq!((second.opens, second.closes), (at("2026-11-02 08:00"), at("2026-11-09 17:00")));
        assert_eq!(series.next_after(second.opens).map(|run| run.opens), Some(at("2026-11-30 08:00")));
    }

    #[test]
    fn months_neither_drift_nor_open_on_a_weekend() {
        // 31 January 2027 is a Sunday, so the series begins on Friday, 29 January.
        let series = runs("2027-01-29 08:00", "2027-02-05 17:00", Rhythm::Months(1));
        let mut opens = vec![series.first.opens];
        for _ in 0..4 {
            opens.extend(series.next_after(opens[opens.len() - 1]).map(|run| run.opens));
        }
        let wanted =
            ["2027-01-29 08:00", "2027-03-01 08:00", "2027-03-29 08:00", "2027-04-29 08:00", "2027-05-31 08:00"];
        assert_eq!(opens, wanted.map(at));
    }

    #[test]
    fn the_shortest_pause_counts_from_close_to_opening() {
        let week = |weeks| runs("2026-11-02 08:00", "2026-11-09 17:00", Rhythm::Weeks(weeks)).shortest_pause();
        assert!(week(1) < TimeDelta::zero());
        assert!(week(3) < TimeDelta::days(14) && week(4) > TimeDelta::days(14));
    }
}
