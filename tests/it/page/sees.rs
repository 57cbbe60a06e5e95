//! Who sees what.

use serde_json::json;

use super::support::Browser;

#[tokio::test]
async fn everybody_sees_their_own_channels_and_no_others() {
    let browser = Browser::open().await;
    let (employee, lead) = (browser.staff(0, 0), browser.lead());
    let names = async |id| {
        let (_, list) = browser.get(&format!("/api/as/{id}/channels")).await;
        let names = list.as_array().expect("a list").iter().map(|channel| channel["name"].as_str().map(str::to_owned));
        names.collect::<Option<Vec<_>>>().expect("names")
    };
    assert_eq!(names(employee.id()).await, ["general", "company-news", "sales"]);
    assert_eq!(names(lead.id()).await, ["general", "crm-project", "company-news"]);
    let hidden = browser.sandbox.company().leads_channel.id();
    let refused = browser.get(&format!("/api/as/{}/channels/{hidden}/messages", employee.id())).await;
    assert_eq!(refused, (404, json!({ "error": "cannot_see" })));
    let said = json!({ "channel": hidden.to_string(), "text": "hello" });
    assert_eq!(browser.try_act(&employee, "say", said).await.0, 404);
    assert_eq!(browser.get("/api/as/1/channels").await.0, 404);
}

#[tokio::test]
async fn an_ephemeral_answer_is_its_addressees_until_they_put_it_away() {
    let browser = Browser::open().await;
    let (admin, other) = (browser.sandbox.company().administrator.clone(), browser.lead());
    let outcome = browser.runs(&admin, "setup status", json!({})).await;
    let shown = browser.message(&admin, &outcome).await;
    assert_eq!(shown["flags"], 64, "{shown}");
    assert!(browser.reads(&other, &browser.general()).await.is_empty());
    let place = json!({ "channel": outcome["channel"], "message": outcome["id"] });
    assert_eq!(browser.try_act(&other, "dismiss", place.clone()).await.0, 404);
    assert_eq!(browser.act(&admin, "dismiss", place.clone()).await, json!({ "kind": "removed" }));
    assert!(browser.reads(&admin, &browser.general()).await.is_empty());
    assert_eq!(browser.try_act(&admin, "dismiss", place).await.0, 404);
}

#[tokio::test]
async fn a_command_is_offered_only_to_those_who_may_use_it() {
    let browser = Browser::open().await;
    let offered = async |id| {
        let (_, list) = browser.get(&format!("/api/as/{id}/commands")).await;
        list.as_array().expect("a list").iter().any(|command| command["name"] == "setup")
    };
    let employee = browser.staff(0, 0);
    assert!(offered(browser.sandbox.company().administrator.id()).await);
    assert!(!offered(employee.id()).await);
    let typed = json!({ "channel": browser.general(), "name": "setup status" });
    let refused = browser.try_act(&employee, "command", typed).await;
    assert_eq!(refused, (404, json!({ "error": "no_command", "detail": "setup status" })));
}

#[tokio::test]
async fn the_company_names_everybodys_part() {
    let browser = Browser::open().await;
    let (_, company) = browser.get("/api/company").await;
    let people = company["people"].as_array().expect("a list");
    let played = |part: &str| people.iter().filter(|person| person["part"] == part).count();
    let own = browser.sandbox.company();
    assert_eq!((played("lead"), played("admin"), played("owner"), played("manager")), (2, 1, 1, 7));
    assert_eq!(people.len(), own.headcount() + 4);
    assert!(people.iter().all(|person| person["name"].is_string() && person["roles"].is_array()));
    assert_eq!(company["departments"].as_array().map(Vec::len), Some(7));
    assert_eq!(company["zone"], "Europe/Berlin");
}

#[tokio::test]
async fn messages_come_in_pages_oldest_first() {
    let browser = Browser::open().await;
    let lead = browser.lead();
    let channel = browser.sandbox.company().guild.channel("general").expect("every guild has it");
    let said: Vec<_> = (0..7).map(|n| lead.says(&channel, &format!("number {n}")).expect("said").id()).collect();
    let page = async |query: &str| {
        let path = format!("/api/as/{}/channels/{}/messages?{query}", lead.id(), channel.id());
        let (_, list) = browser.get(&path).await;
        let texts = list.as_array().expect("a list").iter().map(|message| message["content"].to_string());
        texts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(page("limit=2").await, "\"number 5\" \"number 6\"");
    assert_eq!(page(&format!("limit=3&before={}", said[5])).await, "\"number 2\" \"number 3\" \"number 4\"");
    assert_eq!(page(&format!("before={}", said[0])).await, "");
}
