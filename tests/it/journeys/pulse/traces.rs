//! What people can read about their data, and take back. What is left on the disk: `attacks/strings.rs`.

use super::*;

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
