//! Outcomes as messages: words from `texts`, parts from `texts::message`. No decision is made here.

pub mod again;
pub mod announcements;
pub mod cascade;
pub mod champions;
pub mod contact;
pub mod privacy;
pub mod pulses;
pub mod sentiment;
pub mod setup;

use chrono::{DateTime, Utc};

use crate::domain::labels::Phase;
use crate::texts::message::Message;
use crate::texts::{Catalogue, Language};
use crate::values;

/// A moment in the reader's own time: date and time, then how far away (discord-api-docs `reference`, "Message
/// Formatting").
pub fn moment(at: DateTime<Utc>) -> String {
    let seconds = at.timestamp();
    format!("<t:{seconds}:F> (<t:{seconds}:R>)")
}

/// A phase by its name.
pub fn phase(texts: &Catalogue, language: &Language, phase: Phase) -> String {
    texts.say(language, &format!("common.phase.{}.label", phase.code()), values! {})
}

/// A message of text alone.
pub fn plain(content: String) -> Message {
    Message { content, ..Message::default() }
}

/// Cuts a text to Discord's limit, at a line's end.
pub(crate) fn clip(text: String, max: usize) -> String {
    if text.chars().count() <= max {
        return text;
    }
    let cut: String = text.chars().take(max - 2).collect();
    let end = cut.rfind('\n').unwrap_or(cut.len());
    format!("{}\n…", &cut[..end])
}
