//! Keeps the bot below Discord's limits: one request at a time per bucket, paced by what Discord says of it, and a
//! global budget. Interaction endpoints pass freely; their limits are one per interaction.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use reqwest::header::HeaderMap;
use serde::Deserialize;
use tokio::sync::OwnedMutexGuard;
use tokio::time::Instant;

use super::request::Request;

/// Requests per second for the whole bot: Discord's limit is 50 (discord.md 4, "global limit"); a few are left for
/// what bypasses this limiter.
const GLOBAL_PER_SECOND: u32 = 48;

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
}

/// The right to send one request now. While it is held, no other request of its bucket goes out.
#[derive(Debug)]
pub(super) struct Pass(Mutex<Option<OwnedMutexGuard<Bucket>>>);

impl Default for Limiter {
    fn default() -> Self {
        Self {
            buckets: Mutex::default(),
            global: Mutex::new(Global { window: Instant::now(), used: 0, paused_until: None }),
            jitter: Mutex::new(rand::make_rng()),
        }
    }
}

impl Limiter {
    /// Waits until the request may go out.
    pub(super) async fn pass(&self, request: &Request<'_>) -> Pass {
        let Some(key) = &request.bucket else { return Pass(Mutex::new(None)) };
        let bucket = self.bucket(key);
        let mut held = bucket.lock_owned().await;
        if let Some(until) = held.closed_until.take() {
            tokio::time::sleep_until(until).await;
        }
        while let Some(until) = self.global_wait() {
            tokio::time::sleep_until(until).await;
        }
        Pass(Mutex::new(Some(held)))
    }

    /// Takes in what an answer says about its bucket.
    pub(super) fn learn(&self, _request: &Request<'_>, pass: &Pass, headers: &HeaderMap) {
        let remaining = header::<u32>(headers, "x-ratelimit-remaining");
        let reset_after = header::<f64>(headers, "x-ratelimit-reset-after").and_then(seconds);
        if let (Some(0), Some(wait)) = (remaining, reset_after)
            && let Some(bucket) = pass.0.lock().expect("no panic while held").as_mut()
        {
            bucket.closed_until = Some(Instant::now() + wait);
        }
    }

    /// Discord limited the bot as a whole: nothing goes out for a while.
    pub(super) fn pause_all(&self, wait: Duration) {
        self.global.lock().expect("no panic while held").paused_until = Some(Instant::now() + wait);
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
        if now.duration_since(global.window) >= Duration::from_secs(1) {
            global.window = now;
            global.used = 0;
        }
        if global.used < GLOBAL_PER_SECOND {
            global.used += 1;
            return None;
        }
        Some(global.window + Duration::from_secs(1))
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
    #[derive(Deserialize)]
    struct Body {
        #[serde(default)]
        code: u32,
        #[serde(default)]
        global: bool,
        retry_after: Option<f64>,
    }
    match serde_json::from_slice::<Body>(bytes) {
        Ok(body) => Refusal { code: body.code, global: body.global, retry_after: body.retry_after.and_then(seconds) },
        Err(_) => Refusal::default(),
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
