//! Files that come with a request, and the `attachments` that name them (docs: reference, uploading files).

use serde_json::Value;

use super::fields::{bounded, text};
use super::{list, present};
use crate::sandbox::rules::refusal::{Findings, Refusal, Spot};

/// The size that one file may have, in bytes: 10 MiB (docs: reference, uploading files).
pub const FILE_BYTES: u64 = 10 * 1024 * 1024;
/// The size that all of a request may have, in bytes: 25 MiB (docs: resources/message).
pub const REQUEST_BYTES: u64 = 25 * 1024 * 1024;

/// One `files[n]` part of a multipart request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadedFile {
    /// The `n` of `files[n]`.
    pub index: u64,
    /// The part's file name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Checks the files, and the `attachments` of `body` against them; `kept` are the ids of files that the message
/// already has, which an edit may list in order to keep them.
pub(super) fn check(found: &mut Findings, body: &Value, spot: &Spot, files: &[UploadedFile], kept: &[&str]) {
    let total: u64 = files.iter().map(|file| file.bytes).sum();
    if total > REQUEST_BYTES || files.iter().any(|file| file.bytes > FILE_BYTES) {
        found.refuse_whole(Refusal::plain(413, 40005, "Request entity too large"));
    }
    let at = spot.key("attachments");
    if files.len() > 10 {
        bounded(found, &at, files.len(), &(0..=10));
    }
    let listed = list(body, "attachments");
    bounded(found, &at, listed.len(), &(0..=10));
    for (position, entry) in listed.iter().enumerate() {
        let here = at.index(position);
        text(found, entry, &here, "filename", 0..=1024);
        text(found, entry, &here, "description", 0..=1024);
        let known = match id(entry) {
            Some(id) => kept.contains(&id.as_str()) || files.iter().any(|file| file.index.to_string() == id),
            None => false,
        };
        if !known {
            found.refuse(&here, "ATTACHMENT_NOT_FOUND", "Attachment data not found");
        }
    }
    // Discord takes such a request and drops the file, which nobody notices until it is missed.
    if present(body, "attachments").is_some() {
        for file in files {
            if !listed.iter().any(|entry| id(entry).as_deref() == Some(&file.index.to_string())) {
                found.note_house("file_not_listed", &at);
            }
        }
    }
}

/// Whether `attachment://name` finds its file: among those sent, or under the name that `attachments` gives.
pub(super) fn is_sent(body: &Value, files: &[UploadedFile], name: &str) -> bool {
    files.iter().any(|file| file.name == name)
        || list(body, "attachments").iter().any(|entry| entry.get("filename").and_then(Value::as_str) == Some(name))
}

fn id(entry: &Value) -> Option<String> {
    match entry.get("id")? {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}
