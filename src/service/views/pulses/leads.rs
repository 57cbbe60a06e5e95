//! What leads see of waves and series: launched, how each stands, the list, and a preview of a question set.

use chrono::{DateTime, Utc};

use super::screens::statement_text;
use crate::domain::banding::Participation;
use crate::domain::follow_ups::{FollowUp, FollowUpState};
use crate::domain::labels::Phase;
use crate::domain::pulses::QuestionSet;
use crate::domain::rhythm::Rhythm;
use crate::domain::snapshot::Group;
use crate::domain::waves::{AskedDepartment, Post, UNSURE, WaveState};
use crate::privacy::escaping::escape;
use crate::service::contact::Forecast;
use crate::service::pulses::Wave;
use crate::service::pulses::launching::Launched;
use crate::service::pulses::overview::{Listing, Overview, Status, Suggestions};
use crate::service::views::{self, moment, plain};
use crate::store::pulse_series::Series;
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The most waves that a list shows.
const MOST_LISTED: usize = 15;

/// "Launched: …", or "Planned: …".
pub fn launched(texts: &Catalogue, language: &Language, launched: &Launched) -> Message {
    let wave = &launched.wave;
    let values = values! { title => &wave.set.title, count => wave.set.items.len(), closes => moment(wave.closes_at) };
    let mut lines = vec![match wave.state {
        WaveState::Planned => {
            let values = values.with("opens", moment(wave.opens_at));
            texts.say(language, "pulse.launch.planned", values)
        }
        _ => texts.say(language, "pulse.launch.text", values),
    }];
    lines.extend(match launched.by_phase {
        Some(phase) => Some(by_phase(texts, language, phase)),
        None if launched.has_no_date => Some(texts.say(language, "pulse.launch.no_phase", values! {})),
        None => None,
    });
    lines.extend(departments(texts, language, wave, &launched.asked));
    if let Some((often, next)) = launched.again {
        let values = values! { rhythm => rhythm(texts, language, often), time => moment(next) };
        lines.push(texts.say(language, "pulse.launch.again", values));
    }
    if wave.state == WaveState::Open {
        lines.extend(troubles(texts, language, &launched.posts));
    }
    plain(lines.join("\n"))
}

/// How a wave or series stands.
pub fn status(texts: &Catalogue, language: &Language, status: &Status) -> Message {
    let overview = match status {
        Status::Wave(overview) => overview,
        Status::Series(series) => return plain(series_line(texts, language, series)),
    };
    let mut lines = vec![line(texts, language, &overview.wave)];
    lines.extend(overview.answered.map(|(count, eligible)| answered(texts, language, count, eligible)));
    if overview.wave.state.is_to_open() {
        lines.extend(departments(texts, language, &overview.wave, &overview.asked));
    }
    lines.extend(reminders(texts, language, overview));
    lines.extend(troubles(texts, language, &overview.posts));
    plain(lines.join("\n"))
}

/// What a launch would cost that goes over the budget, and how to launch all the same.
pub fn over_budget(texts: &Catalogue, language: &Language, cost: &Forecast) -> Message {
    let loads = views::contact::cost(texts, language, cost).join("\n");
    plain(texts.say(language, "pulse.launch.over_budget", values! { loads => loads }))
}

/// All series that go on, and all waves.
pub fn list(texts: &Catalogue, language: &Language, listing: &Listing) -> Message {
    if listing.waves.is_empty() && listing.series.is_empty() {
        return plain(texts.say(language, "pulse.list.empty", values! {}));
    }
    let mut lines: Vec<_> = listing.series.iter().map(|series| series_line(texts, language, series)).collect();
    lines.extend(listing.waves.iter().map(|wave| line(texts, language, wave)));
    lines.truncate(MOST_LISTED);
    plain(lines.join("\n"))
}

/// Waves and series for whoever types one: what is shown, and its number.
pub fn suggestions(texts: &Catalogue, language: &Language, all: &Suggestions) -> Vec<(String, String)> {
    let day = |at: DateTime<Utc>| at.with_timezone(&all.zone).date_naive().to_string();
    let waves = all.waves.iter().map(|(number, wave)| {
        let title = &wave.set.title;
        let name = if wave.state.is_to_open() {
            texts.say(language, "pulse.choice.planned", values! { title => title, day => day(wave.opens_at) })
        } else {
            title.clone()
        };
        (name, number)
    });
    let series = all.series.iter().map(|(number, series)| {
        let values = values! { title => &series.title, rhythm => rhythm(texts, language, series.runs.rhythm) };
        (texts.say(language, "pulse.choice.series", values), number)
    });
    waves.chain(series).map(|(name, number)| (name.chars().take(100).collect(), number.clone())).collect()
}

/// "At least 15 of 24 people have answered."
pub(super) fn answered(texts: &Catalogue, language: &Language, count: Participation, eligible: u32) -> String {
    match count {
        Participation::Untold => texts.say(language, "pulse.status.untold", values! { eligible => eligible }),
        Participation::UnderFive => texts.say(language, "pulse.status.under_five", values! { eligible => eligible }),
        Participation::AtLeast(count) => {
            texts.say(language, "pulse.status.answered", values! { count => count, eligible => eligible })
        }
    }
}

/// "every 4 weeks".
pub(super) fn rhythm(texts: &Catalogue, language: &Language, rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Weeks(count) => texts.say(language, "pulse.rhythm.weeks", values! { count => count }),
        Rhythm::Months(count) => texts.say(language, "pulse.rhythm.months", values! { count => count }),
    }
}

fn departments(texts: &Catalogue, language: &Language, wave: &Wave, asked: &[AskedDepartment]) -> Vec<String> {
    let line = |asked: &AskedDepartment| {
        let values = values! { department => escape(&asked.name), count => asked.eligible };
        let pooled = wave.partition.group_of(asked.id) == Group::Other;
        let key = if pooled { "pulse.launch.department_pooled" } else { "pulse.launch.department" };
        texts.say(language, key, values)
    };
    asked.iter().map(line).collect()
}

fn series_line(texts: &Catalogue, language: &Language, series: &Series) -> String {
    let title = match &series.set {
        Some(_) => series.title.clone(),
        None => texts.say(language, "pulse.series.by_phase", values! {}),
    };
    let values = values! { title => title, rhythm => rhythm(texts, language, series.runs.rhythm),
    time => moment(series.next_opens) };
    texts.say(language, "pulse.series.line", values)
}

/// A question set as people will see it.
pub fn preview(texts: &Catalogue, language: &Language, set: &QuestionSet, phase: Option<Phase>) -> Message {
    let mut parts = vec![texts.say(language, "pulse.preview.text", values! { title => &set.title })];
    parts.extend(phase.map(|phase| by_phase(texts, language, phase)));
    parts.extend((0..set.items.len()).map(|place| statement_text(texts, language, set, place)));
    let points: Vec<_> =
        (1..=5).map(|point| texts.say(language, &format!("common.scale.point_{point}"), values! {})).collect();
    let footer = texts.say(language, "pulse.preview.answers", values! { points => points.join(" · ") });
    parts.push(texts.say(language, "pulse.fears.text", values! { prompt => &set.fears_prompt }));
    parts.push(format!("**{}**", set.comment_prompt));
    let embed = Embed { description: parts.join("\n\n"), footer, ..Embed::default() };
    Message { embeds: vec![embed], ..Message::default() }
}

/// Why these statements and no others.
fn by_phase(texts: &Catalogue, language: &Language, phase: Phase) -> String {
    let values = values! { phase => views::phase(texts, language, phase) };
    texts.say(language, "pulse.launch.by_phase", values)
}

/// When reminders go, and what became of those that were due.
fn reminders(texts: &Catalogue, language: &Language, overview: &Overview) -> Vec<String> {
    let mut lines = Vec::new();
    let mut told: Vec<&FollowUp> = Vec::new();
    for first in &overview.reminders {
        if told.iter().any(|one| one.kind == first.kind && one.state == first.state) {
            continue;
        }
        told.push(first);
        let alike = overview.reminders.iter().filter(|one| one.kind == first.kind && one.state == first.state);
        let channels: Vec<_> = alike.map(|one| one.channel).collect();
        let there = overview.posts.iter().filter(|post| channels.contains(&post.channel));
        let departments: Vec<_> = there.map(|post| format!("**{}**", escape(&post.department))).collect();
        let key = match first.state {
            FollowUpState::Planned | FollowUpState::Sending | FollowUpState::Claimed => "on_its_way",
            state => state.code(),
        };
        let values = values! { round => first.kind.round().unwrap_or(1), time => moment(first.planned),
        departments => departments.join(", ") };
        lines.push(texts.say(language, &format!("pulse.reminder.{key}"), values));
    }
    if !overview.planned.is_empty() {
        let times: Vec<_> = overview.planned.iter().map(|time| moment(*time)).collect();
        lines.push(texts.say(language, "pulse.reminder.planned", values! { times => times.join(", ") }));
    } else if overview.reminders.is_empty() && overview.wave.state == WaveState::Open {
        lines.push(texts.say(language, "pulse.reminder.too_short", values! {}));
    }
    lines
}

/// One wave on one line.
fn line(texts: &Catalogue, language: &Language, wave: &Wave) -> String {
    let at = if wave.state.is_to_open() { wave.opens_at } else { wave.closed_at.unwrap_or(wave.closes_at) };
    let values = values! { title => &wave.set.title, time => moment(at) };
    let state = if wave.is_expired { "expired" } else { wave.state.code() };
    texts.say(language, &format!("pulse.state.{state}"), values)
}

/// Channels in which the post is missing.
fn troubles(texts: &Catalogue, language: &Language, posts: &[Post]) -> Vec<String> {
    let missing = posts.iter().filter(|post| post.message.is_none() || post.failure.is_some());
    missing
        .map(|post| {
            let values = values! { department => escape(&post.department), channel => format!("<#{}>", post.channel) };
            let key = match post.failure {
                Some(UNSURE) => "pulse.launch.unsure",
                Some(_) => "pulse.launch.refused",
                None => "pulse.launch.waiting",
            };
            texts.say(language, key, values)
        })
        .collect()
}
