//! Under which department a person answers: by their roles at launch, asked where there are several.

use super::Services;
use super::open_waves::OpenWave;
use crate::domain::ids::DepartmentId;
use crate::domain::waves::AskedDepartment;
use crate::privacy::escaping::escape;
use crate::service::actor::Actor;
use crate::service::failure::{Failure, UserError};
use crate::store;
use crate::values;

/// Stands for the department of people who came after launch: no department has this number, so it counts as "Other"
/// (promises.md P15).
fn latecomers() -> DepartmentId {
    DepartmentId::new(i64::MAX).expect("positive")
}

/// Which of a wave's departments a person belongs to.
pub(super) enum Belongs {
    One(DepartmentId),
    Several(Vec<AskedDepartment>),
}

/// By the roles as they were tied to departments at launch, whatever became of the departments since.
///
/// Who came to the server after launch got the role after launch, and counts as "Other". Discord doesn't tell when
/// somebody got a role, so whoever was in the server before can't be told apart (docs/privacy.md).
pub(super) async fn belongs(services: &Services, actor: &Actor, open: &OpenWave) -> Result<Belongs, Failure> {
    let mut held: Vec<_> = open.asked.iter().filter(|asked| actor.roles.contains(&asked.role)).cloned().collect();
    if held.is_empty() {
        return Err(not_asked(services, actor, open).await?.into());
    }
    // Whole seconds, as waves are stored.
    if actor.joined_at.is_some_and(|joined| joined.timestamp() > open.wave.launched_at.timestamp()) {
        return Ok(Belongs::One(latecomers()));
    }
    Ok(if held.len() == 1 { Belongs::One(held.remove(0).id) } else { Belongs::Several(held) })
}

async fn not_asked(services: &Services, actor: &Actor, open: &OpenWave) -> Result<UserError, Failure> {
    let store = services.store(actor.guild).await?;
    let departments = store::departments::list_departments(&mut *store.reader().await?).await?;
    if departments.iter().any(|department| actor.roles.contains(&department.role)) {
        let names: Vec<_> = open.asked.iter().map(|asked| format!("**{}**", escape(&asked.name))).collect();
        return Ok(UserError::with("pulse.error.not_asked", values! { departments => names.join(", ") }));
    }
    let company = services.company(actor.guild).await?;
    let ask = company.lead_role.map_or_else(String::new, |role| format!("<@&{role}>"));
    Ok(UserError::with("common.error.department_none", values! { ask => ask }))
}
