//! The health page on loopback: `/healthz` (the process lives), `/readyz` (it can do its work), `/metrics`.
//!
//! It tells nothing about anybody: reasons are fixed in the code and metrics have no labels at all, so that no
//! user, guild or answer can become one. It is never served beyond this machine.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::{counter::Counter, gauge::Gauge};
use prometheus_client::registry::Registry;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// What Prometheus expects above the text that `prometheus-client` writes.
const METRICS_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Whether a part of the program can do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// Not yet.
    Starting,
    /// Yes.
    Ready,
    /// Not now, and why, in words fixed in the code.
    NotReady(&'static str),
}

/// The state of the whole process; clones are the same one.
#[derive(Debug, Clone, Default)]
pub struct Health {
    inner: Arc<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    parts: Mutex<BTreeMap<&'static str, Readiness>>,
    metrics: Mutex<Metrics>,
}

#[derive(Debug, Default)]
struct Metrics {
    registry: Registry,
    counters: BTreeMap<&'static str, Counter>,
    gauges: BTreeMap<&'static str, Gauge>,
}

impl Health {
    /// A process that is starting: it is ready once it has parts and all of them are.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part of the program (`gateway`, `store` …), starting. The process is ready when all parts are.
    pub fn part(&self, name: &'static str) -> Part {
        let part = Part { name, health: self.clone() };
        part.set(Readiness::Starting);
        part
    }

    /// The readiness of the whole: that of the first part, by name, that is not ready.
    pub fn readiness(&self) -> Readiness {
        let parts = self.inner.parts.lock().expect("no panic while held");
        let mut all = parts.values();
        if parts.is_empty() {
            Readiness::Starting
        } else {
            all.find(|part| **part != Readiness::Ready).copied().unwrap_or(Readiness::Ready)
        }
    }

    /// The counter of this name, registered on first use. Names are words joined by `_`, begin with `groundswell_`
    /// and leave out the closing `_total`, which the page adds.
    pub fn counter(&self, name: &'static str, help: &'static str) -> Counter {
        let mut metrics = self.inner.metrics.lock().expect("no panic while held");
        let Metrics { registry, counters, .. } = &mut *metrics;
        counters.entry(name).or_insert_with(|| registered(registry, name, help)).clone()
    }

    /// The gauge of this name, registered on first use. Names as for [`Health::counter`].
    pub fn gauge(&self, name: &'static str, help: &'static str) -> Gauge {
        let mut metrics = self.inner.metrics.lock().expect("no panic while held");
        let Metrics { registry, gauges, .. } = &mut *metrics;
        gauges.entry(name).or_insert_with(|| registered(registry, name, help)).clone()
    }

    fn page(&self) -> Router {
        Router::new()
            .route("/healthz", get(async || "alive\n"))
            .route("/readyz", get(show_readiness))
            .route("/metrics", get(show_metrics))
            .with_state(self.clone())
    }
}

/// One part of the program and its readiness.
#[derive(Debug, Clone)]
pub struct Part {
    name: &'static str,
    health: Health,
}

impl Part {
    /// Says how this part is now.
    pub fn set(&self, readiness: Readiness) {
        let mut parts = self.health.inner.parts.lock().expect("no panic while held");
        let before = parts.insert(self.name, readiness);
        drop(parts);
        if before.is_some_and(|before| before != readiness) {
            tracing::info!(part = self.name, now = ?readiness, "readiness changed");
        }
    }
}

/// Opens the health page's port.
///
/// # Errors
///
/// If `address` is not on loopback or the port can't be had.
pub async fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    if !address.ip().is_loopback() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the health page is served on loopback only"));
    }
    TcpListener::bind(address).await
}

/// Serves the health page until `stop` is cancelled.
///
/// # Errors
///
/// If the listener fails.
pub async fn serve(listener: TcpListener, health: Health, stop: CancellationToken) -> io::Result<()> {
    axum::serve(listener, health.page()).with_graceful_shutdown(stop.cancelled_owned()).await
}

fn registered<M>(registry: &mut Registry, name: &'static str, help: &'static str) -> M
where
    M: prometheus_client::registry::Metric + Clone + Default,
{
    let metric = M::default();
    registry.register(name, help, metric.clone());
    metric
}

async fn show_readiness(State(health): State<Health>) -> impl IntoResponse {
    let parts = health.inner.parts.lock().expect("no panic while held");
    let text = parts.iter().map(|(name, readiness)| match readiness {
        Readiness::Starting => format!("{name}: starting\n"),
        Readiness::Ready => format!("{name}: ready\n"),
        Readiness::NotReady(why) => format!("{name}: not ready: {why}\n"),
    });
    let text: String = text.collect();
    drop(parts);
    match health.readiness() {
        Readiness::Ready => (StatusCode::OK, format!("ready\n{text}")),
        Readiness::Starting => (StatusCode::SERVICE_UNAVAILABLE, format!("starting\n{text}")),
        Readiness::NotReady(_) => (StatusCode::SERVICE_UNAVAILABLE, format!("not ready\n{text}")),
    }
}

async fn show_metrics(State(health): State<Health>) -> impl IntoResponse {
    let mut text = String::new();
    let metrics = health.inner.metrics.lock().expect("no panic while held");
    encode(&mut text, &metrics.registry).expect("a string takes all that is written to it");
    ([(header::CONTENT_TYPE, METRICS_TYPE)], text)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn served(health: &Health) -> (String, CancellationToken) {
        let listener = listen(([127, 0, 0, 1], 0).into()).await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        let stop = CancellationToken::new();
        tokio::spawn(serve(listener, health.clone(), stop.clone()));
        (base, stop)
    }

    async fn get(url: String) -> (u16, String) {
        let response = reqwest::get(url).await.expect("answered");
        (response.status().as_u16(), response.text().await.expect("text"))
    }

    #[tokio::test]
    async fn ready_only_while_every_part_is() {
        let health = Health::new();
        let (base, _stop) = served(&health).await;
        let ready = async || get(format!("{base}/readyz")).await;
        assert_eq!(ready().await, (503, "starting\n".to_owned()));
        let gateway = health.part("gateway");
        let store = health.part("store");
        gateway.set(Readiness::Ready);
        assert_eq!(ready().await, (503, "starting\ngateway: ready\nstore: starting\n".to_owned()));
        store.set(Readiness::Ready);
        assert_eq!(ready().await, (200, "ready\ngateway: ready\nstore: ready\n".to_owned()));
        store.set(Readiness::NotReady("disk full"));
        assert_eq!(ready().await, (503, "not ready\ngateway: ready\nstore: not ready: disk full\n".to_owned()));
        assert_eq!(get(format!("{base}/healthz")).await, (200, "alive\n".to_owned()));
    }

    #[tokio::test]
    async fn a_counter_asked_for_twice_is_one_line_on_the_page() {
        let health = Health::new();
        let (base, _stop) = served(&health).await;
        health.counter("groundswell_posts", "Messages posted.").inc();
        health.counter("groundswell_posts", "Messages posted.").inc_by(2);
        health.gauge("groundswell_guilds", "Guilds served.").set(4);
        let (status, page) = get(format!("{base}/metrics")).await;
        assert_eq!(status, 200);
        let lines: Vec<_> = page.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines, ["groundswell_posts_total 3", "groundswell_guilds 4"]);
    }

    #[tokio::test]
    async fn the_page_is_refused_beyond_this_machine() {
        let error = listen(([0, 0, 0, 0], 0).into()).await.expect_err("not loopback");
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    }

    #[tokio::test]
    async fn the_page_closes_when_told_to_stop() {
        let listener = listen(([127, 0, 0, 1], 0).into()).await.expect("a free port");
        let stop = CancellationToken::new();
        stop.cancel();
        serve(listener, Health::new(), stop).await.expect("closed in order");
    }
}
