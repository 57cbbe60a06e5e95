//! Question sets: `messages/<language>/pulses/<id>.toml`, read and checked.
//!
//! A set in another language must ask the same items as the English one, or answers could not be counted together.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml_edit::{Item as TomlItem, TableLike};

use super::fault::{Fault, did_you_mean};
use super::item_identity::Written;
use super::source::{Kind, Source};
use crate::domain::labels::{Measure, Phase};
use crate::domain::pulses::{Favourable, Item, ItemId, QuestionSet};

/// The most items of a set. Our own limit: a pulse takes under two minutes (brief.md).
pub const MAX_ITEMS: usize = 12;

/// The longest statement or question, in characters. Our own limit: two lines on a phone or three.
pub const MAX_TEXT: usize = 200;

/// The longest title, in characters: it must fit a select's option (discord.md 4).
pub const MAX_TITLE: usize = 100;

/// Reads a set; `None` if there was a fault. Adds its sound items to `written`.
pub(super) fn read(
    source: &Source,
    id: &str,
    written: &mut Vec<Written>,
    faults: &mut Vec<Fault>,
) -> Option<QuestionSet> {
    let before = faults.len();
    if ItemId::try_from(id.to_owned()).is_err() {
        faults.push(source.fault(None, "The file's name must be 1 to 40 of a-z, 0-9 and _, then `.toml`."));
    }
    let document = source.parse().map_err(|fault| faults.push(fault)).ok()?;
    let mut reader = Reader { source, set: id, written, faults };
    let table = document.as_table();
    reader.known(table, &["title", "phase", "fears_prompt", "comment_prompt", "items"], "A question set");
    let whole = Some(0..0);
    let title = reader.text(table, "title", MAX_TITLE, whole.clone());
    let phase = reader.phase(table);
    let fears_prompt = reader.text(table, "fears_prompt", MAX_TEXT, whole.clone());
    let comment_prompt = reader.text(table, "comment_prompt", MAX_TEXT, whole);
    let items = reader.items(table);
    if faults.len() > before {
        return None;
    }
    Some(QuestionSet {
        id: id.to_owned(),
        title: title?,
        phase,
        items,
        fears_prompt: fears_prompt?,
        comment_prompt: comment_prompt?,
    })
}

/// Checks that translated sets ask what the English ones ask.
pub(super) fn compare(
    sources: &[Source],
    sets: &BTreeMap<String, QuestionSet>,
    english: &BTreeMap<String, QuestionSet>,
    faults: &mut Vec<Fault>,
) {
    for source in sources {
        let Kind::QuestionSet(id) = &source.kind else { continue };
        let (Some(set), Some(english)) = (sets.get(id), english.get(id)) else { continue };
        let asked = |set: &QuestionSet| -> Vec<_> {
            set.items.iter().map(|item| (item.id.clone(), item.measure, item.favourable)).collect()
        };
        if asked(set) != asked(english) || set.phase != english.phase {
            let sentence = "This set must have the items of the English one, in its order, with the same `id`, \
                            `measure` and `favourable`, and the same phase; only texts differ.";
            faults.push(source.fault(None, sentence));
        }
    }
}

/// Reads values and notes what is wrong with them.
struct Reader<'a> {
    source: &'a Source,
    set: &'a str,
    written: &'a mut Vec<Written>,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, at: Option<Range<usize>>, sentence: impl Into<String>) {
        self.faults.push(self.source.fault(at, sentence));
    }

    /// Notes every key that isn't `known`.
    fn known(&mut self, table: &dyn TableLike, known: &[&str], what: &str) {
        for (name, item) in table.iter().filter(|(name, _)| !known.contains(name)) {
            let at = table.key(name).and_then(toml_edit::Key::span).or_else(|| item.span());
            let near = did_you_mean(name, known.iter().copied());
            self.fault(at, format!("{what} has no `{name}`.{near}"));
        }
    }

    /// A text of 1 to `max` characters on one line. `owner` is where to point if it is missing.
    fn text(&mut self, table: &dyn TableLike, name: &str, max: usize, owner: Option<Range<usize>>) -> Option<String> {
        let Some(item) = table.get(name) else {
            self.fault(owner, format!("`{name}` is missing here."));
            return None;
        };
        let Some(text) = item.as_str() else {
            self.fault(item.span(), format!("`{name}` must be a text in quotation marks."));
            return None;
        };
        let (text, length) = (text.trim(), text.trim().chars().count());
        if length == 0 {
            self.fault(item.span(), format!("`{name}` is empty."));
        } else if length > max {
            self.fault(item.span(), format!("`{name}` has {length} characters; {max} are allowed."));
        } else if text.chars().any(char::is_control) {
            self.fault(item.span(), format!("`{name}` must stand on one line."));
        } else {
            return Some(text.to_owned());
        }
        None
    }

    /// One of the words of a closed list.
    fn word<T: Copy>(&mut self, name: &str, item: &TomlItem, known: &[(&str, T)]) -> Option<T> {
        let word = item.as_str().unwrap_or_default();
        let found = known.iter().find(|(code, _)| *code == word).map(|(_, value)| *value);
        if found.is_none() {
            let codes: Vec<_> = known.iter().map(|(code, _)| format!("`{code}`")).collect();
            let near = did_you_mean(word, known.iter().map(|(code, _)| *code));
            self.fault(item.span(), format!("`{name}` must be one of {}.{near}", codes.join(", ")));
        }
        found
    }

    fn phase(&mut self, table: &dyn TableLike) -> Option<Phase> {
        let known: Vec<_> = Phase::ALL.iter().map(|phase| (phase.code(), *phase)).collect();
        self.word("phase", table.get("phase")?, &known)
    }

    fn items(&mut self, table: &dyn TableLike) -> Vec<Item> {
        let listed = table.get("items");
        let at = listed.and_then(TomlItem::span);
        let tables: Vec<&dyn TableLike> = match listed {
            Some(TomlItem::ArrayOfTables(tables)) => tables.iter().map(|t| t as &dyn TableLike).collect(),
            Some(TomlItem::Value(toml_edit::Value::Array(array))) if array.iter().all(|v| v.is_inline_table()) => {
                array.iter().filter_map(|v| v.as_inline_table()).map(|t| t as &dyn TableLike).collect()
            }
            Some(_) => {
                self.fault(at, "Write each item below a line `[[items]]`.");
                return Vec::new();
            }
            None => Vec::new(),
        };
        if !(1..=MAX_ITEMS).contains(&tables.len()) {
            self.fault(at.or(Some(0..0)), format!("A set has 1 to {MAX_ITEMS} items; this one has {}.", tables.len()));
        }
        let mut ids = BTreeSet::new();
        let items: Vec<_> = tables.into_iter().filter_map(|table| self.item(table, &mut ids)).collect();
        items
    }

    fn item(&mut self, table: &dyn TableLike, ids: &mut BTreeSet<ItemId>) -> Option<Item> {
        self.known(table, &["id", "measure", "text", "favourable"], "An item");
        // A table has no span of its own through this interface; its first line is where its first key stands.
        let owner = table.iter().filter_map(|(_, item)| item.span()).min_by_key(|at| at.start);
        let id = self.text(table, "id", 40, owner.clone()).and_then(|id| {
            let at = table.get("id").and_then(TomlItem::span);
            match ItemId::try_from(id) {
                Ok(id) if ids.insert(id.clone()) => Some(id),
                Ok(id) => {
                    self.fault(at, format!("The id `{}` is used twice.", id.as_str()));
                    None
                }
                Err(why) => {
                    self.fault(at, format!("{why}."));
                    None
                }
            }
        });
        let measures: Vec<_> = Measure::ALL.iter().map(|measure| (measure.code(), *measure)).collect();
        let measure = match table.get("measure") {
            Some(item) => self.word("measure", item, &measures),
            None => {
                self.fault(owner.clone(), "`measure` is missing here.");
                None
            }
        };
        let ends = [("agree", Favourable::Agree), ("disagree", Favourable::Disagree)];
        let favourable = match table.get("favourable") {
            Some(item) => self.word("favourable", item, &ends),
            None => Some(Favourable::default()),
        };
        let text = self.text(table, "text", MAX_TEXT, owner);
        let item = Item { id: id?, measure: measure?, text: text?, favourable: favourable? };
        let Source { path: file, language, .. } = self.source;
        let line = self.source.line(table.get("id").and_then(TomlItem::span).map_or(0, |at| at.start));
        let (set, language, file) = (self.set.to_owned(), language.clone(), file.clone());
        self.written.push(Written { item: item.clone(), language, set, file, line });
        Some(item)
    }
}
