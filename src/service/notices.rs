//! What leads are told in their channel: written with the change that it is about, in one transaction, and posted
//! afterwards, so that nothing is told that did not happen and nothing that happened stays untold.

pub mod settling;

use chrono::{DateTime, TimeDelta, Utc};

use super::actor::Actor;
use super::announcements::failing::Gap;
use super::failure::Failure;
use super::ports::ChatError;
use super::{Services, announcements, pulses, views};
use crate::domain::ids::{ChannelId, GuildId, MessageId};
use crate::store;
use crate::store::notices::{About, Notice};
use crate::texts::Language;
use crate::texts::message::Message;
use crate::values;

/// Until the next try; where Discord refuses (403, 404) it is not asked more often than this (promises.md 4).
const AGAIN: TimeDelta = TimeDelta::seconds(30);
const CLOSED: TimeDelta = TimeDelta::minutes(5);

/// What could not be told for so long isn't told any more. `/announce show` still shows what was missed.
const OVER: TimeDelta = TimeDelta::days(7);

/// Adds a notice to the transaction; the scheduler posts it, with the buttons of what it is about.
///
/// `text` is said already, in the company's language; people's words in it are escaped.
pub async fn tell_leads(
    services: &Services,
    tx: &mut store::Tx,
    text: &str,
    about: Option<About>,
) -> Result<(), Failure> {
    store::notices::insert_notice(tx, text, about, services.clock.now()).await?;
    services.due_changed.notify_one();
    Ok(())
}

/// Adds what a lead decided on a screen of their own: all leads learn it, and who it was. `what`: in a sentence.
pub(super) async fn tell_decided(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    language: &Language,
    what: &str,
) -> Result<(), Failure> {
    let who = format!("<@{}>", actor.user);
    let text = services.texts.say(language, "announce.notice.decided_by", values! { who => who, what => what });
    tell_leads(services, tx, &text, None).await
}

/// Posts what waits, and says when to come again. While leads have no channel, or it is closed to the bot, everything
/// waits: a decision that nobody reads of is lost. What has waited for a week is over.
pub async fn post_waiting(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let now = services.clock.now();
    let (company, waiting, closed) = {
        // In a turn among the writers: whoever writes a notice wakes the scheduler before it is committed.
        let mut reader = store.begin().await?;
        let company = store::company::get_company(&mut reader).await?;
        let closed = match company.leads_channel {
            Some(channel) => store::deliveries::find_disabled_since(&mut reader, channel).await?,
            None => None,
        };
        (company, store::notices::list_notices(&mut reader).await?, closed)
    };
    let Some(channel) = company.leads_channel.filter(|_| !waiting.is_empty()) else { return Ok(None) };
    if let Some(again) = closed.map(|closed| closed + CLOSED).filter(|again| *again > now) {
        return Ok(Some(again));
    }
    let language = services.language(&company);
    for notice in waiting {
        let is_over = now - notice.created_at > OVER;
        let message = if is_over { None } else { message(services, guild, &language, &notice).await? };
        let (mut is_untold, mut stands) = (message.is_none(), None);
        if let Some(message) = message {
            let row = ('n', notice.id, notice.created_at);
            match post_once(services, guild, channel, row, &message).await {
                Ok(posted) => stands = notice.about.map(|_| (channel, posted)),
                Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized) => {
                    return Ok(Some(services.clock.now() + AGAIN));
                }
                Err(error @ (ChatError::Forbidden(code) | ChatError::Gone(code))) => {
                    tracing::warn!(%error, "leads can't be told: their channel is missing or closed to the bot");
                    let mut tx = store.begin().await?;
                    store::deliveries::enable_channel(&mut tx, channel).await?;
                    store::deliveries::disable_channel(&mut tx, channel, code, now).await?;
                    tx.commit().await?;
                    return Ok(Some(now + CLOSED));
                }
                Err(error @ ChatError::Rejected(_)) => {
                    tracing::warn!(%error, "leads could not be told: Discord refuses the text");
                    is_untold = true;
                }
            }
        }
        let mut tx = store.begin().await?;
        if is_untold {
            store::notices::mark_failed(&mut tx, notice.id).await?;
        } else {
            store::notices::mark_told(&mut tx, notice.id, stands).await?;
            if closed.is_some() {
                store::deliveries::enable_channel(&mut tx, channel).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(None)
}

/// A notice as it is posted: with buttons while its question is open, without them afterwards. `None` if that leaves
/// nothing to say: a second lead's question is its draft, and what no longer waits has left.
async fn message(
    services: &Services,
    guild: GuildId,
    language: &Language,
    notice: &Notice,
) -> Result<Option<Message>, Failure> {
    let (texts, text) = (&services.texts, notice.text.as_str());
    let Some(about) = notice.about else { return Ok(Some(views::plain(text.to_owned()))) };
    if !settling::is_open(services, guild, notice).await? {
        let is_empty = matches!(about, About::Draft(_) | About::Round(_) | About::Wait(_));
        return Ok((!is_empty).then(|| views::plain(text.to_owned())));
    }
    Ok(match about {
        About::Decision(id) => Some(views::announcements::decision(texts, language, text, id)),
        About::Retry(id) => Some(views::announcements::retry(texts, language, text, id, Gap::Refused)),
        About::Repost(id) => Some(views::announcements::retry(texts, language, text, id, Gap::Deleted)),
        About::Pause(id) => Some(views::cascade::notice(texts, language, text, id)),
        About::Draft(id) => announcements::approving::question(services, guild, id, text).await?,
        About::Round(id) => announcements::again::approving::question(services, guild, id, text).await?,
        About::Wait(id) => Some(views::announcements::waits(texts, language, text, id)),
        About::Wave(id) if pulses::is_uncounted(services, guild, id).await? => {
            Some(views::pulses::decisions::spoilt(texts, language, text, id))
        }
        About::Wave(id) => Some(views::pulses::decisions::question(texts, language, text, id)),
    })
}

/// Posts a message, unless it stands there from a try that a crash left in doubt. Where the history can't be read, the
/// nonce alone serves. `row`: the kind and number of its row, for the nonce, and when it was written.
pub(super) async fn post_once(
    services: &Services,
    guild: GuildId,
    channel: ChannelId,
    (kind, row, written): (char, i64, DateTime<Utc>),
    message: &Message,
) -> Result<MessageId, ChatError> {
    match services.chat.find_same(channel, message, written).await {
        Ok(Some(found)) => return Ok(found),
        Ok(None) | Err(ChatError::Forbidden(_)) => {}
        Err(error) => return Err(error),
    }
    services.chat.post(channel, message, Some(&nonce(guild, kind, row))).await
}

/// A nonce that no other post of the bot has: guilds share one bot, and Discord compares nonces across them. At most
/// 25 characters: a guild's id takes 13 in base 36, the kind one, which leaves 11 for the row.
pub fn nonce(guild: GuildId, kind: char, row: i64) -> String {
    let row = u64::try_from(row).expect("rows count from 1");
    format!("{}{kind}{}", base_36(guild.get()), base_36(row))
}

fn base_36(mut number: u64) -> String {
    let mut digits = Vec::new();
    while number > 0 || digits.is_empty() {
        let digit = u32::try_from(number % 36).expect("below 36");
        digits.push(char::from_digit(digit, 36).expect("below 36").to_ascii_uppercase());
        number /= 36;
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_fits_discords_25_characters_and_tells_guilds_and_kinds_apart() {
        let guild = |id| GuildId::new(id).expect("a snowflake");
        assert_eq!(nonce(guild(36), 'd', 37), "10d11");
        let longest = nonce(guild(i64::MAX.cast_unsigned()), 'd', 10_i64.pow(16));
        assert!(longest.len() <= 25, "{longest}");
        assert_ne!(nonce(guild(1), 'd', 2), nonce(guild(2), 'd', 2));
        assert_ne!(nonce(guild(1), 'd', 2), nonce(guild(1), 'n', 2));
    }
}
