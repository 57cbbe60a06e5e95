//! Stops, kills and starts the bot from the page.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Desk;
use super::refusal::Refused;

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    Kill,
    Stop,
    Start,
    Restart,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    r#do: Deed,
}

/// Answers once it is done; whether a started bot is connected comes with the events.
pub(super) async fn act(State(desk): State<Arc<Desk>>, Json(wanted): Json<Wanted>) -> Result<Json<Value>, Refused> {
    let host = desk.parts.host.clone();
    // A browser that goes away must not leave it half done.
    let done = tokio::spawn(async move {
        match wanted.r#do {
            Deed::Kill => host.kill().await,
            Deed::Stop => host.stop().await,
            Deed::Start => host.start().await,
            Deed::Restart => {
                host.stop().await?;
                host.start().await
            }
        }
    });
    let failed = || Refused::new(StatusCode::INTERNAL_SERVER_ERROR, "bot_failed");
    let done = done.await.is_ok_and(|done| done.is_ok());
    desk.tell();
    if done { Ok(Json(json!({ "state": desk.bot() }))) } else { Err(failed()) }
}
