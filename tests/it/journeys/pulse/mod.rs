//! Pulses: launched by a lead, answered in private, closed and sealed.

mod answering;
mod launching;
mod reminders;
mod results;
mod retention;
mod sealing;
mod summary;
mod traces;

use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, answers, guild, launched, opens, post, services};
