//! A draft as its author sees it: the form, the preview, the lines per department, and what came of it.

use super::post::frame;
use crate::domain::announcements::{MAX_BODY, MAX_LINE, MAX_PLAN_TEXT, MAX_TITLE};
use crate::domain::controls::{Control, DraftControl};
use crate::domain::departments::Department;
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::drafting::{LINES_PER_FORM, Preview};
use crate::service::announcements::launching::Launched;
use crate::service::views::{contact, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Field, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The form of a draft, filled with what it has.
pub fn form(texts: &Catalogue, language: &Language, loaded: &Loaded, control: DraftControl) -> Form {
    let (words, plan) = (&loaded.announcement.words, &loaded.announcement.plan);
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
        control: Control::Draft(loaded.announcement.id, control),
        title: texts.say(language, "announce.form_title.words", values! {}),
        fields: vec![
            field("title", MAX_TITLE, false, true, &words.title),
            field("body", MAX_BODY, true, true, &words.body),
            // Not required here, so that a draft without it is kept; nothing goes out without it.
            field("benefit", MAX_LINE, true, false, &words.benefit),
            field("ask", MAX_LINE, true, false, &words.ask),
            field("when", MAX_PLAN_TEXT, false, false, &plan.when_text),
        ],
    }
}

/// The preview: what is planned and what is missing, the post as it will look, and what to do with it.
pub fn preview(texts: &Catalogue, language: &Language, preview: &Preview) -> Message {
    let loaded = &preview.loaded;
    let embed = frame(texts, language, &loaded.announcement.words);
    Message {
        content: notes(texts, language, preview).join("\n"),
        embeds: vec![embed],
        rows: rows(texts, language, loaded),
        ..Message::default()
    }
}

fn notes(texts: &Catalogue, language: &Language, preview: &Preview) -> Vec<String> {
    let (loaded, plan) = (&preview.loaded, &preview.loaded.announcement.plan);
    let say = |key: &str| texts.say(language, key, values! {});
    let mut lines = vec![say("announce.preview.head")];
    let departments = departments(loaded);
    if departments.is_empty() {
        lines.push(say("announce.preview.nowhere"));
    } else {
        lines.push(texts.say(language, "announce.preview.goes_to", values! { departments => departments }));
    }
    if let Some(process) = loaded.announcement.process {
        let process = texts.label(language, process);
        lines.push(texts.say(language, "announce.preview.process", values! { process => process }));
    }
    match (&preview.problem, preview.runs.as_slice()) {
        (Some(problem), _) => {
            let problem = texts.say(language, problem.key, problem.values.clone());
            lines.push(texts.say(language, "announce.preview.problem", values! { problem => problem }));
        }
        (None, []) => lines.push(say("announce.preview.by_hand")),
        (None, [once]) if plan.rule.is_none() => {
            lines.push(texts.say(language, "announce.preview.once", values! { time => moment(*once) }));
        }
        (None, runs) => {
            let repeat = escape(&plan.repeat_text);
            lines.push(texts.say(language, "announce.preview.repeats", values! { repeat => repeat }));
            lines.extend(runs.iter().map(|run| format!("- {}", moment(*run))));
        }
    }
    if let Some((before, after)) = preview.clocks_change {
        let values = values! { before => moment(before), after => moment(after), zone => plan.zone.name() };
        lines.push(texts.say(language, "announce.preview.clocks", values));
    }
    lines.extend(crate::service::views::cascade::notes(texts, language, preview));
    lines.extend(contact::forecast(texts, language, &preview.contact, &loaded.announcement));
    for (channel, lacking) in preview.lacking.iter().take(5) {
        let channel = format!("<#{channel}>");
        lines.push(match lacking {
            Some(missing) => {
                let names = missing.iter().map(|one| say(&format!("common.permission.{}.label", one.code())));
                let permissions = names.collect::<Vec<_>>().join(", ");
                let values = values! { channel => channel, permissions => permissions };
                texts.say(language, "announce.preview.lacking", values)
            }
            None => texts.say(language, "announce.preview.gone", values! { channel => channel }),
        });
    }
    if loaded.announcement.words.benefit.is_empty() {
        lines.push(say("announce.preview.benefit_missing"));
    }
    let own = loaded.addressees.iter().filter(|part| part.chosen && !part.benefit.is_empty()).count();
    if own > 0 {
        lines.push(texts.say(language, "announce.preview.own_lines", values! { count => own }));
    }
    lines
}

fn rows(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Vec<Row> {
    let id = loaded.announcement.id;
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Draft(id, what),
        disabled: false,
    };
    let buttons = vec![
        button("announce.preview.schedule", ButtonStyle::Success, DraftControl::Schedule),
        button("announce.preview.post_now", ButtonStyle::Primary, DraftControl::PostNow),
        button("announce.preview.edit", ButtonStyle::Secondary, DraftControl::Edit),
        button("announce.preview.benefits", ButtonStyle::Secondary, DraftControl::Benefits),
        button("announce.preview.discard", ButtonStyle::Danger, DraftControl::Discard),
    ];
    let managers = Row::Buttons(vec![crate::service::views::cascade::edit_button(texts, language, loaded)]);
    let departments = &loaded.departments;
    if departments.is_empty() {
        return vec![Row::Buttons(buttons), managers];
    }
    let chosen = |department: &Department| loaded.addressee(department).is_some_and(|part| part.chosen);
    let select = Select {
        control: Control::Draft(id, DraftControl::Departments),
        placeholder: texts.say(language, "announce.preview.departments", values! {}),
        options: departments.iter().map(|department| option(department, chosen(department))).collect(),
        min: 1,
        max: u8::try_from(departments.len()).unwrap_or(25).min(25),
    };
    vec![Row::Select(select), Row::Buttons(buttons), managers]
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
        control: Control::Draft(loaded.announcement.id, DraftControl::Benefits),
        title: texts.say(language, "announce.form_title.benefits", values! {}),
        fields: departments.iter().take(LINES_PER_FORM).map(field).collect(),
    }
}

/// Which departments' lines are to be written, where one form can't hold them all.
pub fn benefits_pick(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Message {
    let departments: Vec<&Department> = loaded.chosen().collect();
    let select = Select {
        control: Control::Draft(loaded.announcement.id, DraftControl::BenefitsFor),
        placeholder: texts.say(language, "announce.preview.departments", values! {}),
        options: departments.iter().map(|department| option(department, false)).collect(),
        min: 1,
        max: u8::try_from(LINES_PER_FORM.min(departments.len())).expect("at most five"),
    };
    let content = texts.say(language, "announce.preview.pick_lines", values! { count => LINES_PER_FORM });
    Message { content, rows: vec![Row::Select(select)], ..Message::default() }
}

fn option(department: &Department, chosen: bool) -> SelectOption {
    SelectOption {
        value: department.id.to_string(),
        label: department.name.to_string(),
        description: String::new(),
        chosen,
    }
}

/// Whom it goes to, by name: leads don't see every department's channel.
fn departments(loaded: &Loaded) -> String {
    loaded.chosen().map(|department| escape(department.name.as_str())).collect::<Vec<_>>().join(", ")
}

/// "Planned for …" or "On its way …".
pub fn launched(texts: &Catalogue, language: &Language, launched: &Launched, now: bool) -> Message {
    let title = escape(&launched.loaded.announcement.words.title);
    let departments = departments(&launched.loaded);
    let mut lines = vec![if now {
        texts.say(language, "announce.done.posting", values! { title => title, departments => departments })
    } else {
        let values = values! { title => title, departments => departments, time => moment(launched.first) };
        texts.say(language, "announce.done.scheduled", values)
    }];
    if let Some(time) = launched.brief {
        lines.push(texts.say(language, "cascade.done.planned", values! { time => moment(time) }));
    }
    if let Some(next) = launched.next {
        lines.push(texts.say(language, "announce.done.next", values! { time => moment(next) }));
    }
    plain(lines.join("\n"))
}

/// "Thrown away."
pub fn discarded(texts: &Catalogue, language: &Language) -> Message {
    plain(texts.say(language, "announce.done.discarded", values! {}))
}
