//! Managers hear the first announcement before their teams: the brief, what they report, who has not.

use anyhow::Context;

use super::announcement::{channels, number_of, posts};
use crate::sandbox::company::Department;
use crate::sandbox::language::Member;
use crate::sandbox::story::stage::Stage;
use crate::values;

/// How many open questions the shown manager brings along.
pub(super) const OPEN_QUESTIONS: usize = 1;

/// The department whose manager doesn't get round to it.
const LATE: &str = "Logistics";

/// The brief stands in the managers' channels, and nobody else has read anything.
pub(super) async fn brief(stage: &mut Stage) -> anyhow::Result<()> {
    let title = stage.voices.announcements[0].title.clone();
    let places: Vec<_> = stage.company.departments.iter().map(|found| found.managers_channel.clone()).collect();
    for place in &places {
        place.shows(&title).await?;
    }
    let first = places[0].latest().context("the brief")?;
    stage.show(&places[0], &first)?;
    let early = channels(stage).iter().filter(|channel| !posts(channel, &title).is_empty()).count();
    stage.expect(early == 0, "story.expect.managers_first", values! { count => places.len() }, || early.to_string())
}

/// All managers but one brief their teams and say so; a lead looks who has.
pub(super) async fn reports(stage: &mut Stage) -> anyhow::Result<()> {
    stage.date_line("story.cascade.briefed")?;
    let company = stage.company.clone();
    for (number, department) in company.departments.iter().enumerate() {
        if department.plan.name != LATE {
            report(stage, department, number == 0).await?;
        }
    }
    let lead = company.leads[0].clone();
    stage.tell("story.cascade.asked", values! { person => lead.name() })?;
    let title = stage.voices.announcements[0].title.clone();
    let number = number_of(&lead, "announce cascade", &title).await?;
    let table = stage.runs(&lead, "announce cascade", &[("announcement", &number)]).await?;
    let (waiting, briefed) =
        (stage.say("cascade.table.waiting", values! {}), stage.say("cascade.table.briefed", values! {}));
    let text = table.all_text();
    let fits = |department: &Department| {
        let word = if department.plan.name == LATE { &waiting } else { &briefed };
        let mut lines = text.lines().map(|line| line.trim_start_matches(['+', '!', ' ']));
        lines.any(|line| line.starts_with(department.plan.name) && line.ends_with(word.as_str()))
    };
    let holds = table.is_ephemeral() && company.departments.iter().all(fits);
    stage.expect(holds, "story.expect.cascade_table", values! { department => LATE }, || table.rendered())
}

/// A manager says that the team was briefed; the first one brings an open question along, and is shown.
async fn report(stage: &mut Stage, department: &Department, shown: bool) -> anyhow::Result<()> {
    let manager: Member = department.manager().member.clone();
    let brief = department.managers_channel.latest().context("the brief")?;
    let button = stage.say("cascade.brief.button", values! {});
    // Somebody is always away.
    let came = (department.people.len() * 4 / 5).to_string();
    if !shown {
        let form = manager.clicks(&brief, &button).await?.form().context("the manager's form")?;
        let attendance = form.fields[1].label.clone();
        manager.submits(&form, &[(&attendance, &came)]).await?;
        return Ok(());
    }
    let form = stage.clicks(&manager, &brief, &button).await?.form().context("the manager's form")?;
    let (day, asked) = (form.fields[0].value.clone(), stage.voices.replies.open_question.clone());
    let kept = stage.submits(&manager, &form, &[&day, &came, &asked]).await?;
    stage.expect(kept.is_ephemeral(), "story.expect.briefed", values! {}, || kept.rendered())
}

/// With the post the leads' channel hears of the team that was not briefed, and of no other.
pub(super) async fn overdue(stage: &mut Stage) -> anyhow::Result<()> {
    stage.tell("story.cascade.overdue", values! { department => LATE })?;
    let channel = stage.company.leads_channel.clone();
    let title = stage.voices.announcements[0].title.clone();
    let notice = channel.shows(&title).await?;
    stage.show(&channel, &notice)?;
    let text = notice.all_text();
    let others = stage.company.departments.iter().filter(|found| found.plan.name != LATE);
    let holds = text.contains(LATE) && others.into_iter().all(|found| !text.contains(found.plan.name));
    stage.expect(holds, "story.expect.overdue", values! { department => LATE }, || notice.rendered())
}
