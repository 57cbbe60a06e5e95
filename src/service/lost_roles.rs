//! Departments whose role was deleted on Discord: who belongs to them can't be told, so that no pulse counts anybody
//! under them. Announcements go on to their channel, without a ping. Leads hear of each once.

use super::failure::Failure;
use super::{Services, notices};
use crate::domain::ids::{GuildId, RoleId};
use crate::privacy::escaping::escape;
use crate::store;
use crate::values;

/// A role was deleted.
pub async fn gone(services: &Services, guild: GuildId, role: RoleId) -> Result<(), Failure> {
    freeze(services, guild, |of_department| of_department == role).await
}

/// These roles there are, and no others.
pub async fn only(services: &Services, guild: GuildId, roles: &[RoleId]) -> Result<(), Failure> {
    freeze(services, guild, |of_department| !roles.contains(&of_department)).await
}

async fn freeze(services: &Services, guild: GuildId, is_gone: impl Fn(RoleId) -> bool) -> Result<(), Failure> {
    if !services.data.guild_folder(guild).is_dir() {
        return Ok(());
    }
    let store = services.store(guild).await?;
    let hit = |one: &crate::domain::departments::Department| !one.frozen && is_gone(one.role);
    if !store::departments::list_departments(&mut *store.reader().await?).await?.iter().any(hit) {
        return Ok(());
    }
    let mut tx = store.begin().await?;
    let language = services.language(&store::company::get_company(&mut tx).await?);
    for department in store::departments::list_departments(&mut tx).await?.into_iter().filter(hit) {
        store::departments::mark_frozen(&mut tx, department.id).await?;
        let name = department.name.as_str();
        let text = services.texts.say(&language, "setup.lost.role", values! { department => escape(name) });
        notices::tell_leads(services, &mut tx, &text, None).await?;
        store::audit::insert_audit(&mut tx, services.clock.now(), None, "department.frozen", name).await?;
    }
    Ok(tx.commit().await?)
}
