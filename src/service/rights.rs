//! Who may do what. Rights come from the interaction's own member, never from a custom id.

use super::actor::Actor;
use super::failure::UserError;
use crate::domain::company::Company;

/// Set-up needs Manage Server.
pub fn require_manage_server(actor: &Actor) -> Result<(), UserError> {
    if actor.manages_server { Ok(()) } else { Err(UserError::new("common.error.not_admin")) }
}

/// Planning, closing and summaries need the lead role. Whoever manages the server may set up, not read.
pub fn require_lead(actor: &Actor, company: &Company) -> Result<(), UserError> {
    match company.lead_role {
        None => Err(UserError::new("common.error.not_set_up")),
        Some(role) if actor.roles.contains(&role) => Ok(()),
        Some(_) => Err(UserError::new("common.error.not_lead")),
    }
}

/// Reports need the champion role.
pub fn require_champion(actor: &Actor, company: &Company) -> Result<(), UserError> {
    match company.champion_role {
        None => Err(UserError::new("common.error.not_set_up")),
        Some(role) if actor.roles.contains(&role) => Ok(()),
        Some(_) => Err(UserError::new("common.error.not_champion")),
    }
}
