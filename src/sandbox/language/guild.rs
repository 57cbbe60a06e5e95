//! A company in the stand-in's world, and how it is changed.

use super::channel::Channel;
use super::member::Member;
use super::names;
use crate::sandbox::rules::permissions::VIEW_CHANNEL;
use crate::sandbox::standin::StandIn;
use crate::sandbox::world::places::{ChannelKind, Overwrite};
use crate::sandbox::world::{Snowflake, World};

/// A guild; clones mean the same one.
#[derive(Debug, Clone)]
pub struct Guild {
    pub(super) world: World,
    id: Snowflake,
}

/// A role of a guild.
#[derive(Debug, Clone)]
pub struct Role {
    world: World,
    guild: Snowflake,
    id: Snowflake,
    name: String,
}

/// Who sees a channel.
#[derive(Debug, Clone, Copy)]
pub enum Visibility<'a> {
    /// All members.
    Everyone,
    /// The members with one of these roles, and the bot.
    Roles(&'a [Role]),
}

impl StandIn {
    /// A new guild with an owner, a channel `general` that all see, and the bot as a member.
    pub fn add_guild(&self, name: &str) -> Guild {
        let id = self.world.with(|state| state.add_guild(name));
        Guild { world: self.world.clone(), id }
    }

    /// All guilds, also those that the bot has left.
    pub fn guilds(&self) -> Vec<Guild> {
        let ids: Vec<_> = self.world.with(|state| state.guilds.keys().copied().collect());
        ids.into_iter().map(|id| Guild { world: self.world.clone(), id }).collect()
    }

    /// Returns once the bot has registered commands for `guild`, there or globally.
    pub async fn commands_registered(&self, guild: &Guild) {
        let there = |state: &mut crate::sandbox::world::State| {
            let commands = &state.commands;
            (!commands.of(Some(guild.id)).is_empty() || !commands.of(None).is_empty()).then_some(())
        };
        self.world.until(there).await;
    }
}

impl Guild {
    /// Its identifier.
    pub fn id(&self) -> Snowflake {
        self.id
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.world.with(|state| state.guilds.get(&self.id).map(|guild| guild.name.clone())).unwrap_or_default()
    }

    /// A role without permissions of its own.
    pub fn add_role(&self, name: &str) -> Role {
        self.add_role_with(name, 0)
    }

    /// A role with permissions: bits of [`crate::sandbox::rules::permissions`].
    pub fn add_role_with(&self, name: &str, permissions: u64) -> Role {
        let id = self.world.with(|state| state.add_role(self.id, name, permissions));
        self.role_of(id, name)
    }

    /// A text channel.
    pub fn add_channel(&self, name: &str, visibility: Visibility<'_>) -> Channel {
        self.world.with(|state| {
            let overwrites = match visibility {
                Visibility::Everyone => Vec::new(),
                Visibility::Roles(roles) => {
                    let seeing = roles.iter().map(|role| role.id).chain(state.bot_role(self.id));
                    let opened =
                        seeing.map(|target| Overwrite { target, is_member: false, allow: VIEW_CHANNEL, deny: 0 });
                    let closed = Overwrite { target: self.id, is_member: false, allow: 0, deny: VIEW_CHANNEL };
                    std::iter::once(closed).chain(opened).collect()
                }
            };
            let id = state.add_channel(self.id, ChannelKind::Text, name, None, overwrites);
            Channel::new(&self.world, id)
        })
    }

    /// A person with these roles; `en-US` until [`Member::locale`] says otherwise.
    pub fn add_member(&self, name: &str, roles: &[Role]) -> Member {
        let user = self.world.with(|state| {
            let user = state.add_user(name, "en-US");
            state.add_member(self.id, user, &roles.iter().map(|role| role.id).collect::<Vec<_>>());
            user
        });
        Member::new(&self.world, self.id, user)
    }

    /// The owner, who may do everything.
    pub fn owner(&self) -> Member {
        let owner = self.world.with(|state| state.guilds.get(&self.id).map(|guild| guild.owner));
        Member::new(&self.world, self.id, owner.expect("guilds are never forgotten"))
    }

    /// A role by name.
    pub fn role(&self, name: &str) -> Option<Role> {
        self.world.with(|state| names::role(state, self.id, name)).map(|id| self.role_of(id, name))
    }

    /// A channel by name.
    pub fn channel(&self, name: &str) -> Option<Channel> {
        self.world.with(|state| names::channel(state, self.id, name)).map(|id| Channel::new(&self.world, id))
    }

    /// All channels, in the order in which they were made.
    pub fn channels(&self) -> Vec<Channel> {
        self.world.with(|state| {
            let mine = state.channels.values().filter(|channel| channel.guild == Some(self.id));
            mine.map(|channel| Channel::new(&self.world, channel.id)).collect()
        })
    }

    /// A person by name.
    pub fn member(&self, name: &str) -> Option<Member> {
        let found = self.world.with(|state| names::person(state, self.id, name));
        found.map(|user| Member::new(&self.world, self.id, user))
    }

    /// A person by identifier; `None` for bots and strangers.
    pub fn person(&self, id: Snowflake) -> Option<Member> {
        let is_here = self.world.with(|state| {
            let person = state.users.get(&id).is_some_and(|user| !user.bot);
            person && state.guilds.get(&self.id).is_some_and(|guild| guild.members.contains_key(&id))
        });
        is_here.then(|| Member::new(&self.world, self.id, id))
    }

    /// The people, without bots.
    pub fn members(&self) -> Vec<Member> {
        self.world.with(|state| {
            let people = state.guilds.get(&self.id).into_iter().flat_map(|guild| guild.members.keys());
            let people = people.filter(|id| state.users.get(id).is_some_and(|user| !user.bot));
            people.map(|user| Member::new(&self.world, self.id, *user)).collect()
        })
    }

    /// The language of the guild, such as `de`.
    pub fn set_locale(&self, locale: &str) {
        self.world.with(|state| {
            if let Some(guild) = state.guilds.get_mut(&self.id) {
                locale.clone_into(&mut guild.locale);
            }
        });
    }

    /// Changes what the bot's role allows in the whole guild: permission bits.
    pub fn set_bot_permissions(&self, permissions: u64) {
        self.world.with(|state| {
            if let Some(role) = state.bot_role(self.id) {
                state.change_role(self.id, role, |role| role.permissions = permissions);
            }
        });
    }

    /// Throws the bot out.
    pub fn removes_bot(&self) {
        self.world.with(|state| state.bot_leaves(self.id));
    }

    /// Takes the bot in again.
    pub fn invites_bot(&self) {
        self.world.with(|state| state.bot_joins(self.id));
    }

    /// An outage takes the guild away from the bot, or gives it back.
    pub fn set_available(&self, available: bool) {
        self.world.with(|state| state.set_available(self.id, available));
    }

    /// The commands that the bot has registered for this guild, as full names: `setup department add`.
    pub fn commands(&self) -> Vec<String> {
        self.world.with(|state| super::commands::all(state, self.id))
    }

    fn role_of(&self, id: Snowflake, name: &str) -> Role {
        Role { world: self.world.clone(), guild: self.id, id, name: name.trim_start_matches('@').to_owned() }
    }
}

impl Role {
    /// Its identifier.
    pub fn id(&self) -> Snowflake {
        self.id
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `<@&…>`
    pub fn mention(&self) -> String {
        format!("<@&{}>", self.id)
    }

    /// Changes its permissions: bits.
    pub fn set_permissions(&self, permissions: u64) {
        self.world.with(|state| state.change_role(self.guild, self.id, |role| role.permissions = permissions));
    }

    /// Changes its colour: red, green and blue, eight bits each.
    pub fn set_colour(&self, colour: u32) {
        self.world.with(|state| state.change_role(self.guild, self.id, |role| role.colour = colour));
    }

    /// Lets everybody mention it, or not.
    pub fn set_mentionable(&self, mentionable: bool) {
        self.world.with(|state| state.change_role(self.guild, self.id, |role| role.mentionable = mentionable));
    }

    /// Renames it.
    pub fn rename(&mut self, name: &str) {
        name.clone_into(&mut self.name);
        self.world.with(|state| state.change_role(self.guild, self.id, |role| name.clone_into(&mut role.name)));
    }

    /// Deletes it.
    pub fn delete(&self) {
        self.world.with(|state| state.remove_role(self.guild, self.id));
    }
}
