//! Key files: made, read, destroyed. One folder per guild, outside the database and every backup (promises.md 1).
//!
//! Once a wave's keys are destroyed its rows are noise. So no key may be copied, logged, shown in `Debug`, or written
//! anywhere but here; in memory it is wiped when dropped.
//!
//! Destroying overwrites, truncates and unlinks. On flash storage and copy-on-write file systems the old blocks may
//! outlive that; full-disk encryption is the operator's answer to thieves of disks.

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

#[cfg(unix)]
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};

use rand::TryRng;
use rand::rngs::SysRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::domain::ids::WaveId;

/// The length of every key, in bytes.
pub const KEY_BYTES: usize = 32;

/// A guild's `keys/` folder.
#[derive(Debug, Clone)]
pub struct KeyVault {
    folder: PathBuf,
}

/// Why a key can't be had. None of these says anything about a key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is no such file: never made, destroyed, or lost. Rows under it stay as they are.
    #[error("the key file is missing")]
    Missing,
    /// The file is there but isn't a key file. Rows under it stay as they are, for an operator who has the right file.
    #[error("the key file has {found} bytes instead of {expected}")]
    WrongSize {
        /// How long it should be.
        expected: usize,
        /// How long it is; anything longer than expected counts as one byte more.
        found: usize,
    },
    /// Keys exist already; they are never replaced.
    #[error("the key file exists already")]
    Exists,
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness")]
    NoRandomness,
    /// The file system failed.
    #[error("the key file could not be used: {0}")]
    Io(#[from] io::Error),
}

/// The keys of an open wave.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct WaveKeys {
    /// K: turns people into tokens.
    token: [u8; KEY_BYTES],
    /// K2: encrypts answers.
    answer: [u8; KEY_BYTES],
}

/// The key under which a sealed wave's comments lie until their deletion date (P13).
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RetentionKey([u8; KEY_BYTES]);

impl WaveKeys {
    /// K.
    pub(super) fn token_key(&self) -> &[u8; KEY_BYTES] {
        &self.token
    }

    /// K2.
    pub(super) fn answer_key(&self) -> &[u8; KEY_BYTES] {
        &self.answer
    }

    #[cfg(test)]
    pub(super) fn for_tests(seed: u8) -> Self {
        Self { token: [seed; KEY_BYTES], answer: [seed ^ 0xff; KEY_BYTES] }
    }
}

impl RetentionKey {
    pub(super) fn key(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    #[cfg(test)]
    pub(super) fn for_tests(seed: u8) -> Self {
        Self([seed; KEY_BYTES])
    }
}

impl fmt::Debug for WaveKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WaveKeys(..)")
    }
}

impl fmt::Debug for RetentionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RetentionKey(..)")
    }
}

impl KeyVault {
    /// Opens the folder, which is made (mode 0700) if it isn't there; its parent must be.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, KeyError> {
        let folder = folder.into();
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        builder.mode(0o700);
        match builder.create(&folder) {
            Ok(()) => folder.parent().map_or(Ok(()), sync_folder)?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => return Err(error.into()),
        }
        Ok(Self { folder })
    }

    /// Makes a wave's keys. They are on the disk when this returns.
    pub fn create_wave_keys(&self, wave: WaveId) -> Result<WaveKeys, KeyError> {
        self.create::<{ 2 * KEY_BYTES }>(&wave_file(wave)).map(|bytes| split(&bytes))
    }

    /// Reads a wave's keys.
    pub fn wave_keys(&self, wave: WaveId) -> Result<WaveKeys, KeyError> {
        self.read::<{ 2 * KEY_BYTES }>(&wave_file(wave)).map(|bytes| split(&bytes))
    }

    /// Destroys a wave's keys. Destroying them again, or ones that never were, is fine.
    pub fn destroy_wave_keys(&self, wave: WaveId) -> Result<(), KeyError> {
        self.destroy(&wave_file(wave))
    }

    /// Makes the key for a wave's sealed comments.
    pub fn create_retention_key(&self, wave: WaveId) -> Result<RetentionKey, KeyError> {
        self.create::<KEY_BYTES>(&retention_file(wave)).map(|bytes| RetentionKey(*bytes))
    }

    /// Reads the key for a wave's sealed comments.
    pub fn retention_key(&self, wave: WaveId) -> Result<RetentionKey, KeyError> {
        self.read::<KEY_BYTES>(&retention_file(wave)).map(|bytes| RetentionKey(*bytes))
    }

    /// Destroys the key for a wave's sealed comments, on their deletion date. Repeatable.
    pub fn destroy_retention_key(&self, wave: WaveId) -> Result<(), KeyError> {
        self.destroy(&retention_file(wave))
    }

    /// Destroys every key of the folder, drafts too: the company is to be forgotten. Repeatable.
    pub fn destroy_all(&self) -> Result<(), KeyError> {
        for entry in fs::read_dir(&self.folder)? {
            wipe(&entry?.path())?;
        }
        Ok(sync_folder(&self.folder)?)
    }

    /// Writes the key beside its place and links it there once it is whole: a crash leaves no half key, and a link, like
    /// `O_EXCL`, never replaces a file.
    fn create<const N: usize>(&self, name: &str) -> Result<Zeroizing<[u8; N]>, KeyError> {
        let (place, draft) = (self.folder.join(name), self.draft(name));
        if place.try_exists()? {
            return Err(KeyError::Exists);
        }
        wipe(&draft)?;
        let mut key = Zeroizing::new([0; N]);
        SysRng.try_fill_bytes(key.as_mut_slice()).map_err(|_| KeyError::NoRandomness)?;
        let mut file = private().create_new(true).open(&draft)?;
        file.write_all(key.as_slice())?;
        file.sync_all()?;
        let linked = fs::hard_link(&draft, &place);
        fs::remove_file(&draft)?;
        sync_folder(&self.folder)?;
        match linked {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(KeyError::Exists),
            linked => Ok(linked.map(|()| key)?),
        }
    }

    fn read<const N: usize>(&self, name: &str) -> Result<Zeroizing<[u8; N]>, KeyError> {
        let file = match File::open(self.folder.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(KeyError::Missing),
            file => file?,
        };
        // Roomy enough that reading never moves the key to a second place in memory.
        let mut bytes = Zeroizing::new(Vec::with_capacity(4 * N));
        file.take(N as u64 + 1).read_to_end(&mut bytes)?;
        let found = bytes.len();
        let key = bytes.as_slice().try_into().map_err(|_| KeyError::WrongSize { expected: N, found })?;
        Ok(Zeroizing::new(key))
    }

    /// The draft goes too: a crash while creating may have left it as a second name of the same bytes.
    fn destroy(&self, name: &str) -> Result<(), KeyError> {
        wipe(&self.folder.join(name))?;
        wipe(&self.draft(name))?;
        Ok(sync_folder(&self.folder)?)
    }

    fn draft(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.new"))
    }
}

fn wave_file(wave: WaveId) -> String {
    format!("wave-{wave}.key")
}

fn retention_file(wave: WaveId) -> String {
    format!("comments-{wave}.key")
}

fn split(bytes: &[u8; 2 * KEY_BYTES]) -> WaveKeys {
    let half = |range| <[u8; KEY_BYTES]>::try_from(&bytes[range]).expect("half of two keys is a key");
    WaveKeys { token: half(0..KEY_BYTES), answer: half(KEY_BYTES..2 * KEY_BYTES) }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    options.mode(0o600);
    options
}

/// Overwrites, truncates and unlinks a file, each on the disk before the next. A missing file is fine.
fn wipe(path: &Path) -> io::Result<()> {
    let mut file = match private().open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        file => file?,
    };
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX).min(1 << 20);
    file.write_all(&vec![0; length])?;
    file.sync_all()?;
    file.set_len(0)?;
    file.sync_all()?;
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Makes names made or removed in a folder last through a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> (tempfile::TempDir, KeyVault) {
        let folder = tempfile::tempdir().expect("a folder");
        let vault = KeyVault::open(folder.path().join("keys")).expect("a vault");
        (folder, vault)
    }

    fn wave(id: i64) -> WaveId {
        WaveId::new(id).expect("from 1")
    }

    fn files(folder: &tempfile::TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path().join("keys")).expect("the folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("ascii")).collect();
        names.sort();
        names
    }

    #[test]
    fn keys_are_read_back_as_they_were_made() {
        let (folder, vault) = vault();
        let made = vault.create_wave_keys(wave(1)).expect("made");
        let again = KeyVault::open(folder.path().join("keys")).expect("an existing vault");
        let read = again.wave_keys(wave(1)).expect("read");
        assert!(made.token == read.token && made.answer == read.answer && made.token != made.answer);
        let other = vault.create_wave_keys(wave(2)).expect("made");
        assert!(other.token != made.token && other.answer != made.answer);
        let retention = vault.create_retention_key(wave(1)).expect("made");
        assert!(retention.0 == vault.retention_key(wave(1)).expect("read").0 && retention.0 != made.answer);
        assert_eq!(files(&folder), ["comments-1.key", "wave-1.key", "wave-2.key"]);
    }

    #[test]
    fn keys_are_never_replaced() {
        let (_folder, vault) = vault();
        let made = vault.create_wave_keys(wave(1)).expect("made");
        assert!(matches!(vault.create_wave_keys(wave(1)), Err(KeyError::Exists)));
        assert!(vault.wave_keys(wave(1)).expect("kept").token == made.token);
    }

    #[test]
    fn destroying_is_final_and_repeatable() {
        let (folder, vault) = vault();
        vault.create_wave_keys(wave(1)).expect("made");
        vault.create_retention_key(wave(1)).expect("made");
        for _ in 0..2 {
            vault.destroy_wave_keys(wave(1)).expect("destroyed");
            assert!(matches!(vault.wave_keys(wave(1)), Err(KeyError::Missing)));
        }
        assert_eq!(files(&folder), ["comments-1.key"]);
        vault.destroy_retention_key(wave(1)).expect("destroyed");
        assert!(files(&folder).is_empty());
    }

    #[test]
    fn all_keys_can_be_destroyed_at_once() {
        let (folder, vault) = vault();
        vault.create_wave_keys(wave(1)).expect("made");
        vault.create_retention_key(wave(2)).expect("made");
        for _ in 0..2 {
            vault.destroy_all().expect("destroyed");
            assert!(files(&folder).is_empty());
        }
    }

    #[test]
    fn destroying_overwrites_every_name_of_the_bytes() {
        let (folder, vault) = vault();
        vault.create_wave_keys(wave(1)).expect("made");
        // As after a crash between link and unlink, with a third name to look at what is left.
        let path = |name: &str| folder.path().join("keys").join(name);
        fs::hard_link(path("wave-1.key"), path("wave-1.key.new")).expect("linked");
        fs::hard_link(path("wave-1.key"), folder.path().join("watch")).expect("linked");
        vault.destroy_wave_keys(wave(1)).expect("destroyed");
        assert_eq!(fs::read(folder.path().join("watch")).expect("read"), Vec::<u8>::new());
        assert!(files(&folder).is_empty());
    }

    #[test]
    fn a_half_written_draft_of_a_crash_does_not_stand_in_the_way() {
        let (folder, vault) = vault();
        fs::write(folder.path().join("keys/wave-1.key.new"), [7; 10]).expect("written");
        assert!(matches!(vault.wave_keys(wave(1)), Err(KeyError::Missing)));
        vault.create_wave_keys(wave(1)).expect("made");
        assert_eq!(files(&folder), ["wave-1.key"]);
    }

    #[test]
    fn a_lost_file_and_a_spoilt_one_are_told_apart() {
        let (folder, vault) = vault();
        assert!(matches!(vault.wave_keys(wave(1)), Err(KeyError::Missing)));
        for length in [0, 1, 63, 65, 1000] {
            fs::write(folder.path().join("keys/wave-1.key"), vec![1; length]).expect("written");
            let found = length.min(65);
            let error = vault.wave_keys(wave(1)).expect_err("spoilt");
            assert!(matches!(error, KeyError::WrongSize { expected: 64, found: f } if f == found), "{error}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_look() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, vault) = vault();
        vault.create_wave_keys(wave(1)).expect("made");
        let mode = |path: &str| fs::metadata(folder.path().join(path)).expect("there").permissions().mode() & 0o777;
        assert_eq!((mode("keys"), mode("keys/wave-1.key")), (0o700, 0o600));
    }

    #[test]
    fn p12_debug_shows_no_key() {
        assert_eq!(format!("{:?}", WaveKeys::for_tests(7)), "WaveKeys(..)");
        assert_eq!(format!("{:?}", RetentionKey::for_tests(7)), "RetentionKey(..)");
    }
}
