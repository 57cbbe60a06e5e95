//! The running bot: what it does when the gateway tells it something.

use std::collections::{HashSet, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;

use super::commands;
use super::gateway::Events;
use super::incoming::Interaction;
use super::rest::{Rest, RestError};
use super::router::Router;
use crate::domain::ids::{GuildId, RoleId};
use crate::health::{Health, Part, Readiness};
use crate::service::failure::Failure;
use crate::service::{Services, departures, lost_roles};
use crate::shutdown::Shutdown;

/// Interactions remembered, so that one delivered twice is handled once. Discord repeats what a lost connection may
/// have swallowed: seconds' worth.
const REMEMBERED: usize = 1000;

/// Pauses before commands that could not be registered are tried again: doubled each time.
const FIRST_PAUSE: Duration = Duration::from_secs(30);
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

/// One bot, connected or on its way to it.
pub struct Bot {
    services: Services,
    rest: Rest,
    router: Router,
    shutdown: Shutdown,
    application: AtomicU64,
    /// Guilds whose commands were taken care of in this session.
    registered: Arc<Mutex<HashSet<GuildId>>>,
    seen: Mutex<Seen>,
    /// The guilds that the bot is in, as far as heard.
    present: Mutex<HashSet<GuildId>>,
    health: Health,
    connection: Part,
}

impl Bot {
    /// A bot whose answers are work of `shutdown`, so that stopping waits for them.
    pub fn new(services: Services, rest: Rest, shutdown: Shutdown, health: Health) -> Self {
        let router = Router::new(services.clone(), rest.clone());
        let connection = health.part("gateway");
        Self {
            services,
            rest,
            router,
            shutdown,
            application: AtomicU64::new(0),
            registered: Arc::default(),
            seen: Mutex::default(),
            present: Mutex::default(),
            health,
            connection,
        }
    }

    fn register(&self, guild: GuildId) {
        if !self.registered.lock().expect("no panic while held").insert(guild) {
            return;
        }
        let (rest, texts) = (self.rest.clone(), self.services.texts.clone());
        let application = self.application.load(Ordering::Relaxed);
        let stop = self.shutdown.intake().clone();
        let registered = Arc::clone(&self.registered);
        self.shutdown.work().spawn(async move {
            let definitions = commands::definitions(&texts);
            let registering = async {
                let mut pause = FIRST_PAUSE;
                loop {
                    match commands::register(&rest, application, guild, &definitions).await {
                        Ok(changed) => return tracing::info!(changed, "commands are registered"),
                        Err(error @ RestError::Refused { .. }) => {
                            // The next time that the guild appears may be better.
                            registered.lock().expect("no panic while held").remove(&guild);
                            return tracing::warn!(%error, "commands could not be registered");
                        }
                        Err(error) => {
                            let seconds = pause.as_secs();
                            tracing::warn!(%error, seconds, "commands could not be registered; trying again");
                        }
                    }
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            };
            // Stopping does not wait for this: the next start does it.
            tokio::select! {
                () = stop.cancelled() => {}
                () = registering => {}
            }
        });
    }
}

/// Where the bot is, and which roles are gone, matters later than now: a fault is logged, and the next connection tells
/// again.
fn log(noted: Result<(), Failure>) {
    if let Err(failure) = noted {
        tracing::error!(cause = failure.cause(), "what Discord told of a server could not be noted");
    }
}

#[async_trait]
impl Events for Bot {
    async fn ready(&self, application: u64, guilds: &[GuildId]) {
        self.application.store(application, Ordering::Relaxed);
        self.registered.lock().expect("no panic while held").clear();
        self.connection.set(Readiness::Ready);
        tracing::info!(guilds = guilds.len(), "connected");
        guilds.iter().for_each(|guild| self.register(*guild));
        *self.present.lock().expect("no panic while held") = guilds.iter().copied().collect();
        log(departures::only_in(&self.services, guilds).await);
    }

    async fn resumed(&self) {
        self.connection.set(Readiness::Ready);
        tracing::info!("connected again");
    }

    async fn lost(&self, why: &'static str) {
        self.health.counter("groundswell_gateway_losses", "Lost gateway connections").inc();
        self.connection.set(Readiness::NotReady(why));
    }

    async fn guild(&self, guild: GuildId, roles: Option<Vec<RoleId>>) {
        self.register(guild);
        self.present.lock().expect("no panic while held").insert(guild);
        log(departures::returned(&self.services, guild).await);
        if let Some(roles) = roles {
            let services = self.services.clone();
            self.shutdown.work().spawn(async move { log(lost_roles::only(&services, guild, &roles).await) });
        }
    }

    fn role_gone(&self, guild: GuildId, role: RoleId) {
        let services = self.services.clone();
        self.shutdown.work().spawn(async move { log(lost_roles::gone(&services, guild, role).await) });
    }

    async fn left(&self, guild: GuildId) {
        self.registered.lock().expect("no panic while held").remove(&guild);
        self.present.lock().expect("no panic while held").remove(&guild);
        log(departures::left(&self.services, guild, true).await);
    }

    fn interaction(&self, interaction: Interaction) {
        if !self.seen.lock().expect("no panic while held").is_new(interaction.id) {
            tracing::debug!("an interaction was delivered twice and handled once");
            return;
        }
        // Whoever does something on a server has the bot there, whatever was told before.
        let unheard = |guild: &GuildId| self.present.lock().expect("no panic while held").insert(*guild);
        if let Some(guild) = interaction.guild_id.filter(unheard) {
            let services = self.services.clone();
            self.shutdown.work().spawn(async move { log(departures::returned(&services, guild).await) });
        }
        let router = self.router.clone();
        // Taken here, where events still stand in their order.
        let turn = router.turn(&interaction);
        self.shutdown.work().spawn(async move { router.handle(interaction, turn).await });
    }

    fn unreadable(&self, kind: &'static str) {
        self.health.counter("groundswell_unreadable_events", "Gateway events that could not be read").inc();
        tracing::error!(kind, "an event from Discord could not be read; whoever caused it got no answer");
    }
}

/// The latest interactions' ids.
#[derive(Default)]
struct Seen {
    ids: HashSet<u64>,
    order: VecDeque<u64>,
}

impl Seen {
    fn is_new(&mut self, id: u64) -> bool {
        if !self.ids.insert(id) {
            return false;
        }
        self.order.push_back(id);
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.ids.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interaction_is_new_once_and_memory_is_bounded() {
        let mut seen = Seen::default();
        assert!(seen.is_new(1) && !seen.is_new(1));
        for id in 2..=REMEMBERED as u64 + 1 {
            assert!(seen.is_new(id));
        }
        assert!(seen.order.len() == REMEMBERED && seen.ids.len() == REMEMBERED);
        assert!(seen.is_new(1), "forgotten by now");
    }
}
