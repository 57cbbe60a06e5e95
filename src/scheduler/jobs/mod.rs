//! The jobs: a file each, named after what it does, and a line in the list.

mod close_due_waves;
mod follow_cascades;
mod post_announcements;
mod purge_expired;
mod purge_gone;
mod tell_leads;

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;

use crate::domain::ids::GuildId;
use crate::service::Services;
use crate::service::failure::Failure;

/// Work that comes due.
#[derive(Debug, Clone, Copy)]
pub struct Job {
    /// Its name in the logs.
    pub name: &'static str,
    /// It also runs for a guild that the bot was taken off. Nothing is posted there, but promises are kept.
    pub also_when_gone: bool,
    /// Does what is due in one guild and says when it wants to be asked again: `None` if nothing waits.
    pub run: for<'a> fn(&'a Services, GuildId) -> BoxFuture<'a, Due>,
}

/// When a job wants to be asked again.
pub type Due = Result<Option<DateTime<Utc>>, Failure>;

/// All jobs, in the order in which they run.
pub const ALL: &[Job] = &[
    post_announcements::JOB,
    follow_cascades::JOB,
    close_due_waves::JOB,
    purge_expired::JOB,
    // After those that write notices.
    tell_leads::JOB,
    // Last: nothing of the guild is left after it.
    purge_gone::JOB,
];
