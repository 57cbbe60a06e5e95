//! Decrypted answers to a publishable snapshot (promises.md P2–P6, P9).
//!
//! The only maker of snapshots. What it lets through may be shown in full: the company's total, the groups' cells, the
//! fears and the participation together allow no group under the threshold to be computed. Same answers in any order,
//! same bytes (P1).
//!
//! A measure's score is made of visible item cells alone, so that it tells nothing that they don't.

use super::coarsen::{Partition, Size, has_answered};
use super::complement::{hide_smallest_until_safe, protect_item, sum};
use super::everybody::Answers;
use super::thresholds::Thresholds;
use crate::domain::banding::participation_step;
use crate::domain::labels::FearCode;
use crate::domain::pulses::{Choice, Item, Response};
use crate::domain::snapshot::{Cell, FearResult, Group, GroupResult, ItemResult, Named, Snapshot};

/// What may be known of a wave.
///
/// `partition` is the one frozen at launch; `items` are the wave's, in its order. Each response comes with the group
/// that it counts under; a group that the partition lacks counts as "Other" (P15), or not at all ([`Partition::counted`]).
pub fn snapshot(
    partition: &Partition,
    items: &[Item],
    responses: &[(Group, Response)],
    thresholds: Thresholds,
) -> Snapshot {
    let k = thresholds.score();
    let (sealed, places) = partition.sealed(responses, thresholds);
    let mut members: Vec<Answers<'_>> = sealed.groups().iter().map(|_| Answers::default()).collect();
    for (place, (group, response)) in places.iter().zip(responses).filter(|(_, (_, response))| has_answered(response)) {
        if let Some(place) = *place {
            members[place].push(partition, group, response);
        }
    }

    let (company_items, items): (Vec<_>, Vec<_>) = items.iter().map(|item| item_results(item, &members, k)).unzip();
    let (company_fears, group_fears) = fears(&members, k);
    let result = |group: Group, size: Size, (answers, more): (u32, u32), is_open, items, fears| {
        let surely = size.surely + more;
        let answered = (answers >= k).then(|| participation_step(answers));
        let present = (surely != size.asked).then_some(surely);
        let most = (size.most > size.asked).then_some(size.most);
        let (eligible, is_outgrown) = (size.asked, false);
        GroupResult { group, eligible, present, most, is_outgrown, answered, is_open, items, fears }
    };

    let groups = sealed.groups().iter().zip(&members).zip(group_fears).enumerate();
    let groups = groups.map(|(i, ((g, answers), fears))| {
        let items = items.iter().map(|items| items[i].clone()).collect();
        let counts = (answers.count(), answers.more_people());
        result(g.group.clone(), g.size(), counts, answers.is_open(), items, fears)
    });
    let pooled = sealed.groups().iter().filter(|g| g.group == Group::Other).flat_map(|g| &g.departments);
    let counts = (members.iter().map(Answers::count).sum(), members.iter().map(Answers::more_people).sum());
    let is_open = members.iter().any(Answers::is_open);
    Snapshot {
        threshold: k,
        company: result(Group::Company, sealed.size(), counts, is_open, company_items, company_fears),
        groups: groups.collect(),
        pooled: pooled.map(|d| d.name.clone()).collect(),
        comments: Vec::new(),
        reports: Vec::new(),
    }
}

/// Everybody's result and the groups'.
fn item_results(item: &Item, members: &[Answers<'_>], k: u32) -> (ItemResult, Vec<ItemResult>) {
    let point = |response: &Response| match response.choices.get(&item.id) {
        Some(Choice::Point(point)) => Some(point.oriented(item.favourable).get()),
        _ => None,
    };
    let histograms: Vec<_> = members.iter().map(|answers| answers.histogram(point)).collect();
    let (company, cells) = protect_item(&histograms, k);
    let result = |cell, of: u32| {
        let answers = matches!(cell, Cell::Band(_)).then(|| participation_step(of));
        ItemResult { item: item.id.clone(), measure: item.measure, cell, answers }
    };
    let groups = cells.into_iter().zip(&histograms).map(|(cell, histogram)| result(cell, histogram.total()));
    (result(company, sum(histograms.iter()).total()), groups.collect())
}

/// The company's and the groups' fears: the question is protected like an item; then each fear by itself, where a count
/// under `k` is hidden and the hidden counts of one fear never sum to 1..k−1.
fn fears(members: &[Answers<'_>], k: u32) -> (Option<FearResult>, Vec<Option<FearResult>>) {
    let groups: Vec<_> = members.iter().map(|answers| answers.fears(k)).collect();
    let answered: Vec<_> = groups.iter().map(|g| g.answered).collect();
    let total: u32 = answered.iter().sum();
    if total < k {
        return (None, vec![None; groups.len()]);
    }
    let mut visible: Vec<_> = answered.iter().map(|&n| n >= k).collect();
    hide_smallest_until_safe(&answered, &mut visible, k);

    let mut company = FearResult { answered: total, named: Vec::new() };
    let mut results: Vec<_> = groups
        .iter()
        .zip(&visible)
        .map(|(g, visible)| visible.then(|| FearResult { answered: g.answered, named: Vec::new() }))
        .collect();
    for &fear in FearCode::ALL {
        let counts: Vec<_> = groups.iter().map(|g| g.named.get(&fear).copied().unwrap_or(0)).collect();
        let (all, each) = protect_fear(&answered, &counts, &visible, k);
        company.named.extend(all.map(|named| (fear, named)));
        for (result, named) in results.iter_mut().zip(each) {
            if let (Some(result), Some(named)) = (result, named) {
                result.named.push((fear, named));
            }
        }
    }
    let sorted = |mut result: FearResult| {
        result.named.sort_by_key(|&(fear, named)| {
            let count = if let Named::Count(count) = named { count } else { u32::MAX };
            (u32::MAX - count, fear)
        });
        result
    };
    (Some(sorted(company)), results.into_iter().map(|result| result.map(sorted)).collect())
}

/// One fear over all groups: `None` is left out. `visible` are the groups in which the question may be shown.
fn protect_fear(answered: &[u32], counts: &[u32], visible: &[bool], k: u32) -> (Option<Named>, Vec<Option<Named>>) {
    let total: u32 = counts.iter().sum();
    if total < k {
        return (None, vec![None; counts.len()]);
    }
    let mut shown: Vec<_> = counts.iter().zip(visible).map(|(&count, &visible)| visible && count >= k).collect();
    hide_smallest_until_safe(counts, &mut shown, k);

    let tell = |n: u32, count: u32| if nearly_all(n, count) { Named::NearlyAll } else { Named::Count(count) };
    let company = tell(answered.iter().sum(), total);
    let mut named: Vec<_> = (0..counts.len()).map(|i| shown[i].then(|| tell(answered[i], counts[i]))).collect();
    let counted = |named: Option<Named>| matches!(named, Some(Named::Count(_)));
    while counted(Some(company)) {
        let rest = (0..counts.len()).filter(|&i| !counted(named[i]));
        let (n, count) = rest.fold((0, 0), |(n, count), i| (n + answered[i], count + counts[i]));
        if !nearly_all(n, count) {
            break;
        }
        let Some(smallest) = (0..counts.len()).filter(|&i| counted(named[i])).min_by_key(|&i| counts[i]) else { break };
        named[smallest] = None;
    }
    (Some(company), named)
}

/// All of `n` named it but one at most (P6).
fn nearly_all(n: u32, count: u32) -> bool {
    count > 0 && count + 1 >= n
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::DepartmentId;
    use crate::domain::labels::Measure;
    use crate::domain::pulses::{Favourable, ItemId, Point};
    use crate::domain::snapshot::Histogram;
    use crate::privacy::coarsen::AskedDepartment;

    const K: u32 = 5;

    fn item(favourable: Favourable) -> Item {
        let id = ItemId::try_from("understand".to_owned()).expect("an id");
        Item { id, measure: Measure::Attitude, text: String::new(), favourable }
    }

    /// A department per list; each number is a person's point, 0 for "can't say", 9 for nothing at all.
    fn wave(departments: &[&[u8]]) -> (Partition, Vec<(Group, Response)>) {
        let id = |d: usize| DepartmentId::new(d as i64 + 1).expect("from 1");
        let asked: Vec<_> = (0..departments.len())
            .map(|d| AskedDepartment { id: id(d), name: format!("D{}", d + 1), eligible: 12, holders: None })
            .collect();
        let partition = Partition::at_launch(&asked, Thresholds::default());
        let mut responses = Vec::new();
        for (d, points) in departments.iter().enumerate() {
            for &point in *points {
                let mut response = Response::new(id(d));
                if point != 9 {
                    let choice = Point::try_from(point).map_or(Choice::CantSay, Choice::Point);
                    response.choices.insert(item(Favourable::Agree).id, choice);
                }
                responses.push((partition.group_of(id(d)), response));
            }
        }
        (partition, responses)
    }

    fn taken(departments: &[&[u8]], favourable: Favourable) -> Snapshot {
        let (partition, responses) = wave(departments);
        snapshot(&partition, &[item(favourable)], &responses, Thresholds::default())
    }

    #[test]
    fn p1_the_same_answers_in_any_order_give_the_same_bytes() {
        let (partition, mut responses) = wave(&[&[1, 2, 3, 4, 5, 5], &[5, 4, 3, 2, 1], &[1, 1, 4, 4, 2, 2]]);
        let bytes = |responses: &[_]| {
            let taken = snapshot(&partition, &[item(Favourable::Agree)], responses, Thresholds::default());
            serde_json::to_string(&taken).expect("plain data")
        };
        let first = bytes(&responses);
        responses.reverse();
        assert_eq!(bytes(&responses), first);
    }

    #[test]
    fn p2_cant_say_is_no_answer_to_the_item() {
        let taken = taken(&[&[1, 2, 4, 5, 0, 0, 0], &[1, 2, 3, 4, 5, 5], &[1, 2, 3, 4, 5, 5, 5]], Favourable::Agree);
        let cells: Vec<_> = taken.groups.iter().map(|g| g.items[0].cell).collect();
        assert_eq!(cells, [Cell::Hidden, Cell::Hidden, Cell::Shown(Histogram([1, 1, 1, 1, 3]))]);
        assert_eq!(taken.groups[0].answered, Some(5));
    }

    #[test]
    fn items_whose_disagreement_is_good_news_are_turned_round() {
        let taken = taken(&[&[1, 1, 2, 4, 5]], Favourable::Disagree);
        assert_eq!(taken.company.items[0].cell, Cell::Shown(Histogram([1, 1, 0, 1, 2])));
    }

    #[test]
    fn p5_departments_in_the_pool_are_named_without_a_number() {
        let taken = taken(&[&[1, 2, 3], &[1, 2, 3, 4, 5, 5], &[1, 2, 3, 4, 5, 5, 5]], Favourable::Agree);
        assert_eq!(taken.pooled, ["D1", "D2"]);
        let groups: Vec<_> = taken.groups.iter().map(|g| &g.group).collect();
        assert_eq!(groups, [&Group::Department("D3".to_owned()), &Group::Other]);
    }

    #[test]
    fn p9_participation_goes_in_steps_of_five_and_opening_is_not_answering() {
        let taken = taken(&[&[1, 2, 3, 4, 5, 5, 5, 9, 9, 9], &[1, 2, 3, 4, 5]], Favourable::Agree);
        assert_eq!(taken.groups.iter().map(|g| g.answered).collect::<Vec<_>>(), [Some(5), Some(5)]);
        assert_eq!((taken.company.answered, taken.company.eligible), (Some(10), 24));
    }

    #[test]
    fn p3_a_wave_with_four_answers_shows_nothing() {
        let taken = taken(&[&[1, 2], &[3, 4]], Favourable::Agree);
        assert_eq!((taken.company.answered, taken.company.fears.clone()), (None, None));
        assert!([&taken.company].into_iter().chain(&taken.groups).all(|g| g.items[0].cell == Cell::Hidden));
    }

    #[test]
    fn p15_latecomers_can_make_other_larger_than_it_was_at_launch() {
        let (partition, mut responses) = wave(&[&[1, 2, 3, 4, 5, 5]]);
        for (_, response) in responses.clone() {
            responses.push((Group::Other, response));
        }
        let taken = snapshot(&partition, &[item(Favourable::Agree)], &responses, Thresholds::default());
        assert_eq!(taken.groups[1].group, Group::Other);
        assert_eq!((taken.groups[1].answered, taken.groups[1].eligible), (Some(5), 0), "nobody counted them");
    }

    #[test]
    fn p9_whether_one_who_came_late_answered_changes_no_byte() {
        let (partition, responses) = wave(&[&[1, 2, 3, 4, 5, 5], &[5, 4, 3, 2, 1, 1, 1], &[1, 2, 3]]);
        for departments in [&partition.groups()[..1], &partition.groups()[..2], partition.groups()] {
            let asked: Vec<_> = departments.iter().flat_map(|g| g.departments.clone()).collect();
            let partition = Partition::at_launch(&asked, Thresholds::default());
            let known = |(group, _): &&(Group, Response)| departments.iter().any(|g| g.group == *group);
            let without: Vec<_> = responses.iter().filter(known).cloned().collect();
            let taken = |all: &[_]| snapshot(&partition, &[item(Favourable::Agree)], all, Thresholds::default());
            for few in 1..5 {
                let late = responses[..few].iter().map(|(_, response)| (Group::Other, response.clone()));
                let with: Vec<_> = without.iter().cloned().chain(late).collect();
                assert_eq!(taken(&with), taken(&without), "{few} beside {} departments", asked.len());
            }
        }
    }

    #[test]
    fn p9_a_group_of_which_more_answered_than_were_counted_does_not_say_so() {
        for answers in [12, 13, 14, 16, 20, 30] {
            let taken = taken(&[&vec![4; answers], &[1, 2, 3, 4, 5]], Favourable::Agree);
            let sales = &taken.groups[0];
            assert_eq!((sales.is_outgrown, sales.eligible), (false, 12), "{answers} of 12: perhaps all there are");
        }
    }

    #[test]
    fn p3_a_fear_that_few_named_is_left_out_and_can_not_be_computed() {
        let seen = [true; 3];
        let (company, groups) = protect_fear(&[9, 9, 9], &[2, 6, 7], &seen, K);
        assert_eq!((company, groups), (Some(Named::Count(15)), vec![None, None, Some(Named::Count(7))]));
        assert_eq!(protect_fear(&[9, 9, 9], &[2, 0, 2], &seen, K), (None, vec![None; 3]));
        let (_, groups) = protect_fear(&[9, 9, 9], &[0, 6, 7], &seen, K);
        assert_eq!(groups, [None, Some(Named::Count(6)), Some(Named::Count(7))]);
    }

    #[test]
    fn p6_a_fear_that_nearly_all_named_is_told_without_its_count() {
        let (_, groups) = protect_fear(&[9, 9, 9], &[8, 6, 5], &[true; 3], K);
        assert_eq!(groups, [Some(Named::NearlyAll), Some(Named::Count(6)), None]);
        let (company, groups) = protect_fear(&[9, 9], &[9, 9], &[true; 2], K);
        assert_eq!((company, groups), (Some(Named::NearlyAll), vec![Some(Named::NearlyAll); 2]));
    }
}
