//! One request: where it goes, what it carries, how long it may take.

use std::time::Duration;

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::Value;
use tokio::time::Instant;

use crate::texts::message::File;

/// How long a request may take with all its tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// The first answer to an interaction: Discord waits 3 s (discord.md 4, "initial response").
    FirstAnswer,
    /// What a person waits for.
    Person,
    /// Posts that may take a while (promises.md 4: at most two minutes).
    Post,
}

impl Patience {
    pub(super) fn limit(self) -> Duration {
        match self {
            Self::FirstAnswer => Duration::from_millis(2800),
            Self::Person => Duration::from_secs(20),
            Self::Post => Duration::from_secs(120),
        }
    }

    /// One try of it. First answers leave room for a second one, which is harmless: Discord says so if the first
    /// was taken (40060).
    pub(super) fn one_try(self) -> Duration {
        match self {
            Self::FirstAnswer => Duration::from_millis(1300),
            Self::Person | Self::Post => Duration::from_secs(10),
        }
    }
}

/// A request to Discord's HTTP API.
#[derive(Debug)]
pub struct Request<'a> {
    pub(super) method: Method,
    /// Below `/api/v10`.
    pub(super) path: String,
    /// Requests that share a limit share this key; `None` for interaction endpoints, which have one each.
    pub(super) bucket: Option<String>,
    pub(super) body: Option<&'a Value>,
    pub(super) files: &'a [File],
    pub(super) patience: Patience,
    /// When it must be over, in place of what its patience says.
    pub(super) until: Option<Instant>,
    /// Sending it twice has the effect of sending it once.
    pub(super) repeatable: bool,
    /// It is the bot's token that authorises it, so a 401 means that the token is no longer good.
    pub(super) authorised: bool,
}

impl<'a> Request<'a> {
    /// A request on the bot's own account. The limit is shared by everything with the same `bucket`, which names the
    /// route and its channel or guild (discord.md 4, "buckets").
    pub fn new(method: Method, path: String, bucket: String) -> Self {
        let repeatable = method != Method::POST;
        Self {
            method,
            path,
            bucket: Some(bucket),
            body: None,
            files: &[],
            patience: Patience::Person,
            until: None,
            repeatable,
            authorised: true,
        }
    }

    /// An answer to an interaction. These are exempt from the global limit (discord.md 4, "interaction endpoints").
    pub fn interaction(method: Method, path: String, patience: Patience) -> Self {
        let repeatable = method != Method::POST;
        Self {
            method,
            path,
            bucket: None,
            body: None,
            files: &[],
            patience,
            until: None,
            repeatable,
            authorised: false,
        }
    }

    /// With a JSON body.
    pub fn body(mut self, body: &'a Value) -> Self {
        self.body = Some(body);
        self
    }

    /// With files; the body goes along as `payload_json`.
    pub fn files(mut self, files: &'a [File]) -> Self {
        self.files = files;
        self
    }

    /// With this patience.
    pub fn patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// Over at this moment, with all its tries.
    pub fn until(mut self, moment: Instant) -> Self {
        self.until = Some(moment);
        self
    }

    /// Safe to send again although it is a POST: a nonce makes it so, or its effect is to set a state.
    pub fn repeatable(mut self) -> Self {
        self.repeatable = true;
        self
    }
}

pub(super) fn multipart(request: &Request<'_>) -> Form {
    let payload = request.body.map(Value::to_string).unwrap_or_else(|| "{}".to_owned());
    let json = Part::text(payload).mime_str("application/json").expect("a valid media type");
    let mut form = Form::new().part("payload_json", json);
    for (index, file) in request.files.iter().enumerate() {
        let media_type = if file.name.ends_with(".png") { "image/png" } else { "application/octet-stream" };
        let part = Part::bytes(file.bytes.clone()).file_name(file.name.clone());
        form = form.part(format!("files[{index}]"), part.mime_str(media_type).expect("a valid media type"));
    }
    form
}
