//! The file of trained weights: int8 matrices with a scale per row, float vectors, and what calibration found.
//!
//! `tools/train` writes it; docs/sentiment.md says from what. Its checksum stands in `assets/sentiment/SHA256SUMS`.

use std::collections::HashMap;

use ndarray::{Array1, Array2};
use safetensors::{Dtype, SafeTensors};
use serde::de::DeserializeOwned;

/// What is wrong with a file of weights.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the weights are not as expected: {0}")]
pub struct BadWeights(pub(super) String);

/// An opened file. Matrices stay where they are until they are asked for.
pub(super) struct Weights {
    tensors: SafeTensors<'static>,
    notes: HashMap<String, String>,
}

impl Weights {
    pub fn open(file: &'static [u8]) -> Result<Self, BadWeights> {
        let bad = |error: safetensors::SafeTensorError| BadWeights(error.to_string());
        let (_, metadata) = SafeTensors::read_metadata(file).map_err(bad)?;
        let notes = metadata.metadata().clone().unwrap_or_default();
        Ok(Self { tensors: SafeTensors::deserialize(file).map_err(bad)?, notes })
    }

    /// A note of the file's header, as text.
    pub fn note(&self, name: &str) -> Result<&str, BadWeights> {
        self.notes.get(name).map(String::as_str).ok_or_else(|| BadWeights(format!("no note `{name}`")))
    }

    /// A note that is written as JSON.
    pub fn value<T: DeserializeOwned>(&self, name: &str) -> Result<T, BadWeights> {
        serde_json::from_str(self.note(name)?).map_err(|error| BadWeights(format!("note `{name}`: {error}")))
    }

    /// A vector of floats; a matrix of one row counts as one.
    pub fn vector(&self, name: &str) -> Result<Array1<f32>, BadWeights> {
        let (shape, bytes) = self.raw(name, Dtype::F32)?;
        match shape[..] {
            [_] | [1, _] => Ok(floats(bytes).collect()),
            _ => Err(BadWeights(format!("`{name}` is no vector"))),
        }
    }

    /// A matrix of floats, [outputs, inputs].
    pub fn float_matrix(&self, name: &str) -> Result<Array2<f32>, BadWeights> {
        let (shape, bytes) = self.raw(name, Dtype::F32)?;
        let [rows, columns] = shape[..] else { return Err(BadWeights(format!("`{name}` is no matrix"))) };
        Array2::from_shape_vec((rows, columns), floats(bytes).collect()).map_err(|e| BadWeights(e.to_string()))
    }

    /// A matrix of int8 rows, turned into floats.
    pub fn matrix(&self, name: &str) -> Result<Array2<f32>, BadWeights> {
        let rows = self.rows(name)?;
        let values = (0..rows.len()).flat_map(|row| rows.row(row)).collect();
        Array2::from_shape_vec((rows.len(), rows.width), values).map_err(|e| BadWeights(e.to_string()))
    }

    /// A matrix of int8 rows, left as it is.
    pub fn rows(&self, name: &str) -> Result<Rows, BadWeights> {
        let (shape, bytes) = self.raw(name, Dtype::I8)?;
        let [count, width] = shape[..] else { return Err(BadWeights(format!("`{name}` is no matrix"))) };
        let scales = self.vector(&format!("{name}.scale"))?;
        if scales.len() != count {
            return Err(BadWeights(format!("`{name}` has {count} rows and {} scales", scales.len())));
        }
        Ok(Rows { bytes, scales, width })
    }

    fn raw(&self, name: &str, dtype: Dtype) -> Result<(Vec<usize>, &'static [u8]), BadWeights> {
        let info = |error: safetensors::SafeTensorError| BadWeights(format!("`{name}`: {error}"));
        let tensor = self.tensors.tensor(name).map_err(info)?;
        if tensor.dtype() != dtype {
            return Err(BadWeights(format!("`{name}` is {:?}, not {dtype:?}", tensor.dtype())));
        }
        Ok((tensor.shape().to_vec(), tensor.data()))
    }
}

/// Rows of int8 values with a scale each.
pub(super) struct Rows {
    bytes: &'static [u8],
    scales: Array1<f32>,
    width: usize,
}

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.scales.len()
    }

    /// A row as floats. `row` must be below [`Self::len`].
    pub fn row(&self, row: usize) -> impl Iterator<Item = f32> + '_ {
        let scale = self.scales[row];
        self.bytes[row * self.width..][..self.width].iter().map(move |byte| f32::from(byte.cast_signed()) * scale)
    }
}

fn floats(bytes: &[u8]) -> impl Iterator<Item = f32> + '_ {
    bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four))
}
