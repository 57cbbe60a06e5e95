//! What readers get, each privately.

use super::filling::filled;
use crate::domain::controls::{AnnouncementControl, Control};
use crate::domain::departments::Department;
use crate::domain::ids::DeliveryId;
use crate::domain::labels::FearCode;
use crate::privacy::escaping::escape;
use crate::service::announcements::overview::{FEWEST, WORDS};
use crate::service::announcements::responding::{Kept, MAX_TEXT, Response, names};
use crate::service::views::{clip, plain};
use crate::texts::message::{Field, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// A message, or the form that follows.
pub fn response(
    texts: &Catalogue,
    language: &Language,
    delivery: DeliveryId,
    response: &Response,
) -> Result<Message, Form> {
    let say = |key: &str| texts.say(language, key, values! {});
    let name = |department: &Department| escape(department.name.as_str());
    Ok(match response {
        Response::Pick(what, departments) => pick(texts, language, Control::Announcement(delivery, *what), departments),
        Response::Understood { department, new } => {
            let department = department.as_ref().map(name).unwrap_or_default();
            plain(if *new {
                texts.say(language, "announce.respond.understood", values! { department => department })
            } else {
                texts.say(language, "announce.respond.understood_already", values! { department => department })
            })
        }
        Response::Benefit(department, line, company) => {
            let line = clip(filled(texts, language, company, &name(department), line), 1800);
            let values = values! { department => name(department), line => line };
            plain(texts.say(language, "announce.respond.benefit", values))
        }
        Response::PickFear(department) => fears(texts, language, delivery, department),
        Response::AskQuestion(department) => {
            let what = AnnouncementControl::QuestionForm { department: department.id };
            let words = ["announce.form_title.question", "announce.respond.question", "announce.hint.question"];
            return Err(form(Control::Announcement(delivery, what), words.map(say), true));
        }
        Response::AskWorry(department, fear) => {
            let what = AnnouncementControl::WorryForm { department: department.id, fear: *fear };
            let words = ["announce.form_title.worry", "announce.respond.worry", "announce.hint.worry"];
            return Err(form(Control::Announcement(delivery, what), words.map(say), false));
        }
        Response::QuestionKept(said) => {
            let keys = ["announce.respond.question_kept", "announce.respond.question_held"];
            kept(texts, language, keys, said)
        }
        Response::WorryKept(said) => {
            kept(texts, language, ["announce.respond.worry_kept", "announce.respond.worry_held"], said)
        }
    })
}

/// Asks people of several departments which one it is about.
pub(in crate::service::views) fn pick(
    texts: &Catalogue,
    language: &Language,
    control: Control,
    departments: &[Department],
) -> Message {
    let values = values! { departments => names(departments) };
    let options = departments.iter().map(|department| SelectOption {
        value: department.id.to_string(),
        label: department.name.to_string(),
        description: String::new(),
        chosen: false,
    });
    let placeholder = texts.say(language, "announce.respond.pick_department", values! {});
    let select = Select { control, placeholder, options: options.take(25).collect(), min: 1, max: 1 };
    let content = texts.say(language, "common.error.department_several", values);
    Message { content, rows: vec![Row::Select(select)], ..Message::default() }
}

fn fears(texts: &Catalogue, language: &Language, delivery: DeliveryId, department: &Department) -> Message {
    let options = FearCode::ALL.iter().map(|fear| SelectOption {
        value: fear.code().to_owned(),
        label: texts.label(language, *fear),
        description: texts.explain(language, *fear),
        chosen: false,
    });
    let what = AnnouncementControl::Fear { department: department.id };
    let select = Select {
        control: Control::Announcement(delivery, what),
        placeholder: texts.say(language, "announce.respond.pick_fear", values! {}),
        options: options.collect(),
        min: 1,
        max: 1,
    };
    let department = escape(department.name.as_str());
    let values = values! { department => department, fewest => FEWEST, words => WORDS };
    let content = texts.say(language, "announce.respond.fears", values);
    Message { content, rows: vec![Row::Select(select)], ..Message::default() }
}

fn form(control: Control, [title, label, hint]: [String; 3], required: bool) -> Form {
    let field =
        Field { name: "text".to_owned(), label, long: true, required, max: MAX_TEXT, value: String::new(), hint };
    Form { control, title, fields: vec![field] }
}

/// What becomes of it: the first text where leads may come to see it, else the second.
fn kept(texts: &Catalogue, language: &Language, keys: [&str; 2], said: &Kept) -> Message {
    let key = keys[usize::from(!said.is_seen)];
    let mut lines = vec![texts.say(language, key, values! { fewest => FEWEST, words => WORDS })];
    if said.masked {
        lines.push(texts.say(language, "announce.respond.masked", values! {}));
    }
    plain(lines.join("\n"))
}
