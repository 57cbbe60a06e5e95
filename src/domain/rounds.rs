//! Saying it again: rounds of an announcement, who sends them, and whether their words are other words.

use std::fmt;

use chrono::{DateTime, Utc};

use super::announcements::Words;
use super::ids::{DepartmentId, RoundId, UserId};

/// An announcement is said at most so many times; the first is the announcement itself (product.md, "Again").
pub const MOST_ROUNDS: u8 = 3;

/// From this likeness on a text says the same words again. Our own measure: a changed sentence in ten stays above it.
const TOO_ALIKE: f64 = 0.8;

/// Who says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sender {
    /// Round 2: a department's own managers.
    Manager,
    /// Round 3: a champion among colleagues.
    Champion,
}

impl Sender {
    /// Whose turn it is in a round from 2 on.
    pub fn of(round: u8) -> Self {
        if round <= 2 { Self::Manager } else { Self::Champion }
    }

    /// For keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Champion => "champion",
        }
    }
}

/// A round after the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its row.
    pub id: RoundId,
    /// 2 or 3.
    pub number: u8,
    /// What it says.
    pub words: Words,
    /// When its senders were asked; `None`: a draft.
    pub asked_at: Option<DateTime<Utc>>,
    /// The departments that it is for.
    pub departments: Vec<RoundDepartment>,
    /// Counts changes of the draft, so that who saw an older state is known to have.
    pub revision: u32,
    /// A second lead was asked about the draft as it is: by whom, and when.
    pub sought: Option<(UserId, DateTime<Utc>)>,
}

/// A round's draft as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RoundAt {
    /// Which.
    pub id: RoundId,
    /// In which state: see [`Round::revision`].
    pub revision: u32,
}

impl Round {
    /// The draft as it is now.
    pub fn at(&self) -> RoundAt {
        RoundAt { id: self.id, revision: self.revision }
    }

    /// Who says it.
    pub fn sender(&self) -> Sender {
        Sender::of(self.number)
    }

    /// The departments in which nobody has posted it yet, though it was asked for.
    pub fn waiting(&self) -> impl Iterator<Item = DepartmentId> {
        let unsigned = self.departments.iter().filter(|part| self.asked_at.is_some() && part.signed.is_none());
        unsigned.map(|part| part.department)
    }

    /// One department's part.
    pub fn part(&self, department: DepartmentId) -> Option<&RoundDepartment> {
        self.departments.iter().find(|part| part.department == department)
    }
}

/// One department's part in a round.
#[derive(Clone, PartialEq, Eq)]
pub struct RoundDepartment {
    /// Which department.
    pub department: DepartmentId,
    /// Who posted it there, and in what words.
    pub signed: Option<Signed>,
}

impl fmt::Debug for RoundDepartment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RoundDepartment").field("signed", &self.signed.is_some()).finish_non_exhaustive()
    }
}

/// A round's post in one department, in somebody's name.
#[derive(Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who.
    pub by: UserId,
    /// The name on the post.
    pub name: String,
    /// The words.
    pub body: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whether a text says another in nearly the same words: case, punctuation and the order of sentences don't count.
pub fn is_too_alike(text: &str, other: &str) -> bool {
    let (text, other) = (bare(text), bare(other));
    strsim::sorensen_dice(&text, &other).max(strsim::normalized_levenshtein(&text, &other)) >= TOO_ALIKE
}

fn bare(text: &str) -> String {
    let spaced: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str =
        "From 1 December on, all customers stand in one list. You no longer keep your own sheet beside it.";

    #[test]
    fn the_same_words_are_known_whatever_is_done_to_them() {
        for same in [
            FIRST,
            "FROM 1 DECEMBER ON – all customers stand in one list! You no longer keep your own sheet beside it…",
            "You no longer keep your own sheet beside it. From 1 December on, all customers stand in one list.",
            "Please note: from 1 December on, all customers stand in one list. You no longer keep your own sheet beside it.",
        ] {
            assert!(is_too_alike(FIRST, same), "{same}");
        }
        assert!(is_too_alike("", ""));
    }

    #[test]
    fn other_words_for_the_same_thing_are_other_words() {
        for other in [
            "Your spreadsheet can go: next month you look a customer up in one place, and so does everybody else.",
            "Who has spoken to this customer last? From December you see it at once, because we share a single list.",
        ] {
            assert!(!is_too_alike(FIRST, other), "{other}");
        }
    }

    #[test]
    fn managers_say_it_second_and_champions_third() {
        assert_eq!([Sender::of(2), Sender::of(MOST_ROUNDS)], [Sender::Manager, Sender::Champion]);
    }
}
