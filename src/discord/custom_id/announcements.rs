//! Controls on announcements and their drafts.

use crate::domain::controls::{AnnouncementControl, Control, DraftControl};
use crate::domain::ids::{AnnouncementId, DeliveryId};

pub(super) const POSTED: &[(AnnouncementControl, &str)] = &[
    (AnnouncementControl::Understood, "understood"),
    (AnnouncementControl::Benefit, "benefit"),
    (AnnouncementControl::Question, "question"),
    (AnnouncementControl::Worry, "worry"),
];

pub(super) const DRAFT: &[(DraftControl, &str)] = &[
    (DraftControl::Departments, "departments"),
    (DraftControl::Schedule, "schedule"),
    (DraftControl::PostNow, "post_now"),
    (DraftControl::Edit, "edit"),
    (DraftControl::Benefits, "benefits"),
    (DraftControl::Discard, "discard"),
];

pub(super) fn encode_posted(delivery: DeliveryId, what: AnnouncementControl) -> String {
    let (_, code) = POSTED.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:announcement:{code}:{delivery}")
}

pub(super) fn parse_posted(parts: &[&str]) -> Option<Control> {
    let [code, id] = parts else { return None };
    let (what, _) = POSTED.iter().find(|(_, known)| known == code)?;
    Some(Control::Announcement(id.parse().ok()?, *what))
}

pub(super) fn encode_draft(announcement: AnnouncementId, what: DraftControl) -> String {
    let (_, code) = DRAFT.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:draft:{code}:{announcement}")
}

pub(super) fn parse_draft(parts: &[&str]) -> Option<Control> {
    let [code, id] = parts else { return None };
    let (what, _) = DRAFT.iter().find(|(_, known)| known == code)?;
    Some(Control::Draft(id.parse().ok()?, *what))
}
