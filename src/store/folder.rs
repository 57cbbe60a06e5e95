//! The data folder: its lock, and the stores of the guilds in it, opened on first use.
//!
//! `data/<guild id>/` holds one company: `groundswell.db`, `keys/`, `backups/`. Moving the company is moving its
//! folder; purging it is removing its folder.

use std::collections::HashMap;
use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::{Mutex, watch};

use super::guild::GuildStore;
use super::open::{self, Found, OpenError};
use crate::domain::ids::GuildId;

/// The file with which it is tried whether the disk takes anything.
const PROBE: &str = "groundswell.probe";

/// Ends the name of a guild's folder that is being removed.
const REMOVED: &str = ".removed";

/// Why a data folder can't be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// Another process holds it: one process per data folder (promises.md 2).
    #[error("the data folder {0} is in use by another groundswell process")]
    InUse(PathBuf),
    /// It can't be made, read or written.
    #[error("the data folder {0} can't be used")]
    Unusable(PathBuf, #[source] std::io::Error),
}

/// The data folder, locked for this process for as long as the value lives.
#[derive(Debug)]
pub struct DataFolder {
    root: PathBuf,
    stores: Mutex<HashMap<GuildId, Arc<GuildStore>>>,
    boot: i64,
    trouble: watch::Sender<bool>,
    _lock: File,
}

impl DataFolder {
    /// Makes the folder where it is missing, and takes its lock.
    pub fn open(root: &Path) -> Result<Self, FolderError> {
        let unusable = |error| FolderError::Unusable(root.to_owned(), error);
        fs::create_dir_all(root).map_err(unusable)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(root.join("groundswell.lock"))
            .map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(FolderError::InUse(root.to_owned())),
            Err(TryLockError::Error(error)) => return Err(unusable(error)),
        }
        remove_leftovers(root).map_err(unusable)?;
        Ok(Self {
            root: root.to_owned(),
            stores: Mutex::default(),
            boot: rand::random(),
            trouble: watch::Sender::new(false),
            _lock: lock,
        })
    }

    /// The store of one guild, opened (and where new, made) on first use.
    pub async fn guild(&self, guild: GuildId) -> Result<Arc<GuildStore>, OpenError> {
        let mut stores = self.stores.lock().await;
        if let Some(store) = stores.get(&guild) {
            return Ok(Arc::clone(store));
        }
        let store = Arc::new(GuildStore::open(&self.guild_folder(guild)).await?);
        stores.insert(guild, Arc::clone(&store));
        Ok(store)
    }

    /// A number for this start of the program. Work that another start has claimed was cut off with it, because one
    /// process at a time holds the folder.
    pub fn boot(&self) -> i64 {
        self.boot
    }

    /// Something could not be written: the disk is full, broken or read-only.
    pub fn note_trouble(&self) {
        self.trouble.send_if_modified(|known| !std::mem::replace(known, true));
    }

    /// Whether something could not be written, until [`Self::can_write`] finds that it can again.
    pub fn trouble(&self) -> watch::Receiver<bool> {
        self.trouble.subscribe()
    }

    /// Tries to write a file as large as a busy minute needs, onto the disk itself. Says whether that works; if so, the
    /// trouble is over.
    pub fn can_write(&self) -> bool {
        let probe = self.root.join(PROBE);
        let written = File::create(&probe).and_then(|mut file| {
            file.write_all(&[0; 256 * 1024])?;
            file.sync_all()
        });
        let works = fs::remove_file(&probe).is_ok() && written.is_ok();
        self.trouble.send_if_modified(|known| std::mem::replace(known, !works) == works);
        works
    }

    /// Opens every guild's store, or none: first all of them are looked at, and if one is refused, nothing is
    /// changed.
    ///
    /// # Errors
    ///
    /// Every database that was refused, or that could not be opened.
    pub async fn open_all(&self) -> Result<(), Vec<anyhow::Error>> {
        let looked_at = inspect(&self.root).await.map_err(|error| vec![error.into()])?;
        let (sound, refused): (Vec<_>, Vec<_>) = looked_at.into_iter().partition(|(_, found)| found.is_ok());
        if !refused.is_empty() {
            return Err(refused.into_iter().filter_map(|(_, found)| found.err()).map(Into::into).collect());
        }
        let mut stores = self.stores.lock().await;
        for (guild, found) in sound {
            let found = found.expect("the refused ones were parted off");
            let store = GuildStore::open_found(&self.guild_folder(guild), found).await.map_err(|e| vec![e.into()])?;
            stores.insert(guild, Arc::new(store));
        }
        Ok(())
    }

    /// Where one guild's files lie.
    pub fn guild_folder(&self, guild: GuildId) -> PathBuf {
        self.root.join(guild.to_string())
    }

    /// The guilds that have a folder, in the order of their ids.
    pub fn list_guilds(&self) -> std::io::Result<Vec<GuildId>> {
        list_guilds(&self.root)
    }

    /// Removes all that is kept of a guild. Its folder is set aside first, so that what a crash leaves of it is no
    /// guild's any more and goes at the next start.
    ///
    /// # Errors
    /// What kept it from being removed.
    pub async fn remove_guild(&self, guild: GuildId) -> std::io::Result<()> {
        let mut stores = self.stores.lock().await;
        if let Some(store) = stores.remove(&guild) {
            store.close().await;
        }
        let aside = self.root.join(format!("{guild}{REMOVED}"));
        fs::rename(self.guild_folder(guild), &aside)?;
        File::open(&self.root)?.sync_all()?;
        fs::remove_dir_all(aside)
    }

    /// Closes every store: their write-ahead logs are emptied into the databases.
    pub async fn close(&self) {
        for (_, store) in self.stores.lock().await.drain() {
            store.close().await;
        }
    }
}

/// Looks at every guild's database below `root` without taking the lock or changing a byte. An absent folder holds
/// none.
///
/// # Errors
///
/// If the folder can't be read.
pub async fn inspect(root: &Path) -> Result<Vec<(GuildId, Result<Found, OpenError>)>, FolderError> {
    let unusable = |error| FolderError::Unusable(root.to_owned(), error);
    if !root.try_exists().map_err(unusable)? {
        return Ok(Vec::new());
    }
    let mut looked_at = Vec::new();
    for guild in list_guilds(root).map_err(unusable)? {
        looked_at.push((guild, open::inspect(&root.join(guild.to_string())).await));
    }
    Ok(looked_at)
}

/// Goes on with removals that a crash cut off.
fn remove_leftovers(root: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        let guild = entry.file_name().to_str().and_then(|name| name.strip_suffix(REMOVED)?.parse::<GuildId>().ok());
        if guild.is_some() && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

fn list_guilds(root: &Path) -> std::io::Result<Vec<GuildId>> {
    let mut guilds = Vec::new();
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if let Some(guild) = entry.file_name().to_str().and_then(|name| name.parse().ok())
            && entry.file_type()?.is_dir()
        {
            guilds.push(guild);
        }
    }
    guilds.sort_unstable();
    Ok(guilds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_data_folder_serves_one_process_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let held = DataFolder::open(folder.path()).expect("free");
        assert!(matches!(DataFolder::open(folder.path()), Err(FolderError::InUse(_))));
        drop(held);
        DataFolder::open(folder.path()).expect("free again");
    }

    #[tokio::test]
    async fn a_removed_guild_is_gone_and_what_a_crash_left_of_one_goes_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = DataFolder::open(folder.path()).expect("free");
        let guild: GuildId = "175928847299117063".parse().expect("an id");
        data.guild(guild).await.expect("opens");
        data.remove_guild(guild).await.expect("removed");
        assert!(!data.guild_folder(guild).exists() && data.list_guilds().expect("readable").is_empty());
        drop(data);
        let left = folder.path().join(format!("{guild}{REMOVED}/keys"));
        fs::create_dir_all(&left).expect("made");
        fs::create_dir(folder.path().join("mine.removed")).expect("made");
        drop(DataFolder::open(folder.path()).expect("free"));
        assert!(!left.exists() && folder.path().join("mine.removed").exists(), "only what was a guild's goes");
    }

    #[tokio::test]
    async fn a_store_is_opened_once_and_listed() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = DataFolder::open(folder.path()).expect("free");
        let guild: GuildId = "175928847299117063".parse().expect("an id");
        let first = data.guild(guild).await.expect("opens");
        let second = data.guild(guild).await.expect("opens");
        assert!(Arc::ptr_eq(&first, &second));
        assert_eq!(data.list_guilds().expect("readable"), vec![guild]);
        data.close().await;
    }
}
