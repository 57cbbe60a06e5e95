//! Pulses as people see them: posts in channels here, the private screens in [`screens`], leads' views in [`leads`].

pub mod leads;
pub mod screens;

use chrono::{DateTime, Utc};

use crate::domain::controls::{Control, PulseControl};
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

/// To leads, once results are final.
pub fn results_ready(texts: &Catalogue, language: &Language, wave: &Wave) -> Message {
    super::plain(texts.say(language, "pulse.end.ready", values! { title => &wave.set.title }))
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
