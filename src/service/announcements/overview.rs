//! Where announcements stand, for leads: the list, and one of them. How far it reached stands in [`super::reach`].

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::failing::{self, Refused};
use super::reach::people;
use super::{Loaded, lead, load, not_found};
use crate::domain::announcements::{Announcement, DeliveryState, Occurrence, OccurrenceKind};
use crate::domain::ids::{AnnouncementId, OccurrenceId};
use crate::domain::labels::FearCode;
use crate::privacy::thresholds::SCORE_FLOOR;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::store;

/// How many announcements a list shows, and a lead can choose from while typing (discord.md 4, "command shape").
const LISTED: u32 = 25;

/// The newest announcements, each with its next run.
pub async fn list(services: &Services, actor: &Actor) -> Result<Vec<(Announcement, Option<DateTime<Utc>>)>, Failure> {
    lead(services, actor).await?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let announcements = store::announcements::list_announcements(&mut reader, LISTED).await?;
    let waiting = store::occurrences::list_waiting(&mut reader).await?;
    let next = |id: AnnouncementId| next_post(&waiting, id);
    Ok(announcements.into_iter().map(|one| (next(one.id), one)).map(|(next, one)| (one, next)).collect())
}

/// Titles that contain what was typed, with the number by which the command finds them. Nothing for others than leads.
pub async fn suggest(services: &Services, actor: &Actor, typed: &str) -> Result<Vec<(String, String)>, Failure> {
    let typed = typed.trim().to_lowercase();
    let all = list(services, actor).await?;
    let titles = all.into_iter().map(|(one, _)| (one.words.title, one.id.to_string()));
    Ok(titles.filter(|(title, id)| title.to_lowercase().contains(&typed) || *id == typed).collect())
}

/// One announcement with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The announcement.
    pub loaded: Loaded,
    /// Its next run.
    pub next: Option<DateTime<Utc>>,
    /// How many postings are in each state.
    pub deliveries: Vec<(DeliveryState, u32)>,
    /// Its newest posting that some channels refused, and which.
    pub failing: Option<(OccurrenceId, Vec<Refused>)>,
    /// What people said without their name; `None` where they are so few that leads could guess who it was.
    pub voices: Option<Voices>,
}

/// What people said to an announcement, in no order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voices {
    /// What they asked.
    pub questions: Vec<String>,
    /// What worries them.
    pub worries: Vec<(FearCode, String)>,
}

/// The fewest people among whom somebody can't be guessed: as many as a score needs (promises.md P2).
pub const FEWEST: u32 = SCORE_FLOOR;

/// Looks one up by the number that stands behind its title.
pub async fn standing(services: &Services, actor: &Actor, number: &str) -> Result<Standing, Failure> {
    lead(services, actor).await?;
    let id = parse(number)?;
    let store = services.store(actor.guild).await?;
    let (loaded, next, deliveries, failing, questions, worries) = {
        let mut reader = store.reader().await?;
        let loaded = load(&mut reader, id).await?.ok_or_else(not_found)?;
        let waiting = store::occurrences::list_waiting(&mut reader).await?;
        let next = next_post(&waiting, id);
        (
            loaded,
            next,
            store::deliveries::count_deliveries(&mut reader, id).await?,
            failing::find(&mut reader, id).await?,
            store::questions::list_questions(&mut reader, id).await?,
            store::questions::list_worries(&mut reader, id).await?,
        )
    };
    let counts = services.chat.role_member_counts(actor.guild).await.unwrap_or_else(|_| HashMap::new());
    let audience: u32 = loaded.chosen().filter_map(|department| people(department, &counts)).sum();
    let voices = (audience >= FEWEST).then_some(Voices { questions, worries });
    Ok(Standing { loaded, next, deliveries, failing, voices })
}

/// When an announcement is posted next to its readers.
fn next_post(waiting: &[Occurrence], id: AnnouncementId) -> Option<DateTime<Utc>> {
    let mut own = waiting.iter().filter(|one| one.announcement == id && one.kind == OccurrenceKind::Post);
    own.next().map(|one| one.planned)
}

/// The number that a lead gave or picked.
pub fn parse(number: &str) -> Result<AnnouncementId, Failure> {
    number.trim().trim_start_matches('#').parse().map_err(|_| not_found())
}
