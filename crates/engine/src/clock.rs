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

/// The most that are kept of one invocation; from then on its clock stands still.
const MAX_READINGS: usize = 1 << 20;

/// What a clock showed to a guest: first what it is to show again, then what it shows.
#[derive(Default)]
pub struct Readings {
    shown: Vec<i64>,
    next: usize,
}

impl Readings {
    /// Those that are to be shown again.
    pub fn again(mut shown: Vec<i64>) -> Self {
        shown.truncate(MAX_READINGS);
        Self { shown, next: 0 }
    }

    /// The next one, which `now` gives once there is none to be shown again.
    pub fn show(&mut self, now: impl FnOnce() -> i64) -> i64 {
        if self.next == self.shown.len() && self.next < MAX_READINGS {
            self.shown.push(now());
        }
        let time = self.shown[self.next.min(MAX_READINGS - 1)];
        self.next += 1;
        time
    }

    /// Those that were shown, from the one of number `start` on.
    pub fn since(&self, start: usize) -> Vec<i64> {
        let shown = self.next.min(self.shown.len());
        self.shown[start.min(shown)..shown].to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_shown_again_before_the_clock_goes_on() {
        let mut readings = Readings::again(vec![1, 2]);
        assert_eq!(readings.since(0), []);
        let shown = [(); 3].map(|()| readings.show(|| 9));
        assert_eq!(shown, [1, 2, 9]);
        assert_eq!(readings.since(1), [2, 9]);
        assert_eq!(readings.since(7), []);
    }

    #[test]
    fn a_clock_stands_still_after_the_most_readings() {
        let mut readings = Readings::again(vec![3; MAX_READINGS - 1]);
        let shown = (0..=MAX_READINGS).map(|_| readings.show(|| 4));
        assert_eq!(shown.skip(MAX_READINGS - 2).collect::<Vec<_>>(), [3, 4, 4]);
        assert_eq!(readings.since(0).len(), MAX_READINGS);
    }

    #[test]
    fn a_fixed_clock_stands_still_and_the_hosts_does_not() {
        assert_eq!(Clock::Fixed(-5).now(), -5);
        let now = Clock::Host.now();
        assert!(now > 1_700_000_000_000_000_000);
        assert!(Clock::Host.now() >= now);
    }
}
