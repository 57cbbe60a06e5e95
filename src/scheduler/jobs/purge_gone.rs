//! Removes what was kept of servers that the bot left long ago.

use super::Job;
use crate::service::departures;

/// The job.
pub(super) const JOB: Job = Job {
    name: "purge_gone",
    also_when_gone: true,
    run: |services, guild| Box::pin(departures::purge_gone(services, guild)),
};
