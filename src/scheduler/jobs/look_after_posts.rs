//! Looks whether posted announcements still stand in their channels.

use super::Job;
use crate::service::announcements::looking;

/// The job.
pub(super) const JOB: Job = Job {
    name: "look_after_posts",
    also_when_gone: false,
    run: |services, guild| Box::pin(looking::look_after(services, guild)),
};
