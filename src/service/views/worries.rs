//! Worries as leads see them: by kind, to be answered, and in words under one announcement.

use crate::domain::controls::{Control, QuestionsControl};
use crate::domain::labels::FearCode;
use crate::service::announcements::overview::{FEWEST, WORDS};
use crate::service::pulses::comments::pages;
use crate::service::questions::answering::Worries;
use crate::service::questions::reading::Words;
use crate::service::views::questions::button;
use crate::texts::message::{Embed, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// Open worries by kind. Every kind can be answered, so that the list doesn't tell which there are.
pub fn kinds(texts: &Catalogue, language: &Language, worries: &Worries) -> Message {
    let mut lines: Vec<_> = worries
        .iter()
        .map(|(fear, count)| {
            let values = values! { fear => texts.label(language, *fear), count => *count };
            texts.say(language, "questions.worries.some", values)
        })
        .collect();
    if lines.is_empty() {
        lines.push(texts.say(language, "questions.worries.none", values! {}));
    }
    lines.push(String::new());
    lines.push(texts.say(language, "questions.worries.note", values! { fewest => FEWEST }));
    let option = |fear: &FearCode| SelectOption {
        value: fear.code().to_owned(),
        label: texts.label(language, *fear),
        description: texts.explain(language, *fear),
        chosen: false,
    };
    let select = Select {
        control: Control::Questions(QuestionsControl::PickFear),
        placeholder: texts.say(language, "questions.worries.pick", values! {}),
        options: FearCode::ALL.iter().map(option).collect(),
        min: 1,
        max: 1,
    };
    let back = button(texts, language, "questions.worries.questions", QuestionsControl::Page { page: 0 });
    let rows = vec![Row::Select(select), Row::Buttons(vec![back])];
    let title = texts.say(language, "questions.worries.title", values! {});
    Message {
        embeds: vec![Embed { title, description: lines.join("\n"), ..Embed::default() }],
        rows,
        ..Message::default()
    }
}

/// A page of what people wrote under one announcement.
pub fn words(texts: &Catalogue, language: &Language, words: &Words) -> Message {
    let line = |(fear, text): &(FearCode, String)| {
        let label = texts.label(language, *fear);
        if text.is_empty() { label } else { format!("{label}: {text}") }
    };
    let pages = pages(&words.words.iter().map(line).collect::<Vec<_>>());
    let page = usize::from(words.page).min(pages.len().saturating_sub(1));
    let description = match pages.get(page) {
        Some(lines) => lines.iter().map(|line| format!("💭 {line}")).collect::<Vec<_>>().join("\n\n"),
        None => texts.say(language, "questions.words.none", values! { words => WORDS }),
    };
    let to = |key: &str, page: usize| {
        let page = u16::try_from(page).unwrap_or(u16::MAX);
        button(texts, language, key, QuestionsControl::WordsPage { announcement: words.announcement, page })
    };
    let mut turn = Vec::new();
    turn.extend(page.checked_sub(1).map(|page| to("questions.words.earlier", page)));
    turn.extend(Some(page + 1).filter(|next| *next < pages.len()).map(|next| to("questions.words.later", next)));
    let rows = if turn.is_empty() { Vec::new() } else { vec![Row::Buttons(turn)] };
    let values = values! { title => &words.title, band => words.worries.to_string() };
    let title = texts.say(language, "questions.words.title", values);
    let values = values! { page => page + 1, pages => pages.len().max(1) };
    let footer = texts.say(language, "questions.words.footer", values);
    Message { embeds: vec![Embed { title, description, footer, ..Embed::default() }], rows, ..Message::default() }
}
