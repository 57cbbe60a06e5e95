//! Which phase of the change a day falls in, counted in calendar months from go-live.

use chrono::{Months, NaiveDate};

use super::labels::Phase;

impl Phase {
    /// The phase of `day` in a company that goes live on `go_live`. The day of go-live is the first of
    /// [`Phase::GoLive`]; each later phase begins on the same day of its month, or on the last of a shorter one.
    pub fn on(day: NaiveDate, go_live: NaiveDate) -> Self {
        let begun = |months| go_live.checked_add_months(Months::new(months)).is_some_and(|start| day >= start);
        match () {
            () if begun(24) => Self::Plus24,
            () if begun(12) => Self::Plus12,
            () if begun(6) => Self::Plus6,
            () if begun(3) => Self::Plus3,
            () if begun(0) => Self::GoLive,
            () => Self::Before,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-11-29", Phase::Before)]
    #[case("2026-11-30", Phase::GoLive)]
    #[case("2027-02-27", Phase::GoLive)]
    // February has no 30th.
    #[case("2027-02-28", Phase::Plus3)]
    #[case("2027-05-29", Phase::Plus3)]
    #[case("2027-05-30", Phase::Plus6)]
    #[case("2027-11-30", Phase::Plus12)]
    #[case("2028-11-29", Phase::Plus12)]
    #[case("2028-11-30", Phase::Plus24)]
    #[case("2040-01-01", Phase::Plus24)]
    fn a_phase_begins_so_many_months_after_go_live(#[case] day: NaiveDate, #[case] phase: Phase) {
        assert_eq!(Phase::on(day, "2026-11-30".parse().expect("a day")), phase);
    }
}
