//! The stage for journeys: a stand-in with a small company, and the real bot connected to it on a movable clock.

pub mod announcing;
pub mod company;
pub mod managers;
pub mod pulses;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use groundswell::app;
use groundswell::domain::clock::MovableClock;
use groundswell::health::Health;
use groundswell::sandbox::{StandIn, StandInOptions};
use groundswell::settings::Settings;
use groundswell::shutdown::Shutdown;
use groundswell::texts::Catalogue;
use tempfile::TempDir;
use tokio::task::JoinHandle;

pub use company::Company;

/// The token that the stand-in lets in.
pub const TOKEN: &str = "a-token-for-tests";

/// A stand-in, a company, a clock and a bot.
pub struct Stage {
    pub standin: StandIn,
    pub clock: MovableClock,
    pub company: Company,
    pub data: TempDir,
    /// A folder of texts in place of those built in, from the bot's next start on.
    pub messages: Option<PathBuf>,
    bot: Option<RunningBot>,
}

struct RunningBot {
    shutdown: Shutdown,
    ended: JoinHandle<anyhow::Result<()>>,
}

impl Stage {
    /// Monday, 2 November 2026, 08:00 in Berlin; a company that nobody has set up; a bot that is ready.
    pub async fn bare() -> Self {
        let clock = MovableClock::running_from(berlin(2026, 11, 2, 8, 0));
        let mut options = StandInOptions::new(Arc::new(clock.clone()), TOKEN);
        // A busy machine is no fault.
        options.first_answer = Duration::from_secs(20);
        let standin = StandIn::start(options).await.expect("loopback");
        let company = Company::found(&standin);
        let data = TempDir::new().expect("a folder");
        let mut stage = Self { standin, clock, company, data, messages: None, bot: None };
        stage.start_bot().await;
        stage
    }

    /// The same with everything set up through `/setup`: three departments, roles, channels, Berlin time.
    pub async fn set_up() -> Self {
        let stage = Self::bare().await;
        stage.company.set_up().await;
        stage
    }

    /// Starts the bot and waits until its commands are there.
    pub async fn start_bot(&mut self) {
        self.connect_bot().await;
        self.standin.commands_registered(&self.company.guild).await;
    }

    /// Starts the bot and waits until it is connected, on a server or on none.
    pub async fn connect_bot(&mut self) {
        let shutdown = Shutdown::new();
        let (settings, clock) = (self.settings(), Arc::new(self.clock.clone()));
        let texts = self.messages.as_ref().map_or_else(Catalogue::built_in, |folder| Catalogue::load(folder));
        let texts = texts.expect("the texts are sound");
        let stop = shutdown.clone();
        let ended = tokio::spawn(async move { app::serve(&settings, texts, clock, Health::new(), stop).await });
        self.bot = Some(RunningBot { shutdown, ended });
        self.standin.bot_is_ready().await;
    }

    /// Stops the bot in order, as SIGTERM would, and waits until it has ended.
    pub async fn stop_bot(&mut self) {
        let bot = self.bot.take().expect("a bot is running");
        bot.shutdown.stop();
        bot.ended.await.expect("no panic").expect("a clean end");
    }

    /// Ends the bot as a power cut would: nothing in flight is finished.
    pub async fn crash_bot(&mut self) {
        let bot = self.bot.take().expect("a bot is running");
        bot.ended.abort();
        bot.ended.await.expect_err("cut off");
        bot.shutdown.stop();
        // Its tasks fall one by one; the last one lets the data folder go.
        while groundswell::store::DataFolder::open(self.data.path()).is_err() {
            tokio::task::yield_now().await;
        }
    }

    /// Stops the bot and starts it again on the same data.
    pub async fn restart_bot(&mut self) {
        self.stop_bot().await;
        self.start_bot().await;
    }

    /// The settings of the bot on this stage.
    pub fn settings(&self) -> Settings {
        let (api, data) = (self.standin.api_base().to_owned(), self.data.path().display().to_string());
        let variable = |name: &str| match name {
            "DISCORD_TOKEN" => Some(TOKEN.to_owned()),
            "GROUNDSWELL_DISCORD_API_BASE" => Some(api.clone()),
            "GROUNDSWELL_DATA_DIR" => Some(data.clone()),
            _ => None,
        };
        Settings::load(None, variable).expect("sound settings")
    }
}

/// A copy of the folder of texts, to be changed.
pub fn copy_of_messages() -> TempDir {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("made");
        for entry in fs::read_dir(from).expect("a folder") {
            let path = entry.expect("an entry").path();
            let target = to.join(path.file_name().expect("a name"));
            if path.is_dir() {
                copy(&path, &target);
            } else {
                fs::copy(&path, &target).expect("copied");
            }
        }
    }
    let folder = TempDir::new().expect("a folder");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("messages"), folder.path());
    folder
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(bot) = &self.bot {
            bot.shutdown.stop();
            bot.ended.abort();
        }
        // While a test fails for another reason, its own message matters more.
        if !std::thread::panicking() {
            self.standin.assert_clean();
        }
    }
}

/// A moment in Berlin.
pub fn berlin(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Berlin.with_ymd_and_hms(year, month, day, hour, minute, 0).single().expect("an unambiguous moment").to_utc()
}
