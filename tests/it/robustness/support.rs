//! A stand-in, a guild with an owner, and the bot on it with a gateway that does not make tests wait.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use groundswell::app;
use groundswell::discord::gateway::Timing;
use groundswell::domain::clock::MovableClock;
use groundswell::health::{Health, Readiness};
use groundswell::sandbox::language::{Guild, Member};
use groundswell::sandbox::{StandIn, StandInOptions};
use groundswell::settings::Settings;
use groundswell::shutdown::Shutdown;
use groundswell::texts::Catalogue;
use tempfile::TempDir;
use tokio::task::JoinHandle;

use crate::support::TOKEN;

/// A gateway that gives up and comes back within moments.
pub const QUICK: Timing = Timing {
    handshake: Duration::from_millis(700),
    first_pause: Duration::from_millis(20),
    longest_pause: Duration::from_millis(200),
    identify_gap: Duration::from_millis(20),
    steady: Duration::from_secs(30),
};

/// A bot under way, and how it ended.
pub struct RunningBot {
    pub shutdown: Shutdown,
    pub health: Health,
    pub ended: JoinHandle<anyhow::Result<()>>,
    _data: TempDir,
}

impl RunningBot {
    /// Starts a bot at this address.
    pub fn start(api_base: &str, timing: Timing) -> Self {
        let data = TempDir::new().expect("a folder");
        let settings = settings(api_base, data.path());
        let (shutdown, health) = (Shutdown::new(), Health::new());
        let (stop, page) = (shutdown.clone(), health.clone());
        let texts = Catalogue::built_in().expect("the texts are sound");
        let ended =
            tokio::spawn(async move { app::serve_with(timing, &settings, texts, Arc::new(clock()), page, stop).await });
        Self { shutdown, health, ended, _data: data }
    }

    /// The sentence with which it gave up.
    pub async fn last_words(self) -> String {
        self.ended.await.expect("no panic").expect_err("it gave up").to_string()
    }

    /// Waits until it says so of itself.
    pub async fn health_says(&self, readiness: Readiness) {
        let said = async {
            while self.health.readiness() != readiness {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), said).await.expect("said within 20 s");
    }

    /// Stops it in order.
    pub async fn stop(self) {
        self.shutdown.stop();
        self.ended.await.expect("no panic").expect("a clean end");
    }
}

/// The settings of a bot at this address.
pub fn settings(api_base: &str, data: &Path) -> Settings {
    let (api, data) = (api_base.to_owned(), data.display().to_string());
    let variable = |name: &str| match name {
        "DISCORD_TOKEN" => Some(TOKEN.to_owned()),
        "GROUNDSWELL_DISCORD_API_BASE" => Some(api.clone()),
        "GROUNDSWELL_DATA_DIR" => Some(data.clone()),
        _ => None,
    };
    Settings::load(None, variable).expect("sound settings")
}

pub fn clock() -> MovableClock {
    MovableClock::running_from(DateTime::from_timestamp(1_796_000_000, 0).expect("in range"))
}

/// A stand-in with a guild and its owner.
pub async fn stand_in(change: impl FnOnce(&mut StandInOptions)) -> (StandIn, Guild, Member) {
    let mut options = StandInOptions::new(Arc::new(clock()), TOKEN);
    change(&mut options);
    let standin = StandIn::start(options).await.expect("loopback");
    let guild = standin.add_guild("Nordlicht Logistics");
    let owner = guild.owner();
    (standin, guild, owner)
}

/// The same with a bot that serves.
pub async fn serving(change: impl FnOnce(&mut StandInOptions)) -> (StandIn, Guild, Member, RunningBot) {
    let (standin, guild, owner) = stand_in(change).await;
    let bot = RunningBot::start(standin.api_base(), QUICK);
    standin.bot_is_ready().await;
    standin.commands_registered(&guild).await;
    (standin, guild, owner, bot)
}
