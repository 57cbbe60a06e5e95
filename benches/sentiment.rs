//! How long the engine that reads comments takes to load, what it then holds in memory, and how many it reads a second.
//!
//! `cargo bench --bench sentiment`. Prints a line a figure and judges nothing.
#![expect(clippy::print_stdout, reason = "printing is what a benchmark is for")]

use std::path::Path;
use std::time::Instant;

use groundswell::app;
use groundswell::sentiment::evaluation::{Labelled, read_labelled};
use groundswell::texts::Catalogue;

const ROUNDS: usize = 3;

fn main() {
    let texts = Catalogue::built_in().expect("sound texts");
    println!("resident before: {:.1} MB", resident_megabytes());
    let judge = app::judge(&texts);
    let started = Instant::now();
    judge.read("The first one loads everything.").expect("built in");
    println!("load, with the first comment: {} ms", started.elapsed().as_millis());
    println!("resident with the model loaded: {:.1} MB", resident_megabytes());

    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/train/corpus/c.tsv");
    let table = std::fs::read_to_string(corpus).expect("the corpus");
    let comments = read_labelled(&table).expect("labels");
    for round in 1..=ROUNDS {
        let started = Instant::now();
        for comment in &comments {
            judge.read(&comment.text).expect("built in");
        }
        let alone = per(comments.len(), started.elapsed().as_secs_f64());
        let started = Instant::now();
        judge.read_all(&texts_of(&comments)).expect("built in");
        let together = per(comments.len(), started.elapsed().as_secs_f64());
        println!(
            "round {round}: {together:.0} comments/s on one thread, {alone:.0} one by one ({} comments)",
            comments.len()
        );
    }
    println!("resident after: {:.1} MB", resident_megabytes());
}

fn texts_of(comments: &[Labelled]) -> Vec<&str> {
    comments.iter().map(|comment| comment.text.as_str()).collect()
}

fn per(count: usize, seconds: f64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / seconds
}

/// `VmRSS` of this process (man 5 proc_pid_status).
fn resident_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a running process has it");
    let kilobytes: f64 = line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number");
    kilobytes / 1000.0
}
