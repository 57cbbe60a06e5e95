//! Looks after posts that stand in their channels: whether they were deleted there. Leads hear of it once, and decide
//! whether a post is made again ([`super::failing::post_again`]): it may have been deleted on purpose.
//!
//! The bot hears of no deletion (that would take an intent more than GUILDS), so it looks. Whoever pressed "understood"
//! stays counted, whatever becomes of the post.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Loaded, load};
use crate::domain::announcements::{Delivery, DeliveryState, Lost, Occurrence};
use crate::domain::ids::{GuildId, OccurrenceId};
use crate::service::failure::Failure;
use crate::service::ports::ChatError;
use crate::service::{Services, notices, views};
use crate::store::notices::About;
use crate::store::{self, GuildStore};

/// How often a post is looked for, and for how long: afterwards few people read it. Our own measures.
const EVERY: TimeDelta = TimeDelta::hours(6);
const FOR: TimeDelta = TimeDelta::days(14);

/// Until the next try where Discord can't be asked.
const AGAIN: TimeDelta = TimeDelta::minutes(5);

/// Looks where it is time to, and says when to look again.
pub async fn look_after(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let (store, now) = (services.store(guild).await?, services.clock.now());
    let standing = store::posts::list_standing(&mut *store.reader().await?, now - FOR).await?;
    let mut next: Option<DateTime<Utc>> = None;
    for (occurrence, looked) in standing {
        let due = if looked + EVERY > now {
            looked + EVERY
        } else if look(services, &store, occurrence).await? {
            now + EVERY
        } else {
            now + AGAIN
        };
        next = Some(next.map_or(due, |next| next.min(due)));
    }
    Ok(next)
}

/// Looks for the posts of one occurrence; `false` if it is to be tried again.
async fn look(services: &Services, store: &GuildStore, id: OccurrenceId) -> Result<bool, Failure> {
    let (occurrence, loaded, deliveries) = {
        let mut reader = store.reader().await?;
        let found = store::occurrences::find_occurrence(&mut reader, id).await?;
        let Some(occurrence) = found else { return Ok(true) };
        let Some(loaded) = load(&mut reader, occurrence.announcement).await? else { return Ok(true) };
        (occurrence, loaded, store::deliveries::list_deliveries(&mut reader, id).await?)
    };
    let standing = deliveries.iter().filter(|one| one.state == DeliveryState::Sent && one.lost_at.is_none());
    let (mut lost, mut looked) = (Vec::new(), Vec::new());
    for delivery in standing {
        let Some(message) = delivery.message else { continue };
        match services.chat.stands(delivery.channel, message).await {
            // Where the bot may not look, people may still read.
            Ok(true) | Err(ChatError::Forbidden(_) | ChatError::Rejected(_)) => {}
            Ok(false) | Err(ChatError::Gone(_)) => lost.push(*delivery),
            Err(_) => return Ok(false),
        }
        looked.push(delivery.id);
    }
    let mut tx = store.begin().await?;
    for delivery in looked {
        store::posts::mark_looked(&mut tx, delivery, services.clock.now()).await?;
    }
    note(services, &mut tx, &loaded, &occurrence, &lost).await?;
    tx.commit().await?;
    Ok(true)
}

/// Writes down that posts of an occurrence were deleted, and tells leads of those that are new.
pub(super) async fn note(
    services: &Services,
    tx: &mut store::Tx,
    loaded: &Loaded,
    occurrence: &Occurrence,
    deleted: &[Delivery],
) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut lost = Vec::new();
    for delivery in deleted {
        if store::posts::mark_lost(tx, delivery.id, now).await? {
            let again = delivery.reposted_at.is_some();
            lost.push(Lost { occurrence: occurrence.id, channel: delivery.channel, at: now, again });
        }
    }
    if lost.is_empty() {
        return Ok(());
    }
    let language = services.language(&loaded.company);
    let title = views::announcements::name_of(&services.texts, &language, loaded, occurrence);
    let text = views::announcements::deleted(&services.texts, &language, loaded, &title, &lost);
    let is_offered = lost.iter().any(|one| !one.again);
    notices::tell_leads(services, tx, &text, is_offered.then_some(About::Repost(occurrence.id))).await?;
    let detail = super::subject(occurrence.announcement);
    Ok(store::audit::insert_audit(tx, now, None, "announcement.post_deleted", &detail).await?)
}
