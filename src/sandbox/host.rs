//! What the sandbox needs of whoever runs the bot. It knows the bot only through Discord; this is the exception.

use std::path::PathBuf;

use async_trait::async_trait;

/// Starts and stops the bot on the sandbox's stand-in, clock and data.
#[async_trait]
pub trait Host: Send + Sync {
    /// Starts it; nothing happens where it runs. Returns at once; the stand-in tells when it is connected.
    async fn start(&self) -> anyhow::Result<()>;

    /// Stops it in order and waits until it has ended.
    async fn stop(&self) -> anyhow::Result<()>;

    /// Ends it as `kill -9` would: nothing in flight is finished. Returns once it could be started again on its data.
    async fn kill(&self) -> anyhow::Result<()>;

    /// Whether it was started and has not ended.
    fn runs(&self) -> bool;

    /// The file that holds what the bot stores for a guild, given by its number.
    fn database(&self, guild: u64) -> PathBuf;
}
