//! A wave's posts: one per channel at launch, changed at the end; and one word to leads when results are ready.
//!
//! A try is counted before it is made, so a post that a crash left in doubt is looked for before it is made again.
//! Callers hold the guild's turn ([`super::open_waves::OpenWaves::work_on`]): a doubtful try is always a dead one.

use chrono::{DateTime, Utc};

use super::{AGAIN, Services, Wave, reminders, results};
use crate::domain::controls::{Control, PulseControl};
use crate::domain::ids::{ChannelId, GuildId, MessageId, WaveId};
use crate::domain::waves::{Post, WaveState};
use crate::privacy::escaping::escape;
use crate::service::failure::Failure;
use crate::service::ports::{ChatError, Permission};
use crate::service::{notices, sentiment, views};
use crate::store;
use crate::texts::message::Message;
use crate::values;

/// Makes the posts of an open wave that are still missing. Says whether none is left to be tried again.
pub async fn post_open(services: &Services, guild: GuildId, wave: &Wave) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let posts = store::wave_posts::list_posts(&mut *store.reader().await?, wave.id).await?;
    if posts.iter().all(|post| post.message.is_some() || post.failure.is_some()) {
        return Ok(true);
    }
    let language = services.language(&services.company(guild).await?);
    let message = views::pulses::post_open(&services.texts, &language, wave);
    let mut done: Vec<(ChannelId, Option<MessageId>)> = Vec::new();
    let mut is_complete = true;
    for post in posts {
        if post.message.is_some() || post.failure.is_some() {
            done.push((post.channel, post.message));
            continue;
        }
        // Departments that share a channel share its post.
        let shared = done.iter().find(|(channel, _)| *channel == post.channel).and_then(|(_, message)| *message);
        let result = match shared {
            Some(message) => Ok(message),
            None => post_once(services, guild, wave, &post, &message).await?,
        };
        let mut tx = store.begin().await?;
        match result {
            Ok(id) => {
                store::wave_posts::mark_posted(&mut tx, post.id, id).await?;
                store::wave_posts::mark_looked(&mut tx, post.id, services.clock.now()).await?;
                done.push((post.channel, Some(id)));
            }
            Err(ChatError::Forbidden(code) | ChatError::Gone(code) | ChatError::Rejected(code)) => {
                tracing::warn!(code, "Discord refused a pulse's post");
                store::wave_posts::mark_failed(&mut tx, post.id, code).await?;
                // Of one that opens at once leads read it in the answer to their command.
                if wave.launched_at < wave.opens_at || post.reposted {
                    let values = values! { title => &wave.set.title, department => escape(&post.department) };
                    let text = services.texts.say(&language, "pulse.lost.refused", values);
                    notices::tell_leads(services, &mut tx, &text, None).await?;
                }
            }
            Err(_) => is_complete = false,
        }
        tx.commit().await?;
    }
    Ok(is_complete)
}

async fn post_once(
    services: &Services,
    guild: GuildId,
    wave: &Wave,
    post: &Post,
    message: &Message,
) -> Result<Result<MessageId, ChatError>, Failure> {
    if post.attempts > 0 {
        let ours = Control::Pulse(wave.id, PulseControl::Start);
        match services.chat.find_own(post.channel, ours, wave.opens_at).await {
            Ok(Some(found)) => return Ok(Ok(found)),
            Ok(None) => {}
            // Rather no post than two.
            Err(error) => return Ok(Err(error)),
        }
    }
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    store::wave_posts::mark_attempt(&mut tx, post.id).await?;
    tx.commit().await?;
    // Discord knows a nonce again for some minutes, also one of a message that was deleted since.
    let nonce = notices::nonce(guild, if post.reposted { 'q' } else { 'p' }, post.id);
    Ok(services.chat.post(post.channel, message, Some(&nonce)).await)
}

/// Says everywhere that a wave has ended, and says when to go on with what is left of that.
pub async fn tell_end(services: &Services, guild: GuildId, id: WaveId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let wave = super::get_wave(&store, id).await?;
    let company = services.company(guild).await?;
    let language = services.language(&company);
    let posts = store::wave_posts::list_posts(&mut *store.reader().await?, id).await?;
    let message = views::pulses::post_ended(&services.texts, &language, &wave);
    let mut is_complete = true;
    for post in posts.into_iter().filter(|post| !post.ended) {
        let edited = match post.message {
            Some(id) => services.chat.edit(post.channel, id, &message).await,
            None => Ok(()),
        };
        if matches!(edited, Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized)) {
            is_complete = false;
            continue;
        }
        let mut tx = store.begin().await?;
        store::wave_posts::mark_ended(&mut tx, post.id).await?;
        tx.commit().await?;
    }
    is_complete &= reminders::end(services, guild, &wave).await?;
    // Written down before leads are told, which is when the wave counts as told.
    results::plan(services, guild, &wave).await?;
    if !is_complete || !tell_leads(services, guild, &wave).await? {
        return Ok(Some(services.clock.now() + AGAIN));
    }
    results::send(services, guild, &wave).await
}

/// Tells leads once. A try that a crash left in doubt is looked for before it is made again. Says whether nothing is
/// left to be tried again.
async fn tell_leads(services: &Services, guild: GuildId, wave: &Wave) -> Result<bool, Failure> {
    let store = services.store(guild).await?;
    let company = services.company(guild).await?;
    let told = store::waves::get_told(&mut *store.reader().await?, wave.id).await?;
    let channel = company.leads_channel.filter(|_| told != "yes" && wave.state == WaveState::Sealed);
    let mut end = "yes";
    if let Some(channel) = channel {
        let plain = views::pulses::results_ready(&services.texts, &services.language(&company), wave);
        let summary = sentiment::post(services, guild, wave.id).await.unwrap_or_else(|_| {
            tracing::error!("the summary of a closed pulse could not be made; leads get the word without it");
            None
        });
        let message = summary.as_ref().unwrap_or(&plain);
        let since = wave.closed_at.unwrap_or(wave.closes_at);
        let mut posted =
            if told == "claimed" { look(services, guild, channel, &[message, &plain], since).await } else { Ok(false) };
        if posted == Ok(false) {
            note(services, guild, wave.id, "claimed").await?;
            let nonce = |kind| notices::nonce(guild, kind, wave.id.get());
            let mut answer = services.chat.post(channel, message, Some(&nonce('e'))).await;
            // A picture needs a permission more than a text does.
            if matches!(answer, Err(ChatError::Forbidden(_) | ChatError::Rejected(_))) {
                answer = services.chat.post(channel, &plain, Some(&nonce('t'))).await;
            }
            posted = answer.map(|_| true);
        }
        end = match posted {
            Err(ChatError::Unavailable | ChatError::Unauthorized) if told == "no" => "no",
            Err(ChatError::Unavailable | ChatError::Unauthorized | ChatError::Unknown) => "claimed",
            _ => "yes",
        };
    }
    note(services, guild, wave.id, end).await?;
    Ok(end == "yes")
}

/// Whether one of these stands in the channel already, or nobody can tell: rather no post than two, as `/pulse list`
/// says the same.
async fn look(
    services: &Services,
    guild: GuildId,
    channel: ChannelId,
    messages: &[&Message],
    since: DateTime<Utc>,
) -> Result<bool, ChatError> {
    for message in messages {
        if services.chat.find_same(channel, message, since).await?.is_some() {
            return Ok(true);
        }
    }
    // Without this permission Discord shows an empty history (discord-api-docs `resources/message`).
    let missing = services.chat.missing_permissions(guild, channel).await?;
    Ok(missing.contains(&Permission::ReadMessageHistory))
}

async fn note(services: &Services, guild: GuildId, wave: WaveId, told: &str) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    store::waves::mark_told(&mut tx, wave, told).await?;
    tx.commit().await?;
    Ok(())
}
