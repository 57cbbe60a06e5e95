//! A page of a sealed wave's comments, for one lead. Nothing stands beside a comment: no score, no time, no number.

use crate::domain::controls::{CommentsControl, Control};
use crate::domain::snapshot::Group;
use crate::service::pulses::comments::Reading;
use crate::service::views::moment;
use crate::texts::message::{Button, ButtonStyle, Embed, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The most options of a select (discord.md 4, "select").
const MOST_OPTIONS: usize = 25;

/// The page, with ways to the other groups and pages.
pub fn page(texts: &Catalogue, language: &Language, reading: &Reading) -> Message {
    let values = values! { title => &reading.title, time => moment(reading.closed_at) };
    let content = texts.say(language, "sentiment.comments.text", values);
    let marked = reading.comments.iter().map(|comment| format!("💬 {comment}"));
    let embed = Embed {
        title: clean(&group(texts, language, &reading.groups[reading.group])),
        description: marked.collect::<Vec<_>>().join("\n\n"),
        footer: texts.say(
            language,
            "sentiment.comments.footer",
            values! { page => reading.page + 1, pages => reading.pages },
        ),
        ..Embed::default()
    };
    let mut rows = Vec::new();
    if reading.groups.len() > 1 {
        rows.push(Row::Select(groups(texts, language, reading)));
    }
    if reading.pages > 1 {
        rows.push(Row::Buttons(turn(texts, language, reading)));
    }
    Message { content, embeds: vec![embed], rows, ..Message::default() }
}

fn groups(texts: &Catalogue, language: &Language, reading: &Reading) -> Select {
    let option = |(place, of): (usize, &Group)| SelectOption {
        value: place.to_string(),
        label: group(texts, language, of).chars().take(100).collect(),
        description: String::new(),
        chosen: place == reading.group,
    };
    Select {
        control: Control::Comments(reading.wave, CommentsControl::Group),
        placeholder: texts.say(language, "sentiment.comments.group", values! {}),
        options: reading.groups.iter().enumerate().take(MOST_OPTIONS).map(option).collect(),
        min: 1,
        max: 1,
    }
}

fn turn(texts: &Catalogue, language: &Language, reading: &Reading) -> Vec<Button> {
    let number = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
    let to = |key: &str, page: usize| Button {
        label: texts.say(language, key, values! {}),
        style: ButtonStyle::Secondary,
        control: Control::Comments(
            reading.wave,
            CommentsControl::Page { group: u8::try_from(reading.group).unwrap_or(u8::MAX), page: number(page) },
        ),
        disabled: false,
    };
    let earlier = reading.page.checked_sub(1).map(|page| to("sentiment.comments.earlier", page));
    let later = Some(reading.page + 1).filter(|page| *page < reading.pages);
    earlier.into_iter().chain(later.map(|page| to("sentiment.comments.later", page))).collect()
}

fn group(texts: &Catalogue, language: &Language, group: &Group) -> String {
    match group {
        Group::Department(name) => name.clone(),
        Group::Other => texts.say(language, "summary.word.pooled", values! {}),
        Group::Company => texts.say(language, "sentiment.comments.together", values! {}),
    }
}

/// An embed's title shows no markdown but takes 256 characters.
fn clean(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(256).collect()
}
