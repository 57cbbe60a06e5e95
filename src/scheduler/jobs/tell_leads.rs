//! Posts what leads are to be told, and takes the buttons off what has been decided.

use super::{Due, Job};
use crate::domain::ids::GuildId;
use crate::service::Services;
use crate::service::notices::{self, settling};

/// The job.
pub(super) const JOB: Job =
    Job { name: "tell_leads", also_when_gone: false, run: |services, guild| Box::pin(tell(services, guild)) };

async fn tell(services: &Services, guild: GuildId) -> Due {
    let waits = notices::post_waiting(services, guild).await?;
    let again = settling::take_buttons(services, guild).await?;
    Ok(waits.into_iter().chain(again).min())
}
