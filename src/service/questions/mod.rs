//! Questions and worries without the person: [`asking`] keeps a question, `allowance` says how much one person may say,
//! [`answering`] shows leads what is open and lets them answer one or several at once, [`reading`] what was written to
//! worries, `audience` decides who may see what, [`posting`] brings answers back to where people read them.
//!
//! Leads see what was asked, never by whom and never from which department; and nothing where so few people could have
//! asked that it would be easy to guess who did.

pub(in crate::service) mod allowance;
pub mod answering;
pub mod asking;
mod audience;
pub mod posting;
pub mod reading;

use super::failure::{Failure, UserError};

fn stale() -> Failure {
    UserError::new("common.error.stale_control").into()
}
