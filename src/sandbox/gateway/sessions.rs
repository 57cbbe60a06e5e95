//! Gateway sessions as the server keeps them: what was sent, so that it can be sent again.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use crate::sandbox::world::journal::{EventEntry, Ties};
use crate::sandbox::world::{Change, Snowflake, State, snowflake_in};

/// Guilds, roles, channels (discord-api-docs `events/gateway`, "List of Intents").
pub(crate) const GUILDS: u64 = 1 << 0;
/// Members joining and leaving; privileged.
pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
/// Messages in guilds.
pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
/// Direct messages.
pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
/// What people write; privileged.
pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;
/// Those that must be switched on in the portal: members, presences, message content.
pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | 1 << 8 | MESSAGE_CONTENT;

/// Events kept for a resume; a session that missed more can't be resumed.
const REPLAY: usize = 2_000;

/// What a connection is told to do.
#[derive(Debug)]
pub(crate) enum Frame {
    Text(String),
    Close(u16, &'static str),
    /// Break the connection without a word.
    Abort,
}

/// One session of the bot.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) intents: u64,
    pub(crate) sequence: u64,
    replay: VecDeque<(u64, String)>,
    resumable: bool,
    outlet: Option<(u64, UnboundedSender<Frame>)>,
}

/// All sessions that could still be resumed, by their id.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    list: BTreeMap<String, Session>,
}

impl Session {
    fn push(&mut self, event: &str, payload: &Value) -> u64 {
        self.sequence += 1;
        let text = json!({ "op": 0, "t": event, "s": self.sequence, "d": payload }).to_string();
        if self.replay.len() >= REPLAY {
            self.replay.pop_front();
        }
        self.replay.push_back((self.sequence, text.clone()));
        self.send(Frame::Text(text));
        self.sequence
    }

    fn send(&self, frame: Frame) {
        if let Some((_, outlet)) = &self.outlet {
            // A connection that is just breaking: the event waits for the resume.
            let _ = outlet.send(frame);
        }
    }
}

impl Sessions {
    /// How many bots are connected.
    pub(crate) fn connected(&self) -> usize {
        self.list.values().filter(|session| session.outlet.is_some()).count()
    }

    /// Sends to every connection.
    pub(crate) fn broadcast(&self, frame: impl Fn() -> Frame) {
        self.list.values().for_each(|session| session.send(frame()));
    }

    /// Forgets all sessions, so that a resume fails; connections stay.
    pub(crate) fn forget_all(&mut self) {
        self.list.retain(|_, session| session.outlet.is_some());
        self.list.values_mut().for_each(|session| session.resumable = false);
    }

    /// Sends the last event of each session once more, under its old number.
    pub(crate) fn repeat_last(&self) {
        for session in self.list.values() {
            if let Some((_, text)) = session.replay.back() {
                session.send(Frame::Text(text.clone()));
            }
        }
    }

    /// The connection is gone; the session waits, unless `ended`.
    pub(crate) fn leave(&mut self, session: &str, connection: u64, ended: bool) {
        let Some(found) = self.list.get_mut(session) else { return };
        if found.outlet.as_ref().is_some_and(|(number, _)| *number == connection) {
            found.outlet = None;
            if ended || !found.resumable {
                self.list.remove(session);
            }
        }
    }
}

impl State {
    /// Opens a session: READY, then every guild. Returns its id.
    pub(crate) fn open_session(
        &mut self,
        intents: u64,
        shard: &Value,
        connection: u64,
        outlet: UnboundedSender<Frame>,
    ) -> String {
        let id = self.secret("session");
        let session = Session {
            intents,
            sequence: 0,
            replay: VecDeque::new(),
            resumable: true,
            outlet: Some((connection, outlet)),
        };
        self.sessions.list.insert(id.clone(), session);
        let homes: Vec<Snowflake> = self.homes().collect();
        let guilds: Value = homes.iter().map(|id| json!({ "id": id, "unavailable": true })).collect();
        let mut ready = json!({
            "v": 10, "user": self.bot_json(), "user_settings": {}, "guilds": guilds, "session_id": id,
            "resume_gateway_url": self.gateway_url(), "application": { "id": self.app.id, "flags": 0 },
            "private_channels": [], "presences": [], "relationships": [], "session_type": "normal",
        });
        if !shard.is_null() {
            ready["shard"] = shard.clone();
        }
        self.dispatch_to(&id, "READY", None, &ready);
        if intents & GUILDS != 0 {
            for guild in homes {
                let payload = self.guild_create_json(guild);
                self.dispatch_to(&id, "GUILD_CREATE", Some(guild), &payload);
            }
        }
        self.changes.push(Change::Gateway);
        id
    }

    /// Goes on with a session: what was missed, then RESUMED. `false` if it can't be gone on with.
    pub(crate) fn resume_session(
        &mut self,
        id: &str,
        seen: u64,
        connection: u64,
        outlet: UnboundedSender<Frame>,
    ) -> bool {
        let Some(session) = self.sessions.list.get_mut(id) else { return false };
        let oldest = session.replay.front().map_or(1, |(number, _)| *number);
        if !session.resumable || seen > session.sequence || seen + 1 < oldest {
            self.sessions.list.remove(id);
            return false;
        }
        session.send(Frame::Abort);
        session.outlet = Some((connection, outlet));
        for (_, text) in session.replay.iter().filter(|(number, _)| *number > seen) {
            session.send(Frame::Text(text.clone()));
        }
        self.dispatch_to(id, "RESUMED", None, &json!({ "_trace": ["standin"] }));
        self.journal.count(|counts| counts.resumes += 1);
        self.changes.push(Change::Gateway);
        true
    }

    /// Sends an event to the sessions that asked for one of `intents` (0: to all).
    pub(crate) fn dispatch(&mut self, event: &'static str, guild: Option<Snowflake>, intents: u64, payload: &Value) {
        let wants = |session: &Session| intents == 0 || session.intents & intents != 0;
        let ids: Vec<_> =
            self.sessions.list.iter().filter(|(_, session)| wants(session)).map(|(id, _)| id.clone()).collect();
        for id in ids {
            self.dispatch_to(&id, event, guild, payload);
        }
    }

    /// Sends an event about a message, without what people wrote where the bot may not read it.
    pub(crate) fn dispatch_message(&mut self, event: &'static str, guild: Option<Snowflake>, payload: Value) {
        if guild.is_some_and(|guild| !self.is_home(guild)) {
            return;
        }
        let wanted = if guild.is_some() { GUILD_MESSAGES } else { DIRECT_MESSAGES };
        let own = payload["author"]["id"] == json!(self.app.bot);
        let mentioned = payload["mentions"]
            .as_array()
            .is_some_and(|list| list.iter().any(|user| user["id"] == json!(self.app.bot)));
        let open = own || mentioned || guild.is_none();
        let mut veiled = payload.clone();
        for key in ["content", "embeds", "attachments", "components"] {
            if let Some(part) = veiled.get_mut(key) {
                *part = if key == "content" { json!("") } else { json!([]) };
            }
        }
        let wants = |session: &Session| session.intents & wanted != 0;
        let all = self.sessions.list.iter().filter(|(_, session)| wants(session));
        let ids: Vec<_> = all.map(|(id, session)| (id.clone(), session.intents)).collect();
        for (id, intents) in ids {
            let sees = open || intents & MESSAGE_CONTENT != 0;
            self.dispatch_to(&id, event, guild, if sees { &payload } else { &veiled });
        }
    }

    fn dispatch_to(&mut self, id: &str, event: &'static str, guild: Option<Snowflake>, payload: &Value) {
        let Some(session) = self.sessions.list.get_mut(id) else { return };
        let sequence = Some(session.push(event, payload));
        let guild = guild.map(|guild| guild.to_string());
        let (number, at, kind) = (0, self.now(), event.to_owned());
        let (ties, data) = about(event, payload);
        self.journal.note_event(EventEntry { number, at, kind, sequence, guild, ties, data });
    }
}

/// What an event has to do with, and what a person did. Never the interaction's token.
fn about(event: &str, payload: &Value) -> (Ties, Value) {
    let id = snowflake_in(&payload["id"]);
    match event {
        "INTERACTION_CREATE" => {
            let data = json!({
                "type": payload["type"], "user": payload.pointer("/member/user/id").or(payload.pointer("/user/id")),
                "channel_id": payload["channel_id"], "message_id": payload.pointer("/message/id"),
                "data": payload["data"],
            });
            (Ties { message: None, interaction: id }, data)
        }
        _ if event.starts_with("MESSAGE_") => (Ties { message: id, interaction: None }, Value::Null),
        _ => (Ties::default(), Value::Null),
    }
}
