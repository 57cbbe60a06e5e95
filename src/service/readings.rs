//! The engine's reading of a comment or a champion's report, as far as it is stored with one.

pub mod queue;

use crate::domain::comment_tone::CommentReading;
use crate::sentiment::{Judge, Model, Reading};

/// Reads a text, on this thread. `None` if the engine built in can't be loaded, which the log then says.
pub fn read(judge: &Judge, text: &str) -> Option<CommentReading> {
    read_all(judge, &[text])?.pop()
}

/// Reads comments, in their order, as [`read`] does.
pub fn read_all(judge: &Judge, texts: &[&str]) -> Option<Vec<CommentReading>> {
    let read = judge.judge_all(texts).and_then(|readings| Ok((readings, Model::get()?)));
    let (readings, model) = read.inspect_err(|error| tracing::error!("comments can't be read: {error}")).ok()?;
    let stored = |reading: Reading| CommentReading {
        engine: judge.engine(model),
        tone: reading.tone.map(|tone| tone.called),
        confident: reading.tone.is_some_and(|tone| tone.confident),
        themes: reading.themes.iter().map(|theme| theme.theme).collect(),
    };
    Some(readings.into_iter().map(stored).collect())
}

/// Whether the engine of today made it, with the words of today.
pub fn is_current(judge: &Judge, reading: &CommentReading) -> bool {
    Model::get().is_ok_and(|model| judge.engine(model) == reading.engine)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Catalogue;

    #[test]
    fn other_words_for_themes_make_another_engine() {
        let reading = |judge: &Judge| read(judge, "Nobody told us.").expect("the engine is built in");
        let catalogue = Catalogue::built_in().expect("sound texts");
        let with_words = Judge::new(catalogue.theme_words().map(|(language, words)| (language.as_str(), words)));
        let without = Judge::new([]);
        assert!(is_current(&without, &reading(&without)) && is_current(&with_words, &reading(&with_words)));
        assert!(!is_current(&with_words, &reading(&without)));
    }

    #[test]
    fn what_is_stored_needs_no_words_of_feeling_so_none_are_looked_for() {
        let judge = Judge::new([]);
        let reading = read(&judge, "This is great, it saves me an hour a day.").expect("the engine is built in");
        assert!(reading.tone.is_some());
        assert!(format!("{judge:?}").contains("vader: OnceLock(<uninit>)"), "the list was loaded");
    }
}
