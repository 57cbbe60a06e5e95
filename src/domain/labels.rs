//! The closed lists of the field: fear codes, process labels, phases, measures.
//!
//! Their codes stand in files, tables and custom ids; their plain words stand in `messages/`.

use serde::{Deserialize, Serialize};

use super::codes::coded;

/// A code that stands in no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known code")]
pub struct UnknownLabel;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// All of them, in the order in which people see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        coded!($name, UnknownLabel { $($variant = $code),+ });
    )+};
}

labels! {
    /// What a person may fear about the change (brief.md, Words).
    FearCode {
        /// My area of value or my team's territory shrinks.
        Turf = "turf",
        /// My way of working changes or goes.
        Process = "process",
        /// My job or my people are reassigned.
        Role = "role",
        /// I won't be able to do it.
        Skill = "skill",
        /// It comes on top.
        Workload = "workload",
        /// I or colleagues will be let go.
        JobLoss = "job_loss",
        /// I'm paid or measured for the opposite.
        Incentive = "incentive",
        /// It is slow, clumsy or the data is wrong.
        Tool = "tool",
        /// Management does not mean it, or tells us nothing.
        Leadership = "leadership",
        /// Our customers will suffer.
        Customer = "customer",
    }

    /// How a comment sounds: how the change goes for the people concerned, as its writer tells it.
    Tone {
        /// Something is bad, missing, feared or lost.
        Negative = "-",
        /// Neither, or both in balance.
        Neutral = "0",
        /// Something is good, easier or solved.
        Positive = "+",
    }

    /// What a comment is about: a fear, or praise. In the order that the trained weights have (`src/sentiment/`).
    Theme {
        /// The fear of that code.
        Turf = "turf",
        /// The fear of that code.
        Role = "role",
        /// The fear of that code.
        Process = "process",
        /// The fear of that code.
        Skill = "skill",
        /// The fear of that code.
        Workload = "workload",
        /// The fear of that code.
        JobLoss = "job_loss",
        /// The fear of that code.
        Incentive = "incentive",
        /// The fear of that code.
        Tool = "tool",
        /// The fear of that code.
        Leadership = "leadership",
        /// The fear of that code.
        Customer = "customer",
        /// Praise for what it brings.
        Value = "value",
        /// Praise for help.
        Support = "support",
        /// Readiness to take part.
        Engaged = "engaged",
    }

    /// Which of the four processes a message or action serves.
    ProcessLabel {
        /// Leadership practices.
        Leadership = "leadership",
        /// Infrastructure change.
        Infrastructure = "infrastructure",
        /// Training practices.
        Training = "training",
        /// Performance metrics.
        PerformanceMetrics = "performance_metrics",
    }

    /// Months after go-live.
    Phase {
        /// Before go-live.
        Before = "before",
        /// Around go-live.
        GoLive = "go_live",
        /// From three months after.
        Plus3 = "plus_3",
        /// From six months after.
        Plus6 = "plus_6",
        /// From twelve months after.
        Plus12 = "plus_12",
        /// From twenty-four months after.
        Plus24 = "plus_24",
    }

    /// What an item measures.
    Measure {
        /// Attitudes and buy-in: the first headline score.
        Attitude = "attitude",
        /// Working conditions for the change: the second headline score.
        Conditions = "conditions",
        /// New behaviour taken up, old behaviour left.
        Adoption = "adoption",
        /// Involvement.
        Ownership = "ownership",
    }

    /// What kind of thing a champion reports.
    ReportKind {
        /// A doubt heard.
        Doubt = "doubt",
        /// Praise heard.
        Praise = "praise",
        /// An idea.
        Idea = "idea",
        /// Something that customers noticed.
        CustomerHiccup = "customer_hiccup",
        /// A metric that works against the change.
        ConflictingMetric = "conflicting_metric",
    }

    /// How much a report weighs.
    Severity {
        /// Came up in passing.
        Passing = "1",
        /// Keeps coming up, or slows people down.
        Recurring = "2",
        /// Stops people, or drives them away.
        Blocking = "3",
    }

    /// Whether a champion's answer helped.
    Helped {
        /// Yes.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// No.
        No = "no",
    }
}

impl Theme {
    /// The fear that it is; `None` for praise.
    pub fn fear(self) -> Option<FearCode> {
        self.code().parse().ok()
    }
}
