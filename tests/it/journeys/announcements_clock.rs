//! A machine's clock that is set wrong and right again repeats nothing and leaves nothing out (promises.md 2).

use chrono::TimeDelta;

use super::announcements::{TITLE, counts, drafted, schedules};
use crate::support::{Stage, berlin};

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_back_and_forth_over_a_run_posts_it_once() {
    let mut stage = Stage::set_up().await;
    let preview = drafted(&stage, &[("when", "tomorrow 9:00"), ("repeat", "daily")]).await;
    schedules(&stage, &preview).await;
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    // Back over the run, with a restart, and forward again; then a day too far, and back.
    stage.clock.set(berlin(2026, 11, 3, 8, 0));
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 9, 5));
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 9, 1));
    let has = |_: &_| stage.company.sales.channel.messages().len() == 2;
    stage.company.sales.channel.shows_where("the next day's post", has).await.expect("posted");
    stage.clock.set(berlin(2026, 11, 3, 12, 0));
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 9, 2));
    stage.restart_bot().await;
    // The third day's comes, and nothing was posted in between.
    stage.clock.set(berlin(2026, 11, 5, 9, 0) + TimeDelta::seconds(1));
    for department in stage.company.departments() {
        let has = |_: &_| department.channel.messages().len() == 3;
        department.channel.shows_where("the third day's post", has).await.expect("posted");
    }
    // A month ahead: of all the runs missed, none is replayed, and leads are told how many there were.
    stage.clock.set(berlin(2026, 12, 5, 22, 0));
    let told = stage.company.leads_channel.shows("Nothing was posted").await.expect("told").all_text();
    assert!(told.contains("29 earlier times were left out"), "{told}");
    assert_eq!(counts(&stage), [3, 3, 3]);
}
