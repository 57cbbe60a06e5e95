//! Bodies: JSON, or multipart with `payload_json` and `files[n]` (discord-api-docs `reference`, "Uploading Files").

use axum::RequestExt;
use axum::body::Bytes;
use axum::extract::{Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use super::errors;
use crate::sandbox::rules::limits::UploadedFile;
use crate::sandbox::rules::limits::files::REQUEST_BYTES;
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::attachments::Upload;

/// What a request carries.
#[derive(Debug, Default)]
pub(crate) struct Body {
    /// `Null` if there is none.
    pub(crate) json: Value,
    pub(crate) uploads: Vec<Upload>,
}

impl Body {
    /// Reads a body of either form.
    pub(crate) async fn read(request: Request) -> Result<Self, Refusal> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            return Self::read_multipart(request).await;
        }
        // Some room above the limit, so that the limit itself refuses what is a little too large.
        let limit = usize::try_from(REQUEST_BYTES).expect("25 MiB fit") * 2;
        let bytes = axum::body::to_bytes(request.into_body(), limit).await.map_err(|_| too_large())?;
        Ok(Self { json: json_of(&bytes)?, uploads: Vec::new() })
    }

    /// The uploads as the limits look at them.
    pub(crate) fn files(&self) -> Vec<UploadedFile> {
        let file = |upload: &Upload| UploadedFile {
            index: upload.index,
            name: upload.name.clone(),
            bytes: upload.bytes.len() as u64,
        };
        self.uploads.iter().map(file).collect()
    }

    async fn read_multipart(request: Request) -> Result<Self, Refusal> {
        let mut parts: Multipart = request.extract().await.map_err(|_| errors::invalid_json())?;
        let mut body = Self::default();
        while let Some(part) = parts.next_field().await.map_err(|_| errors::invalid_json())? {
            let field = part.name().unwrap_or_default().to_owned();
            let name = part.file_name().unwrap_or("unknown.txt").to_owned();
            let content_type =
                part.content_type().filter(|kind| *kind != "application/octet-stream").map(str::to_owned);
            let bytes = part.bytes().await.map_err(|_| too_large())?;
            if field == "payload_json" {
                body.json = json_of(&bytes)?;
            } else if let Some(index) = field.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']')) {
                let index = index.parse().map_err(|_| errors::invalid_json())?;
                body.uploads.push(Upload { index, name, content_type, bytes });
            }
        }
        Ok(body)
    }
}

fn json_of(bytes: &Bytes) -> Result<Value, Refusal> {
    if bytes.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_slice(bytes).map_err(|_| errors::invalid_json())
}

fn too_large() -> Refusal {
    Refusal::plain(413, 40005, "Request entity too large")
}
