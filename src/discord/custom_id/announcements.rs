//! Controls on announcements, on their drafts and on notices about their postings.

use crate::domain::announcements::DraftAt;
use crate::domain::controls::{
    AnnouncementControl, ApprovalControl, Control, DraftControl, HeldControl, OccurrenceControl,
};
use crate::domain::ids::{AnnouncementId, DeliveryId, OccurrenceId};

/// The controls that carry nothing but their delivery.
pub(super) const POSTED: &[(AnnouncementControl, &str)] = &[
    (AnnouncementControl::Understood, "understood"),
    (AnnouncementControl::Benefit, "benefit"),
    (AnnouncementControl::Question, "question"),
    (AnnouncementControl::Worry, "worry"),
    (AnnouncementControl::UnderstoodFor, "understood_for"),
    (AnnouncementControl::BenefitFor, "benefit_for"),
    (AnnouncementControl::QuestionFor, "question_for"),
    (AnnouncementControl::WorryFor, "worry_for"),
];

pub(super) const DRAFT: &[(DraftControl, &str)] = &[
    (DraftControl::Write, "write"),
    (DraftControl::Departments, "departments"),
    (DraftControl::Schedule, "schedule"),
    (DraftControl::PostNow, "post_now"),
    (DraftControl::ScheduleAllTheSame, "schedule_all_the_same"),
    (DraftControl::PostAllTheSame, "post_all_the_same"),
    (DraftControl::Preview, "preview"),
    (DraftControl::Edit, "edit"),
    (DraftControl::Benefits, "benefits"),
    (DraftControl::BenefitsFor, "benefits_for"),
    (DraftControl::Discard, "discard"),
    (DraftControl::Question, "question"),
];

pub(super) const OCCURRENCE: &[(OccurrenceControl, &str)] = &[
    (OccurrenceControl::SendNow, "send_now"),
    (OccurrenceControl::Discard, "discard"),
    (OccurrenceControl::TryAgain, "try_again"),
    (OccurrenceControl::PostAgain, "post_again"),
    (OccurrenceControl::SendWaiting, "send_waiting"),
];

pub(super) fn encode_posted(delivery: DeliveryId, what: AnnouncementControl) -> String {
    match what {
        AnnouncementControl::QuestionForm { department } => {
            format!("v1:announcement:question_form:{delivery}:{department}")
        }
        AnnouncementControl::Fear { department } => format!("v1:announcement:fear:{delivery}:{department}"),
        AnnouncementControl::WorryForm { department, fear } => {
            format!("v1:announcement:worry_form:{delivery}:{department}:{fear}")
        }
        plain => {
            let (_, code) = POSTED.iter().find(|(known, _)| *known == plain).expect("every control has a code");
            format!("v1:announcement:{code}:{delivery}")
        }
    }
}

pub(super) fn parse_posted(parts: &[&str]) -> Option<Control> {
    let (id, what) = match parts {
        ["question_form", id, department] => {
            (id, AnnouncementControl::QuestionForm { department: department.parse().ok()? })
        }
        ["fear", id, department] => (id, AnnouncementControl::Fear { department: department.parse().ok()? }),
        ["worry_form", id, department, fear] => {
            let (department, fear) = (department.parse().ok()?, fear.parse().ok()?);
            (id, AnnouncementControl::WorryForm { department, fear })
        }
        [code, id] => (id, POSTED.iter().find(|(_, known)| known == code)?.0),
        _ => return None,
    };
    Some(Control::Announcement(id.parse().ok()?, what))
}

pub(super) fn encode_occurrence(occurrence: OccurrenceId, what: OccurrenceControl) -> String {
    let (_, code) = OCCURRENCE.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:occurrence:{code}:{occurrence}")
}

pub(super) fn parse_occurrence(parts: &[&str]) -> Option<Control> {
    let [code, id] = parts else { return None };
    let (what, _) = OCCURRENCE.iter().find(|(_, known)| known == code)?;
    Some(Control::Occurrence(id.parse().ok()?, *what))
}

pub(super) const APPROVAL: &[(ApprovalControl, &str)] =
    &[(ApprovalControl::Approve, "approve"), (ApprovalControl::SendBack, "send_back")];

pub(super) const HELD: &[(HeldControl, &str)] =
    &[(HeldControl::PostNow, "post_now"), (HeldControl::Retime, "retime"), (HeldControl::Leave, "leave")];

pub(super) fn encode_draft(draft: DraftAt, what: DraftControl) -> String {
    let (_, code) = DRAFT.iter().find(|(known, _)| *known == what).expect("every control has a code");
    match draft.revision {
        // As it was written before drafts counted their changes; no draft is in this state any more.
        0 => format!("v1:draft:{code}:{}", draft.id),
        revision => format!("v1:draft:{code}:{}:{revision}", draft.id),
    }
}

pub(super) fn parse_draft(parts: &[&str]) -> Option<Control> {
    let (code, id, revision) = match parts {
        [code, id] => (code, id, "0"),
        [code, id, revision] => (code, id, *revision),
        _ => return None,
    };
    let (what, _) = DRAFT.iter().find(|(_, known)| known == code)?;
    Some(Control::Draft(draft(id, revision)?, *what))
}

pub(super) fn encode_approval(draft: DraftAt, what: ApprovalControl) -> String {
    let (_, code) = APPROVAL.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:approval:{code}:{}:{}", draft.id, draft.revision)
}

pub(super) fn parse_approval(parts: &[&str]) -> Option<Control> {
    let [code, id, revision] = parts else { return None };
    let (what, _) = APPROVAL.iter().find(|(_, known)| known == code)?;
    Some(Control::Approval(draft(id, revision)?, *what))
}

fn draft(id: &str, revision: &str) -> Option<DraftAt> {
    Some(DraftAt { id: id.parse().ok()?, revision: revision.parse().ok()? })
}

pub(super) fn encode_held(announcement: AnnouncementId, what: HeldControl) -> String {
    let (_, code) = HELD.iter().find(|(known, _)| *known == what).expect("every control has a code");
    format!("v1:held:{code}:{announcement}")
}

pub(super) fn parse_held(parts: &[&str]) -> Option<Control> {
    let [code, id] = parts else { return None };
    let (what, _) = HELD.iter().find(|(_, known)| known == code)?;
    Some(Control::Held(id.parse().ok()?, *what))
}
