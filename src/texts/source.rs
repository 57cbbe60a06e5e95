//! Finds the files of `messages/`, built in or in a folder, and knows the lines of each.

use std::fs;
use std::ops::Range;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::fault::Fault;
use super::language::Language;

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/messages");

/// One file of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// Where it is, as people would open it.
    pub path: String,
    /// The language of its folder.
    pub language: Language,
    /// What it holds.
    pub kind: Kind,
    /// Its content.
    pub text: String,
}

/// What a file holds, going by its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// The texts of one area: `messages/en/<area>.toml`.
    Area(String),
    /// A question set: `messages/en/pulses/<id>.toml`.
    QuestionSet(String),
    /// The words that point to themes: `messages/en/themes.toml`.
    Themes,
    /// A template of an announcement: `messages/en/announcements/<id>.md`.
    Template(String),
}

/// The folders of a language that hold more than areas.
const FOLDERS: [&str; 2] = ["announcements", "pulses"];

impl Source {
    /// The line of a byte, counted from 1.
    pub fn line(&self, byte: usize) -> usize {
        1 + self.text.as_bytes()[..byte.min(self.text.len())].iter().filter(|&&b| b == b'\n').count()
    }

    /// A fault at a place in this file; of the file as a whole without a place.
    pub fn fault(&self, at: Option<Range<usize>>, sentence: impl Into<String>) -> Fault {
        let line = at.map_or(0, |at| self.line(at.start));
        Fault { file: self.path.clone(), line, sentence: sentence.into() }
    }

    /// Parses the file as TOML.
    pub fn parse(&self) -> Result<toml_edit::Document<&str>, Fault> {
        toml_edit::Document::parse(self.text.as_str()).map_err(|error| {
            let why = error.message().trim().replace('\n', "; ");
            self.fault(error.span(), format!("This is not valid TOML: {why}."))
        })
    }
}

/// The files built into the program.
pub(super) fn built_in() -> (Vec<Source>, Vec<Fault>) {
    let mut found = Found::new("messages");
    for language in BUILT_IN.dirs() {
        let folders = FOLDERS.iter().filter_map(|folder| language.get_dir(language.path().join(folder)));
        for file in language.files().chain(folders.flat_map(Dir::files)) {
            found.add(file.path(), file.contents().to_vec());
        }
    }
    found.finish()
}

/// The files of a folder laid out like `messages/`.
pub(super) fn in_folder(root: &Path) -> (Vec<Source>, Vec<Fault>) {
    let mut found = Found::new(&root.display().to_string());
    for language in found.list(root) {
        let mut files = found.list(&language);
        for folder in FOLDERS {
            files.extend(found.list(&language.join(folder)));
        }
        for file in files.into_iter().filter(|f| f.is_file()) {
            let inside = file.strip_prefix(root).expect("listed below the root").to_path_buf();
            match fs::read(&file) {
                Ok(bytes) => found.add(&inside, bytes),
                Err(error) => found.faults.push(Fault::of_file(file.display().to_string(), unreadable(&error))),
            }
        }
    }
    found.finish()
}

fn unreadable(error: &std::io::Error) -> String {
    format!("This can't be read: {error}.")
}

/// What was found so far.
struct Found {
    root: String,
    sources: Vec<Source>,
    faults: Vec<Fault>,
}

impl Found {
    fn new(root: &str) -> Self {
        Self { root: root.to_owned(), sources: Vec::new(), faults: Vec::new() }
    }

    /// The entries of a folder, in order of name; of a file, or of one of [`FOLDERS`] that isn't there, none.
    fn list(&mut self, folder: &Path) -> Vec<std::path::PathBuf> {
        if folder.is_file() || (FOLDERS.iter().any(|known| folder.ends_with(known)) && !folder.exists()) {
            return Vec::new();
        }
        let entries = fs::read_dir(folder).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect());
        let mut entries: Vec<_> = entries.unwrap_or_else(|error| {
            self.faults.push(Fault::of_file(folder.display().to_string(), unreadable(&error)));
            Vec::new()
        });
        entries.retain(|e| !e.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")));
        entries.sort();
        entries
    }

    /// Takes a file if it is one of ours by its place; other endings (`README.md`, backups) are left alone.
    fn add(&mut self, inside: &Path, bytes: Vec<u8>) {
        let path = format!("{}/{}", self.root, inside.to_string_lossy().replace('\\', "/"));
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        let (folder, ending, kind): (_, _, fn(String) -> Kind) = match parts.as_slice() {
            [folder, name] if name == "themes.toml" => (folder, ".toml", |_| Kind::Themes),
            [folder, _] => (folder, ".toml", Kind::Area),
            [folder, middle, _] if middle == "pulses" => (folder, ".toml", Kind::QuestionSet),
            [folder, middle, _] if middle == "announcements" => (folder, ".md", Kind::Template),
            _ => return,
        };
        let name = parts.last().expect("matched above");
        let Some(stem) = name.strip_suffix(ending) else { return };
        match folder.parse::<Language>() {
            Ok(language) if language.as_str() == *folder => match String::from_utf8(bytes) {
                Ok(text) => self.sources.push(Source { path, language, kind: kind(stem.to_owned()), text }),
                Err(_) => self.faults.push(Fault::of_file(path, "This is not UTF-8. Save it as UTF-8 text.")),
            },
            _ => {
                let sentence = format!("The folder `{folder}` names no language. Name it like `en`, `de` or `pt-BR`.");
                self.faults.push(Fault::of_file(path, sentence));
            }
        }
    }

    fn finish(self) -> (Vec<Source>, Vec<Fault>) {
        let mut sources = self.sources;
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        (sources, self.faults)
    }
}
