//! Managers hear it first: how long before the public post, when leads are warned, and what a manager reports.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::contact::Quiet;
use super::ids::{DepartmentId, UserId};
use super::quote::Quote;
use super::wall_clock;
use super::when::{Span, WhenError, parse_span, parse_when};

/// Managers get at least so long between brief and public post. Our own limit: time to call a team together.
pub const SHORTEST: TimeDelta = TimeDelta::hours(1);

/// And at most so long: what is briefed earlier is forgotten, or has leaked. Our own limit.
pub const LONGEST: TimeDelta = TimeDelta::days(28);

/// So long before the deadline leads learn who is still to be briefed, if there is that much time.
const WARNING: TimeDelta = TimeDelta::hours(4);

/// Quiet hours are shorter than so many hours, a week: some of it is never quiet.
const MOST_QUIET: i64 = 7 * 24;

/// A briefing may be reported so many days after it was held.
const DAYS_BACK: u64 = 60;

/// The most people that a briefing can have had.
pub const MAX_ATTENDANCE: u32 = 1_000_000;

/// When managers get the brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadTime {
    /// So long before the first public post.
    Before(Span),
    /// At this moment.
    At(DateTime<Utc>),
}

impl LeadTime {
    /// Reads `1 day`, `36 hours`, `2 weeks before`, or a moment as [`parse_when`] does.
    ///
    /// # Errors
    /// As [`parse_when`]. A span outside [`SHORTEST`] to [`LONGEST`] is unreadable or too far.
    pub fn parse(text: &str, now: DateTime<Utc>, zone: Tz) -> Result<Self, WhenError> {
        let lower = text.trim().to_lowercase();
        let span = lower.strip_suffix("before").unwrap_or(&lower).trim();
        let Some(span) = parse_span(span) else { return parse_when(text, now, zone).map(Self::At) };
        let length = match span {
            Span::Seconds(seconds) => TimeDelta::seconds(i64::from(seconds)),
            Span::Days(days) => TimeDelta::days(i64::from(days)),
        };
        if length < SHORTEST {
            return Err(WhenError::Unreadable(Quote::new(text)));
        }
        if length > LONGEST { Err(WhenError::TooFar(Quote::new(text))) } else { Ok(Self::Before(span)) }
    }

    /// When the brief is due, for a public post at `first`. Days keep the time of day, also across a change of clocks.
    pub fn due(self, first: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::At(at) => at,
            Self::Before(Span::Seconds(seconds)) => first - TimeDelta::seconds(i64::from(seconds)),
            Self::Before(Span::Days(days)) => {
                let local = first.with_timezone(&zone).naive_local();
                wall_clock::moment(local - Days::new(u64::from(days)), zone)
            }
        }
    }

    /// When it goes out, at the earliest `now`. A lead who says how long before a post managers are briefed has chosen no hour:
    /// where that falls in quiet hours, it goes out whole hours earlier, just before they begin; or at their end, if that
    /// leaves managers [`SHORTEST`]; or else then all the same, as without it they hear the news with everybody else.
    pub fn goes_out(self, first: DateTime<Utc>, zone: Tz, quiet: &Quiet, now: DateTime<Utc>) -> DateTime<Utc> {
        let due = self.due(first, zone).max(now);
        if matches!(self, Self::At(_)) || !quiet.holds(due) {
            return due;
        }
        let mut earlier = (1..=MOST_QUIET).map(|hours| due - TimeDelta::hours(hours)).take_while(|at| *at >= now);
        let end = quiet.allowed_from(due);
        let at_end = Some(end).filter(|end| *end + SHORTEST <= first);
        earlier.find(|at| !quiet.holds(*at)).or(at_end).unwrap_or(due)
    }

    /// As a person would type it.
    pub fn typed(self, zone: Tz) -> String {
        match self {
            Self::At(at) => at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
            Self::Before(Span::Days(1)) => "1 day".to_owned(),
            Self::Before(Span::Days(days)) => format!("{days} days"),
            Self::Before(Span::Seconds(3600)) => "1 hour".to_owned(),
            Self::Before(Span::Seconds(seconds)) if seconds % 3600 == 0 => format!("{} hours", seconds / 3600),
            Self::Before(Span::Seconds(seconds)) => format!("{} minutes", seconds / 60),
        }
    }
}

impl fmt::Display for LeadTime {
    /// As stored.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before(Span::Days(days)) => write!(f, "days {days}"),
            Self::Before(Span::Seconds(seconds)) => write!(f, "seconds {seconds}"),
            Self::At(at) => write!(f, "at {}", at.timestamp()),
        }
    }
}

/// A text that is no stored lead time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a stored lead time")]
pub struct UnknownLeadTime;

impl FromStr for LeadTime {
    type Err = UnknownLeadTime;

    fn from_str(text: &str) -> Result<Self, UnknownLeadTime> {
        let (kind, number) = text.split_once(' ').ok_or(UnknownLeadTime)?;
        let small = || number.parse().map_err(|_| UnknownLeadTime);
        match kind {
            "days" => Ok(Self::Before(Span::Days(small()?))),
            "seconds" => Ok(Self::Before(Span::Seconds(small()?))),
            "at" => {
                let at = number.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
                Ok(Self::At(at.ok_or(UnknownLeadTime)?))
            }
            _ => Err(UnknownLeadTime),
        }
    }
}

/// An announcement's cascade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cascade {
    /// When managers get the brief.
    pub lead_time: LeadTime,
    /// Leads were told who is still to be briefed.
    pub warned: bool,
    /// The public post has begun, and leads were told who had not been briefed.
    pub ended: bool,
    /// When the public post is due: the managers' deadline. `None` while it is not scheduled.
    pub deadline: Option<DateTime<Utc>>,
}

/// When leads learn who is still to be briefed: some hours before the deadline, or at half the time if there is little.
pub fn warning_time(briefed: DateTime<Utc>, deadline: DateTime<Utc>) -> DateTime<Utc> {
    deadline - WARNING.min((deadline - briefed) / 2)
}

/// What one manager said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Briefing {
    /// For which department.
    pub department: DepartmentId,
    /// Who.
    pub manager: UserId,
    /// On which day the team was told.
    pub held_on: NaiveDate,
    /// How many came.
    pub attendance: u32,
    /// When it was said; what came after the deadline is late.
    pub at: DateTime<Utc>,
}

/// Reads the day of a briefing: `2026-12-01`, `today`, `yesterday`. It can't be still to come, nor long ago.
pub fn parse_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day = match text.trim().to_lowercase().as_str() {
        "today" => today,
        "yesterday" => today - Days::new(1),
        date => date.parse().ok()?,
    };
    (today - Days::new(DAYS_BACK)..=today).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;
    use rstest::rstest;

    use super::*;
    use crate::domain::contact::{QuietHours, Span};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    const NOW: &str = "2026-10-20T08:00:00Z";

    #[rstest]
    #[case("1 day", "days 1", "2026-10-25T08:00:00Z")]
    #[case("2 days before", "days 2", "2026-10-24T07:00:00Z")] // 9:00 in summer, 9:00 in winter
    #[case("a week", "days 7", "2026-10-19T07:00:00Z")]
    #[case("36 Hours", "seconds 129600", "2026-10-24T20:00:00Z")]
    #[case("2026-10-24 12:00", "at 1792836000", "2026-10-24T10:00:00Z")]
    fn lead_times_are_read_kept_and_counted_back_on_wall_clocks(
        #[case] text: &str,
        #[case] code: &str,
        #[case] due: &str,
    ) {
        let lead = LeadTime::parse(text, at(NOW), Berlin).expect("a lead time");
        assert_eq!(lead.to_string(), code);
        assert_eq!(code.parse(), Ok(lead));
        assert_eq!(lead.due(at("2026-10-26T08:00:00Z"), Berlin), at(due));
        assert_eq!(LeadTime::parse(&lead.typed(Berlin), at(NOW), Berlin), Ok(lead));
    }

    #[rstest]
    #[case("1 day", "2026-10-23T15:00:00Z", NOW, "a Sunday is quiet: on Friday, an hour before the evening")]
    #[case("12 hours", "2026-10-23T15:00:00Z", NOW, "so is an evening")]
    #[case("3 days", "2026-10-23T07:00:00Z", NOW, "an hour that isn't quiet stays")]
    #[case("2026-10-25 09:00", "2026-10-25T08:00:00Z", NOW, "an hour that was chosen stays")]
    #[case("1 day", "2026-10-26T07:00:00Z", "2026-10-24T08:00:00Z", "no time before them: at their end")]
    #[case("2 hours", "2026-10-26T07:00:00Z", "2026-10-25T20:00:00Z", "at their end")]
    fn a_brief_keeps_out_of_quiet_hours(
        #[case] text: &str,
        #[case] goes_out: &str,
        #[case] now: &str,
        #[case] why: &str,
    ) {
        let span = |text| Span::parse(text).ok();
        let quiet =
            Quiet { hours: QuietHours { weekdays: span("18:00-8:00"), weekend: span("all day") }, zone: Berlin };
        let lead = LeadTime::parse(text, at(NOW), Berlin).expect("a lead time");
        // A Monday at 9, after the end of summer time.
        let first = at("2026-10-26T08:00:00Z");
        assert_eq!(lead.goes_out(first, Berlin, &quiet, at(now)), at(goes_out), "{why}");
        let soon = at("2026-10-26T07:30:00Z");
        let hour = LeadTime::parse("1 hour", at(NOW), Berlin).expect("a lead time");
        let late = at("2026-10-26T06:00:00Z");
        assert_eq!(hour.goes_out(soon, Berlin, &quiet, late), at("2026-10-26T06:30:00Z"), "an hour is needed");
    }

    #[test]
    fn what_leaves_no_time_or_far_too_much_is_refused() {
        let parse = |text| LeadTime::parse(text, at(NOW), Berlin);
        assert!(matches!(parse("10 minutes"), Err(WhenError::Unreadable(_))));
        assert!(matches!(parse("0 days"), Err(WhenError::Unreadable(_))));
        assert!(matches!(parse("5 weeks"), Err(WhenError::TooFar(_))));
        assert!(matches!(parse("soon"), Err(WhenError::Unreadable(_))));
        assert!(matches!(parse("2026-01-01 09:00"), Err(WhenError::Past { .. })));
        assert_eq!("years 2".parse::<LeadTime>(), Err(UnknownLeadTime));
    }

    #[test]
    fn leads_are_warned_four_hours_before_or_halfway() {
        let deadline = at("2026-10-26T08:00:00Z");
        assert_eq!(warning_time(at("2026-10-24T08:00:00Z"), deadline), at("2026-10-26T04:00:00Z"));
        assert_eq!(warning_time(at("2026-10-26T06:00:00Z"), deadline), at("2026-10-26T07:00:00Z"));
    }

    #[test]
    fn a_briefing_was_held_today_or_a_few_weeks_ago() {
        let day = |text| parse_day(text, "2026-12-01".parse().expect("a day")).map(|day| day.to_string());
        assert_eq!(day(" Today "), Some("2026-12-01".to_owned()));
        assert_eq!(day("yesterday"), Some("2026-11-30".to_owned()));
        assert_eq!(day("2026-11-20"), Some("2026-11-20".to_owned()));
        for wrong in ["2026-12-02", "2026-09-01", "20.11.2026", "", "2026-02-30"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }
}
