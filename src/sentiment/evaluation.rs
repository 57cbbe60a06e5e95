//! How often an engine is right: its figures on comments that people have labelled.
//!
//! The same figures as in `tools/train/tone/measures.py`; CI holds them above floors, `groundswell sentiment --evaluate`
//! prints them.

use rand::prelude::*;
use rand_chacha::ChaCha12Rng;

use crate::domain::labels::{Theme, Tone};

const DEPARTMENTS: usize = 400;
const DEPARTMENT_SIZE: usize = 15;

/// A comment with the labels that people gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Its tone.
    pub tone: Tone,
    /// What it is about.
    pub themes: Vec<Theme>,
    /// What was written.
    pub text: String,
}

/// What an engine calls a comment.
#[derive(Debug, Clone, PartialEq)]
pub struct Called {
    /// The tone that it names.
    pub tone: Tone,
    /// From −1, bad, to 1, good.
    pub score: f64,
    /// The themes that it names; `None` of an engine without themes.
    pub themes: Option<Vec<Theme>>,
}

/// A file of labelled comments that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct BadLabels {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// The figures of one engine on one set of comments, shares from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// The mean of the three tones' F1.
    pub macro_f1: f64,
    /// Of the comments with a clear tone, those whose score has its sign.
    pub right_sign: f64,
    /// Of all comments, those with a clear tone that are called the opposite.
    pub wrong_sign: f64,
    /// The mean absolute error of a department's mean tone (−1 to 1), over 400 invented departments of 15 comments. It is
    /// the mean of the tones called, as the summary has it, but without its correction.
    pub department_error: f64,
    /// Spearman's rank correlation of those departments' tones with the truth.
    pub department_rank: f64,
    /// Themes over all comments together; `None` of an engine without them.
    pub themes: Option<ThemeFigures>,
}

/// Figures of themes over all comments together, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThemeFigures {
    /// The harmonic mean of precision and recall.
    pub micro_f1: f64,
    /// Of the themes named, those that people named too.
    pub precision: f64,
}

/// Reads a table with the columns author, department, source, tone, themes, text, separated by tabs, below a line of names.
///
/// # Errors
/// The first line that has other columns, or labels that don't exist.
pub fn read_labelled(table: &str) -> Result<Vec<Labelled>, BadLabels> {
    let lines = table.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty());
    let read = lines.map(|(at, line)| {
        let bad = |what: &str| BadLabels { line: at + 1, what: what.to_owned() };
        let columns: Vec<&str> = line.splitn(6, '\t').collect();
        let [_, _, _, tone, themes, text] = columns[..] else {
            return Err(bad("six columns are expected: author, department, source, tone, themes, text"));
        };
        let codes = themes.split(',').map(str::trim).filter(|code| !code.is_empty());
        Ok(Labelled {
            tone: tone.parse().map_err(|_| bad("the tone is one of -, 0, +"))?,
            themes: codes.map(str::parse).collect::<Result<_, _>>().map_err(|_| bad("there is no such theme"))?,
            text: text.to_owned(),
        })
    });
    read.collect()
}

/// What VADER calls a text of this score: its authors' bounds (±0.05). It knows no themes.
pub fn called_by_vader(score: f64) -> Called {
    let tone = if score >= 0.05 {
        Tone::Positive
    } else if score <= -0.05 {
        Tone::Negative
    } else {
        Tone::Neutral
    };
    Called { tone, score, themes: None }
}

/// The figures of what an engine called these comments, one by one. Without comments they are all 0.
pub fn figures(truth: &[Labelled], called: &[Called]) -> Figures {
    let pairs: Vec<_> = truth.iter().zip(called).collect();
    let clear = |(truth, _): &&(&Labelled, &Called)| truth.tone != Tone::Neutral;
    let right = pairs.iter().filter(clear).filter(|(truth, called)| called.score * sign(truth.tone) > 0.0).count();
    let wrong = pairs.iter().filter(|(truth, called)| sign(truth.tone) * sign(called.tone) < 0.0).count();
    let (department_error, department_rank) = departments(&pairs);
    Figures {
        macro_f1: Tone::ALL.iter().map(|tone| f1_of(*tone, &pairs)).sum::<f64>() / share_of(Tone::ALL.len()),
        right_sign: ratio(right, pairs.iter().filter(clear).count()),
        wrong_sign: ratio(wrong, pairs.len()),
        department_error,
        department_rank,
        themes: theme_figures(&pairs),
    }
}

fn f1_of(tone: Tone, pairs: &[(&Labelled, &Called)]) -> f64 {
    let hit = pairs.iter().filter(|(truth, called)| truth.tone == tone && called.tone == tone).count();
    let named = pairs.iter().filter(|(_, called)| called.tone == tone).count();
    let meant = pairs.iter().filter(|(truth, _)| truth.tone == tone).count();
    ratio(2 * hit, named + meant)
}

fn theme_figures(pairs: &[(&Labelled, &Called)]) -> Option<ThemeFigures> {
    let (mut hit, mut named, mut meant) = (0, 0, 0);
    for (truth, called) in pairs {
        let themes = called.themes.as_ref()?;
        hit += themes.iter().filter(|theme| truth.themes.contains(theme)).count();
        named += themes.len();
        meant += truth.themes.len();
    }
    Some(ThemeFigures { micro_f1: ratio(2 * hit, named + meant), precision: ratio(hit, named) })
}

/// Each invented department has a mood of its own: its mix of tones is drawn evenly from all mixes (Dirichlet 1, 1, 1),
/// its comments from those of that tone.
fn departments(pairs: &[(&Labelled, &Called)]) -> (f64, f64) {
    let by_tone: Vec<Vec<_>> =
        Tone::ALL.iter().map(|tone| pairs.iter().filter(|(truth, _)| truth.tone == *tone).collect()).collect();
    if by_tone.iter().any(Vec::is_empty) {
        return (0.0, 0.0);
    }
    let mut random = ChaCha12Rng::seed_from_u64(0);
    let (mut real, mut seen) = (Vec::new(), Vec::new());
    for _ in 0..DEPARTMENTS {
        let mix: [f64; 3] = std::array::from_fn(|_| -(1.0 - random.random::<f64>()).ln());
        let drawn: Vec<_> = (0..DEPARTMENT_SIZE)
            .map(|_| {
                let mut place = random.random::<f64>() * mix.iter().sum::<f64>();
                let tone = mix.iter().position(|part| {
                    place -= part;
                    place < 0.0
                });
                let comments = &by_tone[tone.unwrap_or(mix.len() - 1)];
                comments[random.random_range(0..comments.len())]
            })
            .collect();
        let mean = |of: &dyn Fn(&(&Labelled, &Called)) -> f64| {
            drawn.iter().map(|pair| of(pair)).sum::<f64>() / share_of(DEPARTMENT_SIZE)
        };
        real.push(mean(&|(truth, _)| sign(truth.tone)));
        seen.push(mean(&|(_, called)| sign(called.tone)));
    }
    let error = real.iter().zip(&seen).map(|(a, b)| (a - b).abs()).sum::<f64>() / share_of(DEPARTMENTS);
    (error, correlation(&ranks(&real), &ranks(&seen)))
}

/// The rank of each value; equal values share the mean of their ranks.
fn ranks(values: &[f64]) -> Vec<f64> {
    let below = |value: &f64| values.iter().filter(|other| *other < value).count();
    let equal = |value: &f64| values.iter().filter(|other| *other == value).count();
    values.iter().map(|value| share_of(below(value)) + share_of(equal(value) + 1) / 2.0).collect()
}

/// Pearson's correlation; of ranks it is Spearman's. 0 if either side never changes.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / share_of(values.len());
    let (mean_a, mean_b) = (mean(a), mean(b));
    let both: f64 = a.iter().zip(b).map(|(x, y)| (x - mean_a) * (y - mean_b)).sum();
    let spread = |values: &[f64], mean: f64| values.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
    let scale = (spread(a, mean_a) * spread(b, mean_b)).sqrt();
    if scale > 0.0 { both / scale } else { 0.0 }
}

fn sign(tone: Tone) -> f64 {
    match tone {
        Tone::Negative => -1.0,
        Tone::Neutral => 0.0,
        Tone::Positive => 1.0,
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { share_of(part) / share_of(whole) }
}

fn share_of(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(tone: Tone) -> Labelled {
        Labelled { tone, themes: vec![Theme::Tool], text: String::new() }
    }

    fn called(tone: Tone, themes: &[Theme]) -> Called {
        Called { tone, score: sign(tone), themes: Some(themes.to_vec()) }
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn a_perfect_engine_has_perfect_figures() {
        let truth: Vec<_> = Tone::ALL.iter().map(|tone| labelled(*tone)).collect();
        let calls: Vec<_> = Tone::ALL.iter().map(|tone| called(*tone, &[Theme::Tool])).collect();
        let figures = figures(&truth, &calls);
        assert!(close(figures.macro_f1, 1.0) && close(figures.right_sign, 1.0) && close(figures.wrong_sign, 0.0));
        assert!(close(figures.department_error, 0.0) && close(figures.department_rank, 1.0), "{figures:?}");
        assert_eq!(figures.themes, Some(ThemeFigures { micro_f1: 1.0, precision: 1.0 }));
    }

    #[test]
    fn faults_count_where_they_belong() {
        use Tone::{Negative, Neutral, Positive};
        let truth = [Negative, Negative, Neutral, Positive].map(labelled);
        let calls = [
            called(Negative, &[Theme::Tool, Theme::Skill]),
            called(Positive, &[]),
            called(Neutral, &[]),
            called(Neutral, &[Theme::Tool]),
        ];
        let figures = figures(&truth, &calls);
        // F1: negative 2·1/(1+2), neutral 2·1/(2+1), positive 0.
        assert!(close(figures.macro_f1, (2.0 / 3.0 + 2.0 / 3.0) / 3.0), "{figures:?}");
        assert!(close(figures.right_sign, 1.0 / 3.0) && close(figures.wrong_sign, 0.25));
        let themes = figures.themes.expect("an engine with themes");
        assert!(close(themes.precision, 2.0 / 3.0) && close(themes.micro_f1, 4.0 / 7.0));
    }

    #[test]
    fn a_table_of_labels_is_read_or_its_fault_named() {
        let head = "author\tdepartment\tsource\ttone\tthemes\ttext\n";
        let read = read_labelled(&format!("{head}a\tb\tpulse\t-\ttool,skill\tSlow.\tYes\n")).expect("sound");
        assert_eq!(read[0].themes, [Theme::Tool, Theme::Skill]);
        assert_eq!((read[0].tone, read[0].text.as_str()), (Tone::Negative, "Slow.\tYes"));
        for (line, what) in
            [("a\tb", "six columns"), ("a\tb\tc\t*\t\tx", "the tone"), ("a\tb\tc\t0\tfun\tx", "no such")]
        {
            let fault = read_labelled(&format!("{head}{line}\n")).expect_err(line);
            assert!(fault.line == 2 && fault.what.contains(what), "{fault}");
        }
    }

    #[test]
    fn equal_values_share_their_rank() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0]), [2.5, 1.0, 2.5]);
        assert!(close(correlation(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0]), 1.0));
        assert!(close(correlation(&[1.0, 2.0], &[5.0, 5.0]), 0.0));
    }
}
