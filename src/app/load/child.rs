//! A contender as a process of its own, and what it uses, as Linux tells it; elsewhere that reads as zero.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context;
use tokio::process::{Child as Process, Command};

use super::Contender;
use crate::sandbox::load::Ground;

/// What the stand-in lets in. It guards nothing: it is reached on loopback only, and gone with the process.
pub(super) const TOKEN: &str = "a-load-run-has-no-secret";

/// For coming and going.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running contender; killed when dropped.
pub(super) struct Child {
    pub(super) name: String,
    process: Process,
}

impl Child {
    /// Starts it, and returns when it is connected.
    pub(super) async fn start(contender: &Contender, ground: &Ground, data: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(data)?;
        let data = data.canonicalize()?;
        let identifies = ground.standin().journal().counts().identifies;
        let process = Command::new(&contender.program)
            .args(&contender.arguments)
            .env_clear()
            .env("DISCORD_TOKEN", TOKEN)
            .env("GROUNDSWELL_DISCORD_API_BASE", ground.standin().api_base())
            .env("GROUNDSWELL_DATA_DIR", &data)
            .env("GROUNDSWELL_LOG", "error")
            .current_dir(&data)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{} does not start", contender.name))?;
        let connected = async {
            ground.standin().journal().until(|counts| counts.identifies > identifies).await;
            ground.standin().bot_is_ready().await;
        };
        let connected = tokio::time::timeout(PATIENCE, connected).await;
        connected.with_context(|| format!("{} does not connect", contender.name))?;
        Ok(Self { name: contender.name.clone(), process })
    }

    /// Kills it as a power cut would, and returns when it is gone and the stand-in has noticed.
    pub(super) async fn kill(mut self, ground: &Ground) -> anyhow::Result<()> {
        let ended = ground.standin().journal().counts().disconnects;
        self.process.kill().await?;
        let noticed = ground.standin().journal().until(|counts| counts.disconnects > ended);
        tokio::time::timeout(PATIENCE, noticed).await.context("the connection does not end")
    }

    /// The processor time that it has used.
    pub(super) fn processor(&self) -> Duration {
        // Fields 14 and 15, counted from behind the name, in hundredths of a second (man 5 proc_pid_stat; USER_HZ).
        let stat = self.told("stat");
        let ticks = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().skip(11).take(2);
        Duration::from_millis(ticks.filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * 10)
    }

    /// The most memory that it has held, in bytes (`VmHWM`, man 5 proc_pid_status).
    pub(super) fn peak_memory(&self) -> u64 {
        let status = self.told("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(0) * 1024
    }

    fn told(&self, file: &str) -> String {
        let id = self.process.id().map(|id| id.to_string()).unwrap_or_default();
        std::fs::read_to_string(Path::new("/proc").join(id).join(file)).unwrap_or_default()
    }
}
