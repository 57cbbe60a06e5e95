//! The operations of the description, found by method and concrete path.

use serde_json::{Map, Value};

const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];

/// One operation.
#[derive(Debug)]
pub struct Operation {
    /// Method and path as the description writes them, such as `POST /channels/{channel_id}/messages`.
    pub name: String,
    /// The schema of the JSON body, `None` when it takes none.
    pub body: Option<Value>,
    /// Whether a request without a body is refused.
    pub body_required: bool,
    method: String,
    segments: Vec<Segment>,
}

#[derive(Debug, PartialEq, Eq)]
enum Segment {
    Word(String),
    /// A parameter; an id when it must be a snowflake.
    Parameter {
        id: bool,
    },
}

/// All operations.
#[derive(Debug)]
pub struct Operations(Vec<Operation>);

impl Operations {
    /// Reads `paths` of a description.
    pub fn read(paths: &Map<String, Value>) -> Self {
        let mut operations = Vec::new();
        for (path, item) in paths {
            for method in METHODS {
                let Some(operation) = item.get(method) else { continue };
                let snowflakes: Vec<&str> = [item, operation].into_iter().flat_map(snowflakes).collect();
                let body = operation.pointer("/requestBody/content").and_then(|content| {
                    let json = content.get("application/json");
                    let any = json.or_else(|| content.as_object()?.values().next());
                    any?.get("schema").cloned()
                });
                let required = operation.pointer("/requestBody/required").and_then(Value::as_bool);
                operations.push(Operation {
                    name: format!("{} {path}", method.to_ascii_uppercase()),
                    body,
                    body_required: required == Some(true),
                    method: method.to_owned(),
                    segments: split(path).map(|text| Segment::read(text, &snowflakes)).collect(),
                });
            }
        }
        Self(operations)
    }

    /// All of them, for tests that want each.
    #[cfg(test)]
    pub fn all(&self) -> &[Operation] {
        &self.0
    }

    /// The operation of a concrete path: where several fit (`/users/@me` and `/users/{user_id}`), the one with words
    /// where others have parameters, from the left.
    pub fn find(&self, method: &str, path: &str) -> Option<&Operation> {
        let parts: Vec<&str> = split(path.split('?').next().unwrap_or_default()).collect();
        let fitting = self.0.iter().filter(|operation| {
            operation.method.eq_ignore_ascii_case(method)
                && operation.segments.len() == parts.len()
                && operation.segments.iter().zip(&parts).all(|(segment, part)| segment.fits(part))
        });
        fitting.min_by_key(|operation| {
            operation.segments.iter().map(|segment| matches!(segment, Segment::Parameter { .. })).collect::<Vec<_>>()
        })
    }
}

impl Segment {
    fn read(text: &str, snowflakes: &[&str]) -> Self {
        match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
            Some(name) => Self::Parameter { id: snowflakes.contains(&name) },
            None => Self::Word(text.to_owned()),
        }
    }

    fn fits(&self, part: &str) -> bool {
        match self {
            Self::Word(word) => word == part,
            Self::Parameter { id: true } => part.bytes().all(|byte| byte.is_ascii_digit()),
            Self::Parameter { id: false } => true,
        }
    }
}

/// The names of those declared parameters that are snowflakes.
fn snowflakes(declaring: &Value) -> impl Iterator<Item = &str> {
    let parameters = declaring.get("parameters").and_then(Value::as_array).into_iter().flatten();
    parameters.filter_map(|parameter| {
        let schema = parameter.pointer("/schema/$ref")?.as_str()?;
        if schema.ends_with("/SnowflakeType") { parameter.get("name")?.as_str() } else { None }
    })
}

fn split(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|part| !part.is_empty())
}
