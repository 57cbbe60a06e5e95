//! Controls on managers' briefs, and on what leads see of them.

use crate::domain::controls::{BriefControl, CascadeControl, Control};
use crate::domain::ids::{AnnouncementId, DeliveryId};

pub(super) fn encode_brief(delivery: DeliveryId, what: BriefControl) -> String {
    match what {
        BriefControl::Briefed => format!("v1:brief:briefed:{delivery}"),
        BriefControl::BriefedFor => format!("v1:brief:briefed_for:{delivery}"),
        BriefControl::Form { department } => format!("v1:brief:form:{delivery}:{department}"),
    }
}

pub(super) fn parse_brief(parts: &[&str]) -> Option<Control> {
    let (id, what) = match parts {
        ["briefed", id] => (id, BriefControl::Briefed),
        ["briefed_for", id] => (id, BriefControl::BriefedFor),
        ["form", id, department] => (id, BriefControl::Form { department: department.parse().ok()? }),
        _ => return None,
    };
    Some(Control::Brief(id.parse().ok()?, what))
}

pub(super) fn encode(announcement: AnnouncementId, what: CascadeControl) -> String {
    match what {
        CascadeControl::Edit => format!("v1:cascade:edit:{announcement}"),
        CascadeControl::Pause => format!("v1:cascade:pause:{announcement}"),
    }
}

pub(super) fn parse(parts: &[&str]) -> Option<Control> {
    let (id, what) = match parts {
        ["edit", id] => (id, CascadeControl::Edit),
        ["pause", id] => (id, CascadeControl::Pause),
        _ => return None,
    };
    Some(Control::Cascade(id.parse().ok()?, what))
}
