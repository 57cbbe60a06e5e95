//! The administrator sets everything up.

use crate::sandbox::story::stage::Stage;
use crate::values;

pub(super) async fn play(stage: &mut Stage) -> anyhow::Result<()> {
    let (admin, people) = (stage.company.administrator.clone(), stage.company.headcount());
    stage.chapter("story.set_up.title", "story.set_up.told")?;
    stage.tell("story.set_up.company", values! { people => people, person => admin.name() })?;
    let before = stage.runs(&admin, "setup status", &[]).await?;
    stage.expect(before.is_ephemeral(), "story.expect.private_status", values! {}, || before.rendered())?;

    stage.tell("story.set_up.departments", values! {})?;
    let departments: Vec<_> = stage.company.departments.iter().map(options_of).collect();
    for (number, options) in departments.iter().enumerate() {
        let options: Vec<_> = options.iter().map(|(name, value)| (*name, value.as_str())).collect();
        // The first shows how it goes; seven in a row would tire a reader.
        if number == 0 {
            stage.runs(&admin, "setup department add", &options).await?;
        } else {
            admin.runs("setup department add", &options).await?;
        }
    }
    stage.tell("story.set_up.rest", values! { count => departments.len() - 1 })?;
    let lead = format!("@{}", stage.company.lead_role.name());
    let champion = format!("@{}", stage.company.champion_role.name());
    admin.runs("setup roles", &[("lead", &lead), ("champion", &champion)]).await?;
    let leads = format!("#{}", stage.company.leads_channel.name());
    let news = format!("#{}", stage.company.news_channel.name());
    admin.runs("setup channels", &[("leads", &leads), ("announcements", &news)]).await?;
    admin.runs("setup timezone", &[("zone", "Europe/Berlin")]).await?;

    let after = stage.runs(&admin, "setup status", &[]).await?;
    let complete =
        |text: &str| !text.contains('❌') && stage.company.departments.iter().all(|d| text.contains(d.plan.name));
    let holds = complete(&after.rendered());
    stage.expect(holds, "story.expect.set_up", values! { count => departments.len() }, || after.rendered())
}

/// What the administrator types for a department.
fn options_of(department: &crate::sandbox::company::Department) -> Vec<(&'static str, String)> {
    vec![
        ("name", department.plan.name.to_owned()),
        ("role", format!("@{}", department.role.name())),
        ("channel", format!("#{}", department.channel.name())),
        ("managers-role", format!("@{}", department.managers_role.name())),
        ("managers-channel", format!("#{}", department.managers_channel.name())),
    ]
}
