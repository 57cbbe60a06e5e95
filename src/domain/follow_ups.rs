//! What a wave posts to a department's channel after its first post: when reminders are due, when none is needed, and
//! how each one fares.
//!
//! Reminders go to channels, in the same words for everybody. Nothing here may depend on who answered, and on how many
//! only in steps of five (promises.md P9).

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;

use super::banding::STEP;
use super::contact::Quiet;
use super::ids::{ChannelId, MessageId};
use super::lateness::{self, Verdict};
use super::statistics::precise_enough;
use super::wall_clock;

/// How much of a wave's time has passed at each reminder, in per cent; at most two (product.md, "Pulses").
const DUE_AT: [i32; 2] = [40, 80];

/// People are reminded from this hour on, by the company's clocks …
const WORK_BEGINS: u32 = 9;

/// … and before this one, so that there is time left to answer on the same day.
const WORK_ENDS: u32 = 16;

/// The last hours of a wave are free of reminders: by then whoever wants to answer knows.
const QUIET_END: TimeDelta = TimeDelta::hours(4);

/// A channel gets the pulse's post and its reminders at least so far apart: never two on one day.
const APART: TimeDelta = TimeDelta::hours(20);

/// When to remind people of a wave: up to two moments in working hours (Monday to Friday) that are not quiet, in order. A
/// time outside of them moves on to the next such moment, or back to the last one where the next is too late. A short wave
/// gets one reminder or none.
pub fn reminder_times(opens_at: DateTime<Utc>, closes_at: DateTime<Utc>, quiet: &Quiet) -> Vec<DateTime<Utc>> {
    let mut times: Vec<DateTime<Utc>> = Vec::new();
    for percent in DUE_AT {
        let due = opens_at + (closes_at - opens_at) * percent / 100;
        let earliest = times.last().copied().unwrap_or(opens_at) + APART;
        let fits = |at: &DateTime<Utc>| *at >= earliest && *at + QUIET_END <= closes_at;
        times.extend([next_moment(due, quiet), last_moment(due, quiet)].into_iter().flatten().find(fits));
    }
    times
}

/// What to do with a reminder whose time has come: late ones by the rules of `lateness`, and only in working hours that are
/// not quiet, and before the last hours.
pub fn reminder_verdict(
    planned: DateTime<Utc>,
    now: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    quiet: &Quiet,
) -> Verdict {
    let disturbs = || now + QUIET_END > closes_at || !is_working_moment(now, quiet.zone) || is_quiet(now, quiet);
    match lateness::one_off(planned, now, now - planned) {
        Verdict::Delayed if disturbs() => Verdict::Missed,
        verdict => verdict,
    }
}

/// From how many answers on a group of `eligible` people is not reminded: the smallest step of five at which the
/// result is precise enough to decide, whatever people say ([`precise_enough`]).
///
/// Whether a reminder comes tells whether so many have answered, and no more. `None`: always remind. That is so where
/// stopping would tell that fewer than five people are still silent.
pub fn reminders_stop_at(eligible: u32) -> Option<u32> {
    let steps = (1..).map(|step| step * STEP).take_while(|answered| answered + STEP <= eligible);
    steps.into_iter().find(|&answered| precise_enough(answered, eligible))
}

fn is_quiet(at: DateTime<Utc>, quiet: &Quiet) -> bool {
    quiet.allowed_from(at) > at
}

/// The first moment from `at` on in working hours that is not quiet; `None` where a week has none.
fn next_moment(at: DateTime<Utc>, quiet: &Quiet) -> Option<DateTime<Utc>> {
    let mut found = at;
    while found <= at + TimeDelta::weeks(1) {
        let working = next_working_moment(found, quiet.zone);
        found = quiet.allowed_from(working);
        if found == working {
            return Some(found);
        }
    }
    None
}

/// The last moment before `at`, by the half hour, in working hours that is not quiet; `None` where a week has none.
fn last_moment(at: DateTime<Utc>, quiet: &Quiet) -> Option<DateTime<Utc>> {
    let mut end = last_working_moment(at, quiet.zone);
    while end >= at - TimeDelta::weeks(1) {
        let moments =
            (0..=2 * (WORK_ENDS - WORK_BEGINS)).map(|n| end - TimeDelta::minutes(30) * i32::try_from(n).unwrap_or(0));
        if let Some(found) = moments.into_iter().find(|moment| !is_quiet(*moment, quiet)) {
            return Some(found);
        }
        end = last_working_moment(end - TimeDelta::hours(1), quiet.zone);
    }
    None
}

fn is_working_moment(at: DateTime<Utc>, zone: Tz) -> bool {
    let local = at.with_timezone(&zone);
    is_working_day(local.weekday()) && (WORK_BEGINS..WORK_ENDS).contains(&local.hour())
}

fn is_working_day(day: Weekday) -> bool {
    !matches!(day, Weekday::Sat | Weekday::Sun)
}

fn next_working_moment(at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    if is_working_moment(at, zone) {
        return at;
    }
    let local = at.with_timezone(&zone);
    let mut day = local.date_naive();
    if local.hour() >= WORK_BEGINS {
        day = day + Days::new(1);
    }
    while !is_working_day(day.weekday()) {
        day = day + Days::new(1);
    }
    wall_clock::moment(on(day, WORK_BEGINS), zone)
}

fn last_working_moment(at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let local = at.with_timezone(&zone);
    let mut day = local.date_naive();
    if local.hour() < WORK_ENDS {
        day = day - Days::new(1);
    }
    while !is_working_day(day.weekday()) {
        day = day - Days::new(1);
    }
    wall_clock::moment(on(day, WORK_ENDS), zone)
}

fn on(day: chrono::NaiveDate, hour: u32) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).expect("a time of day"))
}

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant),+ }

        impl $name {
            /// The code, as stored.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;

            fn from_str(code: &str) -> Result<Self, UnknownCode> {
                match code { $($code => Ok(Self::$variant),)+ _ => Err(UnknownCode) }
            }
        }
    };
}

codes! {
    /// What a follow-up is.
    FollowUpKind {
        /// The first reminder.
        FirstReminder = "first_reminder",
        /// The second one.
        SecondReminder = "second_reminder",
        /// What the department said, after the seal.
        Result = "result",
    }
}

codes! {
    /// How a follow-up fares.
    FollowUpState {
        /// Its time is still to come.
        Planned = "planned",
        /// It is to be sent; no try has been made.
        Sending = "sending",
        /// A try was begun, and its outcome may be unknown.
        Claimed = "claimed",
        /// It stands in its channel.
        Sent = "sent",
        /// It may stand there; the channel's history can't be read, so it is not sent again.
        Unsure = "unsure",
        /// Enough people had answered.
        NotNeeded = "not_needed",
        /// Its time passed while the program was down, or Discord out of reach.
        Missed = "missed",
        /// Discord refused it.
        Failed = "failed",
        /// The wave ended before its time.
        Dropped = "dropped",
    }
}

/// A text that is no code of a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known code of a follow-up")]
pub struct UnknownCode;

impl FollowUpKind {
    /// The reminders in their order.
    pub const REMINDERS: [Self; 2] = [Self::FirstReminder, Self::SecondReminder];

    /// Which reminder it is, from 1; `None` for a result.
    pub fn round(self) -> Option<u8> {
        match self {
            Self::FirstReminder => Some(1),
            Self::SecondReminder => Some(2),
            Self::Result => None,
        }
    }
}

impl FollowUpState {
    /// Whether something is still to be done.
    pub fn waits(self) -> bool {
        matches!(self, Self::Planned | Self::Sending | Self::Claimed)
    }
}

/// One post of a wave after its first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    /// Its row, from which its nonce is made.
    pub id: i64,
    /// Where.
    pub channel: ChannelId,
    /// What.
    pub kind: FollowUpKind,
    /// When it is due.
    pub planned: DateTime<Utc>,
    /// How it fares.
    pub state: FollowUpState,
    /// The message, once it is known to stand there.
    pub message: Option<MessageId>,
    /// It says that the pulse is over.
    pub ended: bool,
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::domain::contact::{QuietHours, Span};
    use crate::domain::statistics::planned_half_width;

    fn at(local: &str) -> DateTime<Utc> {
        wall_clock::moment(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a time"), Berlin)
    }

    #[rstest]
    // Monday to Monday, as a launch without a close: 40 % is Thursday before work, 80 % is Saturday night.
    #[case("2026-11-02 08:00", "2026-11-09 17:00", &["2026-11-05 09:00", "2026-11-09 09:00"])]
    // The Monday morning would be too late: back to Friday.
    #[case("2026-11-02 08:00", "2026-11-09 10:00", &["2026-11-05 09:00", "2026-11-06 16:00"])]
    // In working hours nothing moves.
    #[case("2026-11-02 10:00", "2026-11-12 10:00", &["2026-11-06 10:00", "2026-11-10 10:00"])]
    // Two days: the second would come on the heels of the first.
    #[case("2026-11-03 09:00", "2026-11-05 17:00", &["2026-11-04 09:00", "2026-11-05 09:00"])]
    #[case("2026-11-03 09:00", "2026-11-04 17:00", &["2026-11-04 09:00"])]
    // A day is too short for any.
    #[case("2026-11-03 09:00", "2026-11-03 17:00", &[])]
    // Over the end of summer time.
    #[case("2026-10-23 09:00", "2026-10-30 17:00", &["2026-10-26 09:00", "2026-10-29 09:00"])]
    fn reminders_come_in_working_hours_and_apart(#[case] opens: &str, #[case] closes: &str, #[case] due: &[&str]) {
        assert_eq!(times(opens, closes, QuietHours::default()), due);
    }

    fn times(opens: &str, closes: &str, hours: QuietHours) -> Vec<String> {
        let times = reminder_times(at(opens), at(closes), &Quiet { hours, zone: Berlin });
        times.iter().map(|at| at.with_timezone(&Berlin).format("%Y-%m-%d %H:%M").to_string()).collect()
    }

    fn quiet(weekdays: &str, weekend: &str) -> QuietHours {
        QuietHours { weekdays: Span::parse(weekdays).ok(), weekend: Span::parse(weekend).ok() }
    }

    #[rstest]
    // Not on the Saturday on which the quiet hours end: before they begin.
    #[case("2026-11-02 08:00", "2026-11-09 10:00", "16:00-8:00", "none", &["2026-11-05 09:00", "2026-11-06 15:30"])]
    // Both would come on Monday morning: one does.
    #[case("2026-11-04 15:00", "2026-11-09 17:00", "15:00-9:00", "all day", &["2026-11-09 09:00"])]
    // Monday morning is in the last hours: back to Friday.
    #[case("2026-11-04 17:00", "2026-11-09 12:00", "15:00-9:00", "all day", &["2026-11-06 14:30"])]
    // The morning is quiet, the afternoon is not.
    #[case("2026-11-02 08:00", "2026-11-09 17:00", "8:30-12:00", "none", &["2026-11-05 12:00", "2026-11-09 12:00"])]
    // There is no moment left.
    #[case("2026-11-02 08:00", "2026-11-09 17:00", "8:00-17:00", "none", &[])]
    fn reminders_keep_out_of_quiet_hours_and_all_else_holds(
        #[case] opens: &str,
        #[case] closes: &str,
        #[case] weekdays: &str,
        #[case] weekend: &str,
        #[case] due: &[&str],
    ) {
        assert_eq!(times(opens, closes, quiet(weekdays, weekend)), due);
    }

    #[rstest]
    #[case("2026-11-05 08:59", Verdict::NotYet)]
    #[case("2026-11-05 09:01", Verdict::OnTime)]
    #[case("2026-11-05 14:59", Verdict::Delayed)]
    #[case("2026-11-05 15:01", Verdict::Missed)]
    fn a_late_reminder_is_sent_for_six_hours(#[case] now: &str, #[case] verdict: Verdict) {
        let quiet = Quiet { hours: QuietHours::default(), zone: Berlin };
        assert_eq!(reminder_verdict(at("2026-11-05 09:00"), at(now), at("2026-11-09 17:00"), &quiet), verdict);
    }

    #[test]
    fn a_late_reminder_disturbs_neither_the_evening_nor_quiet_hours_nor_the_last_hours() {
        let quiet = Quiet { hours: quiet("12:30-14:00", "none"), zone: Berlin };
        let verdict = |planned, now| reminder_verdict(at(planned), at(now), at("2026-11-09 17:00"), &quiet);
        assert_eq!(verdict("2026-11-05 11:00", "2026-11-05 13:00"), Verdict::Missed);
        assert_eq!(verdict("2026-11-05 11:00", "2026-11-05 14:30"), Verdict::Delayed);
        assert_eq!(verdict("2026-11-05 15:00", "2026-11-05 16:30"), Verdict::Missed);
        assert_eq!(verdict("2026-11-09 09:00", "2026-11-09 12:00"), Verdict::Delayed);
        assert_eq!(verdict("2026-11-09 09:00", "2026-11-09 13:30"), Verdict::Missed);
    }

    // Half-widths at p = 0.5 by Wilson with the finite-population correction: 12.6 at 15 of 20, 14.5 at 35 of 140.
    #[rstest]
    #[case(0, None)]
    #[case(8, None)]
    #[case(16, None)]
    #[case(20, Some(15))]
    #[case(140, Some(35))]
    #[case(50_000, Some(40))]
    fn reminders_stop_at_a_step_of_five(#[case] eligible: u32, #[case] answered: Option<u32>) {
        assert_eq!(reminders_stop_at(eligible), answered);
    }

    proptest! {
        #[test]
        fn p9_stopping_tells_of_five_people_or_more(eligible in 0u32..3_000) {
            if let Some(answered) = reminders_stop_at(eligible) {
                prop_assert!(answered % 5 == 0 && answered >= 5 && eligible - answered >= 5);
                prop_assert!(planned_half_width(answered, eligible) <= 15.0);
                let before = answered - 5;
                prop_assert!(before == 0 || planned_half_width(before, eligible) > 15.0);
            }
        }

        #[test]
        fn reminders_are_in_order_in_time_and_never_quiet_or_on_a_weekend(
            start in 0i64..4_000_000,
            hours in 1i64..2_000,
            from in 0u32..24,
            until in 0u32..24,
        ) {
            let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
            let weekdays = (from != until).then(|| Span::Between(time(from), time(until)));
            let quiet = Quiet { hours: QuietHours { weekdays, weekend: None }, zone: Berlin };
            let opens = DateTime::from_timestamp(1_790_000_000 + start, 0).expect("a moment");
            let closes = opens + TimeDelta::hours(hours);
            let mut last = opens;
            for time in reminder_times(opens, closes, &quiet) {
                let local = time.with_timezone(&Berlin);
                prop_assert!(time - last >= APART && closes - time >= QUIET_END);
                prop_assert!((9..=16).contains(&local.hour()) && is_working_day(local.weekday()));
                prop_assert_eq!(quiet.allowed_from(time), time);
                last = time;
            }
        }
    }

    #[test]
    fn codes_come_back() {
        for kind in FollowUpKind::REMINDERS.into_iter().chain([FollowUpKind::Result]) {
            assert_eq!(kind.code().parse(), Ok(kind));
        }
        assert_eq!("".parse::<FollowUpState>(), Err(UnknownCode));
    }
}
