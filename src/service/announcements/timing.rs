//! When a posting goes out whose time has come: now, at the end of quiet hours, or not at all (promises.md 2).

use chrono::{DateTime, Utc};

use super::Loaded;
use crate::domain::announcements::{AnnouncementState, Occurrence, OccurrenceKind, Plan};
use crate::domain::cascades::SHORTEST;
use crate::domain::contact::Quiet;
use crate::domain::lateness::{self, CatchUp, Verdict};
use crate::domain::recurrence::Recurrence;

/// What becomes of a posting now. Only posts come again by a rule.
pub(super) fn decide(plan: &Plan, occurrence: &Occurrence, quiet: &Quiet, now: DateTime<Utc>) -> CatchUp {
    let planned = occurrence.planned;
    match rule_of(plan, occurrence) {
        Some(rule) => lateness::recurring(rule, planned, now, plan.zone, quiet),
        None => {
            let verdict = lateness::one_off(planned, now, quiet.lateness(planned, now));
            CatchUp { run: planned, verdict, passed_over: 0, next: None }
        }
    }
}

/// The rule by which it comes again.
pub(super) fn rule_of<'a>(plan: &'a Plan, occurrence: &Occurrence) -> Option<&'a Recurrence> {
    plan.rule.as_ref().filter(|_| occurrence.kind == OccurrenceKind::Post)
}

/// Until when a posting that comes late waits for the end of quiet hours; `None` if it needn't. A brief that would leave
/// managers too little time then doesn't: it stands in their channel, and without it they hear the news with everybody else.
pub(super) fn held_until(deadline: Option<DateTime<Utc>>, quiet: &Quiet, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let until = quiet.allowed_from(now);
    let is_in_time = deadline.is_none_or(|deadline| until + SHORTEST <= deadline);
    (until > now && is_in_time).then_some(until)
}

/// Until when a post whose time has come waits, if it does.
pub(super) fn post_waits_until(
    plan: &Plan,
    post: &Occurrence,
    quiet: &Quiet,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    match decide(plan, post, quiet, now).verdict {
        Verdict::NotYet => Some(quiet.allowed_from(post.planned)),
        Verdict::Delayed => held_until(None, quiet, now),
        Verdict::OnTime | Verdict::Missed => None,
    }
}

/// An announcement that was called off, or a request whose round is a draft again, was thrown away, or has another
/// request since.
pub(super) fn is_called_off(loaded: &Loaded, occurrence: &Occurrence) -> bool {
    let round = loaded.round_of(occurrence);
    loaded.announcement.state == AnnouncementState::Cancelled
        || match occurrence.kind {
            OccurrenceKind::Ask => {
                let asked_at = round.and_then(|round| round.asked_at);
                asked_at.is_none_or(|asked_at| occurrence.planned < asked_at)
            }
            OccurrenceKind::Again => round.is_none(),
            OccurrenceKind::Post | OccurrenceKind::Brief => false,
        }
}
