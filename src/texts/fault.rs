//! What is wrong with a file of `messages/`, said to the editor who wrote it.
//!
//! These sentences stand in code and not in `messages/`, because they are about `messages/` being broken.

use std::fmt;

/// One fault, or one note, with its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file or folder, as the reader would open it.
    pub file: String,
    /// The line, counted from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong and what to write instead: one plain sentence or two.
    pub sentence: String,
}

impl Fault {
    /// A fault of a file as a whole.
    pub(super) fn of_file(file: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, sentence: sentence.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.sentence),
            line => write!(f, "{}:{line}: {}", self.file, self.sentence),
        }
    }
}

impl std::error::Error for Fault {}

/// " Did you mean `…`?" for the known word nearest to `word`, or nothing if none is near.
pub(super) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let nearest = known.into_iter().map(|k| (strsim::damerau_levenshtein(word, k), k)).min();
    match nearest {
        // A third of the letters wrong is still a typo; more is another word.
        Some((distance, known)) if distance * 3 <= word.chars().count().max(3) => format!(" Did you mean `{known}`?"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_near_word_is_proposed() {
        assert_eq!(did_you_mean("tittle", ["title", "text"]), " Did you mean `title`?");
        assert_eq!(did_you_mean("colour", ["title", "text"]), "");
    }

    #[test]
    fn a_fault_says_where_it_is() {
        let fault = Fault { file: "messages/en/a.toml".into(), line: 3, sentence: "Wrong.".into() };
        assert_eq!(fault.to_string(), "messages/en/a.toml:3: Wrong.");
        assert_eq!(Fault::of_file("messages", "Empty.").to_string(), "messages: Empty.");
    }
}
