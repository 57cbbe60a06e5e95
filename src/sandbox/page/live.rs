//! What happens while somebody looks: server-sent events, each only to those who may see what it tells.
//!
//! Nothing is kept for those who are slow: whoever has missed something is told to fetch everything again.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures::Stream;
use serde_json::{Value, json};
use tokio::sync::{broadcast, watch};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval, sleep_until};

use super::refusal::Refused;
use super::{Desk, places};
use crate::sandbox::{Change, Snowflake};

/// How often the time is told while nothing else happens; real time.
const TIME: Duration = Duration::from_secs(5);

/// How long the clock must be quiet before what is next is told: it has no next moment while the bot is at work.
const QUIET: Duration = Duration::from_millis(150);

/// The pause between two counts of what went over the wires.
const TRAFFIC: Duration = Duration::from_millis(500);

/// Somebody who looks.
struct Viewer {
    desk: Arc<Desk>,
    user: Snowflake,
    changes: broadcast::Receiver<Change>,
    journal: watch::Receiver<u64>,
    news: watch::Receiver<u64>,
    clock: watch::Receiver<u64>,
    tick: Interval,
    clock_due: Option<Instant>,
    traffic_due: Option<Instant>,
    /// What they were told last, by the name of the event.
    told: [(&'static str, Value); 4],
    waiting: VecDeque<Event>,
}

pub(super) async fn watch(
    State(desk): State<Arc<Desk>>,
    Path(user): Path<u64>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Refused> {
    let user = desk.person(Snowflake::from(user))?.id();
    let viewer = Viewer::new(desk, user);
    let events = futures::stream::unfold(viewer, async |mut viewer| {
        let event = viewer.next().await;
        Some((Ok(event), viewer))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

impl Viewer {
    fn new(desk: Arc<Desk>, user: Snowflake) -> Self {
        // Listens first, so that nothing falls between the greeting and what follows.
        let (changes, journal) = (desk.parts.standin.changes(), desk.parts.standin.journal().changes());
        let (news, clock) = (desk.news.subscribe(), desk.parts.clock.changes());
        let mut tick = interval(TIME);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        tick.reset();
        let told = parts(&desk);
        let waiting = [event("hello", &desk.situation())].into();
        let (clock_due, traffic_due) = (None, None);
        Self { desk, user, changes, journal, news, clock, tick, clock_due, traffic_due, told, waiting }
    }

    async fn next(&mut self) -> Event {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return event;
            }
            tokio::select! {
                change = self.changes.recv() => match change {
                    Ok(change) => self.take(change),
                    Err(broadcast::error::RecvError::Lagged(_)) => self.waiting.push_back(event("resync", &json!({}))),
                    // The world is gone, and the page with it.
                    Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
                },
                _ = self.news.changed() => self.tell_parts(),
                _ = self.clock.changed() => self.clock_due = Some(Instant::now() + QUIET),
                _ = self.journal.changed(), if self.traffic_due.is_none() => {
                    self.traffic_due = Some(Instant::now() + TRAFFIC);
                }
                () = at(self.traffic_due) => {
                    self.traffic_due = None;
                    self.waiting.push_back(event("journal", &self.desk.traffic()));
                }
                () = at(self.clock_due) => self.tell_time(),
                _ = self.tick.tick() => self.tell_time(),
            }
        }
    }

    fn tell_time(&mut self) {
        self.clock_due = None;
        self.tick.reset();
        self.waiting.push_back(event("clock", &self.desk.time()));
        self.tell_parts();
    }

    /// Tells what changed of the bot, the faults, the story and the colleagues.
    fn tell_parts(&mut self) {
        for (known, (name, now)) in self.told.iter_mut().zip(parts(&self.desk)) {
            if known.1 != now {
                self.waiting.push_back(event(name, &now));
                known.1 = now;
            }
        }
    }

    fn take(&mut self, change: Change) {
        let told = match change {
            Change::MessagePosted { channel, message } => self.shown(channel, message).map(|body| ("message", body)),
            Change::MessageEdited { channel, message } => self.shown(channel, message).map(|body| ("edited", body)),
            Change::MessageDeleted { channel, message, addressee } => {
                let theirs = addressee.is_none_or(|addressee| addressee == self.user);
                let sees = self.desk.parts.standin.world.with(|state| state.sees(self.user, channel));
                (theirs && sees).then(|| ("deleted", json!({ "channel": channel, "id": message })))
            }
            Change::NotAnswered { channel, user } => {
                (user == self.user).then(|| ("not_answered", json!({ "channel": channel })))
            }
            Change::CommandsRegistered { .. } => Some(("commands", json!({}))),
            Change::DirectMessagesOpened { user } => (user == self.user).then(|| ("channels", json!({}))),
            Change::GuildChanged { .. } => {
                self.waiting.push_back(event("company", &json!({})));
                Some(("channels", json!({})))
            }
            Change::Gateway => return self.tell_parts(),
        };
        self.waiting.extend(told.map(|(name, body)| event(name, &body)));
    }

    /// The message, if this person sees it now.
    fn shown(&self, channel: Snowflake, message: Snowflake) -> Option<Value> {
        self.desk.parts.standin.world.with(|state| {
            let found = state.message(channel, message).filter(|found| found.is_shown_to(self.user))?;
            state.sees(self.user, channel).then(|| places::message(state, found))
        })
    }
}

/// What is told when it differs from what was told last.
fn parts(desk: &Desk) -> [(&'static str, Value); 4] {
    [
        ("bot", json!({ "state": desk.bot() })),
        ("faults", desk.faults()),
        ("story", desk.story()),
        ("colleagues", desk.colleagues.progress()),
    ]
}

fn event(name: &str, body: &Value) -> Event {
    // JSON on one line: the line ends in it are escaped.
    Event::default().event(name).data(body.to_string())
}

async fn at(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}
