//! Rules against calendars: tables of daylight-saving changes, and properties over many zones.

use std::collections::BTreeMap;

use chrono::{Offset, TimeDelta, TimeZone};
use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

/// Tuesday, 1 December 2026, 09:00 in Berlin.
fn parse(text: &str) -> Result<Recurrence, RecurrenceError> {
    Recurrence::parse(text, at("2026-12-01T08:00:00Z"), chrono_tz::Europe::Berlin)
}

#[rstest]
#[case("daily", "daily 09:00")]
#[case(" Weekdays ", "weekdays 09:00")]
#[case("WEEKLY", "weekly tue 09:00")]
#[case("monthly", "monthly 1 09:00")]
#[case("0  9 * *   MON", "cron 0 9 * * mon")]
fn what_is_stored_is_read_back(#[case] typed: &str, #[case] stored: &str) {
    let rule = parse(typed).expect("a rule");
    assert_eq!(rule.to_string(), stored);
    assert_eq!(stored.parse(), Ok(rule));
}

#[rstest]
#[case("")]
#[case("daily")]
#[case("daily 25:00")]
#[case("weekly xyz 09:00")]
#[case("monthly 32 09:00")]
#[case("hourly 09:00")]
fn a_damaged_stored_rule_is_an_error(#[case] stored: &str) {
    assert_eq!(stored.parse::<Recurrence>(), Err(RecurrenceError::Unreadable(Quote::new(stored))));
}

#[rstest]
#[case("daily", "2026-12-02 09:00, 2026-12-03 09:00")]
#[case("weekdays", "2026-12-02 09:00, 2026-12-03 09:00, 2026-12-04 09:00, 2026-12-07 09:00")]
#[case("weekly", "2026-12-08 09:00, 2026-12-15 09:00")]
#[case("monthly", "2027-01-01 09:00, 2027-02-01 09:00")]
#[case("30 8 * * 0", "2026-12-06 08:30, 2026-12-13 08:30")]
#[case("30 8 * * 7", "2026-12-06 08:30, 2026-12-13 08:30")]
#[case("30 8 * * 1", "2026-12-07 08:30, 2026-12-14 08:30")]
#[case("30 8 * * 1-5", "2026-12-02 08:30, 2026-12-03 08:30, 2026-12-04 08:30, 2026-12-07 08:30")]
#[case("30 8 * * 5-7", "2026-12-04 08:30, 2026-12-05 08:30, 2026-12-06 08:30, 2026-12-11 08:30")]
#[case("30 8 * * sat-sun", "2026-12-05 08:30, 2026-12-06 08:30, 2026-12-12 08:30")]
#[case("30 8 * * 0,3", "2026-12-02 08:30, 2026-12-06 08:30, 2026-12-09 08:30")]
#[case("30 8 * * */3", "2026-12-02 08:30, 2026-12-05 08:30, 2026-12-06 08:30, 2026-12-09 08:30")]
#[case("0 9 1,15 * *", "2026-12-15 09:00, 2027-01-01 09:00, 2027-01-15 09:00")]
#[case("0 9 1 jan-mar *", "2027-01-01 09:00, 2027-02-01 09:00, 2027-03-01 09:00, 2028-01-01 09:00")]
#[case("*/20 10-11/1 * * *", "2026-12-01 10:00, 2026-12-01 10:20, 2026-12-01 10:40, 2026-12-01 11:00")]
#[case("0 9 29 2 *", "2028-02-29 09:00, 2032-02-29 09:00")]
#[case("0 9 31 * *", "2026-12-31 09:00, 2027-01-31 09:00, 2027-03-31 09:00")]
fn rules_run_when_people_expect(#[case] text: &str, #[case] runs: &str) {
    let zone = chrono_tz::Europe::Berlin;
    let expected: Vec<_> = runs.split(", ").collect();
    let found = parse(text).expect("a rule").next_n(at("2026-12-01T08:00:00Z"), zone, expected.len());
    let found: Vec<_> = found.iter().map(|t| t.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()).collect();
    assert_eq!(found, expected);
}

#[test]
fn monthly_on_the_31st_runs_on_the_last_day_of_short_months() {
    let zone = chrono_tz::Europe::Berlin;
    let first = at("2027-12-31T08:00:00Z");
    let runs = Recurrence::parse("monthly", first, zone).expect("a rule").next_n(first, zone, 4);
    let days: Vec<_> = runs.iter().map(|run| run.with_timezone(&zone).date_naive().to_string()).collect();
    assert_eq!(days, ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
}

#[rstest]
#[case("now and then", RecurrenceError::Unreadable(Quote::new("now and then")))]
#[case("", RecurrenceError::Unreadable(Quote::new("")))]
#[case("@daily", RecurrenceError::Unreadable(Quote::new("@daily")))]
#[case("0 9 * *", RecurrenceError::Fields(4))]
#[case("0 0 9 * * 1", RecurrenceError::Fields(6))]
#[case("60 9 * * *", RecurrenceError::Minute(Quote::new("60")))]
#[case("*/0 9 * * *", RecurrenceError::Minute(Quote::new("*/0")))]
#[case("5/10 9 * * *", RecurrenceError::Minute(Quote::new("5/10")))]
#[case("0, 9 * * *", RecurrenceError::Minute(Quote::new("0,")))]
#[case("0 24 * * *", RecurrenceError::Hour(Quote::new("24")))]
#[case("0 17-9 * * *", RecurrenceError::Hour(Quote::new("17-9")))]
#[case("0 9 0 * *", RecurrenceError::Day(Quote::new("0")))]
#[case("0 9 l * *", RecurrenceError::Day(Quote::new("l")))]
#[case("0 9 ? * *", RecurrenceError::Day(Quote::new("?")))]
#[case("0 9 * 13 *", RecurrenceError::Month(Quote::new("13")))]
#[case("0 9 * mon *", RecurrenceError::Month(Quote::new("mon")))]
#[case("0 9 * * 8", RecurrenceError::Weekday(Quote::new("8")))]
#[case("0 9 * * fri-mon", RecurrenceError::Weekday(Quote::new("fri-mon")))]
#[case("0 9 * * 1#2", RecurrenceError::Weekday(Quote::new("1#2")))]
#[case("0 9 1 * 1", RecurrenceError::TwoDays)]
#[case("0 9 1-31 * 1", RecurrenceError::TwoDays)]
#[case("0 9 30 2 *", RecurrenceError::Never(Quote::new("0 9 30 2 *")))]
#[case("* * * * *", RecurrenceError::TooOften(Quote::new("* * * * *")))]
#[case("*/14 9 * * *", RecurrenceError::TooOften(Quote::new("*/14 9 * * *")))]
#[case("5,55 0,23 * * *", RecurrenceError::TooOften(Quote::new("5,55 0,23 * * *")))]
#[case("0,50 9,10 * * *", RecurrenceError::TooOften(Quote::new("0,50 9,10 * * *")))]
fn a_bad_expression_is_named_by_its_fault(#[case] text: &str, #[case] error: RecurrenceError) {
    assert_eq!(parse(text), Err(error));
}

#[test]
fn length_is_checked_first_and_quotes_are_short() {
    assert_eq!(parse(&format!("{} 9 * * *", "0,".repeat(60))), Err(RecurrenceError::TooLong));
    let Err(RecurrenceError::Minute(quote)) = parse(&format!("{}x 9 * * *", "0,".repeat(40))) else {
        panic!("no minute")
    };
    assert_eq!(quote.as_str().chars().count(), 40);
}

#[rstest]
#[case("*/15 * * * *")]
// Ten minutes over midnight, but never on two days in a row.
#[case("5,55 0,23 1 * *")]
#[case("5,55 0,23 * * 1,3,5")]
fn fifteen_minutes_apart_is_far_enough(#[case] text: &str) {
    assert!(parse(text).is_ok());
}

#[rstest]
// Spring: skipped times run at the first moment after the gap.
#[case("Europe/Berlin", "30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z")]
#[case("America/New_York", "30 2 * * *", "2026-03-07T12:00:00Z", "2026-03-08T07:00:00Z, 2026-03-09T06:30:00Z")]
#[case("America/Santiago", "0 0 * * *", "2026-09-05T12:00:00Z", "2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z")]
#[case("Australia/Lord_Howe", "15 2 * * *", "2026-10-03T12:00:00Z", "2026-10-03T15:30:00Z, 2026-10-04T15:15:00Z")]
// Several times in one gap are one run.
#[case("Europe/Berlin", "*/20 2 * * *", "2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z, 2026-03-30T00:00:00Z")]
// Autumn: repeated times run once, the first time.
#[case("Europe/Berlin", "30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z")]
#[case("America/New_York", "30 1 * * *", "2026-10-31T12:00:00Z", "2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z")]
#[case("America/Santiago", "30 23 * * *", "2026-04-04T12:00:00Z", "2026-04-05T02:30:00Z, 2026-04-06T03:30:00Z")]
#[case("Australia/Lord_Howe", "45 1 * * *", "2026-04-04T12:00:00Z", "2026-04-04T14:45:00Z, 2026-04-05T15:15:00Z")]
// Asked within the second pass, it doesn't go back to the first.
#[case("Europe/Berlin", "*/15 * * * *", "2026-10-25T01:10:00Z", "2026-10-25T02:00:00Z, 2026-10-25T02:15:00Z")]
// No daylight saving, but three quarters of an hour.
#[case("Asia/Kathmandu", "30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-28T20:45:00Z, 2026-03-29T20:45:00Z")]
fn daylight_saving_neither_drops_nor_doubles(
    #[case] zone: Tz,
    #[case] rule: &str,
    #[case] after: &str,
    #[case] runs: &str,
) {
    let rule = Recurrence::parse(rule, at(after), zone).expect("a rule");
    let expected: Vec<_> = runs.split(", ").map(at).collect();
    assert_eq!(rule.next_n(at(after), zone, expected.len()), expected);
}

/// The local days for which a daily rule ran, in order of its runs.
fn days_of_runs(zone: Tz, time: NaiveTime, from: DateTime<Utc>, n: usize) -> Vec<NaiveDate> {
    let runs = Recurrence::Daily { at: time }.next_n(from, zone, n);
    let cron = Recurrence::parse(&time.format("%-M %-H * * *").to_string(), from, zone).expect("a rule");
    assert_eq!(cron.next_n(from, zone, n), runs, "the same rule as a cron expression");
    let local = runs.iter().map(|run| run.with_timezone(&zone).naive_local());
    // In Nuuk the spring gap swallows the end of a day; that day's run comes at the midnight that follows.
    local.map(|run| if run.time() < time { run.date() - Days::new(1) } else { run.date() }).collect()
}

/// The moments at which clocks in `zone` are moved, 2025 to 2028, with their offsets in seconds.
fn changes(zone: Tz) -> Vec<(DateTime<Utc>, i32, i32)> {
    let offset = |at: DateTime<Utc>| zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
    let mut changes = Vec::new();
    for week in 0..52 * 4 {
        let mut before = at("2025-01-01T00:00:00Z") + TimeDelta::weeks(week);
        let mut after = before + TimeDelta::weeks(1);
        if offset(before) != offset(after) {
            while after - before > TimeDelta::minutes(1) {
                let middle = before + TimeDelta::minutes((after - before).num_minutes() / 2);
                if offset(middle) == offset(before) { before = middle } else { after = middle }
            }
            changes.push((after, offset(before), offset(after)));
        }
    }
    changes
}

#[test]
fn in_every_zone_a_daily_rule_runs_once_a_day_through_every_change_from_2025_to_2028() {
    // Many zones share their changes; each pattern is tried once.
    let patterns: BTreeMap<_, _> = chrono_tz::TZ_VARIANTS.iter().map(|&zone| (changes(zone), zone)).collect();
    assert!(patterns.len() > 20, "the zones with daylight saving were found");
    for (changes, zone) in patterns {
        for (change, ..) in changes {
            for minutes in (-120..=120).step_by(30) {
                let time = (change.with_timezone(&zone).naive_local() + TimeDelta::minutes(minutes)).time();
                let days = days_of_runs(zone, time, change - TimeDelta::days(2), 4);
                assert!(days.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])), "{zone} {time} {days:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn runs_only_go_forward(
        zone in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]),
        rule in "daily|weekdays|weekly|monthly|(0|30|\\*/15|10,40) (\\*|2|0-3|23) (\\*|31) \\* \\*|15 1 \\* \\* (0|7|1-5|sat)",
        start in 1_735_689_600i64..1_861_920_000,
    ) {
        let start = DateTime::from_timestamp(start, 0).expect("2025 to 2028");
        let rule = Recurrence::parse(&rule, start, zone).expect("a rule");
        let runs = rule.next_n(start, zone, 60);
        prop_assert_eq!(runs.len(), 60);
        prop_assert!(runs[0] > start);
        prop_assert!(runs.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert_eq!(rule.to_string().parse(), Ok(rule));
    }

    #[test]
    fn a_daily_rule_leaves_no_day_out_and_runs_on_none_twice(
        zone in prop::sample::select(&chrono_tz::TZ_VARIANTS[..]),
        minute in 0u32..24 * 60,
        start in 1_735_689_600i64..1_861_920_000,
    ) {
        let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).expect("a time");
        let start = DateTime::from_timestamp(start, 0).expect("2025 to 2028");
        let days = days_of_runs(zone, time, start, 40);
        prop_assert!(days.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])), "{:?}", days);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,110}|[0-9*/, a-z-]{0,40}") {
        let _ = parse(&text);
    }
}
