//! A company under load: many people who answer one pulse, and how long each of them waits.
//!
//! They act through the stand-in's language like everybody else. What a tap is they learn from the screens of the bot
//! that launched the pulse; any other bot that is connected afterwards can be tapped at in the same way.

mod bout;
mod crowd;

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::domain::clock::SystemClock;
use crate::sandbox::language::{Channel, Guild, Member, Message, Role, Visibility};
use crate::sandbox::{StandIn, StandInOptions};
use crate::texts::{Catalogue, Language};
use crate::values;

pub use bout::Bout;
pub use crowd::{Crowd, Given};

/// Where everybody works.
const DEPARTMENT: &str = "Sales";

/// How long a bot may take for what is not measured.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often the leads' channel is looked at while a wave closes.
const LOOK: Duration = Duration::from_millis(20);

/// A stand-in with one company of one department.
pub struct Ground {
    standin: StandIn,
    guild: Guild,
    lead: Member,
    lead_role: Role,
    role: Role,
    channel: Channel,
    leads_channel: Channel,
    people: Vec<Member>,
    texts: Arc<Catalogue>,
}

impl Ground {
    /// Founds the company; no bot is there yet.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn found(people: usize, token: &str, texts: Arc<Catalogue>) -> anyhow::Result<Self> {
        let standin = StandIn::start(StandInOptions::new(Arc::new(SystemClock), token)).await?;
        let guild = standin.add_guild("Nordlicht Logistics");
        let (lead_role, role) = (guild.add_role("Project lead"), guild.add_role(DEPARTMENT));
        let leads_channel = guild.add_channel("leads", Visibility::Roles(std::slice::from_ref(&lead_role)));
        let channel = guild.add_channel("sales", Visibility::Roles(std::slice::from_ref(&role)));
        let lead = guild.add_member("Lena Lead", std::slice::from_ref(&lead_role));
        let person = |number| guild.add_member(&format!("Person {number}"), std::slice::from_ref(&role));
        let people = (1..=people).map(person).collect();
        Ok(Self { standin, guild, lead, lead_role, role, channel, leads_channel, people, texts })
    }

    /// The stand-in.
    pub fn standin(&self) -> &StandIn {
        &self.standin
    }

    /// The company's server.
    pub fn guild(&self) -> &Guild {
        &self.guild
    }

    /// The role of everybody who is asked.
    pub fn role(&self) -> &Role {
        &self.role
    }

    /// Sets the bot up, for a department of `headcount`, and launches a pulse. Gives the post.
    ///
    /// # Errors
    /// When the bot is not there in time, or does not do it.
    pub async fn launch(&self, headcount: usize) -> anyhow::Result<Message> {
        let registered = self.standin.commands_registered(&self.guild);
        tokio::time::timeout(PATIENCE, registered).await.context("the bot registers no commands")?;
        let owner = self.guild.owner();
        let (role, channel, headcount) = (self.role.mention(), self.channel.mention(), headcount.to_string());
        let options = [("name", DEPARTMENT), ("role", &role), ("channel", &channel), ("headcount", &headcount)];
        owner.runs("setup department add", &options).await?;
        owner.runs("setup roles", &[("lead", &self.lead_role.mention())]).await?;
        owner.runs("setup channels", &[("leads", &self.leads_channel.mention())]).await?;
        let launched = self.lead.runs("pulse launch", &[]).await?;
        let answer = self.says("pulse.post.answer");
        let has_button = |message: &Message| message.buttons().iter().any(|button| button.label == answer);
        let post = self.channel.shows_where(&answer, has_button).await;
        post.with_context(|| format!("no pulse was posted: {}", launched.rendered()))
    }

    /// Everybody opens the pulse, and has a screen of their own from then on.
    ///
    /// # Errors
    /// When somebody gets no screen.
    pub async fn gather(&self, post: &Message) -> anyhow::Result<Crowd> {
        let (open, begin) = (self.says("pulse.post.answer"), self.says("pulse.start.begin"));
        let points = (1..=5).map(|point| self.says(&format!("common.scale.point_{point}")));
        let labels: Vec<_> = points.chain([self.says("common.answer.cant_say")]).collect();
        Crowd::gather(&self.people, post, [&open, &begin], &labels).await
    }

    /// What stands on a screen once a tap is stored.
    pub fn saved(&self) -> String {
        self.says("pulse.screen.saved")
    }

    /// A lead closes the pulse. Gives the time until leads were told that the results are final.
    ///
    /// # Errors
    /// When it can't be closed, or they are not told within `patience`.
    pub async fn close(&self, patience: Duration) -> anyhow::Result<Duration> {
        let asked = self.lead.runs("pulse close", &[]).await?;
        let (lead, yes) = (self.lead.clone(), self.says("pulse.confirm.close_yes"));
        let before = self.leads_channel.messages().len();
        let began = Instant::now();
        // The button's own answer is waited for beside it: while much is sealed, it comes late.
        let closing = tokio::spawn(async move { lead.clicks(&asked, &yes).await });
        while self.leads_channel.messages().len() == before {
            ensure!(began.elapsed() < patience, "the pulse is not sealed after {} s", patience.as_secs());
            tokio::time::sleep(LOOK).await;
        }
        let took = began.elapsed();
        closing.abort();
        Ok(took)
    }

    fn says(&self, key: &str) -> String {
        self.texts.say(&Language::english(), key, values! {})
    }
}
