//! **Few people, or all of one mind.** The attacker reads the summary, its picture in words and its pages, knows how it
//! is made, and subtracts what is shown from the total. Wanted: what fewer than five people said, or that everybody in a
//! group said the same.
//!
//! `src/privacy/linear_attack.rs` subtracts in every organisation there is; here is what stands in the messages, and what
//! knowing the rules adds to the numbers.

use std::collections::{BTreeMap, BTreeSet};

use groundswell::domain::snapshot::{Cell, Group, GroupResult, Snapshot};

use groundswell::report::summary::Level;

use super::read;
use super::worlds::{World, department, summary_of};
use crate::support::pulses::{CONTENT, Says, all_answer, closes, launched, post};

fn found<'a>(snapshot: &'a Snapshot, group: &Group) -> &'a GroupResult {
    let all = [&snapshot.company].into_iter().chain(&snapshot.groups);
    all.into_iter().find(|result| result.group == *group).expect("there")
}

/// Nine people of Sales, four of whom answer the second statement; the other departments answer everything.
fn four_of_nine(four: [u8; 4]) -> World {
    let sales = (0..9_u8).map(|p| vec![1 + p % 5, four.get(usize::from(p)).copied().unwrap_or(0)]).collect();
    let others = |count: u8| (0..count).map(|p| vec![1 + p % 5, 1 + p * 3 % 5]).collect::<Vec<_>>();
    World::with_items([("Sales", 12, sales), ("Service", 20, others(14)), ("IT", 20, others(17))])
}

#[test]
fn p2_what_four_of_nine_said_to_an_optional_statement_changes_nothing_that_stands_beside_their_name() {
    let (mut told_apart, mut shown, mut worlds) = (0, 0, 0);
    for code in 0..5_u32.pow(4) {
        let four = [0, 1, 2, 3].map(|place| u8::try_from(code / 5_u32.pow(place) % 5 + 1).expect("a point"));
        let world = four_of_nine(four);
        let (summary, snapshot) = (summary_of(&world, None), world.snapshot());
        let base = summary_of(&four_of_nine([1, 2, 4, 5]), None);
        let row = |summary: &groundswell::report::summary::Summary| {
            let mut row = summary.rows.iter().find(|row| row.group == department("Sales")).expect("shown").clone();
            row.mark = None;
            row
        };
        told_apart += usize::from(row(&summary) != row(&base));
        shown += usize::from(found(&snapshot, &department("Sales")).items[1].cell != Cell::Hidden);
        worlds += 1;
    }
    println!("of {worlds} ways in which four can answer: shown {shown}, told apart at their department {told_apart}");
    assert_eq!((shown, told_apart), (0, 0));
}

#[test]
fn p3_the_total_minus_what_is_shown_leaves_no_fewer_than_five() {
    let snapshot = four_of_nine([1, 2, 4, 5]).snapshot();
    let total = |group: &Group| match found(&snapshot, group).items[1].cell {
        Cell::Shown(histogram) => Some(histogram.total()),
        _ => None,
    };
    let company = total(&Group::Company).expect("shown, or there is nothing to subtract from");
    let shown: u32 = ["Sales", "Service", "IT"].iter().filter_map(|name| total(&department(name))).sum();
    println!("answers left in the total minus what is shown: {}; 4 are Sales'", company - shown);
    assert!(shown > 0 && company - shown >= 5, "{company} − {shown}");
}

/// One of seven knows what they said themselves and wants to know whether all others stand on one side: all on the same
/// point, or on both points of it, or none of them for it.
#[test]
fn p6_a_group_of_one_mind_looks_like_one_with_a_dissenter() {
    let company = |seven: [u32; 7]| {
        let mixed = |count: u32| (0..count).map(|p| 1 + p % 5).collect();
        World::of(&[("Sales", 12, seven.to_vec()), ("Service", 20, mixed(14)), ("IT", 20, mixed(9))])
    };
    let (mut told_apart, mut pairs) = (0, 0);
    let alike = [1, 2, 4, 5].map(|point| [point; 7]);
    let on_one_side = [[4, 5, 4, 5, 5, 4, 4], [1, 2, 2, 1, 2, 1, 1], [3, 1, 2, 3, 2, 3, 1]];
    for all in alike.into_iter().chain(on_one_side) {
        let of_one_mind = company(all);
        for dissenter in 1..=5 {
            let mut seven = all;
            seven[3] = dissenter;
            let dissenting = company(seven);
            let row = |world| {
                let mut summary = summary_of(world, None);
                let mut row = summary
                    .rows
                    .remove(summary.rows.iter().position(|r| r.group == department("Sales")).expect("shown"));
                (row.mark, row.advice) = (None, summary.rows[0].advice);
                (row.scores, row.answered)
            };
            told_apart += usize::from(row(&of_one_mind) != row(&dissenting));
            pairs += 1;
        }
    }
    println!("groups of one mind told apart from groups with a dissenter: {told_apart} of {pairs}");
    assert_eq!(told_apart, 0);
}

/// Leads know how many hold a role, and give the department a headcount by hand: wanted is that all have answered. Nor does
/// it show where some got the role since.
#[test]
fn p9_no_headcount_given_by_hand_tells_that_everybody_answered() {
    let mixed = |count: u32| (0..count).map(|p| 1 + p % 5).collect::<Vec<_>>();
    let (mut told_apart, mut pairs) = (0, 0);
    for holders in 6..=25 {
        for given in 5..=40 {
            let told = |answered: u32| {
                let world = World::of(&[("Sales", given, mixed(answered)), ("Service", 20, mixed(14))]);
                let summary = summary_of(&world.held_by(holders), None);
                let row = summary.rows.into_iter().find(|row| row.group == department("Sales")).expect("shown");
                let told = |level| if let Level::Measured { n, .. } = level { Some(n) } else { None };
                let scores: Vec<_> = row.scores.iter().map(|score| told(score.level)).collect();
                (row.answered, row.headcount, row.is_outgrown, scores)
            };
            let all = told(holders);
            told_apart += [holders - 1, holders + 1, holders + 3, holders + 5, holders + 10]
                .into_iter()
                .filter(|&n| told(n) != all)
                .count();
            pairs += 5;
            // Nor that as many have as the headcount says, where others hold the role, too.
            if (6..holders).contains(&given) {
                told_apart += usize::from(told(given) != told(given - 1));
                pairs += 1;
            }
        }
    }
    println!("departments of which all answered told apart from others: {told_apart} of {pairs}");
    assert_eq!(told_apart, 0);
}

/// All that is published of a company in which of Sales `answered` of `people` answer, and of Legal `few` of five, who is
/// pooled if so few do. Each list says how many agree: to one statement, or to two of one measure.
fn page((people, answered): (u32, u32), others: u32, few: u32, agree: [&[u32]; 2]) -> String {
    // Two statements of one measure are the first and the fifth.
    let statements = if agree[0].len() > 1 { 5 } else { 1 };
    let says = |agree: &[u32], person: u32| {
        let point = |agree: &u32| if person < *agree { 4 } else { 2 };
        let mut points = vec![point(&agree[0]); statements];
        points[statements - 1] = point(agree.last().expect("one or two"));
        points
    };
    let sales = (0..answered).map(|person| says(agree[0], person)).collect();
    let legal = (0..few).map(|person| says(agree[1], person)).collect();
    let service = (0..others).map(|person| vec![1 + (person % 5) as u8; statements]).collect();
    let world = [("Sales", people, sales), ("Service", 40, service), ("Legal", 5, legal)];
    let summary = summary_of(&World::with_items(world), None);
    let rows = summary.rows.iter().chain(&summary.company);
    let rows = rows.map(|row| (row.answered, row.headcount, &row.scores, &row.fears, row.advice, row.reason));
    format!("{:?} {:?} {:?}", rows.collect::<Vec<_>>(), summary.pooled, summary.hidden)
}

/// Ways in which so many people may agree to one statement, or to two.
fn ways(people: u32, statements: usize) -> Vec<Vec<u32>> {
    let first = (0..=people).map(|agree| vec![agree]);
    if statements == 1 {
        return first.collect();
    }
    first.flat_map(|agree| (0..=people).map(move |second| vec![agree[0], second])).collect()
}

/// Leads take the other departments' figures from everybody's: wanted is that all of Sales have answered. Whatever they said,
/// all but one could have led to the same page; what Legal said, only its own people know.
#[test]
fn p9_everybody_less_the_others_does_not_tell_that_all_of_a_department_answered() {
    let (mut told_apart, mut all_pages) = (0, 0);
    let one_statement = (6..=16).flat_map(|people| [6, 12, 13, 19].map(|others| (people, others, 1)));
    for (people, others, statements) in one_statement.chain([(6, 13, 2), (7, 12, 2)]) {
        let pages = |answered: u32, few: &mut dyn Iterator<Item = u32>| -> BTreeSet<String> {
            let legal = few.flat_map(|few| ways(few, statements).into_iter().map(move |agree| (few, agree)));
            let legal: Vec<_> = legal.collect();
            let sales = ways(answered, statements);
            let both = sales.iter().flat_map(|sales| legal.iter().map(move |legal| (sales, legal)));
            both.map(|(sales, (few, legal))| page((people, answered), others, *few, [sales, legal])).collect()
        };
        let of_all_but_one = pages(people - 1, &mut (0..=5));
        let of_all = pages(people, &mut [0, 4, 5].into_iter());
        told_apart += of_all.difference(&of_all_but_one).count();
        all_pages += of_all.len();
    }
    println!("pages that only a department of which all answered can lead to: {told_apart} of {all_pages}");
    assert_eq!(told_apart, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn p5_a_department_of_four_has_no_line_picture_or_page_of_its_own() {
    let stage = launched().await;
    let company = &stage.company;
    let gloomy = Says { points: "Disagree", fears: &["Losing jobs"], comment: None };
    all_answer(&company.sales.people[..7], &post(&company.sales.channel).await, CONTENT).await;
    all_answer(&company.sales.people[7..], &post(&company.sales.channel).await, gloomy).await;
    all_answer(&company.service.people, &post(&company.service.channel).await, CONTENT).await;
    all_answer(&company.legal.people, &post(&company.legal.channel).await, gloomy).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let whole = read(&company.lead.runs("sentiment summary", &[]).await.expect("answered")).await;
    let legal =
        read(&company.lead.runs("sentiment summary", &[("department", "Legal")]).await.expect("answered")).await;
    let service =
        read(&company.lead.runs("sentiment summary", &[("department", "Service")]).await.expect("answered")).await;
    // A sentence may say that Legal is among those who are pooled: not what Legal said.
    for sentence in [&whole, &legal, &service].iter().flat_map(|page| page.split(['\n', '.', ':'])) {
        let figures = sentence.contains("Legal") && sentence.chars().any(|c| c.is_ascii_digit());
        assert!(!figures, "{sentence}");
    }
    // The page of Legal is the page of everybody it is pooled with.
    let figures = |page: &str| page.lines().filter(|line| line.contains('%')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(figures(&legal), figures(&service));
    println!("pages on which a department of four stands alone: 0 of 3");
}

/// What departments read adds nothing that could be subtracted from what leads read.
#[tokio::test(flavor = "multi_thread")]
async fn p3_a_departments_own_result_has_no_number_that_the_summary_lacks() {
    let stage = launched().await;
    let company = &stage.company;
    let gloomy = Says { points: "Disagree", fears: &["Workload"], comment: None };
    all_answer(&company.sales.people[..7], &post(&company.sales.channel).await, CONTENT).await;
    all_answer(&company.sales.people[7..], &post(&company.sales.channel).await, gloomy).await;
    all_answer(&company.service.people, &post(&company.service.channel).await, gloomy).await;
    all_answer(&company.legal.people[..3], &post(&company.legal.channel).await, CONTENT).await;
    closes(&company.lead).await;
    let numbers = regex::Regex::new(r"\d+").expect("a pattern");
    let numbers = |text: &str| numbers.find_iter(text).map(|n| n.as_str().to_owned()).collect::<BTreeSet<_>>();
    let (mut told, mut pooled, mut more) = (0, 0, BTreeSet::new());
    for department in company.departments() {
        let own = department.channel.shows("has closed and been counted").await.expect("told").embeds().remove(0);
        let options = [("department", department.name)];
        let summary = read(&company.lead.runs("sentiment summary", &options).await.expect("answered")).await;
        let own = numbers(&own.description);
        if department.name == "Sales" {
            told += own.len();
        } else {
            pooled += own.len();
        }
        more.extend(own.difference(&numbers(&summary)).cloned());
    }
    println!("numbers in the results of departments that are pooled: {pooled}; that leads don't read: {}", more.len());
    assert!(told > 0 && pooled == 0 && more.is_empty(), "{more:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn p7_every_share_that_leads_read_is_a_step_of_five() {
    let stage = launched().await;
    let company = &stage.company;
    let gloomy = Says { points: "Disagree", fears: &["Workload"], comment: None };
    all_answer(&company.sales.people[..7], &post(&company.sales.channel).await, CONTENT).await;
    all_answer(&company.sales.people[7..11], &post(&company.sales.channel).await, gloomy).await;
    all_answer(&company.service.people[..3], &post(&company.service.channel).await, CONTENT).await;
    all_answer(&company.service.people[3..7], &post(&company.service.channel).await, gloomy).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let mut read = read(&company.lead.runs("sentiment summary", &[]).await.expect("answered")).await;
    for message in company.leads_channel.messages() {
        read.push_str(&message.rendered());
    }
    let shares = regex::Regex::new(r"(\d+) %").expect("a pattern");
    let shares: Vec<u32> = shares.captures_iter(&read).map(|found| found[1].parse().expect("a number")).collect();
    let odd: Vec<_> = shares.iter().filter(|share| !share.is_multiple_of(5)).collect();
    println!("shares that are no step of five: {} of {}", odd.len(), shares.len());
    assert!(shares.len() > 20 && odd.is_empty(), "{shares:?} in {read}");
}

/// Knowing the rules as well as the numbers: of all organisations that would be published just so, does every one have
/// the same small department? The numbers are those that are published: bands, and names of who is pooled.
#[test]
fn p3_knowing_the_rules_does_not_give_a_small_department_away() {
    let mut wins = 0;
    let mut organisations = 0;
    // All of one to four departments: 16,104. Five would be 161,051 and take minutes.
    for departments in 1..=4_usize {
        let sizes: Vec<u32> = (0..=10).collect();
        let mut alike: BTreeMap<String, Vec<BTreeSet<u32>>> = BTreeMap::new();
        let mut small: Vec<(String, usize)> = Vec::new();
        for code in 0..sizes.len().pow(u32::try_from(departments).expect("few")) {
            let org: Vec<u32> = (0..departments)
                .map(|d| sizes[code / sizes.len().pow(u32::try_from(d).expect("few")) % sizes.len()])
                .collect();
            let people = |n: u32| (0..n).map(|p| 1 + p * 2 % 5).collect::<Vec<_>>();
            let world = World::of(&org.iter().zip(NAMES).map(|(&n, name)| (name, 10, people(n))).collect::<Vec<_>>());
            let published = published(&world.snapshot());
            let known = alike.entry(published.clone()).or_insert_with(|| vec![BTreeSet::new(); departments]);
            for (known, n) in known.iter_mut().zip(&org) {
                known.insert(*n);
            }
            small.extend((0..departments).filter(|&d| (1..5).contains(&org[d])).map(|d| (published.clone(), d)));
            organisations += 1;
        }
        wins += small.iter().filter(|(published, d)| alike[published][*d].len() == 1).count();
    }
    println!("small departments whose number follows from rules and figures: {wins} in {organisations} organisations");
    assert_eq!(wins, 0);
}

const NAMES: [&str; 4] = ["A", "B", "C", "D"];

/// What is published of a wave, but for shares: who is shown and pooled, and all numbers as bands.
fn published(snapshot: &Snapshot) -> String {
    let band = |cell: Cell| match cell {
        Cell::Hidden => "-".to_owned(),
        Cell::Band(side) => format!("{side:?}"),
        Cell::Shown(histogram) => (histogram.total() / 5).to_string(),
    };
    let results = [&snapshot.company].into_iter().chain(&snapshot.groups);
    let told = results.map(|r| format!("{:?} {:?} {} {}", r.group, r.answered, r.eligible, band(r.items[0].cell)));
    format!("{:?} {:?}", told.collect::<Vec<_>>(), snapshot.pooled)
}
