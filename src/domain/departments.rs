//! Departments: named parts of a company, each tied to one Discord role and one channel.

use super::ids::{ChannelId, DepartmentId, RoleId};

/// The longest department name, in characters. Our own limit: it must fit a table column and a select label.
pub const MAX_NAME: usize = 40;

/// A department as it is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its row.
    pub id: DepartmentId,
    /// Its name, as people see it.
    pub name: DepartmentName,
    /// Whoever holds this role belongs to it.
    pub role: RoleId,
    /// Where announcements and pulses for it are posted.
    pub channel: ChannelId,
    /// The managers' role, if there is one.
    pub managers_role: Option<RoleId>,
    /// The managers' private channel, if there is one.
    pub managers_channel: Option<ChannelId>,
    /// A headcount given by hand; otherwise the role's member count serves.
    pub headcount: Option<u32>,
    /// Its role has gone from Discord: nothing is posted or counted until it is mended.
    pub frozen: bool,
}

/// A department's name: 1 to [`MAX_NAME`] characters on one line, without space around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DepartmentName(String);

/// Why a text is no department name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidName {
    /// Nothing but space.
    #[error("the name is empty")]
    Empty,
    /// More than [`MAX_NAME`] characters.
    #[error("the name is too long")]
    TooLong,
    /// A line break or another control character.
    #[error("the name has a control character")]
    Control,
}

impl DepartmentName {
    /// Trims and checks a name.
    pub fn parse(text: &str) -> Result<Self, InvalidName> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidName::Empty);
        }
        if text.chars().count() > MAX_NAME {
            return Err(InvalidName::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(InvalidName::Control);
        }
        Ok(Self(text.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for DepartmentName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which department a member belongs to, going by the department roles that they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Membership<'a> {
    /// Exactly one department role.
    One(&'a Department),
    /// Several: the person says which.
    Several(Vec<&'a Department>),
    /// None: the person is told whom to ask.
    None,
}

/// Finds a member's department among `departments`; frozen ones don't count.
pub fn membership<'a>(departments: &'a [Department], roles: &[RoleId]) -> Membership<'a> {
    let mut held: Vec<_> = departments.iter().filter(|d| !d.frozen && roles.contains(&d.role)).collect();
    match held.len() {
        0 => Membership::None,
        1 => Membership::One(held.remove(0)),
        _ => Membership::Several(held),
    }
}
