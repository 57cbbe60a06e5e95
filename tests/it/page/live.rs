//! What happens reaches those who may see it, at once.

use serde_json::json;

use super::support::Browser;

#[tokio::test]
async fn what_one_says_others_hear_and_nobody_else() {
    let browser = Browser::open().await;
    let (one, two, stranger) = (browser.staff(0, 0), browser.staff(0, 1), browser.staff(1, 0));
    let mut near = browser.watches(&two).await;
    let mut far = browser.watches(&stranger).await;
    let sales = browser.sandbox.company().departments[0].channel.id().to_string();
    browser.act(&one, "say", json!({ "channel": sales, "text": "Only Sales reads this." })).await;
    browser.act(&one, "say", json!({ "channel": browser.general(), "text": "Everybody reads this." })).await;
    let heard = near.until("message", |_| true).await;
    assert_eq!((&heard["content"], &heard["channel_id"]), (&json!("Only Sales reads this."), &json!(sales)));
    assert_eq!(near.until("message", |_| true).await["content"], "Everybody reads this.");
    assert_eq!(far.until("message", |_| true).await["content"], "Everybody reads this.");
}

#[tokio::test]
async fn an_ephemeral_answer_reaches_its_addressee_only() {
    let browser = Browser::open().await;
    let (admin, other) = (browser.sandbox.company().administrator.clone(), browser.lead());
    let (mut own, mut others) = (browser.watches(&admin).await, browser.watches(&other).await);
    let outcome = browser.runs(&admin, "setup status", json!({})).await;
    assert_eq!(own.until("message", |_| true).await["id"], outcome["id"]);
    browser.act(&admin, "dismiss", json!({ "channel": outcome["channel"], "message": outcome["id"] })).await;
    let gone = own.until("deleted", |_| true).await;
    assert_eq!(gone, json!({ "channel": outcome["channel"], "id": outcome["id"] }));
    browser.act(&admin, "say", json!({ "channel": browser.general(), "text": "Done." })).await;
    // The first that the other hears of is what was said aloud.
    assert_eq!(others.until("message", |_| true).await["content"], "Done.");
}

#[tokio::test]
async fn a_change_of_rights_is_told_and_takes_effect_at_once() {
    let browser = Browser::open().await;
    let person = browser.staff(1, 0);
    let mut live = browser.watches(&person).await;
    let sales = &browser.sandbox.company().departments[0];
    person.gets(&sales.role);
    live.until("channels", |_| true).await;
    let said = json!({ "channel": sales.channel.id().to_string(), "text": "Hello, Sales." });
    browser.act(&person, "say", said).await;
    assert_eq!(live.until("message", |_| true).await["content"], "Hello, Sales.");
}
