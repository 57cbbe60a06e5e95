//! Faults that can be switched on: what a request meets instead of, or besides, its ordinary answer.
//!
//! [`Faults`] is a handle whose clones share one list; the HTTP side asks it once per request. It decides nothing else:
//! the faults of the gateway live with the gateway.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::json;
use tokio::sync::watch;

use super::rules::rate::{Scope, TooMany};

/// What goes wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The answer is right, and late by this much real time.
    Latency(Duration),
    /// A server error (5xx) without effect.
    Status {
        /// The HTTP status.
        code: u16,
        /// Whether the body is a proxy's HTML page rather than Discord's JSON.
        html: bool,
    },
    /// A 429 of a route ([`Scope::User`]), global, shared, or Cloudflare's, without effect.
    TooMany {
        /// Whose limit.
        scope: Scope,
        /// How long to wait, in seconds.
        retry_after: f64,
    },
    /// Nothing is ever answered; without effect.
    Hang,
    /// The request takes effect; the connection breaks after half of the answer's body.
    HalfBody,
    /// The request takes effect; the answer has status 200 and a body that is no JSON.
    GarbageBody,
    /// The request takes effect; the connection breaks without an answer.
    DropAfterApply,
    /// The connection breaks without an answer and without effect.
    DropBeforeApply,
}

impl Fault {
    /// Whether the request takes effect all the same.
    pub fn applies(&self) -> bool {
        matches!(self, Self::Latency(_) | Self::HalfBody | Self::GarbageBody | Self::DropAfterApply)
    }

    /// The whole answer, for the faults that are one.
    pub fn answer(&self) -> Option<FaultAnswer> {
        match self {
            Self::Status { code, html: true } => Some(FaultAnswer {
                status: *code,
                headers: vec![("content-type", "text/html".to_owned())],
                body: format!("<html><head><title>{code}</title></head><body><center>{code}</center></body></html>"),
            }),
            Self::Status { code, html: false } => Some(FaultAnswer {
                status: *code,
                headers: vec![("content-type", "application/json".to_owned())],
                body: json!({ "message": format!("{code}: Internal Server Error"), "code": 0 }).to_string(),
            }),
            Self::TooMany { scope, retry_after } => {
                let refusal = TooMany { scope: *scope, retry_after: *retry_after };
                Some(FaultAnswer { status: 429, headers: refusal.headers(), body: refusal.body() })
            }
            Self::GarbageBody => Some(FaultAnswer {
                status: 200,
                headers: vec![("content-type", "application/json".to_owned())],
                body: "{\"id\": \u{fffd}\u{1}garbage".to_owned(),
            }),
            _ => None,
        }
    }
}

/// An answer made up by a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The headers, the content type among them.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: String,
}

/// Which requests a fault strikes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    method: Option<String>,
    prefix: Vec<String>,
}

impl Which {
    /// Every request.
    pub fn all() -> Self {
        Self { method: None, prefix: Vec::new() }
    }

    /// Requests of one method whose path below `/api/v10` begins with `prefix`, segment by segment; a segment `*`
    /// stands for any one: `Which::of("POST", "/channels/*/messages")`.
    pub fn of(method: &str, prefix: &str) -> Self {
        Self { method: Some(method.to_ascii_uppercase()), prefix: segments(prefix).map(str::to_owned).collect() }
    }

    /// As [`Which::of`], whatever the method.
    pub fn under(prefix: &str) -> Self {
        Self { method: None, prefix: segments(prefix).map(str::to_owned).collect() }
    }

    fn matches(&self, method: &str, path: &str) -> bool {
        if self.method.as_deref().is_some_and(|wanted| !wanted.eq_ignore_ascii_case(method)) {
            return false;
        }
        let mut parts = segments(path);
        self.prefix.iter().all(|wanted| parts.next().is_some_and(|part| wanted == "*" || wanted == part))
    }
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('?').next().unwrap_or_default().split('/').filter(|segment| !segment.is_empty())
}

/// Names a fault that was switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FaultId(u64);

/// The faults that are switched on. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    inner: Arc<Mutex<Switched>>,
}

#[derive(Debug, Default)]
struct Switched {
    rules: Vec<Rule>,
    next: u64,
}

#[derive(Debug)]
struct Rule {
    id: FaultId,
    which: Which,
    fault: Fault,
    /// How often it still strikes; `None` until cleared.
    left: Option<u32>,
    strikes: watch::Sender<u32>,
}

impl Faults {
    /// Switches a fault on for the next `times` requests that match.
    pub fn times(&self, times: u32, which: Which, fault: Fault) -> FaultId {
        self.add(which, fault, Some(times))
    }

    /// Switches a fault on until it is cleared.
    pub fn until_cleared(&self, which: Which, fault: Fault) -> FaultId {
        self.add(which, fault, None)
    }

    /// Switches one fault off.
    pub fn clear(&self, id: FaultId) {
        for rule in self.lock().rules.iter_mut().filter(|rule| rule.id == id) {
            rule.left = Some(0);
        }
    }

    /// Switches all off.
    pub fn clear_all(&self) {
        for rule in &mut self.lock().rules {
            rule.left = Some(0);
        }
    }

    /// The fault that strikes this request, if any: of those that match, the one switched on first. `path` is the
    /// one below `/api/v10`.
    pub fn next_for(&self, method: &str, path: &str) -> Option<Fault> {
        let mut switched = self.lock();
        let rule = switched.rules.iter_mut().find(|rule| rule.left != Some(0) && rule.which.matches(method, path))?;
        rule.left = rule.left.map(|left| left - 1);
        rule.strikes.send_modify(|strikes| *strikes += 1);
        Some(rule.fault.clone())
    }

    /// How often a fault has struck so far; 0 for an unknown one.
    pub fn strikes(&self, id: FaultId) -> u32 {
        self.lock().rules.iter().find(|rule| rule.id == id).map_or(0, |rule| *rule.strikes.borrow())
    }

    /// Returns once a fault has struck `times` times, or at once for an unknown one.
    pub async fn struck(&self, id: FaultId, times: u32) {
        let strikes = self.lock().rules.iter().find(|rule| rule.id == id).map(|rule| rule.strikes.subscribe());
        if let Some(mut strikes) = strikes {
            // An error would mean that the handle's last clone is gone, and this is one.
            drop(strikes.wait_for(|strikes| *strikes >= times).await);
        }
    }

    fn add(&self, which: Which, fault: Fault, left: Option<u32>) -> FaultId {
        let mut switched = self.lock();
        let id = FaultId(switched.next);
        switched.next += 1;
        switched.rules.push(Rule { id, which, fault, left, strikes: watch::Sender::new(0) });
        id
    }

    fn lock(&self) -> MutexGuard<'_, Switched> {
        self.inner.lock().expect("no panic while held")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATE: Fault = Fault::Latency(Duration::from_secs(1));

    #[test]
    fn a_counted_fault_strikes_that_often_and_then_the_next_one_does() {
        let faults = Faults::default();
        let posts = Which::of("post", "/channels/*/messages");
        let first = faults.times(2, posts.clone(), Fault::Hang);
        faults.until_cleared(Which::all(), LATE);
        assert_eq!(faults.next_for("POST", "/channels/1/messages"), Some(Fault::Hang));
        assert_eq!(faults.next_for("GET", "/channels/1/messages"), Some(LATE));
        assert_eq!(faults.next_for("POST", "channels/2/messages?x=/"), Some(Fault::Hang));
        assert_eq!(faults.next_for("POST", "/channels/1/messages"), Some(LATE));
        assert_eq!(faults.strikes(first), 2);
    }

    #[test]
    fn a_prefix_matches_whole_segments() {
        let faults = Faults::default();
        let id = faults.until_cleared(Which::under("/channels/1"), Fault::Hang);
        assert_eq!(faults.next_for("GET", "/channels/12"), None);
        assert_eq!(faults.next_for("GET", "/guilds/1"), None);
        assert_eq!(faults.next_for("GET", "/channels"), None);
        assert_eq!(faults.next_for("DELETE", "/channels/1/messages/2"), Some(Fault::Hang));
        faults.clear(id);
        assert_eq!(faults.next_for("GET", "/channels/1"), None);
    }

    #[test]
    fn clones_share_the_switches() {
        let faults = Faults::default();
        let other = faults.clone();
        faults.until_cleared(Which::all(), Fault::DropAfterApply);
        assert_eq!(other.next_for("GET", "/gateway"), Some(Fault::DropAfterApply));
        other.clear_all();
        assert_eq!(faults.next_for("GET", "/gateway"), None);
    }

    #[tokio::test]
    async fn one_can_wait_until_a_fault_has_struck() {
        let faults = Faults::default();
        let id = faults.until_cleared(Which::all(), Fault::Hang);
        let waiting = tokio::spawn({
            let faults = faults.clone();
            async move { faults.struck(id, 2).await }
        });
        faults.next_for("GET", "/a");
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        faults.next_for("GET", "/a");
        waiting.await.expect("struck twice");
    }

    #[test]
    fn answers_that_a_fault_makes_up_look_like_what_they_imitate() {
        let json = |fault: Fault| {
            let answer = fault.answer().expect("is an answer");
            (answer.status, serde_json::from_str::<serde_json::Value>(&answer.body))
        };
        let (status, body) = json(Fault::TooMany { scope: Scope::Global, retry_after: 1.5 });
        let body = body.expect("Discord's 429 is JSON");
        assert_eq!((status, &body["global"], &body["retry_after"]), (429, &json!(true), &json!(1.5)));
        let (status, body) = json(Fault::TooMany { scope: Scope::Cloudflare, retry_after: 0.0 });
        assert!(status == 429 && body.is_err());
        assert!(json(Fault::Status { code: 503, html: false }).1.is_ok());
        assert!(json(Fault::Status { code: 502, html: true }).1.is_err());
        assert!(json(Fault::GarbageBody).1.is_err());
        assert_eq!(Fault::Hang.answer(), None);
    }

    #[test]
    fn only_some_faults_let_the_request_take_effect() {
        assert!(Fault::DropAfterApply.applies() && Fault::HalfBody.applies() && LATE.applies());
        assert!(!Fault::DropBeforeApply.applies() && !Fault::Hang.applies());
        assert!(!Fault::Status { code: 500, html: false }.applies());
    }
}
