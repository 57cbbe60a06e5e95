//! What the invented people write: `messages/en/sandbox/voices.toml`, built in.
//!
//! These are words of people, not of the bot: they take no values and exist in one language.

use std::collections::BTreeMap;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use serde::Deserialize;

/// The name under which comments stand that fit every department.
const ANYONE: &str = "Anyone";

/// Everything that they write.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voices {
    /// The leads' announcements, in order.
    pub announcements: Vec<Announcement>,
    benefits: BTreeMap<String, String>,
    /// Questions after an announcement.
    pub questions: Vec<Question>,
    /// Worries after an announcement.
    pub worries: Vec<Worry>,
    /// What champions report.
    pub reports: Vec<ChampionReport>,
    /// What leads and a manager write around the first announcement.
    pub replies: Replies,
    /// The comment of the person whom the story follows.
    pub follows: Follows,
    comments: BTreeMap<String, Comments>,
}

/// An announcement as a lead types it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub body: String,
    /// What is in it for the reader.
    pub benefit: String,
    /// What is asked of the reader.
    pub ask: String,
}

/// A question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Whose.
    pub department: String,
    /// Its text.
    pub text: String,
    /// What leads answer.
    pub answer: String,
}

/// A worry.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worry {
    /// Whose.
    pub department: String,
    /// The code of the fear.
    pub fear: String,
    /// Its text.
    pub text: String,
}

/// A champion's report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChampionReport {
    /// Whose.
    pub department: String,
    /// The code of its kind.
    pub kind: String,
    /// The code of the fear that it is about.
    pub about: String,
    /// What the champion heard.
    pub heard: String,
    /// What the champion answered.
    pub answered: String,
    /// Whether that helped, in a word.
    pub helped: String,
}

/// What is said around the first announcement: a manager's open question, answers, other words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replies {
    /// What a manager couldn't answer in the team's meeting.
    pub open_question: String,
    /// What leads answer to that.
    pub open_answer: String,
    /// The answer to everyone who has the first worry.
    pub worry: String,
    /// The announcement once more, in other words.
    pub other_words: String,
    /// What the manager adds to them.
    pub managers_own: String,
}

/// The followed person's comment, first as typed and then as changed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Follows {
    /// With a name and a number in it.
    pub first: String,
    /// Without.
    pub revised: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Comments {
    worried: Vec<String>,
    content: Vec<String>,
}

impl Voices {
    /// The voices built into the program.
    pub fn built_in() -> Self {
        let text = include_str!("../../../messages/en/sandbox/voices.toml");
        toml::from_str(text).expect("a test reads the file that is built in")
    }

    /// What is in it for `department`.
    pub fn benefit(&self, department: &str) -> &str {
        self.benefits.get(department).map(String::as_str).unwrap_or_default()
    }

    /// What the worried or the content of `department` write.
    pub fn comments(&self, department: &str, content: bool) -> &[String] {
        let found = self.comments.get(department);
        found.map(|comments| if content { &*comments.content } else { &comments.worried }).unwrap_or_default()
    }

    /// A comment for one person; one in six writes what anybody could. `used` are those that others have written:
    /// they come again only when there are no more.
    pub fn comment(&self, department: &str, content: bool, used: &mut Vec<String>, chance: &mut ChaCha8Rng) -> String {
        let first = if chance.random_bool(1.0 / 6.0) { ANYONE } else { department };
        for source in [first, department, ANYONE] {
            let fresh: Vec<_> = self.comments(source, content).iter().filter(|text| !used.contains(*text)).collect();
            if !fresh.is_empty() {
                let found = fresh[chance.random_range(0..fresh.len())].clone();
                used.push(found.clone());
                return found;
            }
        }
        let all = self.comments(department, content);
        all[chance.random_range(0..all.len())].clone()
    }
}
