//! Companies as numbers, and what is published of them. A pair of them that differs in what one person or one small
//! group said, and is published the same, is a pair that no attacker tells apart.

use std::collections::BTreeMap;

use chrono::DateTime;
use groundswell::domain::ids::DepartmentId;
use groundswell::domain::labels::Measure;
use groundswell::domain::pulses::{Choice, Favourable, Item, ItemId, Point, Response};
use groundswell::domain::snapshot::{Group, Snapshot};
use groundswell::privacy::coarsen::{AskedDepartment, Partition};
use groundswell::privacy::suppression;
use groundswell::privacy::thresholds::Thresholds;
use groundswell::report::summary::{Extras, Summary, summarise};

/// A company after a wave: departments with how many people were asked, and what each of those who answered said.
pub struct World {
    asked: Vec<AskedDepartment>,
    /// Per department and person, a point for each item; 0 for "can't say".
    said: Vec<Vec<Vec<u8>>>,
}

impl World {
    /// With one item.
    pub fn of(departments: &[(&str, u32, Vec<u32>)]) -> Self {
        let said = |points: &Vec<u32>| points.iter().map(|p| vec![u8::try_from(*p).expect("a point")]).collect();
        Self::with_items(departments.iter().map(|(name, eligible, points)| (*name, *eligible, said(points))))
    }

    /// With as many items as everybody's answers have.
    pub fn with_items<'a>(departments: impl IntoIterator<Item = (&'a str, u32, Vec<Vec<u8>>)>) -> Self {
        let (mut asked, mut said) = (Vec::new(), Vec::new());
        for (id, (name, eligible, points)) in (1..).zip(departments) {
            asked.push(AskedDepartment {
                id: DepartmentId::new(id).expect("from 1"),
                name: name.to_owned(),
                eligible,
                holders: None,
            });
            said.push(points);
        }
        Self { asked, said }
    }

    /// With so many people who hold the first department's role, whatever headcount was given.
    pub fn held_by(mut self, holders: u32) -> Self {
        self.asked[0].holders = Some(holders);
        self
    }

    /// What the seal writes of it.
    pub fn snapshot(&self) -> Snapshot {
        let partition = Partition::at_launch(&self.asked, Thresholds::default());
        let items = items(self.said.iter().flatten().map(Vec::len).max().unwrap_or(1));
        let mut responses = Vec::new();
        for (asked, people) in self.asked.iter().zip(&self.said) {
            for points in people {
                let mut response = Response::new(asked.id);
                for (item, point) in items.iter().zip(points) {
                    let choice = Point::try_from(*point).map_or(Choice::CantSay, Choice::Point);
                    response.choices.insert(item.id.clone(), choice);
                }
                responses.push((partition.group_of(asked.id), response));
            }
        }
        suppression::snapshot(&partition, &items, &responses, Thresholds::default())
    }
}

/// The summary that leads read of a world, compared with an earlier one.
pub fn summary_of(now: &World, before: Option<&World>) -> Summary {
    summarise(&now.snapshot(), before.map(World::snapshot).as_ref(), &extras())
}

fn items(count: usize) -> Vec<Item> {
    let item = |number| Item {
        id: ItemId::try_from(format!("item_{number}")).expect("an id"),
        measure: Measure::ALL[number % Measure::ALL.len()],
        text: String::new(),
        favourable: Favourable::Agree,
    };
    (0..count).map(item).collect()
}

fn extras() -> Extras {
    Extras {
        title: String::new(),
        set: String::new(),
        closed_at: DateTime::from_timestamp(1_790_000_000, 0).expect("in range"),
        zone: chrono_tz::UTC,
        groups: BTreeMap::new(),
    }
}

/// A department by name.
pub fn department(name: &str) -> Group {
    Group::Department(name.to_owned())
}
