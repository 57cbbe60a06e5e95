//! Everybody with a screen of their own: all tapping as fast as they are answered, or so many a second.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, ensure};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use super::Bout;
use crate::sandbox::Snowflake;
use crate::sandbox::language::{Member, Message, Reply};

/// How many open their screens at the same time.
const OPENING: usize = 32;

/// What is known of a person's answer to one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Never tapped.
    Nothing,
    /// The choice that was acknowledged last, from 0: the five points, then "can't say".
    Acknowledged(usize),
    /// A tap went unanswered: it may be stored or not.
    InDoubt,
}

/// Everybody.
pub struct Crowd {
    people: Vec<Arc<Mutex<Person>>>,
    course: Arc<Course>,
}

/// The controls below each statement, in the order of its choices.
type Course = Vec<Vec<String>>;

struct Person {
    member: Member,
    screen: Message,
    given: Vec<Given>,
}

impl Crowd {
    /// Everybody presses the post's button; the first goes through the statements, and so learns for all what can be
    /// tapped.
    pub(super) async fn gather(
        people: &[Member],
        post: &Message,
        [open, begin]: [&str; 2],
        labels: &[String],
    ) -> anyhow::Result<Self> {
        let first = people.first().context("nobody is there")?;
        let start = first.clicks(post, open).await?;
        let mut screen = first.clicks(&start, begin).await?;
        let mut course = Course::new();
        while let Some(controls) = controls(&screen, labels) {
            screen = first.clicks(&screen, &controls[0]).await?;
            course.push(controls);
        }
        ensure!(!course.is_empty(), "there is no statement:\n{}", screen.rendered());
        let place = |member: &Member| {
            // The first has answered everything above; what, is not remembered.
            let given = if member.id() == first.id() { Given::InDoubt } else { Given::Nothing };
            let (member, post, open, statements) = (member.clone(), post.clone(), open.to_owned(), course.len());
            async move {
                let opened = member.clicks(&post, &open).await?;
                let screen = opened.message().context("a screen")?.clone();
                anyhow::Ok(Arc::new(Mutex::new(Person { member, screen, given: vec![given; statements] })))
            }
        };
        // In whatever order they were answered.
        let people = crate::sandbox::crowd::act(people, OPENING, place, |_, _| Ok(())).await?;
        Ok(Self { people, course: Arc::new(course) })
    }

    /// `at_once` people at a time tap, each again as soon as the one before is answered, for `time`. With `saved`, only
    /// an answer that says so counts, and is remembered.
    pub async fn rush(&self, at_once: usize, time: Duration, saved: Option<&str>, seed: u64) -> Bout {
        let mut tapping = JoinSet::new();
        let began = Instant::now();
        let each = self.people.len().div_ceil(at_once.max(1));
        for (number, people) in self.people.chunks(each.max(1)).enumerate() {
            let (people, course, saved) = (people.to_vec(), self.course.clone(), saved.map(str::to_owned));
            tapping.spawn(async move {
                let mut random = ChaCha8Rng::seed_from_u64(seed + number as u64);
                let (mut waits, mut failed) = (Vec::new(), 0);
                for person in people.iter().cycle() {
                    let tapped = Instant::now();
                    if tapped - began >= time {
                        break;
                    }
                    match person.lock().await.tap(&course, saved.as_deref(), &mut random).await {
                        true => waits.push(tapped.elapsed()),
                        false => failed += 1,
                    }
                }
                (waits, failed)
            });
        }
        Self::collect(tapping, began).await
    }

    /// So many taps a second for `time`, whether or not the ones before are answered. Waits count from the moment on at
    /// which a tap was due.
    pub async fn steady(&self, per_second: u32, time: Duration, saved: &str, seed: u64) -> Bout {
        let mut tapping = JoinSet::new();
        let began = Instant::now();
        let gap = Duration::from_secs(1) / per_second.max(1);
        for number in 0.. {
            let due = began + gap * number;
            if due - began >= time {
                break;
            }
            sleep_until(due).await;
            let person = self.people[number as usize % self.people.len()].clone();
            let (course, saved) = (self.course.clone(), saved.to_owned());
            tapping.spawn(async move {
                let mut random = ChaCha8Rng::seed_from_u64(seed + u64::from(number));
                let answered = person.lock().await.tap(&course, Some(&saved), &mut random).await;
                if answered { (vec![due.elapsed()], 0) } else { (Vec::new(), 1) }
            });
        }
        Self::collect(tapping, began).await
    }

    /// Who was told what: everybody's identifier with what is known of their answer to each statement.
    pub async fn acknowledged(&self) -> Vec<(Snowflake, Vec<Given>)> {
        let mut all = Vec::with_capacity(self.people.len());
        for person in &self.people {
            let person = person.lock().await;
            all.push((person.member.id(), person.given.clone()));
        }
        all
    }

    async fn collect(mut tapping: JoinSet<(Vec<Duration>, usize)>, began: Instant) -> Bout {
        let (mut all, mut failed) = (Vec::new(), 0);
        while let Some(tapped) = tapping.join_next().await {
            let (waits, unanswered) = tapped.expect("people don't panic");
            all.extend(waits);
            failed += unanswered;
        }
        Bout::new(all, failed, began.elapsed())
    }
}

impl Person {
    /// One tap on any statement. Says whether it was answered.
    async fn tap(&mut self, course: &Course, saved: Option<&str>, random: &mut ChaCha8Rng) -> bool {
        let statement = random.random_range(0..course.len());
        let choice = random.random_range(0..course[statement].len());
        let answered = self.member.clicks_custom_id(&self.screen, &course[statement][choice]).await;
        let Some(saved) = saved else { return answered.is_ok() };
        let is_saved = answered.is_ok_and(|reply| reply.text().contains(saved));
        self.given[statement] = if is_saved { Given::Acknowledged(choice) } else { Given::InDoubt };
        is_saved
    }
}

/// The controls that choose something on this screen; `None` if it shows no statement.
fn controls(screen: &Reply, labels: &[String]) -> Option<Vec<String>> {
    let buttons = screen.buttons();
    labels.iter().map(|label| Some(buttons.iter().find(|button| button.label == *label)?.custom_id.clone())).collect()
}
