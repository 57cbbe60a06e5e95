//! How far an announcement reached: per department understood ÷ headcount, what people asked and worried about in
//! bands, briefed managers, and who lags. Counts, never names; departments of a few people are put together or left out.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::among::smallest;
use super::cascade::can_be_briefed;
use super::overview::{FEWEST, parse};
use super::{Loaded, lead, load, not_found};
use crate::domain::announcements::{Lost, OccurrenceKind};
use crate::domain::banding::SizeBand;
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, DepartmentId, RoleId};
use crate::domain::questions::Question;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::store::reach::Reader;
use crate::store::{self, StoreConnection};

/// Fewer than so many of a hundred understood: the department lags. Our own measure; it stands in the table.
pub const LAGS_BELOW: u32 = 60;

/// So long people have before anybody lags, or is told again. Our own measure: two working days less an evening.
pub const FAIR_TIME: TimeDelta = TimeDelta::hours(48);

/// What is known of a department large enough to speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// Which.
    pub department: Department,
    /// How many understood.
    pub understood: u32,
    /// How many people there are.
    pub headcount: u32,
    /// It lags behind, after a fair time.
    pub lags: bool,
    /// What it said; `None` where its role holds so few people that leads could guess who it was.
    pub said: Option<Said>,
    /// How many managers have briefed it, where managers were to.
    pub managers: Option<u32>,
}

impl Reached {
    /// How many of a hundred understood.
    pub fn percent(&self) -> u32 {
        percent(self.understood, self.headcount)
    }
}

/// What a department said without names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Questions per 100 people who understood, from and to; `None` while these are too few to divide by.
    pub questions: Option<(u32, u32)>,
    /// Worries, in the same way.
    pub worries: Option<(u32, u32)>,
    /// For how many days at least [`FEWEST`] of its questions have waited for an answer; `None` where these are fewer.
    pub waiting: Option<u32>,
}

/// An announcement's reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The announcement.
    pub loaded: Loaded,
    /// Posts that were deleted: nobody reads or answers them any more.
    pub lost: Vec<Lost>,
    /// Departments of at least [`FEWEST`] people.
    pub reached: Vec<Reached>,
    /// The others.
    pub others: Reach,
    /// Of all departments together; `None` where that is nothing, and all are too few people.
    pub voices: Option<Voices>,
    /// What people say now is kept from leads, because they are too few.
    pub is_held: bool,
    /// Since when people could have read it.
    pub posted: Option<DateTime<Utc>>,
    /// Whether they had a fair time.
    pub is_fair: bool,
    /// How many understood in each round that was asked for, the first included; empty while there is only that one.
    /// People of [`Self::reached`] only.
    pub rounds: Vec<(u8, u32)>,
}

/// How many understood, department by department. Who presses the button is told that leads see how many have; who
/// doesn't is told nothing, so departments of a few people are counted together or not at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Departments with how many understood and how many there are.
    pub counted: Vec<(Department, u32, u32)>,
    /// Departments whose people couldn't be counted just now, with how many understood.
    pub uncounted: Vec<(Department, SizeBand)>,
    /// Departments of fewer than [`FEWEST`] people.
    pub small: Vec<Department>,
    /// These together: how many understood and how many there are; `None` where even that is too few.
    pub small_together: Option<(u32, u32)>,
}

/// What all departments said together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voices {
    /// How many questions.
    pub questions: usize,
    /// How many of them nobody has answered.
    pub unanswered: usize,
    /// For how many days the oldest of these has waited.
    pub oldest: Option<u32>,
    /// How many worries: a band, so that a single one can't be seen coming in.
    pub worries: SizeBand,
}

/// What the store knows of it.
pub(super) struct Known {
    pub(super) loaded: Loaded,
    understood: HashMap<DepartmentId, u32>,
    questions: HashMap<DepartmentId, u32>,
    worries: HashMap<DepartmentId, u32>,
    unanswered: Vec<Question>,
    managers: HashMap<DepartmentId, u32>,
    by_round: Vec<(DepartmentId, u8, u32)>,
    lost: Vec<Lost>,
    readers: Vec<Reader>,
    pub(super) posted: Option<DateTime<Utc>>,
}

/// Looks it up by the announcement's number.
pub async fn standing(services: &Services, actor: &Actor, number: &str) -> Result<Standing, Failure> {
    lead(services, actor).await?;
    let id = parse(number)?;
    let store = services.store(actor.guild).await?;
    let known = known(&mut *store.reader().await?, id).await?;
    let counts = services.chat.role_member_counts(actor.guild).await.unwrap_or_default();
    Ok(put(known, &counts, services.clock.now()))
}

pub(super) async fn known(reader: &mut StoreConnection, id: AnnouncementId) -> Result<Known, Failure> {
    let loaded = load(reader, id).await?.ok_or_else(not_found)?;
    let mut managers = HashMap::new();
    for briefing in store::cascades::list_briefings(reader, id).await? {
        *managers.entry(briefing.department).or_insert(0) += 1;
    }
    let mut worries = HashMap::new();
    for department in store::questions::list_worried(reader, id, FEWEST).await? {
        *worries.entry(department).or_insert(0) += 1;
    }
    Ok(Known {
        loaded,
        understood: store::responses::count_acknowledgements(reader, id).await?.into_iter().collect(),
        questions: store::questions::count_questions(reader, id, FEWEST).await?.into_iter().collect(),
        worries,
        unanswered: store::questions::list_unanswered(reader, id, FEWEST).await?,
        managers,
        by_round: store::responses::count_by_round(reader, id).await?,
        lost: store::posts::list_lost(reader, id).await?,
        readers: store::reach::list_readers(reader, id, OccurrenceKind::Post, None).await?,
        posted: store::occurrences::find_first_start(reader, id).await?,
    })
}

pub(super) fn put(known: Known, counts: &HashMap<RoleId, u32>, now: DateTime<Utc>) -> Standing {
    let Known { loaded, understood, questions, worries, unanswered, managers, by_round, lost, readers, posted } = known;
    let is_fair = posted.is_some_and(|posted| now - posted >= FAIR_TIME);
    let of = |map: &HashMap<DepartmentId, u32>, department: &Department| map.get(&department.id).copied().unwrap_or(0);
    let is_held = smallest(&readers, &loaded.departments, counts) < FEWEST;
    let mut all = Vec::new();
    for department in &loaded.departments {
        let count = of(&understood, department);
        let is_asked = loaded.addressee(department).is_some_and(|part| part.chosen);
        if is_asked || count > 0 {
            let headcount = department.headcount.or(counts.get(&department.role).copied());
            all.push((department.clone(), count, people(department, counts), headcount.unwrap_or(0)));
        }
    }
    let mut others = put_together(all);
    let counted = std::mem::take(&mut others.counted);
    let reached = counted.into_iter().map(|(department, understood, headcount)| {
        let per_100 = |map| per_100(SizeBand::of(of(map, &department)), understood);
        let own = unanswered.iter().filter(|question| question.department == Some(department.id));
        let said = people(&department, counts).is_some_and(|people| people >= FEWEST).then(|| Said {
            questions: per_100(&questions),
            worries: per_100(&worries),
            waiting: waiting(own.map(|question| question.age(now))),
        });
        let is_briefed = loaded.cascade.is_some() && can_be_briefed(&department);
        let managers = is_briefed.then(|| of(&managers, &department));
        let lags = is_fair && percent(understood, headcount) < LAGS_BELOW;
        Reached { department, understood, headcount, lags, said, managers }
    });
    let reached: Vec<Reached> = reached.collect();
    let asked = loaded.rounds.iter().filter(|round| round.asked_at.is_some()).map(|round| round.number);
    let numbers: Vec<u8> = std::iter::once(1).chain(asked).collect();
    let in_round = |number: u8| {
        let shown = |id: &DepartmentId| reached.iter().any(|one| one.department.id == *id);
        by_round.iter().filter(|(id, round, _)| *round == number && shown(id)).map(|(_, _, count)| count).sum()
    };
    let rounds =
        if numbers.len() > 1 { numbers.iter().map(|one| (*one, in_round(*one))).collect() } else { Vec::new() };
    let voices = Voices {
        questions: usize::try_from(questions.values().sum::<u32>()).unwrap_or(usize::MAX),
        unanswered: unanswered.len(),
        oldest: unanswered.iter().map(|question| question.age(now)).max(),
        worries: SizeBand::of(worries.values().sum()),
    };
    let has_any = voices.questions > 0 || voices.worries.from > 0;
    let voices = Some(voices).filter(|_| has_any || !is_held);
    Standing { lost, reached, others, voices, is_held, posted, is_fair, rounds, loaded }
}

/// Puts departments of a few people together. Each comes with how many understood, how many people it surely has, and
/// its headcount.
fn put_together(reached: Vec<(Department, u32, Option<u32>, u32)>) -> Reach {
    let mut reach = Reach::default();
    let mut small = (0, 0);
    for (department, understood, people, headcount) in reached {
        match people.filter(|people| *people > 0) {
            Some(people) if people >= FEWEST => reach.counted.push((department, understood, headcount)),
            Some(people) => {
                small = (small.0 + understood, small.1 + people);
                reach.small.push(department);
            }
            None => reach.uncounted.push((department, SizeBand::of(understood))),
        }
    }
    reach.small_together = Some(small).filter(|(_, people)| *people >= FEWEST && reach.small.len() > 1);
    reach
}

/// How many people it surely has; `None` while Discord doesn't tell how many hold its role. A headcount given by hand must
/// not make a department look larger than that.
pub(in crate::service) fn people(department: &Department, counts: &HashMap<RoleId, u32>) -> Option<u32> {
    counts.get(&department.role).map(|&role| department.headcount.map_or(role, |given| given.min(role)))
}

/// For how long the last of the [`FEWEST`] oldest has waited, in whole weeks, as days. The age of a single question would
/// tell whoever reads it among the open ones which department it came from.
fn waiting(ages: impl Iterator<Item = u32>) -> Option<u32> {
    let mut ages: Vec<u32> = ages.collect();
    ages.sort_unstable_by(|one, other| other.cmp(one));
    usize::try_from(FEWEST).ok().and_then(|fewest| ages.get(fewest - 1).map(|days| days / 7 * 7))
}

fn percent(understood: u32, headcount: u32) -> u32 {
    (understood.saturating_mul(100) / headcount.max(1)).min(100)
}

/// A band per 100 people reached: rounded down at its lower end, up at its upper one. Too few people give no rate.
fn per_100(band: SizeBand, reached: u32) -> Option<(u32, u32)> {
    (reached >= FEWEST).then(|| (band.from * 100 / reached, (band.to * 100).div_ceil(reached)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_come_from_bands_and_only_where_enough_people_were_reached() {
        assert_eq!(per_100(SizeBand::of(0), 40), Some((0, 10)));
        assert_eq!(per_100(SizeBand::of(7), 40), Some((12, 23)));
        assert_eq!(per_100(SizeBand::of(5), 40), per_100(SizeBand::of(9), 40));
        assert_eq!(per_100(SizeBand::of(3), 4), None);
    }

    #[test]
    fn a_share_never_exceeds_everybody() {
        assert_eq!([percent(3, 12), percent(13, 12), percent(0, 0)], [25, 100, 0]);
    }
}
