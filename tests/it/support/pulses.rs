//! Pulses in tests: launching one, going through it as a person does, and the bot's own services over its data.

use std::sync::Arc;

use groundswell::domain::ids::GuildId;
use groundswell::sandbox::language::{Channel, Member, Message, Reply};
use groundswell::service::Services;
use groundswell::store::DataFolder;
use groundswell::texts::Catalogue;

use super::Stage;

/// What a person says in the tests' pulses.
#[derive(Clone, Copy)]
pub struct Says<'a> {
    /// The label pressed at each statement.
    pub points: &'a str,
    /// The labels chosen.
    pub fears: &'a [&'a str],
    /// What is written.
    pub comment: Option<&'a str>,
}

/// Agrees to everything and fears nothing.
pub const CONTENT: Says<'static> = Says { points: "Agree", fears: &[], comment: None };

/// A company with an open pulse in all departments.
pub async fn launched() -> Stage {
    let stage = Stage::set_up().await;
    let reply = stage.company.lead.runs("pulse launch", &[]).await.expect("answered");
    assert!(reply.text().starts_with("**Launched"), "{}", reply.text());
    stage
}

/// The open pulse's post in a channel.
pub async fn post(channel: &Channel) -> Message {
    channel.shows("Open until").await.expect("a post")
}

/// Goes through the whole pulse.
pub async fn answers(person: &Member, post: &Message, says: Says<'_>) -> Reply {
    let mut screen = person.clicks(post, "Answer privately").await.expect("answered");
    screen = person.clicks(&screen, "Begin").await.expect("answered");
    while screen.text().contains(" of 7**") {
        screen = person.clicks(&screen, says.points).await.expect("answered");
    }
    if says.fears.is_empty() {
        screen = person.clicks(&screen, "Nothing worries me").await.expect("answered");
    } else {
        screen = person.selects(&screen, "Pick up to 3", says.fears).await.expect("answered");
        screen = person.clicks(&screen, "Next").await.expect("answered");
    }
    if let Some(comment) = says.comment {
        let form = person.clicks(&screen, "Write a comment").await.expect("answered").form().expect("a form");
        screen = person.submits(&form, &[("comment", comment)]).await.expect("answered");
    }
    person.clicks(&screen, "Finish").await.expect("answered")
}

/// The same for many people at once.
pub async fn all_answer(people: &[Member], post: &Message, says: Says<'_>) {
    let each = people.iter().map(|person| answers(person, post, says));
    for reply in futures::future::join_all(each).await {
        assert!(reply.text().contains("your answers are saved"), "{}", reply.rendered());
    }
}

/// A lead closes the pulse: asked first, then done.
pub async fn closes(lead: &Member) -> Reply {
    sure(lead, "pulse close", "Close it now").await
}

/// A lead calls the pulse off: asked first, then done.
pub async fn cancels(lead: &Member) -> Reply {
    sure(lead, "pulse cancel", "Call it off").await
}

/// Runs a command and confirms it; what refuses at once comes back as it is.
pub async fn sure(lead: &Member, command: &str, yes: &str) -> Reply {
    let asked = lead.runs(command, &[]).await.expect("answered");
    if asked.buttons().is_empty() {
        return asked;
    }
    lead.clicks(&asked, yes).await.expect("answered")
}

/// What a person presses on the post, as they see it.
pub async fn opens(person: &Member, post: &Message) -> Reply {
    person.clicks(post, "Answer privately").await.expect("answered")
}

/// The bot's own services over the stage's data, while the bot is stopped.
pub fn services(stage: &Stage) -> Services {
    let token = stage.settings().token.expect("a token");
    let rest = groundswell::discord::rest::Rest::new(stage.standin.api_base(), &token).expect("a client");
    let texts = Arc::new(Catalogue::built_in().expect("sound texts"));
    Services {
        clock: Arc::new(stage.clock.clone()),
        data: Arc::new(DataFolder::open(stage.data.path()).expect("free")),
        judge: Arc::new(groundswell::app::judge(&texts)),
        texts,
        chat: Arc::new(groundswell::discord::messenger::Messenger::new(rest)),
        due_changed: Arc::default(),
        waves: Arc::default(),
        unread: Arc::default(),
        asked: Arc::default(),
    }
}

/// The company's guild.
pub fn guild(stage: &Stage) -> GuildId {
    stage.company.guild.id().to_string().parse().expect("an id")
}
