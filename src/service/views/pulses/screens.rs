//! The private screens on which a person answers: start, one statement at a time, fears, comment, end.
//!
//! Statements are in the words of the launch; everything around them in the reader's language.

use super::button;
use crate::domain::controls::{Control, PulseControl};
use crate::domain::labels::FearCode;
use crate::domain::pulses::{Choice, MAX_COMMENT, MAX_FEARS, Point, QuestionSet};
use crate::domain::snapshot::Group;
use crate::domain::waves::AskedDepartment;
use crate::privacy::escaping::escape;
use crate::service::pulses::Wave;
use crate::service::pulses::answering::Session;
use crate::service::views::moment;
use crate::texts::message::{Button, ButtonStyle, Embed, Field, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The name of the comment's field.
pub const COMMENT_FIELD: &str = "comment";

/// Before the first statement: what is stored, when it becomes anonymous, under what the answers count.
pub fn start(texts: &Catalogue, language: &Language, session: &Session) -> Message {
    let wave = &session.open.wave;
    let values = values! { title => &wave.set.title, count => wave.set.items.len(), closes => moment(wave.closes_at),
    threshold => wave.thresholds.score(), comment_threshold => wave.thresholds.comment(),
    group => group(texts, language, session) };
    let begin = button(texts, language, "pulse.start.begin", ButtonStyle::Primary, wave.id, show(0));
    let content = texts.say(language, "pulse.start.text", values);
    Message { content, rows: vec![Row::Buttons(vec![begin])], ..Message::default() }
}

/// Where the person left off.
pub fn resumed(texts: &Catalogue, language: &Language, session: &Session) -> Message {
    let mut message = screen(texts, language, session, session.first_open(), false);
    if !session.response.finished {
        let values = values! { group => group(texts, language, session) };
        let welcome = texts.say(language, "pulse.start.welcome_back", values);
        message.content = format!("{welcome}\n\n{}", message.content);
    }
    message
}

/// Which of several departments is it?
pub fn choose_department(
    texts: &Catalogue,
    language: &Language,
    wave: &Wave,
    departments: &[AskedDepartment],
) -> Message {
    let names: Vec<_> = departments.iter().map(|department| format!("**{}**", escape(&department.name))).collect();
    let options = departments.iter().map(|department| SelectOption {
        value: department.id.to_string(),
        label: department.name.clone(),
        description: String::new(),
        chosen: false,
    });
    let select = Select {
        control: Control::Pulse(wave.id, PulseControl::Department),
        placeholder: texts.say(language, "pulse.department.hint", values! {}),
        options: options.take(25).collect(),
        min: 1,
        max: 1,
    };
    let values = values! { title => &wave.set.title, departments => names.join(", ") };
    let content = texts.say(language, "pulse.department.text", values);
    Message { content, rows: vec![Row::Select(select)], ..Message::default() }
}

/// Screen number `place`: the statements from 0, then fears, comment, end. `saved` tells that a tap has been stored.
pub fn screen(texts: &Catalogue, language: &Language, session: &Session, place: usize, saved: bool) -> Message {
    let items = session.items();
    let message = match place {
        place if place < items => statement(texts, language, session, place),
        place if place == items => fears(texts, language, session),
        place if place == items + 1 => comment(texts, language, session, 0),
        _ => end(texts, language, session),
    };
    if saved { with_saved(texts, language, message) } else { message }
}

fn with_saved(texts: &Catalogue, language: &Language, mut message: Message) -> Message {
    message.content = format!("{}\n{}", message.content, texts.say(language, "pulse.screen.saved", values! {}));
    message
}

fn statement(texts: &Catalogue, language: &Language, session: &Session, place: usize) -> Message {
    let wave = &session.open.wave;
    let item = &wave.set.items[place];
    let given = session.response.choices.get(&item.id);
    let number = u8::try_from(place).unwrap_or(u8::MAX);
    let answer = |point: Option<u8>| PulseControl::Answer { item: number, point };
    let chosen = |is: bool| if is { ButtonStyle::Success } else { ButtonStyle::Secondary };
    let points = Point::ALL.map(|point| {
        let style = chosen(given == Some(&Choice::Point(point)));
        let key = format!("common.scale.point_{}", point.get());
        button(texts, language, &key, style, wave.id, answer(Some(point.get())))
    });
    let cant_say = chosen(given == Some(&Choice::CantSay));
    let mut below = back(texts, language, session, place);
    below.push(button(texts, language, "common.answer.cant_say", cant_say, wave.id, answer(None)));
    let content = statement_text(texts, language, &wave.set, place);
    Message { content, rows: vec![Row::Buttons(points.into()), Row::Buttons(below)], ..Message::default() }
}

/// "Statement 3 of 7", a bar, the statement.
pub(super) fn statement_text(texts: &Catalogue, language: &Language, set: &QuestionSet, place: usize) -> String {
    let total = set.items.len();
    let bar = format!("{}{}", "▰".repeat(place + 1), "▱".repeat(total.saturating_sub(place + 1)));
    let values =
        values! { number => place + 1, total => total, bar => bar, statement => set.items[place].text.as_str() };
    texts.say(language, "pulse.screen.statement", values)
}

fn fears(texts: &Catalogue, language: &Language, session: &Session) -> Message {
    let wave = &session.open.wave;
    let named = session.response.fears.as_ref();
    let option = |fear: &FearCode| SelectOption {
        value: fear.code().to_owned(),
        label: texts.say(language, &format!("common.fear.{}.label", fear.code()), values! {}),
        description: texts.say(language, &format!("common.fear.{}.plain", fear.code()), values! {}),
        chosen: named.is_some_and(|named| named.contains(fear)),
    };
    let select = Select {
        control: Control::Pulse(wave.id, PulseControl::Fears),
        placeholder: texts.say(language, "pulse.fears.hint", values! { max => MAX_FEARS }),
        options: FearCode::ALL.iter().map(option).collect(),
        min: 0,
        max: u8::try_from(MAX_FEARS).expect("three"),
    };
    let none = named.is_some_and(|named| named.is_empty());
    let none_style = if none { ButtonStyle::Success } else { ButtonStyle::Secondary };
    let mut below = back(texts, language, session, session.items());
    below.push(button(texts, language, "pulse.fears.none", none_style, wave.id, PulseControl::NoFears));
    if named.is_some_and(|named| !named.is_empty()) {
        let next = show(session.items() + 1);
        below.push(button(texts, language, "pulse.fears.next", ButtonStyle::Primary, wave.id, next));
    }
    let content = texts.say(language, "pulse.fears.text", values! { prompt => &wave.set.fears_prompt });
    Message { content, rows: vec![Row::Select(select), Row::Buttons(below)], ..Message::default() }
}

/// The comment's screen after the form; `masked` is how much of what was written has been masked.
pub fn comment_saved(texts: &Catalogue, language: &Language, session: &Session, masked: u32) -> Message {
    with_saved(texts, language, comment(texts, language, session, masked))
}

fn comment(texts: &Catalogue, language: &Language, session: &Session, masked: u32) -> Message {
    let wave = &session.open.wave;
    let written = session.response.comment.as_deref();
    let values = values! { prompt => &wave.set.comment_prompt, threshold => wave.thresholds.comment() };
    let mut content = texts.say(language, "pulse.comment.text", values);
    if masked > 0 {
        content = format!("{content}\n{}", texts.say(language, "pulse.comment.masked", values! { count => masked }));
    }
    let preview = |text: &str| Embed {
        title: texts.say(language, "pulse.comment.preview", values! {}),
        description: escape(text),
        ..Embed::default()
    };
    let write = if written.is_some() { "pulse.comment.change" } else { "pulse.comment.write" };
    let mut buttons = back(texts, language, session, session.items() + 1);
    buttons.push(button(texts, language, write, ButtonStyle::Secondary, wave.id, PulseControl::Comment));
    buttons.push(button(texts, language, "pulse.comment.finish", ButtonStyle::Primary, wave.id, PulseControl::Finish));
    let embeds = written.map(preview).into_iter().collect();
    Message { content, embeds, rows: vec![Row::Buttons(buttons)], ..Message::default() }
}

/// The form of the comment, with what stands there already.
pub fn comment_form(texts: &Catalogue, language: &Language, session: &Session) -> Form {
    Form {
        control: Control::Pulse(session.open.wave.id, PulseControl::Comment),
        title: texts.say(language, "pulse.comment.form_title", values! {}),
        fields: vec![Field {
            name: COMMENT_FIELD.to_owned(),
            label: texts.say(language, "pulse.comment.label", values! {}),
            long: true,
            required: false,
            max: u16::try_from(MAX_COMMENT).expect("hundreds"),
            value: session.response.comment.as_deref().unwrap_or_default().chars().take(MAX_COMMENT).collect(),
            hint: texts.say(language, "pulse.comment.hint", values! {}),
        }],
    }
}

/// "Thank you": what happens next, and the way back.
fn end(texts: &Catalogue, language: &Language, session: &Session) -> Message {
    let wave = &session.open.wave;
    let mut content = texts.say(language, "pulse.end.thanks", values! { closes => moment(wave.closes_at) });
    if session.unanswered() > 0 {
        let open = texts.say(language, "pulse.end.unanswered", values! { count => session.unanswered() });
        content = format!("{content}\n{open}");
    }
    let change = button(texts, language, "pulse.end.change", ButtonStyle::Secondary, wave.id, show(0));
    Message { content, rows: vec![Row::Buttons(vec![change])], ..Message::default() }
}

/// Under what the answers count, as a sentence.
fn group(texts: &Catalogue, language: &Language, session: &Session) -> String {
    let wave = &session.open.wave;
    match (session.group(), session.department()) {
        (Group::Department(name), _) => {
            texts.say(language, "pulse.start.group", values! { department => escape(&name) })
        }
        (_, Some(name)) => texts.say(language, "pulse.start.group_pooled", values! { department => escape(name) }),
        (_, None) if wave.partition.has_other() => texts.say(language, "pulse.start.group_late", values! {}),
        (_, None) => {
            texts.say(language, "pulse.start.group_late_few", values! { threshold => wave.thresholds.score() })
        }
    }
}

fn back(texts: &Catalogue, language: &Language, session: &Session, place: usize) -> Vec<Button> {
    let before = place.checked_sub(1).map(show);
    let back = |to| button(texts, language, "common.answer.back", ButtonStyle::Secondary, session.open.wave.id, to);
    before.map(back).into_iter().collect()
}

fn show(place: usize) -> PulseControl {
    PulseControl::Show { screen: u8::try_from(place).unwrap_or(u8::MAX) }
}
