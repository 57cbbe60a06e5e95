//! Where announcements stand, for leads: the list, one of them, and how far it reached.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{Loaded, lead, load, not_found};
use crate::domain::announcements::{Announcement, DeliveryState};
use crate::domain::departments::Department;
use crate::domain::ids::AnnouncementId;
use crate::domain::labels::FearCode;
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
    let next = |id: AnnouncementId| waiting.iter().find(|one| one.announcement == id).map(|one| one.planned);
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
    /// Departments with how many understood and how many there are, where that is known.
    pub reach: Vec<(Department, u32, Option<u32>)>,
    /// What people asked, in no order.
    pub questions: Vec<String>,
    /// What worries people, in no order.
    pub worries: Vec<(FearCode, String)>,
}

/// Looks one up by the number that stands behind its title.
pub async fn standing(services: &Services, actor: &Actor, number: &str) -> Result<Standing, Failure> {
    lead(services, actor).await?;
    let id = parse(number)?;
    let store = services.store(actor.guild).await?;
    let (loaded, next, deliveries, understood, questions, worries) = {
        let mut reader = store.reader().await?;
        let loaded = load(&mut reader, id).await?.ok_or_else(not_found)?;
        let waiting = store::occurrences::list_waiting(&mut reader).await?;
        let next = waiting.iter().find(|one| one.announcement == id).map(|one| one.planned);
        (
            loaded,
            next,
            store::deliveries::count_deliveries(&mut reader, id).await?,
            store::responses::count_acknowledgements(&mut reader, id).await?,
            store::responses::list_questions(&mut reader, id).await?,
            store::responses::list_worries(&mut reader, id).await?,
        )
    };
    let counts = services.chat.role_member_counts(actor.guild).await.unwrap_or_else(|_| HashMap::new());
    let understood: HashMap<_, _> = understood.into_iter().collect();
    let reach = loaded.departments.iter().filter_map(|department| {
        let count = understood.get(&department.id).copied().unwrap_or(0);
        let is_asked = loaded.addressee(department).is_some_and(|part| part.chosen);
        let headcount = department.headcount.or_else(|| counts.get(&department.role).copied());
        (is_asked || count > 0).then(|| (department.clone(), count, headcount))
    });
    let reach = reach.collect();
    Ok(Standing { reach, loaded, next, deliveries, questions, worries })
}

/// The number that a lead gave or picked.
pub fn parse(number: &str) -> Result<AnnouncementId, Failure> {
    number.trim().trim_start_matches('#').parse().map_err(|_| not_found())
}
