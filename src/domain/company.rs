//! A company's settings.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::ids::{ChannelId, RoleId};
use super::labels::Phase;

/// What an administrator sets once for the whole guild.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
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
}

impl Company {
    /// The phase that the company is in by its own clocks; `None` while nobody has said when it goes live.
    pub fn phase(&self, now: DateTime<Utc>) -> Option<Phase> {
        Some(Phase::on(now.with_timezone(&self.timezone).date_naive(), self.go_live?))
    }
}

impl Default for Company {
    fn default() -> Self {
        Self {
            timezone: Tz::UTC,
            language: "en".to_owned(),
            lead_role: None,
            champion_role: None,
            leads_channel: None,
            champions_channel: None,
            announcements_channel: None,
            go_live: None,
        }
    }
}
