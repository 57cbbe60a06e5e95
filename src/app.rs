//! Wires the concrete parts together, for the program, the sandbox and the tests alike. The only place that does.

mod comments;
mod load;
mod sandbox;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio_util::task::AbortOnDropHandle;

use crate::discord::bot::Bot;
use crate::discord::gateway::{self, Timing};
use crate::discord::messenger::Messenger;
use crate::discord::rest::Rest;
use crate::domain::clock::{Clock, SystemClock};
use crate::health::{self, Health, Part, Readiness};
use crate::scheduler::Scheduler;
use crate::service::Services;
use crate::service::readings::queue;
use crate::settings::Settings;
use crate::shutdown::{Drained, Shutdown};
use crate::store::{self, DataFolder, Found};
use crate::texts::{Catalogue, Fault};

pub use crate::sandbox::page::PageOptions;
pub use comments::{CommentsFault, evaluate, judge, read_comments};
pub use load::{Contender, LoadOptions, echo, load};
pub use sandbox::{Sandbox, SandboxOptions, sandbox};

/// How long closing the databases may take.
const CLOSING: Duration = Duration::from_secs(3);

/// After so long it is tried again whether the disk takes something.
const DISK_AGAIN: Duration = Duration::from_secs(2);

/// The texts that `settings` ask for, checked.
///
/// # Errors
///
/// Every fault of the texts.
pub fn texts(settings: &Settings) -> Result<Catalogue, Vec<Fault>> {
    settings.messages_dir.as_deref().map_or_else(Catalogue::built_in, Catalogue::load)
}

/// Serves Discord until `shutdown` begins, then ends in order.
///
/// # Errors
///
/// What kept the program from starting or going on.
pub async fn run(settings: Settings, texts: Catalogue, shutdown: Shutdown) -> anyhow::Result<()> {
    let health = Health::new();
    if let Some(address) = settings.health_listen {
        let listener = health::listen(address).await.with_context(|| format!("the health page at {address}"))?;
        shutdown.work().spawn(health::serve(listener, health.clone(), shutdown.intake().clone()));
    }
    serve(&settings, texts, Arc::new(SystemClock), health, shutdown).await
}

/// The bot itself, on any clock: for [`run`], the sandbox and the tests.
///
/// # Errors
///
/// What kept it from starting or going on.
pub async fn serve(
    settings: &Settings,
    texts: impl Into<Arc<Catalogue>>,
    clock: Arc<dyn Clock>,
    health: Health,
    shutdown: Shutdown,
) -> anyhow::Result<()> {
    serve_with(Timing::default(), settings, texts, clock, health, shutdown).await
}

/// [`serve`] with another timing of the gateway: tests don't wait.
///
/// # Errors
///
/// As [`serve`].
pub async fn serve_with(
    timing: Timing,
    settings: &Settings,
    texts: impl Into<Arc<Catalogue>>,
    clock: Arc<dyn Clock>,
    health: Health,
    shutdown: Shutdown,
) -> anyhow::Result<()> {
    let token = settings.token.as_ref().context("no token is set")?;
    let data = Arc::new(DataFolder::open(&settings.data_dir)?);
    // Before the first event, so that a damaged, foreign or newer database stops the start.
    if let Err(faults) = data.open_all().await {
        data.close().await;
        anyhow::bail!("{}", faults.into_iter().map(sentence).collect::<Vec<_>>().join("\n"));
    }
    let rest = Rest::new(settings.api_base.as_str(), token)?;
    let texts = texts.into();
    let services = Services {
        clock,
        data: data.clone(),
        judge: Arc::new(judge(&texts)),
        texts,
        chat: Arc::new(Messenger::new(rest.clone())),
        due_changed: Arc::default(),
        waves: Arc::default(),
        unread: Arc::default(),
        asked: Arc::default(),
    };
    let (watching, stop) = (watch_disk(data.clone(), health.part("disk")), shutdown.intake().clone());
    let disk = shutdown.work().spawn(async move { stop.run_until_cancelled(watching).await });
    let disk = AbortOnDropHandle::new(disk);
    let scheduler = Scheduler::new(services.clone());
    let stop = shutdown.intake().clone();
    // Stopping waits for the tick under way, but not for ever: what it leaves behind the next start takes up.
    let ticking = AbortOnDropHandle::new(shutdown.work().spawn(async move { scheduler.run(stop).await }));
    let (reader, stop) = (services.clone(), shutdown.intake().clone());
    let reading = AbortOnDropHandle::new(shutdown.work().spawn(async move { queue::work(reader, stop).await }));
    let bot = Bot::new(services, rest.clone(), shutdown.clone(), health);
    let intake = shutdown.intake().clone();
    let ended = gateway::run(&rest, settings.api_base.as_url(), token, Arc::new(bot), timing, intake).await;
    if let Drained::LeftBehind(tasks) = shutdown.drain().await {
        tracing::warn!(tasks, "work in flight was cut off");
    }
    drop((ticking, disk, reading));
    // Work that was cut off may still hold a connection; then the next start empties the write-ahead log.
    if tokio::time::timeout(CLOSING, data.close()).await.is_err() {
        tracing::warn!("a database could not be closed in order");
    }
    Ok(ended?)
}

/// The process is not ready while nothing can be written, and says so until it can again.
async fn watch_disk(data: Arc<DataFolder>, part: Part) {
    let mut trouble = data.trouble();
    loop {
        part.set(Readiness::Ready);
        if trouble.wait_for(|there| *there).await.is_err() {
            return;
        }
        part.set(Readiness::NotReady("the disk is full, broken or read-only"));
        loop {
            let tried = Arc::clone(&data);
            if tokio::task::spawn_blocking(move || tried.can_write()).await.unwrap_or(false) {
                break;
            }
            tokio::time::sleep(DISK_AGAIN).await;
        }
    }
}

/// What `groundswell check` says about the databases: how many are sound, or every fault. Nothing is changed.
///
/// # Errors
///
/// Every database that would be refused, one sentence each.
pub async fn check_data(settings: &Settings) -> Result<usize, Vec<String>> {
    let looked_at = store::inspect(&settings.data_dir).await.map_err(|error| vec![sentence(error.into())])?;
    let count = looked_at.iter().filter(|(_, found)| matches!(found, Ok(Found::Current | Found::Earlier))).count();
    let faults: Vec<String> =
        looked_at.into_iter().filter_map(|(_, found)| Some(sentence(found.err()?.into()))).collect();
    if faults.is_empty() { Ok(count) } else { Err(faults) }
}

/// An error and its causes on one line.
fn sentence(error: anyhow::Error) -> String {
    format!("{error:#}").replace('\n', " ")
}
