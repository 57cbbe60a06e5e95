//! The running bot: what it does when the gateway tells it something.

use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use tokio_util::task::TaskTracker;

use super::commands;
use super::gateway::Events;
use super::incoming::Interaction;
use super::rest::Rest;
use super::router::Router;
use crate::domain::ids::GuildId;
use crate::health::{Health, Part, Readiness};
use crate::service::Services;

/// One bot, connected or on its way to it.
pub struct Bot {
    services: Services,
    rest: Rest,
    router: Router,
    work: TaskTracker,
    application: AtomicU64,
    health: Health,
    connection: Part,
}

impl Bot {
    /// A bot whose answers run on `work`, so that stopping waits for them.
    pub fn new(services: Services, rest: Rest, work: TaskTracker, health: Health) -> Self {
        let router = Router::new(services.clone(), rest.clone());
        let connection = health.part("gateway");
        Self { services, rest, router, work, application: AtomicU64::new(0), health, connection }
    }
}

#[async_trait]
impl Events for Bot {
    async fn ready(&self, application: u64) {
        self.application.store(application, Ordering::Relaxed);
        self.connection.set(Readiness::Ready);
        tracing::info!("connected");
    }

    async fn resumed(&self) {
        self.connection.set(Readiness::Ready);
        tracing::info!("connected again");
    }

    async fn lost(&self, why: &'static str) {
        self.health.counter("groundswell_gateway_losses", "Lost gateway connections").inc();
        self.connection.set(Readiness::NotReady(why));
    }

    async fn guild(&self, guild: GuildId) {
        let (rest, texts) = (self.rest.clone(), self.services.texts.clone());
        let application = self.application.load(Ordering::Relaxed);
        self.work.spawn(async move {
            let definitions = commands::definitions(&texts);
            match commands::register(&rest, application, guild, &definitions).await {
                Ok(changed) => tracing::info!(changed, "commands are registered"),
                Err(error) => tracing::warn!(%error, "commands could not be registered"),
            }
        });
    }

    fn interaction(&self, interaction: Interaction) {
        let router = self.router.clone();
        self.work.spawn(async move { router.handle(interaction).await });
    }

    fn unreadable(&self, kind: &str) {
        self.health.counter("groundswell_unreadable_events", "Gateway events that could not be read").inc();
        tracing::error!(kind, "an event from Discord could not be read; whoever caused it got no answer");
    }
}
