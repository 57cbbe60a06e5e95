//! Which group an answer counts under: small departments are pooled as "Other", at launch by people asked and at the
//! seal by answers (promises.md P5).
//!
//! A wave has one partition (P4). It must never be computed twice from different data, and nothing here may split a
//! group again: the seal only merges.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::thresholds::Thresholds;
use crate::domain::banding::told_apart;
use crate::domain::ids::DepartmentId;
use crate::domain::pulses::Response;
use crate::domain::snapshot::Group;

/// A department when a wave is launched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedDepartment {
    /// Its row.
    pub id: DepartmentId,
    /// Its name now.
    pub name: String,
    /// How many people are asked: a headcount given by hand, or the role's members.
    pub eligible: u32,
    /// How many hold its role; `None` in waves launched before that was kept.
    #[serde(default)]
    pub holders: Option<u32>,
}

/// How many people a group has, as far as anybody knew at launch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// How many are asked, as it is told.
    pub asked: u32,
    /// How many can answer for sure: a headcount given by hand makes nobody more, and not everybody who holds a role
    /// belongs to it. That all of these have answered must not show (P9).
    pub surely: u32,
    /// How many can answer at most: a headcount given by hand takes the role from nobody.
    pub most: u32,
}

/// A group of departments that is shown as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveGroup {
    /// What it is shown as.
    pub group: Group,
    /// Its departments, in the order of the launch.
    pub departments: Vec<AskedDepartment>,
}

/// The groups of a wave: departments in the order of the launch, "Other" last. Store it with the wave (P11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Partition(Vec<WaveGroup>);

impl WaveGroup {
    /// How many people it asked.
    pub fn eligible(&self) -> u32 {
        self.size().asked
    }

    /// How many people it has.
    pub fn size(&self) -> Size {
        self.departments.iter().map(AskedDepartment::size).fold(Size::default(), Size::and)
    }
}

impl AskedDepartment {
    fn size(&self) -> Size {
        let holders = self.holders.unwrap_or(self.eligible);
        Size { asked: self.eligible, surely: holders.min(self.eligible), most: holders.max(self.eligible) }
    }
}

impl Size {
    /// How many can answer at least where so many did: more than were asked means that a headcount given by hand was too
    /// small, and then whoever holds the role can. If that is one more only, it would tell that all of them did.
    pub(super) fn at_least(self, answered: u32) -> u32 {
        if answered > self.asked && self.most > self.asked + 1 { self.most } else { self.surely }
    }

    fn and(self, other: Self) -> Self {
        Self {
            asked: self.asked.saturating_add(other.asked),
            surely: self.surely.saturating_add(other.surely),
            most: self.most.saturating_add(other.most),
        }
    }
}

impl Partition {
    /// Groups the departments at launch: those with too few people asked become "Other", and the next smallest join
    /// until "Other" has enough. With too few people in all, everything is "Other".
    pub fn at_launch(asked: &[AskedDepartment], thresholds: Thresholds) -> Self {
        let alone =
            |d: &AskedDepartment| WaveGroup { group: Group::Department(d.name.clone()), departments: vec![d.clone()] };
        let sizes = asked.iter().map(|d| d.eligible).collect();
        Self(merge(asked.iter().map(alone).collect(), sizes, thresholds.score()))
    }

    /// The group that a department's answers count under. Departments that were not asked are latecomers': "Other"
    /// (P15), as far as [`Self::counted`] lets them.
    pub fn group_of(&self, department: DepartmentId) -> Group {
        let holds = |g: &&WaveGroup| g.departments.iter().any(|d| d.id == department);
        self.0.iter().find(holds).map_or(Group::Other, |g| g.group.clone())
    }

    /// How many people a department surely has; 0 where it wasn't asked.
    pub fn people_of(&self, department: DepartmentId) -> u32 {
        let mut departments = self.0.iter().flat_map(|g| &g.departments);
        departments.find(|d| d.id == department).map_or(0, |d| d.size().surely)
    }

    /// How many people all groups have.
    pub fn size(&self) -> Size {
        self.0.iter().map(WaveGroup::size).fold(Size::default(), Size::and)
    }

    /// The groups.
    pub fn groups(&self) -> &[WaveGroup] {
        &self.0
    }

    /// How many people a group has; of those who came after the launch alone nobody knows.
    pub(super) fn size_of(&self, group: &Group) -> Size {
        self.0.iter().find(|g| g.group == *group).map(WaveGroup::size).unwrap_or_default()
    }

    /// How many people of each group have said something. For deciding whether to remind a group, in steps of five
    /// (`domain::follow_ups`); never to be shown (P9).
    pub fn answered<'a>(&self, responses: impl IntoIterator<Item = &'a Response>) -> BTreeMap<Group, u32> {
        let mut answered = BTreeMap::new();
        for response in responses.into_iter().filter(|response| has_answered(response)) {
            *answered.entry(self.group_of(response.department)).or_default() += 1;
        }
        answered
    }

    /// Of `answered`, what counts. Latecomers count as "Other" where there was one at launch. Where there was none, they
    /// count if at least the threshold of them answered, and nowhere otherwise: an "Other" that comes about with the
    /// first of them would tell that just this person answered (P9). So leads must be told of no other number.
    pub fn counted(&self, mut answered: BTreeMap<Group, u32>, thresholds: Thresholds) -> BTreeMap<Group, u32> {
        let latecomers: u32 = answered.iter().filter(|(group, _)| !self.knows(group)).map(|(_, n)| n).sum();
        if latecomers < thresholds.score() {
            answered.retain(|group, _| self.knows(group));
        }
        answered
    }

    /// How many have answered an open wave in all, as far as it may be told: of each group all but one at most. Otherwise all
    /// less the other groups would tell that everybody of one has answered (P9).
    pub fn told_while_open(&self, answered: &BTreeMap<Group, u32>) -> u32 {
        let most = |group: &Group| {
            let found = self.0.iter().find(|g| g.group == *group);
            let surely = found.map_or(0, |g| g.size().surely);
            // Nobody knows how many there are who came after the launch.
            if surely == 0 { told_apart(0) } else { surely - 1 }
        };
        answered.iter().map(|(group, &count)| count.min(most(group))).sum()
    }

    /// Whether the launch made an "Other", so that latecomers count whoever else does.
    pub fn has_other(&self) -> bool {
        self.knows(&Group::Other)
    }

    fn knows(&self, group: &Group) -> bool {
        self.0.iter().any(|g| g.group == *group)
    }

    /// Groups anew at the seal, by how many people of each group answered. Groups under the threshold become "Other"
    /// for good, and while "Other" is under it, the group with the fewest answers joins.
    ///
    /// An "Other" in which nobody answered takes the next smallest in too: otherwise the company's total would tell
    /// that none of these few people answered (P9).
    pub fn at_seal(&self, answered: &BTreeMap<Group, u32>, thresholds: Thresholds) -> Self {
        let answered = self.counted(answered.clone(), thresholds);
        let strangers: u32 = answered.iter().filter(|(group, _)| !self.knows(group)).map(|(_, n)| n).sum();
        let mut groups = self.0.clone();
        // Which group joins must not depend on whether all of one answered (P9).
        let count =
            |group: &WaveGroup| answered.get(&group.group).copied().unwrap_or(0).min(told_apart(group.size().surely));
        let mut sizes: Vec<_> = groups.iter().map(count).collect();
        if strangers > 0 {
            groups.push(WaveGroup { group: Group::Other, departments: Vec::new() });
            sizes.push(strangers.min(told_apart(0)));
        }
        Self(merge(groups, sizes, thresholds.score()))
    }

    /// The sealed partition for these answers, and each answer's place in it; `None` for what doesn't count.
    pub(super) fn sealed(&self, responses: &[(Group, Response)], thresholds: Thresholds) -> (Self, Vec<Option<usize>>) {
        let mut answered = BTreeMap::new();
        for (group, _) in responses.iter().filter(|(_, response)| has_answered(response)) {
            *answered.entry(group.clone()).or_default() += 1;
        }
        let sealed = self.at_seal(&answered, thresholds);
        let counted = self.counted(answered, thresholds);
        let place = |group: &Group| {
            let found = sealed.0.iter().position(|g| g.group == *group);
            (self.knows(group) || counted.contains_key(group)).then(|| found.unwrap_or(sealed.0.len() - 1))
        };
        let places = responses.iter().map(|(group, _)| place(group)).collect();
        (sealed, places)
    }
}

/// Whether a response says anything: opening the pulse, or taking everything back, is no answer.
pub(super) fn has_answered(response: &Response) -> bool {
    !response.choices.is_empty() || response.fears.is_some() || response.comment.is_some()
}

/// Pools groups of fewer than `k`, and further ones while the pool is under `k`. `sizes` runs along with `groups`.
fn merge(groups: Vec<WaveGroup>, sizes: Vec<u32>, k: u32) -> Vec<WaveGroup> {
    let mut pooled: Vec<bool> =
        groups.iter().zip(&sizes).map(|(g, &size)| g.group == Group::Other || size < k).collect();
    if !pooled.contains(&true) {
        return groups;
    }
    let pool_size =
        |pooled: &[bool]| -> u32 { sizes.iter().zip(pooled).filter(|(_, p)| **p).map(|(size, _)| size).sum() };
    while pool_size(&pooled) < k {
        let Some(next) = (0..groups.len()).filter(|&i| !pooled[i]).min_by_key(|&i| sizes[i]) else { break };
        pooled[next] = true;
    }
    let (pool, mut shown): (Vec<_>, Vec<_>) = groups.into_iter().zip(pooled).partition(|(_, pooled)| *pooled);
    let departments = pool.into_iter().flat_map(|(g, _)| g.departments).collect();
    shown.push((WaveGroup { group: Group::Other, departments }, true));
    shown.into_iter().map(|(g, _)| g).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(sizes: &[u32]) -> Vec<AskedDepartment> {
        let department = |(i, &eligible): (usize, &u32)| AskedDepartment {
            id: DepartmentId::new(i as i64 + 1).expect("from 1"),
            name: format!("D{}", i + 1),
            eligible,
            holders: None,
        };
        sizes.iter().enumerate().map(department).collect()
    }

    fn shape(partition: &Partition) -> Vec<(String, u32)> {
        let name = |g: &Group| if let Group::Department(name) = g { name.clone() } else { format!("{g:?}") };
        partition.groups().iter().map(|g| (name(&g.group), g.eligible())).collect()
    }

    fn launch(sizes: &[u32]) -> Partition {
        Partition::at_launch(&asked(sizes), Thresholds::default())
    }

    fn department(name: &str) -> Group {
        Group::Department(name.to_owned())
    }

    #[test]
    fn p5_departments_of_enough_people_stand_alone_at_launch() {
        assert_eq!(shape(&launch(&[9, 5, 20])), [("D1".into(), 9), ("D2".into(), 5), ("D3".into(), 20)]);
    }

    #[test]
    fn p5_small_departments_are_pooled_at_launch() {
        assert_eq!(shape(&launch(&[9, 3, 20, 4])), [("D1".into(), 9), ("D3".into(), 20), ("Other".into(), 7)]);
    }

    #[test]
    fn p5_the_next_smallest_joins_a_pool_that_is_too_small() {
        let partition = launch(&[9, 4, 20]);
        assert_eq!(shape(&partition), [("D3".into(), 20), ("Other".into(), 13)]);
        assert_eq!(partition.group_of(DepartmentId::new(1).expect("id")), Group::Other);
        assert_eq!(partition.group_of(DepartmentId::new(3).expect("id")), department("D3"));
    }

    #[test]
    fn p5_a_tiny_company_is_all_other() {
        assert_eq!(shape(&launch(&[2, 1])), [("Other".into(), 3)]);
        assert_eq!(shape(&launch(&[])), []);
    }

    #[test]
    fn p5_the_seal_pools_groups_with_too_few_answers() {
        let answered = BTreeMap::from([(department("D1"), 4), (department("D2"), 9), (department("D3"), 6)]);
        let sealed = launch(&[9, 10, 20]).at_seal(&answered, Thresholds::default());
        assert_eq!(shape(&sealed), [("D2".into(), 10), ("Other".into(), 29)]);
    }

    #[test]
    fn p9_which_group_joins_a_pool_does_not_tell_that_all_of_one_answered() {
        let partition = launch(&[12, 20, 5]);
        let sealed = |first| {
            let answered = BTreeMap::from([(department("D1"), first), (department("D2"), 11), (department("D3"), 4)]);
            shape(&partition.at_seal(&answered, Thresholds::default()))
        };
        assert_eq!(sealed(12), sealed(11), "all of the first, and all but one");
    }

    #[test]
    fn p9_while_open_no_sum_tells_that_all_of_a_department_have_answered() {
        let partition = launch(&[6, 5, 20]);
        let told = |first, second, late| {
            let answered = [(department("D1"), first), (department("D2"), second), (department("D3"), 7)];
            partition.told_while_open(&answered.into_iter().chain([(Group::Other, late)]).collect())
        };
        for other in 0..=5 {
            assert_eq!(told(6, other, 0), told(5, other, 0), "all of the first, and all but one");
        }
        for other in 0..=6 {
            assert_eq!(told(other, 5, 0), told(other, 4, 0), "all of the second, and all but one");
        }
        assert_eq!([told(6, 5, 0), told(3, 2, 0), told(3, 2, 9)], [16, 12, 17]);
    }

    #[test]
    fn p9_a_pool_in_which_nobody_answered_is_not_left_alone() {
        let answered = BTreeMap::from([(department("D2"), 9), (department("D3"), 6)]);
        let sealed = launch(&[9, 10, 20]).at_seal(&answered, Thresholds::default());
        assert_eq!(shape(&sealed), [("D2".into(), 10), ("Other".into(), 29)]);
    }

    #[test]
    fn p9_fewer_than_five_latecomers_change_nothing_and_five_are_other() {
        let partition = launch(&[9, 10, 20]);
        assert_eq!(partition.group_of(DepartmentId::new(77).expect("id")), Group::Other);
        let departments = BTreeMap::from([(department("D1"), 7), (department("D2"), 9), (department("D3"), 8)]);
        let with = |latecomers: u32| {
            let mut answered = departments.clone();
            answered.insert(Group::Other, latecomers);
            (partition.at_seal(&answered, Thresholds::default()), partition.counted(answered, Thresholds::default()))
        };
        for few in 0..5 {
            assert_eq!(with(few), (partition.clone(), departments.clone()), "{few}");
        }
        let (sealed, counted) = with(5);
        assert_eq!((sealed.groups().len(), counted[&Group::Other]), (4, 5));
    }

    #[test]
    fn p15_latecomers_count_in_the_other_of_the_launch_however_few_they_are() {
        let partition = launch(&[9, 10, 3, 2]);
        let answered = BTreeMap::from([(department("D1"), 7), (department("D2"), 9), (Group::Other, 5)]);
        assert!(partition.has_other());
        assert_eq!(partition.counted(answered.clone(), Thresholds::default()), answered);
        let sealed = partition.at_seal(&answered, Thresholds::default());
        assert_eq!(shape(&sealed), [("D1".into(), 9), ("D2".into(), 10), ("Other".into(), 5)]);
    }
}
