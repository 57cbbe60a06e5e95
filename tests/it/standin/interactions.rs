//! People act, a real client answers.

use std::time::Duration;

use chrono::TimeDelta;
use groundswell::sandbox::language::ActError;
use serde_json::{Value, json};

use super::support::{Bot, Http, clock, stand_in, stand_in_at, stand_in_with};

#[tokio::test(flavor = "multi_thread")]
async fn a_command_a_button_a_select_and_a_form_are_answered() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let sales = guild.add_role("Sales");
    let ana = guild.add_member("Ana Ruiz", &[sales]);
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;

    let reply = ana.runs("try greet", &[("role", "@Sales"), ("times", "3")]).await.expect("answered");
    assert_eq!(reply.text(), format!("Hello from greet, {}", ana.id()));
    assert!(reply.is_ephemeral());
    let labels: Vec<_> = reply.buttons().into_iter().map(|button| button.label).collect();
    assert_eq!(labels, ["Change it", "Say more", "Be silent", "Off"]);

    let chosen = ana.selects(&reply, "What worries you?", &["Workload", "tool"]).await.expect("answered");
    assert_eq!(chosen.text(), "Noted");
    let form = ana.clicks(&reply, "Say more").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields[0].label, "Your comment");
    let missing = ana.submits(&form, &[]).await.expect_err("it must be filled");
    assert!(matches!(missing, ActError::WrongValue { .. }));
    let thanks = ana.submits(&form, &[("Your comment", "Too slow")]).await.expect("answered");
    assert_eq!(thanks.text(), "You wrote: Too slow");
    let changed = ana.clicks(&reply, "Change it").await.expect("answered");
    assert_eq!((changed.text(), changed.buttons().len()), ("Changed".to_owned(), 0));
    standin.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deferred_answer_arrives_with_its_file_and_its_follow_up() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let ana = guild.add_member("Ana Ruiz", &[]);
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let reply = ana.runs("try later", &[]).await.expect("answered");
    assert!(reply.is_ephemeral());
    let files = reply.attachments();
    assert_eq!((files[0].name.as_str(), files[0].alt.as_str()), ("numbers.csv", "Numbers"));
    let fetched = reqwest::get(&files[0].url).await.expect("served").bytes().await.expect("whole");
    assert_eq!(fetched, files[0].bytes);
    assert_eq!(reply.follow_up(0).await.expect("it comes").text(), "And one more");
    standin.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn clients_offer_only_what_is_registered_and_shown() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let ana = guild.add_member("Ana Ruiz", &[]);
    let ben = guild.add_member("Ben Okafor", &[]);
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    assert_eq!(guild.commands(), ["try greet", "try later", "try zone", "hidden"]);
    let fails =
        |result: Result<_, ActError>| result.map(|_: groundswell::sandbox::language::Reply| ()).expect_err("refused");
    assert!(matches!(fails(ana.runs("nothing", &[]).await), ActError::NoSuchCommand { .. }));
    assert!(matches!(fails(ana.runs("hidden", &[]).await), ActError::Hidden(_)));
    assert!(matches!(fails(ana.runs("try greet", &[]).await), ActError::MissingOption { .. }));
    assert!(matches!(fails(ana.runs("try later", &[("x", "y")]).await), ActError::NoSuchOption { .. }));
    let too_many = ana.runs("try greet", &[("role", "@everyone"), ("times", "9")]).await;
    assert!(matches!(fails(too_many), ActError::WrongValue { .. }));
    let zones = ana.autocompletes("try zone", "name", "Ber").await.expect("answered");
    assert_eq!(zones, [("Europe/Berlin".to_owned(), "Europe/Berlin".to_owned())]);

    let reply = ana.runs("try greet", &[("role", "@everyone")]).await.expect("answered");
    assert!(matches!(fails(ana.clicks(&reply, "Off").await), ActError::Disabled(_)));
    assert!(matches!(fails(ana.clicks(&reply, "Elsewhere").await), ActError::NoSuchControl { .. }));
    assert!(matches!(fails(ben.clicks(&reply, "Change it").await), ActError::CannotSee));
    let general = guild.channel("general").expect("made with the guild");
    assert_eq!((ana.reads(&general).len(), ben.reads(&general).len(), general.messages().len()), (1, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_is_seen_as_discord_shows_it_and_a_late_answer_is_refused() {
    let standin = stand_in_with(&clock(), |options| options.first_answer = Duration::from_millis(300)).await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let ana = guild.add_member("Ana Ruiz", &[]);
    let bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let reply = ana.runs("try greet", &[("role", "@everyone")]).await.expect("answered");
    let silent = ana.clicks(&reply, "Be silent").await.expect_err("nobody answers");
    assert_eq!(silent.to_string(), "The application did not respond");

    let (id, token) = bot.unanswered.lock().expect("no panic")[0].clone();
    let http = Http::new(&standin);
    let callback = format!("/interactions/{id}/{token}/callback");
    let late = http.send("POST", &callback, json!({ "type": 6 })).await;
    assert_eq!(late, (404, json!({ "message": "Unknown interaction", "code": 10062 })));
    let before_any_answer = http.send("POST", &format!("/webhooks/{}/{token}", app(&http).await), said("x")).await;
    assert_eq!(before_any_answer.1["code"], 10015);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interaction_is_acknowledged_once_and_its_token_lives_fifteen_minutes() {
    let clock = clock();
    let standin = stand_in_at(&clock).await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let ana = guild.add_member("Ana Ruiz", &[]);
    let bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let http = Http::new(&standin);
    let app = app(&http).await;
    let reply = ana.runs("try greet", &[("role", "@everyone")]).await.expect("answered");

    let clicker = tokio::spawn(async move { ana.clicks(&reply, "Be silent").await });
    let (id, token) = loop {
        if let Some(found) = bot.unanswered.lock().expect("no panic").first().cloned() {
            break found;
        }
        tokio::task::yield_now().await;
    };
    let callback = format!("/interactions/{id}/{token}/callback");
    // A suggestion is no answer to a click; nothing is used up by the refusal.
    let (status, body) = http.send("POST", &callback, json!({ "type": 8, "data": { "choices": [] } })).await;
    assert_eq!((status, &body["code"]), (400, &json!(50035)));
    let deferred = json!({ "type": 5, "data": { "flags": 64 } });
    let (status, body) = http.send("POST", &format!("{callback}?with_response=true"), deferred.clone()).await;
    assert_eq!((status, &body["interaction"]["response_message_loading"]), (200, &json!(true)));
    let again = http.send("POST", &callback, deferred).await;
    assert_eq!(again.1["code"], 40060);

    // The first follow-up is the deferred answer; the deferral has fixed who sees it.
    let (status, body) = http.send("POST", &format!("/webhooks/{app}/{token}"), said("There")).await;
    assert_eq!((status, &body["flags"]), (200, &json!(64)));
    let reply = clicker.await.expect("no panic").expect("answered");
    assert_eq!((reply.text().as_str(), reply.is_ephemeral()), ("There", true));
    let hidden =
        http.send("GET", &format!("/channels/{}/messages/{}", channel_of(&body), text(&body["id"])), json!(null)).await;
    assert_eq!(hidden.1["code"], 10008);

    let original = format!("/webhooks/{app}/{token}/messages/@original");
    clock.advance(TimeDelta::minutes(14));
    assert_eq!(http.send("PATCH", &original, said("Changed")).await.0, 200);
    assert_eq!(reply.refresh().text(), "Changed");
    clock.advance(TimeDelta::minutes(2));
    let expired = http.send("PATCH", &original, said("Too late")).await;
    assert_eq!(expired, (404, json!({ "message": "Unknown Webhook", "code": 10015 })));
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_people_act_at_once() {
    // Nobody may be lost or mixed up; how fast that goes is the benchmarks' business.
    let standin = stand_in_with(&clock(), |options| {
        options.rates = None;
        options.first_answer = Duration::from_secs(60);
    })
    .await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let people: Vec<_> = (0..500).map(|number| guild.add_member(&format!("Person {number}"), &[])).collect();
    let acts = people.into_iter().map(|person| async move {
        let reply = person.runs("try greet", &[("role", "@everyone")]).await.expect("answered");
        assert_eq!(reply.text(), format!("Hello from greet, {}", person.id()));
        assert_eq!(person.ephemerals().len(), 1);
    });
    futures::future::join_all(acts).await;
}

async fn app(http: &Http) -> String {
    let (_, body) = http.send("GET", "/applications/@me", json!(null)).await;
    text(&body["id"])
}

fn said(content: &str) -> Value {
    json!({ "content": content, "allowed_mentions": { "parse": [] } })
}

fn channel_of(message: &Value) -> String {
    text(&message["channel_id"])
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
