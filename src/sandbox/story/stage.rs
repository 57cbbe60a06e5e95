//! What scenes are played on: the company, the clock, the bot, and the paper that it is all written on.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, TimeZone, Utc};

use super::checks::Checks;
use super::paper::Paper;
use super::{StoryOptions, ZONE};
use crate::domain::clock::{Clock, MovableClock};
use crate::sandbox::company::{Company, Voices};
use crate::sandbox::language::{Channel, Form, Member, Message, Reply, Shown};
use crate::sandbox::{Host, StandIn};
use crate::texts::{Catalogue, Language, Values};
use crate::values;

/// The stage.
pub struct Stage {
    pub(super) options: StoryOptions,
    pub(super) standin: StandIn,
    pub(super) clock: MovableClock,
    pub(super) texts: Arc<Catalogue>,
    pub(super) company: Arc<Company>,
    pub(super) voices: Voices,
    pub(super) paper: Paper,
    /// The paths of the pictures that were written.
    pub(super) pictures: Vec<String>,
    pub(super) checks: Checks,
    host: Arc<dyn Host>,
    chapters: u32,
}

impl Stage {
    pub(super) fn new(
        options: StoryOptions,
        company: Arc<Company>,
        standin: StandIn,
        clock: MovableClock,
        texts: Arc<Catalogue>,
        host: Arc<dyn Host>,
        paper: Paper,
    ) -> Self {
        standin.show_times_in(ZONE);
        let voices = Voices::built_in();
        let (pictures, checks) = (Vec::new(), Checks::default());
        Self { options, standin, clock, texts, company, voices, paper, pictures, checks, host, chapters: 0 }
    }

    /// Starts the bot and waits until its commands are there.
    pub(super) async fn start_bot(&self) -> anyhow::Result<()> {
        self.host.start().await?;
        self.standin.bot_is_ready().await;
        self.standin.commands_registered(&self.company.guild).await;
        Ok(())
    }

    /// Stops the bot and starts it again on the same data.
    pub(super) async fn restart_bot(&self) -> anyhow::Result<()> {
        self.host.stop().await?;
        self.start_bot().await
    }

    /// Says what is to come.
    pub(super) fn begins(&mut self) -> anyhow::Result<()> {
        self.paper.line("")?;
        if let Some(address) = self.options.page.clone() {
            self.tell("story.opening.page", values! { address => address })?;
        }
        self.tell("story.opening.told", values! { count => self.company.headcount() })
    }

    /// Says how it went, and where what is left of it lies.
    pub(super) fn ends(&mut self) -> anyhow::Result<()> {
        let title = self.say("story.end.title", values! {});
        self.paper.chapter(&title)?;
        let (held, failed) = (self.checks.held(), self.checks.failed().len());
        let went = if failed == 0 {
            self.say("story.end.all_held", values! { count => held })
        } else {
            self.say("story.end.failed", values! { count => failed, held => held })
        };
        self.paper.checked(failed == 0, &went)?;
        let database = self.database().display().to_string();
        let mut lines: Vec<_> =
            self.pictures.iter().map(|path| self.say("story.end.picture", values! { path => path.as_str() })).collect();
        lines.push(self.say("story.end.database", values! { path => database }));
        lines.iter().try_for_each(|line| self.paper.line(line))?;
        Ok(())
    }

    /// A text of the narrator's.
    pub(super) fn say(&self, key: &str, values: Values) -> String {
        self.texts.say(&Language::english(), key, values)
    }

    /// Begins a chapter and tells what it is about.
    pub(super) fn chapter(&mut self, title: &str, told: &str) -> anyhow::Result<()> {
        self.chapters += 1;
        let title = format!("{} · {}", self.chapters, self.say(title, values! {}));
        self.paper.chapter(&title)?;
        self.tell(told, values! {})
    }

    /// Tells what happens next.
    pub(super) fn tell(&mut self, key: &str, values: Values) -> anyhow::Result<()> {
        let text = self.say(key, values);
        Ok(self.paper.tell(&text)?)
    }

    /// Says what time it is now, and what happens then.
    pub(super) fn date_line(&mut self, key: &str) -> anyhow::Result<()> {
        let text = self.say(key, values! { time => told(self.clock.now()) });
        Ok(self.paper.tell(&text)?)
    }

    /// The file that holds what the bot stores for the company.
    pub(super) fn database(&self) -> PathBuf {
        self.host.database(self.company.guild.id().get())
    }

    /// Moves the clock to a local time, given as year, month, day, hour and minute.
    pub(super) fn clock_to(&self, (year, month, day, hour, minute): (i32, u32, u32, u32, u32)) -> anyhow::Result<()> {
        let at = ZONE.with_ymd_and_hms(year, month, day, hour, minute, 0).single();
        self.clock.set(at.context("a time that exists once")?.to_utc());
        Ok(())
    }

    /// Notes an expectation. `seen` tells what was there instead, where it fails.
    pub(super) fn expect(
        &mut self,
        holds: bool,
        key: &str,
        values: Values,
        seen: impl FnOnce() -> String,
    ) -> anyhow::Result<()> {
        let sentence = self.say(key, values);
        Ok(self.checks.note(&mut self.paper, holds, &sentence, seen)?)
    }

    /// Shows a message of a channel, with where and when it stands.
    pub(super) fn show(&mut self, channel: &Channel, message: &Message) -> anyhow::Result<()> {
        self.paper.place(&format!("#{}", channel.name()), &told(message.id().time()))?;
        Ok(self.paper.show(&message.rendered())?)
    }

    /// Shows what a person got.
    pub(super) fn show_reply(&mut self, reply: &Reply) -> anyhow::Result<()> {
        // A form is shown once it is filled.
        if reply.form().is_some() {
            return Ok(());
        }
        self.paper.show(&reply.rendered())?;
        for further in reply.follow_ups() {
            self.paper.show(&further.rendered())?;
        }
        Ok(())
    }

    /// Someone runs a command; shown with its answer.
    pub(super) async fn runs(
        &mut self,
        who: &Member,
        command: &str,
        options: &[(&str, &str)],
    ) -> anyhow::Result<Reply> {
        let written: String =
            options.iter().map(|(name, value)| format!(" {name}:{}", self.readable(name, value))).collect();
        let line =
            self.say("story.act.runs", values! { person => who.name(), command => format!("/{command}{written}") });
        self.paper.act(&line)?;
        let reply = who.runs(command, options).await.with_context(|| format!("/{command}"))?;
        self.show_reply(&reply)?;
        Ok(reply)
    }

    /// What stands in the client for an option's value: what was chosen from suggestions shows what it means.
    fn readable(&self, option: &str, value: &str) -> String {
        match option {
            "announcement" => self.title_of(value).unwrap_or(value).to_owned(),
            "template" => {
                let found = self.texts.announcement_template(&Language::english(), value);
                found.map_or_else(|| value.to_owned(), |template| template.name.clone())
            }
            _ => value.to_owned(),
        }
    }

    /// The title of an announcement by its number.
    fn title_of(&self, number: &str) -> Option<&str> {
        let number = number.parse::<usize>().ok()?.checked_sub(1)?;
        Some(&self.voices.announcements.get(number)?.title)
    }

    /// Someone presses a button; shown with what follows.
    pub(super) async fn clicks(&mut self, who: &Member, on: &impl Shown, label: &str) -> anyhow::Result<Reply> {
        let line = self.say("story.act.clicks", values! { person => who.name(), button => label });
        self.paper.act(&line)?;
        let reply = who.clicks(on, label).await.with_context(|| format!("[{label}]"))?;
        self.show_reply(&reply)?;
        Ok(reply)
    }

    /// Someone chooses from a list; shown with what follows.
    pub(super) async fn chooses(
        &mut self,
        who: &Member,
        on: &impl Shown,
        list: &str,
        choices: &[&str],
    ) -> anyhow::Result<Reply> {
        let line = self.say("story.act.selects", values! { person => who.name(), choices => choices.join(", ") });
        self.paper.act(&line)?;
        let reply = who.selects(on, list, choices).await.with_context(|| format!("[{list}]"))?;
        self.show_reply(&reply)?;
        Ok(reply)
    }

    /// Shows a form as it opens, without the fields that are empty.
    pub(super) fn show_form(&mut self, form: &Form) -> anyhow::Result<()> {
        let fields = form.fields.iter().filter(|field| !field.value.is_empty());
        let values: Vec<_> = fields.map(|field| (field.label.as_str(), field.value.as_str())).collect();
        Ok(self.paper.show(&laid_out(&form.title, &values))?)
    }

    /// Someone fills a form, field by field in its order, and sends it; shown with what follows.
    pub(super) async fn submits(&mut self, who: &Member, form: &Form, texts: &[&str]) -> anyhow::Result<Reply> {
        let reply = self.fills(who, form, texts).await?;
        self.show_reply(&reply)?;
        Ok(reply)
    }

    /// The same without what follows.
    pub(super) async fn fills(&mut self, who: &Member, form: &Form, texts: &[&str]) -> anyhow::Result<Reply> {
        let line = self.say("story.act.submits", values! { person => who.name(), form => form.title.as_str() });
        self.paper.act(&line)?;
        let values: Vec<_> = form.fields.iter().map(|field| field.label.as_str()).zip(texts.iter().copied()).collect();
        self.paper.show(&laid_out(&form.title, &values))?;
        who.submits(form, &values).await.with_context(|| form.title.clone())
    }
}

/// A form on paper: its heading, and what stands in its fields under their labels.
fn laid_out(title: &str, values: &[(&str, &str)]) -> String {
    let mut lines = vec![format!("┌ {title}")];
    for (label, text) in values {
        lines.push(format!("│ {label}"));
        lines.extend(text.lines().map(|line| format!("│   {line}")));
    }
    lines.join("\n")
}

/// A moment as the company writes it.
pub(super) fn told(moment: DateTime<Utc>) -> String {
    moment.with_timezone(&ZONE).format("%A, %-d %B %Y, %H:%M").to_string()
}
