//! What to do with a run whose time has come, or came while the program was down (promises.md 2).
//!
//! Nothing is replayed: of a recurring run at most the newest missed one is still sent.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::contact::Quiet;
use super::recurrence::Recurrence;

/// Until so much later a run counts as on time: the scheduler sleeps up to 30 seconds, and sending may take several
/// tries within two minutes (promises.md 2 and 4).
pub const PUNCTUAL: TimeDelta = TimeDelta::minutes(2);

/// A one-off run is sent up to so much later, and marked as delayed.
pub const ONE_OFF_LIMIT: TimeDelta = TimeDelta::hours(6);

/// A recurring run is sent late only while it is younger than this, or than half its interval if that is shorter.
pub const RECURRING_LIMIT: TimeDelta = TimeDelta::hours(12);

/// A pulse that opens late keeps its close while at least so much remains.
pub const SHORTEST_PULSE: TimeDelta = TimeDelta::hours(24);

/// What to do with one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Its time is still to come.
    NotYet,
    /// Send it.
    OnTime,
    /// Send it, say that it is delayed, tell the leads.
    Delayed,
    /// Don't send it; the leads are told and may send or discard it.
    Missed,
}

/// What to do with a run that doesn't repeat, which is so late as [`Quiet::lateness`] counts.
pub fn one_off(planned: DateTime<Utc>, now: DateTime<Utc>, late: TimeDelta) -> Verdict {
    verdict(planned, now, late <= ONE_OFF_LIMIT)
}

/// What to do with a recurring rule whose next run was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CatchUp {
    /// The newest run that has come: the planned one, or the last that was missed.
    pub run: DateTime<Utc>,
    /// What to do with it.
    pub verdict: Verdict,
    /// How many runs before it were missed; they are never sent.
    pub passed_over: u32,
    /// The run to plan after it; its time is still to come. `None` if the rule ends.
    pub next: Option<DateTime<Utc>>,
}

/// Finds the newest run up to `now` and decides on it. `planned` is the run that waits.
///
/// Quiet hours hold a run back. Lateness counts from their end, without later ones, and of several runs that are held
/// back to one moment only the newest is sent, which makes none of them a missed one.
pub fn recurring(rule: &Recurrence, planned: DateTime<Utc>, now: DateTime<Utc>, zone: Tz, quiet: &Quiet) -> CatchUp {
    let due = |run| quiet.allowed_from(run);
    let mut run = planned;
    let mut passed_over = 0;
    let mut next = rule.next_after(run, zone);
    while let Some(coming) = next.filter(|&coming| due(coming) <= now) {
        passed_over += u32::from(due(coming) != due(run));
        run = coming;
        next = rule.next_after(run, zone);
    }
    let limit = next.map_or(RECURRING_LIMIT, |next| RECURRING_LIMIT.min((next - run) / 2));
    CatchUp { run, verdict: verdict(due(run), now, quiet.lateness(due(run), now) < limit), passed_over, next }
}

/// What to do with a pulse that is to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Its time is still to come.
    NotYet,
    /// Open it; it keeps its close.
    Open {
        /// It opens later than planned, which the leads are told.
        late: bool,
    },
    /// Too little time remains: the leads are asked.
    Ask,
}

/// Decides on a pulse's opening. One that was planned shorter than [`SHORTEST_PULSE`] opens if it is on time.
pub fn pulse_opening(opens: DateTime<Utc>, closes: DateTime<Utc>, now: DateTime<Utc>) -> Opening {
    match verdict(opens, now, closes - now >= SHORTEST_PULSE) {
        Verdict::NotYet => Opening::NotYet,
        Verdict::OnTime => Opening::Open { late: false },
        Verdict::Delayed => Opening::Open { late: true },
        Verdict::Missed => Opening::Ask,
    }
}

fn verdict(planned: DateTime<Utc>, now: DateTime<Utc>, still_good: bool) -> Verdict {
    match now - planned {
        late if late < TimeDelta::zero() => Verdict::NotYet,
        late if late <= PUNCTUAL => Verdict::OnTime,
        _ if still_good => Verdict::Delayed,
        _ => Verdict::Missed,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::domain::contact::{QuietHours, Span};

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}Z").parse().expect("a moment")
    }

    #[rstest]
    #[case("2026-12-01T08:59:59", Verdict::NotYet)]
    #[case("2026-12-01T09:00:00", Verdict::OnTime)]
    #[case("2026-12-01T09:02:00", Verdict::OnTime)]
    #[case("2026-12-01T09:02:01", Verdict::Delayed)]
    #[case("2026-12-01T15:00:00", Verdict::Delayed)]
    #[case("2026-12-01T15:00:01", Verdict::Missed)]
    fn a_one_off_run_is_sent_up_to_six_hours_late(#[case] now: &str, #[case] verdict: Verdict) {
        let (planned, now) = (at("2026-12-01T09:00:00"), at(now));
        assert_eq!(one_off(planned, now, now - planned), verdict);
    }

    #[rstest]
    // Until 18 it is two hours late, and from 8 on so much more.
    #[case("2026-12-01T17:59:00", Verdict::Delayed)]
    #[case("2026-12-02T12:00:00", Verdict::Delayed)]
    #[case("2026-12-02T12:00:01", Verdict::Missed)]
    fn quiet_time_loses_no_one_off_run(#[case] now: &str, #[case] verdict: Verdict) {
        let (planned, now) = (at("2026-12-01T16:00:00"), at(now));
        assert_eq!(one_off(planned, now, nights().lateness(planned, now)), verdict);
    }

    fn nights() -> Quiet {
        let span = Span::parse("18:00-8:00").expect("a span");
        Quiet { hours: QuietHours { weekdays: Some(span), weekend: Some(span) }, zone: Tz::UTC }
    }

    #[rstest]
    // Daily: half the interval is 12 hours.
    #[case("daily 09:00", "2026-12-01T08:00:00", "2026-12-01T09:00:00", Verdict::NotYet, 0)]
    #[case("daily 09:00", "2026-12-01T09:01:00", "2026-12-01T09:00:00", Verdict::OnTime, 0)]
    #[case("daily 09:00", "2026-12-01T20:59:59", "2026-12-01T09:00:00", Verdict::Delayed, 0)]
    #[case("daily 09:00", "2026-12-01T21:00:00", "2026-12-01T09:00:00", Verdict::Missed, 0)]
    #[case("daily 09:00", "2026-12-11T10:00:00", "2026-12-11T09:00:00", Verdict::Delayed, 10)]
    // Half-hourly: 15 minutes.
    #[case("cron */30 * * * *", "2026-12-01T09:14:59", "2026-12-01T09:00:00", Verdict::Delayed, 0)]
    #[case("cron */30 * * * *", "2026-12-01T09:15:00", "2026-12-01T09:00:00", Verdict::Missed, 0)]
    #[case("cron */30 * * * *", "2026-12-01T10:31:00", "2026-12-01T10:30:00", Verdict::OnTime, 3)]
    // Weekly: 12 hours, not three and a half days.
    #[case("weekly tue 09:00", "2026-12-01T21:00:00", "2026-12-01T09:00:00", Verdict::Missed, 0)]
    fn of_recurring_runs_only_a_young_newest_one_is_sent(
        #[case] rule: Recurrence,
        #[case] now: &str,
        #[case] run: &str,
        #[case] verdict: Verdict,
        #[case] passed_over: u32,
    ) {
        let never = Quiet { hours: QuietHours::default(), zone: Tz::UTC };
        let caught_up = recurring(&rule, at("2026-12-01T09:00:00"), at(now), Tz::UTC, &never);
        assert_eq!((caught_up.run, caught_up.verdict, caught_up.passed_over), (at(run), verdict, passed_over));
        assert!(caught_up.next > Some(at(now)));
    }

    #[rstest]
    // A daily run at night: it waits until 8, is on time then, and counts as late from 8 on.
    #[case("daily 22:00", "2026-12-02T07:59:00", "2026-12-01T22:00:00", Verdict::NotYet, 0)]
    #[case("daily 22:00", "2026-12-02T08:00:30", "2026-12-01T22:00:00", Verdict::OnTime, 0)]
    #[case("daily 22:00", "2026-12-02T12:00:00", "2026-12-01T22:00:00", Verdict::Delayed, 0)]
    // In the next quiet hours it is ten hours late, and at their end the next run is there.
    #[case("daily 22:00", "2026-12-02T21:00:00", "2026-12-01T22:00:00", Verdict::Delayed, 0)]
    #[case("daily 22:00", "2026-12-05T08:30:00", "2026-12-04T22:00:00", Verdict::Delayed, 3)]
    // Many runs of a night are one in the morning, and none is missed.
    #[case("cron 0 * * * *", "2026-12-02T08:01:00", "2026-12-02T08:00:00", Verdict::OnTime, 0)]
    fn runs_in_quiet_hours_wait_without_being_late(
        #[case] rule: Recurrence,
        #[case] now: &str,
        #[case] run: &str,
        #[case] verdict: Verdict,
        #[case] passed_over: u32,
    ) {
        let quiet = nights();
        let caught_up = recurring(&rule, at("2026-12-01T22:00:00"), at(now), Tz::UTC, &quiet);
        assert_eq!((caught_up.run, caught_up.verdict, caught_up.passed_over), (at(run), verdict, passed_over));
        assert!(caught_up.next.is_some_and(|next| quiet.allowed_from(next) > at(now)));
    }

    #[rstest]
    #[case("2026-12-01T08:59:00", Opening::NotYet)]
    #[case("2026-12-01T09:01:00", Opening::Open { late: false })]
    #[case("2026-12-04T09:00:00", Opening::Open { late: true })]
    #[case("2026-12-04T09:00:01", Opening::Ask)]
    fn a_late_pulse_opens_while_a_day_remains(#[case] now: &str, #[case] opening: Opening) {
        assert_eq!(pulse_opening(at("2026-12-01T09:00:00"), at("2026-12-05T09:00:00"), at(now)), opening);
    }
}
