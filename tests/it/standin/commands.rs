//! Registering commands, and reading who is there.

use groundswell::sandbox::language::Visibility;
use serde_json::{Value, json};

use super::support::{Http, clock, stand_in, stand_in_with};

fn command(name: &str, description: &str) -> Value {
    json!({ "name": name, "description": description, "type": 1 })
}

#[tokio::test]
async fn overwriting_keeps_ids_and_the_versions_of_what_did_not_change() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let http = Http::new(&standin);
    let (_, app) = http.send("GET", "/applications/@me", json!(null)).await;
    let path = format!("/applications/{}/guilds/{}/commands", app["id"].as_str().expect("a text"), guild.id());
    let (status, first) = http.send("PUT", &path, json!([command("a", "One"), command("b", "Two")])).await;
    assert_eq!(status, 200, "{first}");
    let mut same = command("a", "One");
    // Defaults spelt out change nothing.
    same["options"] = json!([]);
    same["nsfw"] = json!(false);
    let (_, second) = http.send("PUT", &path, json!([same, command("b", "Three")])).await;
    assert_eq!((&second[0]["id"], &second[0]["version"]), (&first[0]["id"], &first[0]["version"]));
    assert_eq!(second[1]["id"], first[1]["id"]);
    assert_ne!(second[1]["version"], first[1]["version"]);
    let (status, upserted) = http.send("POST", &path, command("a", "Four")).await;
    assert_eq!((status, &upserted["id"]), (200, &first[0]["id"]));
    assert_eq!(http.send("POST", &path, command("c", "New")).await.0, 201);
    let one = format!("{path}/{}", first[1]["id"].as_str().expect("a text"));
    assert_eq!(http.send("PATCH", &one, json!({ "description": "Five" })).await.1["description"], "Five");
    assert_eq!(http.send("DELETE", &one, json!(null)).await.0, 204);
    assert_eq!(http.send("GET", &one, json!(null)).await.1["code"], 10063);
    assert_eq!(guild.commands(), ["a", "c"]);
    standin.assert_clean();
    let (status, body) = http.send("PUT", &path, json!([command("Bad Name", "x")])).await;
    assert_eq!((status, &body["code"]), (400, &json!(50035)));
    guild.removes_bot();
    assert_eq!(http.send("GET", &path, json!(null)).await.1["code"], 50001);
}

#[tokio::test]
async fn two_hundred_creations_a_day_are_the_most() {
    let clock = clock();
    let standin = stand_in_with(&clock, |options| options.rates = None).await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let http = Http::new(&standin);
    let (_, app) = http.send("GET", "/applications/@me", json!(null)).await;
    let path = format!("/applications/{}/guilds/{}/commands", app["id"].as_str().expect("a text"), guild.id());
    let set = |prefix: &str| (0..100).map(|number| command(&format!("{prefix}{number}"), "x")).collect::<Value>();
    assert_eq!(http.send("PUT", &path, set("a")).await.0, 200);
    assert_eq!(http.send("PUT", &path, set("b")).await.0, 200);
    assert_eq!(http.send("PUT", &path, json!([command("c", "x")])).await.1["code"], 30034);
    clock.advance(chrono::TimeDelta::days(1));
    assert_eq!(http.send("PUT", &path, json!([command("c", "x")])).await.0, 200);
}

#[tokio::test]
async fn members_are_counted_per_role_without_a_privileged_intent_and_listed_with_it() {
    for members_intent in [0, 1 << 1] {
        let standin = stand_in_with(&clock(), |options| options.privileged_intents = members_intent).await;
        let guild = standin.add_guild("Nordlicht Logistics");
        let sales = guild.add_role("Sales");
        for number in 0..3 {
            guild.add_member(&format!("Person {number}"), std::slice::from_ref(&sales));
        }
        let http = Http::new(&standin);
        let path = format!("/guilds/{}", guild.id());
        let (_, counts) = http.send("GET", &format!("{path}/roles/member-counts"), json!(null)).await;
        assert_eq!(counts[sales.id().to_string()], 3);
        let (status, page) = http.send("GET", &format!("{path}/members?limit=2"), json!(null)).await;
        if members_intent == 0 {
            assert_eq!((status, &page["code"]), (403, &json!(50001)));
            continue;
        }
        assert_eq!(page.as_array().map(Vec::len), Some(2));
        let after = page[1]["user"]["id"].as_str().expect("a text").to_owned();
        let (_, rest) = http.send("GET", &format!("{path}/members?limit=1000&after={after}"), json!(null)).await;
        assert_eq!(rest.as_array().map(Vec::len), Some(3));
        let (_, found) =
            http.send("GET", &format!("{path}/members/search?query=person%201&limit=5"), json!(null)).await;
        assert_eq!(found[0]["user"]["global_name"], "Person 1");
    }
}

#[tokio::test]
async fn private_channels_are_seen_by_their_roles_the_bot_and_the_owner() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let leads = guild.add_role("Leads");
    let room = guild.add_channel("leads", Visibility::Roles(std::slice::from_ref(&leads)));
    let ana = guild.add_member("Ana Ruiz", &[]);
    assert!(!ana.sees(&room) && guild.owner().sees(&room));
    ana.gets(&leads);
    assert!(ana.sees(&room));
    let http = Http::new(&standin);
    assert_eq!(http.send("GET", &format!("/channels/{}", room.id()), json!(null)).await.0, 200);
    room.hides_from_bot();
    assert_eq!(http.send("GET", &format!("/channels/{}", room.id()), json!(null)).await.1["code"], 50001);
}
