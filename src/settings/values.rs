//! The values of single settings: text in, checked value or problem out.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use reqwest::Url;

use super::Problem;
use crate::logs::{self, LogFormat};

/// Scheme, host and port of a Discord-compatible API, such as `https://discord.com`, without a closing slash.
///
/// The version path (`/api/v10`) is added by whoever calls; the gateway's address comes from the API itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiBase(Url);

impl ApiBase {
    /// The address as text, without a closing slash.
    pub fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// The address.
    pub fn as_url(&self) -> &Url {
        &self.0
    }

    /// Whether requests, and the token in them, leave this machine unencrypted.
    pub(super) fn sends_token_in_the_clear(&self) -> bool {
        let host = self.0.host_str().unwrap_or_default().trim_matches(['[', ']']);
        let on_this_machine = host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
        self.0.scheme() == "http" && !on_this_machine
    }
}

impl Default for ApiBase {
    fn default() -> Self {
        Self(Url::parse("https://discord.com").expect("a constant that parses"))
    }
}

impl fmt::Display for ApiBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

pub(super) fn api_base(text: &str) -> Result<ApiBase, Problem> {
    // An address may carry a password: such a one is not quoted.
    let shown = if text.contains('@') { "…@…" } else { text };
    let problem = |why| Problem::ApiBase(shown.to_owned(), why);
    let url = Url::parse(text.trim()).map_err(|_| problem("it can't be read as one"))?;
    if !matches!(url.scheme(), "http" | "https") {
        Err(problem("it does not start with https:// or http://"))
    } else if !url.username().is_empty() || url.password().is_some() {
        Err(problem("it holds a user name or a password"))
    } else if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        Err(problem("it goes on after the port"))
    } else {
        Ok(ApiBase(url))
    }
}

pub(super) fn data_dir(text: &str) -> Result<PathBuf, Problem> {
    let path = Path::new(text);
    if path.exists() && !path.is_dir() {
        return Err(Problem::Folder(text.to_owned(), "not a folder"));
    }
    Ok(path.to_owned())
}

pub(super) fn messages_dir(text: &str) -> Result<PathBuf, Problem> {
    let path = Path::new(text);
    match (path.is_dir(), path.exists()) {
        (true, _) => Ok(path.to_owned()),
        (false, true) => Err(Problem::Folder(text.to_owned(), "not a folder")),
        (false, false) => Err(Problem::Folder(text.to_owned(), "not there")),
    }
}

pub(super) fn log(text: &str) -> Result<String, Problem> {
    if logs::is_filter(text) { Ok(text.to_owned()) } else { Err(Problem::Log(text.to_owned())) }
}

pub(super) fn log_format(text: &str) -> Result<LogFormat, Problem> {
    match text.trim() {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(Problem::LogFormat(text.to_owned())),
    }
}

pub(super) fn health_listen(text: &str) -> Result<SocketAddr, Problem> {
    let address: SocketAddr = text.trim().parse().map_err(|_| Problem::Address(text.to_owned()))?;
    if address.ip().is_loopback() { Ok(address) } else { Err(Problem::NotLoopback(text.to_owned())) }
}
