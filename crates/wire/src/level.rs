//! The containers that are open while a message is read or written.

use crate::{Error, MAX_DEPTH, Result};

/// Counts the values still owed, in the innermost container and in all.
///
/// A container closes when the value after its last one begins, so that between
/// two values `depth` is that of the value before.
#[derive(Debug)]
pub(crate) struct Level {
    here: u32,
    owed: usize,
    depth: usize,
    base: usize,
    outer: [u32; MAX_DEPTH],
}

impl Level {
    /// Owes one value, inside `base` containers.
    pub(crate) fn new(base: usize) -> Self {
        Level {
            here: 1,
            owed: 1,
            depth: 0,
            base,
            outer: [0; MAX_DEPTH],
        }
    }

    /// Begins the next value.
    #[inline]
    pub(crate) fn begin(&mut self) -> Result<()> {
        if self.here == 0 {
            self.close()?;
        }
        self.here -= 1;
        self.owed -= 1;
        Ok(())
    }

    /// Begins the next `count` values of the innermost container that is open, one at least.
    pub(crate) fn begin_run(&mut self, count: usize) -> Result<()> {
        self.begin()?;
        let others = count - 1;
        let here = (self.here as usize).checked_sub(others);
        self.here = here.ok_or(Error::Complete)? as u32;
        self.owed -= others;
        Ok(())
    }

    /// Begins the next value if it stands in the innermost container that is open.
    #[inline]
    pub(crate) fn begin_here(&mut self) -> bool {
        if self.here == 0 {
            return false;
        }
        self.here -= 1;
        self.owed -= 1;
        true
    }

    fn close(&mut self) -> Result<()> {
        while self.here == 0 {
            self.depth = self.depth.checked_sub(1).ok_or(Error::Complete)?;
            self.here = self.outer[self.depth];
        }
        Ok(())
    }

    /// Makes the value that began a container of `values` values; the caller
    /// has checked that a message can hold so many.
    #[inline]
    pub(crate) fn open(&mut self, values: usize) -> Result<()> {
        if self.depth() == MAX_DEPTH {
            return Err(Error::TooDeep);
        }
        self.outer[self.depth] = self.here;
        self.depth += 1;
        self.here = values as u32;
        self.owed += values;
        Ok(())
    }

    /// Containers open around the value that began last.
    #[inline]
    pub(crate) fn depth(&self) -> usize {
        self.base + self.depth
    }

    /// Values still owed in all.
    #[inline]
    pub(crate) fn owed(&self) -> usize {
        self.owed
    }
}
