//! What tests and the sandbox do to the gateway: close, break, go deaf, refuse.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde_json::json;

use super::sessions::Frame;
use crate::sandbox::world::World;

/// A handle on the gateway; clones share it.
#[derive(Debug, Clone)]
pub struct Gateway {
    world: World,
    pub(crate) mood: Arc<Mood>,
}

/// How the gateway behaves.
#[derive(Debug)]
pub(crate) struct Mood {
    pub(crate) deaf: AtomicBool,
    pub(crate) refusing: AtomicBool,
    pub(crate) silent: AtomicBool,
    pub(crate) connections: AtomicU64,
    /// Milliseconds between heartbeats.
    pub(crate) heartbeat_ms: u64,
}

impl Gateway {
    pub(crate) fn new(world: World, heartbeat_ms: u64) -> Self {
        let mood = Mood {
            deaf: AtomicBool::new(false),
            refusing: AtomicBool::new(false),
            silent: AtomicBool::new(false),
            connections: AtomicU64::new(0),
            heartbeat_ms,
        };
        Self { world, mood: Arc::new(mood) }
    }

    /// How many bots are connected now.
    pub fn connected(&self) -> usize {
        self.world.with(|state| state.sessions.connected())
    }

    /// Closes every connection with `code`. Sessions stay where Discord keeps them: after 4004, 4007, 4009 and
    /// 4010 to 4014 they are gone (discord-api-docs `topics/opcodes-and-status-codes`, "Gateway Close Event Codes").
    pub fn close_with(&self, code: u16) {
        self.world.with(|state| {
            state.sessions.broadcast(|| Frame::Close(code, "closed by the sandbox"));
            if matches!(code, 4004 | 4007 | 4009..=4014) {
                state.sessions.forget_all();
            }
        });
    }

    /// Breaks every connection without a word.
    pub fn abort(&self) {
        self.world.with(|state| state.sessions.broadcast(|| Frame::Abort));
    }

    /// Asks to reconnect (opcode 7).
    pub fn ask_to_reconnect(&self) {
        self.broadcast(&json!({ "op": 7, "d": null, "s": null, "t": null }));
    }

    /// Declares the session invalid (opcode 9).
    pub fn invalidate(&self, resumable: bool) {
        self.broadcast(&json!({ "op": 9, "d": resumable, "s": null, "t": null }));
        if !resumable {
            self.world.with(|state| state.sessions.forget_all());
        }
    }

    /// Forgets all sessions, so that the next resume fails.
    pub fn forget_sessions(&self) {
        self.world.with(|state| state.sessions.forget_all());
    }

    /// Asks for a heartbeat now (opcode 1).
    pub fn ask_for_heartbeat(&self) {
        self.broadcast(&json!({ "op": 1, "d": null, "s": null, "t": null }));
    }

    /// Delivers the last event once more, under its old number.
    pub fn repeat_last_event(&self) {
        self.world.with(|state| state.sessions.repeat_last());
    }

    /// No heartbeat is acknowledged any more, and nothing that the bot sends is heard.
    pub fn set_deaf(&self, deaf: bool) {
        self.mood.deaf.store(deaf, Ordering::SeqCst);
    }

    /// New connections are refused with 503.
    pub fn set_refusing(&self, refusing: bool) {
        self.mood.refusing.store(refusing, Ordering::SeqCst);
    }

    /// New connections get no HELLO.
    pub fn set_silent(&self, silent: bool) {
        self.mood.silent.store(silent, Ordering::SeqCst);
    }

    fn broadcast(&self, payload: &serde_json::Value) {
        let text = payload.to_string();
        self.world.with(|state| state.sessions.broadcast(|| Frame::Text(text.clone())));
    }
}
