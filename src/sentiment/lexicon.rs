//! Looks for the words and phrases of `messages/<language>/themes.toml` in a comment.
//!
//! Training reads the same file by the same rules (`tools/train/tone/lexicon.py`), which stand at the head of the
//! English one. Change them in all three places, and train anew.

use std::collections::{BTreeSet, HashMap};

use crate::domain::invisible::is_invisible;
use crate::domain::labels::Theme;
use crate::domain::themes::{Guards, Phrase, ThemeWords, WordPattern};

/// How far before a fear, in words, something that takes it back may begin; and how far after it.
const REACH: usize = 6;

/// How far before praise, in words, what denies it may begin.
const PRAISE_REACH: usize = 3;

/// One language's words, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    entries: Vec<(Theme, Phrase)>,
    /// Entries by a whole word that they may begin with.
    by_word: HashMap<String, Vec<usize>>,
    /// Entries that may begin with any of many words.
    open: Vec<(WordPattern, usize)>,
    guards: Guards,
}

/// Words of a comment that point to a theme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The theme.
    pub theme: Theme,
    /// The words, in small letters.
    pub words: String,
}

impl Lexicon {
    /// Prepares a language's words.
    pub fn new(words: &ThemeWords) -> Self {
        let mut lexicon =
            Self { entries: Vec::new(), by_word: HashMap::new(), open: Vec::new(), guards: words.guards.clone() };
        for (theme, phrase) in words.themes.iter().flat_map(|(theme, list)| list.iter().map(move |p| (*theme, p))) {
            let at = lexicon.entries.len();
            for first in phrase.steps().first().iter().flat_map(|step| &step.words) {
                match first {
                    WordPattern::Whole(word) => lexicon.by_word.entry(word.clone()).or_default().push(at),
                    open => lexicon.open.push((open.clone(), at)),
                }
            }
            lexicon.entries.push((theme, phrase.clone()));
        }
        lexicon
    }

    /// What stands in a comment, each wording once, in order of theme; of wordings within each other the longest.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits = BTreeSet::new();
        for clause in clauses(text, &self.guards.breaks) {
            let over_before = starts(&self.guards.fears_over_before, &clause);
            let over_after = starts(&self.guards.fears_over_after, &clause);
            let denied = starts(&self.guards.praise_denied_before, &clause);
            for first in 0..clause.len() {
                for (theme, phrase) in self.beginning_with(&clause[first]) {
                    let Some(end) = end_of(phrase, &clause, first) else { continue };
                    let taken_back = if theme.fear().is_some() {
                        over_before.iter().any(|guard| (first.saturating_sub(REACH)..end).contains(guard))
                            || over_after.iter().any(|guard| (first..end + REACH).contains(guard))
                    } else {
                        denied.iter().any(|guard| (first.saturating_sub(PRAISE_REACH)..first).contains(guard))
                    };
                    if !taken_back {
                        hits.insert(Hit { theme: *theme, words: clause[first..end].join(" ") });
                    }
                }
            }
        }
        let within =
            |hit: &Hit, other: &Hit| hit.theme == other.theme && hit != other && other.words.contains(&hit.words);
        hits.iter().filter(|hit| !hits.iter().any(|other| within(hit, other))).cloned().collect()
    }

    fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a (Theme, Phrase)> {
        let whole = self.by_word.get(word).into_iter().flatten().copied();
        let open = self.open.iter().filter(move |(pattern, _)| pattern.fits(word)).map(|(_, at)| *at);
        whole.chain(open).map(|at| &self.entries[at])
    }
}

/// 1 for each theme that was hit, in the order of [`Theme::ALL`].
pub fn flags(hits: &[Hit]) -> [f32; Theme::ALL.len()] {
    let mut flags = [0.0; Theme::ALL.len()];
    for (flag, theme) in flags.iter_mut().zip(Theme::ALL) {
        *flag = f32::from(u8::from(hits.iter().any(|hit| hit.theme == *theme)));
    }
    flags
}

/// A text's words in small letters, with the apostrophes of a keyboard, by clause.
pub(super) fn clauses(text: &str, breaks: &[Phrase]) -> Vec<Vec<String>> {
    let mut clauses = vec![Vec::new()];
    let mut word = String::new();
    // Controls part words.
    let shown = |c: &char| c.is_control() || !is_invisible(*c);
    let text: String = text.to_lowercase().chars().filter(shown).map(plain_apostrophe).collect();
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let joins = c == '\'' && !word.is_empty() && characters.peek().is_some_and(|next| next.is_alphanumeric());
        if c.is_alphanumeric() || joins {
            word.push(c);
            continue;
        }
        finish(&mut word, &mut clauses, breaks);
        if matches!(c, '.' | '!' | '?' | ';' | ':' | '\n') {
            clauses.push(Vec::new());
        }
    }
    finish(&mut word, &mut clauses, breaks);
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

fn finish(word: &mut String, clauses: &mut Vec<Vec<String>>, breaks: &[Phrase]) {
    if word.is_empty() {
        return;
    }
    if breaks.iter().any(|phrase| phrase.steps()[0].words.iter().any(|pattern| pattern.fits(word))) {
        clauses.push(Vec::new());
    }
    let clause = clauses.last_mut().expect("there is one from the start");
    clause.push(std::mem::take(word));
}

fn plain_apostrophe(c: char) -> char {
    if matches!(c, '’' | '‘' | 'ʼ' | '`' | '´') { '\'' } else { c }
}

/// Where in a clause any of these phrases begins.
fn starts(phrases: &[Phrase], clause: &[String]) -> Vec<usize> {
    let begins = |at: &usize| phrases.iter().any(|phrase| end_of(phrase, clause, *at).is_some());
    (0..clause.len()).filter(begins).collect()
}

/// The end of a phrase that begins with the word at `first`, with the shortest fills; `None` if it doesn't stand there.
fn end_of(phrase: &Phrase, clause: &[String], first: usize) -> Option<usize> {
    rest_of(phrase, 0, clause, first)
}

fn rest_of(phrase: &Phrase, step: usize, clause: &[String], at: usize) -> Option<usize> {
    let Some(wanted) = phrase.steps().get(step) else { return Some(at) };
    let fills = if wanted.after_gap { Phrase::GAP } else { 0 };
    (at..=at + fills)
        .filter(|place| clause.get(*place).is_some_and(|word| wanted.words.iter().any(|pattern| pattern.fits(word))))
        .find_map(|place| rest_of(phrase, step + 1, clause, place + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(list: &[&str]) -> Vec<Phrase> {
        list.iter().map(|entry| Phrase::parse(entry).expect(entry)).collect()
    }

    fn lexicon() -> Lexicon {
        let themes = [
            (Theme::Workload, phrases(&["overtime", "enter*|typ* .. twice"])),
            (Theme::JobLoss, phrases(&["my job"])),
            (Theme::Value, phrases(&["helpful"])),
        ];
        let guards = Guards {
            breaks: phrases(&["but"]),
            fears_over_before: phrases(&["no longer"]),
            fears_over_after: phrases(&["gone"]),
            praise_denied_before: phrases(&["not"]),
        };
        Lexicon::new(&ThemeWords { themes: themes.into_iter().collect(), guards })
    }

    fn found(text: &str) -> Vec<(Theme, String)> {
        lexicon().hits(text).into_iter().map(|hit| (hit.theme, hit.words)).collect()
    }

    #[test]
    fn phrases_are_found_within_a_clause() {
        assert_eq!(found("I TYPE it all in twice"), [(Theme::Workload, "type it all in twice".into())]);
        assert_eq!(found("typing one two three four twice"), []);
        assert_eq!(found("I type it. Twice."), []);
        for hidden in ['\u{200b}', '\u{61c}', '\u{34f}', '\u{2800}', '\u{e0041}'] {
            assert_eq!(found(&format!("Over{hidden}time!")), [(Theme::Workload, "overtime".into())], "{hidden:?}");
        }
    }

    #[test]
    fn a_fear_that_is_denied_or_over_is_none() {
        assert_eq!(found("no longer worried about my job"), []);
        assert_eq!(found("the overtime is finally gone"), []);
        assert_eq!(found("no longer afraid, but overtime"), [(Theme::Workload, "overtime".into())]);
        assert_eq!(found("no longer one two three four five six my job").len(), 1);
    }

    #[test]
    fn praise_that_is_denied_is_none() {
        assert_eq!(found("not really helpful"), []);
        assert_eq!(found("helpful, not much else"), [(Theme::Value, "helpful".into())]);
    }

    #[test]
    fn words_keep_their_apostrophes_and_clauses_end_where_they_should() {
        let words = |text: &str| clauses(text, &phrases(&["but"]));
        assert_eq!(words("Don’t 'quote' it; rock'n'roll"), [vec!["don't", "quote", "it"], vec!["rock'n'roll"]]);
        assert_eq!(words("fine, but slow"), [vec!["fine"], vec!["but", "slow"]]);
        assert_eq!(words("  ... 🙂 ---"), [[""; 0]; 0]);
    }

    #[test]
    fn flags_stand_in_the_order_of_the_themes() {
        let flags = flags(&lexicon().hits("overtime, and my job"));
        let set: Vec<_> = Theme::ALL.iter().zip(flags).filter(|(_, flag)| *flag > 0.0).map(|(t, _)| *t).collect();
        assert_eq!(set, [Theme::Workload, Theme::JobLoss]);
    }
}
