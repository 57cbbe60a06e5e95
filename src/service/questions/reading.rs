//! Leads read what people wrote to their worries under one announcement: all of it that may be read, page by page, in an
//! order that tells nothing.

use crate::domain::banding::SizeBand;
use crate::domain::ids::AnnouncementId;
use crate::domain::labels::FearCode;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::overview::FEWEST;
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_lead;
use crate::store;

/// What may be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Under which announcement.
    pub announcement: AnnouncementId,
    /// Its title.
    pub title: String,
    /// How many worries there are under it.
    pub worries: SizeBand,
    /// Each with what it is about, ordered by random numbers; the words may be empty.
    pub words: Vec<(FearCode, String)>,
    /// Which page is asked for, from 0.
    pub page: u16,
}

/// All of them, with the page that was asked for.
pub async fn words(
    services: &Services,
    actor: &Actor,
    announcement: AnnouncementId,
    page: u16,
) -> Result<Words, Failure> {
    require_lead(actor, &services.company(actor.guild).await?)?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let found = store::announcements::find_announcement(&mut reader, announcement).await?;
    let title = found.ok_or_else(|| UserError::new("announce.error.not_found"))?.words.title;
    let (count, _) = store::questions::count_worries(&mut reader, announcement, FEWEST).await?;
    let words = store::questions::list_readable(&mut reader, announcement).await?;
    Ok(Words { announcement, title, worries: SizeBand::of(count), words, page })
}
