//! Champions report what they hear, and look up what helped elsewhere.

use anyhow::Context;

use crate::sandbox::crowd::voicing;
use crate::sandbox::story::stage::Stage;
use crate::values;

pub(super) async fn play(stage: &mut Stage) -> anyhow::Result<()> {
    stage.chapter("story.champions.title", "story.champions.told")?;
    let reports = stage.voices.reports.clone();
    for (number, report) in reports.iter().enumerate() {
        let department = stage.company.departments.iter().find(|department| department.plan.name == report.department);
        let champion = department.and_then(|department| department.champions().next());
        let champion = champion.context("a department with a champion")?.member.clone();
        // The first shows how it goes.
        if number == 0 {
            let options = voicing::options_of(report);
            let form = stage.runs(&champion, "champion report", &options).await?.form().context("the report's form")?;
            let filed = stage.submits(&champion, &form, &voicing::texts_of(report)).await?;
            let holds = filed.is_ephemeral() && !filed.all_text().contains("jens@example.com");
            stage.expect(holds, "story.expect.report", values! {}, || filed.rendered())?;
        } else {
            voicing::files(&champion, report).await?;
        }
    }
    stage.tell("story.champions.playbook", values! { count => reports.len() - 1 })?;
    let seeker = stage.company.departments[0].champions().last().context("a champion in Sales")?.member.clone();
    let playbook = stage.runs(&seeker, "champion playbook", &[("about", "skill")]).await?;
    let answer = &reports[1].answered;
    let holds = playbook.all_text().contains(answer.split(". ").next().unwrap_or(answer));
    stage.expect(holds, "story.expect.playbook", values! {}, || playbook.rendered())
}
