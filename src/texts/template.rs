//! One text as an editor wrote it: plain, or one form per plural. Logic-less: nothing but `{{ name }}` may stand
//! between braces.

use std::collections::BTreeMap;
use std::ops::Range;

use toml_edit::{Item, TableLike};

use super::fault::Fault;
use super::source::Source;

/// The plural forms that languages know (Unicode CLDR, "Language Plural Rules").
pub(super) const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A text with its key and place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// `area.message.part`.
    pub key: String,
    /// Where the key stands.
    pub at: Option<Range<usize>>,
    /// The text, or its forms by name.
    pub forms: Forms,
}

/// A text's wording.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Forms {
    /// The same for every number.
    Plain(Piece),
    /// Chosen by the value `count`.
    Plural(BTreeMap<&'static str, Piece>),
}

impl Forms {
    /// Every wording with the name of its form; a plain one has no name.
    pub fn pieces(&self) -> Vec<(&'static str, &Piece)> {
        match self {
            Self::Plain(piece) => vec![("", piece)],
            Self::Plural(forms) => forms.iter().map(|(name, piece)| (*name, piece)).collect(),
        }
    }
}

/// One wording.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The template.
    pub text: String,
    /// Where it stands.
    pub at: Option<Range<usize>>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Area {
    /// The texts that could be read.
    pub entries: Vec<Entry>,
    /// Keys that stand there but could not be read; their faults are told already.
    pub broken: Vec<String>,
}

/// Reads the texts of one area's file; `None` if it is no TOML at all.
pub(super) fn read_area(source: &Source, area: &str, faults: &mut Vec<Fault>) -> Option<Area> {
    let document = source.parse().map_err(|fault| faults.push(fault)).ok()?;
    let mut read = Area::default();
    read_table(source, area, document.as_table(), &mut read, faults);
    Some(read)
}

fn read_table(source: &Source, path: &str, table: &dyn TableLike, read: &mut Area, faults: &mut Vec<Fault>) {
    for (name, item) in table.iter() {
        let at = table.key(name).and_then(toml_edit::Key::span).or_else(|| item.span());
        let key = format!("{path}.{name}");
        let forms = match (item.as_str(), item.as_table_like()) {
            (Some(text), _) => Forms::Plain(piece(text, item)),
            (None, Some(inner)) => match plural(inner) {
                None => {
                    read_table(source, &key, inner, read, faults);
                    continue;
                }
                Some(Ok(forms)) => Forms::Plural(forms),
                Some(Err(why)) => {
                    faults.push(source.fault(at, format!("`{key}`: {why}")));
                    read.broken.push(key);
                    continue;
                }
            },
            (None, None) => {
                faults.push(source.fault(at, format!("`{key}` must be a text in quotation marks.")));
                read.broken.push(key);
                continue;
            }
        };
        read.entries.push(Entry { key, at, forms });
    }
}

fn piece(text: &str, item: &Item) -> Piece {
    // A text in triple quotation marks usually ends with a line break that nobody means.
    Piece { text: text.trim_end_matches('\n').to_owned(), at: item.span() }
}

/// The forms of a table that holds nothing but plural forms; `None` if it is a table of texts.
fn plural(table: &dyn TableLike) -> Option<Result<BTreeMap<&'static str, Piece>, String>> {
    let form = |name: &str| PLURAL_FORMS.into_iter().find(|form| *form == name);
    if table.is_empty() || table.iter().any(|(name, _)| form(name).is_none()) {
        return None;
    }
    let forms = table.iter().map(|(name, item)| {
        let text = item.as_str().ok_or_else(|| format!("the form `{name}` must be a text in quotation marks."))?;
        Ok((form(name).expect("checked above"), piece(text, item)))
    });
    let forms: Result<BTreeMap<_, _>, String> = forms.collect();
    Some(forms.and_then(|forms| match forms.contains_key("other") {
        true => Ok(forms),
        false => Err("the form `other` is missing. It serves every number that no other form serves.".to_owned()),
    }))
}

/// A pair of braces in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Braces {
    /// `{{ name }}`.
    Value(String),
    /// Anything else, with what is wrong with it.
    Wrong(String, &'static str),
}

/// Finds what stands between braces.
pub(super) fn braces(text: &str) -> Vec<Braces> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        let from = &rest[start..];
        let (taken, braces) = first_braces(from);
        found.push(braces);
        rest = &from[taken..];
    }
    found
}

fn first_braces(from: &str) -> (usize, Braces) {
    let quoted = |text: &str| text.lines().next().unwrap_or_default().chars().take(40).collect::<String>();
    let wrong = |taken: usize, why| (taken, Braces::Wrong(quoted(&from[..taken]), why));
    if from.starts_with("{%") || from.starts_with("{#") {
        return wrong(2, "Only `{{ name }}` can be used.");
    }
    if let Some(inside) = from.strip_prefix("{{") {
        let Some(end) = inside.find("}}") else {
            return wrong(from.len(), "The braces are never closed. Write `{{ name }}`.");
        };
        let name = inside[..end].trim();
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if !name.is_empty() && name.bytes().all(plain) && !name.as_bytes()[0].is_ascii_digit() {
            return (end + 4, Braces::Value(name.to_owned()));
        }
        return wrong(end + 4, "Between the braces stands the name of a value and nothing else, like `{{ name }}`.");
    }
    match from.strip_prefix('{').and_then(|inside| inside.find('}')) {
        Some(end) => wrong(end + 2, "A value needs two braces on each side, like `{{ name }}`."),
        None => wrong(1, "A brace stands alone. A value is written like `{{ name }}`."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_may_stand_between_braces() {
        assert_eq!(braces("a {{ name }} b {{count}}"), [Braces::Value("name".into()), Braces::Value("count".into())]);
        for text in
            ["{name}", "{{ name | upper }}", "{{ a.b }}", "{% if x %}", "{# x #}", "{{ name", "}", "{{}}", "{{ Name }}"]
        {
            assert!(matches!(braces(text)[0], Braces::Wrong(..)), "{text}");
        }
    }
}
