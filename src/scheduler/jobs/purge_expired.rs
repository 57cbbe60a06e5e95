//! Deletes what was kept as long as it may be.

use super::Job;
use crate::service::retention;

/// The job.
pub(super) const JOB: Job = Job {
    name: "purge_expired",
    also_when_gone: true,
    run: |services, guild| Box::pin(retention::purge_expired(services, guild)),
};
