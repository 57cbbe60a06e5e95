//! The one way to Discord's HTTP API: timeouts, limits, tries and what each answer means.
//!
//! Its own policy, because the promises are stricter than any library's (promises.md 4): 10 s per try, at most five
//! tries inside two minutes, a 401 stops the bot. It never logs a path, a body or an answer: interaction tokens and
//! people's texts are in them.

mod limiter;
mod request;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use limiter::Limiter;
pub use request::{Patience, Request};

/// One try (promises.md 4).
const TRY_TIMEOUT: Duration = Duration::from_secs(10);

/// The wait after a 429 that names none.
const UNTOLD_WAIT: Duration = Duration::from_secs(5);

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
    /// Cancelled by the first 401.
    token_refused: CancellationToken,
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
            token_refused: CancellationToken::new(),
            refusals: AtomicU64::new(0),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Sends a request and gives the answer's JSON (`Null` where it has none).
    pub async fn send(&self, request: &Request<'_>) -> Result<Value, RestError> {
        let deadline = request.until.unwrap_or_else(|| Instant::now() + request.patience.limit());
        let mut last = RestError::Unreachable;
        for attempt in 0..TRIES {
            if self.inner.token_refused.is_cancelled() {
                return Err(RestError::Refused { status: 401, code: 0 });
            }
            let pass = match tokio::time::timeout_at(deadline, self.inner.limiter.pass(request)).await {
                Ok(pass) => pass,
                Err(_) => return Err(RestError::Limited),
            };
            let one_try = tokio::time::timeout(request.patience.one_try(), self.try_once(request, &pass));
            match tokio::time::timeout_at(deadline, one_try).await {
                Ok(Ok(Ok(answer))) => return Ok(answer),
                Ok(Ok(Err(Try::Final(error)))) => return Err(error),
                Ok(Ok(Err(Try::Again { error, after }))) => {
                    last = last.or(error);
                    let wait = after.unwrap_or_else(|| self.inner.limiter.backoff(attempt));
                    if Instant::now() + wait >= deadline {
                        return Err(last);
                    }
                    // A limited bucket stays closed for others meanwhile: its limiter knows until when.
                    drop(pass);
                    tokio::time::sleep(wait).await;
                }
                Ok(Err(_)) if request.repeatable => last = RestError::NoAnswer,
                Ok(Err(_)) | Err(_) => return Err(RestError::NoAnswer),
            }
        }
        Err(last)
    }

    /// Returns once Discord has answered 401. Nothing is sent any more then: the bot is to stop.
    pub async fn token_refused(&self) {
        self.inner.token_refused.cancelled().await;
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
        self.inner.limiter.learn(pass, response.headers());
        if matches!(status, 401 | 403 | 429) {
            self.inner.refusals.fetch_add(1, Ordering::Relaxed);
        }
        let retry_after = limiter::retry_after(response.headers());
        let is_global = response.headers().contains_key("x-ratelimit-global");
        let body = response.bytes().await;
        if status < 400 {
            self.inner.limiter.accepted();
        }
        match (status, body) {
            (200..=299, Ok(bytes)) if bytes.is_empty() => Ok(Value::Null),
            // An answer that can't be read says nothing about what happened.
            (200..=299, Ok(bytes)) => {
                serde_json::from_slice(&bytes).map_err(|_| Try::after_doubt(request, RestError::NoAnswer))
            }
            (200..=299, Err(_)) => Err(Try::after_doubt(request, RestError::NoAnswer)),
            (429, body) => {
                let body = body.map(|bytes| limiter::parse_refusal(&bytes)).unwrap_or_default();
                // Cloudflare's page has none of Discord's words in it: it is about the whole address.
                let wait = body.retry_after.or(retry_after);
                let is_global = is_global || body.global || wait.is_none();
                let wait = self.inner.limiter.refused(pass, wait.unwrap_or(UNTOLD_WAIT), is_global);
                Err(Try::Again { error: RestError::Limited, after: Some(wait) })
            }
            (500..=599, _) if request.repeatable => Err(Try::again(RestError::Unreachable)),
            (500..=599, _) => Err(Try::Final(RestError::NoAnswer)),
            (status, body) => {
                if status == 401 && request.authorised {
                    self.inner.token_refused.cancel();
                }
                let code = body.map(|bytes| limiter::parse_refusal(&bytes).code).unwrap_or_default();
                Err(Try::Final(RestError::Refused { status, code }))
            }
        }
    }
}

impl RestError {
    /// Of two tries that failed, one in doubt keeps the whole in doubt.
    fn or(self, newer: Self) -> Self {
        if self == Self::NoAnswer { self } else { newer }
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
