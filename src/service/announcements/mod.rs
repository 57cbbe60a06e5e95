//! Announcements, from a draft to what readers answer.
//!
//! [`drafting`] writes, [`filling`] knows templates and placeholders, [`launching`] plans (after [`approving`], where
//! two leads must agree), [`changing`] and [`rewording`] change what is planned or posted, [`holding`] pauses and
//! resumes. [`sending`] and [`delivering`] post (once each, promises.md 2), [`waiting`] tells leads what quiet hours hold
//! back, [`failing`] where a post did not get to, and tries again, [`deciding`] asks them about what was missed or is in doubt, [`looking`] whether posts were deleted, [`responding`]
//! takes what readers say, [`overview`], [`reach`], [`history`] and [`calendar`] show leads where things stand,
//! [`cascade`] briefs managers first, [`again`] says it again.

pub mod again;
pub(in crate::service) mod among;
pub mod approving;
pub mod calendar;
pub mod cascade;
pub mod changing;
pub mod deciding;
pub mod delivering;
pub mod drafting;
pub mod failing;
pub mod filling;
pub mod history;
pub mod holding;
pub mod launching;
pub mod looking;
pub mod overview;
mod planning;
pub mod reach;
pub mod responding;
pub mod rewording;
mod savable;
pub mod sending;
mod timing;
pub mod waiting;

use chrono::{DateTime, TimeDelta, Utc};

use super::Services;
use super::actor::Actor;
use super::failure::{Failure, UserError};
use super::rights::require_lead;
use crate::domain::announcements::{Addressee, Announcement, AnnouncementState, Occurrence, OccurrenceKind};
use crate::domain::cascades::Cascade;
use crate::domain::company::Company;
use crate::domain::departments::Department;
use crate::domain::ids::{AnnouncementId, ChannelId, OccurrenceId, ScheduleId};
use crate::domain::rounds::Round;
use crate::store::{self, StoreConnection};
use crate::values;

/// An announcement with its company and audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The announcement.
    pub announcement: Announcement,
    /// Its company.
    pub company: Company,
    /// All departments, by name. One whose role is gone is posted to without a ping.
    pub departments: Vec<Department>,
    /// The departments' parts in it.
    pub addressees: Vec<Addressee>,
    /// Managers hear it first.
    pub cascade: Option<Cascade>,
    /// Its rounds after the first.
    pub rounds: Vec<Round>,
}

impl Loaded {
    /// The departments that it goes to.
    pub fn chosen(&self) -> impl Iterator<Item = &Department> {
        self.departments.iter().filter(|department| self.addressee(department).is_some_and(|part| part.chosen))
    }

    /// Those of them whose role was deleted, so that nobody there is pinged or can be counted.
    pub fn without_role(&self) -> impl Iterator<Item = &Department> {
        self.chosen().filter(|department| department.frozen)
    }

    /// The channels that it goes to, each once.
    pub fn channels(&self) -> Vec<ChannelId> {
        let mut channels: Vec<ChannelId> = self.chosen().map(|department| department.channel).collect();
        channels.sort_unstable();
        channels.dedup();
        channels
    }

    /// The channels that one planned posting goes to, each once.
    pub fn targets(&self, occurrence: &Occurrence) -> Vec<ChannelId> {
        match occurrence.kind {
            OccurrenceKind::Post => self.channels(),
            OccurrenceKind::Brief => {
                let mut channels: Vec<ChannelId> = self.briefed().filter_map(|one| one.managers_channel).collect();
                channels.sort_unstable();
                channels.dedup();
                channels
            }
            OccurrenceKind::Ask | OccurrenceKind::Again => self.round_targets(occurrence),
        }
    }

    /// One department's part.
    pub fn addressee(&self, department: &Department) -> Option<&Addressee> {
        self.addressees.iter().find(|part| part.department == department.id)
    }
}

/// Reads an announcement with all that belongs to it.
pub(super) async fn load(connection: &mut StoreConnection, id: AnnouncementId) -> Result<Option<Loaded>, Failure> {
    let Some(announcement) = store::announcements::find_announcement(connection, id).await? else { return Ok(None) };
    Ok(Some(Loaded {
        announcement,
        company: store::company::get_company(connection).await?,
        departments: store::departments::list_departments(connection).await?,
        addressees: store::announcements::list_addressees(connection, id).await?,
        cascade: store::cascades::find_cascade(connection, id).await?,
        rounds: store::rounds::list_rounds(connection, id).await?,
    }))
}

/// Plans a posting beside those of the plan itself. A plan has one per second: where that is taken, also by one that was
/// called off, the next is used.
async fn plan_from(
    tx: &mut store::Tx,
    schedule: ScheduleId,
    kind: OccurrenceKind,
    from: DateTime<Utc>,
) -> Result<(OccurrenceId, DateTime<Utc>), Failure> {
    let mut planned = from;
    loop {
        if let Some(id) = store::occurrences::insert_occurrence(tx, schedule, kind, planned).await? {
            return Ok((id, planned));
        }
        planned += TimeDelta::seconds(1);
    }
}

/// Lets leads pass.
async fn lead(services: &Services, actor: &Actor) -> Result<Company, Failure> {
    let company = services.company(actor.guild).await?;
    require_lead(actor, &company)?;
    Ok(company)
}

fn unknown() -> Failure {
    UserError::new("common.error.unknown_control").into()
}

fn stale() -> Failure {
    UserError::new("common.error.stale_control").into()
}

/// A title as it may stand in a sentence.
fn shown_title(title: &str) -> String {
    crate::privacy::escaping::escape(title)
}

/// Notes what a lead did.
async fn audit(
    services: &Services,
    tx: &mut store::Tx,
    actor: &Actor,
    action: &str,
    id: AnnouncementId,
) -> Result<(), Failure> {
    let now = services.clock.now();
    Ok(store::audit::insert_audit(tx, now, Some(actor.user), action, &subject(id)).await?)
}

/// "There is no such announcement."
fn not_found() -> Failure {
    UserError::with("announce.error.not_found", values! {}).into()
}

/// A refusal that says where the announcement is.
fn state_error(services: &Services, actor: &Actor, key: &'static str, state: AnnouncementState) -> UserError {
    let state = crate::service::views::announcements::state(&services.texts, &actor.language, state);
    UserError::with(key, values! { state => state })
}

/// How the audit names an announcement.
fn subject(id: AnnouncementId) -> String {
    format!("announcement {id}")
}
