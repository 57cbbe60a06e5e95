//! The summary of a sealed wave as a model: rows, scores, changes, fears, advice. Table, picture and alt text show it.
//!
//! It is built from frozen snapshots alone and rounds as promises.md P7 and P9 ask. A group that may not be shown
//! leaves nothing here but its name; it must never take part in an order, a count or a mark.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::advice::{Advice, Evidence, Reason, advise, codes};
use super::scoring;
use crate::domain::banding::SizeBand;
use crate::domain::labels::{FearCode, Measure};
use crate::domain::snapshot::{Balance, CommentResult, Group, GroupResult, Snapshot};

/// The summary of one wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What it is called.
    pub title: String,
    /// The question set's title.
    pub set: String,
    /// The moment when the wave closed.
    pub closed_at: DateTime<Utc>,
    /// The same as a day in the guild's zone.
    pub closed_on: NaiveDate,
    /// The smallest number of answers that is shown.
    pub threshold: u32,
    /// The measures that the wave asked about, in the order of [`Measure::ALL`].
    pub measures: Vec<Measure>,
    /// Everybody together; `None` where even that is too few.
    pub company: Option<Row>,
    /// The groups that may be shown: departments, best first; "Other" last.
    pub rows: Vec<Row>,
    /// The groups that may not, by name.
    pub hidden: Vec<Group>,
    /// Names of the departments that count in "Other".
    pub pooled: Vec<String>,
}

/// What may be told about one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which group.
    pub group: Group,
    /// Whether it stands out.
    pub mark: Option<Mark>,
    /// How many answered; never that all did.
    pub answered: SizeBand,
    /// How many were asked; 0 where nobody counted them.
    pub headcount: u32,
    /// More answered than were counted at launch.
    pub is_outgrown: bool,
    /// One score per measure of the summary, in the same order.
    pub scores: Vec<Score>,
    /// The most named fears, at most [`TOP_FEARS`], most named first.
    pub fears: Vec<FearShare>,
    /// How far announcements reached it, where any asked for acknowledgement.
    pub reach: Option<Reach>,
    /// How many worries it sent in: a band, as one worry more or less would point at whoever was seen typing (P7).
    pub worries: SizeBand,
    /// How many reports its champions filed; exact, as reports are signed (P16).
    pub champion_reports: u32,
    /// What its comments say together, where there are enough.
    pub comments: Option<CommentResult>,
    /// What its champions' reports said together when the wave closed, where there were enough. Never shown beside comments
    /// (P16).
    pub reports: Option<CommentResult>,
    /// What to do next.
    pub advice: Advice,
    /// Why.
    pub reason: Reason,
}

/// How many fears a row names.
pub const TOP_FEARS: usize = 3;

/// Why a department stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It has the best headline scores, perhaps with others, and chance can't explain that.
    Best,
    /// It has the lowest, and they are not good; the same holds.
    Worrying,
}

/// What departments are ranked by.
const HEADLINE: [Measure; 2] = [Measure::Attitude, Measure::Conditions];

/// A measure's score in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Which measure.
    pub measure: Measure,
    /// How favourable.
    pub level: Level,
    /// Since the last wave.
    pub trend: Trend,
}

/// How favourable a group is, as far as it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// No item of the measure may be shown.
    TooFew,
    /// At least 80 % favourable: (nearly) everybody, and just how many is not told (P6).
    AtLeast80 {
        /// At least so many answered the item with the fewest answers; a step of five.
        from: u32,
    },
    /// At most 20 % favourable: (nearly) nobody, and just how few is not told (P6).
    AtMost20 {
        /// As in [`Level::AtLeast80`].
        from: u32,
    },
    /// About this favourable share in per cent, in steps of five. One of the items is unanimous, so there is no interval.
    About(u8),
    /// This favourable share.
    Measured {
        /// In per cent, in steps of five, 5 to 95.
        percent: u8,
        /// The 95 % interval's low end in per cent, rounded down to a step of five.
        low: u8,
        /// Its high end, rounded up.
        high: u8,
        /// How many answered the item with the fewest answers.
        n: SizeBand,
    },
}

impl Level {
    /// The favourable share in per cent, for colours and comparisons: a band counts as its middle. `None` where
    /// nothing may be shown.
    pub fn estimate(self) -> Option<u8> {
        match self {
            Self::TooFew => None,
            Self::AtLeast80 { .. } => Some(90),
            Self::AtMost20 { .. } => Some(10),
            Self::About(percent) | Self::Measured { percent, .. } => Some(percent),
        }
    }

    /// Where the share may lie beyond chance, in per cent, as far as that is told.
    pub(super) fn range(self) -> Option<(u8, u8)> {
        let band = |is_favourable, from| scoring::outwards(scoring::range_of_band(is_favourable, from));
        match self {
            Self::TooFew | Self::About(_) => None,
            Self::AtLeast80 { from } => Some(band(true, from)),
            Self::AtMost20 { from } => Some(band(false, from)),
            Self::Measured { low, high, .. } => Some((low, high)),
        }
    }
}

codes! {
    /// A change since the last wave, in words.
    Trend {
        /// It rose, beyond chance.
        Rose = "rose",
        /// It fell, beyond chance.
        Fell = "fell",
        /// It may have changed or not; chance explains the difference.
        NoClearChange = "no_clear_change",
        /// There is no earlier result that may be compared (P8).
        NothingToCompare = "nothing_to_compare",
    }
}

/// A fear and how many of those who answered named it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FearShare {
    /// Which.
    pub fear: FearCode,
    /// In per cent, in steps of five, 5 to 95; `None` for nearly all: at least 80 %, and just how many is not told (P6).
    pub percent: Option<u8>,
    /// Since the last wave.
    pub trend: Trend,
}

/// How many understood, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// How many pressed *Understood*.
    pub understood: u32,
    /// Of how many; 0 where all of its departments have only a few people.
    pub headcount: u32,
    /// Departments of a few people count in the group, but not in this.
    pub is_partial: bool,
}

impl Reach {
    /// In per cent, in steps of five, at most 100; 0 for an empty group.
    pub fn percent(self) -> u8 {
        let share = 100.0 * f64::from(self.understood) / f64::from(self.headcount.max(1));
        scoring::nearest_five(share.min(100.0))
    }
}

/// What a summary tells beside the wave's own results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extras {
    /// What the summary is called.
    pub title: String,
    /// The question set's title.
    pub set: String,
    /// When the wave closed.
    pub closed_at: DateTime<Utc>,
    /// The guild's zone, for the day of closing.
    pub zone: Tz,
    /// Per group of the wave. Entries for hidden groups are left out of the summary.
    pub groups: BTreeMap<Group, GroupExtras>,
}

/// What is known about a group beside the pulse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GroupExtras {
    /// How far announcements reached it, where any asked for acknowledgement.
    pub reach: Option<Reach>,
    /// How many worries it sent in.
    pub worries: u32,
    /// How many reports its champions filed.
    pub champion_reports: u32,
    /// How many of those tell of a metric that works against the change.
    pub metric_conflicts: u32,
}

/// Builds the summary of `current`, compared with `previous` where promises.md P8 allows it.
pub fn summarise(current: &Snapshot, previous: Option<&Snapshot>, extras: &Extras) -> Summary {
    let asked = |m: &Measure| current.company.items.iter().any(|item| item.measure == *m);
    let measures: Vec<_> = Measure::ALL.iter().copied().filter(asked).collect();
    let build = |result: &GroupResult| {
        let before = previous.and_then(|before| scoring::comparable(result, current, before));
        let of = |told: &[CommentResult]| told.iter().find(|told| told.group == result.group).cloned();
        let (comments, reports) = (of(&current.comments), of(&current.reports));
        row(result, before, &measures, extras).map(|row| Row { comments, reports, ..row })
    };

    let mut rows = Vec::new();
    let mut hidden = Vec::new();
    for result in &current.groups {
        match build(result) {
            Some(row) => rows.push(row),
            None => hidden.push(result.group.clone()),
        }
    }
    let company = build(&current.company).map(|company| with_own_tone(company, &rows));
    rows.sort_by(|a, b| order(a).cmp(&order(b)));
    hidden.sort();
    mark(&mut rows);
    Summary {
        title: extras.title.clone(),
        set: extras.set.clone(),
        closed_at: extras.closed_at,
        closed_on: extras.closed_at.with_timezone(&extras.zone).date_naive(),
        threshold: current.threshold,
        company,
        measures,
        rows,
        hidden,
        pooled: current.pooled.clone(),
    }
}

/// Where some groups have a tone of their own, everybody's is made of their comments alone (`privacy::comment_tone`). So it
/// is told as everybody's only where these are at least two thirds of the comments. Our own judgement.
fn with_own_tone(mut company: Row, rows: &[Row]) -> Row {
    let with_tone = rows.iter().filter(|row| row.tone().is_some()).filter_map(|row| row.comments.as_ref());
    let heard: u32 = with_tone.map(|told| told.comments).sum();
    if let Some(all) = company.comments.as_mut().filter(|all| heard > 0 && 3 * heard < 2 * all.comments) {
        all.tone = None;
    }
    company
}

/// A group's row; `None` for a hidden group.
fn row(result: &GroupResult, before: Option<&GroupResult>, measures: &[Measure], extras: &Extras) -> Option<Row> {
    let answered = scoring::told(result.answered?, result);
    let scores: Vec<_> = measures.iter().map(|m| scoring::score(result, before, *m)).collect();
    if scores.iter().all(|score| score.level == Level::TooFew) {
        return None;
    }
    let fears = scoring::top_fears(result, before);
    let more = extras.groups.get(&result.group).copied().unwrap_or_default();
    let level = |m| scores.iter().find(|s| s.measure == m).map_or(Level::TooFew, |s| s.level);
    // Of "Other", a few of its departments say nothing about the rest; of everybody, the small ones hardly count.
    let reach = more.reach.filter(|reach| !reach.is_partial || result.group == Group::Company);
    let evidence = Evidence { level: &level, fears: &fears, reach, metric_conflicts: more.metric_conflicts };
    let (advice, reason) = advise(&evidence);
    Some(Row {
        group: result.group.clone(),
        mark: None,
        answered,
        headcount: result.eligible,
        is_outgrown: result.is_outgrown,
        scores,
        fears,
        reach: more.reach,
        worries: SizeBand::of(more.worries),
        champion_reports: more.champion_reports,
        comments: None,
        reports: None,
        advice,
        reason,
    })
}

/// Departments before "Other", scored before unscored, higher before lower, then by name.
fn order(row: &Row) -> (bool, std::cmp::Reverse<Option<u16>>, &Group) {
    (row.group == Group::Other, std::cmp::Reverse(row.headline()), &row.group)
}

/// Marks the best departments and the most worrying ones: all that have the same figures alike, and only where chance
/// can't explain how far they are apart.
fn mark(rows: &mut [Row]) {
    let scored = |row: &Row| row.headline().filter(|_| row.group != Group::Other && row.has_whole_headline());
    let best = rows.iter().filter_map(scored).max();
    let worst = rows.iter().filter_map(scored).min();
    let at = |end: Option<u16>| rows.iter().filter(move |row| end == scored(row) && end.is_some());
    let fits = |row: &Row| {
        if at(best).any(|one| one.group == row.group) && at(worst).any(|other| row.is_clearly_above(other)) {
            Some(Mark::Best)
        } else if at(worst).any(|one| one.group == row.group) && at(best).any(|other| other.is_clearly_above(row)) {
            Some(Mark::Worrying).filter(|_| row.advice != Advice::KeepGoing)
        } else {
            None
        }
    };
    let marks: Vec<_> = rows.iter().map(fits).collect();
    rows.iter_mut().zip(marks).for_each(|(row, mark)| row.mark = mark);
}

impl Summary {
    /// Whether the comments of any row say how they sound.
    pub fn has_tone(&self) -> bool {
        self.rows.iter().chain(&self.company).any(|row| row.tone().is_some())
    }
}

impl Row {
    /// How its comments sound on the whole, as they were sealed; `None` where that may not be told.
    pub fn tone(&self) -> Option<Balance> {
        self.comments.as_ref()?.tone?.balance
    }

    /// A measure's score, where the wave asked about it.
    pub fn score(&self, measure: Measure) -> Option<Score> {
        self.scores.iter().copied().find(|score| score.measure == measure)
    }

    /// Whether nothing that the wave asked about attitude and conditions is hidden.
    fn has_whole_headline(&self) -> bool {
        let is_known = |measure| self.score(measure).is_none_or(|score| score.level != Level::TooFew);
        HEADLINE.into_iter().all(is_known)
    }

    /// Whether its attitude or conditions lie above the other's beyond chance, and neither lies below.
    fn is_clearly_above(&self, other: &Self) -> bool {
        let range = |row: &Self, measure| row.score(measure).and_then(|score| score.level.range());
        let lies_above = |one: &Self, other: &Self| {
            let ends = |measure| range(one, measure).zip(range(other, measure));
            HEADLINE.into_iter().filter_map(ends).any(|((low, _), (_, high))| low >= high)
        };
        lies_above(self, other) && !lies_above(other, self)
    }

    /// Attitude and conditions together, in half per cents; one of them where the other is hidden.
    fn headline(&self) -> Option<u16> {
        let part = |m| self.score(m).and_then(|score| score.level.estimate()).map(u16::from);
        let [attitude, conditions] = HEADLINE;
        match (part(attitude), part(conditions)) {
            (Some(a), Some(c)) => Some(a + c),
            (Some(only), None) | (None, Some(only)) => Some(2 * only),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests;
