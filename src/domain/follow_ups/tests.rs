//! When reminders come, and when they stop.

use chrono_tz::Europe::Berlin;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::domain::contact::{QuietHours, Span};
use crate::domain::statistics::planned_half_width;

fn at(local: &str) -> DateTime<Utc> {
    wall_clock::moment(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a time"), Berlin)
}

#[rstest]
// Monday to Monday, as a launch without a close: 40 % is Thursday before work, 80 % is Saturday night.
#[case("2026-11-02 08:00", "2026-11-09 17:00", &["2026-11-05 09:00", "2026-11-09 09:00"])]
// The Monday morning would be too late: back to Friday.
#[case("2026-11-02 08:00", "2026-11-09 10:00", &["2026-11-05 09:00", "2026-11-06 16:00"])]
// In working hours nothing moves.
#[case("2026-11-02 10:00", "2026-11-12 10:00", &["2026-11-06 10:00", "2026-11-10 10:00"])]
// Two days: the second would come on the heels of the first.
#[case("2026-11-03 09:00", "2026-11-05 17:00", &["2026-11-04 09:00", "2026-11-05 09:00"])]
#[case("2026-11-03 09:00", "2026-11-04 17:00", &["2026-11-04 09:00"])]
// A day is too short for any.
#[case("2026-11-03 09:00", "2026-11-03 17:00", &[])]
// Over the end of summer time.
#[case("2026-10-23 09:00", "2026-10-30 17:00", &["2026-10-26 09:00", "2026-10-29 09:00"])]
fn reminders_come_in_working_hours_and_apart(#[case] opens: &str, #[case] closes: &str, #[case] due: &[&str]) {
    assert_eq!(times(opens, closes, QuietHours::default()), due);
}

fn times(opens: &str, closes: &str, hours: QuietHours) -> Vec<String> {
    let times = reminder_times(at(opens), at(closes), &Quiet { hours, zone: Berlin });
    times.iter().map(|at| at.with_timezone(&Berlin).format("%Y-%m-%d %H:%M").to_string()).collect()
}

fn quiet(weekdays: &str, weekend: &str) -> QuietHours {
    QuietHours { weekdays: Span::parse(weekdays).ok(), weekend: Span::parse(weekend).ok() }
}

#[rstest]
// Not on the Saturday on which the quiet hours end: before they begin.
#[case("2026-11-02 08:00", "2026-11-09 10:00", "16:00-8:00", "none", &["2026-11-05 09:00", "2026-11-06 15:30"])]
// Both would come on Monday morning: one does.
#[case("2026-11-04 15:00", "2026-11-09 17:00", "15:00-9:00", "all day", &["2026-11-09 09:00"])]
// Monday morning is in the last hours: back to Friday.
#[case("2026-11-04 17:00", "2026-11-09 12:00", "15:00-9:00", "all day", &["2026-11-06 14:30"])]
// The morning is quiet, the afternoon is not.
#[case("2026-11-02 08:00", "2026-11-09 17:00", "8:30-12:00", "none", &["2026-11-05 12:00", "2026-11-09 12:00"])]
// There is no moment left.
#[case("2026-11-02 08:00", "2026-11-09 17:00", "8:00-17:00", "none", &[])]
fn reminders_keep_out_of_quiet_hours_and_all_else_holds(
    #[case] opens: &str,
    #[case] closes: &str,
    #[case] weekdays: &str,
    #[case] weekend: &str,
    #[case] due: &[&str],
) {
    assert_eq!(times(opens, closes, quiet(weekdays, weekend)), due);
}

#[rstest]
#[case("2026-11-05 08:59", Verdict::NotYet)]
#[case("2026-11-05 09:01", Verdict::OnTime)]
#[case("2026-11-05 14:59", Verdict::Delayed)]
#[case("2026-11-05 15:01", Verdict::Missed)]
fn a_late_reminder_is_sent_for_six_hours(#[case] now: &str, #[case] verdict: Verdict) {
    let quiet = Quiet { hours: QuietHours::default(), zone: Berlin };
    assert_eq!(reminder_verdict(at("2026-11-05 09:00"), at(now), at("2026-11-09 17:00"), &quiet), verdict);
}

#[test]
fn a_late_reminder_disturbs_neither_the_evening_nor_quiet_hours_nor_the_last_hours() {
    let quiet = Quiet { hours: quiet("12:30-14:00", "none"), zone: Berlin };
    let verdict = |planned, now| reminder_verdict(at(planned), at(now), at("2026-11-09 17:00"), &quiet);
    assert_eq!(verdict("2026-11-05 11:00", "2026-11-05 13:00"), Verdict::Missed);
    assert_eq!(verdict("2026-11-05 11:00", "2026-11-05 14:30"), Verdict::Delayed);
    assert_eq!(verdict("2026-11-05 15:00", "2026-11-05 16:30"), Verdict::Missed);
    assert_eq!(verdict("2026-11-09 09:00", "2026-11-09 12:00"), Verdict::Delayed);
    assert_eq!(verdict("2026-11-09 09:00", "2026-11-09 13:30"), Verdict::Missed);
    assert_eq!(verdict("2026-11-05 12:45", "2026-11-05 12:46"), Verdict::Missed, "quiet since it was planned");
}

// Half-widths at p = 0.5 by Wilson with the finite-population correction: 12.6 at 15 of 20, 14.5 at 35 of 140.
#[rstest]
#[case(0, 0, None)]
#[case(8, 8, None)]
#[case(16, 16, None)]
#[case(20, 20, Some(15))]
#[case(140, 140, Some(35))]
#[case(50_000, 50_000, Some(40))]
// A headcount of last year: fifteen answers of sixty say little.
#[case(20, 60, None)]
fn reminders_stop_at_a_step_of_five(#[case] surely: u32, #[case] most: u32, #[case] answered: Option<u32>) {
    assert_eq!(reminders_stop_at(surely, most), answered);
}

proptest! {
    #[test]
    fn p9_stopping_tells_of_five_people_or_more(eligible in 0u32..3_000) {
        if let Some(answered) = reminders_stop_at(eligible, eligible) {
            prop_assert!(answered % 5 == 0 && answered >= 5 && eligible - answered >= 5);
            prop_assert!(planned_half_width(answered, eligible) <= 15.0);
            let before = answered - 5;
            prop_assert!(before == 0 || planned_half_width(before, eligible) > 15.0);
        }
    }

    #[test]
    fn reminders_are_in_order_in_time_and_never_quiet_or_on_a_weekend(
        start in 0i64..4_000_000,
        hours in 1i64..2_000,
        from in 0u32..24,
        until in 0u32..24,
    ) {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
        let weekdays = (from != until).then(|| Span::Between(time(from), time(until)));
        let quiet = Quiet { hours: QuietHours { weekdays, weekend: None }, zone: Berlin };
        let opens = DateTime::from_timestamp(1_790_000_000 + start, 0).expect("a moment");
        let closes = opens + TimeDelta::hours(hours);
        let mut last = opens;
        for time in reminder_times(opens, closes, &quiet) {
            let local = time.with_timezone(&Berlin);
            prop_assert!(time - last >= APART && closes - time >= QUIET_END);
            prop_assert!((9..=16).contains(&local.hour()) && is_working_day(local.weekday()));
            prop_assert_eq!(quiet.allowed_from(time), time);
            last = time;
        }
    }
}

#[test]
fn codes_come_back() {
    for kind in FollowUpKind::REMINDERS.into_iter().chain([FollowUpKind::Result]) {
        assert_eq!(kind.code().parse(), Ok(kind));
    }
    assert_eq!("".parse::<FollowUpState>(), Err(UnknownCode));
}
