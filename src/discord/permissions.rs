//! What the bot may do in a channel, computed as Discord does (discord-api-docs `topics/permissions`, "Permission
//! Hierarchy"): everyone's and the roles' rights, then the channel's overwrites for everyone, the roles, the member.

use serde_json::Value;

const ADMINISTRATOR: u64 = 1 << 3;

/// May mention roles that not everybody may ("Mention @everyone, @here, and All Roles").
pub(super) const MENTION_EVERYONE: u64 = 1 << 17;

/// The bot's permission bits in `channel`, from Discord's own objects.
pub(super) fn granted(guild: &Value, member: &Value, channel: &Value, me: &str) -> u64 {
    if guild["owner_id"] == me {
        return u64::MAX;
    }
    let everyone = guild["id"].as_str().unwrap_or_default();
    let held: Vec<&str> =
        member["roles"].as_array().into_iter().flatten().filter_map(Value::as_str).chain([everyone]).collect();
    let base = guild["roles"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|role| role["id"].as_str().is_some_and(|id| held.contains(&id)))
        .fold(0, |all, role| all | bits(&role["permissions"]));
    if base & ADMINISTRATOR != 0 {
        return u64::MAX;
    }
    let overwrites: Vec<&Value> = channel["permission_overwrites"].as_array().into_iter().flatten().collect();
    let of = |wanted: &dyn Fn(&str) -> bool| {
        overwrites
            .iter()
            .filter(|overwrite| overwrite["id"].as_str().is_some_and(wanted))
            .fold((0, 0), |(allow, deny), one| (allow | bits(&one["allow"]), deny | bits(&one["deny"])))
    };
    let steps = [of(&|id| id == everyone), of(&|id| id != everyone && held.contains(&id)), of(&|id| id == me)];
    steps.into_iter().fold(base, |all, (allow, deny)| all & !deny | allow)
}

/// Bit sets are decimal strings in Discord's JSON.
fn bits(value: &Value) -> u64 {
    value.as_str().and_then(|text| text.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn overwrites_apply_from_everyone_to_the_member() {
        let guild = json!({ "id": "1", "owner_id": "9", "roles": [
            { "id": "1", "permissions": "1024" }, { "id": "2", "permissions": "2048" }, { "id": "3", "permissions": "8" },
        ] });
        let member = json!({ "roles": ["2"] });
        let room = |overwrites: Value| json!({ "permission_overwrites": overwrites });
        assert_eq!(granted(&guild, &member, &room(json!([])), "5"), 1024 | 2048);
        let closed = json!([{ "id": "1", "type": 0, "allow": "0", "deny": "1024" }]);
        assert_eq!(granted(&guild, &member, &room(closed), "5"), 2048);
        let opened = json!([
            { "id": "1", "type": 0, "allow": "0", "deny": "1024" }, { "id": "2", "type": 0, "allow": "1024", "deny": "0" },
        ]);
        assert_eq!(granted(&guild, &member, &room(opened), "5"), 1024 | 2048);
        assert_eq!(granted(&guild, &json!({ "roles": ["3"] }), &room(json!([])), "5"), u64::MAX);
        assert_eq!(granted(&guild, &member, &room(json!([])), "9"), u64::MAX);
    }
}
