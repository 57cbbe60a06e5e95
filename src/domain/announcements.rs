//! Announcements: a text with audience and schedule, and the states that it and its postings go through.

use std::fmt;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::codes::coded;
use super::ids::{
    AnnouncementId, ChannelId, DeliveryId, DepartmentId, MessageId, OccurrenceId, RoundId, ScheduleId, UserId,
};
use super::labels::ProcessLabel;
use super::recurrence::Recurrence;

/// The longest title, in characters: escaped it can double, and an embed's title takes 256 (discord.md 4, "embeds").
pub const MAX_TITLE: u16 = 120;

/// The longest body, in characters: escaped it can double, and all of a message's embeds take 6,000 together.
pub const MAX_BODY: u16 = 1500;

/// The longest benefit and the longest ask, in characters: escaped they can double, and a field takes 1,024.
pub const MAX_LINE: u16 = 500;

/// The longest `when` or `repeat` that is kept as it was typed, in characters.
pub const MAX_PLAN_TEXT: u16 = 100;

macro_rules! states {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        coded!($name, UnknownState { $($variant = $code),+ });
    )+};
}

/// A code that names no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known state")]
pub struct UnknownState;

states! {
    /// Where an announcement is between its first word and its end.
    AnnouncementState {
        /// Being written; only leads see it.
        Draft = "draft",
        /// It will be posted, or is being posted, or is posted again and again.
        Scheduled = "scheduled",
        /// Held back until a lead resumes it.
        Paused = "paused",
        /// Everything that was to be posted is posted.
        Done = "done",
        /// Called off; what was posted stays.
        Cancelled = "cancelled",
        /// Thrown away before it was ever planned.
        Discarded = "discarded",
    }

    /// Where one planned posting is.
    OccurrenceState {
        /// Its time is still to come.
        Planned = "planned",
        /// Its deliveries are on their way.
        Sending = "sending",
        /// Every delivery has an end.
        Done = "done",
        /// Its time passed while nothing could be sent.
        Missed = "missed",
        /// Called off.
        Cancelled = "cancelled",
    }

    /// What one planned posting is.
    OccurrenceKind {
        /// The announcement itself, in its departments' channels.
        Post = "post",
        /// The managers' briefing before it, in their private channels.
        Brief = "brief",
        /// The request to managers or champions to say it again in their name.
        Ask = "ask",
        /// A later round of it, in one department's channel.
        Again = "again",
    }

    /// Where one posting to one channel is (promises.md 2).
    DeliveryState {
        /// Not tried yet.
        Planned = "planned",
        /// Discord may or may not have it.
        Claimed = "claimed",
        /// In the channel.
        Sent = "sent",
        /// Discord refuses it for good.
        Failed = "failed",
        /// It came too late to be of use.
        Missed = "missed",
        /// Perhaps in the channel, whose history can't be read: a lead was asked.
        Unsure = "unsure",
        /// Called off before it was tried.
        Cancelled = "cancelled",
    }
}

/// What an announcement says.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// At most [`MAX_TITLE`] characters on one line.
    pub title: String,
    /// What changes and why; at most [`MAX_BODY`] characters.
    pub body: String,
    /// "What's in it for you": at most [`MAX_LINE`] characters. Nothing goes out while it is empty.
    pub benefit: String,
    /// "What we need from you": at most [`MAX_LINE`] characters; may be empty.
    pub ask: String,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words(..)")
    }
}

/// When it is posted, as typed and as understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The first run as the form shows it.
    pub when_text: String,
    /// The repetition as it was typed.
    pub repeat_text: String,
    /// The first run; without one it is posted by hand.
    pub first: Option<DateTime<Utc>>,
    /// By which it repeats.
    pub rule: Option<Recurrence>,
    /// The wall clocks by which it goes.
    pub zone: Tz,
}

impl Plan {
    /// Up to `n` runs from the first one on, leaving out those that are over.
    pub fn upcoming(&self, now: DateTime<Utc>, n: usize) -> Vec<DateTime<Utc>> {
        let Some(first) = self.first else { return Vec::new() };
        let after = |run: DateTime<Utc>| self.rule.as_ref().and_then(|rule| rule.next_after(run, self.zone));
        let start = if first > now { Some(first) } else { after(now) };
        std::iter::successors(start, |&run| after(run)).take(n).collect()
    }
}

/// An announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its row.
    pub id: AnnouncementId,
    /// Where it is.
    pub state: AnnouncementState,
    /// What it says.
    pub words: Words,
    /// Which of the four processes it serves.
    pub process: Option<ProcessLabel>,
    /// The lead who wrote it.
    pub author: UserId,
    /// The row of its plan.
    pub schedule: ScheduleId,
    /// When it is posted.
    pub plan: Plan,
    /// Counts changes of text, plan and audience, so that a button or form of an older state is known as one.
    pub revision: u32,
    /// It is a draft of changes to this announcement, which stays as it is until they are saved.
    pub edits: Option<AnnouncementId>,
    /// When its text was last changed after posts had gone out.
    pub changed_at: Option<DateTime<Utc>>,
    /// The template from which it was begun.
    pub template: Option<String>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
}

/// A draft as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DraftAt {
    /// Which.
    pub id: AnnouncementId,
    /// In which state: see [`Announcement::revision`].
    pub revision: u32,
}

impl Announcement {
    /// The draft as it is now.
    pub fn at(&self) -> DraftAt {
        DraftAt { id: self.id, revision: self.revision }
    }

    /// The number by which leads know it: a draft of changes goes by the announcement that it changes.
    pub fn known_as(&self) -> AnnouncementId {
        self.edits.unwrap_or(self.id)
    }
}

/// One department's part in an announcement.
#[derive(Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Which department.
    pub department: DepartmentId,
    /// Whether the announcement goes there.
    pub chosen: bool,
    /// What's in it for this department; empty where the general line serves.
    pub benefit: String,
}

impl fmt::Debug for Addressee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Addressee").field("chosen", &self.chosen).finish_non_exhaustive()
    }
}

/// One planned posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Its row.
    pub id: OccurrenceId,
    /// Of which plan.
    pub schedule: ScheduleId,
    /// Of which announcement.
    pub announcement: AnnouncementId,
    /// What it posts.
    pub kind: OccurrenceKind,
    /// Of which later round, if of one.
    pub round: Option<RoundId>,
    /// For which department, if a later round is posted.
    pub department: Option<DepartmentId>,
    /// When.
    pub planned: DateTime<Utc>,
    /// Where it is.
    pub state: OccurrenceState,
    /// It goes out later than planned, and says so.
    pub late: bool,
    /// When its deliveries were begun.
    pub started: Option<DateTime<Utc>>,
}

/// One posting to one channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivery {
    /// Its row.
    pub id: DeliveryId,
    /// Of which occurrence.
    pub occurrence: OccurrenceId,
    /// Where to.
    pub channel: ChannelId,
    /// Where it is.
    pub state: DeliveryState,
    /// How often Discord was called for it.
    pub attempt: u32,
    /// The first call since the channel was last known not to hold it.
    pub first_claim: Option<DateTime<Utc>>,
    /// From when on it may be taken up again.
    pub lease: Option<DateTime<Utc>>,
    /// The start of the program that holds it.
    pub boot: Option<i64>,
    /// The post, once it is there.
    pub message: Option<MessageId>,
    /// Why Discord refused it, if it did.
    pub code: Option<u32>,
    /// When the post was found deleted.
    pub lost_at: Option<DateTime<Utc>>,
    /// When a lead had a deleted post made again, which is done once.
    pub reposted_at: Option<DateTime<Utc>>,
    /// When a lead sent it anew that had been given up or was in doubt.
    pub restarted_at: Option<DateTime<Utc>>,
}

/// A post that was deleted in its channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost {
    /// Of which occurrence.
    pub occurrence: OccurrenceId,
    /// Where it stood.
    pub channel: ChannelId,
    /// When that was noticed.
    pub at: DateTime<Utc>,
    /// It had been posted again before, which is done once.
    pub again: bool,
}

/// Why Discord refuses a post for good (discord-api-docs `topics/opcodes-and-status-codes`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The bot may not post there: 50001 (no access) or 50013 (missing permission).
    Forbidden,
    /// The channel is gone: 10003.
    Gone,
    /// Discord doesn't take this post.
    Rejected,
}

impl Refusal {
    /// What Discord's code means for a post; 0 stands for a 403 or 404 that gave none.
    pub fn of(code: u32) -> Self {
        match code {
            0 | 50_001 | 50_013 => Self::Forbidden,
            10_003 => Self::Gone,
            _ => Self::Rejected,
        }
    }
}

impl Delivery {
    /// Whether it has no end yet.
    pub fn is_on_its_way(&self) -> bool {
        matches!(self.state, DeliveryState::Planned | DeliveryState::Claimed)
    }

    /// Whether its post stands in the channel, or may.
    pub fn may_stand(&self) -> bool {
        matches!(self.state, DeliveryState::Claimed | DeliveryState::Sent | DeliveryState::Unsure)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn at(day: u32, hour: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 10, day, hour, 0, 0).single().expect("a moment")
    }

    #[test]
    fn a_plan_tells_its_runs_from_the_first_on_across_the_end_of_summer_time() {
        let rule = Recurrence::parse("daily", at(24, 7), Berlin).expect("a rule");
        let plan = Plan {
            when_text: String::new(),
            repeat_text: String::new(),
            first: Some(at(24, 7)),
            rule: Some(rule),
            zone: Berlin,
        };
        assert_eq!(plan.upcoming(at(20, 0), 3), [at(24, 7), at(25, 8), at(26, 8)]);
        assert_eq!(plan.upcoming(at(24, 7), 2), [at(25, 8), at(26, 8)]);
        assert_eq!(Plan { rule: None, ..plan.clone() }.upcoming(at(24, 6), 5), [at(24, 7)]);
        assert!(Plan { first: None, ..plan }.upcoming(at(24, 6), 5).is_empty());
    }

    #[test]
    fn states_read_back_as_they_were_written() {
        for state in [OccurrenceState::Planned, OccurrenceState::Sending, OccurrenceState::Missed] {
            assert_eq!(state.code().parse(), Ok(state));
        }
        assert_eq!("brief".parse(), Ok(OccurrenceKind::Brief));
        assert_eq!("gone".parse::<DeliveryState>(), Err(UnknownState));
    }
}
