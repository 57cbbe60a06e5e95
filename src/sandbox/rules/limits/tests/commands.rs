//! Commands as registered.

use rstest::rstest;

use super::super::commands::{check_bulk, check_create};
use super::*;

fn command(name: &str) -> Value {
    json!({ "name": name, "description": "Does it" })
}

fn option(name: &str, kind: u64) -> Value {
    json!({ "type": kind, "name": name, "description": "It" })
}

fn named(count: usize, kind: u64) -> Value {
    (0..count).map(|number| option(&number.to_string(), kind)).collect()
}

fn choices(count: usize) -> Value {
    (0..count).map(|number| json!({ "name": number.to_string(), "value": "v" })).collect()
}

#[rstest]
#[case("announce", "")]
#[case("münchen-2_x", "")]
#[case("หัวข้อ", "")]
#[case("l'équipe", "")]
#[case("Announce", "name APPLICATION_COMMAND_INVALID_NAME")]
#[case("new announcement", "name APPLICATION_COMMAND_INVALID_NAME")]
#[case("Ümlaut", "name APPLICATION_COMMAND_INVALID_NAME")]
#[case("a/b", "name APPLICATION_COMMAND_INVALID_NAME")]
fn a_command_name_is_a_lowercase_word(#[case] name: &str, #[case] expected: &str) {
    assert_refused(&check_create(&command(name), &[]), expected);
    let expected = if expected.is_empty() { String::new() } else { format!("0.options.0.{expected}") };
    assert_refused(&check_bulk(&json!([with(&command("c"), &json!({ "options": [option(name, 3)] }))])), &expected);
}

#[rstest]
#[case(json!({ "name": "x".repeat(32) }), "")]
#[case(json!({ "description": long(100) }), "")]
#[case(json!({ "description": long(101) }), "description BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "description": "" }), "description BASE_TYPE_REQUIRED")]
#[case(json!({ "description": null }), "description BASE_TYPE_REQUIRED")]
#[case(json!({ "type": 2, "name": "Report This", "description": "" }), "")]
#[case(json!({ "type": 2, "name": "Report This" }), "description BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "options": named(25, 3) }), "")]
#[case(json!({ "options": named(26, 3) }), "options BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "options": [option("a", 3), option("a", 4)] }), "options.1 APPLICATION_COMMAND_OPTIONS_NAME_EXISTS")]
#[case(json!({ "options": [option("a", 12)] }), "options.0.type BASE_TYPE_CHOICES")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "required": true })), option("b", 3)] }), "")]
#[case(json!({ "options": [option("b", 3), with(&option("a", 3), &json!({ "required": true }))] }),
    "options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
#[case(json!({ "options": [option("a", 1), option("b", 2)] }), "")]
#[case(json!({ "options": [option("a", 1), option("b", 3)] }), "options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
#[case(json!({ "options": [with(&option("a", 2), &json!({ "options": [option("b", 1)] }))] }), "")]
#[case(json!({ "options": [with(&option("a", 2), &json!({ "options": [option("b", 2)] }))] }),
    "options.0.options.0.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "choices": choices(25) }))] }), "")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "choices": choices(26) }))] }),
    "options.0.choices BASE_TYPE_MAX_LENGTH")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "choices": many(2, &choices(1)[0]) }))] }),
    "options.0.choices.1 APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "choices": [{ "name": long(101), "value": "v" }] }))] }),
    "options.0.choices.0.name BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "choices": choices(1), "autocomplete": true }))] }),
    "options.0 APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "max_length": 6000 }))] }), "")]
#[case(json!({ "options": [with(&option("a", 3), &json!({ "max_length": 6001 }))] }),
    "options.0.max_length NUMBER_TYPE_MAX")]
#[case(json!({ "default_member_permissions": "32" }), "")]
#[case(json!({ "default_member_permissions": null }), "")]
#[case(json!({ "default_member_permissions": "MANAGE_GUILD" }), "default_member_permissions NUMBER_TYPE_COERCE")]
#[case(json!({ "name_localizations": { "de": "ankündigung" } }), "")]
#[case(json!({ "name_localizations": { "de": "Ankündigung" } }),
    "name_localizations.de APPLICATION_COMMAND_INVALID_NAME")]
#[case(json!({ "name_localizations": { "klingon": "x" } }), "name_localizations.klingon DICT_TYPE_KEY_CHOICES")]
#[case(json!({ "description_localizations": { "fr": long(101) } }),
    "description_localizations.fr BASE_TYPE_BAD_LENGTH")]
#[case(json!({ "contexts": [0, 0] }), "contexts SET_TYPE_CONTAINS_DUPLICATES")]
fn a_command_keeps_its_limits(#[case] more: Value, #[case] expected: &str) {
    assert_refused(&check_create(&with(&command("announce"), &more), &[]), expected);
}

#[test]
fn a_name_has_32_characters() {
    let findings = check_create(&command(&"x".repeat(33)), &[]);
    assert_eq!(refused(&findings), ["name BASE_TYPE_BAD_LENGTH", "name APPLICATION_COMMAND_INVALID_NAME"]);
}

#[test]
fn required_options_come_first_within_subcommands_too() {
    let needed = with(&option("b", 3), &json!({ "required": true }));
    let sub = with(&option("new", 1), &json!({ "options": [option("a", 3), needed] }));
    let findings = check_create(&with(&command("c"), &json!({ "options": [sub] })), &[]);
    assert_refused(&findings, "options.0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
}

#[rstest]
#[case(0, "")]
#[case(1, "0 APPLICATION_COMMAND_TOO_LARGE")]
fn a_command_holds_8000_characters(#[case] more: usize, #[case] expected: &str) {
    // 3 + 97 of the command; 19 subcommands of 100 each; and 6000 in choices of the last.
    let choices: Value =
        (0..25).map(|number| json!({ "name": format!("{number:0>100}"), "value": long(100) })).collect();
    let small = |name: String| json!({ "type": 3, "name": format!("{name:0>10}"), "description": long(90) });
    let options: Vec<Value> = (0..19).map(|number| small(number.to_string())).collect();
    let chooser = with(&small("x".to_owned()), &json!({ "choices": choices }));
    let short = with(&small("y".to_owned()), &json!({ "choices": &choices.as_array().expect("a list")[..4] }));
    let mut options = [options, vec![chooser, short]].concat();
    // 100 + 19 * 100 + (100 + 5000) + (100 + 800) = 8000
    options[0]["description_localizations"] = json!({ "de": long(90 + more), "fr": "kurz" });
    let command = json!({ "name": "abc", "description": long(97), "options": options });
    assert_refused(&check_bulk(&json!([command])), expected);
}

#[rstest]
#[case(1, 100, 0)]
#[case(1, 101, 30032)]
#[case(2, 15, 0)]
#[case(2, 16, 30032)]
#[case(3, 16, 30032)]
fn a_scope_holds_so_many_commands(#[case] kind: u64, #[case] count: usize, #[case] expected: u32) {
    let all: Value = (0..count)
        .map(|number| json!({ "type": kind, "name": number.to_string(), "description": if kind == 1 { "d" } else { "" } }))
        .collect();
    assert_eq!(code(&check_bulk(&all)), expected);
    let all = all.as_array().expect("a list");
    let (last, others) = all.split_last().expect("some");
    assert_eq!(code(&check_create(last, others)), expected);
}

#[test]
fn a_name_stands_once_per_type() {
    let user = json!({ "type": 2, "name": "report" });
    assert!(check_bulk(&json!([command("report"), user])).is_clean());
    let findings = check_bulk(&json!([command("report"), command("report")]));
    assert_refused(&findings, "1 APPLICATION_COMMANDS_DUPLICATE_NAME");
    assert!(check_create(&command("report"), &[command("report")]).is_clean(), "the same name replaces");
}

#[test]
fn a_bulk_overwrite_is_a_list() {
    assert_refused(&check_bulk(&command("report")), " LIST_TYPE_CONVERT");
}
