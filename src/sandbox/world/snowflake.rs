//! Discord's identifiers, minted from the passed clock.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};

/// Discord counts from the first second of 2015 (discord-api-docs `reference`, "Snowflakes").
const EPOCH_MS: i64 = 1_420_070_400_000;

/// An identifier of anything on Discord: 42 bits of milliseconds since 2015, 22 bits that tell equals apart.
/// A string in JSON, as at Discord.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Snowflake(u64);

impl Snowflake {
    /// The number itself.
    pub fn get(self) -> u64 {
        self.0
    }

    /// When it was minted, to the millisecond.
    pub fn time(self) -> DateTime<Utc> {
        let ms = i64::try_from(self.0 >> 22).expect("42 bits fit");
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(EPOCH_MS + ms)
    }
}

impl From<u64> for Snowflake {
    fn from(value: u64) -> Self {
        Self(value)
    }
}

impl fmt::Display for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Snowflake {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Serialize for Snowflake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Mints identifiers that only ever grow, also where the clock stands still or was moved back.
#[derive(Debug, Default)]
pub(crate) struct Mint {
    last: u64,
}

impl Mint {
    /// The next identifier at `now`.
    pub(crate) fn next(&mut self, now: DateTime<Utc>) -> Snowflake {
        let ms = u64::try_from(now.timestamp_millis() - EPOCH_MS).unwrap_or(0);
        self.last = (self.last + 1).max(ms << 22);
        Snowflake(self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_carry_their_time_and_never_repeat() {
        let mut mint = Mint::default();
        let now = DateTime::from_timestamp_millis(1_796_000_000_123).expect("in range");
        let first = mint.next(now);
        let second = mint.next(now - TimeDelta::days(1));
        assert_eq!(first.time(), now);
        assert!(second > first);
        assert_eq!(serde_json::to_string(&first).expect("plain"), format!("\"{}\"", first.get()));
    }
}
