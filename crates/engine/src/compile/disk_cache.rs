//! Compiled code on disk, and what is known of wasm files, trusted only where nobody but this user and root can write.
//!
//! Machine code from a file is as good as the code of this process, so the folder and the file must each belong to
//! this user or to root, and be writable by nobody else. A checksum finds what a disk did to it.
//! Whatever is wrong with it, the guest is compiled instead, which is not an error.

use std::{
    env,
    fs::{self, File},
    hash::{DefaultHasher, Hash, Hasher},
    io::{Read, Seek, SeekFrom, Write},
    os::fd::OwnedFd,
    path::PathBuf,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use rustix::{
    fs::{AtFlags, CWD, FileType, Mode, OFlags, Stat, fstat, openat, renameat, unlinkat},
    process::{Resource, Uid, geteuid, getrlimit},
};
use wasmtime::{Engine, Module};

/// Begins the trailer of every file, before the length and the checksum of what stands above it.
const MARK: &[u8; 8] = b"kobako\0\x02";
/// Bytes of the trailer.
const TRAILER: usize = MARK.len() + size_of::<u64>() + size_of::<u32>();
/// Bytes of a small file.
const MAX_SMALL: u64 = 8 << 10;
/// Bytes that the checksum reads at a time.
const PIECE: usize = 128 << 10;

/// Names the compiled form of one module for one version of the gem and one engine.
#[derive(Clone, Eq, PartialEq)]
pub struct Key(String);

impl Key {
    /// `digest` is the module's SHA-256.
    pub fn new(engine: &Engine, digest: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        engine.precompile_compatibility_hash().hash(&mut hasher);
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(format!(
            "{digest}-{}-{:016x}.cwasm",
            env!("CARGO_PKG_VERSION"),
            hasher.finish()
        ))
    }
}

/// The folder of compiled guests.
pub struct DiskCache {
    pub(super) folder: OwnedFd,
}

impl DiskCache {
    /// [`cache_folder`], made if it is missing; `None` where nothing there can be trusted.
    pub fn open() -> Option<Self> {
        let path = cache_folder().filter(|path| path.is_absolute())?;
        if !path.exists() {
            fs::create_dir_all(path.parent()?).ok()?;
            // Another process may make it first; what counts is checked below.
            let _ = rustix::fs::mkdirat(CWD, &path, Mode::RWXU);
        }
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let folder = openat(CWD, &path, flags, Mode::empty()).ok()?;
        trusted(&fstat(&folder).ok()?).then_some(Self { folder })
    }

    /// The module under `key`, if its file can be trusted and is whole.
    pub fn load(&self, key: &Key, engine: &Engine) -> Option<Module> {
        let (file, _) = self.trusted(&key.0)?;
        // SAFETY: only this user or root can have written the file, under this key, and these are the bytes written.
        unsafe { Module::deserialize_open_file(engine, file) }.ok()
    }

    /// Keeps `compiled` under `key`.
    pub fn store(&self, key: &Key, compiled: &[u8]) {
        self.write(&key.0, compiled);
    }

    /// What was written under `name`, if its file can be trusted, is whole, and is small.
    pub fn read_small(&self, name: &str) -> Option<Vec<u8>> {
        let (mut file, length) = self.trusted(name)?;
        if length > MAX_SMALL {
            return None;
        }
        let mut bytes = vec![0; length as usize];
        file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// The file of this name, if it can be trusted and is whole, and the bytes above its trailer.
    fn trusted(&self, name: &str) -> Option<(File, u64)> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = openat(&self.folder, name, flags, Mode::empty()).ok()?;
        let stat = fstat(&file).ok()?;
        if !trusted(&stat) || FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return None;
        }
        let mut file = File::from(file);
        let length = whole(&mut file, stat.st_size as u64)?;
        Some((file, length))
    }

    /// Writes `bytes` and a trailer; a reader sees all of it or nothing.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        // A write past the limit of a file's size kills the process.
        let size = (bytes.len() + TRAILER) as u64;
        if getrlimit(Resource::Fsize)
            .current
            .is_some_and(|limit| limit < size)
        {
            return;
        }
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let unique = format!(
            "{}.{}.tmp",
            process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        // A process of the same id may have been killed here.
        let _ = unlinkat(&self.folder, &unique, AtFlags::empty());
        let flags =
            OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let Ok(file) = openat(&self.folder, &unique, flags, Mode::RUSR | Mode::WUSR) else {
            return;
        };
        let mut file = File::from(file);
        let written = file
            .write_all(bytes)
            .and_then(|()| file.write_all(&trailer(bytes.len() as u64, crc32fast::hash(bytes))));
        if written.is_err() || renameat(&self.folder, &unique, &self.folder, name).is_err() {
            let _ = unlinkat(&self.folder, &unique, AtFlags::empty());
        }
    }
}

/// Where compiled guests are to be kept: `KOBAKO_CACHE_DIR`, else `$XDG_CACHE_HOME/kobako`, else `~/.cache/kobako`.
/// They are not where it is no absolute path, or may be written by others.
pub fn cache_folder() -> Option<PathBuf> {
    let named = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    named("KOBAKO_CACHE_DIR")
        .or_else(|| named("XDG_CACHE_HOME").map(|path| path.join("kobako")))
        .or_else(|| named("HOME").map(|path| path.join(".cache/kobako")))
}

/// Root can write everywhere, so what only root wrote is as safe for each user as what they wrote themselves.
fn trusted(stat: &Stat) -> bool {
    let owners = [Uid::ROOT, geteuid()].map(Uid::as_raw);
    owners.contains(&stat.st_uid) && stat.st_mode & 0o022 == 0
}

fn trailer(length: u64, checksum: u32) -> [u8; TRAILER] {
    let mut bytes = [0; TRAILER];
    bytes[..8].copy_from_slice(MARK);
    bytes[8..16].copy_from_slice(&length.to_le_bytes());
    bytes[16..].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

/// The bytes above the trailer, if the file ends with the trailer of what it holds.
fn whole(file: &mut File, size: u64) -> Option<u64> {
    let length = size.checked_sub(TRAILER as u64)?;
    let mut found = [0; TRAILER];
    file.seek(SeekFrom::Start(length)).ok()?;
    file.read_exact(&mut found).ok()?;
    file.rewind().ok()?;
    if found[..16] != trailer(length, 0)[..16] {
        return None;
    }
    let checksum = checksum(file, length)?;
    file.rewind().ok()?;
    (found == trailer(length, checksum)).then_some(length)
}

/// Of the next `length` bytes.
pub(super) fn checksum(file: &mut File, length: u64) -> Option<u32> {
    let mut hasher = crc32fast::Hasher::new();
    let mut piece = vec![0; PIECE];
    let mut left = length;
    while left > 0 {
        let size = left.min(PIECE as u64) as usize;
        file.read_exact(&mut piece[..size]).ok()?;
        hasher.update(&piece[..size]);
        left -= size as u64;
    }
    Some(hasher.finalize())
}
