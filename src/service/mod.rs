//! Use cases: an actor and a typed input become an outcome. Services own transactions and rights.
//!
//! They speak to Discord only through [`ports::Chat`] and to people only through `texts`. No network call happens
//! inside a transaction; "saved" is said only after commit.

pub mod actor;
pub mod announcements;
pub mod champions;
pub mod changes;
pub mod contact;
pub mod departures;
pub mod failure;
pub mod help;
pub mod lost_roles;
pub mod my_data;
pub mod notices;
pub mod pings;
pub mod ports;
pub mod pulses;
pub mod questions;
pub mod readings;
pub mod retention;
pub mod rights;
pub mod sentiment;
pub mod setup;
mod standing;
pub mod views;

use std::sync::Arc;

use tokio::sync::Notify;

use crate::domain::clock::Clock;
use crate::domain::company::Company;
use crate::domain::ids::GuildId;
use crate::privacy::limits::DailyLimit;
use crate::sentiment::Judge;
use crate::store::{self, DataFolder, GuildStore};
use crate::texts::{Catalogue, Language};
use failure::Failure;
use ports::Chat;
use pulses::open_waves::OpenWaves;
use readings::queue::ReadingQueue;

/// What every use case needs.
#[derive(Clone)]
pub struct Services {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// The guilds' stores.
    pub data: Arc<DataFolder>,
    /// What the bot says.
    pub texts: Arc<Catalogue>,
    /// Discord, seen from here.
    pub chat: Arc<dyn Chat>,
    /// Rung when something may have become due earlier than the scheduler knows.
    pub due_changed: Arc<Notify>,
    /// Keys of open waves, in memory.
    pub waves: Arc<OpenWaves>,
    /// Reads comments and champions' reports.
    pub judge: Arc<Judge>,
    /// What waits to be read.
    pub unread: Arc<ReadingQueue>,
    /// How much each person asked and said today, without who.
    pub asked: Arc<DailyLimit>,
}

impl Services {
    /// One guild's store.
    pub async fn store(&self, guild: GuildId) -> Result<Arc<GuildStore>, Failure> {
        Ok(self.data.guild(guild).await.map_err(anyhow::Error::from)?)
    }

    /// One guild's settings.
    pub async fn company(&self, guild: GuildId) -> Result<Company, Failure> {
        let store = self.store(guild).await?;
        let mut reader = store.reader().await?;
        Ok(store::company::get_company(&mut reader).await?)
    }

    /// The language of a guild's public texts.
    pub fn language(&self, company: &Company) -> Language {
        Language::from_discord(&company.language)
    }
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Services(..)")
    }
}
