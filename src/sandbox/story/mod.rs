//! The story: some weeks in the life of the invented company, played through the real protocols and printed as it
//! would look in Discord.
//!
//! Each scene is a file in `scenes/`: it moves the clock, lets people act, shows what they see, and notes what must
//! have happened. The story knows the bot only through Discord; [`Host`] starts and stops it.

mod checks;
mod crowd;
mod page;
mod scenes;
mod stage;
mod walk;

use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Tz;

pub use checks::Checks;
pub use page::Page;
pub use stage::Stage;

use super::StandIn;
use crate::domain::clock::MovableClock;
use crate::texts::Catalogue;

/// The company's time zone.
pub const ZONE: Tz = chrono_tz::Europe::Berlin;

/// Starts and stops the bot on the story's stand-in, clock and data.
#[async_trait]
pub trait Host: Send + Sync {
    /// Starts it. Returns at once; the stand-in tells when it is connected.
    async fn start(&self) -> anyhow::Result<()>;

    /// Stops it in order and waits until it has ended.
    async fn stop(&self) -> anyhow::Result<()>;

    /// The file that holds what the bot stores for a guild, given by its number.
    fn database(&self, guild: u64) -> PathBuf;
}

/// How the story is played.
#[derive(Debug, Clone)]
pub struct StoryOptions {
    /// About how many people the departments have together.
    pub people: usize,
    /// The seed of everything that is left to chance.
    pub seed: u64,
    /// How many people act at the same time.
    pub at_once: usize,
    /// Where pictures are written.
    pub pictures: PathBuf,
    /// Whether the company stays open afterwards, and the page says so.
    pub stays: bool,
}

impl StoryOptions {
    /// The company in full: about 140 people.
    pub fn full(pictures: PathBuf) -> Self {
        Self { people: 140, seed: 7, at_once: 16, pictures, stays: false }
    }
}

/// When the story begins: Wednesday, 2 December 2026, ten in the morning.
pub fn beginning() -> DateTime<Utc> {
    ZONE.with_ymd_and_hms(2026, 12, 2, 10, 0, 0).single().expect("no clock change in December").to_utc()
}

/// Plays the story to its end.
///
/// # Errors
///
/// What kept it from going on: a command that isn't there, a bot that doesn't answer, a page that can't be written.
pub async fn tell(
    options: StoryOptions,
    standin: StandIn,
    clock: MovableClock,
    texts: Arc<Catalogue>,
    host: Arc<dyn Host>,
    page: Page,
) -> anyhow::Result<Checks> {
    let mut stage = Stage::new(options, standin, clock, texts, host, page);
    stage.begins()?;
    stage.start_bot().await?;
    scenes::play(&mut stage).await?;
    stage.ends()?;
    if stage.options.stays && stage.checks.failed().is_empty() {
        stage.stays()?;
    }
    Ok(stage.checks)
}
