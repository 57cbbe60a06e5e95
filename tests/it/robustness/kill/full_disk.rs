//! The disk is full: people read "not saved", the program is not ready, and nothing that was acknowledged is lost. Once
//! there is room again everything goes on by itself.
//!
//! The disk is a file system of its own of some megabytes in memory, which takes rights that not every machine gives a
//! test; there it says so and ends.

use std::path::Path;
use std::process::Command;

use super::*;

/// A file system in memory over a folder, for as long as the value lives.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn over(folder: &'a Path) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"]).arg(folder).output();
        mounted.is_ok_and(|mounted| mounted.status.success()).then_some(Self(folder))
    }

    /// Takes all the room that is left.
    fn fill(&self) {
        use std::io::Write;
        let mut filler = std::fs::File::create(self.0.join("filler")).expect("a file");
        for size in [64 * 1024, 4096, 1] {
            while filler.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        std::fs::remove_file(self.0.join("filler")).expect("removed");
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        // Also while the program still holds files there.
        Command::new("umount").arg("-l").arg(self.0).status().ok();
    }
}

/// What `/readyz` says: whether the process is ready, and why not.
async fn readiness(address: &str) -> (bool, String) {
    let page = reqwest::get(format!("http://{address}/readyz")).await.expect("answered");
    (page.status().is_success(), page.text().await.expect("text"))
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_nothing_is_acknowledged_that_is_not_kept() {
    let folder = TempDir::new().expect("a folder");
    let Some(disk) = SmallDisk::over(folder.path()) else {
        println!("not tried: this machine lets no test make a file system");
        return;
    };
    let address = {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback");
        free.local_addr().expect("bound").to_string()
    };
    let mut killable = Killable::set_up_at(disk.0.join("data"), address.clone()).await;
    killable.launch().await;
    let post = post(&killable.company.sales.channel).await;
    let person = killable.company.sales.people[1].clone();
    let screen = person.clicks(&post, "Answer privately").await.expect("answered");
    let screen = person.clicks(&screen, "Begin").await.expect("answered");
    in_time("ready", async { while !readiness(&address).await.0 {} }).await;

    disk.fill();
    // What is written goes to the log's pages that are there already, until it would have to grow.
    let mut kept = None;
    let mut taps = 0;
    let mut others = killable.company.sales.people.iter().skip(2).cycle();
    let refused = loop {
        let point = 1 + taps % 5;
        let told =
            person.clicks_custom_id(&screen, &format!("v1:pulse:answer:1:0:{point}")).await.expect("answered").text();
        taps += 1;
        if !told.contains("Saved") {
            break told;
        }
        kept = Some(point);
        assert!(taps < 100, "a disk that never gets full");
        // Others write meanwhile: comments are long rows.
        let writer = others.next().expect("a cycle");
        let form = writer.clicks_custom_id(&post, "v1:pulse:comment:1").await.expect("answered");
        if let Some(form) = form.form() {
            writer.submits(&form, &[("comment", &"Too many windows. ".repeat(40))]).await.expect("answered");
        }
    };
    if !refused.starts_with("**Not saved.**") {
        let child = killable.child.take().expect("running");
        child.terminate();
        panic!("{refused}: {}", child.ended().await.1);
    }
    in_time("not ready", async { while readiness(&address).await.0 {} }).await;
    let (_, why) = readiness(&address).await;
    assert!(why.contains("disk: not ready: the disk is full, broken or read-only"), "{why}");

    // A power cut on top: what was acknowledged is there, and nothing else.
    disk.make_room();
    in_time("ready again", async { while !readiness(&address).await.0 {} }).await;
    killable.kill().await;
    killable.start().await;
    let first = person.clicks_custom_id(&screen, "v1:pulse:show:1:0").await.expect("answered");
    let labels = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
    assert_eq!(chosen(&first).as_deref(), kept.map(|point: usize| labels[point - 1]));
    let saved = person.clicks_custom_id(&screen, "v1:pulse:answer:1:0:4").await.expect("answered").text();
    assert!(saved.contains("Saved"), "{saved}");
    killable.kill().await;
    killable.standin.assert_clean();
}
