//! What each of the colleagues may be sent to do, and how they do it: as people do, through what stands on the screen.

use std::collections::BTreeMap;

use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::{Doing, Wanted};
use crate::sandbox::Snowflake;
use crate::sandbox::company::{Answer, ChampionReport, Department, Person, Question, Season, Voices, Worry};
use crate::sandbox::crowd::{Signs, voicing};
use crate::sandbox::language::{Member, Message};
use crate::sandbox::page::PageParts;
use crate::texts::{Catalogue, Language};
use crate::values;

/// How many points of the scale one step of mood is.
const STEP: f64 = 0.75;

/// How many of those who react to an announcement ask; how many worry in a usual mood.
const ASK: f64 = 0.04;
const WORRY: f64 = 0.05;

/// One person with something to do.
pub(super) struct Errand {
    who: Member,
    what: What,
}

enum What {
    /// Answer the pulse on this post, unless they have begun already.
    Answer { post: Message, answer: Answer, comment: Option<String> },
    /// Press *Understood* under this post, and perhaps say something.
    Acknowledge { post: Message, question: Option<Question>, worry: Option<Worry> },
    /// File a report.
    Report(ChampionReport),
}

/// Everybody who could do what is wanted now. The pulse and the announcement are the newest in each department.
pub(super) fn possible(parts: &PageParts, signs: &Signs, wanted: &Wanted, chance: &mut ChaCha8Rng) -> Vec<Errand> {
    let voices = Voices::built_in();
    let understood = parts.texts.say(&Language::english(), "announce.post.understood", values! {});
    let mut used = Vec::new();
    let mut errands = Vec::new();
    for department in &parts.company.departments {
        let mood = mood(&wanted.moods, department);
        let post = match wanted.r#do {
            Doing::Answer => department.channel.newest_with_button(&signs.answer),
            Doing::Acknowledge => department.channel.newest_with_button(&understood),
            Doing::Report => None,
        };
        match (wanted.r#do, post) {
            (Doing::Report, _) => {
                for person in department.champions() {
                    errands.extend(report(&voices, department, chance).map(|what| errand(person, what)));
                }
            }
            (Doing::Answer, Some(post)) => {
                for person in &department.people {
                    let what = answer(&voices, department, person, mood, &post, signs, &mut used, chance);
                    errands.push(errand(person, what));
                }
            }
            (Doing::Acknowledge, Some(post)) => {
                for person in &department.people {
                    errands.push(errand(person, acknowledge(&voices, department, mood, &post, chance)));
                }
            }
            (_, None) => {}
        }
    }
    errands
}

impl Errand {
    /// Whose it is.
    pub(super) fn who(&self) -> Snowflake {
        self.who.id()
    }

    /// The post of the pulse that is to be answered; another errand may be done again.
    pub(super) fn post(&self) -> Option<Snowflake> {
        match &self.what {
            What::Answer { post, .. } => Some(post.id()),
            _ => None,
        }
    }

    /// Does it.
    pub(super) async fn run(self, texts: &Catalogue, signs: &Signs) -> anyhow::Result<()> {
        let who = &self.who;
        match self.what {
            What::Answer { post, answer, comment } => {
                let screen = who.clicks(&post, &signs.answer).await?;
                // Whoever has begun by hand is left in peace.
                if signs.is_beginning(&screen) {
                    signs.go_on(who, screen, &answer, comment.as_deref(), None).await?;
                }
            }
            What::Acknowledge { post, question, worry } => {
                let understood = texts.say(&Language::english(), "announce.post.understood", values! {});
                who.clicks(&post, &understood).await?;
                if let Some(question) = question {
                    voicing::asks(texts, who, &post, &question).await?;
                }
                if let Some(worry) = worry {
                    voicing::worries(texts, who, &post, &worry).await?;
                }
            }
            What::Report(report) => {
                voicing::files(who, &report).await?;
            }
        }
        Ok(())
    }
}

fn errand(person: &Person, what: What) -> Errand {
    Errand { who: person.member.clone(), what }
}

fn mood(moods: &BTreeMap<String, i8>, department: &Department) -> f64 {
    moods.get(department.plan.name).copied().map_or(0.0, f64::from)
}

#[expect(clippy::too_many_arguments, reason = "all that one person's answer depends on")]
fn answer(
    voices: &Voices,
    department: &Department,
    person: &Person,
    mood: f64,
    post: &Message,
    signs: &Signs,
    used: &mut Vec<String>,
    chance: &mut ChaCha8Rng,
) -> What {
    let shifted = Season::Second.mood(department.plan).shifted(mood * STEP);
    // The same person answers the same pulse in the same way, however often they are asked.
    let answer = person.mind.answer_in(department.plan, &shifted, person.mind.chance(post.id().get()), signs.items());
    let comment = answer.comments.then(|| voices.comment(department.plan.name, answer.content, used, chance));
    What::Answer { post: post.clone(), answer, comment }
}

fn acknowledge(voices: &Voices, department: &Department, mood: f64, post: &Message, chance: &mut ChaCha8Rng) -> What {
    let name = department.plan.name;
    let questions: Vec<_> = voices.questions.iter().filter(|question| question.department == name).collect();
    let worries: Vec<_> = voices.worries.iter().filter(|worry| worry.department == name).collect();
    let (asks, worried) = (chance.random_bool(ASK), chance.random_bool(WORRY * (1.0 - mood / 2.0)));
    What::Acknowledge {
        post: post.clone(),
        question: questions.choose(chance).filter(|_| asks).copied().cloned(),
        worry: worries.choose(chance).filter(|_| worried).copied().cloned(),
    }
}

/// A report that the department's champions could file: one of their own, or else anybody's.
fn report(voices: &Voices, department: &Department, chance: &mut ChaCha8Rng) -> Option<What> {
    let own: Vec<_> = voices.reports.iter().filter(|report| report.department == department.plan.name).collect();
    let report = own.choose(chance).copied().or_else(|| voices.reports.choose(chance));
    report.cloned().map(What::Report)
}
