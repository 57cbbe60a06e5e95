//! Attacks on pulses through what leads can do.

use chrono::TimeDelta;

use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, cancels, closes, launched, post};

/// A lead launches and says how it went.
async fn launches(stage: &Stage, departments: Option<&str>) -> String {
    let options: Vec<_> = departments.into_iter().map(|names| ("departments", names)).collect();
    launches_with(stage, &options).await
}

/// Whatever it costs.
async fn launches_with(stage: &Stage, options: &[(&str, &str)]) -> String {
    let options = [options, &[("over-budget", "Yes")]].concat();
    stage.company.lead.runs("pulse launch", &options).await.expect("answered").text()
}

/// Everybody is asked and answers; the pulse closes.
async fn closed() -> Stage {
    let stage = launched().await;
    let company = &stage.company;
    all_answer(&company.sales.people, &post(&company.sales.channel).await, CONTENT).await;
    all_answer(&company.service.people, &post(&company.service.channel).await, CONTENT).await;
    let gloomy = Says { points: "Disagree", ..CONTENT };
    all_answer(&company.legal.people, &post(&company.legal.channel).await, gloomy).await;
    stage.clock.set(crate::support::berlin(2026, 11, 9, 17, 0));
    company.leads_channel.shows("In short").await.expect("told");
    stage
}

/// As soon as five have answered there is a result; with the sixth another one.
#[tokio::test(flavor = "multi_thread")]
async fn closing_early_asking_the_same_people_again_and_subtracting() {
    let stage = launched().await;
    let company = &stage.company;
    all_answer(&company.sales.people[..5], &post(&company.sales.channel).await, CONTENT).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let mut launched = 0;
    for departments in [None, Some("Sales"), Some("Sales, Service")] {
        launched += usize::from(!launches(&stage, departments).await.contains("by the difference"));
    }
    println!("pulses for the same people after one that was closed early: {launched} of 3");
    assert_eq!(launched, 0);
    stage.clock.advance(TimeDelta::days(14) + TimeDelta::seconds(1));
    let later = launches(&stage, None).await;
    assert!(later.starts_with("**Launched"), "people think anew: {later}");
}

/// As before, but the close is the planned one: it came after twenty minutes.
#[tokio::test(flavor = "multi_thread")]
async fn planning_a_very_early_close_asking_the_same_people_again_and_subtracting() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    assert!(launches_with(&stage, &[("closes", "in 20 minutes")]).await.starts_with("**Launched"));
    all_answer(&company.sales.people[..5], &post(&company.sales.channel).await, CONTENT).await;
    stage.clock.advance(TimeDelta::minutes(21));
    company.leads_channel.shows("In short").await.expect("told");
    let mut launched = 0;
    for options in [&[][..], &[("departments", "Sales")], &[("opens", "in 10 days")]] {
        launched += usize::from(!launches_with(&stage, options).await.contains("by the difference"));
    }
    println!("pulses for the same people after one that was open for minutes: {launched} of 3");
    assert_eq!(launched, 0);
    stage.clock.advance(TimeDelta::days(14) + TimeDelta::seconds(1));
    let later = launches(&stage, None).await;
    assert!(later.starts_with("**Launched"), "people think anew: {later}");
}

/// The other way round: the pulse of minutes comes after the whole one, or before the next that is planned.
#[tokio::test(flavor = "multi_thread")]
async fn asking_for_minutes_beside_a_whole_pulse_and_subtracting() {
    let stage = closed().await;
    stage.clock.advance(TimeDelta::days(4));
    let mut launched = 0;
    launched += usize::from(!launches_with(&stage, &[("closes", "in 20 minutes")]).await.contains("by the difference"));
    stage.clock.advance(TimeDelta::days(11));
    assert!(launches_with(&stage, &[("opens", "in 10 days")]).await.starts_with("**Planned"));
    launched += usize::from(!launches_with(&stage, &[("closes", "in 20 minutes")]).await.contains("by the difference"));
    println!("pulses of minutes within two weeks of a whole one: {launched} of 2");
    assert_eq!(launched, 0);
}

/// Within hours people have not changed their minds, and one more has answered.
#[tokio::test(flavor = "multi_thread")]
async fn asking_the_same_people_again_at_once_and_subtracting() {
    let stage = closed().await;
    let mut launched = 0;
    for options in [&[][..], &[("opens", "in 2 days")]] {
        launched += usize::from(!launches_with(&stage, options).await.contains("by the difference"));
    }
    stage.clock.advance(TimeDelta::days(3));
    assert!(launches_with(&stage, &[("opens", "in 5 days")]).await.starts_with("**Planned"), "after three days");
    for closes in ["in 3 days", "in 4 days"] {
        launched += usize::from(!launches_with(&stage, &[("closes", closes)]).await.contains("by the difference"));
    }
    println!("pulses for the same people within three days: {launched} of 4");
    assert_eq!(launched, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_again_without_the_small_department_and_subtracting() {
    let stage = closed().await;
    let mut launched = 0;
    for others in ["Sales, Service", "Service", "Service, Legal"] {
        let told = launches(&stage, Some(others)).await;
        launched += usize::from(!(told.contains("by the difference") && told.contains("Legal, Sales, Service")));
    }
    println!("pulses for another selection within two weeks: {launched} of 3");
    assert_eq!(launched, 0);
    let posts = stage.company.service.channel.messages();
    assert!(posts.iter().all(|post| !post.all_text().contains("Open until")), "nothing was launched");
    stage.clock.advance(TimeDelta::days(3));
    let same = launches(&stage, None).await;
    assert!(same.starts_with("**Launched"), "the same people may be asked again: {same}");
    // Called off, it has no result that could be subtracted.
    cancels(&stage.company.lead).await;
    stage.clock.advance(TimeDelta::days(14) + TimeDelta::seconds(1));
    let later = launches(&stage, Some("Sales, Service")).await;
    assert!(later.starts_with("**Launched"), "people think anew: {later}");
}

/// The same selection, passed off as other departments: removed and added again, or with a role that all but one hold.
#[tokio::test(flavor = "multi_thread")]
async fn asking_the_same_people_again_under_departments_made_anew_and_subtracting() {
    let stage = closed().await;
    let company = &stage.company;
    for department in [&company.sales, &company.service] {
        let named = [("department", department.name)];
        company.owner.runs("setup department remove", &named).await.expect("answered");
        let (role, channel) = (department.role.mention(), department.channel.mention());
        let anew = [("name", department.name), ("role", &role), ("channel", &channel)];
        company.owner.runs("setup department add", &anew).await.expect("answered");
    }
    let mut launched = 0;
    for departments in ["Sales, Service", "Service"] {
        launched += usize::from(!launches(&stage, Some(departments)).await.contains("by the difference"));
        cancels(&company.lead).await;
    }
    let all_but_one = company.guild.add_role("All but one");
    company.service.people[1..].iter().for_each(|person| person.gets(&all_but_one));
    let other = all_but_one.mention();
    let edit = [("department", "Service"), ("role", other.as_str())];
    company.owner.runs("setup department edit", &edit).await.expect("answered");
    launched += usize::from(!launches(&stage, None).await.contains("by the difference"));
    println!("pulses for others of the same people, within two weeks: {launched} of 3");
    assert_eq!(launched, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_twice_at_once_and_subtracting() {
    let stage = launched().await;
    let mut both = 0;
    for departments in [Some("Sales, Service"), Some("Service"), None] {
        both += usize::from(launches(&stage, departments).await.starts_with("**Launched"));
    }
    println!("second pulses for the same people beside an open one: {both} of 3");
    assert_eq!(both, 0);
}

/// The statements are others, the fears are the same: each set asks about them, and for a comment.
#[tokio::test(flavor = "multi_thread")]
async fn asking_other_statements_of_a_part_of_them_and_subtracting_what_worries_them() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let both = [("set", "before"), ("departments", "Sales, Legal")];
    let part = [("set", "plus_12"), ("departments", "Sales")];
    assert!(launches_with(&stage, &both).await.starts_with("**Launched"));
    let mut launched = usize::from(launches_with(&stage, &part).await.starts_with("**Launched"));
    all_answer(&company.sales.people, &post(&company.sales.channel).await, CONTENT).await;
    stage.clock.set(crate::support::berlin(2026, 11, 9, 17, 0));
    company.leads_channel.shows("In short").await.expect("told");
    launched += usize::from(!launches_with(&stage, &part).await.contains("by the difference"));
    stage.clock.advance(TimeDelta::days(4));
    launched += usize::from(!launches_with(&stage, &part).await.contains("by the difference"));
    println!("pulses with other statements for a part of the same people: {launched} of 3");
    assert_eq!(launched, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_as_soon_as_four_have_answered() {
    let stage = launched().await;
    let company = &stage.company;
    all_answer(&company.legal.people, &post(&company.legal.channel).await, CONTENT).await;
    closes(&company.lead).await;
    company.leads_channel.shows("In short").await.expect("told");
    let all = company.lead.runs("sentiment summary", &[]).await.expect("answered");
    let told = !all.rendered().contains("Fewer than 5 people answered");
    println!("results of four people told: {} of 1", u8::from(told));
    assert!(!told, "{}", all.rendered());
    for department in ["Legal", "Sales", "Service"] {
        let one = company.lead.runs("sentiment summary", &[("department", department)]).await.expect("answered").text();
        assert!(one.contains("can't be shown by itself"), "{one}");
    }
}
