//! The stand-in's world: all of its state, in memory, behind one short lock.
//!
//! Every request and act is one call of [`World::with`], so it happens whole or not at all, and gateway events leave
//! in the order in which things happened. Nothing awaits while the lock is held.

pub(crate) mod attachments;
pub(crate) mod commands;
pub(crate) mod company;
pub(crate) mod interactions;
pub mod journal;
mod mentions;
pub(crate) mod messages;
pub(crate) mod people;
pub(crate) mod places;
mod rights;
mod snowflake;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use serde_json::Value;
use tokio::sync::{broadcast, watch};

use self::commands::Commands;
use self::interactions::Interaction;
use self::journal::Journal;
use self::people::User;
use self::places::{Channel, Guild};
pub use self::snowflake::Snowflake;
use super::gateway::sessions::Sessions;
use crate::domain::clock::Clock;

/// What happened in the world, for whoever shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A message was posted; perhaps an ephemeral one.
    MessagePosted {
        /// Where.
        channel: Snowflake,
        /// Which.
        message: Snowflake,
    },
    /// A message was edited.
    MessageEdited {
        /// Where.
        channel: Snowflake,
        /// Which.
        message: Snowflake,
    },
    /// A message was deleted, or put away by its addressee.
    MessageDeleted {
        /// Where.
        channel: Snowflake,
        /// Which.
        message: Snowflake,
        /// The only person who saw it, where it was ephemeral.
        addressee: Option<Snowflake>,
    },
    /// The bot and a person can write to each other from now on.
    DirectMessagesOpened {
        /// Who.
        user: Snowflake,
    },
    /// The bot didn't answer in time; the person sees "The application did not respond".
    NotAnswered {
        /// Where the person acted.
        channel: Snowflake,
        /// Who acted.
        user: Snowflake,
    },
    /// The bot's commands changed.
    CommandsRegistered {
        /// In which guild; `None` for everywhere.
        guild: Option<Snowflake>,
    },
    /// A guild, its roles, members or channels changed.
    GuildChanged {
        /// Which.
        guild: Snowflake,
    },
    /// A bot connected to the gateway, resumed, or left.
    Gateway,
}

/// The bot's application.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    /// The bot's user.
    pub(crate) bot: Snowflake,
    pub(crate) token: String,
    /// The privileged intents that are switched on in the portal.
    pub(crate) privileged_intents: u64,
    /// What the bot's own role allows where it joins.
    pub(crate) permissions: u64,
}

/// Everything that exists.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) app: App,
    /// `http://127.0.0.1:PORT`.
    pub(crate) base: String,
    pub(crate) users: HashMap<Snowflake, User>,
    pub(crate) guilds: BTreeMap<Snowflake, Guild>,
    pub(crate) channels: BTreeMap<Snowflake, Channel>,
    pub(crate) commands: Commands,
    pub(crate) interactions: HashMap<Snowflake, Interaction>,
    /// How many interactions there may be before the dead ones are forgotten.
    pub(crate) interactions_kept: usize,
    /// The time for the first answer to an interaction.
    pub(crate) first_answer: Duration,
    /// Interaction tokens.
    pub(crate) tokens: HashMap<String, Snowflake>,
    pub(crate) sessions: Sessions,
    /// Recently used nonces of an author, with the message that each led to.
    pub(crate) nonces: HashMap<(Snowflake, String), (Snowflake, Snowflake, DateTime<Utc>)>,
    /// How long a nonce is remembered; `None` if the server ignores nonces.
    pub(crate) nonce_memory: Option<TimeDelta>,
    /// The zone in which people read times.
    pub(crate) zone: Tz,
    pub(crate) journal: Journal,
    pub(crate) changes: Vec<Change>,
    clock: Arc<dyn Clock>,
    mint: snowflake::Mint,
}

impl State {
    pub(crate) fn new(clock: Arc<dyn Clock>, journal: Journal, app_name: &str, token: &str) -> Self {
        let mut mint = snowflake::Mint::default();
        let id = mint.next(clock.now());
        // Discord gives the bot's user the number of its application.
        let bot = id;
        let user = User {
            id: bot,
            name: app_name.to_owned(),
            bot: true,
            locale: "en-US".to_owned(),
            takes_direct_messages: false,
        };
        let app =
            App { id, name: app_name.to_owned(), bot, token: token.to_owned(), privileged_intents: 0, permissions: 0 };
        Self {
            app,
            base: String::new(),
            users: HashMap::from([(bot, user)]),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            commands: Commands::default(),
            interactions: HashMap::new(),
            interactions_kept: interactions::KEPT,
            first_answer: interactions::FIRST_ANSWER,
            tokens: HashMap::new(),
            sessions: Sessions::default(),
            nonces: HashMap::new(),
            nonce_memory: None,
            zone: Tz::UTC,
            journal,
            changes: Vec::new(),
            clock,
            mint,
        }
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn mint(&mut self) -> Snowflake {
        self.mint.next(self.clock.now())
    }

    /// A text that stands for something in a world that only its own process can reach: unique, not unguessable.
    pub(crate) fn secret(&mut self, what: &str) -> String {
        format!("standin-{what}-{:x}", self.mint().get())
    }
}

/// A handle on the world; clones share it.
#[derive(Debug, Clone)]
pub(crate) struct World {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    /// Counts changes, for whoever awaits one.
    version: watch::Sender<u64>,
    changes: broadcast::Sender<Change>,
}

impl World {
    pub(crate) fn new(state: State) -> Self {
        let shared =
            Shared { state: Mutex::new(state), version: watch::Sender::new(0), changes: broadcast::Sender::new(1024) };
        Self { shared: Arc::new(shared) }
    }

    /// Looks at the world or changes it, alone.
    pub(crate) fn with<R>(&self, act: impl FnOnce(&mut State) -> R) -> R {
        let (result, changes) = {
            let mut state = self.shared.state.lock().expect("no panic while held");
            (act(&mut state), std::mem::take(&mut state.changes))
        };
        if !changes.is_empty() {
            for change in changes {
                // Nobody may be watching.
                let _ = self.shared.changes.send(change);
            }
            self.shared.version.send_modify(|version| *version += 1);
        }
        result
    }

    /// Everything that happens from now on. A slow reader loses the oldest.
    pub(crate) fn changes(&self) -> broadcast::Receiver<Change> {
        self.shared.changes.subscribe()
    }

    /// Changes whenever anything does.
    pub(crate) fn versions(&self) -> watch::Receiver<u64> {
        self.shared.version.subscribe()
    }

    /// Waits until `look` finds something, looking again after every change.
    pub(crate) async fn until<R>(&self, mut look: impl FnMut(&mut State) -> Option<R>) -> R {
        let mut version = self.shared.version.subscribe();
        loop {
            version.mark_unchanged();
            if let Some(found) = self.with(&mut look) {
                return found;
            }
            version.changed().await.expect("the sender lives in self");
        }
    }
}

/// A time as Discord writes it.
pub(crate) fn iso(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Micros, false)
}

/// A number that Discord writes as a string, or a plain number.
pub(crate) fn snowflake_in(value: &Value) -> Option<Snowflake> {
    value.as_str().and_then(|text| text.parse().ok()).or_else(|| value.as_u64().map(Snowflake::from))
}
