//! Among how many people somebody hides who says something under an announcement without their name. That is counted when
//! it is said and kept with it: whom the announcement goes to later opens nothing that was said to few.

use std::collections::{BTreeMap, HashMap};

use super::Loaded;
use super::reach::people;
use crate::domain::announcements::OccurrenceKind;
use crate::domain::departments::Department;
use crate::domain::ids::{ChannelId, DeliveryId, OccurrenceId, RoleId};
use crate::service::failure::Failure;
use crate::store::{self, StoreConnection};

/// The people of its smallest posting so far; 0 while nothing is posted or nobody can be counted. `under`: the post under
/// which somebody writes, which stands there even if that is not noted yet.
///
/// Rounds don't count: they speak again to a part of those who have the announcement, and what is said under them is kept
/// like what is said under it.
pub(in crate::service) async fn among(
    connection: &mut StoreConnection,
    loaded: &Loaded,
    kind: OccurrenceKind,
    under: DeliveryId,
    counts: &HashMap<RoleId, u32>,
) -> Result<u32, Failure> {
    let mut postings = store::reach::list_postings(connection, loaded.announcement.id, kind).await?;
    if let Some(post) = store::deliveries::find_delivery(connection, under).await? {
        let occurrence = store::occurrences::find_occurrence(connection, post.occurrence).await?;
        let here = occurrence.filter(|occurrence| occurrence.kind == kind).map(|one| (one.id, post.channel));
        postings.extend(here);
        postings.sort_unstable();
        postings.dedup();
    }
    Ok(smallest(&postings, kind, &loaded.departments, counts))
}

/// The same from postings that are known: in which channel each stands.
pub(in crate::service) fn smallest(
    postings: &[(OccurrenceId, ChannelId)],
    kind: OccurrenceKind,
    departments: &[Department],
    counts: &HashMap<RoleId, u32>,
) -> u32 {
    let reads = |department: &&Department, channel: ChannelId| match kind {
        OccurrenceKind::Brief => department.managers_channel == Some(channel),
        _ => department.channel == channel,
    };
    let mut reached: BTreeMap<OccurrenceId, u32> = BTreeMap::new();
    for (occurrence, channel) in postings {
        let here = departments.iter().filter(|department| reads(department, *channel));
        let here: u32 = here.filter_map(|department| people(department, counts)).sum();
        *reached.entry(*occurrence).or_default() += here;
    }
    reached.into_values().min().unwrap_or(0)
}
