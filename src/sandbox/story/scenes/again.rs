//! Where too few have understood, it is said again: in other words, and by a manager.

use anyhow::Context;

use super::announcement::{channels, number_of};
use crate::sandbox::company::Department;
use crate::sandbox::language::Message;
use crate::sandbox::story::stage::Stage;
use crate::values;

/// The field that holds the text, in the form's order.
const BODY: usize = 1;

/// How a line on a round begins.
const ROUND: &str = "Round ";

/// The purpose by which people who had passed the first post over read the second one.
const READS_AGAIN: u64 = 7;

pub(super) async fn play(stage: &mut Stage) -> anyhow::Result<()> {
    let company = stage.company.clone();
    // The hardest to win over: fewer than the bot's measure understand at first (`company::DEPARTMENTS`).
    let department = &company.departments[0];
    let title = stage.voices.announcements[0].title.clone();
    let number = number_of(&company.leads[0], "announce again", &title).await?;
    asked(stage, &number).await?;
    let post = said(stage, department).await?;
    let more = read(stage, department, &post).await?;
    reach(stage, department, &number, &title, more).await
}

/// A lead writes it in other words and asks the managers.
async fn asked(stage: &mut Stage, number: &str) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    let draft = stage.runs(&lead, "announce again", &[("announcement", number)]).await?;
    let ask = stage.say("again.draft.ask_manager", values! {});
    let closed = draft.buttons().iter().any(|button| button.label == ask && button.disabled);
    stage.expect(closed, "story.expect.same_words", values! {}, || draft.rendered())?;
    let write = stage.say("again.draft.write", values! {});
    let form = stage.clicks(&lead, &draft, &write).await?.form().context("the form for other words")?;
    let other = stage.voices.replies.other_words.clone();
    let mut words: Vec<_> = form.fields.iter().map(|field| field.value.as_str()).collect();
    words[BODY] = &other;
    let draft = stage.fills(&lead, &form, &words).await?;
    stage.clicks(&lead, &draft, &ask).await?;
    Ok(())
}

/// The department's manager says it, with a word of their own; the post comes back.
async fn said(stage: &mut Stage, department: &Department) -> anyhow::Result<Message> {
    let button = stage.say("again.request.button", values! {});
    let (manager, place) = (department.manager().member.clone(), department.managers_channel.clone());
    let asks = |message: &Message| message.buttons().iter().any(|found| found.label == button);
    let request = place.shows_where(&button, asks).await?;
    stage.show(&place, &request)?;
    let form = stage.clicks(&manager, &request, &button).await?.form().context("the manager's form")?;
    let own = stage.voices.replies.managers_own.clone();
    let text = format!("{} {own}", stage.voices.replies.other_words);
    stage.submits(&manager, &form, &[&text]).await?;
    let post = department.channel.shows(&own).await?;
    stage.show(&department.channel, &post)?;
    let signed = post.all_text().contains(&manager.name());
    let others = channels(stage).into_iter().filter(|one| one.id() != department.channel.id());
    let elsewhere = others.filter(|one| one.messages().iter().any(|message| message.all_text().contains(&own))).count();
    let told = values! { person => manager.name(), department => department.plan.name };
    stage.expect(signed && elsewhere == 0, "story.expect.said_again", told, || post.rendered())?;
    Ok(post)
}

/// Some of those who had passed it over press *Understood* now; how many comes back.
async fn read(stage: &Stage, department: &Department, post: &Message) -> anyhow::Result<usize> {
    let understood = stage.say("announce.post.understood", values! {});
    let mut more = 0;
    for person in &department.people {
        let passed_over = !person.mind.understands(department.plan, 0);
        if passed_over && person.mind.understands(department.plan, READS_AGAIN) {
            person.member.clicks(post, &understood).await?;
            more += 1;
        }
    }
    Ok(more)
}

/// The lead looks how many more it has reached.
async fn reach(
    stage: &mut Stage,
    department: &Department,
    number: &str,
    title: &str,
    more: usize,
) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    stage.tell("story.again.reach", values! { person => lead.name() })?;
    let reach = lead.runs("announce reach", &[("announcement", number)]).await?;
    // A reader has seen the whole table; new are the department's row and the rounds.
    let text = reach.all_text();
    let row = text.lines().find(|line| line.trim_start_matches(['!', ' ']).starts_with(department.plan.name));
    let is_of_rounds = |line: &&str| line.starts_with("  ") || line.starts_with(ROUND);
    let rounds = text.lines().skip_while(|line| !line.starts_with(ROUND)).take_while(is_of_rounds);
    let mut shown = vec![stage.say("reach.table.title", values! { title => title })];
    shown.extend(row.into_iter().chain(rounds).map(|line| format!("  {line}")));
    stage.paper.show(&shown.join("\n"))?;

    let button = stage.say("again.request.button", values! {});
    let is_asked = |one: &&Department| one.managers_channel.newest_with_button(&button).is_some();
    let all = stage.company.departments.iter().filter(is_asked).count();
    let round = stage.say("reach.round.manager", values! { round => 2, posted => 1, all => all, count => more });
    let holds = text.split_whitespace().collect::<Vec<_>>().join(" ").contains(&round);
    let told = values! { count => more, department => department.plan.name };
    stage.expect(holds, "story.expect.more_understood", told, || text.clone())
}
