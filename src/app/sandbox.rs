//! Wires the sandbox: stand-in, movable clock, the real bot, and the story that is played on them.

use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, anyhow, ensure};
use async_trait::async_trait;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

use crate::domain::clock::{Clock, MovableClock, SystemClock};
use crate::health::Health;
use crate::sandbox::story::{self, Checks, Host, Page, StoryOptions};
use crate::sandbox::{StandIn, StandInOptions};
use crate::settings::{Settings, SettingsFault};
use crate::shutdown::Shutdown;
use crate::texts::Catalogue;

/// What the stand-in lets in. It guards nothing: it is reached on loopback only, and gone with the process.
const TOKEN: &str = "the-sandbox-has-no-secret";

/// How the sandbox is asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct SandboxOptions {
    /// End after the story.
    pub story: bool,
    /// Where its data stays; a new folder below the usual one if unset.
    pub data_dir: Option<PathBuf>,
}

/// Shows the product on the Discord stand-in: plays the story, then stays until `shutdown` begins unless only the
/// story was asked for. Nothing that is there already is touched: the data go into a new folder.
///
/// # Errors
///
/// What kept the story from going on, or how many things in it did not happen as expected.
pub async fn sandbox(
    options: SandboxOptions,
    settings: &Settings,
    texts: Catalogue,
    shutdown: Shutdown,
) -> anyhow::Result<()> {
    let began = SystemClock.now();
    let fresh = || settings.data_dir.join("sandbox").join(began.format("%Y-%m-%d-%H%M%S").to_string());
    let folder = options.data_dir.unwrap_or_else(fresh);
    let page = Page::new(Box::new(stdout()), stdout().is_terminal());
    let mut sandbox = Sandbox::open(&folder, texts).await?;
    let story = StoryOptions { stays: !options.story, ..StoryOptions::full(folder.clone()) };
    let told = tokio::select! {
        told = sandbox.tell(story, page) => told,
        () = shutdown.intake().cancelled() => return sandbox.close().await,
    };
    let failed = told.as_ref().map_or(1, |checks| checks.failed().len());
    if !options.story && failed == 0 {
        shutdown.intake().cancelled().await;
    }
    sandbox.close().await?;
    let checks = told?;
    ensure!(failed == 0, "{failed} of {} things in the story did not happen", failed + checks.held());
    Ok(())
}

/// A stand-in with a clock, and the real bot on it.
pub struct Sandbox {
    standin: StandIn,
    clock: MovableClock,
    texts: Arc<Catalogue>,
    host: Arc<BotHost>,
}

impl Sandbox {
    /// Starts the stand-in; the bot's data will lie in `folder`, which is made where it is missing.
    ///
    /// # Errors
    ///
    /// When the folder can't be made or no port can be had.
    pub async fn open(folder: &Path, texts: Catalogue) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display()))?;
        let clock = MovableClock::running_from(story::beginning());
        let standin = StandIn::start(StandInOptions::new(Arc::new(clock.clone()), TOKEN)).await?;
        let texts = Arc::new(texts);
        let running = Mutex::default();
        let host = BotHost {
            api_base: standin.api_base().to_owned(),
            clock: clock.clone(),
            texts: texts.clone(),
            folder: folder.to_owned(),
            running,
        };
        Ok(Self { standin, clock, texts, host: Arc::new(host) })
    }

    /// The stand-in.
    pub fn standin(&self) -> &StandIn {
        &self.standin
    }

    /// Plays the story once.
    ///
    /// # Errors
    ///
    /// What kept it from going on.
    pub async fn tell(&mut self, options: StoryOptions, page: Page) -> anyhow::Result<Checks> {
        let (standin, clock) = (self.standin.clone(), self.clock.clone());
        story::tell(options, standin, clock, self.texts.clone(), self.host.clone(), page).await
    }

    /// Stops the bot in order.
    ///
    /// # Errors
    ///
    /// When it did not end well.
    pub async fn close(&self) -> anyhow::Result<()> {
        self.host.stop().await
    }
}

/// Runs the real bot against the stand-in, in this process.
struct BotHost {
    api_base: String,
    clock: MovableClock,
    texts: Arc<Catalogue>,
    folder: PathBuf,
    running: Mutex<Option<(Shutdown, JoinHandle<anyhow::Result<()>>)>>,
}

impl BotHost {
    fn settings(&self) -> anyhow::Result<Settings> {
        let variable = |name: &str| match name {
            "DISCORD_TOKEN" => Some(TOKEN.to_owned()),
            "GROUNDSWELL_DISCORD_API_BASE" => Some(self.api_base.clone()),
            "GROUNDSWELL_DATA_DIR" => Some(self.folder.display().to_string()),
            _ => None,
        };
        let told = |faults: Vec<SettingsFault>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        Settings::load(None, variable).map_err(|faults| anyhow!(told(faults)))
    }
}

#[async_trait]
impl Host for BotHost {
    async fn start(&self) -> anyhow::Result<()> {
        let (settings, shutdown) = (self.settings()?, Shutdown::new());
        let (clock, texts, stop) = (Arc::new(self.clock.clone()), self.texts.clone(), shutdown.clone());
        let ended = tokio::spawn(async move { super::serve(&settings, texts, clock, Health::new(), stop).await });
        *self.running.lock().await = Some((shutdown, ended));
        Ok(())
    }

    async fn stop(&self) -> anyhow::Result<()> {
        let Some((shutdown, ended)) = self.running.lock().await.take() else { return Ok(()) };
        shutdown.stop();
        ended.await.context("the bot fell over")?
    }

    fn database(&self, guild: u64) -> PathBuf {
        self.folder.join(guild.to_string()).join("groundswell.db")
    }
}
