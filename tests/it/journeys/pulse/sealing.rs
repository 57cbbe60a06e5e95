//! Closing, the seal with its steps, calling off.

use chrono::TimeDelta;
use groundswell::domain::ids::WaveId;
use groundswell::domain::snapshot::{Cell, Group, Histogram, Snapshot};
use groundswell::service::pulses::sealing;
use groundswell::store::snapshots;
use sqlx::{Connection, SqliteConnection};

use super::*;

fn first() -> WaveId {
    WaveId::new(1).expect("from 1")
}

/// The results, read as the summary reads them; `None` before the seal.
async fn results(stage: &Stage) -> Option<Snapshot> {
    let services = services(stage);
    let store = services.store(guild(stage)).await.expect("opens");
    let sealed = snapshots::list_sealed(&mut store.reader().await.expect("a reader")).await.expect("readable");
    services.data.close().await;
    sealed.into_iter().next().map(|sealed| sealed.snapshot)
}

/// Of Sales seven agree and five neither do nor don't, six of Service disagree, all four of Legal agree.
async fn answered() -> Stage {
    let stage = launched().await;
    let company = &stage.company;
    let gloomy = Says { points: "Disagree", fears: &["Workload", "Losing jobs"], comment: Some("Too many clicks.") };
    let sales = post(&company.sales.channel).await;
    all_answer(&company.sales.people[..7], &sales, CONTENT).await;
    all_answer(&company.sales.people[7..], &sales, Says { points: "Neither", ..CONTENT }).await;
    all_answer(&company.service.people[..6], &post(&company.service.channel).await, gloomy).await;
    all_answer(&company.legal.people, &post(&company.legal.channel).await, CONTENT).await;
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_closes_a_pulse_and_its_results_keep_small_groups_hidden() {
    let mut stage = answered().await;
    let lead = stage.company.lead.clone();
    let closed = closes(&lead).await;
    insta::assert_snapshot!("closed", closed.rendered());
    let post = stage.company.sales.channel.shows("Closed on").await.expect("changed");
    insta::assert_snapshot!("post_closed", post.rendered());
    stage.company.leads_channel.shows("In short").await.expect("told");
    let again = lead.runs("pulse close", &[("wave", "1")]).await.expect("answered").text();
    assert!(again.starts_with("That pulse isn't open any more"), "{again}");
    let none = closes(&lead).await.text();
    assert!(none.starts_with("No pulse is open"), "{none}");

    stage.restart_bot().await;
    stage.stop_bot().await;
    let snapshot = results(&stage).await.expect("sealed");
    assert_eq!(stage.company.sales.channel.messages().len(), 2, "the post and the department's result");
    assert_eq!(stage.company.leads_channel.messages().len(), 1, "told once");
    let names: Vec<_> = snapshot.groups.iter().map(|group| group.group.clone()).collect();
    // Legal alone is too few; the next smallest joins it.
    assert_eq!(names, [Group::Department("Sales".to_owned()), Group::Other]);
    assert_eq!(snapshot.pooled, ["Legal", "Service"]);
    assert_eq!(snapshot.groups[0].answered, Some(10));
    let counts = snapshot.groups.iter().map(|group| group.items[0].cell);
    // All twelve of Sales answered, which is told as if eleven had.
    let expected = [[0, 0, 5, 6, 0], [0, 6, 0, 4, 0]].map(|counts| Cell::Shown(Histogram(counts)));
    assert_eq!(counts.collect::<Vec<_>>(), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_closes_by_itself_when_its_time_is_over() {
    let stage = answered().await;
    stage.clock.set(crate::support::berlin(2026, 11, 9, 17, 1));
    stage.company.leads_channel.shows("In short").await.expect("told");
    stage.company.legal.channel.shows("Closed on").await.expect("changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_at_any_step_of_the_seal_is_made_good_at_the_next_start() {
    for step in 1..=5 {
        let mut stage = answered().await;
        stage.stop_bot().await;
        {
            let (services, guild) = (services(&stage), guild(&stage));
            let store = services.store(guild).await.expect("opens");
            sealing::stop_intake(&services, guild, first()).await.expect("step 1");
            if step >= 2 {
                sealing::count(&services, &store, first()).await.expect("step 2");
            }
            if step >= 3 {
                sealing::destroy_keys(&services, &store, guild, first()).expect("step 3");
            }
            if step >= 4 {
                sealing::rewrite(&store).await.expect("step 4");
            }
            if step >= 5 {
                assert!(sealing::empty_log(&store).await.expect("step 5"));
            }
            services.data.close().await;
        }
        assert!(results(&stage).await.is_none(), "no result before the end, at step {step}");
        stage.start_bot().await;
        stage.company.leads_channel.shows("In short").await.expect("told");
        stage.company.sales.channel.shows("Closed on").await.expect("changed");
        stage.stop_bot().await;
        let snapshot = results(&stage).await.expect("sealed");
        assert_eq!(snapshot.company.answered, Some(20), "step {step}");
        assert!(!stage.data.path().join(guild(&stage).to_string()).join("keys/wave-1.key").exists());
    }
}

/// Leads hear that the closed pulse can't be counted; with the right key back it is, and nobody's answers are missing.
async fn is_told_and_put_right(stage: &mut Stage, key: &std::path::Path, bytes: &[u8]) {
    stage.clock.advance(TimeDelta::seconds(21));
    stage.company.leads_channel.shows("I can't count it").await.expect("told");
    stage.stop_bot().await;
    std::fs::write(key, bytes).expect("restored");
    stage.start_bot().await;
    stage.company.leads_channel.shows("In short").await.expect("told");
    stage.stop_bot().await;
    assert_eq!(results(stage).await.expect("sealed").company.answered, Some(20));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_or_spoilt_key_counts_nothing_keeps_the_rows_and_can_be_put_right() {
    let mut stage = answered().await;
    let key = stage.data.path().join(guild(&stage).to_string()).join("keys/wave-1.key");
    let bytes = std::fs::read(&key).expect("a key");
    for spoilt in [None, Some(&bytes[..63])] {
        stage.stop_bot().await;
        match spoilt {
            None => std::fs::remove_file(&key).expect("removed"),
            Some(bytes) => std::fs::write(&key, bytes).expect("written"),
        }
        stage.start_bot().await;
        let person = &stage.company.service.people[7];
        let refused = opens(person, &post(&stage.company.service.channel).await).await.text();
        assert!(refused.starts_with("I can't open the key"), "{refused}");
    }
    let refused = closes(&stage.company.lead).await.text();
    assert!(refused.contains("nothing was counted"), "{refused}");
    let list = stage.company.lead.runs("pulse list", &[]).await.expect("answered").text();
    assert!(list.contains("answers are being counted"), "{list}");
    is_told_and_put_right(&mut stage, &key, &bytes).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_key_in_the_place_of_the_right_one_throws_no_answers_away() {
    let mut stage = answered().await;
    let key = stage.data.path().join(guild(&stage).to_string()).join("keys/wave-1.key");
    let bytes = std::fs::read(&key).expect("a key");
    stage.stop_bot().await;
    std::fs::write(&key, bytes.iter().map(|byte| !byte).collect::<Vec<_>>()).expect("written");
    stage.start_bot().await;
    // Under it the bot knows nobody, and takes answers.
    all_answer(&stage.company.service.people[..1], &post(&stage.company.service.channel).await, CONTENT).await;
    closes(&stage.company.lead).await;
    // Whoever answered before is told that nobody can find their answers now.
    let person = &stage.company.sales.people[0];
    let own = person.runs("mydata export", &[]).await.expect("answered").rendered();
    assert!(own.contains("whose key can't be read"), "{own}");
    let taken = person.runs("mydata erase", &[]).await.expect("answered").text();
    assert!(taken.contains("I can't tell which answers are yours"), "{taken}");
    is_told_and_put_right(&mut stage, &key, &bytes).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_row_that_no_longer_opens_keeps_nobody_elses_answers_from_being_counted() {
    let mut stage = answered().await;
    stage.stop_bot().await;
    let file = stage.data.path().join(guild(&stage).to_string()).join("groundswell.db").display().to_string();
    let mut disk = SqliteConnection::connect(&format!("sqlite://{file}")).await.expect("opens");
    let spoil = "UPDATE answers SET sealed = zeroblob(length(sealed)) WHERE token = (SELECT min(token) FROM answers)";
    sqlx::raw_sql(spoil).execute(&mut disk).await.expect("spoilt");
    disk.close().await.expect("closed");
    stage.start_bot().await;
    closes(&stage.company.lead).await;
    stage.company.leads_channel.shows("In short").await.expect("told");
    stage.stop_bot().await;
    assert_eq!(results(&stage).await.expect("sealed").company.answered, Some(20));
    assert!(!stage.data.path().join(guild(&stage).to_string()).join("keys/wave-1.key").exists());
}

/// A block of the disk takes several rows with it, and all others open: the key is the right one.
#[tokio::test(flavor = "multi_thread")]
async fn some_rows_that_no_longer_open_are_left_out_once_a_lead_says_so() {
    let mut stage = answered().await;
    stage.stop_bot().await;
    let file = stage.data.path().join(guild(&stage).to_string()).join("groundswell.db").display().to_string();
    let mut disk = SqliteConnection::connect(&format!("sqlite://{file}")).await.expect("opens");
    let spoil = "UPDATE answers SET sealed = zeroblob(length(sealed))
        WHERE token IN (SELECT token FROM answers ORDER BY token LIMIT 5)";
    sqlx::raw_sql(spoil).execute(&mut disk).await.expect("spoilt");
    disk.close().await.expect("closed");
    stage.start_bot().await;
    let (lead, leads) = (stage.company.lead.clone(), stage.company.leads_channel.clone());
    let refused = closes(&lead).await.text();
    assert!(refused.contains("can't read at least 5"), "{refused}");
    stage.clock.advance(TimeDelta::seconds(21));
    let asked = leads.shows("can't read at least 5").await.expect("asked");
    assert!(!asked.all_text().contains("key"), "the key is the right one: {}", asked.all_text());
    let person = &stage.company.sales.people[1];
    let page = person.runs("privacy", &[]).await.expect("answered");
    // Closed and not counted: the key is there, so whoever wants to can still take their answers back.
    let erase = person.runs("mydata erase", &[]).await.expect("answered");
    let erased = person.clicks(&erase, "Delete my answers").await.expect("answered").text();
    assert!(erased.starts_with("Done: your answers to one pulse are deleted"), "{erased}");
    let others = person.clicks_custom_id(&page, "v1:wave:count:1").await.expect("answered").text();
    assert!(others.starts_with("This is for project leads"), "{others}");
    let done = lead.clicks(&asked, "Count the others").await.expect("answered").text();
    assert!(done.contains("the results are final"), "{done}");
    leads.shows("In short").await.expect("told");
    let again = lead.clicks_custom_id(&asked, "v1:wave:count:1").await.expect("answered").text();
    assert!(again.starts_with("This has moved on"), "{again}");
    stage.stop_bot().await;
    assert_eq!(results(&stage).await.expect("sealed").company.answered, Some(15));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_removed_meanwhile_still_counts_under_its_name() {
    let mut stage = answered().await;
    let owner = stage.company.owner.clone();
    owner.runs("setup department remove", &[("department", "Sales")]).await.expect("answered");
    let late = opens(&stage.company.sales.people[0], &post(&stage.company.sales.channel).await).await;
    assert!(late.text().contains("your answers are saved"), "{}", late.rendered());
    closes(&stage.company.lead).await;
    stage.company.leads_channel.shows("In short").await.expect("told");
    stage.stop_bot().await;
    let snapshot = results(&stage).await.expect("sealed");
    assert_eq!(snapshot.groups[0].group, Group::Department("Sales".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_called_off_leaves_no_result() {
    let mut stage = answered().await;
    let cancelled = cancels(&stage.company.lead).await;
    insta::assert_snapshot!("cancelled", cancelled.rendered());
    stage.company.sales.channel.shows("Called off on").await.expect("changed");
    let list = stage.company.lead.runs("pulse list", &[]).await.expect("answered").text();
    assert!(list.contains("answers were deleted without being counted"), "{list}");
    stage.stop_bot().await;
    assert!(results(&stage).await.is_none());
    assert!(stage.company.leads_channel.messages().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_reader_holds_results_back_until_it_is_gone() {
    let mut stage = answered().await;
    stage.stop_bot().await;
    let (services, guild) = (services(&stage), guild(&stage));
    let store = services.store(guild).await.expect("opens");
    let file = store.folder().join("groundswell.db").display().to_string();
    let mut reader = SqliteConnection::connect(&format!("sqlite://{file}")).await.expect("a reader");
    sqlx::raw_sql("BEGIN; SELECT count(*) FROM answers").execute(&mut reader).await.expect("an older state");
    sealing::stop_intake(&services, guild, first()).await.expect("closed");
    sealing::count(&services, &store, first()).await.expect("counted");
    assert!(!sealing::empty_log(&store).await.expect("tried"), "the reader stands in the way");
    assert!(!sealing::finish(&services, guild, first()).await.expect("tried"));
    assert!(snapshots::list_sealed(&mut store.reader().await.expect("one")).await.expect("read").is_empty());
    reader.close().await.expect("gone");
    assert!(sealing::finish(&services, guild, first()).await.expect("tried"), "nothing stands in the way");
    assert_eq!(snapshots::list_sealed(&mut store.reader().await.expect("one")).await.expect("read").len(), 1);
    store.close().await;
}
