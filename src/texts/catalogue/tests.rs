//! Catalogues of a few texts in several languages: plurals, values, fall-backs.

use super::*;
use crate::texts::keys::Place;
use crate::values;

const DEFAULT_SET: &str =
    "title = 'T'\nfears_prompt = 'F'\ncomment_prompt = 'C'\n[[items]]\nid = 'a'\nmeasure = 'attitude'\ntext = 'A'\n";

fn registry() -> Vec<Key> {
    let key = |name, place, samples: &[(&'static str, Value)]| Key { name, place, placeholders: samples.to_vec() };
    vec![
        key("trial.greeting.text", Place::Message, &[("name", "Ada".into())]),
        key("trial.answers.text", Place::Button, &[("count", 3.into())]),
    ]
}

fn source(file: &str, text: &str) -> Source {
    let (language, name) = file.split_once('/').expect("language and name");
    let kind = match name.strip_prefix("pulses/") {
        Some(id) => Kind::QuestionSet(id.to_owned()),
        None => Kind::Area(name.to_owned()),
    };
    let language = language.parse().expect("a language");
    Source { path: format!("m/{file}.toml"), language, kind, text: text.to_owned() }
}

/// English of the trial area as given, a default set, and further files.
fn build(english: &str, others: &[(&str, &str)]) -> Result<Catalogue, Vec<Fault>> {
    let mut sources = vec![source("en/trial", english), source("en/pulses/default", DEFAULT_SET)];
    sources.extend(others.iter().map(|(file, text)| source(file, text)));
    Catalogue::build("m", sources, Vec::new(), &registry())
}

const ENGLISH: &str =
    "greeting.text = 'Hello, {{ name }}!'\nanswers.text = { one = 'one answer', other = '{{ count }} answers' }\n";

/// Says a text that only this test's registry knows.
fn say(catalogue: &Catalogue, language: &str, key: &str, values: &Values) -> String {
    catalogue.try_say(&language.parse().expect("a language"), key, values).expect("sayable")
}

fn sentences(result: Result<Catalogue, Vec<Fault>>) -> Vec<String> {
    result.expect_err("faults").iter().map(Fault::to_string).collect()
}

#[test]
fn values_are_inserted_once_and_as_they_are() {
    let catalogue = build(ENGLISH, &[]).expect("sound");
    let greeting = say(&catalogue, "en", "trial.greeting.text", &values! { name => "{{ count }} <b>&" });
    assert_eq!(greeting, "Hello, {{ count }} <b>&!");
}

#[test]
fn the_count_chooses_the_plural_of_the_language() {
    let polish = "answers.text = { one = '{{ count }} odpowiedź', few = '{{ count }} odpowiedzi', many = '{{ count }} odp.', other = 'x' }";
    let catalogue = build(ENGLISH, &[("pl/trial", polish)]).expect("sound");
    let answers = |language, count: u32| say(&catalogue, language, "trial.answers.text", &values! { count => count });
    assert_eq!([0, 1, 2].map(|n| answers("en", n)), ["0 answers", "one answer", "2 answers"]);
    assert_eq!([1, 3, 5].map(|n| answers("pl", n)), ["1 odpowiedź", "3 odpowiedzi", "5 odp."]);
}

#[test]
fn a_region_falls_back_to_its_language_and_a_gap_to_english() {
    let german = "answers.text = { one = 'eine Antwort', other = '{{ count }} Antworten' }";
    let catalogue = build(ENGLISH, &[("de/trial", german)]).expect("sound");
    let two = values! { count => 2 };
    assert_eq!(say(&catalogue, "de-AT", "trial.answers.text", &two), "2 Antworten");
    assert_eq!(say(&catalogue, "de", "trial.greeting.text", &values! { name => "Zoë" }), "Hello, Zoë!");
    assert_eq!(say(&catalogue, "fr", "trial.answers.text", &two), "2 answers");
    let notes: Vec<_> = catalogue.notes().iter().map(Fault::to_string).collect();
    assert_eq!(notes, ["m/de/trial.toml: The text `trial.greeting.text` is missing. English stands in."]);
}

#[test]
fn a_slip_of_the_program_still_says_something() {
    let catalogue = Catalogue::built_in().expect("sound");
    let text = catalogue.say_anyhow("common.error.internal", values! {});
    assert!(text.contains('…') && text.len() > 40, "{text}");
    assert_eq!(catalogue.say_anyhow("common.no.such", values! {}), "common.no.such");
}

#[test]
fn every_fault_is_told_at_once_with_its_line() {
    let english = "greeting.text = '''\nHello,\n{{ nam }} and {name}'''\nanswers.text = 'a {{ count }}'\n\n[anwsers]\ntext = 'x'\n";
    assert_eq!(
        sentences(build(english, &[("de/trial", "greeting.text = 7"), ("de/trail", "a.b = ''")])),
        [
            "m/de/trail.toml: The program has no texts of an area `trail`. Did you mean `trial`?",
            "m/de/trial.toml:1: `trial.greeting.text` must be a text in quotation marks.",
            "m/en/trial.toml:3: `trial.greeting.text` has `{name}`. A value needs two braces on each side, like `{{ name }}`.",
            "m/en/trial.toml:3: `trial.greeting.text` has no value `nam`; it has `name`. Did you mean `name`?",
            "m/en/trial.toml:7: The program has no text `trial.anwsers.text`. Did you mean `trial.answers.text`?",
        ]
    );
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let english = "greeting.text = { other = 'x' }\nanswers.text = { one = 'a', few = 'b', other = 'c' }";
    let german = "answers.text = { one = 'a' }";
    assert_eq!(
        sentences(build(english, &[("de/trial", german)])),
        [
            "m/de/trial.toml:1: `trial.answers.text`: the form `other` is missing. It serves every number that no other form serves.",
            "m/en/trial.toml:1: `trial.greeting.text` has no `count` to choose a form by. Write one text.",
            "m/en/trial.toml:2: `en` never uses the form `few`; it has `one`, `other`.",
        ]
    );
}

#[test]
fn a_text_too_long_for_its_place_is_a_fault() {
    let english = format!("greeting.text = 'Hi'\nanswers.text = '{} {{{{ count }}}}'", "x".repeat(79));
    let expected = "m/en/trial.toml:2: `trial.answers.text` has 81 characters with sample values; a button holds 80.";
    assert_eq!(sentences(build(&english, &[])), [expected]);
}

#[test]
fn broken_toml_is_one_fault_and_not_one_per_missing_text() {
    let faults = sentences(build("greeting.text = 'Hi'\nanswers.text = Hi", &[]));
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].starts_with("m/en/trial.toml:2: This is not valid TOML: "), "{faults:?}");
}

#[test]
fn english_must_be_complete() {
    assert_eq!(
        sentences(build("greeting.text = 'Hi'", &[])),
        ["m/en/trial.toml: The text `trial.answers.text` is missing."]
    );
    let none = Catalogue::build("m", vec![source("de/trial", "")], Vec::new(), &registry());
    assert_eq!(sentences(none), ["m/en: There are no English texts here."]);
    let no_set = Catalogue::build("m", vec![source("en/trial", ENGLISH)], Vec::new(), &registry());
    assert_eq!(sentences(no_set), ["m/en/pulses/default.toml: The default question set is missing."]);
}

#[test]
fn question_sets_are_checked_line_by_line() {
    let set = "title = ''\nphase = 'go_life'\nfears_promt = 'F'\ncomment_prompt = \"a\\nb\"\n\n\
               [[items]]\nid = 'a'\nmeasure = 'attitud'\ntext = 'A'\n\n[[items]]\nid = 'a'\nmeasure = 'adoption'\n";
    assert_eq!(
        sentences(build(ENGLISH, &[("en/pulses/other", set), ("en/pulses/Bad", DEFAULT_SET)])),
        [
            "m/en/pulses/Bad.toml: The file's name must be 1 to 40 of a-z, 0-9 and _, then `.toml`.",
            "m/en/pulses/other.toml:1: `fears_prompt` is missing here.",
            "m/en/pulses/other.toml:1: `title` is empty.",
            "m/en/pulses/other.toml:2: `phase` must be one of `before`, `go_live`, `plus_3`, `plus_6`, `plus_12`, `plus_24`. Did you mean `go_live`?",
            "m/en/pulses/other.toml:3: A question set has no `fears_promt`. Did you mean `fears_prompt`?",
            "m/en/pulses/other.toml:4: `comment_prompt` must stand on one line.",
            "m/en/pulses/other.toml:8: `measure` must be one of `attitude`, `conditions`, `adoption`, `ownership`. Did you mean `attitude`?",
            "m/en/pulses/other.toml:12: The id `a` is used twice.",
            "m/en/pulses/other.toml:12: `text` is missing here.",
        ]
    );
}

#[test]
fn a_translated_set_asks_what_the_english_one_asks() {
    let german = DEFAULT_SET.replace("'A'", "'Ä'");
    let catalogue = build(ENGLISH, &[("de/pulses/default", &german)]).expect("sound");
    let german_set = catalogue.question_set(&"de".parse().expect("German"), "default").expect("there");
    assert_eq!((german_set.id.as_str(), german_set.items[0].text.as_str()), ("default", "Ä"));
    assert_eq!(catalogue.question_sets(&Language::english()).len(), 1);
    assert_eq!(catalogue.question_set(&Language::english(), "other"), None);

    let other = german.replace("attitude", "adoption");
    let faults = sentences(build(ENGLISH, &[("de/pulses/default", &other)]));
    assert!(faults.len() == 1 && faults[0].contains("must have the items of the English one"), "{faults:?}");
}

#[test]
fn the_default_set_asks_seven_items_over_all_measures() {
    let catalogue = Catalogue::built_in().expect("sound");
    let set = catalogue.question_set(&Language::english(), "default").expect("there");
    assert_eq!(set.items.len(), 7);
    for measure in crate::domain::labels::Measure::ALL {
        assert!(set.items.iter().any(|item| item.measure == *measure), "{measure}");
    }
}

#[test]
fn every_phase_has_a_set_of_seven_items_and_its_title_fits_a_list() {
    let catalogue = Catalogue::built_in().expect("sound");
    let sets = catalogue.question_sets(&Language::english());
    for phase in crate::domain::labels::Phase::ALL {
        let of_phase: Vec<_> = sets.iter().filter(|set| set.phase == Some(*phase)).collect();
        assert_eq!(of_phase.len(), 1, "{phase}");
        assert_eq!((of_phase[0].id.as_str(), of_phase[0].items.len()), (phase.code(), 7));
        for measure in crate::domain::labels::Measure::ALL {
            assert!(of_phase[0].items.iter().any(|item| item.measure == *measure), "{phase}: {measure}");
        }
    }
}

/// `DEFAULT_SET` has one item: id `a`, measure `attitude`, text `A`, favourable `agree`.
#[test]
fn one_id_has_one_measure_one_favourable_end_and_one_text_in_all_sets_and_languages() {
    let identical = DEFAULT_SET.replace("'A'", "'a.'");
    build(ENGLISH, &[("en/pulses/later", &identical)]).expect("the same words");

    let measure = DEFAULT_SET.replace("attitude", "adoption");
    let turned = format!("{DEFAULT_SET}favourable = 'disagree'\n");
    let text = DEFAULT_SET.replace("text = 'A'", "text = 'B'");
    let german = DEFAULT_SET.replace("attitude", "ownership").replace("'A'", "'Ä'");
    let files = [
        ("en/pulses/later", measure.as_str()),
        ("en/pulses/turned", turned.as_str()),
        ("en/pulses/words", text.as_str()),
        ("de/pulses/only_here", german.as_str()),
    ];
    let faults = sentences(build(ENGLISH, &files));
    let line = 1 + DEFAULT_SET.lines().position(|line| line.starts_with("id")).expect("an id");
    for (fault, (file, what)) in faults.iter().zip([
        ("de/pulses/only_here", "another `measure` or `favourable` in m/en/pulses/default.toml:"),
        ("en/pulses/later", "another `measure` or `favourable` in m/en/pulses/default.toml:"),
        ("en/pulses/turned", "another `measure` or `favourable` in m/en/pulses/default.toml:"),
        ("en/pulses/words", "another text in m/en/pulses/default.toml:"),
    ]) {
        assert!(fault.starts_with(&format!("m/{file}.toml:{line}: ")) && fault.contains(what), "{fault}");
    }
    assert_eq!(faults.len(), 4, "{faults:?}");
}
