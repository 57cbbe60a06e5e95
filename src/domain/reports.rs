//! What champions report: what they heard, what they answered, and whether that helped.
//!
//! Reports are signed, unlike everything else that is collected here; their texts are masked before they are kept.

use chrono::{DateTime, Utc};

use super::ids::{DepartmentId, ReportId, UserId};
use super::labels::{FearCode, Helped, ReportKind, Severity};

/// The longest text on what was heard, in characters. Our own limit: all of a report must fit into one embed (4,096
/// characters, discord.md 4) even where every character has to be escaped.
pub const MAX_HEARD: u16 = 1000;

/// The longest answer, in characters; see [`MAX_HEARD`].
pub const MAX_ANSWERED: u16 = 800;

/// The longest text on whether the answer helped, in characters; see [`MAX_HEARD`].
pub const MAX_OUTCOME: u16 = 120;

/// What a report is about, as chosen before anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject {
    /// What kind of thing was heard.
    pub kind: ReportKind,
    /// Which fear it belongs to.
    pub about: FearCode,
    /// How much it weighs.
    pub severity: Severity,
}

/// The texts of a report. `Debug` shows none of them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// What the champion heard.
    pub heard: String,
    /// What the champion answered; may be empty.
    pub answered: String,
    /// In the champion's words, whether it helped; may be empty.
    pub outcome: String,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Account(..)")
    }
}

/// A report as filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its row.
    pub id: ReportId,
    /// When it was filed.
    pub filed_at: DateTime<Utc>,
    /// Who filed it.
    pub champion: UserId,
    /// The name that colleagues saw then.
    pub champion_name: String,
    /// The champion's department.
    pub department: DepartmentId,
    /// What it is about.
    pub subject: Subject,
    /// Its texts, masked.
    pub account: Account,
    /// Whether the answer helped; unknown at first.
    pub helped: Option<Helped>,
}

/// An answer that champions gave to a fear, and how it went.
#[derive(Clone, PartialEq, Eq)]
pub struct TriedAnswer {
    /// Its words, as one of the champions wrote them.
    pub text: String,
    /// How often it helped.
    pub helped: u32,
    /// How often it helped in part.
    pub partly: u32,
    /// How often it was given in all, with or without a word on how it went.
    pub given: u32,
}

/// Puts the same answers together, whatever their capitals and spaces, and orders them: most helpful first. Answers
/// that never helped are left out.
///
/// Order: helped counts two and partly one, so that a proven answer stands before a lucky one; of equals the one that
/// was given less often, then the one that was written first.
pub fn rank_answers(given: impl IntoIterator<Item = (String, Option<Helped>)>) -> Vec<TriedAnswer> {
    let mut answers: Vec<(String, TriedAnswer)> = Vec::new();
    for (text, helped) in given {
        let same = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let place = answers.iter().position(|(key, _)| *key == same).unwrap_or_else(|| {
            answers.push((same, TriedAnswer { text, helped: 0, partly: 0, given: 0 }));
            answers.len() - 1
        });
        let answer = &mut answers[place].1;
        answer.given += 1;
        match helped {
            Some(Helped::Yes) => answer.helped += 1,
            Some(Helped::Partly) => answer.partly += 1,
            Some(Helped::No) | None => {}
        }
    }
    let mut ranked: Vec<_> =
        answers.into_iter().map(|(_, answer)| answer).filter(|a| a.helped + a.partly > 0).collect();
    ranked.sort_by_key(|answer| (std::cmp::Reverse(2 * answer.helped + answer.partly), answer.given));
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranked(given: &[(&str, Option<Helped>)]) -> Vec<(String, u32, u32, u32)> {
        let answers = rank_answers(given.iter().map(|(text, helped)| ((*text).to_owned(), *helped)));
        answers.into_iter().map(|a| (a.text, a.helped, a.partly, a.given)).collect()
    }

    #[test]
    fn the_same_answer_counts_once_with_how_often_it_helped() {
        let given = [
            ("Book an hour with me.", Some(Helped::Yes)),
            ("It gets better", Some(Helped::Partly)),
            ("book  an hour\nwith me.", Some(Helped::No)),
            ("Book an hour with me.", Some(Helped::Yes)),
        ];
        let expected = [("Book an hour with me.".to_owned(), 2, 0, 3), ("It gets better".to_owned(), 0, 1, 1)];
        assert_eq!(ranked(&given), expected);
    }

    #[test]
    fn answers_that_never_helped_are_left_out() {
        assert!(ranked(&[("Just do it", Some(Helped::No)), ("Wait and see", None)]).is_empty());
    }

    #[test]
    fn of_equally_helpful_answers_the_one_that_failed_less_stands_first() {
        let given = [("a", Some(Helped::Yes)), ("a", Some(Helped::No)), ("b", Some(Helped::Yes))];
        assert_eq!(ranked(&given).iter().map(|a| a.0.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    }
}
