//! **`strings` over the folder.** The attacker reads every byte of database, log, backups and, after the close, of the
//! key folder. Wanted: a person's id, a token, a text, also one that was typed and then replaced.

use std::path::{Path, PathBuf};

use groundswell::sandbox::language::Member;
use sqlx::AssertSqlSafe;

use super::crowd;
use crate::support::Stage;
use crate::support::pulses::{CONTENT, Says, all_answer, answers, closes, launched, post};

const REPLACED: &str = "Walter keeps shouting at the printer";
const KEPT: &str = "The new screens need fewer windows";

/// Files below `folder` that hold one of these.
fn holding(folder: &Path, wanted: &[Vec<u8>]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holding(&path, wanted));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            let holds = |wanted: &Vec<u8>| bytes.windows(wanted.len()).any(|window| window == wanted);
            found.extend(wanted.iter().filter(|wanted| holds(wanted)).map(|_| path.clone()));
        }
    }
    found
}

/// A person's number as text and as bytes. SQLite leaves leading zeros away, so seven bytes of eight are looked for.
fn ids(people: &[Member]) -> Vec<Vec<u8>> {
    let forms = |person: &Member| {
        let id: u64 = person.id().to_string().parse().expect("a number");
        [id.to_string().into_bytes(), id.to_be_bytes()[1..].into(), id.to_le_bytes()[..7].into()]
    };
    people.iter().flat_map(forms).chain(people.iter().map(|person| person.name().into_bytes())).collect()
}

fn texts() -> Vec<Vec<u8>> {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut texts: Vec<Vec<u8>> = [REPLACED, KEPT].map(utf16).into();
    texts.extend(
        [REPLACED, KEPT, "fewer windows", "leadership\"", "\"choices\"", "cant_say", "\"point\""]
            .map(|t| t.as_bytes().to_vec()),
    );
    texts
}

/// A backup program's copy, within the folder.
async fn back_up(folder: &Path) {
    let backups = folder.join("backups");
    std::fs::create_dir_all(&backups).expect("made");
    let target = backups.join("while-open.db");
    let copy = AssertSqlSafe(format!("VACUUM INTO '{}'", target.display()));
    sqlx::query(copy).execute(&mut crowd::open(folder).await).await.expect("copied");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_id_no_token_and_no_text_is_on_the_disk_while_open_or_after_the_seal() {
    let mut stage = launched().await;
    let company = &stage.company;
    let sales = post(&company.sales.channel).await;
    let writer = &company.sales.people[1];
    let says = Says { points: "Neither", fears: &["Leadership"], comment: Some(REPLACED) };
    let done = answers(writer, &sales, says).await;
    let first = writer.clicks(&done, "Change my answers").await.expect("answered");
    let form = writer.clicks_custom_id(&first, "v1:pulse:comment:1").await.expect("answered").form().expect("a form");
    writer.submits(&form, &[("comment", KEPT)]).await.expect("answered");
    all_answer(&company.sales.people[2..], &sales, Says { comment: Some(KEPT), ..CONTENT }).await;

    let folder = stage.data.path().join(company.guild.id().to_string());
    let tokens: Vec<Vec<u8>> = crowd::rows(&folder).await.into_iter().map(|(token, _)| token.to_vec()).collect();
    assert!(!holding(&folder, &tokens).is_empty(), "the search finds what is there");
    back_up(&folder).await;
    let people = ids(&company.sales.people[1..]);
    let absent = |stage: &Stage, wanted: &[Vec<u8>], when: &str| {
        let found = holding(stage.data.path(), wanted);
        println!("{when}: {} of {} markers found", found.len(), wanted.len());
        assert_eq!(found, Vec::<PathBuf>::new(), "{when}");
    };
    absent(&stage, &people, "ids while open");
    absent(&stage, &texts(), "texts while open");

    // The copy from before has the tokens still, and no key to them.
    std::fs::remove_dir_all(folder.join("backups")).expect("taken away");
    closes(&stage.company.lead).await;
    stage.company.leads_channel.shows("results are final").await.expect("told");
    for when in ["sealed", "stopped"] {
        absent(&stage, &people, &format!("ids, {when}"));
        absent(&stage, &tokens, &format!("tokens, {when}"));
        // What is counted stands in the results; what was said stands nowhere.
        absent(&stage, &texts(), &format!("texts, {when}"));
        if when == "sealed" {
            stage.stop_bot().await;
        }
    }
    // One page of the file for each row: what is free would tell how many answered, to the person (P9).
    let free: i64 =
        sqlx::query_scalar("PRAGMA freelist_count").fetch_one(&mut crowd::open(&folder).await).await.expect("a number");
    println!("free pages, one for each who answered: {free}");
    assert_eq!(free, 0);
    let keys: Vec<_> =
        std::fs::read_dir(folder.join("keys")).expect("keys").map(|e| e.expect("one").file_name()).collect();
    assert_eq!(keys, ["comments-1.key"]);
}

/// A report lies there in the clear, as champions are told. Once withdrawn it lies nowhere.
#[tokio::test(flavor = "multi_thread")]
async fn a_report_that_was_withdrawn_is_in_no_byte_of_the_folder() {
    let mut stage = Stage::set_up().await;
    let champion = stage.company.champion.clone();
    let asked = [("kind", "doubt"), ("about", "workload"), ("severity", "2")];
    let form = champion.runs("champion report", &asked).await.expect("answered").form().expect("a form");
    let filed = champion.submits(&form, &[("What did you hear?", KEPT)]).await.expect("answered");
    let wanted = [KEPT.as_bytes().to_vec()];
    assert!(!holding(stage.data.path(), &wanted).is_empty(), "the search finds what is there");
    champion.clicks(&filed, "Withdraw").await.expect("answered");
    for when in ["withdrawn", "stopped"] {
        let found = holding(stage.data.path(), &wanted).len();
        println!("{when}: files with the words of the report: {found}");
        assert_eq!(found, 0, "{when}");
        if when == "withdrawn" {
            stage.stop_bot().await;
        }
    }
}
