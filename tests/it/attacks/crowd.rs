//! Two hundred people who answer, with the truth about each, and what an attacker gets to see of them: copies of the
//! guild's folder.
//!
//! The crowd speaks to the program's own use cases while the bot is stopped. Who answers in which order, and what, is
//! drawn at random, so that an order that shows up in the data can only come from the program.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use groundswell::domain::ids::{GuildId, RoleId, UserId, WaveId};
use groundswell::privacy::answers;
use groundswell::privacy::comments::CommentId;
use groundswell::privacy::keys::{KeyVault, WaveKeys};
use groundswell::privacy::tokens::Token;
use groundswell::service::Services;
use groundswell::service::actor::Actor;
use groundswell::service::pulses::answering;
use groundswell::store::GuildStore;
use groundswell::texts::Language;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use serde_json::Value;
use sqlx::{Connection, SqliteConnection};

use crate::support::Stage;
use crate::support::pulses::{guild, launched, services};

/// How many people there are.
pub const PEOPLE: usize = 200;

/// More hits than this don't happen by chance: pairing two random orders of [`PEOPLE`] gives one hit on average, as a
/// Poisson draw, and ten or more once in eight million tries.
pub const CHANCE: usize = 9;

/// A database's file.
pub const DATABASE: &str = "groundswell.db";

/// One of the crowd.
pub struct Person {
    pub actor: Actor,
    pub agrees: bool,
}

/// A stage on which an open wave is answered by many.
pub struct Crowd {
    pub stage: Stage,
    pub services: Services,
    pub guild: GuildId,
    /// In the order in which they answer.
    pub people: Vec<Person>,
}

impl Crowd {
    /// Everybody is there, and nobody has answered.
    pub async fn gathered() -> Self {
        let mut stage = launched().await;
        stage.stop_bot().await;
        let (services, guild) = (services(&stage), guild(&stage));
        let role: RoleId = stage.company.sales.role.id().to_string().parse().expect("an id");
        let mut random = ChaCha20Rng::seed_from_u64(2_026);
        let mut people: Vec<_> = (0..PEOPLE)
            .map(|_| {
                let user = UserId::new(random.random_range(1 << 58..1 << 60)).expect("an id");
                Person { actor: actor(guild, user, role), agrees: random.random() }
            })
            .collect();
        people.shuffle(&mut random);
        Self { stage, services, guild, people }
    }

    /// The same, and everybody has answered one statement and written a comment that nobody else wrote.
    pub async fn answered() -> Self {
        let crowd = Self::gathered().await;
        for number in 0..PEOPLE {
            crowd.answers(number).await;
            let text = Self::comment(number);
            answering::comment(&crowd.services, &crowd.people[number].actor, first(), &text).await.expect("saved");
        }
        crowd
    }

    /// What a person writes: told apart by letters, as numbers would be masked.
    pub fn comment(number: usize) -> String {
        let letter = |place: u32| char::from(b'a' + u8::try_from(number / 26_usize.pow(place) % 26).expect("under 26"));
        format!("word{}{}{}", letter(2), letter(1), letter(0))
    }

    /// One of them answers the first statement.
    pub async fn answers(&self, number: usize) {
        let person = &self.people[number];
        let point = if person.agrees { 4 } else { 2 };
        answering::answer(&self.services, &person.actor, first(), 0, Some(point)).await.expect("saved");
    }

    /// The guild's store.
    pub async fn store(&self) -> Arc<GuildStore> {
        self.services.store(self.guild).await.expect("opens")
    }

    /// The guild's folder.
    pub fn folder(&self) -> PathBuf {
        self.stage.data.path().join(self.guild.to_string())
    }

    /// The open wave's keys, as their file holds them.
    pub fn keys(&self) -> WaveKeys {
        keys(&self.folder())
    }

    /// The people's rows, through the key: in the order in which they answered.
    pub fn tokens(&self) -> Vec<[u8; 32]> {
        let keys = self.keys();
        self.people.iter().map(|person| *Token::of(&keys, first(), person.actor.user).as_bytes()).collect()
    }
}

/// The open wave's keys in a guild's folder, as their file holds them.
pub fn keys(folder: &Path) -> WaveKeys {
    KeyVault::open(folder.join("keys")).expect("a folder").wave_keys(first()).expect("a key")
}

/// The wave that everybody answers.
pub fn first() -> WaveId {
    WaveId::new(1).expect("from 1")
}

/// Somebody who holds one role and was there before.
pub fn actor(guild: GuildId, user: UserId, role: RoleId) -> Actor {
    Actor {
        guild,
        user,
        name: format!("Person {user}"),
        roles: vec![role],
        joined_at: None,
        manages_server: false,
        language: Language::english(),
    }
}

/// Copies a guild's folder as a thief or a backup program would: files, at this moment.
pub fn copy(folder: &Path, with_keys: bool) -> tempfile::TempDir {
    let copy = tempfile::TempDir::new().expect("a folder");
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            std::fs::copy(&path, copy.path().join(path.file_name().expect("a name"))).expect("copied");
        }
    }
    let keys = folder.join("keys");
    if with_keys && keys.exists() {
        std::fs::create_dir(copy.path().join("keys")).expect("made");
        for entry in std::fs::read_dir(keys).expect("a folder") {
            let path = entry.expect("an entry").path();
            std::fs::copy(&path, copy.path().join("keys").join(path.file_name().expect("a name"))).expect("copied");
        }
    }
    copy
}

/// All rows of answers in a copy, in the order of the table: token and ciphertext.
pub async fn rows(folder: &Path) -> Vec<([u8; 32], Vec<u8>)> {
    let mut database = open(folder).await;
    let rows: Vec<(Vec<u8>, Vec<u8>)> =
        sqlx::query_as("SELECT token, sealed FROM answers").fetch_all(&mut database).await.expect("rows");
    database.close().await.expect("closed");
    rows.into_iter().map(|(token, sealed)| (token.try_into().expect("32 bytes"), sealed)).collect()
}

/// A database in a folder, as any program can open it.
pub async fn open(folder: &Path) -> SqliteConnection {
    let file = folder.join(DATABASE);
    SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.expect("a database")
}

/// A released comment, as a lead who reads it and the operator who looks at its row have it together.
#[derive(Clone)]
pub struct Released {
    /// Its number.
    pub id: [u8; 16],
    /// The end of its ciphertext. SQLite lays it into a page of its own, and takes new pages one after the other.
    pub end: [u8; 16],
    /// What was written.
    pub text: String,
}

/// All released comments, by number.
pub async fn comments(store: &GuildStore) -> Vec<Released> {
    let rows: Vec<(Vec<u8>, Vec<u8>)> = {
        let mut database = open(store.folder()).await;
        sqlx::query_as("SELECT id, sealed FROM comments ORDER BY id").fetch_all(&mut database).await.expect("rows")
    };
    let key = KeyVault::open(store.keys_folder()).expect("a folder").retention_key(first()).expect("a key");
    let released = |(id, sealed): (Vec<u8>, Vec<u8>)| {
        let id: [u8; 16] = id.try_into().expect("16 bytes");
        let json = answers::decrypt_comment(&key, first(), CommentId::from_bytes(id), &sealed).expect("opens");
        let text = serde_json::from_str::<Value>(&json).expect("JSON")["text"].as_str().expect("a text").to_owned();
        Released { id, end: end(&sealed), text }
    };
    rows.into_iter().map(released).collect()
}

/// The last bytes of a ciphertext.
pub fn end(sealed: &[u8]) -> [u8; 16] {
    *sealed.last_chunk().expect("long enough")
}

/// Where in a file's bytes each of these stands first; those that don't stand there come last.
pub fn places<const N: usize>(file: &Path, wanted: &[[u8; N]]) -> Vec<usize> {
    let bytes = std::fs::read(file).unwrap_or_default();
    let mut heads: std::collections::HashMap<&[u8], usize> = std::collections::HashMap::new();
    for (place, window) in bytes.windows(N).enumerate().rev() {
        heads.insert(window, place);
    }
    wanted.iter().map(|wanted| heads.get(wanted.as_slice()).copied().unwrap_or(usize::MAX)).collect()
}
