//! What each department is told of its own result once a wave is sealed: in its channel, once.
//!
//! It says nothing that isn't in the leads' summary of the same snapshot, so that nobody learns more from both. Groups
//! that may not be shown get a sentence without a number.

use chrono::{DateTime, Utc};

use super::{AGAIN, Services, Wave, follow_ups};
use crate::domain::follow_ups::{FollowUpKind, FollowUpState};
use crate::domain::ids::GuildId;
use crate::domain::waves::WaveState;
use crate::service::failure::Failure;
use crate::service::{contact, sentiment, views};
use crate::store;

/// Writes down which channels are to be told, once. Nothing is told of a wave that was called off, or in channels where
/// its post never stood.
pub async fn plan(services: &Services, guild: GuildId, wave: &Wave) -> Result<(), Failure> {
    if wave.state != WaveState::Sealed {
        return Ok(());
    }
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    // A wave that was told before departments were told anything stays as it is.
    if store::waves::get_told(&mut tx, wave.id).await? == "yes" {
        return Ok(());
    }
    let (kind, state, now) = (FollowUpKind::Result, FollowUpState::Sending, services.clock.now());
    for post in store::wave_posts::list_posts(&mut tx, wave.id).await?.iter().filter(|post| post.message.is_some()) {
        store::follow_ups::insert_follow_up(&mut tx, wave.id, post.channel, kind, state, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Tells the departments, and says when to go on with what is left of that: at the end of quiet hours, if these are on.
pub async fn send(services: &Services, guild: GuildId, wave: &Wave) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let (mut waiting, asked) = {
        let mut reader = store.reader().await?;
        let all = store::follow_ups::list_follow_ups(&mut reader, wave.id).await?;
        (all, store::waves::list_asked(&mut reader, wave.id).await?)
    };
    waiting.retain(|one| one.kind == FollowUpKind::Result && one.state.waits());
    if waiting.is_empty() {
        return Ok(None);
    }
    let (now, zone) = (services.clock.now(), services.company(guild).await?.timezone);
    let allowed = contact::quiet_hours(services, guild).await?.allowed_from(now, zone);
    if allowed > now {
        return Ok(Some(allowed));
    }
    let Some((summary, words)) = sentiment::for_departments(services, guild, wave.id).await? else { return Ok(None) };
    let language = services.language(&services.company(guild).await?);
    let mut is_complete = true;
    for result in waiting {
        let names: Vec<&str> = asked.iter().filter(|a| a.channel == result.channel).map(|a| a.name.as_str()).collect();
        let message = views::pulses::results::result(&services.texts, &language, &names, &summary, &words);
        is_complete &= follow_ups::send(services, guild, wave.id, &result, &message, true).await?;
    }
    Ok((!is_complete).then_some(now + AGAIN))
}
