//! Lets posts follow a changed text, and briefs what becomes of their announcement, where they stand. Nobody is pinged. An edit can be repeated, so that a crash in
//! between does no harm.

use chrono::{DateTime, TimeDelta, Utc};

use super::{load, looking};
use crate::domain::announcements::{AnnouncementState, DeliveryState, Occurrence, OccurrenceKind};
use crate::domain::ids::{DeliveryId, GuildId};
use crate::domain::lateness::PUNCTUAL;
use crate::service::failure::Failure;
use crate::service::ports::ChatError;
use crate::service::{Services, notices, views};
use crate::store::changes::PostChange;
use crate::store::{self, GuildStore};
use crate::values;

/// Until the next try, and the next look at a post that is still on its way.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// Changes the posts that wait for it, and says when to come again.
pub async fn reword_posts(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let waiting = {
        let mut reader = store.reader().await?;
        store::changes::list_post_changes(&mut reader).await?
    };
    let mut again = None;
    for change in waiting {
        if !reword(services, &store, change).await? {
            again = Some(services.clock.now() + AGAIN);
        }
    }
    Ok(again)
}

/// Changes one post; `false` if it is to be tried again.
async fn reword(services: &Services, store: &GuildStore, change: PostChange) -> Result<bool, Failure> {
    let PostChange { delivery, occurrence, since } = change;
    let found = {
        let mut reader = store.reader().await?;
        let deliveries = store::deliveries::list_deliveries(&mut reader, occurrence).await?;
        let occurrence = store::occurrences::find_occurrence(&mut reader, occurrence).await?;
        match (deliveries.into_iter().find(|one| one.id == delivery), occurrence) {
            (Some(delivery), Some(occurrence)) => {
                load(&mut reader, occurrence.announcement).await?.map(|loaded| (loaded, occurrence, delivery))
            }
            _ => None,
        }
    };
    let Some((loaded, occurrence, delivery)) = found else { return settle(store, delivery, None).await };
    let language = services.language(&loaded.company);
    let told = match (delivery.state, delivery.message) {
        (DeliveryState::Planned | DeliveryState::Claimed, _) => return Ok(false),
        (DeliveryState::Sent, Some(message)) => {
            // Where it came in time it goes on saying nothing of lateness, whatever happened in other channels.
            let late = occurrence.late && message.made_at() - occurrence.planned > PUNCTUAL;
            let occurrence = Occurrence { late, ..occurrence };
            let texts = &services.texts;
            let post = match occurrence.kind {
                OccurrenceKind::Brief => {
                    views::cascade::brief_changed(texts, &language, &loaded, &occurrence, &delivery, since)
                }
                _ => Some(views::announcements::post(texts, &language, &loaded, &occurrence, &delivery)),
            };
            let Some(post) = post else { return settle(store, delivery.id, None).await };
            match services.chat.edit(delivery.channel, message, &post).await {
                Ok(()) => None,
                Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized) => return Ok(false),
                // Nobody posts again what was called off.
                Err(ChatError::Gone(_)) if loaded.announcement.state == AnnouncementState::Cancelled => None,
                Err(ChatError::Gone(_)) => {
                    let mut tx = store.begin().await?;
                    store::changes::delete_post_change(&mut tx, delivery.id).await?;
                    looking::note(services, &mut tx, &loaded, &occurrence, &[delivery]).await?;
                    tx.commit().await?;
                    return Ok(true);
                }
                Err(error) => {
                    tracing::warn!(%error, "a post could not be changed");
                    let values = values! {
                        title => views::announcements::name_of(&services.texts, &language, &loaded, &occurrence),
                        departments => views::announcements::names_at(&loaded, delivery.channel),
                    };
                    Some(services.texts.say(&language, "announce.notice.not_reworded", values))
                }
            }
        }
        _ => None,
    };
    let told = told.map(|text| (services, text));
    settle(store, delivery.id, told).await
}

/// The post shows the text, or never will, which leads are told.
async fn settle(store: &GuildStore, delivery: DeliveryId, told: Option<(&Services, String)>) -> Result<bool, Failure> {
    let mut tx = store.begin().await?;
    store::changes::delete_post_change(&mut tx, delivery).await?;
    if let Some((services, text)) = told {
        notices::tell_leads(services, &mut tx, &text, None).await?;
    }
    tx.commit().await?;
    Ok(true)
}
