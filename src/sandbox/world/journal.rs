//! What went over the wires, for the inspector and for tests: requests with their answers, and gateway events.
//!
//! Bounded; the counters are not. It never holds the bot's token, and interaction tokens are masked in paths.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::Value;
use tokio::sync::watch;

use super::Snowflake;

/// What an entry has to do with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    /// The message that was made, changed or deleted.
    pub message: Option<Snowflake>,
    /// The interaction that was answered or sent.
    pub interaction: Option<Snowflake>,
}

/// One request that the bot made.
#[derive(Debug, Clone)]
pub struct RequestEntry {
    /// Its place among all entries, given by the journal; from 1.
    pub number: u64,
    /// When, by the world's clock.
    pub at: DateTime<Utc>,
    /// `GET`, `POST` …
    pub method: String,
    /// Below `/api/v10`; tokens masked.
    pub path: String,
    /// The JSON body or the JSON part of a multipart body; `Null` if there was none.
    pub body: Value,
    /// Names of uploaded files.
    pub files: Vec<String>,
    /// The status of the answer; 0 where a fault kept it from being sent.
    pub status: u16,
    /// Discord's error code, where the answer was a refusal.
    pub code: Option<u64>,
    /// Where the body broke Discord's limits or description, or our own promises.
    pub violations: Vec<String>,
    /// The body of a refusal; `Null` otherwise.
    pub refusal: Value,
    /// How long the bot waited for the answer; real time.
    pub took: Duration,
    /// What it has to do with.
    pub ties: Ties,
}

/// One gateway payload.
#[derive(Debug, Clone)]
pub struct EventEntry {
    /// Its place among all entries, given by the journal; from 1.
    pub number: u64,
    /// When, by the world's clock.
    pub at: DateTime<Utc>,
    /// An event's name (`READY`, `INTERACTION_CREATE` …), or what the bot sent (`identify`, `resume` …).
    pub kind: String,
    /// The sequence number of a dispatch.
    pub sequence: Option<u64>,
    /// The guild that it concerns.
    pub guild: Option<String>,
    /// What it has to do with.
    pub ties: Ties,
    /// What a person did, for an interaction: as the event says it. `Null` otherwise.
    pub data: Value,
}

/// Counts since the start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All requests.
    pub requests: u64,
    /// Answers 401, 403 and 429, which Discord counts towards a ban (discord.md 4, "invalid requests").
    pub invalid: u64,
    /// Answers 401 and identifies with a wrong token.
    pub auth_failures: u64,
    /// Identifies.
    pub identifies: u64,
    /// Successful resumes.
    pub resumes: u64,
    /// Gateway connections that were turned away with 503.
    pub refusals: u64,
    /// Gateway connections that ended, whoever ended them.
    pub disconnects: u64,
    /// Violations.
    pub violations: u64,
}

/// A handle on the journal; clones share it.
#[derive(Debug, Clone)]
pub struct Journal {
    pages: Arc<Mutex<Pages>>,
    limit: usize,
    /// Changes with every entry, for whoever awaits one.
    version: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Pages {
    requests: VecDeque<RequestEntry>,
    events: VecDeque<EventEntry>,
    violations: VecDeque<String>,
    counts: Counts,
    /// The number of the newest entry.
    newest: u64,
}

impl Journal {
    pub(crate) fn new(limit: usize) -> Self {
        Self { pages: Arc::default(), limit, version: watch::Sender::new(0) }
    }

    /// The latest requests, oldest first.
    pub fn requests(&self) -> Vec<RequestEntry> {
        self.read(|pages| pages.requests.iter().cloned().collect())
    }

    /// The latest requests of a method whose path contains `part`.
    pub fn requests_to(&self, method: &str, part: &str) -> Vec<RequestEntry> {
        let fits = |entry: &&RequestEntry| entry.method == method && entry.path.contains(part);
        self.read(|pages| pages.requests.iter().filter(fits).cloned().collect())
    }

    /// The latest gateway payloads, oldest first.
    pub fn events(&self) -> Vec<EventEntry> {
        self.read(|pages| pages.events.iter().cloned().collect())
    }

    /// The latest violations, each with method and path.
    pub fn violations(&self) -> Vec<String> {
        self.read(|pages| pages.violations.iter().cloned().collect())
    }

    /// Looks at everything in place: the latest requests and the latest gateway payloads, oldest first. Nothing else can
    /// be noted meanwhile.
    pub(crate) fn with_all<R>(&self, look: impl FnOnce(&VecDeque<RequestEntry>, &VecDeque<EventEntry>) -> R) -> R {
        self.read(|pages| look(&pages.requests, &pages.events))
    }

    /// Changes with every entry.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// Counts since the start.
    pub fn counts(&self) -> Counts {
        self.read(|pages| pages.counts)
    }

    /// Waits until the counts fit: `journal.until(|counts| counts.identifies == 2)`.
    pub async fn until(&self, fits: impl Fn(&Counts) -> bool) {
        self.until_with(|pages| fits(&pages.counts)).await;
    }

    /// Waits until `times` requests of a method whose path contains `part` were answered.
    pub async fn until_requests(&self, method: &str, part: &str, times: usize) {
        let fits = |entry: &&RequestEntry| entry.method == method && entry.path.contains(part);
        self.until_with(|pages| pages.requests.iter().filter(fits).count() >= times).await;
    }

    /// `shared`: a 429 for a limit shared with others, which Discord doesn't hold against the bot.
    pub(crate) fn note_request(&self, mut entry: RequestEntry, shared: bool) {
        self.write(|pages, limit| {
            pages.newest += 1;
            entry.number = pages.newest;
            pages.counts.requests += 1;
            pages.counts.invalid += u64::from(matches!(entry.status, 401 | 403 | 429) && !shared);
            pages.counts.auth_failures += u64::from(entry.status == 401);
            for violation in &entry.violations {
                pages.counts.violations += 1;
                push(&mut pages.violations, limit, format!("{} {}: {violation}", entry.method, entry.path));
            }
            push(&mut pages.requests, limit, entry);
        });
    }

    pub(crate) fn note_event(&self, mut entry: EventEntry) {
        self.write(|pages, limit| {
            pages.newest += 1;
            entry.number = pages.newest;
            push(&mut pages.events, limit, entry);
        });
    }

    pub(crate) fn count(&self, change: impl FnOnce(&mut Counts)) {
        self.write(|pages, _| change(&mut pages.counts));
    }

    fn read<R>(&self, look: impl FnOnce(&Pages) -> R) -> R {
        look(&self.pages.lock().expect("no panic while held"))
    }

    async fn until_with(&self, fits: impl Fn(&Pages) -> bool) {
        let mut version = self.version.subscribe();
        // The sender lives in self, so that waiting can't fail.
        drop(version.wait_for(|_| self.read(&fits)).await);
    }

    fn write(&self, change: impl FnOnce(&mut Pages, usize)) {
        change(&mut self.pages.lock().expect("no panic while held"), self.limit);
        self.version.send_modify(|version| *version += 1);
    }
}

fn push<T>(list: &mut VecDeque<T>, limit: usize, entry: T) {
    if list.len() >= limit {
        list.pop_front();
    }
    list.push_back(entry);
}
