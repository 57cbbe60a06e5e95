//! All texts of all languages, checked, ready to be said.
//!
//! A catalogue exists only if English has every text that the program says. Saying something never fails: what a
//! language lacks is said in English.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::iter;
use std::path::Path;
use std::sync::OnceLock;

use intl_pluralrules::PluralRules;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::announcement_templates::{self, AnnouncementTemplate};
use super::check;
use super::fault::Fault;
use super::item_identity;
use super::keys::{self, Key};
use super::language::Language;
use super::question_sets;
use super::source::{self, Kind, Source};
use super::template::{Forms, braces, read_area};
use super::theme_words;
use super::values::{Value, Values};
use crate::domain::pulses::QuestionSet;
use crate::domain::themes::ThemeWords;

/// What a language calls itself.
const OWN_NAME: &str = "common.language.own_name";

/// The texts. Share one behind an `Arc`.
pub struct Catalogue {
    languages: BTreeMap<Language, Texts>,
    notes: Vec<Fault>,
}

/// The texts of one language.
struct Texts {
    templates: Environment<'static>,
    keys: BTreeMap<String, Shape>,
    rules: PluralRules,
    sets: BTreeMap<String, QuestionSet>,
    themes: Option<ThemeWords>,
    announcements: BTreeMap<String, AnnouncementTemplate>,
    /// Areas and keys whose file or text can't be read. In a catalogue that was built there are none.
    broken: BTreeSet<String>,
}

/// How a text is written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    /// The same for every number; without values it is said as it stands.
    Plain(Option<String>),
    Plural(BTreeSet<&'static str>),
}

/// Why a text can't be said as it is written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Unsayable {
    #[error("no text `{0}`")]
    NoText(String),
    #[error("text `{0}`: {1}")]
    Template(String, String),
}

impl Catalogue {
    /// The texts built into the program.
    ///
    /// # Errors
    /// Every fault of them, in order of file and line.
    pub fn built_in() -> Result<Self, Vec<Fault>> {
        let (sources, faults) = source::built_in();
        Self::build("messages", sources, faults, keys::all())
    }

    /// The texts of a folder laid out like `messages/`. It replaces the texts built in.
    ///
    /// # Errors
    /// Every fault of them, in order of file and line.
    pub fn load(folder: &Path) -> Result<Self, Vec<Fault>> {
        let (sources, faults) = source::in_folder(folder);
        Self::build(&folder.display().to_string(), sources, faults, keys::all())
    }

    /// Says a text. `key` must stand in the registry (`texts::keys`) and `values` must hold every value that it
    /// lists: tests fail otherwise. A running bot falls back to the language without its region, to English, to
    /// the English built in, and at the very worst to the key itself.
    pub fn say(&self, language: &Language, key: &str, values: Values) -> String {
        if cfg!(debug_assertions)
            && let Some(key) = keys::find(key)
        {
            let given: Vec<_> = values.0.keys().copied().collect();
            let mut wanted: Vec<_> = key.placeholders.iter().map(|(name, _)| *name).collect();
            wanted.sort_unstable();
            assert_eq!(given, wanted, "the values of `{}` are not those registered", key.name);
        }
        self.try_say(language, key, &values).unwrap_or_else(|error| {
            debug_assert!(false, "{error}");
            tracing::error!(key, "a text could not be said as written");
            self.say_anyhow(key, values)
        })
    }

    /// Whether the program has a text of this name, in English at least.
    pub fn has(&self, key: &str) -> bool {
        self.languages[&Language::english()].keys.contains_key(key)
    }

    /// The languages that something is said in, in order of name.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.iter().filter(|(_, texts)| texts.speaks()).map(|(language, _)| language)
    }

    /// A language's own name with its code, such as "Deutsch (de)"; the code alone where its texts don't say it.
    pub fn name_of(&self, language: &Language) -> String {
        let own = self.languages.get(language).is_some_and(|texts| texts.keys.contains_key(OWN_NAME));
        let name = || self.say(language, OWN_NAME, Values::default());
        if own { format!("{} ({language})", name()) } else { language.to_string() }
    }

    /// The words that point to themes, of each language that has a file of them.
    pub fn theme_words(&self) -> impl Iterator<Item = (&Language, &ThemeWords)> {
        self.languages.iter().filter_map(|(language, texts)| Some((language, texts.themes.as_ref()?)))
    }

    /// What is worth knowing but no fault: texts that a language other than English lacks.
    pub fn notes(&self) -> &[Fault] {
        &self.notes
    }

    /// The question set `id`, in English where the language lacks it.
    pub fn question_set(&self, language: &Language, id: &str) -> Option<&QuestionSet> {
        self.nearest(language).find_map(|texts| texts.sets.get(id))
    }

    /// All question sets in order of id, each in English where the language lacks it.
    pub fn question_sets(&self, language: &Language) -> Vec<&QuestionSet> {
        let mut sets = BTreeMap::new();
        for texts in self.nearest(language) {
            for (id, set) in &texts.sets {
                sets.entry(id).or_insert(set);
            }
        }
        sets.into_values().collect()
    }

    /// The announcement template `id`, in English where the language lacks it.
    pub fn announcement_template(&self, language: &Language, id: &str) -> Option<&AnnouncementTemplate> {
        self.nearest(language).find_map(|texts| texts.announcements.get(id))
    }

    /// All announcement templates in order of id, each in English where the language lacks it.
    pub fn announcement_templates(&self, language: &Language) -> Vec<&AnnouncementTemplate> {
        let mut found = BTreeMap::new();
        for texts in self.nearest(language) {
            for (id, template) in &texts.announcements {
                found.entry(id).or_insert(template);
            }
        }
        found.into_values().collect()
    }

    /// The texts to try for a language: its own, those without its region, English.
    fn nearest(&self, language: &Language) -> impl Iterator<Item = &Texts> {
        let exact = || self.languages.get(language);
        let rough = || self.languages.get(&language.without_region());
        let english = || self.languages.get(&Language::english());
        // One after the other: most are content with the first.
        iter::once_with(exact).chain(iter::once_with(rough)).chain(iter::once_with(english)).flatten()
    }

    fn try_say(&self, language: &Language, key: &str, values: &Values) -> Result<String, Unsayable> {
        let texts = self.nearest(language).find(|texts| texts.keys.contains_key(key));
        texts.ok_or_else(|| Unsayable::NoText(key.to_owned()))?.render(key, values)
    }

    /// The last resort: values that were forgotten become "…", texts come from the English built in.
    fn say_anyhow(&self, key: &str, mut values: Values) -> String {
        static BUILT_IN: OnceLock<Option<Catalogue>> = OnceLock::new();
        for (name, sample) in keys::find(key).map(|key| key.placeholders.as_slice()).unwrap_or_default() {
            values.0.entry(name).or_insert_with(|| match sample {
                Value::Number(_) => Value::Number(0),
                Value::Text(_) => Value::Text("…".to_owned()),
            });
        }
        let english = Language::english();
        let ours = self.try_say(&english, key, &values).ok();
        ours.or_else(|| BUILT_IN.get_or_init(|| Self::built_in().ok()).as_ref()?.try_say(&english, key, &values).ok())
            .unwrap_or_else(|| key.to_owned())
    }

    /// Checks and compiles everything.
    pub(super) fn build(
        root: &str,
        sources: Vec<Source>,
        mut faults: Vec<Fault>,
        registry: &[Key],
    ) -> Result<Self, Vec<Fault>> {
        let mut by_language: BTreeMap<Language, Vec<Source>> = BTreeMap::new();
        // An empty folder of texts lacks everything; one fault says so better than hundreds.
        if !sources.iter().any(|source| source.language == Language::english()) {
            if faults.is_empty() {
                faults.push(Fault::of_file(format!("{root}/en"), "There are no English texts here."));
            }
            faults.sort();
            return Err(faults);
        }
        for source in sources {
            by_language.entry(source.language.clone()).or_default().push(source);
        }
        let mut notes = Vec::new();
        let mut languages = BTreeMap::new();
        let mut items = Vec::new();
        for (language, sources) in &by_language {
            let texts = Texts::build(language, sources, registry, &mut items, &mut faults);
            let missing = check::missing(&format!("{root}/{language}"), language, registry, |key| texts.holds(key));
            if *language == Language::english() {
                faults.extend(missing)
            } else if texts.speaks() {
                notes.extend(missing)
            }
            languages.insert(language.clone(), texts);
        }
        let english = &languages[&Language::english()].sets;
        if !english.contains_key("default") && !faults.iter().any(|f| f.file.ends_with("/en/pulses/default.toml")) {
            let file = format!("{root}/en/pulses/default.toml");
            faults.push(Fault::of_file(file, "The default question set is missing."));
        }
        for (language, sources) in by_language.iter().filter(|(language, _)| **language != Language::english()) {
            question_sets::compare(sources, &languages[language].sets, english, &mut faults);
        }
        item_identity::check(items, &mut faults);
        faults.sort();
        faults.dedup();
        if faults.is_empty() { Ok(Self { languages, notes }) } else { Err(faults) }
    }
}

impl Texts {
    fn build(
        language: &Language,
        sources: &[Source],
        registry: &[Key],
        items: &mut Vec<item_identity::Written>,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut templates = Environment::empty();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_auto_escape_callback(|_| AutoEscape::None);
        let rules = language.plural_rules();
        let (keys, sets, announcements, broken) = Default::default();
        let mut texts = Self { templates, keys, rules, sets, themes: None, announcements, broken };
        for source in sources {
            match &source.kind {
                Kind::Area(area) => texts.add_area(source, area, registry, faults),
                Kind::QuestionSet(id) => {
                    if let Some(set) = question_sets::read(source, id, items, faults) {
                        texts.sets.insert(id.clone(), set);
                    }
                }
                Kind::Themes => texts.themes = theme_words::read(source, faults),
                Kind::Template(id) => {
                    if let Some(template) = announcement_templates::read(source, id, faults) {
                        texts.announcements.insert(id.clone(), template);
                    }
                }
            }
        }
        texts
    }

    fn add_area(&mut self, source: &Source, area: &str, registry: &[Key], faults: &mut Vec<Fault>) {
        let Some(read) = read_area(source, area, faults) else {
            self.broken.insert(area.to_owned());
            return;
        };
        if !check::check_area(source, area, registry, faults) {
            return;
        }
        self.broken.extend(read.broken);
        for entry in read.entries {
            let before = faults.len();
            check::check_entry(source, &entry, registry, faults);
            let shape = match &entry.forms {
                Forms::Plain(piece) => Shape::Plain(braces(&piece.text).is_empty().then(|| piece.text.clone())),
                Forms::Plural(forms) => Shape::Plural(forms.keys().copied().collect()),
            };
            self.keys.insert(entry.key.clone(), shape);
            if faults.len() > before {
                continue;
            }
            let key = registry.iter().find(|key| key.name == entry.key).expect("checked just now");
            for (form, piece) in entry.forms.pieces() {
                let name = template_name(&entry.key, form);
                let added = self.templates.add_template_owned(name.clone(), piece.text.clone());
                match added.map_err(|e| e.to_string()).and_then(|()| self.render_form(&name, &key.samples())) {
                    Ok(rendered) => check::check_length(source, key, piece, &rendered, faults),
                    Err(error) => faults.push(source.fault(piece.at.clone(), format!("`{}`: {error}.", entry.key))),
                }
            }
        }
    }

    /// Whether anything is said in it: a language may have words for themes only.
    fn speaks(&self) -> bool {
        !(self.keys.is_empty() && self.sets.is_empty() && self.broken.is_empty())
    }

    /// Whether a key stands in the files, sound or not.
    fn holds(&self, key: &str) -> bool {
        let area = key.split('.').next().unwrap_or_default();
        self.keys.contains_key(key) || self.broken.contains(key) || self.broken.contains(area)
    }

    fn render(&self, key: &str, values: &Values) -> Result<String, Unsayable> {
        let form = match self.keys.get(key) {
            None => return Err(Unsayable::NoText(key.to_owned())),
            Some(Shape::Plain(Some(text))) => return Ok(text.clone()),
            Some(Shape::Plain(None)) => "",
            Some(Shape::Plural(forms)) => {
                let form = values.count().map(|count| check::form_of(&self.rules, count.unsigned_abs()));
                form.filter(|form| forms.contains(form)).unwrap_or("other")
            }
        };
        self.render_form(&template_name(key, form), values).map_err(|e| Unsayable::Template(key.to_owned(), e))
    }

    fn render_form(&self, name: &str, values: &Values) -> Result<String, String> {
        let template = self.templates.get_template(name).map_err(|error| error.to_string())?;
        let values = values.0.iter().map(|(name, value)| match value {
            Value::Text(text) => (*name, minijinja::Value::from(text.as_str())),
            Value::Number(number) => (*name, minijinja::Value::from(*number)),
        });
        let values: BTreeMap<_, _> = values.collect();
        template.render(minijinja::Value::from(values)).map_err(|error| error.to_string())
    }
}

fn template_name(key: &str, form: &str) -> String {
    if form.is_empty() { key.to_owned() } else { format!("{key}#{form}") }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("languages", &self.languages.keys()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
