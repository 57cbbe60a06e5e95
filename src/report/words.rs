//! The words of a summary, filled from the texts catalogue by the caller.
//!
//! Figures are put beside these words, never into them, so no template is needed here.

use std::collections::BTreeMap;

use super::advice::{Advice, Reason};
use super::summary::Trend;
use crate::domain::labels::{FearCode, Measure, Theme};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The words of a summary. Make them with [`Words::fill`].
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Words {
            $($(#[$doc])* pub $name: String,)+
            measures: BTreeMap<Measure, MeasureWords>,
            fears: BTreeMap<FearCode, String>,
            themes: BTreeMap<Theme, String>,
            trends: BTreeMap<Trend, String>,
            advice: BTreeMap<Advice, String>,
            reasons: BTreeMap<Reason, String>,
        }

        impl Words {
            /// Asks `lookup` for the text of every key in [`Words::keys`].
            pub fn fill(mut lookup: impl FnMut(&str) -> String) -> Self {
                Self {
                    $($name: lookup(concat!("summary.word.", stringify!($name))),)+
                    measures: Measure::ALL.iter().map(|m| (*m, MeasureWords {
                        name: lookup(&format!("common.measure.{m}.label")),
                        short: lookup(&format!("summary.measure.{m}")),
                        plain: lookup(&format!("common.measure.{m}.plain")),
                    })).collect(),
                    fears: each(FearCode::ALL, |fear| lookup(&format!("common.fear.{fear}.label"))),
                    themes: each(Theme::ALL, |theme| lookup(&match theme.fear() {
                        Some(fear) => format!("common.fear.{fear}.label"),
                        None => format!("sentiment.praise.{theme}"),
                    })),
                    trends: each(Trend::ALL, |trend| lookup(&format!("summary.trend.{}", trend.code()))),
                    advice: each(Advice::ALL, |advice| lookup(&format!("summary.advice.{}", advice.code()))),
                    reasons: each(Reason::ALL, |reason| lookup(&format!("summary.reason.{}", reason.code()))),
                }
            }
        }
    };
}

words! {
    /// Everybody together, as a row's name.
    company,
    /// Small departments pooled, as a row's name.
    pooled,
    /// Label before the day on which the wave closed.
    closed,
    /// Label before how many answered.
    answered,
    /// Says that the table's figures are favourable answers in per cent.
    figures_note,
    /// Says that the picture's figures are favourable answers in per cent, with a 95 % interval in small type.
    scale,
    /// Says that the picture names, under each department, the fear named most.
    fear_note,
    /// The low end of the colours.
    scale_low,
    /// The high end of the colours.
    scale_high,
    /// In place of a score; at most 10 characters, better 7.
    too_few,
    /// Label before the names of hidden groups.
    hidden,
    /// Label before the smallest number of answers that is shown.
    threshold,
    /// The best department.
    best,
    /// The most worrying department.
    worrying,
    /// "at least 80 %": favourable, nearly or quite unanimous.
    at_least_80,
    /// "at most 20 %": favourable, nearly or quite nobody.
    at_most_20,
    /// Label before the most named fears.
    fears_label,
    /// Label before the share who pressed *Understood*.
    reach,
    /// The same, where departments of a few people are left out of it.
    reach_partial,
    /// Explains the sign before a share without a range.
    about_note,
    /// Explains the two figures for (nearly) everybody and (nearly) nobody.
    bands_note,
    /// Says what a figure without a sign for its change means.
    no_sign_note,
    /// Said where no figure of a group can be compared.
    nothing_earlier,
    /// Explains the sign in place of a tone of which chance may have made the better part.
    tone_unclear_note,
    /// Label before the number of worries sent in.
    worries,
    /// Head of the page of champions' reports.
    champion_reports,
    /// Label before how many of them were there when the wave closed.
    reports_told,
    /// Label before what these are about.
    reports_about,
    /// Says from how many on it is told how they sound.
    reports_note,
    /// Label before how many comments there are.
    comments,
    /// Head of the column for how comments sound; at most 4 columns.
    tone,
    /// Says that its figures are good news minus trouble in percentage points.
    tone_note,
    /// Before that figure, where the picture is told in words.
    tone_in_words,
    /// Before the share of comments in which something is bad.
    comments_bad,
    /// Before the share of comments that are neither.
    comments_neither,
    /// Before the share of comments in which something is good.
    comments_good,
    /// A share of comments of at most ten per cent.
    hardly_any,
    /// A share of comments of at least ninety per cent.
    nearly_all,
    /// Says that half of them or more are hard to judge.
    comments_unsure,
    /// Says that some have no words or are in other languages, and are not judged.
    comments_unjudged,
    /// Says that some were not read, as the program didn't get to them.
    comments_unread,
    /// In place of shares where too few can be judged.
    comments_no_tone,
    /// Label before what they are about.
    comments_about,
    /// Label before the advice.
    next,
    /// Label before its reason.
    why,
    /// A row's name in the picture where the font can't write the department's; a number follows.
    row,
    /// Says that more stands in the table.
    more,
}

/// A measure's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureWords {
    /// Its name; at most 12 columns, so that it heads a column of the picture.
    pub name: String,
    /// Short, for the head of a table column: at most 4 columns.
    pub short: String,
    /// What it asks.
    pub plain: String,
}

impl Words {
    /// Every key that [`Words::fill`] asks for, in its order.
    pub fn keys() -> Vec<String> {
        let mut keys = Vec::new();
        Self::fill(|key| {
            keys.push(key.to_owned());
            String::new()
        });
        keys
    }

    /// A measure's words.
    pub fn measure(&self, measure: Measure) -> &MeasureWords {
        &self.measures[&measure]
    }

    /// A fear in few words.
    pub fn fear(&self, fear: FearCode) -> &str {
        &self.fears[&fear]
    }

    /// What a comment is about, in few words.
    pub fn theme(&self, theme: Theme) -> &str {
        &self.themes[&theme]
    }

    /// A change in words; at most 15 columns.
    pub fn trend(&self, trend: Trend) -> &str {
        &self.trends[&trend]
    }

    /// What to do next: a sentence.
    pub fn advice(&self, advice: Advice) -> &str {
        &self.advice[&advice]
    }

    /// Why: a sentence.
    pub fn reason(&self, reason: Reason) -> &str {
        &self.reasons[&reason]
    }
}

fn each<K: Copy + Ord>(all: &[K], mut lookup: impl FnMut(K) -> String) -> BTreeMap<K, String> {
    all.iter().map(|item| (*item, lookup(*item))).collect()
}
