//! Keeps the bot below Discord's limits: one request at a time per bucket, paced by what Discord says of it, and a
//! global budget. Interaction endpoints pass freely; their limits are one per interaction.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use reqwest::header::HeaderMap;
use serde_json::Value;
use tokio::sync::OwnedMutexGuard;
use tokio::time::Instant;

use super::request::Request;

/// Requests per second for the whole bot: Discord's limit is 50 (discord.md 4, "global limit"); a few are left for
/// what bypasses this limiter.
const GLOBAL_PER_SECOND: u32 = 48;

/// How long a second of ours lasts: Discord's begins when the first request arrives, and a later one that is quicker on
/// its way would still fall into the second before. The margin is for what two ways differ by; measured in
/// `benches/schedules.rs`, where without it a thousand posts ran into the limit once.
const GLOBAL_WINDOW: Duration = Duration::from_millis(1_020);

/// So many rounds of 429s in a row, or so many 429s in fewer, with nothing accepted in between, are a storm: from then
/// on one request goes out at a time and pauses double, so that ten minutes hold far fewer invalid requests than the
/// 10,000 that ban the address (promises.md 6: under 50).
const STORM_ROUNDS: u32 = 6;
const STORM_REFUSALS: u32 = 20;

/// The longest pause in a storm.
const LONGEST_STORM_PAUSE: Duration = Duration::from_secs(64);

/// How long the others wait while one request tries whether a storm is over.
const PROBE: Duration = Duration::from_secs(2);

/// Buckets kept in memory; above it, those that have had their reset are forgotten.
const MAX_BUCKETS: usize = 2000;

#[derive(Debug)]
pub(super) struct Limiter {
    buckets: Mutex<HashMap<String, Arc<tokio::sync::Mutex<Bucket>>>>,
    global: Mutex<Global>,
    jitter: Mutex<ChaCha8Rng>,
}

#[derive(Debug, Default)]
struct Bucket {
    /// No request before this, because Discord said that none remain.
    closed_until: Option<Instant>,
}

#[derive(Debug)]
struct Global {
    window: Instant,
    used: u32,
    paused_until: Option<Instant>,
    /// 429s since the last request that was accepted, all of them …
    refusals: u32,
    /// … and only those of requests sent after the one before was known; many at once are one round.
    rounds: u32,
    round_at: Instant,
    /// Rounds since there is a storm.
    storm_rounds: u32,
    /// In a storm, interaction endpoints wait too.
    storm_until: Option<Instant>,
}

/// The right to send one request now. While it is held, no other request of its bucket goes out.
#[derive(Debug)]
pub(super) struct Pass {
    bucket: Mutex<Option<OwnedMutexGuard<Bucket>>>,
    sent: Instant,
}

impl Pass {
    fn now(bucket: Option<OwnedMutexGuard<Bucket>>) -> Self {
        Self { bucket: Mutex::new(bucket), sent: Instant::now() }
    }

    /// Keeps the bucket closed until then, longer if it already is.
    fn close(&self, until: Instant) {
        if let Some(bucket) = self.bucket.lock().expect("no panic while held").as_mut() {
            bucket.closed_until = bucket.closed_until.max(Some(until));
        }
    }
}

impl Default for Limiter {
    fn default() -> Self {
        Self {
            buckets: Mutex::default(),
            global: Mutex::new(Global {
                window: Instant::now(),
                used: 0,
                paused_until: None,
                refusals: 0,
                rounds: 0,
                round_at: Instant::now(),
                storm_rounds: 0,
                storm_until: None,
            }),
            jitter: Mutex::new(rand::make_rng()),
        }
    }
}

impl Limiter {
    /// Waits until the request may go out.
    pub(super) async fn pass(&self, request: &Request<'_>) -> Pass {
        let Some(key) = &request.bucket else {
            while let Some(until) = self.storm() {
                tokio::time::sleep_until(until).await;
            }
            return Pass::now(None);
        };
        let bucket = self.bucket(key);
        let mut held = bucket.lock_owned().await;
        // Not taken before the time is over: whoever gives up waiting leaves it closed for the next.
        if let Some(until) = held.closed_until {
            tokio::time::sleep_until(until).await;
            held.closed_until = None;
        }
        while let Some(until) = self.global_wait() {
            tokio::time::sleep_until(until).await;
        }
        Pass::now(Some(held))
    }

    /// Takes in what an answer says about its bucket.
    pub(super) fn learn(&self, pass: &Pass, headers: &HeaderMap) {
        let remaining = header::<u32>(headers, "x-ratelimit-remaining");
        let reset_after = header::<f64>(headers, "x-ratelimit-reset-after").and_then(seconds);
        if let (Some(0), Some(wait)) = (remaining, reset_after) {
            pass.close(Instant::now() + wait);
        }
    }

    /// Takes in a 429: of the bucket alone, or of the bot as a whole. Gives the time to wait before the next try.
    pub(super) fn refused(&self, pass: &Pass, wait: Duration, is_global: bool) -> Duration {
        let mut global = self.global.lock().expect("no panic while held");
        global.refusals = global.refusals.saturating_add(1);
        let is_new_round = global.rounds == 0 || pass.sent >= global.round_at;
        if is_new_round {
            global.rounds = global.rounds.saturating_add(1);
            global.round_at = Instant::now();
        }
        let is_storm = global.rounds >= STORM_ROUNDS || global.refusals >= STORM_REFUSALS;
        if is_storm && (is_new_round || global.storm_rounds == 0) {
            global.storm_rounds = global.storm_rounds.saturating_add(1);
        }
        let doublings = global.storm_rounds.checked_sub(1);
        let storm = doublings.map(|doublings| Duration::from_secs(1 << doublings.min(6)).min(LONGEST_STORM_PAUSE));
        let wait = wait.max(storm.unwrap_or_default());
        let until = Instant::now() + wait;
        if is_global || storm.is_some() {
            global.paused_until = global.paused_until.max(Some(until));
        }
        if storm.is_some() {
            global.storm_until = global.storm_until.max(Some(until));
        }
        drop(global);
        pass.close(until);
        wait
    }

    /// Takes in that a request was accepted.
    pub(super) fn accepted(&self) {
        let mut global = self.global.lock().expect("no panic while held");
        global.refusals = 0;
        global.rounds = 0;
        global.storm_rounds = 0;
        global.storm_until = None;
    }

    /// How long to wait before the next try: half a second, doubled each time, plus up to as much again.
    pub(super) fn backoff(&self, attempt: u32) -> Duration {
        let base = Duration::from_millis(500 << attempt.min(6));
        let spread: f64 = self.jitter.lock().expect("no panic while held").random();
        base + base.mul_f64(spread)
    }

    fn bucket(&self, key: &str) -> Arc<tokio::sync::Mutex<Bucket>> {
        let mut buckets = self.buckets.lock().expect("no panic while held");
        if buckets.len() >= MAX_BUCKETS {
            let now = Instant::now();
            buckets.retain(|_, bucket| match bucket.try_lock() {
                Ok(held) => held.closed_until.is_some_and(|until| until > now),
                Err(_) => true,
            });
        }
        Arc::clone(buckets.entry(key.to_owned()).or_default())
    }

    /// Until when a storm keeps everything back. One request goes out after it, to see how things are; the others
    /// wait for its answer.
    fn storm(&self) -> Option<Instant> {
        let now = Instant::now();
        let mut global = self.global.lock().expect("no panic while held");
        let until = global.storm_until?;
        if until > now {
            return Some(until);
        }
        global.storm_until = Some(now + PROBE);
        None
    }

    /// Takes one from this second's budget, or says when to ask again.
    fn global_wait(&self) -> Option<Instant> {
        let now = Instant::now();
        let mut global = self.global.lock().expect("no panic while held");
        if let Some(until) = global.paused_until {
            if until > now {
                return Some(until);
            }
            global.paused_until = None;
        }
        if let Some(until) = global.storm_until {
            if until > now {
                return Some(until);
            }
            global.storm_until = Some(now + PROBE);
        }
        if now.duration_since(global.window) >= GLOBAL_WINDOW {
            global.window = now;
            global.used = 0;
        }
        if global.used < GLOBAL_PER_SECOND {
            global.used += 1;
            return None;
        }
        Some(global.window + GLOBAL_WINDOW)
    }
}

/// What an error body says, as far as it can be read.
#[derive(Debug, Default)]
pub(super) struct Refusal {
    pub(super) code: u32,
    pub(super) global: bool,
    pub(super) retry_after: Option<Duration>,
}

pub(super) fn parse_refusal(bytes: &[u8]) -> Refusal {
    let body: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let number = |key: &str| body[key].as_f64().or_else(|| body[key].as_str()?.parse().ok());
    Refusal {
        code: body["code"].as_u64().and_then(|code| u32::try_from(code).ok()).unwrap_or_default(),
        global: body["global"].as_bool().unwrap_or_default(),
        retry_after: number("retry_after").and_then(seconds),
    }
}

pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    header::<f64>(headers, "retry-after").and_then(seconds)
}

fn header<T: std::str::FromStr>(headers: &HeaderMap, name: &str) -> Option<T> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

/// Seconds from the network: nonsense counts as absent, an hour is the most that we believe.
fn seconds(value: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(value).ok().map(|wait| wait.min(Duration::from_secs(3600)))
}

#[cfg(test)]
mod tests {
    use reqwest::Method;

    use super::*;

    fn request(bucket: &str) -> Request<'static> {
        Request::new(Method::GET, "/x".to_owned(), bucket.to_owned())
    }

    async fn passes(limiter: &Limiter, request: &Request<'_>) -> bool {
        // Polled once: whoever must wait is not ready.
        futures::poll!(std::pin::pin!(limiter.pass(request))).is_ready()
    }

    #[tokio::test]
    async fn a_limited_bucket_stays_closed_for_all_and_others_stay_open() {
        let limiter = Limiter::default();
        let pass = limiter.pass(&request("a")).await;
        limiter.refused(&pass, Duration::from_secs(60), false);
        drop(pass);
        assert!(!passes(&limiter, &request("a")).await);
        assert!(!passes(&limiter, &request("a")).await, "giving up the wait does not open it");
        assert!(passes(&limiter, &request("b")).await);
    }

    #[tokio::test]
    async fn a_second_of_ours_is_longer_than_discords() {
        let limiter = Limiter::default();
        let opened = limiter.global.lock().expect("no panic while held").window;
        for bucket in 0..GLOBAL_PER_SECOND {
            assert!(passes(&limiter, &request(&bucket.to_string())).await);
        }
        let again = limiter.global_wait().expect("this second is used up");
        assert!(
            again - opened > Duration::from_secs(1),
            "what is quicker on its way still falls into the second before"
        );
    }

    #[tokio::test]
    async fn a_global_limit_closes_all_but_interactions_and_a_storm_closes_those_too() {
        let limiter = Limiter::default();
        let interaction = Request::interaction(Method::POST, "/x".to_owned(), super::super::Patience::Person);
        let pass = limiter.pass(&request("a")).await;
        limiter.refused(&pass, Duration::from_secs(60), true);
        assert!(!passes(&limiter, &request("b")).await);
        assert!(passes(&limiter, &interaction).await);
        limiter.refused(&pass, Duration::from_secs(1), false);
        assert!(passes(&limiter, &interaction).await, "two of one round are one");
        for _ in 1..STORM_ROUNDS {
            limiter.refused(&Pass::now(None), Duration::from_secs(1), false);
        }
        assert!(!passes(&limiter, &interaction).await);
        limiter.accepted();
        assert!(passes(&limiter, &interaction).await);
    }

    #[tokio::test]
    async fn ten_minutes_of_refusals_only_hold_fewer_than_fifty() {
        let limiter = Limiter::default();
        let mut time = Duration::ZERO;
        let mut tries = 0;
        while time < Duration::from_secs(600) {
            time += limiter.refused(&Pass::now(None), Duration::from_millis(250), false);
            tries += 1;
        }
        assert!(tries < 50, "{tries}");
    }

    #[test]
    fn an_error_body_is_read_as_far_as_it_goes() {
        let read = |body: &str| parse_refusal(body.as_bytes());
        assert_eq!(read(r#"{"code": 50013, "message": "x"}"#).code, 50013);
        assert_eq!(read(r#"{"code": "odd", "retry_after": "2.5"}"#).retry_after, Some(Duration::from_millis(2500)));
        assert!(read(r#"{"retry_after": -1, "global": true}"#).retry_after.is_none());
        for nothing in ["", "[]", "<html>", "null", "7"] {
            assert_eq!((read(nothing).code, read(nothing).retry_after), (0, None), "{nothing}");
        }
    }
}
