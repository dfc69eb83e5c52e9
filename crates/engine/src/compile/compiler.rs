//! Compiles on a thread of its own, so that whoever waits for it can be interrupted.
//!
//! A process compiles one module at a time. What was begun goes on when nobody waits for it any longer: its end
//! is bounded, and it is kept for the next who asks. A forked child has neither the thread nor what it was at, and
//! begins anew. The lock is taken with the host's lock held and for a moment only, so no fork finds it taken.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    process,
    sync::{Arc, Condvar, Mutex, OnceLock},
    thread,
    time::Duration,
};

use rayon::ThreadPoolBuilder;
use wasmtime::Engine;

use super::{
    bounds::{self, Refusal},
    chunks,
    disk_cache::{DiskCache, Key},
    turn::Turn,
};
use crate::{process::fork::AtLarge, setup_failure::SetupFailure, wait::Wait};

/// Threads that one module is compiled on at most: each takes memory of its own.
const MAX_THREADS: usize = 4;
/// The time between two looks for interrupts.
const LOOK: Duration = Duration::from_millis(5);

/// A module to compile, and where its code goes.
pub struct Order {
    pub key: Key,
    pub wasm: Vec<u8>,
    pub disk: Option<Arc<DiskCache>>,
    /// Ends when the code is on disk.
    pub turn: Option<Turn>,
}

/// Why there is no code.
pub enum Failure {
    Refused(Refusal),
    Failed(String),
}

impl Failure {
    /// The same for the file at `path`.
    pub fn of(&self, path: &Path) -> SetupFailure {
        match self {
            Self::Refused(Refusal::Invalid(reason)) | Self::Failed(reason) => {
                SetupFailure::NotWasm(path.to_owned(), reason.clone())
            }
            Self::Refused(refusal) => SetupFailure::Refused(path.to_owned(), refusal.to_string()),
        }
    }
}

/// The compilation of one module.
pub struct Job {
    key: Key,
    /// The process in which it runs.
    owner: u32,
    result: OnceLock<Result<Vec<u8>, Failure>>,
    ended: (Mutex<()>, Condvar),
}

static LATEST: Mutex<Option<Arc<Job>>> = Mutex::new(None);

impl Job {
    /// The job for this key that runs in this process, or has ended and was not taken.
    pub fn under_way(key: &Key) -> Option<Arc<Self>> {
        latest().filter(|job| job.key == *key)
    }

    /// Begins the job once no other one runs.
    pub fn begin<W: Wait>(
        engine: &'static Engine,
        order: Order,
        waiter: &W,
    ) -> Result<Arc<Self>, W::Error> {
        while let Some(other) = latest().filter(|job| job.result.get().is_none()) {
            other.look(waiter)?;
        }
        let job = Arc::new(Self {
            key: order.key.clone(),
            owner: process::id(),
            result: OnceLock::new(),
            ended: Default::default(),
        });
        let own = job.clone();
        let starting = AtLarge::begin();
        thread::Builder::new()
            .name("kobako-compiler".into())
            .spawn(move || own.run(engine, order, starting))
            .map_err(|error| SetupFailure::Engine(error.to_string()))?;
        *LATEST.lock().expect("no holder panics") = Some(job.clone());
        Ok(job)
    }

    /// Waits for the result. `None` in a child that was forked meanwhile.
    pub fn wait<W: Wait>(&self, waiter: &W) -> Result<Option<&Result<Vec<u8>, Failure>>, W::Error> {
        loop {
            if self.owner != process::id() {
                return Ok(None);
            }
            if let Some(result) = self.result.get() {
                self.take();
                return Ok(Some(result));
            }
            self.look(waiter)?;
        }
    }

    /// Waits for a moment, or until the waiter is wanted elsewhere.
    fn look<W: Wait>(&self, waiter: &W) -> Result<(), W::Error> {
        waiter.pause(|wanted| {
            let (lock, ended) = &self.ended;
            let mut guard = lock.lock().expect("no holder panics");
            while self.result.get().is_none() && !wanted() {
                guard = ended.wait_timeout(guard, LOOK).expect("no holder panics").0;
            }
        })
    }

    /// Whoever waits has it; nobody else needs it.
    fn take(&self) {
        LATEST
            .lock()
            .expect("no holder panics")
            .take_if(|latest| std::ptr::eq(&**latest, self));
    }

    fn run(&self, engine: &Engine, order: Order, starting: AtLarge) {
        let Order {
            key,
            wasm,
            disk,
            turn,
        } = order;
        let result = catch_unwind(AssertUnwindSafe(|| {
            warm_up(engine, starting)?;
            let code = compile(engine, &wasm)?;
            if let Some(disk) = &disk {
                disk.store(&key, &code);
            }
            Ok(code)
        }));
        drop(turn);
        let result =
            result.unwrap_or_else(|_| Err(Failure::Failed("the compiler gave it up".into())));
        let _ = self.result.set(result);
        let _guard = self.ended.0.lock().expect("no holder panics");
        self.ended.1.notify_all();
    }
}

/// The latest job, if it is of this process. That of a parent process is left as it is: its thread, which a
/// fork does not copy, may have been at it.
fn latest() -> Option<Arc<Job>> {
    let mut latest = LATEST.lock().expect("no holder panics");
    if latest
        .as_ref()
        .is_some_and(|job| job.owner != process::id())
    {
        std::mem::forget(latest.take());
    }
    latest.clone()
}

/// Makes what the compiler makes once for a process, which a fork waits for.
pub fn warm_up(engine: &Engine, _starting: AtLarge) -> Result<(), Failure> {
    static WARM: OnceLock<()> = OnceLock::new();
    const SMALLEST: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b";
    if WARM.get().is_none() {
        precompile(engine, SMALLEST)?;
        let _ = WARM.set(());
    }
    Ok(())
}

/// The machine code of a module, on this thread and helpers of it.
pub fn compile(engine: &Engine, wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let (_, counts) = bounds::check(wasm).map_err(Failure::Refused)?;
    let bounded =
        chunks::bound(wasm, counts).map_err(|error| Failure::Failed(error.to_string()))?;
    precompile(engine, &bounded)
}

/// On threads that end with the call: a global pool would be missing in a forked child.
pub fn precompile(engine: &Engine, wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let threads = thread::available_parallelism().map_or(1, |count| count.get().min(MAX_THREADS));
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|_| "kobako-codegen".into())
        .build();
    let pool = pool.map_err(|error| Failure::Failed(error.to_string()))?;
    pool.install(|| engine.precompile_module(wasm))
        .map_err(|error| Failure::Failed(error.root_cause().to_string()))
}
