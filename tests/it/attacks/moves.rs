//! **Move people about.** The attacker gives and takes roles, invites accomplices, or compares two waves between which
//! somebody left. Wanted: a second vote, a small group made visible, what the one said who left.

use std::collections::BTreeMap;

use groundswell::domain::snapshot::{Cell, Group, Snapshot};
use groundswell::report::summary::Trend;

use super::worlds::{World, summary_of};
use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, answers, closes, guild, launched, opens, post, services};

/// The results of the closed wave.
async fn results(stage: &mut Stage) -> Snapshot {
    closes(&stage.company.lead).await;
    stage.company.leads_channel.shows("results are final").await.expect("told");
    stage.stop_bot().await;
    let services = services(stage);
    let store = services.store(guild(stage)).await.expect("opens");
    let sealed = groundswell::store::snapshots::list_sealed(&mut store.reader().await.expect("a reader")).await;
    services.data.close().await;
    sealed.expect("readable").remove(0).snapshot
}

fn count(snapshot: &Snapshot, group: &Group) -> Option<u32> {
    let all = [&snapshot.company].into_iter().chain(&snapshot.groups);
    let found = all.into_iter().find(|result| result.group == *group)?;
    match found.items[0].cell {
        Cell::Shown(histogram) => Some(histogram.total()),
        _ => None,
    }
}

/// Half of a department says one thing, half another, so that no band hides the counts.
async fn mixed(people: &[groundswell::sandbox::language::Member], post: &groundswell::sandbox::language::Message) {
    let (one, other) = people.split_at(people.len() / 2);
    all_answer(one, post, CONTENT).await;
    all_answer(other, post, Says { points: "Disagree", ..CONTENT }).await;
}

/// Sales and Service are asked, so that each stands alone.
async fn launched_for_two() -> Stage {
    let stage = Stage::set_up().await;
    let departments = [("departments", "Sales, Service")];
    let reply = stage.company.lead.runs("pulse launch", &departments).await.expect("answered");
    assert!(reply.text().starts_with("**Launched"), "{}", reply.text());
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn p11_who_moves_while_a_pulse_is_open_votes_once_and_where_they_were() {
    let mut stage = launched_for_two().await;
    let company = &stage.company;
    mixed(&company.sales.people[..11], &post(&company.sales.channel).await).await;
    mixed(&company.service.people[..5], &post(&company.service.channel).await).await;
    for mover in &company.sales.people[..3] {
        mover.loses(&company.sales.role);
        mover.gets(&company.service.role);
        let service = post(&company.service.channel).await;
        let again = opens(mover, &service).await;
        assert!(again.text().contains("your answers are saved"), "it is the same row: {}", again.rendered());
        let first = mover.clicks(&again, "Change my answers").await.expect("answered");
        mover.clicks(&first, "Strongly agree").await.expect("answered");
    }
    let snapshot = results(&mut stage).await;
    let counted = ["Sales", "Service"].map(|name| count(&snapshot, &Group::Department(name.to_owned())));
    let [sales, service] = counted.map(Option::unwrap_or_default);
    println!(
        "counted where they went: {} of 3; second votes: {}",
        11_u32.abs_diff(sales),
        (sales + service).saturating_sub(16)
    );
    assert_eq!(counted, [Some(11), Some(5)]);
    assert_eq!(count(&snapshot, &Group::Company), Some(16));
}

#[tokio::test(flavor = "multi_thread")]
async fn p15_accomplices_who_come_after_the_launch_lift_no_department_over_the_threshold() {
    let mut stage = launched_for_two().await;
    let company = &stage.company;
    mixed(&company.sales.people, &post(&company.sales.channel).await).await;
    mixed(&company.service.people[..4], &post(&company.service.channel).await).await;
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    for number in 1..=4 {
        let role = std::slice::from_ref(&company.service.role);
        let accomplice = company.guild.add_member(&format!("Accomplice {number}"), role);
        answers(&accomplice, &post(&company.service.channel).await, CONTENT).await;
    }
    let snapshot = results(&mut stage).await;
    let alone = snapshot.groups.iter().any(|result| result.group == Group::Department("Service".to_owned()));
    println!("departments of four lifted over the threshold: {} of 1", u8::from(alone));
    assert!(!alone, "{snapshot:?}");
}

/// Everybody saw who joined. Were an "Other" to come about by their answer alone, or the count to go up a step, leads
/// would know that just this person answered.
#[tokio::test(flavor = "multi_thread")]
async fn p9_one_who_came_after_the_launch_and_answers_shows_nowhere() {
    let mut stage = launched_for_two().await;
    let company = &stage.company;
    mixed(&company.sales.people[..8], &post(&company.sales.channel).await).await;
    mixed(&company.service.people[..6], &post(&company.service.channel).await).await;
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    let newcomer = company.guild.add_member("Nora New", std::slice::from_ref(&company.service.role));
    let service = post(&company.service.channel).await;
    let told = opens(&newcomer, &service).await.text();
    assert!(told.contains("only if at least 5 of you who joined late answer, you included"), "{told}");
    answers(&newcomer, &service, CONTENT).await;
    let status = company.lead.runs("pulse status", &[]).await.expect("answered").text();
    let snapshot = results(&mut stage).await;
    let groups: Vec<_> = snapshot.groups.iter().map(|result| &result.group).collect();
    let pooled = groups.iter().filter(|group| ***group == Group::Other).count();
    println!("groups that came about by one answer: {pooled}");
    assert_eq!(groups, ["Sales", "Service"].map(|name| Group::Department(name.to_owned())).each_ref());
    assert_eq!(count(&snapshot, &Group::Company), Some(14));
    assert!(status.contains("At least **10** of"), "the results say 10 to 14, too: {status}");
}

/// Ten hold the role and leads say that there are twelve: a step of ten would tell that all ten have answered.
#[tokio::test(flavor = "multi_thread")]
async fn p9_a_headcount_given_by_hand_does_not_tell_that_everybody_has_answered() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let people = &company.sales.people[..10];
    company.sales.people[10..].iter().for_each(|other| other.loses(&company.sales.role));
    let larger = [("department", "Sales"), ("headcount", "12")];
    company.owner.runs("setup department edit", &larger).await.expect("answered");
    company.lead.runs("pulse launch", &[("departments", "Sales")]).await.expect("answered");
    let post = post(&company.sales.channel).await;
    mixed(&people[..9], &post).await;
    let nine = company.lead.runs("pulse status", &[]).await.expect("answered").text();
    mixed(&people[9..], &post).await;
    let ten = company.lead.runs("pulse status", &[]).await.expect("answered").text();
    println!("departments that are told to have answered altogether: {} of 1", u8::from(nine != ten));
    assert!(nine.contains("At least **5** of 12"), "{nine}");
    assert_eq!(nine, ten);
}

#[tokio::test(flavor = "multi_thread")]
async fn p14_what_was_taken_back_while_open_counts_nowhere_and_lies_nowhere() {
    let mut stage = launched().await;
    let company = &stage.company;
    let sales = post(&company.sales.channel).await;
    mixed(&company.sales.people[..8], &sales).await;
    let person = &company.sales.people[0];
    let asked = person.runs("mydata erase", &[]).await.expect("answered");
    let erased = person.clicks(&asked, "Delete my answers").await.expect("answered").text();
    assert!(erased.starts_with("Done: your answers"), "{erased}");
    let folder = stage.data.path().join(company.guild.id().to_string());
    let left = super::crowd::rows(&folder).await.len();
    let snapshot = results(&mut stage).await;
    println!("rows of people who took them back: {}", left - 7);
    assert_eq!((left, count(&snapshot, &Group::Company)), (7, Some(7)));
}

/// Between two waves one to four people leave or come, and everybody else says the same, or the opposite. If a trend
/// were shown, it would be about those few: everybody else's answers are known from the wave before.
#[test]
fn p8_between_two_waves_nobody_learns_what_the_few_said_who_left_or_came() {
    let mut shown = BTreeMap::new();
    for people in 12_u32..=40 {
        for change in -6_i64..=6 {
            let Ok(after) = u32::try_from(i64::from(people) + change) else { continue };
            let wave = |people: u32, swing: u32| {
                let points = (0..people).map(|person| if person % 3 < swing { 4 } else { 2 }).collect();
                World::of(&[("Sales", people, points), ("Service", 20, (0..20).map(|p| 1 + p % 5).collect())])
            };
            let (before, now) = (wave(people, 1), wave(after, 2));
            let summary = summary_of(&now, Some(&before));
            let rows = summary.rows.iter().chain(&summary.company);
            let sales = rows.filter(|row| row.group != Group::Department("Service".to_owned()));
            let trends = sales.flat_map(|row| &row.scores).filter(|score| score.trend != Trend::NothingToCompare);
            *shown.entry(change.unsigned_abs()).or_insert(0) += trends.count();
        }
    }
    println!("trends shown by how many people left or came: {shown:?}");
    assert!((1..=4).all(|few| shown[&few] == 0), "{shown:?}");
    assert!(shown[&0] > 0 && shown[&5] > 0, "the rule must not simply hide everything: {shown:?}");
}
