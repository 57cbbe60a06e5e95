//! Repeating plans over daylight saving, restarts, outages and clocks that jump (promises.md 2 and 6), in every zone.
//!
//! The scheduler's decisions are taken as the program takes them (`lateness::recurring` on the one run that is planned),
//! in the order in which a program that is started again and again would come to them. An ordinary run draws zones and
//! years; `GROUNDSWELL_ALL_ZONES=1` goes through all zones and 2025 to 2028, which takes minutes without optimisation.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use groundswell::domain::contact::{Quiet, QuietHours};
use groundswell::domain::lateness::{self, Verdict};
use groundswell::domain::recurrence::Recurrence;
use groundswell::domain::wall_clock;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Zones drawn in an ordinary run, a year each.
const DRAWN: usize = 60;

/// A plan's rows, and the program that looks at them.
struct Plan {
    rule: Recurrence,
    zone: Tz,
    /// The run that waits.
    planned: DateTime<Utc>,
    /// All runs that ever had a row: unique by their time.
    rows: BTreeSet<DateTime<Utc>>,
    /// What was posted, in that order.
    posted: Vec<DateTime<Utc>>,
}

impl Plan {
    fn new(rule: Recurrence, zone: Tz, first: DateTime<Utc>) -> Self {
        Self { rule, zone, planned: first, rows: BTreeSet::from([first]), posted: Vec::new() }
    }

    /// The program wakes, or starts, and looks once.
    fn look(&mut self, now: DateTime<Utc>) {
        if self.planned > now {
            return;
        }
        let never = Quiet { hours: QuietHours::default(), zone: self.zone };
        let decided = lateness::recurring(&self.rule, self.planned, now, self.zone, &never);
        let next = decided.next.expect("it goes on");
        assert!(next > now, "{}: the next run is still to come", self.zone);
        let is_new = decided.run == self.planned || self.rows.insert(decided.run);
        if is_new && matches!(decided.verdict, Verdict::OnTime | Verdict::Delayed) {
            self.posted.push(decided.run);
        }
        self.planned = next;
        self.rows.insert(next);
    }

    fn never_went_back(&self) {
        assert!(self.posted.windows(2).all(|pair| pair[0] < pair[1]), "{}: {:?}", self.zone, self.posted);
    }

    /// The local days that had their post. A gap can swallow the end of a day; that day's run is the midnight after it.
    fn days(&self, time: NaiveTime) -> Vec<NaiveDate> {
        let local = self.posted.iter().map(|run| run.with_timezone(&self.zone).naive_local());
        local.map(|run| if run.time() < time { run.date() - Days::new(1) } else { run.date() }).collect()
    }
}

fn all_zones() -> bool {
    std::env::var_os("GROUNDSWELL_ALL_ZONES").is_some()
}

/// Zones with a first and a last year.
fn drawn(random: &mut ChaCha8Rng) -> Vec<(Tz, i32, i32)> {
    if all_zones() {
        return chrono_tz::TZ_VARIANTS.iter().map(|zone| (*zone, 2025, 2028)).collect();
    }
    let mut draw = |_| {
        let zone = chrono_tz::TZ_VARIANTS[random.random_range(0..chrono_tz::TZ_VARIANTS.len())];
        let year = random.random_range(2025..=2028);
        (zone, year, year)
    };
    (0..DRAWN).map(&mut draw).collect()
}

fn random(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

fn minutes(random: &mut ChaCha8Rng, most: i64) -> TimeDelta {
    TimeDelta::seconds(random.random_range(0..=most * 60))
}

fn daily(random: &mut ChaCha8Rng, zone: Tz, year: i32) -> (Plan, NaiveTime) {
    // The small hours are when clocks change.
    let hour = if random.random_bool(0.7) { random.random_range(0..4) } else { random.random_range(0..24) };
    let time = NaiveTime::from_hms_opt(hour, random.random_range(0..60), 0).expect("a time");
    let day = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
    let first = wall_clock::moment(day.and_time(time), zone);
    let text = if random.random_bool(0.5) { "daily".to_owned() } else { time.format("%-M %-H * * *").to_string() };
    (Plan::new(Recurrence::parse(&text, first, zone).expect("a rule"), zone, first), time)
}

#[test]
fn a_program_that_is_started_every_twenty_minutes_posts_once_on_every_local_day() {
    let mut random = random(2_025);
    for (zone, first, last) in drawn(&mut random) {
        let (mut plan, time) = daily(&mut random, zone, first);
        while plan.planned.with_timezone(&zone).year() <= last {
            // Starts before the run's time change nothing; the first one after it comes within twenty minutes.
            plan.look(plan.planned - TimeDelta::seconds(1));
            let now = plan.planned + minutes(&mut random, 20);
            plan.look(now);
            plan.look(now + minutes(&mut random, 20));
        }
        plan.never_went_back();
        let days = plan.days(time);
        assert!(days.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])), "{zone} {time}: {days:?}");
        assert!(days.len() >= 364, "{zone} {time}: {} days", days.len());
    }
}

#[test]
fn outages_of_any_length_replay_nothing_and_post_at_most_once_a_day() {
    let mut random = random(2_026);
    for (zone, first, last) in drawn(&mut random) {
        let (mut plan, time) = daily(&mut random, zone, first);
        let mut now = plan.planned;
        while now.with_timezone(&zone).year() <= last {
            let (before, planned) = (plan.posted.len(), plan.planned);
            plan.look(now);
            assert!(plan.posted.len() - before <= 1, "{zone}: one look posts one thing");
            let is_young = |run: &DateTime<Utc>| now - *run < lateness::RECURRING_LIMIT + TimeDelta::seconds(1);
            assert!(plan.posted[before..].iter().all(|run| *run >= planned && is_young(run)), "{zone}");
            now += minutes(&mut random, 60 * 24 * 4);
        }
        plan.never_went_back();
        let days = plan.days(time);
        assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "{zone} {time}: {days:?}");
    }
}

#[test]
fn a_clock_that_jumps_back_and_forth_repeats_nothing() {
    let mut random = random(2_027);
    for (zone, first, last) in drawn(&mut random) {
        let rules = ["*/15 * * * *", "0 * * * *", "30 1,2,3 * * *", "0 0 * * *", "daily", "weekdays"];
        let rule = rules[random.random_range(0..rules.len())];
        let start = NaiveDate::from_ymd_opt(first, 1, 1).expect("a day").and_time(NaiveTime::MIN).and_utc();
        let rule = Recurrence::parse(rule, start, zone).expect("a rule");
        let mut plan = Plan::new(rule, zone, start);
        let mut true_time = start;
        while true_time.with_timezone(&zone).year() <= last {
            plan.look(true_time);
            let wrong = minutes(&mut random, 60 * 5) - minutes(&mut random, 60 * 5);
            plan.look(true_time + wrong);
            plan.look(true_time);
            true_time += minutes(&mut random, 60 * 24);
        }
        plan.never_went_back();
        let unique: BTreeSet<_> = plan.posted.iter().collect();
        assert_eq!(unique.len(), plan.posted.len(), "{zone}");
    }
}
