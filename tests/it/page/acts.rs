//! Commands, buttons, lists and forms, and how they fail.

use serde_json::{Value, json};

use super::support::{Browser, button, list};

#[tokio::test]
async fn a_command_takes_mentions_as_options_and_suggests_while_one_types() {
    let browser = Browser::open().await;
    let company = browser.sandbox.company();
    let admin = company.administrator.clone();
    let sales = &company.departments[0];
    let options = json!({ "name": "Sales", "role": sales.role.mention(), "channel": sales.channel.mention() });
    let outcome = browser.runs(&admin, "setup department add", options).await;
    assert!(browser.message(&admin, &outcome).await["content"].as_str().expect("a text").contains("Sales"));
    let typing = json!({ "channel": browser.general(), "name": "setup timezone", "option": "zone", "typed": "berl" });
    let found = browser.act(&admin, "autocomplete", typing).await;
    assert_eq!(found, json!([{ "name": "Europe/Berlin", "value": "Europe/Berlin" }]));
    let wrong = json!({ "name": "IT", "role": "<@&1>", "channel": sales.channel.mention() });
    let typed = json!({ "channel": browser.general(), "name": "setup department add", "options": wrong });
    let refused = browser.try_act(&admin, "command", typed).await;
    assert_eq!(refused, (422, json!({ "error": "wrong_value", "detail": "role" })));
    let typed = json!({ "channel": browser.general(), "name": "setup department add", "options": { "name": "IT" } });
    let (status, refused) = browser.try_act(&admin, "command", typed).await;
    assert_eq!((status, &refused["error"]), (422, &json!("missing_value")));
}

/// A lead's preview of an announcement, and the outcome that led to it.
async fn preview(browser: &Browser) -> (Value, Value) {
    let lead = browser.lead();
    let form = browser.runs(&lead, "announce new", json!({ "process": "training" })).await;
    assert_eq!(form["kind"], "form", "{form}");
    let values = json!({ "title": "Lists", "body": "They move.", "benefit": "Nothing is typed twice." });
    let too_long = json!({ "title": "x".repeat(500) });
    let refused = browser.try_act(&lead, "submit", json!({ "form": form["form"], "values": too_long })).await;
    assert_eq!((refused.0, &refused.1["error"]), (422, &json!("wrong_value")));
    let sent = json!({ "form": form["form"], "values": values });
    assert_eq!(browser.try_act(&browser.staff(0, 0), "submit", sent.clone()).await.0, 404, "the form of somebody else");
    let outcome = browser.act(&lead, "submit", sent.clone()).await;
    assert_eq!(browser.try_act(&lead, "submit", sent).await.0, 404, "a form that was sent");
    (browser.message(&lead, &outcome).await, outcome)
}

#[tokio::test]
async fn a_form_a_list_and_a_button_lead_to_a_post_that_its_readers_see() {
    let browser = Browser::set_up().await;
    let lead = browser.lead();
    let (shown, outcome) = preview(&browser).await;
    let at = |message: &Value| json!({ "channel": outcome["channel"], "message": message["id"] });
    let departments = list(&shown);
    let sales = departments["options"].as_array().expect("options").iter().find(|option| option["label"] == "Sales");
    let mut chosen = at(&shown);
    chosen["custom_id"] = departments["custom_id"].clone();
    chosen["values"] = json!(["no such department"]);
    assert_eq!(browser.try_act(&lead, "select", chosen.clone()).await.0, 422);
    chosen["values"] = json!([sales.expect("Sales")["value"]]);
    let after = browser.act(&lead, "select", chosen).await;
    let after = browser.message(&lead, &after).await;
    let mut pressed = at(&after);
    pressed["custom_id"] = json!("v1:draft:no-such-button:1");
    assert_eq!(browser.try_act(&lead, "press", pressed.clone()).await, (404, json!({ "error": "gone" })));
    pressed["custom_id"] = json!(button(&after, "Post now"));
    assert_eq!(browser.try_act(&browser.staff(0, 0), "press", pressed.clone()).await.0, 404, "a preview of another");
    browser.act(&lead, "press", pressed).await;
    let channels = browser.sandbox.company().departments.iter().map(|department| department.channel.clone());
    let channels: Vec<_> = channels.collect();
    let post = channels[0].shows("They move.").await.expect("posted");
    let read = browser.reads(&browser.staff(0, 0), &channels[0].id().to_string()).await;
    assert!(read.iter().any(|message| message["id"] == post.id().to_string()));
    assert!(channels[1].latest().is_none(), "it was for Sales alone");
}

#[tokio::test]
async fn a_bot_that_is_gone_leaves_people_without_an_answer() {
    let browser = Browser::set_up().await;
    let lead = browser.lead();
    let mut live = browser.watches(&lead).await;
    browser.sandbox.close().await.expect("a clean end");
    live.until("bot", |state| state["state"] == "stopped").await;
    let typed = json!({ "channel": browser.general(), "name": "pulse list" });
    let refused = browser.try_act(&lead, "command", typed).await;
    assert_eq!(refused, (504, json!({ "error": "did_not_respond" })));
    let told = live.until("not_answered", |_| true).await;
    assert_eq!(told, json!({ "channel": browser.general() }));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_in_json() {
    let browser = Browser::open().await;
    let lead = browser.lead();
    for (path, body) in [
        (format!("/api/as/{}/press", lead.id()), json!({ "channel": 3 })),
        (format!("/api/as/{}/command", lead.id()), json!([])),
        ("/api/as/nobody/command".to_owned(), json!({})),
        ("/api/clock".to_owned(), json!({ "by": 3 })),
        ("/api/colleagues".to_owned(), json!({ "do": "strike", "share": 3 })),
        ("/api/bot".to_owned(), json!({ "do": "dance" })),
    ] {
        let (status, refused) = browser.post(&path, body).await;
        assert!((400..500).contains(&status) && refused["error"] == "garbled", "{path}: {status} {refused}");
    }
}
