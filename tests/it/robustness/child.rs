//! The program as a process of its own, with what it wrote.

use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child as Process, Command};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A running groundswell; killed when dropped.
pub struct Child {
    process: Process,
    written: Arc<watch::Sender<String>>,
    readers: Mutex<Vec<JoinHandle<()>>>,
}

impl Child {
    /// Starts `groundswell run` against this address, with this token and log filter, on this data folder.
    pub fn run(api_base: &str, token: &str, data: &Path, log: &str) -> Self {
        Self::start(
            &["run"],
            &[
                ("DISCORD_TOKEN", token),
                ("GROUNDSWELL_DISCORD_API_BASE", api_base),
                ("GROUNDSWELL_DATA_DIR", &data.display().to_string()),
                ("GROUNDSWELL_LOG", log),
            ],
        )
    }

    /// Starts it with these arguments and no environment but this one.
    pub fn start(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_groundswell"));
        command.current_dir(std::env::temp_dir()).env_clear().envs(variables.iter().copied()).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut process = command.spawn().expect("started");
        let written = Arc::new(watch::Sender::default());
        let (out, err) = (process.stdout.take().expect("piped"), process.stderr.take().expect("piped"));
        let readers = vec![tokio::spawn(read(out, written.clone())), tokio::spawn(read(err, written.clone()))];
        Self { process, written, readers: Mutex::new(readers) }
    }

    /// Waits until it has written this.
    pub async fn writes(&self, text: &str) {
        let mut written = self.written.subscribe();
        let waiting = written.wait_for(|written| written.contains(text));
        let waited = tokio::time::timeout(Duration::from_secs(30), waiting).await.is_ok();
        assert!(waited, "it never wrote {text:?}: {}", self.written.borrow().as_str());
    }

    /// Sends SIGTERM.
    pub fn terminate(&self) {
        let id = self.process.id().expect("still running").to_string();
        let sent = std::process::Command::new("kill").args(["-TERM", &id]).status().expect("kill is there");
        assert!(sent.success());
    }

    /// Kills it as a power cut would (SIGKILL on Unix) and returns when it is gone.
    pub async fn killed(mut self) {
        self.process.kill().await.expect("killed");
    }

    /// Its resident memory in kB, as Linux tells it.
    pub fn resident_kb(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()?)).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    /// Waits for its end: how it ended, and all that it wrote.
    pub async fn ended(mut self) -> (ExitStatus, String) {
        let waiting = tokio::time::timeout(Duration::from_secs(30), self.process.wait());
        let status = waiting.await.expect("ended within 30 s").expect("waited for");
        let readers = std::mem::take(&mut *self.readers.lock().expect("no panic while held"));
        for reader in readers {
            reader.await.expect("no panic");
        }
        let written = self.written.borrow().clone();
        (status, written)
    }
}

async fn read(pipe: impl AsyncRead + Unpin, written: Arc<watch::Sender<String>>) {
    let mut lines = BufReader::new(pipe).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        written.send_modify(|written| {
            written.push_str(&line);
            written.push('\n');
        });
    }
}
