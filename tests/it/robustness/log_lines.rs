//! No log line carries an id, a token, or a text that a person wrote (promises.md P12): tried with marker texts at
//! every level, on an ordinary day and on a bad one.

use std::time::Duration;

use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::rules::rate::Scope;
use rstest::rstest;
use tempfile::TempDir;

use super::child::Child;
use super::support::stand_in;
use crate::support::Company;

const TOKEN: &str = "marker-of-the-t0ken";

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn no_line_holds_what_is_nobodys_business(#[values("error", "warn", "info", "debug", "trace")] level: &str) {
    let (standin, guild, owner) = stand_in(|options| options.token = TOKEN.to_owned()).await;
    let company = Company::found(&standin);
    let folder = TempDir::new().expect("a folder");
    let child = Child::run(standin.api_base(), TOKEN, folder.path(), level);
    standin.commands_registered(&company.guild).await;
    standin.commands_registered(&guild).await;
    company.set_up().await;

    let role = company.guild.add_role("Markerrole").mention();
    let channel = company.news_channel.mention();
    let options = [("name", "Markername"), ("role", role.as_str()), ("channel", channel.as_str())];
    company.owner.runs("setup department add", &options).await.expect("answered");
    company.owner.runs("setup timezone", &[("zone", "Markerzone")]).await.expect("answered");
    let report = [("kind", "doubt"), ("about", "workload"), ("severity", "2")];
    let opened = company.champion.runs("champion report", &report).await.expect("answered");
    let form = opened.form().expect("a form");
    let values = [("What did you hear?", "a markertext about work"), ("What did you answer?", "another markertext")];
    company.champion.submits(&form, &values).await.expect("answered");
    let forged = "v1:markerid:1";
    let post = company.champion.says(&company.news_channel, "anything").expect("sees it");
    company.champion.clicks_custom_id(&post, forged).await.expect("answered");

    let faults = standin.faults();
    let limited = Fault::TooMany { scope: Scope::User, retry_after: 0.05 };
    for fault in [limited, Fault::Status { code: 500, html: false }, Fault::HalfBody, Fault::GarbageBody] {
        faults.times(1, Which::of("GET", "/guilds/*/roles/member-counts"), fault.clone());
        faults.times(1, Which::under("/interactions"), fault);
        company.owner.runs("setup status", &[]).await.ok();
    }
    faults.times(1, Which::under("/interactions"), Fault::Status { code: 404, html: true });
    owner.runs("setup status", &[]).await.ok();
    faults.until_cleared(Which::under("/interactions"), Fault::Latency(Duration::from_millis(10)));
    standin.gateway().abort();
    standin.journal().until(|counts| counts.resumes >= 1).await;
    standin.gateway().close_with(4014);

    let (status, written) = child.ended().await;
    assert_eq!(status.code(), Some(1), "{written}");
    assert!(level == "error" || level == "warn" || written.contains("connected"), "{written}");
    let ids = [company.guild.id(), guild.id(), company.owner.id(), company.champion.id(), company.news_channel.id()];
    for id in ids.map(|id| id.to_string()) {
        assert!(!written.contains(&id), "an id: {written}");
    }
    assert!(!regex::Regex::new(r"\d{15,}").expect("a pattern").is_match(&written), "an id: {written}");
    assert!(!written.to_lowercase().contains("marker"), "a text or token: {written}");
}
