//! Clock, colleagues, faults, the bot's life, and the story that is only watched.

use chrono::{DateTime, Utc};
use reqwest::Method;
use serde_json::{Value, json};

use super::support::{Browser, button};

#[tokio::test]
async fn while_the_story_plays_people_only_watch() {
    let browser = Browser::open().await;
    let playing = browser.page.story_plays();
    let said = json!({ "channel": browser.general(), "text": "Me, too." });
    let mut live = browser.watches(&browser.lead()).await;
    assert_eq!(browser.try_act(&browser.lead(), "say", said.clone()).await, (409, json!({ "error": "story_playing" })));
    assert_eq!(browser.post("/api/clock", json!({ "by_seconds": 60 })).await.0, 409);
    assert_eq!(browser.get("/api/state").await.1["story"], json!({ "playing": true }));
    drop(playing);
    live.until("story", |story| story["playing"] == false).await;
    browser.act(&browser.lead(), "say", said).await;
}

#[tokio::test]
async fn the_clock_goes_to_what_is_planned_and_never_back() {
    let browser = Browser::set_up().await;
    let lead = browser.lead();
    assert_eq!(browser.post("/api/clock", json!({ "next": true })).await, (409, json!({ "error": "nothing_planned" })));
    let form = browser.runs(&lead, "announce new", json!({ "process": "training", "when": "in 3 hours" })).await;
    let values = json!({ "title": "Lists", "body": "They move.", "benefit": "Less to type." });
    let shown = browser.act(&lead, "submit", json!({ "form": form["form"], "values": values })).await;
    let preview = browser.message(&lead, &shown).await;
    let mut live = browser.watches(&lead).await;
    let pressed = json!({
        "channel": shown["channel"], "message": shown["id"], "custom_id": button(&preview, "Schedule"),
    });
    browser.act(&lead, "press", pressed).await;
    let planned = live.until("clock", |clock| clock["next"].is_string()).await;
    let (status, moved) = browser.post("/api/clock", json!({ "next": true })).await;
    assert_eq!(status, 200, "{moved}");
    let time = |value: &Value| value.as_str().expect("a time").parse::<DateTime<Utc>>().expect("a time");
    assert!(time(&moved["now"]) >= time(&planned["next"]), "{moved} {planned}");
    browser.sandbox.company().departments[0].channel.shows("They move.").await.expect("posted");
    let refused = browser.post("/api/clock", json!({ "to": planned["now"] })).await;
    assert_eq!(refused, (409, json!({ "error": "clock_backwards" })));
    assert_eq!(browser.post("/api/clock", json!({ "by_seconds": -1 })).await.1, json!({ "error": "clock_backwards" }));
    assert_eq!(browser.post("/api/clock", json!({ "by_seconds": i64::MAX })).await.0, 422);
}

#[tokio::test]
async fn a_fault_holds_until_it_is_switched_off() {
    let browser = Browser::set_up().await;
    let switch = async |on: bool| {
        let (_, all) = browser.send(Method::PUT, "/api/faults/server_errors", Some(json!({ "on": on }))).await;
        all.as_array().expect("a list").iter().find(|fault| fault["id"] == "server_errors").expect("known").clone()
    };
    let mut live = browser.watches(&browser.lead()).await;
    assert_eq!(switch(true).await["on"], true);
    live.until("faults", |_| true).await;
    let typed = json!({ "channel": browser.general(), "name": "pulse list" });
    assert_eq!(browser.try_act(&browser.lead(), "command", typed).await.0, 504);
    assert!(browser.get("/api/state").await.1["faults"][1]["struck"].as_u64() > Some(0));
    assert_eq!(switch(false).await["on"], false);
    browser.runs(&browser.lead(), "pulse list", json!({})).await;
    assert_eq!(browser.send(Method::PUT, "/api/faults/flood", Some(json!({ "on": true }))).await.0, 404);
}

#[tokio::test]
async fn the_bot_comes_back_after_its_connection_was_cut() {
    let browser = Browser::set_up().await;
    let journal = browser.sandbox.standin().journal().clone();
    assert_eq!(browser.post("/api/gateway", json!({ "do": "drop" })).await.0, 200);
    journal.until(|counts| counts.resumes == 1).await;
    browser.runs(&browser.lead(), "pulse list", json!({})).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_bot_starts_again_and_has_lost_nothing_that_it_said_was_saved() {
    let browser = Browser::set_up().await;
    let (lead, person) = (browser.lead(), browser.staff(0, 0));
    let sales = browser.sandbox.company().departments[0].channel.clone();
    browser.runs(&lead, "pulse launch", json!({})).await;
    sales.shows("Answer").await.expect("posted");
    let post = sales.messages().pop().expect("the pulse").to_json();
    let press = async |message: &Value, label: &str| {
        let place = json!({
            "channel": message["channel_id"], "message": message["id"], "custom_id": button(message, label),
        });
        let outcome = browser.act(&person, "press", place).await;
        browser.message(&person, &outcome).await
    };
    let start = press(&post, "Answer privately").await;
    let first = press(&start, "Begin").await;
    let second = press(&first, "Agree").await;
    let asked = |screen: &Value| {
        screen["content"].as_str().and_then(|text| text.lines().find(|line| line.starts_with('>')).map(str::to_owned))
    };
    assert!(asked(&first).is_some() && asked(&first) != asked(&second));
    for deed in ["kill", "start", "kill", "start", "restart"] {
        let (status, state) = browser.post("/api/bot", json!({ "do": deed })).await;
        assert_eq!(status, 200, "{deed}: {state}");
        assert_eq!(state["state"] == "stopped", deed == "kill", "{deed}: {state}");
    }
    browser.sandbox.standin().bot_is_ready().await;
    let resumed = press(&post, "Answer privately").await;
    assert_eq!(asked(&resumed), asked(&second), "{resumed}");
    browser.sandbox.standin().assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn colleagues_answer_react_and_report_when_they_are_asked_to() {
    let browser = Browser::set_up().await;
    let lead = browser.lead();
    let mut live = browser.watches(&lead).await;
    let ask = async |what: &str, moods: Value| {
        browser.post("/api/colleagues", json!({ "do": what, "share": 100, "moods": moods })).await
    };
    assert_eq!(ask("answer", json!({})).await, (409, json!({ "error": "nothing_open" })));
    assert_eq!(ask("answer", json!({ "Kitchen": 1 })).await.0, 422);
    browser.runs(&lead, "pulse launch", json!({})).await;
    for department in &browser.sandbox.company().departments {
        department.channel.shows("Answer").await.expect("posted");
    }
    assert_eq!(ask("answer", json!({ "Sales": -2 })).await.0, 202);
    assert_eq!(ask("report", json!({})).await, (409, json!({ "error": "busy" })));
    let done = live.until("colleagues", |now| now["busy"] == false).await;
    let everybody = browser.sandbox.company().headcount();
    assert_eq!((&done["done"], &done["all"], &done["failed"]), (&json!(everybody), &json!(everybody), &json!(0)));
    assert_eq!(ask("answer", json!({})).await, (409, json!({ "error": "nothing_open" })));
    assert_eq!(ask("report", json!({})).await.0, 202);
    let reported = live.until("colleagues", |now| now["busy"] == false && now["doing"] == "report").await;
    assert_eq!(reported["failed"], 0, "{reported}");
    browser.sandbox.standin().assert_clean();
}
