//! How the work on one message goes on: between its steps Ruby's interrupts are handled, other threads may run,
//! and the invocation's deadline is looked at.

use magnus::Error;

use crate::{deadline::Deadline, gvl};

/// Units of work between two looks, of some ten to hundred nanoseconds each.
const PAUSE: usize = 4096;
/// Bytes of a text that are copied in a unit.
const BYTES: usize = 64;

/// The work since the last look.
pub struct Pace {
    done: usize,
    deadline: Option<Deadline>,
}

impl Pace {
    /// The work is part of the invocation that ends at `deadline`.
    pub fn new(deadline: Option<Deadline>) -> Self {
        Self { done: 0, deadline }
    }

    pub fn deadline(&self) -> Option<Deadline> {
        self.deadline
    }

    /// Counts `values` that are read, written or inserted.
    #[inline]
    pub fn values(&mut self, values: usize) -> Result<(), Error> {
        self.done += values;
        if self.done < PAUSE {
            return Ok(());
        }
        self.look()
    }

    /// Counts `bytes` that are copied.
    #[inline]
    pub fn bytes(&mut self, bytes: usize) {
        self.done += bytes / BYTES;
    }

    #[cold]
    fn look(&mut self) -> Result<(), Error> {
        self.done = 0;
        gvl::check_interrupts()?;
        self.deadline.map_or(Ok(()), |deadline| deadline.enforce())
    }
}
