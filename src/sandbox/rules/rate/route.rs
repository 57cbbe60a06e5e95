//! Routes as rate limits see them: the method, the path with its ids blanked, and the top-level id that tells
//! buckets of one route apart.

/// One request's route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The method, in capitals.
    pub method: String,
    /// The path with `{}` for each id and token, such as `/channels/{}/messages/{}`.
    pub template: String,
    /// The channel, the guild, or the webhook with its token: what else a bucket belongs to.
    pub top: String,
}

impl Route {
    /// The route of a path below `/api/v10`; a query is left off.
    pub fn of(method: &str, path: &str) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let top_parts = match parts.first() {
            Some(&("channels" | "guilds")) => 2,
            Some(&("webhooks" | "interactions")) => 3,
            _ => 0,
        };
        let tokens = matches!(parts.first(), Some(&("webhooks" | "interactions")));
        let mut template = String::new();
        for (position, part) in parts.iter().enumerate() {
            template.push('/');
            let is_id = part.bytes().all(|byte| byte.is_ascii_digit());
            // All emoji of a message share one bucket.
            let is_emoji = position > 0 && parts[position - 1] == "reactions" && *part != "@me";
            let blank = is_id || is_emoji || (tokens && position == 2);
            template.push_str(if blank { "{}" } else { part });
        }
        let top = parts.iter().take(top_parts).copied().collect::<Vec<_>>().join("/");
        Self { method: method.to_ascii_uppercase(), template, top }
    }

    /// Whether it belongs to an interaction (its callback, or the webhook with its token): exempt from the global
    /// limit.
    pub fn is_interaction(&self) -> bool {
        self.template.starts_with("/interactions/{}/{}") || self.template.starts_with("/webhooks/{}/{}")
    }

    /// What tells this bucket from all others.
    pub fn key(&self) -> String {
        format!("{} {} {}", self.method, self.template, self.top)
    }

    /// The value of `X-RateLimit-Bucket`: opaque, the same for all top-level ids of a route.
    pub fn bucket(&self) -> String {
        // FNV-1a, 64 bits: stable over runs, which the standard hasher does not promise.
        let text = format!("{} {}", self.method, self.template);
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{hash:016x}")
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("/channels/1/messages", "/channels/{}/messages", "channels/1")]
    #[case("/channels/1/messages/22?x=1", "/channels/{}/messages/{}", "channels/1")]
    #[case(
        "/channels/1/messages/2/reactions/%F0%9F%91%8D/@me",
        "/channels/{}/messages/{}/reactions/{}/@me",
        "channels/1"
    )]
    #[case("/guilds/7/roles/member-counts", "/guilds/{}/roles/member-counts", "guilds/7")]
    #[case("/webhooks/5/aW50/messages/@original", "/webhooks/{}/{}/messages/@original", "webhooks/5/aW50")]
    #[case("/interactions/5/aW50/callback", "/interactions/{}/{}/callback", "interactions/5/aW50")]
    #[case("/applications/5/guilds/7/commands", "/applications/{}/guilds/{}/commands", "")]
    #[case("/users/@me/channels", "/users/@me/channels", "")]
    fn a_route_has_its_ids_blanked(#[case] path: &str, #[case] template: &str, #[case] top: &str) {
        let route = Route::of("get", path);
        assert_eq!((route.method.as_str(), route.template.as_str(), route.top.as_str()), ("GET", template, top));
    }
}
