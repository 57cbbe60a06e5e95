//! What the operator decides: `groundswell.toml` and the environment, read once into one validated value.
//!
//! The environment wins over the file, and an empty variable counts as unset. Every fault is found before anything
//! is said, so that one start lists them all. Nothing here creates or changes a file, and no fault or warning ever
//! quotes a token. Relative paths are relative to the working directory.

mod fault;
mod file;
mod token;
mod values;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

pub use fault::{Place, Problem, SettingsFault};
pub use values::ApiBase;

use crate::logs::LogFormat;
use file::Written;

/// The file that is read when `--config` names none; it may be missing.
pub const DEFAULT_FILE: &str = "groundswell.toml";

/// One setting: its key in the file and its variable in the environment.
#[derive(Debug, Clone, Copy)]
struct Setting {
    key: &'static str,
    variable: &'static str,
}

const TOKEN_VARIABLE: &str = "DISCORD_TOKEN";
const TOKEN_FILE: Setting = Setting { key: "discord.token_file", variable: "DISCORD_TOKEN_FILE" };
const API_BASE: Setting = Setting { key: "discord.api_base", variable: "GROUNDSWELL_DISCORD_API_BASE" };
const DATA_DIR: Setting = Setting { key: "data_dir", variable: "GROUNDSWELL_DATA_DIR" };
const MESSAGES_DIR: Setting = Setting { key: "messages_dir", variable: "GROUNDSWELL_MESSAGES_DIR" };
const LOG: Setting = Setting { key: "log", variable: "GROUNDSWELL_LOG" };
const LOG_FORMAT: Setting = Setting { key: "log_format", variable: "GROUNDSWELL_LOG_FORMAT" };
const HEALTH_LISTEN: Setting = Setting { key: "health.listen", variable: "GROUNDSWELL_HEALTH_LISTEN" };

/// Everything that `groundswell.toml` may hold.
const ALL: [Setting; 7] = [TOKEN_FILE, API_BASE, DATA_DIR, MESSAGES_DIR, LOG, LOG_FORMAT, HEALTH_LISTEN];

/// The program's settings, checked.
#[derive(Debug)]
pub struct Settings {
    /// The bot's token; `None` only where [`Settings::load_without_token`] was asked.
    pub token: Option<SecretString>,
    /// Where Discord's API is reached; Discord itself unless set.
    pub api_base: ApiBase,
    /// The folder that holds one folder per guild. It need not exist yet.
    pub data_dir: PathBuf,
    /// A folder of texts to use in place of those built in.
    pub messages_dir: Option<PathBuf>,
    /// Which of our own log lines are written (`info`, `debug`, `groundswell::scheduler=trace` …), if set.
    pub log: Option<String>,
    /// How log lines are written.
    pub log_format: LogFormat,
    /// The loopback address of the health page; without one there is no page.
    pub health_listen: Option<SocketAddr>,
    /// What is allowed but unwise, for the log.
    pub warnings: Vec<SettingsFault>,
}

impl Settings {
    /// Reads the settings of a bot that is about to connect.
    ///
    /// `config` is the file that `--config` names and must then exist; `env` answers for one environment variable.
    ///
    /// # Errors
    ///
    /// Every fault of file, environment and token, those of the file in its order.
    pub fn load(config: Option<&Path>, env: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<SettingsFault>> {
        Reader::new(config, &env).settings(true)
    }

    /// Reads the settings of a command that does not connect to Discord: no token is asked for or read.
    ///
    /// # Errors
    ///
    /// As [`Settings::load`], without the faults of the token.
    pub fn load_without_token(
        config: Option<&Path>,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, Vec<SettingsFault>> {
        Reader::new(config, &env).settings(false)
    }
}

/// Collects the values, and the faults and warnings met on the way.
struct Reader<'e> {
    env: &'e dyn Fn(&str) -> Option<String>,
    written: Written,
    faults: Vec<SettingsFault>,
    warnings: Vec<SettingsFault>,
}

impl<'e> Reader<'e> {
    fn new(config: Option<&Path>, env: &'e dyn Fn(&str) -> Option<String>) -> Self {
        let (written, faults) = file::read(config);
        Self { env, written, faults, warnings: Vec::new() }
    }

    fn settings(mut self, wants_token: bool) -> Result<Settings, Vec<SettingsFault>> {
        let api_base = self.parsed(API_BASE, values::api_base);
        if let Some((base, place)) = &api_base
            && base.sends_token_in_the_clear()
        {
            self.warnings.push(place.clone().with(Problem::TokenInTheClear(base.to_string())));
        }
        let settings = Settings {
            api_base: api_base.map(|(base, _)| base).unwrap_or_default(),
            data_dir: self.parsed(DATA_DIR, values::data_dir).map_or_else(|| PathBuf::from("data"), |(dir, _)| dir),
            messages_dir: self.parsed(MESSAGES_DIR, values::messages_dir).map(|(dir, _)| dir),
            log: self.parsed(LOG, values::log).map(|(log, _)| log),
            log_format: self.parsed(LOG_FORMAT, values::log_format).map(|(format, _)| format).unwrap_or_default(),
            health_listen: self.parsed(HEALTH_LISTEN, values::health_listen).map(|(address, _)| address),
            token: if wants_token { self.token() } else { None },
            warnings: Vec::new(),
        };
        if self.faults.is_empty() {
            Ok(Settings { warnings: self.warnings, ..settings })
        } else {
            self.faults.sort_by(|one, other| one.place.cmp(&other.place));
            Err(self.faults)
        }
    }

    /// The value of `setting` and where it stands, or `None` where it is unset or faulty.
    fn parsed<T>(&mut self, setting: Setting, parse: fn(&str) -> Result<T, Problem>) -> Option<(T, Place)> {
        let (value, place) = self.value(setting)?;
        match parse(&value) {
            Ok(parsed) => Some((parsed, place)),
            Err(problem) => {
                self.faults.push(place.with(problem));
                None
            }
        }
    }

    fn value(&self, setting: Setting) -> Option<(String, Place)> {
        self.variable(setting.variable).or_else(|| self.written.get(setting.key))
    }

    fn variable(&self, name: &'static str) -> Option<(String, Place)> {
        (self.env)(name).filter(|value| !value.trim().is_empty()).map(|value| (value, Place::Variable(name)))
    }

    fn token(&mut self) -> Option<SecretString> {
        let read = match self.variable(TOKEN_VARIABLE) {
            Some((value, place)) => token::parse(value).map_err(|problem| place.with(problem)),
            None => match self.value(TOKEN_FILE) {
                Some((path, place)) => match token::read(Path::new(&path)) {
                    Ok((token, warning)) => {
                        let warning = warning.filter(|_| !self.is_guarded(Path::new(&path)));
                        self.warnings.extend(warning.map(|problem| place.with(problem)));
                        Ok(token)
                    }
                    Err(problem) => Err(place.with(problem)),
                },
                None => Err(Place::Start.with(Problem::NoToken)),
            },
        };
        read.map_err(|fault| self.faults.push(fault)).ok()
    }

    /// Whether systemd keeps the file for this service alone (systemd.exec(5), "Credentials"). Such a file shows a
    /// group's bit, since its access list does.
    fn is_guarded(&self, path: &Path) -> bool {
        self.variable("CREDENTIALS_DIRECTORY").is_some_and(|(folder, _)| path.starts_with(folder))
    }
}

#[cfg(test)]
mod tests;
