//! Champions: reports of what they hear, and the playbook of answers that helped.
//!
//! A report is signed and masked before it is kept. The playbook shows answers without names and departments.

pub mod readings;

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::Services;
use super::actor::Actor;
use super::failure::{Failure, UserError};
use super::readings::queue::Unread;
use super::rights::{require_champion, require_lead};
use crate::domain::company::Company;
use crate::domain::departments::{Department, Membership, membership};
use crate::domain::ids::{DepartmentId, ReportId};
use crate::domain::labels::{FearCode, Helped};
use crate::domain::reports::{Account, Report, Subject, TriedAnswer, rank_answers};
use crate::privacy::masking::{MaskKind, mask};
use crate::store::reports::NewReport;
use crate::store::{self, Tx};
use crate::values;

/// A report with the same words within this time is the same one, sent twice by a double click or after a lost
/// connection.
const SAME_REPORT: TimeDelta = TimeDelta::minutes(5);

/// For which department a champion reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportsFor {
    /// The one whose role the champion holds.
    One(Department),
    /// One of several: the champion says which.
    Choice(Vec<Department>),
}

/// Who may begin a report, and for which department.
pub async fn begin_report(services: &Services, actor: &Actor) -> Result<ReportsFor, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let company = store::company::get_company(&mut reader).await?;
    require_champion(actor, &company)?;
    let departments = store::departments::list_departments(&mut reader).await?;
    match membership(&departments, &actor.roles) {
        Membership::One(department) => Ok(ReportsFor::One(department.clone())),
        Membership::Several(several) => Ok(ReportsFor::Choice(several.into_iter().cloned().collect())),
        Membership::None => Err(no_department(&company).into()),
    }
}

/// The department that a champion named, if the champion belongs to it.
pub async fn reports_for(services: &Services, actor: &Actor, id: DepartmentId) -> Result<Department, Failure> {
    let named = match begin_report(services, actor).await? {
        ReportsFor::One(department) => Some(department).filter(|department| department.id == id),
        ReportsFor::Choice(several) => several.into_iter().find(|department| department.id == id),
    };
    named.ok_or_else(|| UserError::new("champion.error.other_department").into())
}

/// A report as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The report.
    pub report: Report,
    /// Its department's name.
    pub department: String,
    /// What was masked in what was just written.
    pub masked: BTreeMap<MaskKind, u32>,
}

/// Files a report: masks its texts and keeps it with the champion's name and department.
pub async fn file_report(
    services: &Services,
    actor: &Actor,
    subject: Subject,
    department: DepartmentId,
    written: &Account,
) -> Result<Filed, Failure> {
    let department = reports_for(services, actor, department).await?;
    let (account, masked) = masked(written)?;
    let now = services.clock.now();
    let new = NewReport {
        filed_at: now,
        champion: actor.user,
        champion_name: actor.name.clone(),
        department: department.id,
        subject,
        helped: understood(services, actor, &account),
        account,
    };
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let latest = store::reports::find_latest_of(&mut tx, actor.user, now - SAME_REPORT).await?;
    let same = latest.filter(|latest| latest.subject == subject && latest.account == new.account);
    let id = match same {
        Some(same) => same.id,
        None => store::reports::insert_report(&mut tx, &new).await?,
    };
    let report = get_own(&mut tx, actor, id).await?;
    tx.commit().await?;
    services.unread.add(Unread::Report(actor.guild, id));
    Ok(Filed { report, department: department.name.to_string(), masked })
}

/// The champion's own report, to be changed.
pub async fn own_report(services: &Services, actor: &Actor, id: ReportId) -> Result<Report, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let found = store::reports::find_report(&mut reader, id).await?;
    found.filter(|report| report.champion == actor.user).ok_or_else(|| UserError::new("champion.error.gone").into())
}

/// Replaces the texts of the champion's own report.
pub async fn change_report(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    written: &Account,
) -> Result<Filed, Failure> {
    let (account, masked) = masked(written)?;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let old = get_own(&mut tx, actor, id).await?;
    // What was tapped stays, unless the words on it are new.
    let helped =
        if account.outcome == old.account.outcome { old.helped } else { understood(services, actor, &account) };
    let helped = helped.filter(|_| !account.answered.is_empty());
    store::reports::update_account(&mut tx, id, &account, helped).await?;
    let report = get_own(&mut tx, actor, id).await?;
    let department = department_name(&mut tx, report.department).await?;
    tx.commit().await?;
    services.unread.add(Unread::Report(actor.guild, id));
    Ok(Filed { report, department, masked })
}

/// Notes whether the answer in the champion's own report helped.
pub async fn say_whether_it_helped(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    helped: Helped,
) -> Result<Filed, Failure> {
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    get_own(&mut tx, actor, id).await?;
    store::reports::mark_helped(&mut tx, id, helped).await?;
    let report = get_own(&mut tx, actor, id).await?;
    let department = department_name(&mut tx, report.department).await?;
    tx.commit().await?;
    Ok(Filed { report, department, masked: BTreeMap::new() })
}

/// Takes the champion's own report back for good. The write-ahead log is emptied, as it holds the words, too; a reader
/// may keep it from being so, and the next emptying does it then.
pub async fn withdraw_report(services: &Services, actor: &Actor, id: ReportId) -> Result<(), Failure> {
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    get_own(&mut tx, actor, id).await?;
    store::reports::delete_report(&mut tx, id).await?;
    tx.commit().await?;
    store.empty_log().await?;
    Ok(())
}

/// What champions of all departments answered to a fear.
#[derive(Clone, PartialEq, Eq)]
pub struct Playbook {
    /// Which fear.
    pub about: FearCode,
    /// The answers that helped, most helpful first.
    pub answers: Vec<TriedAnswer>,
    /// How often anything was answered to it.
    pub given: u32,
}

/// The answers that helped most for a fear; for champions and leads.
pub async fn playbook(services: &Services, actor: &Actor, about: FearCode) -> Result<Playbook, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let company = store::company::get_company(&mut reader).await?;
    if require_lead(actor, &company).is_err() {
        require_champion(actor, &company)?;
    }
    let answers = store::reports::list_answers(&mut reader, about).await?;
    let given = u32::try_from(answers.len()).unwrap_or(u32::MAX);
    Ok(Playbook { about, answers: rank_answers(answers), given })
}

/// Masks every text of a report and counts what was masked.
fn masked(written: &Account) -> Result<(Account, BTreeMap<MaskKind, u32>), UserError> {
    let mut found = BTreeMap::new();
    let mut one = |text: &str| {
        let masked = mask(text.trim());
        for (kind, count) in masked.found {
            *found.entry(kind).or_default() += count;
        }
        masked.text.trim().to_owned()
    };
    let account =
        Account { heard: one(&written.heard), answered: one(&written.answered), outcome: one(&written.outcome) };
    if account.heard.is_empty() { Err(UserError::new("champion.error.nothing_heard")) } else { Ok((account, found)) }
}

/// Whether the answer helped, going by the first word on it; `None` where that isn't plain, or nothing was answered.
/// The words that count stand in `messages/`, in the language of the form.
fn understood(services: &Services, actor: &Actor, account: &Account) -> Option<Helped> {
    if account.answered.is_empty() {
        return None;
    }
    let first = account.outcome.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?.to_lowercase();
    let words = |helped: Helped| {
        services.texts.say(&actor.language, &format!("champion.outcome.{helped}"), values! {}).to_lowercase()
    };
    Helped::ALL.iter().copied().find(|helped| words(*helped).split(',').any(|word| word.trim() == first))
}

fn no_department(company: &Company) -> UserError {
    match company.lead_role {
        Some(role) => UserError::with("common.error.department_none", values! { ask => format!("<@&{role}>") }),
        None => UserError::new("common.error.not_set_up"),
    }
}

async fn get_own(tx: &mut Tx, actor: &Actor, id: ReportId) -> Result<Report, Failure> {
    let found = store::reports::find_report(tx, id).await?;
    found.filter(|report| report.champion == actor.user).ok_or_else(|| UserError::new("champion.error.gone").into())
}

async fn department_name(tx: &mut Tx, id: DepartmentId) -> Result<String, Failure> {
    Ok(store::departments::get_name(tx, id).await?)
}
