//! What a button, select or form stands for, as data.
//!
//! Messages carry controls; `discord::custom_id` writes them as custom ids and parses them back. A control is a
//! request, never a right: who may do what is decided from the interaction's own member and the database.

use super::announcements::DraftAt;
use super::ids::{AnnouncementId, DeliveryId, DepartmentId, OccurrenceId, ReplyId, ReportId, SeriesId, WaveId};
use super::labels::{FearCode, Helped};
use super::reports::Subject;
use super::rounds::RoundAt;

/// Any control that the bot has ever put on a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// On a posted announcement.
    Announcement(DeliveryId, AnnouncementControl),
    /// On the private preview of a draft, in the state in which it was shown.
    Draft(DraftAt, DraftControl),
    /// On the question to a second lead about a draft, in the state in which it was asked.
    Approval(DraftAt, ApprovalControl),
    /// On the answer to whoever resumes an announcement whose time has passed.
    Held(AnnouncementId, HeldControl),
    /// Around questions and worries, for leads.
    Questions(QuestionsControl),
    /// Around a question of one's own.
    Ask(AskControl),
    /// On the managers' brief of an announcement.
    Brief(DeliveryId, BriefControl),
    /// On the draft of a later round of an announcement, in the state in which it was shown or asked about.
    Again(RoundAt, AgainControl),
    /// On the request to managers or champions to post a later round.
    Round(DeliveryId, RoundControl),
    /// On what leads see of an announcement's cascade.
    Cascade(AnnouncementId, CascadeControl),
    /// On a notice that asks leads about a posting.
    Occurrence(OccurrenceId, OccurrenceControl),
    /// On a pulse's post or on the private answering screen.
    Pulse(WaveId, PulseControl),
    /// On what leads are asked about a pulse.
    Wave(WaveId, WaveControl),
    /// On what leads are asked about a pulse that repeats.
    Series(SeriesId, SeriesControl),
    /// Around a champion's report.
    Report(ReportControl),
    /// On the comments of a sealed wave.
    Comments(WaveId, CommentsControl),
    /// On a person's own page about privacy and data.
    Privacy(PrivacyControl),
}

/// What a reader of an announcement can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnnouncementControl {
    /// "Understood": named, and says so.
    Understood,
    /// "What's in it for me?"
    Benefit,
    /// "I have a question": opens a form.
    Question,
    /// "This worries me": opens a list of fears.
    Worry,
    /// The select of departments behind "Understood", for people with several department roles.
    UnderstoodFor,
    /// The same behind "What's in it for me?"
    BenefitFor,
    /// The same behind "I have a question".
    QuestionFor,
    /// The same behind "This worries me".
    WorryFor,
    /// The form of a question, asked from a department.
    QuestionForm {
        /// Under which it is kept.
        department: DepartmentId,
    },
    /// The select of fears.
    Fear {
        /// Under which the worry is kept.
        department: DepartmentId,
    },
    /// The form of a worry.
    WorryForm {
        /// Under which it is kept.
        department: DepartmentId,
        /// What it is about.
        fear: FearCode,
    },
}

/// What a manager can do with the brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BriefControl {
    /// "Briefed my team": opens the form.
    Briefed,
    /// The select of departments behind it, for managers of several.
    BriefedFor,
    /// The form.
    Form {
        /// For which department.
        department: DepartmentId,
    },
}

/// What a lead can do with the draft of a later round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AgainControl {
    /// Opens the form; also the form itself.
    Write,
    /// The select of departments.
    Departments,
    /// Ask managers or champions to post it.
    Ask,
    /// Throw the draft away.
    Discard,
    /// Take the request back where nobody has posted it yet.
    CallOff,
    /// On the question to a second lead about the draft: approve it, or send it back.
    Decide(ApprovalControl),
}

/// What a manager or champion can do with the request to post a later round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundControl {
    /// "Post in my name": opens the form.
    Sign,
    /// The select of departments behind it.
    SignFor,
    /// The form.
    Form {
        /// In which department it is posted.
        department: DepartmentId,
    },
}

/// What leads decide about a cascade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CascadeControl {
    /// On a draft: opens the form that says how long before the post managers are briefed; also the form itself.
    Edit,
    /// On a notice: hold the announcement back, because managers are still to brief their teams.
    Pause,
}

/// What leads decide about a posting that did not go out as planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OccurrenceControl {
    /// Send it now.
    SendNow,
    /// Don't send it.
    Discard,
    /// Try again where it failed.
    TryAgain,
    /// Post again where the post was deleted.
    PostAgain,
    /// Send what waits for the end of quiet hours.
    SendWaiting,
}

/// What the author of a draft can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DraftControl {
    /// The form of a new announcement.
    Write,
    /// The select of departments.
    Departments,
    /// Post at the planned time; of changes, save them.
    Schedule,
    /// Post at once.
    PostNow,
    /// Post at the planned time, although that is more than was agreed on.
    ScheduleAllTheSame,
    /// Post at once, although that is more than was agreed on.
    PostAllTheSame,
    /// Back to the preview.
    Preview,
    /// Opens the form again; also the form itself.
    Edit,
    /// "What's in it for…": one line per department; opens a form, and the form itself.
    Benefits,
    /// The select of departments whose lines are to be written, where one form can't hold them all.
    BenefitsFor,
    /// Throw the draft away.
    Discard,
    /// Shows what a second lead is asked about it.
    Question,
}

/// What a second lead can do about a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ApprovalControl {
    /// What was asked for happens.
    Approve,
    /// It does not.
    SendBack,
}

/// What a lead decides about an announcement that was held back until its time had passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeldControl {
    /// Post it now.
    PostNow,
    /// Give it another time.
    Retime,
    /// Leave it as it is.
    Leave,
}

/// What a lead can do with questions and worries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuestionsControl {
    /// Turns to a page of open questions, from 0.
    Page {
        /// Which.
        page: u16,
    },
    /// The select of questions on a page: begins an answer.
    Pick,
    /// The worries, by kind.
    Worries,
    /// "Read the worries": opens what people wrote to theirs under an announcement.
    Words {
        /// Which.
        announcement: AnnouncementId,
    },
    /// Turns to a page of it, from 0.
    WordsPage {
        /// Under which announcement.
        announcement: AnnouncementId,
        /// Which page.
        page: u16,
    },
    /// The select of a kind: begins an answer.
    PickFear,
    /// The select of similar questions: takes them up, too.
    Add(ReplyAt),
    /// Opens the form of an answer to the departments that asked; also the form itself.
    Answer(ReplyAt),
    /// The same for an answer to the whole company.
    AnswerAll(ReplyAt),
    /// The same for the reason why there is none.
    Decline(ReplyAt),
    /// Posts it.
    Post(ReplyAt),
    /// Throws it away; its questions stay open.
    Discard(ReplyAt),
}

/// An answer as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReplyAt {
    /// Which.
    pub id: ReplyId,
    /// How often it had been changed.
    pub revision: u32,
}

/// What a person with a question can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AskControl {
    /// The select of departments, for people with several department roles.
    Department,
    /// The form; kept under this department, if there is one.
    Form(Option<DepartmentId>),
}

/// What a person who answers a pulse can do. Items count from 0 in the wave's frozen order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PulseControl {
    /// "Answer privately": opens the screen, or resumes it.
    Start,
    /// The same on a reminder.
    Reminded {
        /// Which reminder: 1 or 2.
        round: u8,
    },
    /// The select of departments, for people with two department roles.
    Department,
    /// One of the five points, or `None` for "can't say".
    Answer {
        /// Which item.
        item: u8,
        /// 1 to 5, or "can't say".
        point: Option<u8>,
    },
    /// Shows the screen of an item, or with the number of items the one after them (fears, comment, finish).
    Show {
        /// Which screen.
        screen: u8,
    },
    /// The select of fear codes.
    Fears,
    /// "Nothing worries me".
    NoFears,
    /// Opens the comment's form; also the form itself.
    Comment,
    /// Done.
    Finish,
}

/// What a lead decides about a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WaveControl {
    /// Close it now.
    Close,
    /// Call it off, before it opens or while it is open.
    Cancel,
    /// Open one that could not open in time.
    Open,
    /// Count one of which some answers can't be read, without these.
    Count,
    /// Leave it as it is.
    Keep,
}

/// What a lead decides about a pulse that repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeriesControl {
    /// No further runs.
    End,
    /// Leave it as it is.
    Keep,
}

/// What a lead can do to read a wave's comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommentsControl {
    /// "Read the comments": opens the first page.
    Open,
    /// The select of groups.
    Group,
    /// Turns to a page; groups and pages count from 0.
    Page {
        /// Of which group.
        group: u8,
        /// Which page.
        page: u16,
    },
}

/// What everyone can do about privacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrivacyControl {
    /// "Who changed or read what": opens the list.
    Changes,
    /// Turns to a page of it, from 0.
    ChangesPage {
        /// Which.
        page: u16,
    },
    /// Takes back one's answers to open pulses.
    Erase,
    /// Leaves them as they are.
    Keep,
}

/// What a champion can do about a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportControl {
    /// The select of departments, for champions with several department roles.
    Department(Subject),
    /// Opens the form of a new report for this department; also the form itself.
    Form(Subject, DepartmentId),
    /// Opens the form of a filed report again; also the form itself.
    Change(ReportId),
    /// Says whether the answer helped.
    Helped(ReportId, Helped),
    /// Takes the report back.
    Withdraw(ReportId),
}
