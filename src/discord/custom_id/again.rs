//! Controls on later rounds of an announcement: the lead's draft, and the request to managers or champions.

use super::announcements::APPROVAL;
use crate::domain::controls::{AgainControl, Control, RoundControl};
use crate::domain::ids::{DeliveryId, RoundId};

pub(super) const DRAFT: &[(AgainControl, &str)] = &[
    (AgainControl::Write, "write"),
    (AgainControl::Departments, "departments"),
    (AgainControl::Ask, "ask"),
    (AgainControl::Discard, "discard"),
    (AgainControl::CallOff, "call_off"),
];

pub(super) fn encode(round: RoundId, what: AgainControl) -> String {
    if let AgainControl::Decide { revision, what } = what {
        let (_, code) = APPROVAL.iter().find(|(known, _)| *known == what).expect("every control has a code");
        return format!("v1:again:{code}:{round}:{revision}");
    }
    let (_, code) = DRAFT.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:again:{code}:{round}")
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    if let [code, id, revision] = parts {
        let (what, _) = APPROVAL.iter().find(|(_, known)| known == code)?;
        let what = AgainControl::Decide { revision: revision.parse().ok()?, what: *what };
        return Some(Control::Again(id.parse().ok()?, what));
    }
    let [code, id] = parts else { return None };
    let (what, _) = DRAFT.iter().find(|(_, known)| known == code)?;
    Some(Control::Again(id.parse().ok()?, *what))
}

pub(super) fn encode_request(delivery: DeliveryId, what: RoundControl) -> String {
    match what {
        RoundControl::Sign => format!("v1:round:sign:{delivery}"),
        RoundControl::SignFor => format!("v1:round:sign_for:{delivery}"),
        RoundControl::Form { department } => format!("v1:round:form:{delivery}:{department}"),
    }
}

pub(super) fn parse_request(parts: &[&str]) -> Option<Control> {
    let (id, what) = match parts {
        ["sign", id] => (id, RoundControl::Sign),
        ["sign_for", id] => (id, RoundControl::SignFor),
        ["form", id, department] => (id, RoundControl::Form { department: department.parse().ok()? }),
        _ => return None,
    };
    Some(Control::Round(id.parse().ok()?, what))
}
