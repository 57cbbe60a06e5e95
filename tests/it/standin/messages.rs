//! Messages over plain HTTP.

use serde_json::json;

use super::support::{Http, stand_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_or_agent_is_turned_away() {
    let standin = stand_in().await;
    let http = Http::new(&standin);
    let (status, body) = http.send("GET", "/users/@me", json!(null)).await;
    assert_eq!((status, &body["bot"]), (200, &json!(true)));
    standin.reset_token("another");
    let refused = http.send("GET", "/users/@me", json!(null)).await;
    assert_eq!(refused, (401, json!({ "message": "401: Unauthorized", "code": 0 })));
    let bare = reqwest::get(format!("{}/api/v10/gateway", standin.api_base())).await.expect("an answer");
    assert_eq!(bare.status(), 403);
    assert_eq!(standin.journal().counts().auth_failures, 1);
}
