//! The draft of a later round, as its lead sees it.

use crate::domain::announcements::{MAX_BODY, MAX_LINE, MAX_TITLE};
use crate::domain::controls::{AgainControl, Control};
use crate::domain::departments::Department;
use crate::domain::rounds::MOST_ROUNDS;
use crate::privacy::escaping::escape;
use crate::service::announcements::again::writing::Draft;
use crate::service::announcements::responding::names;
use crate::service::views::announcements::frame;
use crate::service::views::plain;
use crate::texts::message::{Button, ButtonStyle, Field, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// What it is for, the words so far, and what can be done.
pub fn draft(texts: &Catalogue, language: &Language, draft: &Draft) -> Message {
    let (loaded, round) = (&draft.loaded, &draft.round);
    let say = |key: &str| texts.say(language, key, values! {});
    let title = escape(&loaded.announcement.words.title);
    let head = values! { title => title, round => round.number, rounds => MOST_ROUNDS };
    let mut lines = vec![texts.say(language, "again.draft.head", head)];
    let departments = chosen(draft);
    lines.push(if departments.is_empty() {
        say("again.draft.nowhere")
    } else {
        let key = format!("again.draft.{}", round.sender().code());
        texts.say(language, &key, values! { departments => names(&departments) })
    });
    let is_possible = |one: &&Department| draft.possible.iter().any(|possible| possible.id == one.id);
    let left_out: Vec<Department> = loaded.chosen().filter(|one| !is_possible(one)).cloned().collect();
    if !left_out.is_empty() {
        lines.push(texts.say(language, "again.draft.left_out", values! { departments => names(&left_out) }));
    }
    if let Some(problem) = &draft.problem {
        let problem = texts.say(language, problem.key, problem.values.clone());
        lines.push(texts.say(language, "again.draft.problem", values! { problem => problem }));
    }
    let first = draft.possible.first().map(|one| escape(one.name.as_str())).unwrap_or_default();
    let mut embed = frame(texts, language, &loaded.company, &round.words, &first);
    embed.footer = say("again.post.footer");
    let rows = rows(texts, language, draft);
    Message { content: lines.join("\n"), embeds: vec![embed], rows, ..Message::default() }
}

fn chosen(draft: &Draft) -> Vec<Department> {
    draft.loaded.departments_of(&draft.round).cloned().collect()
}

fn rows(texts: &Catalogue, language: &Language, draft: &Draft) -> Vec<Row> {
    let id = draft.round.id;
    let button = |key: &str, style, what, disabled| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Again(id, what),
        disabled,
    };
    let ask = format!("again.draft.ask_{}", draft.round.sender().code());
    let buttons = vec![
        button("again.draft.write", ButtonStyle::Primary, AgainControl::Write, false),
        button(&ask, ButtonStyle::Success, AgainControl::Ask, draft.problem.is_some()),
        button("again.draft.discard", ButtonStyle::Danger, AgainControl::Discard, false),
    ];
    let option = |department: &Department| SelectOption {
        value: department.id.to_string(),
        label: department.name.to_string(),
        description: String::new(),
        chosen: draft.round.part(department.id).is_some(),
    };
    let select = Select {
        control: Control::Again(id, AgainControl::Departments),
        placeholder: texts.say(language, "again.draft.departments", values! {}),
        options: draft.possible.iter().take(25).map(option).collect(),
        min: 1,
        max: u8::try_from(draft.possible.len()).unwrap_or(25).min(25),
    };
    let select = (!draft.possible.is_empty()).then_some(Row::Select(select));
    select.into_iter().chain([Row::Buttons(buttons)]).collect()
}

/// The form with the words so far.
pub fn form(texts: &Catalogue, language: &Language, draft: &Draft) -> Form {
    let words = &draft.round.words;
    let field = |name: &str, max, long, required, value: &str| Field {
        name: name.to_owned(),
        label: texts.say(language, &format!("announce.form.{name}"), values! {}),
        long,
        required,
        max,
        value: value.to_owned(),
        hint: texts.say(language, &format!("announce.hint.{name}"), values! {}),
    };
    Form {
        control: Control::Again(draft.round.id, AgainControl::Write),
        title: texts.say(language, "again.draft.form_title", values! {}),
        fields: vec![
            field("title", MAX_TITLE, false, true, &words.title),
            field("body", MAX_BODY, true, true, &words.body),
            field("benefit", MAX_LINE, true, true, &words.benefit),
            field("ask", MAX_LINE, true, false, &words.ask),
        ],
    }
}

/// "Asked: …".
pub fn asked(texts: &Catalogue, language: &Language, draft: &Draft) -> Message {
    let key = format!("again.asked.{}", draft.round.sender().code());
    plain(texts.say(language, &key, values! { departments => names(&chosen(draft)) }))
}

/// "Thrown away."
pub fn discarded(texts: &Catalogue, language: &Language) -> Message {
    plain(texts.say(language, "again.draft.discarded", values! {}))
}
