//! Who may see what was asked, and where an answer goes: decided by how many people could have asked.

use std::collections::{BTreeMap, HashMap};

use crate::domain::company::Company;
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, ChannelId, RoleId};
use crate::domain::labels::FearCode;
use crate::domain::questions::{Question, Reply, told};
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::overview::{FEWEST, counts};
use crate::service::announcements::reach::people;
use crate::service::failure::Failure;
use crate::service::rights::require_lead;
use crate::store::{self, StoreConnection};

/// The company with its people, as far as they can be counted just now.
pub(super) struct People {
    company: Company,
    departments: Vec<Department>,
    counts: HashMap<RoleId, u32>,
}

impl People {
    /// Counts; lets leads pass.
    pub(super) async fn count(services: &Services, actor: &Actor) -> Result<Self, Failure> {
        let company = services.company(actor.guild).await?;
        require_lead(actor, &company)?;
        let store = services.store(actor.guild).await?;
        let mut departments = store::departments::list_departments(&mut *store.reader().await?).await?;
        departments.retain(|department| !department.frozen);
        Ok(Self { company, departments, counts: counts(services, actor.guild).await })
    }

    /// Whether a department has so many people that nobody can be guessed among them.
    pub(super) fn is_large(&self, department: &Department) -> bool {
        people(department, &self.counts).is_some_and(|people| people >= FEWEST)
    }

    /// Whether these departments have, together.
    fn are_large<'a>(&self, departments: impl Iterator<Item = &'a Department>) -> bool {
        departments.filter_map(|department| people(department, &self.counts)).sum::<u32>() >= FEWEST
    }

    /// Whether a question may be shown to leads: decided when it was asked, if it was asked under an announcement.
    fn may_see(&self, question: &Question) -> bool {
        match question.announcement {
            Some(_) => question.among >= FEWEST,
            None => self.are_large(self.departments.iter()),
        }
    }
}

/// Those that may be shown to leads.
pub(super) fn visible(people: &People, mut questions: Vec<Question>) -> Vec<Question> {
    questions.retain(|question| people.may_see(question));
    questions
}

/// Open worries of a kind that may be shown, counted by announcement. Those of fewer than five are in it: what of it
/// leads are told, [`told`] says.
pub(super) async fn open_worries(
    connection: &mut StoreConnection,
    fear: FearCode,
) -> Result<BTreeMap<AnnouncementId, u32>, Failure> {
    let mut counted: BTreeMap<AnnouncementId, u32> = BTreeMap::new();
    for worry in store::questions::list_open_worries(connection).await? {
        if worry.fear == fear && worry.among >= FEWEST {
            *counted.entry(worry.announcement).or_default() += 1;
        }
    }
    Ok(counted)
}

/// Where an answer to these questions goes, and whether it goes further than to those who asked, because they are few
/// or have no department: what is posted in a channel tells that somebody there asked.
pub(super) fn channels_of(people: &People, company_wide: bool, questions: &[Question]) -> (Vec<ChannelId>, bool) {
    let department = |question: &Question| -> Option<&Department> {
        let id = question.department?;
        people.departments.iter().find(|one| one.id == id).filter(|one| people.is_large(one))
    };
    let (mut channels, mut widened) = (Vec::new(), false);
    for question in questions {
        match department(question) {
            Some(department) => channels.push(department.channel),
            None => widened = true,
        }
    }
    if company_wide || widened {
        channels = everywhere(people);
    }
    channels.sort_unstable();
    channels.dedup();
    (channels, widened)
}

/// The channel that the whole company reads; without one, every department's.
fn everywhere(people: &People) -> Vec<ChannelId> {
    match people.company.announcements_channel {
        Some(channel) => vec![channel],
        None => people.departments.iter().map(|department| department.channel).collect(),
    }
}

/// Closes the open worries of a kind whose owners will read the answer. It goes wherever the announcements went under which
/// at least five said so, so that no channel tells that somebody there is worried; or to the whole company, which closes all,
/// whether there are any or not. No channel: fewer than five said so.
pub(super) async fn answer_worries(
    people: &People,
    tx: &mut store::Tx,
    reply: &Reply,
    fear: FearCode,
) -> Result<Vec<ChannelId>, Failure> {
    if reply.company_wide {
        for worry in store::questions::list_open_worries(tx).await?.into_iter().filter(|worry| worry.fear == fear) {
            store::questions::mark_worries(tx, fear, worry.announcement, reply.id).await?;
        }
        return Ok(everywhere(people));
    }
    let mut channels = Vec::new();
    for (announcement, count) in open_worries(tx, fear).await? {
        if told([count]) == 0 {
            continue;
        }
        store::questions::mark_worries(tx, fear, announcement, reply.id).await?;
        channels.extend(went_to(people, tx, announcement).await?);
    }
    channels.sort_unstable();
    channels.dedup();
    Ok(channels)
}

/// The departments' channels in which an announcement was posted.
async fn went_to(
    people: &People,
    connection: &mut StoreConnection,
    announcement: AnnouncementId,
) -> Result<Vec<ChannelId>, Failure> {
    let channels = store::reach::list_channels(connection, announcement).await?;
    let is_there = |channel: &ChannelId| people.departments.iter().any(|department| department.channel == *channel);
    Ok(channels.into_iter().filter(is_there).collect())
}
