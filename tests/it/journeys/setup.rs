//! An administrator sets the company up.

use crate::support::Stage;
use groundswell::sandbox::language::Visibility;

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_sets_the_company_up_and_sees_what_is_missing() {
    let mut stage = Stage::bare().await;
    let owner = stage.company.owner.clone();
    let before = owner.runs("setup status", &[]).await.expect("answered");
    assert!(before.is_ephemeral());
    insta::assert_snapshot!("status_before", masked(&before.rendered()));

    stage.company.set_up().await;
    stage.restart_bot().await;
    let after = owner.runs("setup status", &[]).await.expect("answered");
    insta::assert_snapshot!("status_after", masked(&after.rendered()));
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_permissions_are_named_per_channel() {
    let stage = Stage::set_up().await;
    // Attach Files and Embed Links (discord-api-docs `topics/permissions`).
    stage.company.sales.channel.denies_bot(1 << 15 | 1 << 14);
    let status = stage.company.owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(status.contains("I lack: Embed Links, Attach Files"), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_that_the_bot_cannot_ping_are_named_until_anybody_may_mention_them() {
    let stage = Stage::set_up().await;
    let (company, owner) = (&stage.company, &stage.company.owner);
    let ready = owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(ready.contains("Everything is in place") && !ready.contains("I can't ping"), "{ready}");
    // As Discord makes a role.
    company.sales.role.set_mentionable(false);
    company.champion_role().set_mentionable(false);
    let status = owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(status.contains("I can't ping @Sales in"), "{status}");
    assert!(!status.contains("Everything is in place"), "{status}");
    // Mention @everyone, @here, and All Roles (discord-api-docs `topics/permissions`).
    company.guild.set_bot_permissions(117_760 | 1 << 17);
    let allowed = owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(allowed.contains("Everything is in place"), "{allowed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_zone_is_found_while_typing_and_a_wrong_one_gets_a_sentence() {
    let stage = Stage::bare().await;
    let owner = &stage.company.owner;
    let found = owner.autocompletes("setup timezone", "zone", "kathm").await.expect("answered");
    assert_eq!(found, [("Asia/Kathmandu".to_owned(), "Asia/Kathmandu".to_owned())]);
    let wrong = owner.runs("setup timezone", &[("zone", "Europe/Berln")]).await.expect("answered");
    assert!(wrong.text().contains("I don't know a time zone “Europe/Berln”"), "{}", wrong.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_or_name_stands_for_one_department_only() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    let (role, channel) = (company.sales.role.mention(), company.sales.channel.mention());
    let twice = [("name", "Selling"), ("role", role.as_str()), ("channel", channel.as_str())];
    let reply = company.owner.runs("setup department add", &twice).await.expect("answered").text();
    assert!(reply.contains("already stands for **Sales**"), "{reply}");
    let free = company.guild.add_role("Free").mention();
    let same_name = [("name", "SALES"), ("role", free.as_str()), ("channel", channel.as_str())];
    let reply = company.owner.runs("setup department add", &same_name).await.expect("answered").text();
    assert!(reply.contains("already a department called **Sales**"), "{reply}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_headcount_given_by_hand_can_be_taken_back() {
    let stage = Stage::set_up().await;
    let owner = &stage.company.owner;
    let counted = owner.runs("setup status", &[]).await.expect("answered").rendered();
    for (headcount, is_as_counted) in [("40", false), ("0", true)] {
        let edit = [("department", "Sales"), ("headcount", headcount)];
        owner.runs("setup department edit", &edit).await.expect("answered");
        let status = owner.runs("setup status", &[]).await.expect("answered").rendered();
        assert_eq!(status == counted, is_as_counted, "{headcount}: {status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_is_checked_on_every_use_and_not_only_hidden() {
    let stage = Stage::set_up().await;
    let company = &stage.company;
    // An administrator opened the command to everyone in the server's settings: the picker no longer hides it.
    let refused = company.lead.runs("setup status", &[]).await;
    assert!(refused.is_err(), "the command is hidden from people without Manage Server");
}

/// Ids differ from run to run.
fn masked(text: &str) -> String {
    let ids = regex::Regex::new(r"\d{17,19}").expect("a pattern");
    ids.replace_all(text, "ID").into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_date_of_go_live_decides_the_phase_and_can_be_taken_back() {
    let mut stage = Stage::set_up().await;
    let owner = stage.company.owner.clone();
    let saved = owner.runs("setup go-live", &[("date", "2026-12-01")]).await.expect("answered").text();
    assert!(saved.contains("✅ Go-live: <t:") && saved.contains("phase *Before go-live*"), "{saved}");
    stage.restart_bot().await;
    stage.clock.set(crate::support::berlin(2027, 3, 1, 0, 1));
    let status = owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(status.contains("phase *Three months on*"), "{status}");
    for wrong in ["next spring", "2026-02-30", "26-12-01", "2026-2-3", "01.12.2026"] {
        let refused = owner.runs("setup go-live", &[("date", wrong)]).await.expect("answered").text();
        assert!(refused.contains("as a date") && refused.contains("Nothing was changed"), "{wrong}: {refused}");
    }
    let gone = owner.runs("setup go-live", &[("date", "None")]).await.expect("answered").text();
    assert!(gone.contains("➖ Go-live: no date"), "{gone}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_posted_is_in_the_companys_language() {
    let mut stage = Stage::set_up().await;
    let owner = stage.company.owner.clone();
    let refused = owner.runs("setup language", &[("language", "de")]).await.expect("answered").text();
    assert!(refused.contains("no texts in “de”, only in English (en)"), "{refused}");

    stage.stop_bot().await;
    let folder = crate::support::copy_of_messages();
    let texts = "[language]\nown_name = \"Deutsch\"\n";
    std::fs::write(folder.path().join("de/common.toml"), texts).expect("written");
    let button = "[post]\nanswer = \"Vertraulich antworten\"\n";
    std::fs::write(folder.path().join("de/pulse.toml"), button).expect("written");
    stage.messages = Some(folder.path().to_owned());
    stage.start_bot().await;
    let offered = owner.autocompletes("setup language", "language", "deu").await.expect("answered");
    assert_eq!(offered, [("Deutsch (de)".to_owned(), "de".to_owned())]);
    for typed in ["deutsch (DE)", "de"] {
        let saved = owner.runs("setup language", &[("language", typed)]).await.expect("answered").text();
        assert!(saved.contains("✅ Language of what I post: Deutsch (de)"), "{saved}");
    }
    stage.company.lead.runs("pulse launch", &[]).await.expect("answered");
    stage.company.sales.channel.shows("Vertraulich antworten").await.expect("posted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_for_few_that_everybody_can_read_is_told() {
    let stage = Stage::set_up().await;
    let owner = &stage.company.owner;
    let status = owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(!status.contains("Anyone on this server can read"), "{status}");
    let open = stage.company.guild.add_channel("open-to-all", Visibility::Everyone);
    owner.runs("setup channels", &[("leads", &open.mention())]).await.expect("answered");
    let status = owner.runs("setup status", &[]).await.expect("answered").rendered();
    assert!(status.contains("Anyone on this server can read #open-to-all"), "{status}");
    assert!(status.contains("Some things are still missing"), "{status}");
}
