//! The start-up check of texts: what is written against what the program says. Every fault is told at once.

use super::fault::{Fault, did_you_mean};
use super::keys::Key;
use super::language::Language;
use super::source::Source;
use super::template::{Braces, Entry, Forms, Piece, braces};

/// Checks one text. It may be compiled if this adds no fault.
pub(super) fn check_entry(source: &Source, entry: &Entry, registry: &[Key], faults: &mut Vec<Fault>) {
    let Some(key) = registry.iter().find(|key| key.name == entry.key) else {
        let near = did_you_mean(&entry.key, registry.iter().map(|key| key.name));
        let sentence = format!("The program has no text `{}`.{near}", entry.key);
        faults.push(source.fault(entry.at.clone(), sentence));
        return;
    };
    if let Forms::Plural(forms) = &entry.forms {
        if !key.takes("count") {
            let sentence = format!("`{}` has no `count` to choose a form by. Write one text.", entry.key);
            faults.push(source.fault(entry.at.clone(), sentence));
        }
        let known = forms_of(&source.language);
        for (form, piece) in forms.iter().filter(|(form, _)| !known.contains(form)) {
            let sentence = format!("`{}` never uses the form `{form}`; it has {}.", source.language, list(&known));
            faults.push(source.fault(piece.at.clone(), sentence));
        }
    }
    for (_, piece) in entry.forms.pieces() {
        check_piece(source, key, piece, faults);
    }
}

fn check_piece(source: &Source, key: &Key, piece: &Piece, faults: &mut Vec<Fault>) {
    if piece.text.trim().is_empty() {
        faults.push(source.fault(piece.at.clone(), format!("`{}` is empty.", key.name)));
    }
    for found in braces(&piece.text) {
        let (what, sentence) = match found {
            Braces::Value(name) if key.takes(&name) => continue,
            Braces::Value(name) => {
                let names: Vec<_> = key.placeholders.iter().map(|(name, _)| *name).collect();
                let near = did_you_mean(&name, names.iter().copied());
                let has =
                    if names.is_empty() { "it has no values".to_owned() } else { format!("it has {}", list(&names)) };
                (name.clone(), format!("`{}` has no value `{name}`; {has}.{near}", key.name))
            }
            Braces::Wrong(what, why) => {
                let sentence = format!("`{}` has `{what}`. {why}", key.name);
                (what, sentence)
            }
        };
        // In a long text the line of the braces helps more than the line where the text begins.
        let at = piece.at.clone().map(|at| match source.text.get(at.clone()).and_then(|raw| raw.find(&what)) {
            Some(inside) => at.start + inside..at.end,
            None => at,
        });
        faults.push(source.fault(at, sentence));
    }
}

/// Checks that a text with its sample values fits its place.
pub(super) fn check_length(source: &Source, key: &Key, piece: &Piece, rendered: &str, faults: &mut Vec<Fault>) {
    let (length, max) = (rendered.chars().count(), key.place.max());
    if length > max {
        let place = key.place.words();
        let sentence = format!("`{}` has {length} characters with sample values; {place} holds {max}.", key.name);
        faults.push(source.fault(piece.at.clone(), sentence));
    }
}

/// Which texts a language lacks. For English, which stands in for the others, these are faults; else notes.
/// Texts that stand there with a fault don't count as lacking.
pub(super) fn missing(
    folder: &str,
    language: &Language,
    registry: &[Key],
    written: impl Fn(&str) -> bool,
) -> Vec<Fault> {
    let otherwise = if *language == Language::english() { "" } else { " English stands in." };
    let lacking = registry.iter().filter(|key| !written(key.name)).map(|key| {
        let file = format!("{folder}/{}.toml", key.area());
        Fault::of_file(file, format!("The text `{}` is missing.{otherwise}", key.name))
    });
    lacking.collect()
}

/// Checks that the program has texts of an area at all; one fault says it for the whole file.
pub(super) fn check_area(source: &Source, area: &str, registry: &[Key], faults: &mut Vec<Fault>) -> bool {
    let known = registry.iter().any(|key| key.area() == area);
    if !known {
        let near = did_you_mean(area, registry.iter().map(Key::area));
        faults.push(source.fault(None, format!("The program has no texts of an area `{area}`.{near}")));
    }
    known
}

/// The plural forms that a language uses for whole numbers.
pub(super) fn forms_of(language: &Language) -> Vec<&'static str> {
    let rules = language.plural_rules();
    // CLDR's rules for whole numbers look at the last two digits, and some at full millions.
    let numbers = (0..=200u64).chain([1_000_000]);
    let mut forms: Vec<_> = numbers.map(|n| form_of(&rules, n)).collect();
    forms.push("other");
    forms.sort_by_key(|form| super::template::PLURAL_FORMS.iter().position(|known| known == form));
    forms.dedup();
    forms
}

/// The form for a number.
pub(super) fn form_of(rules: &intl_pluralrules::PluralRules, number: u64) -> &'static str {
    use intl_pluralrules::PluralCategory::{FEW, MANY, ONE, OTHER, TWO, ZERO};
    match rules.select(number) {
        Ok(ZERO) => "zero",
        Ok(ONE) => "one",
        Ok(TWO) => "two",
        Ok(FEW) => "few",
        Ok(MANY) => "many",
        Ok(OTHER) | Err(_) => "other",
    }
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
