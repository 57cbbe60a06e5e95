//! The jobs: a file each, named after what it does, and a line in the list. Posting announcements is none of them: it
//! goes channel by channel (`super::lanes`).

mod close_due_waves;
mod follow_cascades;
mod look_after_posts;
mod post_answers;
mod purge_expired;
mod purge_gone;
mod reword_posts;
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

/// Jobs that run side by side.
pub const ALL: &[Job] = &[
    follow_cascades::JOB,
    reword_posts::JOB,
    look_after_posts::JOB,
    post_answers::JOB,
    close_due_waves::JOB,
    purge_expired::JOB,
];

/// Runs after each of those: they write what leads are to be told.
pub const TELL: Job = tell_leads::JOB;

/// Runs alone in its guild: nothing is left of that after it.
pub const FORGET: Job = purge_gone::JOB;
