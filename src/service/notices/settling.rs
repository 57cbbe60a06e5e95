//! Questions in the leads' channel: whether one is still open, whatever it is about, and what becomes of its buttons once
//! it isn't. It may have been decided elsewhere, or time has.
//!
//! Only buttons are taken away. The words stay as they are, also those that a press has put there meanwhile, so that it
//! doesn't matter which of the two comes first, or how often.

use chrono::{DateTime, Utc};

use super::AGAIN;
use crate::domain::ids::GuildId;
use crate::service::announcements::failing::Gap;
use crate::service::announcements::{again, approving, deciding, failing, holding, waiting};
use crate::service::failure::Failure;
use crate::service::ports::ChatError;
use crate::service::{Services, pulses};
use crate::store;
use crate::store::notices::{About, Notice};

/// Whether a notice still has something to decide. One that asks nothing has not.
pub(super) async fn is_open(services: &Services, guild: GuildId, notice: &Notice) -> Result<bool, Failure> {
    let Some(about) = notice.about.filter(|_| !notice.is_replaced) else { return Ok(false) };
    let store = services.store(guild).await?;
    let mut reader = store.reader().await?;
    match about {
        About::Decision(id) => deciding::is_undecided(&mut reader, id).await,
        About::Retry(id) => failing::is_missing(&mut reader, id, Gap::Refused).await,
        About::Repost(id) => failing::is_missing(&mut reader, id, Gap::Deleted).await,
        About::Pause(id) => holding::can_be_held(&mut reader, id).await,
        About::Draft(id) => approving::is_asked(&mut reader, id).await,
        About::Round(id) => again::approving::is_asked(&mut reader, id).await,
        About::Wait(id) => waiting::may_wait(&mut reader, id, services.clock.now()).await,
        About::Wave(id) => pulses::waits_for_leads(&mut reader, id).await,
    }
}

/// Takes the buttons off what stands there with its question decided, and says when to come again. Where Discord refuses
/// that for good, the buttons stay, and answer that it is decided.
pub async fn take_buttons(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let standing = store::notices::list_standing(&mut *store.reader().await?).await?;
    for notice in standing {
        let Some((channel, message)) = notice.stands else { continue };
        if is_open(services, guild, &notice).await? {
            continue;
        }
        match services.chat.take_controls(channel, message).await {
            Ok(()) => {}
            Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized) => {
                return Ok(Some(services.clock.now() + AGAIN));
            }
            Err(error) => tracing::warn!(%error, "a notice to leads keeps its buttons"),
        }
        let mut tx = store.begin().await?;
        store::notices::mark_settled(&mut tx, notice.id).await?;
        tx.commit().await?;
    }
    Ok(None)
}
