//! What somebody does on the page, through the same hands as everybody in the sandbox (`language`), and what came of
//! it.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use super::refusal::Refused;
use crate::sandbox::Snowflake;
use crate::sandbox::language::{Channel, Member, Message, Reply};

type Outcome = Result<Json<Value>, Refused>;

#[derive(Debug, Deserialize)]
pub(super) struct Command {
    channel: String,
    name: String,
    #[serde(default)]
    options: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Typing {
    channel: String,
    name: String,
    option: String,
    typed: String,
    #[serde(default)]
    options: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Press {
    channel: String,
    message: String,
    custom_id: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Select {
    channel: String,
    message: String,
    custom_id: String,
    values: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Submit {
    form: String,
    values: BTreeMap<String, Filled>,
}

/// What stands in a field, or what is chosen in a list.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Filled {
    Text(String),
    Chosen(Vec<String>),
}

#[derive(Debug, Deserialize)]
pub(super) struct Say {
    channel: String,
    text: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Dismiss {
    channel: String,
    message: String,
}

/// The longest that people write (discord-api-docs `resources/message`).
const LONGEST: usize = 2000;

pub(super) async fn command(desk: State<Arc<Desk>>, user: Path<u64>, Json(act): Json<Command>) -> Outcome {
    let who = desk.person(Snowflake::from(*user))?;
    let place = desk.channel(&who, &act.channel)?;
    let reply = who.at(&place).runs(&act.name, &pairs(&act.options)).await?;
    Ok(Json(desk.outcome(&who, &reply)))
}

pub(super) async fn autocomplete(desk: State<Arc<Desk>>, user: Path<u64>, Json(act): Json<Typing>) -> Outcome {
    let who = desk.person(Snowflake::from(*user))?;
    let place = desk.channel(&who, &act.channel)?;
    let beside = pairs(&act.options);
    let found = who.at(&place).autocompletes_beside(&act.name, &act.option, &act.typed, &beside).await?;
    Ok(Json(found.into_iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()))
}

pub(super) async fn press(desk: State<Arc<Desk>>, user: Path<u64>, Json(act): Json<Press>) -> Outcome {
    let who = desk.person(Snowflake::from(*user))?;
    let message = desk.message(&who, &act.channel, &act.message)?;
    let reply = who.clicks(&message, &act.custom_id).await?;
    Ok(Json(desk.outcome(&who, &reply)))
}

pub(super) async fn select(desk: State<Arc<Desk>>, user: Path<u64>, Json(act): Json<Select>) -> Outcome {
    let who = desk.person(Snowflake::from(*user))?;
    let message = desk.message(&who, &act.channel, &act.message)?;
    let values: Vec<&str> = act.values.iter().map(String::as_str).collect();
    let reply = who.selects(&message, &act.custom_id, &values).await?;
    Ok(Json(desk.outcome(&who, &reply)))
}

/// A form stays open until the bot has taken it, so that nothing typed is lost.
pub(super) async fn submit(desk: State<Arc<Desk>>, user: Path<u64>, Json(act): Json<Submit>) -> Outcome {
    let who = desk.person(Snowflake::from(*user))?;
    let form = desk.forms.find(who.id(), &act.form).ok_or_else(Refused::cannot_see)?;
    let mut values: Vec<(&str, &str)> = Vec::new();
    for (field, filled) in &act.values {
        match filled {
            Filled::Text(text) => values.push((field, text)),
            Filled::Chosen(chosen) => values.extend(chosen.iter().map(|value| (field.as_str(), value.as_str()))),
        }
    }
    let reply = who.submits(&form, &values).await?;
    desk.forms.close(&act.form);
    Ok(Json(desk.outcome(&who, &reply)))
}

pub(super) async fn say(desk: State<Arc<Desk>>, user: Path<u64>, Json(act): Json<Say>) -> Outcome {
    let who = desk.person(Snowflake::from(*user))?;
    let place = desk.channel(&who, &act.channel)?;
    if act.text.trim().is_empty() || act.text.chars().count() > LONGEST {
        return Err(Refused::wrong_value("text"));
    }
    let message = who.says(&place, act.text.trim())?;
    Ok(Json(json!({ "kind": "message", "channel": place.id(), "id": message.id() })))
}

pub(super) async fn dismiss(desk: State<Arc<Desk>>, user: Path<u64>, Json(act): Json<Dismiss>) -> Outcome {
    let who = desk.person(Snowflake::from(*user))?;
    let message = desk.message(&who, &act.channel, &act.message)?;
    who.dismisses(&message)?;
    Ok(Json(json!({ "kind": "removed" })))
}

impl Desk {
    fn channel(&self, who: &Member, id: &str) -> Result<Channel, Refused> {
        let id = id.parse().map_err(|_| Refused::wrong_value("channel"))?;
        who.channel(id).ok_or_else(Refused::cannot_see)
    }

    fn message(&self, who: &Member, channel: &str, id: &str) -> Result<Message, Refused> {
        let id: Snowflake = id.parse().map_err(|_| Refused::wrong_value("message"))?;
        self.channel(who, channel)?.message(id).ok_or_else(Refused::cannot_see)
    }

    /// What the person sees now.
    fn outcome(&self, who: &Member, reply: &Reply) -> Value {
        if let Some(message) = reply.message() {
            return json!({ "kind": "message", "channel": message.channel_id(), "id": message.id() });
        }
        if let Some(form) = reply.form() {
            let data = form.to_json();
            return json!({ "kind": "form", "form": self.forms.keep(who.id(), form), "data": data });
        }
        json!({ "kind": if reply.is_removed() { "removed" } else { "nothing" } })
    }
}

fn pairs(options: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    options.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
