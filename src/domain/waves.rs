//! Waves: one run of a pulse, what it froze at launch, and the states that it goes through.

use chrono::{DateTime, Datelike, Days, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use super::codes::coded;
use super::ids::{ChannelId, DepartmentId, MessageId, RoleId, SeriesId, WaveId};
use super::pulses::QuestionSet;
use super::wall_clock;

/// How many working days a wave stays open if nobody says otherwise (brief.md: "open 5–7 working days").
pub const WORKING_DAYS: u32 = 5;

/// Where a wave is between launch and its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WaveState {
    /// Frozen; the scheduler opens it later.
    Planned,
    /// It could not open in time; leads decide.
    Held,
    /// Called off before it opened: nobody was asked.
    Dropped,
    /// People answer.
    Open,
    /// No more answers are taken; they are not yet counted.
    Closing,
    /// Answers are counted and deleted; keys and traces are being destroyed. No result may be read yet.
    Sealing,
    /// Results are final and can be read.
    Sealed,
    /// Called off; rows, keys and traces are being destroyed.
    Cancelling,
    /// Called off; nothing is left of the answers.
    Cancelled,
}

impl WaveState {
    /// Whether nothing is left to be done.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Sealed | Self::Cancelled | Self::Dropped)
    }

    /// Whether people's answers can still be found by their key: it is open, or closed and not yet counted.
    pub fn has_answers(self) -> bool {
        matches!(self, Self::Open | Self::Closing)
    }

    /// Whether it is still to open.
    pub fn is_to_open(self) -> bool {
        matches!(self, Self::Planned | Self::Held)
    }
}

coded!(WaveState, UnknownState {
    Planned = "planned",
    Held = "held",
    Dropped = "dropped",
    Open = "open",
    Closing = "closing",
    Sealing = "sealing",
    Sealed = "sealed",
    Cancelling = "cancelling",
    Cancelled = "cancelled",
});

/// A text that is no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known state of a wave")]
pub struct UnknownState;

/// One run of a pulse. How departments are grouped (`P`) and the thresholds (`T`) are privacy's to define.
#[derive(Debug, Clone)]
pub struct Wave<P, T> {
    /// Its number.
    pub id: WaveId,
    /// What it asks, in the words of the launch.
    pub set: QuestionSet,
    /// How departments are grouped.
    pub partition: P,
    /// The smallest groups that are shown.
    pub thresholds: T,
    /// When all this was frozen.
    pub launched_at: DateTime<Utc>,
    /// From when people can answer: as planned, and once it is open as it was.
    pub opens_at: DateTime<Utc>,
    /// Until when, as planned.
    pub closes_at: DateTime<Utc>,
    /// When it really stopped taking answers.
    pub closed_at: Option<DateTime<Utc>>,
    /// Where it is.
    pub state: WaveState,
    /// The pulse that repeats, whose run it is.
    pub series: Option<SeriesId>,
    /// It was sealed, and its results have been deleted since, after their time.
    pub is_expired: bool,
}

/// A department as a wave asks it: what it was at launch, whatever it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedDepartment {
    /// Its row.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// Its role.
    pub role: RoleId,
    /// Where its post stands.
    pub channel: ChannelId,
    /// How many people it had.
    pub eligible: u32,
}

/// A wave's post in a department's channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its row, from which its nonce is made.
    pub id: i64,
    /// The department's name at launch.
    pub department: String,
    /// Where.
    pub channel: ChannelId,
    /// How many tries were begun.
    pub attempts: u32,
    /// The message, once it is known to stand there.
    pub message: Option<MessageId>,
    /// Discord's code, or [`UNSURE`], once trying again is no use.
    pub failure: Option<u32>,
    /// It says that the pulse is over.
    pub ended: bool,
    /// When the bot last looked whether it still stands.
    pub looked_at: Option<DateTime<Utc>>,
    /// It was made a second time, because the first was deleted.
    pub reposted: bool,
}

/// Stands in place of Discord's code where nobody can tell whether a post stands in its channel: Discord broke off, and the
/// history can't be read. None of Discord's codes is 1.
pub const UNSURE: u32 = 1;

/// When a wave closes that opens `now`, if nobody says otherwise: at 17:00 after [`WORKING_DAYS`] working days, Monday
/// to Friday, by clocks in `zone`.
pub fn default_close(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let mut day = now.with_timezone(&zone).date_naive();
    let mut left = WORKING_DAYS;
    while left > 0 {
        day = day + Days::new(1);
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    let end_of_work = NaiveTime::from_hms_opt(17, 0, 0).expect("a time of day");
    wall_clock::moment(day.and_time(end_of_work), zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_closes_after_five_working_days_at_five_in_the_afternoon() {
        let close = |now: &str| default_close(now.parse().expect("a moment"), chrono_tz::Europe::Berlin).to_rfc3339();
        assert_eq!(close("2026-11-02T07:00:00Z"), "2026-11-09T16:00:00+00:00"); // Monday to Monday
        assert_eq!(close("2026-11-06T07:00:00Z"), "2026-11-13T16:00:00+00:00"); // Friday to Friday
        assert_eq!(close("2026-11-07T07:00:00Z"), "2026-11-13T16:00:00+00:00"); // Saturday
        assert_eq!(close("2026-10-22T07:00:00Z"), "2026-10-29T16:00:00+00:00"); // over a daylight-saving change
    }

    #[test]
    fn every_state_comes_back_from_its_code() {
        use WaveState::{Cancelled, Cancelling, Closing, Dropped, Held, Open, Planned, Sealed, Sealing};
        for state in [Planned, Held, Dropped, Open, Closing, Sealing, Sealed, Cancelling, Cancelled] {
            assert_eq!(state.code().parse(), Ok(state));
        }
        assert_eq!("".parse::<WaveState>(), Err(UnknownState));
    }
}
