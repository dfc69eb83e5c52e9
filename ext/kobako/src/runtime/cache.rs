//! Compiled guests: one for each wasm file and process, backed by a cache on disk.

use std::{
    collections::HashMap,
    fs::{self, File, Metadata},
    io::Read,
    os::unix::{
        ffi::OsStrExt,
        fs::{MetadataExt, OpenOptionsExt},
    },
    path::{Path, PathBuf},
    process,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use magnus::Error;
use rustix::fs::OFlags;
use sha2::{Digest, Sha256};
use wasmtime::{InstancePre, Module};

use super::{
    compiler::{Job, Order},
    config::MAX_MODULE_BYTES,
    disk_cache::{DiskCache, Key},
    engine,
    exports::Exports,
    gvl,
    host::Host,
    preload::Preloads,
    programs::Programs,
};
use crate::errors::SetupFailure;

/// A guest that is ready to be instantiated.
pub struct GuestModule {
    pub pre: InstancePre<Host>,
    pub exports: Exports,
    pub preloads: Preloads,
    pub programs: Programs,
}

/// What tells one state of a file from another.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct FileState {
    path: PathBuf,
    device: u64,
    inode: u64,
    size: u64,
    /// Seconds and nanoseconds since the epoch.
    pub modified: (i64, i64),
    pub changed: (i64, i64),
}

impl FileState {
    fn new(path: &Path, metadata: &Metadata) -> Self {
        Self {
            path: path.to_owned(),
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// The same bytes for the same state only.
    pub fn to_bytes(&self) -> Vec<u8> {
        let numbers = [self.device, self.inode, self.size].into_iter();
        let times = [
            self.modified.0,
            self.modified.1,
            self.changed.0,
            self.changed.1,
        ];
        numbers
            .chain(times.map(i64::cast_unsigned))
            .flat_map(u64::to_le_bytes)
            .chain(self.path.as_os_str().as_bytes().iter().copied())
            .collect()
    }
}

static LOADED: Mutex<Option<HashMap<FileState, Arc<GuestModule>>>> = Mutex::new(None);

/// The guest in the file at `path`, compiled at the first call; other Ruby threads run meanwhile.
pub fn load(path: &Path) -> Result<Arc<GuestModule>, Error> {
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => SetupFailure::NotBuilt(path.to_owned()),
        _ => SetupFailure::Unreadable(path.to_owned(), error),
    })?;
    let state = FileState::new(path, &metadata);
    loop {
        if let Some(module) = with_loaded(|loaded| loaded.get(&state).cloned()) {
            return Ok(module);
        }
        if let Some(_preparing) = Preparing::begin(path) {
            let module = Arc::new(prepare(path, &state)?);
            with_loaded(|loaded| {
                loaded.retain(|other, _| other.path != state.path);
                loaded.insert(state, module.clone());
            });
            return Ok(module);
        }
        gvl::without(|_| thread::sleep(Duration::from_millis(1)));
        gvl::check_interrupts()?;
    }
}

/// The one thread of this process that prepares a path; the others wait for it.
struct Preparing(PathBuf);

static UNDER_WAY: Mutex<Vec<(PathBuf, u32)>> = Mutex::new(Vec::new());

impl Preparing {
    /// `None` if another thread of this process is at it. What a parent process began before a fork is
    /// nobody's here.
    fn begin(path: &Path) -> Option<Self> {
        let mut under_way = UNDER_WAY.lock().expect("no holder panics");
        let pid = process::id();
        under_way.retain(|(_, owner)| *owner == pid);
        if under_way.iter().any(|(other, _)| other == path) {
            return None;
        }
        under_way.push((path.to_owned(), pid));
        Some(Self(path.to_owned()))
    }
}

impl Drop for Preparing {
    fn drop(&mut self) {
        UNDER_WAY
            .lock()
            .expect("no holder panics")
            .retain(|(path, _)| *path != self.0);
    }
}

/// The lock is held for a moment and with the GVL only, so no fork finds it taken.
fn with_loaded<R>(work: impl FnOnce(&mut HashMap<FileState, Arc<GuestModule>>) -> R) -> R {
    work(
        LOADED
            .lock()
            .expect("no holder panics")
            .get_or_insert_default(),
    )
}

fn prepare(path: &Path, state: &FileState) -> Result<GuestModule, Error> {
    let shared = engine::shared()?;
    let disk = DiskCache::open().map(Arc::new);
    let known = disk.as_ref().and_then(|disk| {
        let digest = disk.recall(state)?;
        disk.load(&Key::new(&shared.engine, &digest), &shared.engine)
    });
    let module = match known {
        Some(module) => module,
        None => read_and_compile(path, state, disk.as_ref())?,
    };
    let exports = Exports::of(&module)?;
    let pre = shared
        .linker
        .instantiate_pre(&module)
        .map_err(|error| SetupFailure::NotWasm(path.to_owned(), error.to_string()))?;
    Ok(GuestModule {
        pre,
        exports,
        preloads: Preloads::default(),
        programs: Programs::default(),
    })
}

/// The module in the file, from the cache of its contents or compiled.
fn read_and_compile(
    path: &Path,
    state: &FileState,
    disk: Option<&Arc<DiskCache>>,
) -> Result<Module, Error> {
    let shared = engine::shared()?;
    let (wasm, read) = read(path)?;
    let not_wasm = |reason: String| SetupFailure::NotWasm(path.to_owned(), reason);
    if !wasm.starts_with(b"\0asm") {
        return Err(not_wasm("it does not begin with \\0asm".into()).into());
    }
    let digest = Sha256::digest(&wasm).into();
    if let Some(disk) = disk
        && read == *state
    {
        disk.remember(state, &digest);
    }
    let key = Key::new(&shared.engine, &digest);
    let cached = || disk.and_then(|disk| disk.load(&key, &shared.engine));
    loop {
        if let Some(module) = cached() {
            return Ok(module);
        }
        let job = match Job::under_way(&key) {
            Some(job) => job,
            None => {
                let turn = disk.map_or(Ok(None), DiskCache::turn)?;
                if let Some(module) = turn.as_ref().and_then(|_| cached()) {
                    return Ok(module);
                }
                let (key, wasm, disk) = (key.clone(), wasm.clone(), disk.cloned());
                let order = Order {
                    key,
                    wasm,
                    disk,
                    turn,
                };
                Job::begin(&shared.engine, order)?
            }
        };
        let Some(result) = job.wait()? else { continue };
        return match result {
            // SAFETY: the bytes come from this engine's own compiler, a moment ago.
            Ok(code) => unsafe { Module::deserialize(&shared.engine, code) }
                .map_err(|error| not_wasm(error.root_cause().to_string()).into()),
            Err(failure) => Err(failure.of(path).into()),
        };
    }
}

/// The file's bytes, and its state after they were read.
fn read(path: &Path) -> Result<(Vec<u8>, FileState), SetupFailure> {
    let unreadable = |error| SetupFailure::Unreadable(path.to_owned(), error);
    // A pipe would keep a blocking open waiting for its writer.
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let mut file = File::options()
        .read(true)
        .custom_flags(flags)
        .open(path)
        .map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(unreadable(std::io::Error::other("not a regular file")));
    }
    if metadata.len() > MAX_MODULE_BYTES {
        let (path, size) = (path.to_owned(), metadata.len());
        return Err(SetupFailure::TooLarge {
            path,
            size,
            limit: MAX_MODULE_BYTES,
        });
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    (&mut file)
        .take(MAX_MODULE_BYTES)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    Ok((bytes, FileState::new(path, &metadata)))
}
