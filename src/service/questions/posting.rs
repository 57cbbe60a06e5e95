//! Brings answers to the channels where people read them, once each.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::ids::GuildId;
use crate::domain::questions::told;
use crate::service::announcements::overview::FEWEST;
use crate::service::failure::Failure;
use crate::service::notices::post_once;
use crate::service::ports::ChatError;
use crate::service::{Services, notices, views};
use crate::store;
use crate::values;

/// Until the next try.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// Posts what waits, and says when to come again.
pub async fn post_answers(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let store = services.store(guild).await?;
    let (company, waiting) = {
        let mut reader = store.reader().await?;
        (store::company::get_company(&mut reader).await?, store::replies::list_waiting_posts(&mut reader).await?)
    };
    let language = services.language(&company);
    let mut again = None;
    for post in waiting {
        let (reply, worries) = {
            let mut reader = store.reader().await?;
            let reply = store::replies::find_reply(&mut reader, post.reply).await?;
            (reply, told(store::questions::list_answered_worries(&mut reader, post.reply, FEWEST).await?))
        };
        let Some(reply) = reply else { continue };
        let message = views::questions::answer(&services.texts, &language, &reply, worries);
        let row = ('a', post.id, post.created_at);
        let told = match post_once(services, guild, post.channel, row, &message).await {
            Ok(_) => None,
            Err(ChatError::Unavailable | ChatError::Unknown | ChatError::Unauthorized) => {
                again = Some(services.clock.now() + AGAIN);
                continue;
            }
            Err(error) => {
                tracing::warn!(%error, "an answer could not be posted");
                let values = values! { channel => format!("<#{}>", post.channel) };
                Some(services.texts.say(&language, "questions.notice.not_posted", values))
            }
        };
        let mut tx = store.begin().await?;
        store::replies::mark_post(&mut tx, post.id, told.is_none()).await?;
        if let Some(told) = told {
            notices::tell_leads(services, &mut tx, &told, None).await?;
        }
        tx.commit().await?;
    }
    Ok(again)
}
