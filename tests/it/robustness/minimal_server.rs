//! Another server that speaks Discord's protocol, and only what Discord documents of it: numbers for ids, no resume
//! address, no rate-limit headers, errors without bodies, commands that can't be listed.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use groundswell::health::Readiness;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

use super::support::{QUICK, RunningBot};
use crate::support::TOKEN;

/// What the server says where tests differ.
#[derive(Clone, Default)]
struct Script {
    /// In place of its own address in `GET /gateway/bot`.
    gateway: Option<String>,
    /// As `resume_gateway_url` in READY.
    resume: Option<String>,
    /// Events sent after READY.
    events: Vec<Value>,
    /// Breaks each connection right after READY.
    breaks: bool,
    /// Gives no session id.
    sessionless: bool,
}

#[derive(Clone)]
struct Server {
    script: Script,
    address: String,
    seen: Arc<watch::Sender<Seen>>,
    events: Arc<Mutex<Option<mpsc::UnboundedReceiver<Value>>>>,
}

#[derive(Clone, Default, Debug)]
struct Seen {
    commands: Vec<Value>,
    callbacks: Vec<Value>,
    /// The opcodes that the bot began its connections with.
    began: Vec<u64>,
}

impl Server {
    async fn start(script: Script) -> (Self, mpsc::UnboundedSender<Value>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback");
        let address = listener.local_addr().expect("bound").to_string();
        let (send, receive) = mpsc::unbounded_channel();
        let events = Arc::new(Mutex::new(Some(receive)));
        let server = Self { script, address, seen: Arc::new(watch::Sender::default()), events };
        let router = Router::new()
            .route("/api/v10/gateway", get(name_gateway))
            .route("/api/v10/applications/{app}/guilds/{guild}/commands", put(take_commands))
            .route("/api/v10/interactions/{id}/{token}/callback", post(take_callback))
            .route("/socket", get(enter))
            .with_state(server.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (server, send)
    }

    fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    async fn saw(&self, enough: impl Fn(&Seen) -> bool) -> Seen {
        let mut seen = self.seen.subscribe();
        let waiting = tokio::time::timeout(Duration::from_secs(20), seen.wait_for(|seen| enough(seen))).await;
        waiting.expect("seen within 20 s").expect("the sender lives").clone()
    }
}

async fn name_gateway(State(server): State<Server>, headers: HeaderMap) -> Response {
    if headers.get("authorization").is_none_or(|given| given != &format!("Bot {TOKEN}")) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let url = server.script.gateway.unwrap_or_else(|| format!("ws://{}/socket", server.address));
    axum::Json(json!({ "url": url })).into_response()
}

async fn take_commands(State(server): State<Server>, Path(_): Path<(u64, u64)>, body: String) -> Response {
    let commands: Value = serde_json::from_str(&body).expect("JSON");
    server.seen.send_modify(|seen| seen.commands.push(commands.clone()));
    axum::Json(commands).into_response()
}

async fn take_callback(State(server): State<Server>, body: String) -> StatusCode {
    server.seen.send_modify(|seen| seen.callbacks.push(serde_json::from_str(&body).expect("JSON")));
    StatusCode::NO_CONTENT
}

async fn enter(State(server): State<Server>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| serve(socket, server))
}

async fn serve(mut socket: WebSocket, server: Server) {
    say(&mut socket, &json!({ "d": { "heartbeat_interval": 45000 }, "op": 10 })).await;
    let Some(Ok(Message::Text(first))) = socket.recv().await else { return };
    let first: Value = serde_json::from_str(&first).expect("JSON");
    server.seen.send_modify(|seen| seen.began.push(first["op"].as_u64().unwrap_or_default()));
    if first["op"] == 6 {
        say(&mut socket, &json!({ "d": {}, "t": "RESUMED", "s": 9, "op": 0 })).await;
    } else {
        let mut ready = json!({ "v": 10, "user": { "id": 500, "username": "bot" }, "session_id": "one",
            "guilds": [{ "id": 700, "unavailable": true }] });
        if server.script.sessionless {
            ready["session_id"] = Value::Null;
        }
        if let Some(resume) = &server.script.resume {
            ready["resume_gateway_url"] = json!(resume);
        }
        say(&mut socket, &json!({ "d": ready, "t": "READY", "s": 1, "op": 0 })).await;
        if server.script.breaks {
            return;
        }
    }
    for event in &server.script.events {
        say(&mut socket, event).await;
    }
    let mut events = server.events.lock().expect("no panic").take();
    loop {
        let event = async {
            match &mut events {
                Some(events) => events.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            Some(event) = event => say(&mut socket, &event).await,
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) if text.contains("\"op\":1") => {
                    say(&mut socket, &json!({ "op": 11 })).await;
                }
                Some(Ok(_)) => {}
                _ => return,
            },
        }
    }
}

async fn say(socket: &mut WebSocket, payload: &Value) {
    // Blanks and the order of keys are as free as JSON has them.
    let text = serde_json::to_string_pretty(payload).expect("JSON");
    socket.send(Message::Text(text.into())).await.ok();
}

fn status_command(id: u64) -> Value {
    let member = json!({ "user": { "id": 42, "username": "ana" }, "roles": [], "permissions": 32 });
    let data = json!({ "id": 1, "name": "setup", "type": 1, "options": [{ "name": "timezone", "type": 1,
        "options": [{ "name": "zone", "type": 3, "value": "Europe/Berlin" }] }] });
    json!({ "op": 0, "s": 5, "t": "INTERACTION_CREATE", "d": { "id": id, "application_id": 500, "type": 2,
        "token": "t", "guild_id": 700, "channel_id": 800, "member": member, "data": data, "locale": null } })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bare_server_gets_the_commands_and_its_people_are_served() {
    let (server, events) = Server::start(Script::default()).await;
    let bot = RunningBot::start(&server.base(), QUICK);
    let seen = server.saw(|seen| !seen.commands.is_empty()).await;
    assert!(seen.commands[0].as_array().is_some_and(|all| all.iter().any(|one| one["name"] == "setup")));
    events.send(status_command(900)).expect("the server lives");
    let seen = server.saw(|seen| !seen.callbacks.is_empty()).await;
    let content = seen.callbacks[0]["data"]["content"].as_str().unwrap_or_default().to_owned();
    assert!(content.contains("Europe/Berlin"), "{content}");
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_counted_and_the_bot_lives_on() {
    let broken = |kind: &str| json!({ "op": 0, "s": 2, "t": kind, "d": { "id": "a marker text", "token": 7 } });
    let odd = [json!([1, 2]), json!({ "op": 99 }), json!({ "op": 0 }), json!("text")];
    let events = [broken("INTERACTION_CREATE"), broken("GUILD_CREATE")].into_iter().chain(odd).collect();
    let (server, late) = Server::start(Script { events, ..Script::default() }).await;
    let bot = RunningBot::start(&server.base(), QUICK);
    late.send(status_command(901)).expect("the server lives");
    server.saw(|seen| !seen.callbacks.is_empty()).await;
    let unreadable = bot.health.counter("groundswell_unreadable_events", "").get();
    assert_eq!(unreadable, 4, "two events, and two frames that are none");
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_at_discord_or_nowhere_ends_the_bot_with_a_sentence() {
    for gateway in ["wss://gateway.discord.gg", "wss://gateway.discord.gg./?v=10", "garbage", "http://127.0.0.1", ""] {
        let (server, _events) = Server::start(Script { gateway: Some(gateway.to_owned()), ..Script::default() }).await;
        let words = RunningBot::start(&server.base(), QUICK).last_words().await;
        assert!(words.contains("must begin with ws:// or wss://"), "{gateway}: {words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resume_address_elsewhere_is_never_contacted() {
    // Somebody listens there, and would notice.
    let elsewhere = TcpListener::bind("127.0.0.2:0").await.expect("all of 127/8 is loopback");
    let address = format!("ws://{}", elsewhere.local_addr().expect("bound"));
    for resume in ["wss://gateway-us-east1-b.discord.gg".to_owned(), address, "\u{1} garbage".to_owned()] {
        let script = Script { resume: Some(resume), breaks: true, ..Script::default() };
        let (server, _events) = Server::start(script).await;
        let bot = RunningBot::start(&server.base(), QUICK);
        let seen = server.saw(|seen| seen.began.len() >= 2).await;
        assert_eq!(seen.began, [2, 6], "identified, broken off, resumed at home");
        bot.health_says(Readiness::Ready).await;
        bot.stop().await;
    }
    let contacted = tokio::time::timeout(Duration::ZERO, elsewhere.accept()).await;
    assert!(contacted.is_err(), "the bot went elsewhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_every_connection_begins_anew() {
    let (server, _events) = Server::start(Script { breaks: true, sessionless: true, ..Script::default() }).await;
    let bot = RunningBot::start(&server.base(), QUICK);
    let seen = server.saw(|seen| seen.began.len() >= 3).await;
    assert!(seen.began.iter().all(|op| *op == 2), "{seen:?}");
    bot.stop().await;
}
