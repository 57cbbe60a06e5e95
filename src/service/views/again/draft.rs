//! The draft of a later round, as its lead sees it.

use crate::domain::controls::{AgainControl, ApprovalControl, Control};
use crate::domain::departments::Department;
use crate::domain::ids::UserId;
use crate::domain::rounds::{MOST_ROUNDS, Round};
use crate::privacy::escaping::escape;
use crate::service::announcements::Loaded;
use crate::service::announcements::again::approving::Decided;
use crate::service::announcements::again::writing::{Asked, CalledOff, Draft, Proposed};
use crate::service::announcements::responding::names;
use crate::service::views::announcements::{fields, frame};
use crate::service::views::contact::cost;
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Form, Message, Row, Select, SelectOption};
use crate::texts::{Catalogue, Language};
use crate::values;

/// What it is for, the words so far, and what this lead can do.
pub fn draft(texts: &Catalogue, language: &Language, draft: &Draft, lead: UserId) -> Message {
    let (loaded, round) = (&draft.loaded, &draft.round);
    let say = |key: &str| texts.say(language, key, values! {});
    let title = escape(&loaded.announcement.words.title);
    let head = values! { title => title, round => round.number, rounds => MOST_ROUNDS };
    let mut lines: Vec<_> = draft.overtaken.then(|| say("announce.preview.overtaken")).into_iter().collect();
    lines.push(texts.say(language, "again.draft.head", head));
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
    lines.extend(cost(texts, language, &draft.contact));
    if let Some((by, at)) = round.sought {
        let values = values! { who => format!("<@{by}>"), time => moment(at) };
        lines.push(texts.say(language, "announce.preview.asked", values));
        lines.extend((by == lead).then(|| say("again.draft.own")));
    }
    if let Some(problem) = &draft.problem {
        let problem = texts.say(language, problem.key, problem.values.clone());
        lines.push(texts.say(language, "again.draft.problem", values! { problem => problem }));
    }
    let first = departments.first().or(draft.possible.first());
    let first = first.map(|one| escape(one.name.as_str())).unwrap_or_default();
    let mut embed = frame(texts, language, &loaded.company, &round.words, &first);
    embed.footer = say("again.post.footer");
    let mut rows = rows(texts, language, draft);
    // The leads' channel may never have had the question, or may have been cleared since.
    rows.extend(round.sought.map(|(by, _)| decide_row(texts, language, round, by != lead)));
    Message { content: lines.join("\n"), embeds: vec![embed], rows, ..Message::default() }
}

fn chosen(draft: &Draft) -> Vec<Department> {
    draft.loaded.departments_of(&draft.round).cloned().collect()
}

fn rows(texts: &Catalogue, language: &Language, draft: &Draft) -> Vec<Row> {
    let at = draft.round.at();
    let button = |key: &str, style, what, disabled| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Again(at, what),
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
        control: Control::Again(at, AgainControl::Departments),
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
    Form {
        control: Control::Again(draft.round.at(), AgainControl::Write),
        title: texts.say(language, "again.draft.form_title", values! {}),
        fields: fields(texts, language, &draft.round.words),
    }
}

/// The draft; or that the last round is still to be posted, which can be called off.
pub fn proposed(texts: &Catalogue, language: &Language, proposed: &Proposed, lead: UserId) -> Message {
    match proposed {
        Proposed::Draft(draft) => self::draft(texts, language, draft, lead),
        Proposed::Waits(draft, early) => {
            let mut lines: Vec<_> = waiting(texts, language, &draft.loaded, &draft.round).into_iter().collect();
            lines.push(texts.say(language, early.key, early.values.clone()));
            with_call_off(texts, language, lines.join("\n"), &draft.round)
        }
    }
}

/// In which departments a round that was asked for is still to be posted; nothing if in none.
pub(in crate::service::views) fn waiting(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    round: &Round,
) -> Option<String> {
    let is_waiting = |one: &&Department| round.waiting().any(|waiting| waiting == one.id);
    let departments: Vec<Department> = loaded.departments.iter().filter(is_waiting).cloned().collect();
    let asked = round.asked_at.filter(|_| !departments.is_empty())?;
    let values = values! { round => round.number, departments => names(&departments), time => moment(asked) };
    Some(texts.say(language, &format!("again.waiting.{}", round.sender().code()), values))
}

/// *Call it off*.
pub(in crate::service::views) fn call_off_row(texts: &Catalogue, language: &Language, round: &Round) -> Row {
    Row::Buttons(vec![Button {
        label: texts.say(language, "again.waiting.call_off", values! {}),
        style: ButtonStyle::Danger,
        control: Control::Again(round.at(), AgainControl::CallOff),
        disabled: false,
    }])
}

fn with_call_off(texts: &Catalogue, language: &Language, text: String, round: &Round) -> Message {
    let mut message = plain(text);
    message.rows.push(call_off_row(texts, language, round));
    message
}

/// "Asked: …", with a way back; or that a second lead is asked first.
pub fn asked(texts: &Catalogue, language: &Language, asked: &Asked, lead: UserId) -> Message {
    match asked {
        Asked::Overtaken(draft) => self::draft(texts, language, draft, lead),
        Asked::Senders(draft) => with_call_off(texts, language, asked_text(texts, language, draft), &draft.round),
        Asked::SecondLead(draft) => {
            let title = escape(&draft.loaded.announcement.words.title);
            plain(texts.say(language, "announce.done.asked", values! { title => title }))
        }
    }
}

fn asked_text(texts: &Catalogue, language: &Language, draft: &Draft) -> String {
    let key = format!("again.asked.{}", draft.round.sender().code());
    texts.say(language, &key, values! { departments => names(&chosen(draft)) })
}

/// "Called off: …".
pub fn called_off(texts: &Catalogue, language: &Language, called_off: &CalledOff) -> Message {
    let key = if called_off.is_draft { "again.called_off.draft" } else { "again.called_off.partly" };
    let title = escape(&called_off.draft.loaded.announcement.words.title);
    let values = values! {
        title => title,
        round => called_off.draft.round.number,
        departments => names(&called_off.departments),
    };
    plain(texts.say(language, key, values))
}

/// The question to a second lead: who is to say it, and in what words.
pub fn question(texts: &Catalogue, language: &Language, draft: &Draft, text: &str) -> Message {
    let (round, departments) = (&draft.round, chosen(draft));
    let key = format!("again.draft.{}", round.sender().code());
    let who = texts.say(language, &key, values! { departments => names(&departments) });
    let first = departments.first().map(|one| escape(one.name.as_str())).unwrap_or_default();
    let mut embed = frame(texts, language, &draft.loaded.company, &round.words, &first);
    embed.footer = texts.say(language, "again.post.footer", values! {});
    let lines: Vec<_> = [text.to_owned(), who].into_iter().chain(cost(texts, language, &draft.contact)).collect();
    let content = clip(lines.join("\n"), 2000);
    Message { content, embeds: vec![embed], rows: vec![decide_row(texts, language, round, true)], ..Message::default() }
}

/// *Send back*, and *Approve* for whoever may: in the leads' channel everyone, but not whoever asked.
fn decide_row(texts: &Catalogue, language: &Language, round: &Round, may_approve: bool) -> Row {
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Again(round.at(), AgainControl::Decide(what)),
        disabled: false,
    };
    let approve = || button("announce.approval.approve", ButtonStyle::Success, ApprovalControl::Approve);
    let mut buttons: Vec<_> = may_approve.then(approve).into_iter().collect();
    buttons.push(button("announce.approval.send_back", ButtonStyle::Secondary, ApprovalControl::SendBack));
    Row::Buttons(buttons)
}

/// What a second lead decided, for all leads to see.
pub fn decided(texts: &Catalogue, language: &Language, by: UserId, decided: &Decided) -> Message {
    let who = format!("<@{by}>");
    if decided.approved {
        let approved = texts.say(language, "announce.approval.approved", values! { who => who });
        return plain(format!("{approved}\n{}", asked_text(texts, language, &decided.draft)));
    }
    let announcement = &decided.draft.loaded.announcement;
    let title = escape(&announcement.words.title);
    plain(texts.say(language, "again.approval.sent_back", values! { who => who, title => title }))
}

/// "Thrown away."
pub fn discarded(texts: &Catalogue, language: &Language) -> Message {
    plain(texts.say(language, "again.draft.discarded", values! {}))
}
