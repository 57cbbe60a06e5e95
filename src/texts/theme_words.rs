//! The words that point to themes: `messages/<language>/themes.toml`, read and checked.
//!
//! What the entries mean stands at the head of the English file; a language without a file has no themes.

use std::collections::BTreeSet;

use toml_edit::{Item, TableLike};

use super::fault::{Fault, did_you_mean};
use super::language::Language;
use super::source::Source;
use crate::domain::labels::Theme;
use crate::domain::themes::{Guards, Phrase, ThemeWords};

const GUARDS: [&str; 4] = ["breaks", "fears_over_before", "fears_over_after", "praise_denied_before"];

/// Reads the file; `None` if there was a fault.
pub(super) fn read(source: &Source, faults: &mut Vec<Fault>) -> Option<ThemeWords> {
    let before = faults.len();
    let document = source.parse().map_err(|fault| faults.push(fault)).ok()?;
    let mut words = ThemeWords::default();
    let mut reader = Reader { source, faults };
    for (name, item) in document.as_table().iter() {
        let theme: Option<Theme> = name.parse().ok();
        let Some(table) = item.as_table_like() else {
            reader.fault(item, format!("Write the words of `{name}` below a line `[{name}]`."));
            continue;
        };
        match theme {
            Some(theme) => {
                reader.known(table, &["words"], name);
                words.themes.insert(theme, reader.phrases(table, "words", item));
            }
            None if name == "guards" => {
                reader.known(table, &GUARDS, name);
                let [breaks, fears_over_before, fears_over_after, praise_denied_before] =
                    GUARDS.map(|list| reader.phrases(table, list, item));
                reader.single_words(table, &breaks);
                words.guards = Guards { breaks, fears_over_before, fears_over_after, praise_denied_before };
            }
            None => {
                let near = did_you_mean(name, Theme::ALL.iter().map(|theme| theme.code()).chain(["guards"]));
                reader.fault(item, format!("There is no theme `{name}`.{near}"));
            }
        }
    }
    if source.language == Language::english() {
        for theme in Theme::ALL.iter().filter(|theme| !words.themes.contains_key(theme)) {
            faults.push(source.fault(None, format!("The theme `{theme}` is missing.")));
        }
    }
    (faults.len() == before).then_some(words)
}

/// Reads lists and notes what is wrong with them.
struct Reader<'a> {
    source: &'a Source,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, item: &Item, sentence: String) {
        self.faults.push(self.source.fault(item.span(), sentence));
    }

    fn known(&mut self, table: &dyn TableLike, known: &[&str], section: &str) {
        for (name, item) in table.iter().filter(|(name, _)| !known.contains(name)) {
            let near = did_you_mean(name, known.iter().copied());
            self.fault(item, format!("`[{section}]` has no `{name}`.{near}"));
        }
    }

    /// The entries of a list; a list that isn't there has none.
    fn phrases(&mut self, table: &dyn TableLike, name: &str, owner: &Item) -> Vec<Phrase> {
        let Some(item) = table.get(name) else { return Vec::new() };
        let Some(list) = item.as_array() else {
            self.fault(owner, format!("`{name}` must be a list: [\"one\", \"two\"]."));
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        let mut phrases = Vec::new();
        for entry in list {
            let read = entry.as_str().map(Phrase::parse);
            let wrong = match read {
                Some(Ok(phrase)) if seen.insert(phrase.clone()) => {
                    phrases.push(phrase);
                    continue;
                }
                Some(Ok(_)) => format!("{entry} stands here twice.", entry = quoted(entry)),
                Some(Err(why)) => format!("{entry} {why}.", entry = quoted(entry)),
                None => "An entry must be a text in quotation marks.".to_owned(),
            };
            self.faults.push(self.source.fault(entry.span(), wrong));
        }
        phrases
    }

    fn single_words(&mut self, table: &dyn TableLike, breaks: &[Phrase]) {
        if breaks.iter().any(|phrase| phrase.steps().len() > 1) {
            let at = table.get("breaks").and_then(Item::span);
            self.faults.push(self.source.fault(at, "`breaks` lists single words."));
        }
    }
}

fn quoted(entry: &toml_edit::Value) -> String {
    format!("`{}`", entry.as_str().unwrap_or_default().trim())
}

#[cfg(test)]
mod tests {
    use super::super::source::Kind;
    use super::*;

    fn read_text(language: &str, text: &str) -> Result<ThemeWords, Vec<String>> {
        let source = Source {
            path: format!("messages/{language}/themes.toml"),
            language: language.parse().expect("a language"),
            kind: Kind::Themes,
            text: text.to_owned(),
        };
        let mut faults = Vec::new();
        read(&source, &mut faults).ok_or_else(|| faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_language_may_list_the_themes_that_it_has() {
        let words = read_text("de", "[guards]\nbreaks = [\"aber\"]\n[tool]\nwords = [\"langsam*\"]\n").expect("sound");
        assert_eq!(words.themes[&Theme::Tool], [Phrase::parse("langsam*").expect("sound")]);
        assert_eq!(words.guards.breaks.len(), 1);
        let missing = read_text("en", "[tool]\nwords = [\"slow\"]\n").expect_err("English has them all");
        assert_eq!(missing.len(), Theme::ALL.len() - 1);
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let text = "[toll]\nwords = []\n[tool]\nword = []\nwords = [\n\"a-b\",\n\"x\", \"x\", 3\n]\n\
                    [guards]\nbreaks = [\"but then\"]\n[value]\nwords = \"x\"\n";
        let faults = read_text("de", text).expect_err("faults");
        let expected = [
            "messages/de/themes.toml:1: There is no theme `toll`. Did you mean `tool`?",
            "messages/de/themes.toml:4: `[tool]` has no `word`. Did you mean `words`?",
            "messages/de/themes.toml:6: `a-b` has `-`: an entry has letters, digits, apostrophes and `*`, `|`, `..`; \
             write `follow up` for follow-up.",
            "messages/de/themes.toml:7: `x` stands here twice.",
            "messages/de/themes.toml:7: An entry must be a text in quotation marks.",
            "messages/de/themes.toml:10: `breaks` lists single words.",
            "messages/de/themes.toml:11: `words` must be a list: [\"one\", \"two\"].",
        ];
        assert_eq!(faults, expected);
    }
}
