//! A wave's posts: one per channel at launch, changed at the end; and one word to leads when results are ready.
//!
//! A try is counted before it is made, so a post that a crash left in doubt is looked for before it is made again.
//! Callers hold the guild's turn ([`super::open_waves::OpenWaves::work_on`]): a doubtful try is always a dead one.

use chrono::{DateTime, Utc};

use super::{AGAIN, Services, Wave, reminders, results};
use crate::domain::controls::{Control, PulseControl};
use crate::domain::ids::{ChannelId, GuildId, MessageId, WaveId};
use crate::domain::waves::{Post, UNSURE, WaveState};
use crate::privacy::escaping::escape;
use crate::service::failure::Failure;
use crate::service::ports::ChatError;
use crate::service::standing::{self, Standing};
use crate::service::{notices, sentiment, views};
use crate::store;
use crate::texts::message::Message;
use crate::values;

/// How a try to post came out.
enum Try {
    Stands(MessageId),
    /// It won't, with Discord's code or [`UNSURE`].
    Settled(u32),
    Later,
}

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
            Some(message) => Try::Stands(message),
            None => post_once(services, guild, wave, &post, &message).await?,
        };
        let mut tx = store.begin().await?;
        match result {
            Try::Stands(id) => {
                store::wave_posts::mark_posted(&mut tx, post.id, id).await?;
                store::wave_posts::mark_looked(&mut tx, post.id, services.clock.now()).await?;
                done.push((post.channel, Some(id)));
            }
            Try::Settled(code) => {
                tracing::warn!(code, "a pulse's post does not stand, or nobody can tell");
                store::wave_posts::mark_failed(&mut tx, post.id, code).await?;
                // Of one that opens at once leads read in the answer to their command that Discord refused it.
                if code == UNSURE || wave.launched_at < wave.opens_at || post.reposted {
                    let key = if code == UNSURE { "pulse.lost.unsure" } else { "pulse.lost.refused" };
                    let values = values! { title => &wave.set.title, department => escape(&post.department) };
                    notices::tell_leads(services, &mut tx, &services.texts.say(&language, key, values), None).await?;
                }
            }
            Try::Later => is_complete = false,
        }
        tx.commit().await?;
    }
    Ok(is_complete)
}

/// Looks for the post where an earlier try may have made it, and makes it where it certainly is not.
async fn post_once(
    services: &Services,
    guild: GuildId,
    wave: &Wave,
    post: &Post,
    message: &Message,
) -> Result<Try, Failure> {
    if post.attempts > 0 {
        let found = find(services, wave, post).await;
        if let Err(ChatError::Gone(code)) = found {
            return Ok(Try::Settled(code));
        }
        match standing::judge(services, guild, post.channel, found).await {
            Standing::There(found) => return Ok(Try::Stands(found)),
            Standing::NotThere => {}
            Standing::Unreadable => return Ok(Try::Settled(UNSURE)),
            Standing::Later => return Ok(Try::Later),
        }
    }
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    store::wave_posts::mark_attempt(&mut tx, post.id).await?;
    tx.commit().await?;
    // Discord knows a nonce again for some minutes, also one of a message that was deleted since.
    let nonce = notices::nonce(guild, if post.reposted { 'q' } else { 'p' }, post.id);
    Ok(match services.chat.post(post.channel, message, Some(&nonce)).await {
        Ok(message) => Try::Stands(message),
        Err(ChatError::Forbidden(code) | ChatError::Gone(code) | ChatError::Rejected(code)) => Try::Settled(code),
        Err(ChatError::Unavailable | ChatError::Unauthorized) => {
            let mut tx = store.begin().await?;
            store::wave_posts::take_back_attempt(&mut tx, post.id).await?;
            tx.commit().await?;
            Try::Later
        }
        Err(ChatError::Unknown) => Try::Later,
    })
}

/// Looks for a post by its button.
async fn find(services: &Services, wave: &Wave, post: &Post) -> Result<Option<MessageId>, ChatError> {
    let ours = Control::Pulse(wave.id, PulseControl::Start);
    services.chat.find_own(post.channel, ours, wave.opens_at).await
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
        // By now the channel may be readable again.
        let standing = match post.failure {
            Some(UNSURE) => match find(services, &wave, &post).await {
                Ok(found) => found,
                Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized) => {
                    is_complete = false;
                    continue;
                }
                Err(_) => None,
            },
            _ => post.message,
        };
        if let Some(found) = standing.filter(|_| post.message.is_none()) {
            // Whoever answered there reads the result there.
            let mut tx = store.begin().await?;
            store::wave_posts::mark_posted(&mut tx, post.id, found).await?;
            tx.commit().await?;
        }
        let edited = match standing {
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
        let standing = match told.as_str() {
            "claimed" => look(services, guild, channel, &[message, &plain], since).await,
            _ => Standing::NotThere,
        };
        let mut posted = match standing {
            Standing::There(_) | Standing::Unreadable => Ok(true),
            Standing::NotThere => Ok(false),
            Standing::Later => Err(ChatError::Unknown),
        };
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

/// Whether one of these stands in the channel already. Where nobody can tell, `/pulse list` says the same.
async fn look(
    services: &Services,
    guild: GuildId,
    channel: ChannelId,
    messages: &[&Message],
    since: DateTime<Utc>,
) -> Standing {
    let mut found = Ok(None);
    for message in messages {
        found = services.chat.find_same(channel, message, since).await;
        if found != Ok(None) {
            break;
        }
    }
    standing::judge(services, guild, channel, found).await
}

async fn note(services: &Services, guild: GuildId, wave: WaveId, told: &str) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let mut tx = store.begin().await?;
    store::waves::mark_told(&mut tx, wave, told).await?;
    tx.commit().await?;
    Ok(())
}
