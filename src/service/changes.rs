//! The list of changed settings, of pulses launched and closed, and of leads who read comments: for everyone
//! (promises.md P11).

use super::Services;
use super::actor::Actor;
use super::failure::Failure;
use crate::store;
use crate::store::audit::Entry;

/// How many entries stand on one page.
const ON_PAGE: u32 = 10;

/// One page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The entries, newest first.
    pub entries: Vec<Entry>,
    /// Which page, from 0.
    pub page: u16,
    /// Older ones follow.
    pub has_more: bool,
}

/// A page of the list. Everyone may read it.
pub async fn list(services: &Services, actor: &Actor, page: u16) -> Result<Changes, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let mut entries = store::audit::list_audit(&mut reader, ON_PAGE + 1, u32::from(page) * ON_PAGE).await?;
    let has_more = entries.len() > ON_PAGE as usize;
    entries.truncate(ON_PAGE as usize);
    Ok(Changes { entries, page, has_more })
}
