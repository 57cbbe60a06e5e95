//! Moves the world's time on, never back.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::Desk;
use super::refusal::Refused;
use crate::domain::clock::Clock;

/// The farthest that one move goes.
const FARTHEST: TimeDelta = TimeDelta::days(366);

/// How long the bot may take over what has become due before the page says what is next; real time.
const SETTLING: Duration = Duration::from_secs(2);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Move {
    by_seconds: Option<i64>,
    to: Option<DateTime<Utc>>,
    next: Option<bool>,
}

pub(super) async fn move_on(State(desk): State<Arc<Desk>>, Json(wanted): Json<Move>) -> Result<Json<Value>, Refused> {
    let clock = &desk.parts.clock;
    let now = clock.now();
    let target = match wanted {
        Move { by_seconds: Some(seconds), to: None, next: None } => {
            TimeDelta::try_seconds(seconds).and_then(|step| now.checked_add_signed(step))
        }
        Move { by_seconds: None, to: Some(to), next: None } => Some(to),
        Move { by_seconds: None, to: None, next: Some(true) } => {
            desk.settle().await;
            Some(desk.next().ok_or_else(|| Refused::conflict("nothing_planned"))?)
        }
        _ => None,
    };
    let target = target.ok_or_else(|| Refused::wrong_value("to"))?;
    if target < now {
        return Err(Refused::conflict("clock_backwards"));
    }
    if target - now > FARTHEST {
        return Err(Refused::wrong_value("to"));
    }
    clock.set(target);
    desk.settle().await;
    Ok(Json(desk.time()))
}

impl Desk {
    /// Lets the bot do what is due. A bot that doesn't run does nothing.
    async fn settle(&self) {
        if self.parts.host.runs() {
            // Where it takes longer, the page hears of it by itself.
            let _ = tokio::time::timeout(SETTLING, self.parts.clock.somebody_sleeps()).await;
        }
    }
}
