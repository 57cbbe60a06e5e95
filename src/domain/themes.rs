//! The words and phrases that point to a theme, as `messages/<language>/themes.toml` lists them.
//!
//! This is plain data with its grammar; `sentiment::lexicon` looks for it in comments, by the rules that stand at the
//! head of `messages/en/themes.toml`.

use std::collections::BTreeMap;

use super::labels::Theme;

/// One entry: words in a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase(Vec<Step>);

/// A word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// Whether up to [`Phrase::GAP`] other words may stand before it.
    pub after_gap: bool,
    /// The words that may stand here.
    pub words: Vec<WordPattern>,
}

/// A word, or what it begins with, ends with or holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordPattern {
    /// This word.
    Whole(String),
    /// Any word that begins so.
    Begins(String),
    /// Any word that ends so.
    Ends(String),
    /// Any word that has it inside.
    Holds(String),
}

/// Why an entry can't be read. The text says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhraseFault {
    /// Nothing stands there.
    #[error("is empty")]
    Empty,
    /// `..` needs a word on both sides.
    #[error("begins or ends with `..`, or has two of them in a row; `..` stands between words")]
    Gap,
    /// A word is missing around `|` or `*`.
    #[error("has `{0}`: `|` stands between words, `*` at an end of a word")]
    Word(String),
    /// A word has a character that words don't have.
    #[error("has `{0}`: an entry has letters, digits, apostrophes and `*`, `|`, `..`; write `follow up` for follow-up")]
    Character(char),
}

impl Phrase {
    /// The most words that `..` stands for.
    pub const GAP: usize = 3;

    /// Reads an entry.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(entry: &str) -> Result<Self, PhraseFault> {
        let mut steps = Vec::new();
        let mut after_gap = false;
        for place in entry.split_whitespace() {
            if place == ".." {
                if after_gap || steps.is_empty() {
                    return Err(PhraseFault::Gap);
                }
                after_gap = true;
                continue;
            }
            let words = place.split('|').map(|word| WordPattern::parse(word, place)).collect::<Result<_, _>>()?;
            steps.push(Step { after_gap: std::mem::take(&mut after_gap), words });
        }
        match (steps.is_empty(), after_gap) {
            (true, _) => Err(PhraseFault::Empty),
            (false, true) => Err(PhraseFault::Gap),
            (false, false) => Ok(Self(steps)),
        }
    }

    /// Its words, at least one.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl WordPattern {
    fn parse(word: &str, place: &str) -> Result<Self, PhraseFault> {
        let (open_start, rest) = word.strip_prefix('*').map_or((false, word), |rest| (true, rest));
        let (open_end, core) = rest.strip_suffix('*').map_or((false, rest), |rest| (true, rest));
        let core = core.to_lowercase().replace('’', "'");
        if core.is_empty() || core.contains('*') || core.contains("..") {
            return Err(PhraseFault::Word(place.to_owned()));
        }
        if let Some(wrong) = core.chars().find(|c| !c.is_alphanumeric() && *c != '\'') {
            return Err(PhraseFault::Character(wrong));
        }
        Ok(match (open_start, open_end) {
            (false, false) => Self::Whole(core),
            (false, true) => Self::Begins(core),
            (true, false) => Self::Ends(core),
            (true, true) => Self::Holds(core),
        })
    }

    /// Whether a word, in small letters, is meant.
    pub fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Begins(start) => word.starts_with(start.as_str()),
            Self::Ends(end) => word.ends_with(end.as_str()),
            Self::Holds(core) => word.contains(core.as_str()),
        }
    }
}

/// What one language's file lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThemeWords {
    /// The phrases of each theme.
    pub themes: BTreeMap<Theme, Vec<Phrase>>,
    /// What takes them back.
    pub guards: Guards,
}

/// What ends a clause, and what takes a hit back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guards {
    /// Words before which a clause ends.
    pub breaks: Vec<Phrase>,
    /// A fear after this is none.
    pub fears_over_before: Vec<Phrase>,
    /// A fear before this is none.
    pub fears_over_after: Vec<Phrase>,
    /// Praise after this is none.
    pub praise_denied_before: Vec<Phrase>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(phrase: &str) -> Vec<Step> {
        Phrase::parse(phrase).expect(phrase).0
    }

    #[test]
    fn an_entry_has_words_endings_choices_and_gaps() {
        use WordPattern::{Begins, Ends, Holds, Whole};
        let step = |after_gap, words: Vec<WordPattern>| Step { after_gap, words };
        assert_eq!(words("Don’t"), [step(false, vec![Whole("don't".into())])]);
        assert_eq!(
            words("typ*|enter .. *load *ä*"),
            [
                step(false, vec![Begins("typ".into()), Whole("enter".into())]),
                step(true, vec![Ends("load".into())]),
                step(false, vec![Holds("ä".into())]),
            ]
        );
    }

    #[test]
    fn an_entry_that_can_not_be_read_says_why() {
        for (entry, fault) in [
            (" ", PhraseFault::Empty),
            (".. twice", PhraseFault::Gap),
            ("twice ..", PhraseFault::Gap),
            ("enter .. .. twice", PhraseFault::Gap),
            ("a||b", PhraseFault::Word("a||b".into())),
            ("*", PhraseFault::Word("*".into())),
            ("a*b", PhraseFault::Word("a*b".into())),
            ("follow-up", PhraseFault::Character('-')),
            ("50%", PhraseFault::Character('%')),
        ] {
            assert_eq!(Phrase::parse(entry), Err(fault), "{entry}");
        }
    }
}
