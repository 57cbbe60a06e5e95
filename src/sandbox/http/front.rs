//! What every request passes: faults, user agent, token, rate limits, the description; and the journal.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body as AxumBody;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequestParts, Path, Query, Request, State as Shared};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use tokio::time::Instant;

use super::body::Body;
use super::routes::{self, Access, Answer};
use super::ties::ties;
use super::{KillSwitch, errors};
use crate::sandbox::faults::{Fault, Faults};
use crate::sandbox::gateway::connection;
use crate::sandbox::gateway::control::Gateway;
use crate::sandbox::rules::openapi::Description;
use crate::sandbox::rules::rate::{Rates, Scope};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::journal::{Journal, RequestEntry};
use crate::sandbox::world::{Snowflake, World};

/// Everything that requests need.
#[derive(Debug, Clone)]
pub(crate) struct Front {
    pub(crate) world: World,
    pub(crate) gateway: Gateway,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    pub(crate) description: Option<Arc<Description>>,
    /// `None` where limits are switched off.
    pub(crate) rates: Option<Arc<Mutex<Rates>>>,
    /// Rate limits run on real time, because a real program is on the other side.
    pub(crate) started: (Instant, DateTime<Utc>),
}

/// One request, read.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) method: String,
    /// Below `/api/v10`, without the query.
    pub(crate) path: String,
    pub(crate) query: HashMap<String, String>,
    pub(crate) body: Body,
    /// Broken promises that the handler found.
    pub(crate) violations: Vec<String>,
    /// When it came; real time.
    pub(crate) came: Instant,
}

impl Front {
    /// All routes.
    pub(crate) fn router(self) -> Router {
        Router::new()
            .route("/", any(enter_gateway))
            .route("/attachments/{channel}/{id}/{name}", get(download))
            .route("/api/v10/{*path}", any(enter_api))
            .fallback(|| async { refuse(&errors::not_found()) })
            .layer(DefaultBodyLimit::disable())
            .with_state(self)
    }

    fn real_time(&self) -> DateTime<Utc> {
        let (start, shown) = self.started;
        shown + TimeDelta::from_std(start.elapsed()).unwrap_or_default()
    }

    /// The answer to a request, were nothing wrong with the network.
    fn answer(&self, call: &mut Call, headers: &HeaderMap) -> (Vec<(&'static str, String)>, Result<Answer, Refusal>) {
        let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
        if !agent.starts_with("DiscordBot (") {
            return (Vec::new(), Err(errors::not_a_bot_agent()));
        }
        let route = match routes::find(&call.method, &call.path) {
            Ok(route) => route,
            Err(refusal) => return (Vec::new(), Err(refusal)),
        };
        let given = headers.get(header::AUTHORIZATION).and_then(|given| given.to_str().ok());
        let token = self.world.with(|state| format!("Bot {}", state.app.token));
        if route.access == Access::Bot && given != Some(token.as_str()) {
            return (Vec::new(), Err(errors::unauthorized()));
        }
        let mut limits = Vec::new();
        if let Some(rates) = &self.rates {
            let verdict = rates.lock().expect("no panic while held").hit(self.real_time(), &call.method, &call.path);
            limits = verdict.headers;
            if let Some(refusal) = verdict.refusal {
                let body = serde_json::from_str(&refusal.body()).unwrap_or(Value::String(refusal.body()));
                return (limits, Err(Refusal { status: 429, code: 0, body }));
            }
        }
        if let Some(description) = &self.description {
            let found = description.check(&call.method, &call.path, &call.body.json);
            call.violations.extend(found.into_iter().map(|found| format!("{}: {}", found.at, found.message)));
        }
        let answer = self.world.with(|state| (route.handler)(state, call, &route.ids));
        (limits, answer)
    }

    fn note_invalid(&self, status: u16) {
        if let Some(rates) = &self.rates {
            let mut rates = rates.lock().expect("no panic while held");
            rates.note_answer(self.real_time(), status, Some(Scope::User));
        }
    }

    fn note(&self, call: &Call, given: Given<'_>) {
        let Given { status, code, body, late, shared } = given;
        let (at, ties) = self.world.with(|state| (state.now(), ties(state, &call.path, body)));
        let entry = RequestEntry {
            number: 0,
            at,
            method: call.method.clone(),
            path: masked(&call.path),
            body: call.body.json.clone(),
            files: call.body.uploads.iter().map(|upload| upload.name.clone()).collect(),
            status,
            code,
            violations: call.violations.clone(),
            refusal: if status >= 400 { body.clone() } else { Value::Null },
            took: call.came.elapsed() + late,
            ties,
        };
        self.journal.note_request(entry, shared);
    }
}

/// An answer, as the journal notes it.
struct Given<'a> {
    /// 0 where there was none.
    status: u16,
    code: Option<u64>,
    body: &'a Value,
    /// How much later than it was ready it is sent.
    late: Duration,
    shared: bool,
}

async fn enter_api(
    Shared(front): Shared<Front>,
    ConnectInfo(switch): ConnectInfo<KillSwitch>,
    request: Request,
) -> Response {
    let (method, headers) = (request.method().to_string(), request.headers().clone());
    let path = request.uri().path().strip_prefix("/api/v10").unwrap_or_default().to_owned();
    let query = Query::try_from_uri(request.uri()).map(|Query(query)| query).unwrap_or_default();
    let mut call = Call { method, path, query, body: Body::default(), violations: Vec::new(), came: Instant::now() };
    let read = Body::read(request).await;
    let fault = front.faults.next_for(&call.method, &call.path);
    if let Some(fault) = fault.as_ref().filter(|fault| !fault.applies()) {
        return strike(&front, &call, fault, &switch).await;
    }
    let (limits, answer) = match read {
        Ok(body) => {
            call.body = body;
            front.answer(&mut call, &headers)
        }
        Err(refusal) => (Vec::new(), Err(refusal)),
    };
    let (status, code) = match &answer {
        Ok(answer) => (answer.status, None),
        Err(refusal) => (refusal.status, Some(u64::from(refusal.code))),
    };
    if matches!(status, 401 | 403) {
        front.note_invalid(status);
    }
    let body = answer.as_ref().map_or_else(|refusal| &refusal.body, |answer| &answer.body);
    let late = if let Some(Fault::Latency(late)) = fault { late } else { Duration::ZERO };
    front.note(&call, Given { status, code, body, late, shared: false });
    let mut response = match answer {
        Ok(answer) => respond(answer.status, &answer.body),
        Err(refusal) => refuse(&refusal),
    };
    for (name, value) in limits {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    spoil(response, fault, &switch).await
}

/// A fault instead of an answer.
async fn strike(front: &Front, call: &Call, fault: &Fault, switch: &KillSwitch) -> Response {
    if let Some(answer) = fault.answer() {
        let shared = matches!(fault, Fault::TooMany { scope: Scope::Shared, .. });
        let body = serde_json::from_str(&answer.body).unwrap_or_else(|_| Value::String(answer.body.clone()));
        front.note(call, Given { status: answer.status, code: None, body: &body, late: Duration::ZERO, shared });
        let mut response = Response::new(AxumBody::from(answer.body));
        *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::BAD_GATEWAY);
        for (name, value) in answer.headers {
            if let Ok(value) = value.parse() {
                response.headers_mut().insert(name, value);
            }
        }
        return response;
    }
    front.note(call, Given { status: 0, code: None, body: &Value::Null, late: Duration::ZERO, shared: false });
    if *fault == Fault::Hang {
        std::future::pending::<()>().await;
    }
    switch.pull();
    StatusCode::BAD_GATEWAY.into_response()
}

/// A fault on top of an answer.
async fn spoil(response: Response, fault: Option<Fault>, switch: &KillSwitch) -> Response {
    match fault {
        Some(Fault::Latency(time)) => {
            tokio::time::sleep(time).await;
            response
        }
        Some(Fault::DropAfterApply) => {
            switch.pull();
            response
        }
        Some(Fault::HalfBody) => {
            let (mut parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
            parts.headers.insert(header::CONTENT_LENGTH, bytes.len().into());
            let half = bytes.slice(..bytes.len() / 2);
            let switch = switch.clone();
            let first = futures::stream::once(async move { Ok::<_, std::io::Error>(half) });
            let rest = futures::stream::once(async move {
                // The first half must have left before the line breaks.
                tokio::time::sleep(Duration::from_millis(20)).await;
                switch.pull();
                Err(std::io::ErrorKind::ConnectionReset.into())
            });
            Response::from_parts(parts, AxumBody::from_stream(futures::StreamExt::chain(first, rest)))
        }
        Some(fault) => match fault.answer() {
            Some(answer) => respond_text(answer.status, answer.body),
            None => response,
        },
        None => response,
    }
}

async fn enter_gateway(Shared(front): Shared<Front>, request: Request) -> Response {
    if front.gateway.mood.refusing.load(std::sync::atomic::Ordering::SeqCst) {
        front.journal.count(|counts| counts.refusals += 1);
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let (mut parts, _) = request.into_parts();
    match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => {
            let (world, mood) = (front.world.clone(), front.gateway.mood.clone());
            upgrade.on_upgrade(move |socket| connection::serve(socket, world, mood))
        }
        Err(_) => refuse(&errors::not_found()),
    }
}

async fn download(Shared(front): Shared<Front>, Path((channel, id, _)): Path<(u64, u64, String)>) -> Response {
    let found = front.world.with(|state| state.find_attachment(Snowflake::from(channel), Snowflake::from(id)));
    match found {
        Some(file) => ([(header::CONTENT_TYPE, file.content_type.clone())], file.bytes.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn refuse(refusal: &Refusal) -> Response {
    match &refusal.body {
        Value::String(page) => respond_text(refusal.status, page.clone()),
        body => respond(refusal.status, body),
    }
}

fn respond(status: u16, body: &Value) -> Response {
    if body.is_null() {
        return StatusCode::from_u16(status).unwrap_or(StatusCode::NO_CONTENT).into_response();
    }
    respond_text(status, body.to_string())
}

fn respond_text(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// A path without the tokens in it.
fn masked(path: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    if matches!(parts.get(1), Some(&("webhooks" | "interactions"))) && parts.len() > 3 {
        parts[3] = "{token}";
    }
    parts.join("/")
}
