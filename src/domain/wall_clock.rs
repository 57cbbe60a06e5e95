//! From the time on a wall clock to a moment. Local times may be missing (the spring gap) or come twice (the autumn
//! overlap); this is the one place that decides which moment is meant.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// The moment at which clocks in `zone` show `local`. A time that clocks skip means the first moment after the gap;
/// a time that they show twice means the first of the two (promises.md 2).
///
/// It never goes backwards: a later `local` never gives an earlier moment.
pub fn moment(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => time.to_utc(),
        LocalResult::None => after_gap(local, zone),
    }
}

/// Gaps end on a full minute everywhere since 1972, and none was ever longer than a day (Samoa, 30 December 2011).
fn after_gap(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let minute = local.with_second(0).and_then(|t| t.with_nanosecond(0)).expect("zero is a second and a nanosecond");
    (1..=25 * 60)
        .filter_map(|step| zone.from_local_datetime(&(minute + TimeDelta::minutes(step))).earliest())
        .map(|time| time.to_utc())
        .next()
        // Only dates at the very ends of the calendar come here; reading the clock as UTC keeps their order.
        .unwrap_or_else(|| local.and_utc())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    // Gaps: Berlin and New York an hour at night, Santiago an hour at midnight, Lord Howe half an hour.
    #[case("Europe/Berlin", "2026-03-29 01:59", "2026-03-29 00:59")]
    #[case("Europe/Berlin", "2026-03-29 02:00", "2026-03-29 01:00")]
    #[case("Europe/Berlin", "2026-03-29 02:59", "2026-03-29 01:00")]
    #[case("Europe/Berlin", "2026-03-29 03:00", "2026-03-29 01:00")]
    #[case("America/New_York", "2026-03-08 02:30", "2026-03-08 07:00")]
    #[case("America/Santiago", "2026-09-06 00:30", "2026-09-06 04:00")]
    #[case("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30")]
    #[case("Pacific/Apia", "2011-12-30 09:00", "2011-12-30 10:00")]
    // Overlaps: the first of the two.
    #[case("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30")]
    #[case("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30")]
    #[case("America/Santiago", "2026-04-04 23:30", "2026-04-05 02:30")]
    #[case("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04 14:45")]
    // No changes, but a quarter of an hour.
    #[case("Asia/Kathmandu", "2026-03-29 02:30", "2026-03-28 20:45")]
    fn a_wall_clock_time_means_one_moment(#[case] zone: Tz, #[case] local: &str, #[case] utc: &str) {
        let read = |text| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time");
        assert_eq!(moment(read(local), zone), read(utc).and_utc());
    }
}
