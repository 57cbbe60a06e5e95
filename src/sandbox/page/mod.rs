//! The sandbox's web page: on it one is anybody in the company, reads what they read and does what they do.
//!
//! It is served on loopback, to itself only (`guard`); what people see and may do is decided by `language` and
//! `world`, never here. What the browser shows stands in `web/`, what others wrote for it in `vendor/`.

mod acts;
mod assets;
mod bot;
mod clock;
mod colleagues;
mod faults;
mod forms;
mod guard;
mod inspector;
mod live;
mod places;
mod refusal;
mod situation;
mod view;
mod words;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use anyhow::Context;
use axum::Router;
use axum::routing::{get, post, put};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use self::assets::Assets;
use self::colleagues::Colleagues;
use self::faults::Switches;
use self::forms::Forms;
use self::refusal::Refused;
use super::company::Company;
use super::language::Member;
use super::{Host, Snowflake, StandIn};
use crate::domain::clock::MovableClock;
use crate::texts::Catalogue;

/// How the page is served.
#[derive(Debug, Clone, Default)]
pub struct PageOptions {
    /// The port; 0 for any that is free.
    pub port: u16,
    /// A folder with `web` and `vendor` in it to serve in place of what is built in, for those who work on them.
    pub files: Option<PathBuf>,
}

/// What the page stands on.
pub struct PageParts {
    /// The stand-in.
    pub standin: StandIn,
    /// Its clock.
    pub clock: MovableClock,
    /// The texts that the bot speaks with.
    pub texts: Arc<Catalogue>,
    /// The company.
    pub company: Arc<Company>,
    /// Runs the bot.
    pub host: Arc<dyn Host>,
}

/// A page that is being served; it ends with this value.
pub struct Page {
    address: String,
    desk: Arc<Desk>,
    serving: JoinHandle<()>,
}

/// The story plays for as long as this lives: people only watch.
pub struct Playing {
    desk: Arc<Desk>,
}

/// Everything that requests need.
struct Desk {
    parts: PageParts,
    assets: Assets,
    forms: Forms,
    colleagues: Colleagues,
    switches: Mutex<Switches>,
    story: watch::Sender<bool>,
    /// Changes when something did that neither the world nor the clock tells.
    news: watch::Sender<u64>,
}

impl Page {
    /// Serves it on 127.0.0.1.
    ///
    /// # Errors
    ///
    /// When the port can't be had.
    pub async fn serve(options: PageOptions, parts: PageParts) -> anyhow::Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener = TcpListener::bind(address).await.with_context(|| format!("the page at {address}"))?;
        let port = listener.local_addr()?.port();
        let desk = Arc::new(Desk {
            parts,
            assets: Assets::new(options.files),
            forms: Forms::default(),
            colleagues: Colleagues::default(),
            switches: Mutex::default(),
            story: watch::Sender::new(false),
            news: watch::Sender::new(0),
        });
        let routes = guard::guarded(routes(), port, desk.clone()).with_state(desk.clone());
        let serving = tokio::spawn(async move {
            // Serving ends with the task only; axum goes on after errors of single connections.
            let _ = axum::serve(listener, routes).await;
        });
        Ok(Self { address: format!("http://127.0.0.1:{port}"), desk, serving })
    }

    /// `http://127.0.0.1:PORT`
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Lets people only watch, until what comes back is dropped.
    pub fn story_plays(&self) -> Playing {
        self.desk.story.send_replace(true);
        self.desk.tell();
        Playing { desk: self.desk.clone() }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        self.desk.story.send_replace(false);
        self.desk.tell();
    }
}

impl Desk {
    /// Somebody of the company.
    fn person(&self, id: Snowflake) -> Result<Member, Refused> {
        self.parts.company.guild.person(id).ok_or_else(Refused::cannot_see)
    }

    /// Tells everybody who looks that something changed.
    fn tell(&self) {
        self.news.send_modify(|news| *news += 1);
    }
}

fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/", get(assets::index))
        .route("/{folder}/{*path}", get(assets::file))
        .route("/attachments/{channel}/{id}/{name}", get(assets::attachment))
        .route("/api/texts", get(words::texts))
        .route("/api/tour", get(words::tour))
        .route("/api/company", get(view::company))
        .route("/api/state", get(situation::show))
        .route("/api/as/{user}/channels", get(places::channels))
        .route("/api/as/{user}/channels/{channel}/messages", get(places::messages))
        .route("/api/as/{user}/commands", get(view::commands))
        .route("/api/as/{user}/live", get(live::watch))
        .route("/api/as/{user}/command", post(acts::command))
        .route("/api/as/{user}/autocomplete", post(acts::autocomplete))
        .route("/api/as/{user}/press", post(acts::press))
        .route("/api/as/{user}/select", post(acts::select))
        .route("/api/as/{user}/submit", post(acts::submit))
        .route("/api/as/{user}/say", post(acts::say))
        .route("/api/as/{user}/dismiss", post(acts::dismiss))
        .route("/api/clock", post(clock::move_on))
        .route("/api/colleagues", post(colleagues::ask).delete(colleagues::stop))
        .route("/api/faults/{id}", put(faults::switch))
        .route("/api/gateway", post(faults::gateway))
        .route("/api/bot", post(bot::act))
        .route("/api/journal", get(inspector::journal))
        .fallback(async || Refused::not_found())
}
