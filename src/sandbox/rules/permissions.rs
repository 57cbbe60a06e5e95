//! Permissions: the bits by name, and what a member may do in a channel (docs: topics/permissions).
//!
//! Plain data in, plain data out: ids and bit sets are `u64`, as Discord counts them.

macro_rules! bits {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)+) => {
        $($(#[$doc])* #[doc = concat!("Bit ", stringify!($bit), ".")] pub const $name: u64 = 1 << $bit;)+

        /// Every documented bit with its name, lowest first.
        pub const NAMES: &[(u64, &str)] = &[$(($name, stringify!($name))),+];
    };
}

bits! {
    CREATE_INSTANT_INVITE = 0,
    KICK_MEMBERS = 1,
    BAN_MEMBERS = 2,
    /// Everything, whatever overwrites say.
    ADMINISTRATOR = 3,
    MANAGE_CHANNELS = 4,
    MANAGE_GUILD = 5,
    ADD_REACTIONS = 6,
    VIEW_AUDIT_LOG = 7,
    PRIORITY_SPEAKER = 8,
    STREAM = 9,
    /// Without it nothing else holds in a channel.
    VIEW_CHANNEL = 10,
    /// In channels; threads have [`SEND_MESSAGES_IN_THREADS`].
    SEND_MESSAGES = 11,
    SEND_TTS_MESSAGES = 12,
    MANAGE_MESSAGES = 13,
    EMBED_LINKS = 14,
    ATTACH_FILES = 15,
    READ_MESSAGE_HISTORY = 16,
    MENTION_EVERYONE = 17,
    USE_EXTERNAL_EMOJIS = 18,
    VIEW_GUILD_INSIGHTS = 19,
    CONNECT = 20,
    SPEAK = 21,
    MUTE_MEMBERS = 22,
    DEAFEN_MEMBERS = 23,
    MOVE_MEMBERS = 24,
    USE_VAD = 25,
    CHANGE_NICKNAME = 26,
    MANAGE_NICKNAMES = 27,
    MANAGE_ROLES = 28,
    MANAGE_WEBHOOKS = 29,
    MANAGE_GUILD_EXPRESSIONS = 30,
    USE_APPLICATION_COMMANDS = 31,
    REQUEST_TO_SPEAK = 32,
    MANAGE_EVENTS = 33,
    MANAGE_THREADS = 34,
    CREATE_PUBLIC_THREADS = 35,
    CREATE_PRIVATE_THREADS = 36,
    USE_EXTERNAL_STICKERS = 37,
    SEND_MESSAGES_IN_THREADS = 38,
    USE_EMBEDDED_ACTIVITIES = 39,
    MODERATE_MEMBERS = 40,
    VIEW_CREATOR_MONETIZATION_ANALYTICS = 41,
    USE_SOUNDBOARD = 42,
    CREATE_GUILD_EXPRESSIONS = 43,
    CREATE_EVENTS = 44,
    USE_EXTERNAL_SOUNDS = 45,
    SEND_VOICE_MESSAGES = 46,
    SEND_POLLS = 49,
    USE_EXTERNAL_APPS = 50,
    /// Split from [`MANAGE_MESSAGES`].
    PIN_MESSAGES = 51,
    BYPASS_SLOWMODE = 52,
}

/// Every documented bit: what owners and administrators have.
pub const ALL: u64 = {
    let mut all = 0;
    let mut index = 0;
    while index < NAMES.len() {
        all |= NAMES[index].0;
        index += 1;
    }
    all
};

/// What a role gives in the whole guild.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Its id; @everyone's is the guild's.
    pub id: u64,
    /// Its bits.
    pub permissions: u64,
}

/// Whom an overwrite concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Everybody with the role of that id.
    Role(u64),
    /// The member of that id.
    Member(u64),
}

/// What a channel allows or denies to somebody, apart from roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overwrite {
    /// Whom it concerns.
    pub whom: Whom,
    /// Bits added, after the denied ones are taken away.
    pub allow: u64,
    /// Bits taken away.
    pub deny: u64,
}

/// The one who asks.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    /// The user's id.
    pub id: u64,
    /// The ids of the roles held, without @everyone.
    pub roles: &'a [u64],
    /// Whether the member is timed out just now.
    pub timed_out: bool,
}

/// The guild, as far as permissions go.
#[derive(Debug, Clone, Copy)]
pub struct Guild<'a> {
    /// Its id, which is also the id of @everyone.
    pub id: u64,
    /// The owner's user id.
    pub owner: u64,
    /// All roles, @everyone among them.
    pub roles: &'a [Role],
}

/// A member's bits in the whole guild, before any channel's overwrites.
pub fn in_guild(guild: Guild<'_>, person: Person<'_>) -> u64 {
    if person.id == guild.owner {
        return ALL;
    }
    let held = guild.roles.iter().filter(|role| role.id == guild.id || person.roles.contains(&role.id));
    let bits = held.fold(0, |bits, role| bits | role.permissions);
    if bits & ADMINISTRATOR != 0 {
        return ALL;
    }
    if person.timed_out { bits & LEFT_WHEN_TIMED_OUT } else { bits }
}

/// A member's bits in a channel: the guild's, then the overwrites for @everyone, for all roles together (denied first,
/// then allowed), for the member; then what follows from what is missing.
///
/// For a thread give the parent's overwrites. The implied denials of [`SEND_MESSAGES`] don't bind there: what counts
/// is [`SEND_MESSAGES_IN_THREADS`].
pub fn in_channel(guild: Guild<'_>, overwrites: &[Overwrite], person: Person<'_>, thread: bool) -> u64 {
    let mut bits = in_guild(guild, person);
    if bits & ADMINISTRATOR != 0 {
        return bits;
    }
    let mut apply = |matches: &dyn Fn(Whom) -> bool| {
        let (mut allow, mut deny) = (0, 0);
        for overwrite in overwrites.iter().filter(|overwrite| matches(overwrite.whom)) {
            allow |= overwrite.allow;
            deny |= overwrite.deny;
        }
        bits = bits & !deny | allow;
    };
    apply(&|whom| whom == Whom::Role(guild.id));
    apply(&|whom| matches!(whom, Whom::Role(id) if id != guild.id && person.roles.contains(&id)));
    apply(&|whom| whom == Whom::Member(person.id));
    // No overwrite makes an administrator, and none lifts a time-out.
    bits &= !ADMINISTRATOR;
    if person.timed_out {
        bits &= LEFT_WHEN_TIMED_OUT;
    }
    without_the_implied(bits, thread)
}

/// docs: topics/permissions, permissions for timed out members.
const LEFT_WHEN_TIMED_OUT: u64 = VIEW_CHANNEL | READ_MESSAGE_HISTORY;

/// docs: topics/permissions, implicit permissions.
fn without_the_implied(bits: u64, thread: bool) -> u64 {
    if bits & VIEW_CHANNEL == 0 {
        return 0;
    }
    let sends = if thread { SEND_MESSAGES_IN_THREADS } else { SEND_MESSAGES };
    if bits & sends == 0 { bits & !(MENTION_EVERYONE | SEND_TTS_MESSAGES | ATTACH_FILES | EMBED_LINKS) } else { bits }
}

/// What is missing to post: seeing the channel, sending there, and what the message brings along.
///
/// Discord answers 50001 (Missing Access) when [`VIEW_CHANNEL`] is among it, else 50013 (Missing Permissions).
pub fn missing_to_post(bits: u64, thread: bool, embeds: bool, files: bool) -> u64 {
    let mut needed = VIEW_CHANNEL | if thread { SEND_MESSAGES_IN_THREADS } else { SEND_MESSAGES };
    if embeds {
        needed |= EMBED_LINKS;
    }
    if files {
        needed |= ATTACH_FILES;
    }
    needed & !bits
}

/// The names of the bits, lowest first; unknown bits have none.
pub fn names(bits: u64) -> Vec<&'static str> {
    NAMES.iter().filter(|(bit, _)| bits & bit != 0).map(|(_, name)| *name).collect()
}

/// The bit of a name, such as `VIEW_CHANNEL`.
pub fn bit(name: &str) -> Option<u64> {
    NAMES.iter().find(|(_, known)| *known == name).map(|(bit, _)| *bit)
}

#[cfg(test)]
mod tests;
