//! The command line: it parses, loads the settings, starts the logs and calls the library.
//!
//! Exit codes: 0 done, 1 failed (each fault on a line of its own on standard error), 2 wrong usage.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use groundswell::app::{self, LoadOptions, PageOptions, SandboxOptions};
use groundswell::logs;
use groundswell::settings::{Problem, Settings};
use groundswell::shutdown::Shutdown;
use groundswell::texts::Catalogue;
use tokio::runtime::Runtime;

/// A Discord bot for change communication: announcements, pulse surveys, champion feedback, honest summaries.
#[derive(Debug, Parser)]
#[command(version)]
struct CommandLine {
    /// The settings file; without this, groundswell.toml in the working directory if it is there.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Subcommand)]
enum Command {
    /// Connects the bot to Discord and serves until SIGTERM or Ctrl-C (this is the default).
    Run,
    /// Shows the whole product on a stand-in for Discord: no token, no network.
    Sandbox {
        /// Ends after the story, with exit code 0 only if everything in it happened.
        #[arg(long)]
        story: bool,
        /// Keeps the sandbox's data in this folder instead of a new one below the usual data folder.
        #[arg(long, value_name = "FOLDER")]
        data_dir: Option<PathBuf>,
        /// The port of the web page on 127.0.0.1; 0 for any that is free.
        #[arg(long, value_name = "PORT", default_value_t = 0)]
        port: u16,
        /// Leaves the story out: the company is there, and nobody has set the bot up yet.
        #[arg(long, conflicts_with = "story")]
        bare: bool,
        /// Serves the web page's own files from this folder (src/sandbox/page), for those who work on them.
        #[arg(long, value_name = "FOLDER", hide = true)]
        page_files: Option<PathBuf>,
    },
    /// Measures the bot on a stand-in for Discord, beside a bot that stores nothing: rates, waits, memory.
    Load(Load),
    /// Shows how comments are read: tone, themes and why, on this machine. For groups, never to judge a person.
    Sentiment {
        /// A file with a comment on each line; without it, standard input.
        file: Option<PathBuf>,
        /// A JSON object a comment.
        #[arg(long)]
        json: bool,
        /// Prints how often it is right on labelled comments instead: a table with the columns author, department,
        /// source, tone, themes, text.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "json"])]
        evaluate: Option<PathBuf>,
    },
    /// Checks the settings, the texts and the databases, and lists every fault; changes nothing.
    Check,
}

/// What is measured; without options, what the figures in docs/operations.md were measured with.
#[derive(Debug, Clone, Args)]
struct Load {
    /// How many people have the pulse open.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    people: Option<u32>,
    /// How many of them tap at the same time, each again once answered.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    at_once: Option<u32>,
    /// How many turns each of the two bots has.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    rounds: Option<u32>,
    /// How long a turn is, and the steady load.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    seconds: Option<u64>,
    /// Taps a second of the steady load.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    /// How many answers the wave has that is sealed at the end; 0 for none.
    #[arg(long, value_name = "NUMBER")]
    seal: Option<u32>,
    /// Is the bot that stores nothing; a load run starts it.
    #[arg(long, hide = true)]
    echo: bool,
}

fn main() -> ExitCode {
    let line = CommandLine::parse();
    let done = match line.command.unwrap_or(Command::Run) {
        Command::Run => run(line.config),
        Command::Sandbox { story, data_dir, port, bare, page_files } => {
            let page = PageOptions { port, files: page_files };
            sandbox(line.config, SandboxOptions { story, bare, page, data_dir })
        }
        Command::Load(options) => load(line.config, options),
        Command::Sentiment { evaluate: Some(table), .. } => evaluate(line.config, &table),
        Command::Sentiment { file, json, evaluate: None } => sentiment(line.config, file.as_deref(), json),
        Command::Check => check(line.config),
    };
    if done.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// `None`, here and below, means that it failed and that the reason was told.
fn run(config: Option<PathBuf>) -> Option<()> {
    let settings = told(Settings::load(config.as_deref(), variable))?;
    let texts = told(app::texts(&settings))?;
    start_logs(&settings, "info");
    serve(async |shutdown| app::run(settings, texts, shutdown).await)
}

fn sandbox(config: Option<PathBuf>, options: SandboxOptions) -> Option<()> {
    let (settings, texts) = without_token(config)?;
    start_logs(&settings, "warn");
    serve(async |shutdown| app::sandbox(options, &settings, texts, shutdown).await)
}

fn load(config: Option<PathBuf>, given: Load) -> Option<()> {
    if given.echo {
        let settings = told(Settings::load(config.as_deref(), variable))?;
        return serve(async |shutdown| app::echo(&settings, shutdown).await);
    }
    let (settings, texts) = without_token(config)?;
    start_logs(&settings, "warn");
    let mut options = LoadOptions::new().inspect_err(|error| tell(error)).ok()?;
    let number = |given: Option<u32>, usual: usize| given.map_or(usual, |given| given as usize);
    options.people = number(given.people, options.people);
    options.at_once = number(given.at_once, options.at_once);
    options.seal = number(given.seal, options.seal);
    options.rounds = given.rounds.unwrap_or(options.rounds);
    options.per_second = given.rate.unwrap_or(options.per_second);
    options.time = given.seconds.map_or(options.time, Duration::from_secs);
    serve(async |shutdown| {
        tokio::select! {
            measured = app::load(options, &settings, texts, |line| say(line)) => measured,
            () = shutdown.intake().cancelled() => Ok(()),
        }
    })
}

fn check(config: Option<PathBuf>) -> Option<()> {
    let (settings, texts) = without_token(config.clone())?;
    settings.warnings.iter().for_each(tell);
    // Nothing but `run` needs a token, but one that is set has to be one.
    let mut faults = Settings::load(config.as_deref(), variable).err().unwrap_or_default();
    faults.retain(|fault| fault.problem != Problem::NoToken);
    faults.iter().for_each(tell);
    texts.notes().iter().for_each(tell);
    let languages: Vec<_> = texts.languages().map(ToString::to_string).collect();
    let runtime = Runtime::new().inspect_err(|error| tell(error)).ok()?;
    let databases = told(runtime.block_on(app::check_data(&settings)))?;
    if faults.is_empty() {
        say(format_args!("settings and texts are in order (languages: {})", languages.join(", ")));
    }
    say(format_args!("databases in order: {databases}"));
    faults.is_empty().then_some(())
}

fn sentiment(config: Option<PathBuf>, file: Option<&Path>, json: bool) -> Option<()> {
    let (_, texts) = without_token(config)?;
    let read = match file {
        Some(file) => {
            let opened =
                File::open(file).inspect_err(|error| tell(format_args!("{}: {error}", file.display()))).ok()?;
            app::read_comments(&texts, BufReader::new(opened), json, false, say)
        }
        None => {
            let is_typed = io::stdin().is_terminal();
            app::read_comments(&texts, io::stdin().lock(), json, is_typed, say)
        }
    };
    let name = file.map_or_else(|| "standard input".to_owned(), |file| file.display().to_string());
    read.inspect_err(|error| tell(format_args!("{name}: {error}"))).ok()
}

fn evaluate(config: Option<PathBuf>, table: &Path) -> Option<()> {
    let (_, texts) = without_token(config)?;
    let read = fs::read_to_string(table).map_err(Into::into).and_then(|text| app::evaluate(&texts, &text, say));
    read.inspect_err(|error| tell(format_args!("{}: {error}", table.display()))).ok()
}

fn without_token(config: Option<PathBuf>) -> Option<(Settings, Catalogue)> {
    let settings = told(Settings::load_without_token(config.as_deref(), variable))?;
    let texts = told(app::texts(&settings))?;
    Some((settings, texts))
}

/// Runs `work` to its end, with the signals that stop it. Threads that are still busy then are not waited for.
fn serve(work: impl AsyncFnOnce(Shutdown) -> anyhow::Result<()>) -> Option<()> {
    let runtime = Runtime::new().inspect_err(|error| tell(error)).ok()?;
    let done = runtime.block_on(async {
        let shutdown = Shutdown::new();
        shutdown.obey_signals()?;
        work(shutdown).await
    });
    runtime.shutdown_background();
    done.inspect_err(|error| format!("{error:#}").lines().for_each(tell)).ok()
}

fn start_logs(settings: &Settings, default_filter: &str) {
    logs::start(settings.log.as_deref().unwrap_or(default_filter), settings.log_format);
    for warning in &settings.warnings {
        tracing::warn!("{warning}");
    }
}

/// A variable of the environment. One that is no Unicode is handed on with marks in place of what can't be read,
/// and refused by the check of its value.
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

fn told<T>(outcome: Result<T, Vec<impl Display>>) -> Option<T> {
    outcome.inspect_err(|faults| faults.iter().for_each(tell)).ok()
}

#[expect(clippy::print_stderr, reason = "the command line is the one place that speaks to the terminal")]
fn tell(fault: impl Display) {
    eprintln!("groundswell: {fault}");
}

fn say(line: impl Display) {
    // Whoever reads may stop before the end, as `head` does; that is no failure.
    let _ = writeln!(io::stdout(), "{line}");
}
