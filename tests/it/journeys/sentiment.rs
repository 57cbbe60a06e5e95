//! A lead reads what a sealed pulse says.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use groundswell::domain::clock::Clock;
use groundswell::domain::departments::Department;
use groundswell::domain::ids::{GuildId, UserId, WaveId};
use groundswell::domain::labels::{FearCode, Measure};
use groundswell::domain::pulses::{Choice, Point, Response};
use groundswell::domain::snapshot::Group;
use groundswell::domain::waves::{AskedDepartment, WaveState};
use groundswell::privacy::coarsen::{self, Partition};
use groundswell::privacy::suppression;
use groundswell::privacy::thresholds::Thresholds;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{File, Reply};
use groundswell::store::waves::NewWave;
use groundswell::store::{self, DataFolder, GuildStore};
use groundswell::texts::{Catalogue, Language};

use crate::support::Stage;

/// Lays a sealed wave into the database, as if it had closed now: per department, how many answered and which point
/// most of them gave to every item of attitude and to all others.
async fn seal_a_wave(stage: &mut Stage, answers: &[(&str, usize, [u8; 2])]) {
    stage.stop_bot().await;
    {
        let data = DataFolder::open(stage.data.path()).expect("not in use");
        let guild = GuildId::new(stage.company.guild.id().get()).expect("an id");
        let store = data.guild(guild).await.expect("a store");
        let wave = launched(stage, &store, answers).await;
        let mut tx = store.begin().await.expect("begun");
        let now = stage.clock.now();
        store::waves::mark_closed_at(&mut tx, wave, now).await.expect("marked");
        assert!(store::waves::mark_state(&mut tx, wave, WaveState::Open, WaveState::Sealed).await.expect("marked"));
        tx.commit().await.expect("committed");
        data.close().await;
    }
    stage.start_bot().await;
}

async fn launched(stage: &Stage, store: &GuildStore, answers: &[(&str, usize, [u8; 2])]) -> WaveId {
    let texts = Catalogue::built_in().expect("sound texts");
    let set = texts.question_set(&Language::english(), "default").expect("the default set");
    let mut tx = store.begin().await.expect("begun");
    let departments = store::departments::list_departments(&mut tx).await.expect("listed");
    let headcount = |name: &str| {
        let people = stage.company.departments().into_iter().find(|d| d.name == name).expect("there").people.len();
        u32::try_from(people).expect("few")
    };
    let asked: Vec<coarsen::AskedDepartment> = departments
        .iter()
        .map(|d| coarsen::AskedDepartment {
            id: d.id,
            name: d.name.to_string(),
            eligible: headcount(d.name.as_str()),
            holders: None,
        })
        .collect();
    let partition = Partition::at_launch(&asked, Thresholds::default());
    let now = stage.clock.now();
    let new = NewWave {
        set,
        partition: &partition,
        thresholds: Thresholds::default(),
        launched_at: now - TimeDelta::days(5),
        opens_at: now - TimeDelta::days(5),
        closes_at: now,
        state: WaveState::Open,
        series: None,
        launched_by: UserId::new(stage.company.lead.id().get()).expect("an id"),
    };
    let wave = store::waves::insert_wave(&mut tx, new).await.expect("inserted");
    for d in &departments {
        let eligible = headcount(d.name.as_str());
        let asked = AskedDepartment { id: d.id, name: d.name.to_string(), role: d.role, channel: d.channel, eligible };
        store::waves::insert_wave_department(&mut tx, wave, &asked).await.expect("inserted");
    }
    let responses: Vec<(Group, Response)> = departments
        .iter()
        .flat_map(|d| {
            let (_, count, points) = *answers.iter().find(|(name, ..)| *name == d.name.as_str()).expect("answers");
            (0..count).map(move |person| (d, person, points))
        })
        .map(|(d, person, points)| (partition.group_of(d.id), response(d, person, points, &set.items)))
        .collect();
    let snapshot = suppression::snapshot(&partition, &set.items, &responses, Thresholds::default());
    store::snapshots::insert_snapshot(&mut tx, wave, &snapshot).await.expect("inserted");
    tx.commit().await.expect("committed");
    wave
}

/// Every fourth person thinks otherwise than most.
fn response(
    department: &Department,
    person: usize,
    points: [u8; 2],
    items: &[groundswell::domain::pulses::Item],
) -> Response {
    let mut response = Response::new(department.id);
    for item in items {
        let point = if item.measure == Measure::Attitude { points[0] } else { points[1] };
        let point = if person % 4 == 3 { 6 - point } else { point };
        response.choices.insert(item.id.clone(), Choice::Point(Point::try_from(point).expect("1 to 5")));
    }
    let fear = if person.is_multiple_of(2) { FearCode::Workload } else { FearCode::Skill };
    response.fears = Some(BTreeSet::from([fear]));
    response.finished = true;
    response
}

fn picture(reply: &Reply) -> File {
    let files = reply.attachments();
    assert_eq!(files.len(), 1);
    files[0].clone()
}

/// Width and height, from the PNG's own head (PNG specification, 11.2.2), once all of it has been decoded.
fn size(file: &File) -> (u32, u32) {
    let decoded = resvg::tiny_skia::Pixmap::decode_png(&file.bytes).expect("a sound PNG");
    (decoded.width(), decoded.height())
}

/// A page as people see it, but for how long ago things were.
fn masked(text: &str) -> String {
    let ago = regex::Regex::new(r"\(\w+ \w+ ago\)").expect("a pattern");
    ago.replace_all(text, "(AGO)").into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_reads_the_summary_of_a_closed_pulse_with_its_picture() {
    let mut stage = Stage::set_up().await;
    let workload = [("kind", "conflicting_metric"), ("about", "incentive"), ("severity", "3")];
    let form = stage.company.champion.runs("champion report", &workload).await.expect("answered").form();
    let heard = [("What did you hear?", "Our bonus still counts calls")];
    stage.company.champion.submits(&form.expect("a form"), &heard).await.expect("answered");
    seal_a_wave(&mut stage, &[("Sales", 11, [2, 4]), ("Service", 7, [5, 4]), ("Legal", 3, [1, 1])]).await;

    let summary = stage.company.lead.runs("sentiment summary", &[]).await.expect("answered");
    assert!(summary.is_ephemeral());
    let details = summary.follow_up(0).await.expect("a second page");
    assert!(details.is_ephemeral());
    insta::assert_snapshot!("summary", masked(&summary.rendered()));
    insta::assert_snapshot!("summary_details", masked(&details.rendered()));

    let picture = picture(&summary);
    let (width, height) = size(&picture);
    assert!(width == 1280 && height > 400, "{width} × {height}");
    insta::assert_snapshot!("summary_alt", picture.alt);
    if let Ok(folder) = std::env::var("GROUNDSWELL_TEST_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("summary.png"), &picture.bytes).expect("written");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_department_is_pooled_and_never_shown_by_itself() {
    let mut stage = Stage::set_up().await;
    seal_a_wave(&mut stage, &[("Sales", 11, [2, 4]), ("Service", 7, [5, 4]), ("Legal", 3, [1, 1])]).await;
    let lead = stage.company.lead.clone();
    let legal = lead.runs("sentiment summary", &[("department", "legal")]).await.expect("answered");
    insta::assert_snapshot!("summary_pooled", masked(&legal.rendered()));
    assert!(!picture(&legal).alt.contains("Legal:"), "{}", picture(&legal).alt);
    let sales = lead.runs("sentiment summary", &[("department", "Sales")]).await.expect("answered");
    let text = sales.rendered();
    assert!(text.contains("Sales") && !text.contains("Legal"), "{text}");
    let nobody = lead.runs("sentiment summary", &[("department", "Slaes")]).await.expect("answered").text();
    assert!(nobody.contains("didn't ask a department called Slaes"), "{nobody}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_whose_answers_are_too_few_is_named_without_a_number() {
    let mut stage = Stage::set_up().await;
    seal_a_wave(&mut stage, &[("Sales", 3, [2, 4]), ("Service", 1, [5, 4]), ("Legal", 0, [1, 1])]).await;
    let lead = stage.company.lead.clone();
    let summary = lead.runs("sentiment summary", &[]).await.expect("answered");
    let text = summary.rendered();
    assert!(text.contains("Fewer than 5 people answered"), "{text}");
    assert!(!text.contains('%') || text.contains("Favourable answers in %"), "{text}");
    assert!(!picture(&summary).alt.contains('%'), "{}", picture(&summary).alt);
    let sales = lead.runs("sentiment summary", &[("department", "Sales")]).await.expect("answered").text();
    assert!(sales.contains("can't be shown by itself"), "{sales}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_wave_is_compared_with_the_first_and_the_first_is_still_there() {
    let mut stage = Stage::set_up().await;
    seal_a_wave(&mut stage, &[("Sales", 12, [1, 4]), ("Service", 8, [2, 4]), ("Legal", 4, [2, 2])]).await;
    stage.clock.advance(TimeDelta::days(35));
    seal_a_wave(&mut stage, &[("Sales", 12, [5, 4]), ("Service", 8, [2, 4]), ("Legal", 4, [2, 2])]).await;
    let lead = stage.company.lead.clone();
    let summary = lead.runs("sentiment summary", &[]).await.expect("answered");
    let details = summary.follow_up(0).await.expect("a second page").rendered();
    insta::assert_snapshot!("summary_compared", masked(&summary.rendered()));
    assert!(details.contains("rose"), "{details}");

    let waves = lead.autocompletes("sentiment summary", "wave", "2026").await.expect("answered");
    assert_eq!(waves.len(), 2);
    let first = lead.runs("sentiment summary", &[("wave", &waves[1].1)]).await.expect("answered").rendered();
    assert!(first.contains("Closed 2026-11-02") && !first.contains('↑'), "{first}");
    let wrong = lead.runs("sentiment summary", &[("wave", "99")]).await.expect("answered").text();
    assert!(wrong.starts_with("There are no results of that pulse"), "{wrong}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_closed_pulse_there_is_a_sentence_and_only_leads_may_ask() {
    let stage = Stage::set_up().await;
    let none = stage.company.lead.runs("sentiment summary", &[]).await.expect("answered").text();
    assert!(none.contains("no pulse has closed"), "{none}");
    for other in [&stage.company.champion, &stage.company.owner] {
        let refused = other.runs("sentiment summary", &[]).await.expect("answered").text();
        assert!(refused.starts_with("This is for project leads"), "{refused}");
        let waves = other.autocompletes("sentiment summary", "wave", "").await.expect("answered");
        assert!(waves.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_announced_since_the_last_pulse_shows_how_far_it_reached() {
    let mut stage = Stage::set_up().await;
    let company = &stage.company;
    let form = company.lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "One list"), ("body", "One list of customers."), ("benefit", "Less typing."), ("ask", "")];
    let preview = company.lead.submits(&form, &words).await.expect("answered");
    company.lead.clicks(&preview, "Post now").await.expect("answered");
    let post = company.sales.channel.shows("One list").await.expect("posted");
    for person in &company.sales.people[..9] {
        person.clicks(&post, "Understood").await.expect("answered");
    }
    let worried = &company.sales.people[10];
    let asked = worried.clicks(&post, "This worries me").await.expect("answered");
    let form = worried.selects(&asked, "What worries you?", &["Workload"]).await.expect("answered").form();
    worried.submits(&form.expect("a form"), &[]).await.expect("answered");

    seal_a_wave(&mut stage, &[("Sales", 11, [2, 4]), ("Service", 7, [5, 4]), ("Legal", 3, [1, 1])]).await;
    let summary = stage.company.lead.runs("sentiment summary", &[]).await.expect("answered");
    let details = summary.follow_up(0).await.expect("a second page").rendered();
    let (sales, others) = details.split_once("Next:").expect("Sales first");
    assert!(sales.contains("Understood 75 % · Worries 0–4"), "{sales}");
    // Service is large enough to be told, Legal, which counts with it, is not.
    assert!(others.contains("Understood, larger departments 0 % ·\n    Worries 0–4"), "{others}");
    assert!(others.contains("Understood, larger departments 45 % ·\n    Worries 0–4"), "everybody: {others}");
}

#[tokio::test(flavor = "multi_thread")]
async fn worries_that_leads_were_said_not_to_see_count_in_no_summary() {
    let mut stage = Stage::set_up().await;
    let company = &stage.company;
    let form = company.lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "One list"), ("body", "One list of customers."), ("benefit", "Less typing."), ("ask", "")];
    let preview = company.lead.submits(&form, &words).await.expect("answered");
    company.lead.clicks(&preview, "Post now").await.expect("answered");
    let post = company.sales.channel.shows("One list").await.expect("posted");
    let counts = Which::of("GET", "/guilds/*/roles/member-counts");
    let uncounted = stage.standin.faults().until_cleared(counts, Fault::Status { code: 403, html: false });
    for person in &company.sales.people[1..7] {
        let asked = person.clicks(&post, "This worries me").await.expect("answered");
        let form = person.selects(&asked, "What worries you?", &["Workload"]).await.expect("answered").form();
        let kept = person.submits(&form.expect("a form"), &[]).await.expect("answered").text();
        assert!(kept.contains("leads don't see it"), "{kept}");
    }
    stage.standin.faults().clear(uncounted);
    seal_a_wave(&mut stage, &[("Sales", 11, [2, 4]), ("Service", 7, [5, 4]), ("Legal", 3, [1, 1])]).await;
    let summary = stage.company.lead.runs("sentiment summary", &[]).await.expect("answered");
    let details = summary.follow_up(0).await.expect("a second page").rendered();
    let (sales, _) = details.split_once("Next:").expect("Sales first");
    assert!(sales.contains("Worries 0–4"), "{sales}");
}
