//! Messages, embeds, files and mentions.

use rstest::rstest;

use super::super::message::{self, Door};
use super::*;

fn create(body: &Value) -> Findings {
    message::check_create(body, &[], Door::Channel)
}

fn said(more: &Value) -> Value {
    with(&json!({ "content": "Monday", "allowed_mentions": nobody() }), more)
}

#[rstest]
#[case(2000, "")]
#[case(2001, "content BASE_TYPE_MAX_LENGTH")]
fn content_holds_2000_code_points(#[case] count: usize, #[case] expected: &str) {
    assert_refused(&create(&said(&json!({ "content": long(count) }))), expected);
    assert_refused(&message::check_create(&said(&json!({ "content": long(count) })), &[], Door::Webhook), expected);
}

#[test]
fn blanks_around_content_do_not_count() {
    assert!(create(&said(&json!({ "content": format!("{}  ", long(2000)) }))).is_clean());
}

#[test]
fn content_that_is_no_text_is_refused() {
    assert_refused(&create(&said(&json!({ "content": ["Monday"] }))), "content STRING_TYPE_CONVERT");
}

#[rstest]
#[case(json!({}), 50006)]
#[case(json!({ "content": "" }), 50006)]
#[case(json!({ "content": " \n" }), 50006)]
#[case(json!({ "content": null, "embeds": [] }), 50006)]
#[case(json!({ "message_reference": { "message_id": "1" } }), 50006)]
#[case(json!({ "content": "x" }), 0)]
#[case(json!({ "embeds": [{ "title": "x" }] }), 0)]
#[case(json!({ "sticker_ids": ["1"] }), 0)]
#[case(json!({ "poll": { "question": { "text": "x" } } }), 0)]
#[case(json!({ "message_reference": { "type": 1, "message_id": "1" } }), 0)]
fn a_message_says_something(#[case] body: Value, #[case] expected: u32) {
    let findings = create(&with(&body, &json!({ "allowed_mentions": nobody() })));
    assert_eq!(code(&findings), expected, "{body}");
    if expected == 50006 {
        let refusal = findings.refusal().expect("refused");
        assert_eq!(refusal.body, json!({ "message": "Cannot send an empty message", "code": 50006 }));
    }
}

#[test]
fn a_file_alone_makes_a_message() {
    let body = json!({ "allowed_mentions": nobody() });
    assert!(message::check_create(&body, &[file(0, "heat.png", 9)], Door::Channel).is_clean());
}

#[rstest]
#[case(json!("x".repeat(25)), "")]
#[case(json!(i64::MAX), "")]
#[case(json!(null), "")]
#[case(json!("x".repeat(26)), "nonce NONCE_TYPE_TOO_LONG")]
#[case(json!(1.5), "nonce NONCE_TYPE_INVALID_TYPE")]
#[case(json!(true), "nonce NONCE_TYPE_INVALID_TYPE")]
fn a_nonce_has_25_characters(#[case] nonce: Value, #[case] expected: &str) {
    assert_refused(&create(&said(&json!({ "nonce": nonce }))), expected);
}

#[rstest]
#[case(json!({ "title": long(256) }), "")]
#[case(json!({ "title": long(257) }), "embeds.0.title BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "description": long(4096) }), "")]
#[case(json!({ "description": long(4097) }), "embeds.0.description BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "color": 5 }), "embeds.0.description BASE_TYPE_REQUIRED")]
#[case(json!({ "title": "x", "color": 0xFF_FFFF }), "")]
#[case(json!({ "title": "x", "color": 0x0100_0000 }), "embeds.0.color NUMBER_TYPE_MAX")]
#[case(json!({ "title": "x", "url": "https://example.com" }), "")]
#[case(json!({ "title": "x", "url": "javascript://x" }), "embeds.0.url URL_TYPE_INVALID_SCHEME")]
#[case(json!({ "title": "x", "url": "example.com" }), "embeds.0.url URL_TYPE_INVALID_URL")]
#[case(json!({ "title": "x", "timestamp": "2026-12-01T09:00:00Z" }), "")]
#[case(json!({ "title": "x", "timestamp": "tomorrow" }), "embeds.0.timestamp DATE_TIME_TYPE_PARSE")]
#[case(json!({ "fields": many(25, &json!({ "name": "n", "value": "v" })) }), "")]
#[case(json!({ "fields": many(26, &json!({ "name": "n", "value": "v" })) }), "embeds.0.fields BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "fields": [{ "name": long(256), "value": long(1024) }] }), "")]
#[case(json!({ "fields": [{ "name": long(257), "value": "v" }] }), "embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "fields": [{ "name": "n", "value": long(1025) }] }), "embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "fields": [{ "name": "n" }] }), "embeds.0.fields.0.value BASE_TYPE_REQUIRED")]
#[case(json!({ "fields": [{ "name": " ", "value": "v" }] }), "embeds.0.fields.0.name BASE_TYPE_REQUIRED")]
#[case(json!({ "footer": { "text": long(2048) } }), "")]
#[case(json!({ "footer": { "text": long(2049) } }), "embeds.0.footer.text BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "author": { "name": long(256) } }), "")]
#[case(json!({ "author": { "name": long(257) } }), "embeds.0.author.name BASE_TYPE_MAX_LENGTH")]
fn an_embed_keeps_its_limits(#[case] embed: Value, #[case] expected: &str) {
    assert_refused(&create(&said(&json!({ "embeds": [embed] }))), expected);
}

#[rstest]
#[case(3, "")]
#[case(4, "sticker_ids BASE_TYPE_MAX_LENGTH")]
fn a_message_holds_three_stickers(#[case] count: usize, #[case] expected: &str) {
    assert_refused(&create(&said(&json!({ "sticker_ids": many(count, &json!("1")) }))), expected);
}

#[rstest]
#[case(10, "")]
#[case(11, "embeds BASE_TYPE_MAX_LENGTH")]
fn a_message_holds_ten_embeds(#[case] count: usize, #[case] expected: &str) {
    assert_refused(&create(&said(&json!({ "embeds": many(count, &json!({ "title": "x" })) }))), expected);
}

#[rstest]
#[case(1904, "")]
#[case(1905, "embeds MAX_EMBED_SIZE_EXCEEDED")]
fn all_embeds_together_hold_6000_characters(#[case] last: usize, #[case] expected: &str) {
    let embeds = json!([
        { "title": long(256), "description": long(2000), "footer": { "text": long(256) }, "author": { "name": long(256) } },
        { "fields": [{ "name": long(256), "value": long(1000) }], "title": long(72) },
        { "description": long(last) },
    ]);
    assert_refused(&create(&said(&json!({ "embeds": embeds }))), expected);
}

#[test]
fn a_picture_that_was_not_sent_breaks_a_promise() {
    let body = said(&json!({ "embeds": [{ "image": { "url": "attachment://heat.png" } }] }));
    assert_eq!(house(&create(&body)), ["picture_not_sent"]);
    assert!(message::check_create(&body, &[file(0, "heat.png", 9)], Door::Channel).is_clean());
}

#[rstest]
#[case(json!([{ "id": 0, "filename": "a.png" }]), "", &[])]
#[case(json!([{ "id": "0" }]), "", &[])]
#[case(json!([{ "id": 1 }, { "id": 0 }]), "attachments.0 ATTACHMENT_NOT_FOUND", &[])]
#[case(json!([]), "", &["file_not_listed"])]
#[case(json!([{ "id": 0, "description": long(1024) }]), "", &[])]
#[case(json!([{ "id": 0, "description": long(1025) }]), "attachments.0.description BASE_TYPE_MAX_LENGTH", &[])]
fn attachments_match_the_files_sent(#[case] listed: Value, #[case] expected: &str, #[case] broken: &[&str]) {
    let files = [file(0, "a.png", 9)];
    let findings = message::check_create(&said(&json!({ "attachments": listed })), &files, Door::Channel);
    assert_refused(&findings, expected);
    assert_eq!(house(&findings), broken);
}

#[rstest]
#[case(&[10 << 20], 0)]
#[case(&[(10 << 20) + 1], 40005)]
#[case(&[10 << 20, 10 << 20, 5 << 20], 0)]
#[case(&[10 << 20, 10 << 20, (5 << 20) + 1], 40005)]
fn files_are_not_too_large(#[case] sizes: &[u64], #[case] expected: u32) {
    let files: Vec<_> = (0..).zip(sizes).map(|(index, bytes)| file(index, "a.png", *bytes)).collect();
    let findings = message::check_create(&said(&json!({})), &files, Door::Channel);
    assert_eq!(code(&findings), expected);
    assert!(expected == 0 || findings.refusal().is_some_and(|refusal| refusal.status == 413));
}

#[rstest]
#[case(10, "")]
#[case(11, "attachments BASE_TYPE_MAX_LENGTH")]
fn ten_files_come_with_a_message(#[case] count: u64, #[case] expected: &str) {
    let files: Vec<_> = (0..count).map(|index| file(index, "a.png", 1)).collect();
    assert_refused(&message::check_create(&said(&json!({})), &files, Door::Channel), expected);
}

#[rstest]
#[case(json!({ "parse": [] }), "", &[])]
#[case(json!({ "parse": [], "roles": ["12"] }), "", &[])]
#[case(json!({ "parse": [], "roles": [12] }), "allowed_mentions.roles.0 NUMBER_TYPE_COERCE", &[])]
#[case(json!({ "users": vec!["1"; 100] }), "", &[])]
#[case(json!({ "users": vec!["1"; 101] }), "allowed_mentions.users BASE_TYPE_MAX_LENGTH", &[])]
#[case(json!({ "parse": ["everyone"] }), "", &["allowed_mentions_open"])]
#[case(json!({ "parse": ["all"] }), "allowed_mentions.parse.0 BASE_TYPE_CHOICES", &[])]
#[case(json!({ "parse": ["users"], "users": ["1"] }),
    "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", &["allowed_mentions_open"])]
#[case(json!([]), "allowed_mentions MODEL_TYPE_CONVERT", &[])]
#[case(json!(null), "", &["allowed_mentions_missing"])]
fn every_message_says_whom_it_may_ring(#[case] mentions: Value, #[case] expected: &str, #[case] broken: &[&str]) {
    let body = json!({ "content": "x", "allowed_mentions": mentions });
    for findings in [create(&body), message::check_edit(&body, &[], &json!({}))] {
        assert_refused(&findings, expected);
        assert_eq!(house(&findings), broken);
    }
}

#[test]
fn a_private_text_in_a_channel_breaks_a_promise_and_in_a_follow_up_does_not() {
    let body = said(&json!({ "flags": message::EPHEMERAL }));
    assert_eq!(house(&create(&body)), ["private_text_in_public"]);
    assert!(message::check_create(&body, &[], Door::Webhook).is_clean());
}

#[rstest]
#[case(json!({ "content": "" }), json!({ "content": "before" }), 50006)]
#[case(json!({ "content": null, "embeds": [] }), json!({ "content": "before", "embeds": [{}] }), 50006)]
#[case(json!({ "content": "" }), json!({ "content": "before", "embeds": [{ "title": "x" }] }), 0)]
#[case(json!({ "components": [] }), json!({ "content": "before" }), 0)]
#[case(json!({ "attachments": [] }), json!({ "content": "", "attachments": [{ "id": "77" }] }), 50006)]
#[case(json!({ "attachments": [{ "id": "77" }] }), json!({ "attachments": [{ "id": "77" }] }), 0)]
#[case(json!({ "attachments": [{ "id": "78" }] }), json!({ "attachments": [{ "id": "77" }] }), 50035)]
fn an_edit_leaves_something_standing(#[case] body: Value, #[case] before: Value, #[case] expected: u32) {
    let body = with(&body, &json!({ "allowed_mentions": nobody() }));
    assert_eq!(code(&message::check_edit(&body, &[], &before)), expected);
}

#[rstest]
#[case(json!({ "components": [{ "type": 10, "content": "x" }] }), "")]
#[case(json!({ "components": [{ "type": 10, "content": "x" }], "content": "x" }),
    "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
#[case(json!({ "components": [{ "type": 17, "components": many(39, &json!({ "type": 10, "content": "x" })) }] }), "")]
#[case(json!({ "components": [{ "type": 17, "components": many(40, &json!({ "type": 10, "content": "x" })) }] }),
    "components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED")]
#[case(json!({ "components": [{ "type": 2, "style": 1, "custom_id": "x", "label": "x" }] }), "components.0 UNION_TYPE_CHOICES")]
fn a_message_of_the_new_layout_holds_nothing_else(#[case] body: Value, #[case] expected: &str) {
    let body = with(&body, &json!({ "flags": message::COMPONENTS_V2, "allowed_mentions": nobody() }));
    assert_refused(&create(&body), expected);
}
