use chrono::{DateTime, Utc};

use super::earlier;

#[test]
fn the_earlier_of_two_due_times_wins_and_none_waits_for_nothing() {
    let at = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0);
    assert_eq!(earlier(at(2), at(1)), at(1));
    assert_eq!(earlier(None, at(1)), at(1));
    assert_eq!(earlier(at(2), None), at(2));
    assert_eq!(earlier(None, None), None);
}
