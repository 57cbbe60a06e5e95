//! A company's settings.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::ids::{ChannelId, RoleId};
use super::labels::Phase;

/// What an administrator sets once for the whole guild.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// How texts call it; unset, they say "our company".
    pub name: Option<String>,
    /// The zone in which people write and schedules run.
    pub timezone: Tz,
    /// The language of public texts, such as `en`.
    pub language: String,
    /// Whoever holds this role is a lead.
    pub lead_role: Option<RoleId>,
    /// Whoever holds this role is a champion.
    pub champion_role: Option<RoleId>,
    /// The leads' private channel.
    pub leads_channel: Option<ChannelId>,
    /// The champions' channel, where they are asked to say something again.
    pub champions_channel: Option<ChannelId>,
    /// The announcements channel of the whole company.
    pub announcements_channel: Option<ChannelId>,
    /// The day on which the company goes, or went, live.
    pub go_live: Option<NaiveDate>,
    /// Whatever is to be posted needs a second lead's word first.
    pub approval: bool,
}

/// The longest name of a company, in characters. Our own limit: it stands in the middle of sentences.
pub const MAX_NAME: u16 = 60;

impl Company {
    /// The phase that the company is in by its own clocks; `None` while nobody has said when it goes live.
    pub fn phase(&self, now: DateTime<Utc>) -> Option<Phase> {
        Some(Phase::on(now.with_timezone(&self.timezone).date_naive(), self.go_live?))
    }
}

impl Default for Company {
    fn default() -> Self {
        Self {
            name: None,
            timezone: Tz::UTC,
            language: "en".to_owned(),
            lead_role: None,
            champion_role: None,
            leads_channel: None,
            champions_channel: None,
            announcements_channel: None,
            go_live: None,
            approval: false,
        }
    }
}
