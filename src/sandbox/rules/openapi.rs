//! Discord's own OpenAPI description as a judge of request bodies.
//!
//! The description is a file that the environment names; it is never shipped. What it types too strictly or too
//! vaguely is put right when it is read (`mend`); what it lets through is [`super::limits`]' business.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, RwLock};

use anyhow::{Context, Result, anyhow};
use jsonschema::Validator;
use serde_json::{Value, json};

mod coerce;
mod mend;
mod paths;

use paths::Operations;

/// Something in a request that the description does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The method and the path as the description writes it, or as requested when it knows none.
    pub operation: String,
    /// Where in the body, as a JSON pointer; empty for the body itself.
    pub at: String,
    /// What is wrong. It quotes the body: for tests and the sandbox, never for a log of real traffic.
    pub message: String,
}

/// The description, ready to judge. It can be shared between threads.
#[derive(Debug)]
pub struct Description {
    operations: Operations,
    schemas: Value,
    validators: RwLock<HashMap<String, Arc<Validator>>>,
}

impl Description {
    /// Reads the description from a file.
    ///
    /// # Errors
    /// When the file can't be read, is no JSON or has no `paths`.
    pub fn load(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
        let document = serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))?;
        Self::from_document(document)
    }

    /// Takes the description as a document.
    ///
    /// # Errors
    /// When it has no `paths`.
    pub fn from_document(mut document: Value) -> Result<Self> {
        mend::mend(&mut document);
        let operations = document.get("paths").and_then(Value::as_object).context("the description has no paths")?;
        let operations = Operations::read(operations);
        let schemas = document.pointer_mut("/components/schemas").map_or_else(|| json!({}), Value::take);
        Ok(Self { operations, schemas, validators: RwLock::default() })
    }

    /// Judges one request. `path` is the concrete one below `/api/v10`; `body` the JSON body, or the JSON part of a
    /// multipart one, and `Value::Null` when there is none.
    pub fn check(&self, method: &str, path: &str, body: &Value) -> Vec<Violation> {
        let Some(operation) = self.operations.find(method, path) else {
            let operation = format!("{method} {path}");
            return vec![Violation { operation, at: String::new(), message: "no such operation".to_owned() }];
        };
        let violation = |at: String, message: String| Violation { operation: operation.name.clone(), at, message };
        let Some(schema) = &operation.body else { return Vec::new() };
        if body.is_null() && !operation.body_required {
            return Vec::new();
        }
        let validator = match self.validator(&operation.name, schema) {
            Ok(validator) => validator,
            Err(error) => {
                return vec![violation(String::new(), format!("the description itself is at fault: {error}"))];
            }
        };
        let errors = coerce::errors(&validator, body);
        errors.into_iter().map(|(at, message)| violation(at, message)).collect()
    }

    /// The validator of an operation, made on first use.
    fn validator(&self, operation: &str, schema: &Value) -> Result<Arc<Validator>> {
        let made = self.validators.read().expect("no panic while held").get(operation).cloned();
        if let Some(validator) = made {
            return Ok(validator);
        }
        // Only the schemas within reach: compiling takes a fraction of what the whole document takes.
        let reach = mend::within_reach(schema, &self.schemas);
        let document = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "allOf": [schema],
            "components": { "schemas": reach },
        });
        let validator = jsonschema::options()
            .offline()
            .should_validate_formats(true)
            .should_ignore_unknown_formats(true)
            .build(&document)
            .map_err(|error| anyhow!("{error}"))?;
        let validator = Arc::new(validator);
        let mut validators = self.validators.write().expect("no panic while held");
        Ok(validators.entry(operation.to_owned()).or_insert(validator).clone())
    }
}

#[cfg(test)]
mod tests;
