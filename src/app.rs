//! Wires the concrete parts together, for the program, the sandbox and the tests alike. The only place that does.

use std::path::PathBuf;

use anyhow::Context;

use crate::health::{self, Health};
use crate::settings::Settings;
use crate::shutdown::{Drained, Shutdown};
use crate::texts::{Catalogue, Fault};

/// How the sandbox is asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct SandboxOptions {
    /// End after the story.
    pub story: bool,
    /// Where its data stays; a temporary folder if unset.
    pub data_dir: Option<PathBuf>,
}

/// The texts that `settings` ask for, checked.
///
/// # Errors
///
/// Every fault of the texts.
pub fn texts(settings: &Settings) -> Result<Catalogue, Vec<Fault>> {
    settings.messages_dir.as_deref().map_or_else(Catalogue::built_in, Catalogue::load)
}

/// Serves until `shutdown` begins, then ends in order.
///
/// # Errors
///
/// What kept the program from starting or going on.
pub async fn run(settings: Settings, _texts: Catalogue, shutdown: Shutdown) -> anyhow::Result<()> {
    let health = Health::new();
    if let Some(address) = settings.health_listen {
        let listener = health::listen(address).await.with_context(|| format!("the health page at {address}"))?;
        shutdown.work().spawn(health::serve(listener, health.clone(), shutdown.intake().clone()));
    }
    shutdown.intake().cancelled().await;
    if let Drained::LeftBehind(tasks) = shutdown.drain().await {
        tracing::warn!(tasks, "work in flight was cut off");
    }
    Ok(())
}

/// Shows the product on the Discord stand-in.
///
/// # Errors
///
/// What in the story did not happen.
pub async fn sandbox(_options: SandboxOptions, _texts: Catalogue, _shutdown: Shutdown) -> anyhow::Result<()> {
    anyhow::bail!("the sandbox has no story yet")
}
