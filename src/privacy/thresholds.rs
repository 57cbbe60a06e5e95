//! The smallest groups that may be shown. The floors live here, in code: configuration can only raise them
//! (promises.md P2).

use serde::{Deserialize, Serialize};

/// The fewest answers to an item from which a score is shown (P2).
pub const SCORE_FLOOR: u32 = 5;

/// The fewest comments in a group from which any is shown (P2).
pub const COMMENT_FLOOR: u32 = 10;

/// The thresholds that a wave froze at its launch (P11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Wanted", into = "Wanted")]
pub struct Thresholds {
    score: u32,
    comment: u32,
}

impl Thresholds {
    /// Takes the wanted thresholds, raised to the floors where they are below. A comment, being words, never needs
    /// fewer people than a score.
    pub fn new(score: u32, comment: u32) -> Self {
        let score = score.max(SCORE_FLOOR);
        Self { score, comment: comment.max(COMMENT_FLOOR).max(score) }
    }

    /// The fewest answers of a shown group; at least [`SCORE_FLOOR`].
    pub fn score(self) -> u32 {
        self.score
    }

    /// The fewest comments of a shown group; at least [`COMMENT_FLOOR`].
    pub fn comment(self) -> u32 {
        self.comment
    }
}

impl Default for Thresholds {
    /// The floors.
    fn default() -> Self {
        Self::new(SCORE_FLOOR, COMMENT_FLOOR)
    }
}

/// As stored: whatever stands in a row passes through the floors again.
#[derive(Serialize, Deserialize)]
struct Wanted {
    score: u32,
    comment: u32,
}

impl From<Wanted> for Thresholds {
    fn from(wanted: Wanted) -> Self {
        Self::new(wanted.score, wanted.comment)
    }
}

impl From<Thresholds> for Wanted {
    fn from(thresholds: Thresholds) -> Self {
        Self { score: thresholds.score, comment: thresholds.comment }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p2_configuration_can_raise_the_floors_but_not_lower_them() {
        assert_eq!(Thresholds::new(0, 0), Thresholds::default());
        assert_eq!(Thresholds::new(4, 9), Thresholds::new(5, 10));
        let raised = Thresholds::new(8, 12);
        assert_eq!((raised.score(), raised.comment()), (8, 12));
        assert_eq!(Thresholds::new(30, 10).comment(), 30);
    }

    #[test]
    fn p2_a_doctored_row_is_raised_to_the_floors() {
        let read: Thresholds = serde_json::from_str(r#"{"score":1,"comment":1}"#).expect("thresholds");
        assert_eq!(read, Thresholds::default());
    }
}
