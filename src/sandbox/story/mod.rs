//! The story: some weeks in the life of the invented company, played through the real protocols and printed as it
//! would look in Discord.
//!
//! Each scene is a file in `scenes/`: it moves the clock, lets people act, shows what they see, and notes what must
//! have happened. The story knows the bot only through Discord; a [`Host`] starts and stops it.

mod checks;
mod paper;
mod scenes;
mod stage;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Tz;

pub use checks::Checks;
pub use paper::Paper;
pub use stage::Stage;

use super::company::Company;
use super::{Host, StandIn};
use crate::domain::clock::MovableClock;
use crate::texts::{Catalogue, Language};
use crate::values;

/// The company's time zone.
pub const ZONE: Tz = chrono_tz::Europe::Berlin;

/// How the story is played.
#[derive(Debug, Clone)]
pub struct StoryOptions {
    /// How many people act at the same time.
    pub at_once: usize,
    /// Where pictures are written.
    pub pictures: PathBuf,
    /// The address of the page on which one can be anybody in the company, where there is one.
    pub page: Option<String>,
}

impl StoryOptions {
    /// As it is told by itself, with pictures in `pictures`.
    pub fn new(pictures: PathBuf) -> Self {
        Self { at_once: 16, pictures, page: None }
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
/// What kept it from going on: a command that isn't there, a bot that doesn't answer, a paper that can't be written.
pub async fn tell(
    options: StoryOptions,
    company: Arc<Company>,
    standin: StandIn,
    clock: MovableClock,
    texts: Arc<Catalogue>,
    host: Arc<dyn Host>,
    paper: Paper,
) -> anyhow::Result<Checks> {
    let mut stage = Stage::new(options, company, standin, clock, texts, host, paper);
    stage.begins()?;
    stage.start_bot().await?;
    scenes::play(&mut stage).await?;
    stage.ends()?;
    if stage.checks.failed().is_empty() {
        stays_open(&mut stage.paper, &stage.texts, stage.options.page.as_deref())?;
    }
    Ok(stage.checks)
}

/// Says where the company stays open, if it does.
///
/// # Errors
///
/// When it can't be written.
pub fn stays_open(paper: &mut Paper, texts: &Catalogue, page: Option<&str>) -> std::io::Result<()> {
    let Some(address) = page else { return Ok(()) };
    paper.line("")?;
    paper.line(&texts.say(&Language::english(), "story.end.stays", values! { address => address }))
}
