//! The table of what there is under `/api/v10`.

use serde_json::Value;

use super::front::Call;
use super::{apps, callbacks, channels, commands, errors, guilds, messages, pins, threads, webhooks};
use crate::sandbox::rules::refusal::Refusal;
use crate::sandbox::world::State;

/// Who may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// The bot, with its token in the header.
    Bot,
    /// Whoever knows the token in the path.
    Token,
}

/// A good answer; `Null` is no body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Answer {
    pub(crate) fn ok(body: Value) -> Self {
        Self { status: 200, body }
    }

    pub(crate) fn nothing() -> Self {
        Self { status: 204, body: Value::Null }
    }
}

/// What a handler gets besides the request: the variable parts of its path, in order.
pub(crate) type Ids = Vec<String>;
pub(crate) type Handler = fn(&mut State, &mut Call, &[String]) -> Result<Answer, Refusal>;

/// A row of the table, found.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) access: Access,
    pub(crate) handler: Handler,
    pub(crate) ids: Ids,
}

type Row = (&'static str, &'static str, Handler);

/// `*` stands for an id or a token. Fixed words come before `*` where both fit.
const TABLE: &[Row] = &[
    ("GET", "gateway", apps::gateway),
    ("GET", "gateway/bot", apps::gateway_bot),
    ("GET", "users/@me", apps::me),
    ("GET", "users/@me/guilds", apps::my_guilds),
    ("POST", "users/@me/channels", channels::open_direct),
    ("GET", "users/*", apps::user),
    ("GET", "applications/@me", apps::application),
    ("GET", "oauth2/applications/@me", apps::application),
    ("GET", "applications/*/commands", commands::list),
    ("POST", "applications/*/commands", commands::create),
    ("PUT", "applications/*/commands", commands::overwrite),
    ("GET", "applications/*/commands/*", commands::get),
    ("PATCH", "applications/*/commands/*", commands::edit),
    ("DELETE", "applications/*/commands/*", commands::delete),
    ("GET", "applications/*/guilds/*/commands", commands::list),
    ("POST", "applications/*/guilds/*/commands", commands::create),
    ("PUT", "applications/*/guilds/*/commands", commands::overwrite),
    ("GET", "applications/*/guilds/*/commands/*", commands::get),
    ("PATCH", "applications/*/guilds/*/commands/*", commands::edit),
    ("DELETE", "applications/*/guilds/*/commands/*", commands::delete),
    ("GET", "guilds/*", guilds::get),
    ("GET", "guilds/*/channels", guilds::channels),
    ("POST", "guilds/*/channels", channels::create),
    ("GET", "guilds/*/roles", guilds::roles),
    ("GET", "guilds/*/roles/member-counts", guilds::role_member_counts),
    ("GET", "guilds/*/members", guilds::members),
    ("GET", "guilds/*/members/search", guilds::search_members),
    ("GET", "guilds/*/members/*", guilds::member),
    ("GET", "guilds/*/threads/active", threads::active),
    ("GET", "channels/*", channels::get),
    ("PATCH", "channels/*", channels::edit),
    ("DELETE", "channels/*", channels::delete),
    ("POST", "channels/*/typing", channels::typing),
    ("POST", "channels/*/threads", threads::start),
    ("GET", "channels/*/pins", pins::list_old),
    ("PUT", "channels/*/pins/*", pins::pin),
    ("DELETE", "channels/*/pins/*", pins::unpin),
    ("GET", "channels/*/messages/pins", pins::list),
    ("PUT", "channels/*/messages/pins/*", pins::pin),
    ("DELETE", "channels/*/messages/pins/*", pins::unpin),
    ("GET", "channels/*/messages", messages::list),
    ("POST", "channels/*/messages", messages::create),
    ("GET", "channels/*/messages/*", messages::get),
    ("PATCH", "channels/*/messages/*", messages::edit),
    ("DELETE", "channels/*/messages/*", messages::delete),
    ("POST", "channels/*/messages/*/threads", threads::start_on_message),
    ("POST", "interactions/*/*/callback", callbacks::callback),
    ("POST", "webhooks/*/*", webhooks::follow_up),
    ("GET", "webhooks/*/*/messages/@original", webhooks::get_original),
    ("PATCH", "webhooks/*/*/messages/@original", webhooks::edit_original),
    ("DELETE", "webhooks/*/*/messages/@original", webhooks::delete_original),
    ("GET", "webhooks/*/*/messages/*", webhooks::get),
    ("PATCH", "webhooks/*/*/messages/*", webhooks::edit),
    ("DELETE", "webhooks/*/*/messages/*", webhooks::delete),
];

/// Finds the row for a request.
pub(crate) fn find(method: &str, path: &str) -> Result<Route, Refusal> {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let mut known = false;
    for (row_method, pattern, handler) in TABLE {
        let Some(ids) = matched(pattern, &parts) else { continue };
        if *row_method == method {
            let by_token = matches!(parts.first(), Some(&("interactions" | "webhooks")));
            let access = if by_token { Access::Token } else { Access::Bot };
            return Ok(Route { access, handler: *handler, ids });
        }
        known = true;
    }
    Err(if known { errors::method_not_allowed() } else { errors::not_found() })
}

fn matched(pattern: &str, parts: &[&str]) -> Option<Ids> {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let fits = pattern.len() == parts.len()
        && pattern.iter().zip(parts).all(|(wanted, part)| *wanted == "*" || wanted == part);
    let variable = pattern.iter().zip(parts).filter(|(wanted, _)| **wanted == "*");
    fits.then(|| variable.map(|(_, part)| (*part).to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_words_win_over_ids() {
        let pins = find("GET", "/channels/1/messages/pins").expect("there");
        assert_eq!(pins.ids, ["1"]);
        let original = find("PATCH", "/webhooks/1/token/messages/@original").expect("there");
        assert_eq!((original.ids.len(), original.access), (2, Access::Token));
    }

    #[test]
    fn what_is_not_there_is_told_from_what_is_not_allowed() {
        assert_eq!(find("GET", "/nowhere").expect_err("unknown").status, 404);
        assert_eq!(find("PUT", "/gateway").expect_err("not allowed").status, 405);
    }
}
