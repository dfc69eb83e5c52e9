//! When an invocation ends at the latest.

use std::time::{Duration, Instant};

use crate::stop::Stop;

/// The wall clock of one invocation.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    /// When the invocation began.
    pub started: Instant,
    /// How long it may take; `None` is no limit.
    pub timeout: Option<Duration>,
}

impl Deadline {
    /// Of an invocation that begins now.
    pub fn from_now(timeout: Option<Duration>) -> Self {
        Self {
            started: Instant::now(),
            timeout,
        }
    }

    /// An error from the timeout on.
    pub fn check(&self, now: Instant) -> Result<(), Stop> {
        let elapsed = now.duration_since(self.started);
        match self.timeout {
            Some(limit) if elapsed >= limit => Err(Stop::Timeout { elapsed, limit }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_an_invocation_from_the_timeout_on() {
        let deadline = Deadline::from_now(Some(Duration::from_secs(2)));
        let after = |millis| deadline.check(deadline.started + Duration::from_millis(millis));
        assert!(after(1999).is_ok());
        assert!(matches!(after(2000), Err(Stop::Timeout { limit, .. }) if limit.as_secs() == 2));
        assert!(after(3000).is_err());
    }

    #[test]
    fn ends_none_without_a_timeout() {
        let deadline = Deadline::from_now(None);
        let later = deadline.started + Duration::from_secs(1 << 40);
        assert!(deadline.check(later).is_ok());
    }
}
