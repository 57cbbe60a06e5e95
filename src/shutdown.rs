//! The way to stop: intake ends at once, work in flight has ten seconds, a second signal exits on the spot.
//!
//! Whoever takes in work (gateway, scheduler, health page) watches [`Shutdown::intake`]; whatever must not be cut
//! off (an interaction being answered, a seal) runs on [`Shutdown::work`]. Nothing here knows what the work is.

use std::future::Future;
use std::io;
use std::time::Duration;

use futures::{Stream, StreamExt};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long work in flight may go on after intake has stopped (promises.md section 5).
pub const GRACE: Duration = Duration::from_secs(10);

/// How stopping went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drained {
    /// All work in flight ended.
    Finished,
    /// The time was over with this many tasks still at work.
    LeftBehind(usize),
}

/// One shutdown, shared by all parts of the process; clones are the same one.
#[derive(Debug, Clone, Default)]
pub struct Shutdown {
    intake: CancellationToken,
    work: TaskTracker,
}

impl Shutdown {
    /// A shutdown that has not begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancelled as soon as no new work may be taken in. A part that wants to be stopped alone takes a child token.
    pub fn intake(&self) -> &CancellationToken {
        &self.intake
    }

    /// Where tasks are spawned that stopping waits for.
    pub fn work(&self) -> &TaskTracker {
        &self.work
    }

    /// Stops intake. Doing so twice changes nothing.
    pub fn stop(&self) {
        self.intake.cancel();
    }

    /// Stops intake and waits for the work in flight, at most [`GRACE`].
    pub async fn drain(&self) -> Drained {
        self.drain_until(tokio::time::sleep(GRACE)).await
    }

    async fn drain_until(&self, deadline: impl Future<Output = ()>) -> Drained {
        self.stop();
        self.work.close();
        tokio::select! {
            biased;
            () = self.work.wait() => Drained::Finished,
            () = deadline => Drained::LeftBehind(self.work.len()),
        }
    }

    /// Lets SIGTERM and SIGINT (Ctrl-C) stop this process: the first begins the shutdown, the second exits at once
    /// with code 1. To be called once, inside the runtime.
    ///
    /// # Errors
    ///
    /// If the operating system refuses to hand over the signals.
    pub fn obey_signals(&self) -> io::Result<()> {
        let signals = signals()?;
        let shutdown = self.clone();
        tokio::spawn(async move {
            shutdown.obey(signals).await;
            tracing::warn!("second signal: stopping without waiting for work in flight");
            std::process::exit(1);
        });
        Ok(())
    }

    /// Begins the shutdown at the first signal and returns at the second.
    async fn obey(&self, mut signals: impl Stream<Item = ()> + Unpin) {
        for _ in 0..2 {
            if signals.next().await.is_none() {
                return std::future::pending().await;
            }
            self.stop();
        }
    }
}

#[cfg(unix)]
fn signals() -> io::Result<impl Stream<Item = ()> + Unpin> {
    use tokio::signal::unix::{SignalKind, signal};
    let both = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(Box::pin(futures::stream::unfold(both, async |(mut terminate, mut interrupt)| {
        let came = tokio::select! {
            came = terminate.recv() => came,
            came = interrupt.recv() => came,
        };
        came.map(|()| ((), (terminate, interrupt)))
    })))
}

#[cfg(not(unix))]
fn signals() -> io::Result<impl Stream<Item = ()> + Unpin> {
    Ok(Box::pin(futures::stream::unfold((), async |()| tokio::signal::ctrl_c().await.ok().map(|()| ((), ())))))
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::sync::{mpsc, oneshot};

    use super::*;

    #[tokio::test]
    async fn work_in_flight_is_waited_for_after_intake_has_stopped() {
        let shutdown = Shutdown::new();
        let (finish, finished) = oneshot::channel::<()>();
        shutdown.work().spawn(async { finished.await.expect("told to finish") });
        let draining = tokio::spawn({
            let shutdown = shutdown.clone();
            async move { shutdown.drain_until(pending()).await }
        });
        shutdown.intake().cancelled().await;
        assert!(!draining.is_finished());
        finish.send(()).expect("still at work");
        assert_eq!(draining.await.expect("no panic"), Drained::Finished);
    }

    #[tokio::test]
    async fn work_that_never_ends_is_left_behind_when_the_time_is_over() {
        let shutdown = Shutdown::new();
        shutdown.work().spawn(pending::<()>());
        assert_eq!(shutdown.drain_until(ready(())).await, Drained::LeftBehind(1));
    }

    #[tokio::test]
    async fn without_work_there_is_no_waiting() {
        assert_eq!(Shutdown::new().drain_until(ready(())).await, Drained::Finished);
    }

    #[tokio::test]
    async fn the_first_signal_stops_intake_and_the_second_ends_the_wait() {
        let shutdown = Shutdown::new();
        let (send, mut receive) = mpsc::unbounded_channel();
        let signals = futures::stream::poll_fn(move |context| receive.poll_recv(context));
        let obeying = tokio::spawn({
            let shutdown = shutdown.clone();
            async move { shutdown.obey(signals).await }
        });
        assert!(!shutdown.intake().is_cancelled());
        send.send(()).expect("listened to");
        shutdown.intake().cancelled().await;
        assert!(!obeying.is_finished());
        send.send(()).expect("listened to");
        obeying.await.expect("no panic");
    }
}
