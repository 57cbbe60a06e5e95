//! What leads read once a pulse has closed.

use anyhow::Context;

use crate::sandbox::company::Season;
use crate::sandbox::language::{File, Message};
use crate::sandbox::story::stage::Stage;
use crate::values;

/// The first bytes of a PNG file (W3C PNG, section 5.2).
const PNG: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// The smallest department, which has too few people for results of its own.
const SMALLEST: &str = "Legal";

pub(super) async fn play(stage: &mut Stage, season: Season) -> anyhow::Result<()> {
    let channel = stage.company.leads_channel.clone();
    let with_picture = |message: &Message| message.attachments().iter().any(|file| file.bytes.starts_with(&PNG));
    let number = stage.pictures.len();
    let enough = |message: &Message| with_picture(message) && pictures_in(&channel.messages()) > number;
    let posted = channel.shows_where("the summary's picture", enough).await?;
    stage.show(&channel, &posted)?;
    stage.expect(true, "story.expect.summary_posted", values! {}, String::new)?;
    let picture = posted.attachments().into_iter().find(|file| file.bytes.starts_with(&PNG)).context("a picture")?;
    keep(stage, &picture)?;
    let holds = !picture.alt.is_empty() && picture.alt.chars().count() <= 1024;
    stage.expect(holds, "story.expect.alt", values! {}, || picture.alt.clone())?;

    tone(stage, &posted)?;
    if season == Season::First {
        let department = stage.company.departments[0].plan.name;
        let (own, title) = (stage.company.departments[0].channel.clone(), stage.say("pulse.result.title", values! {}));
        stage.tell("story.summary.own", values! { department => department })?;
        let result = own.shows(&title).await?;
        stage.show(&own, &result)?;
    }

    let lead = stage.company.leads[1].clone();
    let focus = if season == Season::First { "Sales" } else { "Logistics" };
    stage.tell("story.summary.asked", values! { person => lead.name(), department => focus })?;
    let detail = stage.runs(&lead, "sentiment summary", &[("department", focus)]).await?;
    let holds = detail.is_ephemeral() && detail.all_text().contains(focus);
    stage.expect(holds, "story.expect.summary_private", values! {}, || detail.rendered())?;
    // The whole of it says again what stands in the channel; a reader has seen that.
    let summary = lead.runs("sentiment summary", &[]).await?;
    let text = summary.all_text();
    let alone = row_of(&text, SMALLEST).is_some_and(|row| row.contains(|c: char| c.is_ascii_digit()));
    stage.expect(!alone, "story.expect.small_hidden", values! { department => SMALLEST }, || text.clone())?;
    match season {
        Season::First => ask_for_the_smallest(stage).await,
        Season::Second => changes(stage, &text),
    }
}

/// The table's last column says how comments sound, and for no group with too few comments.
fn tone(stage: &mut Stage, posted: &Message) -> anyhow::Result<()> {
    let text = posted.all_text();
    let (head, company) = (stage.say("summary.word.tone", values! {}), stage.say("summary.word.company", values! {}));
    let column = text.lines().any(|line| line.ends_with(&head));
    let told = |name: &str| {
        let figure = row_of(&text, name).and_then(|row| row.split_whitespace().last());
        figure.is_some_and(|figure| figure.contains(|c: char| c.is_ascii_digit() || c == '±'))
    };
    let is_told = told(&company) || stage.company.departments.iter().any(|department| told(department.plan.name));
    // Finance has about fourteen people: ten comments never come together there.
    let holds = column && is_told && !told("Finance");
    stage.expect(holds, "story.expect.tone", values! {}, || text.clone())
}

/// A lead asks for the smallest department by name.
async fn ask_for_the_smallest(stage: &mut Stage) -> anyhow::Result<()> {
    let lead = stage.company.leads[1].clone();
    stage.tell("story.summary.smallest", values! { department => SMALLEST })?;
    let pooled = stage.runs(&lead, "sentiment summary", &[("department", SMALLEST)]).await?;
    let other = stage.say("summary.word.pooled", values! {});
    let holds = pooled.all_text().contains(&other);
    stage.expect(holds, "story.expect.small_refused", values! { department => SMALLEST }, || pooled.rendered())
}

/// The row of the table that begins with this name, after its mark.
fn row_of<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find(|line| line.trim_start_matches(['+', '!', ' ']).starts_with(name))
}

/// Where enough people answered to tell a change from chance, the summary names who rose and who fell.
fn changes(stage: &mut Stage, text: &str) -> anyhow::Result<()> {
    // At 30 answers the half-width between two waves is about 25 points (brief.md, "Practice"); moods move by more.
    const ENOUGH: usize = 24;
    for (name, arrow, key) in [("Service", '↑', "story.expect.rose"), ("Logistics", '↓', "story.expect.fell")] {
        let department = stage.company.departments.iter().find(|department| department.plan.name == name);
        if department.is_some_and(|department| department.people.len() >= ENOUGH) {
            let holds = row_of(text, name).is_some_and(|row| row.contains(arrow));
            stage.expect(holds, key, values! { department => name }, || text.to_owned())?;
        }
    }
    Ok(())
}

fn pictures_in(messages: &[Message]) -> usize {
    messages.iter().flat_map(Message::attachments).filter(|file| file.bytes.starts_with(&PNG)).count()
}

/// Writes the picture into the data folder.
fn keep(stage: &mut Stage, picture: &File) -> anyhow::Result<()> {
    let name = format!("summary-{}.png", stage.pictures.len() + 1);
    let path = stage.options.pictures.join(name);
    std::fs::write(&path, &picture.bytes).with_context(|| format!("the picture {}", path.display()))?;
    stage.pictures.push(path.display().to_string());
    Ok(())
}
