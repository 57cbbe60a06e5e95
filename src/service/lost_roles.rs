//! Roles of the set-up that were deleted on Discord. A department whose role is gone is frozen: who belongs to it can't
//! be told, so that no pulse counts anybody under it, and announcements go on to its channel without a ping. A managers',
//! champions' or leads' role that is gone is taken out of the settings, because it never comes back under the same id;
//! what needs it says so until `/setup` names another one. Leads hear of each once.

use super::announcements::responding::names;
use super::failure::Failure;
use super::{Services, notices};
use crate::domain::company::Company;
use crate::domain::departments::Department;
use crate::domain::ids::{GuildId, RoleId};
use crate::privacy::escaping::escape;
use crate::store;
use crate::values;

/// A role was deleted.
pub async fn gone(services: &Services, guild: GuildId, role: RoleId) -> Result<(), Failure> {
    take_out(services, guild, |known| known == role).await
}

/// These roles there are, and no others.
pub async fn only(services: &Services, guild: GuildId, roles: &[RoleId]) -> Result<(), Failure> {
    take_out(services, guild, |known| !roles.contains(&known)).await
}

/// What stands in the settings and is gone.
struct Lost {
    company: Company,
    /// Departments without a role of their own.
    departments: Vec<Department>,
    /// Departments without a managers' role.
    managed: Vec<Department>,
    champions: bool,
    leads: bool,
}

impl Lost {
    async fn read(tx: &mut store::StoreConnection, is_gone: impl Fn(RoleId) -> bool) -> Result<Self, Failure> {
        let company = store::company::get_company(tx).await?;
        let all = store::departments::list_departments(tx).await?;
        Ok(Self {
            departments: all.iter().filter(|one| !one.frozen && is_gone(one.role)).cloned().collect(),
            managed: all.iter().filter(|one| one.managers_role.is_some_and(&is_gone)).cloned().collect(),
            champions: company.champion_role.is_some_and(&is_gone),
            leads: company.lead_role.is_some_and(&is_gone),
            company,
        })
    }

    fn is_nothing(&self) -> bool {
        self.departments.is_empty() && self.managed.is_empty() && !self.champions && !self.leads
    }
}

async fn take_out(services: &Services, guild: GuildId, is_gone: impl Fn(RoleId) -> bool) -> Result<(), Failure> {
    if !services.data.guild_folder(guild).is_dir() {
        return Ok(());
    }
    let store = services.store(guild).await?;
    if Lost::read(&mut *store.reader().await?, &is_gone).await?.is_nothing() {
        return Ok(());
    }
    let (mut tx, now) = (store.begin().await?, services.clock.now());
    let Lost { company, departments, managed, champions, leads } = Lost::read(&mut tx, &is_gone).await?;
    let language = services.language(&company);
    let say = |key: &str, values| services.texts.say(&language, key, values);
    let mut told = Vec::new();
    for department in departments {
        store::departments::mark_frozen(&mut tx, department.id).await?;
        told.push(say("setup.lost.role", values! { department => escape(department.name.as_str()) }));
        store::audit::insert_audit(&mut tx, now, None, "department.frozen", department.name.as_str()).await?;
    }
    for department in &managed {
        store::departments::clear_managers_role(&mut tx, department.id).await?;
        store::audit::insert_audit(&mut tx, now, None, "department.managers_lost", department.name.as_str()).await?;
    }
    if !managed.is_empty() {
        told.push(say("setup.lost.managers", values! { department => names(&managed) }));
    }
    if champions {
        told.push(say("setup.lost.champions", values! {}));
        store::audit::insert_audit(&mut tx, now, None, "company.champions_lost", "").await?;
    }
    if leads {
        told.push(say("setup.lost.leads", values! {}));
        store::audit::insert_audit(&mut tx, now, None, "company.leads_lost", "").await?;
    }
    if champions || leads {
        let champion_role = company.champion_role.filter(|_| !champions);
        let lead_role = company.lead_role.filter(|_| !leads);
        store::company::put_company(&mut tx, &Company { champion_role, lead_role, ..company }).await?;
    }
    for text in told {
        notices::tell_leads(services, &mut tx, &text, None).await?;
    }
    Ok(tx.commit().await?)
}
