//! The point in time that a person types, such as `2026-12-01 09:00`, `mon 09:00` or `in 2 hours`.
//!
//! Times are wall-clock times of the guild's zone. Nothing is guessed: what can't be read is an error that quotes it.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;

use super::quote::Quote;
use super::wall_clock;

/// How far ahead something may be planned: two years. Our own limit; the story of a change is longer, a text is not.
pub const MAX_MONTHS_AHEAD: u32 = 24;

/// Why a text can't be used as a point in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// It has none of the known forms.
    #[error("unreadable time `{0}`")]
    Unreadable(Quote),
    /// It has a known form, but the calendar or the clock has no such day or time.
    #[error("no such date or time `{0}`")]
    NoSuchDate(Quote),
    /// It is over, or now.
    #[error("`{text}` is in the past")]
    Past {
        /// What was typed.
        text: Quote,
        /// The moment that it means.
        time: DateTime<Utc>,
    },
    /// It is more than [`MAX_MONTHS_AHEAD`] away.
    #[error("`{0}` is too far away")]
    TooFar(Quote),
}

/// Reads a point in time, going by clocks in `zone`:
///
/// - `2026-12-01 09:00`, `today 17:30`, `tomorrow 9:00`;
/// - `mon 09:00`, `monday 9:00`: the next such day and time that is still to come, which may be today;
/// - `in 2 hours`, `in an hour`: seconds, minutes and hours pass as they do; days and weeks keep the time of day,
///   also across a daylight-saving change.
///
/// Case and extra space don't matter, and `at` may stand before the time. For times that clocks skip or show twice
/// see [`wall_clock::moment`].
///
/// # Errors
/// See [`WhenError`]. A moment up to and including `now` is past.
pub fn parse_when(text: &str, now: DateTime<Utc>, zone: Tz) -> Result<DateTime<Utc>, WhenError> {
    let unreadable = || WhenError::Unreadable(Quote::new(text));
    let no_such_date = || WhenError::NoSuchDate(Quote::new(text));
    let too_far = || WhenError::TooFar(Quote::new(text));
    let lower = text.to_lowercase();
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    // `2026-12-01T09:00`, as computers write it.
    if let [word] = words[..]
        && let Some((date, time)) = word.split_once('t')
    {
        words = vec![date, time];
    }
    let today = now.with_timezone(&zone).date_naive();

    let time = match words.as_slice() {
        ["in", amount, unit] => {
            let amount = amount_of(amount).ok_or_else(unreadable)?;
            let unit = unit_of(unit).ok_or_else(unreadable)?;
            ahead(now, zone, amount, unit).ok_or_else(too_far)?
        }
        [day, time] | [day, "at", time] => {
            let day = day_of(day).ok_or_else(unreadable)?;
            let time = time_of(time).ok_or_else(unreadable)?.ok_or_else(no_such_date)?;
            match day {
                Day::In(days) => wall_clock::moment((today + Days::new(days)).and_time(time), zone),
                Day::Date(date) => wall_clock::moment(date.ok_or_else(no_such_date)?.and_time(time), zone),
                Day::Next(weekday) => next_weekday(now, zone, weekday, time),
            }
        }
        _ => return Err(unreadable()),
    };
    if time <= now {
        return Err(WhenError::Past { text: Quote::new(text), time });
    }
    if now.checked_add_months(Months::new(MAX_MONTHS_AHEAD)).is_some_and(|limit| time > limit) {
        return Err(too_far());
    }
    Ok(time)
}

/// A day as typed.
enum Day {
    /// So many days from today.
    In(u64),
    /// A date; `None` if the calendar lacks it.
    Date(Option<NaiveDate>),
    /// The next such weekday.
    Next(Weekday),
}

/// A length of time: seconds pass as they do, days keep the time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// So many seconds.
    Seconds(u32),
    /// So many days on the wall.
    Days(u32),
}

/// Reads `2 hours`, `a day`, `3 weeks`; `None` for anything else, and for what no calendar holds.
pub fn parse_span(text: &str) -> Option<Span> {
    let mut words = text.split_whitespace();
    let (amount, unit) = (amount_of(words.next()?)?, unit_of(words.next()?)?);
    if words.next().is_some() {
        return None;
    }
    match unit {
        Unit::Seconds(seconds) => amount.checked_mul(seconds).map(Span::Seconds),
        Unit::Days(days) => amount.checked_mul(days).map(Span::Days),
    }
}

/// A unit as typed.
#[derive(Clone, Copy)]
enum Unit {
    Seconds(u32),
    Days(u32),
}

fn day_of(word: &str) -> Option<Day> {
    match word {
        "today" => Some(Day::In(0)),
        "tomorrow" => Some(Day::In(1)),
        _ => match word.parse::<Weekday>() {
            Ok(weekday) => Some(Day::Next(weekday)),
            Err(_) => date_of(word),
        },
    }
}

fn date_of(word: &str) -> Option<Day> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(digits(year, 4)?.try_into().ok()?, digits(month, 2)?, digits(day, 2)?);
    Some(Day::Date(date))
}

/// `9:00`, `09:00`: `None` if it has another form, `Some(None)` if no clock shows it.
fn time_of(word: &str) -> Option<Option<NaiveTime>> {
    let (hour, minute) = word.split_once(':')?;
    let minute = if minute.len() == 2 { digits(minute, 2)? } else { return None };
    Some(NaiveTime::from_hms_opt(digits(hour, 2)?, minute, 0))
}

/// Up to `max` ASCII digits.
fn digits(text: &str, max: usize) -> Option<u32> {
    let plain = (1..=max).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn amount_of(word: &str) -> Option<u32> {
    if matches!(word, "a" | "an") { Some(1) } else { digits(word, 9) }
}

fn unit_of(word: &str) -> Option<Unit> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" => Unit::Seconds(1),
        "m" | "min" | "mins" | "minute" | "minutes" => Unit::Seconds(60),
        "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Seconds(3600),
        "d" | "day" | "days" => Unit::Days(1),
        "w" | "week" | "weeks" => Unit::Days(7),
        _ => return None,
    })
}

/// The moment so many units ahead; `None` beyond the calendar.
fn ahead(now: DateTime<Utc>, zone: Tz, amount: u32, unit: Unit) -> Option<DateTime<Utc>> {
    match unit {
        Unit::Seconds(seconds) => now.checked_add_signed(TimeDelta::seconds(i64::from(amount) * i64::from(seconds))),
        Unit::Days(_) if amount == 0 => Some(now),
        Unit::Days(days) => {
            let days = Days::new(u64::from(amount) * u64::from(days));
            let local = now.with_timezone(&zone).naive_local().checked_add_days(days)?;
            Some(wall_clock::moment(local, zone))
        }
    }
}

fn next_weekday(now: DateTime<Utc>, zone: Tz, weekday: Weekday, time: NaiveTime) -> DateTime<Utc> {
    let today = now.with_timezone(&zone).date_naive();
    let days = weekday.days_since(today.weekday());
    let coming = wall_clock::moment((today + Days::new(u64::from(days))).and_time(time), zone);
    let over = coming <= now;
    if over { wall_clock::moment((today + Days::new(u64::from(days) + 7)).and_time(time), zone) } else { coming }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// Sunday, 22 November 2026, 10:00 in Berlin.
    const NOW: &str = "2026-11-22T09:00:00Z";

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn parse(text: &str) -> Result<DateTime<Utc>, WhenError> {
        parse_when(text, at(NOW), chrono_tz::Europe::Berlin)
    }

    #[rstest]
    #[case("2026-12-01 09:00", "2026-12-01T08:00:00Z")]
    #[case("2026-12-1 9:00", "2026-12-01T08:00:00Z")]
    #[case("2026-12-01T09:00", "2026-12-01T08:00:00Z")]
    #[case("2027-07-01 09:00", "2027-07-01T07:00:00Z")]
    #[case("today 17:30", "2026-11-22T16:30:00Z")]
    #[case("  Tomorrow   9:00 ", "2026-11-23T08:00:00Z")]
    #[case("tomorrow at 9:00", "2026-11-23T08:00:00Z")]
    #[case("mon 09:00", "2026-11-23T08:00:00Z")]
    #[case("MONDAY 09:00", "2026-11-23T08:00:00Z")]
    #[case("thu 09:00", "2026-11-26T08:00:00Z")]
    #[case("sun 10:01", "2026-11-22T09:01:00Z")]
    #[case("sun 10:00", "2026-11-29T09:00:00Z")]
    #[case("in 2 hours", "2026-11-22T11:00:00Z")]
    #[case("In 90 Seconds", "2026-11-22T09:01:30Z")]
    #[case("in 5 min", "2026-11-22T09:05:00Z")]
    #[case("in an hour", "2026-11-22T10:00:00Z")]
    #[case("in a week", "2026-11-29T09:00:00Z")]
    #[case("in 2 days", "2026-11-24T09:00:00Z")]
    #[case("2028-11-22 10:00", "2028-11-22T09:00:00Z")]
    fn every_form_is_read(#[case] text: &str, #[case] time: &str) {
        assert_eq!(parse(text), Ok(at(time)));
    }

    #[rstest]
    #[case("2027-03-28 02:30", "2027-03-28T01:00:00Z")] // skipped: the first moment after
    #[case("2027-10-31 02:30", "2027-10-31T00:30:00Z")] // shown twice: the first
    #[case("in 200 days", "2027-06-10T08:00:00Z")] // 10:00 in winter, 10:00 in summer
    fn daylight_saving_is_minded(#[case] text: &str, #[case] time: &str) {
        assert_eq!(parse(text), Ok(at(time)));
    }

    #[rstest]
    #[case("")]
    #[case("soon")]
    #[case("tomorrow")]
    #[case("tomorrow 9")]
    #[case("tomorrow 9:0")]
    #[case("tomorrow 9:00 pm")]
    #[case("01.12.2026 09:00")]
    #[case("26-12-01 09:00")]
    #[case("2026-12-01-02 09:00")]
    #[case("in two hours")]
    #[case("in 2 fortnights")]
    #[case("in -2 hours")]
    #[case("in 2hours")]
    #[case("२०२६-१२-०१ ०९:००")]
    fn other_forms_are_unreadable(#[case] text: &str) {
        assert_eq!(parse(text), Err(WhenError::Unreadable(Quote::new(text))));
    }

    #[rstest]
    #[case("2026-02-30 09:00")]
    #[case("2026-13-01 09:00")]
    #[case("2026-12-01 24:00")]
    #[case("today 17:60")]
    fn impossible_dates_are_named_so(#[case] text: &str) {
        assert_eq!(parse(text), Err(WhenError::NoSuchDate(Quote::new(text))));
    }

    #[rstest]
    #[case("today 10:00", NOW)]
    #[case("today 9:59", "2026-11-22T08:59:00Z")]
    #[case("2020-01-01 09:00", "2020-01-01T08:00:00Z")]
    #[case("in 0 minutes", NOW)]
    #[case("in 0 days", NOW)]
    fn the_past_and_now_are_refused(#[case] text: &str, #[case] time: &str) {
        assert_eq!(parse(text), Err(WhenError::Past { text: Quote::new(text), time: at(time) }));
    }

    #[rstest]
    #[case("2028-11-22 10:01")]
    #[case("9999-12-31 09:00")]
    #[case("in 105 weeks")]
    #[case("in 999999999 weeks")]
    #[case("in 999999999 hours")]
    fn more_than_two_years_is_too_far(#[case] text: &str) {
        assert_eq!(parse(text), Err(WhenError::TooFar(Quote::new(text))));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic_and_no_time_lies_outside_two_years(text in "\\PC{0,60}|in [0-9]{1,9} (days|weeks|hours)") {
            if let Ok(time) = parse(&text) {
                assert!(time > at(NOW) && time <= at("2028-11-22T09:00:00Z"));
            }
        }
    }
}
