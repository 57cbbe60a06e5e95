//! Pulses: question sets, waves and one person's answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::comment_tone::CommentReading;
use super::ids::DepartmentId;
use super::labels::{FearCode, Measure, Phase};

/// The most fear codes one person may pick (product.md, Pulses).
pub const MAX_FEARS: usize = 3;

/// The longest comment, in characters. Our own limit: every row has the length that this one needs
/// (`privacy::answers`), so that no row tells how much somebody wrote.
pub const MAX_COMMENT: usize = 900;

/// A question set as an editor wrote it, or as a wave froze it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionSet {
    /// The file's name without its ending, such as `default`.
    pub id: String,
    /// What people see above it.
    pub title: String,
    /// The phase that it is written for, if for one.
    pub phase: Option<Phase>,
    /// The statements, in order.
    pub items: Vec<Item>,
    /// The question above the fear codes.
    pub fears_prompt: String,
    /// The question above the comment.
    pub comment_prompt: String,
}

/// One 5-point statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its identity across versions and waves; a changed meaning takes a new id.
    pub id: ItemId,
    /// What it measures.
    pub measure: Measure,
    /// The statement.
    pub text: String,
    /// Which end of the scale is favourable.
    #[serde(default)]
    pub favourable: Favourable,
}

impl Item {
    /// Whether `text` says the same in the same words; capitals, space and punctuation don't matter.
    pub fn has_words_of(&self, text: &str) -> bool {
        words(&self.text).eq(words(text))
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// An item's identity: 1 to 40 characters of `a–z`, `0–9`, `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemId(String);

impl ItemId {
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ItemId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if (1..=40).contains(&text.len()) && text.bytes().all(plain) {
            Ok(Self(text))
        } else {
            Err(format!("`{text}` is no item id: use 1 to 40 of a-z, 0-9 and _"))
        }
    }
}

impl From<ItemId> for String {
    fn from(id: ItemId) -> Self {
        id.0
    }
}

/// Which end of an item's scale is good news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Favourable {
    /// 4 and 5 (agree) are favourable.
    #[default]
    Agree,
    /// 1 and 2 (disagree) are favourable; points are turned round before counting.
    Disagree,
}

/// A point on the scale: 1 (strongly disagree) to 5 (strongly agree).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Point(u8);

impl Point {
    /// All five.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The number, 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The point with 5 as the favourable end.
    pub fn oriented(self, favourable: Favourable) -> Self {
        match favourable {
            Favourable::Agree => self,
            Favourable::Disagree => Self(6 - self.0),
        }
    }
}

impl TryFrom<u8> for Point {
    type Error = &'static str;

    fn try_from(value: u8) -> Result<Self, Self::Error> {
        if (1..=5).contains(&value) { Ok(Self(value)) } else { Err("a point is 1 to 5") }
    }
}

impl From<Point> for u8 {
    fn from(point: Point) -> Self {
        point.0
    }
}

/// What a person said to one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// A point on the scale, as shown (not yet oriented).
    Point(Point),
    /// "Can't say": counts as no answer to the item.
    CantSay,
}

/// All that one person has said in one wave. It exists in memory and, encrypted, in one row; nothing in it names
/// the person, and `Debug` shows nothing of it (promises.md P12).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The department under which it counts.
    pub department: DepartmentId,
    /// Answers so far.
    pub choices: BTreeMap<ItemId, Choice>,
    /// Up to [`MAX_FEARS`] fear codes; `None` until that screen was answered.
    pub fears: Option<BTreeSet<FearCode>>,
    /// The comment, already masked.
    pub comment: Option<String>,
    /// What was read out of the comment, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<CommentReading>,
    /// The person pressed *Finish*.
    pub finished: bool,
}

impl Response {
    /// An empty response that counts under `department`.
    pub fn new(department: DepartmentId) -> Self {
        Self { department, choices: BTreeMap::new(), fears: None, comment: None, reading: None, finished: false }
    }
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Response(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corrected_comma_leaves_the_words_and_another_word_does_not() {
        let id = ItemId::try_from("an_item".to_owned()).expect("an id");
        let text = "I know why we change, and how.".to_owned();
        let item = Item { id, measure: Measure::Attitude, text, favourable: Favourable::Agree };
        assert!(item.has_words_of("I know why we change – and how"));
        assert!(!item.has_words_of("I know why we changed, and how."));
        assert!(!item.has_words_of("I know why we change, and how so."));
    }
}
