//! The encoder: token ids to one vector, as BERT has it (6 layers of width 384, 12 heads).
//!
//! J. Devlin et al., *BERT*, NAACL 2019; the shape is MiniLM's (W. Wang et al., NeurIPS 2020). Word embeddings stay
//! int8 where they lie in the binary; only the rows of the words at hand become floats.
//!
//! Texts that are read together lie below each other in one matrix, so that each weight is fetched once for all of them:
//! for one short text fetching takes longer than multiplying. Only attention looks at each text by itself.

use std::ops::Range;

use ndarray::{Array1, Array2, Axis, Slice};

use super::weights::{BadWeights, Rows, Weights};

const LAYERS: usize = 6;
/// The width of the hidden states.
pub(super) const WIDTH: usize = 384;
const HEADS: usize = 12;
const HEAD_WIDTH: usize = WIDTH / HEADS;
/// As in the base's configuration.
const EPSILON: f32 = 1e-12;

/// The encoder's weights.
pub(super) struct Encoder {
    words: Rows,
    positions: Rows,
    kind: Array1<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    attended: Linear,
    attended_norm: Norm,
    widen: Linear,
    narrow: Linear,
    norm: Norm,
}

struct Linear {
    /// [inputs, outputs], row by row: as it is multiplied fastest.
    weight: Array2<f32>,
    bias: Array1<f32>,
}

struct Norm {
    weight: Array1<f32>,
    bias: Array1<f32>,
}

impl Encoder {
    pub fn load(weights: &Weights) -> Result<Self, BadWeights> {
        Ok(Self {
            words: weights.rows("embeddings.word_embeddings.weight")?,
            positions: weights.rows("embeddings.position_embeddings.weight")?,
            kind: weights.vector("embeddings.token_type_embeddings.weight")?,
            norm: Norm::load(weights, "embeddings.LayerNorm")?,
            layers: (0..LAYERS).map(|layer| Layer::load(weights, layer)).collect::<Result<_, _>>()?,
        })
    }

    /// The most tokens that it can tell the places of.
    pub fn most_tokens(&self) -> usize {
        self.positions.len()
    }

    /// The mean of the last hidden states of each text, a row each. Each has at least one id, and at most
    /// [`Self::most_tokens`].
    pub fn pool(&self, texts: &[Vec<u32>]) -> Array2<f32> {
        let mut ranges: Vec<Range<usize>> = Vec::with_capacity(texts.len());
        for ids in texts {
            let from = ranges.last().map_or(0, |before| before.end);
            ranges.push(from..from + ids.len());
        }
        let places = texts.iter().flat_map(|ids| ids.iter().enumerate());
        let mut states = Array2::zeros((texts.iter().map(Vec::len).sum(), WIDTH));
        for (mut state, (place, id)) in states.rows_mut().into_iter().zip(places) {
            // A tokenizer of another vocabulary could name more words than there are; it must not end the program.
            let word = (*id as usize).min(self.words.len() - 1);
            let sum = self.words.row(word).zip(self.positions.row(place)).zip(&self.kind);
            state.iter_mut().zip(sum).for_each(|(to, ((word, position), kind))| *to = word + position + kind);
        }
        self.norm.apply(&mut states);
        for layer in &self.layers {
            states = layer.apply(states, &ranges);
        }
        let mut pooled = Array2::zeros((texts.len(), WIDTH));
        for (mut mean, range) in pooled.rows_mut().into_iter().zip(ranges) {
            mean.assign(&states.slice_axis(Axis(0), Slice::from(range)).mean_axis(Axis(0)).expect("there are ids"));
        }
        pooled
    }
}

impl Layer {
    fn load(weights: &Weights, layer: usize) -> Result<Self, BadWeights> {
        let linear = |name: &str| Linear::load(weights, &format!("encoder.layer.{layer}.{name}"));
        let norm = |name: &str| Norm::load(weights, &format!("encoder.layer.{layer}.{name}.LayerNorm"));
        Ok(Self {
            query: linear("attention.self.query")?,
            key: linear("attention.self.key")?,
            value: linear("attention.self.value")?,
            attended: linear("attention.output.dense")?,
            attended_norm: norm("attention.output")?,
            widen: linear("intermediate.dense")?,
            narrow: linear("output.dense")?,
            norm: norm("output")?,
        })
    }

    fn apply(&self, states: Array2<f32>, texts: &[Range<usize>]) -> Array2<f32> {
        let mut states = self.attended.apply(&self.attend(&states, texts)) + &states;
        self.attended_norm.apply(&mut states);
        let mut inner = self.widen.apply(&states);
        inner.mapv_inplace(gelu);
        states += &self.narrow.apply(&inner);
        self.norm.apply(&mut states);
        states
    }

    fn attend(&self, states: &Array2<f32>, texts: &[Range<usize>]) -> Array2<f32> {
        let (query, key, value) = (self.query.apply(states), self.key.apply(states), self.value.apply(states));
        let mut attended = Array2::zeros(states.raw_dim());
        for (text, head) in texts.iter().flat_map(|text| (0..HEADS).map(move |head| (text, head))) {
            let (rows, columns) = (Slice::from(text.clone()), Slice::from(head * HEAD_WIDTH..(head + 1) * HEAD_WIDTH));
            let part = |of: &Array2<f32>| of.slice_axis(Axis(0), rows).slice_axis(Axis(1), columns).to_owned();
            let mut weights = part(&query).dot(&part(&key).t());
            #[expect(clippy::cast_precision_loss, reason = "32 is exact")]
            let scale = 1.0 / (HEAD_WIDTH as f32).sqrt();
            for mut row in weights.rows_mut() {
                let most = row.fold(f32::MIN, |most, x| most.max(*x));
                row.mapv_inplace(|x| ((x - most) * scale).exp());
                let sum = row.sum();
                row.mapv_inplace(|x| x / sum);
            }
            let mut to = attended.slice_axis_mut(Axis(0), rows);
            to.slice_axis_mut(Axis(1), columns).assign(&weights.dot(&part(&value)));
        }
        attended
    }
}

impl Linear {
    fn load(weights: &Weights, name: &str) -> Result<Self, BadWeights> {
        let weight = weights.matrix(&format!("{name}.weight"))?;
        Ok(Self {
            weight: weight.t().as_standard_layout().into_owned(),
            bias: weights.vector(&format!("{name}.bias"))?,
        })
    }

    fn apply(&self, x: &Array2<f32>) -> Array2<f32> {
        x.dot(&self.weight) + &self.bias
    }
}

impl Norm {
    fn load(weights: &Weights, name: &str) -> Result<Self, BadWeights> {
        let part = |part: &str| weights.vector(&format!("{name}.{part}"));
        Ok(Self { weight: part("weight")?, bias: part("bias")? })
    }

    fn apply(&self, states: &mut Array2<f32>) {
        #[expect(clippy::cast_precision_loss, reason = "384 is exact")]
        let width = WIDTH as f32;
        for mut row in states.rows_mut() {
            let mean = row.sum() / width;
            let variance = row.fold(0.0, |sum, x| sum + (x - mean) * (x - mean)) / width;
            let scale = 1.0 / (variance + EPSILON).sqrt();
            let parts = self.weight.iter().zip(&self.bias);
            row.iter_mut().zip(parts).for_each(|(x, (weight, bias))| *x = (*x - mean) * scale * weight + bias);
        }
    }
}

/// The exact GELU, x · Φ(x).
fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + erf(x * std::f32::consts::FRAC_1_SQRT_2))
}

/// The error function to 1.5e-7: Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 7.1.26.
fn erf(x: f32) -> f32 {
    let t = 1.0 / (1.0 + 0.327_591_1 * x.abs());
    let sum = t * (0.254_829_6 + t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152_1 + t * 1.061_405_4))));
    (1.0 - sum * (-x * x).exp()).copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_function_agrees_with_tables() {
        // Abramowitz and Stegun, table 7.1.
        for (x, value) in [(0.0, 0.0), (0.5, 0.520_500), (1.0, 0.842_701), (-1.0, -0.842_701), (3.0, 0.999_978)] {
            assert!((erf(x) - value).abs() < 1e-6, "{x}: {}", erf(x));
        }
    }
}
