//! What a button, select or form stands for, as data.
//!
//! Messages carry controls; `discord::custom_id` writes them as custom ids and parses them back. A control is a
//! request, never a right: who may do what is decided from the interaction's own member and the database.

use super::ids::{AnnouncementId, DeliveryId, DepartmentId, ReportId, WaveId};
use super::labels::Helped;
use super::reports::Subject;

/// Any control that the bot has ever put on a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// On a posted announcement.
    Announcement(DeliveryId, AnnouncementControl),
    /// On the private preview of a draft.
    Draft(AnnouncementId, DraftControl),
    /// On a pulse's post or on the private answering screen.
    Pulse(WaveId, PulseControl),
    /// Around a champion's report.
    Report(ReportControl),
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
    /// "This worries me": opens a form.
    Worry,
}

/// What the author of a draft can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DraftControl {
    /// The select of departments.
    Departments,
    /// Post at the planned time.
    Schedule,
    /// Post at once.
    PostNow,
    /// Opens the form again; also the form itself.
    Edit,
    /// "What's in it for…": one line per department; opens a form, and the form itself.
    Benefits,
    /// Throw the draft away.
    Discard,
}

/// What a person who answers a pulse can do. Items count from 0 in the wave's frozen order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PulseControl {
    /// "Answer privately": opens the screen, or resumes it.
    Start,
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
