//! The program is killed while a lead closes a pulse: it becomes final by itself, told once.

use std::ffi::OsString;
use std::path::PathBuf;

use groundswell::domain::ids::{GuildId, WaveId};
use groundswell::domain::waves::WaveState;
use groundswell::sandbox::faults::{Fault, FaultId, Which};
use groundswell::sandbox::language::Member;
use groundswell::store;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;

/// Kills in one run; a wave each.
const ROUNDS: i64 = 6;
/// Requests that follow a close: the first answer, three changed posts, the word to leads, three departments' results,
/// the lead's own answer.
const REQUESTS: std::ops::RangeInclusive<u64> = 0..=9;

/// When the kill comes.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// This many requests after the command was given.
    Requests(u64),
    /// The wave's key file has gone.
    KeyGone,
    /// The word to leads is claimed, and hangs.
    BeforeLeadsAreTold,
    /// It stands in their channel, and the program doesn't know.
    AfterLeadsAreTold,
    /// A post is changed, and the program doesn't know.
    AfterAPostIsChanged,
}

impl Killable {
    fn folder(&self) -> PathBuf {
        self.data.join(self.company.guild.id().to_string())
    }

    fn keys(&self) -> Vec<OsString> {
        let keys = std::fs::read_dir(self.folder().join("keys")).expect("a folder");
        keys.map(|entry| entry.expect("an entry").file_name()).collect()
    }

    /// All of Sales answer a statement and write a comment.
    async fn say_something(&self, wave: i64) {
        let sales = post(&self.company.sales.channel).await;
        let says = async |person: &Member| {
            let screen = person.clicks(&sales, "Answer privately").await.expect("answered");
            let screen = person.clicks(&screen, "Begin").await.expect("answered");
            let screen = person.clicks(&screen, "Agree").await.expect("answered");
            let address = format!("v1:pulse:comment:{wave}");
            let form = person.clicks_custom_id(&screen, &address).await.expect("answered").form().expect("a form");
            person.submits(&form, &[("comment", "The list is easier to read.")]).await.expect("answered");
        };
        futures::future::join_all(self.company.sales.people.iter().map(says)).await;
    }

    /// Switches on what the moment needs.
    fn prepare(&self, moment: Moment) -> Option<FaultId> {
        let leads = format!("/channels/{}/messages", self.company.leads_channel.id());
        let (which, fault) = match moment {
            Moment::Requests(_) | Moment::KeyGone => return None,
            Moment::BeforeLeadsAreTold => (Which::of("POST", &leads), Fault::Hang),
            Moment::AfterLeadsAreTold => (Which::of("POST", &leads), Fault::HalfBody),
            Moment::AfterAPostIsChanged => (Which::of("PATCH", "/channels/*/messages"), Fault::HalfBody),
        };
        Some(self.standin.faults().times(1, which, fault))
    }

    /// Waits for the moment.
    async fn comes(&self, moment: Moment, wave: i64, requests: u64, fault: Option<FaultId>) {
        match (moment, fault) {
            (Moment::Requests(some), _) => {
                self.standin.journal().until(|counts| counts.requests >= requests + some).await;
            }
            (Moment::KeyGone, _) => {
                let key = self.folder().join(format!("keys/wave-{wave}.key"));
                while key.exists() {
                    tokio::task::yield_now().await;
                }
            }
            (_, fault) => self.standin.faults().struck(fault.expect("prepared"), 1).await,
        }
    }

    /// How far the wave is, as the disk tells it; with `gone`, nothing of its answers may be left.
    async fn state(&self, wave: WaveId, gone: bool) -> WaveState {
        let services = self.services();
        let guild: GuildId = self.company.guild.id().to_string().parse().expect("an id");
        let store = services.store(guild).await.expect("opens");
        let mut reader = store.reader().await.expect("a reader");
        let state = store::waves::find_state(&mut reader, wave).await.expect("readable").expect("there");
        let rows = store::answers::count_answers(&mut reader, wave).await.expect("readable");
        assert!(!gone || rows == 0, "{rows} rows are left of wave {wave}");
        drop(reader);
        services.data.close().await;
        state
    }

    /// One wave from launch to its end, with a kill at this moment of its close.
    async fn close_and_kill(&mut self, number: i64, moment: Moment) {
        let wave = WaveId::new(number).expect("from 1");
        self.launch().await;
        self.say_something(number).await;
        let fault = self.prepare(moment);
        let lead = self.company.lead.clone();
        let asked = lead.runs("pulse close", &[]).await.expect("answered");
        let requests = self.standin.journal().counts().requests;
        let closing = tokio::spawn(async move { lead.clicks(&asked, "Close it now").await.is_ok() });
        in_time(&format!("{moment:?}"), self.comes(moment, number, requests, fault)).await;
        self.kill().await;
        closing.abort();
        self.standin.faults().clear_all();

        let accepted = self.state(wave, false).await != WaveState::Open;
        self.start().await;
        if !accepted {
            closes(&self.company.lead).await;
        }
        let wanted = usize::try_from(number).expect("small");
        let told = |_: &Message| count(&self.company.leads_channel, "results are final") >= wanted;
        let told = self.company.leads_channel.shows_where("the word to leads", told).await;
        told.unwrap_or_else(|error| panic!("{moment:?}: {error:?}"));
        for department in self.company.departments() {
            let ended = |_: &Message| count(&department.channel, "Closed on") >= wanted;
            department.channel.shows_where("one more closed post", ended).await.expect("changed");
            let told = |_: &Message| count(&department.channel, "has closed and been counted") >= wanted;
            department.channel.shows_where("the department's result", told).await.expect("told");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_closed_in_the_moment_of_the_kill_becomes_final_by_itself_and_is_told_once() {
    let mut killable = Killable::set_up(None).await;
    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    for number in 1..=ROUNDS {
        let moment = match number {
            1 => Moment::BeforeLeadsAreTold,
            2 => Moment::AfterLeadsAreTold,
            3 => Moment::AfterAPostIsChanged,
            4 => Moment::KeyGone,
            _ => Moment::Requests(random.random_range(REQUESTS)),
        };
        killable.close_and_kill(number, moment).await;
    }
    // What was under way comes to its end before the next pulse is launched: both wait for the guild's turn.
    killable.kill().await;
    killable.start().await;
    killable.launch().await;
    cancels(&killable.company.lead).await;
    let rounds = usize::try_from(ROUNDS).expect("small");
    for department in killable.company.departments() {
        assert_eq!(count(&department.channel, "Closed on"), rounds, "{}", department.channel.rendered());
        assert_eq!(
            count(&department.channel, "has closed and been counted"),
            rounds,
            "{}",
            department.channel.rendered()
        );
        assert_eq!(department.channel.messages().len(), 2 * rounds + 1, "{}", department.channel.rendered());
    }
    let leads = &killable.company.leads_channel;
    assert_eq!(leads.messages().len(), rounds, "{}", leads.rendered());
    killable.kill().await;
    for number in 1..=ROUNDS {
        let state = killable.state(WaveId::new(number).expect("from 1"), true).await;
        assert_eq!(state, WaveState::Sealed);
    }
    let keys = killable.keys();
    assert!(keys.iter().all(|key| key.to_string_lossy().starts_with("comments-")), "{keys:?}");
    assert!(!keys.is_empty(), "the comments are kept");
    killable.standin.assert_clean();
}
