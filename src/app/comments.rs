//! `groundswell sentiment`: shows how the engine reads comments, and how often it is right on labelled ones.

use std::io::{self, BufRead};

use serde_json::{Value, json};

use crate::domain::labels::{Theme, Tone};
use crate::sentiment::evaluation::{BadLabels, Figures, called_by_vader, figures, read_labelled};
use crate::sentiment::{AT_ONCE, BadWeights, Judge, Model, Reading, Spoken, ThemeReading};
use crate::texts::{Catalogue, Language};
use crate::values;

/// Why comments could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CommentsFault {
    /// The file, or standard input.
    #[error(transparent)]
    Input(#[from] io::Error),
    /// A file of labelled comments.
    #[error(transparent)]
    Labels(#[from] BadLabels),
    /// The model built in.
    #[error(transparent)]
    Model(#[from] BadWeights),
}

/// The engine, with the words for themes of these texts.
pub fn judge(texts: &Catalogue) -> Judge {
    Judge::new(texts.theme_words().map(|(language, words)| (language.as_str(), words)))
}

/// Reads comments, one a line, and says of each how it sounds, what it is about and why; as JSON lines if `as_json`. They
/// are read some at a time, or one by one if they are `typed` by somebody who waits.
///
/// # Errors
/// If the input or the model can't be read.
pub fn read_comments(
    texts: &Catalogue,
    input: impl BufRead,
    as_json: bool,
    typed: bool,
    mut say: impl FnMut(String),
) -> Result<(), CommentsFault> {
    let at_once = if typed { 1 } else { AT_ONCE };
    let judge = judge(texts);
    let mut lines = input.split(b'\n');
    loop {
        let part = lines.by_ref().take(at_once).collect::<Result<Vec<_>, _>>()?;
        if part.is_empty() {
            break;
        }
        let part: Vec<_> = part.iter().map(|line| String::from_utf8_lossy(line)).collect();
        let part: Vec<_> = part.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        for (text, reading) in part.iter().zip(judge.read_all(&part)?) {
            if as_json {
                say(as_value(text, &reading)?.to_string());
            } else {
                say(format!("{text}\n{}\n", in_words(texts, &reading)));
            }
        }
    }
    if !as_json {
        say(texts.say(&Language::english(), "sentiment.judge.warning", values! {}));
    }
    Ok(())
}

/// The engine's figures on labelled comments (a table as [`read_labelled`] takes it) beside VADER's.
///
/// # Errors
/// If the table or the model can't be read.
pub fn evaluate(texts: &Catalogue, table: &str, mut say: impl FnMut(String)) -> Result<(), CommentsFault> {
    let judge = judge(texts);
    let comments = read_labelled(table)?;
    let ours = judge.called(&comments.iter().map(|comment| comment.text.as_str()).collect::<Vec<_>>())?;
    let vaders: Vec<_> = comments.iter().map(|c| called_by_vader(judge.vader().score(&c.text))).collect();
    say(format!("comments: {}, engine: {}", comments.len(), Model::get()?.calibration().version));
    say(table_of(&figures(&comments, &ours), &figures(&comments, &vaders)));
    Ok(())
}

fn table_of(ours: &Figures, vaders: &Figures) -> String {
    let rows = [
        ("macro-F1", ours.macro_f1, vaders.macro_f1),
        ("right sign", ours.right_sign, vaders.right_sign),
        ("wrong sign of all", ours.wrong_sign, vaders.wrong_sign),
        ("department error", ours.department_error, vaders.department_error),
        ("department rank correlation", ours.department_rank, vaders.department_rank),
    ];
    let mut lines = vec![format!("{:<29}{:>6}  {:>6}", "", "engine", "VADER")];
    lines.extend(rows.map(|(name, ours, vaders)| format!("{name:<29}{ours:>6.3}  {vaders:>6.3}")));
    if let Some(themes) = ours.themes {
        lines.push(format!("{:<29}{:>6.3}  {:>6}", "themes, micro-F1", themes.micro_f1, "-"));
        lines.push(format!("{:<29}{:>6.3}  {:>6}", "themes, precision", themes.precision, "-"));
    }
    lines.join("\n")
}

fn as_value(text: &str, reading: &Reading) -> Result<Value, BadWeights> {
    let language = match reading.language {
        Spoken::Wordless | Spoken::Unknown => Value::Null,
        Spoken::English | Spoken::PerhapsEnglish => json!("en"),
        Spoken::Other(code) => json!(code),
    };
    let tone = reading.tone.map(|tone| {
        let [negative, neutral, positive] = tone.probabilities;
        json!({
            "called": tone.called.code(),
            "probabilities": { "-": negative, "0": neutral, "+": positive },
            "confident": tone.confident,
        })
    });
    let theme = |theme: &ThemeReading| json!({ "theme": theme.theme, "score": theme.score, "words": theme.words });
    Ok(json!({
        "text": text,
        "language": language,
        "tone": tone,
        "themes": reading.themes.iter().map(theme).collect::<Vec<_>>(),
        "words": { "good": reading.words.good, "bad": reading.words.ill },
        "engine": Model::get()?.calibration().version,
    }))
}

fn in_words(texts: &Catalogue, reading: &Reading) -> String {
    let say = |key: &str, values| format!("  {}", texts.say(&Language::english(), key, values));
    let mut lines = Vec::new();
    match (reading.tone, reading.language) {
        (Some(tone), _) => {
            let called = match tone.called {
                Tone::Negative => "sentiment.tone.negative",
                Tone::Neutral => "sentiment.tone.neutral",
                Tone::Positive => "sentiment.tone.positive",
            };
            let [negative, neutral, positive] = tone.probabilities.map(percent);
            let called = texts.say(&Language::english(), called, values! {});
            let key = if tone.confident { "sentiment.judge.tone" } else { "sentiment.judge.tone_unsure" };
            lines.push(say(
                key,
                values! { tone => called, negative => negative, neutral => neutral, positive => positive },
            ));
        }
        (None, Spoken::Other(code)) => lines.push(say("sentiment.judge.other_language", values! { language => code })),
        (None, Spoken::Unknown) => lines.push(say("sentiment.judge.unknown_language", values! {})),
        (None, _) => lines.push(say("sentiment.judge.wordless", values! {})),
    }
    for theme in &reading.themes {
        let (name, score) = (theme_name(texts, theme.theme), percent(theme.score));
        lines.push(match theme.words.as_slice() {
            [] => say("sentiment.judge.theme_of_sentence", values! { theme => name, score => score }),
            words => say("sentiment.judge.theme", values! { theme => name, score => score, words => words.join(", ") }),
        });
    }
    for (key, words) in [("sentiment.judge.good", &reading.words.good), ("sentiment.judge.bad", &reading.words.ill)] {
        if !words.is_empty() {
            lines.push(say(key, values! { words => words.join(", ") }));
        }
    }
    lines.join("\n")
}

fn theme_name(texts: &Catalogue, theme: Theme) -> String {
    let english = Language::english();
    match theme.fear() {
        Some(fear) => texts.label(&english, fear),
        None => texts.say(&english, &format!("sentiment.praise.{theme}"), values! {}),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
fn percent(share: f32) -> i64 {
    (share * 100.0).round() as i64
}
