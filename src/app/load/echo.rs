//! The yardstick: a bot that answers every tap at once with a short update, and knows and stores nothing.

use std::sync::Arc;

use anyhow::Context;
use async_trait::async_trait;
use reqwest::Method;
use serde_json::{Value, json};

use crate::discord::gateway::{self, Events, Timing};
use crate::discord::incoming::Interaction;
use crate::discord::rest::{Patience, Request, Rest};
use crate::domain::ids::{GuildId, RoleId};
use crate::settings::Settings;
use crate::shutdown::Shutdown;

/// Serves as the yardstick of a load run until `shutdown` begins.
///
/// # Errors
/// What kept it from starting or going on.
pub async fn echo(settings: &Settings, shutdown: Shutdown) -> anyhow::Result<()> {
    let token = settings.token.as_ref().context("no token is set")?;
    let rest = Rest::new(settings.api_base.as_str(), token)?;
    let echo =
        Arc::new(Echo { rest: rest.clone(), answer: Arc::new(json!({ "type": 7, "data": { "content": "Noted." } })) });
    let stop = shutdown.intake().clone();
    Ok(gateway::run(&rest, settings.api_base.as_url(), token, echo, Timing::default(), stop).await?)
}

struct Echo {
    rest: Rest,
    answer: Arc<Value>,
}

#[async_trait]
impl Events for Echo {
    async fn ready(&self, _: u64, _: &[GuildId]) {}
    async fn resumed(&self) {}
    async fn lost(&self, _: &'static str) {}
    async fn guild(&self, _: GuildId, _: Option<Vec<RoleId>>) {}
    fn role_gone(&self, _: GuildId, _: RoleId) {}
    async fn left(&self, _: GuildId) {}
    fn unreadable(&self, _: &'static str) {}

    fn interaction(&self, interaction: Interaction) {
        let (rest, answer) = (self.rest.clone(), self.answer.clone());
        tokio::spawn(async move {
            let path = format!("/interactions/{}/{}/callback", interaction.id, interaction.token);
            let request = Request::interaction(Method::POST, path, Patience::FirstAnswer).body(&answer);
            if let Err(error) = rest.send(&request).await {
                tracing::warn!(%error, "an answer could not be delivered");
            }
        });
    }
}
