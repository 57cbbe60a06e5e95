//! What people do that nobody planned for, and what the world does to a pulse that is open.

use chrono::TimeDelta;
use groundswell::sandbox::language::{Reply, Visibility};

use super::*;
use crate::support::berlin;

async fn begins(person: &groundswell::sandbox::language::Member, stage: &Stage) -> Reply {
    person.clicks(&opens(person, &post(&stage.company.sales.channel).await).await, "Begin").await.expect("answered")
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_for_a_pulse_that_was_called_off_are_told_so_and_kept_nowhere() {
    let stage = launched().await;
    let person = &stage.company.sales.people[1];
    let screen = begins(person, &stage).await;
    person.clicks(&screen, "Agree").await.expect("answered");
    cancels(&stage.company.lead).await;
    for replayed in ["v1:pulse:answer:1:1:4", "v1:pulse:finish:1", "v1:pulse:start:1", "v1:pulse:comment:1"] {
        let refused = person.clicks_custom_id(&screen, replayed).await.expect("answered").text();
        assert!(refused.starts_with("This pulse was called off"), "{replayed}: {refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn replayed_clicks_change_nothing_that_was_said_after_them() {
    let stage = launched().await;
    let person = &stage.company.sales.people[1];
    let done = answers(person, &post(&stage.company.sales.channel).await, CONTENT).await;
    // Discord and clients deliver twice now and then: the same control says the same again, as often as it comes.
    for _ in 0..3 {
        for replayed in ["v1:pulse:finish:1", "v1:pulse:answer:1:6:4", "v1:pulse:nofears:1"] {
            person.clicks_custom_id(&done, replayed).await.expect("answered");
        }
    }
    let again = opens(person, &post(&stage.company.sales.channel).await).await;
    assert!(again.text().contains("your answers are saved"), "{}", again.rendered());
    stage.company.lead.runs("pulse close", &[]).await.expect("asked");
    let status = stage.company.lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains("can't say yet that five have"), "one person, however often: {status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_120_taps_in_a_minute_are_refused_and_what_was_saved_stays() {
    let stage = launched().await;
    let person = &stage.company.sales.people[1];
    let screen = begins(person, &stage).await;
    let mut refused = 0;
    let mut last = 0;
    for tap in 0..200 {
        let point = 1 + tap % 5;
        let told =
            person.clicks_custom_id(&screen, &format!("v1:pulse:answer:1:0:{point}")).await.expect("answered").text();
        if told.starts_with("That was more than 120 taps within a minute") {
            refused += 1;
        } else {
            assert!(told.contains("Saved"), "{told}");
            last = point;
        }
    }
    // The minute may turn meanwhile on a slow machine, but nobody gets more than 120 in one.
    assert!(refused > 0, "200 taps went through");
    let other = &stage.company.sales.people[2];
    let free = other.clicks(&begins(other, &stage).await, "Agree").await.expect("answered").text();
    assert!(free.contains("Saved"), "one person's taps hinder nobody else: {free}");
    stage.clock.advance(TimeDelta::minutes(1));
    let first = person.clicks_custom_id(&screen, "v1:pulse:show:1:0").await.expect("answered");
    let chosen: Vec<_> = first.buttons().into_iter().filter(|button| button.style == 3).map(|b| b.label).collect();
    let labels = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
    assert_eq!(chosen, [labels[last - 1]], "the last tap that was acknowledged");
    let again = person.clicks_custom_id(&screen, "v1:pulse:answer:1:0:4").await.expect("answered").text();
    assert!(again.contains("Saved"), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn comments_of_any_kind_are_kept_as_text_or_refused_by_length() {
    let stage = launched().await;
    let person = &stage.company.sales.people[1];
    let mut screen = answers(person, &post(&stage.company.sales.channel).await, CONTENT).await;
    screen = person.clicks_custom_id(&screen, "v1:pulse:show:1:8").await.expect("answered");
    for (written, shown) in [
        ("🙃🙃🙃", Some("🙃🙃🙃")),
        ("a\u{202e}b\u{200b}c @everyone [x](http://x.example)", Some("abc")),
        ("   \n\t ", None),
        ("\u{200b}\u{2060}", None),
    ] {
        let form =
            person.clicks_custom_id(&screen, "v1:pulse:comment:1").await.expect("answered").form().expect("a form");
        screen = person.submits(&form, &[("comment", written)]).await.expect("answered");
        assert!(screen.text().contains("Saved"), "{}", screen.rendered());
        let preview = screen.embeds().first().map(|embed| embed.description.clone());
        match shown {
            Some(shown) => {
                let preview = preview.expect("a preview");
                assert!(preview.contains(shown), "{preview}");
                assert!(!preview.contains(['\u{202e}', '\u{200b}']) && !preview.contains("@everyone"), "{preview:?}");
            }
            None => assert_eq!(preview, None, "nothing to read is no comment: {written:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_of_4000_characters_is_refused_and_what_was_saved_before_is_kept() {
    let mut stage = launched().await;
    answers(&stage.company.sales.people[1], &post(&stage.company.sales.channel).await, CONTENT).await;
    stage.stop_bot().await;
    let services = services(&stage);
    let wave = groundswell::domain::ids::WaveId::new(1).expect("from 1");
    let actor = groundswell::service::actor::Actor {
        guild: guild(&stage),
        user: groundswell::domain::ids::UserId::new(stage.company.sales.people[1].id().get()).expect("an id"),
        name: String::new(),
        roles: vec![groundswell::domain::ids::RoleId::new(stage.company.sales.role.id().get()).expect("an id")],
        joined_at: None,
        manages_server: false,
        language: groundswell::texts::Language::english(),
    };
    use groundswell::service::pulses::answering;
    answering::comment(&services, &actor, wave, "Shorter.").await.expect("saved");
    let refused = answering::comment(&services, &actor, wave, &"ü".repeat(4_000)).await.expect_err("too long");
    assert_eq!(refused.to_string(), "pulse.error.comment_long");
    let session = answering::resume(&services, &actor, wave).await.expect("there");
    assert_eq!(session.response.comment.as_deref(), Some("Shorter."));
    services.data.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_lost_after_the_first_answer_changes_nothing_and_before_it_there_is_no_answer() {
    let stage = launched().await;
    let (sales, company) = (post(&stage.company.sales.channel).await, &stage.company);
    company.sales.channel.overwrite_role(&company.guild.role("@everyone").expect("everyone"), 1 << 10, 0);
    let answered = &company.sales.people[1];
    let screen = begins(answered, &stage).await;
    let next = answered.clicks(&screen, "Agree").await.expect("answered");
    answered.loses(&company.sales.role);
    let on = answered.clicks(&next, "Agree").await.expect("answered").text();
    assert!(on.contains("Saved") && on.contains("3 of 7"), "{on}");
    let late = &company.sales.people[2];
    late.loses(&company.sales.role);
    let refused = opens(late, &sales).await.text();
    assert!(refused.contains("no department role"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_post_is_made_again_once_and_leads_are_told() {
    let mut stage = launched().await;
    let sales = stage.company.sales.channel.clone();
    all_answer(&stage.company.sales.people[..6], &post(&sales).await, CONTENT).await;
    sales.deletes(&post(&sales).await);
    stage.clock.set(berlin(2026, 11, 3, 8, 2));
    stage.company.leads_channel.shows("was deleted, so I posted it again").await.expect("told");
    let again = post(&sales).await;
    let screen = opens(&stage.company.sales.people[1], &again).await;
    assert!(screen.text().contains("your answers are saved"), "{}", screen.rendered());
    stage.restart_bot().await;
    assert_eq!(sales.messages().len(), 1, "{}", sales.rendered());

    sales.deletes(&again);
    stage.clock.set(berlin(2026, 11, 4, 8, 4));
    stage.company.leads_channel.shows("was deleted again").await.expect("told");
    stage.clock.set(berlin(2026, 11, 5, 9, 2));
    stage.company.service.channel.shows("is still open").await.expect("reminded");
    assert!(sales.messages().is_empty(), "neither a third post nor a reminder of it: {}", sales.rendered());
    let status = stage.company.lead.runs("pulse status", &[]).await.expect("answered").text();
    assert!(status.contains("❌") && status.contains("**Sales**"), "{status}");
    stage.clock.set(berlin(2026, 11, 9, 17, 1));
    stage.company.leads_channel.shows("these results are final").await.expect("what was answered counts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_that_is_gone_pauses_the_pulse_there_and_a_role_that_is_gone_freezes_its_department() {
    let stage = launched().await;
    let company = &stage.company;
    company.sales.channel.delete();
    company.service.role.delete();
    // A reminder is due: what it stands on is looked at first.
    stage.clock.set(berlin(2026, 11, 5, 9, 1));
    company.leads_channel.shows("is paused there").await.expect("told");
    let role = company.leads_channel.shows("The role of **Service** no longer exists").await.expect("told");
    assert!(role.pings().is_empty());
    company.legal.channel.shows("is still open").await.expect("the others go on");
    let moved = company.guild.add_channel("sales-new", Visibility::Roles(std::slice::from_ref(&company.sales.role)));
    let options = [("department", "Sales"), ("channel", &moved.mention())];
    company.owner.runs("setup department edit", &options).await.expect("answered");
    let post = moved.shows_where("the pulse", |message| !message.buttons().is_empty()).await.expect("it goes on");
    let screen = company.sales.people[1].clicks(&post, "Answer privately").await.expect("answered");
    assert!(screen.text().contains("Sales"), "{}", screen.text());
    cancels(&company.lead).await;
    let again = company.lead.runs("pulse launch", &[]).await.expect("answered").text();
    assert!(!again.contains("**Service**"), "{again}");
    let named = company.lead.runs("pulse launch", &[("departments", "Service")]).await.expect("answered").text();
    assert!(named.contains("no longer exists, so I can't tell who belongs to it"), "{named}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_over_the_close_or_back_closes_once() {
    let stage = launched().await;
    let person = &stage.company.sales.people[1];
    let screen = begins(person, &stage).await;
    person.clicks(&screen, "Agree").await.expect("answered");
    all_answer(&stage.company.sales.people[2..], &post(&stage.company.sales.channel).await, CONTENT).await;
    stage.clock.set(berlin(2026, 12, 24, 12, 0));
    stage.company.leads_channel.shows("these results are final").await.expect("told");
    stage.clock.set(berlin(2026, 11, 3, 12, 0));
    let refused = person.clicks(&screen, "Disagree").await.expect("answered").text();
    assert!(refused.starts_with("This pulse has closed"), "{refused}");
    stage.clock.set(berlin(2026, 11, 10, 12, 0));
    stage.company.sales.channel.shows("has closed and been counted").await.expect("told");
    let told = stage.company.leads_channel.messages();
    assert_eq!(told.iter().filter(|message| message.all_text().contains("results are final")).count(), 1);
}
