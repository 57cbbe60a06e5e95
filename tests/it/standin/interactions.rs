//! People act, a real client answers.

use groundswell::sandbox::language::ActError;

use super::support::{Bot, stand_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_command_a_button_a_select_and_a_form_are_answered() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let sales = guild.add_role("Sales");
    let ana = guild.add_member("Ana Ruiz", &[sales]);
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;

    let reply = ana.runs("try greet", &[("role", "@Sales"), ("times", "3")]).await.expect("answered");
    assert_eq!(reply.text(), format!("Hello from greet, {}", ana.id()));
    assert!(reply.is_ephemeral());
    let labels: Vec<_> = reply.buttons().into_iter().map(|button| button.label).collect();
    assert_eq!(labels, ["Change it", "Say more", "Be silent", "Off"]);

    let chosen = ana.selects(&reply, "What worries you?", &["Workload", "tool"]).await.expect("answered");
    assert_eq!(chosen.text(), "Noted");
    let form = ana.clicks(&reply, "Say more").await.expect("answered").form().expect("a form");
    assert_eq!(form.fields[0].label, "Your comment");
    let missing = ana.submits(&form, &[]).await.expect_err("it must be filled");
    assert!(matches!(missing, ActError::WrongValue { .. }));
    let thanks = ana.submits(&form, &[("Your comment", "Too slow")]).await.expect("answered");
    assert_eq!(thanks.text(), "You wrote: Too slow");
    let changed = ana.clicks(&reply, "Change it").await.expect("answered");
    assert_eq!((changed.text(), changed.buttons().len()), ("Changed".to_owned(), 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deferred_answer_arrives_with_its_file_and_its_follow_up() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let ana = guild.add_member("Ana Ruiz", &[]);
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let reply = ana.runs("try later", &[]).await.expect("answered");
    assert!(reply.is_ephemeral());
    let files = reply.attachments();
    assert_eq!((files[0].name.as_str(), files[0].alt.as_str()), ("numbers.csv", "Numbers"));
    let fetched = reqwest::get(&files[0].url).await.expect("served").bytes().await.expect("whole");
    assert_eq!(fetched, files[0].bytes);
    assert_eq!(reply.follow_up(0).await.expect("it comes").text(), "And one more");
}

#[tokio::test(flavor = "multi_thread")]
async fn clients_offer_only_what_is_registered_and_shown() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let ana = guild.add_member("Ana Ruiz", &[]);
    let ben = guild.add_member("Ben Okafor", &[]);
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    assert_eq!(guild.commands(), ["try greet", "try later", "try zone", "hidden"]);
    let fails =
        |result: Result<_, ActError>| result.map(|_: groundswell::sandbox::language::Reply| ()).expect_err("refused");
    assert!(matches!(fails(ana.runs("nothing", &[]).await), ActError::NoSuchCommand { .. }));
    assert!(matches!(fails(ana.runs("hidden", &[]).await), ActError::Hidden(_)));
    assert!(matches!(fails(ana.runs("try greet", &[]).await), ActError::MissingOption { .. }));
    assert!(matches!(fails(ana.runs("try later", &[("x", "y")]).await), ActError::NoSuchOption { .. }));
    let too_many = ana.runs("try greet", &[("role", "@everyone"), ("times", "9")]).await;
    assert!(matches!(fails(too_many), ActError::WrongValue { .. }));
    let zones = ana.autocompletes("try zone", "name", "Ber").await.expect("answered");
    assert_eq!(zones, [("Europe/Berlin".to_owned(), "Europe/Berlin".to_owned())]);

    let reply = ana.runs("try greet", &[("role", "@everyone")]).await.expect("answered");
    assert!(matches!(fails(ana.clicks(&reply, "Off").await), ActError::Disabled(_)));
    assert!(matches!(fails(ana.clicks(&reply, "Elsewhere").await), ActError::NoSuchControl { .. }));
    assert!(matches!(fails(ben.clicks(&reply, "Change it").await), ActError::CannotSee));
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_is_seen_as_discord_shows_it() {
    let standin = stand_in().await;
    let guild = standin.add_guild("Nordlicht Logistics");
    let ana = guild.add_member("Ana Ruiz", &[]);
    let _bot = Bot::start(&standin).await;
    standin.commands_registered(&guild).await;
    let reply = ana.runs("try greet", &[("role", "@everyone")]).await.expect("answered");
    let silent = ana.clicks(&reply, "Be silent").await.expect_err("nobody answers");
    assert_eq!(silent.to_string(), "The application did not respond");
}
