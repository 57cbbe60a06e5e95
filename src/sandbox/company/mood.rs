//! What people think, as a small model: a department's mood, a person's own leaning, and chance.
//!
//! A point on the scale is the mood of the department, plus the person's leaning, plus noise, rounded to 1–5. The
//! leaning also decides who answers, who fears something, and who writes a comment, so that these go together as
//! they do among people.

use std::collections::BTreeSet;
use std::f64::consts::TAU;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::plan::Plan;
use crate::domain::labels::{FearCode, Measure};
use crate::domain::pulses::{Favourable, Item, MAX_FEARS};

/// How far people of one department differ, in points.
const PERSONS: f64 = 0.7;
/// How far one person's answers to several items differ, in points.
const ITEMS: f64 = 0.7;

/// Where a department stands on the scale of 1 to 5, per measure.
#[derive(Debug, Clone, Copy)]
pub struct Mood {
    attitude: f64,
    conditions: f64,
    adoption: f64,
    ownership: f64,
}

/// The first pulse or the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// Before go-live.
    First,
    /// Some weeks after.
    Second,
}

/// One person's leaning, in standard deviations, and the seed of all that they decide by chance.
#[derive(Debug, Clone)]
pub struct Mind {
    leaning: f64,
    seed: u64,
}

/// All that one person says in a pulse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// A point of 1 to 5 per item, in order; `None` for "can't say".
    pub points: Vec<Option<u8>>,
    /// Up to three fears.
    pub fears: BTreeSet<FearCode>,
    /// Whether they add a comment.
    pub comments: bool,
    /// Whether it is a content one.
    pub content: bool,
}

impl Mood {
    pub(super) const fn new(attitude: f64, conditions: f64, adoption: f64, ownership: f64) -> Self {
        Self { attitude, conditions, adoption, ownership }
    }

    /// The mean point for one measure.
    pub fn of(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Attitude => self.attitude,
            Measure::Conditions => self.conditions,
            Measure::Adoption => self.adoption,
            Measure::Ownership => self.ownership,
        }
    }

    /// The same mood, better by so many points in every measure; worse where `points` is negative.
    #[must_use]
    pub fn shifted(&self, points: f64) -> Self {
        let better = |point: f64| (point + points).clamp(1.0, 5.0);
        Self::new(better(self.attitude), better(self.conditions), better(self.adoption), better(self.ownership))
    }

    /// The mean of all four.
    pub fn overall(&self) -> f64 {
        Measure::ALL.iter().map(|measure| self.of(*measure)).sum::<f64>() / 4.0
    }
}

impl Season {
    /// A department's mood in this season.
    pub fn mood(self, plan: &Plan) -> &Mood {
        match self {
            Self::First => &plan.moods[0],
            Self::Second => &plan.moods[1],
        }
    }
}

impl Mind {
    /// Draws a person.
    pub(super) fn draw(chance: &mut ChaCha8Rng) -> Self {
        Self { leaning: normal(chance), seed: chance.random() }
    }

    /// Whether they read and acknowledge the `number`th announcement.
    pub fn understands(&self, plan: &Plan, number: u64) -> bool {
        self.chance(100 + number).random_bool((plan.understands + 0.06 * self.leaning).clamp(0.05, 0.97))
    }

    /// Whether they answer a pulse. The discontented do so a little less often.
    pub fn takes_part(&self, plan: &Plan, season: Season) -> bool {
        self.chance(season as u64).random_bool((plan.answers + 0.05 * self.leaning).clamp(0.05, 0.98))
    }

    /// What they answer to `items`.
    pub fn answer(&self, plan: &Plan, season: Season, items: &[Item]) -> Answer {
        self.answer_in(plan, season.mood(plan), self.chance(10 + season as u64), items)
    }

    /// What they answer to `items` in this mood of their department.
    pub fn answer_in(&self, plan: &Plan, mood: &Mood, mut chance: ChaCha8Rng, items: &[Item]) -> Answer {
        let points = items.iter().map(|item| self.point(mood, item, &mut chance)).collect();
        let wellbeing = mood.overall() + PERSONS * self.leaning;
        // Someone at 4.5 of 5 hardly fears a thing, someone at 2 picks two or three.
        let wanted = (4.4 - wellbeing + 0.6 * normal(&mut chance)).round().clamp(0.0, 3.0);
        let mut fears = BTreeSet::new();
        while fears.len() < MAX_FEARS && (fears.len() as f64) < wanted {
            fears.insert(pick(plan.fears, &mut chance));
            if fears.len() >= plan.fears.len() {
                break;
            }
        }
        // Both the angry and the glad write more than those in between.
        let writes = 0.22 + 0.16 * (wellbeing - 3.4).abs();
        Answer { points, fears, comments: chance.random_bool(writes.min(0.8)), content: wellbeing > 3.4 }
    }

    fn point(&self, mood: &Mood, item: &Item, chance: &mut ChaCha8Rng) -> Option<u8> {
        let noise = normal(chance);
        if chance.random_bool(0.04) {
            return None;
        }
        let latent = mood.of(item.measure) + PERSONS * self.leaning + ITEMS * noise;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1 to 5 just before")]
        let point = latent.round().clamp(1.0, 5.0) as u8;
        Some(if item.favourable == Favourable::Disagree { 6 - point } else { point })
    }

    /// The chance of one decision: the same for the same person and purpose, whatever was drawn before.
    pub fn chance(&self, purpose: u64) -> ChaCha8Rng {
        ChaCha8Rng::seed_from_u64(self.seed ^ purpose.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

/// A standard normal number (Box and Muller 1958).
fn normal(chance: &mut ChaCha8Rng) -> f64 {
    let (radius, angle): (f64, f64) = (1.0 - chance.random::<f64>(), chance.random());
    (-2.0 * radius.ln()).sqrt() * (TAU * angle).cos()
}

fn pick(weighted: &[(FearCode, f64)], chance: &mut ChaCha8Rng) -> FearCode {
    let mut left = chance.random::<f64>() * weighted.iter().map(|(_, weight)| weight).sum::<f64>();
    let found = weighted.iter().find(|(_, weight)| {
        left -= weight;
        left < 0.0
    });
    found.unwrap_or(&weighted[0]).0
}
