//! Puts the description right before it judges, so that a violation names what is really wrong.
//!
//! Unions come without a discriminator, as a list of branches; a validator then blames the wrong branch. Here each
//! union whose branches tell themselves apart by `type` becomes a choice by `type`, "this or null" becomes "unless
//! null, this", and a list of constants becomes an `enum`. The meaning stays the same.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value, json};

const SCHEMAS: &str = "#/components/schemas/";

/// The `type` values of each schema that fixes them.
type Kinds = HashMap<String, Vec<Value>>;

/// Mends all unions of a description.
pub fn mend(document: &mut Value) {
    let mut kinds = Kinds::new();
    let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
    for (name, schema) in schemas.into_iter().flatten() {
        if let Some(values) = schema.pointer("/properties/type/enum").and_then(Value::as_array) {
            kinds.insert(name.clone(), values.clone());
        }
    }
    walk(document, &kinds);
    // A new file goes by its place among the uploads, which Discord's documents and every library write as a number
    // (discord-api-docs `reference`, "Uploading Files").
    if let Some(id) = document.pointer_mut("/components/schemas/MessageAttachmentRequest/properties/id") {
        *id = json!({ "anyOf": [id.take(), { "type": "integer", "minimum": 0, "maximum": 9 }] });
    }
}

/// The schemas that `schema` refers to, and those that they refer to, and so on.
pub fn within_reach(schema: &Value, schemas: &Value) -> Map<String, Value> {
    let mut reached = Map::new();
    let mut open = BTreeSet::new();
    references(schema, &mut open);
    while let Some(name) = open.pop_first() {
        if let Some(found) = schemas.get(&name).filter(|_| !reached.contains_key(&name)) {
            references(found, &mut open);
            reached.insert(name, found.clone());
        }
    }
    reached
}

fn references(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(name) = fields.get("$ref").and_then(Value::as_str).and_then(|at| at.strip_prefix(SCHEMAS)) {
                into.insert(name.to_owned());
            }
            fields.values().for_each(|below| references(below, into));
        }
        Value::Array(entries) => entries.iter().for_each(|below| references(below, into)),
        _ => {}
    }
}

fn walk(value: &mut Value, kinds: &Kinds) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(|below| walk(below, kinds));
            for union in ["oneOf", "anyOf"] {
                if fields.get(union).is_some_and(Value::is_array) {
                    mend_union(fields, union, kinds);
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|below| walk(below, kinds)),
        _ => {}
    }
}

/// Replaces the union in `schema`, or leaves it when its branches can't be told apart.
fn mend_union(schema: &mut Map<String, Value>, union: &str, kinds: &Kinds) {
    let branches = schema.get(union).and_then(Value::as_array).cloned().unwrap_or_default();
    let constants: Vec<Value> = branches.iter().filter_map(|branch| branch.get("const").cloned()).collect();
    if constants.len() == branches.len() {
        schema.remove(union);
        schema.insert("enum".to_owned(), Value::Array(constants));
        return;
    }
    let null = json!({ "type": "null" });
    let (nulls, rest): (Vec<Value>, Vec<Value>) = branches.into_iter().partition(|branch| *branch == null);
    let Some(choice) = choice(&rest, kinds) else { return };
    schema.remove(union);
    let choice = if nulls.is_empty() { choice } else { json!({ "if": { "not": { "type": "null" } }, "then": choice }) };
    let all = schema.entry("allOf").or_insert_with(|| json!([]));
    if let Some(all) = all.as_array_mut() {
        all.push(choice);
    }
}

/// One schema that says the same as the branches: a lone one as it is, several by their `type`.
fn choice(branches: &[Value], kinds: &Kinds) -> Option<Value> {
    if let [only] = branches {
        return Some(only.clone());
    }
    let mut all = Vec::new();
    let mut cases = Vec::new();
    for branch in branches {
        let name = branch.get("$ref")?.as_str()?.strip_prefix(SCHEMAS)?;
        let values = kinds.get(name)?;
        if values.iter().any(|value| all.contains(value)) {
            return None;
        }
        all.extend(values.iter().cloned());
        cases.push(json!({
            "if": { "type": "object", "required": ["type"], "properties": { "type": { "enum": values } } },
            "then": branch,
        }));
    }
    Some(json!({
        "type": "object",
        "required": ["type"],
        "properties": { "type": { "enum": all } },
        "allOf": cases,
    }))
}
