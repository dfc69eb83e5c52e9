//! When an invocation ends at the latest.

use std::time::{Duration, Instant};

use magnus::Error;
use rustix::time::{ClockId, clock_gettime};

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

/// The instant at which the monotonic clock showed so many seconds; now if that is to come.
pub fn instant_of(seconds: f64) -> Instant {
    let now = clock_gettime(ClockId::Monotonic);
    let now = Duration::new(now.tv_sec.cast_unsigned(), now.tv_nsec as u32);
    let passed = Duration::try_from_secs_f64(now.as_secs_f64() - seconds).unwrap_or_default();
    let instant = Instant::now();
    instant.checked_sub(passed).unwrap_or(instant)
}
