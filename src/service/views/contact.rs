//! What leads read about the contact budget and quiet hours, and administrators about their settings.

use std::collections::BTreeMap;

use crate::domain::announcements::{Announcement, DraftAt};
use crate::domain::contact::{Contact, Span, Week};
use crate::domain::controls::{Control, DraftControl};
use crate::privacy::escaping::escape;
use crate::service::contact::{Forecast, Load};
use crate::service::views::{clip, moment, plain, short};
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many lines tell of weeks that get too much.
const LINES: usize = 4;

/// The lines of a preview: the cost, what is asked about it, and quiet hours.
pub fn forecast(
    texts: &Catalogue,
    language: &Language,
    forecast: &Forecast,
    announcement: &Announcement,
    asks: bool,
) -> Vec<String> {
    let mut lines = cost(texts, language, forecast);
    if asks {
        let key = match (announcement.edits, &announcement.plan.rule) {
            (Some(_), _) => "contact.preview.ask_changes",
            (None, Some(_)) => "contact.preview.ask_repeating",
            (None, None) => "contact.preview.ask",
        };
        lines.push(texts.say(language, key, values! {}));
    }
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

/// A line for each week and number of messages, by time: departments that get the same stand together.
fn loads(texts: &Catalogue, language: &Language, over: &[&Load], budget: u8) -> Vec<String> {
    let mut alike: BTreeMap<(Week, u32), Vec<String>> = BTreeMap::new();
    for load in over {
        alike.entry((load.week, load.messages)).or_default().push(escape(&load.department));
    }
    let line = |((week, messages), departments): (&(Week, u32), &Vec<String>)| {
        let week = format!("<t:{}:D>", week.begins.timestamp());
        let departments = short(&departments.join(", "), 200);
        let values = values! { departments => departments, count => *messages, week => week, budget => budget };
        texts.say(language, "contact.preview.over", values)
    };
    let mut lines: Vec<_> = alike.iter().take(LINES).map(line).collect();
    if alike.len() > LINES {
        lines.push(texts.say(language, "contact.preview.more", values! {}));
    }
    lines
}

/// What is to be done although it goes over the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Plan it.
    Schedule,
    /// Post it at once.
    PostNow,
    /// Save changes to something planned.
    Save,
}

/// What the preview's own buttons say where they go over the budget; the cost stands above them.
pub fn all_the_same(texts: &Catalogue, language: &Language, at: DraftAt, wish: Wish) -> Button {
    let (key, style, what) = match wish {
        Wish::PostNow => ("contact.confirm.post", ButtonStyle::Primary, DraftControl::PostAllTheSame),
        Wish::Schedule => ("contact.confirm.schedule", ButtonStyle::Success, DraftControl::ScheduleAllTheSame),
        Wish::Save => ("contact.confirm.save", ButtonStyle::Success, DraftControl::ScheduleAllTheSame),
    };
    Button { label: texts.say(language, key, values! {}), style, control: Control::Draft(at, what), disabled: false }
}

/// Asks before something goes over the budget whose cost its lead hasn't seen.
///
/// `repeats`: it is agreed to for all its runs.
pub fn confirm(
    texts: &Catalogue,
    language: &Language,
    at: DraftAt,
    forecast: &Forecast,
    wish: Wish,
    repeats: bool,
) -> Message {
    let mut lines = cost(texts, language, forecast);
    let ask = if wish == Wish::Save { "contact.confirm.ask_changes" } else { "contact.confirm.ask" };
    lines.push(texts.say(language, ask, values! {}));
    lines.extend(repeats.then(|| texts.say(language, "contact.confirm.all_runs", values! {})));
    let button = |key: &str, style, what| Button {
        label: texts.say(language, key, values! {}),
        style,
        control: Control::Draft(at, what),
        disabled: false,
    };
    let go = Button { style: ButtonStyle::Danger, ..all_the_same(texts, language, at, wish) };
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
