//! What was read out of one comment.

use super::explanation::Words;
use super::language::Spoken;
use super::model::{Calibration, Scores};
use crate::domain::labels::{Theme, Tone};

/// What a comment says, as far as the engine can tell, and why it thinks so.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its language. Only what may be English has a tone.
    pub language: Spoken,
    /// Its tone; `None` if it has no words, or is not surely in the language that the engine can judge.
    pub tone: Option<ToneReading>,
    /// What it is about, in the order of [`Theme::ALL`].
    pub themes: Vec<ThemeReading>,
    /// Words of feeling in it. They explain, they didn't decide.
    pub words: Words,
}

/// How a comment sounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ToneReading {
    /// The probabilities of −, 0 and +; they add up to 1.
    pub probabilities: [f32; 3],
    /// What it is called: the likeliest, or neither where it may as well be good as bad.
    pub called: Tone,
    /// Whether that may be told without reservation.
    pub confident: bool,
}

/// A theme of a comment.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeReading {
    /// The theme.
    pub theme: Theme,
    /// How likely it is, 0 to 1; 1 where words of a list alone decided.
    pub score: f32,
    /// The words that point to it; none if it was taken from the whole sentence.
    pub words: Vec<String>,
}

impl Reading {
    /// What a comment without words says.
    pub(super) fn of_nothing() -> Self {
        Self { language: Spoken::Wordless, tone: None, themes: Vec::new(), words: Words::default() }
    }
}

impl ToneReading {
    /// What these scores mean; never without reservation in a text that is not surely English.
    pub(super) fn of(scores: &Scores, calibration: &Calibration, is_surely_english: bool) -> Self {
        let probabilities @ [ill, neither, good] = scores.tone;
        let called = if (good - ill).abs() < calibration.margin * scores.own || (neither >= ill && neither >= good) {
            Tone::Neutral
        } else if ill > good {
            Tone::Negative
        } else {
            Tone::Positive
        };
        let of_called = match called {
            Tone::Negative => ill,
            Tone::Neutral => neither,
            Tone::Positive => good,
        };
        Self { probabilities, called, confident: is_surely_english && of_called >= calibration.confident }
    }

    /// From −1, surely bad, to 1, surely good.
    pub fn score(&self) -> f32 {
        self.probabilities[2] - self.probabilities[0]
    }
}
