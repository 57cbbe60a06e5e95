//! The requests and events behind the messages, for engineers. The journal holds no token, so this can't tell one.

use std::collections::HashSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use crate::sandbox::Snowflake;
use crate::sandbox::journal::{EventEntry, RequestEntry, Ties};

/// Entries in one answer: the newest.
const MOST: usize = 500;

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    after: Option<u64>,
    message: Option<u64>,
}

/// An entry of either kind.
#[derive(Clone, Copy)]
enum Entry<'a> {
    Request(&'a RequestEntry),
    Event(&'a EventEntry),
}

impl Entry<'_> {
    fn number(&self) -> u64 {
        match self {
            Self::Request(entry) => entry.number,
            Self::Event(entry) => entry.number,
        }
    }

    fn ties(&self) -> &Ties {
        match self {
            Self::Request(entry) => &entry.ties,
            Self::Event(entry) => &entry.ties,
        }
    }

    fn shown(&self) -> Value {
        match self {
            Self::Request(entry) => request(entry),
            Self::Event(entry) => event(entry),
        }
    }
}

pub(super) async fn journal(State(desk): State<Arc<Desk>>, Query(wanted): Query<Wanted>) -> Json<Value> {
    // Looked at in place: the bodies of thousands of requests are too much to copy several times a second.
    Json(desk.parts.standin.journal().with_all(|requests, events| {
        let all = || requests.iter().map(Entry::Request).chain(events.iter().map(Entry::Event));
        let newest = all().map(|entry| entry.number()).max().unwrap_or_default();
        let mut entries = match wanted.message.map(Snowflake::from) {
            Some(message) => behind(message, &all().collect::<Vec<_>>()),
            None => all().collect(),
        };
        entries.retain(|entry| entry.number() > wanted.after.unwrap_or_default());
        entries.sort_unstable_by_key(Entry::number);
        let first = entries.len().saturating_sub(MOST);
        json!({ "newest": newest, "entries": entries[first..].iter().map(Entry::shown).collect::<Value>() })
    }))
}

/// What made or changed a message, and what somebody did that led to it: that is tied to it through the interaction
/// which the bot answered.
fn behind<'a>(message: Snowflake, all: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let about = |entry: &&Entry<'_>| entry.ties().message == Some(message);
    let led: HashSet<Snowflake> = all.iter().filter(about).filter_map(|entry| entry.ties().interaction).collect();
    let leads = |ties: &Ties| ties.message.is_none() && ties.interaction.is_some_and(|id| led.contains(&id));
    all.iter().filter(|entry| about(entry) || leads(entry.ties())).copied().collect()
}

fn request(entry: &RequestEntry) -> Value {
    let mut shown = json!({
        "n": entry.number, "at": entry.at, "kind": "request", "method": entry.method, "path": entry.path,
        "status": entry.status, "ms": u64::try_from(entry.took.as_millis()).unwrap_or(u64::MAX),
        "message": entry.ties.message, "interaction": entry.ties.interaction,
    });
    let parts = [("body", &entry.body), ("answer", &entry.refusal)];
    parts.into_iter().filter(|(_, part)| !part.is_null()).for_each(|(name, part)| shown[name] = part.clone());
    if let Some(code) = entry.code {
        shown["code"] = json!(code);
    }
    for (name, list) in [("files", &entry.files), ("violations", &entry.violations)] {
        if !list.is_empty() {
            shown[name] = json!(list);
        }
    }
    shown
}

fn event(entry: &EventEntry) -> Value {
    let mut shown = json!({
        "n": entry.number, "at": entry.at, "kind": "event", "event": entry.kind, "sequence": entry.sequence,
        "message": entry.ties.message, "interaction": entry.ties.interaction,
    });
    if !entry.data.is_null() {
        shown["body"] = entry.data.clone();
    }
    shown
}
