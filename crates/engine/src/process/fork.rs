//! Guests stand still, holding no lock of the engine, while a fork copies the process.
//!
//! The child has one thread, so a lock that another thread held would stay locked for ever. The thread that
//! forks holds the lock of the host's interpreter; guests that run without it are asked to stop at their next tick and
//! to wait for that lock.

use std::{
    sync::{
        Once,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    thread,
    time::{Duration, Instant},
};

use super::{engine, ticker};

/// Time for guests to stop, in which each passes many checks of its epoch.
const PATIENCE: Duration = Duration::from_millis(100);

static EXPECTED: AtomicBool = AtomicBool::new(false);
static AT_LARGE: AtomicUsize = AtomicUsize::new(0);

/// A guest that runs, or is about to run, without the host's lock. A fork waits until it stands still.
pub struct AtLarge;

impl AtLarge {
    /// Taken with the host's lock held.
    pub fn begin() -> Self {
        AT_LARGE.fetch_add(1, SeqCst);
        Self
    }
}

impl Drop for AtLarge {
    fn drop(&mut self) {
        AT_LARGE.fetch_sub(1, SeqCst);
    }
}

/// Whether a fork waits for the guests at large.
pub fn is_expected() -> bool {
    EXPECTED.load(SeqCst)
}

/// From now on forks of this process go by these rules.
pub fn watch() {
    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        // SAFETY: the three functions live as long as the process, touch atomics and the epoch only, and do
        // not unwind. Without memory for them the call fails, and forks are as before.
        unsafe { libc::pthread_atfork(Some(before), Some(in_parent), Some(in_child)) };
    });
}

extern "C" fn before() {
    if AT_LARGE.load(SeqCst) == 0 {
        return;
    }
    EXPECTED.store(true, SeqCst);
    let begun = Instant::now();
    while AT_LARGE.load(SeqCst) > 0 && begun.elapsed() < PATIENCE {
        engine::tick();
        thread::sleep(Duration::from_micros(20));
    }
}

extern "C" fn in_parent() {
    EXPECTED.store(false, SeqCst);
}

extern "C" fn in_child() {
    EXPECTED.store(false, SeqCst);
    AT_LARGE.store(0, SeqCst);
    ticker::forget();
}
