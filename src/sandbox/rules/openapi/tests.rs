//! The quirks on a small description that always runs, and Discord's own where the environment names it.

use rstest::rstest;

use super::*;

/// Just enough of a description to show each quirk.
fn mini() -> Description {
    let kind = |number: u64, more: Value| {
        let mut schema = json!({ "type": "object", "required": ["type"], "properties": {
            "type": { "type": "integer", "enum": [number], "allOf": [{ "$ref": "#/components/schemas/Kind" }] } } });
        for (key, value) in more.as_object().expect("an object") {
            schema["properties"][key] = value.clone();
        }
        schema
    };
    let part = json!({ "oneOf": [
        { "$ref": "#/components/schemas/Row" }, { "$ref": "#/components/schemas/Button" }] });
    let body = |schema: Value, required: bool| {
        json!({ "requestBody": { "required": required, "content": {
        "application/json": { "schema": schema } } } })
    };
    let id =
        |name: &str| json!({ "name": name, "in": "path", "schema": { "$ref": "#/components/schemas/SnowflakeType" } });
    let document = json!({
        "paths": {
            "/channels/{channel_id}/messages": {
                "parameters": [id("channel_id")],
                "post": body(json!({ "$ref": "#/components/schemas/Message" }), true),
                "get": {},
            },
            "/users/@me": { "patch": body(json!({ "type": "object", "required": ["username"] }), true) },
            "/users/{user_id}": { "parameters": [id("user_id")], "patch": body(json!({ "type": "array" }), true) },
            "/codes/latest": { "put": body(json!({ "type": "array" }), true) },
            "/codes/{code}": { "put": body(json!({ "type": "object" }), true) },
            "/pins": { "put": body(json!({ "type": "object" }), false) },
        },
        "components": { "schemas": {
            "SnowflakeType": { "type": "string", "pattern": "^(0|[1-9][0-9]*)$" },
            "Kind": { "type": "integer", "oneOf": [{ "title": "ROW", "const": 1 }, { "title": "BUTTON", "const": 2 }] },
            "Message": { "type": "object", "properties": {
                "content": { "type": ["string", "null"], "maxLength": 10 },
                "flags": { "type": ["integer", "null"], "maximum": 100 },
                "style": { "type": "integer", "oneOf": [{ "const": 1 }, { "const": 2 }] },
                "nonce": { "oneOf": [{ "type": "integer" }, { "type": "string", "maxLength": 3 }, { "type": "null" }] },
                "channel_id": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/SnowflakeType" }] },
                "components": { "type": "array", "items": part },
            } },
            "Row": kind(1, json!({ "components": { "type": "array", "maxItems": 5, "items": part } })),
            "Button": kind(2, json!({ "label": { "type": "string", "maxLength": 5 } })),
        } },
    });
    Description::from_document(document).expect("a description")
}

/// The places at which a new message is wrong.
fn places(body: &Value) -> Vec<String> {
    mini().check("POST", "/channels/5/messages", body).into_iter().map(|violation| violation.at).collect()
}

#[rstest]
#[case(json!({ "content": "short" }), &[])]
#[case(json!({ "content": "much too long" }), &["/content"])]
#[case(json!({ "flags": "64" }), &[])]
#[case(json!({ "flags": "640" }), &["/flags"])]
#[case(json!({ "flags": "many" }), &["/flags"])]
#[case(json!({ "style": 2 }), &[])]
#[case(json!({ "style": "2" }), &[])]
#[case(json!({ "style": 3 }), &["/style"])]
#[case(json!({ "nonce": "123" }), &[])]
#[case(json!({ "nonce": "1234" }), &["/nonce"])]
#[case(json!({ "channel_id": null }), &[])]
#[case(json!({ "channel_id": "05" }), &["/channel_id"])]
#[case(json!({ "channel_id": 5 }), &["/channel_id"])]
#[case(json!(null), &[""])]
#[case(json!("text"), &[""])]
fn a_body_is_judged_field_by_field(#[case] body: Value, #[case] expected: &[&str]) {
    assert_eq!(places(&body), expected, "{body}");
}

#[rstest]
#[case(json!({ "type": 1, "components": [{ "type": 2, "label": "Yes" }] }), &[])]
#[case(json!({ "type": 1, "components": [{ "type": 2, "label": "Certainly" }] }), &["/components/0/components/0/label"])]
#[case(json!({ "type": 3 }), &["/components/0/type"])]
#[case(json!({ "label": "Yes" }), &["/components/0"])]
#[case(json!(5), &["/components/0"])]
fn the_branch_of_a_union_is_picked_by_its_type(#[case] part: Value, #[case] expected: &[&str]) {
    assert_eq!(places(&json!({ "components": [part] })), expected);
}

#[test]
fn branches_of_one_type_stay_alternatives() {
    let branch = |field: &str| {
        json!({ "type": "object", "required": [field],
        "properties": { "type": { "type": "integer", "enum": [1] } } })
    };
    let either = json!({ "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] });
    let description = Description::from_document(json!({
        "paths": { "/pins": { "put": { "requestBody": { "content": { "application/json": { "schema": either } } } } } },
        "components": { "schemas": { "A": branch("a"), "B": branch("b") } },
    }));
    let description = description.expect("a description");
    assert_eq!(description.check("PUT", "/pins", &json!({ "type": 1, "b": 5 })), []);
    assert_eq!(description.check("PUT", "/pins", &json!({ "type": 1, "c": 5 })).len(), 1);
}

#[test]
fn a_violation_names_the_operation_and_the_fault() {
    let violations = mini().check("POST", "/channels/5/messages", &json!({ "content": "much too long" }));
    assert_eq!(violations[0].operation, "POST /channels/{channel_id}/messages");
    assert!(violations[0].message.contains("10 characters"), "{}", violations[0].message);
}

#[rstest]
#[case("POST", "/channels/5/messages?wait=true", true)]
#[case("post", "/channels/5/messages", true)]
#[case("GET", "/channels/5/messages", true)]
#[case("DELETE", "/channels/5/messages", false)]
#[case("POST", "/channels/five/messages", false)]
#[case("POST", "/channels/5/messages/6", false)]
#[case("POST", "/chanels/5/messages", false)]
fn an_unknown_path_is_no_operation(#[case] method: &str, #[case] path: &str, #[case] known: bool) {
    let violations = mini().check(method, path, &json!({}));
    let expected =
        Violation { operation: format!("{method} {path}"), at: String::new(), message: "no such operation".to_owned() };
    assert_eq!(violations, if known { Vec::new() } else { vec![expected] });
}

#[test]
fn a_word_in_a_path_goes_before_a_parameter() {
    let description = mini();
    assert_eq!(description.check("PATCH", "/users/@me", &json!({ "username": "x" })), []);
    assert_eq!(description.check("PATCH", "/users/5", &json!([])), []);
    assert_eq!(description.check("PATCH", "/users/@me", &json!([])).len(), 1);
    assert_eq!(description.check("PUT", "/codes/latest", &json!([])), []);
    assert_eq!(description.check("PUT", "/codes/spring", &json!({})), []);
}

#[test]
fn a_body_may_be_missing_where_it_is_optional() {
    assert_eq!(mini().check("PUT", "/pins", &Value::Null), []);
    assert_eq!(mini().check("PUT", "/pins", &json!(5)).len(), 1);
}

#[test]
fn many_threads_may_ask_at_once() {
    let description = mini();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                assert_eq!(description.check("POST", "/channels/5/messages", &json!({ "content": "x" })), []);
            });
        }
    });
}

#[test]
fn a_file_that_is_no_description_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("openapi.json");
    assert!(Description::load(&file).is_err());
    std::fs::write(&file, "{").expect("written");
    assert!(Description::load(&file).is_err());
    std::fs::write(&file, "{}").expect("written");
    assert!(Description::load(&file).is_err());
}

/// Discord's own file, when the environment names it.
fn discords() -> Option<Description> {
    let Some(path) = std::env::var_os("GROUNDSWELL_DISCORD_OPENAPI") else {
        println!("skipped: GROUNDSWELL_DISCORD_OPENAPI names no description");
        return None;
    };
    Some(Description::load(Path::new(&path)).expect("Discord's description"))
}

#[test]
fn every_operation_of_discords_description_compiles() {
    let Some(description) = discords() else { return };
    let mut bodies = 0;
    for operation in description.operations.all() {
        if let Some(schema) = &operation.body {
            bodies += 1;
            if let Err(error) = description.validator(&operation.name, schema) {
                panic!("{}: {error}", operation.name);
            }
        }
    }
    assert!(bodies > 80, "{bodies}");
}

#[test]
fn discords_description_judges_as_discord_does() {
    let Some(description) = discords() else { return };
    let button = json!({ "type": 2, "style": 1, "label": "Yes", "custom_id": "a" });
    let row = json!({ "type": 1, "components": [button] });
    let input = json!({ "type": 4, "custom_id": "a", "style": 1, "label": "Title" });
    let message = json!({
        "content": "Monday", "components": [row], "embeds": [{ "title": "x", "color": 5 }], "flags": 4,
        "allowed_mentions": { "parse": [], "roles": ["12"] }, "nonce": "5", "enforce_nonce": true,
    });
    let command = json!({ "name": "setup", "type": 1, "description": "d", "default_member_permissions": "32",
        "options": [{ "type": 1, "name": "status", "description": "d", "options": [
            { "type": 3, "name": "name", "description": "d", "required": true, "choices": [{ "name": "n", "value": "v" }] }] }] });
    let modal = json!({ "type": 9, "data": { "custom_id": "m", "title": "t",
        "components": [{ "type": 1, "components": [input] }] } });
    let wrong_style = json!({ "components": [{ "type": 1, "components": [
        { "type": 2, "style": 7, "label": "Yes", "custom_id": "a" }] }] });
    let cases = [
        ("POST", "/channels/5/messages", message.clone(), vec![]),
        ("PATCH", "/channels/5/messages/6", message.clone(), vec![]),
        ("POST", "/webhooks/5/token", json!({ "content": "x", "flags": 64 }), vec![]),
        ("PATCH", "/webhooks/5/token/messages/@original", json!({ "content": "x" }), vec![]),
        ("PUT", "/applications/5/guilds/6/commands", json!([command]), vec![]),
        ("PUT", "/applications/5/commands", json!([command]), vec![]),
        ("POST", "/interactions/5/token/callback", modal, vec![]),
        ("POST", "/interactions/5/token/callback", json!({ "type": 4, "data": { "content": "x" } }), vec![]),
        ("POST", "/interactions/5/token/callback", json!({ "type": 5, "data": { "flags": 64 } }), vec![]),
        ("POST", "/interactions/5/token/callback", json!({ "type": 6 }), vec![]),
        (
            "POST",
            "/interactions/5/token/callback",
            json!({ "type": 8, "data": { "choices": [{ "name": "n", "value": "v" }] } }),
            vec![],
        ),
        ("POST", "/users/@me/channels", json!({ "recipient_id": "5" }), vec![]),
        ("GET", "/guilds/5/roles/member-counts", Value::Null, vec![]),
        ("GET", "/gateway/bot", Value::Null, vec![]),
        ("POST", "/channels/5/messages", wrong_style, vec!["/components/0/components/0/style"]),
        ("POST", "/channels/5/messages", json!({ "content": 5 }), vec!["/content"]),
        ("POST", "/channels/5/messages", json!({ "nonce": "x".repeat(26) }), vec!["/nonce"]),
        (
            "POST",
            "/channels/5/messages",
            json!({ "allowed_mentions": { "parse": ["all"] } }),
            vec!["/allowed_mentions/parse/0"],
        ),
        (
            "POST",
            "/channels/5/messages",
            json!({ "allowed_mentions": { "parse": [], "roles": [12] } }),
            vec!["/allowed_mentions/roles/0"],
        ),
        ("POST", "/interactions/5/token/callback", json!({ "type": 3 }), vec!["/type"]),
        (
            "POST",
            "/interactions/5/token/callback",
            json!({ "type": 9, "data": { "custom_id": "m", "title": "x".repeat(46), "components": [] } }),
            vec!["/data/components", "/data/title"],
        ),
        ("POST", "/users/@me/channels", json!({ "recipient_id": 5 }), vec!["/recipient_id"]),
    ];
    for (method, path, body, expected) in cases {
        let violations = description.check(method, path, &body);
        let mut places: Vec<&str> = violations.iter().map(|violation| violation.at.as_str()).collect();
        places.sort_unstable();
        assert_eq!(places, expected, "{method} {path} {body}\n{violations:#?}");
    }
}
