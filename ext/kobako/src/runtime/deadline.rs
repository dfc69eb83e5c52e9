//! When an invocation ends at the latest.

use std::time::{Duration, Instant};

use magnus::Error;

use super::trap::Stop;
use crate::errors;

/// The wall clock of one invocation, and the call that errors are reported for.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    pub operation: &'static str,
    pub started: Instant,
    pub timeout: Option<Duration>,
}

impl Deadline {
    /// An error from the timeout on.
    pub fn check(&self, now: Instant) -> Result<(), Stop> {
        let elapsed = now.duration_since(self.started);
        match self.timeout {
            Some(limit) if elapsed >= limit => Err(Stop::Timeout { elapsed, limit }),
            _ => Ok(()),
        }
    }

    /// Raises TimeoutError from the timeout on.
    pub fn enforce(&self) -> Result<(), Error> {
        self.check(Instant::now())
            .map_err(|stop| errors::stopped(self.operation, &stop))
    }
}
