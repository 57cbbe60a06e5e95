//! Who may see what was asked, and where an answer goes: decided by how many people could have asked.

use std::collections::{BTreeMap, HashMap};

use crate::domain::company::Company;
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, ChannelId, RoleId};
use crate::domain::labels::FearCode;
use crate::domain::questions::{Question, Reply};
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

    /// Whether what was said under an announcement, or under none, may be shown to leads.
    async fn may_be_shown(
        &self,
        connection: &mut StoreConnection,
        announcement: Option<AnnouncementId>,
    ) -> Result<bool, Failure> {
        let Some(announcement) = announcement else { return Ok(self.are_large(self.departments.iter())) };
        let parts = store::announcements::list_addressees(connection, announcement).await?;
        let asked = |one: &&Department| parts.iter().any(|part| part.chosen && part.department == one.id);
        Ok(self.are_large(self.departments.iter().filter(asked)))
    }
}

/// Those that may be shown to leads.
pub(super) async fn visible(
    people: &People,
    connection: &mut StoreConnection,
    questions: Vec<Question>,
) -> Result<Vec<Question>, Failure> {
    let mut known: BTreeMap<Option<AnnouncementId>, bool> = BTreeMap::new();
    let mut shown = Vec::new();
    for question in questions {
        let about = question.announcement;
        let may = match known.get(&about) {
            Some(may) => *may,
            None => people.may_be_shown(connection, about).await?,
        };
        known.insert(about, may);
        if may {
            shown.push(question);
        }
    }
    Ok(shown)
}

/// Open worries that may be shown, counted by kind and announcement.
pub(super) async fn open_worries(
    people: &People,
    connection: &mut StoreConnection,
) -> Result<BTreeMap<(FearCode, AnnouncementId), u32>, Failure> {
    let mut counted: BTreeMap<(FearCode, AnnouncementId), u32> = BTreeMap::new();
    for worry in store::questions::list_open_worries(connection).await? {
        *counted.entry((worry.fear, worry.announcement)).or_default() += 1;
    }
    let mut shown = BTreeMap::new();
    for ((fear, announcement), count) in counted {
        if people.may_be_shown(connection, Some(announcement)).await? {
            shown.insert((fear, announcement), count);
        }
    }
    Ok(shown)
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

/// Closes all open worries of a kind that may be shown. Their answer goes wherever the announcements went under which
/// they were said, so that no channel tells that somebody there is worried.
pub(super) async fn answer_worries(
    people: &People,
    tx: &mut store::Tx,
    reply: &Reply,
    fear: FearCode,
) -> Result<(Vec<ChannelId>, usize), Failure> {
    let (mut channels, mut count) = (Vec::new(), 0);
    for ((kind, announcement), _) in open_worries(people, tx).await? {
        if kind != fear {
            continue;
        }
        let marked = store::questions::mark_worries(tx, fear, announcement, reply.id).await?;
        count += usize::try_from(marked).unwrap_or(usize::MAX);
        let parts = store::announcements::list_addressees(tx, announcement).await?;
        let asked = |one: &&Department| parts.iter().any(|part| part.chosen && part.department == one.id);
        channels.extend(people.departments.iter().filter(asked).map(|department| department.channel));
    }
    if reply.company_wide {
        channels = everywhere(people);
    }
    channels.sort_unstable();
    channels.dedup();
    Ok((channels, count))
}
