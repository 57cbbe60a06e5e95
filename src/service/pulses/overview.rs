//! What leads may see of waves: state and times, and while one is open how many have answered, in steps of five.
//!
//! Never who, never per department, never a result.

use chrono::{DateTime, Utc};

use super::{Services, Wave};
use crate::domain::banding::participation_step;
use crate::domain::follow_ups::{FollowUp, FollowUpState, reminder_times};
use crate::domain::waves::{Post, WaveState};
use crate::service::actor::Actor;
use crate::service::failure::Failure;
use crate::service::rights::require_lead;
use crate::store;

/// One wave as leads see it.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What was frozen.
    pub wave: Wave,
    /// How many people were asked.
    pub eligible: u32,
    /// While open: how many have answered, rounded down to a step of five (promises.md P9).
    pub answered: Option<u32>,
    /// Its posts.
    pub posts: Vec<Post>,
    /// Its reminders, by time, as far as they are decided.
    pub reminders: Vec<FollowUp>,
    /// While open: when reminders are still to be decided.
    pub planned: Vec<DateTime<Utc>>,
}

/// How one wave stands: the one named, or the only open one.
pub async fn status(services: &Services, actor: &Actor, named: Option<&str>) -> Result<Overview, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let wave = super::choose_wave(services, actor, named, |state| state == WaveState::Open).await?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let asked = store::waves::list_asked(&mut reader, wave.id).await?;
    let answered = match wave.state {
        WaveState::Open => Some(participation_step(store::answers::count_answers(&mut reader, wave.id).await?)),
        _ => None,
    };
    let posts = store::waves::list_posts(&mut reader, wave.id).await?;
    drop(reader);
    let mut reminders = super::reminders::list(&store, &wave).await?;
    let mut planned = match wave.state {
        // Just launched: nothing is written down yet.
        WaveState::Open if reminders.is_empty() => reminder_times(wave.opens_at, wave.closes_at, company.timezone),
        WaveState::Open => {
            let waiting = reminders.iter().filter(|reminder| reminder.state == FollowUpState::Planned);
            waiting.map(|reminder| reminder.planned).collect()
        }
        _ => Vec::new(),
    };
    planned.dedup();
    reminders.retain(|reminder| reminder.state != FollowUpState::Planned);
    let eligible = asked.iter().map(|department| department.eligible).sum();
    Ok(Overview { eligible, answered, posts, reminders, planned, wave })
}

/// All waves, newest first.
pub async fn list(services: &Services, actor: &Actor) -> Result<Vec<Wave>, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    Ok(store::waves::list_waves(&mut reader).await?)
}

/// Waves to choose from: title and number, newest first; none for people who may not see them.
pub async fn suggest_waves(services: &Services, actor: &Actor) -> Result<Vec<(String, String)>, Failure> {
    let waves = list(services, actor).await?;
    let going_on = waves.into_iter().filter(|wave| !wave.state.is_final());
    Ok(going_on.map(|wave| (wave.set.title, wave.id.to_string())).collect())
}
