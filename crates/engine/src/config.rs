//! The caps of one sandbox.

use std::time::Duration;

use crate::clock::Clock;

/// What one sandbox allows its invocations.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// Wall clock of one invocation; `None` is no limit.
    pub timeout: Option<Duration>,
    /// Bytes that the guest's memory may grow by; `None` is no limit.
    pub memory_limit: Option<usize>,
    /// Bytes kept of stdout.
    pub stdout_limit: usize,
    /// Bytes kept of stderr.
    pub stderr_limit: usize,
    /// What the guest's clock shows.
    pub clock: Clock,
    /// Where the guest's entropy begins.
    pub seed: u64,
    /// Whether the same program finds the guest's memory the same to the byte each time, whatever is kept of it: a run
    /// that is replayed gets the same addresses again.
    pub repeatable: bool,
}

impl Default for Config {
    /// A minute, 1 MiB of memory and of each stream, and a clock and an entropy that are the same each time.
    fn default() -> Self {
        Self {
            timeout: Some(Duration::from_secs(60)),
            memory_limit: Some(1 << 20),
            stdout_limit: 1 << 20,
            stderr_limit: 1 << 20,
            clock: Clock::Fixed(0),
            seed: 0,
            repeatable: false,
        }
    }
}
