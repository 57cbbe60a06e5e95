//! The channels that somebody sees, and what stands in them for this person.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use super::refusal::Refused;
use crate::sandbox::Snowflake;
use crate::sandbox::world::State as World;
use crate::sandbox::world::messages::Message;
use crate::sandbox::world::places::{Channel, ChannelKind};

/// Messages in one answer, where none are asked for, and at most.
const USUAL: usize = 50;
const MOST: usize = 100;

/// The channels that somebody sees.
pub(super) async fn channels(State(desk): State<Arc<Desk>>, Path(user): Path<u64>) -> Result<Json<Value>, Refused> {
    let user = desk.person(Snowflake::from(user))?.id();
    let guild = desk.parts.company.guild.id();
    Ok(Json(desk.parts.standin.world.with(|state| {
        let here = |channel: &&Channel| match channel.guild {
            Some(home) => home == guild && !channel.archived,
            None => channel.recipient == Some(user),
        };
        let seen = state.channels.values().filter(here).filter(|channel| state.sees(user, channel.id));
        seen.map(|channel| written(state, user, channel)).collect()
    })))
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    before: Option<u64>,
    limit: Option<usize>,
}

/// What stands in a channel for somebody, oldest first.
pub(super) async fn messages(
    State(desk): State<Arc<Desk>>,
    Path((user, channel)): Path<(u64, u64)>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Vec<Value>>, Refused> {
    let (user, channel) = (desk.person(Snowflake::from(user))?.id(), Snowflake::from(channel));
    let limit = wanted.limit.unwrap_or(USUAL).clamp(1, MOST);
    desk.parts.standin.world.with(|state| {
        let place = state.channels.get(&channel).filter(|_| state.sees(user, channel));
        let place = place.ok_or_else(Refused::cannot_see)?;
        let before = wanted.before.map_or(Snowflake::from(u64::MAX), Snowflake::from);
        let shown = place.messages.range(..before).rev().map(|(_, message)| message);
        let mut page: Vec<_> =
            shown.filter(|message| message.is_shown_to(user)).take(limit).map(|found| message(state, found)).collect();
        page.reverse();
        Ok(Json(page))
    })
}

/// A message as Discord writes it, with its files where the page may fetch them.
pub(super) fn message(state: &World, message: &Message) -> Value {
    let mut body = state.message_json(message);
    for part in ["attachments", "embeds"] {
        if let Some(part) = body.get_mut(part) {
            serve_files_here(part, &format!("{}/attachments/", state.base));
        }
    }
    body
}

fn serve_files_here(value: &mut Value, theirs: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|entry| serve_files_here(entry, theirs)),
        Value::Object(fields) => {
            for (key, entry) in fields {
                match entry.as_str().filter(|_| matches!(key.as_str(), "url" | "proxy_url")) {
                    Some(url) => {
                        if let Some(path) = url.strip_prefix(theirs) {
                            *entry = json!(format!("/attachments/{path}"));
                        }
                    }
                    None => serve_files_here(entry, theirs),
                }
            }
        }
        _ => {}
    }
}

fn written(state: &World, user: Snowflake, channel: &Channel) -> Value {
    let kind = match channel.kind {
        ChannelKind::Text => "text",
        ChannelKind::Direct => "direct",
        ChannelKind::Category => "category",
        ChannelKind::News => "news",
        ChannelKind::NewsThread | ChannelKind::PublicThread => "thread",
        ChannelKind::PrivateThread => "private_thread",
    };
    // Whoever looks at direct messages reads the other's name: the bot's.
    let name = if channel.kind == ChannelKind::Direct { &state.app.name } else { &channel.name };
    let last = channel.messages.values().rev().find(|message| message.is_shown_to(user));
    json!({
        "id": channel.id, "kind": kind, "name": name, "topic": channel.topic, "parent": channel.parent,
        "position": channel.position, "last": last.map(|message| message.id),
        "writable": state.may_write(user, channel.id),
    })
}
