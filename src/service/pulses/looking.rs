//! Looks after what an open wave stands on: its posts, their channels, the departments' roles.
//!
//! The bot hears of no deletion (that would take an intent more than GUILDS), so it looks: once a day, and whenever a
//! reminder is due. A deleted post is made a second time and never a third; a channel that is gone is left alone; a role
//! that is gone freezes its department. Leads hear of each once, and answers are kept in any case.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{AGAIN, Services, Wave, reminders};
use crate::domain::follow_ups::FollowUpState;
use crate::domain::ids::{GuildId, MessageId};
use crate::domain::waves::Post;
use crate::privacy::escaping::escape;
use crate::service::failure::Failure;
use crate::service::ports::ChatError;
use crate::service::{lost_roles, notices};
use crate::store::{self, GuildStore};
use crate::values;

/// How often a post is looked for where no reminder is due.
const EVERY: TimeDelta = TimeDelta::days(1);

/// "Unknown message" (discord-api-docs `topics/opcodes-and-status-codes`).
const UNKNOWN_MESSAGE: u32 = 10008;

/// What was found of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// It stands, or nobody can tell.
    There,
    /// It was deleted, for the first time.
    Lost,
    /// It can't be had back: deleted again, or its channel is gone. With Discord's code.
    Gone(u32),
}

/// Looks if it is time to, and says when to look again.
pub(super) async fn look(services: &Services, guild: GuildId, wave: &Wave) -> Result<Option<DateTime<Utc>>, Failure> {
    let (store, now) = (services.store(guild).await?, services.clock.now());
    let mut posts = store::wave_posts::list_posts(&mut *store.reader().await?, wave.id).await?;
    posts.retain(|post| post.message.is_some() && post.failure.is_none());
    let due = |post: &Post| post.looked_at.unwrap_or(wave.opens_at) + EVERY;
    let Some(first) = posts.iter().map(due).min() else { return Ok(None) };
    let reminds = reminders::list(&store, wave).await?;
    let is_reminded = |post: &&Post| {
        let planned = |one: &&crate::domain::follow_ups::FollowUp| one.state == FollowUpState::Planned;
        reminds.iter().filter(planned).any(|one| one.channel == post.channel && one.planned <= now)
    };
    if now < first && posts.iter().find(is_reminded).is_none() {
        return Ok(Some(first));
    }
    let mut found: HashMap<MessageId, Found> = HashMap::new();
    for post in &posts {
        let Some(message) = post.message else { continue };
        let state = match found.get(&message) {
            Some(known) => *known,
            None => match services.chat.stands(post.channel, message).await {
                Ok(false) if post.reposted => Found::Gone(UNKNOWN_MESSAGE),
                Ok(false) => Found::Lost,
                Err(ChatError::Gone(code)) => Found::Gone(code),
                // Where the bot may not look, people may still read.
                Ok(true) | Err(ChatError::Forbidden(_) | ChatError::Rejected(_)) => Found::There,
                Err(_) => return Ok(Some(now + AGAIN)),
            },
        };
        let is_new = found.insert(message, state).is_none();
        note(services, &store, wave, post, state, is_new).await?;
    }
    // Discord tells of it at once; where that was missed, this makes good for it. What can't be read is asked again tomorrow.
    if let Ok(roles) = services.chat.roles(guild).await {
        lost_roles::only(services, guild, &roles.into_keys().collect::<Vec<_>>()).await?;
    }
    Ok(Some(now + EVERY))
}

/// Writes down what was found; of departments that share a post, leads hear once.
async fn note(
    services: &Services,
    store: &GuildStore,
    wave: &Wave,
    post: &Post,
    found: Found,
    is_new: bool,
) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = store.begin().await?;
    store::wave_posts::mark_looked(&mut tx, post.id, now).await?;
    let (key, action) = match found {
        Found::There => return Ok(tx.commit().await?),
        Found::Lost => {
            store::wave_posts::mark_lost(&mut tx, post.id).await?;
            ("pulse.lost.reposted", "pulse.reposted")
        }
        Found::Gone(code) => {
            store::wave_posts::mark_failed(&mut tx, post.id, code).await?;
            let key = if code == UNKNOWN_MESSAGE { "pulse.lost.again" } else { "pulse.lost.channel" };
            (key, "pulse.paused")
        }
    };
    if is_new {
        let language = services.language(&store::company::get_company(&mut tx).await?);
        let values = values! { title => &wave.set.title, department => escape(&post.department) };
        notices::tell_leads(services, &mut tx, &services.texts.say(&language, key, values), None).await?;
        store::audit::insert_audit(&mut tx, now, None, action, &wave.set.title).await?;
    }
    Ok(tx.commit().await?)
}
