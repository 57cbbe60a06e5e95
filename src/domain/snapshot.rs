//! The frozen results of a sealed wave: what may be published, and nothing more.
//!
//! `privacy::suppression` is the only maker. Whoever reads a snapshot can show all of it: small groups, unanimous
//! groups and everything from which they could be computed are gone already, and where everybody of a group answered, it
//! holds what all but one could have said.

use serde::{Deserialize, Serialize};

use super::labels::{FearCode, Measure, Theme};
use super::pulses::ItemId;

/// The results of one wave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The smallest number of answers that is shown (promises.md P2).
    pub threshold: u32,
    /// Everybody together.
    pub company: GroupResult,
    /// The groups after coarsening, departments first, "Other" last.
    pub groups: Vec<GroupResult>,
    /// Names of the departments that count in "Other", in their frozen order (P5).
    #[serde(default)]
    pub pooled: Vec<String>,
    /// What comments say together, per group that has enough; everybody's first. `privacy::comment_tone` is the only
    /// maker. Waves sealed before comments were read have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<CommentResult>,
    /// The same of what champions reported since the pulse before, of the groups that are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<CommentResult>,
}

impl Snapshot {
    /// The group that a department counts under; `None` if the wave didn't ask it.
    pub fn group_of(&self, department: &str) -> Option<Group> {
        let same = |name: &str| name.to_lowercase() == department.trim().to_lowercase();
        let mut groups = self.groups.iter().map(|result| &result.group);
        let own = groups.find(|group| matches!(group, Group::Department(name) if same(name)));
        own.cloned().or_else(|| self.pooled.iter().any(|name| same(name)).then_some(Group::Other))
    }
}

/// What the comments of one group say together: nothing from which one comment could be computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentResult {
    /// Whose.
    pub group: Group,
    /// How many comments, rounded down to a step of five (P7).
    pub comments: u32,
    /// How they sound; `None` where too few could be judged, or it could be worked out from the others (P2, P3).
    pub tone: Option<CommentTone>,
    /// What at least three people wrote about, named most first.
    pub themes: Vec<Theme>,
    /// At least three are in other languages or without words, and have no tone.
    pub has_unjudged: bool,
    /// At least three were not read: there were too many at once, or the engine could not be loaded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_unread: bool,
}

/// How comments sound, corrected for how often the engine is known to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentTone {
    /// Something is bad, missing, feared or lost.
    pub negative: CoarseShare,
    /// Neither.
    pub neutral: CoarseShare,
    /// Something is good, easier or solved.
    pub positive: CoarseShare,
    /// Good news minus trouble; `None` in results that were sealed before it was told.
    #[serde(default)]
    pub balance: Option<Balance>,
    /// Half of them or more could not be judged without reservation.
    pub is_unsure: bool,
}

/// The share of good news less that of trouble, in percentage points from −100 to 100, in steps of five (P7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// The balance, −80 to 80: that (nearly) everybody is of one mind is not told (P6), so the ends mean "or more".
    pub points: i8,
    /// The 95 % interval's low end, rounded down.
    pub low: i8,
    /// Its high end, rounded up.
    pub high: i8,
}

impl Balance {
    /// The most that is told: good news 90 per cent or more, trouble 10 or less.
    pub const MOST: i8 = (CoarseShare::MOST - CoarseShare::LEAST) as i8;
}

/// A share in per cent, in steps of five (P7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoarseShare {
    /// The share, 10 to 90: that (nearly) nobody or everybody is of one mind is not told (P6), so the ends mean "or
    /// less" and "or more".
    pub percent: u8,
    /// The 95 % interval's low end, rounded down.
    pub low: u8,
    /// Its high end, rounded up.
    pub high: u8,
}

impl CoarseShare {
    /// The least that is told: this, or less.
    pub const LEAST: u8 = 10;
    /// The most that is told: this, or more.
    pub const MOST: u8 = 90;
}

/// The results of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupResult {
    /// Whose.
    pub group: Group,
    /// How many were asked: the headcount frozen at launch; 0 where only latecomers count in it (P15), whom nobody counted.
    pub eligible: u32,
    /// How many can answer for sure, where a headcount given by hand is another number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// How many can answer at most, where a headcount given by hand is smaller than that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// Many more people answered than were counted at launch. Only older results say so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_outgrown: bool,
    /// How many answered, as far as it is told, rounded down to a step of five (P9); `None` for a hidden group.
    pub answered: Option<u32>,
    /// More may have answered than that step holds, as of some group of the launch that counts in it everybody may have.
    /// Older results say so by their number alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_open: bool,
    /// One entry per item of the wave, in its order.
    pub items: Vec<ItemResult>,
    /// How many named each fear; `None` where too few answered that question.
    pub fears: Option<FearResult>,
}

impl GroupResult {
    /// How many can answer for sure; that all of these did must not show (P9).
    pub fn surely(&self) -> u32 {
        self.present.unwrap_or(self.eligible)
    }

    /// How many can answer at most, as far as anybody knew at launch.
    pub fn at_most(&self) -> u32 {
        self.most.unwrap_or(self.eligible)
    }
}

/// Which group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// A department, by the name that it had at launch.
    Department(String),
    /// Small departments and latecomers pooled.
    Other,
    /// Everybody.
    Company,
}

/// One item's results in one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemResult {
    /// Which item.
    pub item: ItemId,
    /// What it measures.
    pub measure: Measure,
    /// The answers.
    pub cell: Cell,
    /// How many answers a band is of, rounded down to a step of five. Older results don't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<u32>,
}

/// The answers of one group to one item, as far as they may be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Too few, or computable from the others (P2, P3).
    Hidden,
    /// All answers but one at most were on one side (P6): only "at least 80 %" of that side is told.
    Band(Side),
    /// How often each oriented point was given; where everybody answered, as all but one could have.
    Shown(Histogram),
}

/// A side of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Points 4 and 5.
    Favourable,
    /// Points 1 to 3: not favourable, and not all of it unfavourable.
    Neutral,
    /// Points 1 and 2.
    Unfavourable,
}

/// How often each point was given, oriented so that index 4 is the favourable end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Histogram(pub [u32; 5]);

impl Histogram {
    /// How many answers.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// How many answers are favourable (4 or 5).
    pub fn favourable(&self) -> u32 {
        self.0[3] + self.0[4]
    }
}

/// Which fears a group named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FearResult {
    /// How many answered the question.
    pub answered: u32,
    /// Fears and how many named them, most named first. Left out: fears named by fewer people than the threshold,
    /// and those from which such a count could be computed.
    pub named: Vec<(FearCode, Named)>,
}

/// How many of a group named a fear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Named {
    /// So many.
    Count(u32),
    /// All but one at most (P6): only "at least 80 %" is told.
    NearlyAll,
}
