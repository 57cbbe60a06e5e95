//! Where a cascade stands, department by department: counts, never persons.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{can_be_briefed, has_begun};
use crate::domain::announcements::DeliveryState;
use crate::domain::banding::SizeBand;
use crate::domain::cascades::Briefing;
use crate::domain::departments::Department;
use crate::service::Services;
use crate::service::actor::Actor;
use crate::service::announcements::overview::{FEWEST, parse};
use crate::service::announcements::reach::people;
use crate::service::announcements::{Loaded, lead, load, not_found};
use crate::service::failure::{Failure, UserError};
use crate::store;

/// How far one department is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It has no managers' role or channel.
    NoManagers,
    /// The brief has not gone out yet.
    NotSent,
    /// The brief could not be posted.
    Failed,
    /// The brief is there; nobody has said that the team was briefed.
    Waiting,
    /// The same, and the public post has begun.
    Overdue,
    /// Managers have briefed the team.
    Briefed(Told),
}

/// What managers of one department said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// How many of them.
    pub managers: usize,
    /// On which day the first of them told the team.
    pub first: NaiveDate,
    /// And the last.
    pub last: NaiveDate,
    /// How many people came; `None` where the department is so small that leads could guess who did not.
    pub attendance: Option<u32>,
    /// All of it was said after the public post.
    pub late: bool,
}

/// One department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub department: Department,
    /// How far it is.
    pub progress: Progress,
    /// How many questions it has asked about the announcement, in bands; `None` where it is too small.
    pub questions: Option<SizeBand>,
}

/// A cascade as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The announcement.
    pub loaded: Loaded,
    /// When the brief is, or was, due.
    pub brief: Option<DateTime<Utc>>,
    /// The departments, by name.
    pub lines: Vec<Line>,
}

/// Looks a cascade up by its announcement's number.
pub async fn standing(services: &Services, actor: &Actor, number: &str) -> Result<Standing, Failure> {
    lead(services, actor).await?;
    let id = parse(number)?;
    let store = services.store(actor.guild).await?;
    let (loaded, brief, deliveries, briefings, questions, is_over) = {
        let mut reader = store.reader().await?;
        let loaded = load(&mut reader, id).await?.ok_or_else(not_found)?;
        if loaded.cascade.is_none() {
            return Err(UserError::new("cascade.error.none").into());
        }
        let brief = store::cascades::find_brief(&mut reader, loaded.announcement.schedule).await?;
        let deliveries = match brief {
            Some((occurrence, _)) => store::deliveries::list_deliveries(&mut reader, occurrence).await?,
            None => Vec::new(),
        };
        let briefings = store::cascades::list_briefings(&mut reader, id).await?;
        let questions = store::questions::count_questions(&mut reader, id, FEWEST).await?;
        let questions: HashMap<_, _> = questions.into_iter().collect();
        (loaded, brief, deliveries, briefings, questions, has_begun(&mut reader, id).await?)
    };
    let counts = services.chat.role_member_counts(actor.guild).await.unwrap_or_default();
    let lines = loaded.chosen().map(|department| {
        let is_small = people(department, &counts).is_none_or(|people| people < FEWEST);
        let own: Vec<&Briefing> = briefings.iter().filter(|one| one.department == department.id).collect();
        let sent = deliveries.iter().find(|one| Some(one.channel) == department.managers_channel);
        let is_lost = sent.is_some_and(|delivery| delivery.lost_at.is_some());
        let progress = match told(&own, loaded.cascade.and_then(|cascade| cascade.deadline), is_small) {
            Some(told) => Progress::Briefed(told),
            None if !can_be_briefed(department) => Progress::NoManagers,
            // Nobody can press the button of a brief that was deleted.
            None if is_lost => Progress::Failed,
            None => match sent.map(|delivery| delivery.state) {
                Some(DeliveryState::Sent) if is_over => Progress::Overdue,
                Some(DeliveryState::Sent) => Progress::Waiting,
                Some(DeliveryState::Planned | DeliveryState::Claimed) => Progress::NotSent,
                Some(_) => Progress::Failed,
                None if is_over => Progress::Failed,
                None => Progress::NotSent,
            },
        };
        let asked = questions.get(&department.id).copied().unwrap_or(0);
        let questions = (!is_small).then(|| SizeBand::of(asked));
        Line { department: department.clone(), progress, questions }
    });
    let lines = lines.collect();
    Ok(Standing { brief: brief.map(|(_, planned)| planned), lines, loaded })
}

/// Puts what the managers of one department said together; `None` if nobody said anything.
fn told(own: &[&Briefing], deadline: Option<DateTime<Utc>>, is_small: bool) -> Option<Told> {
    let first = own.iter().map(|one| one.held_on).min()?;
    let last = own.iter().map(|one| one.held_on).max()?;
    let attendance = own.iter().map(|one| one.attendance).fold(0, u32::saturating_add);
    let late = deadline.is_some_and(|deadline| own.iter().all(|one| one.at > deadline));
    Some(Told { managers: own.len(), first, last, attendance: (!is_small).then_some(attendance), late })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{DepartmentId, UserId};

    fn briefing(manager: u64, day: &str, attendance: u32, at: &str) -> Briefing {
        Briefing {
            department: DepartmentId::new(1).expect("positive"),
            manager: UserId::new(manager).expect("a snowflake"),
            held_on: day.parse().expect("a day"),
            attendance,
            at: at.parse().expect("a moment"),
        }
    }

    #[test]
    fn what_several_managers_said_is_one_line_and_late_only_if_all_of_it_is() {
        let (one, two) = (
            briefing(1, "2026-11-02", 6, "2026-11-02T12:00:00Z"),
            briefing(2, "2026-11-04", 5, "2026-11-04T12:00:00Z"),
        );
        let deadline = "2026-11-03T08:00:00Z".parse().ok();
        let both = told(&[&one, &two], deadline, false).expect("told");
        assert_eq!((both.managers, both.attendance, both.late), (2, Some(11), false));
        assert_eq!([both.first.to_string(), both.last.to_string()], ["2026-11-02", "2026-11-04"]);
        assert!(told(&[&two], deadline, false).expect("told").late);
        assert_eq!(told(&[&one], deadline, true).expect("told").attendance, None);
        assert_eq!(told(&[], deadline, false), None);
    }
}
