//! The scenes, in their order. Two seasons: before the new CRM starts, and three weeks after.

mod again;
mod announcement;
mod cascade;
mod champions;
mod dialogue;
mod pulse;
mod set_up;
mod summary;
mod traces;

use super::stage::Stage;
use crate::sandbox::company::Season;

/// Plays all scenes.
pub(super) async fn play(stage: &mut Stage) -> anyhow::Result<()> {
    set_up::play(stage).await?;
    before_the_start(stage).await?;
    three_weeks_in(stage).await
}

async fn before_the_start(stage: &mut Stage) -> anyhow::Result<()> {
    stage.clock_to((2026, 12, 2, 14, 30))?;
    stage.chapter("story.announcement.title", "story.announcement.told")?;
    let options = [("template", "training_dates"), ("when", "mon 09:00"), ("cascade", "3 days")];
    announcement::schedule(stage, 0, &options).await?;

    stage.clock_to((2026, 12, 4, 9, 0))?;
    stage.chapter("story.cascade.title", "story.cascade.told")?;
    cascade::brief(stage).await?;
    stage.clock_to((2026, 12, 4, 15, 0))?;
    cascade::reports(stage).await?;

    stage.clock_to((2026, 12, 7, 9, 0))?;
    stage.chapter("story.posted.title", "story.posted.told")?;
    announcement::posted(stage, 0).await?;
    cascade::overdue(stage).await?;
    stage.clock_to((2026, 12, 7, 13, 20))?;
    stage.date_line("story.announcement.read")?;
    announcement::reactions(stage, 0).await?;

    stage.clock_to((2026, 12, 7, 16, 0))?;
    stage.chapter("story.dialogue.title", "story.dialogue.told")?;
    dialogue::question(stage).await?;
    dialogue::worry(stage).await?;
    stage.tell("story.dialogue.others", crate::values! {})?;
    dialogue::others(stage).await?;

    stage.clock_to((2026, 12, 9, 10, 0))?;
    stage.chapter("story.pulse.title", "story.pulse.told")?;
    let mut open = pulse::launch(stage, Season::First).await?;
    stage.clock_to((2026, 12, 9, 13, 5))?;
    pulse::follow(stage, &mut open).await?;
    stage.date_line("story.pulse.others")?;
    pulse::first_half(stage, &mut open).await?;
    pulse::too_early(stage, "story.expect.too_early").await?;

    stage.clock_to((2026, 12, 11, 16, 0))?;
    champions::play(stage).await?;

    stage.clock_to((2026, 12, 14, 10, 0))?;
    stage.chapter("story.again.title", "story.again.told")?;
    again::play(stage).await?;

    stage.clock_to((2026, 12, 14, 16, 0))?;
    stage.chapter("story.closing.title", "story.closing.told")?;
    pulse::second_half(stage, &mut open).await?;
    stage.clock_to((2026, 12, 16, 17, 0))?;
    stage.date_line("story.closing.closed")?;
    pulse::close(stage, &open).await?;
    traces::look_for(stage, &["5550123"])?;

    stage.chapter("story.summary.title", "story.summary.told")?;
    summary::play(stage, Season::First).await
}

async fn three_weeks_in(stage: &mut Stage) -> anyhow::Result<()> {
    stage.clock_to((2027, 1, 22, 15, 0))?;
    stage.chapter("story.second.title", "story.second.told")?;
    announcement::schedule(stage, 1, &[("when", "mon 09:00"), ("process", "infrastructure")]).await?;
    stage.clock_to((2027, 1, 25, 9, 0))?;
    announcement::posted(stage, 1).await?;
    stage.clock_to((2027, 1, 25, 14, 0))?;
    announcement::reactions(stage, 1).await?;
    stage.tell("story.second.answers", crate::values! {})?;
    dialogue::others(stage).await?;

    stage.clock_to((2027, 1, 27, 10, 0))?;
    stage.tell("story.second.pulse", crate::values! {})?;
    let mut open = pulse::launch(stage, Season::Second).await?;
    pulse::second_half(stage, &mut open).await?;
    stage.clock_to((2027, 2, 3, 17, 0))?;
    stage.date_line("story.closing.closed")?;
    pulse::close(stage, &open).await?;

    stage.chapter("story.compare.title", "story.compare.told")?;
    summary::play(stage, Season::Second).await
}
