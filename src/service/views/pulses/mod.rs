//! Pulses as people see them: posts in channels here, the private screens in [`screens`], leads' views in [`leads`].

pub mod comments;
pub mod decisions;
pub mod leads;
pub mod results;
pub mod screens;

use chrono::{DateTime, Utc};

use crate::domain::controls::{Control, PulseControl};
use crate::domain::follow_ups::FollowUpKind;
use crate::domain::ids::WaveId;
use crate::domain::waves::WaveState;
use crate::service::pulses::Wave;
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// The post in a department's channel while a wave is open.
pub fn post_open(texts: &Catalogue, language: &Language, wave: &Wave) -> Message {
    let values = values! { title => &wave.set.title, count => wave.set.items.len(),
    closes => super::moment(wave.closes_at), threshold => wave.thresholds.score() };
    let answer = button(texts, language, "pulse.post.answer", ButtonStyle::Primary, wave.id, PulseControl::Start);
    let content = texts.say(language, "pulse.post.text", values);
    Message { content, rows: vec![Row::Buttons(vec![answer])], ..Message::default() }
}

/// The same post once the wave has ended.
pub fn post_ended(texts: &Catalogue, language: &Language, wave: &Wave) -> Message {
    let values = values! { title => &wave.set.title, closed => day(wave.closed_at.unwrap_or(wave.closes_at)) };
    let called_off = matches!(wave.state, WaveState::Cancelling | WaveState::Cancelled);
    let key = if called_off { "pulse.post.cancelled" } else { "pulse.post.closed" };
    super::plain(texts.say(language, key, values))
}

/// A reminder in the same channel, the same for everybody.
pub fn reminder(texts: &Catalogue, language: &Language, wave: &Wave, kind: FollowUpKind) -> Message {
    let (title, closes) = (&wave.set.title, super::moment(wave.closes_at));
    let content = match kind {
        FollowUpKind::SecondReminder => {
            texts.say(language, "pulse.reminder.second", values! { title => title, closes => closes })
        }
        _ => {
            let values = values! { title => title, count => wave.set.items.len(), closes => closes };
            texts.say(language, "pulse.reminder.first", values)
        }
    };
    let control = PulseControl::Reminded { round: kind.round().unwrap_or(1) };
    let answer = button(texts, language, "pulse.post.answer", ButtonStyle::Primary, wave.id, control);
    Message { content, rows: vec![Row::Buttons(vec![answer])], ..Message::default() }
}

/// To leads, once results are final.
pub fn results_ready(texts: &Catalogue, language: &Language, wave: &Wave) -> Message {
    let content = texts.say(language, "pulse.end.ready", values! { title => &wave.set.title });
    let rows = vec![super::sentiment::read_comments(texts, language, wave.id)];
    Message { content, rows, ..Message::default() }
}

/// A day in the reader's own time.
fn day(at: DateTime<Utc>) -> String {
    format!("<t:{}:D>", at.timestamp())
}

fn button(
    texts: &Catalogue,
    language: &Language,
    key: &str,
    style: ButtonStyle,
    wave: WaveId,
    control: PulseControl,
) -> Button {
    let label = texts.say(language, key, values! {});
    Button { label, style, control: Control::Pulse(wave, control), disabled: false }
}
