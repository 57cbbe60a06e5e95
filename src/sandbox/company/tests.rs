use std::collections::BTreeSet;

use super::*;
use crate::domain::labels::Measure;
use crate::domain::pulses::Item;
use crate::texts::{Catalogue, Language};

fn items() -> Vec<Item> {
    let texts = Catalogue::built_in().expect("sound texts");
    texts.question_set(&Language::english(), "default").expect("built in").items.clone()
}

/// The favourable share of a department's answers, of many people.
fn favourable(plan: &Plan, season: Season, measure: Measure) -> f64 {
    let (items, mut chance) = (items(), ChaCha8Rng::seed_from_u64(1));
    let minds: Vec<_> = (0..2_000).map(|_| Mind::draw(&mut chance)).collect();
    let answers = minds.iter().flat_map(|mind| mind.answer(plan, season, &items).points.into_iter().zip(&items));
    let points: Vec<_> = answers.filter(|(_, item)| item.measure == measure).filter_map(|(point, _)| point).collect();
    points.iter().filter(|point| **point >= 4).count() as f64 / points.len() as f64
}

fn plan(name: &str) -> &'static Plan {
    DEPARTMENTS.iter().find(|plan| plan.name == name).expect("one of the seven")
}

#[test]
fn one_department_rises_and_one_falls_by_more_than_chance_explains() {
    for measure in [Measure::Attitude, Measure::Conditions] {
        let change =
            |name| favourable(plan(name), Season::Second, measure) - favourable(plan(name), Season::First, measure);
        assert!(change("Service") > 0.25, "{measure}: {}", change("Service"));
        assert!(change("Logistics") < -0.3, "{measure}: {}", change("Logistics"));
        assert!(change("Marketing").abs() < 0.1, "{measure}: {}", change("Marketing"));
    }
}

#[test]
fn the_discontented_fear_more_and_about_a_third_write() {
    let (items, mut chance) = (items(), ChaCha8Rng::seed_from_u64(2));
    let answers: Vec<_> =
        (0..2_000).map(|_| Mind::draw(&mut chance).answer(plan("Sales"), Season::First, &items)).collect();
    let fears = |content| {
        let group: Vec<_> = answers.iter().filter(|answer| answer.content == content).collect();
        group.iter().map(|answer| answer.fears.len()).sum::<usize>() as f64 / group.len() as f64
    };
    assert!(fears(false) > fears(true) + 0.7, "{} {}", fears(false), fears(true));
    let written = answers.iter().filter(|answer| answer.comments).count() as f64 / 2_000.0;
    assert!((0.25..0.45).contains(&written), "{written}");
    assert!(answers.iter().all(|answer| answer.fears.len() <= 3));
}

#[test]
fn the_same_seed_gives_the_same_people_and_another_gives_others() {
    let names = |seed| {
        let mut names = Names::new(&mut ChaCha8Rng::seed_from_u64(seed));
        (0..200).map(|_| names.next()).collect::<Vec<_>>()
    };
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
    assert_eq!(names(1).into_iter().collect::<BTreeSet<_>>().len(), 200);
}

#[test]
fn a_company_has_about_as_many_people_as_asked_for_and_four_in_legal() {
    for people in [40, 140, 400] {
        let sizes = sizes(people);
        let sum: usize = sizes.iter().sum();
        assert!(sum.abs_diff(people) <= people / 10 + 5, "{people}: {sizes:?}");
        assert_eq!(sizes.last(), Some(&4));
    }
}

#[test]
fn every_department_has_something_to_say() {
    let voices = Voices::built_in();
    for plan in &DEPARTMENTS {
        for content in [true, false] {
            let said = voices.comments(plan.name, content);
            assert!(said.len() >= 6, "{} {content}: {}", plan.name, said.len());
            assert!(said.iter().all(|text| (10..600).contains(&text.chars().count())), "{}", plan.name);
        }
        assert!(!voices.benefit(plan.name).is_empty(), "{}", plan.name);
    }
}
