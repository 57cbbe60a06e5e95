//! Controls as custom ids, and back: `v1:<area>:<what>:<numbers…>`.
//!
//! Custom ids live on messages for years, so a form once written is parsed for ever; a changed meaning takes a new
//! version. They are input: parsing is strict, and what comes out is a request, never a right.

mod again;
mod announcements;
mod cascade;
mod comments;
mod privacy;
mod pulses;
mod questions;
mod reports;
mod waves;

use crate::domain::controls::Control;

/// Discord's limit (discord.md 4, "custom_id").
pub const MAX_LENGTH: usize = 100;

/// A text that is no custom id of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a custom id of this bot")]
pub struct UnknownControl;

/// Writes a control.
pub fn encode(control: Control) -> String {
    match control {
        Control::Announcement(delivery, what) => announcements::encode_posted(delivery, what),
        Control::Draft(draft, what) => announcements::encode_draft(draft, what),
        Control::Approval(draft, what) => announcements::encode_approval(draft, what),
        Control::Held(announcement, what) => announcements::encode_held(announcement, what),
        Control::Questions(what) => questions::encode(what),
        Control::Ask(what) => questions::encode_ask(what),
        Control::Brief(delivery, what) => cascade::encode_brief(delivery, what),
        Control::Again(round, what) => again::encode(round, what),
        Control::Round(delivery, what) => again::encode_request(delivery, what),
        Control::Cascade(announcement, what) => cascade::encode(announcement, what),
        Control::Occurrence(occurrence, what) => announcements::encode_occurrence(occurrence, what),
        Control::Pulse(wave, what) => pulses::encode(wave, what),
        Control::Wave(wave, what) => waves::encode(wave, what),
        Control::Series(series, what) => waves::encode_series(series, what),
        Control::Report(what) => reports::encode(what),
        Control::Comments(wave, what) => comments::encode(wave, what),
        Control::Privacy(what) => privacy::encode(what),
    }
}

/// Reads a custom id. Every text that [`encode`] never writes is refused.
pub fn parse(text: &str) -> Result<Control, UnknownControl> {
    if text.len() > MAX_LENGTH {
        return Err(UnknownControl);
    }
    let parts: Vec<&str> = text.split(':').collect();
    let control = match parts.as_slice() {
        ["v1", "announcement", rest @ ..] => announcements::parse_posted(rest),
        ["v1", "draft", rest @ ..] => announcements::parse_draft(rest),
        ["v1", "approval", rest @ ..] => announcements::parse_approval(rest),
        ["v1", "held", rest @ ..] => announcements::parse_held(rest),
        ["v1", "questions", rest @ ..] => questions::parse(rest),
        ["v1", "ask", rest @ ..] => questions::parse_ask(rest),
        ["v1", "occurrence", rest @ ..] => announcements::parse_occurrence(rest),
        ["v1", "brief", rest @ ..] => cascade::parse_brief(rest),
        ["v1", "again", rest @ ..] => again::parse(rest),
        ["v1", "round", rest @ ..] => again::parse_request(rest),
        ["v1", "cascade", rest @ ..] => cascade::parse(rest),
        ["v1", "pulse", rest @ ..] => pulses::parse(rest),
        ["v1", "wave", rest @ ..] => waves::parse(rest),
        ["v1", "series", rest @ ..] => waves::parse_series(rest),
        ["v1", "report", rest @ ..] => reports::parse(rest),
        ["v1", "comments", rest @ ..] => comments::parse(rest),
        ["v1", "privacy", rest @ ..] => privacy::parse(rest),
        _ => None,
    };
    // One spelling each: `+1` or `01` parse as numbers but were never written by us.
    control.filter(|control| encode(*control) == text).ok_or(UnknownControl)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::announcements::DraftAt;
    use crate::domain::controls::{
        AgainControl, AnnouncementControl, AskControl, BriefControl, CascadeControl, CommentsControl, DraftControl,
        PrivacyControl, PulseControl, QuestionsControl, ReplyAt, ReportControl, RoundControl,
    };
    use crate::domain::ids::{
        AnnouncementId, DeliveryId, DepartmentId, OccurrenceId, ReplyId, ReportId, RoundId, SeriesId, WaveId,
    };
    use crate::domain::labels::{FearCode, Helped, ReportKind, Severity};
    use crate::domain::reports::Subject;
    use crate::domain::rounds::RoundAt;

    fn controls() -> Vec<Control> {
        let delivery = DeliveryId::new(i64::MAX).expect("positive");
        let announcement = AnnouncementId::new(1).expect("positive");
        let wave = WaveId::new(7).expect("positive");
        let mut all = Vec::new();
        for what in announcements::POSTED {
            all.push(Control::Announcement(delivery, what.0));
        }
        let department = DepartmentId::new(i64::MAX).expect("positive");
        for what in [
            AnnouncementControl::QuestionForm { department },
            AnnouncementControl::Fear { department },
            AnnouncementControl::WorryForm { department, fear: FearCode::Leadership },
        ] {
            all.push(Control::Announcement(delivery, what));
        }
        for what in [BriefControl::Briefed, BriefControl::BriefedFor, BriefControl::Form { department }] {
            all.push(Control::Brief(delivery, what));
        }
        let id = RoundId::new(i64::MAX).expect("positive");
        for ((what, _), revision) in again::DRAFT.iter().zip([0, 1, u32::MAX].into_iter().cycle()) {
            all.push(Control::Again(RoundAt { id, revision }, *what));
        }
        for ((what, _), revision) in announcements::APPROVAL.iter().zip([0, u32::MAX]) {
            all.push(Control::Again(RoundAt { id, revision }, AgainControl::Decide(*what)));
        }
        for what in [RoundControl::Sign, RoundControl::SignFor, RoundControl::Form { department }] {
            all.push(Control::Round(delivery, what));
        }
        for what in [CascadeControl::Edit, CascadeControl::Pause] {
            all.push(Control::Cascade(announcement, what));
        }
        for what in announcements::OCCURRENCE {
            all.push(Control::Occurrence(OccurrenceId::new(3).expect("positive"), what.0));
        }
        for (what, revision) in announcements::DRAFT.iter().zip([0, 1, u32::MAX].into_iter().cycle()) {
            all.push(Control::Draft(DraftAt { id: announcement, revision }, what.0));
        }
        for what in announcements::APPROVAL {
            all.push(Control::Approval(DraftAt { id: announcement, revision: 2 }, what.0));
        }
        for what in announcements::HELD {
            all.push(Control::Held(announcement, what.0));
        }
        let at = ReplyAt { id: ReplyId::new(i64::MAX).expect("positive"), revision: u32::MAX };
        for what in [
            QuestionsControl::Page { page: u16::MAX },
            QuestionsControl::Pick,
            QuestionsControl::Worries,
            QuestionsControl::Words { announcement },
            QuestionsControl::WordsPage { announcement, page: u16::MAX },
            QuestionsControl::PickFear,
            QuestionsControl::Add(at),
            QuestionsControl::Answer(at),
            QuestionsControl::AnswerAll(at),
            QuestionsControl::Decline(at),
            QuestionsControl::Post(at),
            QuestionsControl::Discard(at),
        ] {
            all.push(Control::Questions(what));
        }
        for what in [AskControl::Department, AskControl::Form(None), AskControl::Form(Some(department))] {
            all.push(Control::Ask(what));
        }
        for item in 0..12 {
            all.push(Control::Pulse(wave, PulseControl::Show { screen: item }));
            for point in [None, Some(1), Some(5)] {
                all.push(Control::Pulse(wave, PulseControl::Answer { item, point }));
            }
        }
        for round in 1..=2 {
            all.push(Control::Pulse(wave, PulseControl::Reminded { round }));
        }
        for (what, _) in pulses::PLAIN {
            all.push(Control::Pulse(wave, *what));
        }
        for (what, _) in waves::WAVE {
            all.push(Control::Wave(wave, *what));
        }
        for (what, _) in waves::SERIES {
            all.push(Control::Series(SeriesId::new(i64::MAX).expect("positive"), *what));
        }
        for what in
            [CommentsControl::Open, CommentsControl::Group, CommentsControl::Page { group: u8::MAX, page: u16::MAX }]
        {
            all.push(Control::Comments(wave, what));
        }
        for what in [
            PrivacyControl::Changes,
            PrivacyControl::ChangesPage { page: u16::MAX },
            PrivacyControl::Erase,
            PrivacyControl::Keep,
        ] {
            all.push(Control::Privacy(what));
        }
        let (report, department) = (ReportId::new(i64::MAX), DepartmentId::new(i64::MAX));
        let (report, department) = (report.expect("positive"), department.expect("positive"));
        for &kind in ReportKind::ALL {
            let subject = Subject { kind, about: FearCode::Leadership, severity: Severity::Blocking };
            all.push(Control::Report(ReportControl::Department(subject)));
            all.push(Control::Report(ReportControl::Form(subject, department)));
        }
        all.push(Control::Report(ReportControl::Change(report)));
        all.push(Control::Report(ReportControl::Withdraw(report)));
        all.extend(Helped::ALL.iter().map(|helped| Control::Report(ReportControl::Helped(report, *helped))));
        all
    }

    #[test]
    fn every_control_comes_back_as_it_was_and_fits() {
        for control in controls() {
            let text = encode(control);
            assert!(text.len() <= MAX_LENGTH, "{text}");
            assert_eq!(parse(&text), Ok(control), "{text}");
        }
    }

    #[test]
    fn forged_custom_ids_are_unknown() {
        for text in [
            "",
            "v1",
            "v2:pulse:start:1",
            "v1:pulse:start",
            "v1:pulse:start:0",
            "v1:pulse:start:-1",
            "v1:pulse:start:01",
            "v1:pulse:start:+1",
            "v1:pulse:start:1:2",
            "v1:pulse:answer:1:0:6",
            "v1:pulse:reminded:1:3",
            "v1:pulse:answer:1:300:1",
            "v1:announcement:understood:99999999999999999999",
            "v1:draft:explode:1",
            "v1:draft:schedule:1:0",
            "v1:draft:schedule:1:-1",
            "v1:approval:approve:1",
            "v1:questions:post:1",
            "v1:questions:words:0",
            "v1:ask:form:0",
            "v1:report:form:doubt:tool:4:1",
            "v1:report:form:doubt:tool:2",
            "v1:report:department:doubt:tool:2:1",
            "v1:report:helped:1:maybe",
            "v1:announcement:worry_form:1:1:boredom",
            "v1:announcement:question_form:1",
            "v1:occurrence:send_now:0",
            "v1:brief:form:1",
            "v1:brief:briefed:1:1",
            "v1:cascade:resume:1",
            "v1:wave:close:0",
            "v1:wave:end:1",
            "v1:series:end:1:2",
            "v1:again:sign:1",
            "v1:round:form:1",
            "v1:comments:page:1:256:0",
            "v1:comments:page:1:0",
            "v1:privacy:erase:1",
            "v1:privacy:changes:-1",
            " v1:pulse:start:1",
        ] {
            assert_eq!(parse(text), Err(UnknownControl), "{text}");
        }
        assert_eq!(parse(&"v1:pulse:start:1".repeat(20)), Err(UnknownControl));
    }

    proptest! {
        #[test]
        fn any_text_parses_to_what_writes_it_or_is_refused(text in "(v1:)?[a-z]{0,12}:[a-z_]{0,12}:[0-9:+-]{0,24}|.{0,120}") {
            if let Ok(control) = parse(&text) {
                prop_assert_eq!(encode(control), text);
            }
        }
    }

    #[test]
    fn the_samples_cover_every_kind() {
        let all = controls();
        let has = |test: fn(&Control) -> bool| all.iter().any(test);
        assert!(has(|c| matches!(c, Control::Announcement(_, AnnouncementControl::Worry))));
        assert!(has(|c| matches!(c, Control::Draft(_, DraftControl::Discard))));
        assert!(has(|c| matches!(c, Control::Pulse(_, PulseControl::Finish))));
        assert!(has(|c| matches!(c, Control::Report(ReportControl::Withdraw(_)))));
    }
}
