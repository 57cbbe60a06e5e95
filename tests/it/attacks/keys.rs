//! **Undo the names of rows.** The attacker has the list of all members and every row, and tries to find out which row is
//! whose: by trying all members, by comparing waves and companies, by restoring old copies.
//!
//! With the key file this always works; that is why the promise before the close is only "confidential". Each test
//! shows so first, as a measure of the attack itself.

use groundswell::domain::ids::{UserId, WaveId};
use groundswell::privacy::answers;
use groundswell::privacy::keys::KeyVault;
use groundswell::privacy::tokens::Token;
use groundswell::service::pulses::{answering, sealing};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::crowd::{self, Crowd, PEOPLE, first};
use crate::support::TOKEN;
use crate::support::pulses::{CONTENT, Says, all_answer, cancels, closes, launched, post, services};

/// What a person's row would be called by somebody who has no key, in all ways that come to mind.
fn guesses(user: UserId, folder: &str) -> Vec<[u8; 32]> {
    let number = user.get();
    let wave = first().get();
    let messages: [Vec<u8>; 6] = [
        number.to_be_bytes().to_vec(),
        number.to_le_bytes().to_vec(),
        number.to_string().into_bytes(),
        [wave.to_be_bytes(), number.to_be_bytes()].concat(),
        [wave.to_le_bytes(), number.to_le_bytes()].concat(),
        format!("{wave}:{number}").into_bytes(),
    ];
    let keys: [&[u8]; 6] = [&[], &[0; 32], &[0xff; 32], folder.as_bytes(), b"groundswell", TOKEN.as_bytes()];
    let hmac = |key: &[u8], message: &[u8]| -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
        mac.update(message);
        mac.finalize().into_bytes().into()
    };
    let keyed = messages.iter().flat_map(|message| keys.iter().map(move |key| hmac(key, message)));
    keyed.chain(messages.iter().map(|message| Sha256::digest(message).into())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn all_members_tried_without_the_key_fit_no_row() {
    let crowd = Crowd::gathered().await;
    for number in 0..PEOPLE {
        crowd.answers(number).await;
    }
    let rows: std::collections::HashSet<_> = crowd::rows(&crowd.folder()).await.into_iter().map(|row| row.0).collect();
    let with_key = crowd.tokens().iter().filter(|token| rows.contains(*token)).count();
    let folder = crowd.guild.to_string();
    let hits = |person: &&crowd::Person| guesses(person.actor.user, &folder).iter().any(|guess| rows.contains(guess));
    let without = crowd.people.iter().filter(hits).count();
    println!("rows found with the key {with_key} of {PEOPLE}, without it {without}");
    assert_eq!((with_key, without), (PEOPLE, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn p13_a_copy_made_while_open_opens_with_its_keys_and_never_without() {
    let crowd = Crowd::answered().await;
    let copy = crowd::copy(&crowd.folder(), true);
    let rows = crowd::rows(copy.path()).await;
    sealing::stop_intake(&crowd.services, crowd.guild, first()).await.expect("closed");
    assert!(sealing::finish(&crowd.services, crowd.guild, first()).await.expect("sealed"));

    // The copied key opens everything, for ever, whatever was destroyed elsewhere.
    let stolen = KeyVault::open(copy.path().join("keys")).expect("a folder").wave_keys(first()).expect("a key");
    let opened = crowd.people.iter().filter(|person| {
        let token = Token::of(&stolen, first(), person.actor.user);
        let row = rows.iter().find(|(known, _)| known == token.as_bytes());
        row.is_some_and(|(_, sealed)| answers::decrypt(&stolen, first(), &token, sealed).is_ok())
    });
    let opened = opened.count();

    // Without it: every key that is left, in every role, on every row.
    let left: Vec<_> =
        std::fs::read_dir(crowd.folder().join("keys")).expect("keys").map(|e| e.expect("one").path()).collect();
    let tries = tempfile::TempDir::new().expect("a folder");
    let mut without = 0;
    for (number, file) in (1..).zip(&left) {
        let key = std::fs::read(file).expect("a key");
        let wave = WaveId::new(number).expect("from 1");
        std::fs::write(tries.path().join(format!("wave-{wave}.key")), &[key.as_slice(), &key].concat()[..64])
            .expect("written");
        let keys = KeyVault::open(tries.path()).expect("a folder").wave_keys(wave).expect("64 bytes");
        without += rows
            .iter()
            .filter(|(token, sealed)| answers::decrypt(&keys, first(), &Token::from_bytes(*token), sealed).is_ok())
            .count();
    }
    println!("rows of the copy opened with the copied key {opened} of {PEOPLE}, with what the seal left {without}");
    assert_eq!((opened, without), (PEOPLE, 0));
    assert!(!left.is_empty() && left.iter().all(|file| !file.ends_with("wave-1.key")), "{left:?}");
    let told = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/privacy.md")).expect("the page");
    assert!(told.contains("copy the key file while a pulse is open"), "the page says what such a copy can do");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_put_back_after_the_seal_opens_nothing_and_counts_nothing() {
    let mut stage = launched().await;
    let sales = post(&stage.company.sales.channel).await;
    let says = Says { comment: Some("Too many clicks."), ..CONTENT };
    all_answer(&stage.company.sales.people, &sales, says).await;
    stage.stop_bot().await;
    let folder = stage.data.path().join(stage.company.guild.id().to_string());
    let backup = crowd::copy(&folder, false);
    stage.start_bot().await;
    closes(&stage.company.lead).await;
    stage.company.leads_channel.shows("In short").await.expect("told");
    stage.stop_bot().await;

    for name in [crowd::DATABASE.to_owned(), format!("{}-wal", crowd::DATABASE), format!("{}-shm", crowd::DATABASE)] {
        std::fs::remove_file(folder.join(&name)).ok();
        if backup.path().join(&name).exists() {
            std::fs::copy(backup.path().join(&name), folder.join(&name)).expect("put back");
        }
    }
    assert_eq!(crowd::rows(&folder).await.len(), 12, "the open wave is back");
    stage.start_bot().await;
    let lead = &stage.company.lead;
    let writer = stage.company.sales.people[1].clone();
    let ended = &stage.company.sales.channel.messages()[0];
    let refused = writer.clicks_custom_id(ended, "v1:pulse:start:1").await.expect("answered");
    assert!(refused.text().starts_with("I can't open the key"), "{}", refused.rendered());
    let closed = closes(lead).await.text();
    assert!(closed.contains("nothing was counted"), "{closed}");
    let summary = lead.runs("sentiment summary", &[]).await.expect("answered");
    assert!(summary.attachments().is_empty(), "{}", summary.rendered());
    cancels(lead).await;
    stage.stop_bot().await;
    assert_eq!(crowd::rows(&folder).await.len(), 0, "called off, nothing is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_people_have_other_rows_in_every_wave() {
    let crowd = Crowd::gathered().await;
    for number in 0..20 {
        crowd.answers(number).await;
    }
    let folder = crowd.folder();
    let one = crowd::rows(&folder).await;
    let Crowd { mut stage, services: old, people, .. } = crowd;
    old.data.close().await;
    drop(old);
    stage.start_bot().await;
    cancels(&stage.company.lead).await;
    stage.company.lead.runs("pulse launch", &[]).await.expect("answered");
    stage.stop_bot().await;
    let services = services(&stage);
    let second = WaveId::new(2).expect("from 1");
    for person in &people[..20] {
        answering::answer(&services, &person.actor, second, 0, Some(4)).await.expect("saved");
    }
    let other = crowd::rows(&folder).await;
    assert_eq!((one.len(), other.len()), (20, 20));
    let shared = one.iter().filter(|(token, _)| other.iter().any(|(known, _)| known == token)).count();
    println!("people found again in the next wave: {shared} of 20");
    assert_eq!(shared, 0);
}
