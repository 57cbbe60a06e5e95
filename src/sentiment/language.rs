//! Which language a comment is in. The encoder reads English; what it can't read it must not judge.
//!
//! `whichlang` names the likeliest of sixteen languages, not how sure it is, and calls much English that has nothing
//! English in it, such as Polish. So English needs words that are English and hardly anything else.

use std::collections::HashSet;
use std::sync::LazyLock;

use whichlang::{Lang, detect_language};

use super::lexicon::clauses;

/// The language of a comment, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// No words in it, such as nothing or a row of smileys.
    Wordless,
    /// English.
    English,
    /// Probably English; partly in another language, or taken for one.
    PerhapsEnglish,
    /// Another language, by its code (ISO 639-1).
    Other(&'static str),
    /// Taken for English without a word that only English has: too short to tell, or a language that nothing here knows.
    Unknown,
}

/// Fewer words than this tell `whichlang` too little.
const ENOUGH_WORDS: usize = 5;

/// Words that are common in English and not in its neighbours; whence: assets/sentiment/README.md.
const ENGLISH_WORDS: &str = include_str!("../../assets/sentiment/english.txt");

static ENGLISH: LazyLock<HashSet<&str>> = LazyLock::new(|| ENGLISH_WORDS.lines().collect());

/// Frequent English words that are words of a neighbour, too. Alone they show nothing.
const SHARED: [&str; 75] = [
    "a", "an", "i", "in", "on", "at", "is", "was", "am", "as", "so", "no", "me", "my", "we", "us", "to", "of", "for",
    "by", "do", "go", "he", "one", "same", "new", "have", "has", "or", "will", "may", "lot", "down", "fine", "nice",
    "happy", "course", "help", "change", "week", "far", "top", "under", "over", "last", "page", "app", "news",
    "opinion", "comment", "neutral", "notes", "all", "time", "training", "ready", "problem", "normal", "ok", "version",
    "data", "test", "chance", "present", "pass", "any", "okay", "support", "meeting", "report", "reports", "call",
    "calls", "lead", "leads",
];

/// All words that languages are told by.
pub(super) fn known_words() -> impl Iterator<Item = &'static str> {
    ENGLISH_WORDS.lines().chain(SHARED)
}

/// Tells the language of a comment.
pub fn spoken(text: &str) -> Spoken {
    let sentences: Vec<Vec<String>> = clauses(text, &[]);
    let words = sentences.iter().flatten().filter(|word| word.chars().any(char::is_alphabetic));
    let words: Vec<&str> = words.map(String::as_str).collect();
    if words.is_empty() {
        return Spoken::Wordless;
    }
    let named = code(detect_language(text));
    let surely = words.iter().filter(|word| is_english(word)).count();
    let perhaps = surely + words.iter().filter(|word| SHARED.contains(word)).count();
    // Two such words are as soon German: "So was!"
    let has_shared_alone =
        perhaps == words.len() && words.iter().any(|word| *word != words[0]) && (named == "en" || words.len() > 2);
    // Each share was tried on the corpus and on sentences of its neighbours; of an English text half are such words.
    let least = if named == "en" { 4 } else { 2 };
    if has_shared_alone || (surely > 0 && perhaps * least >= words.len()) {
        return if named == "en" && !is_mixed(&sentences) { Spoken::English } else { Spoken::PerhapsEnglish };
    }
    if named == "en" { Spoken::Unknown } else { Spoken::Other(named) }
}

fn is_english(word: &str) -> bool {
    ENGLISH.contains(word) || word.strip_suffix("'s").is_some_and(|word| ENGLISH.contains(word))
}

/// Whether a long enough part of a comment is in another language than the rest.
fn is_mixed(sentences: &[Vec<String>]) -> bool {
    sentences.iter().filter(|sentence| sentence.len() >= ENOUGH_WORDS).any(|sentence| {
        let english = sentence.iter().filter(|word| is_english(word)).count();
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

    fn has_a_tone(text: &str) -> bool {
        matches!(spoken(text), Spoken::English | Spoken::PerhapsEnglish)
    }

    #[test]
    fn what_has_no_word_of_english_alone_is_never_taken_for_it() {
        let foreign = [
            "On me demande de tout saisir deux fois.",
            "On a perdu des données clients.",
            "On nous a rien dit.",
            "Comment faire sans Excel ?",
            "Niemand heeft ons gevraagd of we dit willen.",
            "Mijn team is er blij mee, we werken nu sneller.",
            "Het team is er niet op tegen, maar we willen training.",
            "No me gusta nada.",
            "No has visto nada.",
            "A mi no me han preguntado.",
            "Das Team ist super, so gut wie nie.",
            "Das war super in time, wir sind happy mit dem Tool.",
            "Wir sind happy.",
            "So was!",
            "Scheisse",
            "Katastrophe",
            "Ang bagong sistema ay mabagal at walang tumutulong sa amin",
            "Ang hirap gamitin, laging down.",
            "May training naman, ok lang.",
            "Okay lang naman sa akin.",
            "Sana may support sa weekend.",
            "Nowy system jest bardzo wolny i nikt nam nie pomaga.",
            "My nie mamy czasu na to.",
            "Il sistema è lento, no comment.",
            "Perdi uma hora por dia com isto.",
        ];
        for text in foreign {
            assert!(!has_a_tone(text), "{text}: {:?}", spoken(text));
        }
    }

    /// The share of a corpus's comments with words that may have a tone; the last column of a row is the text.
    fn share_with_tone(tables: impl Iterator<Item = String>) -> f64 {
        let (mut with_tone, mut all) = (0_u32, 0_u32);
        for table in tables {
            let path = format!("{}/tools/train/corpus/{table}.tsv", env!("CARGO_MANIFEST_DIR"));
            let rows = std::fs::read_to_string(&path).expect(&path);
            for text in rows.lines().skip(1).filter_map(|row| row.rsplit('\t').next()) {
                all += u32::from(spoken(text) != Spoken::Wordless);
                with_tone += u32::from(has_a_tone(text));
            }
        }
        f64::from(with_tone) / f64::from(all)
    }

    #[test]
    fn english_comments_stay_english_and_german_and_french_ones_do_not_become_it() {
        let english = share_with_tone(('a'..='z').chain('1'..='7').map(String::from));
        assert!(english >= 0.985, "{english}");
        for language in ["de", "fr"] {
            let taken = share_with_tone(std::iter::once(language.to_owned()));
            assert!(taken <= 0.01, "{language}: {taken}");
        }
        println!("taken for English: {english:.4} of the English corpus");
    }

    #[test]
    fn no_word_counts_twice() {
        let both: Vec<_> = SHARED.iter().filter(|word| ENGLISH.contains(*word)).collect();
        assert!(both.is_empty(), "{both:?}");
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
