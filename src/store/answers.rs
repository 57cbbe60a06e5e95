//! Answers of open waves: ciphertext under keyed hashes. One row per person and wave, replaced in place.
//!
//! A row has no time, no order and no other id (promises.md 1). Nothing here can read what is in it.

use sqlx::SqliteConnection;

use crate::domain::ids::WaveId;

/// A person's row, by their token.
pub async fn find_answer(connection: &mut SqliteConnection, token: &[u8; 32]) -> sqlx::Result<Option<Vec<u8>>> {
    let token = token.as_slice();
    sqlx::query_scalar!("SELECT sealed FROM answers WHERE token = ?", token).fetch_optional(connection).await
}

/// Writes a person's row, in place if there is one.
pub async fn put_answer(
    connection: &mut SqliteConnection,
    wave: WaveId,
    token: &[u8; 32],
    sealed: &[u8],
) -> sqlx::Result<()> {
    let (wave, token) = (wave.get(), token.as_slice());
    sqlx::query!(
        "INSERT INTO answers (token, wave, sealed) VALUES (?, ?, ?)
         ON CONFLICT (token) DO UPDATE SET sealed = excluded.sealed",
        token,
        wave,
        sealed
    )
    .execute(connection)
    .await?;
    Ok(())
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

/// All rows of a wave, by token: for the seal.
pub async fn list_answers(connection: &mut SqliteConnection, wave: WaveId) -> anyhow::Result<Vec<([u8; 32], Vec<u8>)>> {
    let wave = wave.get();
    let rows = sqlx::query!("SELECT token, sealed FROM answers WHERE wave = ? ORDER BY token", wave)
        .fetch_all(connection)
        .await?;
    let token = |token: Vec<u8>| token.try_into().map_err(|_| anyhow::anyhow!("a stored token has a wrong length"));
    rows.into_iter().map(|row| Ok((token(row.token)?, row.sealed))).collect()
}

/// Removes all rows of a wave.
pub async fn delete_answers(connection: &mut SqliteConnection, wave: WaveId) -> sqlx::Result<()> {
    let wave = wave.get();
    sqlx::query!("DELETE FROM answers WHERE wave = ?", wave).execute(connection).await?;
    Ok(())
}
