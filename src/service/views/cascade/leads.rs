//! What leads see of a cascade: in the draft, in their channel, and as a table.

use super::LEAD_TIME;
use crate::domain::announcements::MAX_PLAN_TEXT;
use crate::domain::cascades::LeadTime;
use crate::domain::contact::Quiet;
use crate::domain::controls::{CascadeControl, Control};
use crate::domain::departments::Department;
use crate::domain::ids::AnnouncementId;
use crate::privacy::escaping::escape;
use crate::report::roster::{Entry, roster};
use crate::service::announcements::Loaded;
use crate::service::announcements::cascade::standing::{Line, Progress, Standing, Told};
use crate::service::announcements::drafting::Preview;
use crate::service::announcements::overview::FEWEST;
use crate::service::announcements::responding::names;
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Field, Form, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// "Brief managers first…" on a draft.
pub fn edit_button(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Button {
    Button {
        label: texts.say(language, "cascade.draft.button", values! {}),
        style: if loaded.cascade.is_some() { ButtonStyle::Primary } else { ButtonStyle::Secondary },
        control: Control::Cascade(loaded.announcement.id, CascadeControl::Edit),
        disabled: false,
    }
}

/// The form that says when managers are briefed.
pub fn lead_time_form(texts: &Catalogue, language: &Language, loaded: &Loaded) -> Form {
    let zone = loaded.company.timezone;
    Form {
        control: Control::Cascade(loaded.announcement.id, CascadeControl::Edit),
        title: texts.say(language, "cascade.draft.form_title", values! {}),
        fields: vec![Field {
            name: LEAD_TIME.to_owned(),
            label: texts.say(language, "cascade.draft.field", values! {}),
            long: false,
            required: false,
            max: MAX_PLAN_TEXT,
            value: loaded.cascade.map_or_else(String::new, |cascade| cascade.lead_time.typed(zone)),
            hint: texts.say(language, "cascade.draft.hint", values! {}),
        }],
    }
}

/// What a draft's preview says about it.
pub fn notes(texts: &Catalogue, language: &Language, preview: &Preview) -> Vec<String> {
    let loaded = &preview.loaded;
    let Some(cascade) = loaded.cascade else { return Vec::new() };
    let mut lines = Vec::new();
    let list = |departments: Vec<&Department>| names(&departments.into_iter().cloned().collect::<Vec<_>>());
    let departments = list(loaded.briefed().collect());
    if !departments.is_empty() {
        lines.push(match (preview.brief, cascade.lead_time) {
            (Some(time), _) => {
                let values = values! { departments => departments, time => moment(time) };
                let planned = texts.say(language, "cascade.draft.planned", values);
                if loaded.announcement.plan.repeat_text.is_empty() {
                    planned
                } else {
                    format!("{planned} {}", texts.say(language, "cascade.draft.repeats", values! {}))
                }
            }
            (None, LeadTime::At(time)) => {
                let values = values! { departments => departments, time => moment(time) };
                texts.say(language, "cascade.draft.unplanned_at", values)
            }
            (None, lead) => {
                let values = values! { departments => departments, lead => lead.typed(loaded.company.timezone) };
                texts.say(language, "cascade.draft.unplanned", values)
            }
        });
    }
    lines.extend(quiet_hours(texts, language, preview, cascade.lead_time));
    let left_out = list(loaded.not_briefable().collect());
    if !left_out.is_empty() {
        lines.push(texts.say(language, "cascade.draft.left_out", values! { departments => left_out }));
    }
    if let Some(problem) = &preview.brief_problem {
        let problem = texts.say(language, problem.key, problem.values.clone());
        lines.push(texts.say(language, "cascade.draft.problem", values! { problem => problem }));
    }
    lines
}

/// That the brief goes out in quiet hours, or at another time because of them.
fn quiet_hours(texts: &Catalogue, language: &Language, preview: &Preview, lead: LeadTime) -> Option<String> {
    let loaded = &preview.loaded;
    let (brief, first) = preview.brief.zip(preview.runs.first().copied())?;
    let quiet = Quiet { hours: preview.contact.contact.quiet, zone: loaded.company.timezone };
    if quiet.holds(brief) {
        return Some(texts.say(language, "cascade.draft.quiet", values! { time => moment(brief) }));
    }
    let own = lead.due(first, loaded.announcement.plan.zone);
    let is_moved = own != brief && quiet.holds(own);
    is_moved.then(|| texts.say(language, "cascade.draft.moved", values! { time => moment(own) }))
}

/// A notice with a button by which leads may hold the announcement back.
pub fn notice(texts: &Catalogue, language: &Language, text: &str, announcement: AnnouncementId) -> Message {
    let mut message = plain(text.to_owned());
    message.rows.push(Row::Buttons(vec![Button {
        label: texts.say(language, "cascade.notice.pause", values! {}),
        style: ButtonStyle::Secondary,
        control: Control::Cascade(announcement, CascadeControl::Pause),
        disabled: false,
    }]));
    message
}

/// What leads see once one of them has paused it: the notice as it was, answered for all to see.
pub fn paused(texts: &Catalogue, language: &Language, loaded: &Loaded, notice: &str) -> Message {
    answered(texts, language, "cascade.notice.paused", loaded, notice)
}

/// What they see where there was nothing to pause any more.
pub fn not_paused(texts: &Catalogue, language: &Language, loaded: &Loaded, notice: &str) -> Message {
    answered(texts, language, "cascade.notice.not_paused", loaded, notice)
}

/// A notice without its button, and what came of it below. Two leads may press at once, and it is said once.
fn answered(texts: &Catalogue, language: &Language, key: &str, loaded: &Loaded, notice: &str) -> Message {
    let answer = texts.say(language, key, values! { title => escape(&loaded.announcement.words.title) });
    if notice.contains(&answer) {
        return plain(notice.to_owned());
    }
    let room = 2000 - answer.chars().count();
    plain(format!("{}\n\n{answer}", clip(notice.to_owned(), room.saturating_sub(2))))
}

/// The table: one message per code block, the times above the first.
pub fn standing(texts: &Catalogue, language: &Language, standing: &Standing) -> Vec<Message> {
    let say = |key: &str| texts.say(language, key, values! {});
    let entries: Vec<Entry> = standing.lines.iter().map(|line| entry(texts, language, line)).collect();
    let mut notes = Vec::new();
    let has = |wanted: Progress| standing.lines.iter().any(|line| line.progress == wanted);
    if entries.is_empty() {
        notes.push(say("cascade.table.none"));
    }
    if has(Progress::NoManagers) {
        notes.push(say("cascade.table.note_no_managers"));
    }
    if has(Progress::Failed) {
        notes.push(say("cascade.table.note_failed"));
    }
    if standing.lines.iter().any(|line| line.questions.is_none()) {
        notes.push(texts.say(language, "cascade.table.note_small", values! { fewest => FEWEST }));
    }
    let title = &standing.loaded.announcement.words.title;
    let heading = texts.say(language, "cascade.table.title", values! { title => title });
    let brief = standing.brief.map(|at| texts.say(language, "cascade.table.brief", values! { time => moment(at) }));
    let deadline = standing.loaded.cascade.and_then(|cascade| cascade.deadline);
    let deadline = deadline.map(|at| texts.say(language, "cascade.table.deadline", values! { time => moment(at) }));
    let above = brief.into_iter().chain(deadline).collect::<Vec<_>>().join("\n");
    let mut pages: Vec<Message> = roster(&heading, &entries, &notes).into_iter().map(plain).collect();
    match pages.first_mut() {
        Some(first) if above.len() + first.content.chars().count() < 2000 => {
            first.content = format!("{above}\n{}", first.content);
        }
        _ => pages.insert(0, plain(above)),
    }
    pages
}

fn entry(texts: &Catalogue, language: &Language, line: &Line) -> Entry {
    let (mark, word, told) = match line.progress {
        Progress::NoManagers => (' ', "no_managers", None),
        Progress::NotSent => (' ', "not_sent", None),
        Progress::Failed => ('!', "failed", None),
        Progress::Waiting => (' ', "waiting", None),
        Progress::Overdue => ('!', "overdue", None),
        Progress::Briefed(told) => ('+', if told.late { "late" } else { "briefed" }, Some(told)),
    };
    let mut details = told.map(|told| about(texts, language, told)).unwrap_or_default();
    if let Some(band) = line.questions {
        details.push(texts.say(language, "cascade.table.questions", values! { band => band.to_string() }));
    }
    let figure = texts.say(language, &format!("cascade.table.{word}"), values! {});
    Entry { mark, name: line.department.name.to_string(), figure, details }
}

fn about(texts: &Catalogue, language: &Language, told: Told) -> Vec<String> {
    let day =
        if told.first == told.last { told.first.to_string() } else { format!("{} – {}", told.first, told.last) };
    let mut lines = vec![texts.say(language, "cascade.table.managers", values! { count => told.managers, day => day })];
    if let Some(count) = told.attendance {
        lines.push(texts.say(language, "cascade.table.attendance", values! { count => count }));
    }
    lines
}
