//! Everybody finds what they can do now, and nobody what others can.

use groundswell::sandbox::language::Member;

use crate::support::Stage;
use crate::support::managers::appoint;

async fn help(person: &Member) -> String {
    let page = person.runs("help", &[]).await.expect("answered");
    assert!(page.is_ephemeral());
    page.rendered()
}

#[tokio::test(flavor = "multi_thread")]
async fn help_tells_each_what_they_can_do_in_their_role_and_what_is_open() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let person = &company.sales.people[3];
    let quiet = help(person).await;
    assert!(quiet.contains("You belong to **Sales**.") && quiet.contains("`/ask`"), "{quiet}");
    assert!(!quiet.contains("asks you"), "{quiet}");
    for other in ["/announce new", "/champion report", "/setup status", "Managers"] {
        assert!(!quiet.contains(other), "{quiet}");
    }
    company.lead.runs("pulse launch", &[("departments", "Sales")]).await.expect("answered");
    let asked = help(person).await;
    assert!(asked.contains("asks you, until") && asked.contains("*Answer privately*"), "{asked}");
    assert!(!help(&company.service.people[0]).await.contains("asks you, until"), "Service isn't asked");

    let champion = help(&company.champion).await;
    assert!(champion.contains("`/champion report`") && !champion.contains("/pulse launch"), "{champion}");
    let lead = help(&company.lead).await;
    assert!(lead.contains("`/pulse launch`") && lead.contains("`/questions`"), "{lead}");
    let owner = help(&company.owner).await;
    assert!(owner.contains("none of the departments' roles") && owner.contains("`/setup status`"), "{owner}");
}

#[tokio::test(flavor = "multi_thread")]
async fn managers_find_where_their_briefs_come() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let page = help(&managers.sales.people[0]).await;
    assert!(page.contains("**Sales**: before an announcement the brief comes in"), "{page}");
}
