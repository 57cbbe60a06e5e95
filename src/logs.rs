//! Log lines: our own, at the levels that the operator chose, on standard error.
//!
//! Ids and texts that people wrote never reach a log, ours or a library's (promises.md P12). Libraries print whole
//! payloads and tokens (serenity does so even at `warn`), so none of them writes here at all, whatever the filter
//! says; what is worth knowing about their work, we log ourselves as status and code. Records of the `log` crate go
//! nowhere, since no bridge to it is installed.

use std::panic::PanicHookInfo;

use tracing::{Metadata, Subscriber};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{EnvFilter, Layer, Registry};

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for machines.
    Json,
}

/// Starts logging for the whole process and makes panics obey the same rule. To be called once, from `main`.
///
/// # Panics
///
/// If `filter` is none ([`is_filter`]) or logging was started before.
pub fn start(filter: &str, format: LogFormat) {
    let subscriber = subscriber(filter, format, std::io::stderr);
    tracing::subscriber::set_global_default(subscriber).expect("logging starts once");
    std::panic::set_hook(Box::new(report_panic));
}

/// Whether `text` can be used as a filter: `debug`, `groundswell::scheduler=trace,warn` …
pub fn is_filter(text: &str) -> bool {
    EnvFilter::builder().parse(text).is_ok()
}

fn subscriber<W>(filter: &str, format: LogFormat, writer: W) -> Box<dyn Subscriber + Send + Sync>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = EnvFilter::builder().parse(filter).expect("settings check the filter");
    let lines = lines(format, writer);
    Box::new(Registry::default().with(filter_fn(may_speak)).with(filter).with(lines))
}

fn lines<S, W>(format: LogFormat, writer: W) -> Box<dyn Layer<S> + Send + Sync>
where
    S: Subscriber + for<'s> LookupSpan<'s>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt::layer().with_writer(writer).with_ansi(false);
    match format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    }
}

/// Only this program's own modules may.
fn may_speak(about: &Metadata<'_>) -> bool {
    about.target().split("::").next() == Some(env!("CARGO_CRATE_NAME"))
}

/// A panic's message may quote a value, so only a message fixed in the code is logged; the place always is.
fn report_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let message = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(message withheld)");
    tracing::error!(place, message, "a task panicked");
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;

    const MARKER: &str = "a text that a person wrote";

    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no panic while held").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn written(filter: &str, format: LogFormat, work: impl FnOnce()) -> String {
        let page = Page::default();
        let writer = page.clone();
        tracing::subscriber::with_default(subscriber(filter, format, move || writer.clone()), work);
        let bytes = page.0.lock().expect("no panic while held").clone();
        String::from_utf8(bytes).expect("logs are text")
    }

    /// Speaks at every level, with a span around it, under the target of a library.
    macro_rules! library_speaks {
        ($($target:literal),+) => {$(
            let span = tracing::error_span!(target: $target, "request", payload = MARKER);
            let _inside = span.enter();
            tracing::error!(target: $target, "{MARKER}");
            tracing::warn!(target: $target, "{MARKER}");
            tracing::info!(target: $target, payload = MARKER);
            tracing::debug!(target: $target, payload = MARKER);
            tracing::trace!(target: $target, payload = MARKER);
            tracing::error!(target: "groundswell::logs", "our own line inside a library's span");
        )+};
    }

    #[test]
    fn no_filter_lets_a_library_speak() {
        let filters =
            ["trace", "serenity=trace", "serenity::gateway::ws=warn,sqlx=trace,hyper=trace", "[request]=trace"];
        for filter in filters {
            for format in [LogFormat::Text, LogFormat::Json] {
                let log = written(filter, format, || {
                    library_speaks!(
                        "serenity",
                        "serenity::gateway::ws",
                        "poise::dispatch",
                        "hyper::proto",
                        "hyper_util::client",
                        "reqwest::connect",
                        "h2",
                        "rustls::client",
                        "tungstenite",
                        "tokio_tungstenite",
                        "sqlx::query",
                        "groundswell_like"
                    );
                });
                assert!(!log.contains(MARKER), "{filter} let through: {log}");
            }
        }
    }

    #[test]
    fn our_own_lines_follow_the_filter() {
        let work = || {
            tracing::info!(due = 3, "ticked");
            tracing::debug!("looked");
        };
        let info = written("info", LogFormat::Text, work);
        assert!(info.contains("ticked") && info.contains("due=3") && !info.contains("looked"), "{info}");
        assert!(written("groundswell::logs=debug", LogFormat::Text, work).contains("looked"));
        assert_eq!(written("off", LogFormat::Text, work), "");
    }

    #[test]
    fn json_lines_are_objects_with_our_fields() {
        let log = written("info", LogFormat::Json, || tracing::warn!(late_minutes = 7, "posted late"));
        let line: serde_json::Value = serde_json::from_str(log.trim()).expect("one object");
        assert_eq!((&line["late_minutes"], &line["message"]), (&7.into(), &"posted late".into()));
        assert_eq!((&line["level"], &line["target"]), (&"WARN".into(), &"groundswell::logs::tests".into()));
    }

    #[test]
    fn a_filter_that_means_nothing_is_told_from_one_that_does() {
        assert!(is_filter("debug") && is_filter("groundswell::scheduler=trace,warn"));
        assert!(!is_filter("groundswell=loud") && !is_filter("info,,=,"));
    }

    #[test]
    fn a_panic_is_logged_without_the_values_in_its_message() {
        let log = written("info", LogFormat::Text, || {
            let quiet = std::panic::take_hook();
            std::panic::set_hook(Box::new(report_panic));
            let panicked = std::panic::catch_unwind(|| panic!("no room for {}", std::hint::black_box(MARKER)));
            std::panic::set_hook(quiet);
            assert!(panicked.is_err());
        });
        assert!(log.contains("a task panicked") && log.contains("logs.rs"), "{log}");
        assert!(!log.contains(MARKER), "{log}");
    }
}
