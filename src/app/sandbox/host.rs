//! Runs the real bot in this process, on threads of its own, so that it can be ended in the middle of anything.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow};
use async_trait::async_trait;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Mutex;
use tokio::task::{AbortHandle, JoinHandle};

use crate::app;
use crate::domain::clock::MovableClock;
use crate::health::Health;
use crate::sandbox::Host;
use crate::settings::{Settings, SettingsFault};
use crate::shutdown::Shutdown;
use crate::store::DataFolder;
use crate::texts::Catalogue;

/// The bot's own threads.
const THREADS: usize = 2;

/// How long a killed bot may hold its data folder, and how often that is looked at.
const LETTING_GO: Duration = Duration::from_secs(10);
const LOOKING: Duration = Duration::from_millis(5);

/// The bot against one stand-in.
pub(super) struct BotHost {
    api_base: String,
    token: &'static str,
    clock: MovableClock,
    texts: Arc<Catalogue>,
    folder: PathBuf,
    running: Mutex<Option<Running>>,
    /// Whether the bot that was started last has ended.
    last: std::sync::Mutex<Option<AbortHandle>>,
}

struct Running {
    shutdown: Shutdown,
    ended: JoinHandle<anyhow::Result<()>>,
    /// Taken when it ends; a runtime must not simply be dropped where other work waits.
    runtime: Option<Runtime>,
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl BotHost {
    pub(super) fn new(
        api_base: &str,
        token: &'static str,
        clock: MovableClock,
        texts: Arc<Catalogue>,
        folder: &Path,
    ) -> Self {
        let (running, last) = (Mutex::default(), std::sync::Mutex::default());
        Self { api_base: api_base.to_owned(), token, clock, texts, folder: folder.to_owned(), running, last }
    }

    fn settings(&self) -> anyhow::Result<Settings> {
        let variable = |name: &str| match name {
            "DISCORD_TOKEN" => Some(self.token.to_owned()),
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
        let mut running = self.running.lock().await;
        if running.as_ref().is_some_and(|running| !running.ended.is_finished()) {
            return Ok(());
        }
        let (settings, shutdown) = (self.settings()?, Shutdown::new());
        let runtime = Builder::new_multi_thread().worker_threads(THREADS).enable_all().build();
        let runtime = runtime.context("threads for the bot")?;
        let (clock, texts, stop) = (Arc::new(self.clock.clone()), self.texts.clone(), shutdown.clone());
        let ended = runtime.spawn(async move { app::serve(&settings, texts, clock, Health::new(), stop).await });
        *self.last.lock().expect("no panic while held") = Some(ended.abort_handle());
        *running = Some(Running { shutdown, ended, runtime: Some(runtime) });
        Ok(())
    }

    async fn stop(&self) -> anyhow::Result<()> {
        let Some(mut running) = self.running.lock().await.take() else { return Ok(()) };
        running.shutdown.stop();
        (&mut running.ended).await.context("the bot fell over")?
    }

    async fn kill(&self) -> anyhow::Result<()> {
        let mut running = self.running.lock().await;
        drop(running.take());
        // Its tasks fall one by one; the last one lets the data folder go, unless it was killed before it had it.
        let free = async {
            while self.runs() || DataFolder::open(&self.folder).is_err() {
                tokio::time::sleep(LOOKING).await;
            }
        };
        tokio::time::timeout(LETTING_GO, free).await.context("the killed bot does not let its data go")
    }

    fn runs(&self) -> bool {
        self.last.lock().expect("no panic while held").as_ref().is_some_and(|last| !last.is_finished())
    }

    fn database(&self, guild: u64) -> PathBuf {
        self.folder.join(guild.to_string()).join("groundswell.db")
    }
}
