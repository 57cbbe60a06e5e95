//! What stands behind a message, and what breaks Discord's rules.

use serde_json::json;

use super::support::Browser;

#[tokio::test]
async fn a_message_leads_back_to_what_somebody_did_and_no_token_is_told() {
    let browser = Browser::open().await;
    let admin = browser.sandbox.company().administrator.clone();
    let outcome = browser.runs(&admin, "setup status", json!({})).await;
    let other = browser.runs(&admin, "setup status", json!({})).await;
    let message = outcome["id"].as_str().expect("a number");
    let (_, journal) = browser.get(&format!("/api/journal?message={message}")).await;
    let entries = journal["entries"].as_array().expect("a list");
    assert_eq!(entries.first().map(|entry| &entry["event"]), Some(&json!("INTERACTION_CREATE")), "{journal}");
    assert_eq!(entries[0]["body"]["user"], admin.id().to_string());
    let answer = entries.last().expect("an answer");
    assert_eq!(
        (&answer["kind"], &answer["method"], &answer["message"]),
        (&json!("request"), &json!("POST"), &outcome["id"])
    );
    assert!(answer["ms"].is_u64() && answer["body"].is_object(), "{answer}");
    let numbers: Vec<_> = entries.iter().map(|entry| entry["n"].as_u64().expect("a number")).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    let (_, all) = browser.get("/api/journal").await;
    let text = all.to_string();
    assert!(
        text.contains(other["id"].as_str().expect("a number"))
            && !journal.to_string().contains(other["id"].as_str().expect("a number"))
    );
    // Tokens of interactions begin like this (src/sandbox/world/interactions.rs).
    assert!(!text.contains("standin-interaction"), "a token");
    let (_, after) = browser.get(&format!("/api/journal?after={}", all["newest"])).await;
    assert_eq!(after["entries"], json!([]));
}

#[tokio::test]
async fn a_broken_rule_is_marked_and_counted() {
    let browser = Browser::open().await;
    let mut live = browser.watches(&browser.lead()).await;
    let standin = browser.sandbox.standin();
    // Another bot takes over, and forgets to say whom its message may ping.
    standin.reset_token("a-careless-bot");
    let path = format!("/channels/{}/messages", browser.general());
    let sent = reqwest::Client::new()
        .post(format!("{}/api/v10{path}", standin.api_base()))
        .header("user-agent", "DiscordBot (https://example.org, 1)")
        .header("authorization", "Bot a-careless-bot")
        .header("content-type", "application/json")
        .body(json!({ "content": "@everyone" }).to_string());
    assert_eq!(sent.send().await.expect("answered").status().as_u16(), 200);
    live.until("journal", |counts| counts["violations"] == 1).await;
    let (_, journal) = browser.get("/api/journal").await;
    let broken: Vec<_> =
        journal["entries"].as_array().expect("a list").iter().filter(|entry| entry["violations"].is_array()).collect();
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert_eq!(broken[0]["path"], path);
}
