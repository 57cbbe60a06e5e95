//! What leads read about the contact budget and quiet hours, and administrators about their settings.

use crate::domain::announcements::{Announcement, DraftAt};
use crate::domain::contact::{Contact, Span};
use crate::domain::controls::{Control, DraftControl};
use crate::privacy::escaping::escape;
use crate::service::contact::{Forecast, Load};
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many departments are named that would get too much.
const NAMED: usize = 6;

/// The lines of a preview: the cost, and quiet hours.
pub fn forecast(
    texts: &Catalogue,
    language: &Language,
    forecast: &Forecast,
    announcement: &Announcement,
) -> Vec<String> {
    let mut lines = cost(texts, language, forecast);
    if let Some((run, end)) = forecast.quiet {
        lines.push(if announcement.plan.rule.is_some() {
            let values = values! { time => moment(run), end => moment(end) };
            texts.say(language, "contact.preview.waits", values)
        } else {
            texts.say(language, "contact.preview.quiet", values! { time => moment(run) })
        });
    }
    lines
}

/// What it costs: who would get more than was agreed on, or that nobody would.
pub fn cost(texts: &Catalogue, language: &Language, forecast: &Forecast) -> Vec<String> {
    let Some(budget) = forecast.contact.budget else { return Vec::new() };
    let over: Vec<_> = forecast.over().collect();
    if over.is_empty() {
        let most = forecast.loads.first().map(|load| load.messages);
        let line =
            |most: u32| texts.say(language, "contact.preview.within", values! { count => most, budget => budget });
        return most.map(line).into_iter().collect();
    }
    loads(texts, language, &over, budget)
}

fn loads(texts: &Catalogue, language: &Language, over: &[&Load], budget: u8) -> Vec<String> {
    let line = |load: &&Load| {
        let week = format!("<t:{}:D>", load.week.begins.timestamp());
        let values =
            values! { department => escape(&load.department), count => load.messages, week => week, budget => budget };
        texts.say(language, "contact.preview.over", values)
    };
    let mut lines: Vec<_> = over.iter().take(NAMED).map(line).collect();
    if over.len() > NAMED {
        lines.push(texts.say(language, "contact.preview.more", values! { count => over.len() - NAMED }));
    }
    lines
}

/// Asks once more before something goes over the budget.
pub fn confirm(texts: &Catalogue, language: &Language, at: DraftAt, forecast: &Forecast, at_once: bool) -> Message {
    let mut lines = cost(texts, language, forecast);
    lines.push(texts.say(language, "contact.confirm.ask", values! {}));
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Draft(at, what),
        disabled: false,
    };
    let go = if at_once {
        button("contact.confirm.post", ButtonStyle::Danger, DraftControl::PostAllTheSame)
    } else {
        button("contact.confirm.schedule", ButtonStyle::Danger, DraftControl::ScheduleAllTheSame)
    };
    let back = button("contact.confirm.back", ButtonStyle::Secondary, DraftControl::Preview);
    let mut message = plain(clip(lines.join("\n"), 2000));
    message.rows.push(Row::Buttons(vec![back, go]));
    message
}

/// What leads are asked when the time of a posting has come and it is too much by now.
pub fn asks(texts: &Catalogue, language: &Language, title: &str, over: &[Load], budget: u8) -> String {
    let mut lines = vec![texts.say(language, "contact.notice.over", values! { title => title })];
    lines.extend(loads(texts, language, &over.iter().collect::<Vec<_>>(), budget));
    lines.push(texts.say(language, "contact.notice.ask", values! {}));
    clip(lines.join("\n"), 2000)
}

/// How it stands, for the checklist.
pub fn settings(texts: &Catalogue, language: &Language, contact: &Contact) -> Vec<String> {
    let span = |span: Option<Span>| match span {
        None => texts.say(language, "contact.status.no_span", values! {}),
        Some(Span::WholeDay) => texts.say(language, "contact.status.all_day", values! {}),
        Some(span) => span.to_string(),
    };
    let quiet = contact.quiet;
    vec![
        match contact.budget {
            Some(budget) => texts.say(language, "contact.status.budget", values! { count => budget }),
            None => texts.say(language, "contact.status.no_budget", values! {}),
        },
        if quiet.weekdays.is_none() && quiet.weekend.is_none() {
            texts.say(language, "contact.status.no_quiet_hours", values! {})
        } else {
            let values = values! { weekdays => span(quiet.weekdays), weekend => span(quiet.weekend) };
            texts.say(language, "contact.status.quiet_hours", values)
        },
    ]
}

/// "Saved. This is how it stands now: …".
pub fn saved(texts: &Catalogue, language: &Language, contact: &Contact) -> Message {
    let content = texts.say(language, "setup.company.saved", values! {});
    plain(format!("{content}\n{}", settings(texts, language, contact).join("\n")))
}
