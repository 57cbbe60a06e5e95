//! Who may talk to the page: the page itself, under its own name. Everybody else is turned away.
//!
//! A browser lets any site send requests to loopback. A name of the site's own that points here (DNS rebinding)
//! carries its Host; a site's script or form carries its Origin; and a form can't send JSON without asking first
//! (WHATWG Fetch, "CORS protocol").

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};

use super::Desk;
use super::refusal::Refused;

/// What every answer carries: nothing is fetched from elsewhere, framed, guessed, or told to others.
const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
         connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The names under which the page is reached.
#[derive(Clone)]
struct Names {
    hosts: [String; 2],
    desk: Arc<Desk>,
}

/// Puts the guard before `routes`.
pub(super) fn guarded(routes: Router<Arc<Desk>>, port: u16, desk: Arc<Desk>) -> Router<Arc<Desk>> {
    let hosts = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{port}"));
    routes.layer(middleware::from_fn_with_state(Names { hosts, desk }, check))
}

async fn check(State(names): State<Names>, request: Request, next: Next) -> Response {
    let mut response = match refused(&names, request.method(), request.headers()) {
        Some(refused) => refused.into_response(),
        None => in_words(next.run(request).await),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// A refusal that a library wrote, as the page reads refusals.
fn in_words(response: Response) -> Response {
    let json = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
    if !response.status().is_client_error() || json {
        return response;
    }
    Refused::new(response.status(), "garbled").into_response()
}

fn refused(names: &Names, method: &Method, headers: &HeaderMap) -> Option<Refused> {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let stranger = || Some(Refused::new(StatusCode::FORBIDDEN, "refused"));
    let is_own = |host: &str| names.hosts.iter().any(|own| own == host);
    if !text(header::HOST).is_some_and(is_own) {
        return stranger();
    }
    let from_here = |origin: &str| origin.strip_prefix("http://").is_some_and(is_own);
    if !text(header::ORIGIN).is_none_or(from_here) {
        return stranger();
    }
    if method == Method::GET || method == Method::HEAD {
        return None;
    }
    // DELETE has no body, and no form can send it.
    let kind = text(header::CONTENT_TYPE).and_then(|kind| kind.split(';').next()).map(str::trim);
    if method != Method::DELETE && !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) {
        return Some(Refused::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "refused"));
    }
    (*names.desk.story.borrow()).then(|| Refused::conflict("story_playing"))
}
