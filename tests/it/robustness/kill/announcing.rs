//! The program is killed at each step of sending an announcement: it stands in every channel, once.
//!
//! `GROUNDSWELL_KILL_ROUNDS=50` tries each step that often; an ordinary run tries each once.

use groundswell::sandbox::faults::{Fault, Which};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rstest::rstest;

use super::*;

/// Where the program is killed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    /// Planned, its time still to come.
    Planned,
    /// Claimed, and never sent.
    Claimed,
    /// Sent, and no answer came.
    Sent,
    /// Sent, and half an answer came.
    HalfAnswered,
    /// Answered; whether it was written down is up to the moment.
    Answered,
}

const STEPS: [Step; 5] = [Step::Planned, Step::Claimed, Step::Sent, Step::HalfAnswered, Step::Answered];

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

    /// The next announcement goes out, and the program is killed at this step, in a channel that is drawn.
    async fn post_and_kill(&mut self, title: &str, step: Step, random: &mut ChaCha8Rng) {
        let faults = self.standin.faults().clone();
        let posts = Which::of("POST", "/channels/*/messages");
        let channel = random.random_range(0..3);
        // Earlier posts go through.
        faults.times(channel, posts.clone(), Fault::Latency(Duration::ZERO));
        let fault = match step {
            Step::Claimed => Fault::Hang,
            Step::Sent => Fault::DropAfterApply,
            Step::HalfAnswered => Fault::HalfBody,
            Step::Planned | Step::Answered => Fault::Latency(Duration::ZERO),
        };
        let fault = faults.times(1, posts, fault);
        self.plans(title).await;
        if step != Step::Planned {
            in_time("a post", faults.struck(fault, 1)).await;
        }
        self.kill().await;
        faults.clear_all();
        self.start().await;
        for department in self.company.departments() {
            let shown = department.channel.shows(title).await;
            shown.unwrap_or_else(|error| panic!("{step:?}, channel {channel}: {error:?}"));
        }
    }
}

#[rstest]
#[case::a_server_that_knows_nonces(Some(TimeDelta::minutes(2)))]
#[case::a_server_that_ignores_them(None)]
#[tokio::test(flavor = "multi_thread")]
async fn an_announcement_stands_in_every_channel_once(#[case] nonces: Option<TimeDelta>) {
    let mut killable = Killable::set_up(nonces).await;
    // More announcements than people should get in a week.
    let owner = &killable.company.owner;
    owner.runs("setup contact-budget", &[("messages", "0")]).await.expect("answered");
    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    let titles: Vec<(String, Step)> =
        (1..=rounds(1)).flat_map(|round| STEPS.map(|step| (format!("Change {round} when {step:?}."), step))).collect();
    for (title, step) in &titles {
        killable.post_and_kill(title, *step, &mut random).await;
    }
    killable.kill().await;
    killable.start().await;
    // The program has come to the end of its work when it says that everything is posted.
    let lead = &killable.company.lead;
    let all = titles.len().min(LISTED);
    in_time("the end", async {
        while lead.runs("announce list", &[]).await.expect("answered").rendered().matches("– posted").count() < all {}
    })
    .await;
    for department in killable.company.departments() {
        for (title, _) in &titles {
            assert_eq!(count(&department.channel, title), 1, "{title}\n{}", department.channel.rendered());
        }
    }
    killable.standin.assert_clean();
}
