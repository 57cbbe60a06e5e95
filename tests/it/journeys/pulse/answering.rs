//! One person's way through a pulse.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_person_goes_through_the_pulse_and_sees_what_becomes_of_the_answers() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let person = &stage.company.sales.people[1];
    let mut seen = Vec::new();
    let mut screen = opens(person, &sales).await;
    assert!(screen.is_ephemeral());
    seen.push(screen.rendered());
    for label in
        ["Begin", "Agree", "Can't say", "Back", "Disagree", "Neither", "Agree", "Agree", "Agree", "Strongly agree"]
    {
        screen = person.clicks(&screen, label).await.expect("answered");
        seen.push(screen.rendered());
    }
    screen = person.selects(&screen, "Pick up to 3", &["Workload", "Learning it"]).await.expect("answered");
    seen.push(screen.rendered());
    screen = person.clicks(&screen, "Next").await.expect("answered");
    seen.push(screen.rendered());
    let form = person.clicks(&screen, "Write a comment").await.expect("answered").form().expect("a form");
    seen.push(form.rendered());
    let comment = "Ask @Bob Boss, bob@nordlicht.example, he *never* listens.";
    screen = person.submits(&form, &[("comment", comment)]).await.expect("answered");
    seen.push(screen.rendered());
    screen = person.clicks(&screen, "Finish").await.expect("answered");
    seen.push(screen.rendered());
    insta::assert_snapshot!("screens", seen.join("\n\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_and_coming_back_resumes_also_after_a_restart() {
    let mut stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let person = stage.company.sales.people[2].clone();
    let mut screen = person.clicks(&opens(&person, &sales).await, "Begin").await.expect("answered");
    for _ in 0..3 {
        screen = person.clicks(&screen, "Agree").await.expect("answered");
    }
    stage.restart_bot().await;
    let back = opens(&person, &sales).await;
    assert!(back.text().contains("Welcome back") && back.text().contains("4 of 7"), "{}", back.rendered());
    // The old screen still works, too.
    let next = person.clicks(&screen, "Neither").await.expect("answered");
    assert!(next.text().contains("5 of 7"), "{}", next.rendered());
}

/// Discord tells of both before the first is answered, so the bot reads them together.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_taps_at_once_the_later_one_counts() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    for (round, person) in stage.company.sales.people.iter().enumerate() {
        let screen = opens(person, &sales).await;
        for (earlier, later, label) in [(1, 5, "Strongly agree"), (4, 2, "Disagree")] {
            let tap = |point: u8| format!("v1:pulse:answer:1:0:{point}");
            let taps: Vec<_> = (0..8).map(|_| tap(earlier)).chain([tap(later)]).collect();
            let all = taps.iter().map(|tap| person.clicks_custom_id(&screen, tap));
            for answered in futures::future::join_all(all).await {
                answered.expect("answered");
            }
            let first = person.clicks_custom_id(&screen, "v1:pulse:show:1:0").await.expect("answered");
            let chosen: Vec<_> = first.buttons().into_iter().filter(|b| b.style == 3).map(|b| b.label).collect();
            assert_eq!(chosen, [label], "of person {round}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_can_be_changed_until_the_close() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let person = &stage.company.sales.people[3];
    let done = answers(person, &sales, CONTENT).await;
    let first = person.clicks(&done, "Change my answers").await.expect("answered");
    person.clicks(&first, "Strongly disagree").await.expect("answered");
    let again = person.clicks(&opens(person, &sales).await, "Change my answers").await.expect("answered");
    let chosen: Vec<_> = again.buttons().into_iter().filter(|button| button.style == 3).map(|b| b.label).collect();
    assert_eq!(chosen, ["Strongly disagree"]);
    stage.clock.set(crate::support::berlin(2026, 11, 9, 17, 0));
    let late = person.clicks(&first, "Agree").await.expect("answered").text();
    assert!(late.starts_with("This pulse has closed"), "{late}");
}

#[tokio::test(flavor = "multi_thread")]
async fn taps_from_two_clients_at_once_keep_one_row_and_the_last_value() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let person = &stage.company.sales.people[4];
    let (one, other) = (opens(person, &sales).await, opens(person, &sales).await);
    let one = person.clicks(&one, "Begin").await.expect("answered");
    let other = person.clicks(&other, "Begin").await.expect("answered");
    let taps =
        (0..10).map(|i| person.clicks_custom_id(if i % 2 == 0 { &one } else { &other }, "v1:pulse:answer:1:0:4"));
    for tap in futures::future::join_all(taps).await {
        assert!(tap.expect("answered").text().contains("2 of 7"));
    }
    person.clicks_custom_id(&one, "v1:pulse:answer:1:0:2").await.expect("answered");
    let first = person.clicks_custom_id(&opens(person, &sales).await, "v1:pulse:show:1:0").await.expect("answered");
    let chosen: Vec<_> = first.buttons().into_iter().filter(|button| button.style == 3).map(|b| b.label).collect();
    assert_eq!(chosen, ["Disagree"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_department_roles_are_asked_about_once_and_none_gets_a_sentence() {
    let stage = launched().await;
    let company = &stage.company;
    let sales = post(&company.sales.channel).await;
    let both = &company.sales.people[5];
    both.gets(&company.service.role);
    let asked = opens(both, &sales).await;
    assert!(asked.text().contains("For which one do you answer?"), "{}", asked.rendered());
    let early = both.clicks_custom_id(&asked, "v1:pulse:answer:1:0:4").await.expect("answered").text();
    assert!(early.contains("choose your department first"), "{early}");
    let forged = both.selects_custom_id(&asked, "v1:pulse:department:1", &["3"]).await.expect("answered").text();
    assert!(forged.contains("This has moved on"), "Legal isn't theirs: {forged}");
    let chosen = both.selects(&asked, "My department", &["Service"]).await.expect("answered");
    assert!(chosen.text().contains("You count under **Other**: Service is shown"), "{}", chosen.text());
    both.loses(&company.service.role);
    let again = opens(both, &sales).await.text();
    assert!(again.contains("You count under **Other**: Service is shown"), "the choice holds: {again}");

    let nobody = company.sales.people[6].clone();
    let seen_before = opens(&nobody, &sales).await;
    nobody.loses(&company.sales.role);
    company.sales.channel.overwrite_role(&company.guild.role("@everyone").expect("everyone"), 1 << 10, 0);
    let refused = nobody.clicks(&seen_before, "Begin").await.expect("answered").text();
    assert!(refused.contains("you have no department role") && refused.contains("<@&"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn small_departments_and_newcomers_are_told_that_they_count_under_other() {
    let stage = launched().await;
    let company = &stage.company;
    let legal = opens(&company.legal.people[0], &post(&company.legal.channel).await).await.text();
    assert!(legal.contains("You count under **Other**: Legal is shown"), "{legal}");
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    let newcomer = company.guild.add_member("Nora New", std::slice::from_ref(&company.sales.role));
    let late = opens(&newcomer, &post(&company.sales.channel).await).await.text();
    assert!(late.contains("because you joined after it was fixed who is asked"), "{late}");
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_custom_ids_change_nothing() {
    let stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let person = &stage.company.sales.people[7];
    let screen = person.clicks(&opens(person, &sales).await, "Begin").await.expect("answered");
    for (forged, sentence) in [
        ("v1:pulse:answer:1:7:4", "This has moved on"),
        ("v1:pulse:answer:1:0:6", "This button isn't one that I know"),
        ("v1:pulse:answer:2:0:4", "This button isn't one that I know"),
        ("v1:pulse:answer:9223372036854775807:0:4", "This button isn't one that I know"),
        ("v1:pulse:show:1:9", "This has moved on"),
        ("v1:pulse:start:-1", "This button isn't one that I know"),
    ] {
        let refused = person.clicks_custom_id(&screen, forged).await.expect("answered").text();
        assert!(refused.starts_with(sentence), "{forged}: {refused}");
    }
    let four = ["turf", "process", "role", "skill"];
    let refused = person.selects_custom_id(&screen, "v1:pulse:fears:1", &four).await.expect("answered").text();
    assert!(refused.starts_with("This has moved on"), "{refused}");
    let unknown = person.selects_custom_id(&screen, "v1:pulse:fears:1", &["boredom"]).await.expect("answered").text();
    assert!(unknown.starts_with("This has moved on"), "{unknown}");
    let still = opens(person, &sales).await;
    assert!(
        still.text().contains("Begin") || still.buttons()[0].label == "Begin",
        "nothing stored: {}",
        still.rendered()
    );
}
