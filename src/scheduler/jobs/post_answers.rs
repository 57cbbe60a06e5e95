//! Posts what leads answered to questions and worries.

use super::Job;
use crate::service::questions::posting;

/// The job.
pub(super) const JOB: Job = Job {
    name: "post_answers",
    also_when_gone: false,
    run: |services, guild| Box::pin(posting::post_answers(services, guild)),
};
