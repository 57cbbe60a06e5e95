//! Since when the bot has not been in this guild, if so.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{from_seconds, to_seconds};

/// The bot is not in this guild.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    /// Since when, as far as known.
    pub since: DateTime<Utc>,
    /// Discord said so; otherwise the guild was missing when the bot connected.
    pub told: bool,
}

/// The departure; `None` while the bot is there.
pub async fn find_departure(connection: &mut SqliteConnection) -> anyhow::Result<Option<Departure>> {
    let row = sqlx::query!("SELECT since, told FROM departure").fetch_optional(connection).await?;
    row.map(|row| Ok(Departure { since: from_seconds(row.since)?, told: row.told != 0 })).transpose()
}

/// Notes that the bot is gone; since when is kept if that is known already.
pub async fn insert_departure(connection: &mut SqliteConnection, departure: Departure) -> sqlx::Result<()> {
    let (since, told) = (to_seconds(departure.since), departure.told);
    sqlx::query!(
        "INSERT INTO departure (id, since, told) VALUES (1, ?, ?)
         ON CONFLICT (id) DO UPDATE SET told = max(told, excluded.told)",
        since,
        told
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The bot is there again. Says whether it had been gone.
pub async fn delete_departure(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    Ok(sqlx::query!("DELETE FROM departure").execute(connection).await?.rows_affected() > 0)
}
