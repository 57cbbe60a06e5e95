//! One id means one thing: wherever an item's id stands, in any set and language, it has one measure and one favourable
//! end; and within a language one text. Otherwise results would be compared that answer different questions.

use super::fault::Fault;
use super::language::Language;
use crate::domain::pulses::Item;

/// An item where it was read.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// The item.
    pub item: Item,
    /// The language of its file.
    pub language: Language,
    /// The id of its set.
    pub set: String,
    /// Its file.
    pub file: String,
    /// The line of its id.
    pub line: usize,
}

/// Checks all items of all languages against each other; English counts as first.
pub(super) fn check(mut all: Vec<Written>, faults: &mut Vec<Fault>) {
    all.sort_by_key(|one| (one.language != Language::english(), one.language.clone(), one.file.clone(), one.line));
    for (place, one) in all.iter().enumerate() {
        let earlier = || all[..place].iter().filter(|other| other.item.id == one.item.id);
        let Some(first) = earlier().next() else { continue };
        let mut tell = |sentence| faults.push(Fault { file: one.file.clone(), line: one.line, sentence });
        let id = one.item.id.as_str();
        // Translations of one set are compared as a whole (`question_sets::compare`).
        let is_translation = one.language != first.language && earlier().any(|other| other.set == one.set);
        if (one.item.measure, one.item.favourable) != (first.item.measure, first.item.favourable) {
            if !is_translation {
                tell(format!(
                    "The item `{id}` has another `measure` or `favourable` in {}:{}. Write it alike, or give this \
                     one an id of its own.",
                    first.file, first.line
                ));
            }
            continue;
        }
        let same_language = earlier().find(|other| other.language == one.language);
        if let Some(first) = same_language.filter(|first| !first.item.has_words_of(&one.item.text)) {
            tell(format!(
                "The item `{id}` has another text in {}:{}. Results are compared only where the text is the same: \
                 write it alike, or give this one an id of its own.",
                first.file, first.line
            ));
        }
    }
}
