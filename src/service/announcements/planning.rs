//! From what a lead typed to a plan: the first run, and the rule by which it repeats.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::announcements::Plan;
use crate::domain::quote::Quote;
use crate::domain::recurrence::{Recurrence, RecurrenceError};
use crate::domain::when::{WhenError, parse_when};
use crate::privacy::escaping::escape;
use crate::service::failure::UserError;
use crate::service::views;
use crate::values;

/// Reads both texts. An unchanged `when` keeps its moment, so that "in 2 hours" does not wander with every edit.
pub(super) fn parse_plan(
    when: &str,
    repeat: &str,
    old: Option<&Plan>,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<Plan, UserError> {
    let (when, repeat) = (when.trim(), repeat.trim());
    let first = match old {
        _ if when.is_empty() => None,
        Some(old) if old.first.is_some_and(|first| first > now) && old.when_text == when && old.zone == zone => {
            old.first
        }
        _ => Some(parse_when(when, now, zone).map_err(when_error)?),
    };
    let rule = parse_rule(repeat, first.unwrap_or(now), zone)?;
    // Only a cron expression says by itself when its first run is.
    let first = match (&first, &rule) {
        (None, Some(rule @ Recurrence::Cron(_))) => rule.next_after(now, zone),
        (None, Some(_)) => return Err(UserError::new("announce.error.repeat_needs_when")),
        _ => first,
    };
    let when_text = first.map(|first| first.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string());
    Ok(Plan { when_text: when_text.unwrap_or_default(), repeat_text: repeat.to_owned(), first, rule, zone })
}

/// Reads a repetition by itself; empty is none.
pub(super) fn parse_rule(repeat: &str, first: DateTime<Utc>, zone: Tz) -> Result<Option<Recurrence>, UserError> {
    let repeat = repeat.trim();
    let parsed = (!repeat.is_empty()).then(|| Recurrence::parse(repeat, first, zone));
    parsed.transpose().map_err(repeat_error)
}

/// What is wrong with a plan as it stands, if its texts were never understood or its time has passed.
pub(super) fn problem(plan: &Plan, now: DateTime<Utc>) -> Option<UserError> {
    let is_over = plan.rule.is_none() && plan.first.is_some_and(|first| first <= now);
    let is_unread = plan.first.is_none() && !(plan.when_text.is_empty() && plan.repeat_text.is_empty());
    if !is_over && !is_unread {
        return None;
    }
    parse_plan(&plan.when_text, &plan.repeat_text, None, now, plan.zone).err()
}

/// What is wrong with how long before a post managers are to be briefed.
pub(super) fn lead_time_error(error: WhenError) -> UserError {
    match &error {
        WhenError::Unreadable(quote) => {
            UserError::with("cascade.error.lead_time", values! { text => escape(quote.as_str()) })
        }
        WhenError::TooFar(quote) => {
            UserError::with("cascade.error.too_early", values! { text => escape(quote.as_str()) })
        }
        WhenError::NoSuchDate(_) | WhenError::Past { .. } => when_error(error),
    }
}

fn when_error(error: WhenError) -> UserError {
    let text = |quote: &Quote| escape(quote.as_str());
    match &error {
        WhenError::Unreadable(quote) => UserError::with("common.when.unreadable", values! { text => text(quote) }),
        WhenError::NoSuchDate(quote) => UserError::with("common.when.no_such_date", values! { text => text(quote) }),
        WhenError::Past { text: quote, time } => {
            UserError::with("common.when.past", values! { text => text(quote), time => views::moment(*time) })
        }
        WhenError::TooFar(quote) => UserError::with("common.when.too_far", values! { text => text(quote) }),
    }
}

fn repeat_error(error: RecurrenceError) -> UserError {
    let quoted = |key, quote: &Quote| UserError::with(key, values! { text => escape(quote.as_str()) });
    match &error {
        RecurrenceError::Unreadable(quote) => quoted("common.repeat.unreadable", quote),
        RecurrenceError::TooLong => UserError::new("common.repeat.too_long"),
        RecurrenceError::Fields(count) => UserError::with("common.repeat.fields", values! { count => *count }),
        RecurrenceError::Minute(quote) => quoted("common.repeat.bad_minute", quote),
        RecurrenceError::Hour(quote) => quoted("common.repeat.bad_hour", quote),
        RecurrenceError::Day(quote) => quoted("common.repeat.bad_day", quote),
        RecurrenceError::Month(quote) => quoted("common.repeat.bad_month", quote),
        RecurrenceError::Weekday(quote) => quoted("common.repeat.bad_weekday", quote),
        RecurrenceError::TwoDays => UserError::new("common.repeat.two_days"),
        RecurrenceError::Never(quote) => quoted("common.repeat.never", quote),
        RecurrenceError::TooOften(quote) => quoted("common.repeat.too_often", quote),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn now() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 2, 7, 0, 0).single().expect("a moment")
    }

    fn plan(when: &str, repeat: &str) -> Result<Plan, &'static str> {
        parse_plan(when, repeat, None, now(), Berlin).map_err(|error| error.key)
    }

    #[test]
    fn a_cron_expression_brings_its_first_run_and_other_repetitions_need_one() {
        let weekly = plan("", "0 9 * * 1").expect("a plan");
        assert_eq!(weekly.when_text, "2026-11-02 09:00");
        assert_eq!(plan("", "weekly"), Err("announce.error.repeat_needs_when"));
        assert_eq!(plan("", "").expect("a plan").first, None);
        assert!(plan("mon 09:00", "weekly").expect("a plan").rule.is_some());
    }

    #[test]
    fn an_unchanged_time_stays_where_it_was() {
        let first = plan("in 90 seconds", "").expect("a plan");
        let again = parse_plan(&first.when_text, "", Some(&first), now(), Berlin).expect("a plan");
        assert_eq!(again.first, first.first);
    }

    #[test]
    fn a_plan_whose_time_has_passed_says_so() {
        let soon = plan("in 1 hour", "").expect("a plan");
        assert_eq!(problem(&soon, now()), None);
        let later = now() + chrono::TimeDelta::hours(2);
        assert_eq!(problem(&soon, later).map(|error| error.key), Some("common.when.past"));
        assert_eq!(plan("whenever", ""), Err("common.when.unreadable"));
        assert_eq!(plan("tomorrow 9:00", "*/5 * * * *"), Err("common.repeat.too_often"));
    }
}
