//! Where the gateway is: what the configured server says, and nothing that it must not say.

use reqwest::{Method, Url};
use serde_json::Value;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

use super::{Events, GatewayError, Timing};
use crate::discord::rest::{Request, Rest, RestError};

/// Discord's own domains. A bot pointed elsewhere never contacts them.
const DISCORDS: [&str; 4] = ["discord.com", "discord.gg", "discordapp.com", "discord.media"];

/// The longest that a server may ask to wait before a new session: its quota is one of a day.
const LONGEST_QUOTA: u64 = 24 * 3600 * 1000;

/// Asks the configured server for its gateway. Unreachable: asks again, later each time. `None`: told to stop.
pub(super) async fn find(
    rest: &Rest,
    api_base: &Url,
    events: &dyn Events,
    timing: &Timing,
    stop: &CancellationToken,
) -> Result<Option<Url>, GatewayError> {
    let mut pause = timing.first_pause;
    loop {
        let answer = tokio::select! {
            biased;
            () = stop.cancelled() => return Ok(None),
            answer = ask(rest) => answer,
        };
        match answer {
            Ok(answer) => {
                let url = answer["url"].as_str().and_then(|url| Url::parse(url).ok());
                let url = url.filter(|url| is_usable(url, api_base)).ok_or(GatewayError::BadAddress)?;
                if let Some(wait) = quota_wait(&answer) {
                    tracing::warn!(seconds = wait.as_secs(), "no new session is allowed before the quota's reset");
                    events.lost("out of sessions").await;
                    tokio::select! {
                        () = stop.cancelled() => return Ok(None),
                        () = tokio::time::sleep(wait) => continue,
                    }
                }
                return Ok(Some(url));
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
        pause = (pause * 2).min(timing.longest_pause);
    }
}

/// A server that does not know bots' own route is asked for the plain one.
async fn ask(rest: &Rest) -> Result<Value, RestError> {
    let get = |path: &str| Request::new(Method::GET, path.to_owned(), "GET gateway".to_owned());
    match rest.send(&get("/gateway/bot")).await {
        Err(RestError::Refused { status: 404 | 405, .. }) => rest.send(&get("/gateway")).await,
        answer => answer,
    }
}

fn quota_wait(answer: &Value) -> Option<Duration> {
    let limit = &answer["session_start_limit"];
    let is_spent = limit["remaining"].as_u64() == Some(0) && limit["total"].as_u64() > Some(0);
    is_spent.then(|| Duration::from_millis(limit["reset_after"].as_u64().unwrap_or(60_000).clamp(1_000, LONGEST_QUOTA)))
}

/// Whether this address belongs to Discord.
pub(super) fn is_discord(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    DISCORDS.iter().any(|known| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

fn is_usable(url: &Url, api_base: &Url) -> bool {
    matches!(url.scheme(), "ws" | "wss")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
        && (!is_discord(url) || is_discord(api_base))
}

/// Whether a session that began at `home` may be taken up again at `resume`: on the same host, or on another one of
/// Discord's; never less protected.
pub(super) fn may_resume_at(resume: &Url, home: &Url, at_discord: bool) -> bool {
    let same_host = resume.host_str() == home.host_str();
    is_usable(resume, home) && resume.scheme() == home.scheme() && (same_host || (at_discord && is_discord(resume)))
}

/// The address to connect to: version and encoding as query (discord-api-docs `events/gateway`).
pub(super) fn to_connect(url: &Url) -> String {
    let mut url = url.clone();
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .into_owned()
        .filter(|(key, _)| !matches!(key.as_str(), "v" | "encoding" | "compress"))
        .collect();
    url.query_pairs_mut().clear().extend_pairs(kept).append_pair("v", "10").append_pair("encoding", "json");
    url.set_fragment(None);
    url.into()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn a_bot_pointed_elsewhere_is_never_sent_to_discord() {
        let elsewhere = url("http://127.0.0.1:8080");
        for gateway in [
            "wss://gateway.discord.gg",
            "wss://discord.gg./",
            "wss://GATEWAY.Discord.GG:443/?v=10",
            "wss://gateway.discord.media",
            "ws://discordapp.com",
        ] {
            assert!(!is_usable(&url(gateway), &elsewhere), "{gateway}");
            assert!(is_usable(&url(gateway), &url("https://discord.com")), "{gateway}");
        }
        for gateway in ["ws://127.0.0.1:9", "wss://chat.example.org/gateway", "wss://notdiscord.gg"] {
            assert!(is_usable(&url(gateway), &elsewhere), "{gateway}");
        }
        for gateway in ["http://127.0.0.1", "wss://name:password@example.org"] {
            assert!(Url::parse(gateway).is_err() || !is_usable(&url(gateway), &elsewhere), "{gateway}");
        }
    }

    #[test]
    fn a_session_goes_on_at_home_or_at_another_gateway_of_discord() {
        let (home, discord) = (url("ws://127.0.0.1:9"), url("wss://gateway.discord.gg"));
        assert!(may_resume_at(&url("ws://127.0.0.1:10/resume"), &home, false));
        assert!(!may_resume_at(&url("ws://127.0.0.2:9"), &home, false));
        assert!(!may_resume_at(&url("wss://gateway-us-east1-b.discord.gg"), &home, false));
        assert!(may_resume_at(&url("wss://gateway-us-east1-b.discord.gg"), &discord, true));
        assert!(!may_resume_at(&url("ws://gateway-us-east1-b.discord.gg"), &discord, true), "unencrypted");
        assert!(!may_resume_at(&url("wss://example.org"), &discord, true));
    }

    #[test]
    fn an_address_keeps_its_path_and_gets_version_and_encoding_once() {
        assert_eq!(to_connect(&url("wss://gateway.discord.gg")), "wss://gateway.discord.gg/?v=10&encoding=json");
        assert_eq!(to_connect(&url("ws://h:1/gateway?v=9&key=a%20b#x")), "ws://h:1/gateway?key=a+b&v=10&encoding=json");
    }

    #[test]
    fn a_spent_quota_is_waited_for_and_a_missing_one_is_not() {
        let spent = json!({ "session_start_limit": { "total": 1000, "remaining": 0, "reset_after": 90_000 } });
        assert_eq!(quota_wait(&spent), Some(Duration::from_secs(90)));
        assert_eq!(quota_wait(&json!({ "session_start_limit": { "total": 1000, "remaining": 5 } })), None);
        assert_eq!(quota_wait(&json!({})), None);
    }
}
