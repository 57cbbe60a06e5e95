//! Among how many people somebody hides who says something under an announcement without their name. That is counted when
//! it is said and kept with it: whom the announcement goes to later opens nothing that was said to few. Each posting counts
//! those departments that read it when it was posted, wherever they or others moved since.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Loaded;
use super::reach::people;
use crate::domain::announcements::{DeliveryState, OccurrenceKind};
use crate::domain::departments::Department;
use crate::domain::ids::{DeliveryId, DepartmentId, OccurrenceId, RoleId};
use crate::service::failure::Failure;
use crate::store::{self, StoreConnection};

/// Which department each posting went to; `None` where nobody is known to have read it.
pub(in crate::service) type Readers = Vec<(OccurrenceId, Option<DepartmentId>)>;

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
    let mut readers = store::reach::list_readers(connection, loaded.announcement.id, kind).await?;
    let post = store::deliveries::find_delivery(connection, under).await?;
    if let Some(post) = post.filter(|post| post.state != DeliveryState::Sent) {
        let occurrence = store::occurrences::find_occurrence(connection, post.occurrence).await?;
        if let Some(occurrence) = occurrence.filter(|occurrence| occurrence.kind == kind) {
            let reads = |department: &&Department| match kind {
                OccurrenceKind::Brief => department.managers_channel == Some(post.channel),
                _ => department.channel == post.channel,
            };
            readers.push((occurrence.id, None));
            let here = loaded.departments.iter().filter(reads);
            readers.extend(here.map(|department| (occurrence.id, Some(department.id))));
        }
    }
    Ok(smallest(&readers, &loaded.departments, counts))
}

/// The same from postings that are known. A department that got one in two channels counts once.
pub(in crate::service) fn smallest(
    readers: &Readers,
    departments: &[Department],
    counts: &HashMap<RoleId, u32>,
) -> u32 {
    let mut reached: BTreeMap<OccurrenceId, BTreeSet<DepartmentId>> = BTreeMap::new();
    for (occurrence, department) in readers {
        reached.entry(*occurrence).or_default().extend(department);
    }
    let count = |reached: &BTreeSet<DepartmentId>| -> u32 {
        let here = departments.iter().filter(|department| reached.contains(&department.id));
        here.filter_map(|department| people(department, counts)).sum()
    };
    reached.values().map(count).min().unwrap_or(0)
}
