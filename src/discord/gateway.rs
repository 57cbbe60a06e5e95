//! The gateway connection: from the first address to the last close frame.
//!
//! twilight keeps the session (resume at the address that Discord names, growing back-off, no further try after a
//! close code that forbids one). Added here: the address comes from `GET /gateway/bot` of the configured server and
//! from nowhere else; a silent connection is given up; an event that can't be read is counted by kind, never shown.

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use reqwest::{Method, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;
use twilight_gateway::{CloseFrame, ConfigBuilder, Intents, Message, Shard, ShardId, ShardState};

use super::incoming::Interaction;
use super::rest::{DISCORD, Request, Rest, RestError};
use crate::domain::ids::GuildId;

/// Two of Discord's heartbeat intervals (about 41 s each): a connection that says nothing for so long is dead
/// (promises.md 4, "Ready").
const SILENCE: Duration = Duration::from_secs(90);

/// How long a greeting, or the state that follows it, may take.
const HANDSHAKE: Duration = Duration::from_secs(20);

/// The longest pause between two tries to reach the API at the start.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

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
    /// Connected and identified as this application.
    async fn ready(&self, application: u64);
    /// Connected again, with what was missed.
    async fn resumed(&self);
    /// The connection is lost; it comes back by itself.
    async fn lost(&self, why: &'static str);
    /// A guild is there: at the start, after joining, after an outage.
    async fn guild(&self, guild: GuildId);
    /// Somebody did something. Called in order; must return at once.
    fn interaction(&self, interaction: Interaction);
    /// An event could not be read.
    fn unreadable(&self, kind: &str);
}

/// Keeps the connection until `stop`, or until Discord forbids another try.
pub async fn run(
    rest: &Rest,
    api_base: &str,
    token: &SecretString,
    events: Arc<dyn Events>,
    stop: CancellationToken,
) -> Result<(), GatewayError> {
    let Some(address) = find_address(rest, api_base, events.as_ref(), &stop).await? else { return Ok(()) };
    let config = ConfigBuilder::new(token.expose_secret().to_owned(), Intents::GUILDS)
        .proxy_url(address.as_str().trim_end_matches('/').to_owned());
    let mut connection =
        Connection { shard: Shard::with_config(ShardId::ONE, config.build()), address, elsewhere: false };
    loop {
        let limit = if connection.shard.state().is_identified() { SILENCE } else { HANDSHAKE };
        let next = tokio::select! {
            biased;
            () = stop.cancelled() => return connection.close().await,
            next = tokio::time::timeout(limit, connection.shard.next()) => next,
        };
        match next {
            Err(_) => {
                events.lost("silent").await;
                connection.start_over(token);
            }
            Ok(None) => return Err(closed_for_good(None)),
            Ok(Some(Ok(Message::Close(frame)))) => {
                if connection.shard.state() == ShardState::FatallyClosed {
                    return Err(closed_for_good(frame.map(|frame| frame.code)));
                }
                events.lost("closed").await;
                connection.stay_home(token);
            }
            Ok(Some(Ok(Message::Text(text)))) => dispatch(&text, &mut connection, events.as_ref()).await,
            // An address that refuses; twilight waits longer each time.
            Ok(Some(Err(_))) => events.lost("unreachable").await,
        }
    }
}

/// A shard, and where it may connect to.
struct Connection {
    shard: Shard,
    address: Url,
    /// The server named a resume address on another host. Only Discord itself may do that.
    elsewhere: bool,
}

impl Connection {
    /// Gives up a dead connection but not its session.
    fn start_over(&mut self, token: &SecretString) {
        let mut config = ConfigBuilder::new(token.expose_secret().to_owned(), Intents::GUILDS)
            .proxy_url(self.address.as_str().trim_end_matches('/').to_owned());
        if let Some(session) = self.shard.session() {
            config = config.session(session.clone());
        }
        self.shard = Shard::with_config(ShardId::ONE, config.build());
    }

    /// Before the shard reconnects by itself: if it would go elsewhere, it starts over at the configured address.
    fn stay_home(&mut self, token: &SecretString) {
        if self.elsewhere {
            self.start_over(token);
        }
    }

    /// Says good-bye; gives up after two seconds.
    async fn close(&mut self) -> Result<(), GatewayError> {
        if !self.shard.state().is_identified() {
            return Ok(());
        }
        self.shard.close(CloseFrame::NORMAL);
        let farewell = async {
            while let Some(Ok(message)) = self.shard.next().await {
                if matches!(message, Message::Close(_)) {
                    break;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(2), farewell).await.ok();
        Ok(())
    }
}

/// Asks the configured server for its gateway. Unreachable: asks again, later each time. `None`: told to stop.
async fn find_address(
    rest: &Rest,
    api_base: &str,
    events: &dyn Events,
    stop: &CancellationToken,
) -> Result<Option<Url>, GatewayError> {
    let mut pause = Duration::from_secs(1);
    loop {
        let request = Request::new(Method::GET, "/gateway/bot".to_owned(), "GET gateway".to_owned());
        let answer = tokio::select! {
            () = stop.cancelled() => return Ok(None),
            answer = rest.send(&request) => answer,
        };
        match answer {
            Ok(gateway) => {
                let url = gateway["url"].as_str().and_then(|url| Url::parse(url).ok());
                return url.filter(|url| is_usable(url, api_base)).map(Some).ok_or(GatewayError::BadAddress);
            }
            Err(RestError::Refused { status: 401, .. }) => return Err(GatewayError::TokenRefused),
            Err(error) => {
                tracing::warn!(%error, seconds = pause.as_secs(), "the API can't be reached; trying again");
                events.lost("unreachable").await;
            }
        }
        tokio::select! {
            () = stop.cancelled() => return Ok(None),
            () = tokio::time::sleep(pause) => {}
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

fn is_usable(url: &Url, api_base: &str) -> bool {
    let is_discord = url.host_str().is_some_and(|host| host == "discord.gg" || host.ends_with(".discord.gg"));
    matches!(url.scheme(), "ws" | "wss") && (!is_discord || api_base.trim_end_matches('/') == DISCORD)
}

fn closed_for_good(code: Option<u16>) -> GatewayError {
    match code {
        Some(4004) => GatewayError::TokenRefused,
        Some(4010 | 4011) => GatewayError::ShardingRequired,
        Some(4013 | 4014) => GatewayError::IntentsRefused,
        code => GatewayError::Closed(code.unwrap_or_default()),
    }
}

#[derive(Deserialize)]
struct Frame<'a> {
    op: u8,
    t: Option<&'a str>,
    #[serde(borrow)]
    d: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Identified {
    id: String,
}

#[derive(Deserialize)]
struct Ready {
    application: Identified,
    resume_gateway_url: Option<String>,
}

async fn dispatch(text: &str, connection: &mut Connection, events: &dyn Events) {
    let Ok(Frame { op: 0, t: Some(kind), d: Some(data) }) = serde_json::from_str::<Frame<'_>>(text) else { return };
    let data = data.get();
    let read = match kind {
        "READY" => match serde_json::from_str::<Ready>(data) {
            Ok(ready) => {
                let resume = ready.resume_gateway_url.and_then(|url| Url::parse(&url).ok());
                let home = connection.address.host_str().map(str::to_owned);
                let at_discord = home.as_deref().is_some_and(|host| host.ends_with("discord.gg"));
                connection.elsewhere = !at_discord && resume.is_none_or(|url| url.host_str() != home.as_deref());
                match ready.application.id.parse() {
                    Ok(id) => {
                        events.ready(id).await;
                        true
                    }
                    Err(_) => false,
                }
            }
            Err(_) => false,
        },
        "RESUMED" => {
            events.resumed().await;
            true
        }
        "GUILD_CREATE" => match serde_json::from_str::<Identified>(data).ok().and_then(|guild| guild.id.parse().ok()) {
            Some(guild) => {
                events.guild(guild).await;
                true
            }
            None => false,
        },
        "INTERACTION_CREATE" => serde_json::from_str(data).map(|one| events.interaction(one)).is_ok(),
        _ => true,
    };
    if !read {
        events.unreadable(kind);
    }
}
