//! Templates of announcements: `messages/<language>/announcements/<id>.md`, read and checked. Front matter (TOML between
//! two lines `+++`) says what it is for, the text below it is the body.
//!
//! A lead begins with one and changes it. Nothing here is rendered: placeholders are filled in when something is posted,
//! or replaced by the lead (`domain::placeholders`).

use std::collections::BTreeMap;
use std::ops::Range;

use toml_edit::TableLike;

use super::fault::{Fault, did_you_mean};
use super::source::Source;
use super::template::{Braces, braces};
use crate::domain::announcements::{MAX_BODY, MAX_LINE, MAX_TITLE, Words};
use crate::domain::labels::{Phase, ProcessLabel};
use crate::domain::placeholders::Automatic;

/// The line before and after the front matter.
const FENCE: &str = "+++";

/// What front matter may hold.
const KEYS: [&str; 9] = ["name", "about", "title", "process", "phase", "audience", "benefit", "ask", "placeholders"];

/// The longest name in a list, and the longest line on what it is for: together they fit a suggestion's 100 characters
/// (discord.md 4, "command shape"), or are cut there.
const MAX_NAME: usize = 40;
const MAX_ABOUT: usize = 100;

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncementTemplate {
    /// The file's name without its ending.
    pub id: String,
    /// What a list calls it.
    pub name: String,
    /// When one would take it.
    pub about: String,
    /// Which of the four processes it serves.
    pub process: Option<ProcessLabel>,
    /// In which phase one would take it.
    pub phase: Option<Phase>,
    /// For whom it is meant, in words; may be empty.
    pub audience: String,
    /// What it says, with placeholders.
    pub words: Words,
    /// What a lead writes in place of each placeholder that is not automatic.
    pub placeholders: BTreeMap<String, String>,
}

/// Reads a template; `None` if there was a fault.
pub(super) fn read(source: &Source, id: &str, faults: &mut Vec<Fault>) -> Option<AnnouncementTemplate> {
    let before = faults.len();
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    if !(1..=40).contains(&id.len()) || !id.bytes().all(plain) {
        faults.push(source.fault(None, "The file's name must be 1 to 40 of a-z, 0-9 and _, then `.md`."));
    }
    let Some((front, body)) = split(&source.text) else {
        let sentence =
            format!("A template begins with a line `{FENCE}`, its front matter, and a second line `{FENCE}`.");
        faults.push(source.fault(Some(0..0), sentence));
        return None;
    };
    let document = match toml_edit::Document::parse(front.as_str()) {
        Ok(document) => document,
        Err(error) => {
            let why = error.message().trim().replace('\n', "; ");
            faults.push(source.fault(error.span(), format!("The front matter is not valid TOML: {why}.")));
            return None;
        }
    };
    let mut reader = Reader { source, used: BTreeMap::new(), faults };
    let table = document.as_table();
    reader.known(table);
    let name = reader.text(table, "name", MAX_NAME, true);
    let about = reader.text(table, "about", MAX_ABOUT, true);
    let title = reader.text(table, "title", MAX_TITLE.into(), true);
    let benefit = reader.text(table, "benefit", MAX_LINE.into(), true);
    let ask = reader.text(table, "ask", MAX_LINE.into(), false);
    let audience = reader.text(table, "audience", MAX_ABOUT, false);
    let processes: Vec<_> = ProcessLabel::ALL.iter().map(|one| (one.code(), *one)).collect();
    let process = reader.word(table, "process", &processes);
    let phases: Vec<_> = Phase::ALL.iter().map(|one| (one.code(), *one)).collect();
    let phase = reader.word(table, "phase", &phases);
    let at = body.clone();
    let body = reader.body(body);
    let placeholders = reader.placeholders(table);
    reader.compare(&placeholders, at);
    if faults.len() > before {
        return None;
    }
    Some(AnnouncementTemplate {
        id: id.to_owned(),
        name,
        about,
        process,
        phase,
        audience,
        words: Words { title, body, benefit, ask },
        placeholders: placeholders.into_iter().map(|(name, (meaning, _))| (name, meaning)).collect(),
    })
}

/// The front matter, with every byte at the place that it has in the file, and where the body stands.
fn split(text: &str) -> Option<(String, Range<usize>)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == FENCE)?;
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == FENCE {
            let blank = " ".repeat(FENCE.len());
            let front = format!("{blank}{}", &text[FENCE.len()..at]);
            return Some((front, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

/// Reads values and notes what is wrong with them, and which placeholders they use.
struct Reader<'a> {
    source: &'a Source,
    /// Placeholders used, and where first.
    used: BTreeMap<String, Range<usize>>,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, at: Option<Range<usize>>, sentence: impl Into<String>) {
        self.faults.push(self.source.fault(at, sentence));
    }

    fn known(&mut self, table: &dyn TableLike) {
        for (name, item) in table.iter().filter(|(name, _)| !KEYS.contains(name)) {
            let at = table.key(name).and_then(toml_edit::Key::span).or_else(|| item.span());
            let near = did_you_mean(name, KEYS);
            self.fault(at, format!("A template has no `{name}`.{near}"));
        }
    }

    /// A text on one line; empty where it is missing, which is a fault if it must be there.
    fn text(&mut self, table: &dyn TableLike, name: &str, max: usize, must: bool) -> String {
        let Some(item) = table.get(name) else {
            if must {
                self.fault(Some(0..0), format!("`{name}` is missing in the front matter."));
            }
            return String::new();
        };
        let Some(text) = item.as_str().map(str::trim) else {
            self.fault(item.span(), format!("`{name}` must be a text in quotation marks."));
            return String::new();
        };
        let length = text.chars().count();
        if text.is_empty() && must {
            self.fault(item.span(), format!("`{name}` is empty."));
        } else if length > max {
            self.fault(item.span(), format!("`{name}` has {length} characters; {max} are allowed."));
        } else if text.chars().any(char::is_control) {
            self.fault(item.span(), format!("`{name}` must stand on one line."));
        }
        let at = item.span().unwrap_or(0..0);
        if matches!(name, "name" | "about" | "audience" | "title") && text.contains("{{") {
            self.fault(Some(at), format!("`{name}` can't hold placeholders; they belong in the text below."));
        } else {
            self.note_braces(text, at);
        }
        text.to_owned()
    }

    /// One of the words of a closed list, where it is given.
    fn word<T: Copy>(&mut self, table: &dyn TableLike, name: &str, known: &[(&str, T)]) -> Option<T> {
        let item = table.get(name)?;
        let word = item.as_str().unwrap_or_default();
        let found = known.iter().find(|(code, _)| *code == word).map(|(_, value)| *value);
        if found.is_none() {
            let codes: Vec<_> = known.iter().map(|(code, _)| format!("`{code}`")).collect();
            let near = did_you_mean(word, known.iter().map(|(code, _)| *code));
            self.fault(item.span(), format!("`{name}` must be one of {}.{near}", codes.join(", ")));
        }
        found
    }

    fn body(&mut self, at: Range<usize>) -> String {
        let raw = &self.source.text[at.clone()];
        let body = raw.trim().replace("\r\n", "\n");
        let length = body.chars().count();
        if body.is_empty() {
            self.fault(Some(at), "The text below the front matter is missing.");
        } else if length > usize::from(MAX_BODY) {
            self.fault(Some(at), format!("The text has {length} characters; {MAX_BODY} are allowed."));
        } else {
            let begins = at.start + (raw.len() - raw.trim_start().len());
            self.note_braces(&body, begins..at.end);
        }
        body
    }

    /// Notes placeholders, and braces that are none. `at`: where the text stands in the file.
    fn note_braces(&mut self, text: &str, at: Range<usize>) {
        let place = |what: &str| {
            let found = self.source.text.get(at.clone()).and_then(|raw| raw.find(what));
            found.map_or(at.clone(), |start| at.start + start..at.end)
        };
        let found: Vec<_> = braces(text)
            .into_iter()
            .map(|found| match found {
                Braces::Value(name) => (place(&name), Ok(name)),
                Braces::Wrong(what, why) => (place(&what), Err(format!("Here stands `{what}`. {why}"))),
            })
            .collect();
        for (at, found) in found {
            match found {
                Ok(name) => {
                    self.used.entry(name).or_insert(at);
                }
                Err(sentence) => self.fault(Some(at), sentence),
            }
        }
    }

    /// The placeholders that the front matter explains, each with its meaning and place.
    fn placeholders(&mut self, table: &dyn TableLike) -> BTreeMap<String, (String, Option<Range<usize>>)> {
        let mut known = BTreeMap::new();
        let Some(item) = table.get("placeholders") else { return known };
        let Some(inner) = item.as_table_like() else {
            self.fault(item.span(), "Write placeholders below a line `[placeholders]`, each with its meaning.");
            return known;
        };
        for (name, item) in inner.iter() {
            let at = inner.key(name).and_then(toml_edit::Key::span).or_else(|| item.span());
            if Automatic::find(name).is_some() {
                self.fault(at, format!("`{name}` is filled in by the program and needs no meaning here."));
                continue;
            }
            match item.as_str().map(str::trim).filter(|meaning| !meaning.is_empty()) {
                Some(meaning) => {
                    known.insert(name.to_owned(), (meaning.to_owned(), at));
                }
                None => self.fault(at, format!("`{name}` needs its meaning, a text in quotation marks.")),
            }
        }
        known
    }

    /// Every placeholder is explained or automatic, and every explained one is used.
    fn compare(&mut self, explained: &BTreeMap<String, (String, Option<Range<usize>>)>, body: Range<usize>) {
        let used = std::mem::take(&mut self.used);
        for (name, at) in &used {
            if explained.contains_key(name) || Automatic::find(name).is_some() {
                continue;
            }
            let automatic = Automatic::ALL.map(Automatic::name);
            let near = did_you_mean(name, explained.keys().map(String::as_str).chain(automatic));
            let sentence = format!("The placeholder `{name}` is unknown; explain it below `[placeholders]`.{near}");
            self.fault(Some(at.clone()), sentence);
        }
        for (name, (_, at)) in explained.iter().filter(|(name, _)| !used.contains_key(*name)) {
            let at = at.clone().or(Some(body.clone()));
            self.fault(at, format!("The placeholder `{name}` is explained but never used."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::language::Language;
    use crate::texts::source::Kind;

    const SOUND: &str = "+++\nname = 'Go-live'\nabout = 'On the day'\ntitle = 'It starts'\nprocess = 'leadership'\n\
                         benefit = 'Faster, {{ department }}.'\n\n[placeholders]\nroom = 'Where'\n+++\n\nHello.\n\nCome to {{ room }}.\n";

    fn read_text(text: &str) -> Result<AnnouncementTemplate, Vec<String>> {
        let kind = Kind::Template("start".to_owned());
        let source = Source {
            path: "m/en/announcements/start.md".into(),
            language: Language::english(),
            kind,
            text: text.into(),
        };
        let mut faults = Vec::new();
        let read = read(&source, "start", &mut faults);
        read.ok_or_else(|| faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_sound_template_is_read_with_its_placeholders() {
        let template = read_text(SOUND).expect("sound");
        assert_eq!(template.words.body, "Hello.\n\nCome to {{ room }}.");
        assert_eq!(template.process, Some(ProcessLabel::Leadership));
        assert_eq!(template.placeholders.get("room").map(String::as_str), Some("Where"));
        assert_eq!(read_text(&SOUND.replace('\n', "\r\n")).expect("sound").words.body, template.words.body);
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let faults = |text: String| read_text(&text).expect_err("faults");
        let at = |line: usize, sentence: &str| vec![format!("m/en/announcements/start.md:{line}: {sentence}")];
        assert_eq!(
            faults(SOUND.replace("{{ room }}", "{{ room }} and {{ rom }}")),
            at(14, "The placeholder `rom` is unknown; explain it below `[placeholders]`. Did you mean `room`?")
        );
        assert_eq!(
            faults(SOUND.replace("{{ room }}", "the hall")),
            at(9, "The placeholder `room` is explained but never used.")
        );
        assert_eq!(
            faults(SOUND.replace("{{ room }}", "{{ room }}, {room}")),
            at(14, "Here stands `{room}`. A value needs two braces on each side, like `{{ name }}`.")
        );
        assert_eq!(
            faults(SOUND.replace("benefit", "benfit")),
            [
                "m/en/announcements/start.md:6: A template has no `benfit`. Did you mean `benefit`?",
                "m/en/announcements/start.md:1: `benefit` is missing in the front matter.",
            ]
        );
        assert_eq!(
            faults(SOUND.replace("'It starts'", "'{{ company }} starts'")),
            at(4, "`title` can't hold placeholders; they belong in the text below.")
        );
        assert_eq!(
            faults(SOUND.replace("'leadership'", "'leadershp'")),
            at(
                5,
                "`process` must be one of `leadership`, `infrastructure`, `training`, `performance_metrics`. Did you mean `leadership`?"
            )
        );
        assert_eq!(
            faults(SOUND.replace("Hello.\n\nCome to {{ room }}.", "")),
            [
                "m/en/announcements/start.md:11: The text below the front matter is missing.",
                "m/en/announcements/start.md:9: The placeholder `room` is explained but never used.",
            ]
        );
        let none = "A template begins with a line `+++`, its front matter, and a second line `+++`.";
        assert_eq!(faults("Hello.".to_owned()), at(1, none));
        assert_eq!(faults("+++\nname = 'x'\n".to_owned()), at(1, none));
        assert!(
            faults(SOUND.replace("'Go-live'", "Go-live"))[0]
                .starts_with("m/en/announcements/start.md:2: The front matter is not valid TOML")
        );
    }
}
