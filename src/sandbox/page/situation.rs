//! What stands above the chat: clock, bot, faults, story, colleagues, and where a pulse is open.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::Desk;
use crate::domain::clock::Clock;
use crate::texts::Language;
use crate::values;

/// What lies further ahead is no plan: nothing is deleted for its age sooner (promises.md P14, comments).
const HOUSEKEEPING: TimeDelta = TimeDelta::days(180);

/// All of it.
pub(super) async fn show(State(desk): State<Arc<Desk>>) -> Json<Value> {
    Json(desk.situation())
}

impl Desk {
    pub(super) fn situation(&self) -> Value {
        json!({
            "clock": self.time(), "bot": self.bot(), "faults": self.faults(), "story": self.story(),
            "colleagues": self.colleagues.progress(), "pulses": self.pulses(),
        })
    }

    /// What time it is, and when something is planned.
    pub(super) fn time(&self) -> Value {
        let clock = &self.parts.clock;
        json!({ "now": clock.now(), "next": self.next() })
    }

    /// What the bot's scheduler sleeps until; `None` where nothing is planned, or nobody sleeps.
    pub(super) fn next(&self) -> Option<DateTime<Utc>> {
        let housekeeping = self.parts.clock.now() + HOUSEKEEPING;
        self.parts.clock.awaited().filter(|until| *until < housekeeping)
    }

    pub(super) fn bot(&self) -> &'static str {
        match (self.parts.host.runs(), self.parts.standin.gateway().connected()) {
            (false, _) => "stopped",
            (true, 0) => "connecting",
            (true, _) => "connected",
        }
    }

    pub(super) fn story(&self) -> Value {
        json!({ "playing": *self.story.borrow() })
    }

    /// What went over the wires, in numbers.
    pub(super) fn traffic(&self) -> Value {
        let counts = self.parts.standin.journal().counts();
        json!({ "requests": counts.requests, "violations": counts.violations })
    }

    /// The posts on which a pulse can be answered: the newest in each department's channel.
    fn pulses(&self) -> Value {
        let answer = self.parts.texts.say(&Language::english(), "pulse.post.answer", values! {});
        let channels = self.parts.company.departments.iter().map(|department| &department.channel);
        let posts = channels.filter_map(|channel| channel.newest_with_button(&answer));
        posts.map(|post| json!({ "channel": post.channel_id(), "message": post.id() })).collect()
    }
}
