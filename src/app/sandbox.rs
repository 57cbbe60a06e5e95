//! Wires the sandbox: stand-in, movable clock, the company, the real bot, and the story and the web page on them.

mod host;

use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};

use self::host::BotHost;
use crate::domain::clock::{Clock, MovableClock, SystemClock};
use crate::sandbox::company::Company;
use crate::sandbox::page::{Page, PageOptions, PageParts};
use crate::sandbox::story::{self, Checks, Paper, StoryOptions};
use crate::sandbox::{Host, StandIn, StandInOptions};
use crate::settings::Settings;
use crate::shutdown::Shutdown;
use crate::texts::Catalogue;

/// What the stand-in lets in. It guards nothing: it is reached on loopback only, and gone with the process.
const TOKEN: &str = "the-sandbox-has-no-secret";

/// About how many people the company has.
const PEOPLE: usize = 140;

/// The seed of everything in the company that is left to chance.
const SEED: u64 = 7;

/// How the sandbox is asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct SandboxOptions {
    /// End after the story; there is no web page then.
    pub story: bool,
    /// Leave the story out: nobody has set the bot up yet.
    pub bare: bool,
    /// The web page.
    pub page: PageOptions,
    /// Where its data stays; a new folder below the usual one if unset.
    pub data_dir: Option<PathBuf>,
}

/// Shows the product on the Discord stand-in: serves the web page, plays the story, then stays until `shutdown` begins.
/// Where only the story is asked for, there is no page and no staying. Nothing that is there already is touched: the
/// data go into a new folder.
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
    let mut paper = Paper::new(Box::new(stdout()), stdout().is_terminal());
    let sandbox = Sandbox::open(&folder, texts, PEOPLE).await?;
    let page = if options.story { None } else { Some(sandbox.serve_page(options.page).await?) };
    let address = page.as_ref().map(|page| page.address().to_owned());
    let story = StoryOptions { page: address.clone(), ..StoryOptions::new(folder.clone()) };
    let play = async {
        if options.bare {
            sandbox.host.start().await?;
            story::stays_open(&mut paper, &sandbox.texts, address.as_deref())?;
            return Ok(Checks::default());
        }
        let _playing = page.as_ref().map(Page::story_plays);
        sandbox.tell(story, paper).await
    };
    let told = tokio::select! {
        told = play => told,
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

/// A stand-in with a clock and an invented company, and the real bot on it.
pub struct Sandbox {
    standin: StandIn,
    clock: MovableClock,
    texts: Arc<Catalogue>,
    company: Arc<Company>,
    host: Arc<BotHost>,
}

impl Sandbox {
    /// Starts the stand-in and founds a company of about `people`; the bot, which isn't started yet, will keep its data
    /// in `folder`, which is made where it is missing.
    ///
    /// # Errors
    ///
    /// When the folder can't be made or no port can be had.
    pub async fn open(folder: &Path, texts: Catalogue, people: usize) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display()))?;
        let clock = MovableClock::running_from(story::beginning());
        let standin = StandIn::start(StandInOptions::new(Arc::new(clock.clone()), TOKEN)).await?;
        let company = Arc::new(Company::found(&standin, people, SEED));
        let texts = Arc::new(texts);
        let host = BotHost::new(standin.api_base(), TOKEN, clock.clone(), texts.clone(), folder);
        Ok(Self { standin, clock, texts, company, host: Arc::new(host) })
    }

    /// The stand-in.
    pub fn standin(&self) -> &StandIn {
        &self.standin
    }

    /// The company.
    pub fn company(&self) -> &Company {
        &self.company
    }

    /// Starts the bot and waits until its commands are there.
    ///
    /// # Errors
    ///
    /// When its settings are refused.
    pub async fn start_bot(&self) -> anyhow::Result<()> {
        self.host.start().await?;
        self.standin.bot_is_ready().await;
        self.standin.commands_registered(&self.company.guild).await;
        Ok(())
    }

    /// Serves the web page, on loopback, for as long as what comes back lives.
    ///
    /// # Errors
    ///
    /// When the port can't be had.
    pub async fn serve_page(&self, options: PageOptions) -> anyhow::Result<Page> {
        let parts = PageParts {
            standin: self.standin.clone(),
            clock: self.clock.clone(),
            texts: self.texts.clone(),
            company: self.company.clone(),
            host: self.host.clone(),
        };
        Page::serve(options, parts).await
    }

    /// Plays the story once.
    ///
    /// # Errors
    ///
    /// What kept it from going on.
    pub async fn tell(&self, options: StoryOptions, paper: Paper) -> anyhow::Result<Checks> {
        let (standin, clock, company) = (self.standin.clone(), self.clock.clone(), self.company.clone());
        story::tell(options, company, standin, clock, self.texts.clone(), self.host.clone(), paper).await
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
