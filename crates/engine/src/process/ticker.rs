//! The epoch ticker: one thread that makes running guests yield each millisecond.
//!
//! It parks when no guest runs; a guest that waits for a service does not. A forked child has no ticker;
//! the first guest that runs there starts one. The lock is taken with the host's lock held and for a moment only,
//! so no fork finds it taken.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    thread::{self, Thread},
    time::Duration,
};

use super::engine;
use crate::setup_failure::SetupFailure;

/// The time between two ticks.
pub const TICK: Duration = Duration::from_millis(1);
/// Ticks without a running guest after which the thread parks.
const IDLE_TICKS: u32 = 20;

static THREAD: Mutex<Option<Thread>> = Mutex::new(None);
/// Whether this process has a ticker.
static ALIVE: AtomicBool = AtomicBool::new(false);
static PARKED: AtomicBool = AtomicBool::new(false);
static RUNNING: AtomicUsize = AtomicUsize::new(0);

/// Ticks come while one of these is alive: while a guest runs.
pub struct Ticking(());

impl Ticking {
    /// Starts or wakes the ticker of this process; with the host's lock held.
    pub fn begin() -> Result<Self, SetupFailure> {
        RUNNING.fetch_add(1, SeqCst);
        let ticking = Self(());
        if !ALIVE.load(SeqCst) {
            spawn().map_err(SetupFailure::Ticker)?;
        } else if PARKED.load(SeqCst)
            && let Some(thread) = &*THREAD.lock().expect("no holder panics")
        {
            thread.unpark();
        }
        Ok(ticking)
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        RUNNING.fetch_sub(1, SeqCst);
    }
}

/// Starts anew in a forked child, in which no guest runs and no ticker.
pub fn forget() {
    ALIVE.store(false, SeqCst);
    PARKED.store(false, SeqCst);
    RUNNING.store(0, SeqCst);
}

fn spawn() -> std::io::Result<()> {
    let thread = thread::Builder::new()
        .name("kobako-ticker".into())
        .spawn(tick)?;
    *THREAD.lock().expect("no holder panics") = Some(thread.thread().clone());
    ALIVE.store(true, SeqCst);
    Ok(())
}

fn tick() {
    let mut idle = 0;
    loop {
        thread::sleep(TICK);
        engine::tick();
        idle = if RUNNING.load(SeqCst) == 0 {
            idle + 1
        } else {
            0
        };
        if idle > IDLE_TICKS {
            PARKED.store(true, SeqCst);
            while RUNNING.load(SeqCst) == 0 {
                thread::park();
            }
            PARKED.store(false, SeqCst);
            idle = 0;
        }
    }
}
