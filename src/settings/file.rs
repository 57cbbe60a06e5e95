//! Reads `groundswell.toml` into keys, values and lines. It knows which keys exist, not what they mean.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{ALL, DEFAULT_FILE, Place, Problem, SettingsFault};

/// How like a known key an unknown one must be to be taken for it (Jaro–Winkler, 0 to 1; by trial).
const LIKE: f64 = 0.8;

/// What the file says: for each known key that it holds, the value and its line.
#[derive(Debug, Default)]
pub(super) struct Written {
    values: BTreeMap<&'static str, (String, Place)>,
}

impl Written {
    /// The value of `key` and where it stands.
    pub(super) fn get(&self, key: &str) -> Option<(String, Place)> {
        self.values.get(key).cloned()
    }
}

/// Reads the file that was named, or the default one if it is there.
pub(super) fn read(config: Option<&Path>) -> (Written, Vec<SettingsFault>) {
    let path = config.unwrap_or(Path::new(DEFAULT_FILE));
    match std::fs::read_to_string(path) {
        Ok(text) => parse(path, &text),
        Err(error) if config.is_none() && error.kind() == std::io::ErrorKind::NotFound => Default::default(),
        Err(error) => {
            let problem = Problem::Unreadable("this file".to_owned(), error.to_string());
            (Written::default(), vec![Place::File(path.to_owned()).with(problem)])
        }
    }
}

fn parse(path: &Path, text: &str) -> (Written, Vec<SettingsFault>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut walk = Walk { path: path.to_owned(), text, written: Written::default(), faults: Vec::new() };
    for error in errors {
        // Only the parser's sentence: its full form quotes the line, which may hold a secret.
        let offset = error.span().map_or(0, |span| span.start);
        walk.fault(offset, Problem::Syntax(error.message().lines().collect::<Vec<_>>().join(" ")));
    }
    walk.table("", document.get_ref());
    (walk.written, walk.faults)
}

struct Walk<'t> {
    path: PathBuf,
    text: &'t str,
    written: Written,
    faults: Vec<SettingsFault>,
}

impl Walk<'_> {
    fn table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let key =
                if prefix.is_empty() { name.get_ref().to_string() } else { format!("{prefix}.{}", name.get_ref()) };
            let offset = name.span().start;
            if let Some(setting) = ALL.iter().find(|setting| setting.key == key) {
                self.value(setting.key, offset, value);
            } else if ALL.iter().any(|setting| setting.key.starts_with(&format!("{key}."))) {
                match value.get_ref() {
                    DeValue::Table(inner) => self.table(&key, inner),
                    _ => self.fault(offset, Problem::NotTable(key)),
                }
            } else if name.get_ref().ends_with("token") {
                self.fault(offset, Problem::TokenInFile);
            } else {
                match value.get_ref() {
                    // The keys inside a misspelt table say best what was meant.
                    DeValue::Table(inner) if prefix.is_empty() && !inner.is_empty() => self.table(&key, inner),
                    _ => self.fault(offset, Problem::UnknownKey { near: nearest(&key), key }),
                }
            }
        }
    }

    fn value(&mut self, key: &'static str, offset: usize, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => self.fault(offset, Problem::Empty(key)),
            DeValue::String(text) => {
                let place = self.place(offset);
                self.written.values.insert(key, (text.to_string(), place));
            }
            other => {
                let found = match other {
                    DeValue::Table(_) => "a table",
                    DeValue::Array(_) => "a list",
                    DeValue::Boolean(_) => "true or false",
                    DeValue::Datetime(_) => "a date",
                    _ => "a number",
                };
                self.fault(offset, Problem::NotText { key: key.to_owned(), found });
            }
        }
    }

    fn fault(&mut self, offset: usize, problem: Problem) {
        let fault = self.place(offset).with(problem);
        self.faults.push(fault);
    }

    fn place(&self, offset: usize) -> Place {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        Place::Line(self.path.clone(), 1 + before.iter().filter(|byte| **byte == b'\n').count())
    }
}

fn nearest(key: &str) -> Option<&'static str> {
    // A key under the wrong table is as likely as a misspelt one, so the last parts are compared too.
    let last = |key: &str| key.rsplit('.').next().unwrap_or_default().to_owned();
    let likeness = |known: &str| strsim::jaro_winkler(key, known).max(strsim::jaro_winkler(&last(key), &last(known)));
    ALL.iter()
        .map(|setting| (likeness(setting.key), setting.key))
        .filter(|(like, _)| *like >= LIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, key)| key)
}
