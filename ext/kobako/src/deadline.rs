//! When an invocation ends at the latest, the host's work on its values included.

use std::time::{Duration, Instant};

use magnus::Error;

use crate::errors;

/// The wall clock of one invocation, and the call that errors are reported for.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    pub operation: &'static str,
    pub limit: kobako_engine::Deadline,
}

/// So many seconds, or as many as can be.
pub fn duration(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
}

impl Deadline {
    /// Raises TimeoutError from the timeout on.
    pub fn enforce(&self) -> Result<(), Error> {
        self.limit
            .check(Instant::now())
            .map_err(|stop| errors::ended(self.operation, &stop.into()))
    }
}
