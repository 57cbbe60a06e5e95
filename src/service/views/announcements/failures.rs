//! Where a posting did not get to, and what came of trying again.

use crate::domain::announcements::{Lost, Occurrence, Refusal};
use crate::domain::controls::{Control, OccurrenceControl};
use crate::domain::ids::{ChannelId, OccurrenceId};
use crate::service::Services;
use crate::service::announcements::Loaded;
use crate::service::announcements::failing::{Gap, Refused, Retried};
use crate::service::views::{clip, moment, plain};
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// What leads are told once all of a posting's channels have answered.
pub fn not_everywhere(
    texts: &Catalogue,
    language: &Language,
    loaded: &Loaded,
    title: &str,
    refused: &[Refused],
    (sent, all): (usize, usize),
) -> String {
    let values = values! { title => title, sent => sent, count => all };
    let mut lines = vec![texts.say(language, "delivery.notice.partly", values)];
    lines.extend(refusals(texts, language, loaded, refused));
    clip(lines.join("\n"), 2000)
}

/// A line for each channel that refused.
pub(super) fn refusals(texts: &Catalogue, language: &Language, loaded: &Loaded, refused: &[Refused]) -> Vec<String> {
    let line = |one: &Refused| {
        let key = match one.refusal() {
            Refusal::Forbidden => "delivery.refused.forbidden",
            Refusal::Gone => "delivery.refused.gone",
            Refusal::Rejected => "delivery.refused.rejected",
        };
        texts.say(language, key, values! { place => place(loaded, one.channel), code => one.code })
    };
    refused.iter().map(line).collect()
}

/// A channel, with who reads there.
fn place(loaded: &Loaded, channel: ChannelId) -> String {
    let departments = super::names_at(loaded, channel);
    let channel = format!("<#{channel}>");
    if departments.is_empty() { channel } else { format!("{channel} ({departments})") }
}

/// What leads are told of posts that were deleted.
pub fn deleted(texts: &Catalogue, language: &Language, loaded: &Loaded, title: &str, lost: &[Lost]) -> String {
    let mut lines =
        vec![texts.say(language, "delivery.deleted.notice", values! { title => title, count => lost.len() })];
    lines.extend(lost_lines(texts, language, loaded, lost));
    if lost.iter().any(|one| !one.again) {
        lines.push(texts.say(language, "delivery.deleted.choice", values! {}));
    }
    clip(lines.join("\n"), 2000)
}

/// A line for each post that was deleted.
pub(super) fn lost_lines(texts: &Catalogue, language: &Language, loaded: &Loaded, lost: &[Lost]) -> Vec<String> {
    let line = |one: &Lost| {
        let key = if one.again { "delivery.deleted.line_again" } else { "delivery.deleted.line" };
        texts.say(language, key, values! { place => place(loaded, one.channel), time => moment(one.at) })
    };
    lost.iter().map(line).collect()
}

/// A notice in the leads' channel with *Try again*, or *Post again*.
pub fn retry(texts: &Catalogue, language: &Language, text: &str, occurrence: OccurrenceId, gap: Gap) -> Message {
    let mut message = plain(text.to_owned());
    message.rows.push(retry_row(texts, language, occurrence, gap));
    message
}

/// *Try again*, or *Post again*.
pub(super) fn retry_row(texts: &Catalogue, language: &Language, occurrence: OccurrenceId, gap: Gap) -> Row {
    let (key, what) = match gap {
        Gap::Refused => ("delivery.retry.button", OccurrenceControl::TryAgain),
        Gap::Deleted => ("delivery.deleted.button", OccurrenceControl::PostAgain),
    };
    Row::Buttons(vec![Button {
        label: texts.say(language, key, values! {}),
        style: ButtonStyle::Primary,
        control: Control::Occurrence(occurrence, what),
        disabled: false,
    }])
}

/// That a posting is on its way again, and where.
pub fn on_its_way(
    services: &Services,
    language: &Language,
    loaded: &Loaded,
    occurrence: &Occurrence,
    channels: &[ChannelId],
) -> String {
    let title = super::name_of(&services.texts, language, loaded, occurrence);
    let channels: Vec<_> = channels.iter().map(|channel| format!("<#{channel}>")).collect();
    services.texts.say(
        language,
        "delivery.retry.on_its_way",
        values! { title => title, channels => channels.join(", ") },
    )
}

/// What the notice becomes once a lead has pressed *Try again* or *Post again*.
pub fn retried(services: &Services, language: &Language, retried: &Retried) -> Message {
    let texts = &services.texts;
    let title = super::name_of(&services.texts, language, &retried.loaded, &retried.occurrence);
    let mut lines = Vec::new();
    if !retried.on_its_way.is_empty() {
        lines.push(on_its_way(services, language, &retried.loaded, &retried.occurrence, &retried.on_its_way));
    }
    if !retried.refused.is_empty() {
        lines.push(texts.say(language, "delivery.retry.still_refused", values! { title => title.as_str() }));
        lines.extend(refusals(texts, language, &retried.loaded, &retried.refused));
    }
    if lines.is_empty() {
        lines.push(texts.say(language, "delivery.retry.nowhere_left", values! { title => title.as_str() }));
    }
    let mut message = plain(clip(lines.join("\n"), 2000));
    if !retried.refused.is_empty() {
        message.rows.push(retry_row(texts, language, retried.occurrence.id, retried.gap));
    }
    message
}
