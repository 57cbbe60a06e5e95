//! The program is killed while an announcement goes out: it stands in every channel, once.

use groundswell::sandbox::faults::{Fault, Which};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rstest::rstest;

use super::*;

/// Kills in one run, for each kind of server.
const ROUNDS: u64 = 4;

impl Killable {
    /// Plans an announcement for all departments that is due in two seconds.
    async fn plans(&self, title: &str) {
        let lead = &self.company.lead;
        let form = lead.runs("announce new", &[("when", "in 2 seconds")]).await.expect("answered").form();
        let words = [("title", title), ("body", "Something changes."), ("benefit", "It gets easier.")];
        let preview = lead.submits(&form.expect("a form"), &words).await.expect("answered");
        let planned = lead.clicks(&preview, "Schedule").await.expect("answered");
        assert!(planned.text().starts_with("Planned"), "{}", planned.text());
    }

    /// The next announcement goes out, and the program is killed at a drawn moment.
    async fn post_and_kill(&mut self, title: &str, random: &mut ChaCha8Rng) {
        let faults = self.standin.faults().clone();
        let posts = Which::of("POST", "/channels/*/messages");
        let channel = random.random_range(0..3);
        let kind = random.random_range(0..4);
        // Earlier posts go through.
        faults.times(channel, posts.clone(), Fault::Latency(Duration::ZERO));
        let fault = match kind {
            // Claimed, and never sent.
            0 => Fault::Hang,
            // Sent, and the program doesn't know.
            1 => Fault::HalfBody,
            2 => Fault::DropAfterApply,
            // Answered at once.
            _ => Fault::Latency(Duration::ZERO),
        };
        let fault = faults.times(1, posts, fault);
        self.plans(title).await;
        in_time("a post", faults.struck(fault, 1)).await;
        self.kill().await;
        faults.clear_all();
        self.start().await;
        for department in self.company.departments() {
            let shown = department.channel.shows(title).await;
            shown.unwrap_or_else(|error| panic!("kind {kind}, channel {channel}: {error:?}"));
        }
    }
}

#[rstest]
#[case::a_server_that_knows_nonces(Some(TimeDelta::minutes(2)))]
#[case::a_server_that_ignores_them(None)]
#[tokio::test(flavor = "multi_thread")]
async fn an_announcement_stands_in_every_channel_once(#[case] nonces: Option<TimeDelta>) {
    let mut killable = Killable::set_up(nonces).await;
    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    for round in 0..ROUNDS {
        killable.post_and_kill(&format!("Change number {round}"), &mut random).await;
    }
    killable.kill().await;
    killable.start().await;
    // The program has come to the end of its work when it says that everything is posted.
    let lead = &killable.company.lead;
    let all = usize::try_from(ROUNDS).expect("small");
    in_time("the end", async {
        while lead.runs("announce list", &[]).await.expect("answered").rendered().matches("– posted").count() < all {}
    })
    .await;
    for department in killable.company.departments() {
        for round in 0..ROUNDS {
            let posts = count(&department.channel, &format!("Change number {round}"));
            assert_eq!(posts, 1, "{}", department.channel.rendered());
        }
    }
    killable.standin.assert_clean();
}
