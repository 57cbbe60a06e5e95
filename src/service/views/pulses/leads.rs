//! What leads see of waves: launched, how it stands, the list, the end, and a preview of a question set.

use super::screens::statement_text;
use crate::domain::follow_ups::{FollowUp, FollowUpState};
use crate::domain::labels::Phase;
use crate::domain::pulses::QuestionSet;
use crate::domain::snapshot::Group;
use crate::domain::waves::{Post, WaveState};
use crate::privacy::escaping::escape;
use crate::service::pulses::Wave;
use crate::service::pulses::launching::Launched;
use crate::service::pulses::overview::Overview;
use crate::service::pulses::sealing::Ended;
use crate::service::views::{self, moment, plain};
use crate::texts::message::{Embed, Message};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The most waves that a list shows.
const MOST_LISTED: usize = 15;

/// "Launched: …".
pub fn launched(texts: &Catalogue, language: &Language, launched: &Launched) -> Message {
    let wave = &launched.wave;
    let values = values! { title => &wave.set.title, count => wave.set.items.len(), closes => moment(wave.closes_at) };
    let mut lines = vec![texts.say(language, "pulse.launch.text", values)];
    lines.extend(launched.by_phase.map(|phase| by_phase(texts, language, phase)));
    for asked in &launched.asked {
        let values = values! { department => escape(&asked.name), count => asked.eligible };
        let pooled = wave.partition.group_of(asked.id) == Group::Other;
        let key = if pooled { "pulse.launch.department_pooled" } else { "pulse.launch.department" };
        lines.push(texts.say(language, key, values));
    }
    lines.extend(troubles(texts, language, &launched.posts));
    plain(lines.join("\n"))
}

/// How a wave stands.
pub fn status(texts: &Catalogue, language: &Language, overview: &Overview) -> Message {
    let mut lines = vec![line(texts, language, &overview.wave)];
    match overview.answered {
        Some(0) => {
            let values = values! { eligible => overview.eligible };
            lines.push(texts.say(language, "pulse.status.under_five", values));
        }
        Some(count) => {
            let values = values! { count => count, eligible => overview.eligible };
            lines.push(texts.say(language, "pulse.status.answered", values));
        }
        None => {}
    }
    lines.extend(reminders(texts, language, overview));
    lines.extend(troubles(texts, language, &overview.posts));
    plain(lines.join("\n"))
}

/// All waves.
pub fn list(texts: &Catalogue, language: &Language, waves: &[Wave]) -> Message {
    if waves.is_empty() {
        return plain(texts.say(language, "pulse.list.empty", values! {}));
    }
    let lines: Vec<_> = waves.iter().take(MOST_LISTED).map(|wave| line(texts, language, wave)).collect();
    plain(lines.join("\n"))
}

/// A lead closed a wave.
pub fn closed(texts: &Catalogue, language: &Language, ended: &Ended) -> Message {
    let key = if ended.is_final { "pulse.end.closed" } else { "pulse.end.sealing" };
    plain(texts.say(language, key, values! { title => &ended.wave.set.title }))
}

/// A lead called a wave off.
pub fn cancelled(texts: &Catalogue, language: &Language, ended: &Ended) -> Message {
    plain(texts.say(language, "pulse.end.cancelled", values! { title => &ended.wave.set.title }))
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
    let at = wave.closed_at.unwrap_or(wave.closes_at);
    let values = values! { title => &wave.set.title, time => moment(at) };
    let state = if wave.is_expired { "expired" } else { wave.state.code() };
    texts.say(language, &format!("pulse.state.{state}"), values)
}

/// Channels in which the post is missing.
fn troubles(texts: &Catalogue, language: &Language, posts: &[Post]) -> Vec<String> {
    let missing = posts.iter().filter(|post| post.message.is_none());
    missing
        .map(|post| {
            let values = values! { department => escape(&post.department), channel => format!("<#{}>", post.channel) };
            let key = if post.failure.is_some() { "pulse.launch.refused" } else { "pulse.launch.waiting" };
            texts.say(language, key, values)
        })
        .collect()
}
