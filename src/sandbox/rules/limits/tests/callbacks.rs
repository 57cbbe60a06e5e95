//! Answers to interactions.

use rstest::rstest;

use super::super::callback::{self, Question};
use super::*;

fn answer(kind: u64, data: &Value, question: Question) -> Findings {
    callback::check(&json!({ "type": kind, "data": data }), &[], question, &json!({ "content": "before" }))
}

fn said() -> Value {
    json!({ "content": "x", "allowed_mentions": nobody() })
}

fn modal() -> Value {
    let input = json!({ "type": 4, "custom_id": "a", "style": 1, "label": "l" });
    json!({ "custom_id": "m", "title": "t", "components": [{ "type": 1, "components": [input] }] })
}

const ON_MESSAGE: Question = Question::Modal { on_message: true };
const ALONE: Question = Question::Modal { on_message: false };

#[rstest]
#[case(Question::Ping, &[1])]
#[case(Question::Command, &[4, 5, 9, 12])]
#[case(Question::Component, &[4, 5, 6, 7, 9, 12])]
#[case(Question::Autocomplete, &[8])]
#[case(ALONE, &[4, 5, 12])]
#[case(ON_MESSAGE, &[4, 5, 6, 7, 12])]
fn a_question_takes_certain_kinds_of_answer(#[case] question: Question, #[case] allowed: &[u64]) {
    for kind in 0..=14 {
        let data = match kind {
            4 | 7 => said(),
            8 => json!({ "choices": [] }),
            9 => modal(),
            _ => Value::Null,
        };
        let expected = if allowed.contains(&kind) { "" } else { "type BASE_TYPE_CHOICES" };
        assert_refused(&answer(kind, &data, question), expected);
    }
}

#[test]
fn an_answer_without_a_type_is_refused() {
    let findings = callback::check(&json!({}), &[], Question::Command, &Value::Null);
    assert_refused(&findings, "type BASE_TYPE_REQUIRED");
}

#[test]
fn the_limits_of_messages_hold_in_answers_too() {
    let long_text = with(&said(), &json!({ "content": long(2001) }));
    assert_refused(&answer(4, &long_text, Question::Command), "data.content BASE_TYPE_MAX_LENGTH");
    assert_refused(&answer(7, &long_text, Question::Component), "data.content BASE_TYPE_MAX_LENGTH");
    assert_refused(&answer(4, &Value::Null, Question::Command), "data BASE_TYPE_REQUIRED");
    assert_eq!(code(&answer(4, &json!({ "allowed_mentions": nobody() }), Question::Command)), 50006);
    assert_eq!(house(&answer(4, &json!({ "content": "x" }), Question::Command)), ["allowed_mentions_missing"]);
    assert_eq!(house(&answer(7, &json!({ "content": "x" }), Question::Component)), ["allowed_mentions_missing"]);
}

#[rstest]
#[case(json!(null), &[])]
#[case(json!({ "flags": 64 }), &[])]
#[case(json!({ "flags": 64 | 4 }), &["flag_lost"])]
fn a_deferral_carries_no_flag_but_the_private_one(#[case] data: Value, #[case] broken: &[&str]) {
    let findings = answer(5, &data, Question::Command);
    assert_eq!(findings.refusal(), None);
    assert_eq!(house(&findings), broken);
}

#[rstest]
#[case(json!({ "choices": many(25, &json!({ "name": "n", "value": 5 }))}), false)]
#[case(json!({ "choices": (0..25).map(|n| json!({ "name": n.to_string(), "value": 5 })).collect::<Value>() }), true)]
#[case(json!({ "choices": (0..26).map(|n| json!({ "name": n.to_string(), "value": 5 })).collect::<Value>() }), false)]
#[case(json!({ "choices": [{ "name": long(100), "value": long(100) }] }), true)]
#[case(json!({ "choices": [{ "name": long(101), "value": "v" }] }), false)]
#[case(json!({ "choices": [{ "name": "n", "value": long(101) }] }), false)]
#[case(json!({ "choices": [{ "name": "n" }] }), false)]
#[case(json!({}), false)]
fn suggestions_keep_their_limits(#[case] data: Value, #[case] holds: bool) {
    assert_eq!(answer(8, &data, Question::Autocomplete).is_clean(), holds);
}
