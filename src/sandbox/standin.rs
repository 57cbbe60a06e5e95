//! Starts the stand-in and holds what belongs to all of it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context, Result};
use chrono::TimeDelta;
use chrono_tz::Tz;
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::faults::Faults;
use super::gateway::control::Gateway;
use super::http::{Front, KillSwitch, KillableListener};
use super::journal::Journal;
use super::rules::openapi::Description;
use super::rules::permissions as may;
use super::rules::rate::Rates;
use super::world::interactions::FIRST_ANSWER;
use super::world::{Change, State, World};
use crate::domain::clock::Clock;

/// Requests and events that the journal keeps.
const JOURNAL: usize = 5_000;
/// Milliseconds between heartbeats, as Discord asks for them.
const HEARTBEAT_MS: u64 = 41_250;

/// How a stand-in is set up.
#[derive(Debug)]
pub struct StandInOptions {
    /// The world's time.
    pub clock: Arc<dyn Clock>,
    /// The only token that is let in.
    pub token: String,
    /// The name of the application and of its bot.
    pub app_name: String,
    /// Discord's OpenAPI description, to judge every body by.
    pub openapi: Option<PathBuf>,
    /// The port to listen on; 0 for a free one.
    pub port: u16,
    /// What the bot's role allows in guilds that it joins: permission bits.
    pub bot_permissions: u64,
    /// The privileged intents that are switched on in the portal: bits.
    pub privileged_intents: u64,
    /// How long a nonce is remembered, by the world's clock; `None` for a server that ignores nonces.
    pub nonce_memory: Option<TimeDelta>,
    /// Rate limits; `None` for none.
    pub rates: Option<Rates>,
    /// The time for the first answer to an interaction; real time.
    pub first_answer: Duration,
    /// Milliseconds between heartbeats.
    pub heartbeat_ms: u64,
}

impl StandInOptions {
    /// As strict as Discord: limits on, no privileged intents, a bot with the permissions that posting needs. The
    /// description is taken from where `GROUNDSWELL_DISCORD_OPENAPI` points, if it does.
    pub fn new(clock: Arc<dyn Clock>, token: &str) -> Self {
        Self {
            clock,
            token: token.to_owned(),
            app_name: "Groundswell".to_owned(),
            openapi: std::env::var_os("GROUNDSWELL_DISCORD_OPENAPI").map(PathBuf::from),
            port: 0,
            bot_permissions: may::VIEW_CHANNEL
                | may::SEND_MESSAGES
                | may::SEND_MESSAGES_IN_THREADS
                | may::EMBED_LINKS
                | may::ATTACH_FILES
                | may::READ_MESSAGE_HISTORY
                | may::PIN_MESSAGES
                | may::CREATE_PUBLIC_THREADS
                | may::USE_APPLICATION_COMMANDS,
            privileged_intents: 0,
            // "The past few minutes" (discord-api-docs `resources/message`); the least that this can mean.
            nonce_memory: Some(TimeDelta::minutes(2)),
            rates: Some(Rates::default()),
            first_answer: FIRST_ANSWER,
            heartbeat_ms: HEARTBEAT_MS,
        }
    }
}

/// A running stand-in; clones share it. It stops when the last one is gone.
#[derive(Debug, Clone)]
pub struct StandIn {
    pub(crate) world: World,
    gateway: Gateway,
    faults: Faults,
    journal: Journal,
    rates: Option<Arc<Mutex<Rates>>>,
    base: String,
    _server: Arc<Server>,
}

#[derive(Debug)]
struct Server {
    task: JoinHandle<()>,
    gateway: Gateway,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        self.gateway.abort();
    }
}

impl StandIn {
    /// Listens on 127.0.0.1.
    ///
    /// # Errors
    /// When the port can't be had, or the description can't be read.
    pub async fn start(options: StandInOptions) -> Result<Self> {
        let description = options.openapi.as_deref().map(Description::load).transpose()?.map(Arc::new);
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener = TcpListener::bind(address).await.with_context(|| format!("can't listen on {address}"))?;
        let base = format!("http://{}", listener.local_addr()?);
        let journal = Journal::new(JOURNAL);
        let started = (Instant::now(), options.clock.now());
        let mut state = State::new(options.clock, journal.clone(), &options.app_name, &options.token);
        state.base.clone_from(&base);
        state.nonce_memory = options.nonce_memory;
        state.first_answer = options.first_answer;
        state.app.permissions = options.bot_permissions;
        state.app.privileged_intents = options.privileged_intents;
        let world = World::new(state);
        let gateway = Gateway::new(world.clone(), options.heartbeat_ms);
        let faults = Faults::default();
        let rates = options.rates.map(|rates| Arc::new(Mutex::new(rates)));
        let front = Front {
            world: world.clone(),
            gateway: gateway.clone(),
            faults: faults.clone(),
            journal: journal.clone(),
            description,
            rates: rates.clone(),
            started,
        };
        let service = front.router().into_make_service_with_connect_info::<KillSwitch>();
        let task = tokio::spawn(async move {
            // Serving ends with the task only; axum goes on after errors of single connections.
            let _ = axum::serve(KillableListener(listener), service).await;
        });
        let server = Arc::new(Server { task, gateway: gateway.clone() });
        Ok(Self { world, gateway, faults, journal, rates, base, _server: server })
    }

    /// `http://127.0.0.1:PORT`, what `discord.api_base` takes.
    pub fn api_base(&self) -> &str {
        &self.base
    }

    /// The gateway's levers.
    pub fn gateway(&self) -> &Gateway {
        &self.gateway
    }

    /// The HTTP side's faults.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// What went over the wires.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Everything that happens from now on, for whoever shows it. A slow reader loses the oldest.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.world.changes()
    }

    /// The zone in which times are shown to people; UTC until then.
    pub fn show_times_in(&self, zone: Tz) {
        self.world.with(|state| state.zone = zone);
    }

    /// Whether nonces are remembered, and for how long by the world's clock.
    pub fn remember_nonces(&self, memory: Option<TimeDelta>) {
        self.world.with(|state| state.nonce_memory = memory);
    }

    /// Changes the rate limits; nothing happens where they were switched off at the start.
    pub fn change_rates(&self, change: impl FnOnce(&mut Rates)) {
        if let Some(rates) = &self.rates {
            change(&mut rates.lock().expect("no panic while held"));
        }
    }

    /// Changes the only token that is let in and ends all sessions, as a reset in the portal does.
    pub fn reset_token(&self, token: &str) {
        self.world.with(|state| token.clone_into(&mut state.app.token));
        self.gateway.close_with(4004);
    }

    /// Returns once a bot is connected and has been sent its guilds.
    pub async fn bot_is_ready(&self) {
        self.world.until(|state| (state.sessions.connected() > 0).then_some(())).await;
    }

    /// Fails when anything that the bot sent broke Discord's limits or description, or a promise of ours.
    ///
    /// # Panics
    /// With all violations, when there are any.
    #[track_caller]
    pub fn assert_clean(&self) {
        let violations = self.journal.violations();
        assert!(violations.is_empty(), "the bot broke the rules:\n{}", violations.join("\n"));
    }
}
