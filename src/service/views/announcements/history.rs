//! Who did what to an announcement, for leads.

use chrono::{DateTime, Utc};

use crate::privacy::escaping::escape;
use crate::service::announcements::history::{Event, History};
use crate::service::views::clip;
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many events are shown: the newest, by time.
const SHOWN: usize = 40;

/// What happened, line by line.
pub fn history(texts: &Catalogue, language: &Language, history: &History) -> Message {
    let skipped = history.events.len().saturating_sub(SHOWN);
    let lines = history.events.iter().skip(skipped).map(|(at, event)| line(texts, language, *at, event));
    let announcement = &history.loaded.announcement;
    let embed = Embed {
        title: texts.say(language, "announce.history.title", values! { title => escape(&announcement.words.title) }),
        description: clip(lines.collect::<Vec<_>>().join("\n"), 4096),
        footer: texts.say(language, "announce.history.footer", values! {}),
        ..Embed::default()
    };
    Message { embeds: vec![embed], ..Message::default() }
}

fn line(texts: &Catalogue, language: &Language, at: DateTime<Utc>, event: &Event) -> String {
    let what = match event {
        Event::Posted { channels, late: false } => {
            texts.say(language, "announce.history.posted", values! { count => *channels })
        }
        Event::Posted { channels, late: true } => {
            texts.say(language, "announce.history.posted_late", values! { count => *channels })
        }
        Event::Did(who, action) => {
            let who = match who {
                Some(who) => format!("<@{who}>"),
                None => texts.say(language, "privacy.changes.bot", values! {}),
            };
            let action = action.strip_prefix("announcement.").unwrap_or(action);
            let key = format!("announce.did.{action}");
            let key = if texts.has(&key) { key } else { "announce.did.something".to_owned() };
            texts.say(language, &key, values! { who => who })
        }
    };
    format!("<t:{}:f> {what}", at.timestamp())
}
