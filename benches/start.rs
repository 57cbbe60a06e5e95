//! How long the bot takes to serve, and what it holds in memory when idle; how large the binary is.
//!
//! `cargo bench --bench start`. Prints a line a figure and judges nothing.
#![expect(clippy::print_stdout, reason = "printing is what a benchmark is for")]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use groundswell::domain::clock::SystemClock;
use groundswell::sandbox::language::Visibility;
use groundswell::sandbox::{StandIn, StandInOptions};

const TOKEN: &str = "a-token-for-benches";
const ROUNDS: usize = 10;

/// Long enough for everything that belongs to the start to be over.
const IDLE: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() {
    let binary = env!("CARGO_BIN_EXE_groundswell");
    let size = std::fs::metadata(binary).expect("the binary is there").len();
    println!("binary: {:.1} MB", megabytes(size));

    let mut ready = Vec::new();
    let mut served = Vec::new();
    let mut resident = Vec::new();
    for _ in 0..ROUNDS {
        let data = tempfile::tempdir().expect("a folder");
        let standin = StandIn::start(StandInOptions::new(Arc::new(SystemClock), TOKEN)).await.expect("loopback");
        let guild = standin.add_guild("Nordlicht Logistics");
        guild.add_channel("news", Visibility::Everyone);
        let started = Instant::now();
        let mut bot = start(binary, &standin, data.path());
        standin.bot_is_ready().await;
        ready.push(started.elapsed());
        standin.commands_registered(&guild).await;
        guild.owner().runs("setup status", &[]).await.expect("answered");
        served.push(started.elapsed());
        tokio::time::sleep(IDLE).await;
        resident.push(resident_bytes(bot.id()));
        bot.kill().expect("it runs");
        bot.wait().expect("it ended");
    }
    println!("start of the process to ready: {}", spread(&mut ready));
    println!("start of the process to a first command answered: {}", spread(&mut served));
    resident.sort_unstable();
    println!("resident when idle: {:.1} MB (median of {ROUNDS})", megabytes(resident[ROUNDS / 2]));
}

fn start(binary: &str, standin: &StandIn, data: &Path) -> Child {
    Command::new(binary)
        .env("DISCORD_TOKEN", TOKEN)
        .env("GROUNDSWELL_DISCORD_API_BASE", standin.api_base())
        .env("GROUNDSWELL_DATA_DIR", data)
        .env("GROUNDSWELL_LOG", "error")
        .current_dir(data)
        .stdin(Stdio::null())
        .spawn()
        .expect("the binary starts")
}

/// `VmRSS` of a process (man 5 proc_pid_status), in bytes.
fn resident_bytes(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a running process has it");
    let kilobytes: u64 = line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number");
    kilobytes * 1024
}

fn spread(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |place: usize| times[place].as_millis();
    format!("median {} ms, least {} ms, most {} ms", at(times.len() / 2), at(0), at(times.len() - 1))
}

#[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
