//! A question without an announcement: kept with the department and the day, without the person.

use crate::domain::departments::{Department, Membership, membership};
use crate::domain::ids::DepartmentId;
use crate::privacy::masking::mask;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::responding::{cut, forget_order};
use crate::service::failure::{Failure, UserError};
use crate::service::questions::allowance::{self, Voice};
use crate::store;

/// What follows `/ask`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asking {
    /// The form; under this department, if the person has one.
    Form(Option<DepartmentId>),
    /// Which department?
    Pick(Vec<Department>),
}

/// A question that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Mentions, addresses or links were taken out.
    pub masked: bool,
    /// The department is kept with it.
    pub with_department: bool,
}

/// Begins a question. Everyone may ask.
pub async fn begin(services: &Services, actor: &Actor) -> Result<Asking, Failure> {
    let departments = departments(services, actor).await?;
    allowance::check(services, actor, Voice::Question)?;
    Ok(match membership(&departments, &actor.roles) {
        Membership::None => Asking::Form(None),
        Membership::One(department) => Asking::Form(Some(department.id)),
        Membership::Several(several) => Asking::Pick(several.into_iter().cloned().collect()),
    })
}

/// Keeps a question.
pub async fn ask(
    services: &Services,
    actor: &Actor,
    department: Option<DepartmentId>,
    text: &str,
) -> Result<Kept, Failure> {
    let departments = departments(services, actor).await?;
    let holds = |one: &Department| Some(one.id) == department && actor.roles.contains(&one.role);
    if department.is_some() && !departments.iter().any(holds) {
        return Err(UserError::new("common.error.stale_control").into());
    }
    let text = cut(text);
    if text.is_empty() {
        return Err(UserError::new("questions.error.empty").into());
    }
    let masked = mask(&text);
    let (now, store) = (services.clock.now(), services.store(actor.guild).await?);
    let keep = async {
        let mut tx = store.begin().await?;
        store::questions::insert_question(&mut tx, None, department, 0, &masked.text, now).await?;
        Ok(tx.commit().await?)
    };
    allowance::within(services, actor, Voice::Question, &text, keep).await?;
    forget_order(&store).await?;
    Ok(Kept { masked: !masked.found.is_empty(), with_department: department.is_some() })
}

/// The departments. Where nobody is a lead yet, nobody could answer.
async fn departments(services: &Services, actor: &Actor) -> Result<Vec<Department>, Failure> {
    if services.company(actor.guild).await?.lead_role.is_none() {
        return Err(UserError::new("common.error.not_set_up").into());
    }
    let store = services.store(actor.guild).await?;
    let mut departments = store::departments::list_departments(&mut *store.reader().await?).await?;
    departments.retain(|department| !department.frozen);
    Ok(departments)
}
