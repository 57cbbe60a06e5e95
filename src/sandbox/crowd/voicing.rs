//! How people say what is on their mind: a question or a worry under an announcement, and a champion's report.

use anyhow::Context;

use crate::sandbox::company::{ChampionReport, Question, Worry};
use crate::sandbox::language::{Form, Member, Message, Reply};
use crate::texts::{Catalogue, Language};
use crate::values;

/// How much a report weighs, as Discord's list of the option `severity` has it.
const WEIGHT: &str = "2";

/// Someone asks a question under an announcement.
pub(in crate::sandbox) async fn asks(
    texts: &Catalogue,
    reader: &Member,
    post: &Message,
    question: &Question,
) -> anyhow::Result<Reply> {
    let button = texts.say(&Language::english(), "announce.post.question", values! {});
    let asked = reader.clicks(post, &button).await?;
    match asked.form() {
        Some(form) => writes(reader, &form, &question.text).await,
        // Whoever has asked enough for today hears so.
        None => Ok(asked),
    }
}

/// Someone says under an announcement what worries them.
pub(in crate::sandbox) async fn worries(
    texts: &Catalogue,
    reader: &Member,
    post: &Message,
    worry: &Worry,
) -> anyhow::Result<Reply> {
    let english = Language::english();
    let button = texts.say(&english, "announce.post.worry", values! {});
    let list = texts.say(&english, "announce.respond.pick_fear", values! {});
    let fear = texts.say(&english, &format!("common.fear.{}.label", worry.fear), values! {});
    let asked = reader.clicks(post, &button).await?;
    // Whoever has said something today hears so.
    if asked.selects().is_empty() {
        return Ok(asked);
    }
    let form = reader.selects(&asked, &list, &[&fear]).await?.form().context("the worry's form")?;
    writes(reader, &form, &worry.text).await
}

/// What a champion chooses for a report.
pub(in crate::sandbox) fn options_of(report: &ChampionReport) -> [(&str, &str); 3] {
    [("kind", &report.kind), ("about", &report.about), ("severity", WEIGHT)]
}

/// What a champion writes in a report, field by field.
pub(in crate::sandbox) fn texts_of(report: &ChampionReport) -> [&str; 3] {
    [&report.heard, &report.answered, &report.helped]
}

/// A champion files a report.
pub(in crate::sandbox) async fn files(champion: &Member, report: &ChampionReport) -> anyhow::Result<Reply> {
    let form = champion.runs("champion report", &options_of(report)).await?.form().context("the report's form")?;
    let values: Vec<_> = form.fields.iter().map(|field| field.custom_id.as_str()).zip(texts_of(report)).collect();
    Ok(champion.submits(&form, &values).await?)
}

async fn writes(who: &Member, form: &Form, text: &str) -> anyhow::Result<Reply> {
    let field = form.fields.first().context("a field to write in")?;
    Ok(who.submits(form, &[(&field.custom_id, text)]).await?)
}
