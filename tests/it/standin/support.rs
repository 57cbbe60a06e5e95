//! A small bot on serenity, and a strict little HTTP client.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::DateTime;
use groundswell::domain::clock::MovableClock;
use groundswell::sandbox::{StandIn, StandInOptions};
use serde_json::{Value, json};
use serenity::all::{
    ActionRowComponent, ButtonStyle, Client, CommandOptionType, ComponentInteraction, Context, CreateActionRow,
    CreateAllowedMentions, CreateAttachment, CreateButton, CreateCommand, CreateCommandOption, CreateInputText,
    CreateInteractionResponse, CreateInteractionResponseFollowup, CreateInteractionResponseMessage, CreateModal,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, EditInteractionResponse, Event, EventHandler,
    GatewayIntents, Guild, HttpBuilder, InputTextStyle, Interaction, RawEventHandler,
};
use serenity::async_trait;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub const TOKEN: &str = "a-token-for-tests";

pub fn clock() -> MovableClock {
    MovableClock::running_from(DateTime::from_timestamp(1_796_000_000, 0).expect("in range"))
}

pub async fn stand_in() -> StandIn {
    stand_in_at(&clock()).await
}

pub async fn stand_in_at(clock: &MovableClock) -> StandIn {
    stand_in_with(clock, |_| {}).await
}

pub async fn stand_in_with(clock: &MovableClock, change: impl FnOnce(&mut StandInOptions)) -> StandIn {
    let mut options = StandInOptions::new(Arc::new(clock.clone()), TOKEN);
    change(&mut options);
    StandIn::start(options).await.expect("loopback is there")
}

/// What serenity made of the events, by name.
pub type Seen = Arc<watch::Sender<Vec<String>>>;

/// Numbers and tokens of the clicks that were left unanswered.
pub type Unanswered = Arc<Mutex<Vec<(u64, String)>>>;

/// A bot under way; it ends with this value.
pub struct Bot {
    pub seen: Seen,
    pub unanswered: Unanswered,
    task: JoinHandle<()>,
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Bot {
    pub async fn start(standin: &StandIn) -> Self {
        let http = HttpBuilder::new(TOKEN).proxy(standin.api_base()).ratelimiter_disabled(true).build();
        let seen = Seen::new(watch::Sender::default());
        let unanswered = Unanswered::default();
        let mut client = serenity::client::ClientBuilder::new_with_http(http, GatewayIntents::GUILDS)
            .event_handler(Handler(Arc::clone(&unanswered)))
            .raw_event_handler(Recorder(Arc::clone(&seen)))
            .await
            .expect("the stand-in answers");
        let task = tokio::spawn(async move { run(&mut client).await });
        Self { seen, unanswered, task }
    }

    /// Waits until the client has seen an event that often.
    pub async fn sees(&self, event: &str, times: usize) {
        let enough = |seen: &Vec<String>| seen.iter().filter(|seen| *seen == event).count() >= times;
        let waiting =
            tokio::time::timeout(Duration::from_secs(60), self.seen.subscribe().wait_for(enough)).await.is_ok();
        assert!(waiting, "{event} is missing in {:?}", *self.seen.borrow());
    }
}

/// Runs a bare client until it gives up, and says why.
pub async fn refused(standin: &StandIn, token: &str, intents: GatewayIntents) -> String {
    let http = HttpBuilder::new(token).proxy(standin.api_base()).ratelimiter_disabled(true).build();
    let mut client = serenity::client::ClientBuilder::new_with_http(http, intents).await.expect("the stand-in answers");
    client.start().await.expect_err("it can't connect").to_string()
}

async fn run(client: &mut Client) {
    // The tests look at what the stand-in saw; how the client ends is theirs to provoke.
    drop(client.start().await);
}

struct Recorder(Seen);

#[async_trait]
impl RawEventHandler for Recorder {
    async fn raw_event(&self, _: Context, event: Event) {
        let name = match &event {
            Event::Unknown(unknown) => format!("unknown {}", unknown.kind),
            event => event.name().unwrap_or_default(),
        };
        self.0.send_modify(|seen| seen.push(name));
    }
}

struct Handler(Unanswered);

#[async_trait]
impl EventHandler for Handler {
    async fn guild_create(&self, ctx: Context, guild: Guild, _: Option<bool>) {
        guild.id.set_commands(&ctx.http, commands()).await.expect("the stand-in takes them");
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        match interaction {
            Interaction::Command(command) => {
                let step = command.data.options.first().map(|option| option.name.clone()).unwrap_or_default();
                match step.as_str() {
                    "greet" => {
                        let who = command.data.options()[0].name.to_owned();
                        let message = CreateInteractionResponseMessage::new()
                            .allowed_mentions(nobody())
                            .content(format!("Hello from {who}, {}", command.user.id))
                            .components(controls())
                            .ephemeral(true);
                        command.create_response(&ctx.http, CreateInteractionResponse::Message(message)).await
                    }
                    "later" => {
                        command.defer_ephemeral(&ctx.http).await.expect("in time");
                        let file =
                            CreateAttachment::bytes(b"a,b\n1,2\n".as_slice(), "numbers.csv").description("Numbers");
                        let edit = EditInteractionResponse::new()
                            .content("Here it is")
                            .allowed_mentions(nobody())
                            .new_attachment(file);
                        command.edit_response(&ctx.http, edit).await.expect("the token lives");
                        let more =
                            CreateInteractionResponseFollowup::new().content("And one more").allowed_mentions(nobody());
                        command.create_followup(&ctx.http, more).await.map(drop)
                    }
                    _ => Ok(()),
                }
                .expect("the stand-in takes it");
            }
            Interaction::Component(click) if click.data.custom_id == "silent" => {
                self.0.lock().expect("no panic").push((click.id.get(), click.token.clone()));
            }
            Interaction::Component(click) => component(&ctx, &click).await,
            Interaction::Modal(modal) => {
                let ActionRowComponent::InputText(text) = &modal.data.components[0].components[0] else { return };
                let said = text.value.clone().unwrap_or_default();
                let message = CreateInteractionResponseMessage::new()
                    .allowed_mentions(nobody())
                    .content(format!("You wrote: {said}"));
                modal
                    .create_response(&ctx.http, CreateInteractionResponse::Message(message.ephemeral(true)))
                    .await
                    .expect("the stand-in takes it");
            }
            Interaction::Autocomplete(typing) => {
                let body = json!({ "type": 8, "data": { "choices": [{ "name": "Europe/Berlin", "value": "Europe/Berlin" }] } });
                ctx.http
                    .create_interaction_response(typing.id, &typing.token, &body, Vec::new())
                    .await
                    .expect("the stand-in takes it");
            }
            _ => {}
        }
    }
}

async fn component(ctx: &Context, click: &ComponentInteraction) {
    let response = match click.data.custom_id.as_str() {
        "change" => CreateInteractionResponse::UpdateMessage(
            CreateInteractionResponseMessage::new()
                .allowed_mentions(nobody())
                .content("Changed")
                .components(Vec::new()),
        ),
        "form" => {
            let input = CreateInputText::new(InputTextStyle::Paragraph, "Your comment", "comment").required(true);
            let modal = CreateModal::new("form", "Say more").components(vec![CreateActionRow::InputText(input)]);
            CreateInteractionResponse::Modal(modal)
        }
        "fears" => CreateInteractionResponse::UpdateMessage(
            CreateInteractionResponseMessage::new().allowed_mentions(nobody()).content("Noted").components(controls()),
        ),
        _ => return,
    };
    click.create_response(&ctx.http, response).await.expect("the stand-in takes it");
}

fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

fn controls() -> Vec<CreateActionRow> {
    let kind = CreateSelectMenuKind::String {
        options: vec![CreateSelectMenuOption::new("Workload", "workload"), CreateSelectMenuOption::new("Tool", "tool")],
    };
    vec![
        CreateActionRow::Buttons(vec![
            CreateButton::new("change").label("Change it"),
            CreateButton::new("form").label("Say more").style(ButtonStyle::Success),
            CreateButton::new("silent").label("Be silent"),
            CreateButton::new("off").label("Off").disabled(true),
        ]),
        CreateActionRow::SelectMenu(
            CreateSelectMenu::new("fears", kind).placeholder("What worries you?").max_values(2),
        ),
    ]
}

fn commands() -> Vec<CreateCommand> {
    let option = |kind, name: &str| CreateCommandOption::new(kind, name, "A part of it");
    vec![
        CreateCommand::new("try")
            .description("Everything once")
            .add_option(
                option(CommandOptionType::SubCommand, "greet")
                    .add_sub_option(option(CommandOptionType::Role, "role").required(true))
                    .add_sub_option(option(CommandOptionType::Integer, "times").max_int_value(5)),
            )
            .add_option(option(CommandOptionType::SubCommand, "later"))
            .add_option(
                option(CommandOptionType::SubCommand, "zone")
                    .add_sub_option(option(CommandOptionType::String, "name").set_autocomplete(true)),
            ),
        CreateCommand::new("hidden")
            .description("For managers of the server")
            .default_member_permissions(serenity::all::Permissions::MANAGE_GUILD),
    ]
}

/// Plain requests with a bot's headers.
pub struct Http {
    client: reqwest::Client,
    base: String,
}

impl Http {
    pub fn new(standin: &StandIn) -> Self {
        Self { client: reqwest::Client::new(), base: format!("{}/api/v10", standin.api_base()) }
    }

    pub fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let method = method.parse().expect("a method");
        self.client
            .request(method, format!("{}{path}", self.base))
            .header("Authorization", format!("Bot {TOKEN}"))
            .header("User-Agent", "DiscordBot (https://example.org, 1)")
    }

    /// Status and body.
    pub async fn send(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let request = self.request(method, path);
        let request = if body.is_null() { request } else { request.json(&body) };
        Self::answer(request).await
    }

    pub async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        (status, response.json().await.unwrap_or_default())
    }
}
