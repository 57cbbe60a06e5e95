//! Controls on later rounds of an announcement: the lead's draft, and the request to managers or champions.

use super::announcements::APPROVAL;
use crate::domain::controls::{AgainControl, Control, RoundControl};
use crate::domain::ids::DeliveryId;
use crate::domain::rounds::RoundAt;

pub(super) const DRAFT: &[(AgainControl, &str)] = &[
    (AgainControl::Write, "write"),
    (AgainControl::Departments, "departments"),
    (AgainControl::Ask, "ask"),
    (AgainControl::Discard, "discard"),
    (AgainControl::CallOff, "call_off"),
];

pub(super) fn encode(round: RoundAt, what: AgainControl) -> String {
    let RoundAt { id, revision } = round;
    if let AgainControl::Decide(what) = what {
        let (_, code) = APPROVAL.iter().find(|(known, _)| *known == what).expect("every control has a code");
        return format!("v1:again:{code}:{id}:{revision}");
    }
    let (_, code) = DRAFT.iter().find(|(known, _)| *known == what).expect("every control has a code");
    match revision {
        // As it was written before these carried the state; it is the state that a draft begins in.
        0 => format!("v1:again:{code}:{id}"),
        revision => format!("v1:again:{code}:{id}:{revision}"),
    }
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    let (code, id, revision) = match parts {
        [code, id] => (code, id, "0"),
        [code, id, revision] => (code, id, *revision),
        _ => return None,
    };
    let decided = APPROVAL.iter().find(|(_, known)| known == code).map(|(what, _)| AgainControl::Decide(*what));
    let what = decided.or_else(|| DRAFT.iter().find(|(_, known)| known == code).map(|(what, _)| *what))?;
    Some(Control::Again(RoundAt { id: id.parse().ok()?, revision: revision.parse().ok()? }, what))
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
