//! Identifiers: Discord's own (snowflakes) and ours (rows of one guild's database).
//!
//! A newtype each, so that a channel can't be passed where a role is meant.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Text that is no identifier of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid identifier")]
pub struct InvalidId;

macro_rules! snowflake {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(u64);

        impl $name {
            /// Takes a number that Discord gave us. Zero and numbers of 2^63 and more are no snowflakes
            /// (42 bits of time, discord-api-docs `reference`).
            pub fn new(value: u64) -> Result<Self, InvalidId> {
                if value == 0 || i64::try_from(value).is_err() { Err(InvalidId) } else { Ok(Self(value)) }
            }

            /// The number itself.
            pub fn get(self) -> u64 {
                self.0
            }

            /// The number as SQLite stores it.
            pub fn to_db(self) -> i64 {
                i64::try_from(self.0).expect("checked when made")
            }

            /// Reads what [`Self::to_db`] wrote.
            pub fn from_db(value: i64) -> Result<Self, InvalidId> {
                u64::try_from(value).map_err(|_| InvalidId).and_then(Self::new)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                text.parse::<u64>().map_err(|_| InvalidId).and_then(Self::new)
            }
        }
    )+};
}

macro_rules! row_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// Takes the number of a row; rows count from 1.
            pub fn new(value: i64) -> Result<Self, InvalidId> {
                if value > 0 { Ok(Self(value)) } else { Err(InvalidId) }
            }

            /// The number as SQLite stores it.
            pub fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                text.parse::<i64>().map_err(|_| InvalidId).and_then(Self::new)
            }
        }
    )+};
}

snowflake! {
    /// A Discord server: one company.
    GuildId,
    /// A channel or thread.
    ChannelId,
    /// A role.
    RoleId,
    /// A person (or bot) on Discord.
    UserId,
    /// A message.
    MessageId,
}

row_id! {
    /// A named part of the company.
    DepartmentId,
    /// An announcement: text with audience and schedule.
    AnnouncementId,
    /// A rule (or a single date) by which occurrences come about.
    ScheduleId,
    /// One planned posting of an announcement.
    OccurrenceId,
    /// One posting to one channel.
    DeliveryId,
    /// One round of saying an announcement again.
    RoundId,
    /// One run of a pulse.
    WaveId,
    /// A pulse that repeats.
    SeriesId,
    /// What a champion filed.
    ReportId,
    /// A question without the person.
    QuestionId,
    /// What leads answer to questions or worries.
    ReplyId,
}

impl MessageId {
    /// When Discord made it, to the millisecond: all but the last 22 bits count from the first second of 2015
    /// (discord-api-docs `reference`, "Snowflakes").
    pub fn made_at(self) -> DateTime<Utc> {
        let milliseconds = i64::try_from(self.get() >> 22).expect("42 bits fit");
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(1_420_070_400_000 + milliseconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_and_overlong_numbers_are_no_snowflakes() {
        assert_eq!(GuildId::new(0), Err(InvalidId));
        assert_eq!(GuildId::new(u64::MAX), Err(InvalidId));
        assert_eq!("abc".parse::<UserId>(), Err(InvalidId));
        let id: UserId = "175928847299117063".parse().expect("a snowflake");
        assert_eq!(UserId::from_db(id.to_db()), Ok(id));
    }

    #[test]
    fn a_message_tells_when_it_was_made() {
        // The example of Discord's documentation.
        let id: MessageId = "175928847299117063".parse().expect("a snowflake");
        assert_eq!(id.made_at().to_rfc3339(), "2016-04-30T11:18:25.796+00:00");
    }
}
