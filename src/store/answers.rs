//! Answers of open waves: ciphertext under keyed hashes. One row per person and wave, replaced in place.
//!
//! A row has no time, no order and no other id (promises.md 1). Nothing here can read what is in it.

use std::collections::{BTreeMap, BTreeSet};

use futures::TryStreamExt;
use sqlx::SqliteConnection;

use crate::domain::ids::WaveId;

/// A person's token, as stored.
pub(super) type TokenBytes = [u8; 32];

/// A person's answers, encrypted.
pub(super) type Row = Vec<u8>;

/// A person's row, by their token.
pub async fn find_answer(connection: &mut SqliteConnection, token: &[u8; 32]) -> sqlx::Result<Option<Vec<u8>>> {
    let token = token.as_slice();
    sqlx::query_scalar!("SELECT sealed FROM answers WHERE token = ?", token).fetch_optional(connection).await
}

/// The rows that there are of these people.
pub(super) async fn find_answers(
    connection: &mut SqliteConnection,
    tokens: &BTreeSet<TokenBytes>,
) -> sqlx::Result<BTreeMap<TokenBytes, Row>> {
    if tokens.is_empty() {
        return Ok(BTreeMap::new());
    }
    let (count, joined) = (number(tokens.len())?, tokens.iter().flatten().copied().collect::<Vec<u8>>());
    let rows = sqlx::query!(
        "WITH RECURSIVE place (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM place WHERE at + 1 < ?1)
         SELECT token, sealed FROM answers WHERE token IN (SELECT substr(?2, at * 32 + 1, 32) FROM place)",
        count,
        joined
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter().map(|row| Ok((token(row.token)?, row.sealed))).collect()
}

/// Writes people's rows, each in place if there is one. Rows next to each other that are of one length, as all are
/// (`privacy::answers`), take one statement together.
pub(super) async fn put_answers(
    connection: &mut SqliteConnection,
    wave: WaveId,
    rows: &[(TokenBytes, Row)],
) -> sqlx::Result<()> {
    for alike in rows.chunk_by(|(_, one), (_, next)| one.len() == next.len()) {
        let (wave, count, length) = (wave.get(), number(alike.len())?, number(alike[0].1.len())?);
        let tokens: Vec<u8> = alike.iter().flat_map(|(token, _)| token).copied().collect();
        let sealed: Vec<u8> = alike.iter().flat_map(|(_, sealed)| sealed).copied().collect();
        sqlx::query!(
            "WITH RECURSIVE place (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM place WHERE at + 1 < ?1)
             INSERT INTO answers (token, wave, sealed)
             SELECT substr(?2, at * 32 + 1, 32), ?3, substr(?4, at * ?5 + 1, ?5) FROM place WHERE true
             ON CONFLICT (token) DO UPDATE SET sealed = excluded.sealed",
            count,
            tokens,
            wave,
            sealed,
            length
        )
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

fn number(count: usize) -> sqlx::Result<i64> {
    i64::try_from(count).map_err(|error| sqlx::Error::Encode(error.into()))
}

fn token(stored: Vec<u8>) -> sqlx::Result<TokenBytes> {
    stored.try_into().map_err(|_| sqlx::Error::Decode("a stored token has a wrong length".into()))
}

/// Removes a person's row. Says whether there was one.
pub async fn delete_answer(connection: &mut SqliteConnection, token: &[u8; 32]) -> sqlx::Result<bool> {
    let token = token.as_slice();
    let done = sqlx::query!("DELETE FROM answers WHERE token = ?", token).execute(connection).await?;
    Ok(done.rows_affected() == 1)
}

/// How many rows a wave has. Show it in steps of five only (promises.md P9).
pub async fn count_answers(connection: &mut SqliteConnection, wave: WaveId) -> anyhow::Result<u32> {
    let wave = wave.get();
    let count = sqlx::query_scalar!("SELECT count(*) FROM answers WHERE wave = ?", wave).fetch_one(connection).await?;
    Ok(u32::try_from(count)?)
}

/// Shows all rows of a wave one after the other, by token, and keeps none: a wave of 50,000 people has 230 MB of them.
pub async fn for_each_answer(
    connection: &mut SqliteConnection,
    wave: WaveId,
    mut look: impl FnMut(TokenBytes, &[u8]),
) -> sqlx::Result<()> {
    let wave = wave.get();
    let mut rows =
        sqlx::query!("SELECT token, sealed FROM answers WHERE wave = ? ORDER BY token", wave).fetch(connection);
    while let Some(row) = rows.try_next().await? {
        look(token(row.token)?, &row.sealed);
    }
    Ok(())
}

/// Removes all rows of a wave.
pub async fn delete_answers(connection: &mut SqliteConnection, wave: WaveId) -> sqlx::Result<()> {
    let wave = wave.get();
    sqlx::query!("DELETE FROM answers WHERE wave = ?", wave).execute(connection).await?;
    Ok(())
}
