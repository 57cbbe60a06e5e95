//! How fast people are answered, beside a bot on serenity that stores nothing.
//!
//! `cargo bench --bench answers`. Prints a line a figure; fails only where an acknowledged answer is not stored.
//! `groundswell load` measures the same beside a bot on Groundswell's own connection.
#![expect(clippy::print_stdout, reason = "printing is what a benchmark is for")]

use groundswell::app::{self, Contender, LoadOptions};
use groundswell::settings::Settings;
use groundswell::texts::Catalogue;
use serenity::all::{
    Context, CreateInteractionResponse, CreateInteractionResponseMessage, EventHandler, GatewayIntents, HttpBuilder,
    Interaction,
};
use serenity::async_trait;

/// Makes this program the yardstick.
const ECHO: &str = "echo-on-serenity";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    if std::env::args().any(|argument| argument == ECHO) {
        return echo().await;
    }
    let mut options = LoadOptions::new()?;
    let contender = |name: &str, program: std::path::PathBuf, argument: &str| Contender {
        name: name.to_owned(),
        program,
        arguments: vec![argument.to_owned()],
    };
    options.bot = contender("groundswell", env!("CARGO_BIN_EXE_groundswell").into(), "run");
    options.yardstick = contender("serenity", std::env::current_exe()?, ECHO);
    options.seal = 0;
    let data = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let variable = |name: &str| (name == "GROUNDSWELL_DATA_DIR").then(|| data.path().display().to_string());
    let settings = Settings::load_without_token(None, variable).expect("sound settings");
    let texts = Catalogue::built_in().expect("sound texts");
    app::load(options, &settings, texts, |line| println!("{line}")).await
}

/// A bot on serenity that answers every tap with a short update.
async fn echo() -> anyhow::Result<()> {
    let token = std::env::var("DISCORD_TOKEN")?;
    let base = std::env::var("GROUNDSWELL_DISCORD_API_BASE")?;
    // Its limiter would turn to Discord itself, whatever the proxy.
    let http = HttpBuilder::new(token).proxy(base).ratelimiter_disabled(true).build();
    let mut client =
        serenity::client::ClientBuilder::new_with_http(http, GatewayIntents::GUILDS).event_handler(Echo).await?;
    Ok(client.start().await?)
}

struct Echo;

#[async_trait]
impl EventHandler for Echo {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        if let Interaction::Component(tap) = interaction {
            let update = CreateInteractionResponseMessage::new().content("Noted.");
            // The load run counts what was not answered.
            tap.create_response(&context.http, CreateInteractionResponse::UpdateMessage(update)).await.ok();
        }
    }
}
