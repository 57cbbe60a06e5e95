//! Controls on pulses.

use crate::domain::controls::{Control, PulseControl};
use crate::domain::ids::WaveId;

/// The controls that carry nothing but their wave.
pub(super) const PLAIN: &[(PulseControl, &str)] = &[
    (PulseControl::Start, "start"),
    (PulseControl::Department, "department"),
    (PulseControl::Fears, "fears"),
    (PulseControl::NoFears, "nofears"),
    (PulseControl::Comment, "comment"),
    (PulseControl::Finish, "finish"),
];

/// Stands for "can't say" where a point would stand.
const CANT_SAY: &str = "x";

pub(super) fn encode(wave: WaveId, what: PulseControl) -> String {
    match what {
        PulseControl::Answer { item, point: Some(point) } => format!("v1:pulse:answer:{wave}:{item}:{point}"),
        PulseControl::Answer { item, point: None } => format!("v1:pulse:answer:{wave}:{item}:{CANT_SAY}"),
        PulseControl::Reminded { round } => format!("v1:pulse:reminded:{wave}:{round}"),
        PulseControl::Show { screen } => format!("v1:pulse:show:{wave}:{screen}"),
        plain => {
            let (_, code) = PLAIN.iter().find(|(known, _)| *known == plain).expect("every control has a code");
            format!("v1:pulse:{code}:{wave}")
        }
    }
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    match parts {
        ["answer", wave, item, point] => {
            let item = item.parse().ok()?;
            let point = match *point {
                CANT_SAY => None,
                point => Some(point.parse().ok().filter(|point| (1..=5).contains(point))?),
            };
            Some(Control::Pulse(wave.parse().ok()?, PulseControl::Answer { item, point }))
        }
        ["reminded", wave, round] => {
            let round = round.parse().ok().filter(|round| (1..=2).contains(round))?;
            Some(Control::Pulse(wave.parse().ok()?, PulseControl::Reminded { round }))
        }
        ["show", wave, screen] => {
            Some(Control::Pulse(wave.parse().ok()?, PulseControl::Show { screen: screen.parse().ok()? }))
        }
        [code, wave] => {
            let (what, _) = PLAIN.iter().find(|(_, known)| known == code)?;
            Some(Control::Pulse(wave.parse().ok()?, *what))
        }
        _ => None,
    }
}
