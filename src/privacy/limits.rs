//! How often a person may do something that is kept without them. Who it was is counted in memory only, under a key that
//! is drawn anew each day and dies with the process: nobody can look it up, now or later.

use std::collections::HashMap;
use std::fmt;
use std::sync::Mutex;

use chrono::{DateTime, NaiveDate, Utc};
use hmac::{Hmac, KeyInit, Mac};
use rand::TryRng;
use rand::rngs::SysRng;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::domain::ids::{AnnouncementId, GuildId, UserId};

/// What is counted, each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A question, wherever it is asked.
    Question,
    /// A worry, under whatever announcement.
    Worry,
    /// A worry under this announcement.
    WorryAbout(AnnouncementId),
}

/// Counts per person and day (UTC).
#[derive(Default)]
pub struct DailyLimit {
    today: Mutex<Option<Today>>,
}

struct Today {
    day: NaiveDate,
    key: Zeroizing<[u8; 32]>,
    counts: HashMap<[u8; 32], u32>,
}

/// The operating system gave no randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no randomness")]
pub struct NoRandomness;

impl Today {
    fn entry(&self, guild: GuildId, user: UserId, said: Said) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.key.as_slice()).expect("HMAC takes keys of any length");
        mac.update(&guild.get().to_be_bytes());
        mac.update(&user.get().to_be_bytes());
        let (kind, announcement) = match said {
            Said::Question => (0, 0),
            Said::Worry => (1, 0),
            Said::WorryAbout(announcement) => (2, announcement.get()),
        };
        mac.update(&[kind]);
        mac.update(&announcement.to_be_bytes());
        mac.finalize().into_bytes().into()
    }
}

impl DailyLimit {
    /// Counts once more, if that stays within `most` on this day; whether it does.
    ///
    /// # Errors
    /// If no key can be drawn; nothing is counted then.
    pub fn take(
        &self,
        guild: GuildId,
        user: UserId,
        said: Said,
        most: u32,
        now: DateTime<Utc>,
    ) -> Result<bool, NoRandomness> {
        let mut today = self.today.lock().expect("no panic while held");
        let day = now.date_naive();
        if today.as_ref().is_none_or(|today| today.day != day) {
            let mut key = Zeroizing::new([0; 32]);
            SysRng.try_fill_bytes(key.as_mut_slice()).map_err(|_| NoRandomness)?;
            *today = Some(Today { day, key, counts: HashMap::new() });
        }
        let today = today.as_mut().expect("set just now");
        let entry = today.entry(guild, user, said);
        let count = today.counts.entry(entry).or_default();
        if *count >= most {
            return Ok(false);
        }
        *count += 1;
        Ok(true)
    }

    /// Counts once less: what was to be kept wasn't. `now` is the moment of [`Self::take`].
    pub fn give_back(&self, guild: GuildId, user: UserId, said: Said, now: DateTime<Utc>) {
        let mut today = self.today.lock().expect("no panic while held");
        let Some(today) = today.as_mut().filter(|today| today.day == now.date_naive()) else { return };
        let entry = today.entry(guild, user, said);
        if let Some(count) = today.counts.get_mut(&entry) {
            *count = count.saturating_sub(1);
        }
    }

    /// Whether nothing is left for this person on this day.
    pub fn is_used_up(&self, guild: GuildId, user: UserId, said: Said, most: u32, now: DateTime<Utc>) -> bool {
        let today = self.today.lock().expect("no panic while held");
        let today = today.as_ref().filter(|today| today.day == now.date_naive());
        let count = today.and_then(|today| today.counts.get(&today.entry(guild, user, said)).copied());
        count.is_some_and(|count| count >= most)
    }
}

impl fmt::Debug for DailyLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DailyLimit(..)")
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn each_person_has_their_own_count_and_a_new_one_each_day() {
        let limit = DailyLimit::default();
        let (guild, other_guild) = (GuildId::new(1).expect("an id"), GuildId::new(2).expect("an id"));
        let (ana, bob) = (UserId::new(11).expect("an id"), UserId::new(12).expect("an id"));
        let now = "2026-11-26T10:00:00Z".parse::<DateTime<Utc>>().expect("a moment");
        let asks = Said::Question;
        let take = |guild, user, now| limit.take(guild, user, asks, 2, now).expect("randomness");
        assert_eq!([take(guild, ana, now), take(guild, ana, now), take(guild, ana, now)], [true, true, false]);
        assert!(limit.is_used_up(guild, ana, asks, 2, now) && !limit.is_used_up(guild, bob, asks, 2, now));
        assert!(take(guild, bob, now) && take(other_guild, ana, now));
        let tomorrow = now + TimeDelta::days(1);
        assert!(take(guild, ana, tomorrow));
        assert_eq!(limit.today.lock().expect("free").as_ref().map(|today| today.counts.len()), Some(1));
    }

    #[test]
    fn questions_worries_and_each_announcement_are_counted_by_themselves_and_given_back() {
        let limit = DailyLimit::default();
        let (guild, ana) = (GuildId::new(1).expect("an id"), UserId::new(11).expect("an id"));
        let now = "2026-11-26T10:00:00Z".parse::<DateTime<Utc>>().expect("a moment");
        let about = |id| Said::WorryAbout(AnnouncementId::new(id).expect("an id"));
        let take = |said| limit.take(guild, ana, said, 1, now).expect("randomness");
        let all = [Said::Question, Said::Worry, about(1), about(2)];
        assert_eq!(all.map(take), [true; 4]);
        assert_eq!(all.map(take), [false; 4]);
        limit.give_back(guild, ana, about(1), now);
        assert_eq!(all.map(take), [false, false, true, false]);
    }
}
