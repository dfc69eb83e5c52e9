//! Buffers that outlive their use, for the next one: a large one costs a page fault for each 4 KiB if it
//! is new to the process each time.

use std::{mem, sync::Mutex};

const MAX_BYTES: usize = 1 << 20;

/// A place for one buffer, which one user after the other takes and gives back.
#[derive(Debug, Default)]
pub struct BufferPool(Mutex<Vec<u8>>);

impl BufferPool {
    /// Without a buffer yet.
    pub const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// An empty buffer.
    pub fn take(&self) -> Vec<u8> {
        // Never waits: a fork may have copied the lock while a thread that is gone held it.
        self.0
            .try_lock()
            .map_or_else(|_| Vec::new(), |mut kept| mem::take(&mut *kept))
    }

    /// Keeps the buffer, unless it is very large.
    pub fn give(&self, mut buffer: Vec<u8>) {
        if buffer.capacity() > MAX_BYTES {
            return;
        }
        if let Ok(mut kept) = self.0.try_lock() {
            buffer.clear();
            *kept = buffer;
        }
    }
}
