//! Lets posted announcements follow their changed text.

use super::Job;
use crate::service::announcements::rewording;

/// The job.
pub(super) const JOB: Job = Job {
    name: "reword_posts",
    also_when_gone: false,
    run: |services, guild| Box::pin(rewording::reword_posts(services, guild)),
};
