//! Lists and single announcements, for leads.

use chrono::{DateTime, Utc};

use crate::domain::announcements::{Announcement, AnnouncementState, DeliveryState};
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::overview::{FEWEST, Standing, Voices};
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many questions and worries are shown.
const VOICES_SHOWN: usize = 5;

/// The list.
pub fn list(
    texts: &Catalogue,
    language: &Language,
    announcements: &[(Announcement, Option<DateTime<Utc>>)],
) -> Message {
    if announcements.is_empty() {
        return plain(texts.say(language, "announce.list.none", values! {}));
    }
    let lines = announcements.iter().map(|(one, next)| {
        let title = escape(&one.words.title);
        let state = state(texts, language, one.state);
        match next {
            Some(next) => {
                let values = values! { number => one.id.to_string(), title => title, state => state,
                time => moment(*next) };
                texts.say(language, "announce.list.line_next", values)
            }
            None => {
                let values = values! { number => one.id.to_string(), title => title, state => state };
                texts.say(language, "announce.list.line", values)
            }
        }
    });
    let description = clip(lines.collect::<Vec<_>>().join("\n"), 4096);
    let title = texts.say(language, "announce.list.title", values! {});
    Message { embeds: vec![Embed { title, description, ..Embed::default() }], ..Message::default() }
}

/// One of them: its text, what became of it, what people asked.
pub fn show(texts: &Catalogue, language: &Language, standing: &Standing) -> Message {
    let announcement = &standing.loaded.announcement;
    let mut lines = vec![texts.say(
        language,
        "announce.show.state",
        values! { number => announcement.id.to_string(), state => state(texts, language, announcement.state) },
    )];
    if let Some(next) = standing.next {
        lines.push(texts.say(language, "announce.show.next", values! { time => moment(next) }));
    }
    let count = |wanted: DeliveryState| {
        standing.deliveries.iter().filter(|(state, _)| *state == wanted).map(|(_, count)| *count).sum::<u32>()
    };
    if count(DeliveryState::Sent) > 0 {
        lines.push(texts.say(language, "announce.show.sent", values! { count => count(DeliveryState::Sent) }));
    }
    let failed = count(DeliveryState::Failed) + count(DeliveryState::Missed) + count(DeliveryState::Unsure);
    if failed > 0 {
        lines.push(texts.say(language, "announce.show.failed", values! { count => failed }));
    }
    let mut rows = Vec::new();
    if let Some((occurrence, refused)) = &standing.failing {
        lines.extend(super::failures::refusals(texts, language, &standing.loaded, refused));
        rows.push(super::failures::retry_row(texts, language, *occurrence));
    }
    let mut embed = super::post::frame(texts, language, &announcement.words);
    embed.footer = String::new();
    let mut embeds = vec![embed];
    match &standing.voices {
        Some(said) => embeds.extend(voices(texts, language, said)),
        None if count(DeliveryState::Sent) > 0 => {
            lines.push(texts.say(language, "announce.show.voices_held", values! { fewest => FEWEST }));
        }
        None => {}
    }
    Message { content: clip(lines.join("\n"), 2000), embeds, rows, ..Message::default() }
}

/// What people said, unless nobody said anything.
fn voices(texts: &Catalogue, language: &Language, said: &Voices) -> Option<Embed> {
    let mut lines = Vec::new();
    for question in said.questions.iter().take(VOICES_SHOWN) {
        lines.push(format!("❓ {}", short(question)));
    }
    for (fear, text) in said.worries.iter().take(VOICES_SHOWN) {
        let label = texts.label(language, *fear);
        lines.push(if text.is_empty() { format!("💭 {label}") } else { format!("💭 {label}: {}", short(text)) });
    }
    let (questions, worries) = (said.questions.len(), said.worries.len());
    let title = texts.say(language, "announce.show.voices", values! { questions => questions, worries => worries });
    let embed = Embed { title, description: clip(lines.join("\n"), 1500), ..Embed::default() };
    (!lines.is_empty()).then_some(embed)
}

/// "Called off."
pub fn cancelled(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Message {
    let title = escape(&loaded.announcement.words.title);
    plain(texts.say(language, "announce.done.cancelled", values! { title => title }))
}

fn state(texts: &Catalogue, language: &Language, state: AnnouncementState) -> String {
    texts.say(language, &format!("announce.state.{}", state.code()), values! {})
}

/// A few words of what somebody wrote, on one line.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 200 {
        return escape(&line);
    }
    format!("{}…", escape(&line.chars().take(199).collect::<String>()))
}
