//! Commands as data, and their JSON. Every description comes from `messages/`, in each language there is.

use serde_json::{Map, Value, json};

use crate::texts::{Catalogue, Language, Named, Values, label_key};

/// Manage Server, as `default_member_permissions`: who sees the command unless an administrator decides otherwise.
/// Rights are checked again on every use.
const MANAGE_SERVER: &str = "32";

/// A command, group, sub-command or option. `key` is its description in `messages/`.
pub(super) struct Definition {
    name: &'static str,
    key: &'static str,
    kind: Kind,
    parts: Vec<Definition>,
    extra: Map<String, Value>,
    choices: Vec<(String, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Command,
    Sub = 1,
    Group = 2,
    Text = 3,
    Integer = 4,
    Channel = 7,
    Role = 8,
}

/// A top-level command.
pub(super) fn command(name: &'static str, key: &'static str) -> Definition {
    Definition::new(name, key, Kind::Command)
}

/// A sub-command.
pub(super) fn sub(name: &'static str, key: &'static str) -> Definition {
    Definition::new(name, key, Kind::Sub)
}

/// A group of sub-commands.
pub(super) fn group(name: &'static str, key: &'static str) -> Definition {
    Definition::new(name, key, Kind::Group)
}

/// A text option of at most `max` characters.
pub(super) fn text(name: &'static str, key: &'static str, max: u16) -> Definition {
    Definition::new(name, key, Kind::Text).with("max_length", json!(max))
}

/// A whole number between two bounds.
pub(super) fn integer(name: &'static str, key: &'static str, min: i64, max: i64) -> Definition {
    Definition::new(name, key, Kind::Integer).with("min_value", json!(min)).with("max_value", json!(max))
}

/// A text channel (kind 0) or announcement channel (kind 5).
pub(super) fn channel(name: &'static str, key: &'static str) -> Definition {
    Definition::new(name, key, Kind::Channel).with("channel_types", json!([0, 5]))
}

/// A role.
pub(super) fn role(name: &'static str, key: &'static str) -> Definition {
    Definition::new(name, key, Kind::Role)
}

impl Definition {
    fn new(name: &'static str, key: &'static str, kind: Kind) -> Self {
        Self { name, key, kind, parts: Vec::new(), extra: Map::new(), choices: Vec::new() }
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        self.extra.insert(name.to_owned(), value);
        self
    }

    /// With these groups, sub-commands or options; required options first.
    pub(super) fn parts(mut self, parts: impl IntoIterator<Item = Self>) -> Self {
        self.parts.extend(parts);
        self
    }

    /// Shown only to people with Manage Server.
    pub(super) fn for_administrators(self) -> Self {
        self.with("default_member_permissions", json!(MANAGE_SERVER))
    }

    /// Must be given.
    pub(super) fn required(self) -> Self {
        self.with("required", json!(true))
    }

    /// The bot suggests values while the person types.
    pub(super) fn suggested(self) -> Self {
        self.with("autocomplete", json!(true))
    }

    /// One of a closed list: its codes, shown by their labels.
    pub(super) fn choices_of<N: Named>(mut self, list: &[N]) -> Self {
        self.choices.extend(list.iter().map(|one| (one.code().to_owned(), label_key(*one))));
        self
    }

    /// One more that can be chosen: its code, and the key of its words.
    pub(super) fn choice(mut self, code: &str, key: &str) -> Self {
        self.choices.push((code.to_owned(), key.to_owned()));
        self
    }

    /// As Discord takes it.
    pub(super) fn to_json(&self, texts: &Catalogue) -> Value {
        let mut value = json!({ "name": self.name, "description": say(texts, self.key) });
        localise(texts, self.key, &mut value, "description_localizations");
        match self.kind {
            Kind::Command => {
                value["type"] = json!(1);
                value["contexts"] = json!([0]);
            }
            kind => value["type"] = json!(kind as u8),
        }
        if !self.parts.is_empty() {
            value["options"] = self.parts.iter().map(|part| part.to_json(texts)).collect();
        }
        if !self.choices.is_empty() {
            let choices = self.choices.iter().map(|(code, key)| {
                let mut choice = json!({ "name": say(texts, key), "value": code });
                localise(texts, key, &mut choice, "name_localizations");
                choice
            });
            value["choices"] = choices.collect();
        }
        for (name, extra) in &self.extra {
            value[name] = extra.clone();
        }
        value
    }
}

fn say(texts: &Catalogue, key: &str) -> String {
    texts.say(&Language::english(), key, Values::default())
}

/// Adds the text in every language but English. Discord has no plain `en`; the default text is English.
fn localise(texts: &Catalogue, key: &str, value: &mut Value, field: &str) {
    let others: Map<String, Value> = texts
        .languages()
        .filter(|language| **language != Language::english())
        .map(|language| (language.to_string(), json!(texts.say(language, key, Values::default()))))
        .collect();
    if !others.is_empty() {
        value[field] = Value::Object(others);
    }
}
