//! Finding roles, channels and people by what someone would type: a mention, a number, or a name.

use crate::sandbox::world::{Snowflake, State};

pub(super) fn role(state: &State, guild: Snowflake, text: &str) -> Option<Snowflake> {
    let guild = state.guilds.get(&guild)?;
    let known = id(text, "<@&").filter(|id| guild.roles.contains_key(id));
    let name = text.trim_start_matches('@');
    known.or_else(|| guild.roles.values().find(|role| role.name.trim_start_matches('@') == name).map(|role| role.id))
}

pub(super) fn channel(state: &State, guild: Snowflake, text: &str) -> Option<Snowflake> {
    let known = id(text, "<#").filter(|id| state.channels.get(id).is_some_and(|found| found.guild == Some(guild)));
    let name = text.trim_start_matches('#');
    let mut all = state.channels.values().filter(|channel| channel.guild == Some(guild));
    known.or_else(|| all.find(|channel| channel.name == name).map(|channel| channel.id))
}

pub(super) fn person(state: &State, guild: Snowflake, text: &str) -> Option<Snowflake> {
    let guild = state.guilds.get(&guild)?;
    let known = id(text, "<@").filter(|id| guild.members.contains_key(id));
    let name = text.trim_start_matches('@');
    let called = |id: &&Snowflake| state.users.get(id).is_some_and(|user| user.name == name);
    known.or_else(|| guild.members.keys().find(called).copied())
}

fn id(text: &str, opening: &str) -> Option<Snowflake> {
    let inside = text.strip_prefix(opening).and_then(|rest| rest.strip_suffix('>'));
    inside.unwrap_or(text).trim_start_matches('!').parse().ok()
}
