//! How many taps one person makes in a minute: more than anybody needs are refused, so that nobody can keep the one
//! writer of a company busy.
//!
//! In memory only. It counts under the row's keyed hash, never under a person, and forgets all counts when the minute
//! is over, so that it can't become a list of who answers.

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};

use crate::privacy::tokens::Token;

/// The most taps of one person within a minute. A pulse has about ten; ours.
pub const MOST: u32 = 120;

const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// The counts of the minute that runs.
#[derive(Debug, Default)]
pub struct Taps {
    minute: Mutex<Minute>,
}

#[derive(Debug, Default)]
struct Minute {
    began: DateTime<Utc>,
    counts: HashMap<[u8; 32], u32>,
}

impl Taps {
    /// Counts a tap. Says whether it is still one of [`MOST`].
    pub fn count(&self, token: &Token, now: DateTime<Utc>) -> bool {
        let mut minute = self.minute.lock().expect("no panic while held");
        minute.turn(now);
        let count = minute.counts.entry(*token.as_bytes()).or_default();
        *count = count.saturating_add(1);
        *count <= MOST
    }

    /// Forgets the counts if their minute is over.
    pub fn forget(&self, now: DateTime<Utc>) {
        self.minute.lock().expect("no panic while held").turn(now);
    }
}

impl Minute {
    /// A clock that was put back begins a minute, too.
    fn turn(&mut self, now: DateTime<Utc>) {
        if now < self.began || now - self.began >= MINUTE {
            *self = Self { began: now, counts: HashMap::new() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_of_one_minute_and_one_person_and_then_forgotten() {
        let (taps, now) = (Taps::default(), DateTime::UNIX_EPOCH + TimeDelta::days(9));
        let (one, other) = (Token::from_bytes([1; 32]), Token::from_bytes([2; 32]));
        assert!((0..MOST).all(|_| taps.count(&one, now)));
        assert!(!taps.count(&one, now + TimeDelta::seconds(59)));
        assert!(taps.count(&other, now));
        taps.forget(now + MINUTE);
        assert!(taps.minute.lock().expect("free").counts.is_empty());
        assert!(taps.count(&one, now + MINUTE));
        assert!(taps.count(&one, now - MINUTE), "a clock put back refuses nobody");
    }
}
