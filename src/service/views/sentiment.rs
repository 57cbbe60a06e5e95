//! What leads see of a wave: table, picture and advice first, then every department in detail.

use super::clip;
use crate::domain::controls::{CommentsControl, Control};
use crate::domain::ids::WaveId;
use crate::domain::snapshot::Group;
use crate::privacy::escaping::escape;
use crate::report::summary::{Mark, Row, Summary};
use crate::report::table;
use crate::report::words::Words;
use crate::service::sentiment::Told;
use crate::texts::message::{self, Button, ButtonStyle, Embed, File, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The whole summary, in messages that follow each other: the first has the picture, champions' reports come last.
pub fn pages(texts: &Catalogue, language: &Language, told: &Told) -> Vec<Message> {
    let values = values! { time => super::moment(told.summary.closed_at) };
    let opening = texts.say(language, "sentiment.summary.closed", values);
    if told.is_one_department {
        let details = told.summary.rows.iter().map(|row| table::detail(row, &told.words)).collect();
        let mut pages = vec![first(texts, language, told, details, opening, "sentiment.summary.private")];
        // Everybody's reports stand on the page of all.
        let alone = Summary { company: None, ..told.summary.clone() };
        pages.extend(table::reports(&alone, &told.words).into_iter().map(super::plain));
        return pages;
    }
    let mut overview = table::overview(&told.summary, &told.words);
    let rest = overview.split_off(1.min(overview.len()));
    let details = table::details(&remarkable_first(&told.summary), &told.words);
    let mut pages = vec![first(texts, language, told, overview.concat(), opening, "sentiment.summary.private")];
    // Never in one message with what comments say (P16).
    let reports = table::reports(&told.summary, &told.words);
    pages.extend(rest.into_iter().chain(details).chain(reports).map(super::plain));
    pages
}

/// The summary as one post for the leads' channel.
pub fn post(texts: &Catalogue, language: &Language, told: &Told) -> Message {
    let table = table::overview(&told.summary, &told.words).into_iter().next().unwrap_or_default();
    let values = values! { title => escape(&told.summary.set), time => super::moment(told.summary.closed_at) };
    let opening = texts.say(language, "sentiment.summary.sealed", values);
    first(texts, language, told, table, opening, "sentiment.summary.posted")
}

fn first(texts: &Catalogue, language: &Language, told: &Told, table: String, opening: String, footer: &str) -> Message {
    let name = format!("sentiment-{}.png", told.wave);
    let embed = Embed {
        title: texts.say(language, "sentiment.summary.in_short", values! {}),
        description: clip(format!("{opening}\n\n{}", in_short(texts, language, told).join("\n\n")), 4096),
        footer: texts.say(language, footer, values! {}),
        image: Some(name.clone()),
        ..Embed::default()
    };
    let picture = File { name, alt: told.alt.clone(), bytes: told.picture.clone() };
    let rows = vec![read_comments(texts, language, told.wave)];
    Message { content: table, embeds: vec![embed], rows, files: vec![picture], ..Message::default() }
}

/// The button that opens a wave's comments, for leads; on a page of their own, beside no score.
pub fn read_comments(texts: &Catalogue, language: &Language, wave: WaveId) -> message::Row {
    message::Row::Buttons(vec![Button {
        label: texts.say(language, "sentiment.comments.read", values! {}),
        style: ButtonStyle::Secondary,
        control: Control::Comments(wave, CommentsControl::Open),
        disabled: false,
    }])
}

/// Who stands out and what to do about it, then everybody.
fn in_short(texts: &Catalogue, language: &Language, told: &Told) -> Vec<String> {
    let Told { summary, words, .. } = told;
    let paragraph_of = |key: &str, rows: &[&Row]| {
        let row = rows.first()?;
        let names: Vec<_> = rows.iter().map(|row| name(&row.group, words)).collect();
        let values = values! {
            department => names.join(", "),
            why => words.reason(row.reason),
            next => words.advice(row.advice),
        };
        Some(texts.say(language, key, values))
    };
    let paragraph = |key: &str, row: &Row| paragraph_of(key, &[row]);
    // Departments with the same figures stand together, those with another advice in a paragraph of their own.
    let marked = |key: &str, mark| {
        let rows: Vec<_> = summary.rows.iter().filter(|row| row.mark == Some(mark)).collect();
        rows.chunk_by(|one, other| one.reason == other.reason)
            .filter_map(|alike| paragraph_of(key, alike))
            .collect::<Vec<_>>()
    };
    let mut paragraphs = Vec::new();
    if told.is_one_department {
        if !summary.pooled.is_empty() {
            let departments = summary.pooled.iter().map(|name| escape(name)).collect::<Vec<_>>().join(", ");
            let values = values! { departments => departments, other => &words.pooled };
            paragraphs.push(texts.say(language, "sentiment.summary.pooled", values));
        }
        paragraphs.extend(summary.rows.iter().filter_map(|row| paragraph("sentiment.summary.department", row)));
        paragraphs.extend(outgrown(texts, language, summary));
        return paragraphs;
    }
    paragraphs.extend(marked("sentiment.summary.best", Mark::Best));
    paragraphs.extend(marked("sentiment.summary.worrying", Mark::Worrying));
    match &summary.company {
        Some(company) => paragraphs.extend(paragraph("sentiment.summary.everybody", company)),
        None => paragraphs.push(texts.say(
            language,
            "sentiment.summary.too_few_in_all",
            values! { count => summary.threshold },
        )),
    }
    paragraphs.extend(outgrown(texts, language, summary));
    paragraphs
}

/// Departments in which more people answered than there were to be. Of "Other" that is no wonder: latecomers count there.
fn outgrown(texts: &Catalogue, language: &Language, summary: &Summary) -> Option<String> {
    let names = summary.rows.iter().filter(|row| row.is_outgrown).filter_map(|row| match &row.group {
        Group::Department(name) => Some(escape(name)),
        Group::Other | Group::Company => None,
    });
    let names = names.collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| texts.say(language, "sentiment.summary.outgrown", values! { departments => names }))
}

/// The rows with the best department first, then the most worrying, then the others from better to worse.
fn remarkable_first(summary: &Summary) -> Summary {
    let mut summary = summary.clone();
    summary.rows.sort_by_key(|row| match row.mark {
        Some(Mark::Best) => 0,
        Some(Mark::Worrying) => 1,
        None => 2,
    });
    summary
}

fn name(group: &Group, words: &Words) -> String {
    match group {
        Group::Department(name) => escape(name),
        Group::Other => words.pooled.clone(),
        Group::Company => words.company.clone(),
    }
}
