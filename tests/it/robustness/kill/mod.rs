//! `kill -9` at any point of the story: no acknowledged answer is lost, nothing is posted twice, what was under way
//! comes to its end by itself.
//!
//! The program is a process of its own, with the real clock, against a stand-in in the test's process. Kills happen at
//! events (so many requests or acknowledgements seen, a fault has struck), drawn by a seeded generator; never at times.

mod announcing;
mod answering;
mod following;
mod full_disk;
mod launching;
mod sealing;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use groundswell::domain::clock::SystemClock;
use groundswell::sandbox::language::{Channel, Message, Reply};
use groundswell::sandbox::{StandIn, StandInOptions};
use groundswell::service::Services;
use groundswell::store::DataFolder;
use groundswell::texts::Catalogue;
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;

use super::child::Child;
use crate::support::pulses::{cancels, closes};
use crate::support::{Company, TOKEN};

/// How many announcements a list shows.
const LISTED: usize = 25;

/// For what must happen at all.
const PATIENCE: Duration = Duration::from_secs(40);

/// A company on a stand-in, and the program with its data.
struct Killable {
    standin: StandIn,
    company: Company,
    data: PathBuf,
    /// The address of the health page, where it has one.
    health: Option<String>,
    child: Option<Child>,
    kills: u32,
    /// Removed at the end.
    _held: Option<TempDir>,
}

impl Killable {
    /// Everything set up through `/setup`.
    async fn set_up(nonces: Option<TimeDelta>) -> Self {
        let held = TempDir::new().expect("a folder");
        let data = held.path().to_owned();
        Self::set_up_on(nonces, data, None, Some(held)).await
    }

    /// The same with the data in another place, and a health page.
    async fn set_up_at(data: PathBuf, health: String) -> Self {
        Self::set_up_on(None, data, Some(health), None).await
    }

    async fn set_up_on(
        nonces: Option<TimeDelta>,
        data: PathBuf,
        health: Option<String>,
        held: Option<TempDir>,
    ) -> Self {
        let mut options = StandInOptions::new(Arc::new(SystemClock), TOKEN);
        // A busy machine is no fault; what a kill leaves unanswered, the test sees by itself.
        options.first_answer = Duration::from_secs(20);
        options.nonce_memory = nonces;
        let standin = StandIn::start(options).await.expect("loopback");
        let company = Company::found(&standin);
        let mut killable = Self { standin, company, data, health, child: None, kills: 0, _held: held };
        killable.start().await;
        killable.standin.commands_registered(&killable.company.guild).await;
        killable.company.set_up().await;
        killable
    }

    /// Starts the program; returns when it hears what people do.
    async fn start(&mut self) {
        let identifies = self.standin.journal().counts().identifies;
        let data = self.data.display().to_string();
        let mut variables = vec![
            ("DISCORD_TOKEN", TOKEN),
            ("GROUNDSWELL_DISCORD_API_BASE", self.standin.api_base()),
            ("GROUNDSWELL_DATA_DIR", &data),
            ("GROUNDSWELL_LOG", "warn"),
        ];
        variables.extend(self.health.as_deref().map(|address| ("GROUNDSWELL_HEALTH_LISTEN", address)));
        self.child = Some(Child::start(&["run"], &variables));
        in_time("an identify", self.standin.journal().until(|counts| counts.identifies > identifies)).await;
        in_time("a session", self.standin.bot_is_ready()).await;
    }

    /// Kills the program; returns when it is gone and the stand-in has noticed.
    async fn kill(&mut self) {
        let ended = self.standin.journal().counts().disconnects;
        self.child.take().expect("running").killed().await;
        self.kills += 1;
        in_time("a disconnect", self.standin.journal().until(|counts| counts.disconnects > ended)).await;
    }

    /// The database, beside the program.
    async fn disk(&self) -> SqliteConnection {
        let file = self.data.join(self.company.guild.id().to_string()).join("groundswell.db");
        SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("opens")
    }

    /// The program's own view of its data; only while it is not running.
    fn services(&self) -> Services {
        assert!(self.child.is_none(), "the data folder has one process at a time");
        let settings = super::support::settings(self.standin.api_base(), &self.data);
        let token = settings.token.expect("a token");
        let rest = groundswell::discord::rest::Rest::new(self.standin.api_base(), &token).expect("a client");
        let texts = Arc::new(Catalogue::built_in().expect("sound texts"));
        Services {
            clock: Arc::new(SystemClock),
            data: Arc::new(DataFolder::open(&self.data).expect("free")),
            judge: Arc::new(groundswell::app::judge(&texts)),
            texts,
            chat: Arc::new(groundswell::discord::messenger::Messenger::new(rest)),
            due_changed: Arc::default(),
            waves: Arc::default(),
            unread: Arc::default(),
            asked: Arc::default(),
        }
    }

    /// A lead launches a pulse in all departments. Those before count as closed some weeks ago: after an early close the same
    /// people may not be asked for two weeks.
    async fn launch(&self) {
        let mut disk = self.disk().await;
        let weeks_ago = "UPDATE waves SET opens_at = closed_at - 20 * 86400 - 10, closes_at = closed_at - 20 * 86400,
            closed_at = closed_at - 20 * 86400 WHERE closed_at > unixepoch() - 86400";
        sqlx::raw_sql(weeks_ago).execute(&mut disk).await.expect("written");
        disk.close().await.expect("closed");
        let reply = self.company.lead.runs("pulse launch", &[("over-budget", "Yes")]).await.expect("answered");
        assert!(reply.text().starts_with("**Launched"), "{}", reply.text());
    }
}

/// How often each kill is tried: an ordinary run tries it `ordinarily` often.
fn rounds(ordinarily: usize) -> usize {
    let wanted = std::env::var("GROUNDSWELL_KILL_ROUNDS").ok();
    wanted.map_or(ordinarily, |wanted| wanted.parse().expect("GROUNDSWELL_KILL_ROUNDS is a number"))
}

/// Waits for what must come.
async fn in_time<T>(what: &str, waiting: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("{what} never came"))
}

/// The newest open pulse's post.
async fn post(channel: &Channel) -> Message {
    channel.shows("Open until").await.expect("a post")
}

/// How many of a channel's messages contain `text`.
fn count(channel: &Channel, text: &str) -> usize {
    channel.messages().iter().filter(|message| message.all_text().contains(text)).count()
}

/// The label of the button that is marked as chosen.
fn chosen(screen: &Reply) -> Option<String> {
    // 3: Discord's "success", green.
    screen.buttons().into_iter().find(|button| button.style == 3).map(|button| button.label)
}
