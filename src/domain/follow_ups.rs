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
        // Quiet hours that were agreed on since it was planned.
        Verdict::OnTime if is_quiet(now, quiet) => Verdict::Missed,
        verdict => verdict,
    }
}

/// From how many answers on a group is not reminded: the smallest step of five at which the result is precise enough to
/// decide, whatever people say ([`precise_enough`]), of the `most` people that it may have. `surely`: how many it has for sure,
/// where a headcount was given by hand and the role has another number.
///
/// Whether a reminder comes tells whether so many have answered, and no more. `None`: always remind. That is so where
/// stopping would tell that fewer than five people are still silent.
pub fn reminders_stop_at(surely: u32, most: u32) -> Option<u32> {
    let steps = (1..).map(|step| step * STEP).take_while(|answered| answered + STEP <= surely);
    steps.into_iter().find(|&answered| precise_enough(answered, most))
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

/// The last moment until `at`, by the half hour, in working hours that is not quiet; `None` where a week has none.
fn last_moment(at: DateTime<Utc>, quiet: &Quiet) -> Option<DateTime<Utc>> {
    let zone = quiet.zone;
    let mut end = if is_working_moment(at, zone) { at } else { last_working_moment(at, zone) };
    while end >= at - TimeDelta::weeks(1) {
        let begins = wall_clock::moment(on(end.with_timezone(&zone).date_naive(), WORK_BEGINS), zone);
        let half_hours = std::iter::successors(Some(end), |moment| Some(*moment - TimeDelta::minutes(30)));
        let found = half_hours.take_while(|moment| *moment >= begins).find(|moment| !is_quiet(*moment, quiet));
        if found.is_some() {
            return found;
        }
        end = last_working_moment(begins, zone);
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
mod tests;
