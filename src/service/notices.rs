//! What leads are told in their channel: written with the change that it is about, in one transaction, and posted
//! afterwards, so that nothing is told that did not happen and nothing that happened stays untold.

use chrono::{DateTime, TimeDelta, Utc};

use super::failure::Failure;
use super::ports::ChatError;
use super::{Services, announcements, views};
use crate::domain::ids::{AnnouncementId, ChannelId, GuildId, OccurrenceId, RoundId};
use crate::store;
use crate::texts::message::Message;

/// Until the next try.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// Adds a notice to the transaction; the scheduler posts it. With an occurrence, leads may send or discard it.
///
/// `text` is said already, in the company's language; people's words in it are escaped.
pub async fn tell_leads(
    services: &Services,
    tx: &mut store::Tx,
    text: &str,
    occurrence: Option<OccurrenceId>,
) -> Result<(), Failure> {
    store::notices::insert_notice(tx, text, occurrence, false, services.clock.now()).await?;
    services.due_changed.notify_one();
    Ok(())
}

/// The same for an occurrence that didn't get everywhere: leads may try again what failed.
pub async fn offer_retry(
    services: &Services,
    tx: &mut store::Tx,
    text: &str,
    occurrence: OccurrenceId,
) -> Result<(), Failure> {
    store::notices::insert_notice(tx, text, Some(occurrence), true, services.clock.now()).await?;
    services.due_changed.notify_one();
    Ok(())
}

/// The same about posts that were deleted: leads may have them posted again.
pub async fn offer_repost(
    services: &Services,
    tx: &mut store::Tx,
    text: &str,
    occurrence: OccurrenceId,
) -> Result<(), Failure> {
    store::notices::insert_reposting(tx, text, occurrence, services.clock.now()).await?;
    services.due_changed.notify_one();
    Ok(())
}

/// The same with a button by which leads may pause an announcement.
pub async fn ask_to_pause(
    services: &Services,
    tx: &mut store::Tx,
    text: &str,
    announcement: AnnouncementId,
) -> Result<(), Failure> {
    store::notices::insert_pausing(tx, text, announcement, services.clock.now()).await?;
    services.due_changed.notify_one();
    Ok(())
}

/// The same, with a draft that a second lead may approve or send back as it is.
pub async fn ask_leads(
    services: &Services,
    tx: &mut store::Tx,
    text: &str,
    draft: AnnouncementId,
) -> Result<(), Failure> {
    store::notices::insert_question(tx, text, draft, services.clock.now()).await?;
    services.due_changed.notify_one();
    Ok(())
}

/// The same, with the draft of a later round.
pub async fn ask_leads_about_round(
    services: &Services,
    tx: &mut store::Tx,
    text: &str,
    round: RoundId,
) -> Result<(), Failure> {
    store::notices::insert_round_question(tx, text, round, services.clock.now()).await?;
    services.due_changed.notify_one();
    Ok(())
}

/// Posts what waits, and says when to come again.
pub async fn post_waiting(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let (company, waiting) = {
        let mut reader = store.reader().await?;
        (store::company::get_company(&mut reader).await?, store::notices::list_notices(&mut reader).await?)
    };
    let language = services.language(&company);
    for notice in waiting {
        let told = match company.leads_channel {
            Some(channel) => {
                let (texts, text) = (&services.texts, &notice.text);
                let message = if let Some(draft) = notice.draft {
                    announcements::approving::question(services, guild, draft, text).await?
                } else if let Some(round) = notice.round {
                    announcements::again::approving::question(services, guild, round, text).await?
                } else if let Some(wave) = notice.wave {
                    Some(views::pulses::decisions::question(texts, &language, text, wave))
                } else if let Some(pauses) = notice.pauses {
                    Some(views::cascade::notice(texts, &language, text, pauses))
                } else {
                    Some(views::announcements::notice(texts, &language, &notice))
                };
                let row = ('n', notice.id, notice.created_at);
                match message {
                    Some(message) => post_once(services, guild, channel, row, &message).await,
                    // What it asks about has changed or gone meanwhile.
                    None => Ok(()),
                }
            }
            None => Err(ChatError::Gone(0)),
        };
        let told = match told {
            Ok(()) => true,
            Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized) => {
                return Ok(Some(services.clock.now() + AGAIN));
            }
            Err(error) => {
                tracing::warn!(%error, "leads could not be told: their channel is missing or closed to the bot");
                false
            }
        };
        let mut tx = store.begin().await?;
        store::notices::mark_notice(&mut tx, notice.id, told).await?;
        tx.commit().await?;
    }
    Ok(None)
}

/// Posts a message, unless it stands there from a try that a crash left in doubt. Where the history can't be read, the
/// nonce alone serves. `row`: the kind and number of its row, for the nonce, and when it was written.
pub(super) async fn post_once(
    services: &Services,
    guild: GuildId,
    channel: ChannelId,
    (kind, row, written): (char, i64, DateTime<Utc>),
    message: &Message,
) -> Result<(), ChatError> {
    match services.chat.find_same(channel, message, written).await {
        Ok(Some(_)) => return Ok(()),
        Ok(None) | Err(ChatError::Forbidden(_)) => {}
        Err(error) => return Err(error),
    }
    services.chat.post(channel, message, Some(&nonce(guild, kind, row))).await.map(drop)
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
