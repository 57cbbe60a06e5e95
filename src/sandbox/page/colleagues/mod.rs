//! Lets the other people of the company act. Who has answered a pulse nobody can know (promises.md 1); the page remembers
//! whom it has made answer, and no more.

mod errands;

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::task::AbortHandle;

use self::errands::Errand;
use super::Desk;
use super::refusal::Refused;
use crate::sandbox::Snowflake;
use crate::sandbox::crowd::{self, Signs};

/// How many act at the same time.
const AT_ONCE: usize = 16;

/// The seed of what is left to chance; each time they are asked to act is another stream of it.
const SEED: u64 = 11;

/// What colleagues are at, and whom the page has made answer.
#[derive(Debug, Default)]
pub(super) struct Colleagues {
    state: Mutex<Busy>,
}

#[derive(Debug, Default)]
struct Busy {
    progress: Progress,
    task: Option<AbortHandle>,
    /// Times that they were asked to act.
    rounds: u64,
    /// A post and somebody who was sent to answer there.
    sent: HashSet<(Snowflake, Snowflake)>,
}

/// How far they are.
#[derive(Debug, Clone, Default, Serialize)]
struct Progress {
    busy: bool,
    /// What they do; `None` before the first time.
    doing: Option<Doing>,
    done: usize,
    all: usize,
    /// How many of those who are done got no answer, or lost their way.
    failed: usize,
}

/// What they may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Doing {
    Answer,
    Acknowledge,
    Report,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    r#do: Doing,
    /// How many of a hundred take part.
    share: u8,
    /// By the name of a department: how much better or worse than usual, from -2 to 2.
    #[serde(default)]
    moods: BTreeMap<String, i8>,
}

/// Sends them off, and answers at once.
pub(super) async fn ask(
    State(desk): State<Arc<Desk>>,
    Json(wanted): Json<Wanted>,
) -> Result<(StatusCode, Json<Value>), Refused> {
    let known = |name: &String| desk.parts.company.departments.iter().any(|found| found.plan.name == *name);
    if wanted.share > 100 {
        return Err(Refused::wrong_value("share"));
    }
    if !wanted.moods.iter().all(|(name, mood)| known(name) && (-2..=2).contains(mood)) {
        return Err(Refused::wrong_value("moods"));
    }
    desk.clone().send_off(&wanted)?;
    desk.tell();
    Ok((StatusCode::ACCEPTED, Json(desk.colleagues.progress())))
}

/// Stops them; whoever is in the middle of something leaves it there.
pub(super) async fn stop(State(desk): State<Arc<Desk>>) -> Json<Value> {
    desk.colleagues.with(|state| {
        state.progress.busy = false;
        state.task.take().inspect(AbortHandle::abort)
    });
    desk.tell();
    Json(desk.colleagues.progress())
}

impl Desk {
    fn send_off(self: Arc<Self>, wanted: &Wanted) -> Result<(), Refused> {
        // Looked at before the lock is taken: the world has a lock of its own.
        let signs = Signs::of_every_set(&self.parts.texts);
        let round = self.colleagues.with(|state| {
            state.rounds += 1;
            state.rounds
        });
        let mut chance = ChaCha8Rng::seed_from_u64(SEED);
        chance.set_stream(round);
        let mut errands = errands::possible(&self.parts, &signs, wanted, &mut chance);
        errands.shuffle(&mut chance);
        let desk = self.clone();
        self.colleagues.with(|state| {
            if state.progress.busy {
                return Err(Refused::conflict("busy"));
            }
            if wanted.r#do == Doing::Answer {
                // What was sent to posts that are closed by now is of no use any more.
                state.sent.retain(|(post, _)| errands.iter().any(|errand| errand.post() == Some(*post)));
            }
            errands.retain(|errand| errand.post().is_none_or(|post| !state.sent.contains(&(post, errand.who()))));
            if errands.is_empty() {
                return Err(Refused::conflict("nothing_open"));
            }
            errands.truncate((errands.len() * usize::from(wanted.share)).div_ceil(100));
            let all = errands.len();
            state.progress = Progress { busy: true, doing: Some(wanted.r#do), done: 0, all, failed: 0 };
            state.task = Some(tokio::spawn(desk.run(errands, signs)).abort_handle());
            Ok(())
        })
    }

    async fn run(self: Arc<Self>, errands: Vec<Errand>, signs: Signs) {
        let (desk, signs) = (&self, &signs);
        let go = |errand: Errand| async move {
            let sent = errand.post().map(|post| (post, errand.who()));
            let went = errand.run(&desk.parts.texts, signs).await;
            desk.colleagues.with(|state| {
                state.progress.done += 1;
                state.progress.failed += usize::from(went.is_err());
                // Whoever got no answer may be sent again.
                state.sent.extend(sent.filter(|_| went.is_ok()));
            });
            desk.tell();
            Ok(())
        };
        // Nobody's failure is an error here.
        let _ = crowd::act(errands, AT_ONCE, go, |_, _| Ok(())).await;
        self.colleagues.with(|state| state.progress.busy = false);
        self.tell();
    }
}

impl Colleagues {
    /// How far they are.
    pub(super) fn progress(&self) -> Value {
        self.with(|state| json!(state.progress))
    }

    fn with<R>(&self, act: impl FnOnce(&mut Busy) -> R) -> R {
        act(&mut self.state.lock().expect("no panic while held"))
    }
}
