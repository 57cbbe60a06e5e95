//! What leads are asked before a pulse ends early, or when one could not open; and what came of it.

use chrono::{DateTime, Utc};

use super::leads::{answered, rhythm};
use crate::domain::controls::{Control, SeriesControl, WaveControl};
use crate::domain::ids::WaveId;
use crate::domain::waves::WaveState;
use crate::service::pulses::Wave;
use crate::service::pulses::ending::{Cancelling, Ended, Question};
use crate::service::pulses::series::EndedSeries;
use crate::service::views::{moment, plain};
use crate::store::pulse_series::Series;
use crate::texts::message::{Button, ButtonStyle, Message, Row};
use crate::texts::{Catalogue, Language};
use crate::values;

/// Before a wave is closed.
pub fn closing(texts: &Catalogue, language: &Language, question: &Question) -> Message {
    let wave = &question.wave;
    let values = values! {
        title => &wave.set.title,
        early => early(texts, language, wave.closes_at, question.now),
        again => moment(question.again),
    };
    let mut lines = vec![texts.say(language, "pulse.confirm.close", values)];
    lines.extend(question.answered.map(|(count, eligible)| answered(texts, language, count, eligible)));
    let yes = wave_button(texts, language, "pulse.confirm.close_yes", ButtonStyle::Danger, wave.id, WaveControl::Close);
    let no = wave_button(texts, language, "pulse.confirm.close_no", ButtonStyle::Secondary, wave.id, WaveControl::Keep);
    asked(lines, vec![yes, no])
}

/// Before something is called off.
pub fn cancelling(texts: &Catalogue, language: &Language, what: &Cancelling) -> Message {
    match what {
        Cancelling::Wave(question) => cancelling_wave(texts, language, question),
        Cancelling::Series(series, planned) => ending_series(texts, language, series, planned),
    }
}

fn cancelling_wave(texts: &Catalogue, language: &Language, question: &Question) -> Message {
    let wave = &question.wave;
    let title = &wave.set.title;
    let mut lines = Vec::new();
    if wave.state.is_to_open() {
        let values = values! { title => title, time => moment(wave.opens_at) };
        lines.push(texts.say(language, "pulse.confirm.drop", values));
    } else {
        lines.push(texts.say(language, "pulse.confirm.cancel", values! { title => title }));
    }
    lines.extend(question.answered.map(|(count, eligible)| answered(texts, language, count, eligible)));
    let cancel = WaveControl::Cancel;
    let yes = wave_button(texts, language, "pulse.confirm.cancel_yes", ButtonStyle::Danger, wave.id, cancel);
    let mut buttons = vec![yes];
    if let Some(series) = &question.series {
        let rhythm = rhythm(texts, language, series.runs.rhythm);
        lines.push(texts.say(language, "pulse.confirm.repeats", values! { rhythm => rhythm }));
        let (style, end) = (ButtonStyle::Danger, SeriesControl::End);
        buttons.push(series_button(texts, language, "pulse.confirm.series_yes", style, series, end));
    }
    let keep = WaveControl::Keep;
    buttons.push(wave_button(texts, language, "pulse.confirm.cancel_no", ButtonStyle::Secondary, wave.id, keep));
    asked(lines, buttons)
}

fn ending_series(texts: &Catalogue, language: &Language, series: &Series, planned: &[Wave]) -> Message {
    let values = values! { title => &series.title, rhythm => rhythm(texts, language, series.runs.rhythm) };
    let mut lines = vec![texts.say(language, "pulse.confirm.series", values)];
    lines.extend(planned.iter().map(|wave| {
        let values = values! { time => moment(wave.opens_at) };
        texts.say(language, "pulse.confirm.series_planned", values)
    }));
    let (danger, plain) = (ButtonStyle::Danger, ButtonStyle::Secondary);
    let yes = series_button(texts, language, "pulse.confirm.series_yes", danger, series, SeriesControl::End);
    let no = series_button(texts, language, "pulse.confirm.series_no", plain, series, SeriesControl::Keep);
    asked(lines, vec![yes, no])
}

/// To leads, where a planned pulse could not open: what to do with it.
pub fn question(texts: &Catalogue, language: &Language, text: &str, wave: WaveId) -> Message {
    let open = wave_button(texts, language, "pulse.planned.open_now", ButtonStyle::Primary, wave, WaveControl::Open);
    let cancel = WaveControl::Cancel;
    let drop = wave_button(texts, language, "pulse.planned.drop", ButtonStyle::Secondary, wave, cancel);
    asked(vec![text.to_owned()], vec![open, drop])
}

/// To leads, where some answers of a closed pulse can't be read: whether the others are counted.
pub fn spoilt(texts: &Catalogue, language: &Language, text: &str, wave: WaveId) -> Message {
    let count = wave_button(texts, language, "pulse.lost.count_rest", ButtonStyle::Primary, wave, WaveControl::Count);
    asked(vec![text.to_owned()], vec![count])
}

/// A lead opened one that could not open in time.
pub fn opened(texts: &Catalogue, language: &Language, wave: &Wave) -> Message {
    let values = values! { title => &wave.set.title, closes => moment(wave.closes_at) };
    plain(texts.say(language, "pulse.planned.opened", values))
}

/// A lead closed a wave.
pub fn closed(texts: &Catalogue, language: &Language, ended: &Ended) -> Message {
    let key = if ended.is_final { "pulse.end.closed" } else { "pulse.end.sealing" };
    plain(texts.say(language, key, values! { title => &ended.wave.set.title }))
}

/// A lead called a wave off.
pub fn cancelled(texts: &Catalogue, language: &Language, ended: &Ended) -> Message {
    let key = if ended.wave.state == WaveState::Dropped { "pulse.end.dropped" } else { "pulse.end.cancelled" };
    plain(texts.say(language, key, values! { title => &ended.wave.set.title }))
}

/// A lead ended a series.
pub fn series_ended(texts: &Catalogue, language: &Language, ended: &EndedSeries) -> Message {
    let mut lines = vec![texts.say(language, "pulse.end.series", values! { title => &ended.series.title })];
    lines.extend(
        ended
            .dropped
            .iter()
            .map(|wave| texts.say(language, "pulse.end.series_dropped", values! { time => moment(wave.opens_at) })),
    );
    plain(lines.join("\n"))
}

/// A lead left everything as it is.
pub fn kept(texts: &Catalogue, language: &Language) -> Message {
    plain(texts.say(language, "pulse.confirm.kept", values! {}))
}

/// How much earlier than planned it would be.
fn early(texts: &Catalogue, language: &Language, closes_at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let days = (closes_at - now).num_days();
    let time = moment(closes_at);
    match days {
        ..1 => texts.say(language, "pulse.confirm.early_hours", values! { time => time }),
        days => texts.say(language, "pulse.confirm.early_days", values! { count => days, time => time }),
    }
}

fn asked(lines: Vec<String>, buttons: Vec<Button>) -> Message {
    Message { content: lines.join("\n"), rows: vec![Row::Buttons(buttons)], ..Message::default() }
}

fn wave_button(
    texts: &Catalogue,
    language: &Language,
    key: &str,
    style: ButtonStyle,
    wave: WaveId,
    what: WaveControl,
) -> Button {
    let label = texts.say(language, key, values! {});
    Button { label, style, control: Control::Wave(wave, what), disabled: false }
}

fn series_button(
    texts: &Catalogue,
    language: &Language,
    key: &str,
    style: ButtonStyle,
    series: &Series,
    what: SeriesControl,
) -> Button {
    let label = texts.say(language, key, values! {});
    Button { label, style, control: Control::Series(series.id, what), disabled: false }
}
