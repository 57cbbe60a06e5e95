//! Whom a message pings (discord-api-docs `resources/message`, "Allowed Mentions Object").

use serde_json::Value;

use super::messages::Message;
use super::{Snowflake, State};

/// May ping everyone and every role ("Mention @everyone, @here, and All Roles", `topics/permissions`).
const MENTION_EVERYONE: u64 = 1 << 17;

/// The people and roles that a message pinged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Mentions {
    pub(crate) everyone: bool,
    pub(crate) users: Vec<Snowflake>,
    pub(crate) roles: Vec<Snowflake>,
}

impl State {
    /// Whom the content of `message` pings under the rules that came with it.
    pub(crate) fn mentions_of(&self, message: &Message, allowed: Option<&Value>) -> Mentions {
        let guild = self.channels.get(&message.channel).and_then(|channel| channel.guild);
        let rights = guild.map_or(0, |guild| self.permissions(guild, message.author, Some(message.channel)));
        let may_all = rights & MENTION_EVERYONE != 0;
        let from_interaction = message.interaction.is_some();
        let allows = |kind: &str, id: Snowflake| match allowed {
            // Interactions and webhooks ping users only by default, regular messages everybody.
            None => kind == "users" || !from_interaction,
            Some(rules) => {
                let has = |list: &Value, wanted: &str| {
                    list.as_array().is_some_and(|list| list.iter().any(|entry| entry.as_str() == Some(wanted)))
                };
                has(&rules["parse"], kind) || has(&rules[kind], &id.to_string())
            }
        };
        let text = &message.content;
        let mentionable = |role: &Snowflake| {
            let role = guild.and_then(|id| self.guilds.get(&id)?.roles.get(role));
            role.is_some_and(|role| role.mentionable || may_all)
        };
        Mentions {
            everyone: (text.contains("@everyone") || text.contains("@here"))
                && may_all
                && allows("everyone", Snowflake::from(0)),
            users: ids(text, &["<@!", "<@"])
                .into_iter()
                .filter(|id| self.users.contains_key(id) && allows("users", *id))
                .collect(),
            roles: ids(text, &["<@&"]).into_iter().filter(|id| mentionable(id) && allows("roles", *id)).collect(),
        }
    }
}

/// The identifiers in `text` that stand between one of `openings` and `>`.
fn ids(text: &str, openings: &[&str]) -> Vec<Snowflake> {
    let mut found = Vec::new();
    for opening in openings {
        for piece in text.split(opening).skip(1) {
            let id = piece.split_once('>').and_then(|(id, _)| id.parse().ok());
            if let Some(id) = id.filter(|id| !found.contains(id)) {
                found.push(id);
            }
        }
    }
    found
}
