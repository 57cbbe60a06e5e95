//! Managers hear it first: the brief, what they report, what leads learn of it.

use chrono::TimeDelta;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Channel, Member, Message, Reply};

use crate::support::managers::{Both, appoint};
use crate::support::{Stage, berlin};

const TITLE: &str = "One list of customers";

/// The brief, by its button.
const BRIEFED: &str = "Briefed my team";

/// A company with managers, and an announcement for Wednesday at 9 that they hear a day before.
async fn planned() -> (Stage, Both) {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let preview = drafted(&stage, &[("when", "2026-11-04 09:00"), ("cascade", "1 day"), ("process", "Training")]).await;
    let told = preview.text();
    assert!(told.contains("the managers of Sales, Service get the brief"), "{told}");
    assert!(told.contains("No brief for Legal"), "{told}");
    let launched = stage.company.lead.clicks(&preview, "Schedule").await.expect("answered").text();
    assert!(launched.contains("Managers get the brief"), "{launched}");
    (stage, managers)
}

async fn drafted(stage: &Stage, options: &[(&str, &str)]) -> Reply {
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", options).await.expect("answered").form().expect("a form");
    let words = [
        ("title", TITLE),
        ("body", "From December on, all customers stand in one list."),
        ("benefit", "You find every offer in seconds."),
        ("ask", "Log in once this week."),
    ];
    lead.submits(&form, &words).await.expect("answered")
}

/// The same a little after the brief has gone out.
async fn briefed() -> (Stage, Both, Message) {
    let (stage, managers) = planned().await;
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    let brief = managers.sales.channel.shows(TITLE).await.expect("a brief");
    managers.service.channel.shows(TITLE).await.expect("a brief");
    (stage, managers, brief)
}

/// What a person gets for the button and the form behind it.
async fn reports(manager: &Member, brief: &Message, values: &[(&str, &str)]) -> String {
    let form = manager.clicks(brief, BRIEFED).await.expect("answered").form().expect("a form");
    manager.submits(&form, values).await.expect("answered").text()
}

async fn table(stage: &Stage) -> String {
    let text = stage.company.lead.runs("announce cascade", &[("announcement", "1")]).await.expect("answered").text();
    // Lines are as wide as a phone; what is told runs on.
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn briefs(channel: &Channel) -> usize {
    channel.messages().iter().filter(|one| one.buttons().iter().any(|button| button.label == BRIEFED)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn managers_get_the_brief_a_day_before_their_teams_read_it_over_a_restart() {
    let (mut stage, managers) = planned().await;
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    let brief = managers.sales.channel.shows(TITLE).await.expect("a brief");
    let text = brief.all_text();
    for part in ["For the managers of Sales", "all customers stand in one list", "Talking points", "when they learn it"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("kept with your name"), "{text}");
    assert_eq!(brief.pings(), ["@Sales managers"]);
    managers.service.channel.shows(TITLE).await.expect("a brief");
    assert!(
        stage.company.departments().iter().all(|one| one.channel.messages().is_empty()),
        "nobody else reads it yet"
    );
    let list = stage.company.lead.runs("announce list", &[]).await.expect("answered").rendered();
    assert!(list.contains("planned"), "{list}");

    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 9, 1));
    stage.company.legal.channel.shows(TITLE).await.expect("posted");
    assert_eq!([briefs(&managers.sales.channel), briefs(&managers.service.channel)], [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn managers_report_by_name_and_their_open_questions_become_the_departments() {
    let (mut stage, managers, brief) = briefed().await;
    let [first, second] = &managers.sales.people[..] else { panic!("two managers") };
    let questions = "Who trains us? Ask bob@firma.example\n\nWhat happens to my old list?";
    let told = reports(first, &brief, &[("attendance", "9"), ("questions", questions)]).await;
    assert!(told.contains("Saved with your name for **Sales**") && told.contains("9 people"), "{told}");
    assert!(told.contains("2 open questions are saved as Sales's, without your name"), "{told}");
    assert!(told.contains("I took out"), "{told}");
    stage.restart_bot().await;
    // The form comes back as it was, and changes what was said rather than adding to it.
    let form = first.clicks(&brief, BRIEFED).await.expect("answered").form().expect("a form");
    assert_eq!([form.fields[0].value.as_str(), form.fields[1].value.as_str()], ["2026-11-03", "9"]);
    assert_eq!(form.fields[2].value, "", "open questions can't be found again");
    first.submits(&form, &[("attendance", "7")]).await.expect("answered");
    reports(second, &brief, &[("attendance", "4"), ("day", "yesterday")]).await;

    let table = table(&stage).await;
    assert!(table.contains("+ Sales") && table.contains("by 2 managers, 2026-11-02 – 2026-11-03"), "{table}");
    assert!(table.contains("11 people came") && table.contains("questions: 0–4"), "{table}");
    assert!(table.contains("Service") && table.contains("not yet"), "{table}");
    assert!(table.contains("Legal") && table.contains("no managers"), "{table}");
    assert!(!table.contains(&first.name()), "{table}");
    let shown = stage.company.lead.runs("announce show", &[("announcement", "1")]).await.expect("answered").rendered();
    assert!(shown.contains("What happens to my old list?") && !shown.contains("bob@"), "{shown}");
    let mine = first.runs("mydata export", &[]).await.expect("answered");
    let file: serde_json::Value = serde_json::from_slice(&mine.attachments()[0].bytes).expect("sound JSON");
    let briefing = &file["briefings"][0];
    let told = ["announcement", "department", "day"].map(|name| briefing[name].as_str().unwrap_or_default());
    assert_eq!((told, &briefing["attendance"]), ([TITLE, "Sales", "2026-11-03"], &7.into()), "{file}");
    assert!(mine.rendered().contains("One briefing"), "{}", mine.rendered());
    assert!(!file.to_string().contains("my old list"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_managers_of_the_department_report() {
    let (stage, managers, brief) = briefed().await;
    let outsider = &managers.service.people[0];
    // Someone who reads along without managing anybody, and the lead.
    let reader = &stage.company.sales.people[7];
    managers.sales.channel.overwrite_role(&stage.company.sales.role, 1 << 10, 0);
    managers.sales.channel.overwrite_role(&stage.company.service.role, 1 << 10, 0);
    for person in [outsider, reader] {
        let refused = person.clicks(&brief, BRIEFED).await.expect("answered").text();
        assert!(refused.contains("for the managers of Sales"), "{refused}");
    }
    // A forged form: the button of the other department's brief, in one's own channel.
    let own = managers.service.channel.shows(TITLE).await.expect("a brief");
    let form = outsider.clicks(&own, BRIEFED).await.expect("answered").form().expect("a form");
    let mut forged = form.clone();
    let sales = brief.buttons()[0].custom_id.clone();
    let delivery = sales.rsplit(':').next().expect("a number");
    forged.custom_id = format!("v1:brief:form:{delivery}:1");
    for id in [forged.custom_id.as_str(), "v1:brief:form:999:1"] {
        let mut forged = form.clone();
        id.clone_into(&mut forged.custom_id);
        let refused = outsider.submits(&forged, &[("attendance", "3")]).await.expect("answered").text();
        assert!(refused.contains("Nothing was changed"), "{refused}");
    }
    let table = table(&stage).await;
    assert!(!table.contains("briefed") && !table.contains("+ "), "{table}");
    let refused = reader.runs("announce cascade", &[("announcement", "1")]).await.expect("answered").text();
    assert!(refused.contains("This is for project leads"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_briefing_is_said_and_open_questions_are_given_back() {
    let (stage, managers, brief) = briefed().await;
    let manager = &managers.sales.people[0];
    for (day, attendance, wanted) in [
        ("tomorrow", "9", "as the day of the briefing"),
        ("2026-01-05", "9", "at most 60 days ago"),
        ("today", "many", "as a number of people"),
        ("today", "-1", "as a number of people"),
    ] {
        let values = [("day", day), ("attendance", attendance), ("questions", "Why now?")];
        let told = reports(manager, &brief, &values).await;
        assert!(told.contains(wanted) && told.contains("Nothing was saved") && told.contains("Why now?"), "{told}");
    }
    assert!(table(&stage).await.contains("not yet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn leads_hear_before_the_deadline_which_teams_wait_and_at_it_which_read_unprepared() {
    let (mut stage, managers, brief) = briefed().await;
    reports(&managers.sales.people[0], &brief, &[("attendance", "9")]).await;
    let leads = stage.company.leads_channel.clone();
    assert!(leads.messages().is_empty());
    stage.clock.set(berlin(2026, 11, 4, 5, 1));
    let warning = leads.shows("Nobody has said yet that the teams of Service were briefed").await.expect("told");
    assert!(!warning.all_text().contains("Sales"), "{}", warning.all_text());
    stage.restart_bot().await;
    stage.clock.set(berlin(2026, 11, 4, 9, 1));
    stage.company.service.channel.shows(TITLE).await.expect("it goes out as planned");
    leads.shows("nobody had said that the teams of Service were briefed").await.expect("told");
    let without = |one: &Message| one.text().contains("Nobody has said yet") && one.buttons().is_empty();
    leads.shows_where("the warning without its button", without).await.expect("there is nothing to pause");
    // Whoever still had it on their screen.
    let pause = warning.buttons().first().expect("a button").custom_id.clone();
    let pressed = stage.company.lead.clicks_custom_id(&warning, &pause).await.expect("answered").rendered();
    assert!(pressed.contains("can't be held back any more"), "{pressed}");
    stage.restart_bot().await;
    let table = table(&stage).await;
    assert!(table.contains("! Service") && table.contains("overdue"), "{table}");
    assert_eq!(leads.messages().len(), 2, "{}", leads.rendered());

    // What was said can't be changed now; whoever comes late is still welcome.
    let closed = managers.sales.people[0].clicks(&brief, BRIEFED).await.expect("answered").text();
    assert!(closed.contains("can't be changed any more"), "{closed}");
    let late = managers.service.channel.shows(TITLE).await.expect("a brief");
    let told = reports(&managers.service.people[0], &late, &[("attendance", "8")]).await;
    assert!(told.contains("counts as late"), "{told}");
    assert!(self::table(&stage).await.contains("briefed late"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_pauses_from_the_notice_and_nothing_goes_out() {
    let (stage, managers, _) = briefed().await;
    stage.clock.set(berlin(2026, 11, 4, 5, 1));
    let warning = stage.company.leads_channel.shows("Nobody has said yet").await.expect("told");
    let outsider = &managers.sales.people[0];
    stage.company.leads_channel.overwrite_role(&stage.company.sales.role, 1 << 10, 0);
    let refused = outsider.clicks(&warning, "Hold the announcement back").await.expect("answered").rendered();
    assert!(!refused.contains("is held back"), "{refused}");
    stage.company.lead.clicks(&warning, "Hold the announcement back").await.expect("answered");
    let shown = stage.company.leads_channel.shows("is held back").await.expect("shown to all leads");
    assert!(shown.text().contains("Nobody has said yet that the teams of"), "the words stay: {}", shown.text());
    stage.clock.set(berlin(2026, 11, 4, 9, 1));
    stage.company.lead.runs("announce list", &[]).await.expect("answered");
    let again = drafted(&stage, &[]).await;
    stage.company.lead.clicks(&again, "Post now").await.expect("answered");
    stage.company.sales.channel.shows(TITLE).await.expect("the other one");
    assert_eq!(stage.company.sales.channel.messages().len(), 1, "{}", stage.company.sales.channel.rendered());
    assert_eq!(stage.company.leads_channel.messages().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_a_little_late_says_so_and_one_that_comes_with_the_post_is_left_out() {
    let (mut stage, managers) = planned().await;
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 3, 12, 0));
    stage.start_bot().await;
    managers.sales.channel.shows("comes late").await.expect("a brief");
    stage.company.leads_channel.shows("the managers' brief of").await.expect("told");

    let preview = drafted(&stage, &[("when", "2026-11-06 09:00"), ("cascade", "1 day")]).await;
    stage.company.lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.stop_bot().await;
    stage.clock.set(berlin(2026, 11, 6, 10, 0));
    stage.start_bot().await;
    stage.company.leads_channel.shows("by now the post itself is due").await.expect("told");
    stage.company.legal.channel.shows("This was planned for").await.expect("posted all the same");
    assert_eq!(briefs(&managers.sales.channel), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_while_a_brief_is_posted_posts_it_once() {
    for fault in [Fault::Hang, Fault::DropAfterApply] {
        let (mut stage, managers) = planned().await;
        stage.standin.remember_nonces(None);
        let posts = format!("/channels/{}/messages", managers.sales.channel.id());
        let struck = stage.standin.faults().times(1, Which::of("POST", &posts), fault);
        stage.clock.set(berlin(2026, 11, 3, 9, 1));
        stage.standin.faults().struck(struck, 1).await;
        stage.crash_bot().await;
        stage.clock.advance(TimeDelta::minutes(10));
        stage.start_bot().await;
        managers.sales.channel.shows(TITLE).await.expect("a brief");
        managers.service.channel.shows(TITLE).await.expect("a brief");
        stage.restart_bot().await;
        assert_eq!([briefs(&managers.sales.channel), briefs(&managers.service.channel)], [1, 1]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_without_managers_or_without_time_is_refused_and_can_be_left_out() {
    let stage = Stage::set_up().await;
    let lead = &stage.company.lead;
    let refused = lead.runs("announce new", &[("cascade", "10 minutes")]).await.expect("answered").text();
    assert!(refused.contains("one hour at least"), "{refused}");
    let preview = drafted(&stage, &[("when", "tomorrow 9:00"), ("cascade", "1 day")]).await;
    assert!(preview.text().contains("none of these departments has both"), "{}", preview.text());
    appoint(&stage).await;
    let said = |reply: &Reply| reply.follow_ups().first().map_or_else(|| reply.text(), |one| one.text().to_owned());
    let refused = lead.clicks(&preview, "Post now").await.expect("answered");
    assert!(said(&refused).contains("need an hour at least"), "{}", said(&refused));
    let form = lead.clicks(&preview, "Brief managers first…").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields[0].value, "1 day");
    let preview = lead.submits(&form, &[("lead_time", "")]).await.expect("answered");
    assert!(!preview.text().contains("Managers first"), "{}", preview.text());
    let posting = lead.clicks(&preview, "Post now").await.expect("answered").text();
    assert!(posting.starts_with("On its way"), "{posting}");
    let none = lead.runs("announce cascade", &[("announcement", "1")]).await.expect("answered").text();
    assert!(none.contains("Managers aren't briefed before this announcement"), "{none}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_of_four_shows_neither_attendance_nor_questions() {
    let stage = Stage::set_up().await;
    appoint(&stage).await;
    let legal = &stage.company.legal;
    let (role, place) = (legal.role.mention(), legal.channel.mention());
    let options = [("department", "Legal"), ("managers-role", role.as_str()), ("managers-channel", &place)];
    stage.company.owner.runs("setup department edit", &options).await.expect("answered");
    let preview = drafted(&stage, &[("when", "2026-11-04 09:00"), ("cascade", "1 day")]).await;
    stage.company.lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    let brief = legal.channel.shows("For the managers of Legal").await.expect("a brief");
    reports(&legal.people[0], &brief, &[("attendance", "3"), ("questions", "And us?")]).await;
    let table = table(&stage).await;
    let line = table.split("Legal").nth(1).and_then(|rest| rest.split("Sales").next()).expect("a line");
    assert!(line.contains("briefed") && !line.contains("came") && !line.contains("questions"), "{table}");
    assert!(table.contains("fewer than 5 people"), "{table}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_longest_announcement_still_makes_a_brief() {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = &stage.company.lead;
    let options = [("when", "2026-11-04 09:00"), ("cascade", "1 day"), ("process", "Training")];
    let form = lead.runs("announce new", &options).await.expect("answered").form().expect("a form");
    // Every character of it is escaped, and so counts twice.
    let (body, line) = ("[".repeat(1500), "[".repeat(500));
    let words = [("title", TITLE), ("body", body.as_str()), ("benefit", &line), ("ask", &line)];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Schedule").await.expect("answered");
    stage.clock.set(berlin(2026, 11, 3, 9, 1));
    let brief = managers.sales.channel.shows(TITLE).await.expect("a brief");
    assert!(brief.all_text().contains("For the managers of Sales"), "{}", brief.all_text());
}

#[tokio::test(flavor = "multi_thread")]
async fn when_managers_are_briefed_can_be_changed_while_they_have_not_been() {
    let (stage, managers) = planned().await;
    let lead = stage.company.lead.clone();
    let options = [("announcement", "1"), ("cascade", "2 hours")];
    let preview = lead.runs("announce edit", &options).await.expect("answered");
    assert!(preview.text().contains("the managers of Sales, Service get the brief"), "{}", preview.text());
    let saved = lead.clicks(&preview, "Save changes").await.expect("answered").text();
    assert!(saved.starts_with("Saved"), "{saved}");
    // A day before was the old time.
    stage.clock.set(berlin(2026, 11, 3, 12, 0));
    let due = format!("Brief: <t:{}:F>", berlin(2026, 11, 4, 7, 0).timestamp());
    let told = table(&stage).await;
    assert!(told.contains(&due), "{told}");
    assert!(managers.sales.channel.messages().is_empty());
    stage.clock.set(berlin(2026, 11, 4, 7, 1));
    managers.sales.channel.shows(TITLE).await.expect("a brief");
    managers.service.channel.shows(TITLE).await.expect("a brief");

    let late = lead.runs("announce edit", &[("announcement", "1"), ("cascade", "1 hour")]).await.expect("answered");
    assert!(late.text().contains("Managers have their brief already"), "{}", late.text());
    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert_eq!(managers.sales.channel.messages().len(), 1, "briefed once");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_brief_can_be_left_out_of_what_is_planned() {
    let (stage, managers) = planned().await;
    let lead = &stage.company.lead;
    let preview = lead.runs("announce edit", &[("announcement", "1"), ("cascade", "none")]).await.expect("answered");
    lead.clicks(&preview, "Save changes").await.expect("answered");
    stage.clock.set(berlin(2026, 11, 4, 9, 0) + TimeDelta::seconds(1));
    stage.company.sales.channel.shows(TITLE).await.expect("posted");
    assert!(managers.sales.channel.messages().is_empty(), "nobody was briefed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_button_on_what_another_lead_has_paused_says_so() {
    let (stage, ..) = briefed().await;
    stage.clock.set(berlin(2026, 11, 4, 5, 1));
    let warning = stage.company.leads_channel.shows("Nobody has said yet").await.expect("told");
    let lead = &stage.company.lead;
    lead.runs("announce pause", &[("announcement", "1")]).await.expect("answered");
    let pause = warning.buttons().first().expect("a button").custom_id.clone();
    let pressed = lead.clicks_custom_id(&warning, &pause).await.expect("answered").text();
    assert!(pressed.contains("is held back. Nothing is posted until"), "{pressed}");
}
