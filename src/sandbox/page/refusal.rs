//! What the page is told when something can't be done: a key of its own texts (`messages/en/sandbox/page.toml`,
//! `[errors]`), and at most a name that it is about.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::sandbox::language::ActError;

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    status: StatusCode,
    error: &'static str,
    /// The option, field or list that it is about.
    detail: Option<String>,
}

impl Refused {
    pub(super) fn new(status: StatusCode, error: &'static str) -> Self {
        Self { status, error, detail: None }
    }

    fn about(status: StatusCode, error: &'static str, detail: String) -> Self {
        Self { status, error, detail: Some(detail) }
    }

    /// It isn't there, or not for this person.
    pub(super) fn cannot_see() -> Self {
        Self::new(StatusCode::NOT_FOUND, "cannot_see")
    }

    /// No such address.
    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found")
    }

    /// The request makes no sense, as from a tampered page.
    pub(super) fn wrong_value(place: &str) -> Self {
        Self::about(StatusCode::UNPROCESSABLE_ENTITY, "wrong_value", place.to_owned())
    }

    /// It can't be done now.
    pub(super) fn conflict(error: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, error)
    }
}

impl From<ActError> for Refused {
    fn from(error: ActError) -> Self {
        let unfit = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            ActError::DidNotRespond => Self::new(StatusCode::GATEWAY_TIMEOUT, "did_not_respond"),
            ActError::StillThinking(_) => Self::new(StatusCode::GATEWAY_TIMEOUT, "still_thinking"),
            ActError::NoSuchCommand { name, .. } | ActError::Hidden(name) => {
                Self::about(StatusCode::NOT_FOUND, "no_command", name)
            }
            ActError::Nowhere => Self::new(StatusCode::NOT_FOUND, "no_commands_here"),
            ActError::NoSuchOption { option, .. } => Self::about(unfit, "wrong_value", option),
            ActError::MissingOption { option, .. } => Self::about(unfit, "missing_value", option),
            ActError::WrongValue { place, .. } => Self::about(unfit, "wrong_value", place),
            ActError::CannotSee => Self::cannot_see(),
            ActError::NoSuchControl { .. } | ActError::NothingThere => Self::new(StatusCode::NOT_FOUND, "gone"),
            ActError::Disabled(_) => Self::new(unfit, "disabled"),
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut body = json!({ "error": self.error });
        if let Some(detail) = self.detail {
            body["detail"] = json!(detail);
        }
        (self.status, Json(body)).into_response()
    }
}
