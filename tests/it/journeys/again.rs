//! Saying it again where few have understood: other words, other senders, three rounds at most.

use chrono::TimeDelta;
use groundswell::sandbox::faults::{Fault, Which};
use groundswell::sandbox::language::{Channel, Member, Message, Reply, Visibility};

use crate::support::Stage;
use crate::support::announcing::seen;
use crate::support::managers::{Both, appoint};

pub(super) const TITLE: &str = "One list of customers";
pub(super) const BODY: &str = "From 1 December on, all customers stand in one list. You no longer keep your own sheet beside it. Training is on Monday.";
pub(super) const OTHER: &str =
    "Your spreadsheet can go: next month you look a customer up in one place, and so does everybody else.";
pub(super) const THIRD: &str =
    "Who spoke to this customer last? Soon anyone sees it at a glance, because we share what we know.";

/// The request, by its button.
pub(super) const SIGN: &str = "Post in my name";

/// A company with managers in Sales and Service, and an announcement that everybody in Service and three in Sales
/// have understood, two days ago.
pub(super) async fn low_in_sales() -> (Stage, Both) {
    let stage = Stage::set_up().await;
    let managers = appoint(&stage).await;
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", TITLE), ("body", BODY), ("benefit", "You find every offer in seconds.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    lead.clicks(&preview, "Post now").await.expect("answered");
    let service = stage.company.service.channel.shows(TITLE).await.expect("posted");
    for person in &stage.company.service.people {
        person.clicks(&service, "Understood").await.expect("answered");
    }
    let sales = stage.company.sales.channel.shows(TITLE).await.expect("posted");
    for person in &stage.company.sales.people[3..6] {
        person.clicks(&sales, "Understood").await.expect("answered");
    }
    stage.clock.advance(TimeDelta::hours(49));
    (stage, managers)
}

pub(super) async fn proposed(stage: &Stage) -> Reply {
    stage.company.lead.runs("announce again", &[("announcement", "1")]).await.expect("answered")
}

/// The lead writes and asks; what they get.
pub(super) async fn asked(stage: &Stage, body: &str, button: &str) -> String {
    let lead = &stage.company.lead;
    let draft = proposed(stage).await;
    let form = lead.clicks(&draft, "Write it in other words").await.expect("answered").form().expect("a form");
    let draft = lead.submits(&form, &[("body", body)]).await.expect("answered");
    lead.clicks(&draft, button).await.expect("answered").text()
}

pub(super) async fn signs(person: &Member, request: &Message, body: Option<&str>) -> String {
    let form = person.clicks(request, SIGN).await.expect("answered").form().expect("a form");
    let values: Vec<_> = body.map(|body| ("body", body)).into_iter().collect();
    person.submits(&form, &values).await.expect("answered").text()
}

async fn reach(stage: &Stage) -> String {
    let text = stage.company.lead.runs("announce reach", &[("announcement", "1")]).await.expect("answered").text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn posts(channel: &Channel) -> usize {
    channel.messages().iter().filter(|one| one.buttons().iter().any(|button| button.label == "Understood")).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_few_understood_is_said_again_by_a_manager_in_other_words_over_a_restart() {
    let (mut stage, managers) = low_in_sales().await;
    let lead = stage.company.lead.clone();
    let draft = proposed(&stage).await;
    assert!(
        draft.text().contains("round 2 of 3") && draft.text().contains("the managers of Sales."),
        "{}",
        draft.text()
    );
    assert!(draft.text().contains("Not possible for Legal"), "{}", draft.text());
    assert!(draft.text().contains("nearly the same words"), "{}", draft.text());
    assert!(draft.buttons().iter().any(|button| button.label == "Ask the managers" && button.disabled));
    stage.restart_bot().await;
    let form = lead.clicks(&draft, "Write it in other words").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields[1].value, BODY);
    let words = [("body", OTHER), ("benefit", "Offers stand in one place.")];
    let draft = lead.submits(&form, &words).await.expect("answered");
    assert!(!draft.text().contains("nearly the same"), "{}", draft.text());
    let told = lead.clicks(&draft, "Ask the managers").await.expect("answered").text();
    assert!(told.starts_with("Asked: the managers of Sales"), "{told}");
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    assert_eq!(request.pings(), ["@Sales managers"]);
    assert!(managers.service.channel.messages().is_empty(), "Service has understood");
    assert_eq!(posts(&stage.company.sales.channel), 1, "nobody has posted it yet");

    stage.restart_bot().await;
    let manager = managers.sales.people[1].clone();
    let told = signs(&manager, &request, Some(&format!("{OTHER} I'll show you on Monday."))).await;
    assert!(told.contains("signed with your name"), "{told}");
    let post = stage.company.sales.channel.shows("I'll show you on Monday").await.expect("posted");
    let text = post.all_text();
    assert!(text.contains(&manager.name()) && text.contains("as your manager"), "{text}");
    assert!(text.contains("Offers stand in one place."), "{text}");
    let benefit = manager.clicks(&post, "What's in it for me?").await.expect("answered").text();
    assert!(benefit.contains("Offers stand in one place."), "its own words: {benefit}");
    assert_eq!(post.pings(), ["@Sales"]);
    let second = managers.sales.people[0].clicks(&request, SIGN).await.expect("answered").text();
    assert!(second.contains("has already posted it in Sales"), "{second}");

    // Understood counts once per person, over all rounds.
    for person in &stage.company.sales.people[5..9] {
        person.clicks(&post, "Understood").await.expect("answered");
    }
    stage.restart_bot().await;
    let told = reach(&stage).await;
    assert!(told.contains("6/12 50 %"), "{told}");
    assert!(told.contains("Round 1, by the project team: 11 understood."), "{told}");
    assert!(told.contains("Round 2, by managers, said in 1 of 1 departments: 3 more understood."), "{told}");
    let mine = manager.runs("mydata export", &[]).await.expect("answered");
    let file = String::from_utf8_lossy(&mine.attachments()[0].bytes).into_owned();
    assert!(file.contains("announcement.signed") && file.contains("I'll show you on Monday"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_third_round_is_a_champions_and_after_it_the_bot_says_what_else_helps() {
    let (stage, managers) = low_in_sales().await;
    asked(&stage, OTHER, "Ask the managers").await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    signs(&managers.sales.people[0], &request, None).await;
    stage.company.sales.channel.shows("as your manager").await.expect("posted");
    let early = proposed(&stage).await.text();
    assert!(early.contains("People need a fair time"), "{early}");

    stage.clock.advance(TimeDelta::hours(49));
    let refused = proposed(&stage).await.text();
    assert!(refused.contains("`/setup channels champions:`"), "{refused}");
    let champions = Visibility::Roles(&[stage.company.champion_role()]);
    let place = stage.company.guild.add_channel("champions", champions);
    let option = [("champions", place.mention())];
    let option = option.each_ref().map(|(name, value)| (*name, value.as_str()));
    let set = stage.company.owner.runs("setup channels", &option).await.expect("answered").text();
    assert!(set.contains("Champions' channel"), "{set}");
    // The manager's words are no other words.
    let same = stage.company.lead.clone();
    let draft = proposed(&stage).await;
    assert!(draft.text().contains("round 3 of 3") && draft.text().contains("champions of Sales"), "{}", draft.text());
    let form = same.clicks(&draft, "Write it in other words").await.expect("answered").form().expect("a form");
    let draft = same.submits(&form, &[("body", BODY)]).await.expect("answered");
    assert!(draft.text().contains("nearly the same words"), "{}", draft.text());
    let told = asked(&stage, THIRD, "Ask the champions").await;
    assert!(told.contains("This was the last round"), "{told}");

    let request = place.shows(SIGN).await.expect("asked");
    let elsewhere = &stage.company.service.people[2];
    elsewhere.gets(&stage.company.champion_role());
    let refused = elsewhere.clicks(&request, SIGN).await.expect("answered").text();
    assert!(refused.contains("for the champions of Sales"), "{refused}");
    signs(&stage.company.champion, &request, None).await;
    let post = stage.company.sales.channel.shows("as your colleague and champion").await.expect("posted");
    assert!(post.all_text().contains(THIRD) && post.all_text().contains(&stage.company.champion.name()));
    stage.clock.advance(TimeDelta::hours(49));
    let over = proposed(&stage).await.text();
    assert!(over.contains("This was said 3 times") && over.contains("listen"), "{over}");
    assert_eq!(posts(&stage.company.sales.channel), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_again_too_early_without_need_or_by_others_than_leads() {
    let (stage, _) = low_in_sales().await;
    let person = &stage.company.sales.people[7];
    let refused = person.runs("announce again", &[("announcement", "1")]).await.expect("answered").text();
    assert!(refused.contains("This is for project leads"), "{refused}");
    let lead = &stage.company.lead;
    let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
    let words = [("title", "Second"), ("body", "Something else."), ("benefit", "It gets easier.")];
    let preview = lead.submits(&form, &words).await.expect("answered");
    let again = async || lead.runs("announce again", &[("announcement", "2")]).await.expect("answered").text();
    assert!(again().await.contains("isn't out"), "{}", again().await);
    lead.clicks(&preview, "Post now").await.expect("answered");
    let sales = stage.company.sales.channel.shows("Something else").await.expect("posted");
    let service = stage.company.service.channel.shows("Something else").await.expect("posted");
    assert!(again().await.contains("People need a fair time"), "{}", again().await);
    for person in &stage.company.sales.people {
        person.clicks(&sales, "Understood").await.expect("answered");
    }
    for person in &stage.company.service.people {
        person.clicks(&service, "Understood").await.expect("answered");
    }
    stage.clock.advance(TimeDelta::hours(49));
    // Nobody in Legal pressed the button, but four people are too few to say so.
    let told = again().await;
    assert!(told.contains("In no department that I can speak of") && !told.contains("Legal"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_managers_who_were_asked_post_in_their_name() {
    let (stage, managers) = low_in_sales().await;
    asked(&stage, OTHER, "Ask the managers").await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    managers.sales.channel.overwrite_role(&stage.company.service.role, 1 << 10, 0);
    let outsider = &managers.service.people[0];
    let refused = outsider.clicks(&request, SIGN).await.expect("answered").text();
    assert!(refused.contains("for the managers of Sales"), "{refused}");
    let form = managers.sales.people[0].clicks(&request, SIGN).await.expect("answered").form().expect("a form");
    let refused = outsider.submits(&form, &[]).await.expect("answered").text();
    assert!(refused.contains("for the managers of Sales"), "{refused}");
    let delivery = request.buttons()[0].custom_id.rsplit(':').next().expect("a number").to_owned();
    // Another department, a delivery that asks for nothing, a draft that is none any more.
    for forged in [format!("v1:round:form:{delivery}:2"), "v1:round:form:1:1".to_owned(), "v1:again:ask:1".to_owned()] {
        let told = managers.sales.people[0].clicks_custom_id(&request, &forged).await.expect("answered");
        let told = told.follow_ups().first().map_or_else(|| told.text(), |one| one.text().to_owned());
        assert!(told.contains("Nothing was changed"), "{forged}: {told}");
    }
    assert_eq!(posts(&stage.company.sales.channel), 1);
    // Two managers at once: one post.
    let [first, second] = &managers.sales.people[..] else { panic!("two managers") };
    let other = second.clicks(&request, SIGN).await.expect("answered").form().expect("a form");
    let (one, two) = tokio::join!(first.submits(&form, &[]), second.submits(&other, &[]));
    let told = [one.expect("answered").text(), two.expect("answered").text()];
    assert_eq!(told.iter().filter(|text| text.contains("signed with your name")).count(), 1, "{told:?}");
    stage.company.sales.channel.shows("as your manager").await.expect("posted");
    assert_eq!(posts(&stage.company.sales.channel), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_while_it_is_said_again_loses_nothing_and_posts_nothing_twice() {
    let (mut stage, managers) = low_in_sales().await;
    stage.standin.remember_nonces(None);
    asked(&stage, OTHER, "Ask the managers").await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    let place = format!("/channels/{}/messages", stage.company.sales.channel.id());
    let struck = stage.standin.faults().times(1, Which::of("POST", &place), Fault::DropAfterApply);
    signs(&managers.sales.people[0], &request, None).await;
    stage.standin.faults().struck(struck, 1).await;
    stage.crash_bot().await;
    stage.clock.advance(TimeDelta::minutes(10));
    stage.start_bot().await;
    stage.company.sales.channel.shows("as your manager").await.expect("posted");
    stage.restart_bot().await;
    assert_eq!(posts(&stage.company.sales.channel), 2);
    let requests = managers.sales.channel.messages();
    assert_eq!(requests.iter().filter(|one| one.buttons().iter().any(|button| button.label == SIGN)).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn placeholders_that_nobody_filled_in_are_refused_as_in_a_draft() {
    let (stage, managers) = low_in_sales().await;
    let lead = &stage.company.lead;
    let form = lead.clicks(&proposed(&stage).await, "Write it in other words").await.expect("answered").form();
    let body = format!("{OTHER} We meet in {{{{ room }}}}.");
    let draft = lead.submits(&form.expect("a form"), &[("body", &body)]).await.expect("answered");
    assert!(draft.text().contains("Something is still to write: `room`"), "{}", draft.text());
    assert!(draft.buttons().iter().any(|button| button.label == "Ask the managers" && button.disabled));
    assert!(managers.sales.channel.messages().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_nobody_has_posted_can_be_called_off_and_asked_for_again() {
    let (mut stage, managers) = low_in_sales().await;
    let lead = stage.company.lead.clone();
    asked(&stage, OTHER, "Ask the managers").await;
    let request = managers.sales.channel.shows(SIGN).await.expect("asked");
    stage.restart_bot().await;
    let calendar = lead.runs("announce calendar", &[]).await.expect("answered").rendered();
    assert!(calendar.contains("**Round 2:** the managers of Sales were asked"), "{calendar}");
    let waits = proposed(&stage).await;
    assert!(waits.text().contains("nobody has posted it there yet"), "{}", waits.text());
    let (one, two) =
        tokio::join!(lead.clicks(&waits, "Call this round off"), lead.clicks(&waits, "Call this round off"));
    let said = [seen(&one.expect("answered")), seen(&two.expect("answered"))];
    assert!(said.iter().any(|text| text.contains("won't be posted for Sales")), "{said:?}");
    let refused = seen(&managers.sales.people[0].clicks(&request, SIGN).await.expect("answered"));
    assert!(refused.contains("has called this off"), "{refused}");
    assert_eq!(posts(&stage.company.sales.channel), 1);

    let draft = proposed(&stage).await;
    assert!(draft.rendered().contains(OTHER), "the text is a draft again: {}", draft.rendered());
    lead.clicks(&draft, "Ask the managers").await.expect("answered");
    let has = |_: &_| managers.sales.channel.messages().len() == 2;
    let request = managers.sales.channel.shows_where("a second request", has).await.expect("asked");
    signs(&managers.sales.people[0], &request, None).await;
    stage.company.sales.channel.shows("as your manager").await.expect("posted");
    let shown = lead.runs("announce show", &[("announcement", "1")]).await.expect("answered");
    assert!(!shown.rendered().contains("Call this round off"), "{}", shown.rendered());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_was_called_off_can_be_thrown_away() {
    let (stage, managers) = low_in_sales().await;
    let lead = &stage.company.lead;
    asked(&stage, OTHER, "Ask the managers").await;
    managers.sales.channel.shows(SIGN).await.expect("asked");
    lead.clicks(&proposed(&stage).await, "Call this round off").await.expect("answered");
    let gone = lead.clicks(&proposed(&stage).await, "Discard").await.expect("answered").text();
    assert!(gone.contains("thrown away"), "{gone}");
    assert!(proposed(&stage).await.text().contains("round 2 of 3"), "round 2 is free again");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_leads_on_one_round_take_nothing_from_each_other_and_ask_for_no_words_that_they_have_not_seen() {
    let (stage, managers) = low_in_sales().await;
    let (lead, other) = (stage.company.lead.clone(), stage.company.second_lead());
    let old = proposed(&stage).await;
    let same = other.runs("announce again", &[("announcement", "1")]).await.expect("answered");
    let slow = other.clicks(&same, "Write it in other words").await.expect("answered").form().expect("a form");
    let form = lead.clicks(&old, "Write it in other words").await.expect("answered").form().expect("a form");
    let draft = lead.submits(&form, &[("body", OTHER)]).await.expect("answered");
    let late = other.submits(&slow, &[("body", THIRD)]).await.expect("answered");
    assert!(late.text().contains("Another lead has changed this meanwhile"), "{}", late.rendered());
    assert!(late.rendered().contains(OTHER), "how it is now: {}", late.rendered());
    let returned = late.follow_up(0).await.expect("what they wrote").all_text();
    assert!(returned.contains("What you wrote, not saved") && returned.contains(THIRD), "{returned}");

    let form = other.clicks(&late, "Write it in other words").await.expect("answered").form().expect("a form");
    other.submits(&form, &[("body", THIRD)]).await.expect("answered");
    for label in ["Ask the managers", "Discard"] {
        let overtaken = lead.clicks_custom_id(&draft, &custom_id(&draft, label)).await.expect("answered");
        assert!(overtaken.text().contains("Another lead has changed this meanwhile"), "{}", overtaken.rendered());
    }
    assert!(managers.sales.channel.messages().is_empty(), "nobody was asked");
    lead.clicks(&proposed(&stage).await, "Ask the managers").await.expect("answered");
    managers.sales.channel.shows(THIRD).await.expect("asked");
}

/// The button's address on a screen as it was shown.
fn custom_id(on: &Reply, label: &str) -> String {
    on.buttons().into_iter().find(|button| button.label == label).expect("a button").custom_id
}
