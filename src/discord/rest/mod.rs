//! The one way to Discord's HTTP API: timeouts, limits, tries and what each answer means.
//!
//! Its own policy, because the promises are stricter than any library's (promises.md 4): 10 s per try, at most five
//! tries inside two minutes, a 401 stops the bot. It never logs a path, a body or an answer: interaction tokens and
//! people's texts are in them.

mod limiter;
mod request;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tokio::time::Instant;

use limiter::Limiter;
pub use request::{Patience, Request};

/// Discord's own address; with any other, the bot never contacts Discord.
pub const DISCORD: &str = "https://discord.com";

/// One try (promises.md 4).
const TRY_TIMEOUT: Duration = Duration::from_secs(10);

/// Tries in all (promises.md 4).
const TRIES: u32 = 5;

/// Why a request did not succeed. No id, path or text is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RestError {
    /// Discord answered with this status and this code of its own (0 where it gave none).
    #[error("Discord answered {status} (code {code})")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Discord's code (discord-api-docs `topics/opcodes-and-status-codes`).
        code: u32,
    },
    /// Still limited when patience ran out.
    #[error("Discord asks us to slow down")]
    Limited,
    /// It never left this machine, or Discord answered 5xx until patience ran out.
    #[error("Discord can't be reached")]
    Unreachable,
    /// It left, and no answer came: it may have taken effect.
    #[error("no answer came")]
    NoAnswer,
}

/// A client for one bot token at one address. Clones share its limits.
#[derive(Clone)]
pub struct Rest {
    inner: Arc<Inner>,
}

struct Inner {
    http: reqwest::Client,
    base: String,
    limiter: Limiter,
    token_refused: AtomicBool,
    refusals: AtomicU64,
}

impl Rest {
    /// A client for `api_base` (scheme, host and port).
    pub fn new(api_base: &str, token: &SecretString) -> anyhow::Result<Self> {
        let mut authorization = HeaderValue::from_str(&format!("Bot {}", token.expose_secret()))?;
        authorization.set_sensitive(true);
        let agent = concat!("DiscordBot (https://github.com/groundswell, ", env!("CARGO_PKG_VERSION"), ")");
        let headers =
            HeaderMap::from_iter([(AUTHORIZATION, authorization), (USER_AGENT, HeaderValue::from_static(agent))]);
        let http = reqwest::Client::builder()
            .default_headers(headers)
            .connect_timeout(Duration::from_secs(5))
            .timeout(TRY_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        let inner = Inner {
            http,
            base: format!("{}/api/v10", api_base.trim_end_matches('/')),
            limiter: Limiter::default(),
            token_refused: AtomicBool::new(false),
            refusals: AtomicU64::new(0),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Sends a request and gives the answer's JSON (`Null` where it has none).
    pub async fn send(&self, request: &Request<'_>) -> Result<Value, RestError> {
        let deadline = Instant::now() + request.patience.limit();
        let mut last = RestError::Unreachable;
        for attempt in 0..TRIES {
            if self.token_was_refused() {
                return Err(RestError::Refused { status: 401, code: 0 });
            }
            let pass = match tokio::time::timeout_at(deadline, self.inner.limiter.pass(request)).await {
                Ok(pass) => pass,
                Err(_) => return Err(RestError::Limited),
            };
            match tokio::time::timeout_at(deadline, self.try_once(request, &pass)).await {
                Ok(Ok(answer)) => return Ok(answer),
                Ok(Err(Try::Final(error))) => return Err(error),
                Ok(Err(Try::Again { error, after })) => {
                    drop(pass);
                    last = error;
                    let wait = after.unwrap_or_else(|| self.inner.limiter.backoff(attempt));
                    if Instant::now() + wait >= deadline {
                        return Err(last);
                    }
                    tokio::time::sleep(wait).await;
                }
                Err(_) => return Err(RestError::NoAnswer),
            }
        }
        Err(last)
    }

    /// Whether Discord has answered 401: nothing is sent any more.
    pub fn token_was_refused(&self) -> bool {
        self.inner.token_refused.load(Ordering::Relaxed)
    }

    /// How many requests were answered 401, 403 or 429 so far; 10,000 in ten minutes would ban the address
    /// (discord.md 4, "invalid requests").
    pub fn invalid_requests(&self) -> u64 {
        self.inner.refusals.load(Ordering::Relaxed)
    }

    async fn try_once(&self, request: &Request<'_>, pass: &limiter::Pass) -> Result<Value, Try> {
        let mut call = self.inner.http.request(request.method.clone(), format!("{}{}", self.inner.base, request.path));
        if request.files.is_empty() {
            if let Some(body) = request.body {
                call = call.json(body);
            }
        } else {
            call = call.multipart(request::multipart(request));
        }
        let response = match call.send().await {
            Ok(response) => response,
            Err(error) if error.is_connect() || error.is_builder() => return Err(Try::again(RestError::Unreachable)),
            Err(_) if request.repeatable => return Err(Try::again(RestError::NoAnswer)),
            Err(_) => return Err(Try::Final(RestError::NoAnswer)),
        };
        let status = response.status().as_u16();
        self.inner.limiter.learn(request, pass, response.headers());
        if matches!(status, 401 | 403 | 429) {
            self.inner.refusals.fetch_add(1, Ordering::Relaxed);
        }
        let retry_after = limiter::retry_after(response.headers());
        let is_global = response.headers().contains_key("x-ratelimit-global");
        let body = response.bytes().await;
        match (status, body) {
            (200..=299, Ok(bytes)) if bytes.is_empty() => Ok(Value::Null),
            // An answer that can't be read says nothing about what happened.
            (200..=299, Ok(bytes)) => {
                serde_json::from_slice(&bytes).map_err(|_| Try::after_doubt(request, RestError::NoAnswer))
            }
            (200..=299, Err(_)) => Err(Try::after_doubt(request, RestError::NoAnswer)),
            (429, body) => {
                let body = body.map(|bytes| limiter::parse_refusal(&bytes)).unwrap_or_default();
                let wait = body.retry_after.or(retry_after).unwrap_or(Duration::from_secs(5));
                if is_global || body.global {
                    self.inner.limiter.pause_all(wait);
                }
                Err(Try::Again { error: RestError::Limited, after: Some(wait) })
            }
            (500..=599, _) if request.repeatable => Err(Try::again(RestError::Unreachable)),
            (500..=599, _) => Err(Try::Final(RestError::NoAnswer)),
            (status, body) => {
                if status == 401 && request.authorised {
                    self.inner.token_refused.store(true, Ordering::Relaxed);
                }
                let code = body.map(|bytes| limiter::parse_refusal(&bytes).code).unwrap_or_default();
                Err(Try::Final(RestError::Refused { status, code }))
            }
        }
    }
}

impl std::fmt::Debug for Rest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rest(..)")
    }
}

/// The end of one try.
enum Try {
    Final(RestError),
    Again { error: RestError, after: Option<Duration> },
}

impl Try {
    fn again(error: RestError) -> Self {
        Self::Again { error, after: None }
    }

    fn after_doubt(request: &Request<'_>, error: RestError) -> Self {
        if request.repeatable { Self::again(error) } else { Self::Final(error) }
    }
}
