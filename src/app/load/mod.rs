//! Measures the bot: it and a yardstick that stores nothing take turns on the same stand-in, as processes of their own.
//!
//! Only the ratio of one run counts: rates of two runs on one machine differ more than bots do. After each of the bot's
//! turns it is killed, and every answer that it had acknowledged must be in its database.

mod child;
mod echo;
mod stored;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use self::child::{Child, TOKEN};
use crate::domain::clock::{Clock, SystemClock};
use crate::sandbox::load::{Bout, Crowd, Ground};
use crate::settings::Settings;
use crate::texts::Catalogue;

pub use echo::echo;

/// 500 clicks within 5 s, all answered under 2 s (promises.md 6).
const BURST: (u32, Duration) = (100, Duration::from_secs(5));

/// How long a seal may take before it counts as stuck.
const SEALING: Duration = Duration::from_secs(600);

/// The seed of what people tap at.
const SEED: u64 = 11;

/// A program that connects to the stand-in; address, token and data folder come in the environment.
#[derive(Debug, Clone)]
pub struct Contender {
    /// What the report calls it.
    pub name: String,
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<String>,
}

/// What is measured.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// The bot.
    pub bot: Contender,
    /// A bot that answers every tap and stores nothing.
    pub yardstick: Contender,
    /// How many people have the pulse open; at least one.
    pub people: usize,
    /// How many of them tap at the same time, each again once answered.
    pub at_once: usize,
    /// How many turns each has.
    pub rounds: u32,
    /// How long a turn, and the steady load after the last one, is.
    pub time: Duration,
    /// Taps a second of the steady load.
    pub per_second: u32,
    /// How many answers a wave has that is sealed at the end; 0 for no such wave.
    pub seal: usize,
}

impl LoadOptions {
    /// This program against the echo in it ([`echo`]), at the size of the figures that are promised.
    ///
    /// # Errors
    /// When this program's own file can't be told.
    pub fn new() -> anyhow::Result<Self> {
        let contender = |name: &str, arguments: &[&str]| {
            let program = std::env::current_exe().context("this program's own file")?;
            let arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
            anyhow::Ok(Contender { name: name.to_owned(), program, arguments })
        };
        Ok(Self {
            bot: contender("groundswell", &["run"])?,
            yardstick: contender("echo", &["load", "--echo"])?,
            people: 1_000,
            at_once: 128,
            rounds: 3,
            time: Duration::from_secs(10),
            per_second: 500,
            seal: 50_000,
        })
    }
}

/// Measures, and tells each figure as a line. The data lie in a new folder below the usual one, which is removed
/// afterwards; nothing that is there already is touched.
///
/// # Errors
/// When something doesn't start or answer at all, or an acknowledged answer is not stored. A slow figure is no error.
pub async fn load(
    options: LoadOptions,
    settings: &Settings,
    texts: Catalogue,
    mut tell: impl FnMut(&dyn Display),
) -> anyhow::Result<()> {
    let name = SystemClock.now().format("%Y-%m-%d-%H%M%S").to_string();
    let folder = Scratch(settings.data_dir.join("load").join(name));
    let texts = Arc::new(texts);
    answers(&options, &folder.0.join("answers"), &texts, &mut tell).await?;
    if options.seal > 0 {
        seal(&options, &folder.0.join("seal"), &texts, &mut tell).await?;
    }
    Ok(())
}

/// A folder that goes with the run, however that ends.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(cause = %error.kind(), "the folder of the load run is left behind");
        }
    }
}

/// A bot's turns so far.
#[derive(Default)]
struct Turns {
    bout: Bout,
    processor: Duration,
    memory: u64,
}

async fn answers(
    options: &LoadOptions,
    data: &Path,
    texts: &Arc<Catalogue>,
    tell: &mut impl FnMut(&dyn Display),
) -> anyhow::Result<()> {
    let LoadOptions { people, at_once, rounds, time, per_second, .. } = options;
    let ground = Ground::found(*people, TOKEN, texts.clone()).await?;
    let bot = Child::start(&options.bot, &ground, data).await?;
    let post = ground.launch(*people).await?;
    let crowd = ground.gather(&post).await?;
    bot.kill(&ground).await?;
    let saved = ground.saved();
    let seconds = time.as_secs();
    tell(&format_args!(
        "{people} people, {at_once} of them tapping at once; {rounds} turns of {seconds} s each for both"
    ));
    let (mut ours, mut theirs) = (Turns::default(), Turns::default());
    for round in 1..=*rounds {
        let bot = Child::start(&options.bot, &ground, data).await?;
        turn(&mut ours, &bot, &crowd, options, Some(&saved), tell).await?;
        if round == *rounds {
            let steady = crowd.steady(*per_second, *time, &saved, SEED).await;
            tell(&line(&format!("{per_second} a second"), &steady));
            let (rate, time) = BURST;
            let burst = crowd.steady(rate, time, &saved, SEED).await;
            tell(&line(&format!("{} in {} s", u64::from(rate) * time.as_secs(), time.as_secs()), &burst));
        }
        bot.kill(&ground).await?;
        let compared = stored::compare(&ground, data, texts, &crowd.acknowledged().await).await?;
        tell(&format_args!("killed; all that was acknowledged is stored: {compared} answers of {people} people"));
        let yardstick = Child::start(&options.yardstick, &ground, data).await?;
        turn(&mut theirs, &yardstick, &crowd, options, None, tell).await?;
        yardstick.kill(&ground).await?;
    }
    for (name, turns) in [(&options.bot.name, &ours), (&options.yardstick.name, &theirs)] {
        let (each, memory) = (each(turns.processor, &turns.bout)?, megabytes(turns.memory));
        tell(&line(&format!("{name}, all turns"), &turns.bout));
        tell(&format_args!("{name}: {each:.0} µs of processor time an answer, at most {memory:.1} MB resident"));
    }
    let ratio = ours.bout.rate() / theirs.bout.rate() * 100.0;
    tell(&format_args!("{} answers at {ratio:.0} % of the rate of {}", options.bot.name, options.yardstick.name));
    ensure!(ours.bout.answered() > 0, "no tap was answered");
    Ok(())
}

/// One turn of a contender, which ends running.
async fn turn(
    turns: &mut Turns,
    contender: &Child,
    crowd: &Crowd,
    options: &LoadOptions,
    saved: Option<&str>,
    tell: &mut impl FnMut(&dyn Display),
) -> anyhow::Result<()> {
    let before = contender.processor();
    let bout = crowd.rush(options.at_once, options.time, saved, SEED).await;
    let processor = contender.processor().saturating_sub(before);
    let each = each(processor, &bout)?;
    tell(&format_args!("{}; {each:.0} µs of processor time an answer", line(&contender.name, &bout)));
    turns.processor += processor;
    turns.memory = turns.memory.max(contender.peak_memory());
    turns.bout = std::mem::take(&mut turns.bout).and(bout);
    Ok(())
}

async fn seal(
    options: &LoadOptions,
    data: &Path,
    texts: &Arc<Catalogue>,
    tell: &mut impl FnMut(&dyn Display),
) -> anyhow::Result<()> {
    let answers = options.seal;
    let ground = Ground::found(0, TOKEN, texts.clone()).await?;
    let bot = Child::start(&options.bot, &ground, data).await?;
    ground.launch(answers).await?;
    bot.kill(&ground).await?;
    let began = Instant::now();
    stored::fill(&ground, data, texts, answers).await?;
    tell(&format_args!("{answers} answers written in {:.1} s", began.elapsed().as_secs_f64()));
    let bot = Child::start(&options.bot, &ground, data).await?;
    let took = ground.close(SEALING).await?;
    let (seconds, memory) = (took.as_secs_f64(), megabytes(bot.peak_memory()));
    tell(&format_args!("{answers} answers sealed in {seconds:.1} s, at most {memory:.1} MB resident"));
    bot.kill(&ground).await
}

/// Microseconds an answer.
fn each(processor: Duration, bout: &Bout) -> anyhow::Result<f64> {
    Ok(processor.as_secs_f64() * 1e6 / f64::from(u32::try_from(bout.answered().max(1))?))
}

fn line(name: &str, bout: &Bout) -> String {
    let millis = |percent| bout.percentile(percent).as_secs_f64() * 1_000.0;
    let figures = format!("{} answered, {} not, {:.0} a second", bout.answered(), bout.failed(), bout.rate());
    let waits = [50, 90, 99, 100].map(millis);
    let [half, most, nearly_all, all] = waits;
    format!("{name}: {figures}; p50 {half:.1} ms, p90 {most:.1} ms, p99 {nearly_all:.1} ms, slowest {all:.1} ms")
}

#[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
