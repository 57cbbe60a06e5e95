//! Posts what leads are to be told.

use super::Job;
use crate::service::notices;

/// The job.
pub(super) const JOB: Job = Job {
    name: "tell_leads",
    also_when_gone: false,
    run: |services, guild| Box::pin(notices::post_waiting(services, guild)),
};
