//! What somebody can do now, by their roles and by what is open.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::Services;
use super::actor::Actor;
use super::failure::Failure;
use super::pulses::Wave;
use super::rights::{require_champion, require_lead, require_manage_server};
use crate::domain::departments::{Department, Membership, membership};
use crate::domain::ids::ChannelId;
use crate::domain::waves::{AskedDepartment, WaveState};
use crate::store;

/// What somebody can do now.
#[derive(Debug, Clone)]
pub struct Help {
    /// Their departments.
    pub departments: Vec<Department>,
    /// The pulses that ask these.
    pub pulses: Vec<OpenPulse>,
    /// The departments whose managers they are, each with the managers' channel.
    pub manages: Vec<(Department, ChannelId)>,
    /// They may report.
    pub is_champion: bool,
    /// They may plan, close and read.
    pub is_lead: bool,
    /// They may set up.
    pub is_administrator: bool,
}

/// A pulse that asks somebody.
#[derive(Debug, Clone)]
pub struct OpenPulse {
    /// Its title.
    pub title: String,
    /// Until when.
    pub closes_at: DateTime<Utc>,
    /// Where it was posted for their departments.
    pub channels: BTreeSet<ChannelId>,
}

/// Finds out. Whether they have answered a pulse is not looked at: nobody needs to know who asks for help.
pub async fn help(services: &Services, actor: &Actor) -> Result<Help, Failure> {
    let company = services.company(actor.guild).await?;
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let all = store::departments::list_departments(&mut reader).await?;
    let departments: Vec<Department> = match membership(&all, &actor.roles) {
        Membership::None => Vec::new(),
        Membership::One(department) => vec![department.clone()],
        Membership::Several(several) => several.into_iter().cloned().collect(),
    };
    let mut pulses = Vec::new();
    let waves: Vec<Wave> = store::waves::list_waves(&mut reader).await?;
    let now = services.clock.now();
    for wave in waves.into_iter().filter(|wave| wave.state == WaveState::Open && wave.closes_at > now) {
        let asked = store::waves::list_asked(&mut reader, wave.id).await?;
        let is_own = |asked: &&AskedDepartment| departments.iter().any(|department| department.id == asked.id);
        let channels: BTreeSet<ChannelId> = asked.iter().filter(is_own).map(|asked| asked.channel).collect();
        if !channels.is_empty() {
            pulses.push(OpenPulse { title: wave.set.title, closes_at: wave.closes_at, channels });
        }
    }
    let holds = |department: &Department| department.managers_role.is_some_and(|role| actor.roles.contains(&role));
    let managed = all.into_iter().filter(holds);
    Ok(Help {
        departments,
        pulses,
        manages: managed.filter_map(|one| one.managers_channel.map(|channel| (one, channel))).collect(),
        is_champion: require_champion(actor, &company).is_ok(),
        is_lead: require_lead(actor, &company).is_ok(),
        is_administrator: require_manage_server(actor).is_ok(),
    })
}
