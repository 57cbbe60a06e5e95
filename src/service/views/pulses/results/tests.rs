use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::*;
use crate::domain::ids::DepartmentId;
use crate::domain::labels::{FearCode, Measure};
use crate::domain::pulses::{Choice, Favourable, Item, ItemId, Point, Response};
use crate::domain::snapshot::Snapshot;
use crate::privacy::coarsen::{AskedDepartment, Partition};
use crate::privacy::suppression;
use crate::privacy::thresholds::Thresholds;
use crate::report::summary::{Extras, summarise};
use crate::report::table;

/// A sealed company in which so many people of each department answered; `turn` chooses what they said.
fn snapshot(answers: &[u32], turn: u32) -> Snapshot {
    let id = |d: usize| DepartmentId::new(d as i64 + 1).expect("from 1");
    let asked: Vec<_> = (0..answers.len())
        .map(|d| AskedDepartment { id: id(d), name: format!("D{d}"), eligible: 12, holders: None })
        .collect();
    let partition = Partition::at_launch(&asked, Thresholds::default());
    let item = |number: u32, measure| Item {
        id: ItemId::try_from(format!("item_{number}")).expect("an id"),
        measure,
        text: String::new(),
        favourable: Favourable::Agree,
    };
    let items = [item(1, Measure::Attitude), item(2, Measure::Attitude), item(3, Measure::Conditions)];
    let mut responses = Vec::new();
    for (d, &count) in answers.iter().enumerate() {
        for person in 0..count {
            let mut response = Response::new(id(d));
            for (i, item) in (0..).zip(&items) {
                let point = 1 + (person * (2 + i) + turn * (d as u32 + 1)) % 5;
                let point = Point::try_from(u8::try_from(point).expect("1 to 5")).expect("1 to 5");
                // The last one is answered by some only.
                if i < 2 || !(person + turn).is_multiple_of(3) {
                    response.choices.insert(item.id.clone(), Choice::Point(point));
                }
            }
            let fears = if (person + turn).is_multiple_of(4) { vec![] } else { vec![FearCode::Workload] };
            response.fears = Some(BTreeSet::from_iter(fears));
            responses.push((partition.group_of(id(d)), response));
        }
    }
    suppression::snapshot(&partition, &items, &responses, Thresholds::default())
}

fn summary(snapshot: &Snapshot) -> Summary {
    let closed_at = chrono::DateTime::from_timestamp(1_790_000_000, 0).expect("a moment");
    let (title, set) = (String::new(), "A pulse".to_owned());
    summarise(snapshot, None, &Extras { title, set, closed_at, zone: chrono_tz::UTC, groups: BTreeMap::new() })
}

struct Stage {
    texts: Catalogue,
    words: Words,
}

impl Stage {
    fn new() -> Self {
        let texts = Catalogue::built_in().expect("sound texts");
        let words = Words::fill(|key| texts.say(&Language::english(), key, values! {}));
        Self { texts, words }
    }

    fn post(&self, name: &str, summary: &Summary) -> Message {
        result(&self.texts, &Language::english(), &[name], summary, &self.words)
    }
}

fn figures(text: &str) -> BTreeSet<String> {
    let number = Regex::new(r"\d+").expect("a pattern");
    number.find_iter(text).map(|found| found.as_str().to_owned()).collect()
}

/// With `privacy::linear_attack`, which attacks whole snapshots and so all that leads can read of them, this shows that
/// departments and leads together can compute no more.
#[test]
fn p3_no_department_reads_a_figure_that_leads_do_not_read_of_the_same_group() {
    let stage = Stage::new();
    let (mut shown, mut withheld) = (0, 0);
    for org in (0..11_u32.pow(3)).map(|code| [0, 1, 2].map(|place| code / 11_u32.pow(place) % 11)) {
        let snapshot = snapshot(&org, org.iter().sum());
        let summary = summary(&snapshot);
        for d in 0..org.len() {
            let name = format!("D{d}");
            let post = stage.post(&name, &summary);
            let said = post.embeds[0].description.replace(&name, "");
            let row = summary.rows.iter().find(|row| row.group == Group::Department(name.clone()));
            let Some(row) = row else {
                assert!(figures(&said).is_subset(&BTreeSet::from(["5".to_owned()])), "{org:?} {said}");
                withheld += 1;
                continue;
            };
            assert!(org[d] >= 5, "{org:?}");
            // "≥80" and "≤20" stand for themselves in both.
            let leads = figures(&table::detail(row, &stage.words).replace(&name, ""));
            assert!(figures(&said).is_subset(&leads), "{org:?}: {said}\n{leads:?}");
            shown += 1;
        }
    }
    assert!(shown > 500 && withheld > 500, "{shown} {withheld}");
}

#[test]
fn what_a_department_reads_depends_on_its_own_group_alone() {
    let stage = Stage::new();
    let one = summary(&snapshot(&[9, 10, 8], 1));
    let mut other = summary(&snapshot(&[9, 7, 10], 2));
    let own = one.rows.iter().find(|row| row.group == Group::Department("D0".to_owned())).expect("shown").clone();
    other.rows.retain(|row| row.group != own.group);
    other.rows.insert(0, own);
    assert_eq!(stage.post("D0", &one), stage.post("D0", &other));
    assert_ne!(stage.post("D1", &one), stage.post("D1", &other));
}

#[test]
fn names_can_not_format_and_long_lists_fit() {
    let stage = Stage::new();
    let mut all = summary(&snapshot(&[9, 10, 8], 1));
    let row = all.rows[0].clone();
    all.rows = (0..20)
        .map(|number| Row { group: Group::Department(format!("**Loud** {number} {}", "x".repeat(25))), ..row.clone() })
        .collect();
    let names: Vec<String> = (0..20).map(|number| format!("**Loud** {number} {}", "x".repeat(25))).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let post = result(&stage.texts, &Language::english(), &names, &all, &stage.words);
    let description = &post.embeds[0].description;
    assert!(description.contains(r"**\*\*Loud\*\* 0") && description.chars().count() <= 4096);
}
