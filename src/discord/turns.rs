//! One person's clicks one after the other, as Discord tells of them: what was pressed last must be what is kept.
//!
//! Each event is a task of its own, and two that are read together may be run in either order. Clicks of different
//! people never wait for each other. Who waits is known in memory only, and only meanwhile.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::domain::ids::UserId;

/// The longest that a click waits for the one before: what is left of Discord's three seconds for a first answer
/// (discord.md 4, "initial response") must do for its own.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// Who is at what: the latest click of each person that is being handled.
#[derive(Debug, Clone, Default)]
pub(super) struct Turns {
    latest: Arc<Mutex<HashMap<UserId, CancellationToken>>>,
}

/// A click's place in its person's row; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    turns: Turns,
    person: UserId,
    before: Option<CancellationToken>,
    ended: CancellationToken,
}

impl Turns {
    /// Takes the next place. To be called in the order in which the clicks came.
    pub(super) fn take(&self, person: UserId) -> Turn {
        let ended = CancellationToken::new();
        let before = self.latest.lock().expect("no panic while held").insert(person, ended.clone());
        Turn { turns: self.clone(), person, before, ended }
    }
}

impl Turn {
    /// Waits until the click before this one has done its work, at most a second.
    pub(super) async fn come(mut self) -> Self {
        if let Some(before) = self.before.take() {
            // Too long is no fault: better out of order than "did not respond".
            tokio::time::timeout(LONGEST_WAIT, before.cancelled()).await.unwrap_or_default();
        }
        self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.ended.cancel();
        let mut latest = self.turns.latest.lock().expect("no panic while held");
        if latest.get(&self.person).is_some_and(CancellationToken::is_cancelled) {
            latest.remove(&self.person);
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::*;

    fn person(id: u64) -> UserId {
        UserId::new(id).expect("a snowflake")
    }

    #[tokio::test]
    async fn clicks_of_one_person_are_handled_in_their_order_whichever_task_runs_first() {
        let turns = Turns::default();
        let (first, second) = (turns.take(person(1)), turns.take(person(1)));
        let mut coming = Box::pin(second.come());
        assert!(coming.as_mut().now_or_never().is_none(), "the first is not done");
        drop(first);
        let second = coming.now_or_never().expect("the first is done");
        assert!(turns.take(person(1)).come().now_or_never().is_none(), "the second is not done");
        drop(second);
    }

    #[tokio::test]
    async fn people_do_not_wait_for_each_other_and_nobody_is_remembered() {
        let turns = Turns::default();
        let (first, other) = (turns.take(person(1)), turns.take(person(2)));
        drop((first, other.come().now_or_never().expect("nobody is before")));
        assert!(turns.latest.lock().expect("no panic").is_empty());
    }

    #[tokio::test]
    async fn a_click_whose_work_hangs_holds_the_next_one_for_a_second_only() {
        let turns = Turns::default();
        let (_hangs, next) = (turns.take(person(1)), turns.take(person(1)));
        drop(next.come().await);
    }
}
