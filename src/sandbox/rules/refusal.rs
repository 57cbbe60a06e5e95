//! What a check found, and the body with which Discord would say so.
//!
//! Two things are kept apart: what Discord refuses ([`Refusal`]) and what Discord would take but our promises forbid
//! ([`HouseViolation`]). The second kind never turns into an answer; it fails a test.

use serde_json::{Map, Value, json};

/// An answer that refuses the whole request.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The HTTP status, 4xx.
    pub status: u16,
    /// Discord's own code (topics/opcodes-and-status-codes), the same as `code` in the body.
    pub code: u32,
    /// The JSON body.
    pub body: Value,
}

impl Refusal {
    /// A refusal without details by field, such as 50006.
    pub fn plain(status: u16, code: u32, message: &str) -> Self {
        Self { status, code, body: json!({ "message": message, "code": code }) }
    }
}

/// One field that Discord refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormError {
    /// Where: object keys and array indexes from the body's root, joined by dots.
    pub at: String,
    /// Discord's name for the fault, such as `BASE_TYPE_MAX_LENGTH`.
    pub code: &'static str,
    /// Discord's sentence.
    pub message: String,
}

/// Something that Discord takes, but that our own promises forbid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseViolation {
    /// The rule that is broken, as a name to search for.
    pub rule: &'static str,
    /// Where: as in [`FormError::at`].
    pub at: String,
}

/// Everything that a check found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    form: Vec<FormError>,
    whole: Option<Refusal>,
    house: Vec<HouseViolation>,
}

impl Findings {
    /// The answer that Discord would give, or `None` when it would take the request.
    ///
    /// Field errors come before a refusal of the whole, as with Discord: a form is parsed before it is acted on.
    pub fn refusal(&self) -> Option<Refusal> {
        if self.form.is_empty() {
            return self.whole.clone();
        }
        let mut errors = Map::new();
        for error in &self.form {
            let entry = json!({ "code": error.code, "message": error.message });
            let mut node = &mut errors;
            for key in error.at.split('.').filter(|key| !key.is_empty()) {
                let below = node.entry(key).or_insert_with(|| Value::Object(Map::new()));
                node = below.as_object_mut().expect("only objects are put here, and no field is named _errors");
            }
            let list = node.entry("_errors").or_insert_with(|| Value::Array(Vec::new()));
            list.as_array_mut().expect("only arrays are put here").push(entry);
        }
        let body = json!({ "message": "Invalid Form Body", "code": 50035, "errors": errors });
        Some(Refusal { status: 400, code: 50035, body })
    }

    /// The refused fields, in the order found.
    pub fn form(&self) -> &[FormError] {
        &self.form
    }

    /// What our promises forbid though Discord takes it.
    pub fn house(&self) -> &[HouseViolation] {
        &self.house
    }

    /// Whether there is neither a refusal nor a house violation.
    pub fn is_clean(&self) -> bool {
        self.form.is_empty() && self.whole.is_none() && self.house.is_empty()
    }

    /// Notes a refused field.
    pub fn refuse(&mut self, at: &Spot, code: &'static str, message: impl Into<String>) {
        self.form.push(FormError { at: at.0.clone(), code, message: message.into() });
    }

    /// Notes that the whole request is refused; the first note stands.
    pub fn refuse_whole(&mut self, refusal: Refusal) {
        self.whole.get_or_insert(refusal);
    }

    /// Notes a broken promise.
    pub fn note_house(&mut self, rule: &'static str, at: &Spot) {
        self.house.push(HouseViolation { rule, at: at.0.clone() });
    }
}

/// A place in a body, as the path of keys that leads there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spot(String);

impl Spot {
    /// The body itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// The field `key` of the object here.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        if self.0.is_empty() { Self(key.to_owned()) } else { Self(format!("{}.{key}", self.0)) }
    }

    /// The entry `index` of the array here.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.key(&index.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_of_an_invalid_form_is_discords() {
        let mut findings = Findings::default();
        findings.refuse(&Spot::root().key("content"), "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length.");
        let refusal = findings.refusal().expect("refused");
        assert_eq!(refusal.status, 400);
        assert_eq!(
            refusal.body,
            json!({"message":"Invalid Form Body","code":50035,"errors":{"content":{"_errors":[
                {"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 2000 or fewer in length."}]}}})
        );
    }

    #[test]
    fn errors_of_a_field_and_of_a_field_below_it_stand_side_by_side() {
        let mut findings = Findings::default();
        let options = Spot::root().index(0).key("options");
        findings.refuse(&options, "A", "a");
        findings.refuse(&options.index(3).key("name"), "B", "b");
        findings.refuse(&options, "C", "c");
        let body = findings.refusal().expect("refused").body;
        assert_eq!(body["errors"]["0"]["options"]["_errors"].as_array().map(Vec::len), Some(2));
        assert_eq!(body["errors"]["0"]["options"]["3"]["name"]["_errors"][0]["code"], "B");
    }

    #[test]
    fn a_broken_promise_alone_refuses_nothing() {
        let mut findings = Findings::default();
        findings.note_house("allowed_mentions_missing", &Spot::root());
        assert_eq!(findings.refusal(), None);
        assert!(!findings.is_clean());
    }
}
