//! Compiled guests: one for each wasm file and process, backed by a cache on disk.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::Read,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use rustix::fs::OFlags;
use sha2::{Digest, Sha256};
use wasmtime::Module;

use crate::{
    compile::{
        ahead,
        compiler::{Job, Order},
        disk_cache::{DiskCache, Key},
        file_state::FileState,
    },
    guest::linked::Linked,
    limits::MAX_MODULE_BYTES,
    module::GuestModule,
    process::{engine::engine, fork},
    setup_failure::SetupFailure,
    wait::Wait,
};

static LOADED: Mutex<Option<HashMap<FileState, Arc<GuestModule>>>> = Mutex::new(None);

/// The guest in the file at `path`, compiled at the first call, for which it may have to wait.
pub fn load<W: Wait>(path: &Path, waiter: &W) -> Result<Arc<GuestModule>, W::Error> {
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
            let module = Arc::new(prepare(path, &state, waiter)?);
            with_loaded(|loaded| {
                loaded.retain(|other, _| other.path != state.path);
                loaded.insert(state, module.clone());
            });
            return Ok(module);
        }
        waiter.pause(|_| thread::sleep(Duration::from_millis(1)))?;
    }
}

/// Whether other processes find the guest of the wasm file at `path` compiled: in the gem, or in the cache on disk.
pub fn compiled_for_others(path: &Path) -> Result<bool, SetupFailure> {
    let engine = engine()?;
    if matches!(ahead::shipped(path, engine), Some(Ok(_))) {
        return Ok(true);
    }
    let Some(disk) = DiskCache::open() else {
        return Ok(false);
    };
    let key = Key::new(engine, &Sha256::digest(read(path)?.0));
    Ok(disk.load(&key, engine).is_some())
}

/// The guests that are loaded.
pub fn loaded() -> Vec<Arc<GuestModule>> {
    with_loaded(|loaded| loaded.values().cloned().collect())
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

/// The lock is held for a moment and with the host's lock only, so no fork finds it taken.
fn with_loaded<R>(work: impl FnOnce(&mut HashMap<FileState, Arc<GuestModule>>) -> R) -> R {
    work(
        LOADED
            .lock()
            .expect("no holder panics")
            .get_or_insert_default(),
    )
}

fn prepare<W: Wait>(path: &Path, state: &FileState, waiter: &W) -> Result<GuestModule, W::Error> {
    fork::watch();
    let engine = engine()?;
    let (shipped, warning) = match ahead::shipped(path, engine) {
        Some(Ok(module)) => (Some(module), None),
        Some(Err(reason)) => (None, Some(reason)),
        None => (None, None),
    };
    let module = match shipped {
        Some(module) => module,
        None => cached_or_compiled(path, state, waiter)?,
    };
    let not_wasm = |reason| SetupFailure::NotWasm(path.to_owned(), reason);
    let linked = Linked::new(&module, not_wasm)?;
    Ok(GuestModule::new(linked, warning))
}

fn cached_or_compiled<W: Wait>(
    path: &Path,
    state: &FileState,
    waiter: &W,
) -> Result<Module, W::Error> {
    let engine = engine()?;
    let disk = DiskCache::open().map(Arc::new);
    let known = disk.as_ref().and_then(|disk| {
        let digest = disk.recall(state)?;
        disk.load(&Key::new(engine, &digest), engine)
    });
    match known {
        Some(module) => Ok(module),
        None => read_and_compile(path, state, disk.as_ref(), waiter),
    }
}

/// The module in the file, from the cache of its contents or compiled.
fn read_and_compile<W: Wait>(
    path: &Path,
    state: &FileState,
    disk: Option<&Arc<DiskCache>>,
    waiter: &W,
) -> Result<Module, W::Error> {
    let engine = engine()?;
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
    let key = Key::new(engine, &digest);
    let cached = || disk.and_then(|disk| disk.load(&key, engine));
    loop {
        if let Some(module) = cached() {
            return Ok(module);
        }
        let job = match Job::under_way(&key) {
            Some(job) => job,
            None => {
                let turn = disk.map_or(Ok(None), |disk| disk.turn(waiter))?;
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
                Job::begin(engine, order, waiter)?
            }
        };
        let Some(result) = job.wait(waiter)? else {
            continue;
        };
        return match result {
            // SAFETY: the bytes come from this engine's own compiler, a moment ago.
            Ok(code) => unsafe { Module::deserialize(engine, code) }
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
