//! How a company comes to be and changes: guilds, roles, channels and people, with the events that tell the bot.

use serde_json::{Value, json};

use super::people::{Member, User};
use super::places::{Channel, ChannelKind, Guild, Overwrite, Role};
use super::{Change, Snowflake, State, iso};
use crate::sandbox::gateway::sessions::{GUILD_MEMBERS, GUILDS};

/// What everybody may do in a new guild: see, write, read back, attach, embed, use commands, write in threads.
const EVERYONE: u64 = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31 | 1 << 38;

impl State {
    /// The guilds that the bot is in.
    pub(crate) fn homes(&self) -> impl Iterator<Item = Snowflake> {
        self.guilds.keys().copied().filter(|id| self.is_home(*id))
    }

    /// Whether the bot is in `guild`.
    pub(crate) fn is_home(&self, guild: Snowflake) -> bool {
        self.guilds.get(&guild).is_some_and(|guild| guild.members.contains_key(&self.app.bot))
    }

    /// The bot's own user, as `GET /users/@me` and READY show it.
    pub(crate) fn bot_json(&self) -> Value {
        let mut user = self.users[&self.app.bot].to_json();
        user["verified"] = json!(true);
        user["mfa_enabled"] = json!(false);
        user["email"] = Value::Null;
        user["flags"] = json!(0);
        user
    }

    /// The gateway's address.
    pub(crate) fn gateway_url(&self) -> String {
        self.base.replacen("http", "ws", 1)
    }

    /// A new guild with an owner, a `general` channel and the bot in it.
    pub(crate) fn add_guild(&mut self, name: &str) -> Snowflake {
        let id = self.mint();
        let owner = self.add_user(&format!("Owner of {name}"), "en-US");
        let everyone = Role {
            id,
            name: "@everyone".to_owned(),
            permissions: EVERYONE,
            position: 0,
            mentionable: false,
            colour: 0,
            bot: None,
        };
        let guild = Guild {
            id,
            name: name.to_owned(),
            owner,
            locale: "en-US".to_owned(),
            roles: [(id, everyone)].into(),
            members: [(owner, self.membership(owner, &[]))].into(),
        };
        self.guilds.insert(id, guild);
        self.add_channel(id, ChannelKind::Text, "general", None, Vec::new());
        self.bot_joins(id);
        id
    }

    /// The bot joins, with its own role.
    pub(crate) fn bot_joins(&mut self, guild: Snowflake) {
        let id = self.mint();
        let role = Role {
            id,
            name: self.app.name.clone(),
            permissions: self.app.permissions,
            position: 1,
            mentionable: false,
            colour: 0,
            bot: Some(self.app.bot),
        };
        let member = self.membership(self.app.bot, &[id]);
        let bot = self.app.bot;
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.roles.insert(id, role);
        home.members.insert(bot, member);
        let payload = self.guild_create_json(guild);
        self.dispatch("GUILD_CREATE", Some(guild), GUILDS, &payload);
        self.changes.push(Change::GuildChanged { guild });
    }

    /// The bot is removed from a guild; its commands there go with it.
    pub(crate) fn bot_leaves(&mut self, guild: Snowflake) {
        let bot = self.app.bot;
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.members.remove(&bot);
        home.roles.retain(|_, role| role.bot != Some(bot));
        self.commands.forget(guild);
        self.dispatch("GUILD_DELETE", Some(guild), GUILDS, &json!({ "id": guild }));
        self.changes.push(Change::GuildChanged { guild });
    }

    /// An outage takes a guild away, or gives it back.
    pub(crate) fn set_available(&mut self, guild: Snowflake, available: bool) {
        if !self.is_home(guild) {
            return;
        }
        if available {
            let payload = self.guild_create_json(guild);
            self.dispatch("GUILD_CREATE", Some(guild), GUILDS, &payload);
        } else {
            self.dispatch("GUILD_DELETE", Some(guild), GUILDS, &json!({ "id": guild, "unavailable": true }));
        }
    }

    /// The bot's own role in a guild.
    pub(crate) fn bot_role(&self, guild: Snowflake) -> Option<Snowflake> {
        let roles = &self.guilds.get(&guild)?.roles;
        roles.values().find(|role| role.bot == Some(self.app.bot)).map(|role| role.id)
    }

    pub(crate) fn add_user(&mut self, name: &str, locale: &str) -> Snowflake {
        let id = self.mint();
        let (name, locale) = (name.to_owned(), locale.to_owned());
        self.users.insert(id, User { id, name, bot: false, locale, takes_direct_messages: true });
        id
    }

    pub(crate) fn add_member(&mut self, guild: Snowflake, user: Snowflake, roles: &[Snowflake]) {
        let member = self.membership(user, roles);
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.members.insert(user, member);
        self.announce_member("GUILD_MEMBER_ADD", guild, user);
    }

    /// Gives a member these roles and no others.
    pub(crate) fn set_roles(&mut self, guild: Snowflake, user: Snowflake, roles: Vec<Snowflake>) {
        let member = self.guilds.get_mut(&guild).and_then(|guild| guild.members.get_mut(&user));
        let Some(member) = member else { return };
        member.roles = roles;
        self.announce_member("GUILD_MEMBER_UPDATE", guild, user);
    }

    pub(crate) fn remove_member(&mut self, guild: Snowflake, user: Snowflake) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.members.remove(&user);
        let payload = json!({ "guild_id": guild, "user": self.users.get(&user).map(User::to_json) });
        self.dispatch("GUILD_MEMBER_REMOVE", Some(guild), GUILD_MEMBERS, &payload);
        self.changes.push(Change::GuildChanged { guild });
    }

    pub(crate) fn add_role(&mut self, guild: Snowflake, name: &str, permissions: u64) -> Snowflake {
        let id = self.mint();
        let Some(home) = self.guilds.get_mut(&guild) else { return id };
        let position = u16::try_from(home.roles.len()).unwrap_or(u16::MAX);
        let name = name.to_owned();
        let role = Role { id, name, permissions, position, mentionable: false, colour: 0, bot: None };
        home.roles.insert(id, role);
        self.announce_role("GUILD_ROLE_CREATE", guild, id);
        id
    }

    /// Changes a role and tells the bot.
    pub(crate) fn change_role(&mut self, guild: Snowflake, role: Snowflake, change: impl FnOnce(&mut Role)) {
        let found = self.guilds.get_mut(&guild).and_then(|guild| guild.roles.get_mut(&role));
        let Some(found) = found else { return };
        change(found);
        self.announce_role("GUILD_ROLE_UPDATE", guild, role);
    }

    pub(crate) fn remove_role(&mut self, guild: Snowflake, role: Snowflake) {
        let Some(home) = self.guilds.get_mut(&guild) else { return };
        home.roles.remove(&role);
        home.members.values_mut().for_each(|member| member.roles.retain(|id| *id != role));
        for channel in self.channels.values_mut().filter(|channel| channel.guild == Some(guild)) {
            channel.overwrites.retain(|overwrite| overwrite.target != role);
        }
        self.tell_home("GUILD_ROLE_DELETE", guild, &json!({ "guild_id": guild, "role_id": role }));
    }

    pub(crate) fn add_channel(
        &mut self,
        guild: Snowflake,
        kind: ChannelKind,
        name: &str,
        parent: Option<Snowflake>,
        overwrites: Vec<Overwrite>,
    ) -> Snowflake {
        let id = self.mint();
        let mut channel = Channel::new(id, kind, Some(guild), name);
        let others = self.channels.values().filter(|channel| channel.guild == Some(guild)).count();
        channel.position = u16::try_from(others).unwrap_or(u16::MAX);
        channel.parent = parent;
        channel.overwrites = overwrites;
        self.insert_channel(channel);
        id
    }

    /// Puts a channel into its guild and tells the bot.
    pub(crate) fn insert_channel(&mut self, channel: Channel) {
        let (id, thread) = (channel.id, channel.kind.is_thread());
        self.channels.insert(id, channel);
        self.announce_channel(if thread { "THREAD_CREATE" } else { "CHANNEL_CREATE" }, id);
    }

    /// Changes a channel and tells the bot.
    pub(crate) fn change_channel(&mut self, id: Snowflake, change: impl FnOnce(&mut Channel)) {
        let Some(channel) = self.channels.get_mut(&id) else { return };
        change(channel);
        let event = if channel.kind.is_thread() { "THREAD_UPDATE" } else { "CHANNEL_UPDATE" };
        self.announce_channel(event, id);
    }

    pub(crate) fn remove_channel(&mut self, id: Snowflake) {
        let Some(channel) = self.channels.remove(&id) else { return };
        let Some(guild) = channel.guild else { return };
        let event = if channel.kind.is_thread() { "THREAD_DELETE" } else { "CHANNEL_DELETE" };
        self.tell_home(event, guild, &channel.to_json());
        let threads = self.channels.values().filter(|thread| thread.parent == Some(id) && thread.kind.is_thread());
        let threads: Vec<_> = threads.map(|thread| thread.id).collect();
        threads.into_iter().for_each(|thread| self.remove_channel(thread));
    }

    /// The direct messages between the bot and `user`, opened where there are none yet.
    pub(crate) fn direct_channel(&mut self, user: Snowflake) -> Snowflake {
        let known = self.channels.values().find(|channel| channel.recipient == Some(user)).map(|channel| channel.id);
        known.unwrap_or_else(|| {
            let id = self.mint();
            let mut channel = Channel::new(id, ChannelKind::Direct, None, "");
            channel.recipient = Some(user);
            self.channels.insert(id, channel);
            self.changes.push(Change::DirectMessagesOpened { user });
            id
        })
    }

    /// A channel as Discord writes it, with the recipient of direct messages.
    pub(crate) fn channel_json(&self, channel: &Channel) -> Value {
        let mut body = channel.to_json();
        if let Some(recipient) = channel.recipient.and_then(|id| self.users.get(&id)) {
            body["recipients"] = json!([recipient.to_json()]);
        }
        body
    }

    /// A guild as `GET /guilds/{id}` shows it.
    pub(crate) fn guild_json(&self, guild: &Guild) -> Value {
        json!({
            "id": guild.id, "name": guild.name, "owner_id": guild.owner, "preferred_locale": guild.locale,
            "roles": guild.roles.values().map(Role::to_json).collect::<Value>(),
            "icon": null, "splash": null, "discovery_splash": null, "region": "europe", "afk_channel_id": null,
            "afk_timeout": 300, "verification_level": 0, "default_message_notifications": 1,
            "explicit_content_filter": 0, "emojis": [], "stickers": [], "features": [], "mfa_level": 0,
            "application_id": null, "system_channel_id": null, "system_channel_flags": 0, "rules_channel_id": null,
            "max_presences": null, "max_members": 500_000, "vanity_url_code": null, "description": null,
            "banner": null, "premium_tier": 0, "premium_subscription_count": 0, "public_updates_channel_id": null,
            "nsfw": false, "nsfw_level": 0, "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null,
            "widget_enabled": false, "widget_channel_id": null,
        })
    }

    /// A guild as GUILD_CREATE shows it to a bot without the members intent: itself is the only member.
    pub(crate) fn guild_create_json(&self, id: Snowflake) -> Value {
        let Some(guild) = self.guilds.get(&id) else { return Value::Null };
        let mut body = self.guild_json(guild);
        let me = guild.members.get(&self.app.bot);
        let of_guild = |threads: bool| {
            let mine = self.channels.values().filter(move |channel| channel.guild == Some(id));
            mine.filter(move |channel| channel.kind.is_thread() == threads).map(Channel::to_json).collect::<Value>()
        };
        body["joined_at"] = json!(me.map(|me| iso(me.joined)));
        body["large"] = json!(false);
        body["unavailable"] = json!(false);
        body["member_count"] = json!(guild.members.len());
        body["members"] = me.iter().map(|me| me.to_json(&self.users[&self.app.bot])).collect();
        body["channels"] = of_guild(false);
        body["threads"] = of_guild(true);
        for empty in ["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"] {
            body[empty] = json!([]);
        }
        body
    }

    fn membership(&self, user: Snowflake, roles: &[Snowflake]) -> Member {
        Member { user, nick: None, roles: roles.to_vec(), joined: self.now() }
    }

    fn announce_member(&mut self, event: &'static str, guild: Snowflake, user: Snowflake) {
        let Some(member) = self.guilds.get(&guild).and_then(|guild| guild.members.get(&user)) else { return };
        let mut payload = member.to_json(&self.users[&user]);
        payload["guild_id"] = json!(guild);
        if self.is_home(guild) {
            self.dispatch(event, Some(guild), GUILD_MEMBERS, &payload);
        }
        self.changes.push(Change::GuildChanged { guild });
    }

    fn announce_role(&mut self, event: &'static str, guild: Snowflake, role: Snowflake) {
        let Some(role) = self.guilds.get(&guild).and_then(|guild| guild.roles.get(&role)) else { return };
        let payload = json!({ "guild_id": guild, "role": role.to_json() });
        self.tell_home(event, guild, &payload);
    }

    fn announce_channel(&mut self, event: &'static str, id: Snowflake) {
        let Some(channel) = self.channels.get(&id) else { return };
        let (Some(guild), payload) = (channel.guild, channel.to_json()) else { return };
        self.tell_home(event, guild, &payload);
    }

    fn tell_home(&mut self, event: &'static str, guild: Snowflake, payload: &Value) {
        if self.is_home(guild) {
            self.dispatch(event, Some(guild), GUILDS, payload);
        }
        self.changes.push(Change::GuildChanged { guild });
    }
}
