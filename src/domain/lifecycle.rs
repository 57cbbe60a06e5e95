//! What may become of an announcement, and by which step.

use super::announcements::AnnouncementState;

/// A step in the life of an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// It is planned, or posted at once.
    Schedule,
    /// It is held back.
    Pause,
    /// It goes on.
    Resume,
    /// It is called off; a draft is thrown away.
    Cancel,
    /// Everything that was to be posted is posted.
    End,
}

impl AnnouncementState {
    /// The state after a step; `None` where the step makes no sense.
    pub fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Draft, Step::Schedule) | (Self::Paused, Step::Resume) => Some(Self::Scheduled),
            (Self::Scheduled, Step::Pause) => Some(Self::Paused),
            (Self::Scheduled, Step::End) => Some(Self::Done),
            (Self::Draft, Step::Cancel) => Some(Self::Discarded),
            (Self::Scheduled | Self::Paused, Step::Cancel) => Some(Self::Cancelled),
            _ => None,
        }
    }

    /// Whether its words may still be changed: posted ones are changed where they stand.
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Scheduled | Self::Paused | Self::Done)
    }

    /// Whether it may still be posted, so that plan and audience mean something.
    pub fn is_to_come(self) -> bool {
        matches!(self, Self::Draft | Self::Scheduled | Self::Paused)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::AnnouncementState::{Cancelled, Discarded, Done, Draft, Paused, Scheduled};
    use super::*;

    #[rstest]
    #[case(Draft, [Some(Scheduled), None, None, Some(Discarded), None])]
    #[case(Scheduled, [None, Some(Paused), None, Some(Cancelled), Some(Done)])]
    #[case(Paused, [None, None, Some(Scheduled), Some(Cancelled), None])]
    #[case(Done, [None; 5])]
    #[case(Cancelled, [None; 5])]
    #[case(Discarded, [None; 5])]
    fn every_step_from_every_state(#[case] from: AnnouncementState, #[case] to: [Option<AnnouncementState>; 5]) {
        let steps = [Step::Schedule, Step::Pause, Step::Resume, Step::Cancel, Step::End];
        assert_eq!(steps.map(|step| from.after(step)), to);
    }

    #[test]
    fn what_is_over_is_changed_no_more_but_posted_words_are() {
        assert!(Done.is_editable() && !Done.is_to_come());
        assert!(!Cancelled.is_editable() && !Discarded.is_editable());
    }
}
