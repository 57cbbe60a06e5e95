//! Who did what to an announcement, and when: from the list of changes, which goes back twelve months, and from its
//! postings. For leads; everyone sees the same acts in `/privacy`.

use chrono::{DateTime, Utc};

use super::{Loaded, lead, load, not_found, overview, subject};
use crate::domain::ids::UserId;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::store;

/// Something that happened to an announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody did something; `None`: the bot by itself. What, as a code such as `announcement.paused`.
    Did(Option<UserId>, String),
    /// It was posted, in so many channels; perhaps late.
    Posted {
        /// In how many channels it stands.
        channels: u32,
        /// Later than planned.
        late: bool,
    },
}

impl Event {
    /// Its place among events of one second: what is posted was planned before, and called off after.
    fn place(&self) -> u8 {
        match self {
            Self::Did(_, action) if action == "announcement.cancelled" => 2,
            Self::Posted { .. } => 1,
            Self::Did(..) => 0,
        }
    }
}

/// What happened to an announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The announcement.
    pub loaded: Loaded,
    /// What happened, by time.
    pub events: Vec<(DateTime<Utc>, Event)>,
}

/// The history of one announcement.
pub async fn history(services: &Services, actor: &Actor, number: &str) -> Result<History, Failure> {
    lead(services, actor).await?;
    let id = overview::parse(number)?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let loaded = load(&mut reader, id).await?.ok_or_else(not_found)?;
    let announcement = &loaded.announcement;
    let begun = Event::Did(Some(announcement.author), "announcement.begun".to_owned());
    let mut events = vec![(announcement.created_at, begun)];
    let noted = store::audit::list_of_announcement(&mut reader, &subject(id)).await?;
    events.extend(noted.into_iter().map(|entry| (entry.at, Event::Did(entry.actor, entry.action))));
    let posted = store::occurrences::list_posted(&mut reader, id).await?;
    events.extend(posted.into_iter().map(|one| (one.at, Event::Posted { channels: one.channels, late: one.late })));
    events.sort_by_key(|(at, event)| (*at, event.place()));
    Ok(History { loaded, events })
}
