//! Messages over plain HTTP.

use chrono::TimeDelta;
use groundswell::sandbox::StandIn;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Channel, Guild, Visibility};
use groundswell::sandbox::rules::permissions::{
    EMBED_LINKS, MENTION_EVERYONE, PIN_MESSAGES, SEND_MESSAGES, VIEW_CHANNEL,
};
use groundswell::sandbox::rules::rate::Rates;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::support::{Http, clock, stand_in_at, stand_in_with};

fn said(content: &str) -> Value {
    json!({ "content": content, "allowed_mentions": { "parse": [] } })
}

fn refusal(status: u16, code: u64, message: &str) -> (u16, Value) {
    (status, json!({ "message": message, "code": code }))
}

async fn company() -> (StandIn, Guild, Channel, Http) {
    let standin = stand_in_with(&clock(), |options| options.rates = None).await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let sales = guild.add_channel("sales", Visibility::Everyone);
    let http = Http::new(&standin);
    (standin, guild, sales, http)
}

#[tokio::test]
async fn a_wrong_token_or_agent_is_turned_away() {
    let (standin, _, _, http) = company().await;
    let (status, body) = http.send("GET", "/users/@me", json!(null)).await;
    assert_eq!((status, &body["bot"]), (200, &json!(true)));
    standin.reset_token("another");
    let refused = http.send("GET", "/users/@me", json!(null)).await;
    assert_eq!(refused, refusal(401, 0, "401: Unauthorized"));
    let bare = reqwest::get(format!("{}/api/v10/gateway", standin.api_base())).await.expect("an answer");
    assert_eq!(bare.status(), 403);
    let counts = standin.journal().counts();
    assert_eq!((counts.auth_failures, counts.invalid), (1, 2));
}

#[tokio::test]
async fn what_is_not_there_or_not_allowed_is_refused_with_discords_codes() {
    let (_standin, guild, sales, http) = company().await;
    let messages = format!("/channels/{}/messages", sales.id());
    assert_eq!(http.send("POST", "/channels/1/messages", said("x")).await, refusal(404, 10003, "Unknown Channel"));
    assert_eq!(http.send("GET", "/guilds/1", json!(null)).await, refusal(404, 10004, "Unknown Guild"));
    let gone = http.send("GET", &format!("{messages}/1"), json!(null)).await;
    assert_eq!(gone, refusal(404, 10008, "Unknown Message"));
    let empty = http.send("POST", &messages, said("")).await;
    assert_eq!(empty, refusal(400, 50006, "Cannot send an empty message"));
    let (status, body) = http.send("POST", &messages, said(&"x".repeat(2001))).await;
    assert_eq!((status, &body["code"]), (400, &json!(50035)));
    assert_eq!(body["errors"]["content"]["_errors"][0]["code"], "BASE_TYPE_MAX_LENGTH");

    sales.denies_bot(SEND_MESSAGES);
    assert_eq!(http.send("POST", &messages, said("x")).await, refusal(403, 50013, "Missing Permissions"));
    sales.denies_bot(VIEW_CHANNEL);
    assert_eq!(http.send("POST", &messages, said("x")).await, refusal(403, 50001, "Missing Access"));
    sales.denies_bot(EMBED_LINKS);
    assert_eq!(http.send("POST", &messages, said("x")).await.0, 200);
    let framed = json!({ "embeds": [{ "title": "x" }], "allowed_mentions": { "parse": [] } });
    assert_eq!(http.send("POST", &messages, framed).await.0, 403);

    let ana = guild.add_member("Ana Ruiz", &[]);
    let hers = ana.says(&sales, "Good morning").expect("she sees it");
    let edit = http.send("PATCH", &format!("{messages}/{}", hers.id()), said("x")).await;
    assert_eq!(edit.1["code"], 50005);
    assert_eq!(http.send("DELETE", &format!("{messages}/{}", hers.id()), json!(null)).await.0, 403);
}

#[tokio::test]
async fn the_same_nonce_returns_the_same_message_for_a_while() {
    let clock = clock();
    let standin = stand_in_at(&clock).await;
    let sales = standin.add_guild("Nordlicht Logistics").add_channel("sales", Visibility::Everyone);
    let http = Http::new(&standin);
    let post = || async {
        let mut body = said("Once");
        body["nonce"] = json!("delivery-7");
        body["enforce_nonce"] = json!(true);
        http.send("POST", &format!("/channels/{}/messages", sales.id()), body).await.1["id"].clone()
    };
    let first = post().await;
    assert_eq!(post().await, first);
    clock.advance(TimeDelta::minutes(3));
    let later = post().await;
    assert_ne!(later, first);
    standin.remember_nonces(None);
    assert_ne!(post().await, later);
    assert_eq!(sales.messages().len(), 3);
    standin.assert_clean();
}

#[tokio::test]
async fn files_are_kept_described_and_dropped_by_an_edit_that_does_not_list_them() {
    let (standin, _, sales, http) = company().await;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x26\0\0\x01\x00".to_vec();
    let payload = json!({
        "content": "Look", "allowed_mentions": { "parse": [] }, "embeds": [{ "image": { "url": "attachment://map.png" } }],
        "attachments": [{ "id": 0, "filename": "map.png", "description": "All is well" }],
    });
    let form = Form::new()
        .text("payload_json", payload.to_string())
        .part("files[0]", Part::bytes(png.clone()).file_name("map.png"));
    let path = format!("/channels/{}/messages", sales.id());
    let (status, body) = Http::answer(http.request("POST", &path).multipart(form)).await;
    assert_eq!(status, 200, "{body}");
    let message = sales.latest().expect("posted");
    let file = &message.attachments()[0];
    assert_eq!((file.alt.as_str(), &file.bytes[..]), ("All is well", &png[..]));
    assert_eq!((&body["attachments"][0]["width"], &body["attachments"][0]["height"]), (&json!(550), &json!(256)));
    assert_eq!(message.embeds()[0].image.as_ref(), Some(&file.url));

    let one = format!("{path}/{}", message.id());
    http.send("PATCH", &one, said("Look again")).await;
    assert_eq!(message.refresh().expect("there").attachments().len(), 1);
    let mut stripped = said("Nothing to see");
    stripped["attachments"] = json!([]);
    http.send("PATCH", &one, stripped).await;
    assert!(message.refresh().expect("there").attachments().is_empty());
    standin.assert_clean();
}

#[tokio::test]
async fn history_is_paged_and_pins_are_kept() {
    let (_standin, guild, sales, http) = company().await;
    let path = format!("/channels/{}/messages", sales.id());
    let mut ids = Vec::new();
    for number in 0..5 {
        ids.push(http.send("POST", &path, said(&format!("Number {number}"))).await.1["id"].clone());
    }
    let listed = |query: String| {
        let (http, path) = (&http, &path);
        async move {
            let (_, body) = http.send("GET", &format!("{path}?{query}"), json!(null)).await;
            body.as_array().expect("a list").iter().map(|message| message["id"].clone()).collect::<Vec<_>>()
        }
    };
    let text = |id: &Value| id.as_str().expect("a text").to_owned();
    assert_eq!(listed("limit=2".to_owned()).await, [ids[4].clone(), ids[3].clone()]);
    assert_eq!(listed(format!("limit=2&before={}", text(&ids[3]))).await, [ids[2].clone(), ids[1].clone()]);
    assert_eq!(listed(format!("limit=2&after={}", text(&ids[0]))).await, [ids[2].clone(), ids[1].clone()]);

    let pin = format!("{path}/pins/{}", text(&ids[1]));
    assert_eq!(http.send("PUT", &pin, json!(null)).await.0, 204);
    let (_, pins) = http.send("GET", &format!("{path}/pins"), json!(null)).await;
    assert_eq!(pins["items"][0]["message"]["id"], ids[1]);
    sales.denies_bot(PIN_MESSAGES);
    assert_eq!(http.send("DELETE", &pin, json!(null)).await.1["code"], 50013);
    assert!(guild.channel("sales").expect("there").messages()[1].is_pinned());
}

#[tokio::test]
async fn direct_messages_reach_those_who_take_them() {
    let (_standin, guild, _, http) = company().await;
    let ana = guild.add_member("Ana Ruiz", &[]);
    let (_, channel) = http.send("POST", "/users/@me/channels", json!({ "recipient_id": ana.id() })).await;
    let path = format!("/channels/{}/messages", channel["id"].as_str().expect("a text"));
    assert_eq!(http.send("POST", &path, said("Hello")).await.0, 200);
    assert_eq!(ana.direct_messages().latest().expect("it came").text(), "Hello");
    ana.takes_direct_messages(false);
    assert_eq!(http.send("POST", &path, said("Hello")).await, refusal(403, 50007, "Cannot send messages to this user"));
    ana.takes_direct_messages(true);
    ana.leaves();
    assert_eq!(http.send("POST", &path, said("Hello")).await.1["code"], 50278);
}

#[tokio::test]
async fn only_allowed_and_mentionable_roles_are_pinged() {
    let (_standin, guild, sales, http) = company().await;
    let role = guild.add_role("Sales");
    let path = format!("/channels/{}/messages", sales.id());
    let text = format!("{} and @everyone, <t:1796000000:R>", role.mention());
    http.send("POST", &path, said(&text)).await;
    let quiet = sales.latest().expect("posted");
    assert!(quiet.pings().is_empty());
    assert!(quiet.rendered().starts_with("Groundswell\n  @Sales and @everyone, "), "{}", quiet.rendered());
    let loud = json!({ "content": text, "allowed_mentions": { "roles": [role.id()] } });
    // The bot has the rights that README asks for: the role itself must be mentionable, or it needs one more.
    http.send("POST", &path, loud.clone()).await;
    assert!(sales.latest().expect("posted").pings().is_empty());
    role.set_mentionable(true);
    http.send("POST", &path, loud.clone()).await;
    assert_eq!(sales.latest().expect("posted").pings(), ["@Sales"]);
    role.set_mentionable(false);
    guild.set_bot_permissions(VIEW_CHANNEL | SEND_MESSAGES | MENTION_EVERYONE);
    http.send("POST", &path, loud).await;
    assert_eq!(sales.latest().expect("posted").pings(), ["@Sales"]);
}

#[tokio::test]
async fn threads_hang_on_channels_and_messages() {
    let (_standin, _, sales, http) = company().await;
    let path = format!("/channels/{}", sales.id());
    let (_, message) = http.send("POST", &format!("{path}/messages"), said("Let's talk")).await;
    let on = format!("{path}/messages/{}/threads", message["id"].as_str().expect("a text"));
    let (status, thread) = http.send("POST", &on, json!({ "name": "Talk" })).await;
    assert_eq!((status, &thread["id"], &thread["type"]), (201, &message["id"], &json!(11)));
    assert_eq!(http.send("POST", &on, json!({ "name": "Talk" })).await.1["code"], 160_004);
    let inside = format!("/channels/{}/messages", thread["id"].as_str().expect("a text"));
    assert_eq!(http.send("POST", &inside, said("Yes")).await.0, 200);
    let (_, channel) = http.send("GET", &path, json!(null)).await;
    assert_eq!(channel["last_message_id"], message["id"]);
}

#[tokio::test]
async fn a_burst_is_limited_with_discords_headers_and_counted() {
    let standin = stand_in_with(&clock(), |options| options.rates = Some(Rates::default())).await;
    let sales = standin.add_guild("Nordlicht Logistics").add_channel("sales", Visibility::Everyone);
    let http = Http::new(&standin);
    let path = format!("/channels/{}/messages", sales.id());
    for _ in 0..5 {
        assert_eq!(http.send("POST", &path, said("x")).await.0, 200);
    }
    let response = http.request("POST", &path).json(&said("x")).send().await.expect("an answer");
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["x-ratelimit-scope"], "user");
    let body: Value = response.json().await.expect("JSON");
    assert!(body["retry_after"].as_f64().is_some_and(|seconds| seconds > 0.0));
    assert_eq!(standin.journal().counts().invalid, 1);
    assert_eq!(sales.messages().len(), 5);
}

#[tokio::test]
async fn faults_break_the_line_before_or_after_the_request_takes_effect() {
    let (standin, _, sales, http) = company().await;
    let path = format!("/channels/{}/messages", sales.id());
    let faults = standin.faults();
    let send = || http.request("POST", &path).json(&said("x")).send();
    faults.times(1, Which::of("POST", "/channels"), Fault::DropBeforeApply);
    assert!(send().await.is_err());
    assert_eq!(sales.messages().len(), 0);
    faults.times(1, Which::all(), Fault::DropAfterApply);
    assert!(send().await.is_err());
    assert_eq!(sales.messages().len(), 1);
    faults.times(1, Which::all(), Fault::HalfBody);
    assert!(send().await.expect("headers come").bytes().await.is_err());
    assert_eq!(sales.messages().len(), 2);
    faults.times(1, Which::all(), Fault::Status { code: 502, html: true });
    assert_eq!(send().await.expect("an answer").status(), 502);
    let hang = faults.times(1, Which::all(), Fault::Hang);
    let hanging = tokio::spawn(send());
    faults.struck(hang, 1).await;
    hanging.abort();
    assert_eq!(sales.messages().len(), 2);
    assert_eq!(send().await.expect("all is well").status(), 200);
}
