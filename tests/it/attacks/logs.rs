//! **Read the logs.** The attacker has every log line at every level, of days on which Discord, the disk and people
//! misbehave. Wanted: who answered, or what they wrote.
//!
//! `robustness/log_lines.rs` does the same for set-up, reports and the gateway; here is a pulse's whole life.

use groundswell::domain::clock::SystemClock;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::rules::rate::Scope;
use groundswell::sandbox::{StandIn, StandInOptions};
use rstest::rstest;
use std::sync::Arc;
use tempfile::TempDir;

use crate::robustness::child::Child;
use crate::support::Company;
use crate::support::pulses::{cancels, closes, opens, post};

const TOKEN: &str = "marker-of-the-t0ken";

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn p12_no_line_tells_of_a_person_or_a_word_of_a_pulse(
    #[values("error", "warn", "info", "debug", "trace")] level: &str,
) {
    let standin = StandIn::start(StandInOptions::new(Arc::new(SystemClock), TOKEN)).await.expect("loopback");
    let company = Company::found(&standin);
    let folder = TempDir::new().expect("a folder");
    let child = Child::run(standin.api_base(), TOKEN, folder.path(), level);
    standin.commands_registered(&company.guild).await;
    company.set_up().await;
    company.lead.runs("pulse launch", &[]).await.expect("answered");
    let sales = post(&company.sales.channel).await;
    let writer = &company.sales.people[1];
    let screen = writer.clicks(&opens(writer, &sales).await, "Begin").await.expect("answered");

    let faults = standin.faults();
    let limited = Fault::TooMany { scope: Scope::User, retry_after: 0.05 };
    let mut bad = vec![limited, Fault::HalfBody, Fault::GarbageBody, Fault::DropAfterApply, Fault::DropBeforeApply];
    bad.extend([false, true].map(|html| Fault::Status { code: 500, html }));
    bad.push(Fault::Hang);
    for fault in bad {
        faults.times(1, Which::under("/interactions"), fault);
        // Whether the person sees an answer is not what is tried here.
        writer.clicks_custom_id(&screen, "v1:pulse:answer:1:0:4").await.ok();
    }
    for forged in ["v1:pulse:answer:1:99:4", "v1:pulse:marker:1", "v2:marker", "v1:pulse:answer:7:0:4"] {
        writer.clicks_custom_id(&screen, forged).await.expect("answered");
    }
    let form = writer.clicks_custom_id(&screen, "v1:pulse:comment:1").await.expect("answered").form().expect("a form");
    let comment = "a markertext, ask @markerperson, marker@nordlicht.example or 030 1234567";
    writer.submits(&form, &[("comment", comment)]).await.expect("answered");
    writer.submits(&form, &[("comment", "marker 🙃 \u{202e}marker\u{0} again")]).await.ok();
    company.lead.runs("pulse launch", &[("set", "markerset"), ("closes", "markerday")]).await.expect("answered");

    // The key is lost while people answer and when a lead closes; then the rows are spoilt.
    let guild = folder.path().join(company.guild.id().to_string());
    let key = guild.join("keys/wave-1.key");
    std::fs::write(&key, b"marker").expect("spoilt");
    closes(&company.lead).await;
    cancels(&company.lead).await;
    company.lead.runs("pulse launch", &[]).await.expect("answered");
    let again = company.sales.channel.shows("Open until").await.expect("a post");
    let screen = writer.clicks(&opens(writer, &again).await, "Begin").await.expect("answered");
    writer.clicks(&screen, "Agree").await.expect("answered");
    let mut database = super::crowd::open(&guild).await;
    sqlx::query("UPDATE answers SET sealed = CAST('marker' AS BLOB)").execute(&mut database).await.expect("spoilt");
    writer.clicks(&screen, "Disagree").await.expect("answered");
    company.lead.runs("sentiment summary", &[("department", "markerteam"), ("wave", "1")]).await.expect("answered");
    let asked = writer.runs("mydata erase", &[]).await.expect("answered");
    writer.clicks(&asked, "Delete my answers").await.expect("a spoilt row can be taken back, too");
    writer.runs("mydata export", &[]).await.expect("answered");
    closes(&company.lead).await;
    std::fs::remove_dir_all(&guild).expect("removed");
    company.lead.runs("pulse list", &[]).await.ok();

    standin.gateway().close_with(4014);
    let (_, written) = child.ended().await;
    let mut ids: Vec<_> = company.sales.people.iter().map(|person| person.id()).collect();
    ids.extend([company.guild.id(), company.lead.id(), company.owner.id(), company.sales.channel.id()]);
    let found = ids.iter().filter(|id| written.contains(&id.to_string())).count();
    let long = regex::Regex::new(r"\d{15,}").expect("a pattern").find_iter(&written).count();
    let markers = written.to_lowercase().matches("marker").count();
    println!("at {level}: {} lines, ids {found}, other long numbers {long}, texts {markers}", written.lines().count());
    assert_eq!((found, long, markers), (0, 0, 0), "{written}");
    assert!(written.contains("can't be used"), "the bad day left a trace: {written}");
}
