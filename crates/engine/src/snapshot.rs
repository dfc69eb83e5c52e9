//! What one invocation left.

use std::time::{Duration, Instant};

use crate::{accounting::account, meter::Cost};

/// Captures and usage of one invocation.
#[derive(Debug)]
pub struct Snapshot {
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
    /// From the start of the invocation to its end.
    pub wall_time: Duration,
    /// Time in the guest and in services, calls and bytes.
    pub cost: Cost,
    /// Whether the program was compiled before, for an earlier invocation.
    pub reused: bool,
}

/// A stream's bytes, and whether it was cut.
pub type Captured = (Vec<u8>, bool);

impl Snapshot {
    /// What an invocation left that ends now.
    pub(crate) fn new(
        (stdout, stdout_truncated): Captured,
        (stderr, stderr_truncated): Captured,
        memory_peak: usize,
        started: Instant,
        cost: Cost,
        reused: bool,
    ) -> Self {
        let snapshot = Self {
            stdout,
            stdout_truncated,
            stderr,
            stderr_truncated,
            memory_peak,
            wall_time: started.elapsed(),
            cost,
            reused,
        };
        account(snapshot.captured().cast_signed());
        snapshot
    }

    /// Bytes of the captures.
    pub fn captured(&self) -> usize {
        self.stdout.len() + self.stderr.len()
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        account(-self.captured().cast_signed());
    }
}
