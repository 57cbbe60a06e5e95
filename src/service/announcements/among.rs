//! Among how many people somebody hides who says something under an announcement without their name. That is counted when
//! it is said and kept with it: whom the announcement goes to later opens nothing that was said to few. Each posting counts
//! those departments that read it when it was first posted, wherever they or others moved since.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Loaded;
use super::reach::people;
use crate::domain::announcements::OccurrenceKind;
use crate::domain::departments::Department;
use crate::domain::ids::{DeliveryId, DepartmentId, OccurrenceId, RoleId};
use crate::service::failure::Failure;
use crate::store::reach::Reader;
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
    let readers = store::reach::list_readers(connection, loaded.announcement.id, kind, Some(under)).await?;
    Ok(smallest(&readers, &loaded.departments, counts))
}

/// The same from postings that are known. A department that got one in two channels counts once. What may stand counts by
/// itself, and only where nothing else of its run does: then that few may have read it.
pub(in crate::service) fn smallest(
    readers: &[Reader],
    departments: &[Department],
    counts: &HashMap<RoleId, u32>,
) -> u32 {
    let certain: BTreeSet<OccurrenceId> =
        readers.iter().filter(|reader| reader.is_certain).map(|reader| reader.occurrence).collect();
    let mut reached: BTreeMap<(OccurrenceId, Option<DeliveryId>), BTreeSet<DepartmentId>> = BTreeMap::new();
    for reader in readers.iter().filter(|reader| reader.is_certain || !certain.contains(&reader.occurrence)) {
        let alone = (!reader.is_certain).then_some(reader.delivery);
        reached.entry((reader.occurrence, alone)).or_default().extend(reader.department);
    }
    let count = |reached: &BTreeSet<DepartmentId>| -> u32 {
        let here = departments.iter().filter(|department| reached.contains(&department.id));
        here.filter_map(|department| people(department, counts)).sum()
    };
    reached.values().map(count).min().unwrap_or(0)
}
