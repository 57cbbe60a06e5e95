//! What a frame of the gateway says, read leniently: only what the bot needs, ids as text or number.

use std::borrow::Cow;

use reqwest::Url;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::discord::incoming::{Interaction, from_value};
use crate::domain::ids::{GuildId, RoleId};

/// One frame.
#[derive(Deserialize)]
pub(super) struct Frame<'a> {
    pub(super) op: u64,
    #[serde(borrow)]
    t: Option<Cow<'a, str>>,
    pub(super) s: Option<u64>,
    #[serde(borrow)]
    d: Option<&'a RawValue>,
}

impl<'a> Frame<'a> {
    /// `None` for what is no frame.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// What it carries.
    pub(super) fn data<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.d?.get()).ok()
    }
}

/// What an event means for the bot.
pub(super) enum Meaning {
    Ready(Ready),
    Resumed,
    /// With the roles that it has, where they can be read.
    Guild(GuildId, Option<Vec<RoleId>>),
    Left(GuildId),
    RoleGone(GuildId, RoleId),
    Interaction(Box<Interaction>),
    Nothing,
}

/// A new session.
pub(super) struct Ready {
    pub(super) application: u64,
    pub(super) guilds: Vec<GuildId>,
    /// Missing on servers that know no resuming.
    pub(super) session: Option<String>,
    pub(super) resume: Option<Url>,
}

/// The meaning of an event, or the kind of event that could not be read.
pub(super) fn read(frame: &Frame<'_>) -> Result<Meaning, &'static str> {
    match frame.t.as_deref() {
        Some("READY") => frame.data::<Value>().and_then(|data| ready(&data)).map(Meaning::Ready).ok_or("READY"),
        Some("RESUMED") => Ok(Meaning::Resumed),
        Some("GUILD_CREATE") => guild(frame).ok_or("GUILD_CREATE"),
        Some("GUILD_DELETE") => left(frame).ok_or("GUILD_DELETE"),
        Some("GUILD_ROLE_DELETE") => role_gone(frame).ok_or("GUILD_ROLE_DELETE"),
        Some("INTERACTION_CREATE") => {
            frame.data().map(|one| Meaning::Interaction(Box::new(one))).ok_or("INTERACTION_CREATE")
        }
        _ => Ok(Meaning::Nothing),
    }
}

fn ready(data: &Value) -> Option<Ready> {
    // Where the application is left out, the bot's own account stands for it: for most bots the two ids are one.
    let application = from_value(&data["application"]["id"]).or_else(|| from_value(&data["user"]["id"]))?;
    let guilds = data["guilds"].as_array().into_iter().flatten().filter_map(|guild| from_value(&guild["id"])).collect();
    let session = data["session_id"].as_str().filter(|id| !id.is_empty()).map(str::to_owned);
    let resume = data["resume_gateway_url"].as_str().and_then(|url| Url::parse(url).ok());
    Some(Ready { application, guilds, session, resume })
}

#[derive(Deserialize)]
struct Identified {
    id: Value,
    #[serde(default)]
    unavailable: Value,
    #[serde(default)]
    roles: Value,
}

/// The bot was taken off a guild; with `unavailable` it is an outage (discord-api-docs `events/gateway-events`, "Guild
/// Delete").
fn left(frame: &Frame<'_>) -> Option<Meaning> {
    let guild: Identified = frame.data()?;
    let id = from_value(&guild.id)?;
    Some(if guild.unavailable == Value::Bool(true) { Meaning::Nothing } else { Meaning::Left(id) })
}

fn guild(frame: &Frame<'_>) -> Option<Meaning> {
    let guild: Identified = frame.data()?;
    let id = from_value(&guild.id)?;
    Some(if guild.unavailable == Value::Bool(true) {
        Meaning::Nothing
    } else {
        Meaning::Guild(id, roles(&guild.roles))
    })
}

/// All of a guild's roles, or none of them: half a list would make the others look deleted.
fn roles(list: &Value) -> Option<Vec<RoleId>> {
    let roles: Option<Vec<RoleId>> = list.as_array()?.iter().map(|role| from_value(&role["id"])).collect();
    roles.filter(|roles| !roles.is_empty())
}

fn role_gone(frame: &Frame<'_>) -> Option<Meaning> {
    let gone: Value = frame.data()?;
    Some(Meaning::RoleGone(from_value(&gone["guild_id"])?, from_value(&gone["role_id"])?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(text: &str) -> Result<Meaning, &'static str> {
        read(&Frame::read(text).expect("a frame"))
    }

    #[test]
    fn a_bare_ready_with_numbers_for_ids_is_understood() {
        let text = r#"{"d": {"user": {"id": 42}, "guilds": [{"id": 7, "unavailable": true}, {"id": "8"}]},
            "op": 0, "s": 1, "t": "READY"}"#;
        let Ok(Meaning::Ready(ready)) = meaning(text) else { panic!("not understood") };
        assert_eq!((ready.application, ready.session, ready.resume), (42, None, None));
        assert_eq!(ready.guilds.iter().map(|guild| guild.get()).collect::<Vec<_>>(), [7, 8]);
    }

    #[test]
    fn the_application_wins_over_the_account_and_a_garbled_resume_address_is_left_out() {
        let text = r#"{"op":0,"t":"READY","s":1,"d":{"application":{"id":"5"},"user":{"id":"6"},"session_id":"s",
            "resume_gateway_url":"\u0000 not an address"}}"#;
        let Ok(Meaning::Ready(ready)) = meaning(text) else { panic!("not understood") };
        assert_eq!((ready.application, ready.session.as_deref(), ready.resume), (5, Some("s"), None));
    }

    #[test]
    fn leaving_a_guild_and_its_outage_are_told_apart() {
        let deleted = |more: &str| meaning(&format!(r#"{{"op":0,"t":"GUILD_DELETE","s":1,"d":{{"id":"7"{more}}}}}"#));
        assert!(matches!(deleted(""), Ok(Meaning::Left(guild)) if guild.get() == 7));
        assert!(matches!(deleted(r#","unavailable":false"#), Ok(Meaning::Left(_))));
        assert!(matches!(deleted(r#","unavailable":true"#), Ok(Meaning::Nothing)));
    }

    #[test]
    fn a_guild_tells_all_of_its_roles_or_none() {
        let roles = |list: &str| {
            let text = format!(r#"{{"op":0,"t":"GUILD_CREATE","s":1,"d":{{"id":"7","roles":{list}}}}}"#);
            let Ok(Meaning::Guild(_, roles)) = meaning(&text) else { panic!("not understood") };
            roles.map(|roles| roles.iter().map(|role| role.get()).collect::<Vec<_>>())
        };
        assert_eq!(roles(r#"[{"id":"7"},{"id":8}]"#), Some(vec![7, 8]));
        assert_eq!([roles("[]"), roles("null"), roles(r#"[{"id":"7"},{"id":"x"}]"#)], [None, None, None]);
        let gone = meaning(r#"{"op":0,"t":"GUILD_ROLE_DELETE","s":1,"d":{"guild_id":"7","role_id":"8"}}"#);
        assert!(matches!(gone, Ok(Meaning::RoleGone(guild, role)) if (guild.get(), role.get()) == (7, 8)));
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_kind_only() {
        for (text, kind) in [
            (r#"{"op":0,"t":"READY","s":1,"d":{}}"#, "READY"),
            (r#"{"op":0,"t":"GUILD_CREATE","s":1,"d":{"id":"secret"}}"#, "GUILD_CREATE"),
            (r#"{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{"id":"1","token":7}}"#, "INTERACTION_CREATE"),
            (r#"{"op":0,"t":"INTERACTION_CREATE","s":1}"#, "INTERACTION_CREATE"),
        ] {
            assert_eq!(meaning(text).err(), Some(kind), "{text}");
        }
        assert!(matches!(meaning(r#"{"op":0,"t":"SOMETHING_NEW","s":1,"d":{}}"#), Ok(Meaning::Nothing)));
        assert!(Frame::read("[]").is_none() && Frame::read("\u{1}").is_none());
    }
}
