use chrono_tz::America::Santiago;
use chrono_tz::Europe::Berlin;
use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn at(local: &str, zone: Tz) -> DateTime<Utc> {
    wall_clock::moment(NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a time"), zone)
}

fn quiet(weekdays: &str, weekend: &str) -> QuietHours {
    let span = |text: &str| (!text.is_empty()).then(|| Span::parse(text).expect("a span"));
    QuietHours { weekdays: span(weekdays), weekend: span(weekend) }
}

#[rstest]
#[case("18:00-8:00", "18:00–08:00")]
#[case(" 18:00 – 08:00 ", "18:00–08:00")]
#[case("12:30-13:15", "12:30–13:15")]
#[case("0:00-24:00", "00:00–24:00")]
#[case("All day", "00:00–24:00")]
#[case("22:00-24:00", "22:00–00:00")]
fn spans_are_read_as_people_write_them_and_stored_as_minutes(#[case] text: &str, #[case] shown: &str) {
    let span = Span::parse(text).expect("a span");
    assert_eq!(span.to_string(), shown);
    let (from, until) = span.minutes();
    assert_eq!(Span::from_minutes(from, until), Some(span));
}

#[rstest]
#[case("")]
#[case("18-8")]
#[case("18:00")]
#[case("8:00-8:00")]
#[case("0:00-0:00")]
#[case("24:00-0:00")]
#[case("25:00-8:00")]
#[case("18:60-8:00")]
#[case("18:0-8:00")]
#[case("-1:00-8:00")]
fn anything_else_is_no_span(#[case] text: &str) {
    assert_eq!(Span::parse(text), Err(UnreadableSpan));
}

#[rstest]
// Tuesday at noon, in the evening, before work.
#[case("2026-11-03 12:00", "2026-11-03 12:00")]
#[case("2026-11-03 18:00", "2026-11-04 08:00")]
#[case("2026-11-03 03:00", "2026-11-03 08:00")]
#[case("2026-11-03 07:59", "2026-11-03 08:00")]
#[case("2026-11-03 08:00", "2026-11-03 08:00")]
// Friday evening and Saturday: over the weekend to Monday morning.
#[case("2026-11-06 18:00", "2026-11-09 08:00")]
#[case("2026-11-07 12:00", "2026-11-09 08:00")]
// Over both changes of the clocks.
#[case("2026-03-28 22:00", "2026-03-30 08:00")]
#[case("2026-10-24 22:00", "2026-10-26 08:00")]
fn what_falls_in_quiet_hours_waits_until_they_end(#[case] planned: &str, #[case] allowed: &str) {
    let quiet = quiet("18:00-8:00", "all day");
    assert_eq!(quiet.allowed_from(at(planned, Berlin), Berlin), at(allowed, Berlin));
}

#[test]
fn quiet_hours_that_end_in_a_gap_end_after_it_and_none_change_nothing() {
    // In Santiago the clocks skip the first hour of 6 September 2026, a Sunday.
    let hours = quiet("", "22:00-0:30");
    let end = hours.allowed_from(at("2026-09-05 23:00", Santiago), Santiago);
    assert_eq!(end, at("2026-09-06 01:00", Santiago));
    let noon = at("2026-09-05 23:00", Santiago);
    assert_eq!(QuietHours::default().allowed_from(noon, Santiago), noon);
    let always = quiet("all day", "all day");
    assert!(always.never_end() && always.allowed_from(noon, Santiago) == noon);
}

#[rstest]
// Nothing quiet lies between.
#[case("2026-11-03 09:00", "2026-11-03 10:30", 90)]
#[case("2026-11-03 17:30", "2026-11-03 18:00", 30)]
// Tuesday night, the whole weekend.
#[case("2026-11-03 17:30", "2026-11-03 23:00", 30)]
#[case("2026-11-03 17:30", "2026-11-04 08:15", 45)]
#[case("2026-11-03 20:00", "2026-11-04 08:00", 0)]
#[case("2026-11-06 17:00", "2026-11-09 09:00", 120)]
// Over both changes of the clocks.
#[case("2026-03-27 17:00", "2026-03-30 09:00", 120)]
#[case("2026-10-23 17:00", "2026-10-26 09:00", 120)]
// Up to a day; and before its time.
#[case("2026-01-05 09:00", "2026-11-09 09:00", 24 * 60)]
#[case("2026-11-03 10:30", "2026-11-03 09:00", -90)]
fn time_in_quiet_hours_makes_nothing_late(#[case] due: &str, #[case] now: &str, #[case] minutes: i64) {
    let quiet = Quiet { hours: quiet("18:00-8:00", "all day"), zone: Berlin };
    assert_eq!(quiet.lateness(at(due, Berlin), at(now, Berlin)), TimeDelta::minutes(minutes));
}

#[test]
fn all_time_counts_where_there_are_no_quiet_hours_or_nothing_else() {
    let (due, now) = (at("2026-11-03 17:30", Berlin), at("2026-11-04 08:30", Berlin));
    for hours in [QuietHours::default(), quiet("all day", "all day")] {
        assert_eq!(Quiet { hours, zone: Berlin }.lateness(due, now), TimeDelta::hours(15));
    }
}

#[rstest]
#[case("2026-11-02 00:00", "2026-11-02 00:00", "2026-11-09 00:00")]
#[case("2026-11-08 23:59", "2026-11-02 00:00", "2026-11-09 00:00")]
// The year's last week reaches into the next year; summer time ends within a week.
#[case("2027-01-02 10:00", "2026-12-28 00:00", "2027-01-04 00:00")]
#[case("2026-10-25 12:00", "2026-10-19 00:00", "2026-10-26 00:00")]
fn a_week_goes_from_monday_to_sunday_by_local_clocks(#[case] day: &str, #[case] begins: &str, #[case] ends: &str) {
    let week = Week::of(at(day, Berlin), Berlin);
    assert_eq!(week, Week { begins: at(begins, Berlin), ends: at(ends, Berlin) });
    assert!(week.holds(at(day, Berlin)) && !week.holds(week.ends));
}

#[test]
fn a_budget_is_kept_up_to_its_last_message_and_can_be_off() {
    let three = Contact::default();
    assert!(!three.is_over(3) && three.is_over(4));
    assert!(!Contact { budget: None, ..three }.is_over(1_000));
}

proptest! {
    #[test]
    fn waiting_never_goes_back_and_ends_outside_of_quiet_hours(
        zone in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]),
        start in 1_735_689_600i64..1_861_920_000,
        spans in prop::array::uniform4(0u32..1440),
    ) {
        let planned = DateTime::from_timestamp(start, 0).expect("2025 to 2028");
        let hours = QuietHours {
            weekdays: Span::from_minutes(spans[0], spans[1]),
            weekend: Span::from_minutes(spans[2], spans[3]),
        };
        let allowed = hours.allowed_from(planned, zone);
        prop_assert!(allowed >= planned && allowed - planned < TimeDelta::days(4));
        prop_assert_eq!(hours.allowed_from(allowed, zone), allowed);
        let quiet = Quiet { hours, zone };
        prop_assert_eq!(quiet.lateness(planned, allowed), TimeDelta::zero());
        let later = allowed + TimeDelta::hours(9);
        let late = quiet.lateness(planned, later);
        prop_assert!(late >= TimeDelta::zero() && late <= TimeDelta::hours(9));
        prop_assert_eq!(quiet.lateness(planned, quiet.allowed_from(later)), late);
    }
}
