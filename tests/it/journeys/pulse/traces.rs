//! What is left on the disk, looked for byte by byte.

use std::path::{Path, PathBuf};

use super::*;

const REPLACED: &str = "Walter keeps shouting at the printer";
const KEPT: &str = "The new screens need fewer windows";

/// Files below `folder` that hold `wanted`, keys left out.
fn holding(folder: &Path, wanted: &[u8]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "keys") {
                found.extend(holding(&path, wanted));
            }
        } else if std::fs::read(&path).expect("a file").windows(wanted.len()).any(|window| window == wanted) {
            found.push(path);
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn no_person_and_no_text_is_on_the_disk_while_open_or_after_the_seal() {
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

    let folder = stage.data.path().to_owned();
    let absent = |stage: &Stage, when: &str| {
        for person in &stage.company.sales.people {
            let id: u64 = person.id().to_string().parse().expect("a number");
            for wanted in [id.to_string().into_bytes(), id.to_be_bytes()[1..].into(), id.to_le_bytes()[..7].into()] {
                assert_eq!(holding(&folder, &wanted), Vec::<PathBuf>::new(), "{when}: an id");
            }
        }
        for text in [REPLACED, KEPT, "fewer windows", "leadership\""] {
            assert_eq!(holding(&folder, text.as_bytes()), Vec::<PathBuf>::new(), "{when}: {text}");
        }
    };
    absent(&stage, "open");

    stage.company.lead.runs("pulse close", &[]).await.expect("answered");
    stage.company.leads_channel.shows("In short").await.expect("told");
    absent(&stage, "sealed");
    stage.stop_bot().await;
    absent(&stage, "stopped");
    let guild = folder.join(stage.company.guild.id().to_string());
    let keys: Vec<_> =
        std::fs::read_dir(guild.join("keys")).expect("keys").map(|e| e.expect("one").file_name()).collect();
    assert_eq!(keys, ["comments-1.key"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_can_read_about_privacy_and_take_open_answers_back() {
    let stage = launched().await;
    let company = &stage.company;
    let sales = post(&company.sales.channel).await;
    let person = &company.sales.people[1];
    insta::assert_snapshot!("privacy", person.runs("privacy", &[]).await.expect("answered").rendered());
    let nothing = person.runs("mydata erase", &[]).await.expect("answered").text();
    assert!(nothing.starts_with("There is nothing to take back"), "{nothing}");
    answers(person, &sales, CONTENT).await;
    let erased = person.runs("mydata erase", &[]).await.expect("answered").text();
    assert!(erased.starts_with("Done: your answers"), "{erased}");
    let anew = opens(person, &sales).await;
    assert_eq!(anew.buttons()[0].label, "Begin");
}
