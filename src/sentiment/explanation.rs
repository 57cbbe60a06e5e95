//! Which words of a comment speak for good or for ill, by VADER's word list; and VADER's own score, the baseline.
//!
//! C. J. Hutto and E. Gilbert, *VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text*,
//! ICWSM-14. It explains; it doesn't decide: most comments on work have few words of feeling.

use vader_parity::SentimentIntensityAnalyzer;

/// Words on each side of one that change what it says: "not good".
const CONTEXT: usize = 3;

/// A change of VADER's score (−1 to 1) that counts as speaking for one side.
const SPEAKS: f64 = 0.05;

/// The most words that are looked at; a longer comment is explained by its beginning.
const MOST_WORDS: usize = 200;

/// VADER's word list.
pub struct Vader(SentimentIntensityAnalyzer);

/// Words that speak for one side, as they are written in the comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// For good.
    pub good: Vec<String>,
    /// For ill.
    pub ill: Vec<String>,
}

impl Vader {
    /// Loads the list, about 7,500 words.
    pub fn load() -> Self {
        Self(SentimentIntensityAnalyzer::new())
    }

    /// VADER's score of a text, −1 to 1.
    pub fn score(&self, text: &str) -> f64 {
        self.0.polarity_scores(text).compound
    }

    /// The words that carry the score: what a word says is what its surroundings say with it and without it.
    pub fn words(&self, text: &str) -> Words {
        let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
        let mut spoken = Words::default();
        for (at, word) in words.iter().enumerate() {
            let bare = word.trim_matches(|c: char| c.is_ascii_punctuation());
            if self.score(bare).abs() < SPEAKS {
                continue;
            }
            let before = words[at.saturating_sub(CONTEXT)..at].join(" ");
            let after = words[at + 1..(at + 1 + CONTEXT).min(words.len())].join(" ");
            let weight = self.score(&format!("{before} {word} {after}")) - self.score(&format!("{before} {after}"));
            let side = if weight >= SPEAKS {
                &mut spoken.good
            } else if weight <= -SPEAKS {
                &mut spoken.ill
            } else {
                continue;
            };
            let bare = if bare.is_empty() { word } else { bare };
            if !side.iter().any(|known| known == bare) {
                side.push(bare.to_owned());
            }
        }
        spoken
    }
}

impl std::fmt::Debug for Vader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vader")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_speak_for_the_side_that_their_surroundings_give_them() {
        let vader = Vader::load();
        let spoken = vader.words("The new search is great. The reports are not good.");
        assert_eq!(spoken, Words { good: vec!["great".into()], ill: vec!["good".into()] });
        assert_eq!(vader.words("We start in May."), Words::default());
        assert!(vader.score("This is terrible") < -SPEAKS);
    }
}
