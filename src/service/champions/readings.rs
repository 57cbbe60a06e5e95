//! Reads champions' reports: behind the answer to whoever files one, and together at the seal of a pulse.
//!
//! What is read is what the champion heard. The reading stands in the report's row and goes with it; it is told of many
//! reports only, by the rules for comments, and frozen with the pulse's results, so that a report more or less changes
//! no figure. Each report counts in one pulse at most.

use std::collections::BTreeMap;

use crate::domain::ids::{DepartmentId, GuildId, ReportId};
use crate::domain::snapshot::{CommentResult, Group, Snapshot};
use crate::privacy::comment_tone::{self, Voice};
use crate::sentiment::Model;
use crate::service::failure::Failure;
use crate::service::pulses::Wave;
use crate::service::{Services, readings};
use crate::store::reports::Heard;
use crate::store::{self, GuildStore, Tx};

/// Reads one report, if it is there and not read yet.
pub(in crate::service) async fn read(services: &Services, guild: GuildId, id: ReportId) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let heard = store::reports::list_heard(&mut *store.reader().await?).await?;
    read_those(services, &store, heard.into_iter().filter(|heard| heard.id == id)).await
}

/// Reads all reports that this engine has not read.
pub(in crate::service) async fn read_missed(services: &Services, store: &GuildStore) -> Result<(), Failure> {
    let heard = store::reports::list_heard(&mut *store.reader().await?).await?;
    read_those(services, store, heard.into_iter()).await
}

async fn read_those(
    services: &Services,
    store: &GuildStore,
    reports: impl Iterator<Item = Heard>,
) -> Result<(), Failure> {
    for report in reports.filter(|report| !report.reading.as_ref().is_some_and(readings::is_current)) {
        let (judge, text) = (services.judge.clone(), report.heard.clone());
        // A report takes some ten milliseconds: not on a thread that serves others.
        let reading = tokio::task::spawn_blocking(move || readings::read(&judge, &text)).await;
        let Some(reading) = reading.map_err(anyhow::Error::from)? else { return Ok(()) };
        let mut tx = store.begin().await?;
        // Withdrawn or changed meanwhile: what was read is dropped.
        store::reports::mark_read(&mut tx, report.id, &report.heard, &reading).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What the reports since the pulse before say together, in the groups that the results show; these reports have counted then.
pub(in crate::service) async fn together(
    tx: &mut Tx,
    wave: &Wave,
    snapshot: &Snapshot,
) -> Result<Vec<CommentResult>, Failure> {
    // Without the engine nothing was read, and nothing can be told.
    let (Ok(model), Some(closed_at)) = (Model::get(), wave.closed_at) else { return Ok(Vec::new()) };
    let after = store::waves::find_close_before(tx, closed_at).await?;
    let asked = store::waves::list_asked(tx, wave.id).await?;
    let names: BTreeMap<DepartmentId, String> = asked.into_iter().map(|asked| (asked.id, asked.name)).collect();
    let mut voices = Vec::new();
    let heard = store::reports::list_heard(tx).await?;
    for report in heard {
        let is_due = report.filed_at <= closed_at && after.is_none_or(|after| report.filed_at > after);
        let group = names.get(&report.department).and_then(|name| snapshot.group_of(name));
        let is_shown = |group: &Group| snapshot.groups.iter().any(|g| g.group == *group && g.answered.is_some());
        let Some(group) = group.filter(|group| is_due && !report.counted && is_shown(group)) else { continue };
        store::reports::mark_counted(tx, report.id).await?;
        voices.push(Voice { group, author: report.champion.get(), reading: report.reading });
    }
    Ok(comment_tone::together(&voices, wave.thresholds, &model.calibration().confusion))
}
