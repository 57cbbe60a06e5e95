//! How long things are kept, as `/privacy` tells everyone (promises.md P14), and deleting them afterwards.
//!
//! It deletes and never decides earlier: what is a day short of its time stays. Days end at midnight UTC, so that a
//! guild is deleted from at most once a day. Comments go key first, then rows: whoever dies in between leaves noise
//! (P13), and the next run takes it away.

use chrono::{DateTime, Days, Months, NaiveTime, TimeDelta, Utc};

use super::Services;
use super::failure::Failure;
use crate::domain::ids::GuildId;
use crate::privacy::keys::KeyVault;
use crate::store::{self, GuildStore};

/// How long comments are kept after their wave closed (promises.md P14).
pub const COMMENTS: TimeDelta = TimeDelta::days(180);

/// How long the results of a wave are kept after it closed (promises.md P14).
pub const RESULTS: Months = Months::new(24);

/// How long the list of changed settings goes back (promises.md P14).
pub const AUDIT: Months = Months::new(12);

/// Deletes what was kept long enough, and says when the next thing will have been: never before tomorrow. For the
/// scheduler; repeatable.
///
/// # Errors
/// What kept something from being deleted. It is there still, and goes with the next run.
pub async fn purge_expired(services: &Services, guild: GuildId) -> Result<Option<DateTime<Utc>>, Failure> {
    let now = services.clock.now();
    let today = midnight(now);
    let store = services.store(guild).await?;
    let comments = delete_comments(&store, today - COMMENTS).await?;
    let rows = delete_rows(&store, today - RESULTS, today - AUDIT).await?;
    if comments + rows > 0 {
        // What a reader keeps in the log goes with a later emptying, at the latest when the program ends.
        store.empty_log().await?;
        tracing::info!(comments, rows, "what had been kept long enough was deleted");
    }
    next(&store, today).await
}

/// Deletes the comments of waves that closed before `until`, wave by wave, and says how many there were.
async fn delete_comments(store: &GuildStore, until: DateTime<Utc>) -> Result<u64, Failure> {
    let expired = {
        let mut reader = store.reader().await?;
        store::snapshots::list_waves_with_comments(&mut reader, until).await?
    };
    let mut deleted = 0;
    for wave in expired {
        let vault = KeyVault::open(store.keys_folder()).map_err(anyhow::Error::from)?;
        vault.destroy_retention_key(wave).map_err(anyhow::Error::from)?;
        let mut tx = store.begin().await?;
        deleted += store::snapshots::delete_comments(&mut tx, wave).await?;
        tx.commit().await?;
    }
    Ok(deleted)
}

/// Deletes the results of waves that closed before `results`, and the list of changed settings before `audit`.
async fn delete_rows(store: &GuildStore, results: DateTime<Utc>, audit: DateTime<Utc>) -> Result<u64, Failure> {
    let (result, entry) = {
        let mut reader = store.reader().await?;
        (store::snapshots::find_oldest(&mut reader).await?, store::audit::find_oldest(&mut reader).await?)
    };
    // The writer is taken only where there is something to write: this is asked at every tick.
    if !(result.is_some_and(|closed| closed < results) || entry.is_some_and(|at| at < audit)) {
        return Ok(0);
    }
    let mut tx = store.begin().await?;
    let deleted = store::snapshots::delete_snapshots(&mut tx, results).await?
        + store::audit::delete_audit(&mut tx, audit).await?;
    tx.commit().await?;
    Ok(deleted)
}

/// The midnight after the earliest end among what is there. Tomorrow at the earliest: the ends of months differ, so
/// adding and taking away months may be a day apart.
async fn next(store: &GuildStore, today: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Failure> {
    let mut reader = store.reader().await?;
    let ends = [
        store::snapshots::find_oldest_with_comments(&mut reader).await?.map(|closed| closed + COMMENTS),
        store::snapshots::find_oldest(&mut reader).await?.map(|closed| closed + RESULTS),
        store::audit::find_oldest(&mut reader).await?.map(|at| at + AUDIT),
    ];
    let first = ends.into_iter().flatten().min();
    Ok(first.map(|end| (midnight(end) + Days::new(1)).max(today + Days::new(1))))
}

/// When the day of a moment began, in UTC.
fn midnight(at: DateTime<Utc>) -> DateTime<Utc> {
    at.date_naive().and_time(NaiveTime::MIN).and_utc()
}
