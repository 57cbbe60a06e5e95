//! Closes waves whose time is over, goes on with seals that were interrupted, and makes posts that are missing.

use super::Job;
use crate::service::pulses;

pub(super) const JOB: Job = Job {
    name: "close_due_waves",
    also_when_gone: true,
    run: |services, guild| Box::pin(pulses::run_due(services, guild)),
};
