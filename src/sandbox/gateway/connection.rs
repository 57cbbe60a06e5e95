//! One connection: HELLO, identify or resume, heartbeats, and whatever the session sends.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::Instant;

use super::control::Mood;
use super::sessions::{Frame, PRIVILEGED};
use crate::sandbox::world::journal::{EventEntry, Ties};
use crate::sandbox::world::{Change, World};

/// What a bot may send on one connection (discord-api-docs `events/gateway`, "Rate Limiting").
const SENDS: usize = 120;
const SENDS_WITHIN: Duration = Duration::from_secs(60);

/// A close code with its reason.
type Close = (u16, &'static str);

struct Connection {
    world: World,
    mood: Arc<Mood>,
    number: u64,
    /// Set once identified or resumed.
    session: Option<String>,
    outlet: UnboundedSender<Frame>,
    sends: VecDeque<Instant>,
}

/// Serves a connection to its end.
pub(crate) async fn serve(mut socket: WebSocket, world: World, mood: Arc<Mood>) {
    if mood.silent.load(Ordering::SeqCst) {
        // Holds the line until the other side gives up.
        while let Some(Ok(_)) = socket.recv().await {}
        return;
    }
    let (outlet, inlet) = unbounded_channel();
    let number = mood.connections.fetch_add(1, Ordering::SeqCst);
    let mut connection = Connection { world, mood, number, session: None, outlet, sends: VecDeque::new() };
    let ended = connection.run(&mut socket, inlet).await;
    let session = connection.session.take();
    connection.world.with(|state| {
        if let Some(session) = session {
            state.sessions.leave(&session, number, ended);
        }
        state.journal.count(|counts| counts.disconnects += 1);
        state.changes.push(Change::Gateway);
    });
}

impl Connection {
    /// Returns whether the bot ended the session by closing with 1000 or 1001.
    async fn run(&mut self, socket: &mut WebSocket, mut inlet: UnboundedReceiver<Frame>) -> bool {
        let interval = self.mood.heartbeat_ms;
        let hello = json!({ "op": 10, "d": { "heartbeat_interval": interval }, "s": null, "t": null });
        if socket.send(Message::text(hello.to_string())).await.is_err() {
            return false;
        }
        // A bot that sends nothing for that long is gone (the documents give no figure; Discord waits about so long).
        let patience = Duration::from_millis(interval) * 2;
        let mut deadline = Instant::now() + patience;
        loop {
            tokio::select! {
                frame = inlet.recv() => match frame {
                    Some(Frame::Text(text)) => {
                        if socket.send(Message::text(text)).await.is_err() {
                            return false;
                        }
                    }
                    Some(Frame::Close(code, reason)) => {
                        close(socket, (code, reason)).await;
                        return false;
                    }
                    Some(Frame::Abort) | None => return false,
                },
                message = socket.recv() => {
                    let text = match message {
                        Some(Ok(Message::Text(text))) => text,
                        Some(Ok(Message::Close(frame))) => {
                            return frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001));
                        }
                        Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                        Some(Ok(Message::Binary(_))) => {
                            close(socket, (4002, "Error while decoding payload.")).await;
                            return false;
                        }
                        Some(Err(_)) | None => return false,
                    };
                    deadline = Instant::now() + patience;
                    if let Err(reason) = self.hear(&text) {
                        close(socket, reason).await;
                        return false;
                    }
                }
                () = tokio::time::sleep_until(deadline) => {
                    close(socket, (4009, "Session timed out.")).await;
                    return false;
                }
            }
        }
    }

    fn hear(&mut self, text: &str) -> Result<(), Close> {
        if self.mood.deaf.load(Ordering::SeqCst) {
            return Ok(());
        }
        let now = Instant::now();
        self.sends.retain(|at| now - *at < SENDS_WITHIN);
        self.sends.push_back(now);
        if self.sends.len() > SENDS {
            return Err((4008, "You are being rate limited."));
        }
        let payload: Value = serde_json::from_str(text).map_err(|_| (4002, "Error while decoding payload."))?;
        let data = &payload["d"];
        match payload["op"].as_u64() {
            Some(1) => self.send(&json!({ "op": 11, "d": null, "s": null, "t": null })),
            Some(2) => return self.identify(data),
            Some(6) => return self.resume(data),
            // Presence, voice state, member requests: taken, and of no consequence here.
            Some(3 | 4 | 8 | 31) if self.session.is_some() => {}
            Some(3 | 4 | 8 | 31) => return Err((4003, "Not authenticated.")),
            _ => return Err((4001, "Unknown opcode.")),
        }
        Ok(())
    }

    fn identify(&mut self, data: &Value) -> Result<(), Close> {
        self.note("identify");
        if self.session.is_some() {
            return Err((4005, "Already authenticated."));
        }
        self.world.with(|state| {
            state.journal.count(|counts| counts.identifies += 1);
            if !same_token(data, &state.app.token) {
                state.journal.count(|counts| counts.auth_failures += 1);
                return Err((4004, "Authentication failed."));
            }
            let Some(intents) = data["intents"].as_u64().filter(|bits| *bits < 1 << 26) else {
                return Err((4013, "Invalid intent(s)."));
            };
            if intents & PRIVILEGED & !state.app.privileged_intents != 0 {
                return Err((4014, "Disallowed intent(s)."));
            }
            let shard = &data["shard"];
            if !shard.is_null() && *shard != json!([0, 1]) {
                return Err((4010, "Invalid shard."));
            }
            self.session = Some(state.open_session(intents, shard, self.number, self.outlet.clone()));
            Ok(())
        })
    }

    fn resume(&mut self, data: &Value) -> Result<(), Close> {
        self.note("resume");
        if self.session.is_some() {
            return Err((4005, "Already authenticated."));
        }
        let id = data["session_id"].as_str().unwrap_or_default();
        let seen = data["seq"].as_u64().unwrap_or_default();
        let resumed = self.world.with(|state| {
            if !same_token(data, &state.app.token) {
                state.journal.count(|counts| counts.auth_failures += 1);
                return Err((4004, "Authentication failed."));
            }
            Ok(state.resume_session(id, seen, self.number, self.outlet.clone()))
        })?;
        if resumed {
            self.session = Some(id.to_owned());
        } else {
            self.send(&json!({ "op": 9, "d": false, "s": null, "t": null }));
        }
        Ok(())
    }

    fn send(&self, payload: &Value) {
        // The receiver lives as long as this connection.
        let _ = self.outlet.send(Frame::Text(payload.to_string()));
    }

    fn note(&self, kind: &str) {
        self.world.with(|state| {
            state.journal.note_event(EventEntry {
                number: 0,
                at: state.now(),
                kind: kind.to_owned(),
                sequence: None,
                guild: None,
                ties: Ties::default(),
                data: Value::Null,
            });
        });
    }
}

fn same_token(data: &Value, token: &str) -> bool {
    data["token"].as_str().is_some_and(|given| given.trim_start_matches("Bot ") == token)
}

async fn close(socket: &mut WebSocket, (code, reason): Close) {
    // The other side may be gone already; that is what closing is for.
    let _ = socket.send(Message::Close(Some(CloseFrame { code, reason: reason.into() }))).await;
    let _ =
        tokio::time::timeout(Duration::from_secs(1), async { while let Some(Ok(_)) = socket.recv().await {} }).await;
}
