//! Reads comments: language first, then the words that point to themes, then the model.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::evaluation::Called;
use super::explanation::{Vader, Words};
use super::language::{Spoken, known_words, spoken};
use super::lexicon::{Hit, Lexicon, flags};
use super::model::{Model, Scores};
use super::reading::{Reading, ThemeReading, ToneReading};
use super::weights::BadWeights;
use crate::domain::labels::{Theme, Tone};
use crate::domain::themes::ThemeWords;

/// The longest text that is read whole (a form's field holds 4,000 characters; discord.md 4); what comes beyond is not.
const MOST_CHARACTERS: usize = 4000;

/// How many comments are read together at most: more save little time. The model bounds what it reads at once by tokens.
pub const AT_ONCE: usize = 16;

/// Bytes of the mark of word lists: that two sets of them share it happens once in four thousand million times.
const MARK_BYTES: usize = 4;

/// About as many words as surely fit into the model's window.
const PIECE_WORDS: usize = 40;

/// Reads comments. Share one behind an `Arc`.
#[derive(Debug)]
pub struct Judge {
    lexicons: BTreeMap<String, Lexicon>,
    /// Tells one set of words from another.
    words_mark: String,
    vader: OnceLock<Vader>,
}

impl Judge {
    /// A judge that knows the words of these languages, named like the folders in `messages/`. It loads nothing yet.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, &'a ThemeWords)>) -> Self {
        let mut lexicons = BTreeMap::new();
        let mut hash = Sha256::new();
        for word in known_words() {
            hash.update(word);
        }
        for (language, words) in words {
            hash.update(format!("{language}{words:?}"));
            lexicons.insert(language.to_owned(), Lexicon::new(words));
        }
        let words_mark = hash.finalize()[..MARK_BYTES].iter().map(|byte| format!("{byte:02x}")).collect();
        Self { lexicons, words_mark, vader: OnceLock::new() }
    }

    /// Names what reads: the model's version and a mark of the word lists. What another engine read is read anew.
    pub fn engine(&self, model: &Model) -> String {
        format!("{}-{}", model.calibration().version, self.words_mark)
    }

    /// Reads a comment, on this thread; some twenty milliseconds, and some hundred more the first time. Every text has a
    /// reading.
    ///
    /// # Errors
    /// If the model built in can't be read; a test holds that it can.
    pub fn read(&self, text: &str) -> Result<Reading, BadWeights> {
        Ok(self.read_all(&[text])?.pop().unwrap_or_else(Reading::of_nothing))
    }

    /// Reads comments, in their order, on this thread; some seven milliseconds each.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_all(&self, texts: &[&str]) -> Result<Vec<Reading>, BadWeights> {
        let mut readings = self.judge_all(texts)?;
        for (reading, text) in readings.iter_mut().zip(texts).filter(|(reading, _)| reading.tone.is_some()) {
            reading.words = self.vader().words(text);
        }
        Ok(readings)
    }

    /// [`Self::read_all`] without the words of feeling, which take longer than all else and explain only.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn judge_all(&self, texts: &[&str]) -> Result<Vec<Reading>, BadWeights> {
        let mut readings = Vec::with_capacity(texts.len());
        for texts in texts.chunks(AT_ONCE) {
            let texts: Vec<String> = texts.iter().map(|text| text.chars().take(MOST_CHARACTERS).collect()).collect();
            let mut read: Vec<Option<Reading>> = texts.iter().map(|text| self.without_model(text)).collect();
            let english: Vec<&str> =
                texts.iter().zip(&read).filter_map(|(t, r)| r.is_none().then_some(t.as_str())).collect();
            let mut english = self.read_english(&english)?.into_iter();
            for unread in read.iter_mut().filter(|reading| reading.is_none()) {
                *unread = english.next();
            }
            readings.extend(read.into_iter().flatten());
        }
        Ok(readings)
    }

    /// The reading of what the model can't read: no words, or another language.
    fn without_model(&self, text: &str) -> Option<Reading> {
        let language = spoken(text);
        match language {
            Spoken::Wordless => Some(Reading::of_nothing()),
            Spoken::English | Spoken::PerhapsEnglish => None,
            Spoken::Unknown => Some(Reading { language, ..Reading::of_nothing() }),
            Spoken::Other(code) => {
                let hits = self.lexicons.get(code).map(|lexicon| lexicon.hits(text)).unwrap_or_default();
                Some(Reading { language, themes: by_words_alone(&hits), ..Reading::of_nothing() })
            }
        }
    }

    /// VADER's word list: what explains, and the baseline of evaluations.
    pub fn vader(&self) -> &Vader {
        self.vader.get_or_init(Vader::load)
    }

    /// What it calls comments, for evaluations: what it doesn't judge counts as neither good nor bad.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn called(&self, texts: &[&str]) -> Result<Vec<Called>, BadWeights> {
        let called = |reading: Reading| {
            let (tone, score) = reading.tone.map_or((Tone::Neutral, 0.0), |tone| (tone.called, tone.score()));
            let themes = reading.themes.iter().map(|theme| theme.theme).collect();
            Called { tone, score: f64::from(score), themes: Some(themes) }
        };
        Ok(self.judge_all(texts)?.into_iter().map(called).collect())
    }

    fn read_english(&self, texts: &[&str]) -> Result<Vec<Reading>, BadWeights> {
        if texts.is_empty() {
            return Ok(Vec::new());
        }
        let model = Model::get()?;
        let lexicon = self.lexicons.get("en");
        let hits: Vec<Vec<Hit>> =
            texts.iter().map(|text| lexicon.map(|lexicon| lexicon.hits(text)).unwrap_or_default()).collect();
        let pieces: Vec<Vec<String>> = texts
            .iter()
            .map(|text| if model.is_too_long(text) { pieces(text).collect() } else { vec![(*text).to_owned()] })
            .collect();
        let asked: Vec<_> = pieces
            .iter()
            .zip(&hits)
            .flat_map(|(pieces, hits)| pieces.iter().map(|piece| (piece.as_str(), flags(hits))))
            .collect();
        let mut scores = model.score(&asked).into_iter();
        let read = texts.iter().zip(hits).zip(&pieces);
        Ok(read
            .map(|((text, hits), pieces)| {
                let scores: Vec<Scores> = scores.by_ref().take(pieces.len()).collect();
                reading(model, spoken(text), &together(&scores), &hits)
            })
            .collect())
    }
}

/// What is told of an English text.
fn reading(model: &Model, language: Spoken, scores: &Scores, hits: &[Hit]) -> Reading {
    let calibration = model.calibration();
    let told = scores.themes.into_iter().zip(calibration.theme_thresholds).zip(Theme::ALL);
    let themes = told.filter(|((score, threshold), _)| score >= threshold).map(|((score, _), theme)| {
        let words = hits.iter().filter(|hit| hit.theme == *theme).map(|hit| hit.words.clone()).collect();
        ThemeReading { theme: *theme, score, words }
    });
    Reading {
        language,
        tone: Some(ToneReading::of(scores, calibration, language == Spoken::English)),
        themes: themes.collect(),
        words: Words::default(),
    }
}

/// Themes where the model can't read the language.
fn by_words_alone(hits: &[Hit]) -> Vec<ThemeReading> {
    let mut themes: Vec<ThemeReading> = Vec::new();
    for hit in hits {
        match themes.last_mut() {
            Some(last) if last.theme == hit.theme => last.words.push(hit.words.clone()),
            _ => themes.push(ThemeReading { theme: hit.theme, score: 1.0, words: vec![hit.words.clone()] }),
        }
    }
    themes
}

/// A long text in pieces: whole sentences as far as they fit together.
fn pieces(text: &str) -> impl Iterator<Item = String> {
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    for sentence in text.split_inclusive(['.', '!', '?', '\n']) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        for part in words.chunks(PIECE_WORDS) {
            match pieces.last_mut() {
                Some(last) if last.len() + part.len() <= PIECE_WORDS => last.extend(part),
                _ => pieces.push(part.to_vec()),
            }
        }
    }
    pieces.into_iter().filter(|piece| !piece.is_empty()).map(|piece| piece.join(" "))
}

/// The scores of a whole from those of its pieces: the mean tone, each piece weighing as much as it says good or bad of
/// anything, by length; and each theme where it stands out most. Of long texts most is neither, and still it is the rest
/// that they were written for (docs/sentiment.md, "Long comments").
fn together(pieces: &[Scores]) -> Scores {
    #[expect(clippy::cast_precision_loss, reason = "at most some thousand tokens")]
    let weight = |piece: &Scores| piece.tokens.len() as f32 * (1.0 - piece.tone[1]).max(f32::EPSILON);
    let all: f32 = pieces.iter().map(weight).sum();
    let mean = |of: &dyn Fn(&Scores) -> f32| pieces.iter().map(|piece| of(piece) * weight(piece) / all).sum();
    let most = |at: usize| pieces.iter().map(|piece| piece.themes[at]).fold(0.0, f32::max);
    Scores {
        tokens: pieces.iter().flat_map(|piece| piece.tokens.iter().copied()).collect(),
        tone: std::array::from_fn(|at| mean(&|piece| piece.tone[at])),
        own: mean(&|piece| piece.own),
        themes: std::array::from_fn(most),
    }
}
