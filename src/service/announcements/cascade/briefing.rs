//! "Briefed my team": what managers report, by name; open questions without it.

use chrono::{DateTime, NaiveDate, Utc};

use super::has_begun;
use crate::domain::announcements::{AnnouncementState, OccurrenceKind};
use crate::domain::cascades::{Briefing, MAX_ATTENDANCE, parse_day};
use crate::domain::departments::Department;
use crate::domain::ids::{DeliveryId, DepartmentId};
use crate::privacy::escaping::escape;
use crate::privacy::masking::mask;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::among::among;
use crate::service::announcements::overview::counts;
use crate::service::announcements::responding::{MAX_TEXT, cut, forget_order, names, narrow};
use crate::service::announcements::{Loaded, load, stale, unknown};
use crate::service::failure::{Failure, UserError};
use crate::store;
use crate::values;

/// The most open questions in one form, one per line. Our own limit.
pub const MAX_QUESTIONS: usize = 10;

/// What a manager who pressed the button gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// Which of these departments is it about?
    Pick(Vec<Department>),
    /// The form, filled with what the manager said before, or with today.
    Form {
        /// For which department.
        department: Department,
        /// What was said before.
        before: Option<Briefing>,
        /// Today, by the company's clocks.
        today: NaiveDate,
    },
}

/// What was written into the form.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct BriefingInput {
    /// The day.
    pub day: String,
    /// How many came.
    pub attendance: String,
    /// Open questions, one per line.
    pub questions: String,
}

impl std::fmt::Debug for BriefingInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BriefingInput(..)")
    }
}

/// What is kept now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// For which department.
    pub department: Department,
    /// What the manager said.
    pub briefing: Briefing,
    /// How many questions were added.
    pub questions: usize,
    /// Mentions, addresses or links were taken out of them.
    pub masked: bool,
    /// Until when it can be changed; `None` after the deadline.
    pub until: Option<DateTime<Utc>>,
}

/// The button, or the choice of a department behind it.
pub async fn open(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    picked: Option<DepartmentId>,
) -> Result<Opened, Failure> {
    let store = services.store(actor.guild).await?;
    let mut reader = store.reader().await?;
    let (loaded, own) = read(&mut reader, actor, delivery).await?;
    let department = match narrow(own, picked)? {
        Ok(department) => department,
        Err(several) => return Ok(Opened::Pick(several)),
    };
    let before = own_briefing(&mut reader, actor, &loaded, department.id).await?;
    if before.is_some() && has_begun(&mut reader, loaded.announcement.id).await? {
        return Err(closed());
    }
    let today = services.clock.now().with_timezone(&loaded.company.timezone).date_naive();
    Ok(Opened::Form { department, before, today })
}

/// Keeps what the form says. The open questions are kept apart from it, without the manager.
pub async fn report(
    services: &Services,
    actor: &Actor,
    delivery: DeliveryId,
    department: DepartmentId,
    input: &BriefingInput,
) -> Result<Kept, Failure> {
    let counts = counts(services, actor.guild).await;
    let store = services.store(actor.guild).await?;
    let mut tx = store.begin().await?;
    let (loaded, own) = read(&mut tx, actor, delivery).await?;
    let department = own.into_iter().find(|one| one.id == department).ok_or_else(stale)?;
    let now = services.clock.now();
    let today = now.with_timezone(&loaded.company.timezone).date_naive();
    let quoted = |text: &str| escape(&text.trim().chars().take(40).collect::<String>());
    let held_on = parse_day(&input.day, today)
        .ok_or_else(|| UserError::with("cascade.error.day", values! { text => quoted(&input.day) }))?;
    let attendance = input.attendance.trim().parse().ok().filter(|attendance| *attendance <= MAX_ATTENDANCE);
    let attendance = attendance
        .ok_or_else(|| UserError::with("cascade.error.attendance", values! { text => quoted(&input.attendance) }))?;
    let questions: Vec<_> =
        input.questions.lines().map(cut).filter(|line| !line.is_empty()).map(|line| mask(&line)).collect();
    if questions.len() > MAX_QUESTIONS {
        return Err(UserError::with("cascade.error.questions", values! { max => MAX_QUESTIONS }).into());
    }
    let id = loaded.announcement.id;
    let before = own_briefing(&mut tx, actor, &loaded, department.id).await?;
    let is_over = has_begun(&mut tx, id).await?;
    if before.is_some() && is_over {
        return Err(closed());
    }
    let briefing = Briefing { department: department.id, manager: actor.user, held_on, attendance, at: now };
    store::cascades::put_briefing(&mut tx, id, &briefing).await?;
    let among = among(&mut tx, &loaded, OccurrenceKind::Brief, delivery, &counts).await?;
    for question in &questions {
        store::questions::insert_question(&mut tx, Some(id), Some(department.id), among, &question.text, now).await?;
    }
    tx.commit().await?;
    if !questions.is_empty() {
        forget_order(&store).await?;
    }
    let until = loaded.cascade.and_then(|cascade| cascade.deadline).filter(|_| !is_over);
    let masked = questions.iter().any(|question| !question.found.is_empty());
    Ok(Kept { department, briefing, questions: questions.len(), masked, until })
}

/// The announcement behind a brief, and the departments in its channel that the actor manages. Whoever manages none
/// is refused.
async fn read(
    connection: &mut store::StoreConnection,
    actor: &Actor,
    delivery: DeliveryId,
) -> Result<(Loaded, Vec<Department>), Failure> {
    let brief = store::deliveries::find_delivery(connection, delivery).await?.ok_or_else(unknown)?;
    let id = store::announcements::find_by_delivery(connection, delivery).await?.ok_or_else(unknown)?;
    let loaded = load(connection, id).await?.ok_or_else(unknown)?;
    // Whether there is a role to be a manager by is looked at below: it may have been deleted since.
    let here: Vec<Department> =
        loaded.chosen().filter(|department| department.managers_channel == Some(brief.channel)).cloned().collect();
    if loaded.announcement.state == AnnouncementState::Cancelled {
        return Err(UserError::new("cascade.error.called_off").into());
    }
    if loaded.cascade.is_none() || here.is_empty() {
        return Err(stale());
    }
    let manages = |department: &Department| department.managers_role.is_some_and(|role| actor.roles.contains(&role));
    let own: Vec<Department> = here.iter().filter(|department| manages(department)).cloned().collect();
    if own.is_empty() {
        return Err(UserError::with("common.error.not_manager", values! { department => names(&here) }).into());
    }
    Ok((loaded, own))
}

async fn own_briefing(
    connection: &mut store::StoreConnection,
    actor: &Actor,
    loaded: &Loaded,
    department: DepartmentId,
) -> Result<Option<Briefing>, Failure> {
    let all = store::cascades::list_briefings(connection, loaded.announcement.id).await?;
    Ok(all.into_iter().find(|one| one.department == department && one.manager == actor.user))
}

/// `MAX_TEXT` holds for each question; the form as a whole takes as much as Discord lets it.
pub const MAX_FIELD: u16 = MAX_TEXT * 3;

fn closed() -> Failure {
    UserError::new("cascade.error.closed").into()
}
