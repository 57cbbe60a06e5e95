//! Lists and single announcements, for leads.

use super::name_of;
use crate::domain::announcements::{AnnouncementState, DeliveryState};
use crate::domain::controls::{Control, DraftControl, QuestionsControl};
use crate::privacy::escaping::escape;
use crate::service::announcements::failing::Gap;
use crate::service::announcements::launching::Cancelled;
use crate::service::announcements::overview::{FEWEST, Heard, Listing, Standing, Voices, WORDS};
use crate::service::views::{again, clip, moment, plain, short};
use crate::texts::message::{Button, ButtonStyle, Embed, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many questions and worries are shown.
const VOICES_SHOWN: usize = 5;

/// The most rows of controls below a message (discord.md 4, "components").
const MOST_ROWS: usize = 5;

/// The list, and which of the four processes has been silent.
pub fn list(texts: &Catalogue, language: &Language, listing: &Listing) -> Message {
    if listing.announcements.is_empty() {
        return plain(texts.say(language, "announce.list.none", values! {}));
    }
    let lines = listing.announcements.iter().map(|(one, next)| {
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
    let heard = listing.processes.iter().map(|one| heard(texts, language, one)).collect::<Vec<_>>().join("\n");
    let fields = vec![(texts.say(language, "announce.list.processes", values! {}), heard)];
    Message { embeds: vec![Embed { title, description, fields, ..Embed::default() }], ..Message::default() }
}

/// "⚠️ Training: silent since …".
fn heard(texts: &Catalogue, language: &Language, heard: &Heard) -> String {
    let process = texts.label(language, heard.process);
    let line = match (heard.last, heard.is_silent) {
        (None, _) => texts.say(language, "announce.list.never_heard", values! { process => process }),
        (Some(last), true) => {
            texts.say(language, "announce.list.silent", values! { process => process, time => moment(last) })
        }
        (Some(last), false) => {
            texts.say(language, "announce.list.heard", values! { process => process, time => moment(last) })
        }
    };
    match heard.next {
        None => line,
        Some(next) => {
            format!("{line} {}", texts.say(language, "announce.list.heard_next", values! { time => moment(next) }))
        }
    }
}

/// One of them: its text, its plan, what became of it, what people asked.
pub fn show(texts: &Catalogue, language: &Language, standing: &Standing) -> Message {
    let announcement = &standing.loaded.announcement;
    let mut lines = vec![texts.say(
        language,
        "announce.show.state",
        values! { number => announcement.id.to_string(), state => state(texts, language, announcement.state) },
    )];
    lines.extend(facts(texts, language, standing));
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
    if let Some(missed) = &standing.missed {
        lines.push(texts.say(language, "announce.show.missed", values! { time => moment(missed.planned) }));
        rows.push(super::post::decision_row(texts, language, missed.id));
    } else if let Some((occurrence, channels)) = &standing.doubtful {
        let channels = channels.iter().map(|channel| format!("<#{channel}>")).collect::<Vec<_>>().join(", ");
        lines.push(texts.say(language, "announce.show.doubtful", values! { channels => channels }));
        rows.push(super::post::decision_row(texts, language, *occurrence));
    }
    // Of what was called off, nothing is posted or asked for any more.
    let is_off = announcement.state == AnnouncementState::Cancelled;
    if let Some((occurrence, refused)) = standing.failing.as_ref().filter(|_| !is_off) {
        let title = name_of(texts, language, &standing.loaded, occurrence);
        let values = values! { title => title, time => moment(occurrence.planned) };
        lines.push(texts.say(language, "announce.show.refused", values));
        lines.extend(super::failures::refusals(texts, language, &standing.loaded, refused));
        rows.push(super::failures::retry_row(texts, language, occurrence.id, Gap::Refused));
    }
    lines.extend(super::failures::lost_lines(texts, language, &standing.loaded, &standing.lost));
    let mut deleted: Vec<_> =
        standing.lost.iter().filter(|one| !one.again && !is_off).map(|one| one.occurrence).collect();
    deleted.dedup();
    // The newest come last; a message has five rows.
    rows.extend(
        deleted
            .iter()
            .rev()
            .take(2 - rows.len().min(1))
            .map(|one| super::failures::retry_row(texts, language, *one, Gap::Deleted)),
    );
    if let Some(round) = standing.loaded.rounds.last().filter(|_| !is_off)
        && let Some(waits) = again::waiting(texts, language, &standing.loaded, round)
    {
        lines.push(waits);
        rows.push(again::call_off_row(texts, language, round));
    }
    rows.extend(draft_row(texts, language, standing));
    let first = standing.loaded.chosen().next().map(|one| escape(one.name.as_str())).unwrap_or_default();
    let mut embed = super::post::frame(texts, language, &standing.loaded.company, &announcement.words, &first);
    embed.footer = String::new();
    let mut embeds = vec![embed];
    let is_out = count(DeliveryState::Sent) > 0;
    if is_out && standing.is_held {
        lines.push(texts.say(language, "announce.show.voices_held", values! { fewest => FEWEST }));
    }
    // Where anybody may be heard it stands there whether or not anybody said anything, so that the first worry doesn't show.
    if standing.voices.has_any() || (is_out && !standing.is_held) {
        embeds.push(voices(texts, language, &standing.voices));
    }
    if !standing.voices.worded.is_empty() {
        let is_full = rows.len() >= MOST_ROWS;
        let read = Button {
            label: texts.say(language, "announce.show.words", values! {}),
            style: ButtonStyle::Secondary,
            control: Control::Questions(QuestionsControl::Words { announcement: announcement.id }),
            disabled: false,
        };
        match rows.last_mut() {
            Some(Row::Buttons(last)) if is_full => last.push(read),
            _ => rows.push(Row::Buttons(vec![read])),
        }
    }
    Message { content: clip(lines.join("\n"), 2000), embeds, rows, ..Message::default() }
}

/// What can be done with the changes that are being written, and with what a second lead is asked.
fn draft_row(texts: &Catalogue, language: &Language, standing: &Standing) -> Option<Row> {
    let button = |key: &str, style, at, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Draft(at, what),
        disabled: false,
    };
    let mut buttons = Vec::new();
    if let Some(asked) = standing.asked {
        buttons.push(button("announce.show.question", ButtonStyle::Primary, asked.draft, DraftControl::Question));
    }
    if let Some((changes, _)) = standing.changes {
        buttons.push(button("announce.show.go_on", ButtonStyle::Primary, changes, DraftControl::Preview));
        let discard = "announce.preview.discard_changes";
        buttons.push(button(discard, ButtonStyle::Danger, changes, DraftControl::Discard));
    }
    (!buttons.is_empty()).then_some(Row::Buttons(buttons))
}

/// By whom, for whom, when, and what is under way.
fn facts(texts: &Catalogue, language: &Language, standing: &Standing) -> Vec<String> {
    let announcement = &standing.loaded.announcement;
    let mut lines = Vec::new();
    let values = values! { who => format!("<@{}>", announcement.author), time => moment(announcement.created_at) };
    lines.push(texts.say(language, "announce.show.author", values));
    let departments: Vec<_> = standing.loaded.chosen().map(|one| escape(one.name.as_str())).collect();
    if !departments.is_empty() {
        let departments = short(&departments.join(", "), 400);
        lines.push(texts.say(language, "announce.preview.goes_to", values! { departments => departments }));
    }
    if announcement.state.is_to_come() {
        lines.extend(super::preview::without_role(texts, language, &standing.loaded));
    }
    if let Some(process) = announcement.process {
        let process = texts.label(language, process);
        lines.push(texts.say(language, "announce.preview.process", values! { process => process }));
    }
    let repeat = &announcement.plan.repeat_text;
    if announcement.plan.rule.is_some() && announcement.state.is_to_come() {
        lines.push(texts.say(language, "announce.show.repeats", values! { repeat => escape(repeat) }));
    }
    if let Some(next) = standing.next {
        let key = if next.waits { "announce.show.waits" } else { "announce.show.next" };
        lines.push(texts.say(language, key, values! { time => moment(next.at) }));
    }
    if let Some(held) = standing.held {
        lines.push(texts.say(language, "announce.show.held", values! { time => moment(held) }));
    }
    if let Some((_, by)) = standing.changes {
        lines.push(texts.say(language, "announce.show.changes", values! { who => format!("<@{by}>") }));
    }
    if let Some(asked) = standing.asked {
        let values = values! { who => format!("<@{}>", asked.asked_by), time => moment(asked.asked_at) };
        lines.push(texts.say(language, "announce.show.asked", values));
    }
    if let Some(changed) = announcement.changed_at {
        lines.push(texts.say(language, "announce.show.changed", values! { time => moment(changed) }));
    }
    lines
}

/// What people said.
fn voices(texts: &Catalogue, language: &Language, said: &Voices) -> Embed {
    let mut lines = Vec::new();
    for question in said.questions.iter().take(VOICES_SHOWN) {
        lines.push(format!("❓ {}", escape(&short(question, 200))));
    }
    for (fear, text) in said.worded.iter().take(VOICES_SHOWN) {
        let label = texts.label(language, *fear);
        lines.push(if text.is_empty() {
            format!("💭 {label}")
        } else {
            format!("💭 {label}: {}", escape(&short(text, 200)))
        });
    }
    let (questions, worries) = (said.questions.len(), said.worries.to_string());
    let title = texts.say(language, "announce.show.voices", values! { questions => questions, worries => worries });
    let footer = texts.say(language, "announce.show.voices_note", values! { words => WORDS });
    Embed { title, description: clip(lines.join("\n"), 1500), footer, ..Embed::default() }
}

/// "Called off."
pub fn cancelled(texts: &Catalogue, language: &Language, cancelled: &Cancelled) -> Message {
    let title = escape(&cancelled.loaded.announcement.words.title);
    let briefed = || texts.say(language, "cascade.briefed.cancelled", values! {});
    let mut lines = vec![texts.say(language, "announce.done.cancelled", values! { title => title })];
    lines.extend(cancelled.is_briefed.then(briefed));
    plain(lines.join("\n"))
}

/// Where an announcement is, in a word.
pub fn state(texts: &Catalogue, language: &Language, state: AnnouncementState) -> String {
    texts.say(language, &format!("announce.state.{}", state.code()), values! {})
}
