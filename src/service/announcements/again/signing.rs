//! A manager or champion posts a round in their own name, and in their own words if they like.

use super::{Sender, post_now};
use crate::domain::announcements::{AnnouncementState, MAX_BODY, OccurrenceKind};
use crate::domain::departments::Department;
use crate::domain::ids::{DeliveryId, DepartmentId};
use crate::domain::rounds::{Round, Signed};
use crate::privacy::escaping::escape;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::drafting::cut;
use crate::service::announcements::responding::{names, narrow};
use crate::service::announcements::{Loaded, audit, load, stale, unknown};
use crate::service::failure::{Failure, UserError};
use crate::service::rights::require_champion;
use crate::store::{self, StoreConnection};
use crate::values;

/// The longest name on a post, in characters; Discord's own names have at most 32.
const MAX_NAME: u16 = 80;

/// What somebody who pressed the button gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// In which of these departments shall it stand?
    Pick(Vec<Department>),
    /// The form with the words.
    Form(Department, String),
}

/// The button, or the choice of a department behind it.
pub async fn open(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    picked: Option<DepartmentId>,
) -> Result<Opened, Failure> {
    let store = services.store(actor.guild).await?;
    let (_, round, own) = read(&mut *store.reader().await?, actor, delivery).await?;
    Ok(match narrow(own, picked)? {
        Ok(department) => Opened::Form(department, round.words.body),
        Err(several) => Opened::Pick(several),
    })
}

/// Posts it in the department's channel, signed with the name that colleagues see.
pub async fn post(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    department: DepartmentId,
    text: &str,
) -> Result<Department, Failure> {
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let (loaded, round, own) = read(&mut tx, actor, delivery).await?;
    let department = own.into_iter().find(|one| one.id == department).ok_or_else(stale)?;
    let body = cut(text, MAX_BODY);
    if body.is_empty() {
        return Err(UserError::new("again.error.empty").into());
    }
    let now = services.clock.now();
    let signed = Signed { by: actor.user, name: cut(&actor.name, MAX_NAME), body, at: now };
    if !store::rounds::mark_signed(&mut tx, round.id, department.id, &signed).await? {
        return Err(stale());
    }
    post_now(&mut tx, &loaded, OccurrenceKind::Again, round.id, Some(department.id), now).await?;
    audit(services, &mut tx, actor, "announcement.signed", loaded.announcement.id).await?;
    tx.commit().await?;
    services.due_changed.notify_one();
    Ok(department)
}

/// The round behind a request, and the departments in which the actor may still post it.
async fn read(
    connection: &mut StoreConnection,
    actor: &Actor,
    delivery: DeliveryId,
) -> Result<(Loaded, Round, Vec<Department>), Failure> {
    let request = store::deliveries::find_delivery(connection, delivery).await?.ok_or_else(unknown)?;
    let round = store::rounds::find_asking(connection, delivery).await?.ok_or_else(unknown)?;
    let announcement = store::rounds::find_announcement(connection, round).await?.ok_or_else(unknown)?;
    let loaded = load(connection, announcement).await?.ok_or_else(unknown)?;
    let round = loaded.rounds.iter().find(|one| one.id == round).cloned().ok_or_else(unknown)?;
    let here: Vec<Department> = loaded.asked_at(&round, request.channel).cloned().collect();
    if loaded.announcement.state == AnnouncementState::Cancelled {
        return Err(stale());
    }
    if loaded.announcement.state == AnnouncementState::Paused {
        return Err(UserError::new("again.error.held_back").into());
    }
    if here.is_empty() || round.asked_at.is_none() {
        return Err(UserError::new("again.error.called_off").into());
    }
    if round.sender() == Sender::Champion {
        require_champion(actor, &loaded.company)?;
    }
    let may = |department: &&Department| match round.sender() {
        Sender::Manager => department.managers_role.is_some_and(|role| actor.roles.contains(&role)),
        Sender::Champion => actor.roles.contains(&department.role),
    };
    let own: Vec<Department> = here.iter().filter(may).cloned().collect();
    if own.is_empty() {
        let departments = names(&here);
        return Err(match round.sender() {
            Sender::Manager => UserError::with("common.error.not_manager", values! { department => departments }),
            Sender::Champion => UserError::with("again.error.other_department", values! { departments => departments }),
        }
        .into());
    }
    let by = |one: &Department| round.part(one.id).and_then(|part| part.signed.as_ref());
    let left: Vec<Department> = own.iter().filter(|one| by(one).is_none()).cloned().collect();
    match (left.is_empty(), own.iter().find_map(by)) {
        (true, Some(signed)) => {
            let values = values! { name => escape(&signed.name), departments => names(&own) };
            Err(UserError::with("again.error.signed", values).into())
        }
        _ => Ok((loaded, round, left)),
    }
}
