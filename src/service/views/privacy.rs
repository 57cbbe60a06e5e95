//! What everyone reads about privacy, the list of changes, and what is stored about themselves.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{clip, plain};
use crate::domain::comment_tone::CommentReading;
use crate::domain::controls::{Control, PrivacyControl};
use crate::domain::labels::Tone;
use crate::domain::pulses::Choice;
use crate::domain::snapshot::Group;
use crate::privacy::escaping::escape;
use crate::service::changes::Changes;
use crate::service::my_data::{Export, OpenAnswer, OpenAnswers};
use crate::service::pulses::answering::Withdrawn;
use crate::store::audit::Entry;
use crate::texts::message::{Button, ButtonStyle, Embed, File, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// What an entry's detail may take of the page, in characters; ours.
const MOST_DETAIL: usize = 120;

/// `/privacy`.
pub fn page(texts: &Catalogue, language: &Language) -> Message {
    let description = texts.say(language, "privacy.page.text", values! {});
    let title = texts.say(language, "privacy.page.title", values! {});
    let changes = button(texts, language, "privacy.changes.open", ButtonStyle::Secondary, PrivacyControl::Changes);
    let embeds = vec![Embed { title, description, ..Embed::default() }];
    Message { embeds, rows: vec![Row::Buttons(vec![changes])], ..Message::default() }
}

/// A page of the list of changes.
pub fn changes(texts: &Catalogue, language: &Language, list: &Changes) -> Message {
    let lines: Vec<_> = list.entries.iter().map(|entry| line(texts, language, entry)).collect();
    let description = if lines.is_empty() {
        texts.say(language, "privacy.changes.empty", values! {})
    } else {
        clip(lines.join("\n"), 4096)
    };
    let embed = Embed {
        title: texts.say(language, "privacy.changes.title", values! {}),
        description,
        footer: texts.say(language, "privacy.changes.footer", values! {}),
        ..Embed::default()
    };
    let mut turn = Vec::new();
    if let Some(newer) = list.page.checked_sub(1) {
        let to = PrivacyControl::ChangesPage { page: newer };
        turn.push(button(texts, language, "privacy.changes.newer", ButtonStyle::Secondary, to));
    }
    if list.has_more {
        let to = PrivacyControl::ChangesPage { page: list.page.saturating_add(1) };
        turn.push(button(texts, language, "privacy.changes.older", ButtonStyle::Secondary, to));
    }
    let rows = if turn.is_empty() { Vec::new() } else { vec![Row::Buttons(turn)] };
    Message { embeds: vec![embed], rows, ..Message::default() }
}

fn line(texts: &Catalogue, language: &Language, entry: &Entry) -> String {
    let key = format!("privacy.action.{}", entry.action.replace('.', "_"));
    let key = if texts.has(&key) { key } else { "privacy.action.something".to_owned() };
    let who = match entry.actor {
        Some(actor) => format!("<@{actor}>"),
        None => texts.say(language, "privacy.changes.bot", values! {}),
    };
    let detail: String = entry.detail.chars().take(MOST_DETAIL).collect();
    // Settings are noted by the names of their columns.
    let detail = if entry.action == "company.changed" { detail.replace('_', " ") } else { detail };
    let what = texts.say(language, &key, values! { who => who, detail => escape(&detail) });
    format!("<t:{}:f> {what}", entry.at.timestamp())
}

/// Before anything is erased: what would go, what can't, and two buttons.
pub fn erase(texts: &Catalogue, language: &Language, own: &OpenAnswers) -> Message {
    let titles: Vec<_> = own.answers.iter().map(|answer| &answer.title).chain(&own.spoilt).collect();
    if titles.is_empty() {
        let withdrawn = Withdrawn { removed: 0, unreadable: own.unreadable.len() };
        return self::withdrawn(texts, language, withdrawn);
    }
    let pulses: Vec<_> = titles.into_iter().map(|title| format!("• **{title}**")).collect();
    let content = texts.say(language, "privacy.mydata.confirm", values! { pulses => pulses.join("\n") });
    let buttons = vec![
        button(texts, language, "privacy.mydata.erase", ButtonStyle::Danger, PrivacyControl::Erase),
        button(texts, language, "privacy.mydata.keep", ButtonStyle::Secondary, PrivacyControl::Keep),
    ];
    Message { content, rows: vec![Row::Buttons(buttons)], ..Message::default() }
}

/// What is said when a person has withdrawn their answers.
pub fn withdrawn(texts: &Catalogue, language: &Language, withdrawn: Withdrawn) -> Message {
    let mut content = match withdrawn.removed {
        0 => texts.say(language, "privacy.mydata.nothing", values! {}),
        removed => texts.say(language, "privacy.mydata.erased", values! { count => removed }),
    };
    if withdrawn.unreadable > 0 {
        let values = values! { count => withdrawn.unreadable };
        content = format!("{content}\n{}", texts.say(language, "privacy.mydata.unreadable", values));
    }
    plain(content)
}

/// What is said when a person leaves their answers as they are.
pub fn kept(texts: &Catalogue, language: &Language) -> Message {
    plain(texts.say(language, "privacy.mydata.kept", values! {}))
}

/// What is stored about a person: in short, and whole as a file.
pub fn export(texts: &Catalogue, language: &Language, export: &Export) -> Message {
    let count = |key: &str, count: usize| {
        (count > 0).then(|| format!("• {}", texts.say(language, key, values! { count => count })))
    };
    let mut lines: Vec<_> = [
        count("privacy.export.understood", export.understood.len()),
        count("privacy.export.filed", export.filed.len()),
        count("privacy.export.briefed", export.briefed.len()),
        count("privacy.export.made", export.made.len()),
        count("privacy.export.own", export.own.answers.len()),
        count("privacy.export.spoilt", export.own.spoilt.len()),
        count("privacy.export.unreadable", export.own.unreadable.len()),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        lines.push(texts.say(language, "privacy.export.nothing", values! {}));
    }
    let missing = texts.say(language, "privacy.export.missing", values! {});
    let embed = Embed {
        title: texts.say(language, "privacy.export.title", values! {}),
        description: format!("{}\n\n{missing}", lines.join("\n")),
        ..Embed::default()
    };
    let file = File {
        name: "my-data.json".to_owned(),
        alt: texts.say(language, "privacy.export.file", values! {}),
        bytes: serde_json::to_vec_pretty(&as_json(texts, language, export)).expect("plain data is JSON"),
    };
    Message { embeds: vec![embed], files: vec![file], ..Message::default() }
}

fn as_json(texts: &Catalogue, language: &Language, export: &Export) -> Value {
    let understood = export.understood.iter().map(|one| {
        json!({ "announcement": one.announcement, "department": one.department, "round": one.round, "at": time(one.at) })
    });
    let briefed = export.briefed.iter().map(|one| {
        json!({ "announcement": one.announcement, "department": one.department, "day": one.day,
            "attendance": one.attendance, "at": time(one.at) })
    });
    let filed = export.filed.iter().map(|one| {
        let ([kind, about, severity], [heard, answered, outcome]) = (&one.codes, &one.texts);
        json!({ "at": time(one.at), "signed_as": one.name, "department": one.department, "kind": kind, "about": about,
            "severity": severity, "heard": heard, "answered": answered, "outcome": outcome, "helped": one.helped,
            "read_by_the_program": one.reading.as_ref().map(|reading| as_read(texts, language, reading)) })
    });
    let made = export.made.iter().map(|one| json!({ "at": time(one.at), "action": one.action, "detail": one.detail }));
    let own = export.own.answers.iter().map(|one| own_answer(texts, language, one));
    json!({
        "made_at": time(export.at),
        "understood": understood.collect::<Vec<_>>(),
        "champion_reports": filed.collect::<Vec<_>>(),
        "briefings": briefed.collect::<Vec<_>>(),
        "changes": made.collect::<Vec<_>>(),
        "answers_to_open_pulses": own.collect::<Vec<_>>(),
        "answers_that_no_longer_open": export.own.spoilt,
        "open_pulses_without_a_readable_key": export.own.unreadable,
        "not_in_this_file": texts.say(language, "privacy.export.missing", values! {}),
    })
}

/// What the engine made of a report or a comment, in the words of the summary.
fn as_read(texts: &Catalogue, language: &Language, reading: &CommentReading) -> Value {
    let tone = reading.tone.map(|tone| match tone {
        Tone::Negative => "negative",
        Tone::Neutral => "neutral",
        Tone::Positive => "positive",
    });
    let sounds = tone.map(|tone| texts.say(language, &format!("sentiment.tone.{tone}"), values! {}));
    let about: Vec<_> = reading.themes.iter().map(|theme| theme.code()).collect();
    json!({ "sounds": sounds, "is_sure": reading.confident, "about": about })
}

fn own_answer(texts: &Catalogue, language: &Language, own: &OpenAnswer) -> Value {
    let say = |key: &str| texts.say(language, key, values! {});
    let answer = |choice: &Option<Choice>| match choice {
        Some(Choice::Point(point)) => Some(say(&format!("common.scale.point_{}", point.get()))),
        Some(Choice::CantSay) => Some(say("common.answer.cant_say")),
        None => None,
    };
    let statements: Vec<_> = own
        .statements
        .iter()
        .map(|(statement, choice)| json!({ "statement": statement, "answer": answer(choice) }))
        .collect();
    let fears = own.response.fears.as_ref().map(|fears| fears.iter().map(|fear| fear.code()).collect::<Vec<_>>());
    let group = match &own.group {
        Group::Department(name) => name.clone(),
        Group::Other | Group::Company => say("summary.word.pooled"),
    };
    let only_if =
        own.needed.map(|threshold| texts.say(language, "privacy.export.only_if", values! { threshold => threshold }));
    json!({ "pulse": own.title, "open_until": time(own.closes_at), "counts_under": group, "counts_only_if": only_if, "statements": statements,
        "fears": fears, "comment": own.response.comment,
        "read_by_the_program": own.response.reading.as_ref().map(|reading| as_read(texts, language, reading)),
        "finished": own.response.finished })
}

/// A moment as files have it (RFC 3339, UTC).
fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

fn button(texts: &Catalogue, language: &Language, key: &str, style: ButtonStyle, control: PrivacyControl) -> Button {
    let label = texts.say(language, key, values! {});
    Button { label, style, control: Control::Privacy(control), disabled: false }
}
