//! Who may do what where: the world's roles and overwrites, put before the rules.

use super::places::{Channel, ChannelKind};
use super::{Snowflake, State};
use crate::sandbox::rules::permissions::{self, Guild, Overwrite, Person, Role, Whom};

impl State {
    /// What `user` may do in `guild`, or in one of its channels: permission bits, 0 for strangers.
    pub(crate) fn permissions(&self, guild: Snowflake, user: Snowflake, channel: Option<Snowflake>) -> u64 {
        let Some(home) = self.guilds.get(&guild) else { return 0 };
        let Some(member) = home.members.get(&user) else { return 0 };
        let held: Vec<u64> = member.roles.iter().map(|role| role.get()).collect();
        let person = Person { id: user.get(), roles: &held, timed_out: false };
        let roles: Vec<Role> =
            home.roles.values().map(|role| Role { id: role.id.get(), permissions: role.permissions }).collect();
        let rules = Guild { id: guild.get(), owner: home.owner.get(), roles: &roles };
        let Some(channel) = channel.and_then(|id| self.channels.get(&id)) else {
            return permissions::in_guild(rules, person);
        };
        let thread = channel.kind.is_thread();
        let parent = channel.parent.filter(|_| thread).and_then(|id| self.channels.get(&id));
        let overwrites: Vec<Overwrite> = parent
            .unwrap_or(channel)
            .overwrites
            .iter()
            .map(|overwrite| {
                let target = overwrite.target.get();
                let whom = if overwrite.is_member { Whom::Member(target) } else { Whom::Role(target) };
                Overwrite { whom, allow: overwrite.allow, deny: overwrite.deny }
            })
            .collect();
        permissions::in_channel(rules, &overwrites, person, thread)
    }

    /// Whether `user` sees `channel`.
    pub(crate) fn sees(&self, user: Snowflake, channel: Snowflake) -> bool {
        let Some(place) = self.channels.get(&channel) else { return false };
        match place.guild {
            Some(guild) => {
                let rights = self.permissions(guild, user, Some(channel));
                let private = place.kind == ChannelKind::PrivateThread;
                rights & permissions::VIEW_CHANNEL != 0 && (!private || self.is_let_in(user, place, rights))
            }
            None => place.recipient == Some(user) || user == self.app.bot,
        }
    }

    /// Whether `user` may write into `channel`.
    pub(crate) fn may_write(&self, user: Snowflake, channel: Snowflake) -> bool {
        let Some(place) = self.channels.get(&channel).filter(|place| place.kind.holds_messages()) else { return false };
        let Some(guild) = place.guild else { return self.sees(user, channel) };
        let thread = place.kind.is_thread();
        let needed = if thread { permissions::SEND_MESSAGES_IN_THREADS } else { permissions::SEND_MESSAGES };
        self.sees(user, channel) && self.permissions(guild, user, Some(channel)) & needed != 0
    }

    /// Whether `user` is let into a private thread: whoever started it, was mentioned in it, or looks after threads
    /// (discord-api-docs `topics/threads`, "Private Threads").
    fn is_let_in(&self, user: Snowflake, thread: &Channel, rights: u64) -> bool {
        let mentioned = || thread.public_messages().any(|message| message.mentions.users.contains(&user));
        rights & permissions::MANAGE_THREADS != 0 || thread.owner == Some(user) || mentioned()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;

    use super::*;
    use crate::domain::clock::MovableClock;
    use crate::sandbox::journal::Journal;

    #[test]
    fn a_private_thread_is_seen_by_whoever_was_let_in() {
        let clock = Arc::new(MovableClock::standing_at(DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000)));
        let mut state = State::new(clock, Journal::new(10), "Groundswell", "token");
        let guild = state.add_guild("Nordlicht Logistics");
        let parent = state.add_channel(guild, ChannelKind::Text, "talk", None, Vec::new());
        let [starter, mentioned, other] = ["Ana", "Ben", "Cem"].map(|name| {
            let user = state.add_user(name, "en-US");
            state.add_member(guild, user, &[]);
            user
        });
        let thread = state.add_channel(guild, ChannelKind::PrivateThread, "aside", Some(parent), Vec::new());
        state.change_channel(thread, |thread| thread.owner = Some(starter));
        let draft = crate::sandbox::world::messages::Draft {
            content: Some(format!("<@{mentioned}>, a word")),
            ..Default::default()
        };
        let message = state.compose(thread, starter, draft);
        state.post(message);
        let owner = state.guilds[&guild].owner;
        let sees = [starter, mentioned, owner, other].map(|user| state.sees(user, thread));
        assert_eq!(sees, [true, true, true, false]);
        assert!(state.sees(other, parent) && state.may_write(mentioned, thread) && !state.may_write(other, thread));
    }
}
