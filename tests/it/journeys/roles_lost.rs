//! A managers', champions' or leads' role is deleted on Discord: leads are told once what waits for another one, and
//! everything else goes on.

use chrono::TimeDelta;
use sqlx::{Connection, SqliteConnection};

use crate::support::announcing::{TITLE, planned, posted, seen};
use crate::support::managers::appoint;
use crate::support::{Stage, berlin};

const BRIEFED: &str = "Briefed my team";

/// How many of the leads' messages say this.
fn told(stage: &Stage, words: &str) -> usize {
    stage.company.leads_channel.messages().iter().filter(|one| one.text().contains(words)).count()
}

async fn status(stage: &Stage) -> String {
    stage.company.owner.runs("setup status", &[]).await.expect("answered").rendered()
}

async fn sets(stage: &Stage, command: &str, options: &[(&str, &str)]) {
    stage.company.owner.runs(command, options).await.expect("answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_their_role_managers_get_no_brief_and_the_announcement_goes_out_all_the_same() {
    let mut stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let (sales, service) = (&managers.sales, &managers.service);
    // Whoever may see the channel by another role goes on seeing it.
    service.channel.overwrite_role(&stage.company.service.role, 1 << 10, 0);
    planned(&stage.company.lead, &[("when", "2026-11-04 09:00"), ("cascade", "1 day")]).await;
    assert!(status(&stage).await.contains("Everything is in place"), "{}", status(&stage).await);
    sales.role.delete();
    let gone = "The managers' role of **Sales** no longer exists";
    let notice = stage.company.leads_channel.shows(gone).await.expect("told at once").text().to_owned();
    for part in ["no briefs before announcements", "go out at their time", "`/setup department edit managers-role:`"] {
        assert!(notice.contains(part), "{notice}");
    }
    let lacking = status(&stage).await;
    assert!(lacking.contains("❌ **Sales**: its managers have a channel but no role"), "{lacking}");
    assert!(!lacking.contains("Everything is in place"), "{lacking}");
    stage.restart_bot().await;

    stage.clock.set(berlin(2026, 11, 3, 9, 0) + TimeDelta::seconds(1));
    let brief = service.channel.shows(TITLE).await.expect("a brief");
    // A role that is deleted once the brief stands: its button says whom to ask, and works again with another one.
    service.role.delete();
    stage.company.leads_channel.shows("The managers' role of **Service** no longer exists").await.expect("told");
    let refused = seen(&service.people[0].clicks(&brief, BRIEFED).await.expect("answered"));
    assert!(refused.contains("for the managers of Service") && refused.contains("check your role"), "{refused}");
    let role = stage.company.guild.add_role("Service managers again");
    service.people[0].gets(&role);
    let mention = role.mention();
    sets(&stage, "setup department edit", &[("department", "Service"), ("managers-role", &mention)]).await;
    let form = service.people[0].clicks(&brief, BRIEFED).await.expect("answered").form();
    assert!(form.is_some(), "a manager again");

    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    for department in stage.company.departments() {
        department.channel.shows(TITLE).await.expect("posted");
    }
    assert!(sales.channel.messages().is_empty(), "nobody there could have briefed: {}", sales.channel.rendered());
    stage.restart_bot().await;
    assert_eq!(told(&stage, "The managers' role of"), 2, "each once, over restarts");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_any_managers_role_a_brief_goes_nowhere_and_leads_read_why() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    planned(&stage.company.lead, &[("when", "2026-11-04 09:00"), ("cascade", "1 day")]).await;
    managers.sales.role.delete();
    managers.service.role.delete();
    stage.company.leads_channel.shows("managers' role of **Service**").await.expect("told");
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + TimeDelta::seconds(1));
    stage.company.leads_channel.shows("went nowhere").await.expect("told");
    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    for department in stage.company.departments() {
        department.channel.shows(TITLE).await.expect("posted");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_champions_and_the_leads_role_what_is_planned_goes_out_and_leads_read_what_waits() {
    let mut stage = Stage::set_up().await;
    let (lead, champion) = (stage.company.lead.clone(), stage.company.champion.clone());
    planned(&lead, &[("when", "tomorrow 9:00")]).await;
    stage.stop_bot().await;
    stage.company.champion_role().delete();
    stage.company.lead_role().delete();
    stage.start_bot().await;
    let notice = stage.company.leads_channel.shows("The champions' role no longer exists").await.expect("told");
    assert!(notice.text().contains("`/setup roles champion:`") && notice.text().contains("are kept"), "{notice:?}");
    let notice = stage.company.leads_channel.shows("The leads' role no longer exists").await.expect("told");
    assert!(notice.text().contains("`/setup roles lead:`"), "{notice:?}");
    let report = [("kind", "doubt"), ("about", "workload"), ("severity", "2")];
    let refused = champion.runs("champion report", &report).await.expect("answered").text();
    assert!(refused.contains("`/setup status`"), "{refused}");
    let refused = lead.runs("announce list", &[]).await.expect("answered").text();
    assert!(refused.contains("`/setup status`"), "{refused}");
    let lacking = status(&stage).await;
    assert!(lacking.contains("❌ Leads: not set") && lacking.contains("❌ Champions: not set"), "{lacking}");

    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert_eq!((told(&stage, "The champions' role"), told(&stage, "The leads' role")), (1, 1), "once, over restarts");
    let (leads, champions) = (stage.company.guild.add_role("Lead"), stage.company.guild.add_role("Champion"));
    lead.gets(&leads);
    champion.gets(&champions);
    sets(&stage, "setup roles", &[("lead", &leads.mention()), ("champion", &champions.mention())]).await;
    assert!(champion.runs("champion report", &report).await.expect("answered").form().is_some());
    let list = lead.runs("announce list", &[]).await.expect("answered").rendered();
    assert!(list.contains(TITLE), "{list}");
    let page = stage.company.sales.people[2].runs("privacy", &[]).await.expect("answered");
    let changes = stage.company.sales.people[2].clicks(&page, "Who changed or read what").await.expect("answered");
    assert!(changes.rendered().contains("took the champions' role out of the settings"), "{}", changes.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_that_was_frozen_by_mistake_goes_on_with_its_own_role() {
    let mut stage = Stage::set_up().await;
    stage.stop_bot().await;
    let file = stage.data.path().join(stage.company.guild.id().to_string()).join("groundswell.db");
    let mut disk = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("opens");
    let frozen = "UPDATE departments SET state = 'frozen' WHERE name = 'Sales'";
    sqlx::raw_sql(frozen).execute(&mut disk).await.expect("written");
    disk.close().await.expect("closed");
    stage.start_bot().await;
    assert!(!status(&stage).await.contains("Everything is in place"), "{}", status(&stage).await);
    let role = stage.company.sales.role.mention();
    sets(&stage, "setup department edit", &[("department", "Sales"), ("role", &role)]).await;
    assert!(status(&stage).await.contains("Everything is in place"), "{}", status(&stage).await);
    let post = posted(&stage).await;
    assert_eq!(post.pings(), ["@Sales"]);
}
