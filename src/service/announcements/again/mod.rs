//! Saying an announcement again where few have understood it: in other words, and from another sender (brief.md 8).
//! [`writing`] is the lead's part, [`approving`] a second lead's, [`signing`] that of the manager or champion who posts it in
//! their own name.
//!
//! "Understood" counts once per person over all rounds. What is asked and posted are occurrences of their own, sent
//! once like any other.

pub mod approving;
pub mod signing;
pub mod writing;

use chrono::{DateTime, Utc};

use super::cascade::can_be_briefed;
use super::{Loaded, plan_from};
use crate::domain::announcements::{Occurrence, OccurrenceKind};
use crate::domain::departments::Department;
use crate::domain::ids::{ChannelId, DepartmentId, RoundId};
use crate::domain::rounds::{Round, Sender};
use crate::service::failure::Failure;
use crate::store;

impl Loaded {
    /// The round of an occurrence that asks for it, or posts it.
    pub fn round_of(&self, occurrence: &Occurrence) -> Option<&Round> {
        self.rounds.iter().find(|round| Some(round.id) == occurrence.round)
    }

    /// The departments of a round, by name.
    pub fn departments_of<'a>(&'a self, round: &'a Round) -> impl Iterator<Item = &'a Department> {
        self.departments.iter().filter(|department| round.part(department.id).is_some())
    }

    /// The departments whose senders are asked in this channel to post a round.
    pub fn asked_at<'a>(&'a self, round: &'a Round, channel: ChannelId) -> impl Iterator<Item = &'a Department> {
        self.departments_of(round).filter(move |department| self.ask_channel(round, department) == Some(channel))
    }

    /// Where a round's senders for one department are asked.
    fn ask_channel(&self, round: &Round, department: &Department) -> Option<ChannelId> {
        match round.sender() {
            Sender::Manager => department.managers_channel,
            Sender::Champion => self.company.champions_channel,
        }
    }

    /// Whether somebody can be asked to say it in this department.
    fn can_be_told_by(&self, sender: Sender, department: &Department) -> bool {
        match sender {
            Sender::Manager => can_be_briefed(department),
            Sender::Champion => self.company.champion_role.is_some() && self.company.champions_channel.is_some(),
        }
    }

    /// The channels of an occurrence that asks for a round, or posts it; each once.
    pub(super) fn round_targets(&self, occurrence: &Occurrence) -> Vec<ChannelId> {
        let Some(round) = self.round_of(occurrence) else { return Vec::new() };
        let mut channels: Vec<ChannelId> = match occurrence.kind {
            OccurrenceKind::Again => {
                let here = self.departments.iter().filter(|one| Some(one.id) == occurrence.department);
                here.map(|department| department.channel).collect()
            }
            _ => self.departments_of(round).filter_map(|department| self.ask_channel(round, department)).collect(),
        };
        channels.sort_unstable();
        channels.dedup();
        channels
    }
}

/// Plans a posting of a round for now.
async fn post_now(
    tx: &mut store::Tx,
    loaded: &Loaded,
    kind: OccurrenceKind,
    round: RoundId,
    department: Option<DepartmentId>,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let (id, _) = plan_from(tx, loaded.announcement.schedule, kind, now).await?;
    Ok(store::occurrences::set_round(tx, id, round, department).await?)
}
