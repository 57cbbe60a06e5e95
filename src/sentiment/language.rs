//! Which language a comment is in. The encoder reads English; what it can't read it must not judge.
//!
//! `whichlang` names the likeliest of sixteen languages and not how sure it is. So a short comment counts as another
//! language only if nothing in it is English, and one with sentences in several languages is told apart.

use whichlang::{Lang, detect_language};

use super::lexicon::clauses;

/// The language of a comment, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// No words in it, such as nothing or a row of smileys.
    Wordless,
    /// English.
    English,
    /// Probably English; too short to be sure, or partly in another language.
    PerhapsEnglish,
    /// Another language, by its code (ISO 639-1).
    Other(&'static str),
}

/// Fewer words than this tell `whichlang` too little.
const ENOUGH_WORDS: usize = 5;

/// Words that are frequent in English and rare in its neighbours.
const ENGLISH: [&str; 76] = [
    "the", "and", "to", "of", "are", "our", "my", "not", "it", "it's", "this", "that", "with", "for", "have", "has",
    "had", "they", "you", "from", "but", "what", "who", "how", "when", "can", "can't", "don't", "doesn't", "i'm", "we",
    "is", "be", "i", "a", "no", "on", "at", "by", "as", "their", "there", "would", "could", "should", "nobody", "all",
    "new", "now", "still", "than", "then", "too", "very", "good", "better", "fine", "ok", "time", "work", "works",
    "team", "again", "just", "more", "your", "me", "us", "if", "or", "so", "which", "where", "why", "yet", "nothing",
];

/// Tells the language of a comment.
pub fn spoken(text: &str) -> Spoken {
    let sentences: Vec<Vec<String>> = clauses(text, &[]);
    let words = sentences.iter().flatten().filter(|word| word.chars().any(char::is_alphabetic));
    let words: Vec<&str> = words.map(String::as_str).collect();
    if words.is_empty() {
        return Spoken::Wordless;
    }
    let english = words.iter().filter(|word| ENGLISH.contains(word)).count();
    let named = code(detect_language(text));
    if named == "en" {
        return if is_mixed(&sentences) { Spoken::PerhapsEnglish } else { Spoken::English };
    }
    let foreign_letters = words.iter().flat_map(|word| word.chars()).filter(|c| !c.is_ascii()).count();
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    // A quarter of an English text is words of the list; a few of them stand in any language.
    if english * 4 >= words.len() {
        return Spoken::PerhapsEnglish;
    }
    let is_long = words.len() >= ENOUGH_WORDS;
    let has_no_english = english == 0 && (words.len() >= 2 || foreign_letters > 0);
    if is_long || has_no_english || foreign_letters * 2 > letters {
        Spoken::Other(named)
    } else {
        Spoken::PerhapsEnglish
    }
}

/// Whether a long enough part of a comment is in another language than the rest.
fn is_mixed(sentences: &[Vec<String>]) -> bool {
    sentences.iter().filter(|sentence| sentence.len() >= ENOUGH_WORDS).any(|sentence| {
        let english = sentence.iter().filter(|word| ENGLISH.contains(&word.as_str())).count();
        english * 6 < sentence.len() && code(detect_language(&sentence.join(" "))) != "en"
    })
}

fn code(language: Lang) -> &'static str {
    match language {
        Lang::Ara => "ar",
        Lang::Cmn => "zh",
        Lang::Deu => "de",
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Hin => "hi",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Nld => "nl",
        Lang::Por => "pt",
        Lang::Rus => "ru",
        Lang::Spa => "es",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_other_languages() {
        for text in ["The system is far too slow.", "Works for me.", "Nobody asked us before the decision."] {
            assert!(matches!(spoken(text), Spoken::English | Spoken::PerhapsEnglish), "{text}: {:?}", spoken(text));
        }
        for (text, language) in [
            ("Die neue Maske ist viel zu langsam, und niemand hat uns gefragt.", "de"),
            ("Personne ne nous a demandé notre avis avant la décision.", "fr"),
            ("システムが遅すぎます", "ja"),
            ("Система работает слишком медленно", "ru"),
        ] {
            assert_eq!(spoken(text), Spoken::Other(language), "{text}");
        }
    }

    #[test]
    fn what_has_no_words_has_no_language() {
        for text in ["", "   ", "🙂🙂", "…!?", "12 345", "\u{200b}\u{202e}"] {
            assert_eq!(spoken(text), Spoken::Wordless, "{text:?}");
        }
    }

    #[test]
    fn a_mixed_comment_is_never_surely_english() {
        let text =
            "The new screen is fine for me. Aber die Daten unserer Kunden sind völlig durcheinander. Please fix.";
        assert_ne!(spoken(text), Spoken::English);
    }
}
