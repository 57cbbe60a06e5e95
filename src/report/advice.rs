//! What a lead should do next about a group, and why: a typed value, put into words elsewhere.
//!
//! The rules are brief.md 3, 8, 10, 12 and 16. They read scores that may be published, nothing else.

use super::summary::{FearShare, Level, Reach};
use crate::domain::labels::{FearCode, Measure};

/// From this favourable share on, in per cent, a score counts as good: two of three. Our own judgement.
const GOOD: u8 = 65;
/// Under this favourable share, in per cent, a score counts as low: the majority is not with us. Our own judgement.
const LOW: u8 = 50;
/// Under this reach, in per cent, messages land on deaf ears (brief.md 8). Our own judgement.
const REACHED: u8 = 50;
/// From this share on, in per cent, a fear is shared rather than single. Our own judgement.
const SHARED_FEAR: u8 = 25;
/// From this number of reports on, conflicting metrics are a pattern rather than an incident. Our own judgement.
const METRIC_PATTERN: u32 = 2;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code under which its words stand in the texts.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    )+};
}
pub(super) use codes;

codes! {
    /// What to do next.
    Advice {
        /// Gather more answers before deciding anything.
        TooFewAnswers = "too_few_answers",
        /// Mend the metrics that work against the change.
        FixMetrics = "fix_metrics",
        /// Say it again, in other words and from another sender.
        TellAgain = "tell_again",
        /// Listen and involve: attitude is the bottleneck.
        ListenFirst = "listen_first",
        /// Train and free time, or mend the process: conditions are the bottleneck.
        TrainAndFreeTime = "train_and_free_time",
        /// Help people to stop the old way.
        HelpUnlearn = "help_unlearn",
        /// Ask for input and show what became of it.
        AskForInput = "ask_for_input",
        /// Go on as before.
        KeepGoing = "keep_going",
    }

    /// Why that is the next thing to do.
    Reason {
        /// Neither attitude nor conditions can be shown.
        NoScore = "no_score",
        /// Many fear that they are measured for the opposite.
        IncentiveFear = "incentive_fear",
        /// Champions reported conflicting metrics more than once.
        MetricConflicts = "metric_conflicts",
        /// Attitude is not good, and most people have not taken the message in.
        NotReached = "not_reached",
        /// Attitude is behind conditions beyond chance.
        AttitudeBehind = "attitude_behind",
        /// Conditions are behind attitude beyond chance.
        ConditionsBehind = "conditions_behind",
        /// Attitude and conditions are both low; people must be heard before anything else works.
        BothLow = "both_low",
        /// Attitude is low; conditions are no clearer than that.
        AttitudeLow = "attitude_low",
        /// Conditions are low; attitude is no clearer than that.
        ConditionsLow = "conditions_low",
        /// Attitude is not good; conditions can't be shown.
        AttitudeAlone = "attitude_alone",
        /// Conditions are not good; attitude can't be shown.
        ConditionsAlone = "conditions_alone",
        /// What can be shown is good, but attitude or conditions can't.
        HalfKnown = "half_known",
        /// People are willing and able, but still work the old way.
        AdoptionLow = "adoption_low",
        /// People still work the old way, and attitude and conditions are not both known to be good.
        OldWay = "old_way",
        /// People feel that nobody asked them.
        OwnershipLow = "ownership_low",
        /// Attitude and conditions are not both good, and chance can explain how far they are apart.
        Middling = "middling",
        /// Attitude and conditions are good.
        AllGood = "all_good",
    }
}

/// What the rules look at.
pub(super) struct Evidence<'a> {
    pub(super) level: &'a dyn Fn(Measure) -> Level,
    pub(super) fears: &'a [FearShare],
    pub(super) reach: Option<Reach>,
    pub(super) metric_conflicts: u32,
}

/// The first rule that fits, most urgent first. What can't be shown is neither good nor bad, and one thing is behind another
/// only where chance doesn't explain that.
pub(super) fn advise(evidence: &Evidence<'_>) -> (Advice, Reason) {
    let percent = |measure| (evidence.level)(measure).estimate();
    let behind = |one, other| is_behind((evidence.level)(one), (evidence.level)(other));
    let attitude_behind = behind(Measure::Attitude, Measure::Conditions);
    let conditions_behind = behind(Measure::Conditions, Measure::Attitude);
    let low = |measure| percent(measure).is_some_and(|p| p < LOW);
    let (attitude, conditions) = (percent(Measure::Attitude), percent(Measure::Conditions));
    if attitude.is_none() && conditions.is_none() {
        return (Advice::TooFewAnswers, Reason::NoScore);
    }
    let is_good = |percent: u8| percent >= GOOD;
    let (attitude_good, conditions_good) = (attitude.map(is_good), conditions.map(is_good));
    let incentive = |f: &FearShare| f.fear == FearCode::Incentive && f.percent.is_none_or(|p| p >= SHARED_FEAR);

    if conditions_good == Some(false) && evidence.fears.iter().any(incentive) {
        return (Advice::FixMetrics, Reason::IncentiveFear);
    }
    if conditions_good == Some(false) && evidence.metric_conflicts >= METRIC_PATTERN {
        return (Advice::FixMetrics, Reason::MetricConflicts);
    }
    let is_unreached = |reach: Reach| reach.headcount > 0 && reach.percent() < REACHED;
    if attitude_good == Some(false) && evidence.reach.is_some_and(is_unreached) {
        return (Advice::TellAgain, Reason::NotReached);
    }
    match (attitude_good, conditions_good) {
        (Some(false), Some(false)) if low(Measure::Attitude) && low(Measure::Conditions) => {
            (Advice::ListenFirst, Reason::BothLow)
        }
        (Some(false), Some(_)) if attitude_behind => (Advice::ListenFirst, Reason::AttitudeBehind),
        (Some(_), Some(false)) if conditions_behind => (Advice::TrainAndFreeTime, Reason::ConditionsBehind),
        (Some(false), None) => (Advice::ListenFirst, Reason::AttitudeAlone),
        (None, Some(false)) => (Advice::TrainAndFreeTime, Reason::ConditionsAlone),
        (Some(_), Some(_)) if low(Measure::Attitude) => (Advice::ListenFirst, Reason::AttitudeLow),
        (Some(_), Some(_)) if low(Measure::Conditions) => (Advice::TrainAndFreeTime, Reason::ConditionsLow),
        _ if low(Measure::Ownership) => (Advice::AskForInput, Reason::OwnershipLow),
        (Some(true), Some(true)) if low(Measure::Adoption) => (Advice::HelpUnlearn, Reason::AdoptionLow),
        _ if low(Measure::Adoption) => (Advice::HelpUnlearn, Reason::OldWay),
        (Some(true), Some(true)) => (Advice::KeepGoing, Reason::AllGood),
        (Some(_), Some(_)) => (Advice::AskForInput, Reason::Middling),
        (None, _) | (_, None) => (Advice::TooFewAnswers, Reason::HalfKnown),
    }
}

/// Whether one share lies below another beyond chance: by the square-and-add interval of their difference (Newcombe 1998,
/// method 10), from the ranges as they are told. Both are of the same people, which makes this rather too careful.
fn is_behind(one: Level, other: Level) -> bool {
    let (Some(share), Some(larger)) = (one.estimate(), other.estimate()) else { return false };
    let Some(((_, high), (low, _))) = one.range().zip(other.range()) else {
        // One of them has no range, as a part of it is unanimous: only what is low against what is good.
        return share < LOW && larger >= GOOD;
    };
    let (difference, up, down) = (larger.saturating_sub(share), high.saturating_sub(share), larger.saturating_sub(low));
    let square = |points: u8| u32::from(points).pow(2);
    square(difference) > square(up) + square(down)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::domain::banding::SizeBand;

    /// Of some forty people.
    fn measured(percent: u8) -> Level {
        let (low, high) = (percent.saturating_sub(15), (percent + 15).min(100));
        Level::Measured { percent, low, high, n: SizeBand::of(40) }
    }

    #[rstest]
    #[case::willing_but_unable(80, 40, 80, 80, None, (Advice::TrainAndFreeTime, Reason::ConditionsBehind))]
    #[case::able_but_unwilling(40, 80, 80, 80, None, (Advice::ListenFirst, Reason::AttitudeBehind))]
    #[case::neither(30, 30, 80, 80, None, (Advice::ListenFirst, Reason::BothLow))]
    #[case::unwilling_and_unreached(30, 80, 80, 80, Some((4, 20)), (Advice::TellAgain, Reason::NotReached))]
    #[case::unwilling_though_reached(30, 80, 80, 80, Some((18, 20)), (Advice::ListenFirst, Reason::AttitudeBehind))]
    #[case::good_but_the_old_way(80, 80, 30, 80, None, (Advice::HelpUnlearn, Reason::AdoptionLow))]
    #[case::good_but_unasked(80, 80, 80, 30, None, (Advice::AskForInput, Reason::OwnershipLow))]
    #[case::good(80, 80, 80, 80, None, (Advice::KeepGoing, Reason::AllGood))]
    #[case::so_so(55, 60, 80, 80, None, (Advice::AskForInput, Reason::Middling))]
    #[case::behind_by_chance(60, 65, 80, 80, None, (Advice::AskForInput, Reason::Middling))]
    #[case::ahead_by_chance(70, 60, 80, 80, None, (Advice::AskForInput, Reason::Middling))]
    #[case::few_convinced(45, 60, 80, 80, None, (Advice::ListenFirst, Reason::AttitudeLow))]
    #[case::few_able(60, 45, 80, 80, None, (Advice::TrainAndFreeTime, Reason::ConditionsLow))]
    fn advice_follows_the_bottleneck(
        #[case] attitude: u8,
        #[case] conditions: u8,
        #[case] adoption: u8,
        #[case] ownership: u8,
        #[case] reach: Option<(u32, u32)>,
        #[case] expected: (Advice, Reason),
    ) {
        let level = |measure| {
            measured(match measure {
                Measure::Attitude => attitude,
                Measure::Conditions => conditions,
                Measure::Adoption => adoption,
                Measure::Ownership => ownership,
            })
        };
        let reach = reach.map(|(understood, headcount)| Reach { understood, headcount, is_partial: false });
        assert_eq!(advise(&Evidence { level: &level, fears: &[], reach, metric_conflicts: 0 }), expected);
    }

    #[rstest]
    #[case::good(Some(80), None, 80, (Advice::TooFewAnswers, Reason::HalfKnown))]
    #[case::able(None, Some(80), 80, (Advice::TooFewAnswers, Reason::HalfKnown))]
    #[case::not_convinced(Some(40), None, 80, (Advice::ListenFirst, Reason::AttitudeAlone))]
    #[case::not_able(None, Some(40), 80, (Advice::TrainAndFreeTime, Reason::ConditionsAlone))]
    #[case::the_old_way(Some(80), None, 30, (Advice::HelpUnlearn, Reason::OldWay))]
    #[case::so_so_and_the_old_way(Some(55), Some(55), 30, (Advice::HelpUnlearn, Reason::OldWay))]
    fn no_reason_names_what_can_not_be_shown(
        #[case] attitude: Option<u8>,
        #[case] conditions: Option<u8>,
        #[case] adoption: u8,
        #[case] expected: (Advice, Reason),
    ) {
        let level = |measure| match measure {
            Measure::Attitude => attitude.map_or(Level::TooFew, measured),
            Measure::Conditions => conditions.map_or(Level::TooFew, measured),
            Measure::Adoption => measured(adoption),
            Measure::Ownership => measured(80),
        };
        let evidence = Evidence { level: &level, fears: &[], reach: None, metric_conflicts: 0 };
        assert_eq!(advise(&evidence), expected);
    }

    #[test]
    fn conflicting_metrics_come_before_training() {
        let level = |measure| measured(if measure == Measure::Attitude { 80 } else { 40 });
        let evidence = Evidence { level: &level, fears: &[], reach: None, metric_conflicts: 2 };
        assert_eq!(advise(&evidence), (Advice::FixMetrics, Reason::MetricConflicts));
    }

    #[test]
    fn how_far_two_shares_must_be_apart_depends_on_how_many_said_it() {
        let of = |percent, around| {
            let (low, high) = (percent - around, percent + around);
            Level::Measured { percent, low, high, n: SizeBand::of(5) }
        };
        assert!(is_behind(of(40, 25), of(80, 20)), "forty points, and chance explains thirty-two");
        assert!(!is_behind(of(40, 30), of(80, 30)));
        assert!(!is_behind(of(60, 5), of(65, 5)) && !is_behind(of(80, 5), of(40, 5)));
        assert!(is_behind(Level::AtMost20 { from: 20 }, Level::AtLeast80 { from: 20 }));
        assert!(is_behind(Level::About(20), of(80, 5)) && !is_behind(Level::About(55), of(60, 5)), "without a range");
    }

    #[test]
    fn without_any_headline_score_more_answers_are_needed() {
        let level = |_| Level::TooFew;
        let evidence = Evidence { level: &level, fears: &[], reach: None, metric_conflicts: 9 };
        assert_eq!(advise(&evidence), (Advice::TooFewAnswers, Reason::NoScore));
    }
}
