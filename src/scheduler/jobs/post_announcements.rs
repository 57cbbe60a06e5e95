//! Posts announcements whose time has come.

use super::Job;
use crate::service::announcements::sending;

/// The job.
pub(super) const JOB: Job = Job {
    name: "post_announcements",
    also_when_gone: false,
    run: |services, guild| Box::pin(sending::send_due(services, guild)),
};
