//! Outcomes as messages: words from `texts`, parts from `texts::message`. No decision is made here.

pub mod again;
pub mod announcements;
pub mod cascade;
pub mod champions;
pub mod contact;
pub mod help;
pub mod privacy;
pub mod pulses;
pub mod questions;
pub mod sentiment;
pub mod setup;
pub mod worries;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::domain::ids::RoleId;
use crate::domain::labels::Phase;
use crate::domain::wall_clock;
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

/// A day, which everybody sees as the same one: noon is on that day in nearly all other zones.
pub fn day(day: NaiveDate, zone: Tz) -> String {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("a time of day");
    format!("<t:{}:D>", wall_clock::moment(day.and_time(noon), zone).timestamp())
}

/// Roles by their mentions.
pub(crate) fn roles(roles: &[RoleId]) -> String {
    roles.iter().map(|role| format!("<@&{role}>")).collect::<Vec<_>>().join(", ")
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

/// A few words of what somebody wrote, on one line, at most `most` characters before it is escaped.
pub(crate) fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most { line } else { line.chars().take(most - 1).chain(['…']).collect() }
}
