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

pub(super) async fn journal(State(desk): State<Arc<Desk>>, Query(wanted): Query<Wanted>) -> Json<Value> {
    let journal = desk.parts.standin.journal();
    let (newest, requests, events) = (journal.newest(), journal.requests(), journal.events());
    let ties = || requests.iter().map(|entry| &entry.ties).chain(events.iter().map(|entry| &entry.ties));
    let message = wanted.message.map(Snowflake::from);
    // What somebody did leads to a message through the interaction that the bot answered with it.
    let behind: HashSet<Snowflake> = ties()
        .filter(|ties| ties.message.is_some() && ties.message == message)
        .filter_map(|ties| ties.interaction)
        .collect();
    let is_wanted = |number: u64, ties: &Ties| {
        let about = message.is_none() || ties.message == message;
        let led = ties.message.is_none() && ties.interaction.is_some_and(|id| behind.contains(&id));
        number > wanted.after.unwrap_or(0) && (about || led)
    };
    let requests = requests.iter().filter(|entry| is_wanted(entry.number, &entry.ties)).map(request);
    let events = events.iter().filter(|entry| is_wanted(entry.number, &entry.ties)).map(event);
    let mut entries: Vec<(u64, Value)> = requests.chain(events).collect();
    entries.sort_by_key(|(number, _)| *number);
    let first = entries.len().saturating_sub(MOST);
    let entries: Value = entries.drain(first..).map(|(_, entry)| entry).collect();
    Json(json!({ "newest": newest, "entries": entries }))
}

fn request(entry: &RequestEntry) -> (u64, Value) {
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
    (entry.number, shown)
}

fn event(entry: &EventEntry) -> (u64, Value) {
    let mut shown = json!({
        "n": entry.number, "at": entry.at, "kind": "event", "event": entry.kind, "sequence": entry.sequence,
        "message": entry.ties.message, "interaction": entry.ties.interaction,
    });
    if !entry.data.is_null() {
        shown["body"] = entry.data.clone();
    }
    (entry.number, shown)
}
