//! Growth of guest memory, counted from entry and held to the sandbox's limit.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use wasmtime::{Error, ResourceLimiter, Result};

use crate::{
    limits::{MAX_INITIAL_MEMORY, MAX_TABLE_ELEMENTS},
    stop::Stop,
};

/// Refuses growth past the limit by stopping the guest; the guest cannot rescue that.
pub struct Limiter {
    limit: Option<usize>,
    /// Bytes of memory at entry; `None` until the guest was entered.
    baseline: Option<usize>,
    peak: Arc<AtomicUsize>,
    /// The peak before the growth that was granted last.
    previous_peak: usize,
}

impl Limiter {
    /// `peak` receives the largest growth in bytes.
    pub fn new(limit: Option<usize>, peak: Arc<AtomicUsize>) -> Self {
        Self {
            limit,
            baseline: None,
            peak,
            previous_peak: 0,
        }
    }

    /// Counts growth of a memory of `bytes`, of which the guest has `reserve` to use before it asks for more:
    /// that counts as growth, too.
    pub fn enter(&mut self, bytes: usize, reserve: usize) -> Result<(), Stop> {
        self.baseline = Some(bytes.saturating_sub(reserve));
        match self.limit {
            Some(limit) if reserve > limit => Err(Stop::Memory {
                reached: reserve,
                limit,
            }),
            _ => {
                self.peak.store(reserve, Ordering::Relaxed);
                Ok(())
            }
        }
    }
}

impl ResourceLimiter for Limiter {
    fn memory_growing(
        &mut self,
        _current: usize,
        desired: usize,
        maximum: Option<usize>,
    ) -> Result<bool> {
        if maximum.is_some_and(|maximum| desired > maximum) {
            return Ok(false);
        }
        let Some(baseline) = self.baseline else {
            return if desired <= MAX_INITIAL_MEMORY {
                Ok(true)
            } else {
                Err(Error::new(Stop::InitialMemory { declared: desired }))
            };
        };
        let growth = desired.saturating_sub(baseline);
        match self.limit {
            Some(limit) if growth > limit => Err(Error::new(Stop::Memory {
                reached: growth,
                limit,
            })),
            _ => {
                self.previous_peak = self.peak.fetch_max(growth, Ordering::Relaxed);
                Ok(true)
            }
        }
    }

    fn memory_grow_failed(&mut self, _error: Error) -> Result<()> {
        self.peak.store(self.previous_peak, Ordering::Relaxed);
        Ok(())
    }

    fn table_growing(
        &mut self,
        _current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> Result<bool> {
        Ok(desired <= MAX_TABLE_ELEMENTS)
    }

    /// The guest, and the translation of its program.
    fn instances(&self) -> usize {
        2
    }

    fn memories(&self) -> usize {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entered(limit: Option<usize>) -> (Limiter, Arc<AtomicUsize>) {
        let peak = Arc::new(AtomicUsize::new(0));
        let mut limiter = Limiter::new(limit, peak.clone());
        limiter.enter(1000, 0).unwrap();
        (limiter, peak)
    }

    #[test]
    fn a_reserve_counts_as_growth() {
        let entered = |limit| {
            let peak = Arc::new(AtomicUsize::new(0));
            let mut limiter = Limiter::new(Some(limit), peak.clone());
            (limiter.enter(1000, 100).is_ok(), limiter, peak)
        };
        let (fits, mut limiter, peak) = entered(100);
        assert!(fits);
        assert_eq!(peak.load(Ordering::Relaxed), 100);
        assert!(limiter.memory_growing(1000, 1001, None).is_err());
        let (fits, _, peak) = entered(99);
        assert!(!fits);
        assert_eq!(peak.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn growth_below_and_at_the_limit_is_granted_and_recorded() {
        let (mut limiter, peak) = entered(Some(100));
        assert!(limiter.memory_growing(1000, 1099, None).unwrap());
        assert!(limiter.memory_growing(1099, 1100, None).unwrap());
        assert_eq!(peak.load(Ordering::Relaxed), 100);
    }

    #[test]
    fn growth_over_the_limit_stops_the_guest_and_is_not_recorded() {
        let (mut limiter, peak) = entered(Some(100));
        let error = limiter.memory_growing(1000, 1101, None).unwrap_err();
        assert!(matches!(
            error.downcast_ref(),
            Some(Stop::Memory {
                reached: 101,
                limit: 100
            })
        ));
        assert_eq!(peak.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn growth_that_the_guest_did_not_get_is_not_recorded() {
        let (mut limiter, peak) = entered(Some(1000));
        assert!(!limiter.memory_growing(1000, 1500, Some(1400)).unwrap());
        assert!(limiter.memory_growing(1000, 1300, None).unwrap());
        assert!(limiter.memory_growing(1300, 1500, None).unwrap());
        limiter.memory_grow_failed(Error::msg("no more")).unwrap();
        assert_eq!(peak.load(Ordering::Relaxed), 300);
    }

    #[test]
    fn without_a_limit_all_growth_is_granted() {
        let (mut limiter, peak) = entered(None);
        assert!(limiter.memory_growing(1000, 3 << 30, None).unwrap());
        assert_eq!(peak.load(Ordering::Relaxed), (3 << 30) - 1000);
    }

    #[test]
    fn a_module_may_not_declare_more_than_the_initial_maximum() {
        let mut limiter = Limiter::new(None, Arc::default());
        assert!(limiter.memory_growing(0, MAX_INITIAL_MEMORY, None).unwrap());
        assert!(
            limiter
                .memory_growing(0, MAX_INITIAL_MEMORY + 1, None)
                .is_err()
        );
    }
}
