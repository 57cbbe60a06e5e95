//! Whose ping arrives. Discord pings a role only if anybody may mention it, or if the bot may mention all roles in that
//! channel (discord.md 4, "allowed_mentions"). Where neither holds a post goes out all the same, and nobody hears of it.

use super::Services;
use crate::domain::ids::{ChannelId, GuildId, RoleId};

/// Which of these roles the bot can't ping in their channels, each once. What can't be told just now and roles that are
/// gone are not among them.
pub async fn silent(services: &Services, guild: GuildId, places: Vec<(ChannelId, RoleId)>) -> Vec<RoleId> {
    let Ok(roles) = services.chat.roles(guild).await else { return Vec::new() };
    let mut silent = Vec::new();
    for (channel, role) in places {
        let is_closed = roles.get(&role) == Some(&false) && !silent.contains(&role);
        if is_closed && services.chat.may_mention_all(guild, channel).await == Ok(false) {
            silent.push(role);
        }
    }
    silent
}
