//! Files on messages: their bytes are kept and served under a loopback address.

use std::sync::Arc;

use axum::body::Bytes;
use serde_json::{Value, json};

use super::messages::Message;
use super::{Snowflake, State};

/// A file as the bot sent it.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    /// The `n` of `files[n]`.
    pub(crate) index: u64,
    pub(crate) name: String,
    pub(crate) content_type: Option<String>,
    pub(crate) bytes: Bytes,
}

/// A file on a message.
#[derive(Debug)]
pub(crate) struct Attachment {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    /// Its text for people who can't see it.
    pub(crate) description: Option<String>,
    pub(crate) content_type: String,
    pub(crate) bytes: Bytes,
    /// Width and height of a PNG.
    pub(crate) size_px: Option<(u32, u32)>,
}

impl Attachment {
    /// As Discord writes it; its address is on `base`.
    pub(crate) fn to_json(&self, base: &str, channel: Snowflake) -> Value {
        let url = format!("{base}/attachments/{channel}/{}/{}", self.id, self.name);
        let mut body = json!({
            "id": self.id, "filename": self.name, "size": self.bytes.len(), "url": url, "proxy_url": url,
            "content_type": self.content_type,
        });
        if let Some(description) = &self.description {
            body["description"] = json!(description);
        }
        if let Some((width, height)) = self.size_px {
            body["width"] = json!(width);
            body["height"] = json!(height);
        }
        body
    }
}

impl State {
    /// The files of a message after a request: the listed ones that it has already, and the new ones.
    ///
    /// Where the request lists none at all, everything stays and every upload is added (discord-api-docs
    /// `reference`, "Editing Message Attachments").
    pub(crate) fn attach(
        &mut self,
        message: &Message,
        listed: Option<&[Value]>,
        uploads: Vec<Upload>,
    ) -> Vec<Arc<Attachment>> {
        let id_of = |entry: &Value| match &entry["id"] {
            Value::String(text) => text.parse::<u64>().ok(),
            other => other.as_u64(),
        };
        let is_listed = |id: u64| listed.is_none_or(|list| list.iter().any(|entry| id_of(entry) == Some(id)));
        let mut files: Vec<_> = message.attachments.iter().filter(|file| is_listed(file.id.get())).cloned().collect();
        for upload in uploads {
            let entry = listed.and_then(|list| list.iter().find(|entry| id_of(entry) == Some(upload.index)));
            let text = |key: &str| entry.and_then(|entry| entry[key].as_str()).map(str::to_owned);
            let name = text("filename").unwrap_or(upload.name);
            let file = Attachment {
                id: self.mint(),
                size_px: png_size(&upload.bytes),
                description: text("description"),
                content_type: upload.content_type.unwrap_or_else(|| content_type(&name).to_owned()),
                name,
                bytes: upload.bytes,
            };
            files.push(Arc::new(file));
        }
        files
    }

    /// A file by the numbers in its address.
    pub(crate) fn find_attachment(&self, channel: Snowflake, id: Snowflake) -> Option<Arc<Attachment>> {
        let messages = &self.channels.get(&channel)?.messages;
        messages.values().flat_map(|message| &message.attachments).find(|file| file.id == id).cloned()
    }
}

/// Width and height as the header of a PNG says (RFC 2083, 4.1.1).
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(8..16)?;
    let (width, height) = header.split_at(4);
    Some((u32::from_be_bytes(width.try_into().ok()?), u32::from_be_bytes(height.try_into().ok()?)))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("png") => "image/png",
        Some("csv") => "text/csv; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
