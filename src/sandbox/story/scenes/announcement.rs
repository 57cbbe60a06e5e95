//! An announcement: written from a template, previewed and scheduled by a lead, posted by the clock, answered by its readers.

use anyhow::Context;

use crate::domain::banding::SizeBand;
use crate::sandbox::company::Department;
use crate::sandbox::crowd::{self, voicing};
use crate::sandbox::language::{Channel, Form, Member, Message};
use crate::sandbox::story::scenes::cascade;
use crate::sandbox::story::stage::Stage;
use crate::texts::Language;
use crate::values;

/// The departments that get a line of their own in the story: a form takes five.
const OWN_LINES: [&str; 3] = ["Sales", "Service", "Logistics"];

/// A lead writes the announcement number `number` (from 0) and schedules it; `options` as typed.
pub(super) async fn schedule(stage: &mut Stage, number: usize, options: &[(&str, &str)]) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    let text = stage.voices.announcements[number].clone();
    let form = stage.runs(&lead, "announce new", options).await?.form().context("the announcement's form")?;
    if number == 0 {
        template(stage, &form)?;
    }
    let words = [text.title.as_str(), text.body.trim(), text.benefit.as_str(), text.ask.as_str()];
    let mut preview = stage.fills(&lead, &form, &words).await?;
    // The second time a reader knows the preview.
    if number == 0 {
        stage.show_reply(&preview)?;
    }
    let holds = preview.is_ephemeral() && preview.all_text().contains(&text.benefit);
    stage.expect(holds, "story.expect.preview", values! {}, || preview.rendered())?;
    if number == 0 {
        stage.tell("story.announcement.lines", values! {})?;
        let (button, list) = (stage.say("announce.preview.benefits", values! {}), "announce.preview.departments");
        let asked = stage.clicks(&lead, &preview, &button).await?;
        let list = stage.say(list, values! {});
        let form = stage.chooses(&lead, &asked, &list, &OWN_LINES).await?.form().context("a form with a line each")?;
        let lines: Vec<_> = form.fields.iter().map(|field| stage.voices.benefit(&field.label).to_owned()).collect();
        // The preview is the same as before but for one line that says so.
        preview = stage.fills(&lead, &form, &lines.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    }
    let schedule = stage.say("announce.preview.schedule", values! {});
    stage.clicks(&lead, &preview, &schedule).await?;
    let early = channels(stage).into_iter().filter(|channel| !posts(channel, &text.title).is_empty()).count();
    stage.expect(early == 0, "story.expect.not_early", values! {}, || early.to_string())
}

/// The form as a template filled it in: with what the bot fills in when it is posted, and what the lead has to.
fn template(stage: &mut Stage, form: &Form) -> anyhow::Result<()> {
    stage.show_form(form)?;
    let body = form.fields.get(1).map(|field| field.value.clone()).unwrap_or_default();
    let holds = body.contains("{{ department }}") && body.contains("{{ dates }}");
    stage.expect(holds, "story.expect.template", values! {}, || body.clone())
}

/// The clock has come to its time: it stands once in every department's channel.
pub(super) async fn posted(stage: &mut Stage, number: usize) -> anyhow::Result<()> {
    let title = stage.voices.announcements[number].title.clone();
    for channel in channels(stage) {
        channel.shows(&title).await?;
    }
    let counts: Vec<_> = channels(stage).iter().map(|channel| posts(channel, &title).len()).collect();
    let first = stage.company.departments[0].channel.clone();
    let post = posts(&first, &title).pop().context("the post")?;
    stage.show(&first, &post)?;
    let once = counts.iter().all(|count| *count == 1);
    stage.expect(once, "story.expect.posted_once", values! { count => counts.len() }, || format!("{counts:?}"))?;
    if number == 0 {
        own_name(stage, &title)?;
    }
    Ok(())
}

/// Each department reads its own name where the lead left that to the bot.
fn own_name(stage: &mut Stage, title: &str) -> anyhow::Result<()> {
    let without = |department: &&Department| {
        let named = format!("everyone in {} ", department.plan.name);
        !posts(&department.channel, title).iter().any(|post| post.all_text().contains(&named))
    };
    let without: Vec<_> = stage.company.departments.iter().filter(without).map(|found| found.plan.name).collect();
    stage.expect(without.is_empty(), "story.expect.own_name", values! {}, || without.join(", "))
}

/// People press *Understood*; a few ask, a few worry.
pub(super) async fn reactions(stage: &mut Stage, number: usize) -> anyhow::Result<()> {
    let title = stage.voices.announcements[number].title.clone();
    let understood = stage.say("announce.post.understood", values! {});
    let mut readers: Vec<(Member, Message)> = Vec::new();
    for department in &stage.company.departments {
        let post = posts(&department.channel, &title).pop().context("the post")?;
        let reads = department.people.iter().filter(|person| person.mind.understands(department.plan, number as u64));
        readers.extend(reads.map(|person| (person.member.clone(), post.clone())));
    }
    let sales = stage.company.departments[0].people.iter().map(|person| person.member.id()).collect::<Vec<_>>();
    let of_sales = readers.iter().filter(|(reader, _)| sales.contains(&reader.id())).count();
    let (reader, post) = readers.first().context("somebody who reads")?.clone();
    if number == 0 {
        stage.clicks(&reader, &post, &understood).await?;
        let again = stage.clicks(&reader, &post, &understood).await?;
        let holds = again.is_ephemeral();
        stage
            .expect(holds, "story.expect.understood_once", values! { person => reader.name() }, || again.rendered())?;
    }
    let press = |(reader, post): (Member, Message)| {
        let understood = understood.as_str();
        async move { anyhow::Ok(reader.clicks(&post, understood).await?.is_ephemeral()) }
    };
    let (paper, texts) = (&mut stage.paper, &stage.texts);
    let told = |done: usize, _: usize| {
        let line = texts.say(&Language::english(), "story.announcement.progress", values! { count => done });
        Ok(paper.progress(&line)?)
    };
    crowd::act(readers, stage.options.at_once, press, told).await?;
    if number == 0 {
        benefit(stage, &title).await?;
    }
    let questions = asks(stage, number, &title).await? + if number == 0 { cascade::OPEN_QUESTIONS } else { 0 };
    let worries = worry(stage, number, &title).await?;
    reach(stage, &title, of_sales, questions, worries).await
}

/// Somebody in Service asks what is in it for them.
async fn benefit(stage: &mut Stage, title: &str) -> anyhow::Result<()> {
    let department = &stage.company.departments[1];
    let (name, channel) = (department.plan.name, department.channel.clone());
    let reader = department.staff().next().context("staff")?.member.clone();
    let post = posts(&channel, title).pop().context("the post")?;
    let button = stage.say("announce.post.for_me", values! {});
    let line = stage.clicks(&reader, &post, &button).await?;
    let holds = line.is_ephemeral() && line.all_text().contains(stage.voices.benefit(name));
    stage.expect(holds, "story.expect.own_line", values! { department => name }, || line.rendered())
}

/// People ask; the first question is shown. How many were asked comes back.
async fn asks(stage: &mut Stage, number: usize, title: &str) -> anyhow::Result<usize> {
    let questions = stage.voices.questions.clone();
    let button = stage.say("announce.post.question", values! {});
    let questions: Vec<_> = questions.into_iter().skip(number * 3).take(3).collect();
    for (place, question) in questions.iter().enumerate() {
        let (reader, post) = someone_of(stage, &question.department, title, place)?;
        if place == 0 && number == 0 {
            let form = stage.clicks(&reader, &post, &button).await?.form().context("the question's form")?;
            stage.submits(&reader, &form, &[&question.text]).await?;
        } else {
            voicing::asks(&stage.texts, &reader, &post, question).await?;
        }
    }
    Ok(questions.len())
}

/// People say what worries them; the first worry is shown. How many did comes back.
async fn worry(stage: &mut Stage, number: usize, title: &str) -> anyhow::Result<usize> {
    let worries = stage.voices.worries.clone();
    let button = stage.say("announce.post.worry", values! {});
    let list = stage.say("announce.respond.pick_fear", values! {});
    let worries: Vec<_> = worries.into_iter().skip(number * 3).take(3).collect();
    for (place, worry) in worries.iter().enumerate() {
        let (reader, post) = someone_of(stage, &worry.department, title, place + 3)?;
        let fear = stage.say(&format!("common.fear.{}.label", worry.fear), values! {});
        if place == 0 && number == 0 {
            let asked = stage.clicks(&reader, &post, &button).await?;
            let form = stage.chooses(&reader, &asked, &list, &[&fear]).await?.form().context("the worry's form")?;
            let kept = stage.submits(&reader, &form, &[&worry.text]).await?;
            stage.expect(kept.is_ephemeral(), "story.expect.worry", values! {}, || kept.rendered())?;
        } else {
            voicing::worries(&stage.texts, &reader, &post, worry).await?;
        }
    }
    Ok(worries.len())
}

/// The lead looks how far it has got.
async fn reach(
    stage: &mut Stage,
    title: &str,
    of_sales: usize,
    questions: usize,
    worries: usize,
) -> anyhow::Result<()> {
    let lead = stage.company.leads[0].clone();
    stage.tell("story.announcement.reach", values! { person => lead.name() })?;
    let number = number_of(&lead, "announce reach", title).await?;
    let reach = stage.runs(&lead, "announce reach", &[("announcement", &number)]).await?;
    let text = reach.all_text();
    let sales = text.lines().find(|line| line.contains("Sales")).unwrap_or_default();
    let numbers: Vec<_> = sales.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let headcount = stage.company.departments[0].people.len().to_string();
    let holds = numbers.starts_with(&[of_sales.to_string().as_str(), headcount.as_str()]);
    let told = values! { count => of_sales, headcount => headcount };
    stage.expect(holds, "story.expect.reach", told, || reach.rendered())?;
    let holds = text.contains(&format!("{questions} question"))
        && text.contains(&SizeBand::of(u32::try_from(worries).unwrap_or(u32::MAX)).to_string());
    let told = values! { questions => questions, worries => worries };
    stage.expect(holds, "story.expect.voices", told, || reach.rendered())
}

/// What stands for the announcement with this title in a command's option.
pub(super) async fn number_of(lead: &Member, command: &str, title: &str) -> anyhow::Result<String> {
    let found = lead.autocompletes(command, "announcement", title).await?;
    Ok(found.first().context("the announcement among the suggestions")?.1.clone())
}

pub(super) fn channels(stage: &Stage) -> Vec<Channel> {
    stage.company.departments.iter().map(|department| department.channel.clone()).collect()
}

/// The bot's posts in a channel with this title.
pub(super) fn posts(channel: &Channel, title: &str) -> Vec<Message> {
    channel.messages().into_iter().filter(|message| message.is_by_bot() && message.all_text().contains(title)).collect()
}

/// The `place`th of a department's staff, and the post that they read.
fn someone_of(stage: &Stage, department: &str, title: &str, place: usize) -> anyhow::Result<(Member, Message)> {
    let department = stage.company.departments.iter().find(|found| found.plan.name == department);
    let department = department.context("a department that there is")?;
    let staff: Vec<_> = department.staff().collect();
    let reader = staff[place % staff.len()].member.clone();
    Ok((reader, posts(&department.channel, title).pop().context("the post")?))
}
