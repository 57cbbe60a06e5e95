//! The company's settings row.

use chrono_tz::Tz;
use sqlx::SqliteConnection;

use crate::domain::company::Company;
use crate::domain::ids::{ChannelId, RoleId};

/// The settings, or the defaults where nothing has been set yet.
pub async fn get_company(connection: &mut SqliteConnection) -> anyhow::Result<Company> {
    let row = sqlx::query!(
        "SELECT name, timezone, language, lead_role, champion_role, leads_channel, champions_channel,
             announcements_channel, go_live, approval
         FROM company WHERE id = 1"
    )
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(Company::default()) };
    Ok(Company {
        name: row.name,
        timezone: row.timezone.parse::<Tz>().map_err(|_| anyhow::anyhow!("the stored time zone is unknown"))?,
        language: row.language,
        lead_role: row.lead_role.map(RoleId::from_db).transpose()?,
        champion_role: row.champion_role.map(RoleId::from_db).transpose()?,
        leads_channel: row.leads_channel.map(ChannelId::from_db).transpose()?,
        champions_channel: row.champions_channel.map(ChannelId::from_db).transpose()?,
        announcements_channel: row.announcements_channel.map(ChannelId::from_db).transpose()?,
        go_live: row.go_live.map(|day| day.parse()).transpose()?,
        approval: row.approval == 1,
    })
}

/// Writes all settings.
pub async fn put_company(connection: &mut SqliteConnection, company: &Company) -> sqlx::Result<()> {
    let timezone = company.timezone.name();
    let lead_role = company.lead_role.map(RoleId::to_db);
    let champion_role = company.champion_role.map(RoleId::to_db);
    let leads_channel = company.leads_channel.map(ChannelId::to_db);
    let champions_channel = company.champions_channel.map(ChannelId::to_db);
    let announcements_channel = company.announcements_channel.map(ChannelId::to_db);
    let go_live = company.go_live.map(|day| day.to_string());
    sqlx::query!(
        "INSERT INTO company
             (id, timezone, language, lead_role, champion_role, leads_channel, champions_channel, announcements_channel,
              go_live, name, approval)
         VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
             timezone = excluded.timezone, language = excluded.language,
             lead_role = excluded.lead_role, champion_role = excluded.champion_role,
             leads_channel = excluded.leads_channel, champions_channel = excluded.champions_channel,
             announcements_channel = excluded.announcements_channel,
             go_live = excluded.go_live, name = excluded.name, approval = excluded.approval",
        timezone,
        company.language,
        lead_role,
        champion_role,
        leads_channel,
        champions_channel,
        announcements_channel,
        go_live,
        company.name,
        company.approval
    )
    .execute(connection)
    .await?;
    Ok(())
}
