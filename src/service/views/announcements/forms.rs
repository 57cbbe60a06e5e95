//! The forms of a draft: its words and plan, and what's in it for single departments.

use crate::domain::announcements::{MAX_BODY, MAX_LINE, MAX_PLAN_TEXT, MAX_TITLE, Words};
use crate::domain::controls::{Control, DraftControl};
use crate::domain::departments::Department;
use crate::service::announcements::Loaded;
use crate::service::announcements::drafting::LINES_PER_FORM;
use crate::texts::message::{Field, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The form of a draft, filled with what it has. What is posted already has no time to plan.
pub fn form(texts: &Catalogue, language: &Language, loaded: &Loaded, control: DraftControl, has_plan: bool) -> Form {
    let mut fields = fields(texts, language, &loaded.announcement.words);
    if has_plan {
        fields.push(field(texts, language, "when", MAX_PLAN_TEXT, &loaded.announcement.plan.when_text));
    }
    Form {
        control: Control::Draft(loaded.announcement.at(), control),
        title: texts.say(language, "announce.form_title.words", values! {}),
        fields,
    }
}

/// The fields of what an announcement says, in whatever round.
pub(in crate::service::views) fn fields(texts: &Catalogue, language: &Language, words: &Words) -> Vec<Field> {
    let field = |name, max, value| field(texts, language, name, max, value);
    vec![
        Field { required: true, ..field("title", MAX_TITLE, &words.title) },
        Field { required: true, long: true, ..field("body", MAX_BODY, &words.body) },
        // Not required here, so that a draft without it is kept; nothing goes out without it.
        Field { long: true, ..field("benefit", MAX_LINE, &words.benefit) },
        Field { long: true, ..field("ask", MAX_LINE, &words.ask) },
    ]
}

fn field(texts: &Catalogue, language: &Language, name: &str, max: u16, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: texts.say(language, &format!("announce.form.{name}"), values! {}),
        long: false,
        required: false,
        max,
        value: value.to_owned(),
        hint: texts.say(language, &format!("announce.hint.{name}"), values! {}),
    }
}

/// The form with a line per department: `departments` are at most as many as a form holds.
pub fn benefits_form(texts: &Catalogue, language: &Language, loaded: &Loaded, departments: &[Department]) -> Form {
    let field = |department: &Department| Field {
        name: department.id.to_string(),
        label: department.name.to_string(),
        long: true,
        required: false,
        max: MAX_LINE,
        value: loaded.addressee(department).map_or_else(String::new, |part| part.benefit.clone()),
        hint: texts.say(language, "announce.hint.own_line", values! {}),
    };
    Form {
        control: Control::Draft(loaded.announcement.at(), DraftControl::Benefits),
        title: texts.say(language, "announce.form_title.benefits", values! {}),
        fields: departments.iter().take(LINES_PER_FORM).map(field).collect(),
    }
}

/// Which departments' lines are to be written, where one form can't hold them all.
pub fn benefits_pick(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Message {
    let departments: Vec<&Department> = loaded.chosen().collect();
    let select = Select {
        control: Control::Draft(loaded.announcement.at(), DraftControl::BenefitsFor),
        placeholder: texts.say(language, "announce.preview.departments", values! {}),
        options: departments.iter().map(|department| option(department, false)).collect(),
        min: 1,
        max: u8::try_from(LINES_PER_FORM.min(departments.len())).expect("at most five"),
    };
    let content = texts.say(language, "announce.preview.pick_lines", values! { count => LINES_PER_FORM });
    Message { content, rows: vec![Row::Select(select)], ..Message::default() }
}

pub(super) fn option(department: &Department, chosen: bool) -> SelectOption {
    SelectOption {
        value: department.id.to_string(),
        label: department.name.to_string(),
        description: String::new(),
        chosen,
    }
}
