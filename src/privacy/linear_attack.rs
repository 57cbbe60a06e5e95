//! Tests only: what somebody with paper and pencil can compute from all published numbers (promises.md 6).
//!
//! Every organisation of one to five departments with 0 to 10 answers each, up to the order of the departments, which no
//! rule looks at but to break ties. What is published of one question are sums over sets of departments, so a set can be
//! computed if, and only if, it is a rational combination of published sets. Questions share no unknowns but the number
//! of people who answered about fears, which is attacked together with each fear.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::coarsen::{AskedDepartment, Partition};
use super::complement::{lopsided, protect_item, sum};
use super::suppression::snapshot;
use super::thresholds::{SCORE_FLOOR, Thresholds};
use crate::domain::ids::DepartmentId;
use crate::domain::labels::{FearCode, Measure};
use crate::domain::pulses::{Choice, Favourable, Item, ItemId, Point, Response};
use crate::domain::snapshot::{Cell, Group, GroupResult, Histogram, Named, Snapshot};

const K: u32 = SCORE_FLOOR;

/// Sets of departments as bits.
type Set = u32;

/// Remembers which sets can be computed from which: the same few systems come again and again.
#[derive(Default)]
struct Attacker(HashMap<(usize, Vec<Set>), Vec<Set>>);

impl Attacker {
    /// All sets whose sum follows from the sums of `known`.
    fn computable(&mut self, departments: usize, known: &[Set]) -> &[Set] {
        self.0.entry((departments, known.to_vec())).or_insert_with(|| {
            let rank_of_known = rank(departments, known);
            let follows = |set: &Set| {
                let with: Vec<_> = known.iter().copied().chain([*set]).collect();
                rank(departments, &with) == rank_of_known
            };
            (1..1 << departments).filter(follows).collect()
        })
    }

    /// Computable sets that no one may know: of 1..k−1 answers, or (nearly) unanimous ones.
    fn harm(&mut self, truth: &[Histogram], known: &[Set]) -> usize {
        let harmful = |set: &&Set| {
            let cell = sum(members(truth, **set));
            (1..K).contains(&cell.total()) || (cell.total() >= K && lopsided(cell).is_some())
        };
        self.computable(truth.len(), known).iter().filter(harmful).count()
    }
}

fn members<T>(all: &[T], set: Set) -> impl Iterator<Item = &T> {
    all.iter().enumerate().filter(move |(i, _)| set & (1 << i) != 0).map(|(_, member)| member)
}

/// The rank of a system of 0/1 rows, by elimination in whole numbers.
fn rank(columns: usize, sets: &[Set]) -> usize {
    let row = |set: &Set| (0..columns).map(|i| i64::from(set >> i & 1)).collect();
    let mut rows: Vec<Vec<i64>> = sets.iter().map(row).collect();
    let mut rank = 0;
    for column in 0..columns {
        let Some(pivot) = (rank..rows.len()).find(|&r| rows[r][column] != 0) else { continue };
        rows.swap(rank, pivot);
        for r in rank + 1..rows.len() {
            let (a, b) = (rows[rank][column], rows[r][column]);
            rows[r] = (0..columns).map(|c| rows[r][c] * a - rows[rank][c] * b).collect();
        }
        rank += 1;
    }
    rank
}

/// Every organisation: numbers of answers of one to five departments, smallest first.
fn organisations() -> Vec<Vec<u32>> {
    let mut all: Vec<Vec<u32>> = Vec::new();
    let mut last = vec![Vec::new()];
    for _ in 0..5 {
        let longer = |org: &Vec<u32>| {
            let from = org.last().copied().unwrap_or(0);
            let org = org.clone();
            (from..=10).map(move |n| org.iter().copied().chain([n]).collect())
        };
        last = last.iter().flat_map(longer).collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// Ways in which `n` people may answer: alike, all but one alike, on one side, all but one for it or against it, spread.
const WAYS: usize = 8;

fn point(way: usize, person: u32) -> u8 {
    match way {
        0 => 5,
        1 => 1,
        2 if person == 0 => 2,
        2 => 4,
        3 => 4 + (person % 2) as u8,
        4 if person == 0 => 3,
        4 => 4 + (person % 2) as u8,
        5 if person == 0 => 4,
        5 => 1 + (person % 3) as u8,
        6 => 1 + (person % 5) as u8,
        _ => 1 + (person * 3 % 4) as u8,
    }
}

fn histogram(way: usize, n: u32) -> Histogram {
    let mut histogram = Histogram::default();
    (0..n).for_each(|person| histogram.0[usize::from(point(way, person)) - 1] += 1);
    histogram
}

/// Each organisation with all departments answering alike in each way, and with the ways dealt out in turn.
fn questions() -> impl Iterator<Item = Vec<Histogram>> {
    organisations().into_iter().flat_map(|org| {
        (0..2 * WAYS).map(move |deal| {
            let way = |i: usize| if deal < WAYS { deal } else { (deal + i) % WAYS };
            org.iter().enumerate().map(|(i, &n)| histogram(way(i), n)).collect()
        })
    })
}

fn known_of(company: Cell, cells: &[Cell]) -> Vec<Set> {
    let whole = matches!(company, Cell::Shown(_)).then(|| (1 << cells.len()) - 1);
    let shown = cells.iter().enumerate().filter(|(_, cell)| matches!(cell, Cell::Shown(_))).map(|(i, _)| 1 << i);
    whole.into_iter().chain(shown).collect()
}

#[test]
fn p3_no_organisation_gives_a_small_or_unanimous_group_away() {
    let mut attacker = Attacker::default();
    let (mut asked, mut given_away) = (0, 0);
    for truth in questions() {
        let (company, cells) = protect_item(&truth, K);
        for (cell, truth) in cells.iter().zip(&truth) {
            assert!(matches!(cell, Cell::Hidden) || truth.total() >= K, "{truth:?}");
        }
        given_away += usize::from(attacker.harm(&truth, &known_of(company, &cells)) > 0);
        asked += 1;
    }
    println!("questions that give a small or unanimous group away: {given_away} of {asked}");
    assert_eq!((given_away, asked), (0, 4367 * 2 * WAYS));
}

/// Without complementary suppression the same attack succeeds, so the test above can fail.
#[test]
fn p3_a_threshold_alone_gives_groups_away() {
    let mut attacker = Attacker::default();
    let (mut small, mut any) = (0, 0);
    for truth in questions() {
        let threshold_alone = |h: &Histogram| if h.total() < K { Cell::Hidden } else { Cell::Shown(*h) };
        let cells: Vec<_> = truth.iter().map(threshold_alone).collect();
        let known = known_of(threshold_alone(&sum(truth.iter())), &cells);
        any += usize::from(attacker.harm(&truth, &known) > 0);
        let sets = attacker.computable(truth.len(), &known);
        small += usize::from(sets.iter().any(|&set| (1..K).contains(&sum(members(&truth, set)).total())));
    }
    assert!(small > 10_000 && any > small, "{small} {any}");
}

/// A company in which the people of department `d` number `people[d]`, and `answers[d]` of them answer item `b`.
fn company(people: &[u32], answers: &[u32], way: usize) -> (Partition, Vec<(Group, Response)>) {
    let id = |d: usize| DepartmentId::new(d as i64 + 1).expect("from 1");
    let asked: Vec<_> = (0..people.len())
        .map(|d| AskedDepartment { id: id(d), name: d.to_string(), eligible: 12, holders: None })
        .collect();
    let partition = Partition::at_launch(&asked, Thresholds::default());
    let mut responses = Vec::new();
    for (d, (&people, &answers)) in people.iter().zip(answers).enumerate() {
        for person in 0..people {
            let mut response = Response::new(id(d));
            let choice = |way| Choice::Point(Point::try_from(point(way, person)).expect("1 to 5"));
            response.choices.insert(item_id("a"), choice((way + d) % WAYS));
            let second = if person < answers { choice((way + 2 * d) % WAYS) } else { Choice::CantSay };
            response.choices.insert(item_id("b"), second);
            if person < answers.div_ceil(1 + (d as u32 + way as u32) % 2) {
                response.fears = Some(fears_of(way + d, person));
            }
            responses.push((partition.group_of(id(d)), response));
        }
    }
    (partition, responses)
}

/// Everybody's, most people's, a few people's and one person's fear, by turns.
fn fears_of(way: usize, person: u32) -> BTreeSet<FearCode> {
    let mut fears = BTreeSet::new();
    if !way.is_multiple_of(3) {
        fears.insert(FearCode::Workload);
    }
    if person % 4 != way as u32 % 4 {
        fears.insert(FearCode::Skill);
    }
    if person < way as u32 {
        fears.insert(FearCode::JobLoss);
    }
    fears
}

fn item_id(id: &str) -> ItemId {
    ItemId::try_from(id.to_owned()).expect("an id")
}

fn items() -> [Item; 2] {
    [("a", Favourable::Agree), ("b", Favourable::Disagree)].map(|(id, favourable)| Item {
        id: item_id(id),
        measure: Measure::Attitude,
        text: id.to_owned(),
        favourable,
    })
}

/// The departments of each group, and of the company first.
fn sets(snapshot: &Snapshot, departments: usize) -> Vec<(Set, &GroupResult)> {
    let set = |group: &Group| match group {
        Group::Department(name) => 1 << name.parse::<usize>().expect("a number"),
        Group::Other => snapshot.pooled.iter().map(|name| 1 << name.parse::<usize>().expect("a number")).sum(),
        Group::Company => (1 << departments) - 1,
    };
    [&snapshot.company].into_iter().chain(&snapshot.groups).map(|result| (set(&result.group), result)).collect()
}

/// Attacks a whole snapshot, knowing the truth per department; counts what comes out.
fn attack(attacker: &mut Attacker, snapshot: &Snapshot, responses: &[(Group, Response)], departments: usize) -> usize {
    let mut of: Vec<Vec<&Response>> = vec![Vec::new(); departments];
    for (_, response) in responses {
        of[response.department.get() as usize - 1].push(response);
    }
    let sets = sets(snapshot, departments);
    let mut harm = 0;
    for (index, item) in items().iter().enumerate() {
        let mut truth = vec![Histogram::default(); departments];
        for (truth, responses) in truth.iter_mut().zip(&of) {
            for response in responses {
                if let Some(Choice::Point(point)) = response.choices.get(&item.id) {
                    truth.0[usize::from(point.oriented(item.favourable).get()) - 1] += 1;
                }
            }
        }
        let mut known = Vec::new();
        for (set, result) in &sets {
            if let Cell::Shown(shown) = result.items[index].cell {
                assert_eq!(shown, sum(members(&truth, *set)), "shown cells are true");
                known.push(*set);
            }
        }
        harm += attacker.harm(&truth, &known);
    }
    harm + attack_fears(attacker, &sets, &of)
}

fn attack_fears(attacker: &mut Attacker, sets: &[(Set, &GroupResult)], of: &[Vec<&Response>]) -> usize {
    let answered: Vec<u32> =
        of.iter().map(|responses| responses.iter().filter(|r| r.fears.is_some()).count() as u32).collect();
    let total = |counts: &[u32], set: Set| members(counts, set).sum::<u32>();
    let known: Vec<_> = sets.iter().filter(|(_, result)| result.fears.is_some()).map(|(set, _)| *set).collect();
    let sizes = attacker.computable(of.len(), &known).to_vec();
    let mut harm = sizes.iter().filter(|&&set| (1..K).contains(&total(&answered, set))).count();
    for &fear in FearCode::ALL {
        let names = |r: &&&Response| r.fears.as_ref().is_some_and(|fears| fears.contains(&fear));
        let truth: Vec<u32> = of.iter().map(|responses| responses.iter().filter(names).count() as u32).collect();
        let mut known = Vec::new();
        if total(&truth, Set::MAX) == 0 {
            let named =
                |(_, result): &(Set, &GroupResult)| result.fears.iter().flat_map(|f| &f.named).any(|n| n.0 == fear);
            assert!(!sets.iter().any(named));
            continue;
        }
        for (set, result) in sets {
            let named: BTreeMap<_, _> = result.fears.iter().flat_map(|fears| fears.named.iter().copied()).collect();
            if let Some(Named::Count(count)) = named.get(&fear) {
                assert_eq!(*count, total(&truth, *set), "shown counts are true");
                known.push(*set);
            }
        }
        let harmful = |set: &&Set| {
            let (count, n) = (total(&truth, **set), total(&answered, **set));
            (1..K).contains(&count) || (count > 0 && count + 1 >= n && sizes.contains(set))
        };
        harm += attacker.computable(of.len(), &known).iter().filter(harmful).count();
    }
    harm
}

#[test]
fn p3_whole_snapshots_of_every_organisation_withstand_the_attack() {
    let mut attacker = Attacker::default();
    let (mut shown, mut given_away) = (0, 0);
    for (number, org) in organisations().into_iter().enumerate() {
        let tens = vec![10; org.len()];
        // Few people answer at all; many answer, but few of them the optional item and the fears.
        for (people, answers) in [(&org, &org), (&tens, &org)] {
            let (partition, responses) = company(people, answers, number % WAYS);
            let snapshot = snapshot(&partition, &items(), &responses, Thresholds::default());
            given_away += usize::from(attack(&mut attacker, &snapshot, &responses, org.len()) > 0);
            for (set, result) in sets(&snapshot, org.len()) {
                let people: u32 = members(people, set).sum();
                assert_eq!(result.answered, (people >= K).then_some(people / 5 * 5), "{org:?}");
                shown += result.items.iter().filter(|item| item.cell != Cell::Hidden).count();
            }
        }
    }
    println!("organisations whose results give a small or unanimous group away: {given_away} of {}", 2 * 4367);
    assert_eq!(given_away, 0);
    assert!(shown > 20_000, "suppression must not simply hide everything: {shown}");
}
