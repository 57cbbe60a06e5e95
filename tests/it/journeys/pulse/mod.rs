//! Pulses: launched by a lead, answered in private, closed and sealed.

mod answering;
mod comments;
mod launching;
mod reminders;
mod results;
mod retention;
mod sealing;
mod summary;

use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, answers, guild, launched, opens, post, services};
