//! The program is killed while a pulse is launched, and while its reminders go out: each stands in every channel, once.

use groundswell::domain::ids::GuildId;
use groundswell::sandbox::faults::{Fault, FaultId, Which};
use groundswell::service::pulses;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rstest::rstest;

use super::*;

/// Kills in one run, for each kind of server.
const ROUNDS: usize = 3;

impl Killable {
    /// The post to one of the three departments' channels ends so. Earlier ones go through.
    fn strikes(&self, random: &mut ChaCha8Rng) -> FaultId {
        let posts = Which::of("POST", "/channels/*/messages");
        self.standin.faults().times(random.random_range(0..3), posts.clone(), Fault::Latency(Duration::ZERO));
        let fault = match random.random_range(0..4) {
            // Counted as tried, and never sent.
            0 => Fault::Hang,
            // Sent, and the program doesn't know.
            1 => Fault::HalfBody,
            2 => Fault::DropAfterApply,
            // Answered at once.
            _ => Fault::Latency(Duration::ZERO),
        };
        self.standin.faults().times(1, posts, fault)
    }

    /// Kills at the fault, and starts again.
    async fn killed_at(&mut self, fault: FaultId) {
        in_time("a post", self.standin.faults().struck(fault, 1)).await;
        self.kill().await;
        self.standin.faults().clear_all();
        self.start().await;
    }

    /// The next reminder of the open wave is due in a moment; only while the program is not running.
    async fn reminds_soon(&self, kind: &str) {
        // Where the kill came before they were written down, they are now.
        let services = self.services();
        let guild: GuildId = self.company.guild.id().to_string().parse().expect("an id");
        pulses::run_due(&services, guild).await.expect("brought on");
        services.data.close().await;
        let mut disk = self.disk().await;
        let moved =
            sqlx::query("UPDATE wave_follow_ups SET planned = unixepoch() + 1 WHERE kind = ? AND state = 'planned'")
                .bind(kind)
                .execute(&mut disk)
                .await
                .expect("moved");
        assert_eq!(moved.rows_affected(), 3, "a reminder for each department");
        disk.close().await.expect("closed");
    }
}

#[rstest]
#[case::a_server_that_knows_nonces(Some(TimeDelta::minutes(2)))]
#[case::a_server_that_ignores_them(None)]
#[tokio::test(flavor = "multi_thread")]
async fn a_pulse_and_its_reminders_stand_in_every_channel_once(#[case] nonces: Option<TimeDelta>) {
    let mut killable = Killable::set_up(nonces).await;
    let mut random = ChaCha8Rng::seed_from_u64(2_026);
    for round in 1..=ROUNDS {
        let fault = killable.strikes(&mut random);
        let lead = killable.company.lead.clone();
        let launching = tokio::spawn(async move { lead.runs("pulse launch", &[("over-budget", "Yes")]).await.is_ok() });
        killable.killed_at(fault).await;
        launching.abort();
        for department in killable.company.departments() {
            let stands = |_: &Message| count(&department.channel, "Open until") == 1;
            department.channel.shows_where("the pulse", stands).await.expect("posted");
        }
        for (kind, words) in [("first_reminder", "is still open"), ("second_reminder", "closes soon")] {
            killable.kill().await;
            killable.reminds_soon(kind).await;
            let fault = killable.strikes(&mut random);
            killable.start().await;
            killable.killed_at(fault).await;
            for department in killable.company.departments() {
                department.channel.shows(words).await.expect("reminded");
            }
            // It has come to the end of its work when it says that all are sent.
            let lead = &killable.company.lead;
            in_time("the end", async {
                while lead.runs("pulse status", &[]).await.expect("answered").text().contains("on its way") {}
            })
            .await;
            for department in killable.company.departments() {
                assert_eq!(count(&department.channel, words), 1, "{}", department.channel.rendered());
            }
        }
        let cancelled = cancels(&killable.company.lead).await.text();
        assert!(cancelled.contains("is called off"), "{cancelled}");
        for department in killable.company.departments() {
            // The post and two reminders a round, each of which says that it is over.
            let over = |_: &Message| count(&department.channel, "Called off on") == 3 * round;
            department.channel.shows_where("the end", over).await.expect("changed");
            assert_eq!(department.channel.messages().len(), 3 * round, "{}", department.channel.rendered());
        }
    }
    killable.standin.assert_clean();
}
