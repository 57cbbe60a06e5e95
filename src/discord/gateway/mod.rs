//! The gateway connection: from the first address to the last close frame.
//!
//! The address comes from `GET /gateway/bot` of the configured server and from nowhere else. A lost connection is
//! taken up again, with its session where there is one, later each time; a silent or deaf one is given up; a close
//! code that forbids another try ends the bot with a sentence. What can't be read is counted by kind, never shown.

mod address;
mod connection;
mod dispatch;
mod pauses;
mod session;

use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use secrecy::SecretString;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::incoming::Interaction;
use super::rest::Rest;
use crate::domain::ids::{GuildId, RoleId};
use connection::{End, Line};
use pauses::Pauses;
use session::Session;

/// Why the connection ended for good. Each is a sentence for whoever runs the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GatewayError {
    /// 401 or close code 4004.
    #[error("Discord refused the token; put the bot's current token into DISCORD_TOKEN or the token file")]
    TokenRefused,
    /// Close codes 4013 and 4014.
    #[error("Discord refused the intents; the bot asks for GUILDS only, so the server is not Discord-compatible")]
    IntentsRefused,
    /// Close codes 4010 and 4011.
    #[error("Discord wants this bot sharded: it is in too many servers for one process")]
    ShardingRequired,
    /// Close code 4012 or another one that forbids a new try.
    #[error("Discord closed the connection for good (code {0})")]
    Closed(u16),
    /// A bot pointed elsewhere must never contact Discord.
    #[error(
        "the configured server names a gateway address that can't be used; it must begin with ws:// or wss:// and must not be Discord's"
    )]
    BadAddress,
}

/// What the rest of the bot learns from the gateway.
#[async_trait::async_trait]
pub trait Events: Send + Sync {
    /// Connected and identified as this application, which is in these guilds.
    async fn ready(&self, application: u64, guilds: &[GuildId]);
    /// Connected again, with what was missed.
    async fn resumed(&self);
    /// The connection is lost; it comes back by itself.
    async fn lost(&self, why: &'static str);
    /// A guild is there, with these roles where they could be read: at the start, after joining, after an outage.
    async fn guild(&self, guild: GuildId, roles: Option<Vec<RoleId>>);
    /// A role was deleted.
    fn role_gone(&self, guild: GuildId, role: RoleId);
    /// The bot was taken off a guild.
    async fn left(&self, guild: GuildId);
    /// Somebody did something. Called in order; must return at once. Discord may deliver one twice.
    fn interaction(&self, interaction: Interaction);
    /// An event of this kind could not be read.
    fn unreadable(&self, kind: &'static str);
}

/// How long things may take. Tests shorten it.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// Connecting, the greeting, and the state that follows it, each. Discord's own client libraries wait about so
    /// long.
    pub handshake: Duration,
    /// The pause after a first failure; it doubles with each further one.
    pub first_pause: Duration,
    /// The longest pause. Even if every try were an IDENTIFY, a day has fewer of them than the 1,000 that Discord
    /// allows (discord.md 4, "IDENTIFY").
    pub longest_pause: Duration,
    /// Between two IDENTIFYs (discord.md 4: `max_concurrency` per 5 s).
    pub identify_gap: Duration,
    /// A connection that lasted so long was sound: the next try comes at once.
    pub steady: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(20),
            first_pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(120),
            identify_gap: Duration::from_secs(5),
            steady: Duration::from_secs(30),
        }
    }
}

/// After so many failures in a row the server is asked for its gateway again: it may have moved.
const ASK_AGAIN_AFTER: u32 = 4;

/// Keeps the connection until `stop`, or until Discord forbids another try.
///
/// # Errors
///
/// Why there can be no further try.
pub async fn run(
    rest: &Rest,
    api_base: &Url,
    token: &SecretString,
    events: Arc<dyn Events>,
    timing: Timing,
    stop: CancellationToken,
) -> Result<(), GatewayError> {
    tokio::select! {
        biased;
        // Any request of the bot may be the one that learns it.
        () = rest.token_refused() => Err(GatewayError::TokenRefused),
        ended = keep(rest, api_base, token, events.as_ref(), timing, &stop) => ended,
    }
}

async fn keep(
    rest: &Rest,
    api_base: &Url,
    token: &SecretString,
    events: &dyn Events,
    timing: Timing,
    stop: &CancellationToken,
) -> Result<(), GatewayError> {
    let mut pauses = Pauses::new(timing);
    let Some(mut home) = address::find(rest, api_base, events, &timing, stop).await? else { return Ok(()) };
    let mut session: Option<Session> = None;
    loop {
        let line = Line { home: &home, at_discord: address::is_discord(api_base), token, events, timing, stop };
        match connection::live(&line, &mut session, &mut pauses).await {
            End::Stopped => return Ok(()),
            End::Forbidden(error) => return Err(error),
            End::Lost(why) => events.lost(why).await,
        }
        tokio::select! {
            biased;
            () = stop.cancelled() => return Ok(()),
            () = tokio::time::sleep(pauses.next(Instant::now())) => {}
        }
        if pauses.failures().is_multiple_of(ASK_AGAIN_AFTER) && pauses.failures() > 0 {
            match address::find(rest, api_base, events, &timing, stop).await? {
                Some(found) => home = found,
                None => return Ok(()),
            }
        }
    }
}
