//! Controls with which leads decide about a pulse, or about one that repeats.

use crate::domain::controls::{Control, SeriesControl, WaveControl};
use crate::domain::ids::{SeriesId, WaveId};

pub(super) const WAVE: &[(WaveControl, &str)] = &[
    (WaveControl::Close, "close"),
    (WaveControl::Cancel, "cancel"),
    (WaveControl::Open, "open"),
    (WaveControl::Count, "count"),
    (WaveControl::Keep, "keep"),
];

pub(super) const SERIES: &[(SeriesControl, &str)] = &[(SeriesControl::End, "end"), (SeriesControl::Keep, "keep")];

pub(super) fn encode(wave: WaveId, what: WaveControl) -> String {
    let (_, code) = WAVE.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:wave:{code}:{wave}")
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    let [code, wave] = parts else { return None };
    let (what, _) = WAVE.iter().find(|(_, known)| known == code)?;
    Some(Control::Wave(wave.parse().ok()?, *what))
}

pub(super) fn encode_series(series: SeriesId, what: SeriesControl) -> String {
    let (_, code) = SERIES.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:series:{code}:{series}")
}

pub(super) fn parse_series(parts: &[&str]) -> Option<Control> {
    let [code, series] = parts else { return None };
    let (what, _) = SERIES.iter().find(|(_, known)| known == code)?;
    Some(Control::Series(series.parse().ok()?, *what))
}
