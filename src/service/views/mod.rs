//! Outcomes as messages: words from `texts`, parts from `texts::message`. No decision is made here.

pub mod setup;

use chrono::{DateTime, Utc};

use crate::texts::message::Message;

/// A moment in the reader's own time: date and time, then how far away (discord-api-docs `reference`, "Message
/// Formatting").
pub fn moment(at: DateTime<Utc>) -> String {
    let seconds = at.timestamp();
    format!("<t:{seconds}:F> (<t:{seconds}:R>)")
}

/// A message of text alone.
pub fn plain(content: String) -> Message {
    Message { content, ..Message::default() }
}
