//! The program is killed while it does what follows a post: while posts get other words, while an answer goes back to
//! those who asked, while a deleted post is made again. Each stands once, with the last words.
//!
//! `GROUNDSWELL_KILL_ROUNDS=50` tries each that often; an ordinary run tries each twice.

use groundswell::sandbox::faults::{Fault, FaultId, Which};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rstest::rstest;

use super::*;

/// Kills in an ordinary run, for each kind of work and of server.
const ROUNDS: usize = 2;

const TITLE: &str = "One list of customers";

impl Killable {
    /// The `nth` request of this kind ends in a way that is drawn. Earlier ones go through.
    fn ends(&self, which: &Which, nth: u32, random: &mut ChaCha8Rng) -> FaultId {
        let faults = self.standin.faults();
        faults.times(nth, which.clone(), Fault::Latency(Duration::ZERO));
        let fault = match random.random_range(0..4) {
            // Never sent.
            0 => Fault::Hang,
            // Sent, and the program doesn't know.
            1 => Fault::HalfBody,
            2 => Fault::DropAfterApply,
            // Answered at once.
            _ => Fault::Latency(Duration::ZERO),
        };
        faults.times(1, which.clone(), fault)
    }

    /// Kills at the fault, and starts again.
    async fn cut_off_at(&mut self, fault: FaultId) {
        in_time("a request", self.standin.faults().struck(fault, 1)).await;
        self.kill().await;
        self.standin.faults().clear_all();
        self.start().await;
    }

    /// Posts an announcement to all departments, as often as one likes.
    async fn announces(&self) {
        self.company.owner.runs("setup contact-budget", &[("messages", "0")]).await.expect("answered");
        let lead = &self.company.lead;
        let form = lead.runs("announce new", &[]).await.expect("answered").form().expect("a form");
        let words = [("title", TITLE), ("body", "Something changes."), ("benefit", "It gets easier.")];
        let preview = lead.submits(&form, &words).await.expect("answered");
        lead.clicks(&preview, "Post now").await.expect("answered");
    }

    /// The program has come to the end of its work when it says that so many are posted.
    async fn has_posted(&self, announcements: usize) {
        let lead = &self.company.lead;
        let list = async || lead.runs("announce list", &[]).await.expect("answered").rendered();
        in_time("the end", async { while list().await.matches("– posted").count() < announcements {} }).await;
    }
}

#[rstest]
#[case::a_server_that_knows_nonces(Some(TimeDelta::minutes(2)))]
#[case::a_server_that_ignores_them(None)]
#[tokio::test(flavor = "multi_thread")]
async fn every_post_gets_the_last_words_in_its_place(#[case] nonces: Option<TimeDelta>) {
    let mut killable = Killable::set_up(nonces).await;
    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    killable.announces().await;
    killable.has_posted(1).await;
    for round in 1..=rounds(ROUNDS) {
        let edits = Which::of("PATCH", "/channels/*/messages");
        let fault = killable.ends(&edits, random.random_range(0..3), &mut random);
        let lead = killable.company.lead.clone();
        let words = format!("What changes, told for the {round}th time.");
        let preview = lead.runs("announce edit", &[("announcement", "1")]).await.expect("answered");
        let form = lead.clicks(&preview, "Edit").await.expect("answered").form().expect("a form");
        let preview = lead.submits(&form, &[("body", &words)]).await.expect("answered");
        lead.clicks(&preview, "Save changes").await.expect("answered");
        killable.cut_off_at(fault).await;
        for department in killable.company.departments() {
            department.channel.shows(&words).await.expect("changed");
            assert_eq!(department.channel.messages().len(), 1, "{}", department.channel.rendered());
        }
    }
    killable.standin.assert_clean();
}

#[rstest]
#[case::a_server_that_knows_nonces(Some(TimeDelta::minutes(2)))]
#[case::a_server_that_ignores_them(None)]
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_reaches_those_who_asked_once(#[case] nonces: Option<TimeDelta>) {
    let mut killable = Killable::set_up(nonces).await;
    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    for round in 1..=rounds(ROUNDS) {
        let (question, answer) = (format!("Who gets laptop number {round}?"), format!("Whoever is {round}th in line."));
        let lead = killable.company.lead.clone();
        // Nobody asks more than a few questions a day.
        let person = &killable.company.sales.people[round % 12];
        let form = person.runs("ask", &[]).await.expect("answered").form().expect("a form");
        person.submits(&form, &[("text", &question)]).await.expect("answered");
        let list = lead.runs("questions", &[]).await.expect("answered");
        let select = "Which do you answer? One, or several alike";
        let screen = lead.selects(&list, select, &[&question]).await.expect("answered");
        let form = lead.clicks(&screen, "Answer them where they asked").await.expect("answered").form();
        let screen = lead.submits(&form.expect("a form"), &[("text", &answer)]).await.expect("answered");
        let posts = Which::of("POST", &format!("/channels/{}/messages", killable.company.sales.channel.id()));
        let fault = killable.ends(&posts, 0, &mut random);
        let pressing = {
            let (lead, screen) = (lead.clone(), screen.clone());
            tokio::spawn(async move { lead.clicks(&screen, "Post it").await.is_ok() })
        };
        killable.cut_off_at(fault).await;
        pressing.abort();
        killable.company.sales.channel.shows(&answer).await.expect("answered");
        let left = lead.runs("questions", &[]).await.expect("answered").rendered();
        assert!(!left.contains(&question), "{left}");
    }
    killable.kill().await;
    killable.start().await;
    for round in 1..=rounds(ROUNDS) {
        let answer = format!("Whoever is {round}th in line.");
        assert_eq!(count(&killable.company.sales.channel, &answer), 1, "{}", killable.company.sales.channel.rendered());
    }
    killable.standin.assert_clean();
}

#[rstest]
#[case::a_server_that_knows_nonces(Some(TimeDelta::minutes(2)))]
#[case::a_server_that_ignores_them(None)]
#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_post_is_made_again_once(#[case] nonces: Option<TimeDelta>) {
    let mut killable = Killable::set_up(nonces).await;
    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    for round in 1..=rounds(ROUNDS) {
        killable.announces().await;
        killable.has_posted(round.min(LISTED)).await;
        let sales = killable.company.sales.channel.clone();
        let newest = sales.messages().into_iter().last().expect("a post");
        sales.deletes(&newest);
        killable.kill().await;
        // The bot looks every six hours.
        let mut disk = killable.disk().await;
        let looked =
            "UPDATE deliveries SET looked_at = unixepoch() - 7 * 3600 WHERE state = 'sent' AND lost_at IS NULL";
        sqlx::raw_sql(looked).execute(&mut disk).await.expect("written");
        disk.close().await.expect("closed");
        killable.start().await;
        let leads = killable.company.leads_channel.clone();
        let offered = |_: &Message| leads.messages().len() == round;
        let notice = leads.shows_where("the offer", offered).await.expect("told");
        let posts = Which::of("POST", &format!("/channels/{}/messages", sales.id()));
        let fault = killable.ends(&posts, 0, &mut random);
        let lead = killable.company.lead.clone();
        let pressing = tokio::spawn(async move { lead.clicks(&notice, "Post again").await.is_ok() });
        killable.cut_off_at(fault).await;
        pressing.abort();
        let again = |_: &Message| count(&sales, TITLE) == round;
        sales.shows_where("the post", again).await.expect("posted again");
        killable.has_posted(round.min(LISTED)).await;
    }
    killable.kill().await;
    killable.start().await;
    killable.has_posted(rounds(ROUNDS).min(LISTED)).await;
    for department in killable.company.departments() {
        assert_eq!(count(&department.channel, TITLE), rounds(ROUNDS), "{}", department.channel.rendered());
    }
    killable.standin.assert_clean();
}
