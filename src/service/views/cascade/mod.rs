//! What people see of cascades: the brief, the manager's form, notices and the table for leads.

mod brief;
mod leads;
mod manager;

pub use brief::{brief, brief_changed};
pub use leads::{edit_button, lead_time_form, not_paused, notes, notice, paused, standing};
pub use manager::{given_back, kept, opened};

/// The field of the form that says when managers are briefed.
pub const LEAD_TIME: &str = "lead_time";

/// The fields of a manager's form.
pub const DAY: &str = "day";
/// See [`DAY`].
pub const ATTENDANCE: &str = "attendance";
/// See [`DAY`].
pub const QUESTIONS: &str = "questions";
