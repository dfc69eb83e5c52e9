//! What one invocation left.

use std::{
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use kobako_wire::envelope::Outcome;

use crate::{accounting::account, guest::instance::OUTCOMES};

/// Outcome, captures and usage of one invocation.
#[derive(Debug)]
pub struct Snapshot {
    /// The outcome record, tag byte first; `None` if the guest was stopped, or its value was taken.
    outcome: Mutex<Option<Vec<u8>>>,
    /// What the guest wrote there, up to the limit.
    pub stdout: Vec<u8>,
    /// Whether it wrote more.
    pub stdout_truncated: bool,
    /// What the guest wrote there, up to the limit.
    pub stderr: Vec<u8>,
    /// Whether it wrote more.
    pub stderr_truncated: bool,
    /// Bytes that the guest's memory grew by at most.
    pub memory_peak: usize,
    started: Instant,
    /// Nanoseconds.
    wall_time: AtomicU64,
}

/// A stream's bytes, and whether it was cut.
pub type Captured = (Vec<u8>, bool);

impl Snapshot {
    /// What an invocation left that ends now, or when its value was read.
    pub(crate) fn new(
        outcome: Option<Vec<u8>>,
        (stdout, stdout_truncated): Captured,
        (stderr, stderr_truncated): Captured,
        memory_peak: usize,
        started: Instant,
    ) -> Self {
        let snapshot = Self {
            outcome: Mutex::new(outcome),
            stdout,
            stdout_truncated,
            stderr,
            stderr_truncated,
            memory_peak,
            started,
            wall_time: AtomicU64::default(),
        };
        account(snapshot.captured().cast_signed());
        snapshot.count_time();
        snapshot
    }

    /// The invocation is not over before now.
    pub fn count_time(&self) {
        let elapsed = self.started.elapsed().as_nanos();
        let elapsed = u64::try_from(elapsed).unwrap_or(u64::MAX);
        self.wall_time.store(elapsed, Relaxed);
    }

    /// From the start of the invocation until its value was read.
    pub fn wall_time(&self) -> Duration {
        Duration::from_nanos(self.wall_time.load(Relaxed))
    }

    /// Bytes of the outcome and of the captures.
    pub fn bytes(&self) -> usize {
        self.outcome().as_ref().map_or(0, Vec::len) + self.captured()
    }

    /// Bytes of the captures.
    pub fn captured(&self) -> usize {
        self.stdout.len() + self.stderr.len()
    }

    /// The outcome record, tag byte first; `None` if the guest was stopped, or its value was taken.
    pub fn outcome(&self) -> MutexGuard<'_, Option<Vec<u8>>> {
        self.outcome.lock().expect("no holder panics")
    }

    /// Whether the guest ended with a value, in whatever state its bytes are, which was not taken yet.
    pub fn has_value(&self) -> bool {
        self.outcome().as_ref().is_some_and(|bytes| is_value(bytes))
    }

    /// Takes the outcome if it is a value. Its buffer is good for the next one: see [`Snapshot::recycle`].
    pub fn take_value(&self) -> Option<Vec<u8>> {
        self.outcome().take_if(|bytes| is_value(bytes))
    }

    /// Keeps the buffer of an outcome for the next one.
    pub fn recycle(outcome: Vec<u8>) {
        OUTCOMES.give(outcome);
    }
}

fn is_value(outcome: &[u8]) -> bool {
    outcome.first() == Some(&Outcome::VALUE)
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        account(-self.captured().cast_signed());
    }
}
