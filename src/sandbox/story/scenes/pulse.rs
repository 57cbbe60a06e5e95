//! A pulse: launched by a lead, answered in private by most people, closed by the clock.

use anyhow::Context;
use rand::seq::SliceRandom;

use crate::sandbox::company::{Answer, Person, Plan, Season};
use crate::sandbox::crowd::{self, Signs, Step};
use crate::sandbox::language::{Member, Message, Reply};
use crate::sandbox::story::stage::Stage;
use crate::values;

/// How many people are in the middle of it when the bot is stopped.
const INTERRUPTED: usize = 8;

/// The screens that these have got through by then.
const SCREENS_BEFORE: usize = 4;

/// Somebody who answers: the post in their channel, and all that they will say.
#[derive(Clone)]
struct Respondent {
    member: Member,
    post: Message,
    answer: Answer,
    comment: Option<String>,
}

/// An open pulse.
pub(super) struct Open {
    signs: Signs,
    season: Season,
    /// Those who have yet to answer, in the order in which they will.
    waiting: Vec<Respondent>,
    answered: usize,
    /// The post in each department's channel.
    posts: Vec<Message>,
}

/// By this option of `/pulse launch` a lead agrees to more messages than the contact budget allows.
const OVER_BUDGET: &str = "over-budget";

/// A lead launches the pulse; every department gets a post.
pub(super) async fn launch(stage: &mut Stage, season: Season) -> anyhow::Result<Open> {
    let lead = stage.company.leads[0].clone();
    let signs = Signs::of(&stage.texts)?;
    let first = stage.runs(&lead, "pulse launch", &[]).await?;
    if first.text().contains(OVER_BUDGET) {
        stage.tell("story.pulse.over_budget", values! {})?;
        stage.runs(&lead, "pulse launch", &[(OVER_BUDGET, "Yes")]).await?;
    }
    let mut posts = Vec::new();
    for channel in stage.company.departments.iter().map(|department| &department.channel) {
        let answer = |message: &Message| message.buttons().iter().any(|button| button.label == signs.answer);
        posts.push(channel.shows_where(&signs.answer, answer).await?);
    }
    stage.expect(true, "story.expect.posted", values! { count => posts.len() }, String::new)?;
    if season == Season::First {
        let channel = stage.company.departments[0].channel.clone();
        stage.show(&channel, &posts[0])?;
    }
    let waiting = respondents(stage, season, &signs, &posts);
    Ok(Open { signs, season, waiting, answered: 0, posts })
}

/// Everybody who will take part but the person whom the story follows, well mixed.
fn respondents(stage: &Stage, season: Season, signs: &Signs, posts: &[Message]) -> Vec<Respondent> {
    let mut used = Vec::new();
    let mut all = Vec::new();
    for (department, post) in stage.company.departments.iter().zip(posts) {
        for person in department.people.iter().filter(|person| person.mind.takes_part(department.plan, season)) {
            if std::ptr::eq(person, followed(stage).1) {
                continue;
            }
            let answer = person.mind.answer(department.plan, season, signs.items());
            let mut chance = person.mind.chance(20 + season as u64);
            let comment = answer
                .comments
                .then(|| stage.voices.comment(department.plan.name, answer.content, &mut used, &mut chance));
            all.push(Respondent { member: person.member.clone(), post: post.clone(), answer, comment });
        }
    }
    // Anybody's own stream will do to mix the rest.
    let mut chance = followed(stage).1.mind.chance(30 + season as u64);
    all.shuffle(&mut chance);
    all
}

/// The person whose private screens are shown: someone in Sales without an office, and not among the glad.
pub(super) fn followed(stage: &Stage) -> (&'static Plan, &Person) {
    let sales = &stage.company.departments[0];
    (sales.plan, sales.staff().next().expect("Sales has more than a manager and champions"))
}

/// Half of the people answer. For the first pulse the bot is stopped while some are in the middle of it.
pub(super) async fn first_half(stage: &mut Stage, open: &mut Open) -> anyhow::Result<()> {
    let half = open.waiting.len() / 2;
    let group: Vec<_> = open.waiting.drain(..half).collect();
    let (interrupted, others) = group.split_at(INTERRUPTED.min(group.len()));
    all_answer(stage, open, others.to_vec()).await?;
    let signs = &open.signs;
    let begins = |person: Respondent| async move {
        signs.walk(&person.member, &person.post, &person.answer, None, Some(SCREENS_BEFORE)).await
    };
    crowd::act(interrupted.to_vec(), stage.options.at_once, begins, |_, _| Ok(())).await?;
    stage.tell("story.pulse.stopped", values! { count => interrupted.len() })?;
    stage.restart_bot().await?;
    let went_on = all_answer(stage, open, interrupted.to_vec()).await?;
    // Whoever comes back reads where they were, and not the first statement.
    let kept = went_on.iter().filter(|first| !first.contains(&open.signs.items()[0].text)).count();
    let holds = kept == interrupted.len();
    stage.expect(holds, "story.expect.resumed", values! { count => kept }, || went_on.join("\n\n"))
}

/// All others answer.
pub(super) async fn second_half(stage: &mut Stage, open: &mut Open) -> anyhow::Result<()> {
    let rest = std::mem::take(&mut open.waiting);
    all_answer(stage, open, rest).await?;
    let lead = stage.company.leads[0].clone();
    let status = stage.runs(&lead, "pulse status", &[]).await?;
    let steps = open.answered / 5 * 5;
    // Where all of a department have answered, it is told as if one had not.
    let holds = [steps, steps.saturating_sub(5)].iter().any(|told| status.all_text().contains(&format!("**{told}**")))
        && (steps == open.answered || { !status.all_text().contains(&format!(" {} ", open.answered)) });
    stage.expect(holds, "story.expect.steps", values! { count => open.answered }, || status.rendered())
}

/// Lets people answer to the end; what each read first comes back.
async fn all_answer(stage: &mut Stage, open: &mut Open, people: Vec<Respondent>) -> anyhow::Result<Vec<String>> {
    let signs = &open.signs;
    let answers = |person: Respondent| async move {
        let first = person.member.clicks(&person.post, &signs.answer).await?.rendered();
        signs.walk(&person.member, &person.post, &person.answer, person.comment.as_deref(), None).await?;
        anyhow::Ok(first)
    };
    let before = open.answered;
    let line = |done: usize| {
        let count = before + done;
        stage.texts.say(&crate::texts::Language::english(), "story.pulse.progress", values! { count => count })
    };
    let paper = &mut stage.paper;
    let told = |done: usize, _: usize| Ok(paper.progress(&line(done))?);
    let firsts = crowd::act(people, stage.options.at_once, answers, told).await?;
    open.answered += firsts.len();
    Ok(firsts)
}

/// The followed person answers; every screen is shown. In the first season the comment has a name and a number in it.
pub(super) async fn follow(stage: &mut Stage, open: &mut Open) -> anyhow::Result<()> {
    let (plan, person) = followed(stage);
    let (member, name) = (person.member.clone(), person.name.clone());
    let answer = person.mind.answer(plan, open.season, open.signs.items());
    let post = open.posts[0].clone();
    stage.tell("story.pulse.follow", values! { person => name.as_str() })?;
    let mut screen = stage.clicks(&member, &post, &open.signs.answer).await?;
    stage.expect(screen.is_ephemeral(), "story.expect.private", values! { person => name.as_str() }, || {
        screen.rendered()
    })?;
    let (first, revised) = (stage.voices.follows.first.clone(), stage.voices.follows.revised.clone());
    loop {
        screen = match open.signs.step(&screen, &answer, Some(&first))? {
            Step::Press(label) => stage.clicks(&member, &screen, &label).await?,
            Step::Choose(fears) => {
                let fears: Vec<_> = fears.iter().map(String::as_str).collect();
                let hint = open.signs.fears_hint().to_owned();
                stage.chooses(&member, &screen, &hint, &fears).await?
            }
            Step::Write(button, comment) => {
                let masked = writes(stage, &member, &screen, &button, &comment).await?;
                let holds = !masked.all_text().contains("5550123");
                stage.expect(holds, "story.expect.masked", values! {}, || masked.rendered())?;
                let change = stage.say("pulse.comment.change", values! {});
                writes(stage, &member, &masked, &change, &revised).await?
            }
            Step::Done => break,
        };
    }
    open.answered += 1;
    Ok(())
}

async fn writes(stage: &mut Stage, who: &Member, on: &Reply, button: &str, text: &str) -> anyhow::Result<Reply> {
    let form = stage.clicks(who, on, button).await?.form().context("the comment's form")?;
    stage.submits(who, &form, &[text]).await
}

/// A lead asks for results while the pulse is open.
pub(super) async fn too_early(stage: &mut Stage, key: &str) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    let refused = stage.runs(&lead, "sentiment summary", &[]).await?;
    let holds = refused.attachments().is_empty() && refused.embeds().is_empty();
    stage.expect(holds, key, values! {}, || refused.rendered())
}

/// The clock reaches the closing time: posts say that it is over, results become final.
pub(super) async fn close(stage: &mut Stage, open: &Open) -> anyhow::Result<()> {
    let channels: Vec<_> = stage.company.departments.iter().map(|department| department.channel.clone()).collect();
    let mut closed = Vec::new();
    for (channel, post) in channels.iter().zip(&open.posts) {
        let over = |message: &Message| message.id() == post.id() && message.buttons().is_empty();
        closed.push(channel.shows_where("the post without its button", over).await?);
    }
    stage.show(&channels[0], &closed[0])?;
    let count = stage.company.departments.len();
    stage.expect(true, "story.expect.closed", values! { count => count }, String::new)
}
