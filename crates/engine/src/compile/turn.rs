//! One process compiles at a time, so that those which start together compile once.
//!
//! The turn is a lock on the cache's folder, which the kernel takes back from a process that dies. It saves
//! work and guards nothing: whoever cannot have it compiles all the same.

use std::{
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use rustix::{
    fs::{FlockOperation, flock},
    io::Errno,
};

use super::disk_cache::DiskCache;
use crate::wait::Wait;

/// How long others are waited for.
const PATIENCE: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(2);

/// Ends when it is dropped.
pub struct Turn(Arc<DiskCache>);

impl DiskCache {
    /// Waits for the turn; `None` where it cannot be had.
    pub fn turn<W: Wait>(self: &Arc<Self>, waiter: &W) -> Result<Option<Turn>, W::Error> {
        let begun = Instant::now();
        loop {
            match flock(&self.folder, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => return Ok(Some(Turn(self.clone()))),
                Err(Errno::WOULDBLOCK) if begun.elapsed() < PATIENCE => {}
                Err(_) => return Ok(None),
            }
            waiter.pause(|_| thread::sleep(POLL))?;
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Not by closing: a process forked meanwhile has the folder open too.
        let _ = flock(&self.0.folder, FlockOperation::Unlock);
    }
}
