//! Questions and worries: the form of whoever asks, the leads' screens, and the answer as everyone reads it.

use crate::domain::controls::{AskControl, Control, QuestionsControl, ReplyAt};
use crate::domain::departments::Department;
use crate::domain::ids::DepartmentId;
use crate::domain::questions::{MAX_ANSWER, MAX_QUESTION, Question, Reply};
use crate::privacy::escaping::{escape, soften};
use crate::service::announcements::overview::FEWEST;
use crate::service::announcements::responding::{MAX_TEXT, names};
use crate::service::questions::answering::{MOST, Open, OpenList, Posted, Screen};
use crate::service::questions::asking::{Asking, Kept};
use crate::service::views::{clip, plain, short};
use crate::texts::message::{Button, ButtonStyle, Embed, Field, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// What follows `/ask`: a select of departments, or the form.
pub fn asking(texts: &Catalogue, language: &Language, asking: &Asking) -> Result<Message, Form> {
    let departments = match asking {
        Asking::Form(department) => return Err(ask_form(texts, language, *department)),
        Asking::Pick(departments) => departments,
    };
    let option = |department: &Department| SelectOption {
        value: department.id.to_string(),
        label: department.name.to_string(),
        description: String::new(),
        chosen: false,
    };
    let select = Select {
        control: Control::Ask(AskControl::Department),
        placeholder: texts.say(language, "announce.respond.pick_department", values! {}),
        options: departments.iter().map(option).collect(),
        min: 1,
        max: 1,
    };
    let content = texts.say(language, "common.error.department_several", values! { departments => names(departments) });
    Ok(Message { content, rows: vec![Row::Select(select)], ..Message::default() })
}

/// The form of a question.
pub fn ask_form(texts: &Catalogue, language: &Language, department: Option<DepartmentId>) -> Form {
    let field = Field {
        name: "text".to_owned(),
        label: texts.say(language, "announce.respond.question", values! {}),
        long: true,
        required: true,
        max: MAX_TEXT,
        value: String::new(),
        hint: texts.say(language, "announce.hint.question", values! {}),
    };
    let title = texts.say(language, "announce.form_title.question", values! {});
    Form { control: Control::Ask(AskControl::Form(department)), title, fields: vec![field] }
}

/// "Your question is saved."
pub fn kept(texts: &Catalogue, language: &Language, kept: &Kept) -> Message {
    let key = if kept.with_department { "questions.ask.kept" } else { "questions.ask.kept_without" };
    let mut lines = vec![texts.say(language, key, values! {})];
    if kept.masked {
        lines.push(texts.say(language, "announce.respond.masked", values! {}));
    }
    plain(lines.join("\n"))
}

/// Open questions, for leads.
pub fn list(texts: &Catalogue, language: &Language, list: &OpenList) -> Message {
    let lines: Vec<_> = list.open.iter().map(|open| line(texts, language, open)).collect();
    let say = |key: &str, values| texts.say(language, key, values);
    let (title, said, footer) = if lines.is_empty() {
        (say("questions.list.title_none", values! {}), say("questions.list.none", values! {}), String::new())
    } else {
        let title = say("questions.list.title", values! { count => list.total });
        (title, lines.join("\n"), say("questions.list.footer", values! {}))
    };
    let not_shown = say("questions.list.not_shown", values! { fewest => FEWEST });
    let description = format!("{said}\n\n{not_shown}");
    let mut rows = Vec::new();
    if !list.open.is_empty() {
        rows.push(Row::Select(Select {
            control: Control::Questions(QuestionsControl::Pick),
            placeholder: texts.say(language, "questions.list.pick", values! {}),
            options: list.open.iter().map(|open| option(&open.question)).collect(),
            min: 1,
            max: u8::try_from(list.open.len()).unwrap_or(1),
        }));
    }
    let mut buttons = Vec::new();
    if let Some(page) = list.page.checked_sub(1) {
        buttons.push(button(texts, language, "questions.list.earlier", QuestionsControl::Page { page }));
    }
    if list.has_more {
        let page = list.page.saturating_add(1);
        buttons.push(button(texts, language, "questions.list.later", QuestionsControl::Page { page }));
    }
    buttons.push(button(texts, language, "questions.list.worries", QuestionsControl::Worries));
    rows.push(Row::Buttons(buttons));
    let embed = Embed { title, description: clip(description, 4096), footer, ..Embed::default() };
    Message { embeds: vec![embed], rows, ..Message::default() }
}

fn line(texts: &Catalogue, language: &Language, open: &Open) -> String {
    let question = escape(&short(&open.question.text, 200));
    let age = match open.age {
        0 => texts.say(language, "questions.list.today", values! {}),
        days => texts.say(language, "questions.list.age", values! { count => days }),
    };
    match &open.about {
        Some(title) => {
            let about = escape(&short(title, 60));
            texts.say(
                language,
                "questions.list.line_about",
                values! { question => question, age => age, about => about },
            )
        }
        None => texts.say(language, "questions.list.line", values! { question => question, age => age }),
    }
}

/// A draft of an answer: what it answers, how it will look, what is alike, what to do.
pub fn screen(texts: &Catalogue, language: &Language, screen: &Screen) -> Message {
    let reply = &screen.reply;
    let at = ReplyAt { id: reply.id, revision: reply.revision };
    // Where an answer goes must not tell whether a few have the worry, and where.
    let has_audience = reply.fear.is_none() || screen.worries > 0;
    let mut lines = Vec::new();
    match reply.fear {
        Some(fear) => {
            let label = texts.label(language, fear);
            lines.push(texts.say(language, "questions.screen.worries", values! { fear => label }));
            if !has_audience {
                lines.push(texts.say(language, "questions.screen.untold", values! { fewest => FEWEST }));
            }
        }
        None => {
            lines.push(texts.say(language, "questions.screen.questions", values! { count => screen.questions.len() }));
            let shown = screen.questions.iter().take(6);
            lines.extend(shown.map(|one| format!("- {}", escape(&short(&one.text, 100)))));
        }
    }
    if screen.widened {
        lines.push(texts.say(language, "questions.screen.widened", values! { fewest => FEWEST }));
    }
    if !reply.text.is_empty() {
        let to = match (reply.company_wide, reply.fear.is_some()) {
            (true, _) => "questions.screen.to_company",
            (false, false) => "questions.screen.to_departments",
            (false, true) => "questions.screen.to_audience",
        };
        lines.push(texts.say(language, to, values! {}));
    }
    let mut rows = Vec::new();
    if !screen.similar.is_empty() {
        rows.push(Row::Select(Select {
            control: Control::Questions(QuestionsControl::Add(at)),
            placeholder: texts.say(language, "questions.screen.add", values! {}),
            options: screen.similar.iter().take(MOST).map(option).collect(),
            min: 1,
            max: u8::try_from(screen.similar.len().min(MOST)).expect("at most 25"),
        }));
    }
    let mut buttons = Vec::new();
    if !reply.text.is_empty() {
        let post = button(texts, language, "questions.screen.post", QuestionsControl::Post(at));
        buttons.push(Button { style: ButtonStyle::Success, ..post });
    }
    if has_audience {
        buttons.push(button(texts, language, "questions.screen.answer", QuestionsControl::Answer(at)));
    }
    buttons.push(button(texts, language, "questions.screen.answer_all", QuestionsControl::AnswerAll(at)));
    if reply.fear.is_none() {
        buttons.push(button(texts, language, "questions.screen.decline", QuestionsControl::Decline(at)));
    }
    let discard = button(texts, language, "questions.screen.discard", QuestionsControl::Discard(at));
    buttons.push(Button { style: ButtonStyle::Danger, ..discard });
    rows.push(Row::Buttons(buttons));
    let embeds = if reply.text.is_empty() { Vec::new() } else { answer(texts, language, reply, screen.worries).embeds };
    Message { content: clip(lines.join("\n"), 2000), embeds, rows, ..Message::default() }
}

/// The form of an answer. Worries are never quoted, so there is no question to write.
pub fn form(texts: &Catalogue, language: &Language, reply: &Reply, control: QuestionsControl) -> Form {
    let declines = matches!(control, QuestionsControl::Decline(_));
    let (label, hint) = if declines {
        ("questions.form.reason", "questions.hint.reason")
    } else {
        ("questions.form.answer", "questions.hint.answer")
    };
    let field = |name: &str, label: &str, hint: &str, max, value: &str| Field {
        name: name.to_owned(),
        label: texts.say(language, label, values! {}),
        long: true,
        required: true,
        max,
        value: value.to_owned(),
        hint: texts.say(language, hint, values! {}),
    };
    let mut fields = Vec::new();
    if reply.fear.is_none() {
        let (label, hint) = ("questions.form.question", "questions.hint.question");
        fields.push(field("question", label, hint, MAX_QUESTION, &reply.question));
    }
    fields.push(field("text", label, hint, MAX_ANSWER, &reply.text));
    let title = texts.say(language, "questions.form.title", values! {});
    Form { control: Control::Questions(control), title, fields }
}

/// The answer as everyone reads it. `worries`: how many it answers; so few that nobody may feel meant are not called
/// several.
pub fn answer(texts: &Catalogue, language: &Language, reply: &Reply, worries: u32) -> Message {
    let text = soften(&reply.text);
    let description = match reply.fear {
        Some(fear) => {
            let fear = texts.explain(language, fear);
            if worries < FEWEST {
                texts.say(language, "questions.answer.worry", values! { fear => fear, text => text })
            } else {
                texts.say(language, "questions.answer.worries", values! { fear => fear, text => text })
            }
        }
        None => {
            let values = values! { question => escape(&reply.question), text => text };
            if reply.declines {
                texts.say(language, "questions.answer.declined", values)
            } else {
                texts.say(language, "questions.answer.answered", values)
            }
        }
    };
    let footer = texts.say(language, "questions.answer.footer", values! {});
    let embed = Embed { description: clip(description, 4096), footer, colour: Some(EDGE), ..Embed::default() };
    Message { embeds: vec![embed], ..Message::default() }
}

/// A warm green for the edge of the frame, apart from announcements.
const EDGE: u32 = 0x4f_8a_5b;

/// "On its way."
pub fn posted(texts: &Catalogue, language: &Language, posted: &Posted) -> Message {
    plain(if posted.declines {
        texts.say(language, "questions.done.declined", values! { count => posted.channels })
    } else {
        texts.say(language, "questions.done.answered", values! { count => posted.channels })
    })
}

fn option(question: &Question) -> SelectOption {
    let label = short(&question.text, 100);
    SelectOption { value: question.id.to_string(), label, description: String::new(), chosen: false }
}

pub(super) fn button(texts: &Catalogue, language: &Language, key: &str, what: QuestionsControl) -> Button {
    Button {
        label: texts.say(language, key, values! {}),
        style: ButtonStyle::Secondary,
        control: Control::Questions(what),
        disabled: false,
    }
}
