//! Leads answer what people asked and what worries them, where those people read it. No question is left open.

use anyhow::Context;

use super::announcement::channels;
use crate::sandbox::language::{Channel, Member, Reply};
use crate::sandbox::story::stage::Stage;
use crate::values;

/// A lead answers the first question; the answer goes to the department that asked.
pub(super) async fn question(stage: &mut Stage) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    let list = stage.runs(&lead, "questions", &[]).await?;
    let asked = stage.voices.questions[0].clone();
    let nobody = stage.company.people().all(|(_, person)| !list.all_text().contains(&person.name));
    stage.expect(nobody, "story.expect.no_names", values! {}, || list.rendered())?;
    let pick = stage.say("questions.list.pick", values! {});
    let label = choice(&list, &asked.text)?;
    let screen = stage.chooses(&lead, &list, &pick, &[&label]).await?;
    let button = stage.say("questions.screen.answer", values! {});
    let form = stage.clicks(&lead, &screen, &button).await?.form().context("the answer's form")?;
    let answer = asked.answer.clone();
    let screen = stage.fills(&lead, &form, &[&form.fields[0].value, &answer]).await?;
    posts_it(stage, &lead, &screen).await?;

    let place = stage.company.departments.iter().find(|found| found.plan.name == asked.department);
    let place = place.context("the department that asked")?.channel.clone();
    let post = place.shows(&answer).await?;
    stage.show(&place, &post)?;
    let there: Vec<_> = channels(stage).into_iter().filter(|channel| holds(channel, &answer) > 0).collect();
    let only = there.len() == 1 && there[0].id() == place.id() && holds(&place, &answer) == 1;
    let told = values! { department => asked.department.as_str() };
    stage.expect(only, "story.expect.answered", told, || {
        there.iter().map(|one| one.name()).collect::<Vec<_>>().join(", ")
    })
}

/// A lead answers what else is open, without being watched.
pub(super) async fn others(stage: &mut Stage) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    let replies = &stage.voices.replies;
    let own = (replies.open_question.clone(), replies.open_answer.clone());
    let known = stage.voices.questions.iter().map(|one| (one.text.clone(), one.answer.clone()));
    let (pick, answer, post) = ("questions.list.pick", "questions.screen.answer", "questions.screen.post");
    let [pick, answer, post] = [pick, answer, post].map(|key| stage.say(key, values! {}));
    for (question, reply) in known.chain([own]).collect::<Vec<_>>() {
        let list = lead.runs("questions", &[]).await?;
        let Ok(label) = choice(&list, &question) else { continue };
        let screen = lead.selects(&list, &pick, &[&label]).await?;
        let form = lead.clicks(&screen, &answer).await?.form().context("the answer's form")?;
        let screen = lead.submits(&form, &[(&form.fields[1].custom_id, &reply)]).await?;
        lead.clicks(&screen, &post).await?;
    }
    let list = stage.runs(&lead, "questions", &[]).await?;
    let none = stage.say("questions.list.none", values! {});
    let holds = list.all_text().contains(&none);
    stage.expect(holds, "story.expect.all_answered", values! {}, || list.rendered())
}

/// A lead answers whoever has the first worry, where the whole company reads; nobody's words are quoted.
pub(super) async fn worry(stage: &mut Stage) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    let worry = stage.voices.worries[0].clone();
    let list = lead.runs("questions", &[]).await?;
    stage.tell("story.dialogue.worries", values! {})?;
    let button = stage.say("questions.list.worries", values! {});
    let kinds = stage.clicks(&lead, &list, &button).await?;
    let fear = stage.say(&format!("common.fear.{}.label", worry.fear), values! {});
    let (pick, label) = (stage.say("questions.worries.pick", values! {}), choice(&kinds, &fear)?);
    let screen = lead.selects(&kinds, &pick, &[&label]).await?;
    let button = stage.say("questions.screen.answer_all", values! {});
    let form = lead.clicks(&screen, &button).await?.form().context("the answer's form")?;
    let answer = stage.voices.replies.worry.clone();
    let screen = stage.fills(&lead, &form, &[&answer]).await?;
    posts_it(stage, &lead, &screen).await?;

    let news = stage.company.news_channel.clone();
    let post = news.shows(&answer).await?;
    stage.show(&news, &post)?;
    let elsewhere = channels(stage).iter().map(|channel| holds(channel, &answer)).sum::<usize>();
    let holds = elsewhere == 0 && holds(&news, &answer) == 1 && !post.all_text().contains(&worry.text);
    stage.expect(holds, "story.expect.worry_answered", values! {}, || post.rendered())
}

/// The lead has seen how it will look, and posts it.
async fn posts_it(stage: &mut Stage, lead: &Member, screen: &Reply) -> anyhow::Result<()> {
    let button = stage.say("questions.screen.post", values! {});
    stage.clicks(lead, screen, &button).await?;
    Ok(())
}

/// The choice of a screen's list that begins like this; long ones are cut.
fn choice(screen: &Reply, text: &str) -> anyhow::Result<String> {
    let begins: String = text.chars().take(20).collect();
    let found = screen.selects().into_iter().flat_map(|list| list.choices).find(|one| one.label.starts_with(&begins));
    Ok(found.with_context(|| format!("“{begins}” among the choices"))?.label)
}

/// How many messages of a channel have this text.
fn holds(channel: &Channel, text: &str) -> usize {
    channel.messages().iter().filter(|message| message.all_text().contains(text)).count()
}
