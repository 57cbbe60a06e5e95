//! Rate limits as Discord keeps them: buckets per route and top-level id, a global limit, and the count of invalid
//! requests that ends in a ban (docs: topics/rate-limits).
//!
//! Time is handed in, so that the stand-in's clock rules. The limits are defaults that a test may set: Discord says
//! "do not hard-code limits", and a bot that passes here must pass with any of them.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

pub mod route;

use route::Route;

/// The window in which invalid requests are counted.
pub const INVALID_WINDOW: TimeDelta = TimeDelta::minutes(10);
/// The invalid requests in [`INVALID_WINDOW`] after which Cloudflare bans the address.
pub const INVALID_MOST: usize = 10_000;

/// How many requests in how much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Requests per window, at least 1.
    pub requests: u32,
    /// The window, which opens with its first request.
    pub window: TimeDelta,
}

impl Limit {
    /// `requests` per `seconds`.
    pub fn per_seconds(requests: u32, seconds: i64) -> Self {
        Self { requests: requests.max(1), window: TimeDelta::seconds(seconds) }
    }
}

/// Whose limit a 429 speaks of: the header `X-RateLimit-Scope`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// This bot's limit on a route.
    User,
    /// This bot's limit on everything.
    Global,
    /// A limit on the resource, shared with others; not counted as an invalid request.
    Shared,
    /// Cloudflare's ban of the address: an HTML page without Discord's headers.
    Cloudflare,
}

/// A 429.
#[derive(Debug, Clone, PartialEq)]
pub struct TooMany {
    /// Whose limit.
    pub scope: Scope,
    /// Seconds until the next try may succeed.
    pub retry_after: f64,
}

impl TooMany {
    /// The headers that belong to the refusal itself; none of Discord's for Cloudflare, not even `Retry-After`.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let scope = match self.scope {
            Scope::User => "user",
            Scope::Global => "global",
            Scope::Shared => "shared",
            Scope::Cloudflare => return vec![("content-type", "text/html".to_owned())],
        };
        let mut headers = vec![
            ("content-type", "application/json".to_owned()),
            ("retry-after", format!("{:.0}", self.retry_after.ceil())),
            ("x-ratelimit-scope", scope.to_owned()),
        ];
        if self.scope == Scope::Global {
            headers.push(("x-ratelimit-global", "true".to_owned()));
        }
        headers
    }

    /// The body: Discord's JSON, or Cloudflare's page.
    pub fn body(&self) -> String {
        if self.scope == Scope::Cloudflare {
            return CLOUDFLARE_PAGE.to_owned();
        }
        let message = if self.scope == Scope::Shared {
            "The resource is being rate limited."
        } else {
            "You are being rate limited."
        };
        let body: Value =
            json!({ "message": message, "retry_after": self.retry_after, "global": self.scope == Scope::Global });
        body.to_string()
    }
}

/// The shape of the page that a banned address gets, in our own words.
const CLOUDFLARE_PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Access denied | discord.com used Cloudflare to \
     restrict access</title></head><body><h1>Error 1015</h1><p>You are being rate limited.</p></body></html>\n";

/// What becomes of one request.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The headers for the answer, whatever it is: the bucket's, and those of a refusal.
    pub headers: Vec<(&'static str, String)>,
    /// Set when the request must be answered 429 and have no effect.
    pub refusal: Option<TooMany>,
}

/// All the limits of one bot, and where they stand.
#[derive(Debug)]
pub struct Rates {
    set: HashMap<(String, String), Limit>,
    others: Limit,
    global: Option<Limit>,
    global_window: Option<Window>,
    buckets: HashMap<String, Window>,
    invalid: VecDeque<DateTime<Utc>>,
    invalid_most: usize,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    opened: DateTime<Utc>,
    closes: DateTime<Utc>,
    used: u32,
}

impl Window {
    /// The window that holds at `now`: this one, or a fresh one when it has closed or the clock went back before it.
    fn at(window: Option<Self>, limit: Limit, now: DateTime<Utc>) -> Self {
        window.filter(|window| window.opened <= now && now < window.closes).unwrap_or(Self {
            opened: now,
            closes: now + limit.window,
            used: 0,
        })
    }

    fn seconds_left(&self, now: DateTime<Utc>) -> f64 {
        seconds((self.closes - now).max(TimeDelta::zero()))
    }
}

impl Default for Rates {
    fn default() -> Self {
        let set = [
            ("POST", "/channels/{}/messages", Limit::per_seconds(5, 5)),
            ("PATCH", "/channels/{}/messages/{}", Limit::per_seconds(5, 5)),
            ("POST", "/webhooks/{}/{}", Limit::per_seconds(5, 2)),
        ];
        Self {
            set: set.into_iter().map(|(method, path, limit)| ((method.into(), path.into()), limit)).collect(),
            others: Limit::per_seconds(50, 1),
            global: Some(Limit::per_seconds(50, 1)),
            global_window: None,
            buckets: HashMap::new(),
            invalid: VecDeque::new(),
            invalid_most: INVALID_MOST,
        }
    }
}

impl Rates {
    /// Sets the limit of a route, its template with `{}` for each id, such as `/channels/{}/messages`.
    pub fn set_route(&mut self, method: &str, template: &str, limit: Limit) {
        self.set.insert((method.to_owned(), template.to_owned()), limit);
        self.buckets.clear();
    }

    /// Sets the limit of every route that has none of its own.
    pub fn set_others(&mut self, limit: Limit) {
        self.others = limit;
        self.buckets.clear();
    }

    /// Sets the global limit, `None` for none.
    pub fn set_global(&mut self, limit: Option<Limit>) {
        self.global = limit;
        self.global_window = None;
    }

    /// Sets after how many invalid requests in [`INVALID_WINDOW`] the address is banned.
    pub fn set_invalid_most(&mut self, most: usize) {
        self.invalid_most = most;
    }

    /// Counts one request, and says what becomes of it. `path` is the one below `/api/v10`.
    pub fn hit(&mut self, now: DateTime<Utc>, method: &str, path: &str) -> Verdict {
        if self.invalid_requests(now) >= self.invalid_most {
            let oldest = self.invalid.front().copied().unwrap_or(now);
            let retry_after = seconds(oldest + INVALID_WINDOW - now);
            return refused(Vec::new(), TooMany { scope: Scope::Cloudflare, retry_after });
        }
        let route = Route::of(method, path);
        if let Some(limit) = self.global.filter(|_| !route.is_interaction()) {
            let mut window = Window::at(self.global_window, limit, now);
            let full = window.used >= limit.requests;
            window.used += u32::from(!full);
            self.global_window = Some(window);
            if full {
                self.invalid.push_back(now);
                let retry_after = window.seconds_left(now);
                return refused(Vec::new(), TooMany { scope: Scope::Global, retry_after });
            }
        }
        let limit = self.set.get(&(route.method.clone(), route.template.clone())).copied().unwrap_or(self.others);
        let key = route.key();
        let mut window = Window::at(self.buckets.get(&key).copied(), limit, now);
        let full = window.used >= limit.requests;
        window.used += u32::from(!full);
        self.forget_closed(now);
        self.buckets.insert(key, window);
        let headers = bucket_headers(&route, limit, window, now);
        if full {
            self.invalid.push_back(now);
            let retry_after = window.seconds_left(now);
            return refused(headers, TooMany { scope: Scope::User, retry_after });
        }
        Verdict { headers, refusal: None }
    }

    /// Counts an answer that was given otherwise: 401, 403 and 429 are invalid requests, but for a shared 429.
    /// The 429s of [`Rates::hit`] are counted already.
    pub fn note_answer(&mut self, now: DateTime<Utc>, status: u16, scope: Option<Scope>) {
        let counts = match status {
            401 | 403 => true,
            429 => !matches!(scope, Some(Scope::Shared | Scope::Cloudflare)),
            _ => false,
        };
        if counts {
            self.invalid.push_back(now);
        }
    }

    /// The invalid requests of the last ten minutes.
    pub fn invalid_requests(&mut self, now: DateTime<Utc>) -> usize {
        while self.invalid.front().is_some_and(|at| now - *at >= INVALID_WINDOW) {
            self.invalid.pop_front();
        }
        self.invalid.len()
    }

    /// Every interaction has a bucket of its own, so that they would grow for ever.
    fn forget_closed(&mut self, now: DateTime<Utc>) {
        if self.buckets.len() >= 1024 {
            self.buckets.retain(|_, window| now < window.closes);
        }
    }
}

fn refused(mut headers: Vec<(&'static str, String)>, refusal: TooMany) -> Verdict {
    headers.extend(refusal.headers());
    Verdict { headers, refusal: Some(refusal) }
}

fn bucket_headers(route: &Route, limit: Limit, window: Window, now: DateTime<Utc>) -> Vec<(&'static str, String)> {
    let reset = seconds(window.closes - DateTime::UNIX_EPOCH);
    vec![
        ("x-ratelimit-limit", limit.requests.to_string()),
        ("x-ratelimit-remaining", (limit.requests.saturating_sub(window.used)).to_string()),
        ("x-ratelimit-reset", format!("{reset:.3}")),
        ("x-ratelimit-reset-after", format!("{:.3}", window.seconds_left(now))),
        ("x-ratelimit-bucket", route.bucket()),
    ]
}

/// A span in seconds, to the millisecond.
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 need 41 of the 53 bits")]
fn seconds(span: TimeDelta) -> f64 {
    span.num_milliseconds() as f64 / 1000.0
}

#[cfg(test)]
mod tests;
