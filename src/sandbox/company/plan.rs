//! The seven departments: how large each is, what is on its mind in the first season, and what has changed in the
//! second.

use super::mood::Mood;
use crate::domain::labels::FearCode::{
    self, Customer, Incentive, JobLoss, Leadership, Process, Role, Skill, Tool, Turf, Workload,
};

/// What a department is like.
#[derive(Debug)]
pub struct Plan {
    /// Its name.
    pub name: &'static str,
    /// The colour of its role.
    pub colour: u32,
    /// Its share of the company in per mille; `None` for the one that has four people whatever the company's size.
    share: Option<usize>,
    /// Its mood in the first season and in the second.
    pub moods: [Mood; 2],
    /// How many of a hundred answer a pulse.
    pub answers: f64,
    /// How many of a hundred press *Understood*.
    pub understands: f64,
    /// What it fears, with weights.
    pub fears: &'static [(FearCode, f64)],
}

/// The people of the smallest department: too few for results of its own (promises.md P2).
const SMALLEST: usize = 4;

/// All departments.
pub const DEPARTMENTS: [Plan; 7] = [
    Plan {
        name: "Sales",
        colour: 0x0034_98DB,
        share: Some(250),
        // Territory, targets and leads that everybody can see: the hardest to win over.
        moods: [Mood::new(2.7, 3.0, 2.5, 2.4), Mood::new(2.9, 3.1, 2.9, 2.8)],
        answers: 0.78,
        understands: 0.46,
        fears: &[(Turf, 5.0), (Incentive, 4.0), (Workload, 2.0), (Customer, 1.0), (Leadership, 1.0)],
    },
    Plan {
        name: "Service",
        colour: 0x002E_CC71,
        share: Some(225),
        // No time to learn at first; then the training on the job came, and it was good.
        moods: [Mood::new(3.4, 2.9, 2.9, 3.0), Mood::new(4.2, 4.2, 4.1, 3.8)],
        answers: 0.82,
        understands: 0.76,
        fears: &[(Workload, 5.0), (Skill, 3.0), (Tool, 2.0), (Customer, 2.0)],
    },
    Plan {
        name: "Marketing",
        colour: 0x009B_59B6,
        share: Some(125),
        moods: [Mood::new(4.3, 3.9, 3.8, 4.0), Mood::new(4.4, 4.0, 4.1, 4.0)],
        answers: 0.88,
        understands: 0.9,
        fears: &[(Tool, 3.0), (Workload, 2.0), (Process, 1.0)],
    },
    Plan {
        name: "Finance",
        colour: 0x001A_BC9C,
        share: Some(100),
        moods: [Mood::new(3.7, 3.7, 3.3, 3.1), Mood::new(3.8, 3.7, 3.5, 3.3)],
        answers: 0.86,
        understands: 0.82,
        fears: &[(Process, 4.0), (Tool, 3.0), (Role, 1.0)],
    },
    Plan {
        name: "IT",
        colour: 0x0060_7D8B,
        share: Some(90),
        moods: [Mood::new(4.0, 3.2, 3.6, 3.9), Mood::new(4.1, 3.3, 3.8, 4.0)],
        answers: 0.85,
        understands: 0.86,
        fears: &[(Workload, 5.0), (Leadership, 2.0), (Tool, 2.0)],
    },
    Plan {
        name: "Logistics",
        colour: 0x00E6_7E22,
        share: Some(180),
        // The scanners worked in the pilot; since go-live they lose every tenth delivery.
        moods: [Mood::new(3.9, 3.9, 3.6, 3.4), Mood::new(2.8, 2.5, 2.6, 2.9)],
        answers: 0.8,
        understands: 0.7,
        fears: &[(Tool, 4.0), (JobLoss, 3.0), (Process, 2.0), (Customer, 2.0)],
    },
    Plan {
        name: "Legal",
        colour: 0x0095_A5A6,
        share: None,
        moods: [Mood::new(3.6, 3.5, 3.2, 3.0), Mood::new(3.6, 3.5, 3.3, 3.0)],
        answers: 0.9,
        understands: 0.9,
        fears: &[(Customer, 2.0), (Process, 2.0)],
    },
];

/// How many people each department has in a company of about `people`. Departments with a share have five at least.
pub fn sizes(people: usize) -> Vec<usize> {
    let size = |plan: &Plan| plan.share.map_or(SMALLEST, |share| (people * share / 1000).max(5));
    DEPARTMENTS.iter().map(size).collect()
}
