//! Modals and text inputs.

use rstest::rstest;

use super::super::callback::{self, Question};
use super::*;

fn open(modal: &Value) -> Findings {
    callback::check(&json!({ "type": 9, "data": modal }), &[], Question::Command, &Value::Null)
}

fn input(id: &str) -> Value {
    json!({ "type": 4, "custom_id": id, "style": 1, "label": "Title" })
}

fn row(parts: &Value) -> Value {
    json!({ "type": 1, "components": parts })
}

fn rows(count: usize) -> Value {
    (0..count).map(|number| row(&json!([input(&number.to_string())]))).collect()
}

#[rstest]
#[case(json!({}), "")]
#[case(json!({ "title": long(45) }), "")]
#[case(json!({ "title": long(46) }), "data.title BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "title": null }), "data.title BASE_TYPE_REQUIRED")]
#[case(json!({ "custom_id": long(100) }), "")]
#[case(json!({ "custom_id": long(101) }), "data.custom_id BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "components": rows(5) }), "")]
#[case(json!({ "components": rows(6) }), "data.components BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "components": [] }), "data.components BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "components": [row(&json!([input("a"), input("b")]))] }),
    "data.components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED")]
#[case(json!({ "components": [row(&json!([input("a")])), row(&json!([input("a")]))] }),
    "data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED")]
#[case(json!({ "components": [row(&json!([{ "type": 2, "style": 1, "custom_id": "a", "label": "l" }]))] }),
    "data.components.0.components.0 UNION_TYPE_CHOICES")]
#[case(json!({ "components": [input("a")] }), "data.components.0 UNION_TYPE_CHOICES")]
#[case(json!({ "components": [{ "type": 18, "label": "Title", "component": { "type": 4, "custom_id": "a", "style": 1 } }] }), "")]
#[case(json!({ "components": [{ "type": 18, "label": "Title", "component": input("a") }] }),
    "data.components.0.component.label TEXT_INPUT_COMPONENT_LABEL_NOT_ALLOWED")]
#[case(json!({ "components": [{ "type": 18, "label": long(46), "component": { "type": 23, "custom_id": "a" } }] }),
    "data.components.0.label BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "components": [
    { "type": 18, "label": "l", "description": long(100), "component": { "type": 23, "custom_id": "a" } }] }), "")]
#[case(json!({ "components": [
    { "type": 18, "label": "l", "description": long(101), "component": { "type": 23, "custom_id": "a" } }] }),
    "data.components.0.description BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "components": [{ "type": 18, "label": "l" }] }), "data.components.0.component BASE_TYPE_REQUIRED")]
#[case(json!({ "components": [{ "type": 10, "content": "Read this first" }] }), "")]
fn a_modal_keeps_its_limits(#[case] more: Value, #[case] expected: &str) {
    let modal = json!({ "custom_id": "m", "title": "New", "components": rows(1) });
    assert_refused(&open(&with(&modal, &more)), expected);
}

#[rstest]
#[case(json!({}), "")]
#[case(json!({ "label": long(45) }), "")]
#[case(json!({ "label": long(46) }), "label BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "label": null }), "label BASE_TYPE_REQUIRED")]
#[case(json!({ "placeholder": long(100) }), "")]
#[case(json!({ "placeholder": long(101) }), "placeholder BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "value": long(4000) }), "")]
#[case(json!({ "value": long(4001) }), "value BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "value": long(11), "max_length": 10 }), "value BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "value": "", "min_length": 3 }), "")]
#[case(json!({ "value": "x", "min_length": 3 }), "value BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "min_length": 0, "max_length": 4000 }), "")]
#[case(json!({ "min_length": 4001 }), "min_length NUMBER_TYPE_MAX")]
#[case(json!({ "max_length": 0 }), "max_length NUMBER_TYPE_MIN")]
#[case(json!({ "max_length": 4001 }), "max_length NUMBER_TYPE_MAX")]
#[case(json!({ "min_length": 9, "max_length": 8 }), "min_length NUMBER_TYPE_MAX")]
#[case(json!({ "style": 3 }), "style NUMBER_TYPE_MAX")]
#[case(json!({ "style": null }), "style BASE_TYPE_REQUIRED")]
#[case(json!({ "custom_id": null }), "custom_id BASE_TYPE_REQUIRED")]
fn a_text_input_keeps_its_limits(#[case] more: Value, #[case] expected: &str) {
    let modal = json!({ "custom_id": "m", "title": "New", "components": [row(&json!([with(&input("a"), &more)]))] });
    let at = expected.split_once(' ').map(|(field, code)| format!("data.components.0.components.0.{field} {code}"));
    assert_refused(&open(&modal), &at.unwrap_or_default());
}
