//! The trained model: a text to the probabilities of its tone and the scores of its themes.
//!
//! It is loaded when first asked, once per process, from what is built into the binary; it works on the thread that asks.

use std::sync::OnceLock;

use ndarray::{Array1, Array2};
use tokenizers::{Tokenizer, TruncationParams};

use super::encoder::{Encoder, WIDTH};
use super::weights::{BadWeights, Weights};
use crate::domain::labels::Theme;

static WEIGHTS: &[u8] = include_bytes!("../../assets/sentiment/tone.safetensors");
static TOKENIZER: &[u8] = include_bytes!("../../assets/sentiment/tokenizer.json");

const TONES: usize = 3;

/// The most tokens in one matrix, unless a single text has more: the widest one takes 3 MB then (1,536 floats a token), and
/// weights are still fetched once for some twenty usual comments.
const MOST_AT_ONCE: usize = 512;
const THEMES: usize = Theme::ALL.len();

/// The model, ready to judge.
pub struct Model {
    tokenizer: Tokenizer,
    encoder: Encoder,
    /// The tone of a comment on a change at work.
    tone: Head,
    /// The tone of what is said about other matters, where other things count as good, bad or neither.
    general: Head,
    /// Which of the two a text is.
    matter: Head,
    themes: Head,
    calibration: Calibration,
}

/// What was found on comments that the model had not learnt from.
#[derive(Debug, Clone)]
pub struct Calibration {
    /// Which training this is. Another one judges differently, so that what it replaces is judged anew.
    pub version: String,
    /// The probability of the called tone from which on it is told without reservation.
    pub confident: f32,
    /// How far apart good and bad must be, as probabilities, for a comment on a change at work to be called either.
    pub margin: f32,
    /// The score from which on a theme is told, in the order of [`Theme::ALL`].
    pub theme_thresholds: [f32; THEMES],
    /// How often a comment of the row's tone was called the column's (−, 0, +).
    pub confusion: [[f64; TONES]; TONES],
    temperature: f32,
    bias: [f32; TONES],
    max_tokens: usize,
}

/// What the model says of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The tokens that it read.
    pub tokens: Vec<u32>,
    /// The probabilities of −, 0 and +; they add up to 1.
    pub tone: [f32; TONES],
    /// How likely it is about a change at work, 0 to 1, rather than about another matter.
    pub own: f32,
    /// How likely each theme is, 0 to 1, in the order of [`Theme::ALL`].
    pub themes: [f32; THEMES],
}

struct Head {
    weight: Array2<f32>,
    bias: Array1<f32>,
}

impl Model {
    /// The model built into the program, loaded if it isn't yet. That takes some tenths of a second, and about 70 MB for as
    /// long as the program runs.
    ///
    /// # Errors
    /// If it can't be read; a test holds that it can.
    pub fn get() -> Result<&'static Self, BadWeights> {
        static MODEL: OnceLock<Result<Model, BadWeights>> = OnceLock::new();
        MODEL.get_or_init(Self::load).as_ref().map_err(Clone::clone)
    }

    fn load() -> Result<Self, BadWeights> {
        let weights = Weights::open(WEIGHTS)?;
        let encoder = Encoder::load(&weights)?;
        let calibration = Calibration::read(&weights)?;
        if !(3..=encoder.most_tokens()).contains(&calibration.max_tokens) {
            return Err(BadWeights(format!("max_tokens is {}", calibration.max_tokens)));
        }
        let bad = |error: tokenizers::Error| BadWeights(error.to_string());
        let mut tokenizer = Tokenizer::from_bytes(TOKENIZER).map_err(bad)?;
        let truncation = TruncationParams { max_length: calibration.max_tokens, ..TruncationParams::default() };
        tokenizer.with_padding(None).with_truncation(Some(truncation)).map_err(bad)?;
        Ok(Self {
            tokenizer,
            encoder,
            tone: Head::load(&weights, "tone", TONES, WIDTH)?,
            general: Head::load(&weights, "general", TONES, WIDTH)?,
            matter: Head::load(&weights, "matter", 1, WIDTH)?,
            themes: Head::load(&weights, "themes", THEMES, WIDTH + THEMES)?,
            calibration,
        })
    }

    /// What was found about it.
    pub fn calibration(&self) -> &Calibration {
        &self.calibration
    }

    /// Judges texts together, which takes less time than one by one; of more than `max_tokens` tokens it reads the first.
    /// Beside each text stand the lexicon's flags.
    pub fn score(&self, texts: &[(&str, [f32; THEMES])]) -> Vec<Scores> {
        let tokens: Vec<Vec<u32>> = texts.iter().map(|(text, _)| self.tokens(text)).collect();
        let pooled = batches(&tokens).into_iter().map(|batch| self.encoder.pool(batch));
        let states: Vec<_> =
            pooled.flat_map(|pooled| pooled.rows().into_iter().map(|row| row.to_owned()).collect::<Vec<_>>()).collect();
        let read = states.into_iter().zip(texts).zip(tokens);
        read.map(|((state, (_, hits)), tokens)| {
            let calibrated = self.tone.apply(&state) / self.calibration.temperature;
            let as_own: [f32; TONES] = softmax(std::array::from_fn(|at| calibrated[at] + self.calibration.bias[at]));
            let general = self.general.apply(&state);
            let as_other: [f32; TONES] = softmax(std::array::from_fn(|at| general[at]));
            let own = sigmoid(self.matter.apply(&state)[0]);
            let tone = std::array::from_fn(|at| own * as_own[at] + (1.0 - own) * as_other[at]);
            let with_hits: Array1<f32> = state.iter().chain(hits).copied().collect();
            let logits = self.themes.apply(&with_hits);
            let themes = std::array::from_fn(|at| sigmoid(logits[at]));
            Scores { tokens, tone, own, themes }
        })
        .collect()
    }

    fn tokens(&self, text: &str) -> Vec<u32> {
        // The tokenizer of our own file has no step that can fail; if it did, there would be nothing to judge.
        let tokens = self.tokenizer.encode_fast(text, true).map(|e| e.get_ids().to_vec()).unwrap_or_default();
        if tokens.is_empty() { vec![0] } else { tokens }
    }

    /// Whether a text is longer than what [`Self::score`] reads.
    pub fn is_too_long(&self, text: &str) -> bool {
        // A token has at least one character, so that short texts need no counting.
        let could_be = text.chars().count() + 2 > self.calibration.max_tokens;
        could_be && self.tokenizer.encode_fast(text, true).is_ok_and(|e| !e.get_overflowing().is_empty())
    }
}

impl Calibration {
    fn read(weights: &Weights) -> Result<Self, BadWeights> {
        Ok(Self {
            version: weights.note("version")?.to_owned(),
            confident: weights.value("confident")?,
            margin: weights.value("margin")?,
            theme_thresholds: weights.value("theme_thresholds")?,
            confusion: weights.value("confusion")?,
            temperature: weights.value("temperature")?,
            bias: weights.value("bias")?,
            max_tokens: weights.value("max_tokens")?,
        })
    }
}

impl Head {
    fn load(weights: &Weights, name: &str, outputs: usize, inputs: usize) -> Result<Self, BadWeights> {
        let weight = weights.float_matrix(&format!("{name}.weight"))?;
        let bias = weights.vector(&format!("{name}.bias"))?;
        if weight.dim() != (outputs, inputs) || bias.len() != outputs {
            return Err(BadWeights(format!("the head `{name}` is {:?}", weight.dim())));
        }
        Ok(Self { weight, bias })
    }

    fn apply(&self, x: &Array1<f32>) -> Array1<f32> {
        self.weight.dot(x) + &self.bias
    }
}

/// Texts in their order, parted where they would be more than [`MOST_AT_ONCE`] tokens together.
fn batches(texts: &[Vec<u32>]) -> Vec<&[Vec<u32>]> {
    let (mut batches, mut from, mut so_far) = (Vec::new(), 0, 0);
    for (at, text) in texts.iter().enumerate() {
        if so_far > 0 && so_far + text.len() > MOST_AT_ONCE {
            batches.push(&texts[from..at]);
            (from, so_far) = (at, 0);
        }
        so_far += text.len();
    }
    if so_far > 0 {
        batches.push(&texts[from..]);
    }
    batches
}

fn sigmoid(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}

fn softmax<const N: usize>(logits: [f32; N]) -> [f32; N] {
    let most = logits.iter().copied().fold(f32::MIN, f32::max);
    let powers = logits.map(|x| (x - most).exp());
    let sum: f32 = powers.iter().sum();
    powers.map(|power| power / sum)
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model").field("version", &self.calibration.version).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_read_few_at_a_time_and_short_ones_many() {
        let of = |lengths: &[usize]| {
            let texts: Vec<_> = lengths.iter().map(|length| vec![7; *length]).collect();
            batches(&texts).iter().map(|batch| batch.len()).collect::<Vec<_>>()
        };
        assert_eq!(of(&[96; 16]), [5, 5, 5, 1]);
        assert_eq!(of(&[20; 16]), [16]);
        assert_eq!(of(&[600, 2, 510, 1]), [1, 2, 1]);
        assert_eq!(of(&[]), [0_usize; 0]);
    }
}
