//! Reads champions' reports: behind the answer to whoever files one, and together at the seal of a pulse.
//!
//! What is read is what the champion heard. The reading stands in the report's row and goes with it; it is told of many
//! reports only, by the rules for comments, and frozen with the pulse's results, so that a report more or less changes
//! no figure. Each report counts in one pulse at most: the first that asks its department, closes after it was filed, and
//! has a reading of it by the engine of that day.

use std::collections::BTreeMap;

use crate::domain::comment_tone::CommentReading;
use crate::domain::ids::{DepartmentId, GuildId, ReportId, WaveId};
use crate::domain::snapshot::{CommentResult, Group, Snapshot};
use crate::domain::waves::{AskedDepartment, WaveState};
use crate::privacy::comment_tone::{self, Voice};
use crate::sentiment::{AT_ONCE, Model};
use crate::service::failure::Failure;
use crate::service::pulses::Wave;
use crate::service::{Services, readings};
use crate::store::reports::Heard;
use crate::store::{self, GuildStore, Tx};

/// The most reports that one seal reads, at some seven milliseconds each: about ten seconds, as for comments. Nearly all
/// have been read before; beyond, they count in the next pulse.
const MOST_READ: usize = 1_500;

/// Reads one report, if it is there and not read yet.
pub(in crate::service) async fn read(services: &Services, guild: GuildId, id: ReportId) -> Result<(), Failure> {
    let store = services.store(guild).await?;
    let heard = store::reports::find_heard(&mut *store.reader().await?, id).await?;
    read_those(services, &store, heard.into_iter()).await
}

/// Reads all reports that may still count and that this engine has not read.
pub(in crate::service) async fn read_missed(services: &Services, store: &GuildStore) -> Result<(), Failure> {
    let heard = store::reports::list_uncounted(&mut *store.reader().await?).await?;
    read_those(services, store, heard.into_iter()).await
}

/// Reads what a wave's seal is about to count.
pub(in crate::service) async fn read_due(services: &Services, store: &GuildStore, id: WaveId) -> Result<(), Failure> {
    let mut reader = store.reader().await?;
    let wave: Option<Wave> = store::waves::find_wave(&mut reader, id).await?;
    let Some(wave) = wave.filter(|wave| wave.state == WaveState::Closing) else { return Ok(()) };
    let asked = store::waves::list_asked(&mut reader, id).await?;
    let due = due(&wave, asked, store::reports::list_uncounted(&mut reader).await?);
    drop(reader);
    let unread = due.into_iter().map(|(heard, _)| heard).filter(|heard| !is_read(services, heard));
    read_those(services, store, unread.take(MOST_READ)).await
}

/// The reports that a wave counts if its results show their department, with its name at launch: those for departments
/// that it asked, filed before it closed, and not over with an earlier wave.
fn due(wave: &Wave, asked: Vec<AskedDepartment>, uncounted: Vec<Heard>) -> Vec<(Heard, String)> {
    let names: BTreeMap<DepartmentId, String> = asked.into_iter().map(|asked| (asked.id, asked.name)).collect();
    let heard =
        uncounted.into_iter().filter(|heard| wave.closed_at.is_some_and(|closed_at| heard.filed_at <= closed_at));
    heard.filter_map(|heard| names.get(&heard.department).cloned().map(|name| (heard, name))).collect()
}

fn is_read(services: &Services, heard: &Heard) -> bool {
    heard.reading.as_ref().is_some_and(|reading| readings::is_current(&services.judge, reading))
}

async fn read_those(
    services: &Services,
    store: &GuildStore,
    reports: impl Iterator<Item = Heard>,
) -> Result<(), Failure> {
    let unread: Vec<Heard> = reports.filter(|heard| !is_read(services, heard)).collect();
    for some in unread.chunks(AT_ONCE) {
        let (judge, texts) = (services.judge.clone(), some.iter().map(|one| one.heard.clone()).collect::<Vec<_>>());
        // Some reports take a tenth of a second: not on a thread that serves others.
        let read = tokio::task::spawn_blocking(move || {
            readings::read_all(&judge, &texts.iter().map(String::as_str).collect::<Vec<_>>())
        });
        let Some(read) = read.await.map_err(anyhow::Error::from)? else { return Ok(()) };
        let mut tx = store.begin().await?;
        for (report, reading) in some.iter().zip(&read) {
            // Withdrawn or changed meanwhile: what was read is dropped.
            store::reports::mark_read(&mut tx, report.id, &report.heard, reading).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// What the reports that are due say together, in the groups that the results show. These have counted then, and those of
/// groups that are not shown never will; one that this engine has not read counts in the next pulse. Where too few answered
/// for any result, none has counted.
pub(in crate::service) async fn together(
    services: &Services,
    tx: &mut Tx,
    wave: &Wave,
    snapshot: &Snapshot,
) -> Result<Vec<CommentResult>, Failure> {
    // Without the engine nothing was read, and nothing can be told.
    let Ok(model) = Model::get() else { return Ok(Vec::new()) };
    if snapshot.company.answered.is_none() {
        return Ok(Vec::new());
    }
    let is_shown = |group: &Group| snapshot.groups.iter().any(|g| g.group == *group && g.answered.is_some());
    let mut voices = Vec::new();
    let asked = store::waves::list_asked(tx, wave.id).await?;
    for (heard, name) in due(wave, asked, store::reports::list_uncounted(tx).await?) {
        let group = snapshot.group_of(&name).filter(is_shown);
        let reading: Option<CommentReading> =
            heard.reading.filter(|reading| readings::is_current(&services.judge, reading));
        if group.is_none() || reading.is_some() {
            store::reports::mark_counted(tx, heard.id).await?;
        }
        voices.extend(group.zip(reading).map(|(group, reading)| Voice {
            group,
            author: heard.champion.get(),
            reading: Some(reading),
        }));
    }
    Ok(comment_tone::together(&voices, wave.thresholds, &model.calibration().confusion))
}
