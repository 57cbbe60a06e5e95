//! Who asks: taken from the interaction's own member and guild, on every command, button, select and form.

use chrono::{DateTime, Utc};

use crate::domain::ids::{GuildId, RoleId, UserId};
use crate::texts::Language;

/// A person who does something, in the guild where they do it.
#[derive(Clone, PartialEq, Eq)]
pub struct Actor {
    /// In which company.
    pub guild: GuildId,
    /// Who. Never logged.
    pub user: UserId,
    /// The name that colleagues see; for what is signed.
    pub name: String,
    /// The roles held, as Discord said with the interaction.
    pub roles: Vec<RoleId>,
    /// Since when they have been in the guild, as far as Discord says.
    pub joined_at: Option<DateTime<Utc>>,
    /// Holds Manage Server (or Administrator).
    pub manages_server: bool,
    /// The language of the person's own Discord.
    pub language: Language,
}

impl std::fmt::Debug for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Actor(..)")
    }
}
