//! A sandbox with a small company and its page, and a browser that looks at it.

use std::time::Duration;

use groundswell::app::{PageOptions, Sandbox};
use groundswell::sandbox::language::Member;
use groundswell::sandbox::page::Page;
use groundswell::texts::Catalogue;
use reqwest::{Method, Response};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Generous for slow machines.
const PATIENCE: Duration = Duration::from_secs(30);

/// A page in a browser, on a sandbox of its own.
pub struct Browser {
    pub sandbox: Sandbox,
    pub page: Page,
    client: reqwest::Client,
    _folder: TempDir,
}

/// Events as they come.
pub struct Live {
    response: Response,
    read: Vec<u8>,
}

impl Browser {
    /// A company in which nobody has set the bot up; the bot is connected.
    pub async fn open() -> Self {
        let folder = TempDir::new().expect("a folder");
        let texts = Catalogue::built_in().expect("the texts are sound");
        let sandbox = Sandbox::open(folder.path(), texts, 40).await.expect("loopback");
        let page = sandbox.serve_page(PageOptions::default()).await.expect("loopback");
        sandbox.start_bot().await.expect("a bot");
        Self { sandbox, page, client: reqwest::Client::new(), _folder: folder }
    }

    /// The same with everything set up through `/setup`.
    pub async fn set_up() -> Self {
        let browser = Self::open().await;
        let company = browser.sandbox.company();
        let admin = company.administrator.clone();
        for department in &company.departments {
            let (role, channel) = (department.role.mention(), department.channel.mention());
            let options = [("name", department.plan.name), ("role", &role), ("channel", &channel)];
            admin.runs("setup department add", &options).await.expect("answered");
        }
        let (lead, champion) = (company.lead_role.mention(), company.champion_role.mention());
        admin.runs("setup roles", &[("lead", &lead), ("champion", &champion)]).await.expect("answered");
        let (leads, news) = (company.leads_channel.mention(), company.news_channel.mention());
        admin.runs("setup channels", &[("leads", &leads), ("announcements", &news)]).await.expect("answered");
        admin.runs("setup timezone", &[("zone", "Europe/Berlin")]).await.expect("answered");
        browser
    }

    pub fn lead(&self) -> Member {
        self.sandbox.company().leads[0].clone()
    }

    /// The `place`th person without an office in a department.
    pub fn staff(&self, department: usize, place: usize) -> Member {
        self.sandbox.company().departments[department].staff().nth(place).expect("so many").member.clone()
    }

    /// Where commands are run.
    pub fn general(&self) -> String {
        self.sandbox.company().guild.channel("general").expect("every guild has it").id().to_string()
    }

    pub async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::POST, path, Some(body)).await
    }

    pub async fn send(&self, method: Method, path: &str, body: Option<Value>) -> (u16, Value) {
        let mut request = self.client.request(method, format!("{}{path}", self.page.address()));
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let response = request.send().await.expect("answered");
        let status = response.status().as_u16();
        let text = response.text().await.expect("text");
        (status, serde_json::from_str(&text).unwrap_or_else(|_| panic!("no JSON: {text}")))
    }

    /// Somebody does something; it must not be refused.
    pub async fn act(&self, who: &Member, kind: &str, body: Value) -> Value {
        let (status, outcome) = self.try_act(who, kind, body).await;
        assert_eq!(status, 200, "{kind}: {outcome}");
        outcome
    }

    pub async fn try_act(&self, who: &Member, kind: &str, body: Value) -> (u16, Value) {
        self.post(&format!("/api/as/{}/{kind}", who.id()), body).await
    }

    /// Somebody runs a command in `general`.
    pub async fn runs(&self, who: &Member, name: &str, options: Value) -> Value {
        self.act(who, "command", json!({ "channel": self.general(), "name": name, "options": options })).await
    }

    /// The messages that somebody reads in a channel.
    pub async fn reads(&self, who: &Member, channel: &str) -> Vec<Value> {
        let (status, list) = self.get(&format!("/api/as/{}/channels/{channel}/messages", who.id())).await;
        assert_eq!(status, 200, "{list}");
        list.as_array().expect("a list").clone()
    }

    /// The message that an outcome means.
    pub async fn message(&self, who: &Member, outcome: &Value) -> Value {
        assert_eq!(outcome["kind"], "message", "{outcome}");
        let list = self.reads(who, outcome["channel"].as_str().expect("a channel")).await;
        list.into_iter().find(|message| message["id"] == outcome["id"]).expect("it stands there")
    }

    /// What happens from now on, as somebody sees it.
    pub async fn watches(&self, who: &Member) -> Live {
        let address = format!("{}/api/as/{}/live", self.page.address(), who.id());
        let response = self.client.get(address).send().await.expect("answered");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut live = Live { response, read: Vec::new() };
        live.until("hello", |_| true).await;
        live
    }
}

impl Live {
    /// The next event of this name that fits; what comes before it is passed over.
    pub async fn until(&mut self, name: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let look = async {
            loop {
                let (event, data) = self.next().await;
                if event == name && fits(&data) {
                    return data;
                }
            }
        };
        tokio::time::timeout(PATIENCE, look).await.unwrap_or_else(|_| panic!("no {name}"))
    }

    async fn next(&mut self) -> (String, Value) {
        loop {
            while let Some(end) = self.read.windows(2).position(|pair| pair == b"\n\n") {
                let event: Vec<u8> = self.read.drain(..end + 2).collect();
                let event = String::from_utf8(event).expect("text");
                let part = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
                // A comment keeps the line open.
                if let (Some(name), Some(data)) = (part("event: "), part("data: ")) {
                    return (name.to_owned(), serde_json::from_str(data).expect("JSON"));
                }
            }
            let chunk = self.response.chunk().await.expect("the line holds").expect("it goes on");
            self.read.extend_from_slice(&chunk);
        }
    }
}

/// The `custom_id` of a message's button.
pub fn button(message: &Value, label: &str) -> String {
    let found = controls(message).find(|control| control["label"] == label);
    found.unwrap_or_else(|| panic!("no {label}: {message}"))["custom_id"].as_str().expect("a text").to_owned()
}

/// The first list on a message.
pub fn list(message: &Value) -> Value {
    controls(message).find(|control| control["type"] == 3).unwrap_or_else(|| panic!("no list: {message}")).clone()
}

fn controls(message: &Value) -> impl Iterator<Item = &Value> {
    let rows = message["components"].as_array().into_iter().flatten();
    rows.flat_map(|row| row["components"].as_array().into_iter().flatten())
}
