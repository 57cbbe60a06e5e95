//! Rows, buttons and selects.

use rstest::rstest;

use super::super::message::{self, Door};
use super::*;

fn create(rows: &Value) -> Findings {
    let body = json!({ "content": "x", "components": rows, "allowed_mentions": nobody() });
    message::check_create(&body, &[], Door::Channel)
}

fn row(parts: &Value) -> Value {
    json!({ "type": 1, "components": parts })
}

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "Yes", "custom_id": id })
}

fn buttons(count: usize) -> Value {
    (0..count).map(|number| button(&number.to_string())).collect()
}

fn options(count: usize) -> Value {
    (0..count).map(|number| json!({ "label": "l", "value": number.to_string() })).collect()
}

#[rstest]
#[case(5, "")]
#[case(6, "components BASE_TYPE_MAX_LENGTH")]
fn a_message_holds_five_rows(#[case] count: usize, #[case] expected: &str) {
    let rows: Value = (0..count).map(|number| row(&json!([button(&number.to_string())]))).collect();
    assert_refused(&create(&rows), expected);
}

#[rstest]
#[case(buttons(5), "")]
#[case(buttons(6), "components.0.components BASE_TYPE_BAD_LENGTH")]
#[case(json!([]), "components.0.components BASE_TYPE_BAD_LENGTH")]
#[case(json!([{ "type": 5, "custom_id": "a" }]), "")]
#[case(json!([{ "type": 5, "custom_id": "a" }, button("b")]),
    "components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED")]
#[case(json!([{ "type": 4, "custom_id": "a", "style": 1 }]), "components.0.components.0 UNION_TYPE_CHOICES")]
fn a_row_holds_five_buttons_or_one_select(#[case] parts: Value, #[case] expected: &str) {
    assert_refused(&create(&json!([row(&parts)])), expected);
}

#[test]
fn nothing_but_rows_stands_at_the_top() {
    assert_refused(&create(&json!([button("a")])), "components.0 UNION_TYPE_CHOICES");
    assert_refused(&create(&json!([{ "type": 10, "content": "x" }])), "components.0 UNION_TYPE_CHOICES");
}

#[rstest]
#[case(json!({}), "")]
#[case(json!({ "custom_id": long(100) }), "")]
#[case(json!({ "custom_id": long(101) }), "custom_id BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "custom_id": "" }), "custom_id BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "custom_id": null }), "custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED")]
#[case(json!({ "custom_id": 5 }), "custom_id STRING_TYPE_CONVERT")]
#[case(json!({ "label": long(80) }), "")]
#[case(json!({ "label": long(81) }), "label BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "label": null, "emoji": { "name": "x" } }), "")]
#[case(json!({ "label": null }), " BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED")]
#[case(json!({ "style": null }), "style BASE_TYPE_REQUIRED")]
#[case(json!({ "style": 7 }), "style NUMBER_TYPE_MAX")]
#[case(json!({ "url": "https://example.com" }), "url BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE")]
#[case(json!({ "style": 5, "custom_id": null, "url": "https://example.com" }), "")]
#[case(json!({ "style": 5, "custom_id": null }), "url BUTTON_COMPONENT_URL_REQUIRED")]
#[case(json!({ "style": 5, "url": "https://example.com" }),
    "custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE")]
#[case(json!({ "style": 5, "custom_id": null, "url": "ftp://example.com" }), "url URL_TYPE_INVALID_SCHEME")]
#[case(json!({ "style": 5, "custom_id": null, "url": format!("https://{}", "x".repeat(504)) }), "")]
#[case(json!({ "style": 5, "custom_id": null, "url": format!("https://{}", "x".repeat(505)) }),
    "url BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "style": 6, "custom_id": null, "label": null }), "sku_id BASE_TYPE_REQUIRED")]
#[case(json!({ "style": 6, "custom_id": null, "label": null, "sku_id": "1" }), "")]
fn a_button_has_what_its_style_needs(#[case] more: Value, #[case] expected: &str) {
    let findings = create(&json!([row(&json!([with(&button("a"), &more)]))]));
    let at = match expected.split_once(' ') {
        None => String::new(),
        Some(("", code)) => format!("components.0.components.0 {code}"),
        Some((field, code)) => format!("components.0.components.0.{field} {code}"),
    };
    assert_refused(&findings, &at);
}

#[test]
fn a_custom_id_stands_once_in_a_message() {
    let findings = create(&json!([row(&json!([button("a"), button("b")])), row(&json!([button("a")]))]));
    assert_refused(&findings, "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED");
    assert!(create(&json!([row(&json!([button("a"), button("b")]))])).is_clean());
}

#[test]
fn a_custom_id_stands_once_in_a_message_of_the_new_layout_too() {
    let section = json!({ "type": 9, "components": [{ "type": 10, "content": "x" }], "accessory": button("a") });
    let body = json!({
        "flags": message::COMPONENTS_V2,
        "components": [{ "type": 17, "components": [section, row(&json!([button("a")]))] }],
        "allowed_mentions": nobody(),
    });
    let findings = message::check_create(&body, &[], Door::Channel);
    assert_refused(&findings, "components.0.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED");
}

#[rstest]
#[case(json!({}), "")]
#[case(json!({ "options": options(25), "max_values": 25 }), "")]
#[case(json!({ "options": options(26) }), "options BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "options": [] }), "options BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "options": options(2), "max_values": 3 }), "options BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "options": [{ "label": long(100), "value": long(100), "description": long(100) }] }), "")]
#[case(json!({ "options": [{ "label": long(101), "value": "v" }] }), "options.0.label BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "options": [{ "label": "l", "value": long(101) }] }), "options.0.value BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "options": [{ "label": "l" }] }), "options.0.value BASE_TYPE_REQUIRED")]
#[case(json!({ "options": [{ "label": "l", "value": "v", "description": long(101) }] }),
    "options.0.description BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "options": many(2, &json!({ "label": "l", "value": "v" })) }),
    "options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")]
#[case(json!({ "options": [{ "label": "l", "value": "1", "default": true }, { "label": "l", "value": "2", "default": true }] }),
    "options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES")]
#[case(json!({ "placeholder": long(150) }), "")]
#[case(json!({ "placeholder": long(151) }), "placeholder BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "min_values": 0, "max_values": 3 }), "")]
#[case(json!({ "min_values": 3, "max_values": 2 }), "min_values NUMBER_TYPE_MAX")]
#[case(json!({ "min_values": -1 }), "min_values NUMBER_TYPE_MIN")]
#[case(json!({ "options": options(25), "max_values": 26 }), "max_values NUMBER_TYPE_MAX")]
#[case(json!({ "max_values": "many" }), "max_values NUMBER_TYPE_COERCE")]
#[case(json!({ "custom_id": null }), "custom_id BASE_TYPE_REQUIRED")]
fn a_select_keeps_its_limits(#[case] more: Value, #[case] expected: &str) {
    let select = json!({ "type": 3, "custom_id": "a", "options": options(3) });
    let findings = create(&json!([row(&json!([with(&select, &more)]))]));
    let at = expected.split_once(' ').map(|(field, code)| format!("components.0.components.0.{field} {code}"));
    assert_refused(&findings, &at.unwrap_or_default());
}
