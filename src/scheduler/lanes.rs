//! What runs side by side: one lane for each job of each guild, and one for each channel that something is posted in.
//!
//! A lane does one thing at a time, so nothing is done twice; lanes don't wait for each other, so that a slow channel
//! holds up nobody else. What forgets a guild runs alone in it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Semaphore;
use tokio::task::{Id, JoinSet};

use super::jobs::{self, Job};
use crate::domain::ids::{ChannelId, GuildId};
use crate::service::Services;
use crate::service::announcements::sending;
use crate::service::departures;
use crate::service::failure::Failure;

/// Posts on their way at one time, over all guilds: more than Discord takes in a second (discord.md 4, "global limit"),
/// few enough for memory and for a server that is slow to answer.
const SIDE_BY_SIDE: usize = 64;

/// What is due at once but could not be done waits so long, so that a failing guild never makes the loop spin.
const PAUSE: TimeDelta = TimeDelta::seconds(2);

/// What a lane does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Work {
    /// One of [`jobs::ALL`], by its place there.
    Job(usize),
    /// Begins what is to be posted.
    Begin,
    /// Posts in one channel, one thing at a time.
    Channel(ChannelId),
    /// Tells leads what the others wrote down.
    Tell,
    /// Forgets a guild whose time is over.
    Forget,
}

type Lane = (GuildId, Work);

/// How a lane stands.
#[derive(Debug, Default)]
struct State {
    runs: bool,
    /// When its last run began.
    began: DateTime<Utc>,
    /// It is to run, once or once more.
    wanted: bool,
    /// When it asked to run again.
    next: Option<DateTime<Utc>>,
}

/// What one run of a lane says.
#[derive(Debug, Default)]
struct Said {
    next: Option<DateTime<Utc>>,
    /// To run at once, beside or after this one.
    wants: Vec<Work>,
}

/// All lanes. Dropping them cuts off what runs.
#[derive(Debug)]
pub(super) struct Lanes {
    services: Services,
    lanes: HashMap<Lane, State>,
    running: JoinSet<Said>,
    by_task: HashMap<Id, Lane>,
    posts: Arc<Semaphore>,
}

impl Lanes {
    pub(super) fn new(services: Services) -> Self {
        let posts = Arc::new(Semaphore::new(SIDE_BY_SIDE));
        Self { services, lanes: HashMap::new(), running: JoinSet::new(), by_task: HashMap::new(), posts }
    }

    /// Everything is to run once, in every guild that there is.
    pub(super) fn want_all(&mut self) {
        let guilds = match self.services.data.list_guilds() {
            Ok(guilds) => guilds,
            Err(error) => return tracing::error!(kind = %error.kind(), "the data folder can't be read"),
        };
        self.lanes.retain(|(guild, _), state| state.runs || guilds.contains(guild));
        for guild in guilds {
            self.want(guild, Work::Begin);
            (0..jobs::ALL.len()).for_each(|place| self.want(guild, Work::Job(place)));
            self.want(guild, Work::Tell);
            self.want(guild, Work::Forget);
        }
    }

    /// What asked to run by now is to run.
    pub(super) fn want_due(&mut self, now: DateTime<Utc>) {
        for state in self.lanes.values_mut() {
            if state.next.is_some_and(|next| next <= now) {
                (state.next, state.wanted) = (None, true);
            }
        }
    }

    /// When the next lane wants to run.
    pub(super) fn next(&self) -> Option<DateTime<Utc>> {
        self.lanes.values().filter_map(|state| state.next).min()
    }

    /// Whether something runs.
    pub(super) fn are_busy(&self) -> bool {
        !self.running.is_empty()
    }

    /// Starts what is wanted and may run.
    pub(super) fn start(&mut self) {
        let mut wanted: Vec<Lane> =
            self.lanes.iter().filter(|(_, state)| state.wanted && !state.runs).map(|(lane, _)| *lane).collect();
        // Forgetting a guild comes last.
        wanted.sort_unstable_by_key(|(guild, work)| (*work, *guild));
        for lane in wanted {
            let is_alone = lane.1 == Work::Forget;
            let mut others = self.by_task.values().filter(|(guild, _)| *guild == lane.0);
            if others.any(|(_, work)| is_alone || *work == Work::Forget) {
                continue;
            }
            let state = self.lanes.entry(lane).or_default();
            *state = State { runs: true, began: self.services.clock.now(), wanted: false, next: None };
            let task = self.running.spawn(run(self.services.clone(), lane, Arc::clone(&self.posts)));
            self.by_task.insert(task.id(), lane);
        }
    }

    /// Waits for the end of a run, and wants what follows from it. `false` if nothing runs.
    pub(super) async fn one_ends(&mut self) -> bool {
        let Some(ended) = self.running.join_next_with_id().await else { return false };
        let (id, said) = match ended {
            Ok((id, said)) => (id, said),
            Err(error) => {
                tracing::error!("the scheduled work of one guild broke off");
                (error.id(), Said::default())
            }
        };
        let Some((guild, work)) = self.by_task.remove(&id) else { return true };
        let now = self.services.clock.now();
        let state = self.lanes.entry((guild, work)).or_default();
        state.runs = false;
        // What came due while it ran is done at once; what was due before, and still is, could not be done.
        let came_due = said.next.is_some_and(|next| state.began < next && next <= now);
        state.wanted |= came_due;
        state.next = said.next.filter(|_| !came_due).map(|next| if next <= now { now + PAUSE } else { next });
        for wanted in said.wants {
            self.want(guild, wanted);
        }
        match work {
            Work::Forget if !self.services.data.guild_folder(guild).is_dir() => {
                self.lanes.retain(|(known, _), _| *known != guild);
            }
            Work::Channel(_) => {
                self.lanes.retain(|lane, state| *lane != (guild, work) || state.wanted || state.next.is_some());
            }
            Work::Job(_) | Work::Begin => self.want(guild, Work::Tell),
            Work::Tell | Work::Forget => {}
        }
        true
    }

    fn want(&mut self, guild: GuildId, work: Work) {
        self.lanes.entry((guild, work)).or_default().wanted = true;
    }
}

async fn run(services: Services, (guild, work): Lane, posts: Arc<Semaphore>) -> Said {
    match work {
        Work::Job(place) => job(&services, guild, &jobs::ALL[place]).await,
        Work::Tell => job(&services, guild, &jobs::TELL).await,
        Work::Forget => job(&services, guild, &jobs::FORGET).await,
        Work::Begin if is_gone(&services, guild).await => Said::default(),
        Work::Begin => match sending::begin_due(&services, guild).await {
            Ok(begun) => {
                let mut wants: Vec<_> = begun.channels.into_iter().map(Work::Channel).collect();
                wants.extend(begun.has_more.then_some(Work::Begin));
                Said { next: begun.next, wants }
            }
            Err(failure) => failed(&services, "begin_announcements", &failure),
        },
        Work::Channel(channel) => {
            let _one_of_few = posts.acquire_owned().await;
            match sending::deliver_next(&services, guild, channel).await {
                Ok(true) => Said { next: None, wants: vec![work] },
                // Leases may have changed, and leads may have something to read.
                Ok(false) => Said { next: None, wants: vec![Work::Begin] },
                Err(failure) => failed(&services, "deliver_announcements", &failure),
            }
        }
    }
}

async fn job(services: &Services, guild: GuildId, job: &Job) -> Said {
    if !job.also_when_gone && is_gone(services, guild).await {
        return Said::default();
    }
    match (job.run)(services, guild).await {
        Ok(next) => Said { next, wants: Vec::new() },
        Err(failure) => failed(services, job.name, &failure),
    }
}

fn failed(services: &Services, job: &'static str, failure: &Failure) -> Said {
    if failure.is_disk_trouble() {
        services.data.note_trouble();
    }
    tracing::error!(job, cause = failure.cause(), "a job failed; it is tried again");
    Said::default()
}

/// What can't be told counts as there: the work finds out.
async fn is_gone(services: &Services, guild: GuildId) -> bool {
    departures::is_gone(services, guild).await.unwrap_or(false)
}
