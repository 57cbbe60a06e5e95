//! The files of the page: `web/` and `vendor/`, built into the program, and the attachments of messages.

use std::borrow::Cow;
use std::path::{Component, Path as FilePath, PathBuf};
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use super::Desk;
use super::refusal::Refused;
use crate::sandbox::Snowflake;

static WEB: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/sandbox/page/web");
static VENDOR: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/sandbox/page/vendor");

/// Where the page's files come from.
#[derive(Debug)]
pub(super) struct Assets {
    folder: Option<PathBuf>,
}

impl Assets {
    /// From `folder`, or else from the program itself.
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    async fn read(&self, part: &str, path: &str) -> Option<Cow<'static, [u8]>> {
        let inside = FilePath::new(path).components().all(|step| matches!(step, Component::Normal(_)));
        let built_in = match part {
            "web" => &WEB,
            "vendor" => &VENDOR,
            _ => return None,
        };
        match &self.folder {
            Some(folder) if inside => Some(tokio::fs::read(folder.join(part).join(path)).await.ok()?.into()),
            Some(_) => None,
            None => Some(built_in.get_file(path)?.contents().into()),
        }
    }
}

pub(super) async fn index(desk: State<Arc<Desk>>, headers: HeaderMap) -> Result<Response, Refused> {
    file(desk, Path(("web".to_owned(), "index.html".to_owned())), headers).await
}

pub(super) async fn file(
    State(desk): State<Arc<Desk>>,
    Path((part, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let bytes = desk.assets.read(&part, &path).await.ok_or_else(Refused::not_found)?;
    let tag: String = Sha256::digest(&bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{tag}\"");
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let cached = [(header::ETAG, tag), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, cached).into_response());
    }
    Ok((cached, [(header::CONTENT_TYPE, content_type(&path))], bytes).into_response())
}

/// Pictures are shown; everything else is handed over as a file, so that nothing in it is run here.
pub(super) async fn attachment(
    State(desk): State<Arc<Desk>>,
    Path((channel, id, _)): Path<(u64, u64, String)>,
) -> Result<Response, Refused> {
    let (channel, id) = (Snowflake::from(channel), Snowflake::from(id));
    let found = desk.parts.standin.world.with(|state| state.find_attachment(channel, id));
    let file = found.ok_or_else(Refused::cannot_see)?;
    let shown = matches!(file.content_type.as_str(), "image/png" | "image/jpeg" | "image/gif" | "image/webp");
    let disposition = if shown { "inline" } else { "attachment" };
    // The number in the address is never given to another file.
    let headers = [
        (header::CONTENT_TYPE, file.content_type.clone()),
        (header::CONTENT_DISPOSITION, disposition.to_owned()),
        (header::CACHE_CONTROL, "private, max-age=86400, immutable".to_owned()),
    ];
    Ok((headers, file.bytes.clone()).into_response())
}

fn content_type(path: &str) -> &'static str {
    match FilePath::new(path).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
