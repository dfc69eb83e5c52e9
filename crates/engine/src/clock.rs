//! What the clock of a guest shows.

use std::time::{SystemTime, UNIX_EPOCH};

/// What the guest's clock shows.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// Nanoseconds since the epoch, for ever.
    Fixed(i64),
    /// The host's time.
    Host,
}

impl Clock {
    /// Nanoseconds since the epoch.
    pub fn now(self) -> i64 {
        match self {
            Self::Fixed(time) => time,
            Self::Host => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH);
                since.map_or(0, |since| {
                    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_stands_still_and_the_hosts_does_not() {
        assert_eq!(Clock::Fixed(-5).now(), -5);
        let now = Clock::Host.now();
        assert!(now > 1_700_000_000_000_000_000);
        assert!(Clock::Host.now() >= now);
    }
}
