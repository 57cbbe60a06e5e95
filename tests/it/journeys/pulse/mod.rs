//! Pulses: launched by a lead, answered in private, closed and sealed.

mod answering;
mod bad_input;
mod comments;
mod ending;
mod launching;
mod planning;
mod reminders;
mod reports;
mod results;
mod retention;
mod sealing;
mod series;
mod summary;

use crate::support::Stage;
use crate::support::pulses::{
    CONTENT, Says, all_answer, answers, cancels, closes, guild, launched, opens, post, services,
};
