//! Questions and worries without the person, and what leads answer to them.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::banding::participation_step;
use super::codes::coded;
use super::ids::{AnnouncementId, DepartmentId, QuestionId, ReplyId};
use super::labels::FearCode;

/// The longest question as an answer repeats it, in characters. Our own limit: it is a line or three of a post.
pub const MAX_QUESTION: u16 = 300;

/// The longest answer, in characters: escaped it can double, and with its question it must fit an embed's 4,096
/// (discord.md 4, "embeds").
pub const MAX_ANSWER: u16 = 1200;

/// A code that names no state of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known state")]
pub struct UnknownState;

/// Where a reply is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReplyState {
    /// Being written.
    Draft,
    /// Posted, or on its way.
    Answered,
    /// The same, saying why there is no answer.
    Declined,
    /// Thrown away: its questions are open again.
    Discarded,
}

coded!(ReplyState, UnknownState {
    Draft = "draft",
    Answered = "answered",
    Declined = "declined",
    Discarded = "discarded",
});

/// A question that nobody has answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Question {
    /// Its row; random, so that numbers tell no order.
    pub id: QuestionId,
    /// Under which announcement it was asked, if under one.
    pub announcement: Option<AnnouncementId>,
    /// From which department, if whoever asked has one.
    pub department: Option<DepartmentId>,
    /// Among how many people whoever asked hid when it was asked: those of the smallest posting of its announcement until
    /// then. 0 where there is none.
    pub among: u32,
    /// What was asked, masked.
    pub text: String,
    /// On which day (UTC): the finest time that is kept.
    pub day: NaiveDate,
}

impl Question {
    /// For how many days it has been open.
    pub fn age(&self, now: DateTime<Utc>) -> u32 {
        age(self.day, now)
    }
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Question(..)")
    }
}

/// How many worries of one kind leads are told of: those under each announcement rounded down to a step of five. So one
/// person, who has one worry a day under each, can't lift those of others over a step with what they say elsewhere.
pub fn told(by_announcement: impl IntoIterator<Item = u32>) -> u32 {
    by_announcement.into_iter().map(participation_step).fold(0, u32::saturating_add)
}

/// Days from the day on which something was kept until now; 0 on that day.
pub fn age(day: NaiveDate, now: DateTime<Utc>) -> u32 {
    u32::try_from((now.date_naive() - day).num_days()).unwrap_or(0)
}

/// The day of a moment as the tables hold it: days since 1970, UTC.
pub fn to_days(day: NaiveDate) -> i64 {
    (day - NaiveDate::default()).num_days()
}

/// Reads what [`to_days`] wrote; `None` beyond the calendar.
pub fn from_days(days: i64) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_days(Days::new(u64::try_from(days).ok()?))
}

/// What leads answer, on its way from a draft to its channels.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its row.
    pub id: ReplyId,
    /// Where it is.
    pub state: ReplyState,
    /// It answers worries of this kind; `None`: questions.
    pub fear: Option<FearCode>,
    /// It says why there is no answer.
    pub declines: bool,
    /// It goes to the whole company; otherwise to the departments that asked.
    pub company_wide: bool,
    /// How the question reads in it; at most [`MAX_QUESTION`] characters.
    pub question: String,
    /// The answer, or the reason why there is none; at most [`MAX_ANSWER`] characters.
    pub text: String,
    /// Counts changes, so that a button of an older state is known as one.
    pub revision: u32,
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").field("state", &self.state).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worries_of_a_kind_are_told_from_five_under_one_announcement_on() {
        assert_eq!(told([]), 0);
        assert_eq!(told([4, 4, 4]), 0);
        assert_eq!(told([5, 4, 11]), 15);
    }

    #[test]
    fn days_count_from_1970_and_come_back() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
        assert_eq!(to_days(day), 20_783);
        assert_eq!(from_days(20_783), Some(day));
        assert_eq!(from_days(-1), None);
        let now = day.and_hms_opt(23, 0, 0).expect("a time").and_utc();
        assert_eq!([age(day, now), age(day - Days::new(3), now), age(day + Days::new(1), now)], [0, 3, 0]);
    }
}
