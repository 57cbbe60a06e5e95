//! Tells leads which teams are still to be briefed, and which were not.

use super::Job;
use crate::service::announcements::cascade::following;

/// The job.
pub(super) const JOB: Job = Job {
    name: "follow_cascades",
    also_when_gone: false,
    run: |services, guild| Box::pin(following::follow_due(services, guild)),
};
